package bot_test

import (
	"strings"
	"testing"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/dialog"
	"cchcbot/seeds"
)

// mostChanged is how many in a thousand of the relevance cases may be answered by
// another unit for a word that says nothing.
const mostChanged = 12

// TestOneWordMore says each relevance case with a word that means nothing more.
func TestOneWordMore(t *testing.T) {
	t.Parallel()
	if testing.Short() || raceDetector {
		t.Skip("asks every relevance case five times")
	}
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	answerer, err := answer.NewAnswerer(library)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2024, time.March, 1, 9, 0, 0, 0, time.FixedZone("Việt Nam", 7*60*60))
	first := func(text string) string {
		told, err := answerer.Answer(t.Context(), text, dialog.Situation{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if len(told.Units) == 0 {
			return "none"
		}
		return told.Units[0].Unit.ID
	}
	cases := readCases(t, *relevance)
	for _, more := range []struct{ before, after string }{{"", " ạ"}, {"", " này"}, {"", " năm 2024"}, {"cho em hỏi ", ""}} {
		changed := 0
		for _, c := range cases {
			said := more.before + strings.TrimRight(c.Question, "?.! ") + more.after
			if was, is := first(c.Question), first(said); was != is {
				changed++
				t.Logf("%q: %s, was %s", said, is, was)
			}
		}
		t.Logf("%q: %d of %d changed", more.before+"…"+more.after, changed, len(cases))
		if 1000*changed > mostChanged*len(cases) {
			t.Errorf("%q changes %d of %d answers", more.before+"…"+more.after, changed, len(cases))
		}
	}
}
