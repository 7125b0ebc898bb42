package plan

import "slices"

// Duty is one unit that asks something of an agency, in one role.
type Duty struct {
	Unit      Unit
	Role      Role
	Via       Via
	Group     string // id of the group through which it comes; "" by name
	Qualifier string // as in the Party: "tổng hợp"
}

// Duties lists everything that the plan asks of an agency: one Duty for each
// unit and role, in the order of the  Where a unit addresses the agency
// both by name and through its group, the name counts. Parties meant only if
// concerned are left out: see ConditionalDuties.
func (p *Plan) Duties(agency Agency) []Duty {
	return p.duties(agency, false)
}

// ConditionalDuties lists the units that address the agency's groups with the
// words "có liên quan" and the like, where the text does not say which members
// are meant, and that are not among its Duties in the same role.
func (p *Plan) ConditionalDuties(agency Agency) []Duty {
	certain := p.duties(agency, false)
	return slices.DeleteFunc(p.duties(agency, true), func(d Duty) bool {
		return slices.ContainsFunc(certain, func(c Duty) bool { return c.Unit.ID == d.Unit.ID && c.Role == d.Role })
	})
}

func (p *Plan) duties(agency Agency, conditional bool) []Duty {
	var duties []Duty
	for _, u := range p.Units {
		duties = append(duties, dutiesIn(u, agency, conditional)...)
	}
	return duties
}

// DutiesOf lists what the unit asks of an agency: none, or one Duty a role.
func (u Unit) DutiesOf(agency Agency) []Duty { return dutiesIn(u, agency, false) }

func dutiesIn(u Unit, agency Agency, conditional bool) []Duty {
	if u.Kind == KindHeading {
		return nil
	}
	var duties []Duty
	for _, role := range []Role{RoleLead, RoleSupport, RoleAssigned} {
		if p, ok := u.addresses(agency, role, conditional); ok {
			duties = append(duties, Duty{Unit: u, Role: role, Via: p.Via, Group: p.Group, Qualifier: p.Qualifier})
		}
	}
	return duties
}

// Addresses finds how the unit addresses an agency in a role for certain, by
// name first.
func (u Unit) Addresses(agency Agency, role Role) (Party, bool) {
	return u.addresses(agency, role, false)
}

func (u Unit) addresses(agency Agency, role Role, conditional bool) (Party, bool) {
	var byGroup Party
	found := false
	for _, p := range u.Parties {
		if p.Role != role || p.Conditional != conditional {
			continue
		}
		switch {
		case p.Via == ViaNamed && p.Agency == agency.ID:
			return p, true
		case p.Via == ViaGroup && slices.Contains(agency.Groups, p.Group) && !found:
			byGroup, found = p, true
		}
	}
	return byGroup, found
}
