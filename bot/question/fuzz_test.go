package question

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"cchcbot/bot/question/noise"
)

// mostTime is what reading may take on a slow and busy machine: a question
// takes far less, and time grows no faster than the text, which is cut.
const mostTime = 5 * time.Second

// FuzzRead: whatever bytes are asked, a Question comes out in time, in NFC, and
// its parts fit together.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"dân khỏi nộp lại giấy tờ cũ, chỉ tiêu bao nhiêu",
		"dieu 2 qd 6004 hieu luc tu khi nao",
		"cục thuế hải quan phải lập kế hoahc cchc trong bao nhiêu ngày",
		"mục bảy chấm mười lăm phụ lục là việc gì ai chủ trì",
		"Quyết định 28/2018/QĐ-TTg và Nghị định 30/2020 là căn cứ cho nhiệm vụ nào?",
		"hài lòng tthc đât đai xây dưng bao nhiêu %",
		"Em ở UBND Quận 3, bài viết tuyên truyền hàng quý gửi về đâu vậy?",
		"quý II, III năm hai ngàn hai bốn có gì đến hạn, sắp đến hạn, t13, q9/2024",
		"soos hoas so61 hoa1 tinhgianbienche đvị", "So\u0302\u0301 hoa\u0301", "\xff\u0301\u200b%%%", "điều điều mục mục số số 1.2.3.4.5",
		"phường xã thị trấn đặc khu uỷ ban nhân dân phường 1 2 3", "năm không năm 520 hai nghìn không trăm lẻ", "PL.1.14 III.3.9 CC.1",
		"quý I, V.3.1", "quý I - V", "quý I, V", "tháng 10, 11 và 13", "từ tháng 5 đến tháng 3", "sau lễ 30/4", "quý lll", "31/4/2024", "6 tháng báo cáo một lần", "nhóm", "mảng có mấy", "phần 99", "ngoài trừ sở nội vụ chủ trì phối hợp với",
		"thứ", "ngày", "mùng", "quý 1 quý", "trước trước trước", "N\u200bg\u00ad", "T\u00ad ph¸p ph¶i lµm g×", "[10:32, 12/03/2024] : ", "chủ trì chủ trì phối hợp", "nửa đầu năm sau", "đầu tháng", "tuần cuối quý",
	} {
		f.Add(text)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		q := r.Read(text, spring)
		if took := time.Since(start); took > mostTime {
			t.Errorf("%q took %v", text, took)
		}
		checkQuestion(t, q)
		again := r.Read(text, spring)
		if again.Intent != q.Intent || understood(again) != understood(q) {
			t.Errorf("%q is read as %s %q, then as %s %q", text, q.Intent, understood(q), again.Intent, understood(again))
		}
	})
}

// checkQuestion sees to what holds of every Question.
func checkQuestion(t *testing.T, q Question) {
	t.Helper()
	if !utf8.ValidString(q.Text) || !norm.NFC.IsNormalString(q.Text) {
		t.Errorf("text %+q", q.Text)
	}
	if !slices.Contains(everyIntent, q.Intent) {
		t.Errorf("%q: intent %q", q.Text, q.Intent)
	}
	if q.Topical() && !q.Worded() {
		t.Errorf("%q: a topic without words", q.Text)
	}
	checkComposed(t, q)
	if q.Window != nil && (q.Window.From.Compare(q.Window.To) > 0 || q.Window.Label == "") {
		t.Errorf("%q: window %+v", q.Text, q.Window)
	}
	for _, term := range q.Query.Terms {
		if term.Folded == "" || term.Emphasis < 0 || term.Emphasis > 1 || !norm.NFC.IsNormalString(term.Toned) {
			t.Errorf("%q: term %+v", q.Text, term)
		}
	}
	for _, a := range q.Query.Alternatives {
		if a.From < 0 || a.From >= a.To || a.To > len(q.Query.Terms) || len(a.Words) == 0 {
			t.Errorf("%q: alternative %+v of %d terms", q.Text, a, len(q.Query.Terms))
		}
	}
	for _, p := range q.Places {
		if p.Section == "" && p.Number == "" || p.Words == "" {
			t.Errorf("%q: place %+v", q.Text, p)
		}
	}
	for _, d := range q.Documents {
		if d.Number == "" {
			t.Errorf("%q: document %+v", q.Text, d)
		}
	}
	for _, c := range q.Corrections {
		if c.Typed == "" || c.Read == "" {
			t.Errorf("%q: correction %+v", q.Text, c)
		}
	}
	if q.Agency != nil && q.Agency.ID == "" && q.Agency.Name == "" || q.Speaker != nil && q.Speaker.ID == "" && q.Speaker.Name == "" {
		t.Errorf("%q: an agency without a name", q.Text)
	}
}

// checkComposed sees to what holds of the composed part of every Question.
func checkComposed(t *testing.T, q Question) {
	t.Helper()
	if len(q.Asks) == 0 {
		t.Errorf("%q asks nothing", q.Text)
	}
	for _, w := range q.About.Windows {
		if w.Label == "" || w.known() && w.From.Compare(w.To) > 0 {
			t.Errorf("%q: window %+v", q.Text, w)
		}
	}
	for _, p := range q.About.Parties {
		if p.Agency == nil && !p.Own {
			t.Errorf("%q: a party that is nobody", q.Text)
		}
	}
	for _, term := range q.About.Topic {
		if term.Folded == "" || term.Emphasis <= 0 || term.Emphasis > 1 {
			t.Errorf("%q: topic %+v", q.Text, term)
		}
	}
	if e := q.Expects; (e.Thing == ThingAny) != (e.Words == "") {
		t.Errorf("%q expects %+v", q.Text, e)
	}
}

// FuzzSplit: the parts of a message are texts of their own, and an act that is read
// fits together.
func FuzzSplit(f *testing.F) {
	for _, text := range []string{"ai chủ trì số hóa hồ sơ và hạn nộp bài viết khi nào", "chữ ký số ai làm, còn thư điện tử thì sao", "a?b?c", "đã nộp 1.14 quý 5", "nhắc lại 1.14 -1 ngày", "còn , và ; ?", "nộp hôm", "đã từ ngày"} {
		f.Add(text)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		parts := Split(text)
		if len(parts) == 0 {
			t.Errorf("%q has no parts", text)
		}
		for _, p := range parts {
			if !utf8.ValidString(p) {
				t.Errorf("part %+q of %+q", p, text)
			}
		}
		a := r.Read(text, spring).Act
		if a == nil {
			return
		}
		if a.Kind == "" {
			t.Errorf("%q does nothing", text)
		}
		for _, target := range a.Items {
			for _, w := range target.Periods {
				if !w.known() {
					t.Errorf("%q: period %+v", text, w)
				}
			}
		}
	})
}

var everyIntent = []Intent{
	Responsibility, Owner, Support, Deadline, Product, Target, Contact, Clause, Citation, Due, Search, Help, None,
}

// A message of any length is read, up to what a question needs.
func TestLongText(t *testing.T) {
	t.Parallel()
	long := ""
	for len(long) < 1<<16 {
		long += "ai chủ trì số hóa hồ sơ thủ tục hành chính "
	}
	start := time.Now()
	q := ask(t, long)
	if took := time.Since(start); took > mostTime {
		t.Errorf("took %v", took)
	}
	if n := utf8.RuneCountInString(q.Text); n > noise.MostRunes {
		t.Errorf("%d characters were read", n)
	}
	checkQuestion(t, q)
	for _, unit := range []string{"và ", "quý I, ", "1.14, ", "10:30 ", "> ", "[1] ", "1) ", "@a ", "a.b@c.d ", "T\u00ad ", "nhóm ", "không có hạn ", "Nguyễn Lan: ", "l", "ai làm gì và ai nộp gì, "} {
		text := strings.Repeat(unit, 4096)[:4096]
		start := time.Now()
		Split(text)
		checkQuestion(t, ask(t, text))
		if took := time.Since(start); took > mostTime {
			t.Errorf("%q took %v", unit, took)
		}
	}
}
