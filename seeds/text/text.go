// Package text reads plain text into blocks.
//
// In: the bytes of a text in UTF-8 or UTF-16. Out: a paragraph a line, and a
// grid for each run of lines whose cells are parted by tabs or by upright
// bars; a cell that holds line breaks, as a paste from an office program has
// them, is made whole again.
package text

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"cchcbot/seeds/block"
)

// Decode brings a text to UTF-8; false where the bytes are no text.
func Decode(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return decode16(data[2:], binary.LittleEndian), true
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decode16(data[2:], binary.BigEndian), true
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	sample := data[:min(len(data), 4096)]
	zeros := bytes.Count(sample, []byte{0})
	if zeros > len(sample)/20 { // UTF-16 without a mark: letters of ASCII have a zero byte
		for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
			if text := decode16(data, order); isLatin(text) {
				return text, true
			}
		}
		return "", false
	}
	if !utf8.Valid(data) {
		bad := bytes.Count([]byte(strings.ToValidUTF8(string(sample), "\uFFFD")), []byte("\uFFFD"))
		if bad > len(sample)/50 {
			return "", false
		}
	}
	return string(data), true
}

// isLatin reports whether a text begins as one in Latin letters does.
func isLatin(text string) bool {
	latin, all := 0, 0
	for _, c := range text {
		if all++; all > 2000 {
			break
		}
		if unicode.In(c, unicode.Latin, unicode.Mn) || c < unicode.MaxLatin1 && (unicode.IsPrint(c) || unicode.IsSpace(c)) {
			latin++
		}
	}
	return latin > 0 && 10*latin >= 9*all
}

func decode16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// Read cuts a text into blocks.
func Read(text string) []block.Block {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "│", "|", "┃", "|", "║", "|", "─", "-", "━", "-", "═", "-",
		"┌", "+", "┐", "+", "└", "+", "┘", "+", "├", "+", "┤", "+", "┬", "+", "┴", "+", "┼", "+").Replace(text)
	lines := strings.Split(strings.ReplaceAll(text, "\u00a0", " "), "\n")
	r := &reader{}
	for i := 0; i < len(lines); {
		grid, next := readAligned(lines, i)
		if isRow(lines[i]) {
			grid, next = readGrid(lines, i)
		}
		if grid == nil {
			if words := plain(lines[i]); words != "" {
				r.line(i+1, words)
			}
			i++
			continue
		}
		r.blocks = append(r.blocks, block.Block{Line: i + 1, Grid: grid})
		r.inNote = false
		i = next
	}
	return r.blocks
}

// reader gathers the blocks of a text.
type reader struct {
	blocks []block.Block
	inNote bool // the line before was a footnote
}

// line takes a line that is no row: a paragraph, a footnote or the rest of one.
func (r *reader) line(number int, words string) {
	if mark, rest, ok := cutNote(words); ok && len(r.blocks) > 0 {
		last := &r.blocks[len(r.blocks)-1]
		last.Notes = append(last.Notes, block.Note{Mark: mark, Text: rest, First: number, Last: number})
		r.inNote = true
		return
	}
	if r.inNote {
		last := &r.blocks[len(r.blocks)-1]
		note := &last.Notes[len(last.Notes)-1]
		first, _ := utf8.DecodeRuneInString(words)
		if block.Ends(last.Text) && !block.Ends(note.Text) && unicode.IsLower(first) {
			note.Text += " " + words
			note.Last = number
			return
		}
	}
	r.inNote = false
	r.blocks = append(r.blocks, block.Block{Line: number, Text: words})
}

var noteLine = regexp.MustCompile(`^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*(\S.*)$`)

// cutNote splits a line that begins with the mark of a footnote.
func cutNote(words string) (mark int, rest string, ok bool) {
	m := noteLine.FindStringSubmatch(words)
	if m == nil {
		return 0, "", false
	}
	return block.MarkValue(m[1]), m[2], true
}

var (
	emphasis  = regexp.MustCompile(`\*\*|__|\*([^\s*](?:[^*]*[^\s*])?)\*`)
	lineTags  = regexp.MustCompile(`(?i)<br\s*/?>|<li[^<>]*>`)
	otherTags = regexp.MustCompile(`(?i)</?(?:ul|ol|li|p|b|i|strong|em|span|td|tr)(?:\s[^<>]*)?>`)
	ruler     = regexp.MustCompile(`^[\s|:+=-]+$`)
	ends      = regexp.MustCompile(`(?i)^(?:phụ lục|phụ biểu|biểu|nơi nhận|ghi chú|phần|mục|bảng)(?:\s|:|$)|^[IVX]+\.\s`)
	pageMark  = regexp.MustCompile(`^(?:\d{1,3}|PAGE \d+|Trang \d+.*)$`)
)

// plain is a line without the marks of emphasis.
func plain(line string) string {
	if strings.Contains(line, "*") || strings.Contains(line, "__") {
		line = emphasis.ReplaceAllString(line, "$1")
	}
	line = strings.TrimLeft(line, "#")
	return strings.ReplaceAll(block.Clean(line), "\n", " ")
}

// isRow reports whether a line is a row of a table, or rules one off.
func isRow(line string) bool {
	trimmed := strings.TrimSpace(line)
	return strings.Contains(trimmed, "\t") || strings.Count(line, "\t") > 1 || strings.HasPrefix(trimmed, "|") && strings.Count(line, "|") > 2 ||
		strings.Contains(trimmed, " | ") || isRule(trimmed)
}

// isRule reports whether a line rules off a row of a table that is drawn.
func isRule(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "+") && strings.HasSuffix(line, "+") && strings.Count(line, "+") > 2 && ruler.MatchString(line)
}

// cellsOf cuts a row; one of a table whose rows open with a bar has it before its
// first cell.
func cellsOf(line string, opened bool) []string {
	trimmed := strings.TrimSpace(line)
	if strings.Contains(line, "\t") || !strings.Contains(line, "|") {
		return strings.Split(line, "\t")
	}
	if rest, found := strings.CutPrefix(trimmed, "|"); found && opened {
		trimmed = strings.TrimSuffix(rest, "|")
	}
	return strings.Split(trimmed, "|")
}

// lookAhead is how many lines the rest of a cell may take.
const lookAhead = 30

// readGrid reads rows from line i on, and returns the line behind them. Blank
// lines and page marks between two rows belong to the grid.
func readGrid(lines []string, i int) (*block.Grid, int) {
	grid := &block.Grid{}
	opened := !strings.Contains(lines[i], " | ") || strings.HasPrefix(strings.TrimSpace(lines[i]), "|")
	width := max(len(cellsOf(lines[i], opened)), wholeWidth(lines, i))
	drawn, ruled := isRule(lines[i]), true
	for i < len(lines) {
		if words := plain(lines[i]); isGroup(lines, i) {
			i++
			grid.Rows = append(grid.Rows, block.Row{Line: i, Cells: []block.Cell{{Span: width, Text: words}}})
			continue
		}
		if !isRow(lines[i]) {
			next, ok := nextRow(lines, i)
			if !ok {
				break
			}
			i = next
			continue
		}
		if ruler.MatchString(lines[i]) {
			ruled = true
			i++
			continue
		}
		first := i + 1
		if n := len(grid.Rows); drawn && !ruled {
			extend(&grid.Rows[n-1], cellsOf(lines[i], opened))
			i++
			continue
		}
		ruled = false
		var cells []string
		cells, i = readRow(lines, i, width, opened)
		row := block.Row{Line: first}
		for column, cell := range cells {
			row.Cells = append(row.Cells, block.Cell{Column: column, Span: 1, Text: cellText(cell)})
		}
		grid.Rows = append(grid.Rows, row)
	}
	return grid, i
}

// isGroup reports whether a line that is no row heads rows of a table: it has a
// mark, and the first of the rows behind it has one, too.
func isGroup(lines []string, i int) bool {
	words := plain(lines[i])
	if isRow(lines[i]) || !groupMark.MatchString(words) && !groupWords.MatchString(words) && !isTitle(words) {
		return false
	}
	for _, line := range lines[i+1 : min(len(lines), i+lookAhead)] {
		words := plain(line)
		if isRow(line) {
			return rowMark.MatchString(plain(cellsOf(line, strings.HasPrefix(strings.TrimSpace(line), "|"))[0]))
		}
		if words != "" && !pageMark.MatchString(words) && !groupMark.MatchString(words) {
			break
		}
	}
	return false
}

// isTitle reports whether words are capitals, and no title of a part.
func isTitle(words string) bool {
	return utf8.RuneCountInString(words) > 3 && words == strings.ToUpper(words) && words != strings.ToLower(words) && !ends.MatchString(words)
}

var groupWords = regexp.MustCompile(`^(?i:tháng|quý)\s+(?:\d|[IV])`)

var rowMark = regexp.MustCompile(`^(?:\d|[A-ZĐ]{1,4}[-_.]?\d|[IVX]+[.)]?$|[a-zđ][.)])`)

// wholeWidth is the number of cells that most rows have whose line breaks a paste
// has kept, counted from one line that opens a row to the next; 0 where less than
// two rows agree, or most have as many cells in their first line as line i has.
func wholeWidth(lines []string, i int) int {
	tabs, rows, whole, seen, most := 0, 0, 0, map[int]int{}, 0
	for at := i; at < len(lines) && strings.TrimSpace(lines[at]) != ""; at++ {
		first, _, found := strings.Cut(lines[at], "\t")
		n := strings.Count(lines[at], "\t")
		if found && at > i && rowNumber.MatchString(strings.TrimSpace(first)) {
			if seen[tabs]++; tabs > 1 && seen[tabs] > seen[most] {
				most = tabs
			}
			if rows++; n == strings.Count(lines[i], "\t") {
				whole++
			}
			tabs = 0
		}
		tabs += n
	}
	if seen[most] < 2 || 2*whole >= rows {
		return 0
	}
	return most + 1
}

// nextRow finds the next row behind blank lines and page marks.
func nextRow(lines []string, i int) (int, bool) {
	for ; i < len(lines); i++ {
		if isRow(lines[i]) {
			return i, true
		}
		if words := plain(lines[i]); words != "" && !pageMark.MatchString(words) {
			break
		}
	}
	return 0, false
}

// readRow gathers a row until it has its cells: a cell in quotes up to the
// closing quote, any other over the lines that hold the missing tabs.
func readRow(lines []string, i, width int, opened bool) ([]string, int) {
	cells := cellsOf(lines[i], opened)
	i++
	for i < len(lines) {
		open := openQuote(cells[len(cells)-1])
		if !open && !goesOn(lines, i, len(cells), width) {
			break
		}
		more := strings.Split(lines[i], "\t")
		cells[len(cells)-1] += "\n" + more[0]
		cells = append(cells, more[1:]...)
		i++
	}
	return cells, i
}

func openQuote(cell string) bool {
	return strings.HasPrefix(cell, `"`) && strings.Count(cell, `"`)%2 == 1
}

// goesOn reports whether line i belongs to a row that has so many cells of the
// width: the row lacks cells and the lines ahead bring just these, or the last
// cell runs over lines before the next row.
func goesOn(lines []string, i, have, width int) bool {
	if strings.TrimSpace(lines[i]) == "" || have > width || isGroup(lines, i) || strings.HasPrefix(strings.TrimSpace(lines[i]), "|") {
		return false
	}
	if have < width {
		first, _, _ := strings.Cut(lines[i], "\t")
		if n := strings.Count(lines[i], "\t"); n >= width-1 || n > 0 && rowNumber.MatchString(strings.TrimSpace(first)) {
			return false
		}
		for ahead, tabs := i, have-1; ahead < min(len(lines), i+lookAhead); ahead++ {
			n := strings.Count(lines[ahead], "\t")
			if tabs += n; n == width-1 || tabs > width-1 {
				return false
			}
			if tabs == width-1 {
				return true
			}
		}
		return false
	}
	if words := plain(lines[i]); isRow(lines[i]) || pageMark.MatchString(words) || ends.MatchString(words) || isTitle(words) {
		return false
	}
	for ahead := i; ahead < min(len(lines), i+lookAhead); ahead++ {
		if strings.TrimSpace(lines[ahead]) == "" {
			return false
		}
		if isRow(lines[ahead]) {
			return !headNumber.MatchString(strings.TrimSpace(lines[ahead]))
		}
	}
	return false
}

// headNumber opens the header of a table, which no words above belong to.
var headNumber = regexp.MustCompile(`(?i)^(?:s?tt|số tt|số thứ tự)\t`)

var rowNumber = regexp.MustCompile(`^(?:\d+(?:\.\d+)*|[IVXL]+|[a-zđA-Z])[.)]?$`)

// cellText is the words of a cell, with its line breaks.
func cellText(cell string) string {
	if openQuoted(cell) {
		cell = strings.TrimSpace(cell)
		cell = strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`)
	}
	if strings.Contains(cell, "<") {
		cell = lineTags.ReplaceAllString(cell, "\n")
		cell = otherTags.ReplaceAllString(cell, " ")
	}
	if strings.Contains(cell, "*") {
		cell = emphasis.ReplaceAllString(cell, "$1")
	}
	return block.Clean(cell)
}

func openQuoted(cell string) bool {
	cell = strings.TrimSpace(cell)
	return len(cell) > 1 && strings.HasPrefix(cell, `"`) && strings.HasSuffix(cell, `"`)
}
