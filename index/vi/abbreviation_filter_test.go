package vi

import (
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/google/go-cmp/cmp"
)

var testTable = map[string][]string{
	"CCHC":   {"cải cách hành chính"},
	"CĐS":    {"chuyển đổi số"},
	"CT":     {"chỉ thị", "chương trình"},
	"TU":     {"Thành ủy"},
	"UBND":   {"Uỷ ban nhân dân"},
	"TP.HCM": {"Thành phố Hồ Chí Minh"},
	"TT&TT":  {"Thông tin và Truyền thông"},
}

func testAnalyzers(tb testing.TB) map[string]analysis.Analyzer {
	tb.Helper()
	analyzers := make(map[string]analysis.Analyzer)
	for name, options := range map[string]Options{
		Toned:       {Abbreviations: testTable},
		Folded:      {Abbreviations: testTable, Folded: true},
		TonedPairs:  {Abbreviations: testTable, Pairs: true},
		FoldedPairs: {Abbreviations: testTable, Pairs: true, Folded: true},
	} {
		analyzer, err := NewAnalyzer(options)
		if err != nil {
			tb.Fatal(err)
		}
		analyzers[name] = analyzer
	}
	return analyzers
}

func TestAbbreviationFilter(t *testing.T) {
	t.Parallel()
	filter, err := NewAbbreviationFilter(testTable)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, in string
		want     []tok
	}{
		{"nothing to do", "Sở Nội vụ", []tok{{"Sở", 0, 4, 1, plain}, {"Nội", 5, 10, 2, plain}, {"vụ", 11, 15, 3, plain}}},
		{"short form", "về CCHC năm", []tok{
			{"về", 0, 4, 1, plain},
			{"cchc", 5, 9, 2, keyWord},
			{"cải", 5, 9, 2, plain}, {"cách", 5, 9, 3, plain}, {"hành", 5, 9, 4, plain}, {"chính", 5, 9, 5, plain},
			{"năm", 10, 14, 6, plain},
		}},
		{"long form", "về Cải cách hành chính", []tok{
			{"về", 0, 4, 1, plain},
			{"cchc", 5, 29, 2, keyWord},
			{"Cải", 5, 10, 2, plain}, {"cách", 11, 16, 3, plain}, {"hành", 17, 22, 4, plain}, {"chính", 23, 29, 5, plain},
		}},
		{"long form of the other school", "ủy ban nhân dân", []tok{
			{"ubnd", 0, 19, 1, keyWord},
			{"ủy", 0, 4, 1, plain}, {"ban", 5, 8, 2, plain}, {"nhân", 9, 14, 3, plain}, {"dân", 15, 19, 4, plain},
		}},
		{"not over the end of a sentence", "cải cách. Hành chính", []tok{
			{"cải", 0, 5, 1, plain}, {"cách", 6, 11, 2, plain}, {"Hành", 13, 18, 4, plain}, {"chính", 19, 25, 5, plain},
		}},
		{"typed without marks", "cds", []tok{
			{"cđs", 0, 3, 1, keyWord},
			{"chuyển", 0, 3, 1, plain}, {"đổi", 0, 3, 2, plain}, {"số", 0, 3, 3, plain},
		}},
		{"two meanings", "CT mới", []tok{
			{"ct", 0, 2, 1, keyWord},
			{"chỉ", 0, 2, 1, plain}, {"thị", 0, 2, 2, plain},
			{"chương", 0, 2, 1, plain}, {"trình", 0, 2, 2, plain},
			{"mới", 3, 8, 3, plain},
		}},
		{"a syllable counts in capitals", "TU tu", []tok{
			{"tu", 0, 2, 1, keyWord},
			{"thành", 0, 2, 1, plain}, {"ủy", 0, 2, 2, plain},
			{"tu", 3, 5, 3, plain},
		}},
		{"document numbers are left alone", "06/CT-UBND", []tok{
			{"06/CT-UBND", 0, 10, 1, keyWord},
			{"06", 0, 2, 1, keyWord}, {"CT", 3, 5, 2, keyWord}, {"UBND", 6, 10, 3, keyWord},
		}},
		{"short form with a joint", "TT&TT có", []tok{
			{"tt", 0, 5, 1, keyWord}, {"tt", 0, 5, 2, keyWord},
			{"thông", 0, 5, 1, plain}, {"tin", 0, 5, 2, plain}, {"và", 0, 5, 3, plain},
			{"truyền", 0, 5, 4, plain}, {"thông", 0, 5, 5, plain},
			{"có", 6, 9, 6, plain},
		}},
		{"dotted short form", "TP.HCM", []tok{
			{"TP.HCM", 0, 6, 1, keyWord},
			{"tp", 0, 6, 1, keyWord}, {"hcm", 0, 6, 2, keyWord},
			{"thành", 0, 6, 1, plain}, {"phố", 0, 6, 2, plain}, {"hồ", 0, 6, 3, plain},
			{"chí", 0, 6, 4, plain}, {"minh", 0, 6, 5, plain},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			diff(t, test.in, test.want, filter.Filter(Tokenizer{}.Tokenize([]byte(test.in))))
		})
	}
}

// TestShortAndLongAreOne: a text gives the same terms at the same positions
// with short forms as with long ones, so phrases match across both.
func TestShortAndLongAreOne(t *testing.T) {
	t.Parallel()
	const short = "Kế hoạch CCHC và CĐS của UBND Thành phố"
	const long = "Kế hoạch cải cách hành chính và chuyển đổi số của Ủy ban nhân dân Thành phố"
	for name, analyzer := range testAnalyzers(t) {
		if d := cmp.Diff(placed(analyzer.Analyze([]byte(long))), placed(analyzer.Analyze([]byte(short)))); d != "" {
			t.Errorf("%s: -long +short\n%s", name, d)
		}
	}
}

type placedTerm struct {
	Term     string
	Position int
}

func placed(stream analysis.TokenStream) []placedTerm {
	var list []placedTerm
	for _, token := range stream {
		list = append(list, placedTerm{string(token.Term), token.Position})
	}
	return list
}

func TestPairsOfMeaningsDoNotMix(t *testing.T) {
	t.Parallel()
	var got []string
	for _, token := range testAnalyzers(t)[TonedPairs].Analyze([]byte("theo CT mới")) {
		got = append(got, string(token.Term))
	}
	want := []string{"theo_chỉ", "theo_chương", "chỉ_thị", "thị_mới", "chương_trình", "trình_mới"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestNewAbbreviationFilterErrors(t *testing.T) {
	t.Parallel()
	for want, table := range map[string]map[string][]string{
		`"X" has no long form`:      {"X": nil},
		`"-" of "a": a form has no`: {"-": {"a"}},
		`"X" of "…": a form has no`: {"X": {"…"}},
		`"CCHC" stands for itself`:  {"CCHC": {"cchc"}},
	} {
		if _, err := NewAbbreviationFilter(table); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("table %v: error %v, want %q", table, err, want)
		}
	}
}
