package text

import (
	"regexp"
	"strings"

	"cchcbot/seeds/block"
)

// A table may come as columns that spaces align, as programs print the text of
// a page. Its columns are where all lines leave the same gap.

// piece is words of a line between gaps of two spaces and more, by the places of
// its characters.
type piece struct {
	from, to int
	text     string
}

// piecesOf cuts a line at its gaps.
func piecesOf(line string) []piece {
	var all []piece
	runes := []rune(strings.TrimRight(line, " "))
	for i := 0; i < len(runes); {
		if runes[i] == ' ' {
			i++
			continue
		}
		from := i
		for i < len(runes) && (runes[i] != ' ' || i+1 < len(runes) && runes[i+1] != ' ') {
			i++
		}
		all = append(all, piece{from, i, string(runes[from:i])})
	}
	return all
}

// mostAligned bounds the lines of one table, and leastPieces is how many columns
// the line has that opens it.
const (
	mostAligned = 5000
	leastPieces = 3
)

// readAligned reads a table of aligned columns from line i on, and returns the
// line behind it; nil where there is none.
func readAligned(lines []string, i int) (*block.Grid, int) {
	if len(piecesOf(lines[i])) < leastPieces {
		return nil, i
	}
	end := alignedEnd(lines, i)
	columns := columnsOf(lines[i:end])
	if len(columns) < leastPieces {
		return nil, i
	}
	grid := &block.Grid{}
	for at := i; at < end; at++ {
		pieces := piecesOf(lines[at])
		if len(pieces) == 0 || pageMark.MatchString(strings.TrimSpace(lines[at])) {
			continue
		}
		cells := make([]string, len(columns))
		if len(pieces) == 1 && groupMark.MatchString(pieces[0].text) {
			cells[0] = pieces[0].text
		} else {
			for _, p := range pieces {
				column := columnAt(columns, p)
				cells[column] = strings.TrimSpace(cells[column] + " " + p.text)
			}
		}
		if n := len(grid.Rows); n > 0 && cells[0] == "" {
			extend(&grid.Rows[n-1], cells)
			continue
		}
		row := block.Row{Line: at + 1}
		for column, words := range cells {
			row.Cells = append(row.Cells, block.Cell{Column: column, Span: 1, Text: cellText(words)})
		}
		grid.Rows = append(grid.Rows, row)
	}
	if len(grid.Rows) < 2 {
		return nil, i
	}
	return grid, end
}

// extend adds the rest of the cells of a row that goes over several lines.
func extend(row *block.Row, cells []string) {
	for column, words := range cells {
		if words = cellText(words); words == "" {
			continue
		}
		if column >= len(row.Cells) {
			break
		}
		c := &row.Cells[column]
		if strings.HasPrefix(words, "- ") && c.Text != "" {
			c.Text += "\n" + words
		} else {
			c.Text = strings.TrimSpace(c.Text + " " + words)
		}
	}
}

var groupMark = regexp.MustCompile(`^(?:[IVX]+|[A-H]|\d+(?:\.\d+)*)\s*[.)]\s+\S`)

// alignedEnd is the line behind the lines that may belong to an aligned table:
// up to one that is neither cut by gaps nor indented, or three blank lines.
func alignedEnd(lines []string, i int) int {
	end, blank := i, 0
	for at := i; at < min(len(lines), i+mostAligned) && blank < 3; at++ {
		pieces := piecesOf(lines[at])
		switch {
		case pageMark.MatchString(strings.TrimSpace(lines[at])):
			continue
		case len(pieces) == 0:
			blank++
			continue
		case strings.Contains(lines[at], "\t"), len(pieces) == 1 && pieces[0].from < 3 && !groupMark.MatchString(pieces[0].text):
			return end
		}
		blank = 0
		end = at + 1
	}
	return end
}

// columnsOf finds the columns of lines: the stretches between places where all
// whole lines leave a gap. Headings and rests of cells tell nothing.
func columnsOf(lines []string) []piece {
	var used []bool
	for _, line := range lines {
		pieces := piecesOf(line)
		if len(pieces) < leastPieces {
			continue
		}
		for _, p := range pieces {
			for len(used) < p.to {
				used = append(used, false)
			}
			for i := p.from; i < p.to; i++ {
				used[i] = true
			}
		}
	}
	var columns []piece
	for i := 0; i < len(used); i++ {
		if !used[i] {
			continue
		}
		if n := len(columns); n > 0 && i-columns[n-1].to < 2 {
			columns[n-1].to = i + 1
		} else {
			columns = append(columns, piece{from: i, to: i + 1})
		}
	}
	return columns
}

// columnAt is the column that words stand in, or the nearest before them.
func columnAt(columns []piece, p piece) int {
	for i := len(columns) - 1; i > 0; i-- {
		if columns[i].from <= p.from {
			return i
		}
	}
	return 0
}
