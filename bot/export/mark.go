package export

import (
	"image"
	"image/color"
)

// Colours that stay apart for every kind of colour blindness (after Okabe and
// Ito), and in grey; each state has a mark as well, and late a hatching.
var (
	ground = color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}
	ink    = color.RGBA{0x1C, 0x1C, 0x1C, 0xFF}
	faint  = color.RGBA{0x59, 0x59, 0x59, 0xFF}
	rule   = color.RGBA{0xD0, 0xD0, 0xD0, 0xFF}
	band   = color.RGBA{0xEE, 0xF4, 0xFA, 0xFF}
)

type look struct{ fill, hatch, ink color.RGBA }

var looks = map[State]look{
	Done:   {color.RGBA{0x00, 0x5F, 0x9E, 0xFF}, color.RGBA{}, ground},
	Late:   {color.RGBA{0xC9, 0x4F, 0x00, 0xFF}, color.RGBA{0xA8, 0x42, 0x00, 0xFF}, ground},
	Open:   {color.RGBA{0xF5, 0xC8, 0x4C, 0xFF}, color.RGBA{}, ink},
	Ahead:  {color.RGBA{0xE4, 0xE4, 0xE4, 0xFF}, color.RGBA{}, faint},
	Nobody: {color.RGBA{0xB4, 0xB4, 0xB4, 0xFF}, color.RGBA{}, ink},
	Waived: {color.RGBA{0xF7, 0xF7, 0xF7, 0xFF}, color.RGBA{}, faint},
}

// look is how a state looks; one that nobody keeps is plain.
func (s State) look() look {
	if l, known := looks[s]; known {
		return l
	}
	return look{fill: band, ink: ink}
}

// stateOrder is the order in which states are shown and counted.
var stateOrder = [...]State{Done, Late, Open, Ahead, Nobody, Waived}

// palette holds every colour, and the steps from a ground to the letters on it.
var palette = makePalette()

func makePalette() color.Palette {
	const steps = 22
	colours := color.Palette{rule}
	ramp := func(from, to color.RGBA) {
		for i := range steps {
			blend := func(a, b uint8) uint8 { return uint8((int(a)*(steps-1-i) + int(b)*i) / (steps - 1)) }
			colours = append(colours, color.RGBA{blend(from.R, to.R), blend(from.G, to.G), blend(from.B, to.B), 0xFF})
		}
	}
	ramp(ground, ink)
	ramp(ground, faint)
	ramp(band, ink)
	for _, s := range stateOrder {
		ramp(looks[s].fill, looks[s].ink)
	}
	ramp(looks[Late].hatch, looks[Late].ink)
	return colours
}

// markSize is the side of the square in which a mark is drawn.
const markSize = 30

// field fills a box with the look of a state.
func (c canvas) field(r image.Rectangle, s State) {
	l := s.look()
	c.box(r, l.fill)
	if l.hatch.A == 0 {
		return
	}
	const every, thick = 14, 4
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if (x+y)%every < thick {
				c.SetRGBA(x, y, l.hatch)
			}
		}
	}
}

// tick is the sign of what is done, in a square of side one.
var tick = [...][2]float32{{.06, .52}, {.19, .40}, {.40, .61}, {.82, .16}, {.95, .28}, {.40, .87}}

// mark draws the sign of a state: a tick, an exclamation mark, three dots, a
// stroke; none for what has not begun.
func (c canvas) mark(x, y int, s State) {
	square := func(left, top, right, bottom int) {
		c.box(image.Rect(x+left, y+top, x+right, y+bottom), s.look().ink)
	}
	switch s {
	case Done:
		points := tick
		for i := range points {
			points[i] = [2]float32{float32(x) + points[i][0]*markSize, float32(y) + points[i][1]*markSize}
		}
		c.polygon(s.look().ink, image.Rect(x, y, x+markSize, y+markSize), points[:]...)
	case Late:
		square(12, 2, 18, 19)
		square(12, 23, 18, 29)
	case Open:
		square(2, 12, 8, 18)
		square(12, 12, 18, 18)
		square(22, 12, 28, 18)
	case Nobody:
		square(4, 4, 26, 26)
		c.box(image.Rect(x+9, y+9, x+21, y+21), s.look().fill)
	case Waived:
		square(4, 13, 26, 17)
	}
}

// hasMark reports whether a state is drawn with a mark.
func (s State) hasMark() bool {
	return s == Done || s == Late || s == Open || s == Nobody || s == Waived
}
