package bot

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/talk"
)

// FeedbackBook keeps feedback for the administrator.
type FeedbackBook interface {
	// AddFeedback keeps new feedback.
	AddFeedback(ctx context.Context, f record.Feedback) error
	// ExplainFeedback adds its Text to feedback that was kept before.
	ExplainFeedback(ctx context.Context, f record.Feedback) error
}

// ratings take what people say of answers.
type ratings struct {
	desk    *dialog.Desk
	answers *answer.Answerer
	talk    *talk.Handler
	book    FeedbackBook
}

// ratePressed takes the button "Chưa đúng?" under an answer. The answer stays
// on the screen, without the button.
func (r *ratings) ratePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	e, found, again := r.desk.History.Rate(dialog.Participant{Chat: t.Chat, User: at.Asker}, at.Stamp)
	switch {
	case !found:
		return chat.OldButton(), nil
	case again:
		return chat.Reply{Notice: textJudgedBefore}, nil
	}
	if err := r.keepFeedback(ctx, t, e, ""); err != nil {
		return chat.Reply{}, err
	}
	answer, err := r.answers.Reply(ctx, e.Question, t.Situation())
	if err != nil {
		return chat.Reply{}, err
	}
	reply := r.talk.Shown(t, answer).With(chat.Say(textThanks + " " + textExpected))
	reply.Notice = textThanks
	return reply, nil
}

// complaint takes "chưa đúng" and the like.
func (r *ratings) complaint(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	words, ok := question.Complaint(t.Text)
	corrects := ok && t.Question().Corrects()
	if !ok || corrects && !strings.HasPrefix(question.Folded(t.Text), "sai") {
		return chat.Reply{}, false, nil
	}
	reply, err := r.rateByWords(ctx, t, words)
	if err != nil || !corrects {
		return reply, true, err
	}
	instead, err := r.talk.Answer(ctx, t) // "sai rồi, phải là tháng 10"
	instead.Text = append(reply.Text, instead.Text...)
	return instead, true, err
}

// rateByWords takes "chưa đúng" for the last answer; words are what else was
// said.
func (r *ratings) rateByWords(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	last, _ := r.desk.History.Last(t.Message)
	e, found, again := r.desk.History.Rate(dialog.ParticipantOf(t.Message), last.Stamp)
	switch {
	case !found:
		return chat.Sentence(textNothingToJudge), nil
	case again:
		return chat.Sentence(textJudgedBefore), nil
	}
	if err := r.keepFeedback(ctx, t, e, words); err != nil {
		return chat.Reply{}, err
	}
	if words != "" {
		return chat.Sentence(textThanks), nil
	}
	return chat.Sentence(textThanks + " " + textExpected), nil
}

// keepFeedback keeps what was asked and shown. Without words the person is
// waited for to say what was expected.
func (r *ratings) keepFeedback(ctx context.Context, t dialog.Turn, e dialog.Exchange, words string) error {
	f := record.Feedback{Chat: t.Chat, Question: e.Asked, Units: e.KeptIDs(), Text: words, At: t.Now}
	if err := r.book.AddFeedback(ctx, f); err != nil {
		return fmt.Errorf("keep feedback: %w", err)
	}
	if words == "" {
		r.desk.Expect(t, dialog.Expectation{Use: dialog.UseExpected, Feedback: f})
	}
	return nil
}

// explained keeps what a person expected, said after feedback.
func (r *ratings) explained(ctx context.Context, t dialog.Turn, e dialog.Expectation) (chat.Reply, bool, error) {
	if e.Use != dialog.UseExpected || question.Asks(t.Text) {
		return chat.Reply{}, false, nil
	}
	f := e.Feedback
	f.Text = chat.CutWords(t.Text, question.WordsRunes)
	if err := r.book.ExplainFeedback(ctx, f); err != nil {
		return chat.Reply{}, false, fmt.Errorf("explain feedback: %w", err)
	}
	return chat.Sentence(textExplained), true, nil
}
