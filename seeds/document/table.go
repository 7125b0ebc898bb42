package document

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cchcbot/seeds/block"
	"cchcbot/seeds/plan"
)

// tableReader reads the rows of one table, which may go on in further grids.
type tableReader struct {
	base   string
	above  []heading
	last   int    // place of the last task, -1 for none
	number string // id of the number in hand, for rows that share it
	rows   int    // without a number of their own
	groups int
	broken bool // a page break came right before
	who    bool // the rows say it, and need not be told by the headings
	when   bool
	owner  string // whose tasks they are by the title above
}

// readTable reads a table of tasks.
func (r *reader) readTable(p part) {
	t := p.table
	r.spread(t)
	if r.infer(t); t.silent && !t.has(RoleLead) {
		for _, p := range loosen(block.Block{Line: p.line, Grid: &block.Grid{Rows: append(t.header[:len(t.header):len(t.header)], t.rows...)}}) {
			r.read(p)
		}
		return
	}
	if !t.goesOn || r.grid == nil {
		r.beginTable(p)
		r.profile.Columns = append(r.profile.Columns, t.columns)
		for _, c := range t.columns {
			if c.Role == RoleUnknown && c.Title != "" {
				r.report(p.line, plan.ProblemColumn, "chưa rõ cột “%s” ghi gì", c.Title)
			}
		}
	}
	if given := r.profile.Columns; len(given) >= r.tables && r.tables > 0 && len(given[r.tables-1]) == len(t.columns) {
		t.columns = given[r.tables-1]
	}
	for _, h := range t.header {
		r.furnish(h)
	}
	r.grid.broken = r.grid.broken || t.goesOn
	r.grid.who, r.grid.when = t.has(RoleLead), t.has(RoleDeadline)
	r.grid.owner = ""
	if base := r.unitOf(r.grid.base); base != nil && !r.grid.who {
		r.grid.owner = r.ownerOf(base)
	}
	for _, row := range t.rows {
		r.readRow(t, row)
	}
}

// ownerOf is the body whose tasks stand under a title, "Nhiệm vụ của Sở Nội vụ", or
// that is all of it; "" for others.
func (r *reader) ownerOf(base *plan.Unit) string {
	titles := []*plan.Unit{base}
	if above := r.unitOf(base.Heading); above != nil {
		titles = append(titles, above)
	}
	for _, u := range titles {
		for line := range strings.SplitSeq(u.Text, "\n") {
			if body := headBody(ofWhom.ReplaceAllString(line, "")); body != "" && r.isBody(body) {
				return body
			}
		}
	}
	return ""
}

var ofWhom = regexp.MustCompile(`(?i)^.*(?:nhiệm vụ|công việc|phân công|danh mục)\s.*?(?:của|cho|giao)\s+`)

// beginTable opens what the rows stand under: the appendix, or the section.
func (r *reader) beginTable(p part) {
	r.tables++
	base := ""
	switch {
	case r.stage == stageBody && len(r.above) > 0:
		r.inSection++
		base = r.above[len(r.above)-1].id + ".B"
		if r.inSection > 1 {
			base += fmt.Sprint(r.inSection)
		}
		r.begin(p.line, plan.Unit{ID: base, Kind: plan.KindHeading, Number: "Bảng", Heading: r.above[len(r.above)-1].id})
	case r.stage != stageAppendix:
		r.twoOrMore = r.twoOrMore || r.unitOf(plan.AppendixID) != nil
		r.beginAppendix(p.line, "Phụ lục")
		r.plan.Units[r.open].Text = strings.TrimSpace(r.profile.Title)
	case r.inSection > 0 && len(r.above) > 1: // under a heading between two tables
	case r.inSection > 0: // a further table of one appendix
		r.inSection++
		r.begin(p.line, plan.Unit{
			ID: fmt.Sprintf("%s.B%d", r.above[0].id, r.inSection), Kind: plan.KindHeading, Number: "Bảng", Heading: r.above[0].id,
		})
	default:
		r.inSection = 1
	}
	r.grid = &tableReader{base: r.plan.Units[r.open].ID, last: -1}
}

// value is what a row says in the columns of a role.
func value(t *table, row block.Row, role Role) (text string, inherited bool) {
	var words []string
	inherited = true
	for _, column := range t.columnsOf(role) {
		c, ok := row.At(column)
		if !ok || c.Column != column || c.Text == "" {
			continue
		}
		inherited = inherited && c.Inherited
		if len(words) == 0 || words[len(words)-1] != c.Text {
			words = append(words, c.Text)
		}
	}
	return strings.Join(words, "\n"), inherited && len(words) > 0
}

// cells are the words of a row by their roles.
type cells struct {
	number, group, text                   string
	sharedNumber, sharedGroup, sharedText bool
	fields                                map[Role]string
	item                                  map[Role]bool // the words open with the mark of a list
	own                                   int           // fields that the row does not share with the one above
}

func cellsOf(t *table, row block.Row) cells {
	c := cells{fields: map[Role]string{}, item: map[Role]bool{}}
	c.number, c.sharedNumber = value(t, row, RoleNumber)
	c.group, c.sharedGroup = value(t, row, RoleGroup)
	c.text, c.sharedText = value(t, row, RoleTask)
	for _, role := range []Role{RoleLead, RoleSupport, RoleProduct, RoleBegin, RoleDeadline, RoleNote, RoleUnknown} {
		words, shared := value(t, row, role)
		c.item[role] = bullet.MatchString(words)
		if words = plan.Items(words); words != "" {
			c.fields[role] = words
			if !shared {
				c.own++
			}
		}
	}
	c.unlabel()
	if lead, support, ok := splitBoth(c.fields[RoleLead], t.both); ok && c.fields[RoleSupport] == "" {
		c.fields[RoleLead], c.fields[RoleSupport] = lead, support
	}
	if c.text == "" && c.group != "" && !c.sharedGroup {
		c.text, c.group = c.group, ""
	}
	if c.text == "" && c.number != "" && !c.sharedNumber && !numberMark(c.number).ok {
		c.text, c.number = c.number, ""
	}
	if m := numberMark(c.number); c.text == "" && m.ok && m.level < levelNumber && len(c.fields) == 1 && c.own == 1 {
		for role, words := range c.fields { // a heading that stands in the second column, whatever that holds
			c.text = words
			delete(c.fields, role)
		}
	}
	return c
}

// unlabel takes what labels tell out of the cells that hold more: "Sản phẩm: …" below
// the task, who leads and who supports in one cell.
func (c *cells) unlabel() {
	for _, from := range []Role{RoleTask, RoleLead, RoleSupport, RoleDeadline} {
		into, own := &c.text, *c
		words := c.text
		if from != RoleTask {
			words = c.fields[from]
			into = &words
		}
		before, fields := splitLabels(words)
		if len(fields) == 0 || from == RoleTask && before == "" {
			continue
		}
		free := !slices.ContainsFunc(fields, func(f field) bool { return f.role == RoleTask || f.role != from && own.fields[f.role] != "" })
		if !free {
			continue
		}
		*into = before
		if from != RoleTask {
			c.fields[from] = before
		}
		for _, f := range fields {
			c.fields[f.role] = strings.TrimSpace(c.fields[f.role] + "\n" + plan.Items(f.words))
		}
	}
}

// isTask reports whether a row tells who, what or when.
func (c cells) isTask() bool {
	for _, role := range []Role{RoleLead, RoleSupport, RoleProduct, RoleDeadline} {
		if c.fields[role] != "" {
			return true
		}
	}
	return false
}

// readRow reads a row: a heading, a task, or the rest of one.
func (r *reader) readRow(t *table, row block.Row) {
	c := cellsOf(t, row)
	switch {
	case t.isHeaderRow(row):
		r.furnish(row)
		r.grid.broken = true
		return
	case c.number == "" && c.text == "" && c.group == "" && c.own == 0, isColumnMarks(row):
		r.furnish(row)
		return
	case r.restOfRow(c):
		r.goOn(row.Line, c)
	case !c.isTask():
		r.beginGroup(row.Line, c)
	default:
		r.beginTask(row.Line, c, !t.has(RoleNumber))
	}
	for line := row.Line; line < row.Last && r.open >= 0; line++ {
		r.touch(line + 1)
	}
	r.grid.broken = false
	if words := untitled(t, row); words != "" && r.open >= 0 {
		u := &r.plan.Units[r.open]
		u.Remark = strings.TrimSpace(u.Remark + "\n" + words)
		r.reportOf(u, plan.ProblemColumn, words, "dòng có nhiều ô hơn số cột của bảng: “%s”", excerpt(words))
	}
}

// furnish tells a row to be none of the words of a unit.
func (r *reader) furnish(row block.Row) {
	for line := row.Line; line <= max(row.Line, row.Last); line++ {
		r.furniture = append(r.furniture, line)
	}
}

// untitled is what a row says behind the last title, where nothing belongs.
func untitled(t *table, row block.Row) string {
	titled := 0
	for i, c := range t.columns {
		if c.Title != "" || c.Role != RoleUnknown {
			titled = i + 1
		}
	}
	var words []string
	for _, c := range row.Cells {
		if c.Column >= titled && c.Text != "" && !c.Inherited {
			words = append(words, strings.ReplaceAll(c.Text, "\n", " "))
		}
	}
	return strings.Join(words, " ")
}

func isColumnMarks(row block.Row) bool {
	words := 0
	for _, c := range row.Cells {
		if c.Text == "" {
			continue
		}
		if words++; !columnMark.MatchString(c.Text) {
			return false
		}
	}
	return words > 2
}

// restOfRow reports whether a row without a number of its own is the rest of
// the one above: it names no task, or goes on over a page break, inside a
// sentence or without a lead of its own.
func (r *reader) restOfRow(c cells) bool {
	if r.grid.last < 0 || c.number != "" && !c.sharedNumber {
		return false
	}
	if c.group != "" && !c.sharedGroup && c.text != "" {
		return false
	}
	if c.text == "" || c.sharedText {
		return true
	}
	if r.grid.broken && c.number == "" && c.fields[RoleLead] == "" {
		return true
	}
	last := r.plan.Units[r.grid.last]
	return startsInside(c.text) && (r.grid.broken || !strings.HasSuffix(last.Text, "."))
}

// goOn adds a row to the last task.
func (r *reader) goOn(line int, c cells) {
	u := &r.plan.Units[r.grid.last]
	r.own(u, line)
	r.open = r.grid.last
	if c.text != "" && !c.sharedText {
		u.Text += " " + plan.Items(c.text)
	}
	for role, words := range c.fields {
		into := fieldOf(u, role)
		if role == RoleUnknown {
			into = &u.Remark
		}
		switch {
		case *into == "":
			*into = words
		case *into == words:
		case r.grid.broken && !c.item[role]:
			*into += " " + words
		default:
			*into += "\n" + words
		}
	}
	if u.Kind == plan.KindHeading && c.isTask() {
		u.Kind = plan.KindTask
	}
}

// beginGroup opens a heading inside the table.
func (r *reader) beginGroup(line int, c cells) {
	m := numberMark(c.number)
	text := strings.TrimSpace(c.group + "\n" + c.text)
	if !m.ok {
		m = markOf(text)
		text = m.text
	}
	if !m.ok {
		r.grid.groups++
		m = mark{level: levelRoman, id: fmt.Sprintf("G%d", r.grid.groups), ok: true}
	}
	id, parent := r.descend(m)
	number := m.id
	if c.number != "" {
		number = strings.TrimRight(c.number, ".) ")
	}
	r.begin(line, plan.Unit{ID: id, Kind: plan.KindHeading, Number: number, Heading: parent, Text: plan.Items(text)})
	u := &r.plan.Units[r.open]
	u.Begin = c.fields[RoleBegin]
	u.Remark = strings.TrimSpace(c.fields[RoleNote] + "\n" + c.fields[RoleUnknown])
	id = r.plan.Units[r.open].ID
	h := heading{level: m.level, id: id, kind: plan.KindTask}
	if line := strings.ReplaceAll(text, "\n", " "); !r.grid.who && r.isBody(line) {
		h.lead = line
	} else if !r.grid.when && isTime(line) {
		h.when = line
	}
	r.grid.above = append(r.grid.above, h)
	r.grid.last, r.grid.number = r.open, id
}

// descend closes the headings that a mark does not stand under, and gives its
// id and that of the heading above it.
func (r *reader) descend(m mark) (id, parent string) {
	g := r.grid
	for len(g.above) > 0 && g.above[len(g.above)-1].level >= m.level {
		g.above = g.above[:len(g.above)-1]
	}
	above := append([]heading{{level: -1, id: g.base}}, g.above...)
	return r.path(above, m)
}

// beginTask opens the unit of a row.
func (r *reader) beginTask(line int, c cells, unnumbered bool) {
	m := numberMark(c.number)
	if m.ok && c.sharedNumber {
		m = mark{}
	}
	if c.number != "" && !m.ok && !c.sharedNumber {
		r.report(line, plan.ProblemOrder, "không đọc được số thứ tự “%s” của bảng", excerpt(c.number))
	}
	if c.text == "" {
		c.text, c.group = c.group, ""
	}
	if !m.ok && (unnumbered || r.grid.number == "") {
		if inText := markOf(c.text); inText.ok {
			m, c.text = inText, inText.text
		} else {
			r.grid.rows++
			m = mark{level: levelNumber, id: fmt.Sprint(r.grid.rows), ok: true}
		}
	}
	id, parent, number := "", "", strings.TrimRight(strings.TrimSpace(c.number), ".) ")
	if m.ok {
		id, parent = r.descend(m)
		if number == "" {
			number = m.id
		}
		if c.group != "" && !c.sharedGroup {
			r.begin(line, plan.Unit{ID: id, Kind: plan.KindHeading, Number: number, Heading: parent, Text: plan.Items(c.group)})
			id = r.plan.Units[r.open].ID
			r.grid.above = append(r.grid.above, heading{level: m.level, id: id, kind: plan.KindTask})
			r.grid.number = id
			parent, id = id, id+".a"
		} else {
			r.grid.number = r.free(id)
		}
	} else { // one more task under the number above
		parent = r.grid.number
		if u := r.unitOf(parent); u != nil {
			number = u.Number
			if u.Kind == plan.KindTask {
				parent = u.Heading
			}
		}
		id = r.nextLetter(r.grid.number)
	}
	r.begin(line, plan.Unit{ID: id, Kind: plan.KindTask, Number: number, Heading: parent, Text: plan.Items(c.text)})
	u := &r.plan.Units[r.open]
	for role, words := range c.fields {
		if role == RoleUnknown {
			role = RoleNote
		}
		*fieldOf(u, role) = strings.TrimSpace(*fieldOf(u, role) + "\n" + words)
	}
	for _, h := range append(r.grid.above[:len(r.grid.above):len(r.grid.above)], heading{lead: r.grid.owner}) {
		u.Lead, u.Deadline.Words = cmp.Or(u.Lead, h.lead), cmp.Or(u.Deadline.Words, h.when)
	}
	if m.ok && parent != r.grid.number {
		r.grid.above = append(r.grid.above, heading{level: m.level, id: u.ID, kind: plan.KindTask})
	}
	r.grid.last = r.open
}

// nextLetter is the next free id under a number.
func (r *reader) nextLetter(id string) string {
	if u := r.unitOf(id); u != nil && u.Kind == plan.KindHeading {
		if first := id + ".a"; r.unitOf(first) == nil {
			return first
		}
	}
	return r.free(id)
}
