package question

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"cchcbot/bot/question/noise"
)

// The judging cases were written after the reading: each file holds one kind, a
// text and what it should be read as on a line. Faults of the first files were
// mended once they had been counted; those of the second are only counted. Of
// each kind at least the share that is noted must be right.
func TestJudging(t *testing.T) {
	t.Parallel()
	for _, set := range []struct {
		name    string
		atLeast int // per cent
	}{{"", 98}, {"second", 93}} {
		judgeSet(t, set.name, set.atLeast)
	}
}

func judgeSet(t *testing.T, set string, atLeast int) {
	t.Helper()
	for kind, right := range map[string]func(t *testing.T, text, want string) (got string, ok bool){
		"noise": func(_ *testing.T, text, want string) (string, bool) {
			got := noise.Clean(text)
			return got, got == want
		},
		"numbers":  readsNumbers,
		"windows":  readsWindows,
		"composed": readsComposed,
		"split":    splitsInto,
		"expects":  readsExpected,
		"acts":     readsAct,
	} {
		cases := judgingCases(t, filepath.Join(set, kind))
		n := 0
		for _, c := range cases {
			got, ok := right(t, c[0], c[1])
			if ok {
				n++
				continue
			}
			t.Logf("%s: %q\n got %s\nwant %s", kind, c[0], got, c[1])
		}
		t.Logf("%s %s: %d of %d", set, kind, n, len(cases))
		if 100*n < atLeast*len(cases) {
			t.Errorf("%s %s: %d of %d are read right", set, kind, n, len(cases))
		}
	}
}

// judgingCases reads the cases of a kind. A line break in a text is written ⏎, a
// character without a shape by its number.
func judgingCases(t *testing.T, kind string) [][2]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "judging", kind+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var cases [][2]string
	for line := range strings.SplitSeq(strings.TrimRight(string(data), "\n"), "\n") {
		text, want, _ := strings.Cut(line, "\t")
		text = strings.ReplaceAll(text, "⏎", "\n")
		if strings.Contains(text, `\u`) {
			if text, err = strconv.Unquote(`"` + text + `"`); err != nil {
				t.Fatal(line, err)
			}
		}
		cases = append(cases, [2]string{text, want})
	}
	return cases
}

func readsNumbers(t *testing.T, text, want string) (string, bool) {
	t.Helper()
	var places []string
	for _, p := range ask(t, text).About.Places {
		places = append(places, strings.TrimPrefix(p.Section+"."+p.Number, "."))
	}
	got := strings.Join(places, " ")
	return got, got == want
}

func readsWindows(t *testing.T, text, want string) (string, bool) {
	t.Helper()
	var windows []string
	for _, w := range ask(t, text).About.Windows {
		switch {
		case w.Impossible:
			windows = append(windows, "impossible "+w.Label)
		case w.Unread:
			windows = append(windows, "unread "+w.Label)
		default:
			windows = append(windows, w.From.String()+".."+w.To.String())
		}
	}
	got := strings.Join(windows, " ")
	return got, got == want
}

// readsComposed judges what is asked and every condition; of the topic, that the
// words that are noted stand in it, in order.
func readsComposed(t *testing.T, text, want string) (string, bool) {
	t.Helper()
	got := composed(ask(t, text))
	wanted, topic, _ := strings.Cut(want, "; topic ")
	conditions, left, _ := strings.Cut(got, "; topic ")
	return got, wanted == conditions && strings.Contains(left, topic) && (topic != "" || left == "")
}

func splitsInto(_ *testing.T, text, want string) (string, bool) {
	parts := Split(text)
	return strings.Join(parts, " | "), strconv.Itoa(len(parts)) == want
}

func readsExpected(t *testing.T, text, want string) (string, bool) {
	t.Helper()
	got := ask(t, text).Expects
	thing := got.Thing
	if thing == ThingDay {
		thing = ThingDate // the cases do not say how exactly it is asked for
	}
	return string(got.Thing) + " " + got.Words, string(thing) == want
}

func readsAct(t *testing.T, text, want string) (string, bool) {
	t.Helper()
	got := told(ask(t, text).Act)
	return got, got == want
}
