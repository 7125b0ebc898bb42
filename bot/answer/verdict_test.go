package answer

import (
	"context"
	"slices"
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/seeds/plan"
)

// TestVerdict asks what cells of the appendix decide, each read by hand, and
// what they do not.
func TestVerdict(t *testing.T) {
	t.Parallel()
	a := testAnswerer(t)
	tourism, ok := a.Register.Agency("so-du-lich")
	if !ok {
		t.Fatal("no Sở Du lịch")
	}
	for _, test := range []struct{ asked, want string }{
		// 2.3: led by Sở Tư pháp alone, supported by departments and districts.
		{"Sở Tư pháp chủ trì nhiệm vụ 2.3 phải không", "Đúng. Sở Tư pháp chủ trì nhiệm vụ 2.3."},
		{"so tu phap co chu tri nhiem vu 2.3 khong", "Đúng. Sở Tư pháp chủ trì nhiệm vụ 2.3."},
		{"Sở Tài chính chủ trì nhiệm vụ 2.3 đúng không", "Không. Sở Tài chính phối hợp thực hiện (theo khối sở, ban, ngành), không chủ trì nhiệm vụ 2.3."},
		{"đơn vị em có chủ trì nhiệm vụ 2.3 không", "Không. Sở Du lịch phối hợp thực hiện (theo khối sở, ban, ngành), không chủ trì nhiệm vụ 2.3."},
		{"Công an Thành phố có phối hợp nhiệm vụ 2.3 không", "Không. Công an Thành phố không phối hợp thực hiện nhiệm vụ 2.3."},
		// A group as a whole: only a yes is sure, part of it may be meant.
		{"quận huyện có phải phối hợp nhiệm vụ 2.3 không", "Đúng. quận, huyện, thành phố Thủ Đức phối hợp thực hiện nhiệm vụ 2.3."},
		{"quận huyện có chủ trì nhiệm vụ 2.3 không", ""},
		// 3.8: Sở Nội vụ supports by name, and departments lead: both are printed.
		{"Sở Nội vụ có chủ trì nhiệm vụ 3.8 không", ""},
		{"Sở Nội vụ có phối hợp nhiệm vụ 3.8 không", "Đúng. Sở Nội vụ phối hợp thực hiện nhiệm vụ 3.8."},
		// 7.7 names nobody who supports: that is silence, not a no.
		{"Sở Nội vụ có phối hợp nhiệm vụ 7.7 không", ""},
		// 2.5 has "sở, ngành có liên quan".
		{"Sở Y tế có chủ trì nhiệm vụ 2.5 không", ""},
		// 3.10: "Quý I năm 2024".
		{"nhiệm vụ 3.10 hạn là quý I phải không", "Đúng. Thời hạn ghi trong văn bản: Quý I năm 2024."},
		{"nhiệm vụ 3.10 hạn là quý II phải không", "Không. Thời hạn ghi trong văn bản: Quý I năm 2024."},
		{"nhiệm vụ 3.10 hạn trước quý II phải không", ""},
		{"nhiệm vụ 3.10 hạn là tháng 2 phải không", ""},
		// 1.14: "Hàng quý"; 1.1: "Khi có phát sinh"; 3.8: "Trong năm 2024".
		{"nhiệm vụ 1.14 hạn là quý III đúng không", "Đúng. Thời hạn ghi trong văn bản: Hàng quý."},
		{"nhiệm vụ 1.1 hạn là quý III đúng không", ""},
		// What an agency does about a topic: 3.8 is led by the districts as a group.
		{"Số hóa hồ sơ thì Quận 1 làm gì?", "Nhiệm vụ 3.8: UBND Quận 1 chủ trì (theo khối quận, huyện, thành phố Thủ Đức)."},
		// The "không" is no quarter: what is asked is no time.
		{"đơn vị em có phải gửi bài viết hàng quý không", ""},
		{"don vi em co phai gui bai viet hang quy khong", ""},
		{"nhiệm vụ 3.8 hạn là quý IV đúng không", ""},
		// Not asked so that yes or no would be sure.
		{"Sở Tư pháp hay Sở Nội vụ chủ trì nhiệm vụ 2.3, phải không", ""},
		{"Sở Tư pháp chủ trì, Sở Nội vụ phối hợp nhiệm vụ 2.3 phải không", ""},
		{"Sở Tài chính chủ trì nhiệm vụ 2.3 được không", ""},
		{"ai chủ trì nhiệm vụ 2.3", ""},
		{"mục III.3.6 Sở Tư pháp chủ trì phải không", ""},
		{"Sở Tài chính không chủ trì số hóa hồ sơ phải không", ""},
		// Without yes or no: which part an agency has.
		{"nhiệm vụ 1.14 sở y tế", "Nhiệm vụ 1.14: Sở Y tế chủ trì (theo khối sở, ban, ngành)."},
		{"nhiệm vụ 2.3 công an thành phố", "Nhiệm vụ 2.3 không giao cho Công an Thành phố."},
	} {
		answer, err := a.Answer(context.Background(), test.asked, dialog.Situation{Now: spring, Agency: &tourism})
		if err != nil {
			t.Fatal(err)
		}
		if got := (chat.Text{answer.YesNo}).Plain(); got != test.want {
			t.Errorf("%q: %q, want %q", test.asked, got, test.want)
		}
		if test.want != "" && !strings.HasPrefix(answer.Text.Plain(), test.want) {
			t.Errorf("%q: the answer begins otherwise:\n%s", test.asked, answer.Text.Plain())
		}
	}
}

// TestVerdictOfHeirs: what a former agency led is no "no" for the one that took
// over.
func TestVerdictOfHeirs(t *testing.T) {
	t.Parallel()
	answer, err := testAnswerer(t).Answer(context.Background(), "Sở Khoa học và Công nghệ có chủ trì nhiệm vụ 1.13 không", dialog.Situation{Now: at("2026-03-05")})
	if err != nil {
		t.Fatal(err)
	}
	if words := (chat.Text{answer.YesNo}).Plain(); strings.HasPrefix(words, wordNo) {
		t.Errorf("verdict %q", words)
	}
}

// TestVerdictsAreTrue asks of every task and every agency whether it leads, and
// holds each yes and each no to the parties of the row.
func TestVerdictsAreTrue(t *testing.T) {
	t.Parallel()
	a := testAnswerer(t)
	said := map[string]int{}
	for _, u := range a.Plan().Units {
		if u.Kind != plan.KindTask {
			continue
		}
		q := a.Reader.Read("Sở Nội vụ chủ trì nhiệm vụ "+u.Number+" phải không", spring)
		for _, agency := range a.Register.Agencies() {
			verdict := a.partYesNo(q, u, agency, Answer{Units: []Found{{Unit: u, Score: 1}}}, spring)
			if len(verdict.Spans) == 0 {
				continue
			}
			word := verdict.Spans[0].Words
			said[word]++
			leads := false
			for _, p := range u.Parties {
				named := p.Via == plan.ViaNamed && p.Agency == agency.ID
				grouped := p.Via == plan.ViaGroup && !p.Conditional && inGroup(agency, p.Group)
				leads = leads || p.Role == plan.RoleLead && (named || grouped)
			}
			if leads != (word == wordYes) {
				t.Errorf("%s, %s: %s", u.ID, agency.ID, verdict.Plain())
			}
		}
	}
	if said[wordYes] == 0 || said[wordNo] == 0 {
		t.Errorf("said %v", said)
	}
}

func inGroup(a plan.Agency, group string) bool { return slices.Contains(a.Groups, group) }
