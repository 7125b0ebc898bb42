package plan

import "fmt"

// Problem is something in a document that could not be read as expected.
type Problem struct {
	File    string
	Line    int         // from 1; 0 where no single line is to blame
	Unit    string      // id of the unit that it is about, "" for none
	Kind    ProblemKind //
	Words   string      // the words of the document that it is about, "" for none
	Message string      // for an official, in Vietnamese: names the place and what is wrong there
}

// ProblemKind says what sort of thing a problem is about.
type ProblemKind string

// The kinds of problems.
const (
	ProblemStray      ProblemKind = "stray"      // words that belong to nothing
	ProblemOrder      ProblemKind = "order"      // a number that is missing, doubled or unreadable
	ProblemNote       ProblemKind = "note"       // a footnote without its mark, or a mark without its footnote
	ProblemErratum    ProblemKind = "erratum"    // a correction that does not fit
	ProblemNumber     ProblemKind = "number"     // the document has no number, or no date
	ProblemYear       ProblemKind = "year"       // no year is told
	ProblemColumn     ProblemKind = "column"     // a column whose title says nothing known
	ProblemIncomplete ProblemKind = "incomplete" // an appendix or all tasks are missing
	ProblemText       ProblemKind = "text"       // a task without words
	ProblemLead       ProblemKind = "lead"       // none, or one in no register
	ProblemOpenLead   ProblemKind = "open_lead"  // several that are described and not named
	ProblemSupport    ProblemKind = "support"    // one in no register
	ProblemDeadline   ProblemKind = "deadline"   // not understood
	ProblemFile       ProblemKind = "file"       // the file cannot be read at all
)

// String is "file:line: message", the form that editors jump to. A problem
// with no line of its own is shown at the first line.
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d: %s", p.File, max(p.Line, 1), p.Message)
}

// Unread is the error of words of a cell that were not understood.
type Unread struct{ Words []string }

func (e *Unread) Error() string { return fmt.Sprintf("not understood: %q", e.Words) }
