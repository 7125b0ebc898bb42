package question

import (
	"slices"
	"strconv"
	"strings"

	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// composer reads the composed part of a question from words of which numbered
// places, documents and agencies are taken. It works on words of its own.
type composer struct {
	*Reader
	q        *Question
	words    []word
	mentions []mention
	states   []stateAt
	hints    []hintAt
}

// hintAt is a phrase that names what may be asked without asking for it.
type hintAt struct {
	from, to int
	ask      Ask
	use      use
}

// stateAt is a phrase of a state, and whether it also asks for it.
type stateAt struct {
	from, to int
	said     said
}

// compose reads what is asked, of which units, over which plan.
func (r *Reader) compose(q *Question, words []word, mentions []mention, marked bool, now plan.Date) {
	c := &composer{Reader: r, q: q, words: words, mentions: mentions}
	c.joints()
	c.overPlan(now)
	c.columns()
	c.nths()
	c.asks()
	c.asksWho()
	c.headings()
	c.recurrence()
	partyReader{c, map[int]bool{}}.parties()
	c.products()
	c.settleStates()
	c.settleHints()
	c.ties()
	c.places()
	q.Query.Concepts = r.understood(words)
	c.Reader.sift(words, marked)
	keepConcepts(words, q.Query.Concepts)
	c.rest()
	c.settleAsks()
}

// joints takes the words that only tie a short sentence to what was said before:
// "riêng Sở Nội vụ", "sang tháng 11", "thêm quận 3", "quý 4 cơ".
func (c *composer) joints() {
	n := len(c.words)
	if n < 2 {
		return
	}
	if c.words[0].oneOf("riêng chỉ") {
		mark(c.words[:1], filler)
	}
	if c.words[0].oneOf("sang qua thêm với cả và") && c.words[1].use == taken {
		take(c.words[:1])
	}
	for i := 1; i < n; i++ {
		if w := c.words[i]; (w.Toned == "cơ" || w.Toned == "chứ" || w.Toned == "kìa") && (i+1 == n || !c.words[i+1].oneOf("quan sở cấu chế bản hội yếu không")) {
			take(c.words[i : i+1]) // "phối hợp cơ, vẫn nhóm 6"
		}
		if _, role := c.roles.longest(c.words, i); role > 0 && c.words[i-1].oneOf("vai") {
			take(c.words[i-1 : i]) // "ở vai phối hợp"
		}
	}
}

// add notes that a thing is asked.
func (c *composer) add(a Ask) {
	if a != "" && !slices.Contains(c.q.Asks, a) {
		c.q.Asks = append(c.q.Asks, a)
	}
}

// overPlan finds the plan that is named by its year or its number, and words that
// may be its title.
func (c *composer) overPlan(now plan.Date) {
	over := &c.q.Over
	years := clock{Reader: c.Reader, words: c.words, today: now}
	for i, w := range c.words {
		if w.use == taken {
			continue
		}
		if year, n := years.yearSaid(i); n > 0 && !(i > 0 && c.words[i-1].oneOf("những các nhiều")) {
			over.Year = year
			take(c.words[i : i+n])
		} else if yearWord.MatchString(w.Folded) && c.yearOfPlan(i) {
			over.Year, _ = strconv.Atoi(w.Folded)
			mark(c.words[i:i+1], general)
			if over.Year == c.planYear {
				take(c.words[i : i+1])
			}
			takeWord(c.words, i-1, "nam")
		}
	}
	if c.q.Query.Decision {
		over.Number = c.planNumber
	}
	c.q.About.Documents = slices.DeleteFunc(slices.Clone(c.q.Documents), func(d index.Citation) bool {
		if slices.Contains(c.planNumbers, d.Number) {
			over.Number = d.Number
			return true
		}
		return false
	})
	for i := 0; i+2 < len(c.words); i++ {
		if c.words[i].oneOf("trong theo ở của") && c.words[i+1].oneOf("kế") && c.words[i+2].oneOf("hoạch") {
			over.Title = c.titleAt(i + 3)
		}
	}
}

// yearOfPlan tells the year of a plan from one in a stretch ("2024 - 2030"), in the
// name of a standard and in the number of a document.
func (c *composer) yearOfPlan(i int) bool {
	return (i == 0 || !hasDigits(c.words[i-1].Folded) && !c.words[i-1].oneOf("đoạn")) && (i+1 >= len(c.words) || !yearWord.MatchString(c.words[i+1].Folded))
}

// mostTitle is the longest title in words that is read.
const mostTitle = 8

// titleAt reads the words of a title at i: up to what is understood otherwise.
func (c *composer) titleAt(i int) []index.Word {
	var title []index.Word
	for ; i < len(c.words) && len(title) < mostTitle; i++ {
		w := c.words[i]
		if w.use == taken || w.oneOf("này đó của năm số thì là có ai do và") {
			break
		}
		if _, n := c.cues.longest(c.words, i); n > 0 {
			break
		}
		if _, n := c.askPhrases.longest(c.words, i); n > 0 {
			break
		}
		title = append(title, w.Word)
	}
	return title
}

// asks finds the phrases that ask for something and takes their words.
func (c *composer) asks() {
	superlative := c.superlative() || c.lotsParted()
	if !mentions(c.words, "cung", "cap") && (asksWhereTo(c.words) || slices.ContainsFunc(c.words, word.mailbox)) {
		c.add(AskContact)
	}
	for i := 0; i < len(c.words); {
		if c.words[i].use == taken {
			i++
			continue
		}
		phrase, n := c.askPhrases.longest(c.words, i)
		if phrase == (said{by: phrase.by}) && !superlative {
			n = 0
		}
		cue, m := c.cues.longest(c.words, i)
		longest := c.topicLength(c.words, i)
		switch {
		case longest > 0 && longest > n && longest >= m:
			i += longest
		case n > 0 && n >= m && c.free(i, n):
			c.tell(phrase, i, n)
			i += n
		case m > 0 && c.free(i, m):
			c.cue(cue, i, m, superlative)
			i += m
		default:
			i++
		}
	}
}

// offices are the last syllables of nouns for those who do something.
const offices = "sở cục vị quan quận huyện phường bên ban viện tâm hội ngành"

// asksWho finds a question for who does it in words that are no cue by themselves:
// "cục nào chủ trì", "so nao vai tro chu tri".
func (c *composer) asksWho() {
	if c.q.Asked(AskOwner) || c.q.Asked(AskSupport) || c.q.Asked(AskMost) || c.q.Asked(AskLeast) {
		return
	}
	for i := 1; i < len(c.words); i++ {
		if !c.words[i].oneOf("nào") || !c.words[i-1].oneOf(offices) || !c.free(i-1, 2) {
			continue
		}
		if c.onlyRole() == plan.RoleSupport {
			c.add(AskSupport)
		} else {
			c.add(AskOwner)
		}
		take(c.words[i-1 : i+1])
		return
	}
}

// free reports whether no word of a stretch is taken.
func (c *composer) free(i, n int) bool {
	return !slices.ContainsFunc(c.words[i:i+n], func(w word) bool { return w.use == taken })
}

// lotsParted reads "nhiều việc đến hạn nhất" and takes the words around what counts.
func (c *composer) lotsParted() bool {
	for i, w := range c.words {
		if !w.oneOf("nhiều ít đông") || i+1 >= len(c.words) || !c.words[i+1].oneOf("việc nhiệm đầu") {
			continue
		}
		for j := i + 2; j < len(c.words) && j <= i+7; j++ {
			if !c.words[j].oneOf("nhất hơn") {
				continue
			}
			ask := AskMost
			if w.oneOf("ít") {
				ask = AskLeast
			}
			c.add(ask)
			take(c.words[i : i+2])
			takeWord(c.words, i+2, "vu")
			take(c.words[j : j+1])
			return true
		}
	}
	return false
}

// superlative reports whether the greatest or smallest lot is asked for.
func (c *composer) superlative() bool {
	for i := range c.words {
		if p, n := c.askPhrases.longest(c.words, i); n > 0 && (p.ask == AskMost || p.ask == AskLeast) {
			return true
		}
	}
	return false
}

// tell notes what a phrase says.
func (c *composer) tell(p said, i, n int) {
	if p.by != ByNothing {
		c.q.By = p.by
	}
	if p.state != "" || p.ask == AskState || p.ask == AskWhoDone {
		c.states = append(c.states, stateAt{i, i + n, p})
		if p.ask != AskList && p.ask != AskCount {
			return
		}
	}
	if p.via != "" {
		c.via(p.via)
	}
	if (p.ask == AskMost || p.ask == AskLeast) && n == 2 && !c.lots() || p.ask == AskCount && c.words[i].oneOf("mấy") && c.plural(c.words, i) {
		return
	}
	c.q.About.Cites = c.q.About.Cites || p.cites
	c.q.About.Ahead = c.q.About.Ahead || p.ask == AskFirst && slices.ContainsFunc(c.words[i:i+n], func(w word) bool { return w.oneOf("gần gấp tới") })
	c.add(p.ask)
	take(c.words[i : i+n])
}

// lots reports whether a sentence names lots that may be the greatest: "quý nào",
// "sở nào", or two agencies.
func (c *composer) lots() bool {
	for i := 0; i+1 < len(c.words); i++ {
		if c.words[i].oneOf("nhóm vực mảng phần quý tháng sở vị quan quận bên huyện ngành việc") && c.words[i+1].oneOf("nào mấy") {
			return true
		}
	}
	return len(c.mentions) > 1 || len(c.q.About.Windows) > 1 || len(c.words) > 0 && c.words[0].oneOf("ai")
}

func (c *composer) via(v plan.Via) {
	c.q.via = v
}

// asksOf are the things that the cues of intents ask for outright.
var asksOf = map[Intent]Ask{
	Owner: AskOwner, Support: AskSupport, Deadline: AskDeadline, Product: AskProduct, Target: AskTarget,
	Contact: AskContact, Citation: AskDocument, Responsibility: AskList, Due: AskList,
}

// outright is the strength of a cue that asks rather than names.
const outright = 3

// cue notes what the cue of an intent asks for.
func (c *composer) cue(found cue, i, n int, superlative bool) {
	ask, known := asksOf[found.intent]
	switch {
	case !known || found.strength < outright:
		if found.strength == 2 && known {
			c.hints = append(c.hints, hintAt{i, i + n, ask, found.use})
		}
		if found.use == taken && found.intent == Search || found.intent == None || found.intent == Help {
			take(c.words[i : i+n])
		}
		return
	case superlative && (ask == AskOwner || ask == AskSupport):
		c.q.By = ByAgency
	case found.intent == Responsibility && slices.ContainsFunc(c.words[i:i+n], func(w word) bool { return w.oneOf("nhiêu mấy") }):
		c.add(AskCount)
	case ask == AskOwner && c.mentionEnds(i):
		c.hints = append(c.hints, hintAt{i, i + n, ask, topic})
	default:
		c.add(ask)
	}
	take(c.words[i : i+n])
}

// mentionEnds reports whether an agency stands right before i: "sở nội vụ là ai".
func (c *composer) mentionEnds(i int) bool {
	return slices.ContainsFunc(c.mentions, func(m mention) bool { return m.to == i && strings.HasPrefix(c.words[i].Folded, "la") })
}

// recurrence finds how often units come back. Where no set is asked for and
// there is a topic, the words are part of it.
func (c *composer) recurrence() {
	var found []Recurrence
	var at [][2]int
	for i := 0; i < len(c.words); i++ {
		if often, from, to := c.timesAt(i); to > 0 {
			found, at = append(found, often), append(at, [2]int{i, i + from}, [2]int{to - 2, to})
			continue
		}
		often, n := c.recurrences.longest(c.words, i)
		if n == 0 || !c.free(i, n) || !c.q.Set() && (often == Always || often == Once || often == Periodic || often == OnEvent || often == Beyond) {
			continue
		}
		found, at = append(found, often), append(at, [2]int{i, i + n})
		i += n - 1
	}
	if len(found) > 1 {
		found = slices.DeleteFunc(found, func(r Recurrence) bool { return r == Once }) // "nửa năm … một lần"
	}
	if len(found) == 0 || slices.ContainsFunc(found, func(r Recurrence) bool { return r != found[0] && r != Periodic }) || !c.q.Set() && c.wordedBeside(at) {
		return
	}
	c.q.About.Recurs = found[0]
	for _, s := range at {
		take(c.words[s[0]:s[1]])
		for i := s[0] - 1; i >= 0 && i >= s[0]-2; i-- {
			if c.words[i].oneOf("chỉ") && !(i > 0 && c.words[i-1].oneOf("không")) {
				c.q.About.Only = true
				take(c.words[i : i+1])
			}
		}
	}
}

// timesAt reads "6 tháng báo cáo một lần" at i: the length of the stretch, and
// where "một lần" ends.
func (c *composer) timesAt(i int) (often Recurrence, n, end int) {
	value, n := wholeNumber(c.words[i:])
	if n == 0 || i+n >= len(c.words) || !c.free(i, n+1) {
		return "", 0, 0
	}
	unit := c.words[i+n].Folded
	for end := i + n + 1; end+1 < len(c.words) && end <= i+n+5; end++ {
		if c.words[end].oneOf("một 1") && c.words[end+1].oneOf("lần") {
			if often := everySo(value, unit); often != "" {
				return often, n + 1, end + 2
			}
		}
	}
	return "", 0, 0
}

func everySo(value int, unit string) Recurrence {
	switch {
	case unit == "thang" && value == 1:
		return Monthly
	case unit == "thang" && value == 3 || unit == "quy" && value == 1:
		return Quarterly
	case unit == "thang" && value == 6 || unit == "quy" && value == 2:
		return HalfYearly
	case unit == "thang" && value == 12 || unit == "nam" && value == 1:
		return Yearly
	}
	return ""
}
