package export

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"cchcbot/seeds/plan"
)

// Table is a sheet of a workbook: lines of title, a header, and rows that can
// be filtered and printed on A4. What it holds is data: no text in it, whoever
// wrote it, is ever taken for a formula.
type Table struct {
	Name    string   // of the sheet, at most 31 characters, none of them :\/?*[]
	Titles  []string // the first is the title of the file as well
	Columns []Column
	Rows    [][]Cell // each with a Cell a Column
	Made    time.Time
}

// Column is one column of a Table.
type Column struct {
	Title  string
	Width  float64 // in characters
	Middle bool    // centred, for what is short
}

// Cell is a text, a number or a time, made by one of the functions below.
type Cell struct {
	text   string
	number int
	moment time.Time
	style  cellStyle
}

type cellStyle int

const (
	styleText cellStyle = iota
	styleNumber
	styleDay
	styleMoment
)

// Text is a cell of words, items separated by "\n".
func Text(words string) Cell { return Cell{text: clean(words)} }

// Number is a cell of a whole number.
func Number(n int) Cell { return Cell{number: n, style: styleNumber} }

// Day is a cell that sorts and filters as a date, empty for no day.
func Day(d plan.Date) Cell {
	if d.IsZero() {
		return Cell{}
	}
	return Cell{moment: d.In(time.UTC), style: styleDay}
}

// Moment is a cell of day and time, as the clocks of t's zone show them.
func Moment(t time.Time) Cell { return Cell{moment: t, style: styleMoment} }

// Bytes is the finished workbook (.xlsx).
func (t Table) Bytes() ([]byte, error) { return workbook(t) }

// workbook is the finished file of several tables, a sheet each.
func workbook(tables ...Table) ([]byte, error) {
	file := excelize.NewFile()
	defer file.Close() //nolint:errcheck // it holds memory alone
	if err := file.SetDefaultFont(fontName); err != nil {
		return nil, fmt.Errorf("font: %w", err)
	}
	styles, err := newStyles(file)
	if err != nil {
		return nil, err
	}
	for i, t := range tables {
		w := &writer{Table: t, file: file, styles: styles}
		for _, step := range []func() error{w.sheet(i), w.titles, w.header, w.rows, w.view, w.print} {
			if err := step(); err != nil {
				return nil, fmt.Errorf("write table %q: %w", t.Name, err)
			}
		}
	}
	first := &writer{Table: tables[0], file: file}
	if err := first.properties(); err != nil {
		return nil, err
	}
	content, err := file.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	return content.Bytes(), nil
}

// writer fills in one sheet of a workbook.
type writer struct {
	Table
	file   *excelize.File
	styles styles
}

// sheet begins the sheet of a place in the workbook, which comes with one.
func (w *writer) sheet(place int) func() error {
	return func() error {
		if place == 0 {
			if err := w.file.SetSheetName("Sheet1", w.Name); err != nil {
				return fmt.Errorf("name: %w", err)
			}
			return nil
		}
		if _, err := w.file.NewSheet(w.Name); err != nil {
			return fmt.Errorf("name: %w", err)
		}
		return nil
	}
}

// headerRow is the row of the header, after the titles and an empty row.
func (w *writer) headerRow() int { return len(w.Titles) + 2 }

// at names a cell; the first column is 1.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // columns and rows are counted by this file
	}
	return name
}

func (w *writer) titles() error {
	for i, title := range w.Titles {
		style, height := w.styles.subtitle, float64(lineHeight+padding)
		if i == 0 {
			style, height = w.styles.title, titleRow
		}
		if err := w.put(1, i+1, Text(title), style); err != nil {
			return err
		}
		if err := w.setHeight(i+1, height); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) header() error {
	for i, column := range w.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return fmt.Errorf("column %d: %w", i+1, err)
		}
		if err := w.file.SetColWidth(w.Name, name, name, column.Width); err != nil {
			return fmt.Errorf("width of column %d: %w", i+1, err)
		}
		if err := w.put(i+1, w.headerRow(), Text(column.Title), w.styles.header); err != nil {
			return err
		}
	}
	return w.setHeight(w.headerRow(), 2*lineHeight+padding)
}

func (w *writer) rows() error {
	for i, cells := range w.Rows {
		row := w.headerRow() + 1 + i
		for j, cell := range cells {
			if err := w.put(j+1, row, cell, w.styles.of(cell, w.Columns[j])); err != nil {
				return err
			}
		}
		if err := w.setHeight(row, rowHeight(cells, w.Columns)); err != nil {
			return err
		}
	}
	return nil
}

// put writes a cell. The style comes first: a time without one is given the
// format of another country.
func (w *writer) put(column, row int, cell Cell, style int) error {
	name := at(column, row)
	err := w.file.SetCellStyle(w.Name, name, name, style)
	if err == nil {
		switch {
		case cell == Cell{}: // empty, and not filled with no words
		case cell.style == styleText:
			err = w.file.SetCellStr(w.Name, name, literal(cell.text))
		case cell.style == styleNumber:
			err = w.file.SetCellInt(w.Name, name, int64(cell.number))
		default:
			err = w.file.SetCellValue(w.Name, name, cell.moment)
		}
	}
	if err != nil {
		return fmt.Errorf("cell %s: %w", name, err)
	}
	return nil
}

func (w *writer) setHeight(row int, height float64) error {
	if err := w.file.SetRowHeight(w.Name, row, height); err != nil {
		return fmt.Errorf("height of row %d: %w", row, err)
	}
	return nil
}
