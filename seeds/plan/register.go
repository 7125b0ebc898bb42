package plan

import (
	"fmt"
	"slices"
)

// Register knows the agencies and the groups in which the document addresses
// them. It is read once and never changes, so it may be shared.
type Register struct {
	agencies     []Agency
	groups       []Group
	ambiguous    []ambiguity
	byID         map[string]int      // index in agencies
	groupByID    map[string]int      // index in groups
	names        map[string][]string // folded name, alias or head to ids of agencies
	phrases      *phraseTree         // what a party may be called in a document
	own          map[string]bool     // words for the level of the issuer, for a register that issuers share
	short        map[string]string   // initials behind a kind of body to the id of the agency, in such a register
	predecessors map[string][]string // id of a successor to the ids of those that it followed
}

// agenciesFile is the shape of agencies.yaml.
type agenciesFile struct {
	Agencies  []Agency    `yaml:"agencies"`
	Ambiguous []ambiguity `yaml:"ambiguous"`
}

// ambiguity is a name that several agencies share, so that only the one who
// asks can tell which is meant.
type ambiguity struct {
	Alias    string   `yaml:"alias"`
	Agencies []string `yaml:"agencies"`
}

// groupsFile is the shape of groups.yaml.
type groupsFile struct {
	Groups []Group `yaml:"groups"`
}

// LoadRegister reads the two registers. It is strict: an unknown field, an id
// or a name that two entries share, a reference to nothing and a circle of
// successors are errors that name the entry.
func LoadRegister(agenciesYAML, groupsYAML []byte) (*Register, error) {
	var agencies agenciesFile
	if err := decodeYAML(agenciesYAML, &agencies); err != nil {
		return nil, fmt.Errorf("agencies: %w", err)
	}
	var groups groupsFile
	if err := decodeYAML(groupsYAML, &groups); err != nil {
		return nil, fmt.Errorf("groups: %w", err)
	}
	return newRegister(agencies.Agencies, groups.Groups, agencies.Ambiguous)
}

// newRegister checks and indexes a register.
func newRegister(agencies []Agency, groups []Group, ambiguous []ambiguity) (*Register, error) {
	r := &Register{agencies: agencies, groups: groups, ambiguous: ambiguous}
	steps := []func() error{
		r.indexGroups,
		r.indexAgencies,
		r.indexSuccessors,
		func() error { return r.indexNames(ambiguous) },
		r.indexPhrases,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Agency returns the agency with the id.
func (r *Register) Agency(id string) (Agency, bool) {
	i, ok := r.byID[id]
	if !ok {
		return Agency{}, false
	}
	return r.agencies[i], true
}

// Agencies returns every agency, in the order of the register.
func (r *Register) Agencies() []Agency { return slices.Clone(r.agencies) }

// Group returns the group with the id.
func (r *Register) Group(id string) (Group, bool) {
	i, ok := r.groupByID[id]
	if !ok {
		return Group{}, false
	}
	return r.groups[i], true
}

// Groups returns every group, in the order of the register.
func (r *Register) Groups() []Group { return slices.Clone(r.groups) }

// Members returns the agencies of a group, in the order of the register,
// whether they are still there or not. A group whose members are told by form
// or are not at hand (wards, public service units) has none.
func (r *Register) Members(groupID string) []Agency {
	var members []Agency
	for _, a := range r.agencies {
		if slices.Contains(a.Groups, groupID) {
			members = append(members, a)
		}
	}
	return members
}

// Stand lets a group stand as an agency of its own name. It is addressed by
// every group that all its members belong to: "các huyện" by "quận, huyện" too.
func (r *Register) Stand(g Group) Agency {
	a := Agency{ID: g.ID, Name: g.Name, Groups: []string{g.ID}}
	members := r.Members(g.ID)
	if len(members) == 0 {
		return a
	}
	for _, other := range members[0].Groups {
		shared := !slices.ContainsFunc(members, func(m Agency) bool { return !slices.Contains(m.Groups, other) })
		if shared && other != g.ID {
			a.Groups = append(a.Groups, other)
		}
	}
	return a
}

// Predecessors returns the agencies whose duties came to this one, the nearest
// first: those that it followed, then those that these had followed.
func (r *Register) Predecessors(id string) []Agency {
	var all []Agency
	for wave := r.predecessors[id]; len(wave) > 0; {
		var earlier []string
		for _, p := range wave {
			all = append(all, r.agencies[r.byID[p]])
			earlier = append(earlier, r.predecessors[p]...)
		}
		wave = earlier
	}
	return all
}

// Find returns the agencies that go by a name: a name or an alias of the
// register, the title of a head ("Giám đốc SNV"), with or without "UBND" and
// the city, whatever the case, the marks and the punctuation. More than one
// means that the name is ambiguous.
func (r *Register) Find(name string) []Agency {
	ids := r.names[NameKey(CleanText(name))]
	if len(ids) == 0 {
		s := r.newScan(name)
		if len(s.words) == 0 {
			return nil
		}
		m, ok := s.partyAt(0, false)
		if !ok || m.end < len(s.words) || m.target.agency == "" {
			return nil
		}
		ids = []string{m.target.agency}
	}
	found := make([]Agency, len(ids))
	for i, id := range ids {
		found[i] = r.agencies[r.byID[id]]
	}
	return found
}
