package plan

// resolve reads the parties and the deadlines of all units.
func (r *reader) resolve(register *Register) {
	for i := range r.plan.Units {
		u := &r.plan.Units[i]
		switch u.Kind {
		case KindTask:
			r.resolveTask(register, u)
		case KindAssignment:
			r.resolveAssignment(register, u)
		}
	}
}

// resolveTask reads the cells of a row.
func (r *reader) resolveTask(register *Register, u *Unit) {
	line := u.Lines[0].First
	for _, cell := range []struct {
		words string
		role  Role
	}{{u.Lead, RoleLead}, {u.Support, RoleSupport}} {
		if cell.words == "" {
			continue
		}
		parties, err := register.ParseParties(cell.words, cell.role)
		if err != nil {
			r.report(line, "%s, %s: %v", u.ID, cell.role, err)
		}
		u.Parties = append(u.Parties, parties...)
	}
	if u.Deadline.Words == "" {
		return
	}
	deadline, err := ParseDeadline(u.Deadline.Words, r.plan.Year)
	if err != nil {
		r.report(line, "%s, deadline: %v", u.ID, err)
	}
	u.Deadline = deadline
}

// resolveAssignment reads who a paragraph of the section on assignments
// addresses: the parties that its heading names, or those that it names.
func (r *reader) resolveAssignment(register *Register, u *Unit) {
	heading := r.byID[u.Heading]
	if heading == nil || heading == r.section {
		u.Parties = register.AssignedParties(u.Text)
	} else {
		u.Parties = r.headingParties(register, heading)
	}
	if deadline, found := FindDaysAfter(u.Text, r.plan.Issued); found {
		u.Deadline = deadline
	}
}

// headingParties reads each heading but once, however much stands under it;
// its units share the list.
func (r *reader) headingParties(register *Register, heading *draft) []Party {
	parties, ok := r.assigned[heading]
	if !ok {
		parties = register.AssignedParties(heading.text())
		r.assigned[heading] = parties
	}
	return parties
}
