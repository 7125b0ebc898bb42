package question

import (
	"cmp"
	"slices"
	"time"

	"cchcbot/bot/question/noise"
	"cchcbot/seeds/plan"
)

// ActKind is what a person does about duties.
type ActKind string

// The acts.
const (
	ActDone    ActKind = "done"    // tells that it is delivered
	ActUndo    ActKind = "undo"    // takes that back
	ActSnooze  ActKind = "snooze"  // wants to be reminded again
	ActNotOurs ActKind = "notours" // tells that it is no duty of the agency
	ActExplain ActKind = "explain" // tells why it is late
	ActAskWhy  ActKind = "askwhy"  // wants to be told why it is late
	ActNote    ActKind = "note"    // gives words along with what is delivered
)

// Act is what was said to be done about duties. Nothing is done by reading it. What
// was not said is zero.
type Act struct {
	Kind      ActKind
	Items     []Item  // one for each unit that is named, in their order; one without a Place means what is in focus
	All       bool    // of all that is in focus
	Own       bool    // the asker's own agency, without its name
	Days      int     // in so many days to remind
	BeforeDue int     // so many days before the due date to remind; LastDay for the last working day
	Problem   *Window // a time that cannot be, or was not understood: nothing may be recorded
	Unclear   bool    // several things are said of several units, or one is said and taken back
	Link      string  // an address that was given along
	Words     string  // the note or the reason, as typed
}

// Item is one unit that an act is about, with what was said of it.
type Item struct {
	Place
	Agency  *plan.Agency
	Periods []Window  // of which occurrences, for recurring duties
	Day     plan.Date // on which it was delivered, or on which to remind
}

// LastDay stands for the last working day before a due date.
const LastDay = -1

// ReadActOf reads what stands behind the command of an act.
func (r *Reader) ReadActOf(kind ActKind, text string, now time.Time) Act {
	raw := noise.Clean(text)
	words, _, _ := r.split(noise.WriteNumbers(signs(raw)))
	r.readings.Add(1)
	a := r.act(kind, words, raw, now)
	a.Link = noise.WebAddress.FindString(text)
	return *a
}

// act reads what a person does about duties, in any order of words: of a kind where
// that is known, else it is nil where the words ask something or do nothing.
func (r *Reader) act(kind ActKind, words []word, raw string, now time.Time) *Act {
	a := Act{Kind: kind}
	r.documents(words)
	places := slices.DeleteFunc(r.placesAt(words), func(p placeAtWord) bool { return p.Number == "" })
	behind := 0
	if kind == "" {
		told, ok := r.actOf(words, raw)
		if !ok {
			return nil
		}
		a.Kind, behind = told.kind, told.behind
		a.Unclear = told.mixed && len(places) > 1
	}
	s := spread{items: make([]Item, len(places)), at: make([]int, len(places))}
	for i, p := range places {
		s.items[i].Place, s.at[i], s.last = p.Place, p.at, p.to
	}
	end := len(words)
	if reasoned[a.Kind] {
		from := behind
		if len(places) > 0 {
			from = max(from, places[len(places)-1].at)
		}
		end = r.reasonAt(words, from, raw, now)
	}
	tail := slices.Clone(words[end:])
	if a.Kind == ActNotOurs {
		tail = slices.Clone(words[min(behind, end):])
	}
	for _, m := range r.mentions(words) {
		if m.from < end && (a.Kind != ActNotOurs || m.from <= behind) {
			s.agency(m)
		}
	}
	_, a.Own = r.own(words)
	r.actTimes(&a, &s, words[:end], raw, now)
	a.Items = s.whole()
	if a.Kind == ActSnooze {
		a.remindIn(plan.DateOf(now))
	}
	if !reasoned[a.Kind] {
		tail = words[s.behind(words, behind):]
	}
	a.All = slices.ContainsFunc(words, func(w word) bool { return w.oneOf("hết") }) || mentions(words, "tat", "ca") || mentions(words, "toan", "bo") || mentions(words, "ca", "hai")
	a.Words = r.noteOf(a.Kind, words, tail, raw)
	return &a
}

// reasoned are the acts behind which words are given in which anything may be
// named.
var reasoned = map[ActKind]bool{ActNotOurs: true, ActExplain: true, ActNote: true}

// spread gives what is said to the unit that it stands behind: what stands before
// all of them is said of all, and what stands behind one is also said of those
// before it of which nothing was said yet.
type spread struct {
	items  []Item
	at     []int // where each is named
	common Item  // said of all
	last   int   // behind the last unit, agency or time
}

// behind is where all that names units, agencies and times ends.
func (s *spread) behind(words []word, from int) int {
	if s.last > 0 {
		return min(s.last, len(words))
	}
	return from
}

// of is the target that words at a place are said of.
func (s *spread) of(at int) *Item {
	for i := len(s.at) - 1; i >= 0; i-- {
		if s.at[i] < at {
			return &s.items[i]
		}
	}
	return &s.common
}

func (s *spread) agency(m mention) {
	s.last = max(s.last, m.to)
	if t := s.of(m.from); t.Agency == nil {
		t.Agency = &m.agency
	}
}

// whole are the targets, each with all that is said of it.
func (s *spread) whole() []Item {
	if len(s.items) == 0 {
		return []Item{s.common}
	}
	var next Item
	for i := len(s.items) - 1; i >= 0; i-- {
		t := &s.items[i]
		if len(t.Periods) == 0 {
			t.Periods = next.Periods
		}
		if t.Agency == nil {
			t.Agency = next.Agency
		}
		if t.Day.IsZero() {
			t.Day = next.Day
		}
		next = *t
		if len(t.Periods) == 0 {
			t.Periods = s.common.Periods
		}
		t.Agency = cmp.Or(t.Agency, s.common.Agency)
		t.Day = cmp.Or(t.Day, s.common.Day)
	}
	return s.items
}
