// Package library is the way of a document into force: an administrator sends it,
// settles what was not understood, and another approves it with its day.
//
// In: files and decisions of administrators, the rows of the store. Out: screens,
// and the library of plans as it is on a day. Nothing comes into force while
// something is open, and every decision stands in the audit log. The package
// knows no transport and no SQL.
package library

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// Plans keep the documents and their lives.
type Plans interface {
	AddPlan(ctx context.Context, p record.Plan, original []byte) (kept record.Plan, known bool, err error)
	ApprovePlan(ctx context.Context, id int64, day, today plan.Date, by record.Person, letters ...record.Letter) (p record.Plan, approved bool, err error)
	KnowPlan(ctx context.Context, p record.Plan) (record.Plan, error)
	PlanOriginal(ctx context.Context, id int64) ([]byte, error)
	Plans(ctx context.Context) ([]record.Plan, error)
	SettlePlan(ctx context.Context, p record.Plan, by record.Person) (settled bool, err error)
	WithdrawPlan(ctx context.Context, id int64, by record.Person, letters ...record.Letter) (p record.Plan, withdrawn bool, err error)
}

// Shelf reads the documents that the store keeps. It is safe for concurrent use.
type Shelf struct {
	plans Plans
	base  *seeds.Library // what comes with the program, and the registers
	read  *plan.Latest[readKey, Reading]

	mu    sync.Mutex
	known map[int64]*plan.Plan // what comes with the program, by its id in the store
}

// readKey tells a reading from others of the same document.
type readKey struct {
	id      int64
	settled string
}

// mostRead is how many read documents are kept.
const mostRead = 8

// NewShelf makes a Shelf of what comes with the program and what is kept.
func NewShelf(base *seeds.Library, plans Plans) *Shelf {
	return &Shelf{plans: plans, base: base, read: plan.NewLatest[readKey, Reading](mostRead)}
}

// Library is the library as it is now: the plan in force that answers without a
// hint, those in force beside it, and all others, which are read when they are
// asked for.
func (s *Shelf) Library(ctx context.Context) (*seeds.Library, error) {
	known, err := s.knownPlans(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := s.plans.Plans(ctx)
	if err != nil {
		return nil, fmt.Errorf("list plans: %w", err)
	}
	l := *s.base
	l.Plans, l.Beside, l.Shelved = nil, nil, nil
	lines := linesOf(kept, known)
	ruling := rulingOf(kept, known, lines)
	for _, k := range slices.Backward(kept) {
		if k.State == record.PlanDraft || k.State == record.PlanApproved || k.State == record.PlanWithdrawn && k.ApprovedAt.IsZero() && known[k.ID] == nil {
			continue
		}
		v := s.volume(k, known[k.ID], lines[k.ID])
		switch ruling[lines[k.ID]] {
		case k.ID:
			p, err := v.Open()
			if err != nil {
				return nil, err
			}
			if lines[k.ID] == "" {
				l.Plans = append([]*plan.Plan{p}, l.Plans...)
			} else {
				l.Beside = append(l.Beside, p)
			}
		default:
			l.Shelved = append(l.Shelved, v)
		}
	}
	if len(l.Plans) == 0 && len(l.Beside) > 0 {
		l.Plans, l.Beside = l.Beside[:1], l.Beside[1:]
	}
	return &l, nil
}

// knownPlans makes sure that the store knows what comes with the program.
func (s *Shelf) knownPlans(ctx context.Context) (map[int64]*plan.Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known != nil {
		return s.known, nil
	}
	known := map[int64]*plan.Plan{}
	for _, p := range slices.Backward(s.base.Plans) { // the oldest first
		kept, err := s.plans.KnowPlan(ctx, record.Plan{
			Number: p.Number, Issuer: p.Issuer, Kind: p.Kind, Title: p.Title, Issued: p.Issued, From: p.Year, To: max(p.Year, p.Until), File: p.Source,
		})
		if err != nil {
			return nil, fmt.Errorf("know plan: %w", err)
		}
		known[kept.ID] = p
	}
	s.known = known
	return known, nil
}

// linesOf tells which plans take each other's place: what comes with the program
// and what replaces it is one line, "".
func linesOf(kept []record.Plan, known map[int64]*plan.Plan) map[int64]string {
	lines := map[int64]string{}
	for _, k := range kept { // what is replaced came before
		before, follows := lines[k.Replaces]
		switch {
		case known[k.ID] != nil || k.SHA256 == "":
			lines[k.ID] = ""
		case follows:
			lines[k.ID] = before
		default:
			lines[k.ID] = fmt.Sprint(k.ID)
		}
	}
	return lines
}

// rulingOf tells which plan of each line is in force: the last that came, and of
// those that come with the program the newest.
func rulingOf(kept []record.Plan, known map[int64]*plan.Plan, lines map[int64]string) map[string]int64 {
	ruling := map[string]int64{}
	years := map[string]int{}
	for _, k := range kept {
		line := lines[k.ID]
		if !k.Rules() || k.SHA256 == "" && (known[k.ID] == nil || k.From < years[line]) {
			continue
		}
		ruling[line], years[line] = k.ID, k.From
		if k.SHA256 != "" {
			years[line] = 1 << 30 // nothing that comes with the program goes before it
		}
	}
	return ruling
}

// volume is a kept plan that is read when it is asked for.
func (s *Shelf) volume(k record.Plan, known *plan.Plan, line string) plan.Volume {
	about := plan.Plan{
		Kind: k.Kind, Issuer: k.Issuer, Year: k.From, Until: k.To, Number: k.Number, Title: k.Title, Issued: k.Issued,
		Line: line, Withdrawn: k.State == record.PlanWithdrawn,
	}
	if k.Key != k.Number {
		about.ID = k.Key
	}
	if k.SHA256 != "" {
		about.Code = dialog.StoreCode(k.ID)
	}
	return plan.Volume{About: &about, Open: func() (*plan.Plan, error) {
		p := known
		if p == nil {
			read, err := s.Reading(context.Background(), k)
			if err != nil {
				return nil, err
			}
			p = read.Plan
		}
		with := *p
		with.ID, with.Code, with.Line, with.Withdrawn = about.ID, about.Code, line, about.Withdrawn
		return &with, nil
	}}
}

// Reading reads a kept document.
func (s *Shelf) Reading(ctx context.Context, k record.Plan) (Reading, error) {
	return s.read.Get(readKey{k.ID, string(k.Settled)}, func() (Reading, error) {
		settled, err := settledOf(k)
		if err != nil {
			return Reading{}, err
		}
		original, err := s.plans.PlanOriginal(ctx, k.ID)
		if err != nil {
			return Reading{}, fmt.Errorf("original: %w", err)
		}
		return Read(s.base, k.File, original, settled)
	})
}
