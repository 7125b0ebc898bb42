package question

import (
	"regexp"
	"strings"
	"time"

	"cchcbot/bot/question/noise"
	"cchcbot/seeds/plan"
)

// reason begins the reason of an act.
var reason = regexp.MustCompile(`(?i)(?:^|[\s,])(?:vì|vi|do|bởi vì|bởi|lý do(?: là)?|ly do(?: la)?|ghi chú|ghi chu|note)\s*:?\s+|:\s+`)

// reasonAt is where the reason begins behind an act and the unit that it is about:
// behind a colon or the word for a reason, else at the first word that names
// neither an agency nor a time.
func (r *Reader) reasonAt(words []word, from int, raw string, now time.Time) int {
	if before, _, found := strings.Cut(raw, ": "); found {
		head, _, _ := r.split(noise.WriteNumbers(signs(before)))
		return min(len(head), len(words))
	}
	c := clock{Reader: r, words: words, year: now.Year(), today: plan.DateOf(now)}
	for i := from; i < len(words); {
		_, n := c.timeAt(i)
		m, named := r.mentionAt(words, i)
		switch {
		case words[i].oneOf("vì do chờ bởi"):
			return i
		case words[i].use == taken, words[i].oneOf("của cho kỳ ở nhé nha ạ đơn vị tôi em mình này là"):
			i++
		case n > 0:
			i += n
		case named:
			i = m.to
		default:
			return i
		}
	}
	return len(words)
}

// noteOf are the words that were given along: behind the word for a reason, or what
// nothing else took.
func (r *Reader) noteOf(kind ActKind, words, tail []word, raw string) string {
	if reasoned[kind] {
		if _, behind, ok := strings.Cut(raw, ": "); ok {
			return strings.TrimSpace(behind)
		}
		for _, at := range reason.FindAllStringIndex(raw, -1) {
			if before := Folded(raw[:at[0]]); before != "don" && !strings.HasSuffix(before, " don") { // "don vi" is no reason
				return strings.TrimSpace(raw[at[1]:])
			}
		}
	}
	if kind == ActExplain || kind == ActNote {
		return asTyped(tail)
	}
	if kind == ActNotOurs { // "…, là của Sở Nội vụ"
		if len(tail) > 0 {
			if whose, named := r.mentionAt(tail, 0); named {
				tail = tail[whose.to:]
			}
		}
		for len(tail) > 0 && (tail[0].use == taken || tail[0].oneOf("đơn vị sở quận tôi em mình chúng bên mà là nhé nha ạ rồi đâu")) {
			tail = tail[1:]
		}
		return asTyped(tail)
	}
	if len(r.leftIn(tail)) > 0 {
		return asTyped(tail)
	}
	return asTyped(r.leftIn(words))
}

// leftIn are the words that nothing took and that say something.
func (r *Reader) leftIn(words []word) []word {
	var left []word
	for i := 0; i < len(words); {
		_, n := r.fillers.longest(words, i)
		if _, m := r.generals.longest(words, i); m > n {
			n = m
		}
		if n == 0 && words[i].use != taken && !words[i].oneOf(lightWords) && !words[i].oneOf("chứ") {
			left = append(left, words[i])
		}
		i += max(n, 1)
	}
	return left
}
