package question

import (
	"testing"
	"time"
)

// asked is a window as "2024-01-01..2024-03-31", "" for none.
func asked(q Question) string {
	if q.Window == nil {
		return ""
	}
	return q.Window.From.String() + ".." + q.Window.To.String()
}

// What names its time is of the plan's year, whenever it is asked.
func TestNamedWindows(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"quý I có những nhiệm vụ nào đến hạn": "2024-01-01..2024-03-31",
		"quý 1 có gì đến hạn":                 "2024-01-01..2024-03-31",
		"quý một phải xong những gì":          "2024-01-01..2024-03-31",
		"quý hai có gì đến hạn":               "2024-04-01..2024-06-30",
		"quy II co gi den han":                "2024-04-01..2024-06-30",
		"quý ba phải xong những gì":           "2024-07-01..2024-09-30",
		"quý IV năm 2024 có gì đến hạn":       "2024-10-01..2024-12-31",
		"quý tư có gì đến hạn":                "2024-10-01..2024-12-31",
		"trong q1 phải xong những gì":         "2024-01-01..2024-03-31",
		"hết q3 có gì đến hạn":                "2024-07-01..2024-09-30",
		"q2/2024 có gì đến hạn":               "2024-04-01..2024-06-30",
		"q1 năm 2024":                         "2024-01-01..2024-03-31",
		"tháng 10 có gì đến hạn":              "2024-10-01..2024-10-31",
		"thang 10 co gi den han":              "2024-10-01..2024-10-31",
		"tháng mười phải xong những gì":       "2024-10-01..2024-10-31",
		"tháng mười một có gì đến hạn":        "2024-11-01..2024-11-30",
		"10/2024 có gì đến hạn":               "2024-10-01..2024-10-31",
		"tháng 10/2024 có gì đến hạn":         "2024-10-01..2024-10-31",
		"tháng 2 có gì đến hạn":               "2024-02-01..2024-02-29",
		"t10 có gì đến hạn":                   "2024-10-01..2024-10-31",
		"quý I năm 2026 có gì đến hạn":        "2026-01-01..2026-03-31",
		"tháng 12/2025 có gì đến hạn":         "2025-12-01..2025-12-31",
		"quý II, III có gì đến hạn":           "2024-04-01..2024-09-30",
		"quý II và quý III có gì đến hạn":     "2024-04-01..2024-09-30",
	} {
		for _, now := range []time.Time{spring, on(2026, time.December, 31)} {
			if got := asked(reader(t).Read(text, now)); got != want {
				t.Errorf("%q, asked on %s: %s, want %s", text, now.Format(time.DateOnly), got, want)
			}
		}
	}
}

// What is said from where the asker stands follows the clock.
func TestRelativeWindows(t *testing.T) {
	t.Parallel()
	newYearsEve := on(2024, time.December, 31)
	for _, c := range []struct {
		text string
		now  time.Time
		want string
	}{
		{"hôm nay có gì đến hạn", spring, "2024-03-05..2024-03-05"},
		{"tuần này có gì đến hạn", spring, "2024-03-05..2024-03-10"}, // a Tuesday; weeks end on Sunday
		{"tuần sau có gì đến hạn", spring, "2024-03-11..2024-03-17"},
		{"tháng này có gì đến hạn", spring, "2024-03-01..2024-03-31"},
		{"thang nay co gi den han", spring, "2024-03-01..2024-03-31"},
		{"tháng sau có gì đến hạn", spring, "2024-04-01..2024-04-30"},
		{"tháng tới phải xong những gì", spring, "2024-04-01..2024-04-30"},
		{"quý này có gì đến hạn", spring, "2024-01-01..2024-03-31"},
		{"quý sau có gì đến hạn", spring, "2024-04-01..2024-06-30"},
		{"những việc sắp đến hạn", spring, "2024-03-05..2024-04-04"},
		{"sap den han", spring, "2024-03-05..2024-04-04"},
		{"tháng sau có gì đến hạn", newYearsEve, "2025-01-01..2025-01-31"},
		{"quý sau có gì đến hạn", newYearsEve, "2025-01-01..2025-03-31"},
		{"tuần này có gì đến hạn", newYearsEve, "2024-12-31..2025-01-05"},
		{"sắp đến hạn", newYearsEve, "2024-12-31..2025-01-30"},
		{"tháng này có gì đến hạn", on(2024, time.February, 29), "2024-02-01..2024-02-29"},
		{"tháng sau có gì đến hạn", on(2024, time.January, 31), "2024-02-01..2024-02-29"},
		{"tháng này có gì đến hạn", on(2026, time.July, 1), "2026-07-01..2026-07-31"},
	} {
		if got := asked(reader(t).Read(c.text, c.now)); got != c.want {
			t.Errorf("%q, asked on %s: %s, want %s", c.text, c.now.Format(time.DateOnly), got, c.want)
		}
	}
}

func TestSoon(t *testing.T) {
	t.Parallel()
	w := Soon(on(2024, time.December, 31))
	if w.From.String() != "2024-12-31" || w.To.String() != "2025-01-30" || w.Label != "30 ngày tới" {
		t.Errorf("%+v", w)
	}
}

// Q1 is a district where an office would stand, a quarter where a time would.
func TestQuarterOrDistrict(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, agency, window string
	}{
		{"q1 phải làm gì", "ubnd-quan-1", ""},
		{"ubnd q1 có nhiệm vụ gì", "ubnd-quan-1", ""},
		{"nhiệm vụ của q3", "ubnd-quan-3", ""},
		{"Q.7 phải làm gì", "ubnd-quan-7", ""},
		{"trong q1 phải xong những gì", "", "2024-01-01..2024-03-31"},
		{"q3 năm 2024 có gì đến hạn", "", "2024-07-01..2024-09-30"},
		{"quận 1 quý 1 có gì đến hạn", "ubnd-quan-1", "2024-01-01..2024-03-31"},
		{"q10 có nhiệm vụ gì", "ubnd-quan-10", ""},
	} {
		q := ask(t, c.text)
		if idOf(q.Agency) != c.agency || asked(q) != c.window {
			t.Errorf("%q: %q in %q, want %q in %q", c.text, idOf(q.Agency), asked(q), c.agency, c.window)
		}
	}
}

func TestWindowLabels(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"quý I có gì đến hạn":       "quý I năm 2024",
		"tháng 10 có gì đến hạn":    "tháng 10 năm 2024",
		"quý II, III có gì đến hạn": "quý II đến quý III năm 2024",
		"tuần này có gì đến hạn":    "tuần này",
		"sắp đến hạn":               "30 ngày tới",
	} {
		q := ask(t, text)
		if q.Window == nil || q.Window.Label != want {
			t.Errorf("%q: %+v, want %q", text, q.Window, want)
		}
	}
}

// These ask for a time and name none.
func TestNoWindow(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"quý mấy phải xong", "quý nào ban hành kế hoạch", "tháng mấy báo cáo", "mấy tháng nộp một lần", "hàng quý", "bao nhiêu tháng",
		"quý cơ quan", "ai chủ trì số hóa hồ sơ", "trong tháng nào xong",
	} {
		if q := ask(t, text); q.Window != nil {
			t.Errorf("%q is about %s", text, asked(q))
		}
	}
}

// These name a time that no calendar has.
func TestImpossibleWindow(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"tháng 13 có gì đến hạn": "tháng 13", "quý 5 phải xong gì": "quý 5", "ngày 31/6 có gì đến hạn": "ngày 31/6", "tháng 0": "tháng 0",
	} {
		if q := ask(t, text); q.Window == nil || !q.Window.Impossible || q.Window.Label != want {
			t.Errorf("%q: %+v, want an impossible %q", text, q.Window, want)
		}
	}
}

// A number behind a quarter that numbers something else is no quarter, and one that
// no calendar has is told.
func TestNumbersBehindQuarters(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"quý I, V.3.1":       "2024-01-01..2024-03-31",
		"quý I - V":          "quý 5",
		"quý I đến quý VI":   "quý 6",
		"quý I và quý 5":     "quý 5",
		"quý 1, V":           "2024-01-01..2024-03-31",
		"tháng 11 đến 13":    "tháng 13",
		"quý III, 5 việc":    "2024-07-01..2024-09-30",
		"quý IV năm 2024, V": "2024-10-01..2024-12-31",
	} {
		q := ask(t, text)
		got := asked(q)
		if q.Window != nil && q.Window.Impossible {
			got = q.Window.Label
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// Several times are kept as they are said; those that follow each other are one
// stretch, too.
func TestSeveralWindows(t *testing.T) {
	t.Parallel()
	q := ask(t, "quý I và quý III có gì đến hạn")
	if len(q.About.Windows) != 2 || q.Window.Label != "quý I năm 2024" {
		t.Errorf("%+v", q.About.Windows)
	}
	q = ask(t, "tháng 10 và 11 có gì đến hạn")
	if len(q.About.Windows) != 2 || asked(q) != "2024-10-01..2024-11-30" || q.Window.Label != "tháng 10 đến tháng 11 năm 2024" {
		t.Errorf("%+v", q.Window)
	}
}
