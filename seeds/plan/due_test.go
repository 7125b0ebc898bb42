package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

func day(t testing.TB, s string) plan.Date {
	t.Helper()
	d, err := plan.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// dueIn are the due dates within a window, "PL.1.14 2024-03-31".
func dueIn(t testing.TB, from, to string) []string {
	t.Helper()
	var found []string
	for _, d := range decision6004(t).Due(plan.Window{From: day(t, from), To: day(t, to)}) {
		found = append(found, d.Unit.ID+" "+d.Occurrence.Due.String())
	}
	return found
}

func TestDueWindows(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, from, to, want string }{
		{"quý I", "2024-01-01", "2024-03-31", `
			V.3.1 2024-01-28
			PL.1.4.1 PL.1.13 PL.1.14 PL.2.3 PL.2.4 PL.3.10 PL.3.11 PL.3.15 PL.3.17 PL.5.16 PL.6.3 PL.6.4 PL.6.10 PL.7.4 2024-03-31`},
		{"quý II", "2024-04-01", "2024-06-30", `PL.1.9 PL.1.14 PL.2.6 PL.3.17 2024-06-30`},
		{"quý III", "2024-07-01", "2024-09-30", `PL.1.4.1 PL.1.14 PL.3.11 PL.3.17 2024-09-30`},
		{"tháng 10", "2024-10-01", "2024-10-31", `PL.1.4.2 PL.1.4.3 PL.2.3 PL.2.4 PL.4.9 PL.4.10 PL.4.11 2024-10-31`},
		{"tháng 11", "2024-11-01", "2024-11-30", `PL.1.9 PL.5.16 PL.6.10 2024-11-30`},
		{"30 ngày kể từ ngày 29/12/2023", "2024-01-28", "2024-01-28", `V.3.1 2024-01-28`},
		{"the last day counts", "2024-09-30", "2024-09-30", `PL.1.4.1 PL.1.14 PL.3.11 PL.3.17 2024-09-30`},
		{"the day before it", "2024-09-01", "2024-09-29", ``},
		{"tháng 2", "2024-02-01", "2024-02-29", ``},
		{"a window turned around", "2024-12-31", "2024-01-01", ``},
		{"before the plan", "2023-01-01", "2023-12-31", ``},
		// Hàng quý, định kỳ hàng quý, and twice "Trong năm 2024 và các năm tiếp
		// theo"; "định kỳ 06 tháng trong năm 2024" (PL.2.6) is over.
		{"2026", "2026-01-01", "2026-12-31", `
			PL.1.14 PL.3.17 2026-03-31
			PL.1.14 PL.3.17 2026-06-30
			PL.1.14 PL.3.17 2026-09-30
			PL.1.7 PL.1.14 PL.3.6 PL.3.17 2026-12-31`},
		{"across the new year", "2025-12-15", "2026-01-15", `PL.1.7 PL.1.14 PL.3.6 PL.3.17 2025-12-31`},
		{"across two new years", "2024-12-01", "2024-12-30", ``},
	} {
		var want []string
		for _, line := range fields(c.want, " ") {
			date := line[len(line)-1]
			for _, id := range line[:len(line)-1] {
				want = append(want, id+" "+date)
			}
		}
		if diff := cmp.Diff(want, dueIn(t, c.from, c.to)); diff != "" {
			t.Errorf("%s (-document +index):\n%s", c.name, diff)
		}
	}
}

// The fourth quarter and the whole year, against the table.
func TestDueInTheYear(t *testing.T) {
	t.Parallel()
	for _, from := range []string{"2024-10-01", "2024-01-01"} {
		var want []string
		for _, unit := range readByHand() {
			for _, date := range unit.due {
				if date >= from {
					want = append(want, unit.id+" "+date)
				}
			}
		}
		got := dueIn(t, from, "2024-12-31")
		if !slices.IsSortedFunc(got, byDate) {
			t.Errorf("from %s: not in the order of the days", from)
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("from %s (-document +index):\n%s", from, diff)
		}
	}
}

func byDate(a, b string) int {
	_, a, _ = strings.Cut(a, " ")
	_, b, _ = strings.Cut(b, " ")
	return strings.Compare(a, b)
}

// A milestone says what is due then.
func TestDueTellsTheProduct(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"2024-03-31": "trình và triển khai Kế hoạch",
		"2024-10-31": "Các sản phẩm còn lại",
	}
	got := map[string]string{}
	for _, d := range decision6004(t).Due(plan.Window{From: day(t, "2024-01-01"), To: day(t, "2024-12-31")}) {
		if d.Unit.ID == "PL.2.3" {
			got[d.Occurrence.Due.String()] = d.Occurrence.Product
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("PL.2.3 (-document +index):\n%s", diff)
	}
}

// decision6004 is the embedded plan for 2024.
func decision6004(t testing.TB) *plan.Plan {
	t.Helper()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	return library.Plans[len(library.Plans)-1]
}

// fields cuts a table into its lines and each line at its tabs or at "|",
// blank lines and comments left out.
func fields(table, separator string) [][]string {
	var rows [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, separator)
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		rows = append(rows, row)
	}
	return rows
}
