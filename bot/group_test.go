package bot

import (
	"context"
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
)

// In a group its administrators alone set what it follows and how it is reminded, one
// who speaks in its name among them, and the log says who did.
func TestGroupIsSetByItsAdministrators(t *testing.T) {
	sets := []chat.Message{
		{Text: "/theodoi ban dân tộc"},
		{Action: dialog.Action{View: dialog.ViewFollow, Agency: "so-tai-chinh"}.Encode(2024)},
		{Text: "/caidat giờ 7:45"},
		{Action: dialog.Action{View: dialog.ViewSetting, Topic: follow.TopicHour, Number: 600}.Encode(2024)},
		{Text: "/huy ban dân tộc"},
		{Action: dialog.Action{View: dialog.ViewLeave}.Encode(2024)},
	}
	for _, tt := range []struct {
		name string
		who  chat.Message
		by   string // in the log; "" for nobody: nothing is set
	}{
		{"an administrator", chat.Message{User: 7, Name: "Nguyễn Văn An"}, "Nguyễn Văn An"},
		{"an anonymous administrator", chat.Message{Anonymous: true}, "Quản trị viên ẩn danh"},
		{"a member", chat.Message{User: groupMember, Name: "Người 21"}, ""},
		{"nobody", chat.Message{}, ""},
	} {
		p := newPlayer(t)
		for _, m := range sets {
			m.Chat, m.User, m.Name, m.Anonymous, m.At = -7, tt.who.User, tt.who.Name, tt.who.Anonymous, p.now
			before := len(p.kept.changes(t))
			reply, err := p.bot.Respond(context.Background(), m)
			must(t, err)
			changes := p.kept.changes(t)[before:]
			if (len(changes) > 0) != (tt.by != "") {
				t.Errorf("%s, %q%q: %d changes: %s", tt.name, m.Text, m.Action, len(changes), reply.Text.Plain()+reply.Notice)
			}
			for _, c := range changes {
				if c.By.Name != tt.by || tt.who.Anonymous && c.By.ID != -7 {
					t.Errorf("%s: the log says %+v", tt.name, c.By)
				}
			}
			if tt.by == "" && !strings.Contains(reply.Text.Plain()+reply.Notice, "chỉ quản trị viên của nhóm") {
				t.Errorf("%s, %q%q: told %q", tt.name, m.Text, m.Action, reply.Text.Plain()+reply.Notice)
			}
		}
	}
}
