package bot

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
)

// speaker talks to a bot as one person in one chat.
func speaker(t *testing.T, b *Bot, where, user int64) func(m chat.Message) chat.Reply {
	t.Helper()
	return func(m chat.Message) chat.Reply {
		m.Chat, m.User, m.Private = where, user, where == user
		r, err := b.Respond(context.Background(), m)
		if err != nil {
			t.Fatalf("Respond(%q): %v", m.Text+m.Action, err)
		}
		checkReply(t, r)
		return r
	}
}

// wrongButton is what the button "Chưa đúng?" carries, "" where there is none.
func wrongButton(r chat.Reply) string {
	for _, row := range r.Buttons {
		for _, button := range row {
			if button.Label == "Chưa đúng?" {
				return button.Action
			}
		}
	}
	return ""
}

func TestFeedback(t *testing.T) {
	t.Parallel()
	kept := &book{}
	now := spring
	b := newBot(t, memory{}, kept, func() time.Time { return now })
	me, other := speaker(t, b, -5, 1), speaker(t, b, -5, 2)

	first := me(chat.Message{Text: "hạn nhiệm vụ 1.14"})
	second := me(chat.Message{Text: "ai chủ trì"})
	// Another person in the group sees that the first answer is wrong.
	if r := other(chat.Message{Action: wrongButton(first)}); r.Notice != textThanks || wrongButton(r) != "" {
		t.Errorf("pressed: %s", render(r))
	}
	now = now.Add(time.Minute)
	other(chat.Message{Text: "phải là hàng tháng"})
	if r := me(chat.Message{Action: wrongButton(first)}); r.Notice != textJudgedBefore {
		t.Errorf("pressed twice: %s", render(r))
	}
	me(chat.Message{Action: wrongButton(second)})
	me(chat.Message{Text: "/help"})
	me(chat.Message{Text: "sai rồi"}) // told already

	want := []record.Feedback{
		{Chat: -5, Question: "hạn nhiệm vụ 1.14", Units: []string{"PL.1.14"}, Text: "phải là hàng tháng", At: spring},
		{Chat: -5, Question: "hạn nhiệm vụ 1.14 → ai chủ trì", Units: []string{"PL.1.14"}, At: now},
	}
	if diff := cmp.Diff(want, kept.kept); diff != "" {
		t.Errorf("feedback (-want +got):\n%s", diff)
	}

	restarted := newBot(t, memory{}, kept, func() time.Time { return now })
	if r := speaker(t, restarted, -5, 1)(chat.Message{Action: wrongButton(first)}); r.Notice != chat.TextOldButton {
		t.Errorf("after a restart: %s", render(r))
	}
}

// TestFeedbackThenQuestion: a question behind feedback is answered, not taken
// for what was expected.
func TestFeedbackThenQuestion(t *testing.T) {
	t.Parallel()
	kept := &book{}
	b := newBot(t, memory{}, kept, func() time.Time { return spring })
	me := speaker(t, b, 1, 1)
	me(chat.Message{Text: "hạn nhiệm vụ 1.14"})
	me(chat.Message{Text: "chua dung"})
	if r := me(chat.Message{Text: "ai chủ trì nhiệm vụ 2.3"}); wrongButton(r) == "" {
		t.Errorf("not answered: %s", render(r))
	}
	if len(kept.kept) != 1 || kept.kept[0].Text != "" {
		t.Errorf("kept %+v", kept.kept)
	}
}

// TestButtonsOfAnotherAnswer: pressing under an older answer does not change
// what feedback on the last one shows.
func TestButtonsOfAnotherAnswer(t *testing.T) {
	t.Parallel()
	b := newBot(t, memory{}, &book{}, func() time.Time { return spring })
	me := speaker(t, b, 1, 1)
	list := me(chat.Message{Text: "quý II có gì phải xong"})
	card := me(chat.Message{Text: "hạn nhiệm vụ 2.3"})
	me(chat.Message{Action: list.Buttons[0][0].Action})
	after := me(chat.Message{Action: wrongButton(card)})
	if diff := cmp.Diff(card.Text.Plain(), after.Text[:len(after.Text)-1].Plain()); diff != "" {
		t.Errorf("the answer under the button changed (-before +after):\n%s", diff)
	}
}

// fullBook keeps nothing.
type fullBook struct{}

var errFull = errors.New("disk is full")

func (fullBook) AddFeedback(context.Context, record.Feedback) error { return errFull }

func (fullBook) ExplainFeedback(context.Context, record.Feedback) error { return errFull }

func TestFeedbackFailureIsTheOperators(t *testing.T) {
	t.Parallel()
	b := newBot(t, memory{}, fullBook{}, func() time.Time { return spring })
	speaker(t, b, 1, 1)(chat.Message{Text: "hạn nhiệm vụ 1.14"})
	if _, err := b.Respond(context.Background(), chat.Message{Chat: 1, User: 1, Text: "chưa đúng"}); !errors.Is(err, errFull) {
		t.Errorf("error = %v, want %v", err, errFull)
	}
}

func TestComplaint(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Chưa đúng!":  "",
		"chua dung a": "",
		"sai rồi bạn ơi, phải là Sở Nội vụ": "phải là Sở Nội vụ",
		"sai rồi, phải là Sở Nội vụ":        "phải là Sở Nội vụ",
		"trả lời sai. 3.8 mới đúng":         "3.8 mới đúng",
		"chưa đúng hạn thì sao":             "none",
		"không đúng hạn":                    "none",
		"sai phạm trong giải quyết hồ sơ":   "none",
		"không, cảm ơn":                     "none",
	} {
		words, ok := question.Complaint(text)
		if !ok {
			words = "none"
		}
		if words != want {
			t.Errorf("complaint(%q) = %q, want %q", text, words, want)
		}
	}
}

func TestAsks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"phải là Sở Nội vụ":              false,
		"báo cáo quý":                    false,
		"Sở Nội vụ là đầu mối":           false,
		"ai chủ trì số hóa hồ sơ":        true,
		"don vi nao phoi hop":            true,
		"sở tư pháp phải làm gì":         true,
		"tỷ lệ bao nhiêu":                true,
		"hạn là quý II à?":               true,
		"có phải Sở Tư pháp không":       true,
		"không phải, Văn phòng chủ trì":  false,
		"cần tìm quy định về đối thoại":  false,
		"máy tính, phải là máy chủ":      false,
		"gửi về đâu":                     true,
		"chỉ tiêu 70% ở cấp tỉnh":        false,
		"bao giờ xong":                   true,
		"phải nói rõ báo cáo năm":        false,
		"tại sao không trả lời đúng hạn": true,
	} {
		if got := question.Asks(text); got != want {
			t.Errorf("asks(%q) = %v, want %v", text, got, want)
		}
	}
}
