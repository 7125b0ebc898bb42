package telegram

import (
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/simulator"
)

func withMenus(administrators ...int64) func(*Settings) {
	return func(s *Settings) {
		s.Administrators = administrators
		s.Commands = []chat.Command{
			{Name: "denhan", Description: "Việc đến hạn", Groups: true},
			{Name: "dangky", Description: "Đăng ký làm đầu mối"},
			{Name: "chuadung", Description: "Góp ý chờ xem", Admins: true},
		}
	}
}

func TestEachKindOfChatHasItsMenu(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo, withMenus(6, 7))
		// The first administrator has not started the bot yet.
		for range 2 {
			r.telegram.fail("setMyCommands", fault{200, `{"ok":true,"result":true}`})
		}
		r.telegram.fail("setMyCommands", refuse(400, "Bad Request: chat not found", ""))
		converse(t, r, private(1, 1, "a"))
		var got [][2]string
		for _, set := range r.telegram.made("setMyCommands") {
			got = append(got, [2]string{set.fields["scope"], set.fields["commands"]})
		}
		const (
			due     = `{"command":"denhan","description":"Việc đến hạn"}`
			enlist  = `{"command":"dangky","description":"Đăng ký làm đầu mối"}`
			reviews = `{"command":"chuadung","description":"Góp ý chờ xem"}`
		)
		want := [][2]string{
			{"", "[" + due + "," + enlist + "]"},
			{`{"type":"all_group_chats"}`, "[" + due + "]"},
			{`{"type":"chat","chat_id":6}`, "[" + due + "," + enlist + "," + reviews + "]"},
			{`{"type":"chat","chat_id":7}`, "[" + due + "," + enlist + "," + reviews + "]"},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestMenusOverHTTP(t *testing.T) {
	t.Parallel()
	w := live(t, echo, withMenus(simulator.Administrator))
	must(w.Say(simulator.Official, "a"))(t)
	w.says(t, simulator.Official, "a")
	if err := w.Await(t.Context(), func() bool { return len(w.RequestsOf("setMyCommands")) == 3 }); err != nil {
		t.Fatal(err)
	}
	for chat, want := range map[int64]int{simulator.Official: 2, simulator.TeamGroup: 1, simulator.Administrator: 3} {
		if n := len(w.Menu(chat)); n != want {
			t.Errorf("chat %d has %d commands, want %d", chat, n, want)
		}
	}
	if err := w.stop(); err != nil {
		t.Error(err)
	}
}
