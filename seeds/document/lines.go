package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cchcbot/seeds/block"
	"cchcbot/seeds/plan"
)

// A table may come as one cell a line, as a paste into a plain field leaves it.
// The titles tell its columns, the numbers its rows, and what the lines of a row
// say where each of them belongs: a cell that is empty has no line.

// mostTitles is how many lines the titles of a table may take, and mostLines those
// of a row and of all tables.
const (
	mostTitles = 14
	mostLines  = 60
	mostPlaced = 10_000
)

// columnar makes grids of the tables that come so.
func columnar(blocks []block.Block) []block.Block {
	var all []block.Block
	for i, placed := 0, 0; i < len(blocks); {
		titles, first := titleLines(blocks, i)
		if titles == nil || placed > mostPlaced {
			all = append(all, blocks[i])
			i++
			continue
		}
		grid := &block.Grid{Rows: []block.Row{rowOf(blocks[i:first], titles)}}
		line := blocks[i].Line
		begin := i
		i = lineRows(blocks, first, titles, grid)
		placed += i - begin
		all = append(all, block.Block{Line: line, Grid: grid})
	}
	return all
}

// titleLines are the titles of a table from block i on, and the block behind
// them; nil where none begins there.
func titleLines(blocks []block.Block, i int) (titles []string, first int) {
	if blocks[i].Grid != nil || len(blocks[i].Text) > len("Số thứ tự:") || roleOf(blocks[i].Text) != RoleNumber {
		return nil, i
	}
	for at := i; at < min(len(blocks), i+mostTitles) && blocks[at].Grid == nil; at++ {
		text := blocks[at].Text
		if len(titles) > 2 && numberMark(text).ok || markOf(text).ok {
			if header, _ := isHeader(titles); header {
				return titles, at
			}
			break
		}
		if last := len(titles) - 1; last > 0 && (startsInside(text) || halfTitle.MatchString(plan.Fold(titles[last])) && otherHalf.MatchString(plan.Fold(text))) {
			titles[last] += " " + text
		} else {
			titles = append(titles, text)
		}
	}
	return nil, i
}

// halfTitle and otherHalf are a title that goes over two lines: "CƠ QUAN" / "CHỦ TRÌ".
var (
	halfTitle = regexp.MustCompile(`^(?:co quan|don vi|bo phan|co quan, don vi|thoi gian|thoi han|noi dung|ten)$`)
	otherHalf = regexp.MustCompile(`^(?:chu tri|phoi hop|thuc hien|hoan thanh|phu trach|cong viec|nhiem vu)`)
)

// rowOf makes a row of the cells that blocks were put into.
func rowOf(blocks []block.Block, cells []string) block.Row {
	row := block.Row{Line: blocks[0].Line, Last: blocks[len(blocks)-1].Line}
	for column, text := range cells {
		row.Cells = append(row.Cells, block.Cell{Column: column, Span: 1, Text: text})
	}
	return row
}

// lineRows reads rows from block i on, and returns the block behind them.
func lineRows(blocks []block.Block, i int, titles []string, grid *block.Grid) int {
	roles := make([]Role, len(titles))
	for column, c := range entitled(titles) {
		roles[column] = c.Role
	}
	t := &counted{}
	for begin := i; i < min(len(blocks), begin+mostPlaced) && blocks[i].Grid == nil; {
		if again, next := titleLines(blocks, i); slices.Equal(again, titles) {
			grid.Rows = append(grid.Rows, rowOf(blocks[i:next], titles))
			i = next
			continue
		}
		text := blocks[i].Text
		switch {
		case t.pageBreak(blocks, i):
			grid.Rows = append(grid.Rows, block.Row{Line: blocks[i].Line})
		case t.next(text):
			end := i + 1
			for end < min(len(blocks), i+mostLines) && !t.ends(blocks, end) {
				end++
			}
			grid.Rows = append(grid.Rows, rowOf(blocks[i:end], append([]string{text}, placed(blocks[i+1:end], roles[1:])...)))
			i = end
			continue
		case isGroupLine(blocks, i):
			grid.Rows = append(grid.Rows, block.Row{Line: blocks[i].Line, Cells: []block.Cell{{Span: len(titles), Text: text}}})
		default:
			return i
		}
		i++
	}
	return i
}

// counted follows the numbers of rows.
type counted struct{ last []string }

// next reports whether a line is the number of a further row: 1, or one behind
// the last of its level.
func (t *counted) next(text string) bool {
	m := numberMark(text)
	if !m.ok || m.level == levelSmall {
		return false
	}
	path := strings.Split(m.id, ".")
	if m.level < levelNumber {
		return true
	}
	n, _ := strconv.Atoi(path[len(path)-1]) // digits
	if depth := len(path) - 1; depth < len(t.last) {
		before, _ := strconv.Atoi(t.last[depth])
		if n != 1 && n != before+1 {
			return false
		}
	} else if n != 1 && len(t.last) > 0 {
		return false
	}
	t.last = path
	return true
}

// ends reports whether a row ends before block i: there the next begins, or what
// is no row.
func (t *counted) ends(blocks []block.Block, i int) bool {
	text := blocks[i].Text
	titles, _ := titleLines(blocks, i)
	ahead := *t
	return blocks[i].Grid != nil || titles != nil || ahead.next(text) || t.pageBreak(blocks, i) || isGroupLine(blocks, i) ||
		recipients.MatchString(text) || isAppendix(text) || markOf(text).ok && markOf(text).level <= levelRoman
}

// pageBreak reports whether a line is the number of a page, which the titles
// follow again.
func (t *counted) pageBreak(blocks []block.Block, i int) bool {
	if i+1 >= len(blocks) || !pageNumber.MatchString(blocks[i].Text) {
		return false
	}
	titles, _ := titleLines(blocks, i+1)
	return titles != nil
}

// isGroupLine reports whether a line heads rows: "I. Thể chế" before a number.
func isGroupLine(blocks []block.Block, i int) bool {
	m := markOf(blocks[i].Text)
	return m.ok && m.level <= levelNumber && i+1 < len(blocks) && blocks[i+1].Grid == nil && numberMark(blocks[i+1].Text).level >= levelNumber
}

// placed puts the lines of a row into its columns: in their order, so that the
// fewest say what their column does not hold.
func placed(blocks []block.Block, roles []Role) []string {
	const never = -1 << 20
	lines := make([]cellLine, len(blocks))
	for i, b := range blocks {
		l := cellLine{text: b.Text, body: plan.NamesBody(b.Text), when: isTime(b.Text), blank: blank.MatchString(b.Text), inside: startsInside(b.Text)}
		if i > 0 {
			before := blocks[i-1].Text
			l.inside = l.inside || bullet.MatchString(b.Text) && (bullet.MatchString(before) || strings.HasSuffix(before, ":")) || strings.ContainsAny(before[len(before)-1:], ",;")
		}
		if words, fields := splitLabels(b.Text); len(fields) > 0 && words == "" {
			role := fields[0].role
			l.body, l.when = role == RoleLead || role == RoleSupport, role == RoleDeadline
			l.inside = l.inside || role == RoleProduct || role == RoleSupport
		}
		lines[i] = l
	}
	best := make([][]int, len(roles)+1) // by columns and lines that are placed
	took := make([][]int, len(roles)+1)
	for column := range best {
		best[column], took[column] = make([]int, len(lines)+1), make([]int, len(lines)+1)
		for n := range best[column] {
			if best[column][n] = never; column == 0 {
				continue
			}
			for k := 0; k <= n; k++ {
				if worth := best[column-1][n-k] + worthOf(roles[column-1], lines[n-k:n]); worth > best[column][n] {
					best[column][n], took[column][n] = worth, k
				}
			}
		}
		if column == 0 {
			best[0][0] = 0
		}
	}
	cells := make([]string, len(roles))
	for column, n := len(roles), len(lines); column > 0; column-- {
		k := took[column][n]
		words := make([]string, k)
		for i, l := range lines[n-k : n] {
			words[i] = l.text
		}
		if cells[column-1] = strings.Join(words, "\n"); blank.MatchString(cells[column-1]) {
			cells[column-1] = ""
		}
		n -= k
	}
	return cells
}

var blank = regexp.MustCompile(`^[-–—./x]*$`)

// cellLine is a line, and what it may be.
type cellLine struct {
	text                      string
	body, when, blank, inside bool
}

// worthOf is how well lines make a cell of a role.
func worthOf(role Role, lines []cellLine) int {
	if len(lines) == 0 {
		return map[Role]int{RoleTask: -60, RoleLead: -12, RoleDeadline: -12, RoleSupport: -5, RoleProduct: -5, RoleNote: 0}[role]
	}
	worth := 0
	for i, l := range lines {
		if i > 0 && !l.inside {
			worth -= score(block.Ends(lines[i-1].text), 4, 8)
		}
		body, when, first := l.body, l.when, score(i == 0, 1, 0) // a further line proves nothing
		switch {
		case l.blank:
			worth += 4
		case role == RoleLead || role == RoleSupport:
			worth += score(body, 10*first, -6)
		case role == RoleDeadline || role == RoleBegin:
			worth += score(when, 12*first, -8)
		case role == RoleTask || role == RoleGroup:
			worth += score(!body && !when, 6*first, -3)
		case role == RoleProduct:
			worth += score(!body && !when, 4*first, -6)
		default:
			worth += score(!body && !when, 2*first, -2)
		}
	}
	return worth
}

func score(is bool, yes, no int) int {
	if is {
		return yes
	}
	return no
}
