package export

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// parse reads a calendar back and gives what its events say.
func parse(t testing.TB, file []byte) *ics.Calendar {
	t.Helper()
	calendar, err := ics.ParseCalendar(bytes.NewReader(file))
	if err != nil {
		t.Fatalf("not a calendar: %v\n%s", err, file)
	}
	return calendar
}

// value is a property of an event, "" where it has none.
func value(e *ics.VEvent, property ics.ComponentProperty) string {
	if p := e.GetProperty(property); p != nil {
		return p.Value
	}
	return ""
}

func TestCalendarHoldsAnEventADueDate(t *testing.T) {
	t.Parallel()
	file, err := Calendar(justiceHeading(t), justiceDuties(t))
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		Start, End, Summary string
		Alarms              int
	}
	var got []row
	for _, e := range parse(t, file).Events() {
		got = append(got, row{
			value(e, ics.ComponentPropertyDtStart), value(e, ics.ComponentPropertyDtEnd),
			value(e, ics.ComponentPropertySummary), len(e.Alarms()),
		})
	}
	const article = "Hạn CCHC 1.14: Hàng quý gửi ít nhất 01 bài viết/mô hình/sản phẩm tuyên truyền hiệu quả về công tác CCHC…"
	const review = "Hạn CCHC 2.3: Kiểm tra, rà soát, hệ thống hóa VBQPPL năm 2024"
	want := []row{
		{"20240331", "20240401", "✓ " + article, 0},
		{"20240630", "20240701", article, 2},
		{"20240930", "20241001", article, 2},
		{"20241231", "20250101", article, 2},
		{"20240331", "20240401", review, 2},
		{"20241031", "20241101", review, 2},
		{"20240331", "20240401", "Phối hợp CCHC: Định kỳ báo cáo", 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCalendarDescribesADuty(t *testing.T) {
	t.Parallel()
	file, err := Calendar(justiceHeading(t), justiceDuties(t))
	if err != nil {
		t.Fatal(err)
	}
	events := parse(t, file).Events()
	for _, test := range []struct {
		event int
		want  string
	}{
		{0, `Hàng quý gửi ít nhất 01 bài viết/mô hình/sản phẩm tuyên truyền hiệu quả về công tác CCHC có chất lượng gửi về Ban Chỉ đạo CCHC Thành phố (cchc.snv@tphcm.gov.vn)
Kỳ: Quý I năm 2024
Vai trò: Chủ trì (theo khối)
Sản phẩm: Bài viết, mô hình, sản phẩm
Gửi về: Ban Chỉ đạo CCHC Thành phố (cchc.snv@tphcm.gov.vn)
Chủ trì: Thủ trưởng sở, ban, ngành; Chủ tịch UBND quận, huyện, thành phố Thủ Đức
Phối hợp: Giám đốc Sở Nội vụ
Thời hạn: Hàng quý
Trạng thái: Đã nộp
Ghi chú: đã gửi thư ngày 20/3
Nguồn: Phụ lục, STT 1.14 - Quyết định số 6004/QĐ-UBND ngày 29/12/2023`},
		{4, `Kiểm tra, rà soát, hệ thống hóa VBQPPL năm 2024
Kỳ: Quý I năm 2024: trình và triển khai Kế hoạch
Vai trò: Chủ trì
Sản phẩm: Kế hoạch; Báo cáo; VBQPPL của Thành phố bãi bỏ, thay thế, sửa đổi, bổ sung qua kỳ hệ thống hóa
Chủ trì: Giám đốc Sở Tư pháp
Phối hợp: Thủ trưởng sở, ban, ngành; Chủ tịch UBND quận, huyện, thành phố Thủ Đức
Thời hạn: Quý I năm 2024: trình và triển khai Kế hoạch; Trong tháng 10 năm 2024: Các sản phẩm còn lại
Nguồn: Phụ lục, STT 2.3 - Quyết định số 6004/QĐ-UBND ngày 29/12/2023`},
	} {
		if diff := cmp.Diff(test.want, value(events[test.event], ics.ComponentPropertyDescription)); diff != "" {
			t.Errorf("event %d:\n%s", test.event, diff)
		}
	}
}

func TestAlarmsRingInTheMorningBefore(t *testing.T) {
	t.Parallel()
	duty := Duty{Text: "Báo cáo", Due: []Due{{Key: "k", Day: day(t, "2024-03-31"), Alarms: []plan.Date{day(t, "2024-03-22"), day(t, "2024-03-29")}}}}
	file, err := Calendar(justiceHeading(t), []Duty{duty})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, alarm := range parse(t, file).Events()[0].Alarms() {
		got = append(got,
			alarm.GetProperty(ics.ComponentPropertyTrigger).Value,
			alarm.GetProperty(ics.ComponentPropertyDescription).Value)
	}
	want := []string{
		"-P8DT15H30M", "Còn 9 ngày: Hạn CCHC: Báo cáo", // Friday, 22/03 08:30
		"-P1DT15H30M", "Còn 2 ngày: Hạn CCHC: Báo cáo", // Friday, 29/03 08:30
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestUIDStaysWithItsOccurrence(t *testing.T) {
	t.Parallel()
	before, after := justiceDuties(t), justiceDuties(t)
	after[0].Due[1].State = Done
	after[0].Text = "Lời đã được sửa"
	uids := func(duties []Duty) []string {
		file, err := Calendar(justiceHeading(t), duties)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, e := range parse(t, file).Events() {
			all = append(all, e.Id())
		}
		return all
	}
	first := uids(before)
	if diff := cmp.Diff(first, uids(after)); diff != "" {
		t.Errorf("another state or wording changed a UID:\n%s", diff)
	}
	seen := map[string]bool{}
	for _, id := range first {
		if seen[id] {
			t.Errorf("UID %s is given twice", id)
		}
		seen[id] = true
	}
}

// The lines that readers are most particular about, as RFC 5545 wants them.
func TestCalendarIsWrittenAsTheStandardSays(t *testing.T) {
	t.Parallel()
	duty := Duty{
		Text: "Một; hai, ba \\ bốn",
		Due:  []Due{{Key: "k", Day: plan.Date{Year: 2024, Month: 2, Day: 29}, Note: "END:VCALENDAR\r\nBEGIN:VEVENT"}},
	}
	file, err := Calendar(justiceHeading(t), []Duty{duty})
	if err != nil {
		t.Fatal(err)
	}
	checkLines(t, file)
	text := strings.ReplaceAll(string(file), "\r\n ", "")
	for _, want := range []string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//cchcbot//CCHC//VI\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n",
		"\r\nX-WR-CALNAME:Hạn CCHC: Sở Tư pháp\r\n",
		"\r\nX-WR-TIMEZONE:Asia/Ho_Chi_Minh\r\n",
		"\r\nDTSTAMP:20240417T183000Z\r\n",
		"\r\nDTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n",
		`SUMMARY:Hạn CCHC: Một\; hai\, ba \\ bốn` + "\r\n",
		`\nGhi chú: END:VCALENDAR\; BEGIN:VEVENT\n`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

// checkLines holds every line to what RFC 5545 section 3.1 allows.
func checkLines(t *testing.T, file []byte) {
	t.Helper()
	if !utf8.Valid(file) {
		t.Error("not UTF-8")
	}
	lines := strings.Split(string(file), "\r\n")
	if last := len(lines) - 1; lines[last] != "" {
		t.Errorf("the last line %q is not ended", lines[last])
	}
	for i, line := range lines {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("line %d is %d bytes, or cut within a character: %q", i+1, len(line), line)
		}
		if strings.ContainsAny(line, "\r\n\x00\v\f\u0085\u2028\u2029") {
			t.Errorf("line %d holds a control character: %q", i+1, line)
		}
	}
}

func FuzzCalendar(f *testing.F) {
	f.Add("Báo cáo", "https://example.org/a,b;c", "Sở Tư pháp")
	f.Add("END:VEVENT\r\nEND:VCALENDAR", "\\n\\;\x00\xff\u2028", "a\nb")
	f.Add(strings.Repeat("ế", 200), strings.Repeat(" ", 200), strings.Repeat(">", 200))
	f.Fuzz(func(t *testing.T, text, note, agency string) {
		heading := justiceHeading(t)
		heading.Agency = agency
		duties := []Duty{{Text: text, Place: note, Product: text, Due: []Due{
			{Key: note, Day: day(t, "2024-03-31"), Period: text, Note: note},
			{Key: note + "2", Day: day(t, "2024-06-30"), State: Done, Product: note},
		}}}
		file, err := Calendar(heading, duties)
		if err != nil {
			t.Fatal(err)
		}
		checkLines(t, file)
		events := parse(t, file).Events()
		if len(events) != 2 {
			t.Fatalf("%d events came back, want 2\n%s", len(events), file)
		}
		if got, want := value(events[0], ics.ComponentPropertyDescription), strings.Join(details(heading, duties[0], duties[0].Due[0]), "\n"); got != want {
			t.Errorf("came back as %q\nwant         %q", got, want)
		}
	})
}

func BenchmarkCalendar(b *testing.B) {
	heading, duties := justiceHeading(b), manyDuties(b, 93)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Calendar(heading, duties); err != nil {
			b.Fatal(err)
		}
	}
}
