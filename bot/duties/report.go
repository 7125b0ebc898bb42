package duties

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
)

// notOursPressed takes the word of a focal person that a duty is not their
// agency's; why, they may say next, or press again.
func (h *Handler) notOursPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	s, ok, err := h.sight(ctx, t, at.ID)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	if !s.focal() {
		return chat.Reply{Notice: s.notFocal()}, nil
	}
	if at.Topic == dialog.TopicYes {
		words, err := h.report(ctx, t, s, "")
		if err != nil {
			return chat.Reply{}, err
		}
		return h.afterAct(ctx, t, s, at.Day, words)
	}
	h.desk.Expect(t, dialog.Expectation{Use: dialog.UseReport, ID: at.ID})
	prompt := fmt.Sprintf(textWhyNotOurs, chat.TaskName(s.Unit), s.Agency.Name)
	reply, err := h.afterAct(ctx, t, s, at.Day, prompt)
	if err != nil {
		return chat.Reply{}, err
	}
	next := at
	next.Topic = dialog.TopicYes
	row := []chat.Button{h.desk.Button(buttonNoReason, next), h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewItem, ID: at.ID, Day: at.Day})}
	reply = reply.With(chat.Say(prompt))
	reply.Buttons = append([][]chat.Button{row}, reply.Buttons...)
	return reply, nil
}

// ReportSpoken takes the reason why a duty is not the agency's.
func (h *Handler) ReportSpoken(ctx context.Context, t dialog.Turn, id int64, why string) (chat.Reply, error) {
	s, ok, err := h.sight(ctx, t, id)
	switch {
	case err != nil:
		return chat.Reply{}, err
	case !ok:
		return chat.OldButton(), nil
	case !s.focal():
		return chat.Sentence(s.notFocal()), nil
	}
	words, err := h.report(ctx, t, s, why)
	return chat.Sentence(words), err
}

// report puts before the administrators that a duty is not the agency's, and
// says what came of it.
func (h *Handler) report(ctx context.Context, t dialog.Turn, s Sighted, why string) (words string, err error) {
	h.desk.Expected.Take(dialog.ParticipantOf(t.Message))
	if s.Kept.State != record.Open {
		return s.settledBefore(), nil
	}
	words = fmt.Sprintf(textReported, chat.TaskName(s.Unit))
	reported, err := h.reported(ctx)
	if err != nil || reported[s.Kept.ID] {
		return words, err
	}
	admins, err := h.following.Administrators(ctx)
	if err != nil {
		return "", err
	}
	r := record.Report{Occurrence: s.Kept, Person: t.Person(), Words: why, At: t.Now}
	all, err := follow.Letters(admins, 0, h.ReportScreen(r, s))
	if err != nil {
		return "", err
	}
	if _, err := h.records.AddReport(ctx, r, all...); err != nil {
		return "", fmt.Errorf("keep report: %w", err)
	}
	return words, nil
}

// reported are the occurrences that stand before the administrators.
func (h *Handler) reported(ctx context.Context) (map[int64]bool, error) {
	open, err := h.records.OpenReports(ctx)
	if err != nil {
		return nil, fmt.Errorf("reports: %w", err)
	}
	ids := map[int64]bool{}
	for _, r := range open {
		ids[r.Occurrence.ID] = true
	}
	return ids, nil
}

// disputed tells which of a digest's occurrences stand before the
// administrators, to those who may have put them there.
func (h *Handler) disputed(ctx context.Context, all follow.Ties, asked []remind.Nudge) (chat.Text, error) {
	if len(all.Agencies(record.FocalPerson)) == 0 {
		return nil, nil
	}
	reported, err := h.reported(ctx)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, n := range asked {
		if reported[n.Record.ID] && n.Record.State == record.Open {
			names = append(names, chat.TaskName(n.Unit))
		}
	}
	if len(names) == 0 {
		return nil, nil
	}
	return chat.Text{chat.Say(fmt.Sprintf(textDisputed, strings.Join(names, ", ")))}, nil
}

// ReportScreen is what an administrator reads of a report. Its buttons name the
// occurrence: of one, no two reports are open.
func (h *Handler) ReportScreen(r record.Report, s Sighted) chat.Reply {
	reply := chat.Reply{Text: chat.Text{
		chat.BoldText(textReportHead),
		chat.Say(fmt.Sprintf(textReportSays, chat.CalledBy(r.Person), s.Unit.Place(), s.Kept.Period, s.Agency.Name)),
		chat.Quote(chat.CutWords(chat.FirstLine(s.Unit.Text), chat.BriefRunes)),
	}}
	if r.Words != "" {
		reply.Text = append(reply.Text, chat.Say(fmt.Sprintf(textReason, r.Words)))
	}
	reply.Buttons = [][]chat.Button{{
		h.desk.Button(buttonWaive, dialog.Action{View: dialog.ViewDecide, ID: s.Kept.ID, Topic: dialog.TopicYes}),
		h.desk.Button(buttonKeep, dialog.Action{View: dialog.ViewDecide, ID: s.Kept.ID, Topic: dialog.TopicNo}),
	}}
	return reply
}
