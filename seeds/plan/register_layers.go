package plan

import (
	"fmt"
	"slices"
)

// Level is a level of government.
type Level string

// The levels. Since 1 July 2025 there is none between province and commune. A
// ministry and a department have bodies of their own, as a level has.
const (
	LevelCentral    Level = "central"
	LevelMinistry   Level = "ministry"
	LevelProvince   Level = "province"
	LevelDepartment Level = "department"
	LevelDistrict   Level = "district"
	LevelCommune    Level = "commune"
)

// ownWords are the words for the level of an issuer and those above it, as keys.
func ownWords(level Level) map[string]bool {
	words := map[Level]string{
		LevelMinistry: "bo", LevelDepartment: "so", LevelDistrict: "huyen quan", LevelCommune: "xa phuong dac",
	}
	return KeySet("tinh " + words[level])
}

// Common is what the plans of every issuer have in common: bodies by level, and
// the groups by which they are addressed.
type Common struct {
	levels map[Level][]Agency
	groups []Group
}

// LoadCommon reads common.yaml.
func LoadCommon(data []byte) (*Common, error) {
	var file struct {
		Levels map[Level][]Agency `yaml:"levels"`
		Groups []Group            `yaml:"groups"`
	}
	if err := decodeYAML(data, &file); err != nil {
		return nil, fmt.Errorf("common register: %w", err)
	}
	c := &Common{levels: file.Levels, groups: file.Groups}
	for _, level := range []Level{LevelCentral, LevelMinistry, LevelProvince, LevelDepartment, LevelDistrict, LevelCommune} {
		if _, err := c.Register(level); err != nil {
			return nil, fmt.Errorf("common register: %s: %w", level, err)
		}
	}
	return c, nil
}

// Register is the register for issuers of a level: their own bodies, and those
// of the levels above and, for a province, below, that they may name.
func (c *Common) Register(level Level) (*Register, error) {
	agencies := slices.Clone(c.levels[level])
	for _, other := range []Level{LevelCentral, LevelProvince} {
		if other != level {
			agencies = append(agencies, c.levels[other]...)
		}
	}
	r, err := newRegister(unique(agencies), c.groups, nil)
	if err != nil {
		return nil, err
	}
	r.own = ownWords(level)
	r.indexShort()
	return r, nil
}

// unique drops agencies whose names an earlier one has.
func unique(agencies []Agency) []Agency {
	taken := map[string]bool{}
	var kept []Agency
	for _, a := range agencies {
		var aliases []string
		for _, alias := range a.Aliases {
			if key := NameKey(alias); !taken[key] && key != NameKey(a.Name) {
				taken[key] = true
				aliases = append(aliases, alias)
			}
		}
		if key := NameKey(a.Name); !taken[key] {
			taken[key] = true
			a.Aliases = aliases
			kept = append(kept, a)
		}
	}
	return kept
}

// Join is the register with the agencies of another that it lacks. A name that it
// has stays that of its own agency.
func (r *Register) Join(other *Register) (*Register, error) {
	all := slices.Clone(r.agencies)
	taken := func(name string) bool {
		words := WordsOf(name)
		target, n := r.phrases.longest(words)
		return len(r.names[keyOf(words)]) > 0 || target != nil && n == len(words)
	}
	groups := slices.Clone(r.groups)
	for _, g := range other.groups {
		if _, known := r.groupByID[g.ID]; !known && !taken(g.Name) {
			g.Aliases = slices.DeleteFunc(slices.Clone(g.Aliases), taken)
			groups = append(groups, g)
		}
	}
	for _, a := range other.agencies {
		if _, known := r.byID[a.ID]; known || taken(a.Name) {
			continue
		}
		a.Aliases = slices.DeleteFunc(slices.Clone(a.Aliases), taken)
		a.Groups = slices.DeleteFunc(slices.Clone(a.Groups), func(id string) bool {
			return !slices.ContainsFunc(groups, func(g Group) bool { return g.ID == id })
		})
		a.Successor = ""
		all = append(all, a)
	}
	return newRegister(all, groups, r.ambiguous)
}

// With is the register with further agencies, which an administrator added. One
// with the id of an agency that is there gives it further names. It is an error
// where one has a name of another.
func (r *Register) With(added []Agency) (*Register, error) {
	all := slices.Clone(r.agencies)
	for _, a := range added {
		i := slices.IndexFunc(all, func(known Agency) bool { return known.ID == a.ID })
		if i < 0 {
			all = append(all, a)
			continue
		}
		all[i].Aliases = append(all[i].Aliases[:len(all[i].Aliases):len(all[i].Aliases)], a.Aliases...)
	}
	with, err := newRegister(all, r.groups, r.ambiguous)
	if err != nil {
		return nil, err
	}
	if with.own = r.own; with.own != nil {
		with.indexShort()
	}
	return with, nil
}
