package index

import (
	"slices"

	"cchcbot/seeds/plan"
)

// Duty is one unit that asks something of an agency, in one role.
type Duty struct {
	Unit      plan.Unit
	Role      plan.Role
	Via       plan.Via
	Group     string // id of the group through which it comes; "" by name
	Qualifier string // as in the Party: "tổng hợp"
}

// Duties lists everything that the plan asks of an agency: one Duty for each
// unit and role, in the order of the plan. Where a unit addresses the agency
// both by name and through its group, the name counts. Parties meant only if
// concerned are left out: see ConditionalDuties.
func (ix *Index) Duties(agency plan.Agency) []Duty {
	return ix.duties(agency, false)
}

// ConditionalDuties lists the units that address the agency's groups with the
// words "có liên quan" and the like, where the text does not say which members
// are meant, and that are not among its Duties in the same role.
func (ix *Index) ConditionalDuties(agency plan.Agency) []Duty {
	certain := ix.duties(agency, false)
	return slices.DeleteFunc(ix.duties(agency, true), func(d Duty) bool {
		return slices.ContainsFunc(certain, func(c Duty) bool { return c.Unit.ID == d.Unit.ID && c.Role == d.Role })
	})
}

func (ix *Index) duties(agency plan.Agency, conditional bool) []Duty {
	var duties []Duty
	for _, e := range ix.entries {
		duties = append(duties, dutiesIn(e.unit, agency, conditional)...)
	}
	return duties
}

// DutiesIn lists what one unit asks of an agency: none, or one Duty a role.
func (ix *Index) DutiesIn(u plan.Unit, agency plan.Agency) []Duty {
	return dutiesIn(u, agency, false)
}

func dutiesIn(u plan.Unit, agency plan.Agency, conditional bool) []Duty {
	if u.Kind == plan.KindHeading {
		return nil
	}
	var duties []Duty
	for _, role := range []plan.Role{plan.RoleLead, plan.RoleSupport, plan.RoleAssigned} {
		if p, ok := addressed(u, agency, role, conditional); ok {
			duties = append(duties, Duty{Unit: u, Role: role, Via: p.Via, Group: p.Group, Qualifier: p.Qualifier})
		}
	}
	return duties
}

// addressed finds how a unit addresses an agency in a role, by name first.
func addressed(u plan.Unit, agency plan.Agency, role plan.Role, conditional bool) (plan.Party, bool) {
	var byGroup plan.Party
	found := false
	for _, p := range u.Parties {
		if p.Role != role || p.Conditional != conditional {
			continue
		}
		switch {
		case p.Via == plan.ViaNamed && p.Agency == agency.ID:
			return p, true
		case p.Via == plan.ViaGroup && slices.Contains(agency.Groups, p.Group) && !found:
			byGroup, found = p, true
		}
	}
	return byGroup, found
}
