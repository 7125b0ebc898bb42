package seeds

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cchcbot/seeds/plan"
)

// goldEnv names a directory of documents (NAME.txt) and what a person read in
// them (NAME.gold.json). The test that measures against it is skipped without.
const goldEnv = "CCHCBOT_GOLD"

type goldTask struct {
	Number   string `json:"number"`
	Start    string `json:"text_start"`
	Lead     string `json:"lead_cell"`
	Support  string `json:"support_cell"`
	Product  string `json:"product"`
	Deadline string `json:"deadline"`
}

type gold struct {
	Year  int        `json:"year"`
	Tasks []goldTask `json:"tasks"`
}

// squashed is the form in which cells are compared: folded words alone.
func squashed(s string) string {
	return strings.Join(strings.FieldsFunc(plan.Fold(s), func(c rune) bool {
		return strings.ContainsRune(" ;,.:-–+\n•", c)
	}), " ")
}

func TestGold(t *testing.T) {
	directory := os.Getenv(goldEnv)
	if directory == "" {
		t.Skip(goldEnv + " is not set")
	}
	files, err := filepath.Glob(filepath.Join(directory, "*.gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	library := load(t)
	total, found := 0, map[string]int{}
	for _, file := range files {
		var want gold
		data, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(data, &want)
		}
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(file, ".gold.json") + ".txt"
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, profile, problems, err := library.Open(filepath.Base(name), text, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		t.Logf("%s: %d units, %d of %d tasks, %d problems, %s of %q, year %d (%d), title %q", p.Source, len(p.Units), countTasks(p), len(want.Tasks), len(problems), profile.Number, profile.Issuer, p.Year, want.Year, profile.Title)
		for _, problem := range problems {
			t.Log("   ", problem)
		}
		for _, lost := range dropped(t, text, p, problems) {
			t.Error("dropped in line", lost)
		}
		for _, task := range want.Tasks {
			total++
			score(t, p, task, found)
		}
	}
	for _, field := range []string{"task", "lead", "support", "product", "deadline", "dates"} {
		t.Logf("%s: %d of %d", field, found[field], total)
		if 100*found[field] < 98*total {
			t.Errorf("%s: %d of %d", field, found[field], total)
		}
	}
}

func countTasks(p *plan.Plan) int {
	n := 0
	for _, u := range p.Units {
		if u.Kind == plan.KindTask {
			n++
		}
	}
	return n
}

func score(t *testing.T, p *plan.Plan, task goldTask, found map[string]int) {
	t.Helper()
	for _, u := range p.Units {
		if u.Kind != plan.KindTask || !strings.HasPrefix(squashed(u.Text), squashed(task.Start)) {
			continue
		}
		found["task"]++
		for _, f := range []struct{ name, got, want string }{
			{"lead", u.Lead, task.Lead},
			{"support", u.Support, task.Support},
			{"product", u.Product, task.Product},
			{"deadline", u.Deadline.Words, task.Deadline},
		} {
			if squashed(f.got) == squashed(f.want) {
				found[f.name]++
			} else {
				t.Logf("%s %s %s: %q, want %q", p.Source, u.ID, f.name, f.got, f.want)
			}
		}
		scoreDates(t, p, u, task.Deadline, found)
		return
	}
	t.Logf("%s: no task %q", p.Source, task.Start)
}

// dueOf lists due dates, and of many the first, their number and the last.
func dueOf(d plan.Deadline) string {
	var all []string
	for _, o := range d.Occurrences {
		all = append(all, o.Due.String())
	}
	if n := len(all); n > 11 {
		return fmt.Sprintf("%s … %d … %s", all[0], n, all[n-1])
	}
	return strings.Join(all, " ")
}

// scoreDates compares the due dates with those that a person read.
func scoreDates(t *testing.T, p *plan.Plan, u plan.Unit, words string, found map[string]int) {
	t.Helper()
	got := dueOf(u.Deadline)
	want, known := goldDates[words]
	for start, dates := range goldDates { // long cells stand by their beginning
		if !known && words != "" && len(start) > 40 && strings.HasPrefix(words, start) {
			want, known = dates, true
		}
	}
	if got == want && (known || words == "") {
		found["dates"]++
		return
	}
	t.Logf("%s %s: %q is due %q, want %q", p.Source, u.ID, words, got, want)
}

// The decision of the house in other formats is the plan that its text is, row
// by row.
func TestSameRowsInOtherFormats(t *testing.T) {
	directory := os.Getenv(goldEnv)
	if directory == "" {
		t.Skip(goldEnv + " is not set")
	}
	library := load(t)
	for _, name := range []string{"6004-2024.docx", "6004-2024.xlsx"} {
		data, err := os.ReadFile(filepath.Join(directory, name))
		if err != nil {
			t.Fatal(err)
		}
		p, _, _, err := library.Open(name, data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		same, tasks := 0, 0
		for _, want := range library.Plans[0].Units {
			got, ok := p.Unit(want.ID)
			if !ok {
				continue
			}
			if cmp.Diff(want, got, cmpopts.IgnoreFields(plan.Unit{}, "Lines", "Scanned", "Corrections", "Notes")) == "" {
				same++
				if want.Kind == plan.KindTask {
					tasks++
				}
			} else {
				t.Logf("%s %s: %s", name, want.ID, cmp.Diff(want, got, cmpopts.IgnoreFields(plan.Unit{}, "Lines", "Scanned", "Corrections", "Notes")))
			}
		}
		t.Logf("%s: %d of %d units, %d tasks", name, same, len(library.Plans[0].Units), tasks)
		if tasks != 102 {
			t.Errorf("%s: %d tasks are the same, want 102", name, tasks)
		}
	}
}
