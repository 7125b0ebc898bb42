package library

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"cchcbot/bot/record"
	"cchcbot/seeds"
	"cchcbot/seeds/deadline"
	"cchcbot/seeds/document"
	"cchcbot/seeds/plan"
)

// Settled is what people settled about the reading of a document, as it is kept
// in JSON.
type Settled struct {
	Profile  document.Profile     `json:"profile"`            // fields that are not zero go before what is read
	Agencies []plan.Agency        `json:"agencies,omitempty"` // added to the register, or further names of some
	Waved    document.Waved       `json:"waved,omitempty"`    // what may stay as it is
	Dates    map[string]plan.Date `json:"dates,omitempty"`    // of deadlines that were not understood, by unit
	By       []int64              `json:"by,omitempty"`       // the people who settled something, and so do not approve
}

// signed adds a person to those who settled something.
func (s *Settled) signed(by int64) {
	if !slices.Contains(s.By, by) {
		s.By = append(slices.Clone(s.By), by)
	}
}

// mayApprove reports whether a person may approve a plan: one who neither proposed
// it nor settled anything about it, or, where all others of the administrators did,
// one who did not propose it. Two people have seen it in any case.
func (r Reading) mayApprove(k record.Plan, user int64, administrators []int64) bool {
	took := func(id int64) bool { return id == k.Proposed.ID || slices.Contains(r.Settled.By, id) }
	return user != k.Proposed.ID && (!took(user) || !slices.ContainsFunc(administrators, func(id int64) bool { return !took(id) }))
}

// Reading is a document as it was read, with what was settled about it.
type Reading struct {
	Plan     *plan.Plan
	Profile  document.Profile
	Problems []plan.Problem
	Blockers []document.Blocker // what keeps it from coming into force
	Settled  Settled
}

// Read reads a document. The error is a *block.Error, which tells a person what
// to send instead, or the program's.
func Read(base *seeds.Library, name string, original []byte, settled Settled) (Reading, error) {
	r := Reading{Settled: settled}
	var err error
	r.Plan, r.Profile, r.Problems, err = base.Open(name, original, seeds.Options{Profile: settled.Profile, Agencies: settled.Agencies})
	if err != nil {
		return Reading{}, fmt.Errorf("read %s: %w", name, err)
	}
	waved := maps.Clone(settled.Waved)
	for unit, day := range settled.Dates {
		if err := date(r.Plan, unit, day); err != nil {
			return Reading{}, err
		}
		if waved == nil {
			waved = document.Waved{}
		}
		waved[unit] = append(slices.Clone(waved[unit]), document.BlockDeadline)
	}
	r.Blockers = document.Blockers(r.Plan, r.Profile, r.Problems, waved)
	return r, nil
}

// date gives a unit the due date that a person read out of its words.
func date(p *plan.Plan, unit string, day plan.Date) error {
	for i, u := range p.Units {
		if u.ID != unit {
			continue
		}
		d, err := deadline.Parse(fmt.Sprintf("Trước ngày %d/%d/%d", day.Day, int(day.Month), day.Year), p.Year)
		if err != nil {
			return fmt.Errorf("deadline of %s: %w", unit, err)
		}
		d.Words = u.Deadline.Words
		p.Units[i].Deadline = d
	}
	return nil
}

// settledOf reads what is kept; what cannot be read settles nothing.
func settledOf(kept record.Plan) (Settled, error) {
	var s Settled
	if len(kept.Settled) == 0 {
		return s, nil
	}
	if err := json.Unmarshal(kept.Settled, &s); err != nil {
		return s, fmt.Errorf("what was settled about plan %d: %w", kept.ID, err)
	}
	return s, nil
}

// describe gives a kept plan what its reading tells of it as a whole.
func (r Reading) describe(kept record.Plan) (record.Plan, error) {
	settled, err := json.Marshal(r.Settled)
	if err != nil {
		return kept, fmt.Errorf("keep what was settled: %w", err)
	}
	p := r.Profile
	kept.Number, kept.Issuer, kept.Kind, kept.Title, kept.Issued = p.Number, p.Issuer, p.Kind, p.Title, p.Issued
	kept.From, kept.To, kept.Settled = p.From, max(p.From, p.To), settled
	return kept, nil
}
