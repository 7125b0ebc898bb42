package seeds

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	all := tally{}
	for _, file := range files {
		one := scoreDocument(t, library, file)
		t.Logf("%s: %s", filepath.Base(file), one)
		for field, n := range one {
			all[field] += n
		}
	}
	t.Logf("all: %s", all)
	for _, field := range scored {
		if 100*all[field] < 98*all["all"] {
			t.Errorf("%s: %d of %d", field, all[field], all["all"])
		}
	}
}

// scored are the fields that are right or wrong in each task, and faults what must
// not be in any document.
var (
	scored = []string{"task", "lead", "support", "product", "deadline"}
	faults = []string{"too many", "silent dates", "silent leads", "dropped"}
)

// tally counts by field.
type tally map[string]int

func (n tally) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "of %d", n["all"])
	for _, field := range slices.Concat(scored, faults) {
		fmt.Fprintf(&b, ", %s %d", field, n[field])
	}
	return b.String()
}

// scoreDocument compares a document with what a person read in it.
func scoreDocument(t *testing.T, library *Library, file string) tally {
	t.Helper()
	var want gold
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &want)
	}
	if err != nil {
		t.Fatal(file, err)
	}
	names, _ := filepath.Glob(strings.TrimSuffix(file, ".gold.json") + ".[tdx][xol][tcs]*") // a pattern without a fault
	if len(names) != 1 {
		t.Fatalf("%s: documents %v, want one", file, names)
	}
	if data, err = os.ReadFile(names[0]); err != nil {
		t.Fatal(err)
	}
	n := tally{"all": len(want.Tasks)}
	p, profile, problems, err := library.Open(filepath.Base(names[0]), data, Options{})
	if err != nil {
		t.Errorf("%s: %v", names[0], err)
		return n
	}
	t.Logf("%s: %d units, %s of %q, year %d (%d), title %q", p.Source, len(p.Units), profile.Number, profile.Issuer, p.Year, want.Year, profile.Title)
	for _, problem := range problems {
		t.Log("   ", problem)
	}
	lost := dropped(t, data, p, problems)
	for _, l := range lost {
		t.Error("dropped in line", l)
	}
	n["dropped"] = len(lost)
	told := map[string]bool{}
	for _, problem := range problems {
		told[problem.Unit+" "+string(problem.Kind)] = true
	}
	right := map[string]bool{}
	for _, task := range want.Tasks {
		score(t, p, task, right, told, n)
	}
	for _, u := range p.Units {
		if u.Kind != plan.KindTask {
			continue
		}
		if !right[u.ID] {
			n["too many"]++
			t.Logf("%s %s is no task: %q", p.Source, u.ID, u.Text)
		}
		for _, party := range u.Parties {
			if party.Role == plan.RoleLead && party.Via == plan.ViaOutside && !told[u.ID+" "+string(plan.ProblemLead)] && !told[u.ID+" "+string(plan.ProblemOpenLead)] {
				n["silent leads"]++
				t.Logf("%s %s: silent lead %q", p.Source, u.ID, party.Words)
			}
		}
	}
	return n
}

// score finds the unit of a task, or the nearest that has its words, and compares
// the fields.
func score(t *testing.T, p *plan.Plan, task goldTask, right, told map[string]bool, n tally) {
	t.Helper()
	for _, u := range p.Units {
		if right[u.ID] || u.Kind != plan.KindTask || !strings.HasPrefix(squashed(u.Text), squashed(task.Start)) {
			continue
		}
		right[u.ID] = true
		n["task"]++
		for _, f := range []struct{ name, got, want string }{
			{"lead", u.Lead, task.Lead},
			{"support", u.Support, task.Support},
			{"product", u.Product, task.Product},
			{"deadline", u.Deadline.Words, task.Deadline},
		} {
			span := f.name == "deadline" && u.Begin != "" && squashed(u.Begin+" "+f.got) == squashed(f.want)
			if squashed(f.got) == squashed(f.want) || span {
				n[f.name]++
			} else {
				t.Logf("%s %s %s: %q, want %q", p.Source, u.ID, f.name, f.got, f.want)
			}
		}
		if got, ok := datesOf(u, task.Deadline); !ok && !told[u.ID+" "+string(plan.ProblemDeadline)] {
			n["silent dates"]++
			t.Logf("%s %s: %q is due %q", p.Source, u.ID, task.Deadline, got)
		}
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

// datesOf are the due dates of a unit, and whether they are those that a person
// read in the words of its deadline. Words that nobody has read yet have none.
func datesOf(u plan.Unit, words string) (string, bool) {
	got := dueOf(u.Deadline)
	want, known := goldDates[words]
	for start, dates := range goldDates { // long cells stand by their beginning
		if !known && words != "" && len(start) > 40 && strings.HasPrefix(words, start) {
			want, known = dates, true
		}
	}
	return got, got == want && (known || words == "")
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
