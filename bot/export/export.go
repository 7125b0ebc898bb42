// Package export makes the files that people keep and the pictures that they
// look at: a calendar of due dates (.ics), tables of duties and of changes
// (.xlsx), and charts (.png).
//
// In: values that the caller has drawn up, with the time at which they were.
// Out: the bytes of a finished file, and beside a picture its numbers in words.
// The package knows no chat, no store and no clock. Words of strangers may
// stand in any text that it is given.
package export

import (
	"time"

	"cchcbot/seeds/plan"
)

// Heading says whose duties a file holds, by which plan, and when it was made.
type Heading struct {
	Agency   string    // name: "Sở Tư pháp"
	Decision string    // number: "6004/QĐ-UBND"
	Issued   plan.Date // when the decision was signed; zero where it is not told
	Year     int       // of the plan
	Made     time.Time // the days that are printed are those of its zone
}

// Duty is what a unit of the plan lays on the agency.
type Duty struct {
	Place     string    // citation: "Phụ lục, STT 1.14"
	Number    string    // "1.14", as people speak of it; "" for none
	Text      string    // items separated by "\n", here and below
	Role      plan.Role //
	Via       plan.Via  //
	Product   string    //
	Recipient string    // to whom the product goes, "" where the document is silent
	Lead      string    //
	Support   string    //
	Deadline  string    // in the words of the document
	Due       []Due     // by date; none for what is continuous or waits for an event
}

// Due is one due date of a Duty.
type Due struct {
	Key     string      // names the occurrence, the same in every file
	Period  string      // "Quý I năm 2024"
	Product string      // what is due then, where the document tells it apart
	Day     plan.Date   //
	Year    bool        // the duty has the whole year
	Alarms  []plan.Date // working days on which a calendar rings, the earliest first
	State   State       // "" where nobody keeps it
	On      plan.Date   // when it was delivered; zero where it was not, or nobody said
	By      string      // who reported it, "" for nobody
	Note    string      // what was said when it was acknowledged, "" for nothing
}

// State is how a due date stands on the day of the export.
type State string

// The states.
const (
	Done   State = "done"
	Late   State = "late"
	Open   State = "open"   // its period runs
	Ahead  State = "ahead"  // its period has not begun
	Waived State = "waived" // an administrator took it from the agency
	Nobody State = "nobody" // late, where nobody is there who would report it
)
