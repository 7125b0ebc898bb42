package plan

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// superscripts are the digits of footnote marks, in order.
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

var (
	markPattern     = regexp.MustCompile(`[` + superscripts + `]{1,3}`)
	noteLinePattern = regexp.MustCompile(`^([` + superscripts + `]{1,3})\s*(\S.*)$`)
	areaPattern     = regexp.MustCompile(`(?:^|[\s\d/])[kcdm]?m$`) // before ² and ³
)

// note is a footnote while it is being gathered.
type note struct {
	paragraph

	mark    int
	carrier *draft // the unit that was open, for a note whose mark is nowhere
	holder  *draft // the last unit that claimed it
}

// cutMark splits a line that starts a footnote.
func cutMark(text string) (mark int, words string, ok bool) {
	match := noteLinePattern.FindStringSubmatch(text)
	if match == nil {
		return 0, "", false
	}
	return markValue(match[1]), match[2], true
}

// markValue is 12 for "¹²".
func markValue(mark string) int {
	value := 0
	for _, digit := range mark {
		value = value*10 + utf8.RuneCountInString(superscripts[:strings.IndexRune(superscripts, digit)])
	}
	return value
}

// readNote opens a footnote.
func (r *reader) readNote(l line, mark int, words string) {
	n := &note{mark: mark, carrier: r.open}
	n.fragments, n.lines = []string{words}, []int{l.number}
	if len(r.notes) > 0 && r.notes[len(r.notes)-1].mark != mark-1 || len(r.notes) == 0 && mark != 1 {
		r.report(l.number, "footnote %d is out of order", mark)
	}
	r.notes = append(r.notes, n)
	r.openNote = n
}

// belongsToNote reports whether a line after footnotes is the rest of the
// last one: the text that they interrupt goes on first.
func (r *reader) belongsToNote(l line) bool {
	if last := r.open.last(); last != nil && last.unfinished() {
		return false
	}
	return r.openNote.unfinished() && r.openNote.goesOn(l.text)
}

// attachNotes takes the marks out of all texts and gives each footnote to the
// units that carry its mark.
func (r *reader) attachNotes() {
	byMark := map[int]*note{}
	for _, n := range r.notes {
		if _, taken := byMark[n.mark]; taken {
			r.report(n.lines[0], "footnote %d is there twice", n.mark)
			continue
		}
		byMark[n.mark] = n
	}
	for _, d := range r.drafts {
		r.takeMarks(d, byMark)
	}
	for _, n := range r.notes {
		r.writeNote(n, byMark)
	}
}

// takeMarks moves the marks in the texts of d to its list of notes.
func (r *reader) takeMarks(d *draft, byMark map[int]*note) {
	take := func(fragments []string) {
		for i, text := range fragments {
			fragments[i] = withoutMarks(text, func(mark int) {
				r.claim(d, byMark[mark], mark)
			})
		}
	}
	for _, p := range d.paragraphs {
		take(p.fragments)
	}
	if d.cells != nil {
		for _, cell := range d.cells.fragments {
			take(cell)
		}
	}
}

// claim gives a footnote to the unit that carries its mark.
func (r *reader) claim(d *draft, n *note, mark int) {
	if n == nil {
		r.report(d.firstLine(), "%s refers to footnote %d, which is not there", d.unit.ID, mark)
		return
	}
	if n.holder == d {
		return
	}
	n.holder = d
	d.notes = append(d.notes, n)
}

// writeNote cleans a footnote of its own mark. A note without a mark in any
// text is reported and kept where it stands.
func (r *reader) writeNote(n *note, byMark map[int]*note) {
	for i, text := range n.fragments {
		n.fragments[i] = withoutMarks(text, func(int) {})
	}
	if n.holder != nil {
		return
	}
	if byMark[n.mark] == n {
		r.report(n.lines[0], "footnote %d has no mark in the text", n.mark)
	}
	if n.carrier != nil {
		n.carrier.notes = append(n.carrier.notes, n)
	}
}

// withoutMarks is text without footnote marks; found gets each of them. The
// powers of units of measure stay.
func withoutMarks(text string, found func(mark int)) string {
	if !strings.ContainsAny(text, superscripts) {
		return text
	}
	var b strings.Builder
	at := 0
	for _, span := range markPattern.FindAllStringIndex(text, -1) {
		b.WriteString(text[at:span[0]])
		mark := text[span[0]:span[1]]
		if (mark == "²" || mark == "³") && areaPattern.MatchString(text[max(0, span[0]-3):span[0]]) {
			b.WriteString(mark)
		} else {
			found(markValue(mark))
		}
		at = span[1]
	}
	b.WriteString(text[at:])
	return b.String()
}
