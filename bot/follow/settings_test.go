package follow

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestClockTimes(t *testing.T) {
	for words, want := range map[string][]int{
		"gio 7:45":                 {465},
		"gio 7h":                   {420},
		"gio 6g30":                 {390},
		"yen lang 20:00-6:30":      {1200, 390},
		"yen lang tu 20h den 6h30": {1200, 390},
		"gio 24:00":                nil,
		"gio 7:60":                 nil,
		"gio sang":                 nil,
		"gio 8 gio 30 toi":         {1230},
		"gio 8 gio 10 toi":         {1210},
		"gio 8h30 toi":             {1230},
		"gio 8:30 toi":             {1230},
		"gio 8 gio 30 phut toi":    {1230},
		"gio 8 gio 30 phut sang":   {510},
		"gio 8 gio ruoi toi":       {1230},
		"gio 9 gio kem 15 toi":     {1245},
		"gio 2 gio 15 chieu":       {855},
		"gio 12 gio 30 trua":       {750},
		"gio 12 gio dem":           {0},
		"gio 8 toi":                {1200},
		"yen lang tu 8 gio toi den 6 gio 30 sang":    {1200, 390},
		"yen lang 20 gio 6 gio":                      {1200, 360},
		"yen lang tu 9 gio 30 toi den 6 gio 15 sang": {1290, 375},
		"gio 8 gio 75":                               nil,
	} {
		if diff := cmp.Diff(want, clockTimes(words)); diff != "" {
			t.Errorf("clockTimes(%q) (-want +got):\n%s", words, diff)
		}
	}
}
