package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"cchcbot/seeds/block"
)

// mostSpan bounds the columns that one cell may claim.
const mostSpan = 64

// table reads the table in hand.
func (r *reader) table(w *walker, into *[]block.Block) error {
	grid := &block.Grid{}
	line := r.line + 1
	var notes []block.Note
	err := w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			row, found, err := r.row(w, grid)
			if len(row.Cells) > 0 {
				grid.Rows = append(grid.Rows, row)
			}
			notes = append(notes, found...)
			return err
		case "sdt", "sdtContent", "customXml":
			return errDescend
		}
		return w.skip()
	})
	if len(grid.Rows) > 0 {
		*into = append(*into, block.Block{Line: line, Grid: grid, Notes: notes})
	}
	return err
}

// row reads the row in hand. One that was deleted with changes tracked has no
// cells.
func (r *reader) row(w *walker, grid *block.Grid) (block.Row, []block.Note, error) {
	r.line++
	row := block.Row{Line: r.line}
	var notes []block.Note
	column, deleted, props := 0, false, 0
	err := w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr":
			return errDescend
		case "sdt", "sdtContent", "customXml":
			return errDescend
		case "tblHeader":
			row.Header = on(e)
		case "del":
			deleted = true
		case "gridBefore":
			props, _ = strconv.Atoi(attribute(e, "val"))
			column += min(max(props, 0), mostSpan)
		case "tc":
			c, found, err := r.cell(w, grid, column)
			column += c.Span
			row.Cells = append(row.Cells, c)
			notes = append(notes, found...)
			return err
		}
		return w.skip()
	})
	r.line = row.Line
	if deleted {
		row.Cells = nil
	}
	return row, notes, err
}

// cell reads the cell in hand.
func (r *reader) cell(w *walker, grid *block.Grid, column int) (block.Cell, []block.Note, error) {
	if err := r.count(); err != nil {
		return block.Cell{Span: 1}, nil, err
	}
	c := block.Cell{Column: column, Span: 1}
	var content []block.Block
	err := w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tcPr":
			return errDescend
		case "gridSpan":
			if n, err := strconv.Atoi(attribute(e, "val")); err == nil {
				c.Span = min(max(n, 1), mostSpan)
			}
		case "vMerge":
			c.Inherited = attribute(e, "val") != "restart"
		default:
			return r.content(w, e, &content)
		}
		return w.skip()
	})
	var notes []block.Note
	c.Text, notes = flat(content)
	if c.Inherited && len(grid.Rows) > 0 {
		if above, ok := grid.Rows[len(grid.Rows)-1].At(column); ok {
			c.Text = above.Text
		}
	}
	return c, notes, err
}

// flat is the words of a cell, a paragraph a line; a table in a cell is read
// row by row.
func flat(content []block.Block) (string, []block.Note) {
	var lines []string
	var notes []block.Note
	for _, b := range content {
		notes = append(notes, b.Notes...)
		if b.Grid == nil {
			lines = append(lines, b.Text)
			continue
		}
		for _, row := range b.Grid.Rows {
			for _, c := range row.Cells {
				if !c.Inherited && c.Text != "" {
					lines = append(lines, c.Text)
				}
			}
		}
	}
	return strings.Join(lines, "\n"), notes
}
