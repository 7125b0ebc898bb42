package vi

import "strings"

// maxMailbox is the longest name before the @ that mail servers take.
const maxMailbox = 64

// maxLabels bounds the dotted names of a host.
const maxLabels = 8

// email reads an e-mail address: a mailbox, @, and a host with a dot in it.
func (l *lexer) email(first atom) (end int, ok bool) {
	at, ok := l.mailbox(first)
	if !ok {
		return 0, false
	}
	label, ok := l.follow(at, '@')
	if !ok {
		return 0, false
	}
	dotted := false
	for range maxLabels {
		next, ok := l.hostLabel(label.end)
		if !ok {
			break
		}
		dotted = dotted || l.has(label.end, '.')
		label = next
	}
	return label.end, dotted
}

// hostLabel reads the next piece of a host, behind a dot or a hyphen.
func (l *lexer) hostLabel(at int) (atom, bool) {
	if next, ok := l.follow(at, '.'); ok {
		return next, true
	}
	return l.follow(at, '-')
}

// mailbox finds the @ that ends a mailbox. It looks for the @ first: most words
// have none near, and need no closer look.
func (l *lexer) mailbox(first atom) (at int, ok bool) {
	limit := min(len(l.text), first.start+maxMailbox+1)
	if first.end >= limit || strings.IndexByte(l.text[first.end:limit], '@') < 0 {
		return 0, false
	}
	end := first.end
	for end < limit {
		switch l.text[end] {
		case '@':
			return end, true
		case '.', '_', '-', '+':
		default:
			return 0, false
		}
		next, ok := l.atomAt(end + 1)
		if !ok {
			return 0, false
		}
		end = next.end
	}
	return 0, false
}
