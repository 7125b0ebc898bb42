package bot

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
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

// powers are the acts that need a right, and who has it.
var powers = []struct {
	name   string
	action dialog.Action
	who    []int64
	saves  []dialog.Action // pressed behind it
}{
	{"acknowledge", dialog.Action{View: dialog.ViewDone, ID: 1}, []int64{8}, nil},
	{"report", dialog.Action{View: dialog.ViewNotOurs, ID: 2, Topic: dialog.TopicYes}, []int64{8}, nil},
	{"approve", dialog.Action{View: dialog.ViewSettle, Chat: 13, Rank: record.FocalPerson, Agency: "so-tu-phap", Topic: dialog.TopicYes}, []int64{9, 10}, nil},
	{"revoke", dialog.Action{View: dialog.ViewDismiss, Chat: 8, Rank: record.FocalPerson, Agency: "so-tu-phap"}, []int64{9, 10}, []dialog.Action{{View: dialog.ViewDismissSure, Chat: 8, Rank: record.FocalPerson, Agency: "so-tu-phap"}}},
	{"waive", dialog.Action{View: dialog.ViewDecide, ID: 1, Topic: dialog.TopicYes}, []int64{9, 10}, nil},
	{"ask why", dialog.Action{View: dialog.ViewAskWhy, ID: 2}, []int64{12, 9, 10}, nil},
	{"drop a correction", dialog.Action{View: dialog.ViewOffice, Topic: "lich.2024-04-30.bo"}, []int64{9, 10}, saving("lich", "2024-04-30 bo")},
	{"set a ladder", dialog.Action{View: dialog.ViewOffice, Topic: "moc.hang.quy.3wd"}, []int64{9, 10}, saving("moc", "hang quy 3wd")},
	{"set an internal due date", dialog.Action{View: dialog.ViewOffice, Topic: "han.PL-1-14.20"}, []int64{9, 10}, saving("han", "PL-1-14 20")},
	{"name an administrator", dialog.Action{View: dialog.ViewOffice, Topic: "quantri.14"}, []int64{9, 10}, saving("quantri", "14")},
}

// saving is the button under a proposed change.
func saving(topic, words string) []dialog.Action {
	return []dialog.Action{{View: dialog.ViewOffice, Topic: topic + "." + office.TopicSave + "." + dialog.Expectation{Kept: topic, Words: words}.Stamp()}}
}

// TestRights has everybody press every button that needs a right, whatever they
// were shown: nothing changes but by those who have it.
func TestRights(t *testing.T) {
	for _, power := range powers {
		for _, user := range []int64{0, 7, 8, 9, 10, 12, 13, 14} {
			for _, private := range []bool{true, false} {
				p := staffed(t)
				p.now = at("2024-04-05") // what was told of is late
				before := p.kept.changes(t)
				for _, at := range append([]dialog.Action{power.action}, power.saves...) {
					m := chat.Message{Chat: user, User: user, Private: private, Action: at.Encode(2024)}
					if !private {
						m.Chat = -7
					}
					if _, err := p.bot.Respond(context.Background(), m); err != nil {
						t.Fatalf("%s by %d: %v", power.name, user, err)
					}
				}
				may := slices.Contains(power.who, user) && (private || power.action.View != dialog.ViewOffice)
				if changed := !reflect.DeepEqual(before, p.kept.changes(t)); changed != may {
					t.Errorf("%s by %d (private %v): changed is %v, want %v", power.name, user, private, changed, may)
				}
			}
		}
	}
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
