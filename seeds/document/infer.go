package document

import (
	"regexp"
	"slices"
	"strings"

	"cchcbot/seeds/block"
	"cchcbot/seeds/deadline"
	"cchcbot/seeds/plan"
)

// infer gives a column whose title does not tell its role the one that its cells
// tell: most of them name bodies of the register, or times.
func (r *reader) infer(t *table) {
	for i, c := range t.columns {
		switch {
		case c.Role != RoleUnknown || c.Title == "":
		case !t.has(RoleLead) && mostly(t.rows, i, r.isBody):
			t.columns[i].Role = RoleLead
		case !t.has(RoleDeadline) && mostly(t.rows, i, isTime):
			t.columns[i].Role = RoleDeadline
		}
	}
}

// mostly reports whether at least three of four cells of a column are of a kind,
// and two at the least.
func mostly(rows []block.Row, column int, is func(string) bool) bool {
	all, right := 0, 0
	for _, row := range rows {
		c, ok := row.At(column)
		if !ok || c.Column != column || c.Span > 1 || c.Text == "" || c.Inherited {
			continue
		}
		if all++; is(c.Text) {
			right++
		}
	}
	return right > 1 && 4*right >= 3*all
}

// isBody reports whether a cell names bodies, of the register or none, and little else.
func (r *reader) isBody(cell string) bool {
	if r.register == nil || onlyBody(strings.ReplaceAll(cell, "\n", " ")) {
		return r.register != nil
	}
	parties, err := r.register.ParseParties(plan.Items(cell), plan.RoleLead)
	return err == nil && len(parties) > 0 && parties[0].Via != plan.ViaOutside
}

func isTime(cell string) bool {
	_, err := deadline.Parse(plan.Items(cell), 2024)
	return err == nil
}

// namesBodies reports whether a column of a grid names bodies, so that it must
// not be passed over.
func (r *reader) namesBodies(grid *block.Grid) bool {
	for column := range grid.Columns() {
		if mostly(grid.Rows, column, r.isBody) {
			return true
		}
	}
	return false
}

// cross are the marks by which a table with a column for each body tells its part,
// and support those of who supports.
var (
	cross   = regexp.MustCompile(`^(?i:x|c|p|ct|ph|v|chủ trì|phối hợp|[●•✓✔√+])$`)
	support = regexp.MustCompile(`^(?i:p|ph|phối hợp)$`)
)

// spread turns the columns of single bodies, whose cells are marks, into one for who
// leads and one for who supports.
func (r *reader) spread(t *table) {
	var bodies []int
	for i, c := range t.columns {
		if c.Role == RoleUnknown && c.Title != "" && r.isBody(c.Title) && mostly(t.rows, i, cross.MatchString) {
			bodies = append(bodies, i)
		}
	}
	if len(bodies) < 2 || t.has(RoleLead) {
		return
	}
	rows := make([]block.Row, len(t.rows))
	for n, row := range t.rows {
		var lead, with []string
		cells := slices.Clone(row.Cells)
		for i, c := range cells {
			if !slices.Contains(bodies, c.Column) || !cross.MatchString(c.Text) {
				continue
			}
			cells[i].Text = ""
			if title := t.columns[c.Column].Title; support.MatchString(c.Text) {
				with = append(with, title)
			} else {
				lead = append(lead, title)
			}
		}
		row.Cells = append(cells, block.Cell{Column: t.width, Span: 1, Text: strings.Join(lead, "; ")}, block.Cell{Column: t.width + 1, Span: 1, Text: strings.Join(with, "; ")})
		rows[n] = row
	}
	for _, i := range bodies {
		t.columns[i].Role = RoleNote
	}
	t.rows = rows
	t.columns = append(t.columns, Column{Title: "Chủ trì", Role: RoleLead}, Column{Title: "Phối hợp", Role: RoleSupport})
}
