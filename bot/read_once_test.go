package bot

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cchcbot/bot/answer"
	"cchcbot/bot/question"
	"cchcbot/seeds"
)

// A message is read at most once, and one that holds several questions once for
// each: routing, commands and answers go by the same reading.
func TestMessageIsReadOnce(t *testing.T) {
	t.Parallel()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	answers, err := answer.NewAnswerer(library)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/conversations/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no conversations: %v", err)
	}
	messages, readings := 0, int64(0)
	for _, file := range files {
		script, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := newPlayerOf(t, answers)
		for line := range strings.Lines(string(script)) {
			if !strings.HasPrefix(line, "@ ") && !strings.HasPrefix(line, "> ") && !strings.HasPrefix(line, "* ") {
				continue
			}
			before := answers.Reader.Readings()
			p.play(t, line)
			got := answers.Reader.Readings() - before
			words, said := strings.CutPrefix(strings.TrimSpace(line), "> ")
			if !said {
				continue
			}
			messages++
			readings += got
			if most := int64(len(question.Split(words))); got > most {
				t.Errorf("%s: %q was read %d times, want at most %d", filepath.Base(file), words, got, most)
			}
		}
	}
	t.Logf("%d messages, %d readings", messages, readings)
}
