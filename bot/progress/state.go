package progress

import (
	"context"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
)

// OwnState shows how a person's own duties stand where words ask for nothing else:
// what is late, how far they are, who delivered. Who has told no agency is asked for
// it.
func (h *Handler) OwnState(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	q := t.Question()
	if h.records == nil || !ofOwnState(q) || q.ImpossibleTime() != nil {
		return chat.Reply{}, false, nil
	}
	if last := h.desk.History.Answered(t.Message); q.Asked(question.AskWhoDone) && len(last.Shown.Focus) > 0 {
		return chat.Reply{}, false, nil // who delivered what was spoken of
	}
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, false, err
	}
	mine := len(all.Agencies(record.FocalPerson, record.Leader)) > 0
	at := dialog.Action{View: dialog.ViewProgress, Window: dialog.NoWindow}
	switch {
	case q.About.State == question.StateLate && q.Running == nil:
		return h.LateOf(ctx, t, "")
	case !mine && t.Agency == nil:
		return h.agencies.Ask(t, agency.TextAskAgencyFirst, dialog.Expectation{Command: "tiendo"}), true, nil
	case q.Running != nil:
		at.Window = q.Running.Window
	}
	reply, err := h.progressHere(ctx, t, at, all)
	return reply, true, err
}

// ofOwnState reports whether a question is for the state of one's own duties, with no
// more than a time beside.
func ofOwnState(q question.Question) bool {
	a := q.About
	named := len(a.Parties) > 1 || len(a.Parties) == 1 && !a.Parties[0].Own
	asks := a.State != "" || q.Asked(question.AskState) || q.Asked(question.AskWhoDone) && q.Own
	return asks && !named && len(a.Places)+len(a.Topic)+len(q.Places) == 0 && a.Heading == nil && a.Recurs == ""
}

// LateSaid shows what is late where words ask for that.
func (h *Handler) LateSaid(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	rest, ok := ParseLate(t.Text)
	if q := t.Question(); !ok || q.Own && q.Running != nil { // "sở mình còn nợ gì trong quý này"
		return chat.Reply{}, false, nil
	}
	return h.LateOf(ctx, t, rest)
}
