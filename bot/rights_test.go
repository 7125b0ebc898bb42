package bot

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/library"
	"cchcbot/bot/office"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// staffed is a bot in which 8 is the focal person of Sở Tư pháp, 12 its leader,
// 13 asks to be one, 14 follows, and 9 and 10 are administrators.
func staffed(t *testing.T) *player {
	t.Helper()
	p := newPlayer(t)
	p.now = at("2024-03-22")
	ctx := context.Background()
	for _, s := range []record.Subscription{
		{Chat: 8, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Approved},
		{Chat: 12, Agency: "so-tu-phap", Role: record.Leader, Standing: record.Approved},
		{Chat: 13, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Waiting},
		{Chat: 14, Agency: "so-tu-phap", Role: record.Follower, Standing: record.Approved},
		{Chat: -7, Agency: "so-tu-phap", Role: record.Follower, Standing: record.Approved},
	} {
		if s.Chat > 0 {
			s.Person = record.Person{ID: s.Chat, Name: fmt.Sprint("Người ", s.Chat)}
		}
		p.kept.follow(t, s)
	}
	for _, chat := range []int64{8, 14} {
		p.user, p.name = chat, fmt.Sprint("Người ", chat)
		p.digest(t)
	}
	first := p.kept.occurrences(t)[0]
	_, err := p.kept.AddReport(ctx, record.Report{Occurrence: first, Person: record.Person{ID: 8}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = p.kept.AskExplanation(ctx, record.Explanation{Occurrence: first, Asked: record.Person{ID: 12}}); err != nil {
		t.Fatal(err)
	}
	must(t, p.kept.SetCalendarDays(ctx, plan.CalendarEntry{From: plan.Date{Year: 2024, Month: 4, Day: 30}}, record.Person{}))
	return p
}

// saving is the button under a proposed change.
func saving(topic, words string) []dialog.Action {
	return []dialog.Action{{View: dialog.ViewOffice, Topic: topic + "." + office.TopicSave + "." + dialog.Expectation{Kept: topic, Words: words}.Stamp()}}
}

// TestRights has everybody press every button, say every command and send every kind
// of file, whatever they were shown. What is kept changes by those alone who may, and
// by each of them; who acknowledged a duty, and with which note, is told to those alone
// who may see it; and each file goes to those alone for whom it is.
func TestRights(t *testing.T) {
	for _, who := range actors {
		t.Run(who.name, func(t *testing.T) {
			t.Parallel()
			w := walk{actor: who, to: shelved(t), did: map[string]bool{}}
			w.tries(t, files[0], sent(files[0]))
			w.tries(t, right{who: "admin"}, chat.Message{Text: "quantri thong bao tat ca Họp"}) // a draft
			for _, r := range views {
				for _, at := range append(slices.Clone(r.tries), make([]dialog.Action, 1-min(1, len(r.tries)))...) {
					at.View = dialog.View(r.thing[0])
					if !who.forwarded { // a button is not forwarded
						w.tries(t, r, chat.Message{Action: at.Encode(2024)})
					}
				}
			}
			w.to = shelved(t)
			for _, r := range commands {
				for _, words := range r.words {
					w.tries(t, r, chat.Message{Text: strings.TrimSpace("/" + r.thing + " " + words)})
				}
			}
			for _, r := range files {
				w.tries(t, r, sent(r))
			}
			w.told(t)
		})
	}
}

// TestRightsAreWhole holds the table of rights to all buttons and commands there are.
func TestRightsAreWhole(t *testing.T) {
	p := shelved(t)
	has := func(table []right, thing string) bool {
		return slices.ContainsFunc(table, func(r right) bool { return r.thing == thing })
	}
	for v := range 256 {
		at := dialog.Action{View: dialog.View(v), Agency: "a", Group: "ln", Heading: "a", Units: []string{"a"}, Window: quarter, Open: "a", Topic: "a"}
		if _, known := dialog.DecodeAction(at.Encode(2024), 2024); known != has(views, string(rune(v))) {
			t.Errorf("view %q: known is %v, in the table %v", rune(v), known, !known)
		}
	}
	for name := range p.bot.commands {
		if !has(commands, name) {
			t.Errorf("/%s is in no table", name)
		}
	}
	if len(commands) != len(p.bot.commands) {
		t.Errorf("%d commands, %d in the table", len(p.bot.commands), len(commands))
	}
}

// shelved is a bot of all persons that holds plans, too.
func shelved(t *testing.T) *player {
	t.Helper()
	p := sighted(t)
	p.user, p.name, p.now = 12, "Người 12", at(lateDay)
	p.hear(t, chat.Message{Text: "đề nghị giải trình 5.16"})
	base, err := loadLibrary()
	must(t, err)
	s := p.bot.settings
	s.Plans, s.Shelf, s.Changed = p.kept, library.NewShelf(base, p.kept), func(context.Context) {}
	p.bot = New(s)
	return p
}

// walk is one actor on their way through everything.
type walk struct {
	actor
	to  *player
	did map[string]bool // what changed something, by a thing
	saw bool            // who acknowledged, or with which note
}

// sent is a file that is sent to the bot.
func sent(r right) chat.Message {
	fetch := func(context.Context) ([]byte, error) { return []byte(besidePlan), nil }
	return chat.Message{Document: &chat.Document{Name: "ke-hoach" + r.thing, Fetch: fetch}}
}

// tries does one thing and compares what came of it with a right.
func (w *walk) tries(t *testing.T, r right, m chat.Message) {
	t.Helper()
	w.to.now = at(cmp.Or(r.on, "2024-03-22"))
	before := w.state(t)
	reply, err := w.to.bot.Respond(t.Context(), w.speaks(w.to, m))
	if err != nil {
		t.Fatalf("%s, %q%q: %v", w.name, m.Text, m.Action, err)
	}
	changed := w.state(t) != before
	if changed && !w.may(r.who) {
		t.Errorf("%s may not, and %s by %q%q: %s", w.name, r.does, m.Text, m.Action, everythingIn(reply))
	}
	w.did[r.thing] = w.did[r.thing] || changed
	for _, secret := range secretSaid {
		if !strings.Contains(everythingIn(reply), secret) {
			continue
		}
		if w.saw = true; !w.may(informed) {
			t.Errorf("%s sees %q by %q%q:\n%s", w.name, secret, m.Text, m.Action, reply.Text.Plain())
		}
	}
	for _, f := range reply.Files {
		if !slices.ContainsFunc(sentFiles, func(s struct{ begins, ends, who string }) bool {
			return strings.HasPrefix(f.Name, s.begins) && strings.HasSuffix(f.Name, s.ends) && w.may(s.who)
		}) {
			t.Errorf("%s gets %s by %q%q", w.name, f.Name, m.Text, m.Action)
		}
	}
}

// told wants everything to have been done once that the actor may do.
func (w *walk) told(t *testing.T) {
	t.Helper()
	if !w.group && !w.forwarded && w.saw != w.may(informed) {
		t.Errorf("%s saw what is for those who may see it: %v", w.name, w.saw)
	}
	for _, r := range slices.Concat(views, commands, files) {
		if w.may(r.who) != w.did[r.thing] {
			t.Errorf("%s: %s (%s) done is %v", w.name, r.thing, r.does, w.did[r.thing])
		}
	}
}

// state tells one state of what is kept from another.
func (w *walk) state(t *testing.T) string {
	t.Helper()
	last, err := w.to.kept.RecentAudit(t.Context(), 0, 1)
	must(t, err)
	var snoozes []record.Snooze
	for _, at := range []int64{w.user, -8} {
		some, err := w.to.kept.Snoozes(t.Context(), at)
		must(t, err)
		snoozes = append(snoozes, some...)
	}
	plans, err := w.to.kept.Plans(t.Context())
	must(t, err)
	return fmt.Sprint(last[0].ID, snoozes, w.to.bot.memory, len(w.to.bot.settings.Feedback.(*book).kept), plans)
}

// TestDismissedMeanwhile takes the right back between a proposal and its saving,
// and between a preview and its sending.
func TestDismissedMeanwhile(t *testing.T) {
	for _, test := range []struct{ first, then chat.Message }{
		{chat.Message{Text: "quantri thang hang quy 3"}, chat.Message{Text: "đồng ý"}},
		{chat.Message{Text: "quantri thang hang quy 3"}, chat.Message{Action: saving("moc", "hang quy 3")[0].Encode(2024)}},
		{chat.Message{Text: "quantri thong bao tat ca Họp"}, chat.Message{Text: "đồng ý gửi"}},
	} {
		p := staffed(t)
		p.user, p.name = 14, "Người 14"
		must(t, p.kept.NameAdministrator(t.Context(), record.Person{ID: 14}, record.Person{ID: 9}))
		p.hear(t, test.first)
		must(t, p.kept.DismissAdministrator(t.Context(), record.Person{ID: 14}, record.Person{ID: 9}))
		before := p.kept.changes(t)
		p.hear(t, test.then)
		if !reflect.DeepEqual(before, p.kept.changes(t)) {
			t.Errorf("%q, then %q: changed", test.first.Text, test.then.Text+test.then.Action)
		}
	}
}

// TestUndoIsForADay lets time pass after an acknowledgement.
func TestUndoIsForADay(t *testing.T) {
	for _, test := range []struct {
		name  string
		user  int64
		hours int
		want  record.State
	}{
		{"who did it, at once", 8, 0, record.Open},
		{"who did it, in time", 8, 23, record.Open},
		{"who did it, a day later", 8, 24, record.Done},
		{"a follower", 14, 0, record.Done},
		{"a leader", 12, 0, record.Done},
		{"an administrator", 9, 0, record.Done},
	} {
		p := staffed(t)
		p.user, p.name = 8, "Người 8"
		p.hear(t, chat.Message{Action: dialog.Action{View: dialog.ViewDone, ID: 1}.Encode(2024)})
		p.now = p.now.Add(hours(test.hours))
		p.user, p.name = test.user, ""
		p.hear(t, chat.Message{Action: dialog.Action{View: dialog.ViewUndo, ID: 1}.Encode(2024)})
		if got := p.kept.occurrences(t)[0].State; got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestNothingIsNudgedAfterItIsDone draws the digest up again after everything in
// it was acknowledged.
func TestNothingIsNudgedAfterItIsDone(t *testing.T) {
	p := staffed(t)
	p.user, p.name = 8, "Người 8"
	for _, o := range p.kept.occurrences(t) {
		p.hear(t, chat.Message{Action: dialog.Action{View: dialog.ViewDone, ID: o.ID}.Encode(2024)})
	}
	for day := plan.DateOf(p.now); day.Compare(plan.Date{Year: 2024, Month: 4, Day: 20}) < 0; day = day.AddDays(1) {
		p.now = day.In(chat.Vietnam).Add(hours(9))
		before := len(p.kept.sent)
		p.digest(t)
		for _, d := range p.kept.sent[before:] {
			for _, n := range d.Nudges {
				if slices.ContainsFunc(p.kept.occurrences(t), func(o record.Occurrence) bool { return o.ID == n.Occurrence.ID && o.State == record.Done }) {
					t.Errorf("%s: %s is nudged again", day, n.Occurrence.Key())
				}
			}
		}
	}
}
