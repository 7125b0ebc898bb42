package seeds

import (
	"slices"

	"cchcbot/seeds/document"
	"cchcbot/seeds/format"
	"cchcbot/seeds/plan"
)

// Options are what a person adds to what the reader finds out itself.
type Options struct {
	Profile  document.Profile // fields that are not zero go before what is read
	Agencies []plan.Agency    // beyond the registers, valid for the issuer of the document
}

// Open reads a document of any format: the plan, the profile by which it was
// read, and the problems met. Known scan errors are corrected, phrasings given
// and problems waived only in the document whose number they are listed under.
// The plan does not become one of library.Plans. The error is a *block.Error,
// whose Sentence tells a person what to send instead, or a wrong agency among
// the options.
func (library *Library) Open(name string, data []byte, options Options) (*plan.Plan, document.Profile, []plan.Problem, error) {
	blocks, kind, err := format.Read(data)
	if err != nil {
		return nil, document.Profile{}, nil, err
	}
	profile := document.Propose(blocks, options.Profile)
	if isOwn(profile.Issuer) && options.Profile.Issuer == "" {
		options.Profile.Issuer = ownCommittee
	}
	register, err := library.registerOf(profile.Issuer, options.Agencies)
	if err != nil {
		return nil, document.Profile{}, nil, err
	}
	own := library.own[profile.Number]
	p, profile, problems := document.Read(document.Input{
		Name: name, Blocks: blocks, Given: options.Profile, Register: register, Calendar: library.Calendar, Errata: own.errata,
	})
	problems = slices.DeleteFunc(problems, func(problem plan.Problem) bool {
		typed := kind != format.Text // a copy that somebody typed has no scan errors
		return typed && problem.Kind == plan.ProblemErratum || slices.ContainsFunc(own.waived, problem.IsWaived)
	})
	p.Phrase(own.phrasings)
	p.Agencies = options.Agencies
	return p, profile, problems, nil
}
