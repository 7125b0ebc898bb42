package telegram

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"cchcbot/bot"
)

// messageLimit is how many UTF-16 units a message may have, counted without
// its tags.
const messageLimit = 4096

// between stands between two paragraphs.
const between = "\n\n"

// tags of the styles.
var tags = map[bot.Style]string{bot.Bold: "b", bot.Italic: "i", bot.Code: "code"}

// entities are the three characters that Telegram's HTML demands to be
// escaped, and no others: it knows few of HTML's names.
var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escape is the only way of words into HTML.
func escape(words string) string { return entities.Replace(words) }

// render turns a text into pieces of Telegram HTML: at paragraph borders, each
// within the limit as Telegram counts, none without a visible character. No text is no
// piece.
func render(text bot.Text, limit int) []string {
	var pieces []string
	var piece strings.Builder
	size := 0
	for _, long := range text {
		for _, p := range cut(tidy(long), limit) {
			need := units(p.Plain())
			if size > 0 && size+len(between)+need > limit {
				pieces = append(pieces, piece.String())
				piece.Reset()
				size = 0
			}
			if size > 0 {
				piece.WriteString(between)
				size += len(between)
			}
			writeParagraph(&piece, p)
			size += need
		}
	}
	if size > 0 {
		pieces = append(pieces, piece.String())
	}
	return pieces
}

// writeParagraph writes a paragraph as HTML.
func writeParagraph(b *strings.Builder, p bot.Paragraph) {
	if p.Quote {
		b.WriteString("<blockquote>")
	}
	for _, s := range p.Spans {
		tag, styled := tags[s.Style]
		if styled {
			b.WriteString("<" + tag + ">")
		}
		b.WriteString(escape(s.Words))
		if styled {
			b.WriteString("</" + tag + ">")
		}
	}
	if p.Quote {
		b.WriteString("</blockquote>")
	}
}

// tidy returns the paragraph without what Telegram would refuse or take away:
// broken UTF-8, control characters, empty spans.
func tidy(p bot.Paragraph) bot.Paragraph {
	kept := bot.Paragraph{Quote: p.Quote}
	for _, s := range p.Spans {
		if s.Words = clean(s.Words); s.Words != "" {
			kept.Spans = append(kept.Spans, s)
		}
	}
	return kept
}

// clean replaces broken UTF-8 and drops control characters.
func clean(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, words)
}

// blank is true for words of which a reader sees nothing; Telegram refuses a
// message of them.
func blank(words string) bool {
	for _, r := range words {
		if !unicode.IsSpace(r) && !unicode.In(r, unicode.C, unicode.M) {
			return false
		}
	}
	return true
}

// units counts as Telegram does.
func units(words string) int {
	n := 0
	for _, r := range words {
		n += utf16.RuneLen(r)
	}
	return n
}
