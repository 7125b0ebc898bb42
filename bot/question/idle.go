package question

// Idle is talk that asks nothing and names nothing that a plan could hold.
type Idle int

// The kinds of idle talk.
const (
	NotIdle  Idle = iota
	Chatter       // "hôm nay trời đẹp nhỉ"
	Nod           // "ok", "vâng ạ": what was said is taken note of
	Consent       // "đồng ý": to something that was proposed
	Greeting      // "chào buổi sáng cả nhà", "xin chào, tôi mới về phòng này"
)

var (
	nods     = SetOf("ok", "oke", "okie", "oki", "okay", "u", "uh", "um", "uhm", "o", "vang", "da", "da vang", "vang da", "duoc", "duoc roi", "dung roi", "chuan", "tot", "tot qua", "hay qua", "hay lam", "gioi qua", "hieu roi", "da hieu", "ro roi", "da ro", "biet roi", "the a", "vay a", "ra vay", "ra the", "ok roi", "ok luon")
	consents = SetOf("dong y", "nhat tri", "xac nhan", "chap nhan", "tan thanh", "co", "ok dong y", "dong y luon", "toi dong y", "em dong y", "minh dong y")
)

// idle tells idle talk from questions: it asks nothing, no condition is set, and of
// its words none is the plan's, but some speak of how things are.
func (r *Reader) idle(q Question, words []word, marked bool) Idle {
	folded := Folded(q.Text)
	switch bare := BareWords(q.Text); {
	case consents[folded], consents[bare]:
		return Consent
	case nods[folded], nods[bare]:
		return Nod
	}
	if n := greeting(words); n > 0 && (n == len(words) || words[n].oneOf("tôi em mình tui") && q.asksNothing()) {
		return Greeting
	}
	a := q.About
	if AsksFact(q.Intent) && !q.Bare && !asksAfterMe(words) || q.Ordinal != 0 || q.Intent == Help || q.Agency != nil || q.Own || len(a.Parties)+len(a.Places)+len(a.Documents)+len(a.Lacks) > 0 ||
		a.Heading != nil || a.Recurs != "" || a.State != "" || q.Part() || q.Query.Decision || q.Outside != "" || q.Unknown != "" {
		return NotIdle
	}
	mood, behind := q.Topical() && len(words) > 0 && words[0].oneOf("chào hello alo hi"), 0
	for i, w := range words {
		_, moods := r.moods.longest(words, i)
		if moods == 1 && !w.Marked() && r.vocabulary.Knows(w.Folded) {
			moods = 0 // "dau" is rather "đầu"
		}
		if behind = max(behind, i+moods); i < behind {
			mood = true
			continue
		}
		if w.oneOf("đây đấy") || w.oneOf("sáng trưa chiều tối") && i+1 < len(words) && words[i+1].oneOf("nay") {
			continue
		}
		if w.use == topic && r.inPlan(w) && (!marked || r.vocabulary.KnowsToned(w.Toned)) || w.use == general {
			return NotIdle
		}
	}
	if !mood {
		return NotIdle
	}
	return Chatter
}

// greeting is how many words greet and address somebody at the beginning of a
// sentence, 0 for one that begins otherwise.
func greeting(words []word) int {
	n := 0
	for n < len(words) && words[n].oneOf("dạ xin kính") {
		n++
	}
	if n == len(words) || !words[n].oneOf("chào hello hi alo helo hey") {
		return 0
	}
	n++
	for n < len(words) && words[n].oneOf(greeted) {
		n++
	}
	return n
}

// greeted are the words for who is greeted, and when.
const greeted = "chào hello hi alo bạn các anh chị em cô chú bác quý mọi người cả nhà team ad admin bot sếp buổi sáng trưa chiều tối ngày mới đầu cuối tuần tốt lành vui vẻ lại nhé nha nhe nghen ạ à ơi với nhiều"

// asksNothing reports whether a sentence asks for no fact and names nobody, no
// place and no time: it may tell of the one who says it.
func (q Question) asksNothing() bool {
	a := q.About
	return (!AsksFact(q.Intent) || q.Bare) && !q.YesNo && !q.Own && q.Agency == nil && q.Act == nil &&
		len(a.Parties)+len(a.Windows)+len(a.Documents)+len(q.Places) == 0 && a.Heading == nil
}

// asksAfterMe reports whether a sentence asks how the other is: "ăn cơm chưa em".
func asksAfterMe(words []word) bool {
	body, _ := cutTail(words)
	for len(body) > 0 && body[len(body)-1].oneOf(closing) {
		body = body[:len(body)-1]
	}
	return len(body) > 0 && body[len(body)-1].oneOf("chưa không")
}

// moodPhrases tell the weather, how somebody feels, and what is eaten and drunk.
func moodPhrases() *phrases[struct{}] {
	p := &phrases[struct{}]{}
	p.addLines(`trời, nắng, mưa, gió, bão, nóng, nóng quá, lạnh, mát, oi, oi bức, mệt, mệt quá, mệt mỏi, buồn, chán, vui, vui quá, đói, khát, buồn ngủ, ngủ, dậy, ăn, ăn cơm, ăn sáng, ăn trưa, uống, cà phê, cafe, trà đá, nhậu, cơm, khỏe, ốm, bệnh, đau, kẹt xe, tắc đường,
		dễ thương, đáng yêu, thông minh, giỏi, giỏi ghê, hay ghê, tuyệt, tuyệt vời, ngu, ngốc, dốt, chán quá, bực, bực mình, vô dụng, cuối tuần vui, ngày mới tốt lành, chúc ngủ ngon, chúc buổi sáng, ghê, ghê quá, bận quá`, struct{}{})
	return p
}
