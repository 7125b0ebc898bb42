// Package xlsx reads a workbook (.xlsx) into blocks.
//
// In: the bytes of a file. Out: for each sheet that is shown, the lines above
// its table as paragraphs and the rest as a grid, merged cells repeated, dates
// and numbers as they are shown; or a *block.Error. Formulas are not computed
// and macros not touched.
package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"cchcbot/seeds/block"
)

// Bounds of what is read: a plan with its appendix takes a hundredth of them.
const (
	mostUnpacked = 48 << 20
	mostRows     = 20_000
	mostColumns  = 64
	mostEmpty    = 500 // empty rows in a row: what comes behind is no table
)

// Read reads the sheets of a workbook.
func Read(data []byte) (blocks []block.Block, err error) {
	defer func() {
		if broken := recover(); broken != nil { // excelize trusts what it reads
			blocks, err = nil, block.Refuse(block.Broken, fmt.Errorf("%v", broken))
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked,
	})
	if err != nil {
		if strings.Contains(err.Error(), "exceeds") {
			return nil, block.Refuse(block.TooBig, err)
		}
		return nil, block.Refuse(block.Broken, err)
	}
	defer func() { _ = book.Close() }()
	for _, name := range book.GetSheetList() {
		if shown, err := book.GetSheetVisible(name); err != nil || !shown {
			continue
		}
		rows, err := readSheet(book, name)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, blocksOf(name, rows)...)
	}
	return blocks, nil
}

// readSheet reads the rows of a sheet that are not empty.
func readSheet(book *excelize.File, name string) ([]block.Row, error) {
	rows, err := book.Rows(name)
	if err != nil {
		return nil, block.Refuse(block.Broken, err)
	}
	defer func() { _ = rows.Close() }()
	var all []block.Row
	empty, line := 0, 0
	for rows.Next() && empty < mostEmpty {
		if line++; line > mostRows {
			return nil, block.Refuse(block.TooBig, fmt.Errorf("sheet %q has more than %d rows", name, mostRows))
		}
		cells, err := rows.Columns()
		if err != nil {
			return nil, block.Refuse(block.Broken, err)
		}
		row := block.Row{Line: line}
		for column, text := range cells[:min(len(cells), mostColumns)] {
			row.Cells = append(row.Cells, block.Cell{Column: column, Span: 1, Text: block.Clean(text)})
		}
		empty++
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			empty = 0
		}
		all = append(all, row)
	}
	if err := rows.Error(); err != nil {
		return nil, block.Refuse(block.Broken, err)
	}
	return merge(book, name, all)
}

// merge repeats the cells that are merged downwards and widens those that are
// merged sideways.
func merge(book *excelize.File, name string, rows []block.Row) ([]block.Row, error) {
	merged, err := book.GetMergeCells(name)
	if err != nil {
		return nil, block.Refuse(block.Broken, err)
	}
	if len(merged) > mostRows {
		return nil, block.Refuse(block.TooBig, errors.New("too many merged cells"))
	}
	for _, m := range merged {
		left, top, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil || left > mostColumns {
			continue
		}
		text := ""
		for line := top; line <= min(bottom, len(rows)); line++ {
			row := &rows[line-1]
			if line == top {
				if c, ok := row.At(left - 1); ok {
					text = c.Text
				}
			}
			row.Cells = cover(row.Cells, block.Cell{
				Column: left - 1, Span: min(right, mostColumns) - left + 1, Text: text, Inherited: line > top,
			})
		}
	}
	return rows, nil
}

// cover puts a cell in the place of those that it covers.
func cover(cells []block.Cell, over block.Cell) []block.Cell {
	var kept []block.Cell
	placed := false
	for _, c := range cells {
		if over.Column <= c.Column && c.Column < over.Column+over.Span {
			continue
		}
		if c.Column > over.Column && !placed {
			kept, placed = append(kept, over), true
		}
		kept = append(kept, c)
	}
	if !placed {
		kept = append(kept, over)
	}
	return kept
}

// blocksOf parts the lines above the table, which have words in one cell
// alone, from the table.
func blocksOf(name string, rows []block.Row) []block.Block {
	var blocks []block.Block
	for i, row := range rows {
		var texts []string
		for _, c := range row.Cells {
			if c.Text != "" && !c.Inherited {
				texts = append(texts, c.Text)
			}
		}
		if len(texts) >= 3 {
			return append(blocks, block.Block{Line: row.Line, Grid: &block.Grid{Sheet: name, Rows: rows[i:]}})
		}
		for _, text := range texts {
			for line := range strings.SplitSeq(text, "\n") {
				blocks = append(blocks, block.Block{Line: row.Line, Text: line})
			}
		}
	}
	return blocks
}
