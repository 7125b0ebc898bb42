package chat

import (
	"cchcbot/seeds/plan"
)

// Shown is what stands on a screen. Whoever makes the screen tells it together
// with its text and buttons. The zero value is a screen without units.
type Shown struct {
	Units []string     // ids of the units that are shown or offered, in the order of the screen
	Focus []string     // ids of those that are shown whole, with their place
	Card  string       // id of the unit whose card stands alone and may be led on from, "" for none
	About *plan.Agency // whom that card was asked about, nil for nobody in particular
}

// CardOf is the screen of one unit that is opened from others.
func CardOf(u plan.Unit) Shown { return Shown{Focus: []string{u.ID}, Card: u.ID} }
