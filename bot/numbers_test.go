package bot

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

// What is late on a day is one number, in whatever view it is told: the progress
// of the agency and of the city, the list of what is late, the leader's digest,
// the picture and the sheet; through the year and behind it.
func TestNumbersOfADayAgree(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		day  string
		late int
	}{
		// By hand: V.3.1; 2.3, 2.4, 3.17, 5.16 and 6.3 of the first quarter, without
		// 1.14, which is reported.
		{"2024-04-04", 6},
		// and 1.14, 2.6 and 3.17 of the second.
		{"2024-07-04", 9},
	} {
		p := newPlayer(t)
		p.set("2024-03-18")
		for _, role := range []record.Role{record.FocalPerson, record.Leader} {
			p.kept.follow(t, record.Subscription{
				Chat: 7, Agency: "so-tu-phap", Role: role, Standing: record.Approved, Person: record.Person{ID: 7}, Since: p.now,
			})
		}
		p.set("2024-03-25")
		p.hear(t, chat.Message{Text: "đã nộp 1.14 quý I"})
		explain(t, p, "PL.1.14", "đã gửi qua trục liên thông")
		p.set(tt.day)
		for view, words := range map[string]string{"/tiendo": `Quá hạn: (\d+)`, "/quahan": `(\d+) việc quá hạn`} {
			counts(t, tt.day, view, p.hear(t, chat.Message{Text: view}), words, tt.late)
		}
		counts(t, tt.day, "digest", p.digest(t), `có (\d+) việc quá hạn`, tt.late)
		p.hear(t, chat.Message{Text: "/tiendo năm 2024"})
		counts(t, tt.day, "picture", p.hear(t, chat.Message{Action: p.action(t, "Xem biểu đồ")}), `(\d+) quá hạn`, tt.late)
		p.user = 9
		counts(t, tt.day, "city", p.hear(t, chat.Message{Text: "cả thành phố việc gì đang quá hạn"}), `Sở Tư pháp: quá hạn (\d+)`, tt.late)
		counts(t, tt.day, "city's card", p.hear(t, chat.Message{Text: "/tiendo năm 2024"}), `Quá hạn: (\d+) việc của 1 cơ quan`, tt.late)
		counts(t, tt.day, "city's picture", p.hear(t, chat.Message{Action: p.action(t, "Xem biểu đồ")}), `(\d+) quá hạn`, tt.late)
		counts(t, tt.day, "announcement", p.hear(t, chat.Message{Text: "quản trị thông báo quá hạn nộp gấp"}), `sẽ gửi đến (\d+) người`, 1)
		report(t, p, tt.day, tt.late)
		p.user = 7
		sheet(t, p, tt.day, tt.late)
	}
}

// counts demands a number of a view.
func counts(t *testing.T, day, view, text, words string, want int) {
	t.Helper()
	sum := 0
	for _, found := range regexp.MustCompile(words).FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(found[1])
		sum += n
	}
	if sum != want {
		t.Errorf("%s, %s: %d, want %d:\n%s", day, view, sum, want, text)
	}
}

// sheet counts the duties that the sheet of the agency calls late.
func sheet(t *testing.T, p *player, day string, want int) {
	t.Helper()
	reply, err := p.bot.Respond(t.Context(), chat.Message{Chat: 7, User: 7, Private: true, Name: p.name, Text: "/xuat", At: p.now})
	if err != nil {
		t.Fatal(err)
	}
	if len(reply.Files) != 1 {
		t.Fatalf("%s: %d files", day, len(reply.Files))
	}
	book, err := excelize.OpenReader(bytes.NewReader(reply.Files[0].Bytes))
	if err != nil {
		t.Fatal(err)
	}
	late := 0
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			late += strings.Count(strings.ToLower(strings.Join(row, "\n")), "quá hạn")
		}
	}
	if late != want {
		t.Errorf("%s: %d late duties in the sheet, want %d", day, late, want)
	}
}

// report reads the city's report of the first quarter: the line of the agency, what
// of it is late, and who delivered 1.14 on which day.
func report(t *testing.T, p *player, day string, want int) {
	t.Helper()
	p.hear(t, chat.Message{Text: "/tiendo toàn thành phố"})
	if day > "2024-06-30" { // the card opens on the quarter that runs
		p.hear(t, chat.Message{Action: p.action(t, "Quý II")})
	}
	p.hear(t, chat.Message{Action: p.action(t, "Quý I")})
	reply, err := p.bot.Respond(t.Context(), chat.Message{Chat: 9, User: 9, Private: true, Name: p.name, Action: p.action(t, "Báo cáo (.xlsx)"), At: p.now})
	if err != nil {
		t.Fatal(err)
	}
	if len(reply.Files) != 1 || reply.Files[0].Name != "tien-do-thanh-pho-quy-i-nam-2024.xlsx" {
		t.Fatalf("%s: %d files, %q", day, len(reply.Files), reply.Notice)
	}
	book, err := excelize.OpenReader(bytes.NewReader(reply.Files[0].Bytes))
	if err != nil {
		t.Fatal(err)
	}
	sheets := map[string][][]string{}
	for _, name := range book.GetSheetList() {
		if sheets[name], err = book.GetRows(name); err != nil {
			t.Fatal(err)
		}
		layout, err := book.GetPageLayout(name)
		if err != nil || layout.Size == nil || *layout.Size != 9 || layout.FitToWidth == nil || *layout.FitToWidth != 1 {
			t.Errorf("%s is not as wide as A4: %+v, %v", name, layout, err)
		}
	}
	late, agencies := 0, 0
	for _, row := range sheets["Cơ quan"] {
		if len(row) > 8 && row[1] == "Sở Tư pháp" {
			agencies++
			if row[3] != strconv.Itoa(want) || row[2] != "Quá hạn" || !strings.Contains(row[8], "An") {
				t.Errorf("%s: the agency's line is %q, want %d late", day, row, want)
			}
		}
	}
	delivered := ""
	for _, row := range sheets["Việc"] {
		switch {
		case len(row) < 7 || row[1] != "Sở Tư pháp":
		case row[6] == "Quá hạn":
			late++
		case row[6] == "Đã nộp":
			delivered += strings.Join(append(row[2:3:3], row[7:]...), " ")
		}
	}
	if agencies != 1 || late != want {
		t.Errorf("%s: %d lines of the agency, %d late ones, want 1 and %d", day, agencies, late, want)
	}
	if !strings.Contains(delivered, "1.14") || !strings.Contains(delivered, "25") || !strings.Contains(delivered, "An ") || !strings.Contains(delivered, "qua trục liên thông") {
		t.Errorf("%s: delivered %q", day, delivered)
	}
}

// explain keeps a question about what the agency delivered of a unit, and the answer.
func explain(t *testing.T, p *player, unit, words string) {
	t.Helper()
	kept, err := p.kept.OccurrencesOf(t.Context(), unit, "so-tu-phap")
	if err != nil || len(kept) != 1 {
		t.Fatalf("%d occurrences of %s, %v", len(kept), unit, err)
	}
	for _, o := range kept {
		e, err := p.kept.AskExplanation(t.Context(), record.Explanation{Occurrence: o, Asked: record.Person{ID: 9}})
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := p.kept.AnswerExplanation(t.Context(), e.ID, record.Person{ID: 7}, words); err != nil {
			t.Fatal(err)
		}
	}
}
