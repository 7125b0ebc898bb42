package bot

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// registry is Records for one test.
type registry struct {
	now         func() time.Time
	people      map[int64]record.Person
	named       []record.Person
	preferences map[int64]record.Preferences
	ties        []record.Subscription
	occurrences []record.Occurrence
	snoozes     map[[2]int64]plan.Date
	reports     []record.Report
	why         []record.Explanation
	digests     []record.Digest
	rules       record.Rules
	audit       []record.Change
	lost        []record.Unreached // in place of the one that is always there
	wrong       []record.Feedback  // so, too
	reached     []int64
	absences    map[int64]record.Absence
	letters     []record.Letter // those that were not delivered yet
	shown       []record.Digest // to be shown anew
}

func newRegistry(now func() time.Time) *registry {
	return &registry{
		now: now, people: map[int64]record.Person{}, preferences: map[int64]record.Preferences{}, absences: map[int64]record.Absence{}, snoozes: map[[2]int64]plan.Date{},
		rules: record.Rules{Ladders: map[plan.DeadlineKind][]string{}},
	}
}

func (r *registry) log(by record.Person, what, about, before, after string, letters []record.Letter) {
	if by.Name != "" && by.ID > 0 {
		r.people[by.ID] = by
	}
	r.audit = append(r.audit, record.Change{ID: int64(len(r.audit) + 1), At: r.now(), By: by, What: what, About: about, Before: before, After: after})
	r.letters = append(r.letters, letters...)
}

func (r *registry) Meet(_ context.Context, p record.Person) error {
	r.people[p.ID] = p
	return nil
}

func (r *registry) MarkReachable(_ context.Context, chat int64) error {
	r.reached = append(r.reached, chat)
	return nil
}

func (r *registry) Person(_ context.Context, id int64) (record.Person, error) {
	p := r.people[id]
	p.ID = id
	return p, nil
}

func (r *registry) ForgetPerson(_ context.Context, id int64, letters ...record.Letter) error {
	r.letters = append(r.letters, letters...)
	delete(r.people, id)
	delete(r.preferences, id)
	r.ties = slices.DeleteFunc(r.ties, func(s record.Subscription) bool { return s.Chat == id })
	for i := range r.occurrences {
		if r.occurrences[i].By.ID == id {
			r.occurrences[i].By = record.Person{}
		}
	}
	return nil
}

func (r *registry) Recipient(ctx context.Context, chat int64, _ plan.Date) (record.Recipient, error) {
	recipient := record.Recipient{Told: map[string]bool{}}
	recipient.Preferences, _ = r.Preferences(ctx, chat)
	recipient.Subscriptions = r.tiesWhere(func(s record.Subscription) bool { return s.Chat == chat && s.Standing == record.Approved })
	recipient.Snoozed, _ = r.Snoozes(ctx, chat)
	for _, d := range r.digests {
		if d.Chat == chat {
			recipient.Through = d.Day
			for _, n := range d.Nudges {
				recipient.Told[n.Key()] = true
			}
		}
	}
	return recipient, nil
}

func (r *registry) Known(ctx context.Context, from plan.Date, agencies ...string) (record.Known, error) {
	known := record.Known{Asked: map[string]record.Explanation{}}
	known.Closed, _ = r.ClosedOccurrences(ctx, from)
	known.Reminded, _ = r.RemindedOccurrences(ctx, from)
	for _, e := range r.why {
		if e.AnsweredAt.IsZero() {
			known.Asked[e.Occurrence.Key()] = e
		}
	}
	of := func(o record.Occurrence) bool { return len(agencies) == 0 || slices.Contains(agencies, o.Agency) }
	maps.DeleteFunc(known.Closed, func(_ string, o record.Occurrence) bool { return !of(o) })
	maps.DeleteFunc(known.Asked, func(_ string, e record.Explanation) bool { return !of(e.Occurrence) })
	return known, nil
}

func (r *registry) Administrators(context.Context) ([]record.Person, error) { return r.named, nil }

func (r *registry) NameAdministrator(_ context.Context, who, by record.Person, letters ...record.Letter) error {
	r.named = append(r.named, who)
	r.log(by, "administrator", fmt.Sprint(who.ID), "", "named", letters)
	return nil
}

func (r *registry) DismissAdministrator(_ context.Context, who, by record.Person, letters ...record.Letter) error {
	r.named = slices.DeleteFunc(r.named, func(p record.Person) bool { return p.ID == who.ID })
	r.log(by, "administrator", fmt.Sprint(who.ID), "named", "", letters)
	return nil
}

func (r *registry) Preferences(_ context.Context, chat int64) (record.Preferences, error) {
	if p, ok := r.preferences[chat]; ok {
		return p, nil
	}
	return record.DefaultPreferences(chat), nil
}

func (r *registry) SetPreferences(_ context.Context, p record.Preferences, _ record.Person) error {
	r.preferences[p.Chat] = p
	return nil
}

func (r *registry) Unsubscribe(_ context.Context, chat int64, agency string, by record.Person, letters ...record.Letter) error {
	r.ties = slices.DeleteFunc(r.ties, func(s record.Subscription) bool { return s.Chat == chat && (agency == "" || s.Agency == agency) })
	r.log(by, "subscription", fmt.Sprintf("%d %s", chat, agency), "", "", letters)
	return nil
}

func (r *registry) tiesWhere(which func(record.Subscription) bool) []record.Subscription {
	var some []record.Subscription
	for _, s := range r.ties {
		if which(s) {
			s.Person = r.people[s.Person.ID]
			some = append(some, s)
		}
	}
	return some
}

func (r *registry) SubscriptionsOf(_ context.Context, chat int64) ([]record.Subscription, error) {
	return r.tiesWhere(func(s record.Subscription) bool { return s.Chat == chat }), nil
}

func (r *registry) SubscribersOf(_ context.Context, agency string) ([]record.Subscription, error) {
	return r.tiesWhere(func(s record.Subscription) bool { return s.Agency == agency && s.Standing == record.Approved }), nil
}

func (r *registry) FocalPersons(_ context.Context, day plan.Date) ([]record.Subscription, error) {
	away := func(id int64) bool {
		a, set := r.absences[id]
		return set && a.From.Compare(day) <= 0 && day.Compare(a.To) <= 0
	}
	var there []record.Subscription
	for _, s := range r.tiesWhere(func(s record.Subscription) bool { return s.Role == record.FocalPerson && s.Standing == record.Approved }) {
		if away(s.Chat) {
			deputy := r.absences[s.Chat].Deputy
			s.Chat, s.Person = deputy.ID, deputy
		}
		if s.Chat != 0 && !away(s.Chat) {
			there = append(there, s)
		}
	}
	return there, nil
}

func (r *registry) StandIns(_ context.Context, person int64, day plan.Date) ([]record.Subscription, error) {
	var in []record.Subscription
	for _, a := range r.absences {
		if a.Deputy.ID != person || day.Compare(a.From) < 0 || a.To.Compare(day) < 0 {
			continue
		}
		for _, s := range r.tiesWhere(func(s record.Subscription) bool {
			return s.Chat == a.Person.ID && s.Role == record.FocalPerson && s.Standing == record.Approved
		}) {
			s.Chat, s.For = person, a.Person.ID
			in = append(in, s)
		}
	}
	return in, nil
}

func (r *registry) AbsenceOf(_ context.Context, person int64) (record.Absence, error) {
	return r.absences[person], nil
}

func (r *registry) SetAbsence(_ context.Context, a record.Absence, letters ...record.Letter) error {
	delete(r.absences, a.Person.ID)
	if !a.From.IsZero() {
		r.absences[a.Person.ID] = a
	}
	r.log(a.Person, "absence", fmt.Sprint(a.Person.ID), "", a.From.String(), letters)
	return nil
}

func (r *registry) Subscribers(context.Context) ([]record.Subscription, error) {
	return r.tiesWhere(func(s record.Subscription) bool { return s.Standing == record.Approved }), nil
}

func (r *registry) Unreachable(context.Context) ([]record.Unreached, error) {
	if r.lost != nil {
		return r.lost, nil
	}
	return []record.Unreached{{Chat: 77, Name: "Đỗ Văn Hùng", Since: at("2024-03-01"), Reason: "Forbidden: bot was blocked by the user"}}, nil
}

func (r *registry) ListFeedback(context.Context) ([]record.Feedback, error) {
	if r.wrong != nil {
		return r.wrong, nil
	}
	return []record.Feedback{{Question: "hạn nộp báo cáo", Text: "báo cáo quý", At: at("2024-03-02")}}, nil
}

func (r *registry) WaitingSubscriptions(context.Context) ([]record.Subscription, error) {
	return r.tiesWhere(func(s record.Subscription) bool { return s.Standing == record.Waiting }), nil
}

func (r *registry) PutSubscription(_ context.Context, s record.Subscription, by record.Person, letters ...record.Letter) (before record.Standing, err error) {
	defer func() {
		r.log(by, "subscription", fmt.Sprintf("%d %s %s", s.Chat, s.Agency, s.Role), string(before), string(s.Standing), letters)
	}()
	for i, old := range r.ties {
		if old.Chat == s.Chat && old.Agency == s.Agency && old.Role == s.Role {
			r.ties[i] = s
			return old.Standing, nil
		}
	}
	r.ties = append(r.ties, s)
	return "", nil
}

func (r *registry) SettleSubscription(ctx context.Context, s record.Subscription, by record.Person, letters ...record.Letter) (bool, error) {
	for _, old := range r.ties {
		if old.Chat == s.Chat && old.Agency == s.Agency && old.Role == s.Role && old.Standing == record.Waiting {
			_, err := r.PutSubscription(ctx, s, by, letters...)
			return true, err
		}
	}
	return false, nil
}

func (r *registry) Occurrence(_ context.Context, id int64) (record.Occurrence, bool, error) {
	if id < 1 || id > int64(len(r.occurrences)) {
		return record.Occurrence{}, false, nil
	}
	return r.occurrences[id-1], true, nil
}

func (r *registry) KeepOccurrence(_ context.Context, o record.Occurrence) (record.Occurrence, error) {
	for _, known := range r.occurrences {
		if known.Key() == o.Key() {
			return known, nil
		}
	}
	o.ID, o.State = int64(len(r.occurrences)+1), record.Open
	r.occurrences = append(r.occurrences, o)
	return o, nil
}

func (r *registry) ClosedOccurrences(_ context.Context, from plan.Date) (map[string]record.Occurrence, error) {
	closed := map[string]record.Occurrence{}
	for _, o := range r.occurrences {
		if o.State != record.Open && o.Due.Compare(from) >= 0 {
			closed[o.Key()] = o
		}
	}
	return closed, nil
}

func (r *registry) RemindedOccurrences(_ context.Context, from plan.Date) (map[string]bool, error) {
	reminded := map[string]bool{}
	for _, d := range r.digests {
		for _, n := range d.Nudges {
			if n.Occurrence.Due.Compare(from) >= 0 {
				reminded[n.Occurrence.Key()] = true
			}
		}
	}
	return reminded, nil
}

func (r *registry) OccurrencesOf(_ context.Context, unit, agency string) (map[string]record.Occurrence, error) {
	kept := map[string]record.Occurrence{}
	for _, o := range r.occurrences {
		if o.Unit == unit && o.Agency == agency {
			kept[o.Key()] = o
		}
	}
	return kept, nil
}

func (r *registry) CloseOccurrences(ctx context.Context, list []record.Occurrence, by record.Person) (closed []record.Occurrence, first []bool, err error) {
	for _, done := range list {
		kept, _ := r.KeepOccurrence(ctx, done)
		if done.ID != 0 {
			kept = r.occurrences[done.ID-1]
		}
		o := &r.occurrences[kept.ID-1]
		open := o.State == record.Open
		if open {
			o.State, o.By, o.At, o.Delivered, o.Note = done.State, by, r.now(), done.Delivered, done.Note
			r.log(by, "occurrence", o.Key(), "open", string(o.State), nil)
			r.show(o.ID)
		}
		closed, first = append(closed, *o), append(first, open)
	}
	return closed, first, nil
}

// show notes the digests that tell an occurrence.
func (r *registry) show(id int64) {
	for _, d := range r.digests {
		if slices.ContainsFunc(d.Nudges, func(n record.Nudge) bool { return n.Occurrence.ID == id }) {
			r.shown = append(r.shown, r.fresh(d))
		}
	}
}

// fresh is a digest with its occurrences as they are now.
func (r *registry) fresh(d record.Digest) record.Digest {
	d.Nudges = slices.Clone(d.Nudges)
	for i, n := range d.Nudges {
		d.Nudges[i].Occurrence = r.occurrences[n.Occurrence.ID-1]
	}
	return d
}

func (r *registry) AnnotateOccurrence(_ context.Context, id int64, by record.Person, note string) (record.Occurrence, error) {
	o := &r.occurrences[id-1]
	r.log(by, "note", o.Key(), o.Note, note, nil)
	o.Note = note
	return *o, nil
}

func (r *registry) ReopenOccurrence(_ context.Context, id int64, by record.Person, letters ...record.Letter) (record.Occurrence, bool, error) {
	o := &r.occurrences[id-1]
	if o.State == record.Open {
		return *o, false, nil
	}
	o.State, o.By, o.At, o.Delivered, o.Note = record.Open, record.Person{}, time.Time{}, plan.Date{}, ""
	r.log(by, "occurrence", o.Key(), "done", "open", letters)
	r.show(id)
	return *o, true, nil
}

func (r *registry) SnoozeOccurrence(ctx context.Context, chat int64, o record.Occurrence, day plan.Date) error {
	o, _ = r.KeepOccurrence(ctx, o)
	r.snoozes[[2]int64{chat, o.ID}] = day
	return nil
}

func (r *registry) Snoozes(_ context.Context, chat int64) ([]record.Snooze, error) {
	var list []record.Snooze
	for of, day := range r.snoozes {
		if o := r.occurrences[of[1]-1]; of[0] == chat && o.State == record.Open {
			list = append(list, record.Snooze{Occurrence: o, Day: day})
		}
	}
	return list, nil
}

func (r *registry) AddReport(_ context.Context, report record.Report, letters ...record.Letter) (record.Report, error) {
	report.ID = int64(len(r.reports) + 1)
	r.reports = append(r.reports, report)
	r.log(report.Person, "report", report.Occurrence.Key(), "", report.Words, letters)
	return report, nil
}

func (r *registry) OpenReports(context.Context) ([]record.Report, error) {
	var open []record.Report
	for _, report := range r.reports {
		if !report.Settled {
			open = append(open, r.joined(report))
		}
	}
	return open, nil
}

// joined is a report with its occurrence as that stands.
func (r *registry) joined(report record.Report) record.Report {
	report.Occurrence = r.occurrences[report.Occurrence.ID-1]
	return report
}

func (r *registry) ReportOf(_ context.Context, occurrence int64) (record.Report, bool, error) {
	for _, report := range slices.Backward(r.reports) {
		if report.Occurrence.ID == occurrence {
			return r.joined(report), true, nil
		}
	}
	return record.Report{}, false, nil
}

func (r *registry) SettleReport(ctx context.Context, id int64, waive bool, by record.Person, letters ...record.Letter) (record.Report, bool, error) {
	report := &r.reports[id-1]
	if report.Settled {
		return r.joined(*report), false, nil
	}
	report.Settled = true
	r.letters = append(r.letters, letters...)
	var err error
	if waive {
		_, _, err = r.CloseOccurrences(ctx, []record.Occurrence{{ID: report.Occurrence.ID, State: record.Waived}}, by)
	}
	return r.joined(*report), true, err
}

func (r *registry) ReopenReport(ctx context.Context, id int64, by record.Person, letters ...record.Letter) (record.Report, bool, error) {
	report := &r.reports[id-1]
	o := r.joined(*report).Occurrence
	if !report.Settled || o.State == record.Done {
		return r.joined(*report), false, nil
	}
	report.Settled = false
	r.letters = append(r.letters, letters...)
	var err error
	if o.State == record.Waived {
		_, _, err = r.ReopenOccurrence(ctx, o.ID, by)
	}
	return r.joined(*report), true, err
}

func (r *registry) AskExplanation(_ context.Context, e record.Explanation, letters ...record.Letter) (record.Explanation, error) {
	e.ID, e.AskedAt = int64(len(r.why)+1), r.now()
	r.why = append(r.why, e)
	r.log(e.Asked, "explanation", e.Occurrence.Key(), "", "asked", letters)
	return e, nil
}

func (r *registry) AnswerExplanation(_ context.Context, id int64, by record.Person, words string, letters ...record.Letter) (record.Explanation, bool, error) {
	if id < 1 || id > int64(len(r.why)) {
		return record.Explanation{}, false, nil
	}
	e := &r.why[id-1]
	if !e.AnsweredAt.IsZero() {
		return *e, false, nil
	}
	e.Answered, e.AnsweredAt, e.Words = by, r.now(), words
	r.log(by, "explanation", e.Occurrence.Key(), "asked", words, letters)
	return *e, true, nil
}

func (r *registry) Explanations(_ context.Context, occurrence int64) ([]record.Explanation, error) {
	return slices.DeleteFunc(slices.Clone(r.why), func(e record.Explanation) bool { return e.Occurrence.ID != occurrence }), nil
}

func (r *registry) Digest(_ context.Context, chat int64, day plan.Date) (record.Digest, bool, error) {
	for _, d := range r.digests {
		if d.Chat == chat && d.Day == day {
			return r.fresh(d), true, nil
		}
	}
	return record.Digest{}, false, nil
}

func (r *registry) Campaigns(_ context.Context, from, to plan.Date) ([]record.Campaign, error) {
	byDay := map[plan.Date]*record.Campaign{}
	for _, d := range r.digests {
		if d.Day.Compare(from) < 0 || to.Compare(d.Day) < 0 {
			continue
		}
		c := byDay[d.Day]
		if c == nil {
			c = &record.Campaign{Day: d.Day, Failed: map[string]int{}}
			byDay[d.Day] = c
		}
		c.Due++
		switch d.Progress {
		case record.Failed:
			c.Failed[d.Reason]++
		case record.Sent:
			c.Sent++
			c.Nudges += len(d.Nudges)
			for _, n := range r.fresh(d).Nudges {
				if n.Occurrence.State == record.Done {
					c.Acknowledged++
				}
			}
		}
	}
	var all []record.Campaign
	for _, c := range byDay {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b record.Campaign) int { return a.Day.Compare(b.Day) })
	return all, nil
}

func (r *registry) Failures(_ context.Context, day plan.Date) ([]record.Digest, error) {
	var failed []record.Digest
	for _, d := range r.digests {
		if d.Day == day && d.Progress == record.Failed {
			failed = append(failed, d)
		}
	}
	return failed, nil
}

func (r *registry) Rules(context.Context) (record.Rules, error) {
	rules := r.rules
	rules.Ladders = maps.Clone(rules.Ladders)
	return rules, nil
}

func (r *registry) SetLadder(_ context.Context, kind plan.DeadlineKind, rungs []string, by record.Person) error {
	inJSON := func(rungs []string) string {
		if rungs == nil {
			return ""
		}
		text, _ := json.Marshal(rungs)
		return string(text)
	}
	before := r.rules.Ladders[kind]
	delete(r.rules.Ladders, kind)
	if rungs != nil {
		r.rules.Ladders[kind] = rungs
	}
	r.log(by, "ladder", string(kind), inJSON(before), inJSON(rungs), nil)
	return nil
}

// removeDays takes a correction away and says what it was.
func (r *registry) removeDays(from plan.Date) (before string) {
	r.rules.Calendar = slices.DeleteFunc(slices.Clone(r.rules.Calendar), func(old plan.CalendarEntry) bool {
		if old.From == from {
			before = sayDays(old)
		}
		return old.From == from
	})
	return before
}

func sayDays(e plan.CalendarEntry) string {
	state := "off"
	if e.Working {
		state = "working"
	}
	return strings.TrimSpace(e.To.String() + " " + state + " " + e.Reason)
}

func (r *registry) SetCalendarDays(_ context.Context, e plan.CalendarEntry, by record.Person) error {
	before := r.removeDays(e.From)
	r.rules.Calendar = append(r.rules.Calendar, e)
	r.log(by, "calendar", e.From.String(), before, sayDays(e), nil)
	return nil
}

func (r *registry) RemoveCalendarDays(_ context.Context, from plan.Date, by record.Person) error {
	r.log(by, "calendar", from.String(), r.removeDays(from), "", nil)
	return nil
}

func (r *registry) SetInternalDue(_ context.Context, d record.InternalDue, by record.Person) error {
	before, after := "", ""
	r.rules.Internal = slices.DeleteFunc(slices.Clone(r.rules.Internal), func(old record.InternalDue) bool {
		if old.Unit == d.Unit {
			before = fmt.Sprint(old.Day)
		}
		return old.Unit == d.Unit
	})
	if d.Day > 0 {
		r.rules.Internal, after = append(r.rules.Internal, d), fmt.Sprint(d.Day)
	}
	r.log(by, "internal_due", d.Unit, before, after, nil)
	return nil
}

func (r *registry) Audit(_ context.Context, after int64, limit int) ([]record.Change, error) {
	some := slices.DeleteFunc(slices.Clone(r.audit), func(c record.Change) bool { return c.ID <= after })
	return some[:min(len(some), cmp.Or(limit, len(some)))], nil
}

func (r *registry) DecidedBy(_ context.Context, s record.Subscription) (by record.Person, _ error) {
	for _, c := range r.audit {
		if c.What == "subscription" && c.After == string(s.Standing) && c.About == fmt.Sprintf("%d %s %s", s.Chat, s.Agency, s.Role) {
			by = c.By
		}
	}
	return by, nil
}

func (r *registry) RecentAudit(_ context.Context, skip, limit int) ([]record.Change, error) {
	some := slices.Clone(r.audit)
	slices.Reverse(some)
	some = some[min(skip, len(some)):]
	return some[:min(limit, len(some))], nil
}

func (r *registry) Announce(_ context.Context, what string, by record.Person, letters ...record.Letter) error {
	r.log(by, "announcement", "", "", what, letters)
	return nil
}
