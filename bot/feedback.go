package bot

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cchcbot/index"
)

// Feedback is one person's word that an answer is not right.
type Feedback struct {
	Chat     int64
	Question string    // as asked, with the questions that it followed up
	Units    []string  // ids of what the bot showed; none where it found nothing
	Text     string    // what the person expected, "" where they did not say
	At       time.Time // with its chat and question it tells the feedback from others
}

// FeedbackBook keeps feedback for the administrator.
type FeedbackBook interface {
	// AddFeedback keeps new feedback.
	AddFeedback(ctx context.Context, f Feedback) error
	// ExplainFeedback adds its Text to feedback that was kept before.
	ExplainFeedback(ctx context.Context, f Feedback) error
}

const (
	inviteTime  = 5 * time.Minute // for the words that are expected after feedback
	inviteSeats = 2_000
	wordsRunes  = 500 // of what a person expected
)

// judgePressed takes the button "Chưa đúng?" under an answer. The answer stays
// on the screen, without the button.
func (b *Bot) judgePressed(ctx context.Context, t turn, at action) (Reply, error) {
	e, found, again := b.desk.recall.judge(seat{chat: t.Chat, user: at.asker}, at.stamp)
	switch {
	case !found:
		return oldButton(), nil
	case again:
		return Reply{Notice: textJudgedBefore}, nil
	}
	if err := b.keepFeedback(ctx, t, e, ""); err != nil {
		return Reply{}, err
	}
	answer, err := b.answers.reply(ctx, e.question, t.situation())
	if err != nil {
		return Reply{}, err
	}
	reply := b.shown(t, answer).with(say(textThanks + " " + textExpected))
	reply.Notice = textThanks
	return reply, nil
}

// judgeSpoken takes "chưa đúng" for the last answer; words are what else was
// said.
func (b *Bot) judgeSpoken(ctx context.Context, t turn, words string) (Reply, error) {
	last, _ := b.desk.recall.last(t.Message)
	e, found, again := b.desk.recall.judge(seatOf(t.Message), last.stamp)
	switch {
	case !found:
		return sentence(textNothingToJudge), nil
	case again:
		return sentence(textJudgedBefore), nil
	}
	if err := b.keepFeedback(ctx, t, e, words); err != nil {
		return Reply{}, err
	}
	if words != "" {
		return sentence(textThanks), nil
	}
	return sentence(textThanks + " " + textExpected), nil
}

// keepFeedback keeps what was asked and shown. Without words the person is
// waited for to say what was expected.
func (b *Bot) keepFeedback(ctx context.Context, t turn, e exchange, words string) error {
	f := Feedback{Chat: t.Chat, Question: e.asked, Units: e.answered, Text: words, At: t.now}
	if err := b.feedback.AddFeedback(ctx, f); err != nil {
		return fmt.Errorf("keep feedback: %w", err)
	}
	if words == "" {
		b.desk.invited.put(seatOf(t.Message), f)
	}
	return nil
}

// explain keeps what a person expected, said after feedback.
func (b *Bot) explain(ctx context.Context, f Feedback, words string) (Reply, error) {
	f.Text = cutWords(words, wordsRunes)
	if err := b.feedback.ExplainFeedback(ctx, f); err != nil {
		return Reply{}, fmt.Errorf("explain feedback: %w", err)
	}
	return sentence(textExplained), nil
}

// complaint reads "chưa đúng" and the like, with what is said behind a comma.
func complaint(text string) (words string, ok bool) {
	head, words := text, ""
	if i := strings.IndexAny(text, ",.:;!?-–"); i >= 0 {
		head, words = text[:i], strings.TrimLeft(text[i:], " ,.:;!?-–")
	}
	if !complaints[bareWords(head)] {
		return "", false
	}
	return cutWords(words, wordsRunes), true
}

// complaints are the ways to say that an answer is not right.
var complaints = setOf("chua dung", "khong dung", "ko dung", "sai", "sai roi", "sai bet", "nham roi", "bi sai", "tra loi sai", "tra loi sai roi",
	"tra loi chua dung", "tra loi khong dung", "chua chinh xac", "khong chinh xac", "khong phai cai nay", "khong phai", "chua phai", "chua dung y", "khong dung y", "lac de", "lac de roi")

// asks reports whether a text asks for something: after feedback it is then a
// new question rather than what was expected.
func asks(text string) bool {
	if strings.Contains(text, "?") {
		return true
	}
	words := index.Words(text, nil)
	for i, w := range words {
		switch {
		case w.Folded == "ai" && (!w.Marked() || w.Toned == "ai"), w.Folded == "nao" && (!w.Marked() || w.Toned == "nào"), w.Folded == "gi":
			return true
		case w.Toned == "mấy", w.Toned == "đâu", w.Toned == "sao", w.Toned == "không" && i == len(words)-1:
			return true
		case w.Folded == "bao" && i+1 < len(words) && (words[i+1].Folded == "nhieu" || words[i+1].Folded == "gio"):
			return true
		}
	}
	return false
}
