package plan

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLoadErrata(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, yaml, want string }{
		{"unknown field", "- document: A\n  errata: [{unit: D1, scaned: a}]", "not found in type"},
		{"no document", "- errata: [{unit: D1, scanned: a, corrected: b, reason: c}]", "without the number of its document"},
		{"no reason", "- document: A\n  errata: [{unit: D1, scanned: a, corrected: b}]", "must be given"},
		{"no change", "- document: A\n  errata: [{unit: D1, scanned: a, corrected: a, reason: c}]", "must change the words"},
		{"noted and corrected", "- document: A\n  errata: [{unit: D1, kind: noted, scanned: a, corrected: b, reason: c}]", "only noted"},
		{"unknown kind", "- document: A\n  errata: [{unit: D1, kind: x, scanned: a, corrected: b, reason: c}]", `unknown kind "x"`},
		{"no YAML", "- [", "errata: "},
	} {
		if _, err := LoadErrata([]byte(c.yaml)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

func TestLoadAbbreviations(t *testing.T) {
	t.Parallel()
	got, err := LoadAbbreviations([]byte("- {short: CT, long: [Chủ tịch, Chỉ thị], source: a}\n- {short: ko, long: [không], source: b, informal: true}"))
	want := []Abbreviation{
		{Short: "CT", Long: []string{"Chủ tịch", "Chỉ thị"}, Source: "a"},
		{Short: "ko", Long: []string{"không"}, Source: "b", Informal: true},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("error %v\n%s", err, diff)
	}
	for _, c := range []struct{ yaml, want string }{
		{"- {short: CT, long: [Chủ tịch], source: a, x: 1}", "not found in type"},
		{"- {short: CT, long: [Chủ tịch], source: a}\n- {short: ct, long: [b], source: a}", `"ct" is there twice`},
		{"- {short: CT, source: a}", "must be given"},
		{"- {short: CT, long: [''], source: a}", "long form is empty"},
	} {
		if _, err := LoadAbbreviations([]byte(c.yaml)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.yaml, err, c.want)
		}
	}
}
