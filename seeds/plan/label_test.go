package plan

import "testing"

func TestLabel(t *testing.T) {
	for _, c := range []struct {
		plan                Plan
		label, name, period string
	}{
		{Plan{Number: "6004/QĐ-UBND", Year: 2024}, "QĐ 6004/QĐ-UBND", "Quyết định 6004/QĐ-UBND", "năm 2024"},
		{Plan{Kind: "Kế hoạch", Number: "310/KH-UBND", Year: 2025, Until: 2030}, "Kế hoạch số 310/KH-UBND", "Kế hoạch số 310/KH-UBND", "giai đoạn 2025 - 2030"},
		{Plan{Number: "12/2025/NQ-HĐND", Year: 2025, Until: 2025}, "Nghị quyết số 12/2025/NQ-HĐND", "Nghị quyết số 12/2025/NQ-HĐND", "năm 2025"},
		{Plan{Kind: "Chương trình", Number: "7/UBND-NC", Year: 2026}, "Chương trình số 7/UBND-NC", "Chương trình số 7/UBND-NC", "năm 2026"},
		{Plan{Number: "7/UBND-NC", Year: 2026}, "Văn bản số 7/UBND-NC", "Văn bản số 7/UBND-NC", "năm 2026"},
		{Plan{Kind: "Kế hoạch", Year: 2026}, "Kế hoạch (chưa có số)", "Kế hoạch (chưa có số)", "năm 2026"},
	} {
		if c.plan.Label() != c.label || c.plan.Name() != c.name || c.plan.Period() != c.period {
			t.Errorf("%+v: %q, %q, %q", c.plan, c.plan.Label(), c.plan.Name(), c.plan.Period())
		}
	}
}

func TestCoversYear(t *testing.T) {
	one, span := &Plan{Year: 2024}, &Plan{Year: 2025, Until: 2027}
	for year, want := range map[int][2]bool{2023: {}, 2024: {true, false}, 2025: {false, true}, 2027: {false, true}, 2028: {}} {
		if got := [2]bool{one.CoversYear(year), span.CoversYear(year)}; got != want {
			t.Errorf("%d: %v, want %v", year, got, want)
		}
	}
}
