package bot

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// TestChartsOfManyWards draws the pictures of a city in which three hundred wards
// are followed: each is a picture, with a caption that fits and numbers on one
// screen.
func TestChartsOfManyWards(t *testing.T) {
	p := newPlayer(t)
	p.now, p.user = at("2024-04-05"), 9
	for i := range 300 {
		p.kept.follow(t, record.Subscription{
			Chat: int64(100 + i), Agency: fmt.Sprintf("UBND phường %d", i+1), Role: record.Follower, Standing: record.Approved,
		})
	}
	first, year := plan.QuarterWindow(1, 2024), plan.YearOf(plan.QuarterWindow(1, 2024))
	for name, c := range map[string]struct {
		at       dialog.Action
		words    string
		pictures int
	}{
		"city":   {dialog.Action{Window: first}, "Toàn Thành phố: tiến độ năm 2024", 6},
		"task":   {dialog.Action{Window: first, Open: "PL.1.14"}, "- Quý I: 0/47 đã nộp (0%), 47 quá hạn", 1},
		"wards":  {dialog.Action{Window: year, Open: "PL.3.3"}, "- Quý IV: 0/322 đã nộp (0%), 322 chưa nộp", 6},
		"agency": {dialog.Action{Window: first, Agency: "so-tu-phap"}, "- Tháng 3: 0/6 đã nộp (0%), 6 quá hạn (quá hạn: 1.14, 2.3, 2.4, 3.17, 5.16, 6.3)", 1},
	} {
		c.at.View = dialog.ViewChart
		reply, err := p.bot.presses[dialog.ViewChart](context.Background(), dialog.Turn{Message: chat.Message{Chat: 9, User: 9, Private: true}, Now: p.now}, c.at)
		if err != nil {
			t.Fatal(err)
		}
		checkReply(t, reply)
		if !strings.Contains(reply.Text.Plain(), c.words) {
			t.Errorf("%s: no line %q in:\n%s", name, c.words, reply.Text.Plain())
		}
		if len(reply.Files) != c.pictures {
			t.Errorf("%s: %d pictures, want %d", name, len(reply.Files), c.pictures)
		}
		for _, f := range reply.Files {
			if _, err := png.Decode(bytes.NewReader(f.Bytes)); err != nil || !f.Picture {
				t.Errorf("%s: %s is no picture: %v", name, f.Name, err)
			}
			if n := len([]rune(f.Caption.Plain())); n == 0 || n > 1024 {
				t.Errorf("%s: a caption of %d letters", name, n)
			}
		}
	}
}

// TestChartOfALateYear: when nobody has delivered in any quarter, the numbers
// still fit on one screen.
func TestChartOfALateYear(t *testing.T) {
	p := newPlayer(t)
	p.now, p.user = at("2025-01-02"), 9
	reply, err := p.bot.presses[dialog.ViewChart](context.Background(), dialog.Turn{Message: chat.Message{Chat: 9, User: 9, Private: true}, Now: p.now},
		dialog.Action{View: dialog.ViewChart, Window: plan.QuarterWindow(4, 2024), Open: "PL.1.14"})
	if err != nil {
		t.Fatal(err)
	}
	checkReply(t, reply)
	if n := strings.Count(reply.Text.Plain(), "47 quá hạn\n  Quá hạn: Văn phòng UBND Thành phố; "); n != 4 {
		t.Errorf("%d quarters are late, want 4:\n%s", n, reply.Text.Plain())
	}
}

// TestAWardOfTheCityIsOpened follows the way from the city to a ward that the
// administrator does not follow.
func TestAWardOfTheCityIsOpened(t *testing.T) {
	p := newPlayer(t)
	p.kept.follow(t, record.Subscription{Chat: 100, Agency: "UBND phường Bến Nghé", Role: record.Follower, Standing: record.Approved})
	year := plan.YearOf(plan.QuarterWindow(1, 2024))
	p.user = 9
	ward := dialog.Action{View: dialog.ViewProgress, Agency: dialog.AgencyCode("UBND phường Bến Nghé"), Window: year}
	if got := p.hear(t, chat.Message{Action: ward.Encode(2024)}); !strings.HasPrefix(got, "UBND phường Bến Nghé: tiến độ trong năm 2024") {
		t.Errorf("an administrator sees:\n%s", got)
	}
	p.user = 7
	if got := p.hear(t, chat.Message{Action: ward.Encode(2024)}); !strings.Contains(got, chat.TextOldButton) {
		t.Errorf("a stranger sees:\n%s", got)
	}
}

// TestQuarterMeant: without a time the due date just past is meant, else the next.
func TestQuarterMeant(t *testing.T) {
	p := newPlayer(t)
	for day, want := range map[string]int{"2024-03-05": 1, "2024-03-31": 1, "2024-04-30": 1, "2024-05-01": 2, "2024-06-30": 2, "2024-12-31": 4} {
		if got := p.bot.progress.QuarterMeant("PL.1.14", plan.DateOf(at(day))); got != plan.QuarterWindow(want, 2024) {
			t.Errorf("on %s quarter %v is meant, want %d", day, got, want)
		}
	}
}
