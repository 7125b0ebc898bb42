// Package deadline understands what documents say about time.
//
// In: the words of a cell, the year of the plan and the day of its issue. Out:
// a plan.Deadline with the due dates that the words mean, and an error that
// names every statement that was not understood in full: no date is guessed.
package deadline

import (
	"strings"

	"cchcbot/seeds/plan"
)

// Context is what is known about the document that a cell stands in.
type Context struct {
	Year     int            // of the plan, for times that name none
	Issued   plan.Date      // from which "kể từ ngày ban hành" counts; zero where it is not known
	Calendar *plan.Calendar // counts working days; nil where they are not understood
}

// Parse is ParseIn for a plan of which the year alone is known.
func Parse(words string, year int) (plan.Deadline, error) {
	return ParseIn(words, Context{Year: year})
}

// ParseIn reads the cell "Thời gian hoàn thành".
// Each statement of time becomes a Milestone; one that names no year takes the
// plan's. The occurrences are those that the statements have in the plan's
// year, and one-off dates outside it. An empty cell is a Deadline of kind none.
// Words that hold no time are kept, with an *Unread.
func ParseIn(words string, in Context) (plan.Deadline, error) {
	words = plan.CleanText(words)
	d := plan.Deadline{Words: strings.TrimSpace(words), Kind: plan.DeadlineNone}
	var unclear []string
	for _, statement := range statements(words) {
		times, ok := readTimes(statement, in.Year)
		if ok && len(times) == 1 {
			ok = in.count(&times[0])
		}
		if !ok {
			unclear = append(unclear, statement)
			continue
		}
		for _, one := range times {
			one.milestone.Words = statement
			d.Milestones = append(d.Milestones, one.milestone)
			d.Occurrences = append(d.Occurrences, one.occurrences...)
		}
	}
	switch len(d.Milestones) {
	case 0:
	case 1:
		d.Kind = d.Milestones[0].Kind
	default:
		d.Kind = plan.DeadlineMilestones
	}
	plan.SortByDue(d.Occurrences)
	if len(unclear) > 0 {
		return d, &plan.Unread{Words: unclear}
	}
	return d, nil
}

// readStatement reads one statement of time; false where it holds none, or
// where a part of it that speaks of time is left over.
func readStatement(words string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	for _, spelled := range []string{words, plainly(words)} {
		if m, occurrences, ok := readExact(spelled, year); ok {
			m.Words = words
			return m, occurrences, true
		}
	}
	if m, occurrences, ok := readBefore(plainly(words), year); ok {
		return m, occurrences, true
	}
	return readBehind(plainly(words), year)
}

// fillers are words around a time that name no product.
var fillers = plan.KeySet("hoan thanh trong thuc hien dinh ky vao truoc den cuoi het cham nhat ngay ca")

// trimFillers cuts fillers and punctuation off the end of a text.
func trimFillers(text string) string {
	text = strings.Trim(text, " \t\n:;,.-–")
	words := plan.SplitWords(text)
	end := len(words)
	for end > 0 && fillers[words[end-1].Key] {
		end--
	}
	if end == 0 {
		return ""
	}
	return text[:words[end-1].End]
}
