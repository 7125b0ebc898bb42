package seeds

import (
	"encoding/json"
	"os"
	"strings"
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
	got := load(t).Plans[0].Units
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
