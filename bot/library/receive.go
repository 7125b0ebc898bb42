package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds/block"
	"cchcbot/seeds/document"
	"cchcbot/seeds/plan"
)

// Receive reads a file that an administrator sent, and keeps it as a draft.
func (h *Handler) Receive(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	if may, reply, err := h.authorize(ctx, t); err != nil || !may {
		return reply, err
	}
	original, err := t.Document.Fetch(ctx)
	if errors.Is(err, chat.ErrTooLarge) {
		return chat.Sentence(textTooLarge), nil
	}
	if err != nil {
		return chat.Reply{}, fmt.Errorf("fetch a file: %w", err)
	}
	kept, known, err := h.shelf.Add(ctx, t.Document.Name, original, t.Person())
	var refused *block.Error
	if errors.As(err, &refused) {
		return chat.Sentence(refused.Sentence()), nil
	}
	if err != nil {
		return chat.Reply{}, err
	}
	reply, err := h.summary(ctx, t, kept)
	if err == nil && known {
		reply.Text = append(chat.Text{chat.Say(textKnownFile)}, reply.Text...)
	}
	if err == nil && kept.State == record.PlanDraft {
		reply.Files, err = h.rows(ctx, t, kept)
	}
	return reply, err
}

// Add reads a document and keeps it as a draft, in place of the plan in force
// that it seems to replace. The error is a *block.Error where it cannot be read.
func (s *Shelf) Add(ctx context.Context, name string, original []byte, by record.Person) (kept record.Plan, known bool, err error) {
	if _, err := s.knownPlans(ctx); err != nil {
		return record.Plan{}, false, err
	}
	read, err := Read(s.base, name, original, Settled{})
	if err != nil {
		return record.Plan{}, false, err
	}
	all, err := s.plans.Plans(ctx)
	if err != nil {
		return record.Plan{}, false, fmt.Errorf("plans: %w", err)
	}
	draft, err := read.describe(record.Plan{File: name, Proposed: by, Replaces: replacedBy(read.Profile, all)})
	if err != nil {
		return record.Plan{}, false, err
	}
	kept, known, err = s.plans.AddPlan(ctx, draft, original)
	if err != nil {
		return record.Plan{}, false, fmt.Errorf("keep a draft: %w", err)
	}
	return kept, known, nil
}

// replacedBy is the id of the plan in force that a document replaces: the one
// that it names, else the newest of its issuer about the same subject; 0 for none.
func replacedBy(p document.Profile, all []record.Plan) int64 {
	subject := (&plan.Plan{Title: p.Title}).Subject()
	var found int64
	for _, k := range all {
		if !k.Rules() {
			continue
		}
		if p.Replaces != "" && p.Replaces == k.Number {
			return k.ID
		}
		if subject != "" && aboutOf(k).Subject() == subject && plan.Fold(k.Issuer) == plan.Fold(p.Issuer) {
			found = k.ID
		}
	}
	return found
}

// summary tells in a few lines what was read, and what can be done.
func (h *Handler) summary(ctx context.Context, t dialog.Turn, k record.Plan) (chat.Reply, error) {
	lines := []string{fmt.Sprintf("%s, %s.", nameOf(k), periodOf(k))}
	var reply chat.Reply
	if k.SHA256 != "" {
		read, err := h.shelf.Reading(ctx, k)
		if err != nil {
			return chat.Reply{}, err
		}
		lines = append(lines, read.counts()...)
		if k.State == record.PlanDraft {
			lines = append(lines, nextOf(read))
			administrators, err := h.following.Administrators(ctx)
			if err != nil {
				return chat.Reply{}, err
			}
			reply.Buttons = h.draftButtons(k, read, t, administrators)
		}
	}
	replaced, err := h.replacedName(ctx, k)
	if err != nil {
		return chat.Reply{}, err
	}
	if k.SHA256 != "" {
		lines = slices.Insert(lines, 1, replaced)
	}
	lines = append(lines, fmt.Sprintf(textStands, stateOf(k)))
	if k.State == record.PlanInForce && k.SHA256 != "" || k.State == record.PlanApproved {
		reply.Buttons = append(reply.Buttons, h.button(buttonChanges, k.ID, topicChanges, 0), h.button(buttonWithdraw, k.ID, topicBack, 0))
	}
	reply.Buttons = append(reply.Buttons, h.button(buttonList, 0, topicList, 0))
	reply.Text = chat.Text{chat.BoldText(lines[0]), chat.Say(strings.Join(lines[1:], "\n"))}
	return reply, nil
}

// counts tell what a document holds and what of it is open.
func (r Reading) counts() []string {
	tasks, groups, agencies := 0, 0, map[string]bool{}
	for _, u := range r.Plan.Units {
		switch u.Kind {
		case plan.KindTask:
			tasks++
		case plan.KindHeading:
			groups++
		}
		for _, p := range u.Parties {
			if p.Agency != "" {
				agencies[p.Agency] = true
			}
		}
	}
	lines := []string{fmt.Sprintf(textCounts, tasks, groups, len(agencies))}
	if len(r.Blockers) == 0 {
		return append(lines, textNothingOpen)
	}
	open := map[document.BlockerKind]int{}
	for _, b := range r.Blockers {
		open[b.Kind]++
	}
	leads, deadlines := open[document.BlockLead], open[document.BlockDeadline]
	return append(lines, fmt.Sprintf(textOpenCounts, leads, deadlines, len(r.Blockers)-leads-deadlines))
}

func nextOf(r Reading) string {
	if n := len(r.Blockers); n > 0 {
		return fmt.Sprintf(textOpenFirst, n)
	}
	return textReadyNext
}

// draftButtons are what can be done about a draft.
func (h *Handler) draftButtons(k record.Plan, read Reading, t dialog.Turn, administrators []int64) [][]chat.Button {
	var rows [][]chat.Button
	switch {
	case len(read.Blockers) > 0:
		rows = append(rows, h.button(fmt.Sprintf(buttonNext, len(read.Blockers)), k.ID, topicNext, 0))
	case !read.mayApprove(k, t.User, administrators):
		rows = append(rows, h.button(buttonPropose, k.ID, topicPropose, 0))
	default:
		rows = append(rows, h.approveButtons(k, t)...)
	}
	if k.Replaces != 0 {
		rows = append(rows, h.button(buttonChanges, k.ID, topicChanges, 0))
	}
	return append(rows, h.button(buttonReplaces, k.ID, topicReplaces, 0), h.button(buttonRows, k.ID, topicRows, 0), h.button(buttonDiscard, k.ID, topicBack, 0))
}

// replacedName tells whose place a plan takes.
func (h *Handler) replacedName(ctx context.Context, k record.Plan) (string, error) {
	if k.Replaces == 0 {
		return textReplacesNot, nil
	}
	before, known, err := h.kept(ctx, k.Replaces)
	if err != nil || !known {
		return textReplacesNot, err
	}
	return fmt.Sprintf(textReplaces, nameOf(before)), nil
}
