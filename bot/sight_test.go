package bot

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

// secretSaid is who acknowledged a duty of Sở Tư pháp, and with which note.
var secretSaid = []string{"Ghi chú kín", "Người 8"}

// sighted is a bot in which the focal person of Sở Tư pháp has acknowledged a duty
// with a note, 15 is that of another agency, and 16 was one and is no longer.
func sighted(t *testing.T) *player {
	t.Helper()
	p := staffed(t)
	for _, s := range []record.Subscription{
		{Chat: 15, Agency: "so-y-te", Role: record.FocalPerson, Standing: record.Approved},
		{Chat: 16, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Revoked},
		{Chat: -8, Agency: "so-tu-phap", Role: record.Follower, Standing: record.Approved},
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
