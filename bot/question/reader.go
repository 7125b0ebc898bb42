package question

import (
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/text/unicode/norm"

	"cchcbot/bot/question/noise"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// Lexicon is what a Reader knows of words.
type Lexicon struct {
	Register      *plan.Register
	Abbreviations index.Abbreviations // short forms, official and informal
	Synonyms      []Synonym
	Concepts      *index.Concepts
	Vocabulary    *index.Vocabulary // words of the plan in force
	PlanYear      int
	PlainNumbers  bool     // its tasks are numbered without dots, so that "nhiệm vụ 3" is one
	PlanNumber    string   // "6004/QĐ-UBND"
	PlanNumbers   []string // of all plans of the library, nil for the one
	Right         []string // words with their marks that are never read as others: those of the whole library
	AsTyped       bool     // slips of typing are not mended, for evaluations
	Unexpecting   bool     // no kind of thing is expected, for evaluations
}

// Synonym is a way of saying something that the document says otherwise.
type Synonym struct {
	Said  string   // as people say it
	Meant []string // as the document says it
}

// Reader understands questions about one plan. It is safe for concurrent use.
type Reader struct {
	speller
	placeReader
	unexpecting   bool
	register      *plan.Register
	abbreviations index.Abbreviations
	planYear      int
	planNumber    string        // leading number of the plan's decision: "6004"
	planNumbers   []string      // leading numbers of all plans
	readings      *atomic.Int64 // how many sentences were read
	askPhrases    *phrases[said]
	recurrences   *phrases[Recurrence]
	lackPhrases   *phrases[index.Fact]
	columnNames   *phrases[index.Fact]
	roles         *phrases[plan.Role]
	tieWords      *phrases[tie]
	things        *phrases[Thing]
	nameds        *phrases[struct{}]
	offices       *phrases[struct{}]
	acts          *phrases[ActKind]
	cues          *phrases[cue]
	fillers       *phrases[struct{}]
	generals      *phrases[struct{}]
	everyday      *phrases[struct{}]
	moods         *phrases[struct{}]
	outsides      *phrases[string]
	topics        *phrases[struct{}]
	agencies      *phrases[[]plan.Agency]
	ownKinds      *phrases[string]
	spokenGroups  *phrases[string]
	partNames     *phrases[part]
	identities    *phrases[struct{}]
	synonyms      *phrases[[][]index.Word]
	relative      *phrases[spokenWindow]
	spanEnds      *phrases[spokenWindow]
	unreadTimes   *phrases[struct{}] // times that are said in words without a place in the calendar
}

// NewReader prepares a Reader from a lexicon.
func NewReader(l Lexicon) *Reader {
	number, _, _ := strings.Cut(l.PlanNumber, "/")
	r := &Reader{
		unexpecting:   l.Unexpecting,
		speller:       speller{asTyped: l.AsTyped, vocabulary: l.Vocabulary, concepts: l.Concepts},
		placeReader:   placeReader{plainNumbers: l.PlainNumbers, placeWords: &phrases[placeWord]{}, sectionNames: sectionNames()},
		readings:      &atomic.Int64{},
		register:      l.Register,
		abbreviations: l.Abbreviations,
		planYear:      l.PlanYear,
		planNumber:    number,
		cues:          cuePhrases(),
		fillers:       fillerPhrases(),
		generals:      generalPhrases(),
		everyday:      everydayPhrases(),
		moods:         moodPhrases(),
		outsides:      outsidePhrases(),
		topics:        topicPhrases(),
		agencies:      agencyNames(l.Register, l.Abbreviations),
		ownKinds:      ownKinds(),
		spokenGroups:  spokenGroupNames(l.Abbreviations),
		partNames:     partPhrases(),
		identities:    identityPhrases(),
		synonyms:      &phrases[[][]index.Word]{},
		relative:      spokenWindows(),
		spanEnds:      spanEnds(),
		askPhrases:    askPhrases(),
		recurrences:   recurrencePhrases(),
		lackPhrases:   lackPhrases(),
		columnNames:   columnPhrases(),
		roles:         rolePhrases(),
		tieWords:      tiePhrases(),
		things:        thingPhrases(),
		nameds:        namedPhrases(),
		offices:       officePhrases(),
		acts:          actPhrases(),
		unreadTimes:   unreadTimes(),
	}
	r.right = map[string]bool{}
	for _, text := range l.Right {
		for _, w := range index.Words(text, nil) {
			r.right[w.Toned] = true
		}
	}
	for _, n := range l.PlanNumbers {
		number, _, _ := strings.Cut(n, "/")
		r.planNumbers = append(r.planNumbers, number)
	}
	for _, p := range placeWords {
		r.placeWords.add(p.phrase, p)
	}
	for _, s := range l.Synonyms {
		meant := make([][]index.Word, len(s.Meant))
		for i, m := range s.Meant {
			meant[i] = index.Words(m, l.Abbreviations)
		}
		r.synonyms.add(s.Said, meant)
		r.synonyms.addWords(index.Words(s.Said, l.Abbreviations), meant)
	}
	r.learn()
	return r
}

// Read understands one sentence. Now decides what "tháng này" is.
func (r *Reader) Read(text string, now time.Time) Question {
	typed := text
	text = norm.NFC.String(noise.Shorten(noise.Clean(text)))
	q := Question{Text: text}
	words, corrections, marked := r.split(noise.WriteNumbers(signs(withoutAmends(text))))
	r.readings.Add(1)
	q.Ordinal = ordinal(words)
	acting, plain := slices.Clone(words), slices.Clone(words)
	if amended(text) {
		acting, _, _ = r.split(noise.WriteNumbers(signs(besides.ReplaceAllString(text, "")))) // "nhầm, chưa nộp 2.3", "không phải việc của …"
	}
	q.Act = r.act("", acting, text, now)
	if q.Act != nil && q.Act.Kind == ActUndo && slips(text) && r.act("", plain, text, now) == nil {
		q.Act = nil // "gõ nhầm, là 7.11" takes nothing back
	}
	if q.Act != nil {
		q.Act.Link = noise.WebAddress.FindString(typed)
	}
	q.Corrections, q.YesNo = corrections, asksYesNo(words)
	counted, measured := r.counted(words)
	if measured {
		q.Counted = counted
	}
	documents, self := r.documents(words)
	q.Documents = documents
	self = self || mentions(words, "quyet", "dinh") && mentions(words, "dinh", "nay") || r.inForce(words)
	kinds := r.parts(words, self)
	q.Places = r.places(words)
	named := r.mentions(words)
	q.Outside = r.outside(words, marked)
	q.Corrections = withoutNames(q.Corrections, words, named)
	if len(kinds) == 0 && self && len(named) > 0 && sends(words) {
		kinds = []plan.Kind{plan.KindRecipients} // "quyết định này có gửi Kho bạc không"
	}
	group, own := r.own(words)
	untimed := slices.Clone(words)
	q.About.Windows = r.windows(words, now)
	votes := r.vote(words)
	if len(q.About.Windows) == 0 && votes[Due] > 0 {
		q.About.Windows = r.wholeYears(words, now)
	}
	q.Window = joined(q.About.Windows)
	q.Running = r.running(q.Window, untimed, now)
	r.readAgencies(&q, named, group, own)
	if len(named) == 0 && votes[Responsibility] > 0 {
		if a, ok := r.nameLeft(slices.Clone(words), marked); ok {
			q.Agency, named = &a, []mention{{agency: a}}
			take(words)
		}
	}
	q.Query = index.Query{Decision: self, City: r.cityActs(words), Counted: counted, Kinds: kinds, Documents: documents}
	r.compose(&q, words, named, marked, plan.DateOf(now))
	q.Query.Terms, q.Query.Alternatives, q.Query.Agencies = terms(words), r.alternatives(words), r.agencyQuery(named, words)
	if !q.Topical() {
		// Nothing but the asker's office remains: one that only its name
		// addresses is then what the question is about.
		for i := range q.Query.Agencies {
			m := &q.Query.Agencies[i]
			m.Speaker = m.Speaker && len(m.Agency.Groups) > 0
		}
	}
	if !r.unexpecting {
		q.Expects = r.expects(words, named, q)
	}
	r.decide(&q, votes, words)
	if votes[Responsibility] > 0 && len(named) == 0 {
		q.Unknown = unknownName(words)
	}
	q.Identity = r.identity(q, words)
	q.Idle = r.idle(q, words, marked)
	return q
}

// withoutNames leaves out what was mended in the names of agencies: they are
// read as typed.
func withoutNames(corrections []Correction, words []word, named []mention) []Correction {
	for _, m := range named {
		for _, w := range words[m.from:m.to] {
			corrections = slices.DeleteFunc(corrections, func(c Correction) bool { return w.typed != "" && c.Typed == w.typed })
		}
	}
	return corrections
}

// loosePercent is a percent sign that stands in for the words.
var loosePercent = regexp.MustCompile(`([^\d\s]|[^\d]\s)%|^%`)

// inForce reports whether a sentence asks for the effect of the decision:
// "quyết định có hiệu lực khi nào".
func (r *Reader) inForce(words []word) bool {
	return mentions(words, "hieu", "luc") &&
		(mentions(words, "co", "hieu") || mentions(words, "luc", "tu") || mentions(words, "luc", "khi") || mentions(words, "luc", "ngay"))
}

// markup is what a page or a chat leaves around words.
var markup = regexp.MustCompile(`</?[a-zA-Z][^<>]{0,40}>`)

// aside is what a bracket counts in, which sets no condition of its own.
var aside = regexp.MustCompile(`(?i)\((?:kể cả|ke ca|tính cả|tinh ca|tính luôn|gồm cả|gom ca|bao gồm|bao gom|kể luôn)[^()]*\)`)

// signs writes out the signs that people type for words, and drops markup.
func signs(text string) string {
	if strings.Contains(text, "(") {
		text = aside.ReplaceAllString(text, " ")
	}
	if strings.Contains(text, "<") {
		text = markup.ReplaceAllString(text, " ")
	}
	if !strings.Contains(text, "%") {
		return text
	}
	return loosePercent.ReplaceAllString(text, "$1 phan tram ")
}

// readAgencies tells whom the question is about from who asks it.
func (r *Reader) readAgencies(q *Question, mentions []mention, group string, own bool) {
	q.Own = own
	for i := range mentions {
		if own && group != "" && slices.Contains(mentions[i].agency.Groups, group) {
			mentions[i].speaker = true
		}
	}
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
		stand := r.register.Stand(g)
		q.Speaker = &stand
	}
}

// sift marks the words that tell little or nothing of the topic.
func (r *Reader) sift(words []word, marked bool) {
	for i := 0; i < len(words); {
		if n := r.topicLength(words, i); n > 0 {
			i += n
			continue
		}
		if _, n := r.generals.longest(words, i); n > 0 {
			mark(words[i:i+n], general)
			i += n
			continue
		}
		if yearWord.MatchString(words[i].Folded) {
			mark(words[i:i+1], general)
			i++
			continue
		}
		_, n := r.fillers.longest(words, i)
		if more := r.plainSpeech(words, i); more > n {
			mark(words[i:i+more], filler)
			i += more
			continue
		}
		if n == 1 {
			mark(words[i:i+1], r.fillerUse(words, i, marked))
		} else {
			mark(words[i:i+n], filler)
		}
		i += max(n, 1)
	}
}

// topicLength is the length of what is a topic as a whole at i, though its words
// alone would be cues or filling: a phrase, and those that begin within it.
func (r *Reader) topicLength(words []word, i int) int {
	end := i + r.topicPhrase(words, i)
	for j := i + 1; j < end; j++ {
		end = max(end, j+r.topicPhrase(words, j))
	}
	return end - i
}

// topicPhrase is the length of a phrase of the plan at i, or of one for which a
// synonym stands.
func (r *Reader) topicPhrase(words []word, i int) int {
	_, n := r.topics.longest(words, i)
	if n > 1 && i+n < len(words) && words[i+n-1].oneOf("việc") && words[i+n].oneOf("này đó ấy kia gì nào") {
		n = 0 // "ai làm việc này"
	}
	if _, m := r.synonyms.longest(words, i); m > 1 && !slices.ContainsFunc(words[i:i+m], func(w word) bool { return w.use == taken }) {
		n = max(n, m)
	}
	return n
}

// plainSpeech is the length of a phrase of everyday speech at i that the plan
// does not use, 0 where there is none or where a synonym stands for its words.
func (r *Reader) plainSpeech(words []word, i int) int {
	_, n := r.everyday.longest(words, i)
	if _, meant := r.synonyms.longest(words, i); n == 0 || meant >= n {
		return 0
	}
	for j := i + 1; j < i+n; j++ {
		if r.vocabulary.KnowsPair(words[j-1].Folded, words[j].Folded) {
			return 0
		}
	}
	if n == 1 && r.inPlan(words[i]) {
		return 0
	}
	return n
}

// inPlan reports whether the plan uses a word as it is spelt here.
func (r *Reader) inPlan(w word) bool {
	return r.vocabulary.Knows(w.Folded) && (!w.Marked() || r.vocabulary.KnowsToned(w.Toned))
}

// fillerUse decides about a single syllable that may be filling: typed without
// marks it may as well be half of a word of the plan ("do thi" is "đô thị"), so
// it counts a little beside a neighbour that it has there too.
func (r *Reader) fillerUse(words []word, i int, marked bool) use {
	w := words[i].Folded
	if marked {
		return filler
	}
	if i > 0 && words[i-1].use != filler && r.vocabulary.KnowsPair(words[i-1].Folded, w) ||
		i+1 < len(words) && r.vocabulary.KnowsPair(w, words[i+1].Folded) {
		return general
	}
	return filler
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
		if _, m := r.topics.longest(words, i); m > n || n == 1 && (r.withBefore(words, i) || r.withAfter(words, i)) {
			continue
		}
		for _, m := range meant {
			found = append(found, index.Alternative{From: i, To: i + n, Words: m})
		}
	}
	return found
}
