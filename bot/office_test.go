package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/office"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// TestExamplesAreTaken says each example of the screens to its screen, on each
// day of a week.
func TestExamplesAreTaken(t *testing.T) {
	for offset := range 7 {
		today := plan.DateOf(at("2024-03-05")).AddDays(offset)
		for _, words := range office.OfficeAsks[office.OfficeCalendar].Examples(today) {
			e, _, ok := office.ParseCorrection(words)
			if !ok || e.From.Compare(today) <= 0 || e.From.Compare(today.AddDays(21)) > 0 || e.Working != (e.From.Weekday() == time.Saturday) {
				t.Errorf("on %s %q is read as %+v, %v", today, words, e, ok)
			}
		}
	}
	for _, words := range office.OfficeAsks[office.OfficeLadder].Examples(plan.Date{}) {
		if kind, rungs, ok := office.ParseLadder(words); !ok {
			t.Errorf("%q is read as %v %q", words, kind, rungs)
		}
	}
	b := newBot(t, memory{}, &book{}, func() time.Time { return at("2024-03-05") })
	for _, words := range office.OfficeAsks[office.OfficeInternal].Examples(plan.Date{}) {
		if u, _, ok := b.office.ParseInternalDue(words); !ok || u.ID != "PL.1.14" {
			t.Errorf("%q is read as %s, %v", words, u.ID, ok)
		}
	}
}

func TestInternalSaid(t *testing.T) {
	b := newBot(t, memory{}, &book{}, func() time.Time { return at("2024-03-05") })
	for words, want := range map[string]struct {
		unit string
		day  int
		ok   bool
	}{
		"1.14 20":                           {"PL.1.14", 20, true},
		"1.14 ngày 20":                      {"PL.1.14", 20, true},
		"1.14 trước ngày 20":                {"PL.1.14", 20, true},
		"1.14 chậm nhất ngày 20":            {"PL.1.14", 20, true},
		"1.14 trước ngày 20 tháng cuối quý": {"PL.1.14", 20, true},
		"PL.1.14 ngay 31":                   {"PL.1.14", 31, true},
		"v.3.1 15":                          {"V.3.1", 15, true},
		"1.14 bỏ":                           {"PL.1.14", 0, true},
		"bo 1.14":                           {"PL.1.14", 0, true},
		"PL-1-14 bo":                        {"PL.1.14", 0, true},
		"1.14":                              {},
		"1.14 0":                            {},
		"1.14 32":                           {},
		"1.14 20 21":                        {},
		"1.14 20 bo":                        {},
		"9.99 20":                           {},
		"bo":                                {},
		"":                                  {},
	} {
		u, set, ok := b.office.ParseInternalDue(words)
		if ok != want.ok || ok && (u.ID != want.unit || set != want.day) {
			t.Errorf("internalSaid(%q) = %s, %d, %v; want %s, %d, %v", words, u.ID, set, ok, want.unit, want.day, want.ok)
		}
	}
}

// TestAnnouncementKeepsItsLines announces what has lines, by words and behind
// the button.
func TestAnnouncementKeepsItsLines(t *testing.T) {
	typed := "  Kính gửi anh/chị,\r\n\n\n1.\tHọp lúc 14 giờ.\n2. Mang theo báo cáo.\n\n"
	want := "Kính gửi anh/chị,\n\n1. Họp lúc 14 giờ.\n2. Mang theo báo cáo."
	for name, first := range map[string][]chat.Message{
		"words":  {{Text: "quantri thong bao  tat ca\n" + typed}},
		"button": {{Action: dialog.Action{View: dialog.ViewAnnouncement, Topic: "tatca"}.Encode(2024)}, {Text: typed}},
	} {
		p := staffed(t)
		p.user, p.name = 9, "Lê Văn Chính"
		for _, m := range first {
			p.hear(t, m)
		}
		reply, err := p.bot.Respond(context.Background(), chat.Message{Chat: 9, User: 9, Name: p.name, Private: true, Text: "đồng ý"})
		if err != nil {
			t.Fatal(err)
		}
		letters := p.kept.letters(t)
		if len(letters) != 4 { // 8, 12 and 14, and the group: each once; 13 waits
			t.Fatalf("%s: %d letters after %q", name, len(letters), reply.Text.Plain())
		}
		for _, l := range letters {
			var sent chat.Reply
			if err := json.Unmarshal(l.Body, &sent); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff("Thông báo\n\n"+want+"\n\nLê Văn Chính\nQuản trị viên hệ thống nhắc việc CCHC", sent.Text.Plain()); diff != "" {
				t.Errorf("%s, to %d (-want +got):\n%s", name, l.Chat, diff)
			}
		}
	}
}

// TestDraftsDoNotMeet has two administrators write announcements at once, and
// one of them press the button of an earlier draft.
func TestDraftsDoNotMeet(t *testing.T) {
	p := staffed(t)
	says := func(user int64, m chat.Message) chat.Reply {
		m.Chat, m.User, m.Private = user, user, true
		reply, err := p.bot.Respond(context.Background(), m)
		if err != nil {
			t.Fatal(err)
		}
		return reply
	}
	press := func(user int64, under chat.Reply) chat.Reply {
		return says(user, chat.Message{Action: under.Buttons[0][0].Action})
	}

	early := says(9, chat.Message{Text: "quantri thong bao tat ca Bản nháp"})
	says(9, chat.Message{Text: "quantri thong bao tat ca Bản của chín"})
	ten := says(10, chat.Message{Text: "quantri thong bao lanh dao Bản của mười"})
	if got := press(10, ten).Text.Plain(); got != "Đang gửi thông báo đến 1 người (lãnh đạo đơn vị)." {
		t.Errorf("ten sends: %q", got)
	}
	if got, n := press(9, early), len(p.kept.letters(t)); got.Notice != chat.TextOldButton || n != 1 {
		t.Errorf("the button of an earlier draft: %+v, %d letters", got, n)
	}
	nine := says(9, chat.Message{Text: "quantri thong bao tat ca Bản của chín"})
	press(9, nine)
	letters := p.kept.letters(t)
	if len(letters) != 4 {
		t.Errorf("%d letters, want 4", len(letters))
	}
	for _, l := range letters {
		if !strings.Contains(string(l.Body), "Bản của chín") {
			t.Errorf("sent %s", l.Body)
		}
	}
}

// TestAnnouncementLeavesOutTheLost has one of the audience out of reach.
func TestAnnouncementLeavesOutTheLost(t *testing.T) {
	p := staffed(t)
	p.user, p.name = 9, "Lê Văn Chính"
	must(t, p.kept.MarkUnreachable(t.Context(), 14, "blocked"))
	must(t, p.kept.MarkUnreachable(t.Context(), 99, "blocked"))
	got := p.hear(t, chat.Message{Text: "quantri thong bao tat ca Họp"})
	for _, want := range []string{"sẽ gửi đến 2 người và 1 nhóm", "Không gửi được đến 1 người đang mất liên lạc.", "[Gửi đến 2 người và 1 nhóm]"} {
		if !strings.Contains(got, want) {
			t.Errorf("the preview lacks %q:\n%s", want, got)
		}
	}
	if got = p.hear(t, chat.Message{Text: "đồng ý gửi"}); strings.Contains(got, "→ 14") || strings.Count(got, "→") != 3 {
		t.Errorf("sent:\n%s", got)
	}
}

func TestOverlongAnnouncement(t *testing.T) {
	p := staffed(t)
	p.user, p.name = 9, "Lê Văn Chính"
	if got := p.hear(t, chat.Message{Text: "quantri thong bao tat ca " + strings.Repeat("ạ", 1000)}); !strings.Contains(got, "Xem trước: sẽ gửi đến 3 người và 1 nhóm") {
		t.Errorf("1,000 letters: %s", got)
	}
	if got := p.hear(t, chat.Message{Text: "quantri thong bao tat ca " + strings.Repeat("ạ", 1001)}); !strings.Contains(got, "dài 1001 ký tự, tối đa 1000") {
		t.Errorf("1,001 letters: %s", got)
	}
}

// TestCampaignsTellWhomTheyMissed has two digests refused, one of a chat without
// a name.
func TestCampaignsTellWhomTheyMissed(t *testing.T) {
	p := staffed(t)
	p.user, p.name = 9, "Lê Văn Chính"
	today := plan.DateOf(p.now)
	for i, d := range []record.Digest{{Chat: 12, Reason: "Forbidden: bot was blocked by the user"}, {Chat: -7, Reason: "Bad Request: chat not found"}} {
		p.kept.fail(t, d.Chat, today, d.Reason)
		if got, want := p.hear(t, chat.Message{Text: "quantri dot nhac"}), fmt.Sprintf("[Không gửi được 22/03/2024 (%d)]", i+1); !strings.Contains(got, want) {
			t.Errorf("the screen lacks %q:\n%s", want, got)
		}
	}
	want := "Không gửi được ngày 22/03/2024\n\n- cuộc trò chuyện -7: không tìm thấy cuộc trò chuyện\n- Người 12 (mã 12): người nhận đã chặn bot\n"
	if got := p.hear(t, chat.Message{Action: p.action(t, "Không gửi được 22/03/2024 (2)")}); !strings.HasPrefix(got, want) {
		t.Errorf("whom it missed: %s", got)
	}
	if got := p.hear(t, chat.Message{Text: "/quantri"}); !strings.Contains(got, "22/03/2024: 4 lời nhắc, đã gửi 2") {
		t.Errorf("today on the menu: %s", got)
	}
}

// TestOfficeFitsThePhone fills every screen of the administrators to the brim
// and presses every button there.
func TestOfficeFitsThePhone(t *testing.T) {
	p := staffed(t)
	p.user, p.name = 9, "Lê Văn Chính"
	long := strings.Repeat("dài dòng ", 20)
	today := plan.DateOf(p.now)
	ctx := t.Context()
	for i := range 40 {
		id := int64(100 + i)
		who := record.Person{ID: id, Name: fmt.Sprint(id, long), Username: "mot_ten_goi_dai_ba_muoi_hai_ky_tu"}
		must(t, p.kept.Meet(ctx, who))
		must(t, p.kept.NameAdministrator(ctx, who, record.Person{ID: 9}))
		must(t, p.kept.MarkUnreachable(ctx, id, long))
		must(t, p.kept.AddFeedback(ctx, record.Feedback{Question: long, Text: long, At: p.now}))
		must(t, p.kept.SetInternalDue(ctx, record.InternalDue{Unit: fmt.Sprint("PL.1.", i), Day: 20}, who))
		must(t, p.kept.SetCalendarDays(ctx,
			plan.CalendarEntry{From: today.AddDays(14 * i), To: today.AddDays(14*i + 13), Reason: chat.CutWords(long, chat.LineRunes)}, who))
		for chat := range int64(4) {
			p.kept.fail(t, id+chat, today.AddDays(-i-1), fmt.Sprint(chat, long))
		}
		p.kept.fail(t, id, today, long)
		tie := record.Subscription{Chat: id, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Approved, Person: who}
		if i%2 == 0 {
			tie.Standing = record.Waiting
		}
		p.kept.follow(t, tie)
		must(t, p.kept.Announce(ctx, "doan-the: "+long, who))
	}
	for _, k := range office.LadderKinds {
		must(t, p.kept.SetLadder(ctx, k.Kind, []string{"60wd", "1d", "59wd", "2d", "58wd", "3d", "last", "q1", "q2", "q3", "q4"}, record.Person{ID: 9}))
	}
	pressed := map[string]bool{}
	var press func(data string)
	press = func(data string) {
		if pressed[data] || !strings.HasPrefix(data, dialog.ActHead+string(dialog.ViewOffice)) {
			return
		}
		pressed[data] = true
		p.hear(t, chat.Message{Action: data}) // checks the screen
		for _, row := range p.last[9].Buttons {
			for _, next := range row {
				press(next.Action)
			}
		}
	}
	press(dialog.Action{View: dialog.ViewOffice}.Encode(2024))
	for topic := range newPlayer(t).bot.office.Screens {
		press(dialog.Action{View: dialog.ViewOffice, Topic: topic, Page: dialog.MostPages - 1}.Encode(2024)) // of a list that was longer
	}
	if len(pressed) < 100 {
		t.Errorf("only %d buttons were reached", len(pressed))
	}
	p.hear(t, chat.Message{Text: "quan tri dau moi so tu phap"})
}

// FuzzOffice lets an administrator say anything: whatever becomes of it, the
// reminders can still be planned.
func FuzzOffice(f *testing.F) {
	for _, s := range []string{
		"lich nghi 24/11/2026 x", "lich tu 14/2/2026 den", "thang hang quy 10 3 1 cuoi", "thang trong nam dau quy i, ii, 30 ngay", "bo quan tri 8", "nhat ky tai", "gop y tai", "xem truoc quan 1",
		"lich 24/11/2026 nghi x", "lich 01/01/0001 nghi", "lich 31/12/9999 lam bu", "moc hang quy 15lv cuoi", "moc trong nam q1 q1", "han 1.14 20", "han V.KT 1",
		"vien 8", "vien -1", "thong bao dau moi x", "dau moi so tu phap", "nhat ky", "\xff", "lich", "han 1-14 bo",
	} {
		f.Add(s)
	}
	clock := func() time.Time { return at("2024-03-05") }
	f.Fuzz(func(t *testing.T, s string) {
		b := newBot(t, memory{}, &book{}, clock, newRecords(t, clock))
		for _, m := range []chat.Message{{Text: "/quantri " + s}, {Text: "đồng ý"}, {Action: "dQlich.them:0"}, {Text: s}, {Text: "lưu"}, {Action: "dQmoc.them:0"}, {Text: s}, {Text: "đồng ý lưu"}, {Action: "dQhan.them:0"}, {Text: s}, {Text: "đồng ý"}} {
			m.Chat, m.User, m.Private = 9, 9, true
			r, err := b.Respond(context.Background(), m)
			if err != nil {
				t.Fatalf("Respond(%q): %v", m.Text+m.Action, err)
			}
			checkReply(t, r)
		}
		if _, err := b.duties.Planning(context.Background()); err != nil {
			t.Errorf("after %q nothing can be planned: %v", s, err)
		}
	})
}
