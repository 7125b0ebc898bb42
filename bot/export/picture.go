package export

import (
	"fmt"
	"image"
	"slices"

	"cchcbot/seeds/plan"
)

// Picture is a chart, and the same in words.
type Picture struct {
	Pages [][]byte // PNG, each 1080 pixels wide; mostly one
	Lines []string // the numbers, line by line, without markup
}

// Caption is what stands at the head of a chart.
type Caption struct {
	Title string
	About string    // a line below it, "" for none
	On    plan.Date // the day whose states are shown
}

// lines are the caption in words.
func (c Caption) lines() []string {
	lines := []string{oneLine(c.Title)}
	if about := oneLine(c.About); about != "" {
		lines = append(lines, about)
	}
	return append(lines, fmt.Sprintf(textOn, shortDay(c.On)))
}

// Heights of the parts of a page.
const (
	titleHeight   = 58
	aboutHeight   = 46
	legendHeight  = 60
	captionBottom = 20
	mostTitle     = 3 // lines
)

// head is a caption that is laid out, with the legend below it.
type head struct {
	title, about []string
	legend       [][]State // by rows
}

func (l letters) newHead(c Caption, page string, states []State) head {
	title := oneLine(c.Title)
	if page != "" {
		title += " " + page
	}
	h := head{title: wrap(l.title, title, bodyWidth, mostTitle)}
	if about := oneLine(c.About); about != "" {
		h.about = wrap(l.plain, about, bodyWidth, mostTitle)
	}
	h.about = append(h.about, fmt.Sprintf(textOn, shortDay(c.On)))
	used := 0
	for _, s := range stateOrder {
		if !slices.Contains(states, s) {
			continue
		}
		width := l.legendWidth(s)
		if used == 0 || used+width > bodyWidth {
			h.legend = append(h.legend, nil)
			used = 0
		}
		last := len(h.legend) - 1
		h.legend[last] = append(h.legend[last], s)
		used += width
	}
	return h
}

const (
	swatch    = 44
	legendGap = 32
)

func (l letters) legendWidth(s State) int {
	return swatch + 12 + widthOf(l.plain, stateWords[s]) + legendGap
}

func (h head) height() int {
	return pageMargin + len(h.title)*titleHeight + len(h.about)*aboutHeight + len(h.legend)*legendHeight + captionBottom
}

// drawHead draws a head at the top of a page.
func (c canvas) drawHead(h head) {
	y := pageMargin
	for _, line := range h.title {
		c.write(c.title, ink, pageMargin, y, titleHeight, line)
		y += titleHeight
	}
	for _, line := range h.about {
		c.write(c.plain, faint, pageMargin, y, aboutHeight, line)
		y += aboutHeight
	}
	for _, row := range h.legend {
		x := pageMargin
		for _, s := range row {
			top := y + (legendHeight-swatch)/2
			c.field(image.Rect(x, top, x+swatch, top+swatch), s)
			c.mark(x+(swatch-markSize)/2, top+(swatch-markSize)/2, s)
			c.write(c.plain, ink, x+swatch+12, y, legendHeight, stateWords[s])
			x += c.legendWidth(s)
		}
		y += legendHeight
	}
}
