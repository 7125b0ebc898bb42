package plan

import (
	"slices"
	"time"
)

// OfToday keeps those of some agencies that are there at a time; all where none
// is.
func OfToday(agencies []Agency, now time.Time) []Agency {
	today := DateOf(now)
	present := slices.DeleteFunc(slices.Clone(agencies), func(a Agency) bool {
		return Ended(a, now) || a.ValidFrom.Compare(today) > 0
	})
	if len(present) == 0 {
		return agencies
	}
	return present
}

// IsWard is true for a ward, of which the register holds none.
func IsWard(a Agency) bool {
	return len(a.Groups) == 1 && a.Groups[0] == WardGroup
}

// KeyOf is what memory keeps of an agency.
func KeyOf(a Agency) string {
	if IsWard(a) && a.ID != WardGroup {
		return a.Name
	}
	return a.ID
}

// Ended reports whether an agency is no more at a time.
func Ended(a Agency, now time.Time) bool {
	return !a.ValidTo.IsZero() && a.ValidTo.Compare(DateOf(now)) < 0
}
