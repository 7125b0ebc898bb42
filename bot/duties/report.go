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

// notOurs takes the word of a focal person that a duty is not their agency's; why,
// they may say at once or next, or press again.
func (a *acts) notOurs(ctx context.Context, t dialog.Turn, act Act, o one) (chat.Reply, error) {
	at, s := act.Button, o.Sighted
	if at.Topic == dialog.TopicYes || !act.pressed() && !act.Focus || noteWords(act) != "" {
		words, err := a.report(ctx, t, s, noteWords(act))
		if err != nil {
			return chat.Reply{}, err
		}
		if !act.pressed() {
			return chat.Sentence(words), nil
		}
		return a.afterAct(ctx, t, s, at.Day, words)
	}
	s, err := a.keep(ctx, s)
	if err != nil {
		return chat.Reply{}, err
	}
	a.desk.Expect(t, dialog.Expectation{Use: dialog.UseReport, ID: s.Kept.ID})
	prompt := fmt.Sprintf(textWhyNotOurs, chat.TaskName(s.Unit), s.Agency.Name)
	reply, err := a.afterAct(ctx, t, s, at.Day, prompt)
	if err != nil {
		return chat.Reply{}, err
	}
	next := dialog.Action{View: dialog.ViewNotOurs, ID: s.Kept.ID, Day: at.Day, Topic: dialog.TopicYes}
	row := []chat.Button{a.desk.Button(buttonNoReason, next), a.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewItem, ID: s.Kept.ID, Day: at.Day})}
	reply = reply.With(chat.Say(prompt))
	reply.Buttons = append([][]chat.Button{row}, reply.Buttons...)
	return reply, nil
}

// ReportSpoken takes the reason why a duty is not the agency's.
func (a *acts) ReportSpoken(ctx context.Context, t dialog.Turn, id int64, why string) (chat.Reply, error) {
	s, ok, err := a.sight(ctx, t, id)
	switch {
	case err != nil:
		return chat.Reply{}, err
	case !ok:
		return chat.OldButton(), nil
	case !s.focal():
		return chat.Sentence(s.notFocal()), nil
	}
	words, err := a.report(ctx, t, s, why)
	return chat.Sentence(words), err
}

// report puts before the administrators that a duty is not the agency's, and
// says what came of it.
func (a *acts) report(ctx context.Context, t dialog.Turn, s Sighted, why string) (words string, err error) {
	a.desk.Expected.Take(dialog.ParticipantOf(t.Message))
	if s.Kept.State != record.Open {
		return s.settledBefore(), nil
	}
	words = fmt.Sprintf(textReported, chat.TaskName(s.Unit), s.period())
	if s, err = a.keep(ctx, s); err != nil {
		return "", err
	}
	reported, err := a.reported(ctx)
	if err != nil || reported[s.Kept.ID] {
		return words, err
	}
	admins, err := a.following.Administrators(ctx)
	if err != nil {
		return "", err
	}
	r := record.Report{Occurrence: s.Kept, Person: t.Person(), Words: why, At: t.Now}
	all, err := follow.Letters(admins, 0, a.ReportScreen(r, s))
	if err != nil {
		return "", err
	}
	if _, err := a.records.AddReport(ctx, r, all...); err != nil {
		return "", fmt.Errorf("keep report: %w", err)
	}
	return words, nil
}

// reported are the occurrences that stand before the administrators.
func (c *cards) reported(ctx context.Context) (map[int64]bool, error) {
	open, err := c.records.OpenReports(ctx)
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
func (d *digests) disputed(ctx context.Context, all follow.Ties, asked []remind.Nudge) (chat.Text, error) {
	if len(all.Agencies(record.FocalPerson)) == 0 {
		return nil, nil
	}
	reported, err := d.reported(ctx)
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
func (c *cards) ReportScreen(r record.Report, s Sighted) chat.Reply {
	reply := chat.Reply{Text: chat.Text{
		chat.BoldText(textReportHead),
		chat.Say(fmt.Sprintf(textReportSays, chat.CalledBy(r.Person), s.Unit.Place(), s.Kept.Period, s.Agency.Name)),
		chat.Quote(chat.CutWords(chat.FirstLine(s.Unit.Text), chat.BriefRunes)),
	}}
	if r.Words != "" {
		reply.Text = append(reply.Text, chat.Say(fmt.Sprintf(textReason, r.Words)))
	}
	reply.Buttons = [][]chat.Button{{
		c.desk.Button(buttonWaive, dialog.Action{View: dialog.ViewDecide, ID: s.Kept.ID, Topic: dialog.TopicYes}),
		c.desk.Button(buttonKeep, dialog.Action{View: dialog.ViewDecide, ID: s.Kept.ID, Topic: dialog.TopicNo}),
	}}
	return reply
}
