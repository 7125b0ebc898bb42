package bot

import (
	"context"
	"math"
	"testing"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// staff is a bot with an administrator (9), a focal person (7) and a leader (12) of
// Sở Tư pháp.
func staff(t testing.TB) *player {
	t.Helper()
	p := newPlayer(t)
	p.play(t, "@ 7 A\n> /dangky sở tư pháp đầu mối\n@ 9 B\n* Duyệt\n@ 12 C\n> /dangky sở tư pháp lãnh đạo\n@ 9 B\n* Duyệt\n@ 2024-04-10\n@ 12 C\n> đề nghị giải trình 1.14\n")
	return p
}

// press answers a button that may be forged, in private and in a group.
func press(t testing.TB, p *player, data string) {
	t.Helper()
	for _, user := range []int64{7, 9, 12, 77} {
		for _, chatID := range []int64{user, -7} {
			m := chat.Message{Chat: chatID, User: user, Private: chatID == user, Name: "x", Action: data, At: p.now}
			reply, err := p.bot.Respond(context.Background(), m)
			if err != nil {
				t.Fatalf("%q pressed by %d: %v", data, user, err)
			}
			checkReply(t, reply)
		}
	}
}

// Whatever a button carries, it gets an answer: any view with fields at their edges.
func TestForgedButtons(t *testing.T) {
	t.Parallel()
	p := staff(t)
	numbers := []int64{0, 1, -1, 2, math.MaxInt64, math.MinInt64}
	words := []string{"", ".", "..", "co", "lich", "lich.them", "zzz", "so-tu-phap", "PL.1.14", "PL.1", "-"}
	windows := []plan.Window{dialog.NoWindow, plan.QuarterWindow(1, 2024), plan.MonthsWindow(time.January, time.December, 2149), plan.WindowOf(plan.Date{Year: 2024, Month: 1, Day: 1}, plan.Date{Year: 2024, Month: 1, Day: 1})}
	for view := 1; view < 128; view++ {
		for i := range words {
			at := dialog.Action{
				View: dialog.View(view), Agency: words[i], Group: words[(i+3)%len(words)], Role: plan.RoleLead, Heading: words[(i+5)%len(words)],
				Window: windows[i%len(windows)], Asked: question.Search, Units: []string{words[(i+7)%len(words)], "PL.1.14"},
				Page: i * 7 % dialog.MostPages, Open: words[(i+2)%len(words)], Asker: numbers[i%len(numbers)], Stamp: numbers[(i+1)%len(numbers)],
				ID: numbers[(i+2)%len(numbers)], Chat: numbers[(i+3)%len(numbers)], Rank: record.Leader, Number: numbers[(i+4)%len(numbers)], Topic: words[(i+4)%len(words)],
			}
			if i%2 == 0 {
				at.Day = plan.DateOf(p.now)
			}
			press(t, p, at.Encode(p.bot.Plan().ButtonCode()))
		}
	}
}

// FuzzPressed presses buttons with any bytes, and with any fields behind any view.
func FuzzPressed(f *testing.F) {
	f.Add("dT1:", byte('T'), int64(1), 0, int64(0), "", "so-tu-phap", "PL.1.14")
	f.Add("dQquantri..:0", byte('Q'), int64(-1), 3, int64(99), "quantri..", "", "")
	f.Add("1of:0:PL.1.14", byte('f'), int64(0), 1, int64(1), "co", ".1234abcd", "V.3.1")
	f.Add("\x00\xff", byte('P'), int64(9), 1295, int64(math.MaxInt64), "q", "phuong-xa", "PL")
	p := staff(f)
	f.Fuzz(func(t *testing.T, data string, view byte, id int64, page int, number int64, topic, agency, open string) {
		press(t, p, data)
		at := dialog.Action{
			View: dialog.View(view), ID: id, Chat: id, Asker: id, Page: page, Number: number, Stamp: number, Topic: topic, Agency: agency,
			Open: open, Heading: open, Group: topic, Units: []string{open}, Asked: question.Search, Window: plan.QuarterWindow(1, 2024),
		}
		press(t, p, at.Encode(p.bot.Plan().ButtonCode()))
	})
}
