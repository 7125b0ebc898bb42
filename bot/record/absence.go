package record

import "cchcbot/seeds/plan"

// Absence is when a person is away, and who is reminded and acts in their place.
type Absence struct {
	Person   Person
	From, To plan.Date // both included
	Deputy   Person    // the zero Person for nobody
}
