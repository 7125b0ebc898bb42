package dialog

import (
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
		action Action
		data   string
	}{
		{Action{View: ViewHelp}, "1oh"},
		{Action{View: ViewOverview, Agency: "so-noi-vu"}, "1ooso-noi-vu:"},
		{Action{View: ViewOverview, Agency: "so-noi-vu", Role: plan.RoleSupport}, "1ooso-noi-vu:s"},
		{Action{View: ViewDutyGroup, Agency: "so-noi-vu", Group: "ln", Page: 3}, "1olso-noi-vu:ln:3:"},
		{Action{View: ViewDutyGroup, Agency: "so-noi-vu", Group: "ln", Page: 12, Open: "PL.1.4.2"}, "1olso-noi-vu:ln:c:PL.1.4.2"},
		// 1 January 2024 is day 19723, 90 days before 31 March.
		{Action{View: ViewDue, Window: quarter}, "1od::f7v:2i:0:"},
		{Action{View: ViewDue, Agency: "cuc-thue", Role: plan.RoleLead, Window: quarter, Page: 40}, "1odcuc-thue:l:f7v:2i:14:"},
		{Action{View: ViewFound, Asked: question.Search, Units: []string{"PL.1.14"}}, "1of:0:PL.1.14"},
		{Action{View: ViewFound, Asked: question.Owner, Units: []string{"PL.3.8", "III.3.9", "V.KT"}, Page: 2}, "1ofo:2:PL.3.8,III.3.9,V.KT"},
		{Action{View: ViewHeading, Heading: "PL.3", Page: 1, Open: "PL.3.8"}, "1onPL.3:1:PL.3.8"},
		{Action{View: ViewKind, Agency: "quan-huyen", Page: 2}, "1ogquan-huyen:2"},
		{Action{View: ViewTell, Agency: "phuong-xa"}, "1otphuong-xa"},
		{Action{View: ViewForget}, "1ox"},
		{Action{View: ViewWrong, Asker: 42, Stamp: 1_000_000}, "1ow16:lfls"},
	} {
		if got := test.action.Encode(2024); got != test.data {
			t.Errorf("encode(%+v) = %q, want %q", test.action, got, test.data)
		}
		got, ok := DecodeAction(test.data, 2024)
		if diff := cmp.Diff(test.action, got, cmp.AllowUnexported(Action{})); !ok || diff != "" {
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
		if a, ok := DecodeAction(data, 2024); ok {
			t.Errorf("%s: decodeAction(%q) = %+v", name, data, a)
		}
	}
}

func FuzzAction(f *testing.F) {
	for _, data := range []string{"", "1oh", "1ooso-noi-vu:", "1olso-noi-vu:ln:c:PL.1.4.2", "1odcuc-thue:l:f7v:2i:14:", "1ofo:2:PL.3.8,III.3.9", "1onPL.3:1:", "dM", "dD10:fa0", "dRso-tu-phap:l", "dA8:d:so-tu-phap:co", "dPso-tu-phap:f7v:2i::0:PL.1.14", "dQlich.2026-11-24.bo:0"} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		a, ok := DecodeAction(data, 2024)
		if !ok {
			return
		}
		if again := a.Encode(2024); again != data {
			t.Errorf("decodeAction(%q) = %+v, which encodes as %q", data, a, again)
		}
	})
}
