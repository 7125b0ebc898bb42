package remind

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
)

// What the store gives back is found again: a milestone, what recurs after the
// plan's year, and what stands for the whole year.
func TestRestore(t *testing.T) {
	t.Parallel()
	p := planner()
	for _, name := range []string{"Sở Tư pháp", "UBND phường Bến Nghé"} {
		library := embedded()
		a, known := library.Register.Ward(name)
		if !known {
			a = agency(t, name)
		}
		for _, owed := range p.Occurrences(Subscription{Agency: a, Supports: true}, date(t, "2024-01-01"), date(t, "2026-12-31")) {
			back, ok := p.Restore(owed.Kept())
			if !ok || back.Kept().Key() != owed.Kept().Key() || back.Agency.Name != a.Name {
				t.Errorf("%s is restored as %s, %v", owed.Kept().Key(), back.Kept().Key(), ok)
			}
		}
	}
	article := kept(t, p, "PL.1.14", "2024-03-31")
	for name, spoil := range map[string]func(*record.Occurrence){
		"an agency of no register": func(o *record.Occurrence) { o.Agency = "so-mat-trang" },
		"a unit of no plan":        func(o *record.Occurrence) { o.Unit = "PL.99" },
		"a plan that is gone":      func(o *record.Occurrence) { o.Plan = "1/QĐ-UBND" },
		"another agency's":         func(o *record.Occurrence) { o.Agency = "UBND phường Bến Nghé" },
	} {
		o := article
		spoil(&o)
		if back, ok := p.Restore(o); ok {
			t.Errorf("%s: restored as %s", name, back.Kept().Key())
		}
	}
}

// A newer plan takes the year over; what was kept under the older one is found.
func TestRestoreUnderAPlanThatWasReplaced(t *testing.T) {
	t.Parallel()
	older, newer := madeUp(t, 2024, "Hàng quý"), madeUp(t, 2025, "Hàng quý")
	newer.Number = "2/QĐ-UBND"
	before := plannerOver(DefaultLadder(), older)
	o := before.Occurrences(Subscription{Agency: agency(t, "Sở Tư pháp")}, date(t, "2025-03-31"), date(t, "2025-03-31"))[0].Kept()
	back, ok := plannerOver(DefaultLadder(), older, newer).Restore(o)
	if !ok || back.Plan.Number != "1/QĐ-UBND" {
		t.Errorf("restored under %q, %v", back.Plan.Number, ok)
	}
}

// The text is written by hand: what is overdue comes first, what was settled
// keeps its place and says by whom, and the late digest says so.
const catchUpText = `Nhắc việc cải cách hành chính: Sở Tư pháp
Tin gửi bù: gồm cả việc lẽ ra đã nhắc từ ngày 29/03/2024.

Quá hạn (2 việc)
1.14. Hàng quý gửi ít nhất 01 bài viết/mô hình/sản phẩm tuyên truyền hiệu quả về công tác CCHC có chất lượng gửi về Ban Chỉ đạo CCHC Thành phố (cchc.snv@tphcm.gov.vn) (Quý I, hạn 31/03/2024)
   ✓ Đã nộp: Nguyễn Thị Lan, 03/04/2024 (Công văn 12)
3.17. 100% phản ánh, kiến nghị của cá nhân, tổ chức về quy định, thủ tục hành chính được tiếp nhận, xử lý, trả lời và công khai kết quả trả lời trên Cổng Dịch vụ… (Quý I, hạn 31/03/2024)
   Sản phẩm: Cơ quan, đơn vị xử lý 100% phản ánh, kiến nghị và cập nhật kết quả trả lời trên Cổng Dịch vụ công quốc gia; Văn phòng Ủy ban nhân dân Thành phố theo dõi, đôn…
   Nguồn: Phụ lục, STT 3.17 - QĐ 6004/QĐ-UBND

Căn cứ: Quyết định số 6004/QĐ-UBND (kế hoạch năm 2024).`

func TestTold(t *testing.T) {
	t.Parallel()
	p := planner()
	article, answers := kept(t, p, "PL.1.14", "2024-03-31"), kept(t, p, "PL.3.17", "2024-03-31")
	article.State, article.By, article.Note = record.Done, record.Person{ID: 7, Name: "Nguyễn Thị Lan"}, "Công văn 12"
	article.At = time.Date(2024, 4, 2, 18, 0, 0, 0, time.UTC) // in Vietnam it is the 3rd
	d := record.Digest{Chat: 7, Day: date(t, "2024-04-03"), Late: true, Nudges: []record.Nudge{
		{Occurrence: article, Rung: "late1", Day: date(t, "2024-04-03")},
		{Occurrence: answers, Rung: "last", Day: date(t, "2024-03-29"), Covered: true},
		{Occurrence: answers, Rung: "late1", Day: date(t, "2024-04-03")},
	}}
	if diff := cmp.Diff(catchUpText, p.Told(d).Text().Plain()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A leader reads first how much is overdue. What was done since is not counted,
// and where nothing is overdue any more there is nothing to report.
func TestLeadersRead(t *testing.T) {
	t.Parallel()
	p := planner()
	leader := someone("so-tu-phap", record.Leader)
	leader.Through = date(t, "2024-04-03")
	d, _ := p.Draw(leader, date(t, "2024-04-04"), record.Known{}) // 1.14, 2.3, 2.4, 3.17, 5.16 and 6.3
	title := func() string { return p.Told(d).Text()[0].Plain() }
	if want := "Kính báo cáo lãnh đạo: Sở Tư pháp có 6 việc quá hạn, chưa báo hoàn thành"; title() != want {
		t.Errorf("got %q, want %q", title(), want)
	}
	d.Nudges[0].Occurrence.State = record.Done
	if want := "Kính báo cáo lãnh đạo: Sở Tư pháp có 5 việc quá hạn, chưa báo hoàn thành"; title() != want {
		t.Errorf("one is done: got %q, want %q", title(), want)
	}
	for i := range d.Nudges {
		d.Nudges[i].Occurrence.State = record.Done
	}
	if want := "Nhắc việc cải cách hành chính: Sở Tư pháp"; title() != want {
		t.Errorf("all is done: got %q, want %q", title(), want)
	}
}

// Who leads many agencies reads how many have something overdue.
func TestLeadersOfManyRead(t *testing.T) {
	t.Parallel()
	p := planner()
	var leader record.Recipient
	for _, id := range []string{"so-tu-phap", "so-xay-dung", "so-tai-chinh", "so-y-te"} {
		r := someone(id, record.Leader)
		leader.Preferences, leader.Subscriptions = r.Preferences, append(leader.Subscriptions, r.Subscriptions...)
	}
	leader.Through = date(t, "2024-07-03")
	d, _ := p.Draw(leader, date(t, "2024-07-04"), record.Known{})
	// Each owes the article of the second quarter and its answers to complaints.
	d.Nudges = slices.DeleteFunc(d.Nudges, func(n record.Nudge) bool { return n.Occurrence.Unit != "PL.1.14" })
	want := "Kính báo cáo lãnh đạo: 4 đơn vị có 4 việc quá hạn, chưa báo hoàn thành"
	if got := p.Told(d).Text()[0].Plain(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The quarter's overview leaves out what the digest asks for: 3.17 is quarterly
// and stands in the overview as a duty on an event, too, and 5.16 is overdue.
func TestOverviewsLeaveOutWhatIsAskedFor(t *testing.T) {
	t.Parallel()
	p := planner()
	focal := someone("so-tu-phap", record.FocalPerson)
	focal.Through = date(t, "2024-03-28")
	d, _ := p.Draw(focal, date(t, "2024-04-02"), record.Known{})
	told := p.Told(d)
	text := told.Text().Plain()
	if want := "\nNgoài ra: 31 việc trong năm, thường xuyên, khi phát sinh."; !strings.Contains(text, want) {
		t.Errorf("the text lacks %q:\n%s", want, text)
	}
	for _, n := range told.Overviews() {
		if n.Unit.ID == "PL.3.17" || n.Unit.ID == "PL.5.16" {
			t.Errorf("%s is asked for, and kept in mind too", n.Unit.ID)
		}
	}
}
