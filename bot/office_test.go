package bot

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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
	for words, want := range map[string]struct {
		entry    plan.CalendarEntry
		drop, ok bool
	}{
		"24/11/2026 nghi Ngày Văn hóa": {plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24"), Reason: "Ngày Văn hóa"}, false, true},
		"24/11/2026 nghỉ":              {plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24"), Reason: textNoReason}, false, true},
		"2026-11-24 nghỉ bù":           {plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24"), Reason: textNoReason}, false, true},
		"14/2/2026-20/2/2026 nghỉ Tết": {plan.CalendarEntry{From: day("2026-02-14"), To: day("2026-02-20"), Reason: "Tết"}, false, true},
		"21/11/2026 làm bù đổi ngày":   {plan.CalendarEntry{From: day("2026-11-21"), To: day("2026-11-21"), Working: true, Reason: "đổi ngày"}, false, true},
		"24/11/2026 bỏ":                {plan.CalendarEntry{From: day("2026-11-24"), To: day("2026-11-24"), Reason: textNoReason}, true, true},
		"31/11/2026 nghỉ":              {},
		"24/11 nghỉ":                   {},
		"24/11/2026":                   {},
		"24/11/2026 vui":               {},
		"24/11/2026-x nghỉ":            {},
		"":                             {},
	} {
		entry, drop, ok := correctionSaid(words)
		if ok != want.ok || ok && (drop != want.drop || entry != want.entry) {
			t.Errorf("correctionSaid(%q) = %+v, %v, %v; want %+v, %v, %v", words, entry, drop, ok, want.entry, want.drop, want.ok)
		}
	}
}

func TestRungsSaid(t *testing.T) {
	for words, want := range map[string][]string{
		"15lv 5lv 1lv cuối": {"15wd", "5wd", "1wd", "last"},
		"15wd, 5wd; last":   {"15wd", "5wd", "last"},
		"30n 7n":            {"30d", "7d"},
		"q1 q2 q3 q4 30d":   {"q1", "q2", "q3", "q4", "30d"},
		"5lv 5wd":           nil,
		"0lv":               nil,
		"61lv":              nil,
		"q5":                nil,
		"mỗi ngày":          nil,
		"":                  nil,
	} {
		got, ok := rungsSaid(words)
		if ok != (want != nil) || ok && !slices.Equal(got, want) {
			t.Errorf("rungsSaid(%q) = %v, %v; want %v", words, got, ok, want)
		}
	}
}

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

// FuzzOffice lets an administrator say anything: whatever becomes of it, the
// reminders can still be planned.
func FuzzOffice(f *testing.F) {
	for _, s := range []string{
		"lich 24/11/2026 nghi x", "lich 01/01/0001 nghi", "lich 31/12/9999 lam bu", "moc hang quy 15lv cuoi", "moc trong nam q1 q1", "han 1.14 20", "han V.KT 1",
		"vien 8", "vien -1", "thong bao dau moi x", "dau moi so tu phap", "nhat ky", "\xff", "lich", "han 1-14 bo",
	} {
		f.Add(s)
	}
	clock := func() time.Time { return at("2024-03-05") }
	f.Fuzz(func(t *testing.T, s string) {
		b := newBot(t, memory{}, &book{}, clock, newRegistry(clock))
		for _, m := range []Message{{Text: "/quantri " + s}, {Action: "dQlich.them:0"}, {Text: s}, {Action: "dQmoc.them:0"}, {Text: s}, {Action: "dQhan.them:0"}, {Text: s}} {
			m.Chat, m.User, m.Private = 9, 9, true
			r, err := b.Respond(context.Background(), m)
			if err != nil {
				t.Fatalf("Respond(%q): %v", m.Text+m.Action, err)
			}
			checkReply(t, r)
		}
		if _, err := b.planning(context.Background()); err != nil {
			t.Errorf("after %q nothing can be planned: %v", s, err)
		}
	})
}
