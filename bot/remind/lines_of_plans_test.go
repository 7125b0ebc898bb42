package remind

import (
	"testing"

	"cchcbot/seeds/plan"
)

// Plans of two lines remind side by side, and what is kept of one is found again
// in it, although the other has the same units; a plan that took another's place
// rules from its year on.
func TestPlansOfTwoLines(t *testing.T) {
	t.Parallel()
	one := embedded().Plans[0]
	beside, later := *one, *one
	beside.Line, beside.ID = "2", "9/KH-UBND"
	later.ID, later.Year = "15/QĐ-UBND", 2025
	p := plannerOver(DefaultLadder(), one, &beside, &later)
	s := Subscription{Agency: agency(t, "Sở Tư pháp")}
	for year, want := range map[int]map[string]bool{
		2024: {"6004/QĐ-UBND": true, "9/KH-UBND": true},
		2025: {"15/QĐ-UBND": true, "9/KH-UBND": true},
	} {
		got, keys := map[string]bool{}, map[string]bool{}
		for _, o := range p.Occurrences(s, plan.Date{Year: year, Month: 1, Day: 1}, plan.Date{Year: year, Month: 12, Day: 31}) {
			kept := o.Kept()
			got[kept.Plan] = true
			if keys[kept.Key()] {
				t.Errorf("%s stands twice", kept.Key())
			}
			keys[kept.Key()] = true
			if restored, ok := p.Restore(kept); !ok || restored.Plan.Key != kept.Plan {
				t.Errorf("%s is found in %q, %v", kept.Key(), restored.Plan.Key, ok)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%d: reminded by %v, want %v", year, got, want)
		}
		for key := range want {
			if !got[key] {
				t.Errorf("%d: not reminded by %s", year, key)
			}
		}
	}
}
