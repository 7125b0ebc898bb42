package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Who may see how Sở Tư pháp stands, and who said what about it: its focal person,
// its leader, and administrators. Nobody else does: strangers, followers, those who
// ask for a role, those who lost one, and the focal person of another agency.
var (
	sees       = []int64{8, 9, 10, 12}
	seesNot    = []int64{7, 13, 14, 15, 16}
	secretSaid = []string{"Ghi chú kín", "Người 8"}
)

// TestSight has everybody press every button about the duties of an agency and say
// every command, whatever they were shown, in private and in a group: the name and
// the note of who acknowledged are told to those alone who may see them.
func TestSight(t *testing.T) {
	told := map[int64]bool{}
	for _, private := range []bool{true, false} {
		for _, user := range slices.Concat(sees, seesNot) {
			p := sighted(t)
			for _, m := range looks() {
				m.Chat, m.User, m.Private, m.Name, m.At = user, user, private, fmt.Sprint("Kẻ ", user), p.now
				if !private {
					m.Chat = -7
				}
				reply, err := p.bot.Respond(context.Background(), m)
				if err != nil {
					t.Fatalf("%d, %q%q: %v", user, m.Text, m.Action, err)
				}
				for _, secret := range secretSaid {
					if !strings.Contains(everythingIn(reply), secret) {
						continue
					}
					told[user] = true
					if slices.Contains(seesNot, user) {
						t.Errorf("%d (private %v) sees %q by %q%q:\n%s", user, private, secret, m.Text, m.Action, reply.Text.Plain())
					}
				}
			}
		}
	}
	for _, user := range sees {
		if !told[user] {
			t.Errorf("%d may see, and does not by any of the ways", user)
		}
	}
}

// sighted is a bot in which the focal person of Sở Tư pháp has acknowledged a duty
// with a note, 15 is that of another agency, and 16 was one and is no longer.
func sighted(t *testing.T) *player {
	t.Helper()
	p := staffed(t)
	for _, s := range []record.Subscription{
		{Chat: 15, Agency: "so-y-te", Role: record.FocalPerson, Standing: record.Approved},
		{Chat: 16, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Revoked},
	} {
		s.Person = record.Person{ID: s.Chat, Name: fmt.Sprint("Người ", s.Chat)}
		if _, err := p.kept.PutSubscription(context.Background(), s, s.Person); err != nil {
			t.Fatal(err)
		}
	}
	p.user, p.name = 8, "Người 8"
	p.hear(t, chat.Message{Text: "đã nộp 1.14 quý I"})
	p.hear(t, chat.Message{Text: "ghi chú 1.14 quý I: Ghi chú kín"})
	done := 0
	for _, o := range p.kept.occurrences(t) {
		if o.State == record.Done && strings.Contains(o.Note, "kín") {
			done++
		}
	}
	if done == 0 {
		t.Fatal("nothing was acknowledged with a note")
	}
	return p
}

// looks are all ways to look at a duty of Sở Tư pháp.
func looks() []chat.Message {
	var all []chat.Message
	quarter := plan.QuarterWindow(1, 2024)
	for view := range dialog.ActFields {
		if view == dialog.ViewErase {
			continue
		}
		for id := int64(1); id <= 4; id++ {
			for _, topic := range []string{"", "g", "c", dialog.TopicYes} {
				all = append(all, chat.Message{Action: dialog.Action{
					View: view, ID: id, Agency: "so-tu-phap", Chat: 8, Rank: record.FocalPerson, Topic: topic,
					Window: quarter, Day: plan.Date{Year: 2024, Month: 3, Day: 22}, Open: "PL.1.14",
				}.Encode(2024)})
			}
		}
	}
	slices.SortFunc(all, func(a, b chat.Message) int { return strings.Compare(a.Action, b.Action) })
	all = slices.CompactFunc(all, func(a, b chat.Message) bool { return a.Action == b.Action })
	for _, words := range []string{
		"/tiendo", "/tiendo Sở Tư pháp", "/tiendo 1.14", "/chuanop", "/lich Sở Tư pháp", "/theodoi", "/xemtruoc Sở Tư pháp", "/quantri", "/viec",
		"ai đã nộp 1.14", "ai chưa nộp bài viết quý I", "sở tư pháp đã nộp 1.14 chưa", "1.14 sở tư pháp nộp chưa", "tình hình nộp 1.14 của Sở Tư pháp",
		"ai nộp bài viết của Sở Tư pháp", "hạn nộp bài viết của Sở Tư pháp", "nhiệm vụ 1.14 của Sở Tư pháp", "giải trình 1.14 Sở Tư pháp", "hoàn tác 1.14",
		"quantri nhat ky", "quantri nguoi", "quantri bao sai", "em ở Sở Tư pháp", "nhiệm vụ 1.14", "còn hạn nộp?", "tiến độ của đơn vị tôi",
	} {
		all = append(all, chat.Message{Text: words})
	}
	return all
}

// everythingIn is all that a reply shows.
func everythingIn(r chat.Reply) string {
	var b strings.Builder
	b.WriteString(r.Text.Plain() + "\n" + r.Notice)
	for _, row := range r.Buttons {
		for _, button := range row {
			b.WriteString("\n" + button.Label + button.Share)
		}
	}
	for _, f := range r.Files {
		b.WriteString("\n" + f.Caption.Plain() + string(f.Bytes))
	}
	return b.String()
}
