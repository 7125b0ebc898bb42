package talk

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
func (h *Handler) soonForWhom(ctx context.Context, t dialog.Turn, q question.Question) (question.Question, error) {
	if !h.records || t.Agency != nil || q.Intent != question.Due || !answer.AsksSoon(q, t.Now) || q.Agency != nil || q.Speaker != nil {
		return q, nil
	}
	all, err := h.following.TiesOf(ctx, t.User)
	q.Agency = h.following.OwnOrTied(t, all)
	return q, err
}

// withLate tells those who may see it what their agency is late with, beside what
// falls due soon.
func (h *Handler) withLate(ctx context.Context, t dialog.Turn, told answer.Answer, reply chat.Reply) (chat.Reply, error) {
	if !h.records || told.Intent != question.Due || told.Agency == nil || !answer.AsksSoon(told.Question, t.Now) {
		return reply, nil
	}
	agency := *told.Agency
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	if may, err := h.following.MaySee(ctx, t, all, plan.KeyOf(agency)); err != nil || !may {
		return reply, err
	}
	year, err := h.progress.Standings(ctx, []plan.Agency{agency}, progress.LookedBack(plan.QuarterNow(t.Now)))
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
	shown := h.desk.Button(fmt.Sprintf(progress.ButtonLate, late), dialog.Action{View: dialog.ViewProgress, Agency: dialog.AgencyCode(plan.KeyOf(agency)), Window: dialog.NoWindow, Topic: progress.TopicLate})
	reply.Buttons = append([][]chat.Button{{shown}}, reply.Buttons...)
	return reply, nil
}
