package plan

import (
	"errors"
	"fmt"
	"slices"
)

// indexGroups checks the groups on their own.
func (r *Register) indexGroups() error {
	r.groupByID = make(map[string]int, len(r.groups))
	for i, g := range r.groups {
		if g.ID == "" || g.Name == "" {
			return fmt.Errorf("groups: entry %d (%q): id and name are required", i+1, g.ID)
		}
		if _, taken := r.groupByID[g.ID]; taken {
			return fmt.Errorf("groups: %s: duplicate id", g.ID)
		}
		r.groupByID[g.ID] = i
	}
	return nil
}

// indexAgencies checks each agency on its own and against the groups.
func (r *Register) indexAgencies() error {
	r.byID = make(map[string]int, len(r.agencies))
	for i, a := range r.agencies {
		if a.ID == "" || a.Name == "" {
			return fmt.Errorf("agencies: entry %d (%q): id and name are required", i+1, a.ID)
		}
		if _, taken := r.byID[a.ID]; taken {
			return fmt.Errorf("agencies: %s: duplicate id", a.ID)
		}
		for _, g := range a.Groups {
			if _, known := r.groupByID[g]; !known {
				return fmt.Errorf("agencies: %s: unknown group %q", a.ID, g)
			}
		}
		if !a.ValidFrom.IsZero() && !a.ValidTo.IsZero() && a.ValidTo.Compare(a.ValidFrom) < 0 {
			return fmt.Errorf("agencies: %s: valid_to %v is before valid_from %v", a.ID, a.ValidTo, a.ValidFrom)
		}
		r.byID[a.ID] = i
	}
	return nil
}

// indexSuccessors checks that every successor exists and that none leads back.
func (r *Register) indexSuccessors() error {
	r.predecessors = make(map[string][]string)
	for _, a := range r.agencies {
		if a.Successor == "" {
			continue
		}
		if _, known := r.byID[a.Successor]; !known {
			return fmt.Errorf("agencies: %s: unknown successor %q", a.ID, a.Successor)
		}
		r.predecessors[a.Successor] = append(r.predecessors[a.Successor], a.ID)
	}
	for _, a := range r.agencies {
		if err := r.checkSuccession(a); err != nil {
			return err
		}
	}
	return nil
}

// checkSuccession follows the successors of a, at most as many steps as there
// are agencies: more means a circle.
func (r *Register) checkSuccession(a Agency) error {
	next := a
	for range r.agencies {
		if next.Successor == "" {
			return nil
		}
		next = r.agencies[r.byID[next.Successor]]
	}
	return fmt.Errorf("agencies: %s: its successors lead in a circle", a.ID)
}

// indexNames collects all names and refuses one that several agencies share
// unless it is listed as ambiguous for all of them.
func (r *Register) indexNames(ambiguous []ambiguity) error {
	r.names = make(map[string][]string)
	for _, a := range r.agencies {
		for _, name := range namesOf(a) {
			key := NameKey(name)
			if key == "" {
				return fmt.Errorf("agencies: %s: alias %q has no words", a.ID, name)
			}
			if !slices.Contains(r.names[key], a.ID) {
				r.names[key] = append(r.names[key], a.ID)
			}
		}
	}
	allowed := make(map[string]bool, len(ambiguous))
	for _, amb := range ambiguous {
		key := NameKey(amb.Alias)
		if !sameSet(amb.Agencies, r.names[key]) {
			return fmt.Errorf("agencies: ambiguous %q: listed for %q, but the alias of %q",
				amb.Alias, amb.Agencies, r.names[key])
		}
		allowed[key] = true
	}
	return r.checkShared(allowed)
}

// sameSet reports whether two lists without repetitions hold the same.
func sameSet(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// checkShared reports every name that agencies share without leave.
func (r *Register) checkShared(allowed map[string]bool) error {
	if !r.sharesName(allowed) {
		return nil
	}
	var problems []error
	for _, a := range r.agencies {
		for _, name := range namesOf(a) {
			key := NameKey(name)
			ids := r.names[key]
			if allowed[key] || len(ids) < 2 || ids[0] == a.ID {
				continue
			}
			problems = append(problems, fmt.Errorf("agencies: %s: alias %q is also that of %s", a.ID, name, ids[0]))
		}
	}
	return errors.Join(problems...)
}

// sharesName reports whether agencies share any name without leave.
func (r *Register) sharesName(allowed map[string]bool) bool {
	for key, ids := range r.names {
		if len(ids) > 1 && !allowed[key] {
			return true
		}
	}
	return false
}

// namesOf lists all that an agency is called.
func namesOf(a Agency) []string {
	names := append([]string{a.Name}, a.Aliases...)
	if a.Head != "" {
		names = append(names, a.Head)
	}
	return names
}
