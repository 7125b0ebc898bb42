package seeds

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"cchcbot/seeds/plan"
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

// broken documents are the sample with one place changed, and what an official is
// told of it.
var broken = []struct {
	name     string
	old, new string
	want     []string
}{
	{"whole", "", "", nil},
	{"no number", "Số: **12/QĐ-UBND**\n", "", nil}, // the plan under the decision names it
	{"no number at all", "12/QĐ-UBND", "…/QĐ-UBND", []string{"t.txt:1: văn bản không có số, ký hiệu"}},
	{"impossible date", "ngày 5 tháng 1", "ngày 35 tháng 1", []string{"t.txt:1: văn bản không có ngày ban hành"}},
	{"no year", "chính năm 2026\nCHỦ", "chính\nCHỦ", nil}, // that of the issue is taken, and keeps the plan out of force
	{"gap between articles", "Điều 2. Quyết", "Điều 3. Quyết", []string{"t.txt:11: Điều 3: đứng ngay sau Điều 1, có thể thiếu Điều 2"}},
	{"article twice", "Điều 2. Quyết", "Điều 1. Quyết", []string{"t.txt:11: Điều 1: số này đã có ở trên"}},
	{"gap between items", "2. Giảm", "3. Giảm", []string{"t.txt:21: mục I.3: đứng ngay sau mục I.1, có thể thiếu mục I.2"}},
	{"item twice", "2. Giảm", "1. Giảm", []string{"t.txt:21: mục I.1.b: số này đã có ở trên"}},
	{"items start late", "1. Nâng cao chất lượng¹.\n", "", []string{
		"t.txt:20: mục I.2: đứng đầu, có thể thiếu mục I.1",
		"t.txt:21: chú thích 1 không có dấu trong văn bản",
	}},
	{"gap between sections", "II. TỔ CHỨC", "III. TỔ CHỨC", []string{"t.txt:23: mục III: đứng ngay sau mục I, có thể thiếu mục II"}},
	{"footnote without a mark", "1. Nâng cao chất lượng¹.", "1. Nâng cao chất lượng.", []string{"t.txt:22: chú thích 1 không có dấu trong văn bản"}},
	{"mark without a footnote", "gian.\n", "gian².\n", []string{"t.txt:21: mục I.2: có dấu chú thích 2 nhưng không có lời chú thích"}},
	{"unknown column", "\tSản phẩm", "\tMàu sắc", []string{"t.txt:28: chưa rõ cột “Màu sắc” ghi gì"}},
	{"cell too few", "\tHàng quý", "", nil}, // an empty cell at the end, as editors cut it
	{"cell too many", "Trong năm 2026", "\tTrong năm 2026", []string{"t.txt:30: Phụ lục, STT 1.1: dòng có nhiều ô hơn số cột của bảng: “Trong năm 2026”"}},
	{"gap between rows", "1.2\tTheo", "1.3\tTheo", []string{"t.txt:31: Phụ lục, STT 1.3: đứng ngay sau Phụ lục, STT 1.1, có thể thiếu 1.2"}},
	{"row twice", "1.2\tTheo", "1.1\tTheo", []string{"t.txt:31: Phụ lục, STT 1.1: số này đã có ở trên"}},
	{"unreadable row number", "1.2\tTheo", "1,2\tTheo", []string{"t.txt:31: không đọc được số thứ tự “1,2” của bảng"}},
	{"no lead", "Báo cáo\tGiám đốc Sở Nội vụ", "Báo cáo\t", []string{"t.txt:31: Phụ lục, STT 1.2: không ghi cơ quan chủ trì"}},
	{"row without text", "1.2\tTheo dõi", "1.2\t", []string{"t.txt:31: Phụ lục, STT 1.2: không ghi nội dung nhiệm vụ"}},
	{"line after the table", "Hàng quý", "Hàng quý\nGhi chú cuối bảng", []string{"t.txt:32: chưa rõ dòng này thuộc mục nào: “Ghi chú cuối bảng”"}},
	{"unknown agency", "Báo cáo\tGiám đốc Sở Nội vụ", "Báo cáo\tGiám đốc Sở Mây Trời", []string{"t.txt:31: Phụ lục, STT 1.2: cơ quan chủ trì không có trong danh bạ: “Giám đốc Sở Mây Trời”"}},
	{"unclear deadline", "Hàng quý", "Mai kia mốt nọ", []string{"t.txt:31: Phụ lục, STT 1.2: chưa hiểu thời hạn “Mai kia mốt nọ”"}},
	{"deadline unclear in part", "Hàng quý", "Hàng quý; Mai kia mốt nọ", []string{"t.txt:31: Phụ lục, STT 1.2: chưa hiểu thời hạn “Mai kia mốt nọ”"}},
}

func openSample(t *testing.T, library *Library, text string) (*plan.Plan, []string) {
	t.Helper()
	p, _, problems, err := library.Open("t.txt", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, problem := range problems {
		told = append(told, problem.String())
	}
	return p, told
}

func TestBrokenDocuments(t *testing.T) {
	t.Parallel()
	library := load(t)
	for _, c := range broken {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			text := strings.Replace(sample, c.old, c.new, 1)
			if c.name == "no number at all" {
				text = strings.ReplaceAll(sample, c.old, c.new)
			}
			if text == sample && c.old != "" {
				t.Fatalf("%q is not in the sample", c.old)
			}
			p, problems := openSample(t, library, text)
			if diff := cmp.Diff(c.want, problems); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if len(p.Units) < 12 {
				t.Errorf("only %d units were read", len(p.Units))
			}
		})
	}
}

// Form without meaning: line ends, byte order mark, composition, page numbers,
// form feeds.
func TestSameDocumentInOtherForms(t *testing.T) {
	t.Parallel()
	library := load(t)
	want, _ := openSample(t, library, sample)
	for name, text := range map[string]string{
		"CRLF":            strings.ReplaceAll(sample, "\n", "\r\n"),
		"byte order mark": "\ufeff" + sample,
		"decomposed":      norm.NFD.String(sample),
		"no-break spaces": strings.ReplaceAll(sample, " ", "\u00a0"),
		"last newline":    sample + "\n",
	} {
		got, problems := openSample(t, library, text)
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
	if _, problems := openSample(t, library, strings.ReplaceAll(sample, "\nII.", "\n\f\n12\nII.")); len(problems) > 0 {
		t.Errorf("page break: %v", problems)
	}
}

// Of two documents in one file the first is read, and the other told.
func TestTwoDocumentsGlued(t *testing.T) {
	t.Parallel()
	library := load(t)
	one, _ := openSample(t, library, sample)
	two, problems := openSample(t, library, sample+"\n"+sample)
	if diff := cmp.Diff(one.Units, two.Units); diff != "" {
		t.Error(diff)
	}
	want := []string{"t.txt:34: từ đây là một văn bản khác, chưa được đọc: mỗi tệp chỉ gồm một kế hoạch"}
	if diff := cmp.Diff(want, problems); diff != "" {
		t.Error(diff)
	}
}

// A document that ends early keeps what came before, and tells that it is not
// whole.
func TestTruncated(t *testing.T) {
	t.Parallel()
	library := load(t)
	lines := strings.Split(sample, "\n")
	for n := 1; n < 29; n++ {
		p, problems := openSample(t, library, strings.Join(lines[:n], "\n"))
		if len(problems) == 0 || !p.Incomplete {
			t.Errorf("after %d lines: %v, incomplete %v", n, problems, p.Incomplete)
		}
		if n >= 11 && len(p.Units) < 3 {
			t.Errorf("after %d lines: %d units", n, len(p.Units))
		}
	}
}

// However many errata a cut text misses, that is one problem.
func TestErrataThatMatchNoMore(t *testing.T) {
	t.Parallel()
	library := load(t)
	library.own["12/QĐ-UBND"] = own{errata: []plan.Erratum{
		{Unit: "I.2", Scanned: "Tăng", Corrected: "Giảm", Reason: "a"},
		{Unit: "I.9", Scanned: "Tăng", Corrected: "Giảm", Reason: "a"},
		{Unit: "PL.1.3", Scanned: "Tăng", Corrected: "Giảm", Reason: "a"},
		{Unit: "I.9", Scanned: "Giữ", Corrected: "Giảm", Reason: "a"},
	}}
	_, problems := openSample(t, library, sample)
	want := []string{
		"t.txt:1: văn bản bị thiếu? Có đính chính cho những mục không có trong văn bản: I.9, PL.1.3",
		"t.txt:21: mục I.2: đính chính cho “Tăng” không khớp với văn bản",
	}
	if diff := cmp.Diff(want, problems); diff != "" {
		t.Error(diff)
	}
}
