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
		p.set(tt.day)
		for view, words := range map[string]string{"/tiendo": `Quá hạn: (\d+)`, "/quahan": `(\d+) việc quá hạn`} {
			counts(t, tt.day, view, p.hear(t, chat.Message{Text: view}), words, tt.late)
		}
		counts(t, tt.day, "digest", p.digest(t), `có (\d+) việc quá hạn`, tt.late)
		p.hear(t, chat.Message{Text: "/tiendo năm 2024"})
		counts(t, tt.day, "picture", p.hear(t, chat.Message{Action: p.action(t, "Xem biểu đồ")}), `(\d+) quá hạn`, tt.late)
		p.user = 9
		counts(t, tt.day, "city", p.hear(t, chat.Message{Text: "cả thành phố việc gì đang quá hạn"}), `Sở Tư pháp: quá hạn (\d+)`, tt.late)
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
