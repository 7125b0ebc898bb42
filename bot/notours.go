package bot

import (
	"context"
	"fmt"

	"cchcbot/bot/duty"
)

// notOursPressed takes the word of a focal person that a duty is not their
// agency's; why, they may say next, or press again.
func (b *Bot) notOursPressed(ctx context.Context, t turn, at action) (Reply, error) {
	s, ok, err := b.sight(ctx, t, at.id)
	if err != nil || !ok {
		return oldButton(), err
	}
	if !s.focal() {
		return Reply{Notice: s.notFocal()}, nil
	}
	if at.topic == topicYes {
		return b.report(ctx, t, at.id, "")
	}
	b.expect(t, expectation{use: useReport, id: at.id})
	next := at
	next.topic = topicYes
	reply := sentence(fmt.Sprintf(textWhyNotOurs, taskName(s.Unit), s.Agency.Name))
	reply.Buttons = [][]Button{
		{b.button(buttonNoReason, next)},
		{b.button(buttonBack, action{view: viewItem, id: at.id, day: at.day})},
	}
	return reply, nil
}

// report puts before the administrators that a duty is not the agency's.
func (b *Bot) report(ctx context.Context, t turn, id int64, words string) (Reply, error) {
	b.expected.take(seatOf(t.Message))
	s, ok, err := b.sight(ctx, t, id)
	switch {
	case err != nil:
		return Reply{}, err
	case !ok || !s.focal():
		return oldButton(), nil
	case s.kept.State != duty.Open:
		return sentence(fmt.Sprintf(textDoneBefore, taskName(s.Unit), nameOrSomebody(s.kept.By))), nil
	}
	admins, err := b.administrators(ctx)
	if err != nil {
		return Reply{}, err
	}
	if known, err := b.reported(ctx, id); err != nil || known {
		return sentence(fmt.Sprintf(textReported, taskName(s.Unit))), err
	}
	r := duty.Report{Occurrence: s.kept, Person: t.person(), Words: words, At: t.now}
	all, err := letters(admins, 0, b.reportScreen(r, s))
	if err != nil {
		return Reply{}, err
	}
	if _, err := b.records.AddReport(ctx, r, all...); err != nil {
		return Reply{}, fmt.Errorf("keep report: %w", err)
	}
	return sentence(fmt.Sprintf(textReported, taskName(s.Unit))), nil
}

// reported tells whether an occurrence stands before the administrators already.
func (b *Bot) reported(ctx context.Context, id int64) (bool, error) {
	open, err := b.records.OpenReports(ctx)
	if err != nil {
		return false, fmt.Errorf("reports: %w", err)
	}
	for _, r := range open {
		if r.Occurrence.ID == id {
			return true, nil
		}
	}
	return false, nil
}

// reportScreen is what an administrator reads of a report. Its buttons name the
// occurrence: of one, no two reports are open.
func (b *Bot) reportScreen(r duty.Report, s sighted) Reply {
	reply := Reply{Text: Text{
		bold(textReportHead),
		say(fmt.Sprintf(textReportSays, calledBy(r.Person), s.Unit.Place(), s.kept.Period, s.Agency.Name)),
		quote(cutWords(firstLine(s.Unit.Text), briefRunes)),
	}}
	if r.Words != "" {
		reply.Text = append(reply.Text, say(fmt.Sprintf(textReason, r.Words)))
	}
	reply.Buttons = [][]Button{{
		b.button(buttonWaive, action{view: viewJudge, id: s.kept.ID, topic: topicYes}),
		b.button(buttonKeep, action{view: viewJudge, id: s.kept.ID, topic: topicNo}),
	}}
	return reply
}

// judgeReportPressed is an administrator's word on a report.
func (b *Bot) judgeReportPressed(ctx context.Context, t turn, at action) (Reply, error) {
	if may, err := b.administers(ctx, t.User); err != nil || !may {
		return Reply{Notice: textOnlyAdministrators}, err
	}
	open, err := b.records.OpenReports(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("reports: %w", err)
	}
	for _, r := range open {
		if r.Occurrence.ID == at.id {
			return b.judgeReport(ctx, t, r, at.topic == topicYes)
		}
	}
	return Reply{Text: Text{say(textReportSettled)}, Notice: textDecidedBefore}, nil
}

func (b *Bot) judgeReport(ctx context.Context, t turn, r duty.Report, waive bool) (Reply, error) {
	s, ok, err := b.sightKept(ctx, t, r.Occurrence)
	if err != nil || !ok {
		return oldButton(), err
	}
	words := textStaysYours
	if waive {
		words = textNotYours
	}
	told := fmt.Sprintf(words, taskName(s.Unit), s.kept.Period, s.Agency.Name)
	note, err := letter(r.Person.ID, sentence(told))
	if err != nil {
		return Reply{}, err
	}
	_, settled, err := b.records.SettleReport(ctx, r.ID, waive, t.person(), note)
	if err != nil {
		return Reply{}, fmt.Errorf("settle report: %w", err)
	}
	if !settled {
		return Reply{Text: Text{say(textReportSettled)}, Notice: textDecidedBefore}, nil
	}
	return sentence(told), nil
}
