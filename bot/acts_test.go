package bot

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

func TestActs(t *testing.T) {
	// 18 March 2024 is day 19800.
	monday := plan.Date{Year: 2024, Month: time.March, Day: 18}
	for _, test := range []struct {
		action action
		data   string
	}{
		{action{view: viewMenu}, "dM"},
		{action{view: viewFollow, agency: "so-tu-phap"}, "dFso-tu-phap"},
		{action{view: viewFollow, agency: ".1a2b3c4d"}, "dF.1a2b3c4d"},
		{action{view: viewRegister, agency: "so-tu-phap", rank: record.Leader}, "dRso-tu-phap:l"},
		{action{view: viewLeave}, "dH"},
		{action{view: viewSettle, chat: 8, rank: record.FocalPerson, agency: "so-tu-phap", topic: "co"}, "dA8:d:so-tu-phap:co"},
		{action{view: viewDone, id: 36, day: monday}, "dD10:fa0"},
		{action{view: viewItem, id: 1}, "dT1:"},
		{action{view: viewLater, id: 1, day: monday, number: laterLast}, "dZ1:fa0:2r"},
		{action{view: viewDigest, day: monday, page: 2}, "dGfa0:2"},
		{action{view: viewSetting, topic: topicHour, number: 510}, "dCgio:e6"},
		{action{view: viewProgress, agency: "so-tu-phap", window: quarterWindow(1, 2024), open: "PL.1.14"}, "dPso-tu-phap:f7v:2i::0:PL.1.14"},
		{action{view: viewProgress, window: quarterWindow(1, 2024), topic: whose{done: true, group: "quan-huyen"}.topic(), page: 1, open: "PL.1.14"}, "dP:f7v:2i:d.quan-huyen:1:PL.1.14"},
		{action{view: viewChart, window: quarterWindow(1, 2024), topic: whose{group: "huyen"}.topic(), open: "PL.1.14"}, "dp:f7v:2i:.huyen:0:PL.1.14"},
		{action{view: viewFile, topic: fileCalendar, agency: "so-tu-phap", open: "PL.1.14"}, "dIlich:so-tu-phap:PL.1.14"},
		{action{view: viewOffice, topic: "lich.2026-11-24.bo"}, "dQlich.2026-11-24.bo:0"},
	} {
		for _, year := range []int{2024, 2031} { // whichever plan is in force
			if got := test.action.encode(year); got != test.data {
				t.Errorf("encode(%+v) = %q, want %q", test.action, got, test.data)
			}
			got, ok := decodeAction(test.data, year)
			if diff := cmp.Diff(test.action, got, cmp.AllowUnexported(action{})); !ok || diff != "" {
				t.Errorf("decodeAction(%q), %v (-want +got):\n%s", test.data, ok, diff)
			}
		}
	}
}

func TestActsOfStrangers(t *testing.T) {
	for name, data := range map[string]string{
		"the head alone":          "d",
		"no such act":             "dw1",
		"a view that is no act":   "do:",
		"an act of a plan's head": "1oD1:",
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
		if a, ok := decodeAction(data, 2024); ok {
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
	for _, agency := range a.register.Agencies() {
		for _, at := range []action{
			{view: viewFollow, agency: agency.ID},
			{view: viewSettle, chat: math.MinInt64, rank: record.FocalPerson, agency: agency.ID, topic: topicNo},
			{view: viewDismiss, chat: math.MinInt64, rank: record.FocalPerson, agency: agency.ID},
			{view: viewPreview, agency: agency.ID, window: windowOf(far.AddDays(-366), far), page: mostPages - 1},
			{view: viewProgress, agency: agency.ID, window: windowOf(far.AddDays(-366), far), topic: topicByTask, page: mostPages - 1, open: longest},
			{view: viewFile, agency: agency.ID, topic: fileCalendar},
		} {
			if data := at.encode(2090); len(data) > actionBytes {
				t.Errorf("%d bytes: %s", len(data), data)
			}
		}
	}
	for _, at := range []action{
		{view: viewLater, id: math.MaxInt64, day: far, number: laterLast},
		{view: viewNotOurs, id: math.MaxInt64, day: far, topic: topicYes},
		{view: viewOffice, topic: officeLadder + ".trong.so.ngay.mac.dinh", page: mostPages - 1},
		{view: viewSetting, topic: topicQuiet, number: minutesADay * minutesADay},
	} {
		if data := at.encode(2090); len(data) > actionBytes {
			t.Errorf("%d bytes: %s", len(data), data)
		}
	}
}

func TestAgencyCode(t *testing.T) {
	ties := []string{"so-tu-phap", "UBND phường Bến Nghé", "UBND phường Bến Thành"}
	for _, kept := range ties {
		code := agencyCode(kept)
		if !isID(code) {
			t.Errorf("agencyCode(%q) = %q, which no button carries", kept, code)
		}
		if got, ok := decoded(code, ties...); !ok || got != kept {
			t.Errorf("the code of %q means %q, %v", kept, got, ok)
		}
	}
	if got, ok := decoded(agencyCode("UBND phường Đa Kao"), ties...); ok {
		t.Errorf("a ward that the chat does not know means %q", got)
	}
}
