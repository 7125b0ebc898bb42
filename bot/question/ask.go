package question

import (
	"slices"

	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// Ask is one thing that a person wants to be told of the units that a question is
// about.
type Ask string

// What can be asked.
const (
	AskText       Ask = "text" // what it says
	AskOwner      Ask = "owner"
	AskSupport    Ask = "support"
	AskDeadline   Ask = "deadline"
	AskProduct    Ask = "product"
	AskTarget     Ask = "target"
	AskContact    Ask = "contact"
	AskDocument   Ask = "document" // on what it rests
	AskCount      Ask = "count"
	AskList       Ask = "list"
	AskFirst      Ask = "first" // which is due first
	AskLast       Ask = "last"
	AskMost       Ask = "most" // which of what By says has most units
	AskLeast      Ask = "least"
	AskDifference Ask = "difference"
	AskYesNo      Ask = "yesno"
	AskState      Ask = "state"     // how far it is
	AskWhoDone    Ask = "whodone"   // who said that it is done, and when
	AskCountdown  Ask = "countdown" // how many days are left
)

// Grouping is by what units are put together where the greatest or smallest lot is
// asked for.
type Grouping string

// The groupings.
const (
	ByNothing Grouping = ""
	ByHeading Grouping = "heading"
	ByAgency  Grouping = "agency"
	ByQuarter Grouping = "quarter"
	ByMonth   Grouping = "month"
)

// About tells of which units a question is: all of its conditions hold at once.
// The zero value is every unit.
type About struct {
	Parties   []Party // each takes part in the unit as it says
	Heading   *Heading
	Windows   []Window // due in any of them; one that is Impossible or Unread names no time
	Any       bool     // any of the parties does
	Ahead     bool     // its next due date counts, and not one that is past
	Stated    bool     // the times are written in the unit, rather than those of every period
	Nth       []int    // of those under the heading, by their order in the document; LastOne is the last
	Recurs    Recurrence
	Only      bool             // the unit says nothing besides: no other time, no other product
	Product   [][]index.Word   // what its product is, each part of it
	Lacks     []index.Fact     // what the unit does not state
	Documents []index.Citation // on any of which it rests
	Cites     bool             // rests on some document
	State     State
	Places    []Place      // the units themselves, by number
	Topic     []index.Term // the words that no condition took, without those that weigh nothing
	Unread    []string     // of these, as typed, those that neither the plan nor speech knows
}

// Party is an agency that takes part in a unit.
type Party struct {
	Agency *plan.Agency // nil for the asker's own
	Own    bool         // it is the asker's own
	Role   plan.Role    // "" for any
	Via    plan.Via     // "" however it is addressed
	Not    bool         // it takes no part: "ngoài Sở Nội vụ"
	Only   bool         // it has no other role: "chỉ phối hợp"
	Alone  bool         // nobody else has the role
}

// Heading is what units stand under: a section, a group of the appendix by its
// number, or by words of its title.
type Heading struct {
	Section string       // "I".."V", "PL", "" where untold
	Number  string       // "5" of "nhóm 5", "" where untold
	Words   []index.Word // of its title; where no title has them they are a topic
}

// Recurrence is how often a duty comes back.
type Recurrence string

// The recurrences.
const (
	Monthly    Recurrence = "monthly"
	Quarterly  Recurrence = "quarterly"
	HalfYearly Recurrence = "half-yearly"
	Yearly     Recurrence = "yearly"
	Always     Recurrence = "always"   // "thường xuyên"
	Periodic   Recurrence = "periodic" // any of them: "định kỳ"
	Once       Recurrence = "once"
	OnEvent    Recurrence = "event"  // "khi phát sinh"
	Beyond     Recurrence = "beyond" // goes on in later years
)

// State is how a duty stands with the asker.
type State string

// The states.
const (
	StateOpen State = "open"
	StateDone State = "done"
	StateLate State = "late"
)

// Over is the plan that a question is about. The zero value is the plan in force.
type Over struct {
	Year   int          // 0 where none is named
	Number string       // of its decision: "6004"
	Title  []index.Word // words of its title; they stand in the topic, too
}

// Asked reports whether a thing is asked.
func (q Question) Asked(a Ask) bool { return slices.Contains(q.Asks, a) }

// Set reports whether a question is for a set of units rather than for one: it
// lists, counts or compares.
func (q Question) Set() bool { return slices.ContainsFunc(q.Asks, Ask.ofSet) }

// OnlySet reports whether it asks for no fact of a unit besides.
func (q Question) OnlySet() bool {
	return q.Set() && !slices.ContainsFunc(q.Asks, func(a Ask) bool { return !a.ofSet() && a != AskYesNo })
}

func (a Ask) ofSet() bool {
	switch a {
	case AskList, AskCount, AskFirst, AskLast, AskMost, AskLeast, AskDifference:
		return true
	}
	return false
}
