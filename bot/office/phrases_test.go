package office

import (
	"slices"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

func TestCorrectionSaid(t *testing.T) {
	day := func(s string) plan.Date {
		d, err := plan.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	festival := plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24"), Reason: "Ngày Văn hóa"}
	tet := plan.CalendarEntry{From: day("2026-02-14"), To: day("2026-02-20"), Reason: "Tết"}
	for words, want := range map[string]struct {
		entry    plan.CalendarEntry
		drop, ok bool
	}{
		"nghi 24/11/2026 Ngày Văn hóa":             {festival, false, true},
		"24/11/2026 nghi Ngày Văn hóa":             {festival, false, true},
		"nghỉ ngày 24/11/2026: Ngày Văn hóa":       {festival, false, true},
		"24/11/2026 nghỉ":                          {plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24")}, false, true},
		"2026-11-24 nghỉ bù":                       {plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24")}, false, true},
		"14/2/2026-20/2/2026 nghỉ Tết":             {tet, false, true},
		"nghỉ 14/2/2026 - 20/2/2026 Tết":           {tet, false, true},
		"nghi tu ngay 14/2/2026 den 20/2/2026 Tết": {tet, false, true},
		"làm bù 21/11/2026 đổi ngày":               {plan.CalendarEntry{From: day("2026-11-21"), To: day("2026-11-21"), Working: true, Reason: "đổi ngày"}, false, true},
		"21/11/2026 làm bù đổi ngày":               {plan.CalendarEntry{From: day("2026-11-21"), To: day("2026-11-21"), Working: true, Reason: "đổi ngày"}, false, true},
		"nghỉ 24/11/2026 bỏ làm":                   {plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24"), Reason: "bỏ làm"}, false, true},
		"24/11/2026 bỏ":                            {plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24")}, true, true},
		"bo 2026-11-24":                            {plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24")}, true, true},
		"nghi 04/05/2024 làm bù":                   {plan.CalendarEntry{From: day("2024-05-04"), To: day("2024-05-04"), Working: true}, false, true},
		"04/05/2024 làm bù":                        {plan.CalendarEntry{From: day("2024-05-04"), To: day("2024-05-04"), Working: true}, false, true},
		"Tết 14/2/2026-20/2/2026 nghỉ":             {tet, false, true},
		"ngày 21/11/2026 cả thành phố đi làm":      {plan.CalendarEntry{From: day("2026-11-21"), To: day("2026-11-21"), Working: true, Reason: "cả thành phố"}, false, true},
		"24/11/2026 - Ngày Văn hóa, nghỉ":          {festival, false, true},
		"nghỉ 30/4/2026 làm bù 2/5/2026":           {},
		"31/11/2026 nghỉ":                          {},
		"24/11 nghỉ":                               {},
		"24/11/2026":                               {},
		"24/11/2026 vui":                           {},
		"24/11/2026-x nghỉ":                        {},
		"nghỉ 24/11/2026 đến mai":                  {},
		"nghỉ":                                     {},
		"":                                         {},
	} {
		entry, drop, ok := ParseCorrection(words)
		if ok != want.ok || ok && (drop != want.drop || entry != want.entry) {
			t.Errorf("correctionSaid(%q) = %+v, %v, %v; want %+v, %v, %v", words, entry, drop, ok, want.entry, want.drop, want.ok)
		}
	}
}

func TestLadderSaid(t *testing.T) {
	for words, want := range map[string]struct {
		kind  plan.DeadlineKind
		rungs []string // nil for the default
		ok    bool
	}{
		"hang quy 10 3 1 cuoi":                       {plan.DeadlineQuarterly, []string{"10wd", "3wd", "1wd", "last"}, true},
		"hàng quý 15lv 5lv 1lv cuối":                 {plan.DeadlineQuarterly, []string{"15wd", "5wd", "1wd", "last"}, true},
		"hàng quý 15, 5, 1 ngày làm việc; ngày cuối": {plan.DeadlineQuarterly, []string{"15wd", "5wd", "1wd", "last"}, true},
		"hàng quý 30 ngày, 5 và 1 ngày làm việc":     {plan.DeadlineQuarterly, []string{"30d", "5wd", "1wd"}, true},
		"hang quy 15wd, 5wd; last":                   {plan.DeadlineQuarterly, []string{"15wd", "5wd", "last"}, true},
		"hàng quý 15, 5 và 1 ngày làm việc trước hạn, và ngày làm việc cuối cùng": {plan.DeadlineQuarterly, []string{"15wd", "5wd", "1wd", "last"}, true},
		"hàng năm đầu quý I và III; 30 ngày trước hạn":                            {plan.DeadlineYearly, []string{"q1", "q3", "30d"}, true},
		"hàng quý mặc định":                            {plan.DeadlineQuarterly, nil, true},
		"6 tháng 30 7":                                 {plan.DeadlineHalfYearly, []string{"30d", "7d"}, true},
		"6 tháng một lần 30n 7n":                       {plan.DeadlineHalfYearly, []string{"30d", "7d"}, true},
		"Đến hết một quý 30, 7 ngày trước hạn":         {plan.DeadlineQuarter, []string{"30d", "7d"}, true},
		"trong năm đầu quý I, II, III, IV; 30, 7 ngày": {plan.DeadlineWithinYear, []string{"q1", "q2", "q3", "q4", "30d", "7d"}, true},
		"hang nam q1 q3 30d":                           {plan.DeadlineYearly, []string{"q1", "q3", "30d"}, true},
		"hàng quý 5lv 5wd":                             {},
		"hàng quý 0":                                   {},
		"hàng quý 61":                                  {},
		"6 tháng 91":                                   {},
		"hàng năm q5":                                  {},
		"hàng quý mỗi ngày":                            {},
		"hàng quý":                                     {},
		"hàng tuần 1":                                  {},
		"":                                             {},
	} {
		kind, rungs, ok := ParseLadder(words)
		if ok != want.ok || ok && (kind.Kind != want.kind || !slices.Equal(rungs, want.rungs)) {
			t.Errorf("ladderSaid(%q) = %v, %v, %v; want %v, %v, %v", words, kind.Kind, rungs, ok, want.kind, want.rungs, want.ok)
		}
	}
}

func TestRungWords(t *testing.T) {
	for _, c := range []struct {
		rungs []string
		want  string
	}{
		{nil, "không nhắc"},
		{[]string{"last"}, "ngày làm việc cuối cùng"},
		{[]string{"5wd", "1wd", "last"}, "5 và 1 ngày làm việc trước hạn, và ngày làm việc cuối cùng"},
		{[]string{"30d", "7d", "1d"}, "30, 7 và 1 ngày trước hạn"},
		{[]string{"q1", "q2", "q3", "q4", "30d"}, "đầu quý I, II, III và IV; 30 ngày trước hạn"},
		{[]string{"30d", "5wd", "last"}, "30 ngày trước hạn; 5 ngày làm việc trước hạn, và ngày làm việc cuối cùng"},
	} {
		got := rungWords(c.rungs)
		if got != c.want {
			t.Errorf("rungWords(%q) = %q, want %q", c.rungs, got, c.want)
		}
		if _, back, ok := ParseLadder("hàng quý " + got); c.rungs != nil && (!ok || !slices.Equal(back, c.rungs)) {
			t.Errorf("%q is read as %q, want %q", got, back, c.rungs)
		}
	}
}

// TestWhatALadderSaysCanBeSaidBack reads the words of the default ladders.
func TestWhatALadderSaysCanBeSaidBack(t *testing.T) {
	for _, k := range LadderKinds {
		want, _ := k.rungs(record.Rules{})
		words := k.name + " " + rungWords(want)
		if kind, got, ok := ParseLadder(words); !ok || kind.Kind != k.Kind || !slices.Equal(got, want) {
			t.Errorf("%q is read as %v %v, want %v", words, kind.Kind, got, want)
		}
	}
}

func TestHeadcount(t *testing.T) {
	for _, c := range []struct {
		chats []int64
		want  string
	}{
		{[]int64{7}, "1 người"},
		{[]int64{7, 8, 9}, "3 người"},
		{[]int64{-7, -8}, "2 nhóm"},
		{[]int64{-7, 7, 8}, "2 người và 1 nhóm"},
	} {
		if got := headcount(c.chats); got != c.want {
			t.Errorf("headcount(%v) = %q, want %q", c.chats, got, c.want)
		}
	}
}
