package compare

import (
	"slices"
	"strings"

	"cchcbot/seeds/plan"
)

// Change is a way in which the newer of two units differs from the older.
type Change string

// The ways, in the order in which they are told.
const (
	ChangePlace    Change = "place"    // it stands elsewhere: its id is another
	ChangeLead     Change = "lead"     // another agency leads
	ChangeSupport  Change = "support"  //
	ChangeDeadline Change = "deadline" // another day of the year, or another rhythm
	ChangeProduct  Change = "product"  //
	ChangeWords    Change = "words"    // of the task itself
)

// Changes are all ways, in order.
var Changes = [...]Change{ChangePlace, ChangeLead, ChangeSupport, ChangeDeadline, ChangeProduct, ChangeWords}

// Say tells a change in one line of Vietnamese, the older value first: "chủ
// trì: Sở Nội vụ → Sở Tư pháp".
func (p Pair) Say(c Change) string {
	was, is := p.Values(c)
	return c.Name() + ": " + was + " → " + is
}

// Values are what the two units have, in one line each.
func (p Pair) Values(c Change) (was, is string) { return c.value(p.Old), c.value(p.New) }

// Name is the change as a sentence names it.
func (c Change) Name() string {
	switch c {
	case ChangePlace:
		return "vị trí"
	case ChangeLead:
		return "chủ trì"
	case ChangeSupport:
		return "phối hợp"
	case ChangeDeadline:
		return "thời hạn"
	case ChangeProduct:
		return "sản phẩm"
	}
	return "nội dung"
}

// value is what a unit has, in one line.
func (c Change) value(u plan.Unit) string {
	words := u.Text
	switch c {
	case ChangePlace:
		words = u.Place()
	case ChangeLead:
		words = u.Lead
	case ChangeSupport:
		words = u.Support
	case ChangeDeadline:
		words = u.Deadline.Words
	case ChangeProduct:
		words = u.Product
	}
	if words == "" {
		return "không ghi"
	}
	return strings.Join(strings.FieldsFunc(words, func(r rune) bool { return r == '\n' }), "; ")
}

// changesOf lists how two units differ, of plans so many years apart.
func changesOf(a, b plan.Unit, years int) []Change {
	differs := map[Change]bool{
		ChangePlace:    a.ID != b.ID,
		ChangeLead:     !slices.Equal(partiesOf(a, plan.RoleLead), partiesOf(b, plan.RoleLead)),
		ChangeSupport:  !slices.Equal(partiesOf(a, plan.RoleSupport), partiesOf(b, plan.RoleSupport)),
		ChangeDeadline: !sameTime(a.Deadline, b.Deadline, years),
		ChangeProduct:  keyOf(a.Product) != keyOf(b.Product),
		ChangeWords:    keyOf(a.Text) != keyOf(b.Text),
	}
	var all []Change
	for _, c := range Changes {
		if differs[c] {
			all = append(all, c)
		}
	}
	return all
}

// sameTime reports whether two deadlines ask for the same days: the same of the
// year, so many years later, or the very same.
func sameTime(a, b plan.Deadline, years int) bool {
	if keyOf(a.Words) == keyOf(b.Words) && len(a.Occurrences) == len(b.Occurrences) && !yearForm.MatchString(a.Words+b.Words) {
		return true
	}
	if a.Kind != b.Kind || len(a.Occurrences) != len(b.Occurrences) {
		return false
	}
	if len(a.Occurrences) == 0 {
		return a.Kind == plan.DeadlineContinuous || keyOf(a.Words) == keyOf(b.Words)
	}
	return sameDays(a.Occurrences, b.Occurrences, years) || sameDays(a.Occurrences, b.Occurrences, 0)
}

func sameDays(a, b []plan.Occurrence, years int) bool {
	return slices.EqualFunc(a, b, func(a, b plan.Occurrence) bool {
		return later(a.From, years) == b.From && later(a.Due, years) == b.Due
	})
}

// later is the same day of the year so many years later; the last day of a
// month stays the last.
func later(d plan.Date, years int) plan.Date {
	moved := plan.Date{Year: d.Year + years, Month: d.Month, Day: d.Day}
	if d.AddDays(1).Day == 1 {
		return plan.Date{Year: moved.Year, Month: moved.Month + 1, Day: 1}.AddDays(-1)
	}
	return moved
}
