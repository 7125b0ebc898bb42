package vi

import (
	"github.com/blevesearch/bleve/v2/analysis"
)

// AbbreviationFilter makes a short form and its long forms find each other. It
// works right behind the Tokenizer, while capitals can still be told.
//
// A short form is replaced by the words of its long form, one position each,
// and what follows moves on: "kế hoạch CCHC năm" and "kế hoạch cải cách hành
// chính năm" give the same words at the same positions, so phrases and pairs
// work across both. Then each long form, typed or just put in, gets its short
// form as a key word at its first position. All of them stand where the text
// has them, so that "CCHC" is what is highlighted. A short form with several
// meanings gives them side by side.
//
// A short form that is a Vietnamese syllable by itself (TU, Thành ủy) counts
// only in capitals. Parts of document numbers are left alone.
//
// This is done when a text is indexed: it is read once, asked often, and a
// question then needs no expansion, which would give one word of it the weight
// of four. A question is analyzed with abbreviations only where positions
// matter, for phrases and pairs.
type AbbreviationFilter struct {
	table *abbreviations
}

// NewAbbreviationFilter makes a filter from a table of short forms with their
// long forms. A form without a word in it is an error.
func NewAbbreviationFilter(table map[string][]string) (*AbbreviationFilter, error) {
	built, err := newAbbreviations(table)
	if err != nil {
		return nil, err
	}
	return &AbbreviationFilter{table: built}, nil
}

// Filter implements analysis.TokenFilter.
func (f *AbbreviationFilter) Filter(input analysis.TokenStream) analysis.TokenStream {
	return f.addShort(f.spellOut(input))
}

// spellOut puts long forms in the place of short ones.
func (f *AbbreviationFilter) spellOut(input analysis.TokenStream) analysis.TokenStream {
	out := make(analysis.TokenStream, 0, len(input))
	shift := 0
	for i := 0; i < len(input); {
		length, meanings := f.shortAt(input, i)
		if length == 0 {
			input[i].Position += shift
			out = append(out, input[i])
			i++
			continue
		}
		matched := input[i : i+length]
		first, last := matched[0], matched[length-1]
		at := first.Position + shift
		out = appendKeyWords(out, matched, at)
		longest := 0
		for _, words := range meanings {
			out = appendWords(out, words, analysis.Token{Start: first.Start, End: last.End, Position: at})
			longest = max(longest, len(words))
		}
		shift += longest - (last.Position - first.Position + 1)
		i += length
	}
	return out
}

// shortAt finds the longest short form that begins with token i, key words
// between its tokens counted in. Length 0 says there is none.
func (f *AbbreviationFilter) shortAt(input analysis.TokenStream, i int) (length int, meanings [][]string) {
	if input[i].KeyWord {
		return 0, nil
	}
	node, position := &f.table.short, input[i].Position
	for j := i; j < len(input); j++ {
		token := input[j]
		if token.KeyWord {
			continue
		}
		node = node.next[Normalize(string(token.Term))]
		if node == nil || token.Position != position {
			break
		}
		position++
		if len(node.standsFor) > 0 && (!node.onlyInCaps || allCaps(token.Term)) {
			length, meanings = j-i+1, node.standsFor
		}
	}
	return length, meanings
}

// addShort puts in the short form at the head of each long form.
func (f *AbbreviationFilter) addShort(input analysis.TokenStream) analysis.TokenStream {
	plain := plainTokens(input)
	out := make(analysis.TokenStream, 0, len(input))
	at := 0
	for _, token := range input {
		if token.KeyWord {
			out = append(out, token)
			continue
		}
		out = f.appendShort(out, plain, at)
		out = append(out, token)
		at++
	}
	return out
}

// appendShort emits the short forms of all long forms that begin with a token.
func (f *AbbreviationFilter) appendShort(out, plain analysis.TokenStream, first int) analysis.TokenStream {
	at := plain[first].Position
	node := f.table.long.next[Normalize(string(plain[first].Term))]
	for i := first; node != nil; {
		for _, terms := range node.standsFor {
			short := analysis.Token{Start: plain[first].Start, End: plain[i].End, Position: at, KeyWord: true}
			if !holds(out, terms[0], short) {
				out = appendWords(out, terms, short)
			}
		}
		node, i = step(node, plain, i)
	}
	return out
}

// step goes on to the first follower that the trie knows.
func step(node *phrases, plain analysis.TokenStream, i int) (*phrases, int) {
	var found *phrases
	at := i
	followers(plain, i, func(j int) bool {
		found, at = node.next[Normalize(string(plain[j].Term))], j
		return found == nil
	})
	return found, at
}

// holds reports whether a key word was emitted already, by another meaning of
// the short form that stands there.
func holds(out analysis.TokenStream, term string, at analysis.Token) bool {
	for i := len(out) - 1; i >= 0 && out[i].Start == at.Start; i-- {
		if out[i].KeyWord && out[i].Position == at.Position && string(out[i].Term) == term {
			return true
		}
	}
	return false
}

// appendWords emits words at one position after the other, all of them at the
// place of the text that like has.
func appendWords(out analysis.TokenStream, words []string, like analysis.Token) analysis.TokenStream {
	for _, word := range words {
		token := like
		token.Term = []byte(word)
		out = append(out, &token)
		like.Position++
	}
	return out
}

// appendKeyWords keeps the key words among tokens that were spelt out.
func appendKeyWords(out, matched analysis.TokenStream, position int) analysis.TokenStream {
	for _, token := range matched {
		if token.KeyWord {
			token.Position = position
			out = append(out, token)
		}
	}
	return out
}
