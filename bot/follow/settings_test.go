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
	} {
		if diff := cmp.Diff(want, clockTimes(words)); diff != "" {
			t.Errorf("clockTimes(%q) (-want +got):\n%s", words, diff)
		}
	}
}
