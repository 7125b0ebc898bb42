package plan

import (
	"regexp"
	"strings"
)

// appendixID is the id of the appendix, and the start of its tasks' ids.
const appendixID = "PL"

// columns is the number of columns of the appendix table.
const columns = 6

// headerPatterns name the columns, in order.
var headerPatterns = [columns]*regexp.Regexp{
	regexp.MustCompile(`(?i)^s?tt$`),
	regexp.MustCompile(`(?i)nhiệm vụ|nội dung`),
	regexp.MustCompile(`(?i)sản phẩm|kết quả`),
	regexp.MustCompile(`(?i)chủ trì`),
	regexp.MustCompile(`(?i)phối hợp`),
	regexp.MustCompile(`(?i)thời gian|tiến độ|thời hạn`),
}

// row is a row of the appendix while it is being gathered: what page breaks
// left of each cell.
type row struct {
	fragments [columns][]string
	lines     []int
}

// The cells of a row.
const (
	cellNumber = iota
	cellText
	cellProduct
	cellLead
	cellSupport
	cellDeadline
)

// add takes one line of the row.
func (w *row) add(number int, cells [columns]string) {
	for i, cell := range cells {
		if i != cellNumber && cell != "" {
			w.fragments[i] = append(w.fragments[i], cell)
		}
	}
	w.lines = append(w.lines, number)
}

// isTableHeader recognises the header that each page repeats.
func isTableHeader(l line) bool {
	return len(l.cells) > 0 && headerPatterns[0].MatchString(l.cells[0])
}

// readAppendixName opens the appendix.
func (r *reader) readAppendixName(l line) {
	r.openAppendix(l)
	r.byID[appendixID].own(l)
}

// openAppendix opens the heading of the appendix, once.
func (r *reader) openAppendix(l line) {
	if r.byID[appendixID] != nil {
		return
	}
	r.begin(l, Unit{ID: appendixID, Kind: KindHeading, Number: "Phụ lục"})
	r.lastItem = nil
}

// readAppendixTitle reads a line of the title, which stands above the table.
func (r *reader) readAppendixTitle(l line) {
	if l.cells == nil {
		r.open.write(l)
		return
	}
	r.report(l.number, "a table row before the header of the table")
	r.part = partTable
	r.readTable(l)
}

// readTableHeader checks the columns that a page announces.
func (r *reader) readTableHeader(l line) {
	if r.byID[appendixID] == nil {
		r.report(l.number, "a table before the title of the appendix")
		r.openAppendix(l)
		r.byID[appendixID].own(l)
	}
	if len(l.cells) != columns {
		r.report(l.number, "a table header with %d columns instead of %d", len(l.cells), columns)
	}
	for i, cell := range l.cells[:min(len(l.cells), columns)] {
		if !headerPatterns[i].MatchString(cell) {
			r.report(l.number, "column %d of the table has an unknown title: %s", i+1, excerpt(cell))
		}
	}
	r.name(l, furnitureTableHeader)
}

// readTable reads a table row: a new one, or the rest of one that a page
// break cut, which has no number.
func (r *reader) readTable(l line) {
	if l.cells == nil {
		r.stray(l)
		return
	}
	cells := r.sixCells(l)
	if cells == [columns]string{} {
		r.name(l, furnitureEmptyRow)
		return
	}
	if cells[cellNumber] != "" {
		r.readRow(l, cells)
		return
	}
	if r.open == nil || r.open.cells == nil {
		r.report(l.number, "a table row without a number, and no row to go on")
		return
	}
	r.open.cells.add(l.number, cells)
}

// sixCells fits a row to the columns. Cells too many are kept in the last.
func (r *reader) sixCells(l line) (cells [columns]string) {
	if len(l.cells) != columns {
		r.report(l.number, "a table row with %d cells instead of %d", len(l.cells), columns)
	}
	copy(cells[:], l.cells)
	if len(l.cells) > columns {
		cells[columns-1] = strings.TrimSpace(strings.Join(l.cells[columns-1:], " "))
	}
	return cells
}

// readRow opens the unit of a numbered row.
func (r *reader) readRow(l line, cells [columns]string) {
	n, ok := parseNumber(cells[cellNumber])
	if !ok {
		r.report(l.number, "a table row whose number cannot be read: %s", excerpt(cells[cellNumber]))
		r.open = nil
		return
	}
	r.checkOrder(l, appendixID, n)
	d := r.begin(l, Unit{
		ID:      appendixID + "." + n.String(),
		Kind:    KindTask,
		Number:  n.String(),
		Heading: r.headingOf(appendixID, n),
	})
	d.cells = &row{}
	d.cells.add(l.number, cells)
}
