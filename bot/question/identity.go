package question

// Identity is a question about the document itself: its number, its date, who
// issued it.
type Identity struct {
	Named []string // the other words of the topic, folded: by what the document is called
}

// identityPhrases ask for the number, the date or the issuer of a document.
func identityPhrases() *phrases[struct{}] {
	p := &phrases[struct{}]{}
	for _, verb := range []string{"ban hành", "ký", "ký ban hành", "được ban hành", "được ký", "ra đời"} {
		for _, when := range []string{"ngày nào", "khi nào", "bao giờ", "lúc nào", "hôm nào", "ngày mấy", "vào ngày nào", "vào lúc nào", "từ bao giờ", "từ khi nào", "từ ngày nào", "năm nào", "ngày bao nhiêu", "ngày tháng nào"} {
			p.add(verb+" "+when, struct{}{})
		}
	}
	p.addLines(`ngày ban hành, ngày ký, ngày tháng ban hành, số mấy, số bao nhiêu, số hiệu, mang số, cơ quan nào ban hành, ai ban hành, do ai ban hành, của cơ quan nào`, struct{}{})
	return p
}

// identity reads a question about the document itself, which it names by what it
// is; nil for any other question.
func (r *Reader) identity(q Question, words []word) *Identity {
	if len(q.Places)+len(q.Documents) > 0 || q.About.Heading != nil {
		return nil
	}
	asked, named, found := false, false, &Identity{}
	for i := 0; i < len(words); i++ {
		_, n := r.identities.longest(words, i)
		switch {
		case n > 0:
			asked = true
			i += n - 1
		case mentions(words[i:min(i+2, len(words))], "quyet", "dinh"), mentions(words[i:min(i+2, len(words))], "ke", "hoach"), mentions(words[i:min(i+2, len(words))], "van", "ban"):
			named = true
			i++
		case words[i].use == topic:
			found.Named = append(found.Named, words[i].Folded)
		}
	}
	if !asked || !named {
		return nil
	}
	return found
}
