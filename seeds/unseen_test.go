package seeds

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"cchcbot/seeds/plan"
)

type unseenDocument struct {
	name string
	data []byte
	want []string
}

// unseen are documents whose forms differ from one another in every way that
// the plans of strangers did: made up, and each with what a person reads in it,
// a task a line as "id|text|lead|support|product|begin|deadline|due dates".
var unseen = []unseenDocument{
	{"a ward, titles in other words, notes at the end", []byte(`ĐẢNG ỦY - UBND
PHƯỜNG LÂM VIÊN
Số: 31/KH-UBND
Lâm Viên, ngày 08 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính của phường Lâm Viên năm 2026
Căn cứ Kế hoạch số 12/KH-UBND ngày 02/01/2026 của UBND tỉnh;
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao chất lượng phục vụ.
II. NỘI DUNG
(Nhiệm vụ cụ thể tại Phụ lục kèm theo)
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND phường theo dõi chung.
2. Các phòng chuyên môn triển khai thực hiện./.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Bê
PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 31/KH-UBND ngày 08/01/2026)
Số TT	Đầu việc	Kết quả đầu ra	Bộ phận phụ trách	Phối hợp	Hạn hoàn thành	Ghi chú
A	LĨNH VỰC THỂ CHẾ
1	Rà soát văn bản	Báo cáo	Phòng Kinh tế	Công an phường	30/6/2026	Theo mẫu 1
2	Tuyên truyền pháp luật	Tin, bài	Phòng Văn hóa - Xã hội	Đoàn thanh niên	Hằng tháng, trước ngày 25
B	LĨNH VỰC THỦ TỤC
1	Niêm yết thủ tục	Bảng niêm yết	Trung tâm Phục vụ hành chính công	Văn phòng HĐND và UBND	Thứ Sáu hằng tuần
`), []string{
		"PL.A.1|Rà soát văn bản|Phòng Kinh tế|Công an phường|Báo cáo||30/6/2026|2026-06-30",
		"PL.A.2|Tuyên truyền pháp luật|Phòng Văn hóa - Xã hội|Đoàn thanh niên|Tin, bài||Hằng tháng, trước ngày 25|2026-01-25 … 12 … 2026-12-25",
		"PL.B.1|Niêm yết thủ tục|Trung tâm Phục vụ hành chính công|Văn phòng HĐND và UBND|Bảng niêm yết||Thứ Sáu hằng tuần|2026-01-02 … 52 … 2026-12-25",
	}},
	{"columns aligned by spaces, cells over several lines", []byte(`UBND TỈNH HÒA SƠN
Số: 88/KH-UBND
Hòa Sơn, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Chuyển đổi số năm 2026

PHỤ LỤC

TT     Nhiệm vụ                        Cơ quan chủ trì        Cơ quan phối hợp      Thời gian
1      Xây dựng kho dữ liệu dùng       Sở Khoa học và         Các sở, ban, ngành    Quý II/2026
       chung của tỉnh                  Công nghệ
2      Tập huấn kỹ năng số cho         Sở Nội vụ              Sở Khoa học và        Tháng 9/2026
       công chức                                              Công nghệ
3      Đánh giá an toàn thông tin      Công an tỉnh                                 Hằng quý
`), []string{
		"PL.1|Xây dựng kho dữ liệu dùng chung của tỉnh|Sở Khoa học và Công nghệ|Các sở, ban, ngành|||Quý II/2026|2026-06-30",
		"PL.2|Tập huấn kỹ năng số cho công chức|Sở Nội vụ|Sở Khoa học và Công nghệ|||Tháng 9/2026|2026-09-30",
		"PL.3|Đánh giá an toàn thông tin|Công an tỉnh||||Hằng quý|2026-03-31 2026-06-30 2026-09-30 2026-12-31",
	}},
	{"two header rows, general and specific tasks, begin and end", []byte(`UBND TỈNH BÌNH AN
Số: 15/QĐ-UBND
Bình An, ngày 20 tháng 12 năm 2025
QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2026
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính.
Điều 2. Quyết định có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 2.
CHỦ TỊCH
Lê Thị Xê
PHỤ LỤC I
STT	Nhiệm vụ		Trách nhiệm		Thời gian		Sản phẩm
	Nhiệm vụ chung	Nhiệm vụ cụ thể	Chủ trì	Phối hợp	Bắt đầu	Hoàn thành	
1	Cải cách thể chế	Lập danh mục văn bản	Sở Tư pháp	Sở Nội vụ	Tháng 01/2026	Tháng 3/2026	Danh mục
		Kiểm tra văn bản	Sở Tư pháp		Tháng 4/2026	15/12/2026	Báo cáo
2	Cải cách bộ máy	Sắp xếp đơn vị sự nghiệp	Sở Nội vụ	Sở Tài chính	Quý I/2026	Quý IV/2026	Đề án
PHỤ LỤC II
STT	Nội dung	Cơ quan thực hiện	Thời hạn
1	Công bố chỉ số	Sở Nội vụ	Quý I hằng năm
`), []string{
		"PLI.1.a|Lập danh mục văn bản|Sở Tư pháp|Sở Nội vụ|Danh mục|Tháng 01/2026|Tháng 3/2026|2026-03-31",
		"PLI.1.b|Kiểm tra văn bản|Sở Tư pháp||Báo cáo|Tháng 4/2026|15/12/2026|2026-12-15",
		"PLI.2.a|Sắp xếp đơn vị sự nghiệp|Sở Nội vụ|Sở Tài chính|Đề án|Quý I/2026|Quý IV/2026|2026-12-31",
		"PLII.1|Công bố chỉ số|Sở Nội vụ||||Quý I hằng năm|2026-03-31",
	}},
	{"narrative tasks with labels in one paragraph and on lines", []byte(`BỘ KINH TẾ SỐ
Số: 5/KH-BKTS
Hà Nội, ngày 03 tháng 02 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026 của Bộ Kinh tế số
I. MỤC TIÊU
Hiện đại hóa nền hành chính.
II. NHIỆM VỤ
1. Cải cách thể chế
a) Xây dựng nghị định về dữ liệu.
Đơn vị chủ trì: Bộ Tư pháp; đơn vị phối hợp: Bộ Công an; thời hạn: Quý III/2026; sản phẩm: Nghị định.
b) Sửa đổi thông tư về phí
- Cơ quan chủ trì thực hiện: Bộ Tài chính
- Phối hợp: Bộ Tư pháp
- Sản phẩm: Thông tư
- Hoàn thành: trước 30/11/2026
2. Cải cách tài chính công
Nhiệm vụ 1: Khoán chi
Chủ trì: Bộ Tài chính. Thời gian thực hiện: cả năm 2026.
`), []string{
		"II.1.a|Xây dựng nghị định về dữ liệu.|Bộ Tư pháp|Bộ Công an|Nghị định||Quý III/2026|2026-09-30",
		"II.1.b|Sửa đổi thông tư về phí|Bộ Tài chính|Bộ Tư pháp|Thông tư||trước 30/11/2026|2026-11-30",
		"II.2.1|Khoán chi|Bộ Tài chính||||cả năm 2026|2026-12-31",
	}},
	{"bars, upper-case titles, groups in one cell, codes with letters", []byte(`UBND HUYỆN ĐẠI LỘC
Số: 9/KH-UBND
Đại Lộc, ngày 02/01/2025
KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2025
PHỤ LỤC
| MÃ | NỘI DUNG CÔNG VIỆC | ĐƠN VỊ THỰC HIỆN | THỜI GIAN HOÀN THÀNH | SẢN PHẨM |
|:--:|---|---|---|---|
| I. CÔNG BỐ, CÔNG KHAI | | | | |
| TT-01 | Cập nhật cơ sở dữ liệu | Văn phòng HĐND và UBND huyện | Ngày 15/6, 15/12 | Dữ liệu |
| TT-02 | Niêm yết | UBND các xã, thị trấn | Thường xuyên | |
| II. ĐÁNH GIÁ | | | | |
| DG-01 | Khảo sát | Phòng Nội vụ | 02 lần/năm | Phiếu |
`), []string{
		"PL.I.TT-01|Cập nhật cơ sở dữ liệu|Văn phòng HĐND và UBND huyện||Dữ liệu||Ngày 15/6, 15/12|2025-06-15 2025-12-15",
		"PL.I.TT-02|Niêm yết|UBND các xã, thị trấn||||Thường xuyên|",
		"PL.II.DG-01|Khảo sát|Phòng Nội vụ||Phiếu||02 lần/năm|2025-06-30 2025-12-31",
	}},
	{"UTF-16, decomposed, no-break spaces, line breaks in cells", utf16LE(norm.NFD.String(strings.ReplaceAll(`UBND TỈNH BÌNH AN
Số: 21/KH-UBND
Bình An, ngày 9 tháng 01 năm 2026
KẾ HOẠCH
Hành động năm 2026
PHỤ LỤC
TT	Tên nhiệm vụ	Cơ quan, đơn vị chủ trì thực hiện	Cơ quan, đơn vị phối hợp thực hiện	Tiến độ
1	Cắt giảm
thủ tục	Sở Tư pháp
Sở Y tế	UBND cấp xã	Quý II+III/2026
2	Đối thoại	Sở Công Thương	Hiệp hội doanh nghiệp	6 tháng một lần
`, "Sở ", "Sở\u00a0"))), []string{
		"PL.1|Cắt giảm thủ tục|Sở Tư pháp / Sở Y tế|UBND cấp xã|||Quý II+III/2026|2026-09-30",
		"PL.2|Đối thoại|Sở Công Thương|Hiệp hội doanh nghiệp|||6 tháng một lần|2026-06-30 2026-12-31",
	}},
	{"a table in each section, numbers that run on", []byte(`UBND TỈNH BÌNH AN
Số: 33/KH-UBND
Bình An, ngày 9 tháng 01 năm 2026
KẾ HOẠCH
Phát triển kinh tế tập thể giai đoạn 2026 - 2030
I. MỤC TIÊU
1. Đến năm 2030 có 100 hợp tác xã.
II. NHIỆM VỤ VỀ THỂ CHẾ
TT	Nhiệm vụ	Chủ trì	Thời gian
1	Rà soát chính sách	Sở Tài chính	2026
2	Ban hành chính sách	Sở Tài chính	2027 - 2028
III. NHIỆM VỤ VỀ VỐN
TT	Nhiệm vụ	Chủ trì	Thời gian
3	Lập quỹ hỗ trợ	Liên minh Hợp tác xã tỉnh	Quý IV/2026
4	Tổng kết	Sở Tài chính	Tháng 6, 12 hằng năm
`), []string{
		"II.B.1|Rà soát chính sách|Sở Tài chính||||2026|2026-12-31",
		"II.B.2|Ban hành chính sách|Sở Tài chính||||2027 - 2028|2028-12-31",
		"III.B.3|Lập quỹ hỗ trợ|Liên minh Hợp tác xã tỉnh||||Quý IV/2026|2026-12-31",
		"III.B.4|Tổng kết|Sở Tài chính||||Tháng 6, 12 hằng năm|2026-06-30 2026-12-31",
	}},
	{"a page break inside rows, the header again, page numbers", []byte(`UBND TỈNH BÌNH AN
Số: 40/KH-UBND
Bình An, ngày 9 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
PHỤ LỤC
TT	Nhiệm vụ	Sản phẩm	Chủ trì	Phối hợp	Thời gian
1	Tổ chức hội nghị triển khai nhiệm vụ cải cách hành chính đến các	Hội nghị	Giám đốc Sở	Các sở,	Tháng

2
TT	Nhiệm vụ	Sản phẩm	Chủ trì	Phối hợp	Thời gian
	xã, phường		Nội vụ	ban, ngành	02/2026
2	Kiểm tra công vụ	- Kế hoạch - Kết luận	Chánh Thanh tra tỉnh	Sở Nội vụ	Đột xuất
`), []string{
		"PL.1|Tổ chức hội nghị triển khai nhiệm vụ cải cách hành chính đến các xã, phường|Giám đốc Sở Nội vụ|Các sở, ban, ngành|Hội nghị||Tháng 02/2026|2026-02-28",
		"PL.2|Kiểm tra công vụ|Chánh Thanh tra tỉnh|Sở Nội vụ|Kế hoạch / Kết luận||Đột xuất|",
	}},
	{"no letterhead, a table alone with its title", []byte(`PHỤ LỤC PHÂN CÔNG NHIỆM VỤ NĂM 2026
(Kèm theo Kế hoạch số 77/KH-SNV ngày 15 tháng 01 năm 2026 của Sở Nội vụ)
Nhiệm vụ	Người thực hiện	Người phối hợp	Hạn
Tham mưu kế hoạch thi đua	Phòng Tổ chức	Văn phòng Sở	T3/2026
Báo cáo cải cách hành chính	Văn phòng Sở	Các phòng	Quý, 6 tháng, năm
`), []string{
		"PL.1|Tham mưu kế hoạch thi đua|Phòng Tổ chức|Văn phòng Sở|||T3/2026|2026-03-31",
		"PL.2|Báo cáo cải cách hành chính|Văn phòng Sở|Các phòng|||Quý, 6 tháng, năm|2026-03-31 2026-06-30 2026-06-30 2026-09-30 2026-12-31 2026-12-31 2026-12-31",
	}},
	{"lead and support in one cell", []byte(`UBND TỈNH BÌNH AN
Số: 41/KH-UBND
Bình An, ngày 9 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
PHỤ LỤC
TT	Nhiệm vụ	Cơ quan chủ trì/phối hợp	Thời gian
1	Làm sạch dữ liệu	Chủ trì: Công an tỉnh; Phối hợp: Sở Tư pháp	Quý I/2026
2	Số hóa sổ hộ tịch	Sở Tư pháp chủ trì, phối hợp với Sở Y tế	Quý II/2026
`), []string{
		"PL.1|Làm sạch dữ liệu|Công an tỉnh|Sở Tư pháp|||Quý I/2026|2026-03-31",
		"PL.2|Số hóa sổ hộ tịch|Sở Tư pháp|Sở Y tế|||Quý II/2026|2026-06-30",
	}},
	{"a workbook: title above, merged cells, dates as dates", workbook(map[string]any{
		"A1": "UBND TỈNH BÌNH AN", "A2": "PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "A3": "(Kèm theo Kế hoạch số 50/KH-UBND ngày 12/01/2026 của UBND tỉnh)",
		"A5": "STT", "B5": "Nhiệm vụ", "C5": "Phân công", "E5": "Hạn xử lý", "F5": "Sản phẩm", "C6": "Chủ trì", "D6": "Phối hợp",
		"A7": "I", "B7": "Thể chế",
		"A8": 1, "B8": "Rà soát quy chế", "C8": "Sở Tư pháp", "D8": "Sở Nội vụ", "E8": "30/4/2026", "F8": "Quy chế",
		"A9": 2, "B9": "Tự kiểm tra", "E9": "Quý III/2026", "F9": "Biên bản",
	}, "A5:A6", "B5:B6", "C5:D5", "E5:E6", "F5:F6", "B7:F7", "C8:C9", "D8:D9"), []string{
		"PL.I.1|Rà soát quy chế|Sở Tư pháp|Sở Nội vụ|Quy chế||30/4/2026|2026-04-30",
		"PL.I.2|Tự kiểm tra|Sở Tư pháp|Sở Nội vụ|Biên bản||Quý III/2026|2026-09-30",
	}},
	{"a Word document: merged cells, tracked changes, automatic numbers", wordDocument(
		para("ỦY BAN NHÂN DÂN TỈNH BÌNH AN"), para("Số: 60/KH-UBND"), para("Bình An, ngày 5 tháng 01 năm 2026"), para("KẾ HOẠCH"), para("Cải cách hành chính năm 2026"), para("PHỤ LỤC"),
		`<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>`+
			row(cell("", "TT"), cell("", "Nhiệm vụ"), cell("", "Cơ quan chủ trì"), cell("", "Thời hạn"))+
			row(cell(`<w:gridSpan w:val="4"/>`, "I. Thể chế"))+
			row(number(), `<w:tc><w:p><w:r><w:t xml:space="preserve">Rà soát </w:t></w:r><w:del><w:r><w:delText>quy chế</w:delText></w:r></w:del><w:ins><w:r><w:t>thủ tục</w:t></w:r></w:ins></w:p></w:tc>`, cell(`<w:vMerge w:val="restart"/>`, "Sở Tư pháp"), cell("", "Quý I/2026"))+
			row(number(), cell("", "Công khai"), cell(`<w:vMerge/>`, ""), cell("", "Tháng 6/2026"))+`</w:tbl>`,
	), []string{
		"PL.I.1|Rà soát thủ tục|Sở Tư pháp||||Quý I/2026|2026-03-31",
		"PL.I.2|Công khai|Sở Tư pháp||||Tháng 6/2026|2026-06-30",
	}},
	{"the deadline and the product inside the lead's neighbour, narrow titles", []byte(`UBND TỈNH BÌNH AN
Số: 42/CTr-UBND
Bình An, ngày 9 tháng 01 năm 2026
CHƯƠNG TRÌNH
Hành động thực hiện Nghị quyết năm 2026
PHỤ LỤC 01: NHIỆM VỤ GIAO CÁC SỞ
Stt	Việc	CQ chủ trì	CQ phối hợp	Hạn	SP
01	Lập đề án	Sở Y tế	Sở Tài chính	15/3	Đề án
02	Trình đề án	Sở Y tế		15/9	Tờ trình
PHỤ LỤC 02: NHIỆM VỤ GIAO CÁC XÃ
Stt	Việc	CQ chủ trì	CQ phối hợp	Hạn	SP
01	Tổng điều tra	UBND các xã	Sở Tài chính	Từ 01/3 đến 30/4/2026	Số liệu
`), []string{
		"PL1.1|Lập đề án|Sở Y tế|Sở Tài chính|Đề án||15/3|2026-03-15",
		"PL1.2|Trình đề án|Sở Y tế||Tờ trình||15/9|2026-09-15",
		"PL2.1|Tổng điều tra|UBND các xã|Sở Tài chính|Số liệu||Từ 01/3 đến 30/4/2026|2026-04-30",
	}},
}

func TestUnseen(t *testing.T) {
	library := load(t)
	right, all := 0, 0
	for _, c := range slices.Concat(unseen, moreUnseen) {
		p, _, problems, err := library.Open("t", c.data, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		for _, lost := range dropped(t, c.data, p, problems) {
			t.Error(c.name, "dropped in line", lost)
		}
		var got []string
		for _, u := range p.Units {
			if u.Kind == plan.KindTask {
				got = append(got, strings.ReplaceAll(strings.Join([]string{
					u.ID, u.Text, u.Lead, u.Support, u.Product, u.Begin, u.Deadline.Words, dueOf(u.Deadline),
				}, "|"), "\n", " / "))
			}
		}
		all += len(c.want)
		for i, w := range c.want {
			if i < len(got) && got[i] == w {
				right++
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", c.name, diff, problems)
		}
	}
	t.Logf("%d of %d tasks are right in every field", right, all)
}

func utf16LE(s string) []byte {
	data := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		data = append(data, byte(u), byte(u>>8))
	}
	return data
}

// workbook makes a file of cells and merged ranges.
func workbook(cells map[string]any, merged ...string) []byte {
	book := excelize.NewFile()
	for name, value := range cells {
		if err := book.SetCellValue("Sheet1", name, value); err != nil {
			panic(err)
		}
	}
	for _, m := range merged {
		from, to, _ := strings.Cut(m, ":")
		if err := book.MergeCell("Sheet1", from, to); err != nil {
			panic(err)
		}
	}
	var data bytes.Buffer
	if err := book.Write(&data); err != nil {
		panic(err)
	}
	return data.Bytes()
}

const wordNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// wordDocument makes a file of the elements of a body.
func wordDocument(body ...string) []byte {
	var data bytes.Buffer
	archive := zip.NewWriter(&data)
	for name, content := range map[string]string{
		"word/document.xml":  `<w:document ` + wordNames + `><w:body>` + strings.Join(body, "") + `</w:body></w:document>`,
		"word/numbering.xml": `<w:numbering ` + wordNames + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
	} {
		part, err := archive.Create(name)
		if err == nil {
			_, err = part.Write([]byte(content))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := archive.Close(); err != nil {
		panic(err)
	}
	return data.Bytes()
}

func para(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func row(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }

func cell(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + para(text) + `</w:tc>`
}

func number() string {
	return `<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc>`
}
