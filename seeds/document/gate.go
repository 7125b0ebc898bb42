package document

import (
	"fmt"
	"slices"

	"cchcbot/seeds/plan"
)

// Blocker is one thing that keeps a plan from coming into force.
type Blocker struct {
	Kind BlockerKind `json:"kind"`
	Unit string      `json:"unit,omitempty"` // the unit that it is about, "" for the whole
	Line int         `json:"line,omitempty"`
	What string      `json:"what"` // the words that were not understood, or the title of a column
}

// BlockerKind says what is open.
type BlockerKind string

// The kinds of blockers. Of a unit, a person may wave a lead and a deadline
// through; the others have to be mended.
const (
	BlockColumn     BlockerKind = "column"     // a column whose role is not known
	BlockYear       BlockerKind = "year"       // no year, or none that the document tells
	BlockNumber     BlockerKind = "number"     // no number to cite it by
	BlockIncomplete BlockerKind = "incomplete" // an appendix is missing or empty
	BlockLead       BlockerKind = "lead"       // a lead that is in no register, or none
	BlockDeadline   BlockerKind = "deadline"   // a deadline that was not understood
)

// Waved is what a person has let pass: kinds of blockers by unit.
type Waved map[string][]BlockerKind

// Blockers lists what keeps a plan from coming into force, as it was read by a
// profile with these problems.
func Blockers(p *plan.Plan, profile Profile, problems []plan.Problem, waved Waved) []Blocker {
	var all []Blocker
	if profile.Number == "" {
		all = append(all, Blocker{Kind: BlockNumber})
	}
	if profile.From == 0 || !profile.YearSeen {
		all = append(all, Blocker{Kind: BlockYear, What: fmt.Sprint(profile.From)})
	}
	for _, columns := range profile.Columns {
		for _, c := range columns {
			if c.Role == RoleUnknown && c.Title != "" {
				all = append(all, Blocker{Kind: BlockColumn, What: c.Title})
			}
		}
	}
	if p.Incomplete {
		all = append(all, Blocker{Kind: BlockIncomplete})
	}
	for _, problem := range problems {
		if b, ok := blockerOf(problem); ok && !slices.Contains(waved[b.Unit], b.Kind) {
			all = append(all, b)
		}
	}
	return all
}

// blockerOf makes a blocker of a problem with a lead or a deadline.
func blockerOf(p plan.Problem) (Blocker, bool) {
	b := Blocker{Unit: p.Unit, Line: p.Line, What: p.Words}
	switch p.Kind {
	case plan.ProblemLead:
		b.Kind = BlockLead
	case plan.ProblemDeadline:
		b.Kind = BlockDeadline
	case plan.ProblemColumn:
		if p.Unit != "" { // those without a unit come from the profile
			b.Kind = BlockColumn
		}
	}
	return b, b.Kind != ""
}
