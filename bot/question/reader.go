package question

import (
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// Lexicon is what a Reader knows of words.
type Lexicon struct {
	Register      *plan.Register
	Abbreviations index.Abbreviations // short forms, official and informal
	Synonyms      []Synonym
	Vocabulary    *index.Vocabulary // words of the plan in force
	PlanYear      int
	PlanNumber    string // "6004/QĐ-UBND"
}

// Synonym is a way of saying something that the document says otherwise.
type Synonym struct {
	Said  string   // as people say it
	Meant []string // as the document says it
}

// Reader understands questions about one plan. It is safe for concurrent use.
type Reader struct {
	register      *plan.Register
	vocabulary    *index.Vocabulary
	abbreviations index.Abbreviations
	planYear      int
	planNumber    string // leading number of the plan's decision: "6004"
	cues          *phrases[cue]
	fillers       *phrases[struct{}]
	generals      *phrases[struct{}]
	topics        *phrases[struct{}]
	agencies      *phrases[[]plan.Agency]
	ownKinds      *phrases[string]
	placeWords    *phrases[string]
	synonyms      *phrases[[][]index.Word]
	relative      *phrases[func(plan.Date) *Window]
	known         map[string]bool // folded words that need no mending
	common        map[string]bool // of these, words of speech rather than of the plan
	byLength      [][]string      // words of the plan by length, for mending
}

// NewReader prepares a Reader from a lexicon.
func NewReader(l Lexicon) *Reader {
	number, _, _ := strings.Cut(l.PlanNumber, "/")
	r := &Reader{
		register:      l.Register,
		vocabulary:    l.Vocabulary,
		abbreviations: l.Abbreviations,
		planYear:      l.PlanYear,
		planNumber:    number,
		cues:          cuePhrases(),
		fillers:       fillerPhrases(),
		generals:      generalPhrases(),
		topics:        topicPhrases(),
		agencies:      agencyNames(l.Register),
		ownKinds:      ownKinds(),
		placeWords:    &phrases[string]{},
		synonyms:      &phrases[[][]index.Word]{},
		relative:      relativeWindows(),
	}
	for _, p := range placeWords {
		r.placeWords.add(p.phrase, p.section)
	}
	for _, s := range l.Synonyms {
		meant := make([][]index.Word, len(s.Meant))
		for i, m := range s.Meant {
			meant[i] = index.Words(m, nil)
		}
		r.synonyms.add(s.Said, meant)
	}
	r.learn()
	return r
}

// Read understands one sentence. Now decides what "tháng này" is.
func (r *Reader) Read(text string, now time.Time) Question {
	text = norm.NFC.String(shorten(strings.ToValidUTF8(text, " ")))
	q := Question{Text: text}
	words, corrections := r.split(text)
	q.Corrections = corrections
	documents, self := r.documents(words)
	q.Documents = documents
	q.Places = r.places(words)
	mentions := r.mentions(words)
	group, own := r.own(words)
	votes := r.vote(words)
	q.Window = r.window(words, now)
	r.sift(words)
	r.readAgencies(&q, mentions, group, own)
	q.Query = index.Query{
		Terms:        terms(words),
		Alternatives: r.alternatives(words),
		Agencies:     agencyQuery(mentions, words),
		Period:       askedPeriod(words),
		Decision:     self,
	}
	r.decide(&q, votes, words)
	return q
}

// readAgencies tells whom the question is about from who asks it.
func (r *Reader) readAgencies(q *Question, mentions []mention, group string, own bool) {
	q.Own = own
	for i := range mentions {
		m := mentions[i]
		switch {
		case m.speaker && q.Speaker == nil:
			q.Speaker = &m.agency
		case !m.speaker && q.Agency == nil:
			q.Agency = &m.agency
		}
	}
	if g, ok := r.register.Group(group); ok && q.Speaker == nil {
		q.Speaker = &plan.Agency{ID: g.ID, Name: g.Name, Groups: []string{g.ID}}
	}
}

// sift marks the words that tell little or nothing of the topic.
func (r *Reader) sift(words []word) {
	for i := 0; i < len(words); {
		if _, n := r.topics.longest(words, i); n > 0 {
			i += n
			continue
		}
		if _, n := r.generals.longest(words, i); n > 0 {
			mark(words[i:i+n], general)
			i += n
			continue
		}
		_, n := r.fillers.longest(words, i)
		mark(words[i:i+n], filler)
		i += max(n, 1)
	}
}

// mark gives words a use unless they already have one.
func mark(words []word, u use) {
	for i := range words {
		if words[i].use == topic {
			words[i].use = u
		}
	}
}

func terms(words []word) []index.Term {
	t := make([]index.Term, len(words))
	for i, w := range words {
		t[i] = index.Term{Word: w.Word, Emphasis: w.use.emphasis()}
	}
	return t
}

// alternatives finds what the document would say for parts of the sentence.
func (r *Reader) alternatives(words []word) []index.Alternative {
	var found []index.Alternative
	for i := range words {
		meant, n := r.synonyms.longest(words, i)
		for _, m := range meant {
			found = append(found, index.Alternative{From: i, To: i + n, Words: m})
		}
	}
	return found
}

// learn gathers the words that need no mending.
func (r *Reader) learn() {
	r.known, r.common = map[string]bool{}, map[string]bool{}
	r.byLength = make([][]string, 12)
	r.vocabulary.Each(func(folded string, _ int) {
		r.known[folded] = true
		if n := len(folded); n >= 2 && n < len(r.byLength) && !hasDigitOnly(folded) {
			r.byLength[n] = append(r.byLength[n], folded)
		}
	})
	for short := range r.abbreviations {
		r.known[short] = true
	}
	speech := func(w string) { r.known[w], r.common[w] = true, true }
	r.cues.eachWord(speech)
	r.fillers.eachWord(speech)
	r.relative.eachWord(speech)
	r.placeWords.eachWord(speech)
	for _, known := range []interface{ eachWord(func(string)) }{r.agencies, r.synonyms, r.topics, r.generals} {
		known.eachWord(func(w string) { r.known[w] = true })
	}
}
