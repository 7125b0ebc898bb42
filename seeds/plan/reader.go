package plan

import (
	"fmt"
	"strings"
)

// reader walks through the lines of one document, part by part.
type reader struct {
	file      string
	plan      *Plan
	problems  []Problem
	furniture map[string][]int // line numbers by name

	part    part
	drafts  []*draft
	byID    map[string]*draft
	parents map[string]bool // ids that have units under them
	copies  map[string]int  // how often an id came again
	open    *draft          // the unit that further paragraphs go to, nil between units

	bases    int  // legal bases so far
	articles int  // number of the last article
	sections int  // number of the last section
	signed   bool // the name under the decision has been read

	section     *draft // the heading of the section being read
	sectionKind Kind
	lastItem    number // of the section or of the table
	titled      bool   // the title of the plan has come to its end

	assigned map[*draft][]Party // parties of headings

	notes    []*note
	openNote *note // the footnote just read, while its rest may follow
	second   bool  // a second document has begun
	lastLine int   // the last line that is not blank
}

// Parse reads a document. Every line of it is in a unit, among the furniture
// or reported; what could be read is returned whatever the problems. Without
// a register, parties stay unresolved.
func Parse(source Source, register *Register, errata []Erratum) (*Plan, []Problem) {
	r := &reader{
		file:      source.Name,
		plan:      &Plan{Source: source.Name},
		furniture: map[string][]int{},
		byID:      map[string]*draft{},
		parents:   map[string]bool{},
		assigned:  map[*draft][]Party{},
		copies:    map[string]int{},
	}
	for _, l := range r.lines(source.Text) {
		r.read(l)
	}
	r.splitClosing()
	r.attachNotes()
	r.build()
	r.correct(errata)
	if register != nil {
		r.resolve(register)
	}
	r.complete()
	r.plan.Furniture = r.listFurniture()
	return r.plan, sortProblems(r.problems)
}

// read takes one line to the part that it belongs to.
func (r *reader) read(l line) {
	if l.text == "" {
		r.name(l, furnitureBlank)
		return
	}
	if r.second {
		return
	}
	r.lastLine = l.number
	for _, a := range anchors {
		if a.from <= r.part && r.part <= a.until && a.matches(l) {
			r.part = a.opens
			a.read(r, l)
			return
		}
	}
	switch {
	case r.part >= partPlanTitle && startsDecision(l):
		r.second = true
		r.report(l.number, "a second document starts here and is not read: a file holds one plan")
	case l.cells == nil && isLetterhead(l.text):
		r.name(l, furnitureLetterhead)
	case l.cells == nil && pageNumberPattern.MatchString(l.text):
		r.name(l, furniturePageNumber)
	default:
		partReaders[r.part](r, l)
	}
}

// report adds a problem, on one line.
func (r *reader) report(line int, format string, args ...any) {
	message := strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", "; ")
	r.problems = append(r.problems, Problem{File: r.file, Line: line, Message: message})
}

// stray reports a line that belongs to nothing.
func (r *reader) stray(l line) {
	r.report(l.number, "a line that belongs to no unit: %s", excerpt(l.text))
}

// begin opens a unit. An id that is taken is made unique, and reported.
func (r *reader) begin(l line, u Unit) *draft {
	if taken, ok := r.byID[u.ID]; ok {
		r.report(l.number, "%s is there twice, first in line %d", u.ID, taken.firstLine())
		u.ID = r.freeID(u.ID)
	}
	d := &draft{unit: u}
	r.byID[u.ID] = d
	r.drafts = append(r.drafts, d)
	r.open, r.openNote = d, nil
	return d
}

// freeID is id with a count that no unit has yet.
func (r *reader) freeID(id string) string {
	r.copies[id]++
	return fmt.Sprintf("%s~%d", id, r.copies[id]+1)
}

// excerpt quotes the start of a long text.
func excerpt(text string) string {
	const limit = 60
	runes := 0
	for i := range text {
		if runes++; runes > limit {
			return fmt.Sprintf("%q…", text[:i])
		}
	}
	return fmt.Sprintf("%q", text)
}
