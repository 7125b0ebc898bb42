package question

import (
	"testing"
	"time"

	"cchcbot/seeds/plan"
)

// How duties stand is asked about the year that runs, whichever plan they rest on.
func TestRunning(t *testing.T) {
	t.Parallel()
	on := func(day string) time.Time {
		d, err := plan.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		return d.In(spring.Location())
	}
	for _, c := range []struct {
		words, day string
		want       plan.Window
	}{
		{"quý I", "2024-04-05", plan.QuarterWindow(1, 2024)},
		{"1.14 quy 1", "2026-04-05", plan.QuarterWindow(1, 2026)},
		{"quý I năm 2024", "2026-04-05", plan.QuarterWindow(1, 2024)},
		{"quý trước", "2025-01-10", plan.QuarterWindow(4, 2024)},
		{"tháng 3", "2026-04-05", plan.MonthsWindow(time.March, time.March, 2026)},
		{"tiến độ năm 2023", "2026-04-05", plan.MonthsWindow(time.January, time.December, 2023)},
	} {
		if got := reader(t).Hear(c.words, on(c.day)).Question().Running; got == nil || got.Window != c.want {
			t.Errorf("%q on %s = %+v, want %v", c.words, c.day, got, c.want)
		}
	}
	for _, words := range []string{"", "bài viết", "tháng 13"} {
		if got := ask(t, words).Running; got != nil {
			t.Errorf("%q = %+v, want none", words, got)
		}
	}
}

// The words of a command are no part of what stands behind it.
func TestWithin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, part string
		worded     bool
	}{
		{"theo dõi Sở Tư pháp", "Sở Tư pháp", false},
		{"theo dõi việc thi hành pháp luật", "việc thi hành pháp luật", true},
		{"đã nộp 1.14 quý I", "quý I", false},
		{"đã nộp 1.14 gửi trên trục liên thông", "gửi trên trục liên thông", true},
	} {
		if got := ask(t, c.text).Within(c.part).Worded(); got != c.worded {
			t.Errorf("%q within %q is worded: %v", c.part, c.text, got)
		}
	}
}

// A message is read once, however often it is asked for.
func TestSaidIsReadOnce(t *testing.T) {
	t.Parallel()
	r := NewReader(Lexicon{Register: reader(t).register, Vocabulary: reader(t).vocabulary, PlanYear: 2024, PlanNumber: "6004/QĐ-UBND"})
	for text, want := range map[string]int64{"hạn của 1.14": 1, "ai chủ trì số hóa hồ sơ và hạn nộp bài viết tuyên truyền là khi nào": 2} {
		before := r.Readings()
		s := r.Hear(text, spring)
		for range 3 {
			_, _ = s.Question(), s.Questions()
		}
		if got := r.Readings() - before; got != want {
			t.Errorf("%q was read %d times, want %d", text, got, want)
		}
	}
}
