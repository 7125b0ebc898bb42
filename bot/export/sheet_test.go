package export

import (
	"bytes"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchcbot/seeds/plan"
)

// open reads a workbook back.
func open(t testing.TB, file []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatalf("not a workbook: %v", err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// shown are the cells of the first sheet, as a reader sees them.
func shown(t testing.TB, file []byte) [][]string {
	t.Helper()
	return shownOn(t, file, 0)
}

// shownOn are the cells of a sheet.
func shownOn(t testing.TB, file []byte, sheet int) [][]string {
	t.Helper()
	book := open(t, file)
	sheets := book.GetSheetList()
	if len(sheets) <= sheet {
		t.Fatalf("sheets %q, want one more", sheets)
	}
	rows, err := book.GetRows(sheets[sheet])
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestSheetHoldsARowADueDate(t *testing.T) {
	t.Parallel()
	file, err := Sheet(justiceHeading(t), justiceDuties(t))
	if err != nil {
		t.Fatal(err)
	}
	const (
		article = "Hàng quý gửi ít nhất 01 bài viết/mô hình/sản phẩm tuyên truyền hiệu quả về công tác CCHC có chất lượng gửi về Ban Chỉ đạo CCHC Thành phố (cchc.snv@tphcm.gov.vn)"
		again   = "Hàng quý gửi ít nhất 01 bài viết/mô hình/sản phẩm tuyên…"
		deliver = "Bài viết, mô hình, sản phẩm\nGửi về: Ban Chỉ đạo CCHC Thành phố (cchc.snv@tphcm.gov.vn)"
		review  = "Kiểm tra, rà soát, hệ thống hóa VBQPPL năm 2024"
	)
	columns := []string{"STT", "Vị trí", "Nhiệm vụ", "Vai trò", "Sản phẩm", "Kỳ", "Hạn", "Trạng thái", "Ngày nộp", "Người báo", "Ghi chú"}
	want := [][]string{
		{"NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024"},
		{"Cơ quan, đơn vị: Sở Tư pháp"},
		{"Căn cứ: Quyết định số 6004/QĐ-UBND ngày 29/12/2023 của Ủy ban nhân dân Thành phố Hồ Chí Minh"},
		{"Ngày xuất: 18/04/2024"},
		nil,
		columns,
		{"1", "Phụ lục, STT 1.14", article, "Chủ trì (theo khối)", deliver, "Quý I năm 2024", "31/03/2024", "Đã nộp", "20/03/2024", "Nguyễn Thị Lan", "đã gửi thư ngày 20/3"},
		{"2", "Phụ lục, STT 1.14", again, "Chủ trì (theo khối)", deliver, "Quý II năm 2024", "30/06/2024", "Chưa nộp"},
		{"3", "Phụ lục, STT 1.14", again, "Chủ trì (theo khối)", deliver, "Quý III năm 2024", "30/09/2024", "Chưa đến kỳ"},
		{"4", "Phụ lục, STT 1.14", again, "Chủ trì (theo khối)", deliver, "Quý IV năm 2024", "31/12/2024", "Chưa đến kỳ"},
		{"5", "Phụ lục, STT 2.3", review, "Chủ trì", "trình và triển khai Kế hoạch", "Quý I năm 2024", "31/03/2024", "Quá hạn"},
		{"6", "Phụ lục, STT 2.3", review, "Chủ trì", "Các sản phẩm còn lại", "tháng 10 năm 2024", "31/10/2024", "Chưa đến kỳ"},
	}
	if diff := cmp.Diff(want, shown(t, file)); diff != "" {
		t.Error(diff)
	}
	supports := append([][]string{{"NHIỆM VỤ PHỐI HỢP NĂM 2024"}}, want[1:5]...)
	supports = append(supports, columns,
		[]string{"1", "Phụ lục, STT 1.1", "Kiện toàn Ban Chỉ đạo và Tổ Công tác Ban Chỉ đạo CCHC Thành phố", "Phối hợp (theo khối)", "Quyết định", "Khi có phát sinh"},
		[]string{"2", "mục V.3.1", "Định kỳ báo cáo", "Phối hợp", "", "Quý I năm 2024", "31/03/2024", "Không phải thực hiện"},
	)
	if diff := cmp.Diff(supports, shownOn(t, file, 1)); diff != "" {
		t.Error(diff)
	}
}

func TestDatesAreDates(t *testing.T) {
	t.Parallel()
	file, err := Sheet(justiceHeading(t), justiceDuties(t))
	if err != nil {
		t.Fatal(err)
	}
	book := open(t, file)
	raw, err := book.GetCellValue("Nhiệm vụ", "G7", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if raw != "45382" { // days since 30/12/1899
		t.Errorf("31/03/2024 is kept as %q, want 45382", raw)
	}
}

// What makes a sheet good to read and to print.
func TestSheetIsSetUp(t *testing.T) {
	t.Parallel()
	file, err := Sheet(justiceHeading(t), justiceDuties(t))
	if err != nil {
		t.Fatal(err)
	}
	book := open(t, file)
	const name = "Nhiệm vụ"
	panes, err := book.GetPanes(name)
	if err != nil || !panes.Freeze || panes.YSplit != 6 || panes.TopLeftCell != "A7" {
		t.Errorf("panes %+v, %v, want the six rows above A7 frozen", panes, err)
	}
	layout, err := book.GetPageLayout(name)
	if err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		t.Errorf("layout %+v, %v, want A4 across, one page wide", layout, err)
	}
	names := map[string]string{}
	for _, n := range book.GetDefinedName() {
		if n.Scope == name {
			names[n.Name] = n.RefersTo
		}
	}
	if got, want := names["_xlnm.Print_Titles"], "'Nhiệm vụ'!$6:$6"; got != want {
		t.Errorf("repeated rows %q, want %q", got, want)
	}
	if got, want := names["_xlnm._FilterDatabase"], "'Nhiệm vụ'!$A$6:$K$12"; got != want {
		t.Errorf("filtered %q, want %q", got, want)
	}
	footer, err := book.GetHeaderFooter(name)
	if err != nil || !strings.Contains(footer.OddFooter, "Trang &P/&N") {
		t.Errorf("footer %+v, %v", footer, err)
	}
	if font, err := book.GetDefaultFont(); err != nil || font != "Times New Roman" {
		t.Errorf("font %q, %v", font, err)
	}
	if extent, err := book.GetSheetDimension(name); err != nil || extent != "A1:K12" {
		t.Errorf("extent %q, %v, want A1:K12", extent, err)
	}
	if kind, err := book.GetCellType(name, "K8"); err != nil || kind != excelize.CellTypeUnset {
		t.Errorf("a cell without a note is of type %v, %v, want it empty", kind, err)
	}
	properties, err := book.GetDocProps()
	if err != nil || properties.Created != "2024-04-17T18:30:00Z" || properties.Title != "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024" {
		t.Errorf("properties %+v, %v", properties, err)
	}
}

func TestRowsAreHighEnough(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text  string
		width int
		want  int
	}{
		{"", 10, 1},
		{"Báo cáo", 10, 1},
		{"Báo cáo quý", 10, 2},
		{"Kế hoạch\nBáo cáo", 10, 2},
		{"0123456789", 10, 1},
		{"0123456789a", 10, 2},
		{"01234567890123456789a", 10, 3},
		{"a 01234567890123456789", 10, 3},
		{"a  b", 10, 1},
	} {
		if got := countLines(test.text, test.width); got != test.want {
			t.Errorf("%q in %d characters: %d lines, want %d", test.text, test.width, got, test.want)
		}
	}
	column := []Column{{Width: 10}}
	if got := rowHeight([]Cell{Text("một\nhai")}, column); got != 32 {
		t.Errorf("two lines are %v points high, want 32", got)
	}
	if got := rowHeight([]Cell{Text(strings.Repeat("\n", 1000))}, column); got != 409 {
		t.Errorf("a thousand lines are %v points high, want what Excel takes at most, 409", got)
	}
}

func TestLogHoldsARowAChange(t *testing.T) {
	t.Parallel()
	at := time.Date(2024, 3, 18, 8, 30, 0, 0, saigon)
	file, err := Log([]Change{
		{At: at, Who: "Nguyễn Văn A", What: "đăng ký đầu mối", About: "Sở Tư pháp", Before: "chờ duyệt", After: "đã duyệt"},
		{At: at.Add(time.Minute), Who: "Nguyễn Văn A", What: "lịch nghỉ", About: "30/04/2024", After: "ngày nghỉ"},
	}, at.Add(24*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"NHẬT KÝ THAY ĐỔI"},
		{"Ngày xuất: 19/03/2024"},
		nil,
		{"Thời điểm", "Người thực hiện", "Loại thay đổi", "Đối tượng", "Trước", "Sau"},
		{"18/03/2024 08:30", "Nguyễn Văn A", "đăng ký đầu mối", "Sở Tư pháp", "chờ duyệt", "đã duyệt"},
		{"18/03/2024 08:31", "Nguyễn Văn A", "lịch nghỉ", "30/04/2024", "", "ngày nghỉ"},
	}
	if diff := cmp.Diff(want, shown(t, file)); diff != "" {
		t.Error(diff)
	}
}

// A stranger's words stay words, and come back as they were.
func TestWordsAreNeverFormulas(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		`=HYPERLINK("http://example.org","bấm")`, "+1+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0",
		"_x0041_", "_x000D_", "_x0041_x0042_", "_x005f_", "__x0041_", "<b>&amp;", "'=1", " hai đầu ", "45382", "01/02/2024", "TRUE", "#REF!",
	} {
		checkWords(t, words, words)
	}
	checkWords(t, "một\r\nhai\x00\t\ufffe\xffba", "một\nhai \uFFFDba")
}

// checkWords writes a log whose every text is words, and reads it back.
func checkWords(t *testing.T, words, want string) {
	t.Helper()
	file, err := Log([]Change{{Who: words, What: words, About: words, Before: words, After: words}}, time.Unix(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	book := open(t, file)
	for _, cell := range []string{"B5", "C5", "D5", "E5", "F5"} {
		if got, err := book.GetCellValue("Nhật ký", cell); err != nil || got != want {
			t.Errorf("%q came back as %q, %v", want, got, err)
		}
		if formula, err := book.GetCellFormula("Nhật ký", cell); err != nil || formula != "" {
			t.Errorf("%q became the formula %q, %v", words, formula, err)
		}
		if kind, err := book.GetCellType("Nhật ký", cell); err != nil || want != "" && kind != excelize.CellTypeSharedString {
			t.Errorf("%q became a cell of type %v, %v", words, kind, err)
		}
		if linked, _, err := book.GetCellHyperLink("Nhật ký", cell); err != nil || linked {
			t.Errorf("%q became a link, %v", words, err)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add(`=1+1`)
	f.Add("_x005F_x0041_\x00\xff\ufffe]]>")
	f.Add("một\r\nhai\u2028ba")
	f.Fuzz(func(t *testing.T, words string) {
		if want := clean(words); len(want) < math.MaxInt16 { // a cell of Excel holds no more
			checkWords(t, words, want)
		}
	})
}

func FuzzSheet(f *testing.F) {
	f.Add("Báo cáo", "=1+1", "Sở Tư pháp")
	f.Add("&C&P", strings.Repeat("ế\n", 40000), "\x00")
	f.Fuzz(func(t *testing.T, text, note, agency string) {
		heading := justiceHeading(t)
		heading.Agency, heading.Decision = agency, text
		duties := []Duty{{Place: note, Text: text, Lead: text, Due: []Due{
			{Day: day(t, "2024-03-31"), Period: text, Product: note, Note: note},
			{Day: plan.Date{Year: 1, Month: 1, Day: 1}, State: State(note)},
		}}}
		file, err := Sheet(heading, duties)
		if err != nil {
			t.Fatal(err)
		}
		if rows := shown(t, file); len(rows) != 8 {
			t.Errorf("%d rows came back, want 8", len(rows))
		}
	})
}

func BenchmarkSheet(b *testing.B) {
	heading, duties := justiceHeading(b), manyDuties(b, 93)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Sheet(heading, duties); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLog(b *testing.B) {
	at := time.Date(2024, 3, 18, 8, 30, 0, 0, saigon)
	changes := make([]Change, 1000)
	for i := range changes {
		changes[i] = Change{At: at, Who: "Nguyễn Văn A", What: "đăng ký đầu mối", About: "Sở Tư pháp", Before: "chờ duyệt", After: "đã duyệt"}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Log(changes, at); err != nil {
			b.Fatal(err)
		}
	}
}
