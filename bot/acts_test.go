package bot

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/follow"
	"cchcbot/bot/office"
	"cchcbot/bot/progress"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

func TestActs(t *testing.T) {
	// 18 March 2024 is day 19800.
	monday := plan.Date{Year: 2024, Month: time.March, Day: 18}
	for _, test := range []struct {
		action dialog.Action
		data   string
	}{
		{dialog.Action{View: dialog.ViewMenu}, "dM"},
		{dialog.Action{View: dialog.ViewFollow, Agency: "so-tu-phap"}, "dFso-tu-phap"},
		{dialog.Action{View: dialog.ViewFollow, Agency: ".1a2b3c4d"}, "dF.1a2b3c4d"},
		{dialog.Action{View: dialog.ViewRegister, Agency: "so-tu-phap", Rank: record.Leader}, "dRso-tu-phap:l"},
		{dialog.Action{View: dialog.ViewLeave}, "dH"},
		{dialog.Action{View: dialog.ViewSettle, Chat: 8, Rank: record.FocalPerson, Agency: "so-tu-phap", Topic: "co"}, "dA8:d:so-tu-phap:co"},
		{dialog.Action{View: dialog.ViewDone, ID: 36, Day: monday}, "dD10:fa0"},
		{dialog.Action{View: dialog.ViewItem, ID: 1}, "dT1:"},
		{dialog.Action{View: dialog.ViewLater, ID: 1, Day: monday, Number: duties.LaterLast}, "dZ1:fa0:2r"},
		{dialog.Action{View: dialog.ViewDigest, Day: monday, Page: 2}, "dGfa0:2"},
		{dialog.Action{View: dialog.ViewSetting, Topic: follow.TopicHour, Number: 510}, "dCgio:e6"},
		{dialog.Action{View: dialog.ViewProgress, Agency: "so-tu-phap", Window: plan.QuarterWindow(1, 2024), Open: "PL.1.14"}, "dPso-tu-phap:f7v:2i::0:PL.1.14"},
		{dialog.Action{View: dialog.ViewProgress, Window: plan.QuarterWindow(1, 2024), Topic: progress.Whose{Done: true, Group: "quan-huyen"}.Topic(), Page: 1, Open: "PL.1.14"}, "dP:f7v:2i:d.quan-huyen:1:PL.1.14"},
		{dialog.Action{View: dialog.ViewChart, Window: plan.QuarterWindow(1, 2024), Topic: progress.Whose{Group: "huyen"}.Topic(), Open: "PL.1.14"}, "dp:f7v:2i:.huyen:0:PL.1.14"},
		{dialog.Action{View: dialog.ViewFile, Topic: duties.FileCalendar, Agency: "so-tu-phap", Open: "PL.1.14"}, "dIlich:so-tu-phap:PL.1.14"},
		{dialog.Action{View: dialog.ViewOffice, Topic: "lich.2026-11-24.bo"}, "dQlich.2026-11-24.bo:0"},
	} {
		for _, year := range []int{2024, 2031, dialog.StoreCode(7)} { // whichever plan is in force
			if test.action.Open != "" && year != 2024 {
				continue // the unit is of a plan, which is told
			}
			if got := test.action.Encode(year); got != test.data {
				t.Errorf("encode(%+v) = %q, want %q", test.action, got, test.data)
			}
			got, ok := dialog.DecodeAction(test.data, year)
			if diff := cmp.Diff(test.action, got, cmp.AllowUnexported(dialog.Action{})); !ok || diff != "" {
				t.Errorf("decodeAction(%q), %v (-want +got):\n%s", test.data, ok, diff)
			}
		}
	}
}

// A button tells which plan its unit is of; one from before there were others
// means the first.
func TestButtonsTellTheirPlan(t *testing.T) {
	file := dialog.Action{View: dialog.ViewFile, Topic: duties.FileCalendar, Agency: "so-tu-phap", Open: "PL.1.14"}
	card := dialog.Action{View: dialog.ViewFound, Asked: "search", Units: []string{"PL.2.5"}}
	for _, test := range []struct {
		action dialog.Action
		code   int
		data   string
	}{
		{card, 2024, "1of:0:PL.2.5"},
		{card, 2025, "1pf:0:PL.2.5"},
		{card, dialog.StoreCode(7), "207f:0:PL.2.5"},
		{card, dialog.StoreCode(1296), "3100f:0:PL.2.5"},
		{file, 2024, "dIlich:so-tu-phap:PL.1.14"},
		{file, 2025, "1pIlich:so-tu-phap:PL.1.14"},
		{file, dialog.StoreCode(7), "207Ilich:so-tu-phap:PL.1.14"},
	} {
		if got := test.action.Encode(test.code); got != test.data {
			t.Errorf("%d: %q, want %q", test.code, got, test.data)
		}
		if code, ok := dialog.CodeOf(test.data); !ok || code != test.code {
			t.Errorf("%q is of %d (%v), want %d", test.data, code, ok, test.code)
		}
		if got, ok := dialog.DecodeAction(test.data, test.code); !ok || cmp.Diff(test.action, got) != "" {
			t.Errorf("%q, %v: %s", test.data, ok, cmp.Diff(test.action, got))
		}
		if _, ok := dialog.DecodeAction(test.data, 2031); ok {
			t.Errorf("%q is taken for a button of another plan", test.data)
		}
	}
	for _, data := range []string{"", "d", "1", "dT1:", "9zz", "1O", "0", "Đ"} {
		if code, ok := dialog.CodeOf(data); ok {
			t.Errorf("%q is of plan %d", data, code)
		}
	}
}

func TestActsOfStrangers(t *testing.T) {
	for name, data := range map[string]string{
		"the head alone":          "d",
		"no such act":             "dw1",
		"a view that is no act":   "do:",
		"an act of a plan's head": "1oD1:",
		"a plan for no unit":      "1pIlich:so-tu-phap:",
		"no id":                   "dD:",
		"a broken id":             "dD1_:",
		"a day below zero":        "dD1:-1",
		"a day too far":           "dD1:zzzz",
		"no such role":            "dRso-tu-phap:x",
		"a role by its name":      "dRso-tu-phap:leader",
		"an agency by its name":   "dFSở Tư pháp",
		"a topic with a colon":    "dCgio:1:2",
		"a number too long":       "dCgio:zzzzzzzzzzzzzz",
	} {
		if a, ok := dialog.DecodeAction(data, 2024); ok {
			t.Errorf("%s: decodeAction(%q) = %+v", name, data, a)
		}
	}
}

// TestActsFit holds the longest buttons to what a button may carry.
func TestActsFit(t *testing.T) {
	a := testAnswerer(t)
	far := plan.Date{Year: 2090, Month: time.December, Day: 31}
	longest := ""
	for _, u := range a.Plan().Units {
		if len(u.ID) > len(longest) {
			longest = u.ID
		}
	}
	for _, agency := range a.Register.Agencies() {
		for _, at := range []dialog.Action{
			{View: dialog.ViewFollow, Agency: agency.ID},
			{View: dialog.ViewSettle, Chat: math.MinInt64, Rank: record.FocalPerson, Agency: agency.ID, Topic: dialog.TopicNo},
			{View: dialog.ViewDismiss, Chat: math.MinInt64, Rank: record.FocalPerson, Agency: agency.ID},
			{View: dialog.ViewPreview, Agency: agency.ID, Window: plan.WindowOf(far.AddDays(-366), far), Page: dialog.MostPages - 1},
			{View: dialog.ViewProgress, Agency: agency.ID, Window: plan.WindowOf(far.AddDays(-366), far), Topic: progress.TopicByTask, Page: dialog.MostPages - 1, Open: longest},
			{View: dialog.ViewFile, Agency: agency.ID, Topic: duties.FileCalendar},
		} {
			if data := at.Encode(dialog.StoreCode(1295)); len(data) > dialog.ActionBytes {
				t.Errorf("%d bytes: %s", len(data), data)
			}
		}
	}
	for _, at := range []dialog.Action{
		{View: dialog.ViewLater, ID: math.MaxInt64, Day: far, Number: duties.LaterLast},
		{View: dialog.ViewNotOurs, ID: math.MaxInt64, Day: far, Topic: dialog.TopicYes},
		{View: dialog.ViewOffice, Topic: office.OfficeLadder + ".trong.so.ngay.mac.dinh", Page: dialog.MostPages - 1},
		{View: dialog.ViewSetting, Topic: follow.TopicQuiet, Number: follow.MinutesADay * follow.MinutesADay},
	} {
		if data := at.Encode(2090); len(data) > dialog.ActionBytes {
			t.Errorf("%d bytes: %s", len(data), data)
		}
	}
}

func TestAgencyCode(t *testing.T) {
	ties := []string{"so-tu-phap", "UBND phường Bến Nghé", "UBND phường Bến Thành"}
	for _, kept := range ties {
		code := dialog.AgencyCode(kept)
		if !chat.IsID(code) {
			t.Errorf("agencyCode(%q) = %q, which no button carries", kept, code)
		}
		if got, ok := dialog.Decoded(code, ties...); !ok || got != kept {
			t.Errorf("the code of %q means %q, %v", kept, got, ok)
		}
	}
	if got, ok := dialog.Decoded(dialog.AgencyCode("UBND phường Đa Kao"), ties...); ok {
		t.Errorf("a ward that the chat does not know means %q", got)
	}
}
