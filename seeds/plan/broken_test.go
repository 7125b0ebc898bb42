package plan

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample is a small document without a problem.
const sample = `**ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH**
Số: **12/QĐ-UBND**
Thành phố Hồ Chí Minh, ngày 5 tháng 1 năm 2026
QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2026
CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH
Căn cứ Luật Tổ chức chính quyền địa phương;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
Nơi nhận:
- Như Điều 2;
**CHỦ TỊCH**
Nguyễn Văn An
KẾ HOẠCH
Cải cách hành chính năm 2026
(Ban hành kèm theo Quyết định số 12/QĐ-UBND)
I. MỤC TIÊU
1. Nâng cao chất lượng¹.
2. Giảm thời gian.
¹ Theo Nghị quyết.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ: tổng hợp.
Các cơ quan phản ánh về Sở Nội vụ./.
Phụ lục
CÁC NHIỆM VỤ
STT	Nhiệm vụ	Sản phẩm	Cơ quan chủ trì	Cơ quan phối hợp	Thời gian hoàn thành
1	Thể chế				
1.1	Ban hành danh mục	Quyết định	Giám đốc Sở Nội vụ		Trong năm 2026
1.2	Theo dõi	Báo cáo	Giám đốc Sở Nội vụ		Hàng quý`

// broken documents are the sample with one place changed.
var broken = []struct {
	name     string
	old, new string
	want     []string
}{
	{"whole", "", "", nil},
	{"no number", "Số: **12/QĐ-UBND**\n", "", []string{
		"t.txt:30: the document ends without its number",
	}},
	{"impossible date", "ngày 5 tháng 1", "ngày 35 tháng 1", []string{
		`t.txt:4: date of issue: date "2026-01-35": want YYYY-MM-DD`,
		"t.txt:31: the document ends without its date of issue",
	}},
	{"stray line in the letterhead", "QUYẾT ĐỊNH\nBan", "Bản sao\nQUYẾT ĐỊNH\nBan", []string{
		`t.txt:5: a line that belongs to no unit: "Bản sao"`,
	}},
	{"no year", "chính năm 2026\nCHỦ", "chính\nCHỦ", []string{
		"t.txt:31: the document ends without its year in its subject",
	}},
	{"gap between articles", "Điều 2. Quyết", "Điều 3. Quyết", []string{
		"t.txt:11: Điều 3 comes after Điều 1",
	}},
	{"article twice", "Điều 2. Quyết", "Điều 1. Quyết", []string{
		"t.txt:11: Điều 1 comes after Điều 1",
		"t.txt:11: D1 is there twice, first in line 10",
	}},
	{"no signature", "**CHỦ TỊCH**\nNguyễn Văn An\n", "", []string{
		"t.txt:29: the document ends without its signature",
	}},
	{"two names", "Nguyễn Văn An", "Nguyễn Văn An\nTrần Thị Bình", []string{
		`t.txt:16: a line that belongs to no unit: "Trần Thị Bình"`,
	}},
	{"stray line after the plan's title", "12/QĐ-UBND)\n", "12/QĐ-UBND)\nMột dòng lạc.\n", []string{
		`t.txt:19: a line that belongs to no unit: "Một dòng lạc."`,
	}},
	{"gap between items", "2. Giảm", "3. Giảm", []string{"t.txt:21: I.3 comes after 1"}},
	{"item twice", "2. Giảm", "1. Giảm", []string{"t.txt:21: I.1 is there twice, first in line 20"}},
	{"items start late", "1. Nâng cao chất lượng¹.\n", "", []string{
		"t.txt:20: I.2 comes after the start",
		"t.txt:21: footnote 1 has no mark in the text",
	}},
	{"gap between sections", "II. TỔ CHỨC", "III. TỔ CHỨC", []string{"t.txt:23: section III comes after I"}},
	{"unknown section", "I. MỤC TIÊU", "I. LỜI NÓI ĐẦU", []string{
		`t.txt:19: a section with an unknown title: "LỜI NÓI ĐẦU"`,
	}},
	{"footnote without a mark", "1. Nâng cao chất lượng¹.", "1. Nâng cao chất lượng.", []string{
		"t.txt:22: footnote 1 has no mark in the text",
	}},
	{"mark without a footnote", "gian.\n", "gian².\n", []string{
		"t.txt:21: I.2 refers to footnote 2, which is not there",
	}},
	{"footnote out of order", "¹ Theo", "³ Theo", []string{
		"t.txt:20: I.1 refers to footnote 1, which is not there",
		"t.txt:22: footnote 3 is out of order",
		"t.txt:22: footnote 3 has no mark in the text",
	}},
	{"footnote twice", "¹ Theo Nghị quyết.\n", "¹ Theo Nghị quyết.\n¹ Theo Chỉ thị.\n", []string{
		"t.txt:23: footnote 1 is out of order",
		"t.txt:23: footnote 1 is there twice",
	}},
	{"no appendix title", "Phụ lục\nCÁC NHIỆM VỤ\n", "", []string{
		"t.txt:26: a table before the title of the appendix",
	}},
	{"no table header", "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành\n", "", []string{
		"t.txt:28: a table row before the header of the table",
	}},
	{"unknown column", "\tSản phẩm", "\tGhi chú", []string{
		`t.txt:28: column 3 of the table has an unknown title: "Ghi chú"`,
	}},
	{"cell too few", "\tHàng quý", "", []string{"t.txt:31: a table row with 5 cells instead of 6"}},
	{"cell too many", "Trong năm 2026", "\tTrong năm 2026", []string{
		"t.txt:30: a table row with 7 cells instead of 6",
	}},
	{"gap between rows", "1.2\tTheo", "1.3\tTheo", []string{"t.txt:31: PL.1.3 comes after 1.1"}},
	{"row twice", "1.2\tTheo", "1.1\tTheo", []string{"t.txt:31: PL.1.1 is there twice, first in line 30"}},
	{"unreadable row number", "1.2\tTheo", "1,2\tTheo", []string{
		`t.txt:31: a table row whose number cannot be read: "1,2"`,
	}},
	{"rest of no row", "1\tThể chế\t", "\tThể chế\t", []string{
		"t.txt:29: a table row without a number, and no row to go on",
		"t.txt:30: PL.1.1 comes after the start",
	}},
	{"no lead", "Báo cáo\tGiám đốc Sở Nội vụ", "Báo cáo\t", []string{"t.txt:31: PL.1.2 has no lead agency"}},
	{"row without cells", "Báo cáo\tGiám đốc Sở Nội vụ\t\tHàng quý", "\t\t\t", []string{
		"t.txt:31: PL.1.2 has no cells, and nothing stands under it",
	}},
	{"row without text", "1.2\tTheo dõi", "1.2\t", []string{"t.txt:31: PL.1.2 has no text"}},
	{"line after the table", "Hàng quý", "Hàng quý\nGhi chú cuối bảng", []string{
		`t.txt:32: a line that belongs to no unit: "Ghi chú cuối bảng"`,
	}},
	{"not UTF-8", "Theo dõi", "Theo d\xffi", []string{"t.txt:31: bytes that are not UTF-8"}},
	{"control character", "Theo dõi", "Theo\x00dõi", []string{"t.txt:31: control characters"}},
}

func TestBrokenDocuments(t *testing.T) {
	t.Parallel()
	for _, c := range broken {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			text := strings.Replace(sample, c.old, c.new, 1)
			if text == sample && c.old != "" {
				t.Fatalf("%q is not in the sample", c.old)
			}
			p, problems := Parse(Source{Name: "t.txt", Text: text}, realRegister(), nil)
			var got []string
			for _, problem := range problems {
				got = append(got, problem.String())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if len(p.Units) < 12 {
				t.Errorf("only %d units were read", len(p.Units))
			}
		})
	}
}

// Form without meaning: line ends, byte order mark, composition, page
// numbers, form feeds.
func TestSameDocumentInOtherForms(t *testing.T) {
	t.Parallel()
	want, _ := Parse(Source{Name: "t.txt", Text: sample}, realRegister(), nil)
	for name, text := range map[string]string{
		"CRLF":            strings.ReplaceAll(sample, "\n", "\r\n"),
		"byte order mark": "\ufeff" + sample,
		"decomposed":      decomposed(sample),
		"no-break spaces": strings.ReplaceAll(sample, " ", "\u00a0"),
		"last newline":    sample + "\n",
	} {
		got, problems := Parse(Source{Name: "t.txt", Text: text}, realRegister(), nil)
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
	paged := strings.ReplaceAll(sample, "\nII.", "\n\f\n12\nII.")
	if _, problems := Parse(Source{Name: "t.txt", Text: paged}, realRegister(), nil); len(problems) > 0 {
		t.Errorf("page break: %v", problems)
	}
}

// However many errata a cut text misses, that is one problem.
func TestErrataThatMatchNoMore(t *testing.T) {
	t.Parallel()
	_, problems := Parse(Source{Name: "t.txt", Text: sample}, nil, []Erratum{
		{Unit: "I.2", Scanned: "Tăng", Corrected: "Giảm", Reason: "a"},
		{Unit: "I.9", Scanned: "Tăng", Corrected: "Giảm", Reason: "a"},
		{Unit: "PL.1.3", Scanned: "Tăng", Corrected: "Giảm", Reason: "a"},
		{Unit: "I.9", Scanned: "Giữ", Corrected: "Giảm", Reason: "a"},
	})
	want := []Problem{
		{File: "t.txt", Line: 0, Message: "units that errata are listed for are not there, is the text cut? I.9, PL.1.3"},
		{File: "t.txt", Line: 21, Message: `erratum "Tăng" does not match the words of I.2`},
	}
	if diff := cmp.Diff(want, problems); diff != "" {
		t.Error(diff)
	}
	if got := want[0].String(); got != "t.txt:1: units that errata are listed for are not there, is the text cut? I.9, PL.1.3" {
		t.Error(got)
	}
}

// What a cell says about time or about parties and cannot be understood is
// reported, and its words are kept.
func TestCellsThatCannotBeUnderstood(t *testing.T) {
	t.Parallel()
	text := strings.Replace(sample, "Giám đốc Sở Nội vụ\t\tHàng quý", "Bà hàng xóm\t\tMai kia mốt nọ", 1)
	p, problems := Parse(Source{Name: "t.txt", Text: text}, realRegister(), nil)
	if len(problems) != 2 {
		t.Fatalf("problems %v, want 2", problems)
	}
	for i, start := range []string{"t.txt:31: PL.1.2, lead: ", "t.txt:31: PL.1.2, deadline: "} {
		if !strings.HasPrefix(problems[i].String(), start) {
			t.Errorf("problem %v, want %s…", problems[i], start)
		}
	}
	u, _ := p.Unit("PL.1.2")
	if u.Lead != "Bà hàng xóm" || len(u.Parties) != 1 || u.Parties[0].Via != ViaOutside {
		t.Errorf("lead %q, parties %+v", u.Lead, u.Parties)
	}
	if want := (Deadline{Words: "Mai kia mốt nọ", Kind: DeadlineNone}); !cmp.Equal(u.Deadline, want) {
		t.Errorf("deadline %+v, want %+v", u.Deadline, want)
	}
}

// What can be understood of a cell counts although the rest cannot.
func TestDeadlineUnderstoodInPart(t *testing.T) {
	t.Parallel()
	p, problems := Parse(Source{Name: "t.txt", Text: sample + "; Mai kia mốt nọ"}, realRegister(), nil)
	if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), "t.txt:31: PL.1.2, deadline: ") {
		t.Errorf("problems %v", problems)
	}
	u, _ := p.Unit("PL.1.2")
	if u.Deadline.Kind != DeadlineQuarterly || len(u.Deadline.Occurrences) != 4 || u.Deadline.Words != "Hàng quý; Mai kia mốt nọ" {
		t.Errorf("deadline %+v", u.Deadline)
	}
}

// A number used twice loses no words, and ids stay unique.
func TestItemTwiceKeepsItsWords(t *testing.T) {
	t.Parallel()
	p, _ := Parse(Source{Name: "t.txt", Text: strings.Replace(sample, "2. Giảm", "1. Giảm", 1)}, nil, nil)
	u, ok := p.Unit("I.1~2")
	if !ok || u.Text != "Giảm thời gian." || u.Number != "1" {
		t.Errorf("found %v: %+v", ok, u)
	}
}

// Of two documents in one file the first is read whole.
func TestTwoDocumentsGlued(t *testing.T) {
	t.Parallel()
	one, _ := Parse(Source{Name: "t.txt", Text: sample}, realRegister(), nil)
	two, problems := Parse(Source{Name: "t.txt", Text: sample + "\n" + sample}, realRegister(), nil)
	if diff := cmp.Diff(one.Units, two.Units); diff != "" {
		t.Error(diff)
	}
	want := []Problem{{File: "t.txt", Line: 34, Message: "a second document starts here and is not read: a file holds one plan"}}
	if diff := cmp.Diff(want, problems); diff != "" {
		t.Error(diff)
	}
}

// A document that ends early keeps what came before.
func TestTruncated(t *testing.T) {
	t.Parallel()
	lines := strings.Split(sample, "\n")
	for n := range lines {
		p, problems := Parse(Source{Name: "t.txt", Text: strings.Join(lines[:n], "\n")}, realRegister(), nil)
		if len(problems) == 0 && n < 28 {
			t.Errorf("after %d lines: no problem", n)
		}
		if n >= 11 && len(p.Units) < 3 {
			t.Errorf("after %d lines: %d units", n, len(p.Units))
		}
	}
}
