package vi

import (
	"strings"
	"unicode"

	"github.com/blevesearch/bleve/v2/analysis"
)

// Tokenizer cuts a text into tokens for Bleve. Terms are the bytes of the text
// as they stand there; the filters bring them into a form.
//
// What is kept whole comes with its parts, so that "1191" finds 1191/QĐ-UBND
// and "iso 9001" finds ISO 9001:2015. The parts hold the positions and the
// whole stands on the first of them, so that phrases go on behind it. The
// whole, and the parts of document numbers, are marked as key words: filters
// do not expand them and do not pair them.
//
// The end of a sentence leaves a position free, so that no phrase and no pair
// reaches over it.
type Tokenizer struct{}

// Tokenize implements analysis.Tokenizer.
func (Tokenizer) Tokenize(input []byte) analysis.TokenStream {
	c := cutter{
		lexer:  lexer{text: string(input)},
		input:  input,
		tokens: make(analysis.TokenStream, 0, len(input)/bytesAToken+1),
		at:     1,
	}
	last := span{}
	for {
		found, ok := c.lexer.next()
		if !ok {
			return c.tokens
		}
		if c.sentenceEnds(last, found.start) {
			c.at++
		}
		c.add(found)
		last = found
	}
}

// A cutter turns spans into tokens with positions.
type cutter struct {
	lexer  lexer
	input  []byte
	tokens analysis.TokenStream
	at     int // the next free position
}

// add emits a span with its parts and moves on behind them.
func (c *cutter) add(s span) {
	switch s.kind {
	case Word, Number:
		c.emit(s, false)
		c.at++
	case Date, Email:
		c.emit(s, true)
		c.at++
	default:
		c.emit(s, true)
		c.addParts(s)
	}
}

// addParts emits the parts of a span; "9001:2015" within "ISO 9001:2015" is
// one as a whole too.
func (c *cutter) addParts(s span) {
	parts := c.lexer.parts(s)
	for i, part := range parts {
		if s.kind == Standard && i == 1 && len(parts) == 3 {
			c.emit(span{part.start, s.end, Standard}, true)
		}
		c.emit(part, s.kind == Document)
		c.at++
	}
}

func (c *cutter) emit(s span, keyWord bool) {
	kind := analysis.AlphaNumeric
	if s.kind == Number {
		kind = analysis.Numeric
	}
	c.tokens = append(c.tokens, &analysis.Token{
		Term:     c.input[s.start:s.end:s.end],
		Start:    s.start,
		End:      s.end,
		Position: c.at,
		Type:     kind,
		KeyWord:  keyWord,
	})
}

// sentenceEnds reports whether a sentence ends between two spans. A dot behind
// an abbreviation ("TP. Thủ Đức", "Q. 1") or without a space behind it does
// not end one.
func (c *cutter) sentenceEnds(last span, next int) bool {
	if last.end == 0 {
		return false
	}
	between := c.lexer.text[last.end:next]
	if strings.ContainsAny(between, ";!?\n|") {
		return true
	}
	for i, r := range between {
		if (r == ':' || r == '.' && !c.shortened(last)) && spaceFollows(between[i+1:]) {
			return true
		}
	}
	return false
}

// shortened reports whether a span is an abbreviation that a dot belongs to.
func (c *cutter) shortened(s span) bool {
	word := c.lexer.text[s.start:s.end]
	return s.kind == Word && (len(word) == 1 || isAbbreviation(word))
}

func spaceFollows(s string) bool {
	r, size := decodeFirst(s)
	return size > 0 && unicode.IsSpace(r)
}
