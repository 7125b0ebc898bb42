package export

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// fontName is what offices write in (Nghị định 30/2020/NĐ-CP); a reader without
// it shows another.
const fontName = "Times New Roman"

// Heights in points, for fontSize.
const (
	fontSize   = 11
	titleSize  = 14
	titleRow   = 24
	lineHeight = 14
	padding    = 4
	mostHeight = 409 // of a row, in Excel
)

// lettersADigit is how many letters of running Vietnamese take the place of one
// digit, in which widths are counted; a little less, for fonts that are wider.
const lettersADigit = 1.08

// styles are the numbers under which a workbook keeps its styles.
type styles struct {
	title, subtitle, header int
	left, middle            int
	day, moment             int
}

func newStyles(file *excelize.File) (styles, error) {
	var s styles
	font := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: fontName, Size: size, Bold: bold}
	}
	body := func(horizontal, format string) *excelize.Style {
		style := &excelize.Style{
			Font:      font(fontSize, false),
			Border:    frame(),
			Alignment: &excelize.Alignment{Horizontal: horizontal, Vertical: "top", WrapText: true},
		}
		if format != "" {
			style.CustomNumFmt = &format
		}
		return style
	}
	header := body("center", "")
	header.Font.Bold = true
	header.Alignment.Vertical = "center"
	header.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DCE6F1"}}
	for _, made := range []struct {
		number *int
		style  *excelize.Style
	}{
		{&s.title, &excelize.Style{Font: font(titleSize, true)}},
		{&s.subtitle, &excelize.Style{Font: font(fontSize, false)}},
		{&s.header, header},
		{&s.left, body("left", "")},
		{&s.middle, body("center", "")},
		{&s.day, body("center", "dd/mm/yyyy")},
		{&s.moment, body("center", "dd/mm/yyyy hh:mm")},
	} {
		number, err := file.NewStyle(made.style)
		if err != nil {
			return s, fmt.Errorf("style: %w", err)
		}
		*made.number = number
	}
	return s, nil
}

func frame() []excelize.Border {
	var sides []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		sides = append(sides, excelize.Border{Type: side, Style: 1, Color: "808080"})
	}
	return sides
}

func (s styles) of(cell Cell, column Column) int {
	switch {
	case cell.style == styleDay:
		return s.day
	case cell.style == styleMoment:
		return s.moment
	case column.Middle:
		return s.middle
	}
	return s.left
}

// rowHeight is what the tallest cell of a row needs: readers on phones do not
// work it out by themselves.
func rowHeight(cells []Cell, columns []Column) float64 {
	lines := 1
	for i, cell := range cells {
		lines = max(lines, countLines(cell.text, int(columns[i].Width*lettersADigit)))
	}
	return math.Min(float64(lines)*lineHeight+padding, mostHeight)
}

// countLines wraps a text between words at so many characters.
func countLines(text string, width int) int {
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		used := 0
		for word := range strings.SplitSeq(paragraph, " ") {
			length := utf8.RuneCountInString(word)
			if used > 0 && used+1+length > width {
				lines++
				used = 0
			}
			if used > 0 {
				used++
			}
			lines += max(0, length-1) / width // a word longer than the line is broken
			used += length - max(0, length-1)/width*width
		}
	}
	return lines
}

// view freezes what stands above the rows and lets them be filtered.
func (w *writer) view() error {
	last := at(len(w.Columns), w.headerRow()+len(w.Rows))
	if err := w.file.SetSheetDimension(w.Name, "A1:"+last); err != nil {
		return fmt.Errorf("extent: %w", err)
	}
	if err := w.file.AutoFilter(w.Name, at(1, w.headerRow())+":"+last, nil); err != nil {
		return fmt.Errorf("filter: %w", err)
	}
	below := at(1, w.headerRow()+1)
	err := w.file.SetPanes(w.Name, &excelize.Panes{
		Freeze: true, YSplit: w.headerRow(), TopLeftCell: below, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{Pane: "bottomLeft", SQRef: below, ActiveCell: below}},
	})
	if err != nil {
		return fmt.Errorf("panes: %w", err)
	}
	return nil
}

// print fits the columns on A4 across, repeats the header and numbers the pages.
func (w *writer) print() error {
	const a4 = 9
	landscape, yes, side := "landscape", true, 0.4 // in inches
	for _, err := range []error{
		w.file.SetPageLayout(w.Name, &excelize.PageLayoutOptions{
			Size: new(a4), Orientation: &landscape, FitToWidth: new(1), FitToHeight: new(0),
		}),
		w.file.SetSheetProps(w.Name, &excelize.SheetPropsOptions{FitToPage: &yes}),
		w.file.SetPageMargins(w.Name, &excelize.PageLayoutMarginsOptions{
			Left: &side, Right: &side, Top: &side, Bottom: new(0.6), Footer: new(0.3), Horizontally: &yes,
		}),
		w.file.SetHeaderFooter(w.Name, &excelize.HeaderFooterOptions{OddFooter: pageFooter}),
		w.file.SetDefinedName(&excelize.DefinedName{
			Name:     "_xlnm.Print_Titles",
			RefersTo: fmt.Sprintf("'%s'!$%d:$%d", w.Name, w.headerRow(), w.headerRow()),
			Scope:    w.Name,
		}),
	} {
		if err != nil {
			return fmt.Errorf("print set-up: %w", err)
		}
	}
	return nil
}

// properties are what a file tells about itself.
func (w *writer) properties() error {
	title := ""
	if len(w.Titles) > 0 {
		title = clean(w.Titles[0])
	}
	made := w.Made.UTC().Format(time.RFC3339)
	err := w.file.SetDocProps(&excelize.DocProperties{
		Title: title, Creator: "cchcbot", LastModifiedBy: "cchcbot", Created: made, Modified: made, Language: "vi-VN",
	})
	if err != nil {
		return fmt.Errorf("properties: %w", err)
	}
	return nil
}
