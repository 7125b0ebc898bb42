package bot

import (
	"context"
	"fmt"

	"cchcbot/bot/record"
)

// topicUndo takes a decision back.
const topicUndo = "lai"

// judgeReportPressed is an administrator's word on a report, or takes one back.
func (b *officeHandler) judgeReportPressed(ctx context.Context, t turn, at action) (Reply, error) {
	if may, err := b.following.administers(ctx, t.User); err != nil || !may {
		return Reply{Notice: textOnlyAdministrators}, err
	}
	r, ok, err := b.records.ReportOf(ctx, at.id)
	switch {
	case err != nil:
		return Reply{}, fmt.Errorf("report: %w", err)
	case !ok:
		return oldButton(), nil
	case at.topic == topicUndo:
		return b.unjudgeReport(ctx, t, r)
	}
	return b.judgeReport(ctx, t, r, at.topic == topicYes)
}

// judgeReport settles a report and tells who made it.
func (b *officeHandler) judgeReport(ctx context.Context, t turn, r record.Report, waive bool) (Reply, error) {
	s, ok, err := b.duties.sightKept(ctx, t, r.Occurrence)
	if err != nil || !ok {
		return oldButton(), err
	}
	words := textStaysYours
	if waive {
		words = textNotYours
	}
	note, err := letter(r.Person.ID, aboutReport(words, s))
	if err != nil {
		return Reply{}, err
	}
	r, settled, err := b.records.SettleReport(ctx, r.ID, waive, t.person(), note)
	if err != nil {
		return Reply{}, fmt.Errorf("settle report: %w", err)
	}
	s.kept = r.Occurrence
	if !settled {
		reply := b.judgedReport(r, s, s.kept.By)
		reply.Notice = textDecidedBefore
		return reply, nil
	}
	return b.judgedReport(r, s, t.person()), nil
}

// unjudgeReport puts a report before the administrators again and tells who made
// it.
func (b *officeHandler) unjudgeReport(ctx context.Context, t turn, r record.Report) (Reply, error) {
	s, ok, err := b.duties.sightKept(ctx, t, r.Occurrence)
	if err != nil || !ok {
		return oldButton(), err
	}
	note, err := letter(r.Person.ID, aboutReport(textReportAgain, s))
	if err != nil {
		return Reply{}, err
	}
	r, reopened, err := b.records.ReopenReport(ctx, r.ID, t.person(), note)
	if err != nil {
		return Reply{}, fmt.Errorf("reopen report: %w", err)
	}
	s.kept = r.Occurrence
	reply := b.duties.reportScreen(r, s)
	if r.Settled {
		reply = b.judgedReport(r, s, s.kept.By)
	}
	reply.Notice = textReportUndone
	if !reopened {
		reply.Notice = textReportNotUndone
	}
	return reply, nil
}

func aboutReport(words string, s sighted) Reply {
	return sentence(fmt.Sprintf(words, taskName(s.Unit), s.kept.Period, s.Agency.Name))
}

// judgedReport is what an administrator reads of a settled report: who made it,
// why, what came of it and by whom, where that is known.
func (b *officeHandler) judgedReport(r record.Report, s sighted, by record.Person) Reply {
	reply := b.duties.reportScreen(r, s)
	reply.Buttons = [][]Button{{b.desk.button(fmt.Sprintf(buttonUndo, taskName(s.Unit)), action{view: viewJudge, id: s.kept.ID, topic: topicUndo})}}
	var words string
	switch s.kept.State {
	case record.Done:
		words, by, reply.Buttons = fmt.Sprintf(textDoneBefore, taskName(s.Unit), nameOrSomebody(s.kept.By)), record.Person{}, nil
	case record.Waived:
		words = fmt.Sprintf(textReportWaived, s.Agency.Name)
	default:
		words = fmt.Sprintf(textReportKept, s.Agency.Name)
	}
	if by.ID != 0 {
		words += fmt.Sprintf(textReportJudge, calledBy(by))
	}
	reply.Text = append(reply.Text, say(words))
	return reply
}
