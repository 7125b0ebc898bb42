package bot_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds"
)

// leastRight is how many per cent of the relevance cases must be answered right
// at rank 1.
const leastRight = 98

var (
	relevance = flag.String("relevance", "testdata/relevance/*.jsonl", "files of relevance cases, as a pattern")
	misses    = flag.Bool("misses", false, "list the relevance cases that were missed")
	ablation  = flag.Bool("ablation", false, "print what each component of the understanding is worth")
)

// relevanceCase is one line of a relevance file: a question and the units that
// a fair judge accepts first.
type relevanceCase struct {
	ID       string   `json:"id"`
	Question string   `json:"q"`
	Kind     string   `json:"kind"`
	Typing   string   `json:"typing"` // how it is typed, where the file says
	Accept   []string `json:"accept"` // empty: the plan has no answer
	Must     []string `json:"must"`   // words that must stand in the answer
}

// TestRelevance answers the relevance cases as of 1 March 2024. With -v it prints
// how many were right, by kind of question and by way of typing.
func TestRelevance(t *testing.T) {
	t.Parallel()
	if raceDetector {
		t.Skip("asks every relevance case")
	}
	cases := readCases(t, *relevance)
	e := evaluate(t, cases)
	if *misses {
		t.Log("\n" + strings.Join(e.missed, "\n"))
	}
	t.Log("\n" + e.report())
	if right := e.total.percent(e.total.first); right < leastRight {
		t.Errorf("%.1f %% of the cases are right at rank 1, want %d %%; -misses lists the others", right, leastRight)
	}
}

// TestAblation leaves each component of the understanding out in turn and prints
// what that costs; it runs where -ablation asks for it.
func TestAblation(t *testing.T) {
	if !*ablation {
		t.Skip("takes its time: ask for it with -ablation")
	}
	cases := readCases(t, *relevance)
	whole := evaluate(t, cases)
	right := whole.total.percent(whole.total.first)
	var out bytes.Buffer
	table := newTable(&out)
	fmt.Fprintf(table, "left out\tfirst\tcost\t\nnothing\t%.1f %%\t\t\n", right)
	for _, c := range answer.Components() {
		e := evaluate(t, cases, c)
		left := e.total.percent(e.total.first)
		fmt.Fprintf(table, "%s\t%.1f %%\t%+.1f\t\n", c, left, left-right)
	}
	_ = table.Flush()
	t.Log("\n" + out.String())
}

// TestJudging holds the judge itself to cases of which one is answered right,
// and in which words are missing.
func TestJudging(t *testing.T) {
	t.Parallel()
	e := evaluate(t, []relevanceCase{
		{ID: "right", Question: "Nhiệm vụ 1.14", Kind: "clause", Accept: []string{"PL.1.14"}, Must: []string{"hàng quý"}},
		{ID: "wrong unit", Question: "Nhiệm vụ 1.14", Kind: "clause", Accept: []string{"PL.2.1"}},
		{ID: "wrong words", Question: "Nhiệm vụ 1.14", Kind: "clause", Accept: []string{"PL.1.14"}, Must: []string{"hàng tuần"}},
		{ID: "rightly silent", Question: "lịch nghỉ tết", Kind: "none"},
		{ID: "not silent", Question: "Nhiệm vụ 1.14", Kind: "none"},
	})
	if want := (score{cases: 5, first: 3, three: 3, must: 2, mustOf: 3}); e.total != want {
		t.Errorf("got %+v, want %+v", e.total, want)
	}
	var missed []string
	for _, m := range e.missed {
		id, _, _ := strings.Cut(m, "\t")
		missed = append(missed, id)
	}
	if want := []string{"wrong unit", "wrong words", "not silent"}; !slices.Equal(missed, want) {
		t.Errorf("missed %q, want %q", missed, want)
	}
}

// readCases reads one case a line; a line that begins with // is a comment.
func readCases(t *testing.T, pattern string) []relevanceCase {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no relevance cases in %s: %v", pattern, err)
	}
	var cases []relevanceCase
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(bytes.NewReader(content))
		for n := 1; lines.Scan(); n++ {
			text := strings.TrimSpace(lines.Text())
			if text == "" || strings.HasPrefix(text, "//") {
				continue
			}
			var c relevanceCase
			if err := json.Unmarshal([]byte(text), &c); err != nil {
				t.Fatalf("%s:%d: %v", name, n, err)
			}
			cases = append(cases, c)
		}
		if err := lines.Err(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return cases
}

// score counts how well cases were answered.
type score struct{ cases, first, three, must, mustOf int }

func (s score) percent(n int) float64 { return 100 * float64(n) / float64(max(s.cases, 1)) }

// evaluation gathers the judgements.
type evaluation struct {
	total            score
	byKind, byTyping map[string]*score
	missed           []string
}

// evaluate answers every case, components of the understanding left out.
func evaluate(t *testing.T, cases []relevanceCase, without ...string) *evaluation {
	t.Helper()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	answerer, err := answer.NewAnswererWithout(library, without...)
	if err != nil {
		t.Fatal(err)
	}
	zone := time.FixedZone("Việt Nam", 7*60*60)
	situation := dialog.Situation{Now: time.Date(2024, time.March, 1, 9, 0, 0, 0, zone)}
	e := &evaluation{byKind: map[string]*score{}, byTyping: map[string]*score{}}
	for _, c := range cases {
		answer, err := answerer.Answer(t.Context(), c.Question, situation)
		if err != nil {
			t.Fatal(err)
		}
		e.judge(c, answer)
	}
	return e
}

func (e *evaluation) judge(c relevanceCase, answer answer.Answer) {
	rank, missing := rankOf(c, answer), missingWords(c, answer)
	for _, s := range []*score{&e.total, scoreOf(e.byKind, c.Kind), scoreOf(e.byTyping, typingOf(c))} {
		s.cases++
		if rank == 1 {
			s.first++
		}
		if rank >= 1 && rank <= 3 {
			s.three++
		}
		if len(c.Accept) > 0 {
			s.mustOf++
			if len(missing) == 0 {
				s.must++
			}
		}
	}
	if rank == 1 && len(missing) == 0 {
		return
	}
	var got []string
	for _, f := range answer.Units[:min(3, len(answer.Units))] {
		got = append(got, fmt.Sprintf("%s %.2f", f.Unit.ID, f.Score))
	}
	e.missed = append(e.missed, fmt.Sprintf("%s\t%s\t%s\n\trank %d, %s [%s], want %s, missing %q",
		c.ID, c.Kind, c.Question, rank, answer.Intent, strings.Join(got, ", "), strings.Join(c.Accept, " "), missing))
}

// rankOf is the place of the first accepted unit, 0 where there is none. A
// question without an answer is right when the answer is none.
func rankOf(c relevanceCase, told answer.Answer) int {
	if len(c.Accept) == 0 {
		if told.Intent == question.None && len(told.Units) == 0 {
			return 1
		}
		return 0
	}
	return 1 + slices.IndexFunc(told.Units, func(f answer.Found) bool { return slices.Contains(c.Accept, f.Unit.ID) })
}

// missingWords are the words that the answer should hold and does not.
func missingWords(c relevanceCase, answer answer.Answer) []string {
	text := strings.ToLower(answer.Text.Plain())
	return slices.DeleteFunc(slices.Clone(c.Must), func(must string) bool {
		return strings.Contains(text, strings.ToLower(must))
	})
}

// typingOf is how a case is typed: as the file says, else with or without
// marks.
func typingOf(c relevanceCase) string {
	if c.Typing != "" {
		return c.Typing
	}
	if strings.IndexFunc(c.Question, func(r rune) bool { return r > 0x7f }) < 0 {
		return "folded"
	}
	return "toned"
}

func scoreOf(scores map[string]*score, key string) *score {
	if scores[key] == nil {
		scores[key] = &score{}
	}
	return scores[key]
}

func newTable(w io.Writer) *tabwriter.Writer {
	return tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
}

// report is a table of all that was counted.
func (e *evaluation) report() string {
	var out bytes.Buffer
	table := newTable(&out)
	fmt.Fprintln(table, "cases\tfirst\tin three\tfact in text\t")
	for _, group := range []map[string]*score{e.byKind, e.byTyping, {"all": &e.total}} {
		for _, key := range slices.Sorted(maps.Keys(group)) {
			s := group[key]
			must := 100.0
			if s.mustOf > 0 {
				must = 100 * float64(s.must) / float64(s.mustOf)
			}
			fmt.Fprintf(table, "%s %d\t%.1f %%\t%.1f %%\t%.1f %%\t\n", key, s.cases, s.percent(s.first), s.percent(s.three), must)
		}
		fmt.Fprintln(table, "\t\t\t\t")
	}
	_ = table.Flush()
	return out.String()
}
