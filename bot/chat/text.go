package chat

import (
	"strings"
)

// Text is what a reader sees: paragraphs, in order.
type Text []Paragraph

// Paragraph is a run of styled words that is never cut unless it alone is
// longer than a message may be.
type Paragraph struct {
	Quote bool // the document's own words
	Spans []Span
}

// Span is words in one style.
type Span struct {
	Words string // may contain "\n"
	Style Style
}

// Style of a Span.
type Style int

// The styles.
const (
	Normal Style = iota
	Bold
	Italic
	Code
)

// Plain renders the text without styles: paragraphs are separated by an empty
// line, as a reader of a terminal sees them.
func (t Text) Plain() string {
	paragraphs := make([]string, len(t))
	for i, p := range t {
		paragraphs[i] = p.Plain()
	}
	return strings.Join(paragraphs, "\n\n")
}

// Plain renders the paragraph without styles.
func (p Paragraph) Plain() string {
	var b strings.Builder
	for _, s := range p.Spans {
		b.WriteString(s.Words)
	}
	return b.String()
}
