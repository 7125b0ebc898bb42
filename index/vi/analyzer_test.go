package vi

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/google/go-cmp/cmp"
)

func testMapping(t *testing.T) *mapping.IndexMappingImpl {
	t.Helper()
	m := bleve.NewIndexMapping()
	if err := AddAnalyzers(m, testTable); err != nil {
		t.Fatal(err)
	}
	unit := bleve.NewDocumentStaticMapping()
	for _, analyzer := range []string{Toned, Folded, TonedPairs, FoldedPairs} {
		field := bleve.NewTextFieldMapping()
		field.Name, field.Analyzer = analyzer, analyzer
		unit.AddFieldMappingsAt("text", field)
	}
	m.DefaultMapping = unit
	return m
}

// TestSearch goes through Bleve: the analyzers find what they are made for.
func TestSearch(t *testing.T) {
	t.Parallel()
	index, err := bleve.NewMemOnly(testMapping(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := index.Close(); err != nil {
			t.Error(err)
		}
	})
	for id, text := range map[string]string{
		"plan":     "Kế hoạch CCHC năm 2024",
		"digital":  "Số hoá hồ sơ theo Quyết định số 1191/QĐ-UBND",
		"quality":  "Hệ thống quản lý chất lượng ISO 9001:2015",
		"mail":     "Gửi về cchc.snv@tphcm.gov.vn, đạt 98%",
		"document": "Chỉ thị số 06/CT-UBND của Uỷ ban nhân dân",
	} {
		if err := index.Index(id, map[string]string{"text": text}); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		name, field, analyzer, question string
		phrase                          bool
		want                            []string
	}{
		{"with marks", Toned, TonedQuestion, "số hóa", false, []string{"digital", "document"}},
		{"without marks", Folded, FoldedQuestion, "so hoa", false, []string{"digital", "document"}},
		{"marks keep words apart", Toned, TonedQuestion, "hoa", false, nil},
		{"short for long", Toned, TonedQuestion, "cải", false, []string{"plan"}},
		{"long for short", Folded, FoldedQuestion, "ubnd", false, []string{"digital", "document"}},
		{"phrase through a short form", Folded, Folded, "ke hoach cai cach hanh chinh nam", true, []string{"plan"}},
		{"phrase with the short form", Toned, Toned, "kế hoạch cchc năm", true, []string{"plan"}},
		{"pair", FoldedPairs, FoldedPairs, "hanh chinh", false, []string{"plan"}},
		{"toned pair", TonedPairs, TonedPairs, "số hoá", false, []string{"digital"}},
		{"document number", Folded, FoldedQuestion, "1191/qd-ubnd", false, []string{"digital", "document"}},
		{"its number alone", Folded, FoldedQuestion, "1191", false, []string{"digital"}},
		{"standard", Folded, FoldedQuestion, "iso 9001", true, []string{"quality"}},
		{"standard, whole", Folded, FoldedQuestion, "9001:2015", false, []string{"quality"}},
		{"e-mail", Folded, FoldedQuestion, "CCHC.SNV@tphcm.gov.vn", false, []string{"mail"}},
		{"percent with a space", Folded, FoldedQuestion, "98 %", false, []string{"mail"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			result, err := index.Search(bleve.NewSearchRequest(question(test.field, test.analyzer, test.question, test.phrase)))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, hit := range result.Hits {
				got = append(got, hit.ID)
			}
			slices.Sort(got)
			if d := cmp.Diff(test.want, got); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func question(field, analyzer, text string, phrase bool) query.Query {
	if phrase {
		q := bleve.NewMatchPhraseQuery(text)
		q.FieldVal, q.Analyzer = field, analyzer
		return q
	}
	q := bleve.NewMatchQuery(text)
	q.FieldVal, q.Analyzer = field, analyzer
	return q
}

// TestMappingSurvivesJSON: an index on disk keeps its mapping as JSON.
func TestMappingSurvivesJSON(t *testing.T) {
	t.Parallel()
	original := testMapping(t)
	data, err := json.Marshal(original)
	if err != nil {
		t.Fatal(err)
	}
	read := bleve.NewIndexMapping()
	if err := json.Unmarshal(data, read); err != nil {
		t.Fatal(err)
	}
	const text = "Kế hoạch CCHC của TP.HCM"
	for _, name := range []string{Toned, Folded, TonedPairs, FoldedPairs, TonedQuestion, FoldedQuestion} {
		before, after := original.AnalyzerNamed(name), read.AnalyzerNamed(name)
		if before == nil || after == nil {
			t.Fatalf("%s: analyzer %v before, %v after", name, before, after)
		}
		diff(t, name, toks(before.Analyze([]byte(text))), after.Analyze([]byte(text)))
	}
}

func TestAddAnalyzersErrors(t *testing.T) {
	t.Parallel()
	m := bleve.NewIndexMapping()
	err := AddAnalyzers(m, map[string][]string{"X": {""}})
	if err == nil || !strings.Contains(err.Error(), "define analyzer "+Toned) {
		t.Errorf("error %v, want one that names the analyzer", err)
	}
	if err := AddAnalyzers(testMapping(t), nil); err == nil {
		t.Error("analyzers are defined twice without an error")
	}
}
