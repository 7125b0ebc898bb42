package telegram

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

// messageLimit is how many UTF-16 units a message may have.
const messageLimit = 4096

// between stands between two paragraphs.
const between = "\n\n"

// marked is text as Telegram takes it: plain words, and the entities that say
// how parts of them look. Nothing in the words is markup, so nothing is escaped.
type marked struct {
	text     string
	entities []models.MessageEntity
}

// entityType is what a style is for Telegram; "" for words that look like all
// others.
func entityType(s chat.Style) models.MessageEntityType {
	switch s {
	case chat.Bold:
		return models.MessageEntityTypeBold
	case chat.Italic:
		return models.MessageEntityTypeItalic
	case chat.Code:
		return models.MessageEntityTypeCode
	}
	return ""
}

// render turns a text into pieces that are sent one by one: cut at paragraph
// borders, each within the limit as Telegram counts, none without a visible
// character. No text is no piece.
func render(text chat.Text, limit int) []marked {
	var pieces []marked
	var piece pieceBuilder
	for _, long := range text {
		for _, p := range cut(tidy(long), limit) {
			if piece.size > 0 && piece.size+len(between)+units(p.Plain()) > limit {
				pieces = append(pieces, piece.marked())
				piece = pieceBuilder{}
			}
			if piece.size > 0 {
				piece.write(between)
			}
			piece.paragraph(p)
		}
	}
	if piece.size > 0 {
		pieces = append(pieces, piece.marked())
	}
	return pieces
}

// pieceBuilder writes one piece and counts its UTF-16 units.
type pieceBuilder struct {
	words    strings.Builder
	size     int
	entities []models.MessageEntity
}

func (b *pieceBuilder) marked() marked { return marked{b.words.String(), b.entities} }

func (b *pieceBuilder) write(words string) {
	b.words.WriteString(words)
	b.size += units(words)
}

// paragraph writes a paragraph; the entity of a quote stands before those in it.
func (b *pieceBuilder) paragraph(p chat.Paragraph) {
	if p.Quote {
		b.mark(models.MessageEntityTypeBlockquote, units(p.Plain()))
	}
	for _, s := range p.Spans {
		if kind := entityType(s.Style); kind != "" {
			b.mark(kind, units(s.Words))
		}
		b.write(s.Words)
	}
}

// mark lays an entity over the units that are written next.
func (b *pieceBuilder) mark(kind models.MessageEntityType, length int) {
	b.entities = append(b.entities, models.MessageEntity{Type: kind, Offset: b.size, Length: length})
}

// tidy returns the paragraph without what Telegram would refuse or take away:
// broken UTF-8, control characters, empty spans.
func tidy(p chat.Paragraph) chat.Paragraph {
	kept := chat.Paragraph{Quote: p.Quote}
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
