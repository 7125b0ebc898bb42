package plan

import "cmp"

// Volume is a plan of a library that is read when it is asked for.
type Volume struct {
	About *Plan                 // what is known without its units
	Open  func() (*Plan, error) // the whole plan; it may be called from many goroutines
}

// Key names the decision in records.
func (p *Plan) Key() string { return cmp.Or(p.ID, p.Number) }

// ButtonCode is the number by which buttons name the plan: its year, or what the
// library gave it.
func (p *Plan) ButtonCode() int { return cmp.Or(p.Code, p.Year) }
