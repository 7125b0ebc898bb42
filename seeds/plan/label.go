package plan

import (
	"fmt"
	"regexp"
	"strings"
)

// documentKinds tells the kind of a document by the letters of its number,
// "KH" in "310/KH-UBND".
var documentKinds = []struct{ letters, kind string }{
	{"QĐ", decisionKind},
	{"KH", "Kế hoạch"},
	{"NQ", "Nghị quyết"},
	{"CT", "Chỉ thị"},
	{"CTr", "Chương trình"},
	{"ĐA", "Đề án"},
}

// decisionKind is the kind that is abbreviated where it is cited.
const decisionKind = "Quyết định"

// KindOf is the kind of document that a number tells: "Kế hoạch" for
// "310/KH-UBND", "Văn bản" where it does not tell.
func KindOf(number string) string {
	_, form, _ := strings.Cut(number, "/")
	if year, rest, ok := strings.Cut(form, "/"); ok && strings.Trim(year, "0123456789") == "" {
		form = rest // "12/2024/NQ-HĐND"
	}
	letters, _, _ := strings.Cut(form, "-")
	for _, k := range documentKinds {
		if k.letters == letters {
			return k.kind
		}
	}
	return "Văn bản"
}

// Name is how a sentence calls the document: "Quyết định 6004/QĐ-UBND",
// "Kế hoạch số 310/KH-UBND".
func (p *Plan) Name() string {
	switch kind := p.kind(); {
	case p.Number == "":
		return kind + " (chưa có số)"
	case kind == decisionKind:
		return kind + " " + p.Number
	default:
		return kind + " số " + p.Number
	}
}

// Label cites the document in few words: "QĐ 6004/QĐ-UBND", "Kế hoạch số
// 310/KH-UBND".
func (p *Plan) Label() string {
	if p.kind() == decisionKind && p.Number != "" {
		return "QĐ " + p.Number
	}
	return p.Name()
}

func (p *Plan) kind() string {
	if p.Kind != "" {
		return p.Kind
	}
	return KindOf(p.Number)
}

// Label cites a document of which the number alone is known.
func Label(number string) string { return (&Plan{Number: number}).Label() }

// NameWithNumber writes the kind of a document out before its number: "Quyết
// định số 6004/QĐ-UBND".
func NameWithNumber(number string) string { return KindOf(number) + " số " + number }

// Period says for which years the plan is: "năm 2024", "giai đoạn 2026 - 2030".
func (p *Plan) Period() string {
	if p.Until > p.Year {
		return fmt.Sprintf("giai đoạn %d - %d", p.Year, p.Until)
	}
	return fmt.Sprintf("năm %d", p.Year)
}

// CoversYear reports whether a year is one of those that the plan is for.
func (p *Plan) CoversYear(year int) bool { return p.Year <= year && year <= max(p.Year, p.Until) }

// Subject is what the plan is about, as a sentence goes on after "nhiệm vụ" or
// "kế hoạch": " cải cách hành chính", " chuyển đổi số"; "" where the title tells
// it in no few words.
func (p *Plan) Subject() string {
	if strings.Contains(Fold(p.Title), "cai cach hanh chinh") {
		return " cải cách hành chính"
	}
	title := strings.TrimSpace(subjectEnd.ReplaceAllString(subjectLead.ReplaceAllString(strings.ToLower(p.Title), ""), ""))
	if words := len(strings.Fields(title)); words < 2 || words > mostSubject {
		return ""
	}
	return " " + title
}

// mostSubject is the most words of a subject.
const mostSubject = 6

var (
	subjectLead = regexp.MustCompile(`^(?:(?:về việc|ban hành|kế hoạch|chương trình|thực hiện|triển khai|công tác|nhiệm vụ|về)\s+)+`)
	subjectEnd  = regexp.MustCompile(`\s+(?:trên địa bàn|trong|của|năm|giai đoạn|tại|đến năm|theo|ban hành kèm)(?:\s.*)?$`)
)

// IssuerShort calls the committee that issued the plan by its level: "UBND
// Thành phố", "UBND xã"; "" for another issuer.
func (p *Plan) IssuerShort() string {
	name, ok := strings.CutPrefix(Fold(p.Issuer), "uy ban nhan dan ")
	if !ok {
		return ""
	}
	for _, level := range []struct{ folded, name string }{
		{"thanh pho ", "Thành phố"}, {"tinh ", "tỉnh"}, {"xa ", "xã"}, {"phuong ", "phường"}, {"quan ", "quận"}, {"huyen ", "huyện"}, {"dac khu ", "đặc khu"},
	} {
		if strings.HasPrefix(name, level.folded) {
			return "UBND " + level.name
		}
	}
	return ""
}
