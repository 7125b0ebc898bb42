package seeds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// strangers are made-up documents of other issuers, in testdata/plans: each with
// what a person reads in it (NAME.gold), a task a line as
// "id|text|lead|support|product|begin|deadline|due dates".
func TestStrangers(t *testing.T) {
	library := load(t)
	golds, err := filepath.Glob("testdata/plans/*.gold")
	if err != nil || len(golds) == 0 {
		t.Fatal("no documents", err)
	}
	for _, gold := range golds {
		name := strings.TrimSuffix(gold, ".gold")
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			files, _ := filepath.Glob(name + ".[a-fh-z]*") // a pattern without a fault
			if len(files) != 1 {
				t.Fatalf("%v, want one document", files)
			}
			data, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			words, err := os.ReadFile(gold)
			if err != nil {
				t.Fatal(err)
			}
			p, _, problems, err := library.Open("t", data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			want := strings.Split(strings.TrimSpace(string(words)), "\n")
			if diff := cmp.Diff(want, tasksOf(p)); diff != "" {
				t.Errorf("tasks (-want +got):\n%s\n%v", diff, problems)
			}
			for _, p := range problems {
				t.Log(p)
			}
		})
	}
}

// tasksOf lists the tasks of a plan, one a line.
func tasksOf(p *plan.Plan) []string {
	var all []string
	for _, u := range p.Units {
		if u.Kind == plan.KindTask {
			all = append(all, strings.ReplaceAll(strings.Join([]string{
				u.ID, u.Text, u.Lead, u.Support, u.Product, u.Begin, u.Deadline.Words, dueOf(u.Deadline),
			}, "|"), "\n", " / "))
		}
	}
	return all
}
