package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"html"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

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

// The administrators of these tests.
const first, second = simulator.Administrator, simulator.Leader

// says says words and returns the message that answers them.
func (r *planned) says(who int64, words string, reads ...string) simulator.Message {
	r.Helper()
	said, err := r.world.Say(who, words)
	if err != nil {
		r.Fatal(err)
	}
	return r.readsBehind(said.ID, who, reads...)
}

// planned is a rehearsal that counts the taps of administrators.
type planned struct {
	rehearsal
	taps int
}

// press presses a button and returns the message that comes of it.
func (r *planned) press(who int64, under simulator.Message, label string, reads ...string) simulator.Message {
	r.Helper()
	r.taps++
	if _, err := r.world.Press(who, who, under.ID, label); err != nil {
		r.Fatalf("%s: %v\n%s\n%+v", label, err, under.Text, under.Buttons)
	}
	return r.reads(who, reads...)
}

// secondAdministrator makes the leader one.
func (r *planned) secondAdministrator() {
	r.Helper()
	r.says(second, "/start", "Tôi")
	proposal := r.says(first, fmt.Sprintf("quantri quan tri vien %d", second), "Xác nhận thay đổi")
	r.press(first, proposal, "Lưu", "Đã lưu thay đổi")
}

// intoForce brings a document into force.
func (r *planned) intoForce(name string, content []byte) {
	r.Helper()
	if _, err := r.world.SendFile(first, first, name, content, ""); err != nil {
		r.Fatal(err)
	}
	m := r.press(first, r.reads(first, "Trạng thái: dự thảo"), "Xử lý 2 điểm chưa rõ", "Sao Mai")
	m = r.press(first, m, "Giữ tất cả như văn bản (2)", "Không còn điểm nào chưa rõ")
	r.press(first, m, "Trình duyệt", "Đã trình duyệt")
	r.press(second, r.reads(second, "trình duyệt kế hoạch"), "Duyệt, hiệu lực từ hôm nay", "Đã duyệt")
}

// What people got from the plan of the old year goes on saying what it said, with
// the number of the decision that it is of, although the plan of the new year has
// something else at the same place.
func TestTurnOfTheYear(t *testing.T) {
	if testing.Short() {
		t.Skip("a year's end takes its time")
	}
	t.Parallel()
	r := &planned{rehearsal: rehearse(t, "2024-12-17T08:00:00+07:00")}
	const focal = simulator.FocalPerson
	r.secondAdministrator()
	card := r.says(focal, "nhiệm vụ 1.14", "QĐ 6004/QĐ-UBND", "01 bài viết")
	r.setNow("2024-12-17T08:30:00+07:00")
	digest := r.reads(focal, "Hạn thứ Ba, 31/12/2024")
	r.setNow("2025-01-06T10:00:00+07:00")
	r.intoForce("ke-hoach-2025.docx", docx(t, next))
	if m := r.says(focal, "nhiệm vụ 1.14 là gì", "QĐ 15/QĐ-UBND", "cuộc thi tìm hiểu"); strings.Contains(m.Text, "năm 2024") {
		t.Errorf("another task of the old plan stands under the card of the new one:\n%s", m.Text)
	}

	for _, old := range []simulator.Message{card, digest} {
		for _, button := range slices.Concat(old.Buttons...) {
			if button.CallbackData == "" || button.Text == "Nhiệm vụ của đơn vị tôi" { // which is of no plan
				continue
			}
			if _, err := r.world.PressData(focal, focal, old.ID, button.CallbackData); err != nil {
				t.Fatal(err)
			}
			r.settled()
			for _, m := range r.world.Messages(focal) {
				if m.ID == old.ID && (strings.Contains(m.Text, "15/QĐ-UBND") || strings.Contains(m.Text, "cuộc thi tìm hiểu")) {
					t.Errorf("%s cites the new plan:\n%s", button.Text, m.Text)
				}
			}
		}
	}
	r.reads(focal, "01 bài viết", "Kỳ: Quý IV năm 2024", "✓ đã nộp")
	calendar := r.file(r.reads(focal, "vào lịch"))
	if !bytes.Contains(calendar, []byte("6004/QĐ-UBND")) || bytes.Contains(calendar, []byte("15/QĐ-UBND")) {
		t.Errorf("the calendar is not of the old plan:\n%s", calendar)
	}
	said, err := r.world.Say(focal, "/xuat năm 2024")
	if err != nil {
		t.Fatal(err)
	}
	sheet := r.readsFile(said.ID, focal)
	if words := unzipped(t, sheet); !strings.Contains(words, "6004/QĐ-UBND") || !strings.Contains(words, "01 bài viết") || strings.Contains(words, "cuộc thi tìm hiểu") {
		t.Errorf("the table is not of the old plan")
	}
	r.says(focal, "QĐ 6004 nhiệm vụ 1.14", "QĐ 6004/QĐ-UBND", "01 bài viết", "kế hoạch cũ")
	r.says(focal, "hạn khi nào", "QĐ 6004/QĐ-UBND") // of what was spoken of
	r.says(focal, "năm 2024 sở tư pháp làm gì", "6004/QĐ-UBND", "kế hoạch cũ")
	r.says(focal, "sở tư pháp phải làm gì", "15/QĐ-UBND")
}

// readsFile waits for a file behind a message, and returns what is in it.
func (r *planned) readsFile(behind, persona int64) []byte {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	m, err := r.world.AwaitMessage(ctx, persona, func(m simulator.Message) bool { return m.FromBot && m.File != nil && m.ID > behind })
	if err != nil {
		r.Fatal(err)
	}
	return r.file(m)
}

// file is what is in the file of a message.
func (r *planned) file(m simulator.Message) []byte {
	r.Helper()
	if m.File == nil {
		r.Fatalf("no file under %q", m.Text)
	}
	answer, err := http.Get(r.world.URL() + "/chat/files/" + m.File.ID)
	if err != nil {
		r.Fatal(err)
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		r.Fatal(err)
	}
	return content
}

// unzipped are the words of a workbook.
func unzipped(t *testing.T, content []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, part); err != nil {
			t.Fatal(err)
		}
		part.Close()
	}
	return all.String()
}

// settled waits until every pressed button is answered.
func (r *planned) settled() {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	if err := r.world.Await(ctx, func() bool { return r.world.Pending() == 0 }); err != nil {
		r.Fatal(err)
	}
}

// A plan goes from an administrator's file into force without a programmer and
// without a restart, and back.
func TestFromFileToForce(t *testing.T) {
	t.Parallel()
	r := &planned{rehearsal: rehearse(t, "2025-01-06T09:00:00+07:00")}
	says, press := r.says, r.press
	r.secondAdministrator()
	r.taps = 1 // the file
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
	if r.taps > 12 {
		t.Errorf("%d taps", r.taps)
	}
	r.reads(simulator.FocalPerson, "Từ ngày 06/01/2025, Quyết định 15/QĐ-UBND thay Quyết định 6004/QĐ-UBND", "Sở Tư pháp")

	says(simulator.FocalPerson, "nhiệm vụ 1.14 là gì", "QĐ 15/QĐ-UBND", "cuộc thi tìm hiểu")
	says(simulator.FocalPerson, "QĐ 6004 nhiệm vụ 1.14", "QĐ 6004/QĐ-UBND", "kế hoạch cũ", "bài viết")
	says(simulator.FocalPerson, "Ban Dữ liệu Sao Mai phải làm gì", "Vận hành kho dữ liệu mở")
	says(simulator.Official, "/theodoi Ban Dữ liệu Sao Mai", "Ban Dữ liệu Sao Mai", "theo dõi")
	says(simulator.Official, "/xuat Ban Dữ liệu Sao Mai", "Ban Dữ liệu Sao Mai")

	press(second, done, "Trở lại Quyết định 6004/QĐ-UBND", "Quyết định 6004/QĐ-UBND có hiệu lực trở lại")
	says(simulator.FocalPerson, "nhiệm vụ 1.14 ghi gì", "QĐ 6004/QĐ-UBND", "bài viết")
	says(first, "/kehoach", "đang có hiệu lực", "6004")
}

// Of two administrators one sent the file and the other settled its points: the other
// may approve, and it is said.
func TestWhoSettledApprovesWhereNobodyElseIs(t *testing.T) {
	t.Parallel()
	r := &planned{rehearsal: rehearse(t, "2025-01-06T10:00:00+07:00")}
	r.secondAdministrator()
	if _, err := r.world.SendFile(first, first, "ke-hoach-2025.docx", docx(t, next), ""); err != nil {
		t.Fatal(err)
	}
	r.reads(first, "Trạng thái: dự thảo")
	list := r.says(second, "/kehoach", "dự thảo")
	m := r.press(second, list, list.Buttons[0][0].Text, "Trạng thái: dự thảo")
	m = r.press(second, m, "Xử lý 2 điểm chưa rõ", "Sao Mai")
	m = r.press(second, m, "Giữ tất cả như văn bản (2)", "Không còn điểm nào chưa rõ")
	r.press(second, m, "Duyệt, hiệu lực từ hôm nay", "Người duyệt cũng đã xử lý điểm chưa rõ")
}
