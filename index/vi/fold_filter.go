package vi

import "github.com/blevesearch/bleve/v2/analysis"

// FoldFilter brings each term into the folded form.
type FoldFilter struct{}

// Filter implements analysis.TokenFilter.
func (FoldFilter) Filter(input analysis.TokenStream) analysis.TokenStream {
	for _, token := range input {
		token.Term = []byte(Fold(string(token.Term)))
	}
	return input
}
