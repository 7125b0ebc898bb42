package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// named tells which occurrence words mean: "1.14 quý II Sở Tư pháp".
type wanted struct {
	number string           // of the unit, or its id
	window *question.Window // in which it is due, nil where untold
	agency string           // that is named, as it is kept; "" for none
	rest   string           // what else was said: a note, a link, a number of days
}

// wantedIn reads words that begin with the number of a task.
func (b *dutiesHandler) wantedIn(t turn, args string) (wanted, bool) {
	section, words := cutSection(strings.Fields(args))
	if len(words) == 0 {
		return wanted{}, false
	}
	w := wanted{number: strings.Trim(strings.ToUpper(words[0]), ".,:;"), rest: strings.TrimLeft(strings.Join(words[1:], " "), " ,:;-–")}
	if _, ok := placeOf(w.number); !ok {
		return wanted{}, false
	}
	if section != "" && w.bare() {
		w.number = section + "." + w.number
	}
	if strings.Contains(w.rest, "://") {
		return w, true
	}
	q := b.answers.reader.Read(w.rest, t.now)
	if said := b.timeSaid(w.rest, t.now); said != nil && isPeriod(said.Window) {
		w.window = said
	}
	if q.Agency != nil {
		w.agency = memoryID(*q.Agency)
	}
	if !q.Worded() && (w.window != nil || w.agency != "") {
		w.rest = ""
	}
	return w, true
}

// cutSection cuts what may stand before a number: nouns, and the section that it
// is one of, "" where none is named.
func cutSection(words []string) (section string, rest []string) {
	for len(words) > 0 {
		word := folded(words[0])
		switch {
		case word == "phu" && len(words) > 1 && folded(words[1]) == "luc":
			section, words = "PL", words[1:]
		case sectionNames[strings.ToUpper(word)]:
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
var taskNouns = setOf("nhiem", "vu", "viec", "muc", "so", "stt", "bai", "viet", "cho")

const (
	lateLooked = 30  // days after a due date in which words mean it rather than the next one
	farLooked  = 366 // days before and after today in which words mean anything at all
)

// choose finds the occurrence that words mean for each of some agencies, and
// writes it down; of a bare number, that of each unit which it may be. What an
// agency only supports counts where there is nothing else. Where one was taken
// back is asked for, it is the last closed.
func (b *dutiesHandler) choose(ctx context.Context, t turn, w wanted, agencies []string, closed bool) ([]sighted, error) {
	var found []sighted
	for _, id := range w.ids() {
		one := w
		one.number = id
		some, err := b.chooseUnit(ctx, t, one, agencies, closed)
		if err != nil {
			return nil, err
		}
		found = append(found, some...)
	}
	if owed := slices.DeleteFunc(slices.Clone(found), sighted.supports); len(owed) > 0 && !closed {
		return owed, nil
	}
	return found, nil
}

func (b *dutiesHandler) chooseUnit(ctx context.Context, t turn, w wanted, agencies []string, closed bool) ([]sighted, error) {
	var found []sighted
	for _, kept := range agencies {
		if slices.Contains(agencies, w.agency) && w.agency != kept {
			continue
		}
		pick := nearest
		if closed {
			pick = lastClosed
		}
		s, ok, err := b.pickOccurrence(ctx, t, w, kept, pick)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		if s.kept.ID == 0 {
			if s.kept, err = b.records.KeepOccurrence(ctx, s.kept); err != nil {
				return nil, fmt.Errorf("keep occurrence: %w", err)
			}
		}
		if s, ok, err = b.sightKept(ctx, t, s.kept); err != nil {
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
func (b *dutiesHandler) pickOccurrence(ctx context.Context, t turn, w wanted, kept string, pick func([]sighted, plan.Date) (sighted, bool)) (sighted, bool, error) {
	agency, ok := b.agencies.agencyByID(kept)
	if !ok {
		return sighted{}, false, nil
	}
	from, to := t.today().AddDays(-farLooked), t.today().AddDays(farLooked)
	if w.window != nil {
		from, to = w.window.From, w.window.To
	}
	planner, err := b.planning(ctx)
	if err != nil {
		return sighted{}, false, err
	}
	settled, err := b.records.ClosedOccurrences(ctx, from)
	if err != nil {
		return sighted{}, false, fmt.Errorf("closed occurrences: %w", err)
	}
	var all []sighted
	for _, o := range planner.Occurrences(remind.Subscription{Agency: agency, Supports: true}, from, to) {
		if !w.means(o.Unit) {
			continue
		}
		s := sighted{Owed: o, kept: o.Kept()}
		if done, closed := settled[s.kept.Key()]; closed {
			s.kept = done
		}
		all = append(all, s)
	}
	if w.window != nil && len(all) > 0 {
		return all[0], true, nil
	}
	s, ok := pick(all, t.today())
	return s, ok, nil
}

// nearest is the due date that an agency has before it: one that is just past
// and open, else the next, whether it is done or not, else the last that is
// still open, however long it has been late.
func nearest(all []sighted, today plan.Date) (late sighted, found bool) {
	for _, s := range all {
		open := s.kept.State == record.Open
		switch due := s.kept.Due; {
		case due.Compare(today) >= 0, open && due.DaysUntil(today) <= lateLooked:
			return s, true
		case open:
			late, found = s, true
		}
	}
	return late, found
}

// lastClosed is the due date that was closed last.
func lastClosed(all []sighted, _ plan.Date) (last sighted, found bool) {
	for _, s := range all {
		if s.kept.State == record.Done && (!found || s.kept.At.After(last.kept.At)) {
			last, found = s, true
		}
	}
	return last, found
}

// bare reports whether the number stands without a section.
func (w wanted) bare() bool { return strings.Trim(w.number, "0123456789.") == "" }

// ids are the units that a number may be: a bare one is a row of the appendix, or
// what section V assigns.
func (w wanted) ids() []string {
	if w.bare() {
		return []string{"PL." + w.number, "V." + w.number}
	}
	return []string{w.number}
}

// means reports whether a number may be that of a unit.
func (w wanted) means(u plan.Unit) bool { return slices.Contains(w.ids(), u.ID) }

// theOne returns the one occurrence that words mean among those of the
// agencies in which the person has a role. The reply says why there is none, or
// lets the person choose.
func (b *dutiesHandler) theOne(ctx context.Context, t turn, args string, closed bool, roles ...record.Role) (s sighted, w wanted, miss Reply, err error) {
	w, ok := b.wantedIn(t, args)
	if !ok {
		return s, w, sentence(textNameTask), nil
	}
	acts := slices.Equal(roles, []record.Role{record.FocalPerson})
	chat := t.User
	if !acts {
		chat = t.Chat
	}
	all, err := b.following.tiesOf(ctx, chat)
	if err != nil {
		return s, w, Reply{}, err
	}
	agencies := all.agencies(roles...)
	if len(agencies) == 0 {
		return s, w, sentence(textNoRole), nil
	}
	found, err := b.choose(ctx, t, w, agencies, closed)
	switch {
	case err != nil:
		return s, w, Reply{}, err
	case len(found) == 0 && closed:
		return s, w, sentence(fmt.Sprintf(textNothingClosed, w.number)), nil
	case len(found) == 0:
		return s, w, sentence(fmt.Sprintf(textNothingOpen, w.number)), nil
	case acts && !closed && found[0].supports():
		return s, w, sentence(found[0].onlySupports()), nil
	case len(found) > 1:
		return s, w, b.whichOf(w, found), nil
	}
	return found[0], w, Reply{}, nil
}

// whichOf lets a person choose among what a number may mean: tasks, agencies, or
// both.
func (b *dutiesHandler) whichOf(w wanted, found []sighted) Reply {
	tasks := slices.ContainsFunc(found, func(s sighted) bool { return s.Unit.ID != found[0].Unit.ID })
	agencies := slices.ContainsFunc(found, func(s sighted) bool { return s.kept.Agency != found[0].kept.Agency })
	reply := sentence(textForWhichAgency)
	if tasks {
		reply = sentence(fmt.Sprintf(textForWhichTask, w.number))
	}
	for _, s := range found[:min(len(found), mostLeft)] {
		label := s.Agency.Name
		switch {
		case tasks && agencies:
			label = shortPlace(s.Unit) + " " + label
		case tasks:
			label = unitLabel(s.Unit)
		}
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(cutWords(label, labelRunes), action{view: viewItem, id: s.kept.ID})})
	}
	return reply
}
