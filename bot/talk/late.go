package talk

import (
	"context"
	"fmt"
	"slices"
	"strings"

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

// withNext tells of a short time in which nothing falls due what does after it.
func (h *Handler) withNext(t dialog.Turn, told answer.Answer, reply chat.Reply) chat.Reply {
	w := told.Question.Window
	if told.Intent != question.Due || len(told.Units) > 0 || w == nil || w.Impossible || w.Unread || w.To.Compare(t.Today()) < 0 || w.From.DaysUntil(w.To) > shortTime {
		return reply
	}
	due := h.answers.DueOf(plan.WindowOf(w.To.AddDays(1), w.To.AddDays(lookedAhead)), told.Agency, told.Question.Role)
	if own := slices.DeleteFunc(slices.Clone(due), func(d plan.Due) bool { return h.answers.OnlySupports(d.Unit, told.Agency) }); len(own) > 0 {
		due = own
	}
	var names []string
	for _, d := range due {
		if name := chat.ShortPlace(d.Unit); d.Occurrence.Due == due[0].Occurrence.Due && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return reply
	}
	first, words := due[0].Occurrence.Due, fmt.Sprintf(textSoMany, len(names))
	if w.To.DaysUntil(first) <= nearDays {
		words = strings.Join(names, "; ")
	}
	next := chat.Say(fmt.Sprintf(textNextDue, chat.Day(first), words))
	reply.Text = slices.Insert(slices.Clone(reply.Text), min(1, len(reply.Text)), next)
	return reply
}

// How many days make a short time, within how many behind it what is due is named,
// and how far is looked.
const (
	shortTime   = 31
	nearDays    = 3
	lookedAhead = 100
)
