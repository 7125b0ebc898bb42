package export

import (
	"fmt"
	"image"
	"strconv"
	"strings"
)

// Progress is how far groups of agencies have come, period by period.
type Progress struct {
	Caption
	Groups []Group
}

// Group is a set of agencies, with a Tally a period.
type Group struct {
	Name    string // "sở, ban, ngành"
	Periods []Tally
}

// Tally counts the due dates of a period by their state. What is waived is not
// counted.
type Tally struct {
	Period string // short: "Quý I"
	Done   int
	Late   int
	Open   int
	Ahead  int
}

// count is the number of due dates in a state.
func (t Tally) count(s State) int {
	switch s {
	case Done:
		return t.Done
	case Late:
		return t.Late
	case Open:
		return t.Open
	case Ahead:
		return t.Ahead
	}
	return 0
}

// add counts one more due date.
func (t *Tally) add(s State) {
	switch s {
	case Done:
		t.Done++
	case Late:
		t.Late++
	case Open:
		t.Open++
	case Ahead:
		t.Ahead++
	}
}

func (t Tally) total() int { return t.Done + t.Late + t.Open + t.Ahead }

// Measures of a bar chart.
const (
	groupHeight = 76
	barRow      = 70
	barHeight   = 54
	barLeft     = pageMargin + 140
	barRight    = pageWidth - pageMargin - 150
	barLeast    = 34 // width of the smallest part: room for one digit
)

// Draw makes a bar a period, under the name of its group.
func (p Progress) Draw() (Picture, error) {
	l, err := newLetters()
	if err != nil {
		return Picture{}, err
	}
	head := l.newHead(p.Caption, "", p.states())
	height := head.height() + pageMargin
	for _, g := range p.Groups {
		height += groupHeight + len(g.Periods)*barRow
	}
	c := newCanvas(l, height)
	c.drawHead(head)
	y := head.height()
	for _, g := range p.Groups {
		c.write(c.heading, ink, pageMargin, y, groupHeight, fit(c.heading, upperFirst(oneLine(g.Name)), bodyWidth))
		y += groupHeight
		for _, t := range g.Periods {
			c.bar(y, t)
			y += barRow
		}
	}
	page, err := c.png()
	return Picture{Pages: [][]byte{page}, Lines: p.lines()}, err
}

// states are those that the chart shows.
func (p Progress) states() []State {
	var shown []State
	for _, s := range stateOrder {
		for _, g := range p.Groups {
			for _, t := range g.Periods {
				if t.count(s) > 0 {
					shown = append(shown, s)
				}
			}
		}
	}
	return shown
}

// bar draws one period: its parts, and how many of all are done.
func (c canvas) bar(y int, t Tally) {
	c.write(c.plain, ink, pageMargin, y, barRow, fit(c.plain, oneLine(t.Period), barLeft-pageMargin-8))
	if t.total() == 0 {
		c.write(c.plain, faint, barLeft, y, barRow, textNothingDue)
		return
	}
	x, top := barLeft, y+(barRow-barHeight)/2
	for i, width := range partWidths(t, barRight-barLeft) {
		if width > 0 {
			c.part(image.Rect(x, top, x+width, top+barHeight), stateOrder[i], t.count(stateOrder[i]))
			x += width
		}
	}
	if t.Ahead == t.total() {
		return
	}
	share := fmt.Sprintf("%d/%d", t.Done, t.total())
	c.write(c.bold, ink, pageWidth-pageMargin-widthOf(c.bold, share), y, barRow, share)
}

// part draws one part of a bar, with its mark where there is room for it and
// its number.
func (c canvas) part(r image.Rectangle, s State, n int) {
	c.field(r, s)
	c.box(image.Rect(r.Max.X-2, r.Min.Y, r.Max.X, r.Max.Y), ground)
	number := strconv.Itoa(n)
	width, wide := widthOf(c.bold, number), widthOf(c.bold, number)+markSize+10
	if wide+12 <= r.Dx() && s.hasMark() {
		x := r.Min.X + (r.Dx()-wide)/2
		c.mark(x, r.Min.Y+(r.Dy()-markSize)/2, s)
		c.write(c.bold, s.look().ink, x+markSize+10, r.Min.Y, r.Dy(), number)
		return
	}
	c.write(c.bold, s.look().ink, r.Min.X+(r.Dx()-width)/2, r.Min.Y, r.Dy(), number)
}

// partWidths shares out the width of a bar in stateOrder: what is small gets
// room for its number, the rest goes by size.
func partWidths(t Tally, width int) [len(stateOrder)]int {
	var widths [len(stateOrder)]int
	spare := width
	for i, s := range stateOrder {
		if n := t.count(s); n > 0 {
			widths[i] = barLeast + 20*(len(strconv.Itoa(n))-1)
			spare -= widths[i]
		}
	}
	left, counted := spare, t.total()
	for i, s := range stateOrder {
		if n := t.count(s); n > 0 {
			more := left * n / counted
			widths[i] += more
			left -= more
			counted -= n
		}
	}
	return widths
}

// lines are the numbers in words.
func (p Progress) lines() []string {
	lines := p.Caption.lines()
	for _, g := range p.Groups {
		lines = append(lines, "", upperFirst(oneLine(g.Name))+":")
		for _, t := range g.Periods {
			lines = append(lines, "- "+t.words())
		}
	}
	return lines
}

// words are "Quý I: 18/22 đã nộp (82%), 3 quá hạn, 1 chưa nộp".
func (t Tally) words() string {
	if t.total() == 0 {
		return fmt.Sprintf(textTally, oneLine(t.Period), textNothingDue)
	}
	var parts []string
	if t.Ahead < t.total() {
		parts = append(parts, fmt.Sprintf(textDoneOf, t.Done, t.total(), 100*t.Done/t.total()))
	}
	for _, s := range []State{Late, Open, Ahead} {
		if n := t.count(s); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, lowerFirst(stateWords[s])))
		}
	}
	return fmt.Sprintf(textTally, oneLine(t.Period), strings.Join(parts, ", "))
}
