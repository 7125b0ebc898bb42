package vi

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSyllabify(t *testing.T) {
	t.Parallel()
	common := map[string]float64{"con": 5, "gan": 1, "cong": 40, "an": 20}
	tests := []struct {
		name, in string
		score    func(string) float64
		want     []string
	}{
		{"one", "hoach", nil, []string{"hoach"}},
		{"two", "kehoach", nil, []string{"ke", "hoach"}},
		{"three", "sonoivu", nil, []string{"so", "noi", "vu"}},
		{"capitals", "SoTuPhap", nil, []string{"so", "tu", "phap"}},
		{"longest onsets", "congan", nil, []string{"co", "ngan"}},
		{"common", "congan", func(s string) float64 { return common[s] }, []string{"cong", "an"}},
		{"common the other way", "congan", func(s string) float64 {
			return map[string]float64{"con": 9, "gan": 9, "cong": 1, "an": 1}[s]
		}, []string{"con", "gan"}},
		{"never seen", "congan", func(s string) float64 {
			return map[string]float64{"con": 1, "gan": 1}[s]
		}, []string{"con", "gan"}},
		{"no split", "cchc", nil, nil},
		{"foreign", "website", nil, nil},
		{"with marks", "kếhoạch", nil, nil},
		{"empty", "", nil, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, Syllabify(test.in, test.score)); diff != "" {
				t.Errorf("Syllabify(%q): -want +got\n%s", test.in, diff)
			}
		})
	}
}

func TestSyllabifyLongInput(t *testing.T) {
	t.Parallel()
	if got := Syllabify(strings.Repeat("a", 10_000), nil); len(got) != 10_000 {
		t.Errorf("%d parts, want one for each letter", len(got))
	}
}
