package remind

import (
	"fmt"
	"testing"

	"cchcbot/seeds/plan"
)

// TestCoursesAreBounded has strangers ask for wards of any name.
func TestCoursesAreBounded(t *testing.T) {
	t.Parallel()
	p := planner()
	library := embedded()
	from, to := plan.Date{Year: 2024, Month: 1, Day: 1}, plan.Date{Year: 2024, Month: 12, Day: 31}
	for n := range mostCoursePages + 10 {
		ward, ok := library.Register.Ward(fmt.Sprintf("phường Số %d", n))
		if !ok {
			t.Fatalf("ward %d is none", n)
		}
		if got := len(p.Occurrences(Subscription{Agency: ward}, from, to)); got != 2 {
			t.Fatalf("ward %d owes %d, want the two that wards lead", n, got)
		}
	}
	if n := len(p.courses.pages); n > mostCoursePages {
		t.Errorf("%d pages are kept, want at most %d", n, mostCoursePages)
	}
}
