package bot

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/bot/remind"
)

// notOursPressed takes the word of a focal person that a duty is not their
// agency's; why, they may say next, or press again.
func (b *dutiesHandler) notOursPressed(ctx context.Context, t turn, at action) (Reply, error) {
	s, ok, err := b.sight(ctx, t, at.id)
	if err != nil || !ok {
		return oldButton(), err
	}
	if !s.focal() {
		return Reply{Notice: s.notFocal()}, nil
	}
	if at.topic == topicYes {
		words, err := b.report(ctx, t, s, "")
		if err != nil {
			return Reply{}, err
		}
		return b.afterAct(ctx, t, s, at.day, words)
	}
	b.desk.expect(t, expectation{use: useReport, id: at.id})
	prompt := fmt.Sprintf(textWhyNotOurs, taskName(s.Unit), s.Agency.Name)
	reply, err := b.afterAct(ctx, t, s, at.day, prompt)
	if err != nil {
		return Reply{}, err
	}
	next := at
	next.topic = topicYes
	row := []Button{b.desk.button(buttonNoReason, next), b.desk.button(buttonBack, action{view: viewItem, id: at.id, day: at.day})}
	reply = reply.with(say(prompt))
	reply.Buttons = append([][]Button{row}, reply.Buttons...)
	return reply, nil
}

// reportSpoken takes the reason why a duty is not the agency's.
func (b *dutiesHandler) reportSpoken(ctx context.Context, t turn, id int64, why string) (Reply, error) {
	s, ok, err := b.sight(ctx, t, id)
	switch {
	case err != nil:
		return Reply{}, err
	case !ok:
		return oldButton(), nil
	case !s.focal():
		return sentence(s.notFocal()), nil
	}
	words, err := b.report(ctx, t, s, why)
	return sentence(words), err
}

// report puts before the administrators that a duty is not the agency's, and
// says what came of it.
func (b *dutiesHandler) report(ctx context.Context, t turn, s sighted, why string) (words string, err error) {
	b.desk.expected.take(seatOf(t.Message))
	if s.kept.State != record.Open {
		return s.settledBefore(), nil
	}
	words = fmt.Sprintf(textReported, taskName(s.Unit))
	reported, err := b.reported(ctx)
	if err != nil || reported[s.kept.ID] {
		return words, err
	}
	admins, err := b.following.administrators(ctx)
	if err != nil {
		return "", err
	}
	r := record.Report{Occurrence: s.kept, Person: t.person(), Words: why, At: t.now}
	all, err := letters(admins, 0, b.reportScreen(r, s))
	if err != nil {
		return "", err
	}
	if _, err := b.records.AddReport(ctx, r, all...); err != nil {
		return "", fmt.Errorf("keep report: %w", err)
	}
	return words, nil
}

// reported are the occurrences that stand before the administrators.
func (b *dutiesHandler) reported(ctx context.Context) (map[int64]bool, error) {
	open, err := b.records.OpenReports(ctx)
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
func (b *dutiesHandler) disputed(ctx context.Context, all ties, asked []remind.Nudge) (Text, error) {
	if len(all.agencies(record.FocalPerson)) == 0 {
		return nil, nil
	}
	reported, err := b.reported(ctx)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, n := range asked {
		if reported[n.Record.ID] && n.Record.State == record.Open {
			names = append(names, taskName(n.Unit))
		}
	}
	if len(names) == 0 {
		return nil, nil
	}
	return Text{say(fmt.Sprintf(textDisputed, strings.Join(names, ", ")))}, nil
}

// reportScreen is what an administrator reads of a report. Its buttons name the
// occurrence: of one, no two reports are open.
func (b *dutiesHandler) reportScreen(r record.Report, s sighted) Reply {
	reply := Reply{Text: Text{
		bold(textReportHead),
		say(fmt.Sprintf(textReportSays, calledBy(r.Person), s.Unit.Place(), s.kept.Period, s.Agency.Name)),
		quote(cutWords(firstLine(s.Unit.Text), briefRunes)),
	}}
	if r.Words != "" {
		reply.Text = append(reply.Text, say(fmt.Sprintf(textReason, r.Words)))
	}
	reply.Buttons = [][]Button{{
		b.desk.button(buttonWaive, action{view: viewJudge, id: s.kept.ID, topic: topicYes}),
		b.desk.button(buttonKeep, action{view: viewJudge, id: s.kept.ID, topic: topicNo}),
	}}
	return reply
}
