package plan

import (
	"fmt"
	"slices"
)

// Level is a level of government.
type Level string

// The levels. Since 1 July 2025 there is none between province and commune.
const (
	LevelCentral  Level = "central"
	LevelProvince Level = "province"
	LevelCommune  Level = "commune"
)

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
	for _, level := range []Level{LevelCentral, LevelProvince, LevelCommune} {
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
	return newRegister(unique(agencies), c.groups, nil)
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
	return newRegister(all, r.groups, r.ambiguous)
}

// provincial reports whether the register is one that provinces share, where
// "tỉnh" behind a name says no more than "Thành phố" does in the city's.
func (r *Register) provincial() bool {
	_, shared := r.byID["bo-cong-an"]
	return shared
}
