package progress

import (
	"context"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
)

// OwnState shows how a person's own duties stand where words ask for nothing else:
// what is late, or what is still to be delivered.
func (h *Handler) OwnState(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	if h.records == nil {
		return chat.Reply{}, false, nil
	}
	about := t.Question().About
	named := len(about.Parties) > 1 || len(about.Parties) == 1 && !about.Parties[0].Own
	if about.State == "" || named || len(about.Places)+len(about.Topic)+len(about.Windows) > 0 || about.Heading != nil {
		return chat.Reply{}, false, nil
	}
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil || len(all.Agencies(record.FocalPerson, record.Leader)) == 0 {
		return chat.Reply{}, false, err
	}
	switch about.State {
	case question.StateLate:
		return h.LateOf(ctx, t, "")
	case question.StateOpen:
		reply, err := h.progressCommand(ctx, t, "")
		return reply, true, err
	}
	return chat.Reply{}, false, nil
}

// LateSaid shows what is late where words ask for that.
func (h *Handler) LateSaid(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	rest, ok := ParseLate(t.Text)
	if !ok {
		return chat.Reply{}, false, nil
	}
	return h.LateOf(ctx, t, rest)
}
