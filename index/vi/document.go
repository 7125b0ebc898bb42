package vi

import "strings"

// maxTail bounds the parts behind the kind of a document: QĐ-UBND-KT.
const maxTail = 4

// document reads the number of an official document, in one of two shapes:
// 1191/QĐ-UBND, 41/2011/QĐ-UBND, 98/2023/QH15; and 124-KH/TU of the Party.
func (l *lexer) document(first atom) (end int, ok bool) {
	if kind, ok := l.letters(first.end, '-'); ok {
		issuer, ok := l.letters(kind.end, '/')
		if !ok {
			return 0, false
		}
		return l.tail(issuer.end), true
	}
	at := first.end
	if year, ok := l.follow(at, '/'); ok && year.digits {
		at = year.end
	}
	kind, ok := l.letters(at, '/')
	if !ok || !isDocumentKind(l.text[kind.start:kind.end]) {
		return 0, false
	}
	return l.tail(kind.end), true
}

// letters reads an atom that begins with a letter, behind a separator.
func (l *lexer) letters(at int, separator byte) (atom, bool) {
	found, ok := l.follow(at, separator)
	if !ok {
		return atom{}, false
	}
	r, _ := decode(l.text, found.start)
	return found, !isDigit(r)
}

// tail reads "-UBND" as often as it stands there.
func (l *lexer) tail(end int) int {
	for range maxTail {
		group, ok := l.letters(end, '-')
		if !ok {
			break
		}
		end = group.end
	}
	return end
}

// isDocumentKind tells QĐ, qd, ĐA and QH15 from the words of "01/quý" and
// "quận 1/quận 3".
func isDocumentKind(word string) bool {
	return strings.ToUpper(word) == word || !IsSyllable(word)
}

// parts gives the atoms of a span that is kept whole.
func (l *lexer) parts(s span) []span {
	var parts []span
	for at := s.start; ; {
		part, ok := l.atomAfter(at)
		if !ok || part.start >= s.end {
			return parts
		}
		kind := Word
		if part.digits {
			kind = Number
		}
		parts = append(parts, span{part.start, part.end, kind})
		at = part.end
	}
}
