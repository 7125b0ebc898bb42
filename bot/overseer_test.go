package bot

import (
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Who sees the whole city is appointed: the leaders of an agency to which the
// register gives that, and whom an administrator lets; nobody else, and nobody
// lets themselves. On Mondays their digest tells how the city stands, in the
// numbers of its card.
func TestOverseersAreAppointed(t *testing.T) {
	t.Parallel()
	p := newPlayer(t)
	p.set("2024-04-11")
	for _, s := range []record.Subscription{
		{Chat: 8, Agency: "so-tu-phap", Role: record.FocalPerson},
		{Chat: 12, Agency: "so-tu-phap", Role: record.Leader},
		{Chat: 13, Agency: "van-phong-ubnd", Role: record.Leader},
		{Chat: 14, Agency: "van-phong-ubnd", Role: record.FocalPerson},
	} {
		s.Standing, s.Person, s.Since = record.Approved, record.Person{ID: s.Chat, Name: "An"}, p.now
		p.kept.follow(t, s)
	}
	sees := func(user int64) bool {
		p.user = user
		return strings.Contains(p.hear(t, chat.Message{Text: "cả thành phố việc gì đang quá hạn"}), "Quá hạn toàn Thành phố: 12 việc của 2 cơ quan")
	}
	for user, want := range map[int64]bool{9: true, 12: false, 13: true, 14: false, 7: false} {
		if got := sees(user); got != want {
			t.Errorf("%d sees the city: %v, want %v", user, got, want)
		}
	}
	p.user = 12
	p.hear(t, chat.Message{Text: "quản trị xem toàn Thành phố 12"})
	if sees(12) {
		t.Error("a leader let themselves see the city")
	}
	p.user = 9
	if said := p.hear(t, chat.Message{Text: "quản trị xem toàn thành phố 77"}); !strings.Contains(said, "chưa có vai trò") {
		t.Errorf("of somebody without a role is said %q", said)
	}
	p.hear(t, chat.Message{Text: "quản trị đầu mối Sở Tư pháp"})
	p.hear(t, chat.Message{Action: p.action(t, "#4")})
	if !sees(12) {
		t.Error("who was let does not see the city")
	}

	p.set("2024-04-15") // a Monday
	p.user = 12
	card := p.hear(t, chat.Message{Text: "/tiendo toàn thành phố"})
	digest := p.digest(t)
	// By hand: V.3.1, 1.14, 2.3, 2.4, 3.17, 5.16 and 6.3 of Sở Tư pháp, and 5 of the
	// office, of the first quarter.
	for _, line := range []string{"Quá hạn: 12 việc của 2 cơ quan có đầu mối", "Đã nộp 0/96 (0%)", "Chưa có đầu mối: 50 cơ quan"} {
		if !strings.Contains(card, line) || !strings.Contains(digest, line) {
			t.Errorf("%q is not in both the card\n%s\nand the digest\n%s", line, card, digest)
		}
	}
	for _, way := range []string{"Toàn Thành phố", "Chậm nhất", "Báo cáo (.xlsx)"} {
		if p.action(t, way) == "" {
			t.Errorf("no button %q", way)
		}
	}

	p.user = 9
	p.hear(t, chat.Message{Text: "quản trị đầu mối Sở Tư pháp"})
	for _, button := range []string{"#4", "Đồng ý thu hồi"} {
		p.hear(t, chat.Message{Action: p.action(t, button)})
	}
	if sees(12) || !sees(9) || !sees(13) {
		t.Error("what was taken back from one is not taken from them, or from others")
	}
}

// The report of the city is drawn up for nobody else, whatever button they press.
func TestReportIsForOverseers(t *testing.T) {
	t.Parallel()
	p := staffed(t)
	for user, want := range map[int64]int{7: 0, 8: 0, 12: 0, 14: 0, 9: 1} {
		for _, topic := range []string{"x", "y"} {
			at := dialog.Action{View: dialog.ViewChart, Window: plan.QuarterWindow(1, 2024), Topic: topic}
			reply, err := p.bot.Respond(t.Context(), chat.Message{Chat: user, User: user, Private: true, Action: at.Encode(2024), At: p.now})
			if err != nil {
				t.Fatal(err)
			}
			if len(reply.Files) != want {
				t.Errorf("%d gets %d files of %q, want %d", user, len(reply.Files), topic, want)
			}
		}
	}
}

// Nobody decides on a report that they made or that concerns their own agency,
// whichever way, by button or by words.
func TestNobodySettlesTheirOwnReport(t *testing.T) {
	t.Parallel()
	for _, role := range []record.Role{record.FocalPerson, record.Leader} {
		for _, m := range []chat.Message{
			{Action: dialog.Action{View: dialog.ViewDecide, ID: 1, Topic: dialog.TopicYes}.Encode(2024)},
			{Action: dialog.Action{View: dialog.ViewDecide, ID: 1, Topic: dialog.TopicNo}.Encode(2024)},
			{Action: dialog.Action{View: dialog.ViewDecide, ID: 1, Topic: "lai"}.Encode(2024)},
			{Text: "quản trị giữ nguyên 1.14 sở tư pháp"},
			{Text: "quản trị miễn 1.14 sở tư pháp"},
		} {
			p := staffed(t)
			p.kept.follow(t, record.Subscription{Chat: 9, Agency: "so-tu-phap", Role: role, Standing: record.Approved, Person: record.Person{ID: 9}})
			before, err := p.kept.OpenReports(t.Context())
			must(t, err)
			p.user = 9
			said := p.hear(t, m)
			after, err := p.kept.OpenReports(t.Context())
			must(t, err)
			if len(before) != 1 || len(after) != 1 || !strings.Contains(said, "tự quyết định cho mình") {
				t.Errorf("%s, %+v: %d reports, then %d: %s", role, m, len(before), len(after), said)
			}
		}
	}
}
