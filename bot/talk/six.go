package talk

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// Six tells what the document says to the six points of the task that words ask
// about: the one that they number, else the one that was shown, else the one that
// they name. It reports false for words that ask for nothing of the kind.
func (h *Handler) Six(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	rest := sixClear.ReplaceAllString(t.Text, " ")
	named := rest != t.Text
	q := t.Question()
	if !named && (!asksPoint(t.Text) || len(q.Places) == 0) {
		return chat.Reply{}, false, nil
	}
	ids, err := h.meant(ctx, t, q, rest)
	if err != nil {
		return chat.Reply{}, true, err
	}
	for _, id := range ids {
		if reply, ok := h.screens.Six(id); ok {
			h.desk.History.TurnTo(t.Message, dialog.Shown{Question: q, Plan: h.answers.Plan().Key(), Shown: reply.Shown})
			return reply, true, nil
		}
	}
	return chat.Sentence(browse.TextSixWhich), true, nil
}

// meant are the units that words are about, best first.
func (h *Handler) meant(ctx context.Context, t dialog.Turn, q question.Question, rest string) ([]string, error) {
	var ids []string
	for _, p := range q.Places {
		for _, u := range h.answers.Resolve(p) {
			ids = append(ids, u.ID)
		}
	}
	if len(ids) > 0 {
		return ids, nil
	}
	q = q.Within(rest)
	if before := h.desk.History.Answered(t.Message).Shown.Focus; len(before) > 0 && !q.Topical() {
		return before, nil
	}
	if !q.Worded() {
		return nil, nil
	}
	q.Intent, q.Window, q.Asks = question.Search, nil, []question.Ask{question.AskText}
	found, err := h.answers.Reply(ctx, q, t.Situation())
	if err != nil || found.Plan != h.answers.Plan() {
		return nil, err
	}
	return idsOf(slices.DeleteFunc(found.Units, func(f answer.Found) bool { return !browse.HasSix(f.Unit) })), nil
}

// sixClear asks for the six points: "6 rõ", "sáu rõ".
var sixClear = regexp.MustCompile(`(?i)(?:^|\s)(?:0?6 ?r[õo]|sáu r[õo]|sau ro)(?:[\s.,;:?!"”]|$)`)

// asksPoint reports whether words ask for one of the six points by its name.
func asksPoint(text string) bool {
	folded := " " + question.Folded(text) + " "
	return slices.ContainsFunc(pointNames(), func(name string) bool { return strings.Contains(folded, " ro "+name+" ") })
}

func pointNames() []string {
	return []string{"nguoi", "viec", "thoi gian", "trach nhiem", "san pham", "tham quyen"}
}
