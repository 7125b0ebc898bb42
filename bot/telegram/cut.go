package telegram

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"cchcbot/bot/chat"
)

// cut returns the paragraph in parts of at most limit UTF-16 units: whole
// where it fits, else at the ends of sentences, else between words, else
// between letters. Parts of which a reader would see nothing are left out.
func cut(p chat.Paragraph, limit int) []chat.Paragraph {
	var parts []chat.Paragraph
	for {
		p = trim(p)
		plain := p.Plain()
		if blank(plain) {
			return parts
		}
		end := border(plain, limit)
		head, rest := divide(p, end)
		if head = trim(head); !blank(head.Plain()) {
			parts = append(parts, head)
		}
		p = rest
	}
}

// border returns the byte at which to end a part.
func border(plain string, limit int) int {
	window := prefix(plain, limit)
	if window == len(plain) {
		return window
	}
	sentence, word, letter := 0, 0, 0
	var before rune
	for at, r := range plain[:window] {
		if at > 0 && divisible(before, r) {
			letter = at
		}
		if isBreak(r) {
			word = at
			if r == '\n' || strings.ContainsRune(".;!?…", before) {
				sentence = at
			}
		}
		before = r
	}
	// The window's own end is a border, too, where the next character allows.
	next, _ := utf8.DecodeRuneInString(plain[window:])
	switch {
	case isBreak(next) && sentence < window/2:
		return window
	case sentence >= window/2:
		return sentence
	case word > 0:
		return word
	case divisible(before, next) || letter == 0:
		return window
	}
	return letter
}

// prefix returns how many bytes hold at most limit UTF-16 units, whole
// characters only.
func prefix(words string, limit int) int {
	n := 0
	for at, r := range words {
		if n += utf16.RuneLen(r); n > limit {
			return at
		}
	}
	return len(words)
}

// isBreak is true for the spaces at which a line may end; a no-break space is
// none.
func isBreak(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// divisible says whether a reader sees two characters: not so before a
// combining mark (Vietnamese letters may come as base and marks), around a
// joiner, or before an emoji's skin colour.
func divisible(before, after rune) bool {
	const joiner, lightest, darkest = '\u200d', '\U0001f3fb', '\U0001f3ff'
	return !unicode.Is(unicode.M, after) && before != joiner && after != joiner &&
		!(after >= lightest && after <= darkest)
}

// divide splits the paragraph at a byte of its plain words; both halves keep
// their styles.
func divide(p chat.Paragraph, at int) (head, rest chat.Paragraph) {
	head.Quote, rest.Quote = p.Quote, p.Quote
	for _, s := range p.Spans {
		n := min(at, len(s.Words))
		at -= n
		if n > 0 {
			head.Spans = append(head.Spans, chat.Span{Words: s.Words[:n], Style: s.Style})
		}
		if n < len(s.Words) {
			rest.Spans = append(rest.Spans, chat.Span{Words: s.Words[n:], Style: s.Style})
		}
	}
	return head, rest
}

// trim takes away the spaces around a paragraph, which Telegram would do, too.
func trim(p chat.Paragraph) chat.Paragraph {
	plain := p.Plain()
	left := len(plain) - len(strings.TrimLeftFunc(plain, isBreak))
	_, p = divide(p, left)
	p, _ = divide(p, len(strings.TrimRightFunc(plain[left:], isBreak)))
	return p
}
