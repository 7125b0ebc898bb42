package export

import (
	"fmt"
	"image"
	"strings"
)

// Heat is how each agency stands in each period: with one duty, or with all, where
// the worst is shown.
type Heat struct {
	Caption
	Columns []string // the periods, short: "Quý I"
	Rows    []HeatRow
	Counts  []Tally // of the periods in words, where they count more than one duty an agency
}

// HeatRow is one agency, with a State a column: "" where nothing is due.
type HeatRow struct {
	Name   string
	States []State
}

// Measures of a heat map.
const (
	heatHead     = 64
	heatRow      = 46
	heatLine     = 36   // what a second line of a name takes
	heatMost     = 2800 // all agencies of the city
	heatColumn   = 124  // at most
	heatName     = 420  // at least
	mostHeatName = 3    // lines
	mostLate     = 5    // names a column: four columns stay within a screen
)

// Draw makes a row an agency, those of the city on one page, with the numbers of
// all of them.
func (h Heat) Draw() (Picture, error) {
	l, err := newLetters()
	if err != nil {
		return Picture{}, err
	}
	rows := h.layOut(l)
	pages := paginate(rows)
	picture := Picture{Lines: h.lines()}
	for i, page := range pages {
		number := ""
		if len(pages) > 1 {
			number = fmt.Sprintf("(%d/%d)", i+1, len(pages))
		}
		drawn, err := h.page(l, l.newHead(h.Caption, number, h.states()), page)
		if err != nil {
			return Picture{}, err
		}
		picture.Pages = append(picture.Pages, drawn)
	}
	return picture, nil
}

// heatLaid is a row whose name is broken into lines.
type heatLaid struct {
	name   []string
	states []State
}

func (r heatLaid) height() int { return heatRow + (len(r.name)-1)*heatLine }

func (h Heat) columnWidth() int { return min(heatColumn, (bodyWidth-heatName)/max(1, len(h.Columns))) }

func (h Heat) nameWidth() int { return bodyWidth - len(h.Columns)*h.columnWidth() - 16 }

func (h Heat) layOut(l letters) []heatLaid {
	rows := make([]heatLaid, len(h.Rows))
	for i, row := range h.Rows {
		rows[i] = heatLaid{wrap(l.plain, oneLine(row.Name), h.nameWidth(), mostHeatName), row.States}
	}
	return rows
}

// paginate shares rows out over as few pages as they need, about equally high.
func paginate(rows []heatLaid) [][]heatLaid {
	total := 0
	for _, row := range rows {
		total += row.height()
	}
	count := max(1, (total+heatMost-1)/heatMost)
	pages := make([][]heatLaid, 1, count)
	used := 0
	for _, row := range rows {
		if used >= total*len(pages)/count {
			pages = append(pages, nil)
		}
		pages[len(pages)-1] = append(pages[len(pages)-1], row)
		used += row.height()
	}
	return pages
}

func (h Heat) page(l letters, head head, rows []heatLaid) ([]byte, error) {
	height := head.height() + heatHead + pageMargin
	for _, row := range rows {
		height += row.height()
	}
	c := newCanvas(l, height)
	c.drawHead(head)
	y := head.height()
	width := h.columnWidth()
	left := pageMargin + h.nameWidth() + 16
	for i, column := range h.Columns {
		words := fit(c.bold, oneLine(column), width)
		c.write(c.bold, ink, left+i*width+(width-widthOf(c.bold, words))/2, y, heatHead, words)
	}
	y += heatHead
	for _, row := range rows {
		c.box(image.Rect(pageMargin, y, pageWidth-pageMargin, y+1), rule)
		for i, line := range row.name {
			c.write(c.plain, ink, pageMargin, y+i*heatLine, heatRow, line)
		}
		for i, state := range row.states[:min(len(row.states), len(h.Columns))] {
			c.cell(image.Rect(left+i*width, y, left+(i+1)*width, y+row.height()).Inset(4), state)
		}
		y += row.height()
	}
	return c.png()
}

// cell draws how one agency stands in one period.
func (c canvas) cell(r image.Rectangle, s State) {
	if s == "" {
		return
	}
	c.field(r, s)
	c.mark(r.Min.X+(r.Dx()-markSize)/2, r.Min.Y+(r.Dy()-markSize)/2, s)
}

func (h Heat) states() []State {
	var all []State
	for _, row := range h.Rows {
		all = append(all, row.States...)
	}
	return all
}

// lines are the numbers of each column, and who is late.
func (h Heat) lines() []string {
	lines := h.Caption.lines()
	for i, column := range h.Columns {
		tally := Tally{Period: column}
		var late []string
		for _, row := range h.Rows {
			if i >= len(row.States) {
				continue
			}
			tally.Add(row.States[i])
			if row.States[i] == Late {
				late = append(late, oneLine(row.Name))
			}
		}
		if i < len(h.Counts) {
			tally = h.Counts[i]
		}
		lines = append(lines, "- "+tally.words())
		if len(late) > 0 {
			lines = append(lines, fmt.Sprintf(textLate, some(late)))
		}
	}
	return lines
}

// some names the first of many.
func some(names []string) string {
	if len(names) <= mostLate {
		return strings.Join(names, "; ")
	}
	return fmt.Sprintf(textAndMore, strings.Join(names[:mostLate], "; "), len(names)-mostLate)
}
