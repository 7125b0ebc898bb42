package vi

import "strings"

// A span is a place in a text and what stands there.
type span struct {
	start, end int
	kind       Kind
}

// A lexer finds the spans of a text from left to right. Each pattern looks at
// a bounded number of atoms, so the time is linear in the text.
type lexer struct {
	text string
	at   int
}

// next finds the next span.
func (l *lexer) next() (span, bool) {
	first, ok := l.atomAfter(l.at)
	if !ok {
		l.at = len(l.text)
		return span{}, false
	}
	found := l.widen(first)
	l.at = found.end
	return found, true
}

// An atom is a run of letters, marks and digits.
type atom struct {
	start, end int
	digits     bool // digits alone
}

// atomAfter finds the first atom at a place or after it.
func (l *lexer) atomAfter(at int) (atom, bool) {
	for at < len(l.text) {
		r, size := decode(l.text, at)
		if isWordRune(r) {
			return l.atomAt(at)
		}
		at += size
	}
	return atom{}, false
}

// atomAt reads the atom that begins exactly at a place.
func (l *lexer) atomAt(at int) (atom, bool) {
	found := atom{start: at, end: at, digits: true}
	for found.end < len(l.text) {
		r, size := decode(l.text, found.end)
		if found.end == at && !isWordRune(r) || !continuesWord(r) {
			break
		}
		found.digits = found.digits && isDigit(r)
		found.end += size
	}
	return found, found.end > at
}

// follow reads the atom behind a separator that stands at a place.
func (l *lexer) follow(at int, separator byte) (atom, bool) {
	if !l.has(at, separator) {
		return atom{}, false
	}
	return l.atomAt(at + 1)
}

func (l *lexer) has(at int, c byte) bool {
	return at < len(l.text) && l.text[at] == c
}

// widen makes of an atom the longest span that begins with it.
func (l *lexer) widen(first atom) span {
	if end, ok := l.email(first); ok {
		return span{first.start, end, Email}
	}
	if !first.digits {
		return l.widenLetters(first)
	}
	if end, ok := l.document(first); ok {
		return span{first.start, end, Document}
	}
	if end, ok := l.date(first); ok {
		return span{first.start, end, Date}
	}
	if end, ok := l.standard(first); ok {
		return span{first.start, end, Standard}
	}
	end := l.number(first)
	if percent, ok := l.percent(end); ok {
		return span{first.start, percent, Percent}
	}
	return span{first.start, end, Number}
}

func (l *lexer) widenLetters(first atom) span {
	if end, ok := l.iso(first); ok {
		return span{first.start, end, Standard}
	}
	if end, ok := l.dotted(first); ok {
		return span{first.start, end, Dotted}
	}
	return span{first.start, first.end, Word}
}

// iso reads "ISO 9001:2015".
func (l *lexer) iso(first atom) (end int, ok bool) {
	if !strings.EqualFold(l.text[first.start:first.end], "iso") {
		return 0, false
	}
	number, ok := l.follow(first.end, ' ')
	if !ok || !number.digits {
		return 0, false
	}
	return l.standard(number)
}

// standard reads "9001:2015".
func (l *lexer) standard(first atom) (end int, ok bool) {
	year, ok := l.follow(first.end, ':')
	return year.end, ok && year.digits
}

// maxGroups bounds the groups of a number like 1.4.2.
const maxGroups = 8

// number reads "98", "1.4.2" and "2.000".
func (l *lexer) number(first atom) (end int) {
	end = first.end
	for range maxGroups {
		group, ok := l.follow(end, '.')
		if !ok || !group.digits {
			break
		}
		end = group.end
	}
	return end
}

// percent reads the end of "98%" and "97,5%". A comma counts as decimal only
// there: "quý 2,3" names two quarters.
func (l *lexer) percent(end int) (int, bool) {
	if l.has(end, '%') {
		return end + 1, true
	}
	fraction, ok := l.follow(end, ',')
	if ok && fraction.digits && l.has(fraction.end, '%') {
		return fraction.end + 1, true
	}
	return 0, false
}

// date reads "12/7/2018" and "7/2018".
func (l *lexer) date(first atom) (end int, ok bool) {
	second, ok := l.follow(first.end, '/')
	if !ok || !second.digits {
		return 0, false
	}
	if third, ok := l.follow(second.end, '/'); ok && third.digits {
		return third.end, true
	}
	return second.end, true
}

// dotted reads "TP.HCM": two abbreviations without a vowel, joined by a dot.
// In "TP.Thủ Đức" or "học.Sau" a word with a vowel follows, and both stay apart.
func (l *lexer) dotted(first atom) (end int, ok bool) {
	second, ok := l.follow(first.end, '.')
	return second.end, ok &&
		isAbbreviation(l.text[first.start:first.end]) &&
		isAbbreviation(l.text[second.start:second.end])
}

func isAbbreviation(word string) bool {
	return len(word) > 1 && !strings.ContainsAny(Fold(word), "aeiouy0123456789")
}
