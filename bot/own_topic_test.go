package bot

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
)

// spring is when the questions of these tests are asked.
var spring = at("2024-03-05")

// TestOwnTopicIsNeverBent asks every third relevance case after an answer, and
// expects the answer that it gets on its own.
func TestOwnTopicIsNeverBent(t *testing.T) {
	t.Parallel()
	b := newBot(t, memory{}, &book{}, func() time.Time { return spring })
	before := []string{"ai chủ trì số hóa hồ sơ", "sở tư pháp quý I có gì phải xong"}
	cases := relevanceQuestions(t)
	for i := 0; i < len(cases); i += 3 {
		asked := cases[i]
		alone, after := speaker(t, b, int64(2*i+1), 1), speaker(t, b, int64(2*i+2), 1)
		after(chat.Message{Text: before[i%len(before)]})
		want, got := alone(chat.Message{Text: asked}).Text.Plain(), after(chat.Message{Text: asked}).Text.Plain()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q after %q (-alone +after):\n%s", asked, before[i%len(before)], diff)
		}
	}
}

func relevanceQuestions(t *testing.T) []string {
	t.Helper()
	file, err := os.Open("testdata/relevance/tuning.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var questions []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var c struct {
			Question string `json:"q"`
		}
		if json.Unmarshal(lines.Bytes(), &c) == nil && c.Question != "" {
			questions = append(questions, c.Question)
		}
	}
	if len(questions) < 500 {
		t.Fatalf("only %d questions", len(questions))
	}
	return questions
}
