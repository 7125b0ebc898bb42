package seeds

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchcbot/seeds/block"
	"cchcbot/seeds/document"
	"cchcbot/seeds/plan"
)

// opened lists the tasks of a document as "id|number|text|lead|support|product|
// deadline".
func opened(t *testing.T, data []byte) (tasks []string, p *plan.Plan, problems []plan.Problem) {
	t.Helper()
	library := load(t)
	p, _, problems, err := library.Open("t", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range p.Units {
		if u.Kind == plan.KindTask {
			tasks = append(tasks, strings.ReplaceAll(strings.Join([]string{
				u.ID, u.Number, u.Text, u.Lead, u.Support, u.Product, u.Deadline.Words,
			}, "|"), "\n", " / "))
		}
	}
	return tasks, p, problems
}

const provinceHead = `ỦY BAN NHÂN DÂN
TỈNH BÌNH AN
Số: 7/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình An, ngày 5 tháng 01 năm 2026
KẾ HOẠCH
Chuyển đổi số năm 2026
I. MỤC TIÊU
1. Nâng cao chất lượng.
`

// documents of clearly different form, and the tasks that a person reads in
// them.
var otherForms = []struct {
	name, text string
	want       []string
}{
	{"other titles, two header rows, begin and end", provinceHead + `PHỤ LỤC
TT	Nội dung công việc	Đơn vị		Thời gian thực hiện		Kết quả, sản phẩm
		Đầu mối	Phối hợp	Bắt đầu	Kết thúc	
(1)	(2)	(3)	(4)	(5)	(6)	(7)
A	Hạ tầng số
1	Nâng cấp mạng	Sở Xây dựng	Sở Y tế	Quý I/2026	Quý II/2026	Báo cáo
2	Mua máy	Sở Y tế		Tháng 1/2026	Tháng 3/2026	Máy
B	Dữ liệu
1	Số hóa	Sở Tư pháp	Các sở, ban, ngành	2026	2026	Kho dữ liệu
`, []string{
		"PL.A.1|1|Nâng cấp mạng|Sở Xây dựng|Sở Y tế|Báo cáo|Quý II/2026",
		"PL.A.2|2|Mua máy|Sở Y tế||Máy|Tháng 3/2026",
		"PL.B.1|1|Số hóa|Sở Tư pháp|Các sở, ban, ngành|Kho dữ liệu|2026",
	}},
	{"no numbers, lead before task", provinceHead + `PHỤ LỤC
Cơ quan thực hiện	Nhiệm vụ	Thời hạn
Sở Nội vụ	Xây dựng vị trí việc làm	30/6/2026
Sở Tư pháp	Rà soát văn bản	Quý IV/2026
`, []string{
		"PL.1|1|Xây dựng vị trí việc làm|Sở Nội vụ|||30/6/2026",
		"PL.2|2|Rà soát văn bản|Sở Tư pháp|||Quý IV/2026",
	}},
	{"restarting numbers and a shared one", provinceHead + `PHỤ LỤC
STT	Nhiệm vụ	Sản phẩm	Chủ trì	Phối hợp	Thời gian
I. Thể chế					
1	Việc A	QĐ	Sở Tư pháp	Sở Y tế	Quý I/2026
	Việc B		Sở Nội vụ		
II. Thủ tục					
1	Việc C	QĐ	Sở Y tế		Quý II/2026
`, []string{
		"PL.I.1|1|Việc A|Sở Tư pháp|Sở Y tế|QĐ|Quý I/2026",
		"PL.I.1.b|1|Việc B|Sở Nội vụ|||",
		"PL.II.1|1|Việc C|Sở Y tế||QĐ|Quý II/2026",
	}},
	{"two appendices", provinceHead + `PHỤ LỤC 1
STT	Nhiệm vụ	Chủ trì	Thời gian
1	Việc A	Sở Tư pháp	Quý I/2026
PHỤ LỤC 2
STT	Nhiệm vụ	Chủ trì	Thời gian
1	Việc B	Sở Y tế	Quý II/2026
`, []string{
		"PL1.1|1|Việc A|Sở Tư pháp|||Quý I/2026",
		"PL2.1|1|Việc B|Sở Y tế|||Quý II/2026",
	}},
	{"labelled lines", provinceHead + `II. NHIỆM VỤ
1. Rà soát thủ tục hành chính
- Cơ quan chủ trì: Sở Nội vụ.
- Đơn vị phối hợp: các sở, ban, ngành.
- Thời hạn: trước 30/6/2026.
2. Tuyên truyền. Cơ quan chủ trì: Sở Tư pháp; Thời gian thực hiện: Quý II/2026.
`, []string{
		"II.1|1|Rà soát thủ tục hành chính|Sở Nội vụ|các sở, ban, ngành||trước 30/6/2026",
		"II.2|2|Tuyên truyền.|Sở Tư pháp|||Quý II/2026",
	}},
	{"line breaks inside cells", provinceHead + "PHỤ LỤC\nSTT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\n" +
		"1\tViệc A\nrất dài\tSở Tư pháp\tSở Y tế\nSở Nội vụ\tQuý I/2026\n2\tViệc B\tSở Y tế\t\tQuý II/2026\n", []string{
		"PL.1|1|Việc A rất dài|Sở Tư pháp|Sở Y tế / Sở Nội vụ||Quý I/2026",
		"PL.2|2|Việc B|Sở Y tế|||Quý II/2026",
	}},
	{"upright bars", provinceHead + `PHỤ LỤC
| TT | Tên nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |
|----|------|------|------|
| 1 | Việc A | Sở Tư pháp | Quý I/2026 |
| 2 | Việc B | Sở Y tế | Quý II/2026 |
`, []string{
		"PL.1|1|Việc A|Sở Tư pháp|||Quý I/2026",
		"PL.2|2|Việc B|Sở Y tế|||Quý II/2026",
	}},
	{"a table inside a section", provinceHead + `II. NHIỆM VỤ
TT	Hoạt động	Đơn vị thực hiện	Tiến độ
1	Việc A	Sở Tư pháp	Quý I/2026
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ: tổng hợp.
`, []string{"II.B.1|1|Việc A|Sở Tư pháp|||Quý I/2026"}},
	{"codes", provinceHead + `PHỤ LỤC
Mã nhiệm vụ	Nhiệm vụ	Cơ quan chủ trì	Hoàn thành
KH20_TT_N01.1	Việc A	Sở Tư pháp	Quý I/2026
KH20_TT_N01.2	Việc B	Sở Y tế	Quý II/2026
`, []string{
		"PL.KH20_TT_N01.1|KH20_TT_N01.1|Việc A|Sở Tư pháp|||Quý I/2026",
		"PL.KH20_TT_N01.2|KH20_TT_N01.2|Việc B|Sở Y tế|||Quý II/2026",
	}},
}

func TestOpenOtherForms(t *testing.T) {
	for _, c := range otherForms {
		t.Run(c.name, func(t *testing.T) {
			got, p, problems := opened(t, []byte(c.text))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("tasks (-want +got):\n%s\n%v", diff, problems)
			}
			if p.Number != "7/KH-UBND" || p.Year != 2026 || p.Issued.String() != "2026-01-05" || p.Incomplete {
				t.Errorf("%s of %v for %d, incomplete %v", p.Number, p.Issued, p.Year, p.Incomplete)
			}
		})
	}
}

func TestOpenWorkbook(t *testing.T) {
	book := excelize.NewFile()
	for cell, value := range map[string]any{
		"A1": "UBND TỈNH BÌNH AN", "A2": "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026 (kèm theo Kế hoạch số 7/KH-UBND ngày 5/1/2026)",
		"A4": "TT", "B4": "Nhiệm vụ", "C4": "Cơ quan chủ trì", "D4": "Thời hạn",
		"A5": 1, "B5": "Việc A", "C5": "Sở Tư pháp", "D5": "Quý I/2026",
		"A6": 2, "B6": "Việc B", "D6": "30/6/2026",
	} {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.MergeCell("Sheet1", "C5", "C6"); err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if err := book.Write(&data); err != nil {
		t.Fatal(err)
	}
	got, p, problems := opened(t, data.Bytes())
	want := []string{"PL.1|1|Việc A|Sở Tư pháp|||Quý I/2026", "PL.2|2|Việc B|Sở Tư pháp|||30/6/2026"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tasks (-want +got):\n%s\n%v", diff, problems)
	}
	if p.Number != "7/KH-UBND" || p.Year != 2026 || p.Issued.String() != "2026-01-05" {
		t.Errorf("%s of %v for %d", p.Number, p.Issued, p.Year)
	}
}

func TestOpenRefuses(t *testing.T) {
	library := load(t)
	for name, c := range map[string]struct {
		data string
		want block.Refusal
	}{
		"nothing":      {" \n", block.Empty},
		"pdf":          {"%PDF-1.7 …", block.PDF},
		"old office":   {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 …", block.OldWord},
		"encrypted":    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", block.Encrypted},
		"broken":       {"PK\x03\x04 cut", block.Broken},
		"picture":      {"\x89PNG …", block.Unknown},
		"much too big": {strings.Repeat("a", 21<<20), block.TooBig},
	} {
		_, _, _, err := library.Open(name, []byte(c.data), Options{})
		var refused *block.Error
		if !errors.As(err, &refused) || refused.Reason != c.want || refused.Sentence() == "" {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// What is not understood, missing or announced keeps a plan out of force until
// a person lets it pass.
func TestBlockers(t *testing.T) {
	library := load(t)
	text := strings.Replace(provinceHead, "năm 2026\nI.", "\nI.", 1) + `II. NHIỆM VỤ
(Chi tiết tại Phụ lục kèm theo)
TT	Nhiệm vụ	Cơ quan chủ trì	Thời hạn	Cột lạ
1	Việc A	Bà hàng xóm	Mai mốt	x
`
	p, profile, problems, err := library.Open("t", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	kinds := func(waved document.Waved) string {
		var all []string
		for _, b := range document.Blockers(p, profile, problems, waved) {
			all = append(all, strings.TrimSpace(string(b.Kind)+" "+b.Unit))
		}
		return strings.Join(all, ", ")
	}
	if got := kinds(nil); got != "year, column, lead II.B.1, deadline II.B.1" {
		t.Error(got)
	}
	if got := kinds(document.Waved{"II.B.1": {document.BlockLead, document.BlockDeadline}}); got != "year, column" {
		t.Error(got)
	}
}

// One register does not serve every issuer.
func TestRegistersOfIssuers(t *testing.T) {
	library := load(t)
	register, err := library.registerOf("Ủy ban nhân dân tỉnh Đồng Tháp", []plan.Agency{{ID: "ban-x", Name: "Ban Quản lý Dự án X"}})
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]string{
		"Công an tỉnh":                    "cong-an-tinh",
		"Sở Văn hóa, Thể thao và Du lịch": "so-van-hoa-the-thao-va-du-lich",
		"Bộ CHQS tỉnh":                    "bo-chi-huy-quan-su-tinh",
		"Ban Quản lý Dự án X":             "ban-x",
	} {
		parties, err := register.ParseParties(cell, plan.RoleLead)
		if err != nil || len(parties) != 1 || parties[0].Agency != want {
			t.Errorf("%s: %+v, %v", cell, parties, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	library := load(f)
	for _, c := range otherForms {
		f.Add([]byte(c.text))
	}
	for _, c := range slices.Concat(unseen, moreUnseen) {
		f.Add(c.data)
	}
	for _, lost := range []string{ // each dropped words once
		"TT\tChủ trì\nụ\t\t\tệ\tAĐ", "\tviệC\tThời giAn\n0Aư\t0", "000ỆĐᕻ\t0\nviệC\tThời giAn\t0",
	} {
		f.Add([]byte(lost))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, profile, problems, err := library.Open("f", data, Options{})
		if err != nil {
			return
		}
		seen := map[string]bool{"": true}
		for _, u := range p.Units {
			if seen[u.ID] || len(u.Lines) == 0 || u.Place() == "" {
				t.Errorf("id %q, lines %v, place %q", u.ID, u.Lines, u.Place())
			}
			if !seen[u.Heading] {
				t.Errorf("%s stands under %q, which does not come before it", u.ID, u.Heading)
			}
			seen[u.ID] = true
		}
		document.Blockers(p, profile, problems, nil)
		for _, lost := range dropped(t, data, p, problems) {
			t.Error("dropped in line", lost)
		}
	})
}
