package export

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Measures in pixels, of which a phone shows two or three a point.
const (
	pageWidth  = 1080
	pageMargin = 40
	bodyWidth  = pageWidth - 2*pageMargin
)

// canvas is a page in the making, on a ground of its own: legible whatever the
// theme of the reader.
type canvas struct {
	*image.RGBA
	letters
}

func newCanvas(l letters, height int) canvas {
	c := canvas{image.NewRGBA(image.Rect(0, 0, pageWidth, height)), l}
	c.box(c.Bounds(), ground)
	return c
}

func (c canvas) box(r image.Rectangle, fill color.Color) {
	draw.Draw(c.RGBA, r, image.NewUniform(fill), image.Point{}, draw.Src)
}

// png encodes the page with a palette: a third of the size of one without.
func (c canvas) png() ([]byte, error) {
	page := image.NewPaletted(c.Bounds(), palette)
	known := map[color.RGBA]uint8{}
	var last color.RGBA // most pixels are like the one before
	var index uint8
	for i := range page.Pix {
		p := c.Pix[4*i : 4*i+4 : 4*i+4]
		if pixel := (color.RGBA{p[0], p[1], p[2], p[3]}); pixel != last {
			found := false
			if index, found = known[pixel]; !found {
				index = uint8(palette.Index(pixel))
				known[pixel] = index
			}
			last = pixel
		}
		page.Pix[i] = index
	}
	var file bytes.Buffer
	if err := png.Encode(&file, page); err != nil {
		return nil, fmt.Errorf("encode picture: %w", err)
	}
	return file.Bytes(), nil
}

// write sets a line of text beginning at x, in the middle of a row from top on.
func (c canvas) write(face font.Face, ink color.Color, x, top, height int, text string) {
	metrics := face.Metrics()
	baseline := top + (height+metrics.CapHeight.Round())/2
	(&font.Drawer{Dst: c.RGBA, Src: image.NewUniform(ink), Face: face, Dot: fixed.P(x, baseline)}).DrawString(text)
}

func widthOf(face font.Face, text string) int { return font.MeasureString(face, text).Ceil() }

// wrap breaks a text between words into at most so many lines; what does not
// fit is cut off with an ellipsis.
func wrap(face font.Face, text string, width, most int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		longer := strings.TrimPrefix(line+" "+word, " ")
		if line == "" || widthOf(face, longer) <= width {
			line = longer
			continue
		}
		if len(lines) == most-1 {
			line = longer
			break
		}
		lines = append(lines, fit(face, line, width))
		line = word
	}
	return append(lines, fit(face, line, width))
}

// fit cuts a line that is too wide.
func fit(face font.Face, line string, width int) string {
	ellipsis := widthOf(face, "…")
	used, cut := fixed.I(0), 0
	for i, r := range line {
		if used.Ceil()+ellipsis <= width {
			cut = i
		}
		advance, _ := face.GlyphAdvance(r)
		if used += advance; used.Ceil() > width {
			return strings.TrimRight(line[:cut], " ,;-") + "…"
		}
	}
	return line
}

// polygon fills the area between points that lie within the bounds.
func (c canvas) polygon(fill color.Color, bounds image.Rectangle, points ...[2]float32) {
	rasterizer := vector.NewRasterizer(bounds.Dx(), bounds.Dy())
	for i, p := range points {
		x, y := p[0]-float32(bounds.Min.X), p[1]-float32(bounds.Min.Y)
		if i == 0 {
			rasterizer.MoveTo(x, y)
		} else {
			rasterizer.LineTo(x, y)
		}
	}
	rasterizer.ClosePath()
	rasterizer.Draw(c.RGBA, bounds, image.NewUniform(fill), image.Point{})
}
