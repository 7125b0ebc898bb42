package document

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"cchcbot/seeds/deadline"
	"cchcbot/seeds/plan"
)

// finish gives footnotes to their units, corrects scan errors, makes headings of
// what has units under it, reads parties and deadlines, and tells what the document lacks.
func (r *reader) finish(errata []plan.Erratum) {
	r.attachNotes()
	r.correct(errata)
	r.prose()
	parents := map[string]bool{}
	for _, u := range r.plan.Units {
		parents[u.Heading] = true
	}
	tasks := 0
	for i := range r.plan.Units {
		u := &r.plan.Units[i]
		if parents[u.ID] && u.Lead+u.Support == "" {
			u.Kind = plan.KindHeading
		}
		if u.Kind == plan.KindTask {
			tasks++
		}
		r.resolve(u)
	}
	r.checkOrder()
	r.complete(tasks)
	if len(r.furniture) > 0 {
		slices.Sort(r.furniture)
		f := plan.Furniture{Name: "letterhead, titles and table headers"}
		for _, line := range slices.Compact(r.furniture) {
			f.Lines = append(f.Lines, plan.Lines{First: line, Last: line})
		}
		r.plan.Furniture = []plan.Furniture{f}
	}
}

// complete reports what a whole document has and this one lacks. An appendix
// that is announced and not there, or holds no task, leaves the plan incomplete.
func (r *reader) complete(tasks int) {
	if r.profile.Number == "" {
		r.report(0, plan.ProblemNumber, "văn bản không có số, ký hiệu")
	}
	if r.profile.Issued.IsZero() {
		r.report(0, plan.ProblemNumber, "văn bản không có ngày ban hành")
	}
	if r.profile.From == 0 {
		r.report(0, plan.ProblemYear, "văn bản không cho biết kế hoạch của năm nào")
	}
	if r.announced > 0 && r.tables == 0 && r.appendices == 0 {
		r.report(r.announced, plan.ProblemIncomplete, "văn bản nhắc đến phụ lục kèm theo nhưng trong tệp không có phụ lục")
		r.plan.Incomplete = true
	}
	for i := range r.plan.Units {
		u := &r.plan.Units[i]
		if strings.HasPrefix(u.ID, plan.AppendixID) && !strings.Contains(u.ID, ".") && len(r.plan.Children(u.ID)) == 0 && !r.filled[u.ID] && !isProse(u.Text) {
			r.reportOf(u, plan.ProblemIncomplete, "", "không có nhiệm vụ nào")
			r.plan.Incomplete = true
		}
	}
	if tasks == 0 {
		r.report(0, plan.ProblemIncomplete, "không tìm thấy nhiệm vụ nào có cơ quan thực hiện")
		r.plan.Incomplete = true
	}
}

// isProse reports whether words are more than the title of an appendix.
func isProse(text string) bool {
	long := 0
	for line := range strings.SplitSeq(text, "\n") {
		if !isUpper(line) && !strings.HasPrefix(line, "(") {
			long++
		}
	}
	return long > 2
}

// resolve reads the parties and the deadline of a unit.
func (r *reader) resolve(u *plan.Unit) {
	switch {
	case u.Kind == plan.KindTask && u.Text == "":
		r.reportOf(u, plan.ProblemText, "", "không ghi nội dung nhiệm vụ")
	case u.Kind == plan.KindTask && u.Lead == "":
		r.reportOf(u, plan.ProblemLead, "", "không ghi cơ quan chủ trì")
	case u.Kind == plan.KindAssignment && r.register != nil && u.Lead == "":
		u.Parties = r.assigned(u)
	}
	r.resolveParties(u)
	in := deadline.Context{Year: r.profile.From, Issued: r.profile.Issued, Calendar: r.calendar}
	if u.Deadline.Words == "" {
		if d, ok := deadline.FindDaysAfter(u.Text, in); ok && u.Kind == plan.KindAssignment {
			u.Deadline = d
		}
		return
	}
	read, err := deadline.ParseIn(u.Deadline.Words, in)
	var unread *plan.Unread
	if errors.As(err, &unread) {
		r.reportOf(u, plan.ProblemDeadline, quoted(unread.Words), "chưa hiểu thời hạn %s", quoted(unread.Words))
	}
	u.Deadline = read
	if r.yearOpen() && slices.ContainsFunc(read.Milestones, needsYear) {
		r.reportOf(u, plan.ProblemDeadline, read.Words, "thời hạn %s không ghi năm, tạm hiểu là năm %d", quoted([]string{read.Words}), r.profile.From)
	}
}

// resolveParties reads the cells that say who. What is in no register is
// reported: nobody is reminded of what it has to do.
func (r *reader) resolveParties(u *plan.Unit) {
	for _, cell := range []struct {
		words string
		role  plan.Role
		kind  plan.ProblemKind
		name  string
	}{
		{u.Lead, plan.RoleLead, plan.ProblemLead, "chủ trì"},
		{u.Support, plan.RoleSupport, plan.ProblemSupport, "phối hợp"},
	} {
		if cell.words == "" || r.register == nil {
			continue
		}
		parties, err := r.register.ParseParties(cell.words, cell.role)
		u.Parties = append(u.Parties, parties...)
		var words, open []string
		var unread *plan.Unread
		if errors.As(err, &unread) {
			words = unread.Words
		}
		for _, p := range parties {
			switch {
			case cell.role != plan.RoleLead || p.Via != plan.ViaOutside || slices.Contains(words, p.Words):
			case r.register.Describes(p.Words):
				open = append(open, p.Words)
			default:
				words = append(words, p.Words)
			}
		}
		if len(words) > 0 {
			r.reportOf(u, cell.kind, quoted(words), "cơ quan %s không có trong danh bạ: %s", cell.name, quoted(words))
		}
		if len(open) > 0 {
			r.reportOf(u, plan.ProblemOpenLead, quoted(open), "cơ quan chủ trì nêu chung, không rõ là những cơ quan nào: %s", quoted(open))
		}
	}
}

// quoted sets words in quotation marks.
func quoted(words []string) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = "“" + excerpt(strings.ReplaceAll(w, "\n", "; ")) + "”"
	}
	return strings.Join(all, ", ")
}

// yearOpen reports whether a date without a year may be of more than one.
func (r *reader) yearOpen() bool { return !r.profile.YearSeen || r.profile.To > r.profile.From }

var someYear = regexp.MustCompile(`20\d\d`)

// needsYear reports whether a statement is due once, and does not say in which
// year.
func needsYear(m plan.Milestone) bool {
	switch m.Kind {
	case plan.DeadlineDay, plan.DeadlineMonth, plan.DeadlineQuarter, plan.DeadlineWithinYear:
		return !someYear.MatchString(m.Words)
	}
	return false
}

// assigned is whom a paragraph of the section on assignments addresses: the
// parties of the item that it stands under, or those that it names.
func (r *reader) assigned(u *plan.Unit) []plan.Party {
	above := r.unitOf(u.Heading)
	if above != nil && above.Heading != "" {
		if parties := r.register.AssignedParties(above.Text); parties != nil {
			return parties
		}
	}
	return r.register.AssignedParties(u.Text)
}
