package plan

import (
	"cmp"
	"slices"
	"strings"
)

// build makes units of the drafts. What has units under it is a heading.
func (r *reader) build() {
	for _, d := range r.drafts {
		r.parents[d.unit.Heading] = true
	}
	r.plan.Units = make([]Unit, 0, len(r.drafts))
	for _, d := range r.drafts {
		u := d.unit
		u.Text = d.text()
		if d.cells != nil {
			u = d.cells.fill(u)
		}
		if r.parents[u.ID] || u.Kind == KindTask && u.Product+u.Lead+u.Support+u.Deadline.Words == "" {
			u.Kind = KindHeading
		}
		if u.Deadline.Words == "" {
			u.Deadline.Kind = DeadlineNone
		}
		for _, n := range d.notes {
			u.Footnotes = append(u.Footnotes, Footnote{Mark: n.mark, Text: n.text()})
		}
		u.Lines = lineRanges(d.lineNumbers())
		r.plan.Units = append(r.plan.Units, u)
	}
}

// fill writes the cells into the unit of the row.
func (w *row) fill(u Unit) Unit {
	u.Text = joinCell(w.fragments[cellText])
	u.Product = joinCell(w.fragments[cellProduct])
	u.Lead = joinCell(w.fragments[cellLead])
	u.Support = joinCell(w.fragments[cellSupport])
	u.Deadline.Words = joinCell(w.fragments[cellDeadline])
	return u
}

// complete reports what a whole document has and this one lacks.
func (r *reader) complete() {
	for _, part := range []struct {
		missing bool
		name    string
	}{
		{r.plan.Number == "", "number"},
		{r.plan.Issued.IsZero(), "date of issue"},
		{r.plan.Year == 0, "year in its subject"},
		{r.bases == 0, "legal basis (Căn cứ)"},
		{r.articles == 0, "article (Điều)"},
		{r.byID[recipientsID] == nil, "recipients (Nơi nhận)"},
		{r.byID[signatureID] == nil, "signature"},
		{r.sections == 0, "section (I, II, …)"},
		{r.byID[appendixID] == nil, "appendix (Phụ lục)"},
	} {
		if part.missing {
			r.report(r.lastLine, "the document ends without its %s", part.name)
		}
	}
	for _, u := range r.plan.Units {
		r.completeUnit(u)
	}
}

// completeUnit reports what a unit lacks.
func (r *reader) completeUnit(u Unit) {
	line := u.Lines[0].First
	switch {
	case u.Text == "" && u.Kind != KindHeading:
		r.report(line, "%s has no text", u.ID)
	case u.Kind == KindTask && u.Lead == "":
		r.report(line, "%s has no lead agency", u.ID)
	case u.Kind == KindHeading && strings.HasPrefix(u.ID, appendixID) && !r.parents[u.ID]:
		r.report(line, "%s has no cells, and nothing stands under it", u.ID)
	}
}

// sortProblems orders problems by line.
func sortProblems(problems []Problem) []Problem {
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return problems
}
