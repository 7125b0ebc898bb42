package question

import (
	"slices"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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
	if n := utf8.RuneCountInString(q.Text); n > mostRunes {
		t.Errorf("%d characters were read", n)
	}
	checkQuestion(t, q)
}
