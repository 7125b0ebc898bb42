package vi

// A Token is one term of a text and where it stands there.
type Token struct {
	Term       string // in the toned form, see Normalize
	Start, End int    // byte offsets into the text
	Kind       Kind
}

// A Kind says what a token is by its look.
type Kind uint8

// The kinds of tokens.
const (
	Word     Kind = iota // letters, also with digits: hóa, q1
	Number               // 98, 1.4.2
	Percent              // 98%, 97,5%
	Date                 // 12/7/2018, 7/2018
	Document             // 1191/QĐ-UBND
	Standard             // ISO 9001:2015, 9001:2015
	Email                // cchc.snv@tphcm.gov.vn
	Dotted               // TP.HCM
)

// bytesAToken is a low guess of how much text a token takes with its space.
const bytesAToken = 5

// Tokens cuts a text into its terms, in order and without overlap. What is
// kept whole is one token; the Tokenizer for Bleve gives its parts as well.
func Tokens(s string) []Token {
	tokens := make([]Token, 0, len(s)/bytesAToken+1)
	for l := (lexer{text: s}); ; {
		found, ok := l.next()
		if !ok {
			return tokens
		}
		tokens = append(tokens, Token{
			Term:  Normalize(s[found.start:found.end]),
			Start: found.start,
			End:   found.end,
			Kind:  found.kind,
		})
	}
}
