package document

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"cchcbot/seeds/block"
	"cchcbot/seeds/plan"
)

// Role is what a column or a labelled line holds.
type Role string

// The roles of columns.
const (
	RoleUnknown  Role = ""
	RoleNumber   Role = "number"
	RoleGroup    Role = "group" // the general task that several specific ones share
	RoleTask     Role = "task"
	RoleLead     Role = "lead"
	RoleSupport  Role = "support"
	RoleProduct  Role = "product"
	RoleBegin    Role = "begin"
	RoleDeadline Role = "deadline"
	RoleNote     Role = "note"
)

// roleForm is words by which a title tells a role. They are tried in order.
type roleForm struct {
	role    Role
	pattern *regexp.Regexp
}

// roleForms are patterns for folded titles.
var roleForms = makeRoleForms()

func makeRoleForms() []roleForm {
	form := func(role Role, pattern string) roleForm { return roleForm{role, regexp.MustCompile(pattern)} }
	return []roleForm{
		form(RoleNumber, `^(?:s?tt|so tt|so thu tu|so|ma|ma so|ma nhiem vu|ky hieu|no|#)$`),
		form(RoleNote, `ghi chu|kinh phi|du toan|nguon (?:von|luc)|co so phap ly|can cu|lanh dao|chi dao|theo doi|don doc|tham muu cho|nguoi ky|don vi tinh|(?:^|co quan )(?:cap |noi )?(?:trinh|ban hanh|phe duyet|quyet dinh|tham quyen)$|^cap `),
		form(RoleLead, `chu tri.*phoi hop|phoi hop.*chu tri`),
		form(RoleSupport, `^(?:[^/]*\s)?phoi hop(?:\s.*)?$`),
		form(RoleBegin, `bat dau|khoi dau|khoi cong|tu ngay|trien khai tu|thoi gian.* tu$`),
		form(RoleGroup, `^(?:linh vuc|nhom(?: nhiem vu)?|noi dung cai cach)$`),
		form(RoleTask, `^(?:ten |noi dung|nhiem vu|cong viec|hoat dong|dau viec)`),
		form(RoleProduct, `san pham|^sp$|ket qua|dau ra|hinh thuc van ban|the thuc`),
		form(RoleLead, `chu tri|dau moi|^ai |^thuc hien$|(?:co quan|don vi|bo phan|phong|nguoi|ca nhan|to chuc)(?: .*)?(?:thuc hien|phu trach|trach nhiem|tham muu|duoc giao|xu ly)|phan cong|trach nhiem|phu trach|^co quan$|^don vi$`),
		form(RoleDeadline, `thoi gian|thoi han|thoi diem|tien do|^han|hoan thanh|ket thuc|lo trinh|den ngay|ngay|xong|khi nao|^nam$`),
		form(RoleTask, `nhiem vu|noi dung|cong viec|hoat dong|giai phap|viec|hang muc|van ban|chi tieu|de an|ten`),
	}
}

// roleOf tells a role by a title.
func roleOf(title string) Role {
	key := plan.Fold(title)
	for _, f := range roleForms {
		if f.pattern.MatchString(key) {
			return f.role
		}
	}
	return RoleUnknown
}

// table is a grid that holds tasks.
type table struct {
	above   []block.Row // the header
	rows    []block.Row // behind it
	header  []block.Row
	columns []Column
	width   int
	goesOn  bool // the rest of the table before it
	silent  bool // no title tells who: a table of tasks only where its cells do
	both    bool // one column has who leads and who supports
}

// bothTitle is the title of a column for who leads and who supports.
var bothTitle = regexp.MustCompile(`chu tri.*phoi hop|phoi hop.*chu tri`)

// mostAbove is how many rows may stand above the header.
const mostAbove = 6

// readHeader finds the header of a grid; nil where it has none, and so holds
// no tasks.
func readHeader(grid *block.Grid) *table {
	width := grid.Columns()
	if width < 3 {
		return nil
	}
	for i, row := range grid.Rows[:min(len(grid.Rows), mostAbove)] {
		end := i + 1
		titles := titlesOf([]block.Row{row}, width)
		header, silent := isHeader(titles)
		if !header {
			continue
		}
		for end < len(grid.Rows) && end < i+3 && belowHeader(grid.Rows[end], grid.Rows[i], titles) {
			end++
		}
		t := &table{above: grid.Rows[:i], header: grid.Rows[i:end], rows: grid.Rows[end:], width: width, silent: silent}
		t.columns = entitled(titlesOf(t.header, width))
		t.silent = silent && !t.has(RoleLead)
		for _, column := range t.columnsOf(RoleLead) {
			t.both = t.both || bothTitle.MatchString(plan.Fold(t.columns[column].Title))
		}
		t.settle()
		return t
	}
	return nil
}

// titlesOf joins the titles of a header of one or more rows, by column.
func titlesOf(rows []block.Row, width int) []string {
	titles := make([]string, width)
	for column := range titles {
		var words []string
		for _, row := range rows {
			c, ok := row.At(column)
			text := strings.ReplaceAll(c.Text, "\n", " ")
			if ok && text != "" && !slices.Contains(words, text) && !columnMark.MatchString(text) {
				words = append(words, text)
			}
		}
		titles[column] = strings.Join(words, " ")
	}
	return titles
}

// mostTitle is the longest title of a column, in runes.
const mostTitle = 70

// entitled makes columns of titles. Where none tells who leads, one of who watches
// over the tasks does.
func entitled(titles []string) []Column {
	columns := make([]Column, len(titles))
	watches, leads := -1, false
	for i, title := range titles {
		columns[i] = Column{Title: title, Role: roleOf(title)}
		leads = leads || columns[i].Role == RoleLead
		if columns[i].Role == RoleNote && watcher.MatchString(plan.Fold(title)) {
			watches = i
		}
	}
	if watches >= 0 && !leads {
		columns[watches].Role = RoleLead
	}
	return columns
}

var watcher = regexp.MustCompile(`^(?:co quan|don vi|bo phan|phong)\s.*(?:theo doi|don doc|chi dao)`)

// isHeader reports whether titles are those of a table of tasks: a column for
// the task or its number, and one for who or when, none as long as a sentence.
// It is silent where none but the cells can tell who.
func isHeader(titles []string) (header, silent bool) {
	roles := map[Role]bool{}
	titled := 0
	for _, c := range entitled(titles) {
		if utf8.RuneCountInString(c.Title) > mostTitle {
			return false, false
		}
		roles[c.Role] = true
		if c.Title != "" {
			titled++
		}
	}
	what := roles[RoleTask] || roles[RoleNumber]
	if what && (roles[RoleLead] || roles[RoleSupport] && roles[RoleDeadline] || roles[RoleTask] && roles[RoleDeadline]) {
		return true, false
	}
	return roles[RoleTask] && roles[RoleNumber] && titled > 3, true
}

var columnMark = regexp.MustCompile(`^\(?\d{1,2}\)?$|^\([a-zA-Z]\)$`)

// belowHeader reports whether a row still belongs to the header: it is marked
// so, it numbers the columns, or it parts titles that stand above it.
func belowHeader(row, first block.Row, titles []string) bool {
	marks, words, under := 0, 0, 0
	for _, c := range row.Cells {
		if c.Text == "" || c.Inherited {
			continue
		}
		words++
		if columnMark.MatchString(c.Text) {
			marks++
		}
		above, ok := first.At(c.Column)
		if (!ok || above.Span > 1 || above.Text == "" || spans(titles, c.Column)) && utf8.RuneCountInString(c.Text) <= mostTitle {
			under++
		}
	}
	if words == 0 {
		return row.Header
	}
	number, _ := row.At(0)
	return row.Header || marks == words && words > 2 || under == words && (number.Text == "" || number.Inherited)
}

// spans reports whether the title of a column may be that of several: of a text
// the columns that it spans have no title.
func spans(titles []string, column int) bool {
	return column+1 < len(titles) && titles[column+1] == ""
}

// settle gives double roles to what they must be: the first of two columns of
// tasks holds the general one, of two columns of time the first begins.
func (t *table) settle() {
	if !slices.ContainsFunc(t.columns, func(c Column) bool { return c.Role == RoleTask }) {
		for i, c := range t.columns { // beside the number
			if c.Role == RoleUnknown {
				t.columns[i].Role = RoleTask
				break
			}
		}
	}
	if !t.has(RoleDeadline) {
		for i, c := range t.columns {
			if c.Role == RoleBegin {
				t.columns[i].Role = RoleDeadline
			}
		}
	}
	if tasks := t.columnsOf(RoleTask); len(tasks) == 2 && sameTitle(t.columns[tasks[0]], t.columns[tasks[1]]) {
		return // one title over two columns: codes or marks beside the words
	} else if len(tasks) > 1 {
		for _, i := range tasks[:len(tasks)-1] {
			t.columns[i].Role = RoleGroup
		}
	}
}

func sameTitle(a, b Column) bool { return a.Title == b.Title }

func (t *table) has(role Role) bool { return len(t.columnsOf(role)) > 0 }

// columnsOf lists the columns of a role.
func (t *table) columnsOf(role Role) []int {
	var all []int
	for i, c := range t.columns {
		if c.Role == role {
			all = append(all, i)
		}
	}
	return all
}

// isHeaderRow reports whether a row repeats the header.
func (t *table) isHeaderRow(row block.Row) bool {
	for _, h := range t.header {
		same, words := true, 0
		for _, c := range h.Cells {
			got, _ := row.At(c.Column)
			same = same && strings.EqualFold(got.Text, c.Text)
			if c.Text != "" {
				words++
			}
		}
		if same && words > 1 {
			return true
		}
	}
	return false
}
