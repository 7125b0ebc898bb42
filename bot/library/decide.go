package library

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// pressed answers the buttons of this room.
func (h *Handler) pressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if may, reply, err := h.authorize(ctx, t); err != nil || !may {
		return chat.Reply{Notice: reply.Text.Plain()}, err
	}
	if at.Topic == topicList {
		return h.list(ctx, int(max(0, at.Number)))
	}
	k, known, err := h.kept(ctx, at.ID)
	if err != nil || !known {
		return chat.OldButton(), err
	}
	switch at.Topic {
	case topicOpen:
		return h.summary(ctx, t, k)
	case topicNext:
		return h.next(ctx, t, k)
	case topicWaveAll:
		return h.waveAll(ctx, t, k)
	case topicRows:
		files, err := h.rows(ctx, t, k)
		return chat.Reply{Notice: chat.TextFileSent, Files: files}, err
	case topicChanges:
		return h.changes(ctx, k)
	case topicReplaces:
		return h.replaceNext(ctx, t, k)
	case topicPropose:
		return h.propose(ctx, t, k)
	case topicBack:
		return h.sure(k), nil
	case topicSureBack:
		return h.withdraw(ctx, t, k)
	}
	verb, rest, _ := strings.Cut(at.Topic, ".")
	if verb == topicApprove {
		return h.approvePressed(ctx, t, k, rest)
	}
	stamp, value, _ := strings.Cut(rest, ".")
	return h.settle(ctx, t, k, verb, stamp, value)
}

// propose asks the other administrators to approve a draft.
func (h *Handler) propose(ctx context.Context, t dialog.Turn, k record.Plan) (chat.Reply, error) {
	read, err := h.shelf.Reading(ctx, k)
	if err != nil {
		return chat.Reply{}, err
	}
	if k.State != record.PlanDraft || len(read.Blockers) > 0 {
		return h.next(ctx, t, k)
	}
	all, err := h.following.Administrators(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	everybody := slices.Clone(all)
	all = slices.DeleteFunc(all, func(id int64) bool { return id == t.User || !read.mayApprove(k, id, everybody) })
	if len(all) == 0 {
		return chat.Sentence(textNobodyElse), nil
	}
	other := t
	other.User = 0 // whoever reads it did not propose it
	letter, err := h.summary(ctx, other, k)
	if err != nil {
		return chat.Reply{}, err
	}
	letter.Text = append(chat.Text{chat.Say(fmt.Sprintf(textPleaseLook, chat.CalledBy(t.Person())))}, letter.Text...)
	letters, err := follow.Letters(all, t.Chat, letter)
	if err != nil {
		return chat.Reply{}, err
	}
	if err := h.records.Announce(ctx, "plan: "+k.Number, t.Person(), letters...); err != nil {
		return chat.Reply{}, fmt.Errorf("propose: %w", err)
	}
	reply := chat.Sentence(fmt.Sprintf(textProposed, len(all)))
	reply.Buttons = [][]chat.Button{h.button(buttonOpen, k.ID, topicOpen, 0)}
	return reply, nil
}

// approveButtons offer the days from which a plan may be in force.
func (h *Handler) approveButtons(k record.Plan, t dialog.Turn) [][]chat.Button {
	rows := [][]chat.Button{h.button(buttonToday, k.ID, topicApprove+"."+topicToday, 0)}
	if first := (plan.Date{Year: k.From, Month: 1, Day: 1}); first.Compare(t.Today()) > 0 {
		rows = append(rows, h.button(fmt.Sprintf(buttonFromDay, chat.Day(first)), k.ID, topicApprove+"."+first.String(), 0))
	}
	return append(rows, h.button(buttonOtherDay, k.ID, topicApprove, 0))
}

const topicToday = "nay"

func (h *Handler) approvePressed(ctx context.Context, t dialog.Turn, k record.Plan, when string) (chat.Reply, error) {
	switch when {
	case topicToday:
		return h.approve(ctx, t, k, t.Today())
	case "":
		h.desk.Expect(t, dialog.Expectation{Use: dialog.UsePlan, ID: k.ID, Kept: topicApprove})
		return chat.Sentence(textTypeForce), nil
	}
	day, err := plan.ParseDate(when)
	if err != nil {
		return chat.OldButton(), nil //nolint:nilerr // a stranger's data
	}
	return h.approve(ctx, t, k, day)
}

// approve takes a draft into force from a day, where nothing is open and somebody
// else proposed it, and tells those concerned.
func (h *Handler) approve(ctx context.Context, t dialog.Turn, k record.Plan, day plan.Date) (chat.Reply, error) {
	read, err := h.shelf.Reading(ctx, k)
	if err != nil {
		return chat.Reply{}, err
	}
	if k.State != record.PlanDraft || len(read.Blockers) > 0 {
		return h.next(ctx, t, k)
	}
	administrators, err := h.following.Administrators(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	if !read.mayApprove(k, t.User, administrators) {
		return chat.Sentence(textNotYourOwn), nil
	}
	letters, err := h.announcement(ctx, t, k, read, day)
	if err != nil {
		return chat.Reply{}, err
	}
	approved, ok, err := h.records.ApprovePlan(ctx, k.ID, day, t.Today(), t.Person(), letters...)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("approve: %w", err)
	}
	if !ok {
		return chat.Sentence(textOldSettling), nil
	}
	h.changed(ctx)
	words := fmt.Sprintf(textApproved, nameOf(approved), chat.Day(day))
	if slices.Contains(read.Settled.By, t.User) {
		words += " " + textAlsoSettled
	}
	reply := chat.Sentence(words)
	if before, known, err := h.kept(ctx, k.Replaces); err == nil && known {
		reply.Buttons = append(reply.Buttons, h.button(fmt.Sprintf(buttonBefore, nameOf(before)), k.ID, topicSureBack, 0))
	}
	reply.Buttons = append(reply.Buttons, h.button(buttonList, 0, topicList, 0))
	return reply, nil
}

// sure asks whether a plan is to be taken back.
func (h *Handler) sure(k record.Plan) chat.Reply {
	reply := chat.Sentence(fmt.Sprintf(textSureBack, nameOf(k)))
	reply.Buttons = [][]chat.Button{h.button(buttonSureBack, k.ID, topicSureBack, 0), h.button(chat.ButtonBack, k.ID, topicOpen, 0)}
	return reply
}

// withdraw takes a plan back; the one before it is in force again.
func (h *Handler) withdraw(ctx context.Context, t dialog.Turn, k record.Plan) (chat.Reply, error) {
	ruled := k.Rules()
	all, err := h.following.Administrators(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	words := fmt.Sprintf(textWithdrawn, nameOf(k))
	if before, known, err := h.kept(ctx, k.Replaces); err != nil {
		return chat.Reply{}, err
	} else if known && ruled {
		words += " " + fmt.Sprintf(textBackInForce, nameOf(before))
	}
	reply := chat.Sentence(words)
	letters, err := follow.Letters(all, t.Chat, reply)
	if err != nil {
		return chat.Reply{}, err
	}
	if _, ok, err := h.records.WithdrawPlan(ctx, k.ID, t.Person(), letters...); err != nil || !ok {
		return chat.Sentence(textOldSettling), err
	}
	h.changed(ctx)
	reply.Buttons = [][]chat.Button{h.button(buttonList, 0, topicList, 0)}
	return reply, nil
}

// replaceNext offers the next plan in force as the one that a draft replaces.
func (h *Handler) replaceNext(ctx context.Context, t dialog.Turn, k record.Plan) (chat.Reply, error) {
	all, err := h.records.Plans(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("plans: %w", err)
	}
	choices := []int64{0}
	for _, other := range all {
		if other.Rules() {
			choices = append(choices, other.ID)
		}
	}
	settled, err := settledOf(k)
	if err != nil {
		return chat.Reply{}, err
	}
	settled.signed(t.User)
	if k.Settled, err = json.Marshal(settled); err != nil {
		return chat.Reply{}, fmt.Errorf("keep what was settled: %w", err)
	}
	k.Replaces = choices[(slices.Index(choices, k.Replaces)+1)%len(choices)]
	if ok, err := h.records.SettlePlan(ctx, k, t.Person()); err != nil || !ok {
		return chat.Reply{Notice: textOldSettling}, err
	}
	return h.summary(ctx, t, k)
}
