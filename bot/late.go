package bot

import (
	"context"
	"fmt"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/progress"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// soonForWhom has a question for what falls due soon mean the agency that the
// person works for.
func (b *Bot) soonForWhom(ctx context.Context, t dialog.Turn, q question.Question) (question.Question, error) {
	if b.records == nil || t.Agency != nil || q.Intent != question.Due || !answer.AsksSoon(q, t.Now) || q.Agency != nil || q.Speaker != nil {
		return q, nil
	}
	all, err := b.following.TiesOf(ctx, t.User)
	q.Agency = b.following.OwnOrTied(t, all)
	return q, err
}

// withLate tells those who may see it what their agency is late with, beside what
// falls due soon.
func (b *Bot) withLate(ctx context.Context, t dialog.Turn, told answer.Answer, reply chat.Reply) (chat.Reply, error) {
	if b.records == nil || told.Intent != question.Due || told.Agency == nil || !answer.AsksSoon(told.Question, t.Now) {
		return reply, nil
	}
	agency := *told.Agency
	all, err := b.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	if may, err := b.following.MaySee(ctx, t, all, plan.KeyOf(agency)); err != nil || !may {
		return reply, err
	}
	year, err := b.progress.Standings(ctx, []plan.Agency{agency}, progress.LookedBack(plan.QuarterNow(t.Now)))
	if err != nil {
		return chat.Reply{}, err
	}
	late := progress.CountOf(year, t.Today()).Late
	if late == 0 {
		return reply, nil
	}
	if len(told.Units) == 0 {
		reply.Text = chat.Text{chat.BoldText(fmt.Sprintf(progress.TextOnlyLate, agency.Name, late))}
	}
	shown := b.desk.Button(fmt.Sprintf(progress.ButtonLate, late), dialog.Action{View: dialog.ViewProgress, Agency: dialog.AgencyCode(plan.KeyOf(agency)), Window: dialog.NoWindow, Topic: progress.TopicLate})
	reply.Buttons = append([][]chat.Button{{shown}}, reply.Buttons...)
	return reply, nil
}
