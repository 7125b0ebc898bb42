package seeds

import (
	"fmt"
	"slices"
	"strings"

	"cchcbot/seeds/plan"
)

// ownIssuer is part of the folded name of the issuer that agencies.yaml is of.
const ownIssuer = "ho chi minh"

// ownCommittee issued the embedded documents.
const ownCommittee = "Ủy ban nhân dân Thành phố Hồ Chí Minh"

// RegisterOf is the register by which the agencies of a plan are told.
func (library *Library) RegisterOf(p *plan.Plan) (*plan.Register, error) {
	return library.registerOf(p.Issuer, p.Agencies)
}

// Everybody is the register of all whom the plans in force address: the own, with
// those of other issuers and those that were added.
func (library *Library) Everybody() (*plan.Register, error) {
	all := library.Register
	for _, p := range slices.Concat(library.Plans, library.Beside) {
		of, err := library.RegisterOf(p)
		if err != nil {
			return nil, err
		}
		if of == library.Register {
			continue
		}
		if all, err = all.Join(of); err != nil {
			return nil, fmt.Errorf("agencies of %s: %w", p.Number, err)
		}
	}
	return all, nil
}

// registerOf is the register for the documents of an issuer: what bodies of
// its level have in common, and agencies that were added. The city has a
// register of its own.
func (library *Library) registerOf(issuer string, added []plan.Agency) (*plan.Register, error) {
	register := library.Register
	if issuer != "" && !isOwn(issuer) {
		var err error
		if register, err = library.common.Register(levelOf(plan.Fold(issuer))); err != nil {
			return nil, fmt.Errorf("register of %q: %w", issuer, err)
		}
	}
	if len(added) == 0 {
		return register, nil
	}
	with, err := register.With(added)
	if err != nil {
		return nil, fmt.Errorf("agencies added for %q: %w", issuer, err)
	}
	return with, nil
}

// isOwn reports whether an issuer is the one that agencies.yaml is of.
func isOwn(issuer string) bool {
	key := plan.Fold(issuer)
	return strings.Contains(key, ownIssuer) && levelOf(key) == plan.LevelProvince
}

// levelOf tells the level of an issuer by its folded name.
func levelOf(key string) plan.Level {
	words := strings.Fields(key)
	has := func(some ...string) bool {
		return slices.ContainsFunc(some, func(w string) bool { return slices.Contains(words, w) })
	}
	switch {
	case has("so"):
		return plan.LevelDepartment
	case has("huyen", "quan") || strings.Contains(key, "thi xa"):
		return plan.LevelDistrict
	case has("xa", "phuong") || strings.Contains(key, "dac khu"):
		return plan.LevelCommune
	case strings.HasPrefix(key, "bo "):
		return plan.LevelMinistry
	case strings.Contains(key, "chinh phu"):
		return plan.LevelCentral
	}
	return plan.LevelProvince
}
