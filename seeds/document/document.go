// Package document reads the blocks of a document into a plan.
//
// In: blocks, the register of the document's issuer, known scan errors, and a
// Profile where a person has changed what the reader proposes. Out: a plan.Plan whose units
// keep the words of the document, the Profile by which it was read, and the
// problems: whatever could not be read is told, never passed over.
package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cchcbot/seeds/block"
	"cchcbot/seeds/plan"
)

// Input is a document and what is known about it.
type Input struct {
	Name     string // names the document in Problems, as a file name does
	Blocks   []block.Block
	Given    Profile        // fields that are not zero go before what the document seems to say
	Register *plan.Register // nil leaves parties unresolved
	Calendar *plan.Calendar // counts working days; nil leaves them unread
	Errata   []plan.Erratum // corrections of scan errors, made before cells are understood
}

// Read reads a document.
func Read(in Input) (*plan.Plan, Profile, []plan.Problem) {
	parts := arrange(in.Blocks)
	profile := propose(parts, in.Given)
	r := &reader{
		file: in.Name, profile: profile, register: in.Register, calendar: in.Calendar, ids: map[string]int{}, copies: map[string]int{}, taken: map[string]bool{}, filled: map[string]bool{}, open: -1, item: -1,
		plan: &plan.Plan{
			Number: profile.Number, Title: profile.Title, Issued: profile.Issued, Year: profile.From, Source: in.Name,
			Kind: profile.Kind, Issuer: profile.Issuer,
		},
	}
	if profile.To > profile.From {
		r.plan.Until = profile.To
	}
	parts = r.firstOnly(parts)
	appendices := 0
	for _, p := range parts {
		if p.table == nil && isAppendix(p.text) {
			appendices++
		}
	}
	r.twoOrMore = appendices > 1
	for _, p := range parts {
		r.read(p)
	}
	r.finish(in.Errata)
	slices.SortStableFunc(r.problems, func(a, b plan.Problem) int { return cmp.Compare(a.Line, b.Line) })
	return r.plan, r.profile, r.problems
}

// firstOnly cuts off a second document in the same file, which is reported.
func (r *reader) firstOnly(parts []part) []part {
	tables := false
	for i, p := range parts {
		if tables && p.table == nil && numberLine.MatchString(p.text) {
			r.report(p.line, plan.ProblemStray, "từ đây là một văn bản khác, chưa được đọc: mỗi tệp chỉ gồm một kế hoạch")
			return parts[:i]
		}
		tables = tables || p.table != nil
	}
	return parts
}

// part is a paragraph or a table of tasks.
type part struct {
	line  int
	text  string
	notes []block.Note
	table *table      // nil for a paragraph
	loose *block.Grid // of which it is the first paragraph; nil elsewhere
}

// arrange takes tables that hold no tasks (letterheads, recipients beside the
// signature) apart into paragraphs, and joins a table that a page break cut.
func arrange(blocks []block.Block) []part {
	var parts []part
	for _, b := range columnar(blocks) {
		if b.Grid == nil {
			parts = append(parts, part{line: b.Line, text: b.Text, notes: b.Notes})
			continue
		}
		t := readHeader(b.Grid)
		if t == nil {
			t = continued(parts, b.Grid)
		} else if len(t.above) > 0 {
			parts = append(parts, loosen(block.Block{Grid: &block.Grid{Rows: t.above}})...)
		}
		if t == nil {
			parts = append(parts, loosen(joinLabels(b))...)
			continue
		}
		parts = append(parts, part{line: b.Line, notes: b.Notes, table: t})
	}
	return parts
}

// continued gives a table without a header the columns of the one before it,
// with nothing but page numbers between them.
func continued(parts []part, grid *block.Grid) *table {
	for _, p := range slices.Backward(parts) {
		switch {
		case p.table != nil && p.table.width == grid.Columns():
			t := *p.table
			t.rows, t.goesOn = grid.Rows, true
			return &t
		case p.table != nil || !pageNumber.MatchString(p.text):
			return nil
		}
	}
	return nil
}

// joinLabels makes labelled lines of a table whose first column has nothing but
// labels, one of who leads among them.
func joinLabels(b block.Block) block.Block {
	roles := map[Role]int{}
	for _, row := range b.Grid.Rows {
		if first, _ := row.At(0); len(row.Cells) == 2 {
			roles[roleOf(first.Text)]++
		}
	}
	if roles[RoleLead] == 0 || roles[RoleUnknown] > 0 || b.Grid.Columns() != 2 {
		return b
	}
	joined := &block.Grid{}
	for _, row := range b.Grid.Rows {
		text := row.Cells[0].Text + ": " + strings.ReplaceAll(row.Cells[len(row.Cells)-1].Text, "\n", "; ")
		joined.Rows = append(joined.Rows, block.Row{Line: row.Line, Cells: []block.Cell{{Span: 2, Text: text}}})
	}
	b.Grid = joined
	return b
}

// loosen makes paragraphs of the cells of a table, column by column within a
// row.
func loosen(b block.Block) []part {
	parts := []part{}
	for _, row := range b.Grid.Rows {
		for _, c := range row.Cells {
			if c.Inherited || c.Text == "" {
				continue
			}
			for text := range strings.SplitSeq(c.Text, "\n") {
				parts = append(parts, part{line: row.Line, text: text})
			}
		}
	}
	if len(parts) > 0 {
		parts[0].loose = b.Grid
		parts[len(parts)-1].notes = b.Notes
	}
	return parts
}

// report adds a problem of the document.
func (r *reader) report(line int, kind plan.ProblemKind, format string, args ...any) {
	message := strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", "; ")
	r.problems = append(r.problems, plan.Problem{File: r.file, Line: line, Kind: kind, Message: message})
}

// reportOf adds a problem of a unit, with the words that it is about.
func (r *reader) reportOf(u *plan.Unit, kind plan.ProblemKind, words, format string, args ...any) {
	r.report(u.Lines[0].First, kind, "%s: %s", u.Place(), fmt.Sprintf(format, args...))
	p := &r.problems[len(r.problems)-1]
	p.Unit, p.Words = u.ID, words
}

// Propose is the profile that blocks suggest, with what is given.
func Propose(blocks []block.Block, given Profile) Profile { return propose(arrange(blocks), given) }
