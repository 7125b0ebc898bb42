package bot

import (
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

// An administrator sees which agencies have nobody, invites somebody by a link that
// carries agency and role, and still approves; a refusal tells its reason.
func TestCoverageAndInvitations(t *testing.T) {
	t.Parallel()
	p := staffed(t)
	p.user = 9
	shown := p.hear(t, chat.Message{Text: "đơn vị nào chưa có đầu mối?"})
	if !strings.Contains(shown, "Đầu mối: 1/") || strings.Contains(shown, "- Sở Tư pháp") || !strings.Contains(shown, "- Sở Nội vụ: chưa có cán bộ đầu mối, chưa có lãnh đạo") {
		t.Errorf("coverage is %s", shown)
	}
	people := p.hear(t, chat.Message{Action: p.action(t, "Sở Nội vụ")})
	const invitation = "?start=m_d_so-noi-vu"
	if !strings.Contains(people, invitation) || !strings.Contains(people, "?start=m_l_so-noi-vu") {
		t.Fatalf("no invitation in %s", people)
	}
	p.user = 14
	if said := p.hear(t, chat.Message{Text: "đơn vị nào chưa có đầu mối?"}); strings.Contains(said, "Sở Nội vụ") {
		t.Errorf("somebody else is told %s", said)
	}
	for _, forged := range []string{"m_", "m_d", "m_x_so-y-te", "m_d_khong-co", "m_d_so-ban-nganh"} {
		if said := p.hear(t, chat.Message{Text: "/start " + forged}); strings.Contains(said, "được mời") {
			t.Errorf("%s invites: %s", forged, said)
		}
	}
	p.user = 20
	if said := p.hear(t, chat.Message{Text: "/start m_d_so-noi-vu"}); !strings.Contains(said, "được mời làm cán bộ đầu mối của Sở Nội vụ") {
		t.Errorf("the invited reads %s", said)
	}
	p.hear(t, chat.Message{Action: p.action(t, "Đăng ký làm cán bộ đầu mối")})
	p.user = 9
	refused := p.hear(t, chat.Message{Text: "quản trị từ chối 20 Sở Nội vụ: chưa có công văn cử"})
	if !strings.Contains(refused, "Lý do:") || !strings.Contains(refused, "| chưa có công văn cử") || strings.Contains(refused, "liên hệ quản trị viên") {
		t.Errorf("the refused reads %s", refused)
	}
}

// Announcements go to one agency, or to those that are late, and their screen tells
// who did not get them.
func TestAnnouncementsToSome(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ words, preview string }{
		{"quản trị thông báo Sở Tư pháp: mai họp lúc 8h", "sẽ gửi đến 3 người và 1 nhóm (Sở Tư pháp)"},
		{"quản trị thông báo cho sở tư pháp mai họp lúc 8h", "sẽ gửi đến 3 người và 1 nhóm (Sở Tư pháp)"},
		{"quản trị thông báo quá hạn mai họp lúc 8h", "sẽ gửi đến 3 người (đầu mối, lãnh đạo đơn vị có việc quá hạn)"},
	} {
		p := staffed(t)
		p.kept.follow(t, record.Subscription{Chat: 21, Agency: "so-y-te", Role: record.Leader, Standing: record.Approved, Person: record.Person{ID: 21}})
		p.set("2024-04-05")
		p.user = 9
		shown := p.hear(t, chat.Message{Text: tt.words})
		if !strings.Contains(shown, tt.preview) || !strings.Contains(shown, "| mai họp lúc 8h") {
			t.Errorf("%q shows %s", tt.words, shown)
		}
		p.hear(t, chat.Message{Text: "đồng ý gửi"})
		must(t, p.kept.MarkUnreachable(t.Context(), 8, "bot was blocked by the user"))
		result := p.hear(t, chat.Message{Action: p.action(t, "Xem kết quả")})
		if !strings.Contains(result, "“mai họp lúc 8h”") || !strings.Contains(result, "không nhận được: 1 người") {
			t.Errorf("the result of %q is %s", tt.words, result)
		}
	}
}
