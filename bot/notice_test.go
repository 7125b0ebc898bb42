package bot

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
)

// telling is a bot that tells people what it keeps before it keeps anything.
func telling(t *testing.T) *player {
	t.Helper()
	p := newPlayer(t)
	s := p.bot.settings
	s.Controller, s.Memory, s.Feedback = "Sở Nội vụ, 028 0000 0000", p.kept, p.kept
	p.bot = New(s)
	return p
}

func (p *player) wantKept(t *testing.T, user int64, want bool, after string) {
	t.Helper()
	kept, err := p.kept.PersonalData(context.Background(), user)
	must(t, err)
	if (len(kept) > 0) != want {
		t.Errorf("after %s there is kept of %d: %v", after, user, kept)
	}
}

// Whatever a person does first, nothing is kept of them before they were told.
func TestNothingIsKeptBeforeTheNotice(t *testing.T) {
	p := telling(t)
	var all []chat.Message
	for _, r := range views {
		for _, at := range r.tries {
			at.View = dialog.View(r.thing[0])
			all = append(all, chat.Message{Action: at.Encode(2024)})
		}
	}
	for _, r := range commands {
		for _, words := range r.words {
			all = append(all, chat.Message{Text: "/" + r.thing + " " + words})
		}
	}
	for _, words := range []string{"em ở Sở Tư pháp", "theo dõi Sở Y tế", "chưa đúng", "đã nộp 1.14", "Sở Tư pháp phải làm gì"} {
		all = append(all, chat.Message{Text: words})
	}
	told := 0
	for i, m := range all {
		m.Chat, m.User, m.Private, m.Name, m.At = int64(1000+i), int64(1000+i), true, "Nguyễn Văn An", p.now
		reply, err := p.bot.Respond(t.Context(), m)
		must(t, err)
		p.wantKept(t, m.User, false, m.Text+m.Action)
		if strings.Contains(reply.Text.Plain(), "Bên kiểm soát dữ liệu: Sở Nội vụ, 028 0000 0000.") {
			told++
		}
	}
	if told < 6 {
		t.Errorf("%d of %d were told what is kept", told, len(all))
	}
}

// Who was told goes on with one press, and who greeted the bot without any.
func TestNotice(t *testing.T) {
	p := telling(t)
	reply := p.hear(t, chat.Message{Text: "/theodoi Sở Tư pháp"})
	if !strings.Contains(reply, "[Đã đọc, tiếp tục]") {
		t.Fatalf("no notice:\n%s", reply)
	}
	if reply = p.hear(t, chat.Message{Action: follow.GoOn}); !strings.Contains(reply, "Anh/chị đã theo dõi Sở Tư pháp") {
		t.Errorf("the press does not go on:\n%s", reply)
	}
	p.wantKept(t, 7, true, "going on")
	if reply = p.hear(t, chat.Message{Action: follow.GoOn}); !strings.Contains(reply, "gửi lại") {
		t.Errorf("a second press:\n%s", reply)
	}
	p.user = 8
	p.hear(t, chat.Message{Text: "/start"})
	p.wantKept(t, 8, false, "/start")
	if reply = p.hear(t, chat.Message{Text: "/theodoi Sở Y tế"}); !strings.Contains(reply, "đã theo dõi Sở Y tế") {
		t.Errorf("after /start:\n%s", reply)
	}
	p.private, p.user = false, 8
	if reply = p.hear(t, chat.Message{Action: follow.GoOn}); strings.Contains(reply, "theo dõi") {
		t.Errorf("another's press in a group goes on:\n%s", reply)
	}
}

// A person sees, exports, corrects and erases what is kept of them, and after that
// nothing is kept without a new notice.
func TestOwnData(t *testing.T) {
	p := telling(t)
	p.user, p.name = 31, "Trần Thị Bình"
	if reply := p.hear(t, chat.Message{Text: "dữ liệu của tôi"}); !strings.Contains(reply, "không lưu dữ liệu nào") || !strings.Contains(reply, "Sở Nội vụ") {
		t.Errorf("before:\n%s", reply)
	}
	p.hear(t, chat.Message{Text: "/start"})
	p.hear(t, chat.Message{Text: "/donvi Sở Tư pháp"})
	p.hear(t, chat.Message{Text: "/theodoi Sở Y tế"})
	p.name = "Trần Thị Bình Minh"
	shown := p.hear(t, chat.Message{Action: dialog.Action{View: dialog.ViewData, Topic: "ten"}.Encode(2024)})
	for _, want := range []string{"Trần Thị Bình Minh", "mã 31", "Đơn vị đã cho biết: Sở Tư pháp", "Sở Y tế: theo dõi", "[Xóa dữ liệu của tôi]"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not shown:\n%s", want, shown)
		}
	}
	m := chat.Message{Chat: 31, User: 31, Private: true, Name: p.name, At: p.now, Action: dialog.Action{View: dialog.ViewData, Topic: "tai"}.Encode(2024)}
	reply, err := p.bot.Respond(t.Context(), m)
	must(t, err)
	var exported map[string][]map[string]any
	if len(reply.Files) != 1 || json.Unmarshal(reply.Files[0].Bytes, &exported) != nil || exported["people"][0]["name"] != "Trần Thị Bình Minh" || exported["subscriptions"][0]["agency"] != "so-y-te" || exported["chats"][0]["agency"] != "so-tu-phap" {
		t.Errorf("exported %+v", reply.Files)
	}
	p.hear(t, chat.Message{Text: "/xoadulieu"})
	p.hear(t, chat.Message{Text: "đồng ý xóa"})
	p.wantKept(t, 31, false, "the erasure")
	if reply := p.hear(t, chat.Message{Text: "/theodoi Sở Y tế"}); !strings.Contains(reply, "Về dữ liệu cá nhân") {
		t.Errorf("after the erasure, without a notice:\n%s", reply)
	}
	p.wantKept(t, 31, false, "the next word")
	if changes := p.kept.changes(t); slices.ContainsFunc(changes, func(c record.Change) bool { return c.By.ID == 31 }) {
		t.Errorf("the log knows who it was: %+v", changes)
	}
}
