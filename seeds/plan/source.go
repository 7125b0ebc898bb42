package plan

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Source is a document to read.
type Source struct {
	Name string // names the document in Problems, as a file name does
	Text string // its text: UTF-8, headings and paragraphs a line each, tables as tab-separated rows
}

// Number is the number of the decision, read from the head of the text; ""
// where it has none.
func (s Source) Number() string {
	for raw := range strings.SplitSeq(s.Text, "\n") {
		if match := numberLinePattern.FindStringSubmatch(cleanLine(0, raw).text); match != nil {
			return match[1]
		}
	}
	return ""
}

// line is one line of a source, clean: NFC, without emphasis, single-spaced.
type line struct {
	number int
	text   string   // "" where blank
	cells  []string // the cells of a table row; nil without a tab
}

var (
	italicPattern   = regexp.MustCompile(`\*([^\s*](?:[^*]*[^\s*])?)\*`)
	listItemPattern = regexp.MustCompile(`<li[^<>]*>\s*(?:-\s+)?`)
	lineTagPattern  = regexp.MustCompile(`<br\s*/?>`)
	listTagPattern  = regexp.MustCompile(`</?[uo]l[^<>]*>|</li>`)
)

// lines cuts the source into clean lines and reports what is no text.
func (r *reader) lines(text string) []line {
	text = strings.TrimSuffix(strings.TrimPrefix(text, "\ufeff"), "\n")
	var lines []line
	for raw := range strings.SplitSeq(text, "\n") {
		number := len(lines) + 1
		raw = strings.TrimSuffix(raw, "\r")
		if !utf8.ValidString(raw) {
			r.report(number, "bytes that are not UTF-8")
			raw = strings.ToValidUTF8(raw, string(utf8.RuneError))
		}
		if strings.ContainsFunc(raw, isControl) {
			r.report(number, "control characters")
		}
		lines = append(lines, cleanLine(number, raw))
	}
	return lines
}

// cleanLine takes away what the words do not need: emphasis, list tags,
// composition and spacing.
func cleanLine(number int, raw string) line {
	text := norm.NFC.String(raw)
	if strings.Contains(text, "*") {
		text = italicPattern.ReplaceAllString(strings.ReplaceAll(text, "**", ""), "$1")
	}
	clean := line{number: number}
	if strings.Contains(text, "\t") {
		for cell := range strings.SplitSeq(text, "\t") {
			clean.cells = append(clean.cells, cleanCell(cell))
		}
	}
	clean.text = singleSpaced(text)
	return clean
}

// cleanCell keeps the line borders that list tags stand for.
func cleanCell(cell string) string {
	if !strings.Contains(cell, "<") {
		return singleSpaced(cell)
	}
	cell = listItemPattern.ReplaceAllString(cell, "\n- ")
	cell = lineTagPattern.ReplaceAllString(cell, "\n")
	cell = listTagPattern.ReplaceAllString(cell, " ")
	var lines []string
	for part := range strings.SplitSeq(cell, "\n") {
		if part = singleSpaced(part); part != "" {
			lines = append(lines, part)
		}
	}
	return strings.Join(lines, "\n")
}

// singleSpaced joins the words of s with one space each; characters that
// take no room (zero-width ones, soft hyphens) are gone.
func singleSpaced(s string) string {
	s = strings.Map(func(c rune) rune {
		switch {
		case c == '\u00ad', c == '\ufeff', '\u200b' <= c && c <= '\u200d':
			return -1
		case unicode.IsControl(c):
			return ' '
		}
		return c
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isControl finds what no text holds; a form feed is a page break.
func isControl(c rune) bool {
	return unicode.IsControl(c) && c != '\t' && c != '\r' && c != '\f'
}
