package vi

import "github.com/blevesearch/bleve/v2/analysis"

// plainTokens leaves out the key words: what remains are the words that a
// reader sees one after the other.
func plainTokens(input analysis.TokenStream) analysis.TokenStream {
	plain := make(analysis.TokenStream, 0, len(input))
	for _, token := range input {
		if !token.KeyWord {
			plain = append(plain, token)
		}
	}
	return plain
}

// followers calls yield with the index of each token that can be read right
// after token i, until yield says false. There are several where a short form
// with several meanings follows: their words stand at one place of the text,
// and there only neighbours in the stream belong together.
func followers(plain analysis.TokenStream, i int, yield func(j int) bool) {
	token := plain[i]
	for j := i + 1; j < len(plain); j++ {
		next := plain[j]
		sameWord := next.Start == token.Start
		switch {
		case next.Position == token.Position+1 && (!sameWord || j == i+1):
			if !yield(j) {
				return
			}
		case next.Position > token.Position+1 && next.Start > plain[j-1].Start:
			return
		}
	}
}
