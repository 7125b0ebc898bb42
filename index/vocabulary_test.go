package index

import (
	"slices"
	"testing"
)

func TestVocabulary(t *testing.T) {
	t.Parallel()
	v := decision6004(t).Vocabulary()
	for word, want := range map[string]bool{
		"hoa": true, "dat": true, "9001": true, "98%": true, "107/2020/nd-cp": true, "tphcm.gov.vn": true,
		"grdp": false, "zyx": false, "": false, "hóa": false,
	} {
		if v.Knows(word) != want {
			t.Errorf("knows %q: %v", word, !want)
		}
	}
	for word, want := range map[string]bool{"hóa": true, "đất": true, "đạt": true, "ấp": true, "hỏa": false, "đắt": false, "hoá": false} {
		if v.KnowsToned(word) != want {
			t.Errorf("knows %q with its marks: %v", word, !want)
		}
	}
	for _, pair := range []struct {
		a, b string
		want bool
	}{
		{"so", "hoa", true}, {"dat", "dai", true}, {"dai", "dat", false}, {"zyx", "hoa", false},
	} {
		if v.KnowsPair(pair.a, pair.b) != pair.want || (v.Pairs(pair.a, pair.b) > 0) != pair.want {
			t.Errorf("knows %s %s: %v", pair.a, pair.b, !pair.want)
		}
	}
}

// Ấp and khu phố stand in III.4.4, III.7.12, PL.4.4 and PL.7.18 (as corrected:
// the scan has "áp" and "khu khô").
func TestVocabularyCounts(t *testing.T) {
	t.Parallel()
	v := decision6004(t).Vocabulary()
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"nho", "va", 1},    // doanh nghiệp nhỏ và vừa: PL.3.10
		{"ngoai", "ngu", 2}, // III.5.7, PL.5.8
		{"kiem", "toan", 2}, // III.6.4, PL.6.9
		{"xuat", "sac", 2},  // III.5.6, PL.5.7
		{"tinh", "gian", 3}, // III.4.7, III.4.10, PL.4.6
		{"rac", "thai", 1},  // V.13
		{"khu", "pho", 4},
	} {
		if got := v.Pairs(c.a, c.b); got != c.want {
			t.Errorf("%s %s in %d units, want %d", c.a, c.b, got, c.want)
		}
	}
	if got := v.Units("iso"); got != 3 {
		t.Errorf("ISO in %d units, want III.7.13, V.9 and PL.7.17", got)
	}
	// rác thải, trạng thái xử lý, hệ sinh thái: one word without marks.
	before := v.Before("thai")
	for _, want := range []string{"rac", "trang", "sinh"} {
		if !slices.Contains(before, want) {
			t.Errorf("before thai stand %v, want %s among them", before, want)
		}
	}
}

func TestVocabularyIsWhole(t *testing.T) {
	t.Parallel()
	ix := decision6004(t)
	v := ix.Vocabulary()
	visited := map[string]int{}
	v.Each(func(word string, units int) { visited[word] = units })
	for _, u := range ix.Plan().Units {
		for _, w := range Words(u.Text, official(library(t))) {
			if visited[w.Folded] == 0 || visited[w.Folded] != v.Units(w.Folded) || visited[w.Folded] > len(ix.Plan().Units) {
				t.Fatalf("%s: %q in %d units, counted %d", u.ID, w.Folded, visited[w.Folded], v.Units(w.Folded))
			}
		}
	}
	if rare, common := v.weight("rac"), v.weight("hanh"); rare <= common || rare > 1 || common <= 0 {
		t.Errorf("a rare word weighs %v, a common one %v", rare, common)
	}
}
