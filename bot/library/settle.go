package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds/document"
	"cchcbot/seeds/plan"
)

// next asks about the next thing that is open in a draft; the summary where
// nothing is.
func (h *Handler) next(ctx context.Context, t dialog.Turn, k record.Plan) (chat.Reply, error) {
	read, err := h.shelf.Reading(ctx, k)
	if err != nil {
		return chat.Reply{}, err
	}
	if k.State != record.PlanDraft || len(read.Blockers) == 0 {
		return h.summary(ctx, t, k)
	}
	b := read.Blockers[0]
	reply := h.ask(t, k, read, b)
	if n := len(read.Blockers) - 1; n > 0 && b.Kind != document.BlockIncomplete {
		reply = reply.With(chat.Say(fmt.Sprintf(textLeft, n)))
	}
	if n := read.waivable(); n > 1 {
		reply.Buttons = append(reply.Buttons, h.button(fmt.Sprintf(buttonKeepAll, n), k.ID, topicWaveAll, 0))
	}
	reply.Buttons = append(reply.Buttons, h.button(chat.ButtonBack, k.ID, topicOpen, 0))
	return reply, nil
}

// waivable counts what a person may let pass.
func (r Reading) waivable() int {
	n := 0
	for _, b := range r.Blockers {
		if b.Kind == document.BlockLead || b.Kind == document.BlockDeadline {
			n++
		}
	}
	return n
}

// ask asks about one thing that is open.
func (h *Handler) ask(t dialog.Turn, k record.Plan, read Reading, b document.Blocker) chat.Reply {
	choice := func(label, verb, value string) []chat.Button {
		return h.button(label, k.ID, strings.TrimSuffix(verb+"."+stampOf(b)+"."+value, "."), 0)
	}
	unit, _ := read.Plan.Unit(b.Unit)
	place := chat.UpperFirst(unit.Place())
	switch b.Kind {
	case document.BlockIncomplete:
		return chat.Sentence(textIncomplete)
	case document.BlockNumber:
		h.desk.Expect(t, dialog.Expectation{Use: dialog.UsePlan, ID: k.ID, Kept: topicNumber})
		return chat.Sentence(textAskNumber)
	case document.BlockYear:
		reply := chat.Sentence(textAskYear)
		first := read.Profile.From
		if first == 0 {
			first = t.Now.Year()
		}
		for year := first - 1; year <= first+1; year++ {
			reply.Buttons = append(reply.Buttons, choice(strconv.Itoa(year), topicYear, strconv.Itoa(year)))
		}
		return reply
	case document.BlockColumn:
		reply := chat.Sentence(fmt.Sprintf(textAskColumn, b.What))
		for _, r := range columnRoles {
			reply.Buttons = append(reply.Buttons, choice(r.name, topicColumn, string(r.role)))
		}
		return reply
	case document.BlockDeadline:
		reply := chat.Sentence(fmt.Sprintf(textAskDeadline, place, chat.OneLine(unit.Deadline.Words)))
		reply.Buttons = [][]chat.Button{choice(buttonNoDay, topicWave, ""), choice(buttonTypeDay, topicDate, "")}
		return reply
	}
	unknown := unknownLeads(unit)
	if len(unknown) == 0 {
		reply := chat.Sentence(fmt.Sprintf(textAskNoLead, place))
		reply.Buttons = [][]chat.Button{choice(buttonKeepLead, topicWave, "")}
		return reply
	}
	reply := chat.Sentence(fmt.Sprintf(textAskLead, place, unknown[0]))
	if register, err := h.shelf.base.RegisterOf(read.Plan); err == nil {
		for _, a := range agency.NewNameIndex(register).Similar(unknown[0]) {
			reply.Buttons = append(reply.Buttons, choice(a.Name, topicAgency, a.ID))
		}
	}
	reply.Buttons = append(reply.Buttons, choice(buttonNewAgency, topicNewAgency, ""), choice(buttonKeepLead, topicWave, ""))
	return reply
}

// unknownLeads are the words of the leads of a unit that no register holds.
func unknownLeads(u plan.Unit) []string {
	var words []string
	for _, p := range u.Parties {
		if p.Role == plan.RoleLead && p.Via == plan.ViaOutside {
			words = append(words, p.Words)
		}
	}
	return words
}

// settle carries out what was chosen about something that is open, and asks for
// the next.
func (h *Handler) settle(ctx context.Context, t dialog.Turn, k record.Plan, verb, stamp, value string) (chat.Reply, error) {
	read, err := h.shelf.Reading(ctx, k)
	if err != nil {
		return chat.Reply{}, err
	}
	i := slices.IndexFunc(read.Blockers, func(b document.Blocker) bool { return stampOf(b) == stamp })
	if k.State != record.PlanDraft || i < 0 {
		return chat.Reply{Notice: textOldSettling}, nil
	}
	b := read.Blockers[i]
	if verb == topicDate {
		h.desk.Expect(t, dialog.Expectation{Use: dialog.UsePlan, ID: k.ID, Kept: topicDate + "." + b.Unit})
		unit, _ := read.Plan.Unit(b.Unit)
		return chat.Sentence(fmt.Sprintf(textTypeDay, unit.Place())), nil
	}
	next, err := read.settled(verb, b, value)
	if err != nil {
		return chat.Reply{Notice: textOldSettling}, nil //nolint:nilerr // a button that says nothing sensible
	}
	return h.settleTo(ctx, t, k, next)
}

// settled is what is settled once a choice was made about something open.
func (r Reading) settled(verb string, b document.Blocker, value string) (Settled, error) {
	s, err := r.Settled.clone()
	if err != nil {
		return s, err
	}
	switch verb {
	case topicYear:
		year, err := strconv.Atoi(value)
		if err != nil {
			return s, fmt.Errorf("year: %w", err)
		}
		s.Profile.From, s.Profile.To, s.Profile.YearSeen = year, year, true
	case topicColumn:
		s.Profile.Columns = cloneColumns(r.Profile.Columns)
		for _, table := range s.Profile.Columns {
			for i, c := range table {
				if c.Role == document.RoleUnknown && c.Title == b.What {
					table[i].Role = document.Role(value)
				}
			}
		}
	case topicAgency, topicNewAgency:
		unit, _ := r.Plan.Unit(b.Unit)
		words := unknownLeads(unit)
		if len(words) == 0 {
			return s, errors.New("no agency is unknown")
		}
		added := plan.Agency{ID: value, Aliases: words[:1]}
		if verb == topicNewAgency {
			added = plan.Agency{ID: idOf(words[0]), Name: words[0]}
		}
		s.Agencies = append(s.Agencies, added)
	case topicWave:
		for _, same := range r.Blockers { // the same words mean the same everywhere
			if same.Kind == b.Kind && (same.Unit == b.Unit || same.What == b.What && b.What != "") {
				s.wave(same)
			}
		}
	}
	return s, nil
}

func (s *Settled) wave(b document.Blocker) {
	if s.Waved == nil {
		s.Waved = document.Waved{}
	}
	s.Waved[b.Unit] = append(s.Waved[b.Unit], b.Kind)
}

// clone is a copy that shares nothing with the reading that is kept.
func (s Settled) clone() (Settled, error) {
	raw, err := json.Marshal(s)
	if err != nil {
		return s, fmt.Errorf("clone: %w", err)
	}
	var c Settled
	if err := json.Unmarshal(raw, &c); err != nil {
		return s, fmt.Errorf("clone: %w", err)
	}
	return c, nil
}

func cloneColumns(tables [][]document.Column) [][]document.Column {
	all := make([][]document.Column, len(tables))
	for i, t := range tables {
		all[i] = slices.Clone(t)
	}
	return all
}

// idOf makes an id of the name of an agency.
func idOf(name string) string { return strings.Join(strings.Fields(plan.Fold(name)), "-") }

// waveAll lets all leads and deadlines pass that are open.
func (h *Handler) waveAll(ctx context.Context, t dialog.Turn, k record.Plan) (chat.Reply, error) {
	read, err := h.shelf.Reading(ctx, k)
	if err != nil {
		return chat.Reply{}, err
	}
	s, err := read.Settled.clone()
	if err != nil {
		return chat.Reply{}, err
	}
	for _, b := range read.Blockers {
		if b.Kind == document.BlockLead || b.Kind == document.BlockDeadline {
			s.wave(b)
		}
	}
	return h.settleTo(ctx, t, k, s)
}

// settleTo keeps what is settled, reads the document anew and asks for the next.
func (h *Handler) settleTo(ctx context.Context, t dialog.Turn, k record.Plan, s Settled) (chat.Reply, error) {
	s.signed(t.User)
	raw, err := json.Marshal(s)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("keep what was settled: %w", err)
	}
	k.Settled = raw
	read, err := h.shelf.Reading(ctx, k)
	if err != nil {
		return chat.Reply{Notice: textOldSettling}, nil //nolint:nilerr // a choice by which the document cannot be read changes nothing
	}
	if k, err = read.describe(k); err != nil {
		return chat.Reply{}, err
	}
	settled, err := h.records.SettlePlan(ctx, k, t.Person())
	if err != nil {
		return chat.Reply{}, fmt.Errorf("settle: %w", err)
	}
	if !settled {
		return chat.Reply{Notice: textOldSettling}, nil
	}
	return h.next(ctx, t, k)
}

// Told takes words that a screen of a plan asked for.
func (h *Handler) Told(ctx context.Context, t dialog.Turn, e dialog.Expectation) (chat.Reply, error) {
	if may, reply, err := h.authorize(ctx, t); err != nil || !may {
		return reply, err
	}
	k, known, err := h.kept(ctx, e.ID)
	if err != nil || !known {
		return chat.Sentence(textOldSettling), err
	}
	verb, unit, _ := strings.Cut(e.Kept, ".")
	day, isDay := dayOf(t.Text)
	if verb != topicNumber && !isDay {
		h.desk.Expect(t, e)
		return chat.Sentence(textNoDay), nil
	}
	if verb == topicApprove {
		return h.approve(ctx, t, k, day)
	}
	read, err := h.shelf.Reading(ctx, k)
	if err != nil {
		return chat.Reply{}, err
	}
	s, err := read.Settled.clone()
	if err != nil {
		return chat.Reply{}, err
	}
	if verb == topicNumber {
		s.Profile.Number = strings.TrimSpace(t.Text)
	} else {
		dates := map[string]plan.Date{unit: day}
		maps.Copy(dates, s.Dates)
		dates[unit] = day
		s.Dates = dates
	}
	return h.settleTo(ctx, t, k, s)
}

// dayOf reads a day as people type it.
func dayOf(words string) (plan.Date, bool) {
	for word := range strings.FieldsSeq(strings.NewReplacer("-", "/", ".", "/").Replace(words)) {
		if t, err := time.Parse("2/1/2006", word); err == nil {
			return plan.DateOf(t), true
		}
	}
	return plan.Date{}, false
}
