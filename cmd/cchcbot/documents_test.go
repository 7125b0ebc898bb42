package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"cchcbot/seeds/plan"
)

// The embedded plans are exported whole and without a word of complaint: the
// problems of an export go to standard error.
func TestEmbeddedPlansExportWithoutProblems(t *testing.T) {
	t.Parallel()
	var out, problems bytes.Buffer
	if err := run(t.Context(), []string{"plan", "export", "--json"}, environment(nil), nil, &out, &problems); err != nil {
		t.Fatal(err)
	}
	if problems.Len() > 0 {
		t.Errorf("problems:\n%s", &problems)
	}
	var exported struct{ Plans []plan.Plan }
	if err := json.Unmarshal(out.Bytes(), &exported); err != nil {
		t.Fatal(err)
	}
	if len(exported.Plans) != 1 {
		t.Fatalf("%d plans, want 1", len(exported.Plans))
	}
	tasks := 0
	for _, u := range exported.Plans[0].Units {
		if u.Kind == plan.KindTask {
			tasks++
		}
	}
	if number := exported.Plans[0].Number; number != "6004/QĐ-UBND" || tasks != 102 {
		t.Errorf("%s with %d tasks, want 6004/QĐ-UBND with 102", number, tasks)
	}
}
