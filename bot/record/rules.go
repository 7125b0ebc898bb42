package record

import (
	"time"

	"cchcbot/seeds/plan"
)

// Rules are what administrators changed about the reminders.
type Rules struct {
	Ladders  map[plan.DeadlineKind][]string // rungs by their names, such as "15wd", "5wd", "last", "30d", "q1"; in place of the default ladder of the kind
	Calendar []plan.CalendarEntry           // in place of what the register says of these days
	Internal []InternalDue
}

// InternalDue makes a unit due earlier than the document says: on a day of the
// last month of its period ("bài viết trước ngày 20 tháng cuối quý").
type InternalDue struct {
	Plan string // names the decision, "" for all
	Unit string
	Day  int // of the month, 1 to 31
}

// Change is an entry of the audit log, and a line of its export. Entries are
// only ever added.
type Change struct {
	ID     int64     `json:"id"`
	At     time.Time `json:"at"`
	By     Person    `json:"by"`
	What   string    `json:"what"`  // "subscription", "occurrence", "ladder", "calendar", "internal_due", "administrator", "announcement", ...
	About  string    `json:"about"` // what was changed, in words of the register: a chat and agency, the key of an occurrence
	Before string    `json:"before"`
	After  string    `json:"after"`
}
