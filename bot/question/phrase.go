package question

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"cchcbot/index"
	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// EachNamed are the agencies that a sentence names, each by a name of its own; none
// where a name is that of several.
func EachNamed(q Question) []plan.Agency {
	var each []plan.Agency
	for i, m := range q.Query.Agencies {
		for _, n := range q.Query.Agencies[:i] {
			if slices.Equal(m.Words, n.Words) {
				return nil
			}
		}
		if !slices.ContainsFunc(each, func(a plan.Agency) bool { return plan.KeyOf(a) == plan.KeyOf(m.Agency) }) {
			each = append(each, m.Agency)
		}
	}
	return each
}

// SameName are the agencies that share the name by which a question calls its
// agency.
func SameName(q Question) []plan.Agency {
	if q.Agency == nil {
		return nil
	}
	var same []plan.Agency
	for i, m := range q.Query.Agencies {
		if m.Agency.ID != q.Agency.ID || m.Speaker {
			continue
		}
		for _, n := range q.Query.Agencies[i:] {
			if len(m.Words) > 0 && slices.Equal(m.Words, n.Words) && !slices.ContainsFunc(same, func(a plan.Agency) bool { return a.ID == n.Agency.ID }) {
				same = append(same, n.Agency)
			}
		}
		break
	}
	return same
}

// Cleaned is a text without what nobody types on purpose: broken UTF-8 and
// control characters; marks are composed.
func Cleaned(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, " "))
	return strings.TrimSpace(norm.NFC.String(text))
}

// CutWord parts the first word from the rest.
func CutWord(text string) (word, rest string) {
	i := strings.IndexFunc(text, unicode.IsSpace)
	if i < 0 {
		return text, ""
	}
	return text[:i], strings.TrimSpace(text[i:])
}

// Folded is a text as phrases are compared: small letters, no marks, single
// spaces, no punctuation at the end.
func Folded(text string) string {
	text = strings.Join(strings.Fields(vi.Fold(vi.Normalize(text))), " ")
	return strings.TrimRight(text, " .,!?…")
}

// Asks reports whether a text asks for something: after feedback it is then a
// new question rather than what was expected.
func Asks(text string) bool {
	if strings.Contains(text, "?") {
		return true
	}
	words := index.Words(text, nil)
	for i, w := range words {
		switch {
		case w.Folded == "ai" && (!w.Marked() || w.Toned == "ai"), w.Folded == "nao" && (!w.Marked() || w.Toned == "nào"), w.Folded == "gi":
			return true
		case w.Toned == "mấy", w.Toned == "đâu", w.Toned == "sao", w.Toned == "không" && i == len(words)-1:
			return true
		case w.Folded == "bao" && i+1 < len(words) && (words[i+1].Folded == "nhieu" || words[i+1].Folded == "gio"):
			return true
		}
	}
	return false
}

// Prefixes reports whether a question ties itself to what was said before: it
// begins with "còn", "thế", "của" and the like, or ends with "thì sao".
func Prefixes(text string) bool {
	words := index.Words(text, nil)
	if len(words) == 0 {
		return false
	}
	first := words[0]
	toned, known := prefixWords[first.Folded]
	return known && (!first.Marked() || first.Toned == toned) || strings.HasSuffix(BareWords(text), " thi sao") || strings.HasSuffix(BareWords(text), " nua") || amended(text)
}

// prefixWords are the first words of follow-ups, with and without marks.
var prefixWords = map[string]string{"con": "còn", "the": "thế", "vay": "vậy", "cua": "của", "roi": "rồi", "rieng": "riêng", "them": "thêm", "voi": "với", "ca": "cả", "va": "và", "sang": "sang"}

// SetOf is a set of phrases.
func SetOf(phrases ...string) map[string]bool {
	set := make(map[string]bool, len(phrases))
	for _, p := range phrases {
		set[p] = true
	}
	return set
}

// BareWords is a text without marks, punctuation and the politeness at its
// ends.
func BareWords(text string) string {
	words := strings.FieldsFunc(vi.Fold(vi.Normalize(text)), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	})
	for len(words) > 0 && politeLast[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	for len(words) > 0 && politeFirst[words[0]] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

var (
	politeLast  = SetOf("a", "vay", "nhe", "nha", "di", "duoc", "khong", "ko", "giup", "em", "minh", "toi", "voi", "ban", "oi", "ad", "anh", "chi")
	politeFirst = SetOf("da", "cho", "em", "minh", "toi", "xin", "hoi", "nho", "anh", "ad", "ban", "giup")
)

// CutPrefix cuts words off the beginning of a text, however they are typed.
func CutPrefix(text, lead string) (rest string, ok bool) {
	words, wanted := strings.Fields(text), strings.Fields(lead)
	if len(words) < len(wanted) || Folded(strings.Join(words[:len(wanted)], " ")) != lead {
		return "", false
	}
	return strings.Join(words[len(wanted):], " "), true
}

// LinesOf is a text as it was typed, cleaned line by line; empty lines stand
// alone.
func LinesOf(typed string) string {
	var lines []string
	for _, line := range strings.Split(strings.ReplaceAll(typed, "\r\n", "\n"), "\n") {
		line = Cleaned(line)
		if line != "" || len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, line)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// HasLetters reports whether a text holds a letter or a digit.
func HasLetters(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
