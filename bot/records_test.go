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

	"cchcbot/bot/duty"
	"cchcbot/seeds/plan"
)

// registry is Records for one test.
type registry struct {
	now         func() time.Time
	people      map[int64]duty.Person
	named       []duty.Person
	preferences map[int64]duty.Preferences
	ties        []duty.Subscription
	occurrences []duty.Occurrence
	snoozes     map[[2]int64]plan.Date
	reports     []duty.Report
	why         []duty.Explanation
	digests     []duty.Digest
	rules       duty.Rules
	audit       []duty.Change
	lost        []Unreached // in place of the one that is always there
	wrong       []Feedback  // so, too
	reached     []int64
	letters     []duty.Letter // those that were not delivered yet
	shown       []duty.Digest // to be shown anew
}

func newRegistry(now func() time.Time) *registry {
	return &registry{
		now: now, people: map[int64]duty.Person{}, preferences: map[int64]duty.Preferences{}, snoozes: map[[2]int64]plan.Date{},
		rules: duty.Rules{Ladders: map[plan.DeadlineKind][]string{}},
	}
}

func (r *registry) log(by duty.Person, what, about, before, after string, letters []duty.Letter) {
	r.audit = append(r.audit, duty.Change{ID: int64(len(r.audit) + 1), At: r.now(), By: by, What: what, About: about, Before: before, After: after})
	r.letters = append(r.letters, letters...)
}

func (r *registry) Meet(_ context.Context, p duty.Person) error {
	r.people[p.ID] = p
	return nil
}

func (r *registry) MarkReachable(_ context.Context, chat int64) error {
	r.reached = append(r.reached, chat)
	return nil
}

func (r *registry) Person(_ context.Context, id int64) (duty.Person, error) {
	p := r.people[id]
	p.ID = id
	return p, nil
}

func (r *registry) ForgetPerson(_ context.Context, id int64) error {
	delete(r.people, id)
	delete(r.preferences, id)
	r.ties = slices.DeleteFunc(r.ties, func(s duty.Subscription) bool { return s.Chat == id })
	for i := range r.occurrences {
		if r.occurrences[i].By.ID == id {
			r.occurrences[i].By = duty.Person{}
		}
	}
	return nil
}

func (r *registry) Administrators(context.Context) ([]duty.Person, error) { return r.named, nil }

func (r *registry) NameAdministrator(_ context.Context, who, by duty.Person, letters ...duty.Letter) error {
	r.named = append(r.named, who)
	r.log(by, "administrator", fmt.Sprint(who.ID), "", "named", letters)
	return nil
}

func (r *registry) DismissAdministrator(_ context.Context, who, by duty.Person, letters ...duty.Letter) error {
	r.named = slices.DeleteFunc(r.named, func(p duty.Person) bool { return p.ID == who.ID })
	r.log(by, "administrator", fmt.Sprint(who.ID), "named", "", letters)
	return nil
}

func (r *registry) Preferences(_ context.Context, chat int64) (duty.Preferences, error) {
	if p, ok := r.preferences[chat]; ok {
		return p, nil
	}
	return duty.DefaultPreferences(chat), nil
}

func (r *registry) SetPreferences(_ context.Context, p duty.Preferences, _ duty.Person) error {
	r.preferences[p.Chat] = p
	return nil
}

func (r *registry) Unsubscribe(_ context.Context, chat int64, agency string, by duty.Person) error {
	r.ties = slices.DeleteFunc(r.ties, func(s duty.Subscription) bool { return s.Chat == chat && (agency == "" || s.Agency == agency) })
	r.log(by, "subscription", fmt.Sprintf("%d %s", chat, agency), "", "", nil)
	return nil
}

func (r *registry) tiesWhere(which func(duty.Subscription) bool) []duty.Subscription {
	var some []duty.Subscription
	for _, s := range r.ties {
		if which(s) {
			s.Person = r.people[s.Person.ID]
			some = append(some, s)
		}
	}
	return some
}

func (r *registry) SubscriptionsOf(_ context.Context, chat int64) ([]duty.Subscription, error) {
	return r.tiesWhere(func(s duty.Subscription) bool { return s.Chat == chat }), nil
}

func (r *registry) SubscribersOf(_ context.Context, agency string) ([]duty.Subscription, error) {
	return r.tiesWhere(func(s duty.Subscription) bool { return s.Agency == agency && s.Standing == duty.Approved }), nil
}

func (r *registry) Subscribers(context.Context) ([]duty.Subscription, error) {
	return r.tiesWhere(func(s duty.Subscription) bool { return s.Standing == duty.Approved }), nil
}

func (r *registry) Unreachable(context.Context) ([]Unreached, error) {
	if r.lost != nil {
		return r.lost, nil
	}
	return []Unreached{{Chat: 77, Name: "Đỗ Văn Hùng", Since: at("2024-03-01"), Reason: "Forbidden: bot was blocked by the user"}}, nil
}

func (r *registry) ListFeedback(context.Context) ([]Feedback, error) {
	if r.wrong != nil {
		return r.wrong, nil
	}
	return []Feedback{{Question: "hạn nộp báo cáo", Text: "báo cáo quý", At: at("2024-03-02")}}, nil
}

func (r *registry) WaitingSubscriptions(context.Context) ([]duty.Subscription, error) {
	return r.tiesWhere(func(s duty.Subscription) bool { return s.Standing == duty.Waiting }), nil
}

func (r *registry) PutSubscription(_ context.Context, s duty.Subscription, by duty.Person, letters ...duty.Letter) (before duty.Standing, err error) {
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

func (r *registry) SettleSubscription(ctx context.Context, s duty.Subscription, by duty.Person, letters ...duty.Letter) (bool, error) {
	for _, old := range r.ties {
		if old.Chat == s.Chat && old.Agency == s.Agency && old.Role == s.Role && old.Standing == duty.Waiting {
			_, err := r.PutSubscription(ctx, s, by, letters...)
			return true, err
		}
	}
	return false, nil
}

func (r *registry) Occurrence(_ context.Context, id int64) (duty.Occurrence, bool, error) {
	if id < 1 || id > int64(len(r.occurrences)) {
		return duty.Occurrence{}, false, nil
	}
	return r.occurrences[id-1], true, nil
}

func (r *registry) KeepOccurrence(_ context.Context, o duty.Occurrence) (duty.Occurrence, error) {
	for _, known := range r.occurrences {
		if known.Key() == o.Key() {
			return known, nil
		}
	}
	o.ID, o.State = int64(len(r.occurrences)+1), duty.Open
	r.occurrences = append(r.occurrences, o)
	return o, nil
}

func (r *registry) ClosedOccurrences(_ context.Context, from plan.Date) (map[string]duty.Occurrence, error) {
	closed := map[string]duty.Occurrence{}
	for _, o := range r.occurrences {
		if o.State != duty.Open && o.Due.Compare(from) >= 0 {
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

func (r *registry) CloseOccurrence(_ context.Context, id int64, state duty.State, by duty.Person, note string, letters ...duty.Letter) (duty.Occurrence, bool, error) {
	o := &r.occurrences[id-1]
	if o.State != duty.Open {
		return *o, false, nil
	}
	o.State, o.By, o.At, o.Note = state, by, r.now(), note
	r.log(by, "occurrence", o.Key(), "open", string(state), letters)
	r.show(id)
	return *o, true, nil
}

// show notes the digests that tell an occurrence.
func (r *registry) show(id int64) {
	for _, d := range r.digests {
		if slices.ContainsFunc(d.Nudges, func(n duty.Nudge) bool { return n.Occurrence.ID == id }) {
			r.shown = append(r.shown, r.fresh(d))
		}
	}
}

// fresh is a digest with its occurrences as they are now.
func (r *registry) fresh(d duty.Digest) duty.Digest {
	d.Nudges = slices.Clone(d.Nudges)
	for i, n := range d.Nudges {
		d.Nudges[i].Occurrence = r.occurrences[n.Occurrence.ID-1]
	}
	return d
}

func (r *registry) AnnotateOccurrence(_ context.Context, id int64, by duty.Person, note string) (duty.Occurrence, error) {
	o := &r.occurrences[id-1]
	r.log(by, "note", o.Key(), o.Note, note, nil)
	o.Note = note
	return *o, nil
}

func (r *registry) ReopenOccurrence(_ context.Context, id int64, by duty.Person, letters ...duty.Letter) (duty.Occurrence, bool, error) {
	o := &r.occurrences[id-1]
	if o.State == duty.Open {
		return *o, false, nil
	}
	o.State, o.By, o.At, o.Note = duty.Open, duty.Person{}, time.Time{}, ""
	r.log(by, "occurrence", o.Key(), "done", "open", letters)
	r.show(id)
	return *o, true, nil
}

func (r *registry) SnoozeOccurrence(_ context.Context, chat int64, id int64, day plan.Date) error {
	r.snoozes[[2]int64{chat, id}] = day
	return nil
}

func (r *registry) Snoozes(_ context.Context, chat int64) ([]duty.Snooze, error) {
	var list []duty.Snooze
	for of, day := range r.snoozes {
		if o := r.occurrences[of[1]-1]; of[0] == chat && o.State == duty.Open {
			list = append(list, duty.Snooze{Occurrence: o, Day: day})
		}
	}
	return list, nil
}

func (r *registry) AddReport(_ context.Context, report duty.Report, letters ...duty.Letter) (duty.Report, error) {
	report.ID = int64(len(r.reports) + 1)
	r.reports = append(r.reports, report)
	r.log(report.Person, "report", report.Occurrence.Key(), "", report.Words, letters)
	return report, nil
}

func (r *registry) OpenReports(context.Context) ([]duty.Report, error) {
	var open []duty.Report
	for _, report := range r.reports {
		if !report.Settled {
			open = append(open, r.joined(report))
		}
	}
	return open, nil
}

// joined is a report with its occurrence as that stands.
func (r *registry) joined(report duty.Report) duty.Report {
	report.Occurrence = r.occurrences[report.Occurrence.ID-1]
	return report
}

func (r *registry) ReportOf(_ context.Context, occurrence int64) (duty.Report, bool, error) {
	for _, report := range slices.Backward(r.reports) {
		if report.Occurrence.ID == occurrence {
			return r.joined(report), true, nil
		}
	}
	return duty.Report{}, false, nil
}

func (r *registry) SettleReport(ctx context.Context, id int64, waive bool, by duty.Person, letters ...duty.Letter) (duty.Report, bool, error) {
	report := &r.reports[id-1]
	if report.Settled {
		return r.joined(*report), false, nil
	}
	report.Settled = true
	r.letters = append(r.letters, letters...)
	var err error
	if waive {
		_, _, err = r.CloseOccurrence(ctx, report.Occurrence.ID, duty.Waived, by, "")
	}
	return r.joined(*report), true, err
}

func (r *registry) ReopenReport(ctx context.Context, id int64, by duty.Person, letters ...duty.Letter) (duty.Report, bool, error) {
	report := &r.reports[id-1]
	o := r.joined(*report).Occurrence
	if !report.Settled || o.State == duty.Done {
		return r.joined(*report), false, nil
	}
	report.Settled = false
	r.letters = append(r.letters, letters...)
	var err error
	if o.State == duty.Waived {
		_, _, err = r.ReopenOccurrence(ctx, o.ID, by)
	}
	return r.joined(*report), true, err
}

func (r *registry) AskExplanation(_ context.Context, e duty.Explanation, letters ...duty.Letter) (duty.Explanation, error) {
	e.ID, e.AskedAt = int64(len(r.why)+1), r.now()
	r.why = append(r.why, e)
	r.log(e.Asked, "explanation", e.Occurrence.Key(), "", "asked", letters)
	return e, nil
}

func (r *registry) AnswerExplanation(_ context.Context, id int64, by duty.Person, words string, letters ...duty.Letter) (duty.Explanation, bool, error) {
	if id < 1 || id > int64(len(r.why)) {
		return duty.Explanation{}, false, nil
	}
	e := &r.why[id-1]
	if !e.AnsweredAt.IsZero() {
		return *e, false, nil
	}
	e.Answered, e.AnsweredAt, e.Words = by, r.now(), words
	r.log(by, "explanation", e.Occurrence.Key(), "asked", words, letters)
	return *e, true, nil
}

func (r *registry) Explanations(_ context.Context, occurrence int64) ([]duty.Explanation, error) {
	return slices.DeleteFunc(slices.Clone(r.why), func(e duty.Explanation) bool { return e.Occurrence.ID != occurrence }), nil
}

func (r *registry) Digest(_ context.Context, chat int64, day plan.Date) (duty.Digest, bool, error) {
	for _, d := range r.digests {
		if d.Chat == chat && d.Day == day {
			return r.fresh(d), true, nil
		}
	}
	return duty.Digest{}, false, nil
}

func (r *registry) Campaigns(_ context.Context, from, to plan.Date) ([]duty.Campaign, error) {
	byDay := map[plan.Date]*duty.Campaign{}
	for _, d := range r.digests {
		if d.Day.Compare(from) < 0 || to.Compare(d.Day) < 0 {
			continue
		}
		c := byDay[d.Day]
		if c == nil {
			c = &duty.Campaign{Day: d.Day, Failed: map[string]int{}}
			byDay[d.Day] = c
		}
		c.Due++
		switch d.Progress {
		case duty.Failed:
			c.Failed[d.Reason]++
		case duty.Sent:
			c.Sent++
			c.Nudges += len(d.Nudges)
			for _, n := range r.fresh(d).Nudges {
				if n.Occurrence.State == duty.Done {
					c.Acknowledged++
				}
			}
		}
	}
	var all []duty.Campaign
	for _, c := range byDay {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b duty.Campaign) int { return a.Day.Compare(b.Day) })
	return all, nil
}

func (r *registry) Failures(_ context.Context, day plan.Date) ([]duty.Digest, error) {
	var failed []duty.Digest
	for _, d := range r.digests {
		if d.Day == day && d.Progress == duty.Failed {
			failed = append(failed, d)
		}
	}
	return failed, nil
}

func (r *registry) Rules(context.Context) (duty.Rules, error) {
	rules := r.rules
	rules.Ladders = maps.Clone(rules.Ladders)
	return rules, nil
}

func (r *registry) SetLadder(_ context.Context, kind plan.DeadlineKind, rungs []string, by duty.Person) error {
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

func (r *registry) SetCalendarDays(_ context.Context, e plan.CalendarEntry, by duty.Person) error {
	before := r.removeDays(e.From)
	r.rules.Calendar = append(r.rules.Calendar, e)
	r.log(by, "calendar", e.From.String(), before, sayDays(e), nil)
	return nil
}

func (r *registry) RemoveCalendarDays(_ context.Context, from plan.Date, by duty.Person) error {
	r.log(by, "calendar", from.String(), r.removeDays(from), "", nil)
	return nil
}

func (r *registry) SetInternalDue(_ context.Context, d duty.InternalDue, by duty.Person) error {
	before, after := "", ""
	r.rules.Internal = slices.DeleteFunc(slices.Clone(r.rules.Internal), func(old duty.InternalDue) bool {
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

func (r *registry) Audit(_ context.Context, after int64, limit int) ([]duty.Change, error) {
	some := slices.DeleteFunc(slices.Clone(r.audit), func(c duty.Change) bool { return c.ID <= after })
	return some[:min(len(some), cmp.Or(limit, len(some)))], nil
}

func (r *registry) RecentAudit(_ context.Context, skip, limit int) ([]duty.Change, error) {
	some := slices.Clone(r.audit)
	slices.Reverse(some)
	some = some[min(skip, len(some)):]
	return some[:min(limit, len(some))], nil
}

func (r *registry) Announce(_ context.Context, what string, by duty.Person, letters ...duty.Letter) error {
	r.log(by, "announcement", "", "", what, letters)
	return nil
}
