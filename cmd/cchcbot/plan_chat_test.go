package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	"cchcbot/bot/simulator"
)

// next is the plan of the year behind, in which the quarterly article has another
// number, and of which one lead and one deadline are not understood.
const next = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH
Số: 15/QĐ-UBND
Thành phố Hồ Chí Minh, ngày 02 tháng 01 năm 2025
QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính trên địa bàn Thành phố Hồ Chí Minh năm 2025
PHỤ LỤC
STT	Nhiệm vụ	Cơ quan chủ trì	Cơ quan phối hợp	Sản phẩm	Thời hạn
1	Chỉ đạo, điều hành
1.14	Tổ chức cuộc thi tìm hiểu cải cách hành chính	Sở Nội vụ	Sở Tư pháp	Kế hoạch	Tháng 6/2025
1.15	Đăng tải bài viết tuyên truyền về cải cách hành chính	Thủ trưởng sở, ban, ngành		Hàng quý gửi ít nhất 01 bài viết	Hàng quý
1.16	Vận hành kho dữ liệu mở	Ban Dữ liệu Sao Mai	Sở Tư pháp	Báo cáo	Xong trước buổi liên hoan
`

// docx writes lines as a Word document: those with tabs are rows of a table.
func docx(t *testing.T, text string) []byte {
	t.Helper()
	paragraph := func(words string) string {
		return "<w:p><w:r><w:t xml:space=\"preserve\">" + html.EscapeString(words) + "</w:t></w:r></w:p>"
	}
	var body strings.Builder
	table := false
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if row := len(cells) > 1; row != table {
			body.WriteString(map[bool]string{true: "<w:tbl>", false: "</w:tbl>"}[row])
			table = row
		}
		if !table {
			body.WriteString(paragraph(cells[0]))
			continue
		}
		for len(cells) < 6 {
			cells = append(cells, "")
		}
		body.WriteString("<w:tr>")
		for _, c := range cells {
			body.WriteString("<w:tc>" + paragraph(c) + "</w:tc>")
		}
		body.WriteString("</w:tr>")
	}
	if table {
		body.WriteString("</w:tbl>")
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for name, content := range map[string]string{
		"[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"word/document.xml":   `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// A plan goes from an administrator's file into force without a programmer and
// without a restart, and back.
func TestFromFileToForce(t *testing.T) {
	t.Parallel()
	r := rehearse(t, "2025-01-06T09:00:00+07:00")
	const first, second = simulator.Administrator, simulator.Leader
	taps := 0
	says := func(who int64, words string, reads ...string) simulator.Message {
		t.Helper()
		said, err := r.world.Say(who, words)
		if err != nil {
			t.Fatal(err)
		}
		return r.readsBehind(said.ID, who, reads...)
	}
	press := func(who int64, under simulator.Message, label string, reads ...string) simulator.Message {
		t.Helper()
		taps++
		if _, err := r.world.Press(who, who, under.ID, label); err != nil {
			t.Fatalf("%s: %v\n%s\n%+v", label, err, under.Text, under.Buttons)
		}
		return r.reads(who, reads...)
	}
	says(second, "/start", "Tôi")
	proposal := says(first, fmt.Sprintf("quantri quan tri vien %d", second), "Xác nhận thay đổi")
	press(first, proposal, "Lưu", "Đã lưu thay đổi")
	old := says(simulator.FocalPerson, "nhiệm vụ 1.14", "QĐ 6004/QĐ-UBND")

	taps = 1 // the file
	if _, err := r.world.SendFile(simulator.Official, simulator.Official, "ke-hoach.docx", docx(t, next), ""); err != nil {
		t.Fatal(err)
	}
	r.reads(simulator.Official, "chỉ đọc được tin nhắn bằng chữ")
	if _, err := r.world.SendFile(first, first, "ke-hoach-2025.docx", docx(t, next), ""); err != nil {
		t.Fatal(err)
	}
	r.reads(first, "đang đọc")
	m := r.reads(first, "Quyết định 15/QĐ-UBND, năm 2025.", "3 nhiệm vụ", "1 cơ quan lạ, 1 thời hạn", "Thay thế: Quyết định 6004/QĐ-UBND")
	r.reads(first, "dòng cần xem lại đứng đầu")
	m = press(first, m, "Xử lý 2 điểm chưa rõ", "Phụ lục, STT 1.16", "Ban Dữ liệu Sao Mai")
	m = press(first, m, "Cơ quan mới", "Xong trước buổi liên hoan")
	m = press(first, m, "Không có hạn cụ thể", "Không còn điểm nào chưa rõ")
	m = press(first, m, "So với kế hoạch cũ", "So với Quyết định 6004/QĐ-UBND")
	m = press(first, m, "Quay lại", "Có thể trình quản trị viên khác duyệt")
	press(first, m, "Trình duyệt", "Đã trình duyệt")
	asked := r.reads(second, "trình duyệt kế hoạch", "Quyết định 15/QĐ-UBND")
	says(simulator.FocalPerson, "nhiệm vụ 1.14 nói gì", "QĐ 6004/QĐ-UBND") // not in force yet
	done := press(second, asked, "Duyệt, hiệu lực từ hôm nay", "Đã duyệt Quyết định 15/QĐ-UBND, có hiệu lực từ ngày 06/01/2025.")
	if taps > 12 {
		t.Errorf("%d taps", taps)
	}
	r.reads(simulator.FocalPerson, "Từ ngày 06/01/2025, Quyết định 15/QĐ-UBND thay Quyết định 6004/QĐ-UBND", "Sở Tư pháp")

	says(simulator.FocalPerson, "nhiệm vụ 1.14 là gì", "QĐ 15/QĐ-UBND", "cuộc thi tìm hiểu")
	says(simulator.FocalPerson, "QĐ 6004 nhiệm vụ 1.14", "QĐ 6004/QĐ-UBND", "kế hoạch cũ", "bài viết")
	says(simulator.FocalPerson, "Ban Dữ liệu Sao Mai phải làm gì", "Vận hành kho dữ liệu mở")
	_ = old

	sure := press(second, done, "Rút kế hoạch", "Rút Quyết định 15/QĐ-UBND?")
	press(second, sure, "Đồng ý rút", "Quyết định 6004/QĐ-UBND có hiệu lực trở lại")
	says(simulator.FocalPerson, "nhiệm vụ 1.14 ghi gì", "QĐ 6004/QĐ-UBND", "bài viết")
	says(first, "/kehoach", "đang có hiệu lực", "6004")
}
