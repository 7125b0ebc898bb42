package seeds

import (
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// The units of the decision, one a line, were read once by a reader of their
// own and checked by hand against the text. Every field of every one stays.
func TestDecisionIsReadAsEver(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/6004-units.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var want []plan.Unit
	for line := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n") {
		var u plan.Unit
		if err := json.Unmarshal([]byte(line), &u); err != nil {
			t.Fatal(err)
		}
		want = append(want, u)
	}
	if len(want) != 267 {
		t.Fatalf("%d units, want 267", len(want))
	}
	got := decision().Units
	for i, u := range want {
		if i >= len(got) {
			t.Errorf("%s is not there", u.ID)
		} else if diff := cmp.Diff(u, got[i]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", u.ID, diff)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d units, want %d", len(got), len(want))
	}
}

// decision is the plan of the house, read once.
var decision = sync.OnceValue(func() *plan.Plan {
	library, _, err := Load()
	if err != nil {
		panic(err)
	}
	return library.Plans[0]
})

// unitOf is a unit of the decision.
func unitOf(t *testing.T, id string) plan.Unit {
	t.Helper()
	u, ok := decision().Unit(id)
	if !ok {
		t.Fatalf("no unit %s", id)
	}
	return u
}

// textsOf are the fields that hold words of the document.
func textsOf(u plan.Unit) []string {
	fields := []string{u.Text, u.Product, u.Lead, u.Support, u.Deadline.Words}
	for _, f := range u.Footnotes {
		fields = append(fields, f.Text)
	}
	return fields
}

// Every line with words is in one unit or among the furniture, and never in
// both.
func TestEveryLineIsAccountedFor(t *testing.T) {
	t.Parallel()
	p := decision()
	owners := map[int][]string{}
	mark := func(owner string, ranges []plan.Lines) {
		for _, n := range lineNumbers(ranges) {
			owners[n] = append(owners[n], owner)
		}
	}
	for _, u := range p.Units {
		mark(u.ID, u.Lines)
	}
	for _, f := range p.Furniture {
		mark(f.Name, f.Lines)
	}
	text, err := files.ReadFile(documentFile)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(text), "\n") {
		want := 1
		if strings.TrimSpace(line) == "" {
			want = 0
		}
		if got := owners[i+1]; len(got) != want {
			t.Errorf("line %d belongs to %q: %s", i+1, got, line)
		}
	}
}

// Furniture is only what carries no words of the plan: read by hand, with the
// 35 table headers left out.
func TestFurniture(t *testing.T) {
	t.Parallel()
	text, err := files.ReadFile(documentFile)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	headers := 0
	var others []plan.Lines
	for _, f := range decision().Furniture {
		for _, n := range lineNumbers(f.Lines) {
			if lines[n-1] == "STT\tNhiệm vụ cụ thể\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành" {
				headers++
				continue
			}
			others = append(others, plan.Lines{First: n, Last: n})
		}
	}
	const want = "3-3 4-4 6-6 8-8 9-9 11-11 13-13 15-15 17-17 31-31 71-71 73-73 74-74 75-75 454-454 455-455 457-457 458-458 657-657"
	if got := printLines(others); got != want || headers != 35 {
		t.Errorf("%s and %d headers", got, headers)
	}
}
