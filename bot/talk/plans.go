package talk

import (
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// goesOnWith is the same over the plan that was spoken of last, where words follow that up and name no plan themselves, with the question as it reads
// by the words of that plan; nil for the one in force.
func (h *Handler) goesOnWith(t dialog.Turn, q question.Question, before dialog.Exchange) (*Handler, question.Question, error) {
	key := before.Shown.Plan
	if key == "" || key == h.answers.Plan().Key() {
		return nil, q, nil
	}
	if named, err := h.answers.Named(q); err != nil || named != h.answers {
		return nil, q, err
	}
	that, known, err := h.answers.Of(key)
	if err != nil || !known {
		return nil, q, err
	}
	on, reread := h.over(that), that.Reader.Read(q.Text, t.Now)
	if _, how, miss := on.inContext(t, reread, before); how != question.Follows || miss != "" {
		return nil, q, nil
	}
	return on, reread, nil
}

// notedPlan says on the screen of an answer which plan it is of, where the answer
// says so.
func (h *Handler) notedPlan(reply chat.Reply, told answer.Answer) chat.Reply {
	if len(told.Note.Spans) == 0 {
		return reply
	}
	note := told.Note.Plain()
	if !slices.ContainsFunc(reply.Text, func(p chat.Paragraph) bool { return p.Plain() == note }) {
		reply.Text = append(chat.Text{told.Note}, reply.Text...)
	}
	return reply
}

// sentPlan is the key of the plan that is spoken of, "" for one that comes with the
// program.
func (h *Handler) sentPlan() string {
	if p := h.answers.Plan(); p.Code != 0 {
		return p.Key()
	}
	return ""
}

// elsewhere offers what other plans in force say to the same question.
func (h *Handler) elsewhere(told answer.Answer, stamp int64) [][]chat.Button {
	var rows [][]chat.Button
	for _, p := range told.Also {
		label := chat.CutWords(fmt.Sprintf(buttonElsewhere, p.Label()), chat.LabelRunes)
		rows = append(rows, []chat.Button{h.desk.Over(p.ButtonCode()).Button(label, dialog.Action{View: dialog.ViewElsewhere, Stamp: stamp})})
	}
	return rows
}

// Elsewhere answers a question of before from the plan that is spoken of.
func (h *Handler) Elsewhere(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	e, ok := h.desk.History.Find(t.Message, at.Stamp)
	if !ok {
		return chat.OldButton(), nil
	}
	return h.answerTo(ctx, t, h.answers.Reader.Read(e.Asked, t.Now), e.Asked)
}
