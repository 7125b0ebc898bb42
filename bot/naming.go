package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/duty"
	"cchcbot/bot/question"
	"cchcbot/bot/remind"
	"cchcbot/index"
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
func (b *Bot) wantedIn(t turn, args string) (wanted, bool) {
	words := strings.Fields(args)
	for len(words) > 0 && taskNouns[folded(words[0])] {
		words = words[1:]
	}
	if len(words) == 0 {
		return wanted{}, false
	}
	number := strings.Trim(strings.ToUpper(words[0]), ".,:;")
	if _, ok := placeOf(number); !ok {
		return wanted{}, false
	}
	w := wanted{number: number, rest: strings.TrimLeft(strings.Join(words[1:], " "), " ,:;-–")}
	if strings.Contains(w.rest, "://") {
		return w, true
	}
	q := b.answerer.reader.Read(w.rest, t.now)
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

// isPeriod reports whether a window is a period that duties recur in, as against
// "tomorrow" and "in three days", which say when something is done or told.
func isPeriod(w index.Window) bool {
	return w.From.Day == 1 && w.From.DaysUntil(w.To) >= shortestPeriod
}

const shortestPeriod = 27 // days between the ends of February

// taskNouns may stand before a number.
var taskNouns = setOf("nhiem", "vu", "viec", "muc", "so", "stt", "bai", "viet", "cho")

const (
	lateLooked  = 30  // days after a due date in which words still mean it
	aheadLooked = 366 // and before it
)

// choose finds the occurrence that words mean for each of some agencies, and
// writes it down. Where one was taken back is asked for, it is the last closed.
func (b *Bot) choose(ctx context.Context, t turn, w wanted, agencies []string, closed bool) ([]sighted, error) {
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
func (b *Bot) pickOccurrence(ctx context.Context, t turn, w wanted, kept string, pick func([]sighted, plan.Date) (sighted, bool)) (sighted, bool, error) {
	agency, ok := b.agencyByID(kept)
	if !ok {
		return sighted{}, false, nil
	}
	from, to := t.today().AddDays(-lateLooked), t.today().AddDays(aheadLooked)
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

// nearest is the due date that an agency has before it: one that is past and
// open, else the next, whether it is done or not.
func nearest(all []sighted, today plan.Date) (sighted, bool) {
	for _, s := range all {
		if s.kept.State == duty.Open || s.kept.Due.Compare(today) >= 0 {
			return s, true
		}
	}
	return sighted{}, false
}

// lastClosed is the due date that was closed last.
func lastClosed(all []sighted, _ plan.Date) (last sighted, found bool) {
	for _, s := range all {
		if s.kept.State == duty.Done && (!found || s.kept.At.After(last.kept.At)) {
			last, found = s, true
		}
	}
	return last, found
}

// means reports whether a number is that of a unit. A number alone is one of
// the appendix.
func (w wanted) means(u plan.Unit) bool {
	return u.ID == w.number || u.ID == "PL."+w.number
}

// theOne returns the one occurrence that words mean among those of the
// agencies in which the person has a role. The reply says why there is none, or
// lets the person choose.
func (b *Bot) theOne(ctx context.Context, t turn, args string, closed bool, roles ...duty.Role) (s sighted, w wanted, miss Reply, err error) {
	w, ok := b.wantedIn(t, args)
	if !ok {
		return s, w, sentence(textNameTask), nil
	}
	chat := t.User
	if !slices.Contains(roles, duty.FocalPerson) || len(roles) > 1 {
		chat = t.Chat
	}
	all, err := b.tiesOf(ctx, chat)
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
	case len(found) > 1:
		return s, w, b.whichAgency(found), nil
	}
	return found[0], w, Reply{}, nil
}

// whichAgency lets a person of several agencies choose.
func (b *Bot) whichAgency(found []sighted) Reply {
	reply := sentence(textForWhichAgency)
	for _, s := range found[:min(len(found), mostLeft)] {
		reply.Buttons = append(reply.Buttons, []Button{b.button(cutWords(s.Agency.Name, labelRunes), action{view: viewItem, id: s.kept.ID})})
	}
	return reply
}
