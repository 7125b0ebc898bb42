package export

import (
	"cmp"
	"fmt"
	"image"
	"slices"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// Timeline is an agency's year: its due dates by month.
type Timeline struct {
	Caption
	Year int
	Due  []Mark
}

// Mark is one due date. Those of another year are left out.
type Mark struct {
	Label string // short: "1.14"
	Day   plan.Date
	State State
}

// late is 1 for what is late.
func (m Mark) late() int {
	if m.State == Late {
		return 1
	}
	return 0
}

// Measures of a timeline.
const (
	monthLeast  = 66
	dayRow      = 66
	dayLeft     = pageMargin + 164
	chipLeft    = dayLeft + 104
	chipHeight  = 50
	chipGap     = 10
	chipPadding = 14
	mostChips   = 8 // rows of a day
)

// Draw makes a row a month, in it a row a day with a chip a due date.
func (t Timeline) Draw() (Picture, error) {
	l, err := newLetters()
	if err != nil {
		return Picture{}, err
	}
	var months [13][]dayLaid // from 1
	var states []State
	for _, day := range t.days() {
		month := day[0].Day.Month
		months[month] = append(months[month], l.layDay(day))
		for _, mark := range day {
			states = append(states, mark.State)
		}
	}
	head := l.newHead(t.Caption, "", states)
	height := head.height() + pageMargin
	for _, days := range months[1:] {
		height += monthHeight(days)
	}
	c := newCanvas(l, height)
	c.drawHead(head)
	y := head.height()
	for month := time.January; month <= time.December; month++ {
		now := t.On.Year == t.Year && t.On.Month == month
		c.month(y, month, months[month], now)
		y += monthHeight(months[month])
	}
	page, err := c.png()
	return Picture{Pages: [][]byte{page}, Lines: t.lines()}, err
}

// days are the marks of the year, those of a day together, by date and what is
// late first.
func (t Timeline) days() [][]Mark {
	due := slices.DeleteFunc(slices.Clone(t.Due), func(m Mark) bool { return m.Day.Year != t.Year })
	slices.SortStableFunc(due, func(a, b Mark) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(b.late(), a.late()))
	})
	var days [][]Mark
	for _, m := range due {
		last := len(days) - 1
		if last < 0 || days[last][0].Day != m.Day {
			days = append(days, nil)
			last++
		}
		days[last] = append(days[last], m)
	}
	return days
}

// dayLaid is a day whose chips are broken into rows. More counts those for
// which there is no room.
type dayLaid struct {
	day  plan.Date
	rows [][]Mark
	more int
}

func (d dayLaid) height() int { return dayRow + (len(d.rows)-1)*(chipHeight+chipGap) }

func (l letters) layDay(marks []Mark) dayLaid {
	laid := dayLaid{day: marks[0].Day}
	used := bodyWidth
	room := pageWidth - pageMargin - chipLeft
	for i, m := range marks {
		width := l.chipWidth(m) + chipGap
		most := room
		if len(laid.rows) == mostChips {
			most -= 100 // for how many more there are
		}
		if used+width > most+chipGap {
			if len(laid.rows) == mostChips {
				laid.more = len(marks) - i
				return laid
			}
			laid.rows = append(laid.rows, nil)
			used = 0
		}
		last := len(laid.rows) - 1
		laid.rows[last] = append(laid.rows[last], m)
		used += width
	}
	return laid
}

func (l letters) chipWidth(m Mark) int {
	width := 2*chipPadding + widthOf(l.bold, m.label(l))
	if m.State.hasMark() {
		width += markSize + 6
	}
	return width
}

// label is short enough for a chip.
func (m Mark) label(l letters) string { return fit(l.bold, oneLine(m.Label), 300) }

func monthHeight(days []dayLaid) int {
	height := 0
	for _, day := range days {
		height += day.height()
	}
	return max(height, monthLeast)
}

// month draws a month; the one that is running stands on a band.
func (c canvas) month(y int, month time.Month, days []dayLaid, now bool) {
	height, face := monthHeight(days), c.plain
	if now {
		c.box(image.Rect(0, y, pageWidth, y+height), band)
		c.box(image.Rect(0, y, 10, y+height), ink)
		face = c.bold
	}
	c.box(image.Rect(pageMargin, y, pageWidth-pageMargin, y+1), rule)
	c.write(face, ink, pageMargin, y, dayRow, fmt.Sprintf(textMonth, month))
	if len(days) == 0 {
		c.write(c.plain, faint, dayLeft, y, monthLeast, textNothingDue)
	}
	for _, day := range days {
		c.day(y, day)
		y += day.height()
	}
}

func (c canvas) day(y int, d dayLaid) {
	c.write(c.bold, ink, dayLeft, y, dayRow, fmt.Sprintf("%d/%d", d.day.Day, d.day.Month))
	top := y + (dayRow-chipHeight)/2
	for i, row := range d.rows {
		x := chipLeft
		for _, m := range row {
			c.chip(x, top, m)
			x += c.chipWidth(m) + chipGap
		}
		if i == len(d.rows)-1 && d.more > 0 {
			c.write(c.bold, ink, x, top, chipHeight, fmt.Sprintf("+%d", d.more))
		}
		top += chipHeight + chipGap
	}
}

func (c canvas) chip(x, top int, m Mark) {
	c.field(image.Rect(x, top, x+c.chipWidth(m), top+chipHeight), m.State)
	x += chipPadding
	if m.State.hasMark() {
		c.mark(x, top+(chipHeight-markSize)/2, m.State)
		x += markSize + 6
	}
	c.write(c.bold, m.State.look().ink, x, top, chipHeight, m.label(c.letters))
}

// lines are the numbers of each month that has any, and what is late.
func (t Timeline) lines() []string {
	lines := t.Caption.lines()
	tallies := map[time.Month]Tally{}
	late := map[time.Month][]string{}
	for _, day := range t.days() {
		month := day[0].Day.Month
		tally := tallies[month]
		for _, m := range day {
			tally.Add(m.State)
			if m.State == Late {
				late[month] = append(late[month], oneLine(m.Label))
			}
		}
		tallies[month] = tally
	}
	for month := time.January; month <= time.December; month++ {
		tally := tallies[month]
		if tally.total() == 0 {
			continue
		}
		tally.Period = fmt.Sprintf(textMonth, month)
		line := tally.words()
		if len(late[month]) > 0 {
			line += " (" + fmt.Sprintf(textLateThere, strings.Join(late[month], ", ")) + ")"
		}
		lines = append(lines, "- "+line)
	}
	return lines
}
