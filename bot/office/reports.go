package office

import (
	"context"
	"fmt"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
)

// topicUndo takes a decision back.
const topicUndo = "lai"

// decideReportPressed is an administrator's word on a report, or takes one back.
func (h *Handler) decideReportPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if may, err := h.following.Administers(ctx, t.User); err != nil || !may {
		return chat.Reply{Notice: follow.TextOnlyAdministrators}, err
	}
	r, ok, err := h.records.ReportOf(ctx, at.ID)
	switch {
	case err != nil:
		return chat.Reply{}, fmt.Errorf("report: %w", err)
	case !ok:
		return chat.OldButton(), nil
	case at.Topic == topicUndo:
		return h.reopenReport(ctx, t, r)
	}
	return h.settleReport(ctx, t, r, at.Topic == dialog.TopicYes)
}

// own reports whether a report is the person's own, or of an agency that they are
// the focal person or a leader of: nobody decides for themselves.
func (h *Handler) own(ctx context.Context, t dialog.Turn, r record.Report) (bool, error) {
	ties, err := h.following.TiesOf(ctx, t.User)
	a := r.Occurrence.Agency
	return r.Person.ID == t.User || ties.Is(record.FocalPerson, a) || ties.Is(record.Leader, a), err
}

// settleReport settles a report and tells who made it.
func (h *Handler) settleReport(ctx context.Context, t dialog.Turn, r record.Report, waive bool) (chat.Reply, error) {
	if own, err := h.own(ctx, t, r); err != nil || own {
		return dialog.Refusal(t, follow.TextNotYourOwn), err
	}
	s, ok, err := h.duties.SightKept(ctx, t, r.Occurrence)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	words := duties.TextStaysYours
	if waive {
		words = duties.TextNotYours
	}
	note, err := follow.Letter(r.Person.ID, aboutReport(words, s))
	if err != nil {
		return chat.Reply{}, err
	}
	r, settled, err := h.records.SettleReport(ctx, r.ID, waive, t.Person(), note)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("settle report: %w", err)
	}
	s.Kept = r.Occurrence
	if !settled {
		reply := h.reportDecided(r, s, s.Kept.By)
		reply.Notice = follow.TextDecidedBefore
		return reply, nil
	}
	return h.reportDecided(r, s, t.Person()), nil
}

// reopenReport puts a report before the administrators again and tells who made
// it.
func (h *Handler) reopenReport(ctx context.Context, t dialog.Turn, r record.Report) (chat.Reply, error) {
	if own, err := h.own(ctx, t, r); err != nil || own {
		return dialog.Refusal(t, follow.TextNotYourOwn), err
	}
	s, ok, err := h.duties.SightKept(ctx, t, r.Occurrence)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	note, err := follow.Letter(r.Person.ID, aboutReport(duties.TextReportAgain, s))
	if err != nil {
		return chat.Reply{}, err
	}
	r, reopened, err := h.records.ReopenReport(ctx, r.ID, t.Person(), note)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("reopen report: %w", err)
	}
	s.Kept = r.Occurrence
	reply := h.duties.ReportScreen(r, s)
	if r.Settled {
		reply = h.reportDecided(r, s, s.Kept.By)
	}
	reply.Notice = duties.TextReportUndone
	if !reopened {
		reply.Notice = duties.TextReportNotUndone
	}
	return reply, nil
}

func aboutReport(words string, s duties.Sighted) chat.Reply {
	return chat.Sentence(fmt.Sprintf(words, chat.TaskName(s.Unit), s.Kept.Period, s.Agency.Name))
}

// reportDecided is what an administrator reads of a settled report: who made it,
// why, what came of it and by whom, where that is known.
func (h *Handler) reportDecided(r record.Report, s duties.Sighted, by record.Person) chat.Reply {
	reply := h.duties.ReportScreen(r, s)
	reply.Buttons = [][]chat.Button{{h.desk.Button(fmt.Sprintf(duties.ButtonUndo, chat.TaskName(s.Unit)), dialog.Action{View: dialog.ViewDecide, ID: s.Kept.ID, Topic: topicUndo})}}
	var words string
	switch s.Kept.State {
	case record.Done:
		words, by, reply.Buttons = fmt.Sprintf(duties.TextDoneBefore, chat.TaskName(s.Unit), chat.NameOrSomebody(s.Kept.By)), record.Person{}, nil
	case record.Waived:
		words = fmt.Sprintf(duties.TextReportWaived, s.Agency.Name)
	default:
		words = fmt.Sprintf(duties.TextReportKept, s.Agency.Name)
	}
	if by.ID != 0 {
		words += fmt.Sprintf(duties.TextReportJudge, chat.CalledBy(by))
	}
	reply.Text = append(reply.Text, chat.Say(words))
	return reply
}
