package plan

import (
	"strings"
	"testing"
)

func TestLoadConcepts(t *testing.T) {
	t.Parallel()
	const good = `[{id: bao-chi, formal: [báo chí], everyday: [nhà báo, tòa soạn], reason: "who writes for the press"}]`
	list, err := LoadConcepts([]byte(good))
	if err != nil || len(list) != 1 || strings.Join(list[0].Words(), ", ") != "báo chí, nhà báo, tòa soạn" {
		t.Fatalf("got %+v, %v", list, err)
	}
	const shared = `[{id: x, formal: [a], everyday: [b], reason: c}, {id: y, formal: [d], everyday: [b], reason: c}]`
	if list, err := LoadConcepts([]byte(shared)); err != nil || len(list) != 2 {
		t.Errorf("a word of two concepts: got %+v, %v", list, err)
	}
	for _, c := range []struct{ text, want string }{
		{`[{formal: [a], everyday: [b], reason: c}]`, "must be given"},
		{`[{id: x, formal: [a], reason: c}]`, "must be given"},
		{`[{id: x, formal: [a], everyday: [b], reason: c}, {id: x, formal: [d], everyday: [e], reason: c}]`, "twice"},
		{`[{id: x, formal: [a], everyday: [a], reason: c}]`, `"a" stands twice`},
		{`[{id: x, casual: [a]}]`, "casual"},
	} {
		if _, err := LoadConcepts([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.text, err, c.want)
		}
	}
}
