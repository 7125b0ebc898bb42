package answer

import (
	"slices"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// viaRank puts what addresses an agency by name first.
func viaRank(v plan.Via) int {
	if v == plan.ViaGroup {
		return 1
	}
	return 0
}

// throughGroup reports whether an agency is in each of some units through its group,
// and by name in none, in the part that it is asked for.
func (c set) throughGroup(found []Found, p question.Party) bool {
	for _, f := range found {
		if d, ok := c.part(f.Unit, p); !ok || d.Via != plan.ViaGroup || slices.Contains(p.Agency.Groups, p.Agency.ID) {
			return false
		}
	}
	return !p.Not && len(found) > 0
}

// taken reports whether the parties take part in a unit as they are to: all of
// them, or any. Found is given the part of the first, and is through a group where
// one of them is.
func (c set) taken(u plan.Unit, found *Found) bool {
	met := 0
	for _, p := range c.parties {
		d, ok := c.part(u, p)
		if ok == p.Not {
			continue
		}
		met++
		if !ok {
			continue
		}
		through := d.Via == plan.ViaGroup && !slices.Contains(p.Agency.Groups, p.Agency.ID)
		switch {
		case found.Role == "":
			found.Role, found.Via = d.Role, d.Via
			if !through && d.Via == plan.ViaGroup {
				found.Via = plan.ViaNamed // a group is named where it is addressed
			}
		case through != c.q.About.Any:
			found.Via = d.Via
		}
	}
	return met == len(c.parties) || c.q.About.Any && met > 0
}

// part is what a party has to do in a unit, what it does by name first. A group
// is named where it is addressed.
func (c set) part(u plan.Unit, p question.Party) (plan.Duty, bool) {
	role, via := p.Role, p.Via
	if u.Kind == plan.KindAssignment && role == plan.RoleLead {
		role = plan.RoleAssigned // section V assigns, whatever the words
	}
	group := slices.Contains(p.Agency.Groups, p.Agency.ID)
	if p.Not && !group {
		via = plan.ViaNamed
	}
	if p.Only && c.otherwise(u, p) || p.Alone && !c.alone(u, p) {
		return plan.Duty{}, false
	}
	duties := rolesIn(u, p.Agency, role)
	for _, other := range u.Parties {
		if group && other.Group != p.Agency.ID && (role == "" || other.Role == role) && c.within(other.Group, p.Agency.ID) {
			duties = append(duties, plan.Duty{Unit: u, Role: other.Role, Via: other.Via, Group: p.Agency.ID})
		}
	}
	duties = slices.DeleteFunc(duties, func(d plan.Duty) bool {
		if group && via == plan.ViaNamed {
			return d.Group != p.Agency.ID
		}
		return via != "" && d.Via != via || d.Role == plan.RoleSupport && d.Via == plan.ViaGroup && leads(u, p.Agency)
	})
	slices.SortStableFunc(duties, func(x, y plan.Duty) int { return viaRank(x.Via) - viaRank(y.Via) })
	if len(duties) == 0 {
		return plan.Duty{}, false
	}
	return duties[0], true
}

// otherwise reports whether a party has another role in a unit, by name.
func (c set) otherwise(u plan.Unit, p question.Party) bool {
	return slices.ContainsFunc(rolesIn(u, p.Agency, ""), func(d plan.Duty) bool {
		named := d.Via == plan.ViaNamed || d.Group == p.Agency.ID
		return d.Role != p.Role && named
	})
}

// alone reports whether nobody but a party has its role in a unit.
func (c set) alone(u plan.Unit, p question.Party) bool {
	return !slices.ContainsFunc(u.Parties, func(other plan.Party) bool {
		return other.Role == p.Role && other.Agency != p.Agency.ID && !c.within(other.Group, p.Agency.ID)
	})
}

// within reports whether a group is another, or a part of it: the districts without
// the rural ones.
func (c set) within(part, whole string) bool {
	members := c.Register.Members(part)
	return part == whole || len(members) > 0 && !slices.ContainsFunc(members, func(a plan.Agency) bool { return !slices.Contains(a.Groups, whole) })
}

// leads reports whether a unit names an agency as who leads it.
func leads(u plan.Unit, a *plan.Agency) bool {
	return slices.ContainsFunc(rolesIn(u, a, plan.RoleLead), func(d plan.Duty) bool { return d.Via == plan.ViaNamed })
}
