package seeds

import (
	"slices"
	"strings"

	"cchcbot/seeds/document"
	"cchcbot/seeds/format"
	"cchcbot/seeds/plan"
	"cchcbot/seeds/text"
)

// Options are what a person adds to what the reader finds out itself.
type Options struct {
	Profile  document.Profile // fields that are not zero go before what is read
	Agencies []plan.Agency    // beyond the registers, valid for the issuer of the document
}

// Open reads a document of any format: the plan, the profile by which it was
// read, and the problems met. The error is a *block.Error, whose Sentence tells
// a person what to send instead, or a wrong agency among the options.
func (library *Library) Open(name string, data []byte, options Options) (*plan.Plan, document.Profile, []plan.Problem, error) {
	blocks, kind, err := format.Read(data)
	if err != nil {
		return nil, document.Profile{}, nil, err
	}
	profile := document.Propose(blocks, options.Profile)
	register, err := library.registerOf(profile.Issuer, options.Agencies)
	if err != nil {
		return nil, document.Profile{}, nil, err
	}
	typed := kind != format.Text // a copy that somebody typed has no scan errors
	if words, ok := text.Decode(data); ok && !typed {
		if p, problems, ok := library.strict(name, words, register, options.Profile); ok {
			describe(p, profile)
			return p, profile, problems, nil
		}
	}
	p, profile, problems := document.Read(name, blocks, options.Profile, register)
	if errata := library.errata[profile.Number]; errata != nil {
		if found := p.Correct(name, errata); !typed {
			problems = append(problems, found...)
		}
	}
	p.Phrase(library.phrasings[p.Number])
	describe(p, profile)
	return p, profile, problems, nil
}

// describe gives a plan what its profile tells of it as a whole.
func describe(p *plan.Plan, profile document.Profile) {
	p.Kind, p.Issuer = profile.Kind, profile.Issuer
	if profile.To > p.Year {
		p.Until = profile.To
	}
}

// strict reads a document that has the form of a decision with six columns to
// the letter; false for every other.
func (library *Library) strict(name, words string, register *plan.Register, given document.Profile) (*plan.Plan, []plan.Problem, bool) {
	if given.From != 0 || given.Number != "" || len(given.Columns) > 0 || !strings.Contains(words, "\t") {
		return nil, nil, false
	}
	source := plan.Source{Name: name, Text: words}
	p, problems := plan.Parse(source, register, library.errata[source.Number()])
	tasks := 0
	for _, u := range p.Units {
		if u.Kind == plan.KindTask {
			tasks++
		}
	}
	ofForm := func(problem plan.Problem) bool {
		m := problem.Message
		return !strings.Contains(m, ", lead: ") && !strings.Contains(m, ", support: ") && !strings.Contains(m, ", deadline: ")
	}
	if tasks == 0 || slices.ContainsFunc(problems, ofForm) {
		return nil, nil, false
	}
	p.Phrase(library.phrasings[source.Number()])
	return p, problems, true
}
