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
	for _, c := range []struct{ text, want string }{
		{`[{formal: [a], everyday: [b], reason: c}]`, "must be given"},
		{`[{id: x, formal: [a], reason: c}]`, "must be given"},
		{`[{id: x, formal: [a], everyday: [b], reason: c}, {id: x, formal: [d], everyday: [e], reason: c}]`, "twice"},
		{`[{id: x, formal: [a], everyday: [b], reason: c}, {id: y, formal: [d], everyday: [a], reason: c}]`, `stands in "x" already`},
		{`[{id: x, formal: [a], everyday: [a], reason: c}]`, `stands in "x" already`},
		{`[{id: x, casual: [a]}]`, "casual"},
	} {
		if _, err := LoadConcepts([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.text, err, c.want)
		}
	}
}
