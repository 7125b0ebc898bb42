package answer

import (
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/index/vi"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// abbreviations makes the tables that texts and questions are written out
// with: documents know only the official ones.
func abbreviations(list []plan.Abbreviation) (official, all index.Abbreviations) {
	official, all = index.Abbreviations{}, index.Abbreviations{}
	for _, a := range list {
		short := vi.Fold(vi.Normalize(a.Short))
		all[short] = append(all[short], a.Long...)
		if !a.Informal && len(a.Long) == 1 {
			official[short] = a.Long
		}
	}
	return official, all
}

func synonyms(library *seeds.Library) []question.Synonym {
	list := make([]question.Synonym, 0, len(library.Synonyms))
	for _, s := range library.Synonyms {
		for _, said := range s.Said {
			list = append(list, question.Synonym{Said: said, Meant: s.Meant})
		}
	}
	return list
}

// rightWords are the texts of all plans and the words of the register: what stands
// there is no slip of typing.
func rightWords(library *seeds.Library) []string {
	var texts []string
	for _, p := range library.Plans {
		for _, u := range p.Units {
			texts = append(texts, u.Text, u.Product)
		}
	}
	for _, c := range library.Concepts {
		texts = append(texts, c.Words()...)
	}
	return texts
}
