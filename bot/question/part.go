package question

import (
	"slices"

	"cchcbot/seeds/plan"
)

// part is a piece of the decision that people ask for by what it is for rather
// than by its number.
type part struct {
	kind plan.Kind
	sure bool // the words alone tell; else the sentence must name the decision
}

// partPhrases are the words for such pieces.
func partPhrases() *phrases[part] {
	p := &phrases[part]{}
	p.addLines(`ai ký, người ký, ký ban hành, lãnh đạo nào ký, vị nào ký, ai là người ký, do ai ký, chữ ký của ai, ai ký ban hành, đã ký ban hành, ký quyết định`, part{plan.KindSignature, true})
	p.addLines(`nơi nhận, danh sách nơi nhận, phần nơi nhận`, part{plan.KindRecipients, true})
	p.addLines(`gửi cho những nơi nào, gửi những nơi nào, gửi đến những nơi nào, gửi cho những ai, gửi những đâu, gửi cho ai, gửi ai, gửi đến đâu, gửi đi đâu, gửi tới đâu, gửi cho cơ quan nào, gửi đến cơ quan nào, gửi cho đơn vị nào, gửi những cơ quan nào, được gửi cho, gửi cho bộ nào, gửi bộ nào, gửi cho sở nào, gửi cho nơi nào, gửi đến bộ nào`, part{plan.KindRecipients, false})
	p.addLines(`căn cứ vào luật nào, căn cứ luật nào, theo luật nào, căn cứ vào đâu, căn cứ vào văn bản nào, căn cứ những văn bản nào, căn cứ những luật nào, căn cứ văn bản nào, căn cứ gì, căn cứ vào những gì, dựa trên căn cứ nào, dựa vào luật nào, dựa trên luật nào, căn cứ pháp lý, cơ sở pháp lý, những căn cứ nào, căn cứ nào, dựa trên văn bản nào, ban hành dựa trên, ban hành căn cứ, luật nào`, part{plan.KindLegalBasis, false})
	p.addLines(`căn cứ nào ban hành, căn cứ ban hành, căn cứ để ban hành, ban hành căn cứ vào, căn cứ pháp lý ban hành, căn cứ nào để ban hành, ban hành dựa trên căn cứ nào`, part{plan.KindLegalBasis, true})
	return p
}

// parts finds the pieces of the decision that a sentence asks for and marks
// their words as taken. Named tells that the sentence names the decision.
func (r *Reader) parts(words []word, named bool) []plan.Kind {
	for i := 0; i < len(words); i++ {
		if _, n := r.agencies.longest(words, i); n > 1 {
			i += n - 1 // "đài tiếng nói nhân dân" names nobody's "nơi nhận"
			continue
		}
		p, n := r.partNames.longest(words, i)
		if n == 0 || !p.sure && !named {
			continue
		}
		take(words[i : i+n])
		return []plan.Kind{p.kind}
	}
	return nil
}

// sends reports whether a sentence speaks of sending.
func sends(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.oneOf("gửi gởi") })
}
