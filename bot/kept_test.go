package bot

import (
	"context"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/bot/store"
	"cchcbot/seeds/plan"
)

// TestWithTheStore plays one story on the store itself, as the conversations are
// played on records for tests.
func TestWithTheStore(t *testing.T) {
	now := at("2024-03-22")
	clock := func() time.Time { return now }
	s, err := store.Open(t.Context(), "sqlite::memory:", store.WithNow(clock))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	calendar, err := loadCalendar()
	if err != nil {
		t.Fatal(err)
	}
	a := testAnswerer(t)
	b := New(Settings{
		Answerer: a, Memory: s, Feedback: &book{}, Now: clock, Records: s, Administrators: []int64{9},
		Rulebook: remind.NewRulebook(remind.New([]*plan.Plan{a.Plan()}, a.Register, calendar, remind.DefaultLadder()), s),
	})
	names := map[int64]string{8: "Trần Thị Bình", 9: "Lê Văn Chính", 12: "Hồ Văn Giang", 13: "Đặng Văn Ích"}
	step := func(user int64, m chat.Message, want string) chat.Reply {
		t.Helper()
		m.Chat, m.User, m.Private, m.Name = user, user, true, names[user]
		r, err := b.Respond(context.Background(), m)
		if err != nil {
			t.Fatalf("%q by %d: %v", m.Text+m.Action, user, err)
		}
		checkReply(t, r)
		if got := r.Text.Plain() + "\n" + r.Notice; !strings.Contains(got, want) {
			t.Errorf("%q by %d: want %q in:\n%s", m.Text+m.Action, user, want, got)
		}
		return r
	}
	say := func(user int64, words, want string) { t.Helper(); step(user, chat.Message{Text: words}, want) }
	press := func(user int64, at dialog.Action, want string) chat.Reply {
		t.Helper()
		return step(user, chat.Message{Action: at.Encode(2024)}, want)
	}
	settle := dialog.Action{View: dialog.ViewSettle, Chat: 8, Rank: record.FocalPerson, Agency: "so-tu-phap", Topic: dialog.TopicYes}

	say(8, "/dangky sở tư pháp đầu mối", "Đã gửi đăng ký")
	press(8, settle, follow.TextOnlyAdministrators)
	press(9, settle, "✓ Đã duyệt: Trần Thị Bình")
	press(9, settle, "Người duyệt: Lê Văn Chính")
	say(12, "/dangky sở tư pháp lãnh đạo", "Đã gửi đăng ký")
	say(9, "quan tri duyet 12", "✓ Đã duyệt: Hồ Văn Giang")
	say(13, "/theodoi sở tư pháp", "đã theo dõi Sở Tư pháp")

	say(8, "da nop 1.14", "✓ Đã ghi nhận: 1.14 đã nộp (Quý I năm 2024).")
	say(8, "ghi chú 1.14: gửi qua trục văn bản", "Đã lưu ghi chú cho nhiệm vụ 1.14 (Quý I năm 2024).")
	say(8, "/nhiemvu 1.14", "✓ đã nộp (Trần Thị Bình, 22/03/2024)")
	say(13, "da nop 2.3", "chưa đăng ký với đơn vị nào")
	say(12, "/tiendo quý I", "✓ Đã nộp: 1/7")
	say(8, "hoan tac 1.14", "trở lại chưa nộp")
	say(8, "nhac lai 1.14 3 ngay", "Sẽ nhắc lại 1.14 (Quý I năm 2024) vào ngày 25/03/2024")
	say(8, "không phải việc của đơn vị 1.14 đã chuyển", "Đã chuyển quản trị viên xem xét")
	say(9, "quan tri mien 1.14", "Lý do: đã chuyển\n\n✓ Đã miễn cho Sở Tư pháp")
	say(12, "đề nghị giải trình 2.3", "2.3 chưa quá hạn (hạn 31/03/2024)")
	now = at("2024-04-05")
	say(12, "đề nghị giải trình 2.3", "Đã gửi đề nghị giải trình đến 1 cán bộ đầu mối")
	say(8, "giải trình 2.3 đang chờ số liệu", "Đã chuyển nội dung giải trình")
	say(8, "giải trình 2.3 đang chờ số liệu", "không có đề nghị giải trình nào")
	say(8, "cài đặt giờ 7:45", "Giờ nhắc: 07:45")
	say(9, "quan tri nhat ky", "Nhật ký thay đổi")

	d := record.Digest{Chat: 8, Day: plan.DateOf(now), Progress: record.Sent}
	for id := int64(1); ; id++ {
		o, found, err := s.Occurrence(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if !found {
			break
		}
		d.Nudges = append(d.Nudges, record.Nudge{Occurrence: o, Rung: "5wd", Day: d.Day})
	}
	r, err := b.duties.DigestReply(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Không thuộc trách nhiệm của đơn vị", "✓ Đã nộp 2.3"} {
		if !strings.Contains(render(r), want) {
			t.Errorf("want %q in:\n%s", want, render(r))
		}
	}
	say(8, "xóa dữ liệu của tôi", "Xóa toàn bộ dữ liệu")
	say(8, "đồng ý xóa", "Đã xóa dữ liệu")
	say(8, "/theodoi", "Chưa có đơn vị nào được theo dõi")
}
