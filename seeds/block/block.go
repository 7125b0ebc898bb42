// Package block is the form in which a document of any format is handed on: a
// list of paragraphs and grids, in the order of reading.
//
// In: nothing. Out: types alone. A block knows where it stands and what it
// says; what it means is for others to decide.
package block

// Block is a paragraph, or a grid where Grid is not nil.
type Block struct {
	Line  int    // where it stands: line of a text, paragraph or table row counted through a document, row of a sheet; from 1
	Text  string // words of a paragraph in NFC, with its automatic number or bullet; line breaks are "\n"
	Notes []Note // footnotes that come with it
	Grid  *Grid
}

// Note is a footnote. Its mark stands in a text as superscript digits, though
// not always in that of the block that carries the note.
type Note struct {
	Mark  int
	Text  string
	First int // lines of a plain text that it stands in, 0 elsewhere
	Last  int
}

// Grid is a table.
type Grid struct {
	Sheet string // name of the sheet, "" outside workbooks
	Rows  []Row
}

// Row is one row of a grid.
type Row struct {
	Line   int
	Last   int  // the last line of a row that is pieced together of several; 0 elsewhere
	Header bool // marked as one that each page repeats
	Cells  []Cell
}

// Cell is one cell of a row. Cells stand in the order of their columns; a cell
// that several rows share stands in each of them.
type Cell struct {
	Column    int // from 0
	Span      int // columns that it takes, at least 1
	Text      string
	Inherited bool // goes on from the row above; Text is that of its first row
}

// At returns the cell that covers a column.
func (r Row) At(column int) (Cell, bool) {
	for _, c := range r.Cells {
		if c.Column <= column && column < c.Column+c.Span {
			return c, true
		}
	}
	return Cell{}, false
}

// Columns is the number of columns that the widest row takes.
func (g *Grid) Columns() int {
	n := 0
	for _, r := range g.Rows {
		for _, c := range r.Cells {
			n = max(n, c.Column+c.Span)
		}
	}
	return n
}
