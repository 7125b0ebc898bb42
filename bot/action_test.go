package bot

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

func TestAction(t *testing.T) {
	quarter := plan.Window{From: plan.Date{Year: 2024, Month: time.January, Day: 1}, To: plan.Date{Year: 2024, Month: time.March, Day: 31}}
	for _, test := range []struct {
		action action
		data   string
	}{
		{action{view: viewHelp}, "1oh"},
		{action{view: viewOverview, agency: "so-noi-vu"}, "1ooso-noi-vu:"},
		{action{view: viewOverview, agency: "so-noi-vu", role: plan.RoleSupport}, "1ooso-noi-vu:s"},
		{action{view: viewHeap, agency: "so-noi-vu", heap: "ln", page: 3}, "1olso-noi-vu:ln:3:"},
		{action{view: viewHeap, agency: "so-noi-vu", heap: "ln", page: 12, open: "PL.1.4.2"}, "1olso-noi-vu:ln:c:PL.1.4.2"},
		// 1 January 2024 is day 19723, 90 days before 31 March.
		{action{view: viewDue, window: quarter}, "1od::f7v:2i:0:"},
		{action{view: viewDue, agency: "cuc-thue", role: plan.RoleLead, window: quarter, page: 40}, "1odcuc-thue:l:f7v:2i:14:"},
		{action{view: viewFound, asked: question.Search, units: []string{"PL.1.14"}}, "1of:0:PL.1.14"},
		{action{view: viewFound, asked: question.Owner, units: []string{"PL.3.8", "III.3.9", "V.KT"}, page: 2}, "1ofo:2:PL.3.8,III.3.9,V.KT"},
		{action{view: viewHeading, heading: "PL.3", page: 1, open: "PL.3.8"}, "1onPL.3:1:PL.3.8"},
		{action{view: viewKind, agency: "quan-huyen", page: 2}, "1ogquan-huyen:2"},
		{action{view: viewTell, agency: "phuong-xa"}, "1otphuong-xa"},
		{action{view: viewForget}, "1ox"},
		{action{view: viewWrong, asker: 42, stamp: 1_000_000}, "1ow16:lfls"},
	} {
		if got := test.action.encode(2024); got != test.data {
			t.Errorf("encode(%+v) = %q, want %q", test.action, got, test.data)
		}
		got, ok := decodeAction(test.data, 2024)
		if diff := cmp.Diff(test.action, got, cmp.AllowUnexported(action{})); !ok || diff != "" {
			t.Errorf("decodeAction(%q), %v (-want +got):\n%s", test.data, ok, diff)
		}
	}
}

func TestActionOfStrangers(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":             "",
		"the version alone":   "1o",
		"another version":     "2oh",
		"another year's plan": "1ph",
		"no such view":        "1oz",
		"a field too many":    "1oh:",
		"a field too few":     "1ooso-noi-vu",
		"no such role":        "1ooso-noi-vu:q",
		"a name, not an id":   "1ooSở Nội vụ:",
		"broken text":         "1oo\xff\xfe:",
		"a page below zero":   "1olso-noi-vu:ln:-1:",
		"a page beyond all":   "1olso-noi-vu:ln:zzz:",
		"a page with a zero":  "1olso-noi-vu:ln:03:",
		"a window of years":   "1od::f7v:zz:0:",
		"no day":              "1od:::2i:0:",
		"a day before 1970":   "1od::-1:2i:0:",
		"no asker":            "1ow:5",
		"a stamp too long":    "1ow1:zzzzzzzzzzzzzzz",
		"a stamp with a plus": "1ow1:+5",
		"an empty unit":       "1of:0:PL.1.1,",
		"no unit":             "1of:0:",
		"too long":            "1ot" + strings.Repeat("a", 62),
	} {
		if a, ok := decodeAction(data, 2024); ok {
			t.Errorf("%s: decodeAction(%q) = %+v", name, data, a)
		}
	}
}

// TestActionFits holds the longest buttons that the register and the plan can
// make to what a button may carry.
func TestActionFits(t *testing.T) {
	a := testAnswerer(t)
	year := quarterWindow(4, 2090)
	year.From = plan.Date{Year: 2090, Month: time.January, Day: 1}
	longest := ""
	for _, u := range a.Plan().Units {
		if len(u.ID) > len(longest) {
			longest = u.ID
		}
	}
	for _, agency := range a.register.Agencies() {
		for _, at := range []action{
			{view: viewHeap, agency: agency.ID, heap: "ln", page: mostPages - 1, open: longest},
			{view: viewDue, agency: agency.ID, role: plan.RoleLead, window: year, page: mostPages - 1, open: longest},
			{view: viewTell, agency: agency.ID},
		} {
			if data := at.encode(2090); len(data) > actionBytes {
				t.Errorf("%d bytes: %s", len(data), data)
			}
		}
	}
	if data := (action{view: viewWrong, asker: math.MinInt64, stamp: math.MinInt64}).encode(2090); len(data) > actionBytes {
		t.Errorf("%d bytes: %s", len(data), data)
	}
	many := action{view: viewFound, asked: question.Owner, units: slicesOf(longest, 9)}.fitting(2024)
	if data := many.encode(2024); len(data) > actionBytes || len(many.units) != 6 {
		t.Errorf("%d units in %d bytes", len(many.units), len(data))
	}
}

func slicesOf(s string, n int) []string { return strings.Split(strings.Repeat(s+" ", n-1)+s, " ") }

func FuzzAction(f *testing.F) {
	for _, data := range []string{"", "1oh", "1ooso-noi-vu:", "1olso-noi-vu:ln:c:PL.1.4.2", "1odcuc-thue:l:f7v:2i:14:", "1ofo:2:PL.3.8,III.3.9", "1onPL.3:1:", "dM", "dD10:fa0", "dRso-tu-phap:l", "dA8:d:so-tu-phap:co", "dPso-tu-phap:f7v:2i::0:PL.1.14", "dQlich.2026-11-24.bo:0"} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		a, ok := decodeAction(data, 2024)
		if !ok {
			return
		}
		if again := a.encode(2024); again != data {
			t.Errorf("decodeAction(%q) = %+v, which encodes as %q", data, a, again)
		}
	})
}
