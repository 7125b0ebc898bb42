package bot

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/xuri/excelize/v2"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// fileOf is the file that a command sends to a focal person of Sở Tư pháp.
func fileOf(t *testing.T, command string, entries ...plan.CalendarEntry) []byte {
	t.Helper()
	p := newPlayer(t)
	for _, e := range entries {
		must(t, p.kept.SetCalendarDays(t.Context(), e, record.Person{}))
	}
	reply, err := p.bot.Respond(t.Context(), chat.Message{Chat: 7, User: 7, Private: true, Name: p.name, Text: command + " sở tư pháp", At: p.now})
	if err != nil || len(reply.Files) != 1 {
		t.Fatalf("%s: %d files, %v", command, len(reply.Files), err)
	}
	return reply.Files[0].Bytes
}

// The duties of a year of Sở Tư pháp are read on six pages of A4: rows as high as
// they are set, scaled to the width of the page.
func TestSheetIsShort(t *testing.T) {
	t.Parallel()
	book, err := excelize.OpenReader(bytes.NewReader(fileOf(t, "/xuat")))
	if err != nil {
		t.Fatal(err)
	}
	sheets := book.GetSheetList()
	if fmt.Sprint(sheets) != "[Nhiệm vụ Phối hợp]" {
		t.Errorf("sheets %q", sheets)
	}
	const printedWidth, printedHeight = 842 - 2*0.4*72, 595 - 72
	all := 0.0
	for _, sheet := range sheets {
		width, height := 0.0, 0.0
		columns, _ := book.GetCols(sheet)
		for i := range columns {
			name, _ := excelize.ColumnNumberToName(i + 1)
			w, _ := book.GetColWidth(sheet, name)
			width += w*5.25 + 3.75
		}
		rows, _ := book.GetRows(sheet)
		for i := range rows {
			h, _ := book.GetRowHeight(sheet, i+1)
			height += h
		}
		pages := math.Ceil(height * min(1, printedWidth/width) / printedHeight)
		t.Logf("%s: %d rows on %v pages", sheet, len(rows), pages)
		all += pages
	}
	if all > 6 {
		t.Errorf("%v pages, want 6 at most", all)
	}
}

// Alarms ring on working days, by the calendar as administrators corrected it,
// and the end of the year is a few events.
func TestCalendarKeepsToWorkingDays(t *testing.T) {
	t.Parallel()
	off := plan.Date{Year: 2024, Month: 3, Day: 29} // a Friday, the last working day of the quarter
	file := fileOf(t, "/lich", plan.CalendarEntry{From: off, To: off, Reason: "Nghỉ"})
	calendar, err := ics.ParseCalendar(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	working, err := loadCalendar()
	if err != nil {
		t.Fatal(err)
	}
	lastDay, alarms := 0, 0
	for _, e := range calendar.Events() {
		start, err := time.Parse("20060102", e.GetProperty(ics.ComponentPropertyDtStart).Value)
		if err != nil {
			t.Fatal(err)
		}
		if start.Month() == time.December && start.Day() == 31 {
			lastDay++
		}
		for _, a := range e.Alarms() {
			alarms++
			trigger := a.GetProperty(ics.ComponentPropertyTrigger).Value
			days := 0
			if rest, ok := strings.CutPrefix(trigger, "-P"); ok && !strings.HasPrefix(rest, "T") {
				if _, err := fmt.Sscanf(rest, "%dDT15H30M", &days); err != nil {
					t.Fatalf("%q: %v", trigger, err)
				}
			}
			if day := plan.DateOf(start).AddDays(-days - 1); !working.IsWorkingDay(day) || day == off {
				t.Errorf("%s rings on %s, a day off", start.Format(time.DateOnly), day)
			}
		}
	}
	if lastDay > 10 || alarms == 0 {
		t.Errorf("%d events on 31 December, %d alarms", lastDay, alarms)
	}
	t.Logf("%d events on 31 December, %d alarms, all on working days", lastDay, alarms)
}
