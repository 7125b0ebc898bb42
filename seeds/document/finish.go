package document

import (
	"regexp"
	"slices"
	"strings"

	"cchcbot/seeds/plan"
)

// finish makes headings of what has units under it, reads parties and
// deadlines, and tells what the document lacks.
func (r *reader) finish() {
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
	r.complete(tasks)
	if len(r.furniture) > 0 {
		f := plan.Furniture{Name: "letterhead, titles and table headers"}
		for _, line := range r.furniture {
			f.Lines = append(f.Lines, plan.Lines{First: line, Last: line})
		}
		r.plan.Furniture = []plan.Furniture{f}
	}
}

// complete reports what a whole document has and this one lacks. An appendix
// that is announced and not there, or holds no task, leaves the plan incomplete.
func (r *reader) complete(tasks int) {
	if r.profile.Number == "" {
		r.report(0, "the document tells no number")
	}
	if r.profile.Issued.IsZero() {
		r.report(0, "the document tells no date of issue")
	}
	if r.profile.From == 0 {
		r.report(0, "the document tells no year")
	}
	if r.announced > 0 && r.tables == 0 && r.appendices == 0 {
		r.report(r.announced, "an appendix is announced and not there")
		r.plan.Incomplete = true
	}
	for _, u := range r.plan.Units {
		if strings.HasPrefix(u.ID, "PL") && !strings.Contains(u.ID, ".") && len(r.plan.Children(u.ID)) == 0 {
			r.report(u.Lines[0].First, "%s has no tasks under it", u.ID)
			r.plan.Incomplete = true
		}
	}
	if tasks == 0 {
		r.report(0, "no task with an agency was found")
		r.plan.Incomplete = true
	}
}

// resolve reads the parties and the deadline of a unit.
func (r *reader) resolve(u *plan.Unit) {
	line := u.Lines[0].First
	switch {
	case u.Kind == plan.KindTask && u.Lead == "":
		r.report(line, "%s has no lead agency", u.ID)
	case u.Kind == plan.KindAssignment && r.register != nil && u.Lead == "":
		u.Parties = r.assigned(u)
	}
	for _, cell := range []struct {
		words string
		role  plan.Role
	}{{u.Lead, plan.RoleLead}, {u.Support, plan.RoleSupport}} {
		if cell.words == "" || r.register == nil {
			continue
		}
		parties, err := r.register.ParseParties(cell.words, cell.role)
		if err != nil {
			r.report(line, "%s, %s: %v", u.ID, cell.role, err)
		} else if cell.role == plan.RoleLead {
			r.checkLeads(line, u.ID, parties)
		}
		u.Parties = append(u.Parties, parties...)
	}
	if u.Deadline.Words == "" {
		if d, ok := plan.FindDaysAfter(u.Text, r.profile.Issued); ok && u.Kind == plan.KindAssignment {
			u.Deadline = d
		}
		return
	}
	deadline, err := plan.ParseDeadlineOf(u.Deadline.Words, r.profile.From, r.profile.Issued)
	if err != nil {
		r.report(line, "%s, deadline: %v", u.ID, err)
	}
	u.Deadline = deadline
	if r.yearOpen() && slices.ContainsFunc(deadline.Milestones, needsYear) {
		r.report(line, "%s, deadline: no year is told, %d is taken: %q", u.ID, r.profile.From, u.Deadline.Words)
	}
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
	above, ok := r.plan.Unit(u.Heading)
	if ok && above.Heading != "" {
		if parties := r.register.AssignedParties(above.Text); parties != nil {
			return parties
		}
	}
	return r.register.AssignedParties(u.Text)
}

// checkLeads reports leads that are in no register: nobody is reminded of what
// they lead.
func (r *reader) checkLeads(line int, id string, parties []plan.Party) {
	var unknown []string
	for _, p := range parties {
		if p.Via == plan.ViaOutside {
			unknown = append(unknown, p.Words)
		}
	}
	if len(unknown) > 0 {
		r.report(line, "%s, lead: in no register of agencies: %q", id, unknown)
	}
}
