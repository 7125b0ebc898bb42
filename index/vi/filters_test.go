package vi

import (
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/google/go-cmp/cmp"
)

// tok is a token in a shape that is easy to write: place in the text, position
// in the stream, and whether it is a key word.
type tok struct {
	term       string
	start, end int
	position   int
	keyWord    bool
}

func toks(stream analysis.TokenStream) []tok {
	list := make([]tok, 0, len(stream))
	for _, token := range stream {
		list = append(list, tok{string(token.Term), token.Start, token.End, token.Position, token.KeyWord})
	}
	return list
}

func diff(t *testing.T, text string, want []tok, got analysis.TokenStream) {
	t.Helper()
	if d := cmp.Diff(want, toks(got), cmp.AllowUnexported(tok{})); d != "" {
		t.Errorf("%q: -want +got\n%s", text, d)
	}
}

const (
	plain   = false
	keyWord = true
)

func TestTokenizer(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []tok
	}{
		{"empty", "", []tok{}},
		{"case is kept", "Sở Nội", []tok{{"Sở", 0, 4, 1, plain}, {"Nội", 5, 10, 2, plain}}},
		{"document", "số 1191/QĐ-UBND có", []tok{
			{"số", 0, 4, 1, plain},
			{"1191/QĐ-UBND", 5, 18, 2, keyWord},
			{"1191", 5, 9, 2, keyWord}, {"QĐ", 10, 13, 3, keyWord}, {"UBND", 14, 18, 4, keyWord},
			{"có", 19, 22, 5, plain},
		}},
		{"standard", "ISO 9001:2015 ở", []tok{
			{"ISO 9001:2015", 0, 13, 1, keyWord},
			{"ISO", 0, 3, 1, plain},
			{"9001:2015", 4, 13, 2, keyWord},
			{"9001", 4, 8, 2, plain},
			{"2015", 9, 13, 3, plain},
			{"ở", 14, 17, 4, plain},
		}},
		{"percent", "98% hồ", []tok{
			{"98%", 0, 3, 1, keyWord}, {"98", 0, 2, 1, plain}, {"hồ", 4, 8, 2, plain},
		}},
		{"date and e-mail have no parts", "12/7/2018 a@b.vn", []tok{
			{"12/7/2018", 0, 9, 1, keyWord}, {"a@b.vn", 10, 16, 2, keyWord},
		}},
		{"dotted", "TP.HCM", []tok{
			{"TP.HCM", 0, 6, 1, keyWord}, {"TP", 0, 2, 1, plain}, {"HCM", 3, 6, 2, plain},
		}},
		{"a sentence ends", "một. hai; ba\nbốn: năm", []tok{
			{"một", 0, 5, 1, plain}, {"hai", 7, 10, 3, plain}, {"ba", 12, 14, 5, plain},
			{"bốn", 15, 20, 7, plain}, {"năm", 22, 26, 9, plain},
		}},
		{"no sentence ends", "TP. Q. 1, a - b (c)", []tok{
			{"TP", 0, 2, 1, plain}, {"Q", 4, 5, 2, plain}, {"1", 7, 8, 3, plain},
			{"a", 10, 11, 4, plain}, {"b", 14, 15, 5, plain}, {"c", 17, 18, 6, plain},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			diff(t, test.in, test.want, Tokenizer{}.Tokenize([]byte(test.in)))
		})
	}
}

func TestFormFilters(t *testing.T) {
	t.Parallel()
	const composed, decomposed = "Số HOÁ", "So\u0302\u0301 HOA\u0301"
	diff(t, composed,
		[]tok{{"số", 0, 4, 1, plain}, {"hóa", 5, 9, 2, plain}},
		NormalizeFilter{}.Filter(Tokenizer{}.Tokenize([]byte(composed))))
	diff(t, decomposed,
		[]tok{{"số", 0, 6, 1, plain}, {"hóa", 7, 12, 2, plain}},
		NormalizeFilter{}.Filter(Tokenizer{}.Tokenize([]byte(decomposed))))
	diff(t, composed,
		[]tok{{"so", 0, 4, 1, plain}, {"hoa", 5, 9, 2, plain}},
		FoldFilter{}.Filter(Tokenizer{}.Tokenize([]byte(composed))))
}

func TestPairFilter(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []tok
	}{
		{"one word", "sở", []tok{}},
		{"words", "số hóa hồ", []tok{{"số_hóa", 0, 9, 1, plain}, {"hóa_hồ", 5, 14, 2, plain}}},
		{"over a comma", "sở, ban", []tok{{"sở_ban", 0, 9, 1, plain}}},
		{"not over the end of a sentence", "sở. ban", []tok{}},
		{"numbers", "quận 1", []tok{{"quận_1", 0, 8, 1, plain}}},
		{"not into a document number", "số 1191/QĐ-UBND có", []tok{}},
		{"standard", "ISO 9001:2015", []tok{{"ISO_9001", 0, 8, 1, plain}, {"9001_2015", 4, 13, 2, plain}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			diff(t, test.in, test.want, PairFilter{}.Filter(Tokenizer{}.Tokenize([]byte(test.in))))
		})
	}
}
