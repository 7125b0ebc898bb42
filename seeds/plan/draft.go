package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// draft is a unit while its lines are being gathered.
type draft struct {
	unit       Unit
	paragraphs []*paragraph
	cells      *row // nil but for a row of the appendix
	notes      []*note
	lines      []int // that belong to the unit without being words of its text
}

// paragraph is words that may have been cut by page breaks and footnotes.
type paragraph struct {
	fragments []string
	lines     []int
}

// cutParagraph is the least length, in runes, of a line that a page break may
// have cut without leaving a trace; a shorter line without a full stop is a
// title.
const cutParagraph = 80

var (
	bulletPattern = regexp.MustCompile(`^[-–—•*]\s+`)
	subItemStart  = regexp.MustCompile(`^(?:[-–—•*+]\s|\p{Ll}{1,2}[).]\s)`)
)

// newParagraph starts a paragraph; every bullet is marked "- ".
func newParagraph(l line, text string) *paragraph {
	return &paragraph{fragments: []string{bulletPattern.ReplaceAllString(text, "- ")}, lines: []int{l.number}}
}

// add appends the rest of a cut paragraph.
func (p *paragraph) add(l line) {
	p.fragments = append(p.fragments, l.text)
	p.lines = append(p.lines, l.number)
}

// text is the paragraph, whole again.
func (p *paragraph) text() string { return strings.Join(p.fragments, " ") }

// unfinished reports whether the paragraph lacks the sign that ends one.
func (p *paragraph) unfinished() bool {
	last := strings.TrimRight(p.fragments[len(p.fragments)-1], superscripts+" ")
	end, _ := utf8.DecodeLastRuneInString(last)
	return !strings.ContainsRune(`.;:!?…”")`, end)
}

// goesOn reports whether text is the rest of p: a new paragraph starts with a
// capital, after one that has come to its end.
func (p *paragraph) goesOn(text string) bool {
	if subItemStart.MatchString(text) {
		return false
	}
	if startsInside(text) {
		return true
	}
	length := 0
	for _, fragment := range p.fragments {
		length += len(fragment) // bytes are enough to tell long from short
		if length > 2*cutParagraph {
			break
		}
	}
	return p.unfinished() && (length > 2*cutParagraph || utf8.RuneCountInString(p.text()) >= cutParagraph)
}

// startsInside reports whether text starts as only the inside of a sentence
// does.
func startsInside(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first) || strings.ContainsRune(`.,;:)%/`, first)
}

// last is the paragraph that is being gathered, nil where there is none.
func (d *draft) last() *paragraph {
	if len(d.paragraphs) == 0 {
		return nil
	}
	return d.paragraphs[len(d.paragraphs)-1]
}

// write adds a line: the rest of the last paragraph, or a new one.
func (d *draft) write(l line) {
	if last := d.last(); last != nil && last.goesOn(l.text) {
		last.add(l)
		return
	}
	d.begin(l, l.text)
}

// begin adds a new paragraph.
func (d *draft) begin(l line, text string) {
	d.paragraphs = append(d.paragraphs, newParagraph(l, text))
}

// own counts a line to the unit whose words are not kept.
func (d *draft) own(l line) { d.lines = append(d.lines, l.number) }

// text is the paragraphs, one a line.
func (d *draft) text() string {
	texts := make([]string, len(d.paragraphs))
	for i, p := range d.paragraphs {
		texts[i] = p.text()
	}
	return strings.Join(texts, "\n")
}

// firstLine is the line that opens the unit.
func (d *draft) firstLine() int {
	switch {
	case len(d.lines) > 0:
		return d.lines[0]
	case d.cells != nil:
		return d.cells.lines[0]
	case len(d.paragraphs) > 0:
		return d.paragraphs[0].lines[0]
	}
	return 0
}

// lineNumbers are all the lines that the unit stands in.
func (d *draft) lineNumbers() []int {
	numbers := slices.Clone(d.lines)
	for _, p := range d.paragraphs {
		numbers = append(numbers, p.lines...)
	}
	if d.cells != nil {
		numbers = append(numbers, d.cells.lines...)
	}
	for _, n := range d.notes {
		numbers = append(numbers, n.lines...)
	}
	return numbers
}
