package document

import (
	"slices"
	"strconv"
	"strings"

	"cchcbot/seeds/block"
	"cchcbot/seeds/plan"
)

// note is a footnote, and the unit that was open where it stands.
type note struct {
	block.Note
	open int
	held bool
}

// takeNotes keeps footnotes until all units are there.
func (r *reader) takeNotes(notes []block.Note) {
	for _, n := range notes {
		r.notes = append(r.notes, note{Note: n, open: r.open})
	}
}

// attachNotes takes the marks out of all words and gives each footnote to the
// units that carry its mark. One without a mark stays where it stands.
func (r *reader) attachNotes() {
	for i := range r.plan.Units {
		u := &r.plan.Units[i]
		for _, field := range textsOf(u) {
			*field = strings.TrimSpace(block.CutMarks(*field, func(digits string) bool { return r.hold(u, digits) }))
		}
	}
	for _, n := range r.notes {
		if n.held {
			continue
		}
		r.report(n.First, plan.ProblemNote, "chú thích %d không có dấu trong văn bản", n.Mark)
		if n.open >= 0 {
			r.addNote(&r.plan.Units[n.open], n)
		}
	}
}

// hold gives footnotes to a unit by a run of marks in its words. The run stays in
// the words where the document has no footnotes.
func (r *reader) hold(u *plan.Unit, digits string) bool {
	marks := r.splitMarks(digits)
	if marks == nil {
		r.reportOf(u, plan.ProblemNote, "", "có dấu chú thích %s nhưng không có lời chú thích", digits)
	}
	for _, mark := range marks {
		n := r.noteOf(mark)
		n.held = true
		r.addNote(u, *n)
	}
	return len(r.notes) > 0
}

// splitMarks cuts a run of marks into those of footnotes: "12" is one footnote or
// two that follow one another. Nil where it cannot be cut so.
func (r *reader) splitMarks(digits string) []int {
	for n := min(len(digits), 3); n > 0; n-- {
		mark, _ := strconv.Atoi(digits[:n]) // digits
		if r.noteOf(mark) == nil {
			continue
		}
		if n == len(digits) {
			return []int{mark}
		}
		if rest := r.splitMarks(digits[n:]); rest != nil {
			return append([]int{mark}, rest...)
		}
	}
	return nil
}

// noteOf is the footnote of a mark: the next one that is free, or the last of
// that number where several places refer to one.
func (r *reader) noteOf(mark int) *note {
	var found *note
	for i := range r.notes {
		if r.notes[i].Mark != mark {
			continue
		}
		found = &r.notes[i]
		if !found.held {
			break
		}
	}
	return found
}

// addNote writes a footnote into a unit.
func (r *reader) addNote(u *plan.Unit, n note) {
	f := plan.Footnote{Mark: n.Mark, Text: strings.TrimSpace(block.CutMarks(n.Text, func(string) bool { return true }))}
	if slices.Contains(u.Footnotes, f) {
		return
	}
	u.Footnotes = append(u.Footnotes, f)
	for line := n.First; line > 0 && line <= n.Last; line++ {
		r.own(u, line)
	}
}

// textsOf are the fields of a unit that hold words of the document.
func textsOf(u *plan.Unit) []*string {
	fields := []*string{&u.Text, &u.Product, &u.Lead, &u.Support, &u.Begin, &u.Remark, &u.Deadline.Words}
	for i := range u.Footnotes {
		fields = append(fields, &u.Footnotes[i].Text)
	}
	return fields
}
