package plan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// separator is what stands between a word and the one before it.
type separator int

// The separators, the stronger the higher. A soft one may stand inside a name
// ("sở, ban - ngành"); a hard one ends an item.
const (
	sepNone  separator = iota
	sepSoft            // comma, dash, dot, colon, slash
	sepParen           // an opening or closing parenthesis
	sepHard            // semicolon, line break
)

// Word is one or more words of a text under the key by which they are
// compared: folded, and with the usual long forms made short.
type Word struct {
	Key        string
	start, End int // bytes in the text
	before     separator
	opened     bool // an opening parenthesis stands before it
	capital    bool // begins with a capital letter
}

// WordsOf cuts a text in NFC into words and unites those that make a usual
// long form, so that "Ủy ban nhân dân TP.HCM" and "UBND Thành phố" are equal.
// "Và" is a separator like the comma: "Sở Kế hoạch Đầu tư" is told as well.
func WordsOf(text string) []Word {
	return unite(dropAnd(SplitWords(text)))
}

// dropAnd takes "và" out and leaves a soft separator in its place.
func dropAnd(words []Word) []Word {
	kept := words[:0]
	carry := Word{}
	for _, w := range words {
		w.before = max(w.before, carry.before)
		w.opened = w.opened || carry.opened
		carry = Word{}
		if w.Key == "va" {
			carry = Word{before: max(w.before, sepSoft), opened: w.opened}
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

// SplitWords cuts a text into runs of letters and digits, and before the digits
// that follow letters: "Q1" is "Q.1".
func SplitWords(text string) []Word {
	var words []Word
	next := Word{}
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		next.Key, next.start, next.End = fold(text[start:end]), start, end
		first, _ := utf8.DecodeRuneInString(text[start:])
		next.capital = unicode.IsUpper(first)
		words = append(words, next)
		next, start = Word{}, -1
	}
	letter := false // the character before is a letter
	for i, c := range text {
		digit := unicode.IsDigit(c)
		if digit && letter {
			flush(i)
		}
		letter = unicode.IsLetter(c) || unicode.Is(unicode.Mn, c)
		if letter || digit {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
		next.before = max(next.before, separatorOf(c))
		next.opened = next.opened || c == '('
	}
	flush(len(text))
	return words
}

// separatorOf says how strongly a character parts the words beside it.
func separatorOf(c rune) separator {
	switch c {
	case ';', '\n', '\r':
		return sepHard
	case '(', ')':
		return sepParen
	case ' ', '\t', '\u00a0', '&', '"', '“', '”', '\'':
		return sepNone
	}
	return sepSoft
}

// fold takes case and marks away: "Đào tạo" becomes "dao tao".
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, c := range s {
		switch c = unicode.ToLower(c); {
		case c < utf8.RuneSelf:
			b.WriteByte(byte(c))
		case c == 'đ':
			b.WriteByte('d')
		default:
			foldMarked(&b, c)
		}
	}
	return b.String()
}

// foldMarked writes a letter without its marks, and a mark not at all.
func foldMarked(b *strings.Builder, c rune) {
	var letter [utf8.UTFMax]byte
	whole := utf8.AppendRune(letter[:0], c)
	parts := norm.NFD.Properties(whole).Decomposition()
	if parts == nil {
		parts = whole
	}
	for len(parts) > 0 {
		part, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		if !unicode.Is(unicode.Mn, part) {
			b.WriteRune(part)
		}
	}
}

// shortForms are the long forms that names are full of, each with the key that
// stands for it; the longer of two that begin alike comes first.
var shortForms = []struct {
	long  []string
	short string
}{
	{strings.Fields("thanh pho thu duc"), "tptd"},
	{strings.Fields("tp thu duc"), "tptd"},
	{strings.Fields("thanh pho ho chi minh"), "tp"},
	{strings.Fields("tp ho chi minh"), "tp"},
	{strings.Fields("thanh pho hcm"), "tp"},
	{strings.Fields("tp hcm"), "tp"},
	{strings.Fields("tphcm"), "tp"},
	{strings.Fields("thanh pho"), "tp"},
	{strings.Fields("uy ban nhan dan"), "ubnd"},
	{strings.Fields("hoi dong nhan dan"), "hdnd"},
	{strings.Fields("ban chi dao"), "bcd"},
	{strings.Fields("cai cach hanh chinh"), "cchc"},
	{strings.Fields("mat tran to quoc"), "mttq"},
	{strings.Fields("don vi su nghiep cong lap"), "dvsncl"},
}

// unite replaces the long forms by their short keys.
func unite(words []Word) []Word {
	united := words[:0]
	for i := 0; i < len(words); {
		short, n := shortFormAt(words[i:])
		if n == 0 {
			united = append(united, words[i])
			i++
			continue
		}
		w := words[i]
		w.Key, w.End = short, words[i+n-1].End
		united = append(united, w)
		i += n
	}
	return united
}

// shortFormAt returns the short key of the long form that the words begin
// with, and how many words it takes; none where they begin with no such form.
func shortFormAt(words []Word) (string, int) {
	for _, f := range shortForms {
		if beginsWith(words, f.long) {
			return f.short, len(f.long)
		}
	}
	return "", 0
}

// beginsWith reports whether the words begin with the keys, with nothing
// stronger than a dot or a comma between them.
func beginsWith(words []Word, keys []string) bool {
	if len(words) < len(keys) {
		return false
	}
	for i, key := range keys {
		if words[i].Key != key || (i > 0 && words[i].before > sepSoft) {
			return false
		}
	}
	return true
}

// KeySet makes a set of folded words.
func KeySet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// keyPhrases folds phrases into keys.
func keyPhrases(phrases ...string) [][]string {
	keys := make([][]string, len(phrases))
	for i, p := range phrases {
		keys[i] = strings.Fields(NameKey(p))
	}
	return keys
}

// NameKey is the form in which names are compared.
func NameKey(name string) string { return keyOf(WordsOf(name)) }

// keyOf is the nameKey of a name in words.
func keyOf(words []Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Key)
	}
	return b.String()
}

// CleanText brings a text to valid UTF-8 in NFC with plain spaces.
func CleanText(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return norm.NFC.String(strings.ReplaceAll(s, "\u00a0", " "))
}
