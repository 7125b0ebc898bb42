package index

import (
	"slices"

	"cchcbot/seeds/plan"
)

// Mention is an agency that a question names.
type Mention struct {
	Agency  plan.Agency
	Words   []Word // how it is named
	Speaker bool   // it is the asker's own, context rather than topic
}

// isGroup reports whether the mention is a group that stands as an agency of
// its own name.
func (m Mention) isGroup() bool { return slices.Contains(m.Agency.Groups, m.Agency.ID) }

// mentionMatch says how well an agency of the question fits the entry, 0 to 1:
// the unit addresses it by name or speaks of it, or addresses its group.
func (r ranking) mentionMatch(f fit, i int) float64 {
	bonus := addressBonus(f.entry.unit, r.query.Agencies[i].Agency)
	switch {
	case bonus == namedBonus || f.spoken[i] > spokenOf:
		return 1
	case bonus > 0:
		return groupMatch
	}
	return 0
}

// agencyFit prefers units that address the agencies of the question, or speak
// of them; the asker's own agency only tilts the balance.
func (r ranking) agencyFit(f fit) float64 {
	best := 0.0
	if r.ix.without(ComponentAgencies) {
		return best
	}
	for i, m := range r.query.Agencies {
		bonus := addressBonus(f.entry.unit, m.Agency)
		switch {
		case m.Speaker && m.isGroup() && bonus == 0 && ledByGroup(f.entry.unit):
			bonus = -strangerPenalty // "sở mình tự kiểm tra" is not what districts do
		case m.Speaker && !m.isGroup():
			bonus = min(bonus, groupBonus)
		case m.Speaker: // told by its kind alone, so that what its kind leads is near
		case f.spoken[i] > spokenOf:
			bonus = namedBonus
		case bonus == 0:
			bonus = -strangerPenalty
		}
		if best == 0 || bonus > best {
			best = bonus
		}
	}
	return best
}

func addressBonus(u plan.Unit, agency plan.Agency) float64 {
	best := 0.0
	for _, role := range []plan.Role{plan.RoleLead, plan.RoleAssigned, plan.RoleSupport} {
		p, ok := u.Addresses(agency, role)
		switch {
		case !ok:
		case role != plan.RoleSupport && (p.Via == plan.ViaNamed || p.Group == agency.ID):
			return namedBonus
		default:
			best = groupBonus
		}
	}
	return best
}

// cityFit puts back what every department does by itself, led by a whole group,
// where the city itself is said to act.
func (r ranking) cityFit(e *entry) float64 {
	if !r.query.City || r.ix.without(ComponentAgencies) {
		return 0
	}
	if ledByGroup(e.unit) {
		return -groupLedPenalty
	}
	return 0
}

// ledByGroup reports whether a unit has leads and none by name.
func ledByGroup(u plan.Unit) bool {
	led := false
	for _, p := range u.Parties {
		if p.Role == plan.RoleLead && p.Via == plan.ViaNamed {
			return false
		}
		led = led || p.Role == plan.RoleLead
	}
	return led
}
