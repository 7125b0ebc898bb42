package bot

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cchcbot/bot/record"
)

// waitingScreen lets an administrator settle the oldest registration.
func (b *officeHandler) waitingScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	waiting, err := b.records.WaitingSubscriptions(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("waiting registrations: %w", err)
	}
	if len(waiting) == 0 {
		reply := sentence(textNobodyWaits)
		reply.Buttons = [][]Button{b.officeBack()}
		return reply, nil
	}
	page = min(page, len(waiting)-1)
	reply := b.following.request(waiting[page])
	reply.Buttons = append(reply.Buttons, b.desk.pager(action{view: viewOffice, topic: officeWaiting, page: page}, len(waiting))...)
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

// reportsScreen lets an administrator settle the oldest report.
func (b *officeHandler) reportsScreen(ctx context.Context, t turn, page int) (Reply, error) {
	open, err := b.records.OpenReports(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("reports: %w", err)
	}
	if len(open) == 0 {
		reply := sentence(textNoReports)
		reply.Buttons = [][]Button{b.officeBack()}
		return reply, nil
	}
	page = min(page, len(open)-1)
	s, ok, err := b.duties.sightKept(ctx, t, open[page].Occurrence)
	if err != nil {
		return Reply{}, err
	}
	reply := sentence(textReportOfOldPlan)
	if ok {
		reply = b.duties.reportScreen(open[page], s)
	}
	reply.Buttons = append(reply.Buttons, b.desk.pager(action{view: viewOffice, topic: officeReports, page: page}, len(open))...)
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

func (b *officeHandler) lostScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	if b.rounds == nil {
		return oldButton(), nil
	}
	lost, err := b.rounds.Unreachable(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("unreachable people: %w", err)
	}
	var lines []string
	for _, u := range lost {
		name := u.Name
		if name == "" {
			name = fmt.Sprintf(textChat, u.Chat)
		}
		lines = append(lines, fmt.Sprintf(textLost, cutWords(name, labelRunes), u.Since.In(vietnam).Format("02/01/2006"), reasonWords(u.Reason)))
	}
	reply := b.officePage(officeLost, fmt.Sprintf(textLostHead, len(lost)), textNobodyLost, lines, page, officeRows)
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

func (b *officeHandler) feedbackScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	if b.rounds == nil {
		return oldButton(), nil
	}
	list, err := b.rounds.ListFeedback(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("feedback: %w", err)
	}
	var lines []string
	for i := len(list) - 1; i >= 0; i-- {
		f := list[i]
		line := fmt.Sprintf(textFeedbackLine, f.At.In(vietnam).Format("02/01"), cutWords(f.Question, lineRunes))
		if f.Text != "" {
			line += fmt.Sprintf(textFeedbackMeant, cutWords(f.Text, lineRunes))
		}
		lines = append(lines, line)
	}
	reply := b.officePage(officeFeedback, fmt.Sprintf(textFeedbackHead, len(list)), textNoFeedback, lines, page, pageItems)
	if len(list) > 0 {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonFeedbackFile, action{view: viewOffice, topic: officeFeedback + "." + topicFiles})})
	}
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

// feedbackTold sends the list as relevance cases, where that is asked for.
func (b *officeHandler) feedbackTold(ctx context.Context, t turn, words string) (Reply, error) {
	if first, _ := cutWord(folded(words)); first != topicFiles || b.rounds == nil {
		return b.feedbackScreen(ctx, t, 0)
	}
	list, err := b.rounds.ListFeedback(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("feedback: %w", err)
	}
	var lines strings.Builder
	if err := WriteFeedback(&lines, list); err != nil {
		return Reply{}, err
	}
	reply := sentence(fmt.Sprintf(textFeedbackFile, len(list)))
	reply.Files = []File{{Name: "gop-y-" + t.now.Format(time.DateOnly) + ".jsonl", Bytes: []byte(lines.String())}}
	reply.Buttons = [][]Button{{b.desk.button(buttonBack, action{view: viewOffice, topic: officeFeedback})}}
	return reply, nil
}

// previewScreen asks whose reminders are to be seen.
func (b *officeHandler) previewScreen(_ context.Context, t turn, _ int) (Reply, error) {
	b.desk.expect(t, expectation{use: useOffice, kept: officePreview})
	reply := sentence(textPreviewWhose)
	reply.Buttons = [][]Button{b.officeBack()}
	return reply, nil
}

// dismissPressed takes a role back from a person.
func (b *officeHandler) dismissPressed(ctx context.Context, t turn, at action) (Reply, error) {
	if may, err := b.following.administers(ctx, t.User); err != nil || !may {
		return Reply{Notice: textOnlyAdministrators}, err
	}
	if at.agency == "" {
		if may, reply, err := b.office(ctx, t); err != nil || !may {
			return Reply{Notice: reply.Text.Plain()}, err
		}
		return b.propose(ctx, t, officeAdmins, fmt.Sprintf("bo %d", at.chat))
	}
	s, found, err := b.following.tieAt(ctx, at)
	if err != nil || !found || s.Standing != record.Approved {
		return oldButton(), err
	}
	s.Standing = record.Revoked
	note, err := letter(s.Chat, b.following.decision(s))
	if err != nil {
		return Reply{}, err
	}
	if _, err := b.records.PutSubscription(ctx, s, t.person(), note); err != nil {
		return Reply{}, fmt.Errorf("revoke: %w", err)
	}
	return b.following.settled(s, t.person()), nil
}
