package vi

import "github.com/blevesearch/bleve/v2/analysis"

// NormalizeFilter brings each term into the toned form.
type NormalizeFilter struct{}

// Filter implements analysis.TokenFilter.
func (NormalizeFilter) Filter(input analysis.TokenStream) analysis.TokenStream {
	for _, token := range input {
		token.Term = []byte(Normalize(string(token.Term)))
	}
	return input
}
