package duties

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// TaskRef is the occurrence that words mean: "1.14 quý II Sở Tư pháp".
type TaskRef struct {
	number string           // of the unit, or its id
	window *question.Window // in which it is due, nil where untold
	Agency string           // that is named, as it is kept; "" for none
	rest   string           // what else was said: a note, a link, a number of days
}

// ParseTask reads words that begin with the number of a task.
func (h *Handler) ParseTask(t dialog.Turn, args string) (TaskRef, bool) {
	section, words := cutSection(strings.Fields(args))
	if len(words) == 0 {
		return TaskRef{}, false
	}
	w := TaskRef{number: strings.Trim(strings.ToUpper(words[0]), ".,:;"), rest: strings.TrimLeft(strings.Join(words[1:], " "), " ,:;-–")}
	if _, ok := question.PlaceOf(w.number); !ok {
		return TaskRef{}, false
	}
	if section != "" && w.bare() {
		w.number = section + "." + w.number
	}
	if strings.Contains(w.rest, "://") {
		return w, true
	}
	q := t.Question()
	if q.Window != nil && q.Running != nil && isPeriod(q.Running.Window) {
		w.window = q.Running
	}
	if q.Agency != nil {
		w.Agency = plan.KeyOf(*q.Agency)
	}
	if !q.Within(w.rest).Worded() && (w.window != nil || w.Agency != "") {
		w.rest = ""
	}
	return w, true
}

// cutSection cuts what may stand before a number: nouns, and the section that it
// is one of, "" where none is named.
func cutSection(words []string) (section string, rest []string) {
	for len(words) > 0 {
		word := question.Folded(words[0])
		switch {
		case word == "phu" && len(words) > 1 && question.Folded(words[1]) == "luc":
			section, words = "PL", words[1:]
		case question.SectionNames[strings.ToUpper(word)]:
			section = strings.ToUpper(word)
		case !taskNouns[word]:
			return section, words
		}
		words = words[1:]
	}
	return section, words
}

// isPeriod reports whether a window is a period that duties recur in, as against
// "tomorrow" and "in three days", which say when something is done or told.
func isPeriod(w plan.Window) bool {
	return w.From.Day == 1 && w.From.DaysUntil(w.To) >= shortestPeriod
}

const shortestPeriod = 27 // days between the ends of February

// taskNouns may stand before a number.
var taskNouns = question.SetOf("nhiem", "vu", "viec", "muc", "so", "stt", "bai", "viet", "cho")

// How many past periods are looked through.
const (
	LateLooked = 30  // days after a due date in which words mean it rather than the next one
	farLooked  = 366 // days before and after today in which words mean anything at all
)

// choose finds the occurrence that words mean for each of some agencies, and
// writes it down; of a bare number, that of each unit which it may be. What an
// agency only supports counts where there is nothing else. Where one was taken
// back is asked for, it is the last closed.
func (h *Handler) choose(ctx context.Context, t dialog.Turn, w TaskRef, agencies []string, closed bool) ([]Sighted, error) {
	var found []Sighted
	for _, id := range w.IDs() {
		one := w
		one.number = id
		some, err := h.chooseUnit(ctx, t, one, agencies, closed)
		if err != nil {
			return nil, err
		}
		found = append(found, some...)
	}
	if owed := slices.DeleteFunc(slices.Clone(found), Sighted.supports); len(owed) > 0 && !closed {
		return owed, nil
	}
	return found, nil
}

func (h *Handler) chooseUnit(ctx context.Context, t dialog.Turn, w TaskRef, agencies []string, closed bool) ([]Sighted, error) {
	var found []Sighted
	for _, kept := range agencies {
		if slices.Contains(agencies, w.Agency) && w.Agency != kept {
			continue
		}
		pick := nearest
		if closed {
			pick = lastClosed
		}
		s, ok, err := h.pickOccurrence(ctx, t, w, kept, pick)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		if s.Kept.ID == 0 {
			if s.Kept, err = h.records.KeepOccurrence(ctx, s.Kept); err != nil {
				return nil, fmt.Errorf("keep occurrence: %w", err)
			}
		}
		if s, ok, err = h.SightKept(ctx, t, s.Kept); err != nil {
			return nil, err
		}
		if ok {
			found = append(found, s)
		}
	}
	return found, nil
}

// pickOccurrence picks one of the due dates of a unit for an agency: in the time
// that is wanted, else around today.
func (h *Handler) pickOccurrence(ctx context.Context, t dialog.Turn, w TaskRef, kept string, pick func([]Sighted, plan.Date) (Sighted, bool)) (Sighted, bool, error) {
	agency, ok := h.agencies.AgencyByID(kept)
	if !ok {
		return Sighted{}, false, nil
	}
	from, to := t.Today().AddDays(-farLooked), t.Today().AddDays(farLooked)
	if w.window != nil {
		from, to = w.window.From, w.window.To
	}
	planner, err := h.Planning(ctx)
	if err != nil {
		return Sighted{}, false, err
	}
	settled, err := h.records.ClosedOccurrences(ctx, from)
	if err != nil {
		return Sighted{}, false, fmt.Errorf("closed occurrences: %w", err)
	}
	var all []Sighted
	for _, o := range planner.Occurrences(remind.Subscription{Agency: agency, Supports: true}, from, to) {
		if !w.Means(o.Unit) || o.Plan.Line != h.answers.Plan().Line {
			continue
		}
		s := Sighted{Owed: o, Kept: o.Kept()}
		if done, closed := settled[s.Kept.Key()]; closed {
			s.Kept = done
		}
		all = append(all, s)
	}
	if w.window != nil && len(all) > 0 {
		return all[0], true, nil
	}
	s, ok := pick(all, t.Today())
	return s, ok, nil
}

// nearest is the due date that an agency has before it: one that is just past
// and open, else the next, whether it is done or not, else the last that is
// still open, however long it has been late.
func nearest(all []Sighted, today plan.Date) (late Sighted, found bool) {
	for _, s := range all {
		open := s.Kept.State == record.Open
		switch due := s.Kept.Due; {
		case due.Compare(today) >= 0, open && due.DaysUntil(today) <= LateLooked:
			return s, true
		case open:
			late, found = s, true
		}
	}
	return late, found
}

// lastClosed is the due date that was closed last.
func lastClosed(all []Sighted, _ plan.Date) (last Sighted, found bool) {
	for _, s := range all {
		if s.Kept.State == record.Done && (!found || s.Kept.At.After(last.Kept.At)) {
			last, found = s, true
		}
	}
	return last, found
}

// bare reports whether the number stands without a section.
func (w TaskRef) bare() bool { return strings.Trim(w.number, "0123456789.") == "" }

// IDs are the units that a number may be: a bare one is a row of the appendix, or
// what section V assigns.
func (w TaskRef) IDs() []string {
	if w.bare() {
		return []string{"PL." + w.number, "V." + w.number}
	}
	return []string{w.number}
}

// Means reports whether a number may be that of a unit.
func (w TaskRef) Means(u plan.Unit) bool { return slices.Contains(w.IDs(), u.ID) }

// theOne returns the one occurrence that words mean among those of the
// agencies in which the person has a role. The reply says why there is none, or
// lets the person choose.
func (h *Handler) theOne(ctx context.Context, t dialog.Turn, args string, closed bool, roles ...record.Role) (s Sighted, w TaskRef, miss chat.Reply, err error) {
	w, ok := h.ParseTask(t, args)
	if !ok {
		return s, w, chat.Sentence(textNameTask), nil
	}
	acts := slices.Equal(roles, []record.Role{record.FocalPerson})
	where := t.User
	if !acts {
		where = t.Chat
	}
	all, err := h.following.TiesOf(ctx, where)
	if err != nil {
		return s, w, chat.Reply{}, err
	}
	agencies := all.Agencies(roles...)
	if len(agencies) == 0 {
		return s, w, chat.Sentence(textNoRole), nil
	}
	if none := t.Question().ImpossibleTime(); none != nil {
		return s, w, chat.Sentence(answer.NoSuchTime(*none)), nil
	}
	if w.Agency != "" && w.rest == "" && !givesReason(args) && !slices.Contains(agencies, w.Agency) {
		return s, w, chat.Sentence(fmt.Sprintf(textNotYours, h.agencies.NameOf(w.Agency))), nil
	}
	found, err := h.choose(ctx, t, w, agencies, closed)
	year := yearNamed.FindStringSubmatch(question.Folded(args))
	switch {
	case err != nil:
		return s, w, chat.Reply{}, err
	case len(found) > 0 && year != nil && !givesReason(args) && !slices.ContainsFunc(found, func(s Sighted) bool { return fmt.Sprint(s.Kept.Due.Year) == year[1] }):
		return s, w, chat.Sentence(fmt.Sprintf(textNoPeriodOf, year[1], w.number)), nil
	case len(found) == 0 && closed:
		return s, w, chat.Sentence(fmt.Sprintf(textNothingClosed, w.number)), nil
	case len(found) == 0:
		return s, w, chat.Sentence(fmt.Sprintf(textNothingOpen, w.number)), nil
	case acts && !closed && found[0].supports():
		return s, w, chat.Sentence(found[0].onlySupports()), nil
	case len(found) > 1:
		return s, w, h.whichOf(w, found), nil
	}
	return found[0], w, chat.Reply{}, nil
}

// yearNamed is a year that words name as one.
var yearNamed = regexp.MustCompile(`\bnam (20\d\d)\b`)

// givesReason reports whether words give a reason, in which an agency may be named
// that is not the one meant.
func givesReason(args string) bool {
	return slices.ContainsFunc(strings.Fields(question.Folded(args)), func(w string) bool { return w == "vi" || w == "do" })
}

// whichOf lets a person choose among what a number may mean: tasks, agencies, or
// both.
func (h *Handler) whichOf(w TaskRef, found []Sighted) chat.Reply {
	tasks := slices.ContainsFunc(found, func(s Sighted) bool { return s.Unit.ID != found[0].Unit.ID })
	agencies := slices.ContainsFunc(found, func(s Sighted) bool { return s.Kept.Agency != found[0].Kept.Agency })
	reply := chat.Sentence(TextForWhichAgency)
	if tasks {
		reply = chat.Sentence(fmt.Sprintf(textForWhichTask, w.number))
	}
	for _, s := range found[:min(len(found), follow.MostLeft)] {
		label := s.Agency.Name
		switch {
		case tasks && agencies:
			label = chat.ShortPlace(s.Unit) + " " + label
		case tasks:
			label = chat.UnitLabel(s.Unit)
		}
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(chat.CutWords(label, chat.LabelRunes), dialog.Action{View: dialog.ViewItem, ID: s.Kept.ID})})
	}
	return reply
}
