package plan

import (
	"strings"
	"unicode"
)

// Bodies of every issuer are shortened to initials behind the word that tells
// their kind: "Phòng KT-HT&ĐT", "Sở NN&MT", "VP HĐND-UBND". What stands for what
// follows from the names, so that no list has to foresee the spellings.

// kindWords begin the names that are shortened so, with their own short forms.
var kindWords = []struct {
	words [][]string
	key   string
}{
	{keyPhrases("văn phòng", "vp"), "vp"},
	{keyPhrases("trung tâm", "tt"), "tt"},
	{keyPhrases("ban quản lý", "bql"), "bql"},
	{keyPhrases("ban chỉ huy", "bch"), "bch"},
	{keyPhrases("sở"), "so"},
	{keyPhrases("bộ"), "bo"},
	{keyPhrases("phòng"), "phong"},
	{keyPhrases("vụ"), "vu"},
	{keyPhrases("cục"), "cuc"},
	{keyPhrases("ban"), "ban"},
}

// kindOf is the kind that words begin with, and how many words tell it.
func kindOf(words []Word) (key string, n int) {
	for _, k := range kindWords {
		if n := phraseLen(words, k.words); n > 0 {
			return k.key, n
		}
	}
	return "", 0
}

// indexShort enters the initials of the agencies. Those that two share stay out.
func (r *Register) indexShort() {
	r.short = map[string]string{}
	for _, a := range r.agencies {
		words := WordsOf(a.Name)
		key, n := kindOf(words)
		if n == 0 || n == len(words) {
			continue
		}
		var b strings.Builder
		for i, w := range words[n:] {
			if i+1 == len(words)-n && r.ownWord(w) {
				break // "xã" behind the name of a body of a commune
			}
			if w.Key == "ubnd" || w.Key == "hdnd" || w.Key == "cchc" {
				b.WriteString(w.Key)
			} else {
				b.WriteString(w.Key[:1])
			}
		}
		initials := key + " " + b.String()
		if other, taken := r.short[initials]; taken && other != a.ID {
			r.short[initials] = ""
			continue
		}
		r.short[initials] = a.ID
	}
}

// mostInitials is how many pieces initials may be cut into, and leastInitials how
// many letters name a body.
const (
	mostInitials  = 5
	leastInitials = 2
)

// shortAt finds a body by its initials at word i.
func (s *partyScan) shortAt(i int) (partyMatch, bool) {
	key, n := kindOf(s.words[i:])
	if n == 0 {
		return partyMatch{}, false
	}
	found := partyMatch{}
	letters := ""
	for j := i + n; j < min(len(s.words), i+n+mostInitials); j++ {
		w := s.words[j]
		if w.before > sepSoft || strings.ContainsFunc(s.text[w.start:w.End], unicode.IsLower) || strings.Contains(s.text[s.words[j-1].End:w.start], ",") {
			break
		}
		letters += w.Key
		if id := s.register.short[key+" "+letters]; id != "" && len(letters) >= leastInitials {
			found = partyMatch{target: phraseTarget{agency: id}, end: j + 1}
		}
	}
	return found, found.end > 0
}

// ownWord reports whether a word is the level of the issuer, which says no more
// behind the name of a body than "Thành phố" does in the city's register.
func (r *Register) ownWord(w Word) bool { return r.own[w.Key] }
