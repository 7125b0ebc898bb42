package question

import (
	"slices"
	"strconv"
	"strings"

	"cchcbot/index"
	"cchcbot/index/vi"
)

// headingNouns introduce the heading that units stand under.
const headingNouns = "nhóm mảng lĩnh phần chương mục"

// headings finds the heading that units stand under: a section, a group of the
// appendix by number, or words of a title where a set is asked for.
func (c *composer) headings() {
	about := &c.q.About
	for _, p := range c.q.Places {
		if p.Number == "" && p.Section != "D" && p.Section != "CC" && c.headingMeant(p) {
			about.Heading = &Heading{Section: p.Section}
		}
	}
	if p := c.q.Places; len(p) == 1 && p[0].Section == "PL" && !strings.Contains(p[0].Number, ".") && p[0].Number != "" && c.q.Set() && len(c.mentions) > 0 {
		about.Heading = &Heading{Section: "PL", Number: p[0].Number} // "mục 5 phụ lục Sở Nội vụ chủ trì mấy việc"
	}
	for i := 0; i+1 < len(c.words); i++ {
		if c.words[i].oneOf("phụ") && c.words[i+1].oneOf("lục") && about.Heading == nil && c.free(i, 2) {
			about.Heading = &Heading{Section: "PL"}
			take(c.words[i : i+2])
		}
		n := c.headingNoun(i)
		if n == 0 || i+n >= len(c.words) {
			continue
		}
		if number, m := c.headingNumber(i + n); m > 0 {
			about.Heading = &Heading{Section: "PL", Number: number}
			take(c.words[i : i+n+m])
			continue
		}
		if title, m := c.headingWords(i + n); m > 0 && (c.q.Set() || len(c.q.Asks) == 0 && c.onlyHeading(i)) {
			about.Heading = &Heading{Words: title}
			take(c.words[i : i+n+m])
		}
	}
}

// onlyHeading reports whether a heading noun at i begins what is asked, or stands
// beside other conditions, so that no topic is looked for.
func (c *composer) onlyHeading(i int) bool {
	for j := range i {
		_, n := c.fillers.longest(c.words, j)
		if c.words[j].use != taken && n == 0 && !c.words[j].oneOf(lightWords) {
			return false
		}
	}
	return true
}

// lightWords are more words that are no topic.
const lightWords = "riêng nhầm cùng đều tổng cộng thảy còn thế"

// headingMeant tells a section that is asked for from words that are its name and
// say something else: "việc nào tổ chức thực hiện trong quý II".
func (c *composer) headingMeant(p Place) bool {
	if p.Words != "mục V" || len(c.words) <= shortQuestion {
		return true
	}
	for i := 0; i+1 < len(c.words); i++ {
		if c.words[i].oneOf("phần mục") {
			return true
		}
	}
	for i, w := range c.words {
		if _, n := c.sectionNames.longest(c.words, i); n > 1 && w.use == taken {
			for j := i; j < i+n; j++ {
				c.words[j].use = topic
			}
		}
	}
	return false
}

// shortQuestion is how many words hold nothing beside the name of a section.
const shortQuestion = 6

// headingNoun is the length of a noun for headings at i.
func (c *composer) headingNoun(i int) int {
	w := c.words[i]
	if w.use == taken || !w.oneOf(headingNouns) {
		return 0
	}
	if w.oneOf("lĩnh") {
		if c.words[i+1].oneOf("vực") {
			return 2
		}
		return 0
	}
	if w.oneOf("phần") && c.words[i+1].oneOf("trăm") || w.oneOf("mục") && (c.words[i+1].oneOf("tiêu đích") || i > 0 && c.words[i-1].oneOf("chuyên danh hạng")) {
		return 0
	}
	return 1
}

// headingNumber reads the number of a group: "5", "số 5", "thứ ba".
func (c *composer) headingNumber(i int) (string, int) {
	skip := 0
	if c.words[i].oneOf("số thứ") {
		skip = 1
	}
	if i+skip >= len(c.words) || c.words[i+skip].use == taken {
		return "", 0
	}
	number, n := placeNumber(c.words[i+skip:])
	if n == 0 || strings.Count(number, ".") > 1 || !hasDigits(c.words[i+skip].Folded) && skip == 0 {
		return "", 0
	}
	return number, skip + n
}

// headingStop ends the words of a title.
const headingStop = "thôi nhé nha ạ gồm những các có nào gì thì là ai do của trong mà phải được cần bao mấy nhiều ít và với còn hạn đến chủ phối này đó vậy sở quận đơn cơ"

// headingWords reads the words of a title.
func (c *composer) headingWords(i int) (title []index.Word, length int) {
	for i+length < len(c.words) && length < mostTitle {
		w := c.words[i+length]
		if w.use == taken || w.oneOf(headingStop) && !(w.oneOf("cơ") && length > 0) {
			break
		}
		if _, n := c.askPhrases.longest(c.words, i+length); n > 0 {
			break
		}
		title = append(title, w.Word)
		length++
	}
	return title, length
}

// products reads what the product of a set is to be: "sản phẩm chỉ là Quyết định".
func (c *composer) products() {
	if !c.q.Set() && !c.namesTasks() {
		return
	}
	for i := 0; i+2 < len(c.words); i++ {
		if !c.words[i].oneOf("sản") || !c.words[i+1].oneOf("phẩm") {
			continue
		}
		at := i + 2
		for at < len(c.words) && c.words[at].oneOf("đầu ra chỉ là gồm có phải ghi duy nhất mỗi một nộp cần được những các chữ vỏn vẹn đúng cụm từ") {
			c.q.About.Only = c.q.About.Only || c.words[at].oneOf("chỉ duy mỗi")
			at++
		}
		end := at
		var part []index.Word
		for end < len(c.words) && end < at+mostTitle && c.words[end].use != taken && !c.words[end].oneOf("gì nào chi nữa thôi thì không là hạn đến do mà") {
			if c.words[end].oneOf("và với hoặc") {
				c.q.About.Product, part = append(c.q.About.Product, part), nil
			} else {
				part = append(part, c.words[end].Word)
			}
			end++
		}
		if len(part) == 0 {
			if end < len(c.words) && c.words[end].oneOf("gì nào chi") { // "sản phẩm gồm những gì"
				c.q.Asks = slices.DeleteFunc(c.q.Asks, func(a Ask) bool { return a == AskList })
				c.add(AskProduct)
				take(c.words[i:end])
			}
			continue
		}
		c.q.About.Product = append(c.q.About.Product, part)
		c.q.Asks = slices.DeleteFunc(c.q.Asks, func(a Ask) bool { return a == AskProduct })
		if !c.q.Set() {
			c.add(AskList) // "việc của A có sản phẩm là Quyết định"
		}
		take(c.words[i:end])
		return
	}
}

// places keeps the numbered units that are in focus, without headings.
func (c *composer) places() {
	for _, p := range c.q.Places {
		if p.Number != "" {
			c.q.About.Places = append(c.q.About.Places, p)
		}
	}
}

// rest keeps the words that no condition took, and of these the unknown ones.
func (c *composer) rest() {
	about := &c.q.About
	kept := make([]bool, len(c.words))
	for i := range c.words {
		_, n := c.outsides.longest(c.words, i)
		for j := i; j < i+n; j++ {
			kept[j] = true
		}
	}
	for i, w := range c.words {
		bound := kept[i] || c.bound(i)
		if w.use == filler && bound {
			w.use = general
		}
		if w.use == taken || w.use == filler || w.use == general && w.oneOf(lightWords) && !bound || w.oneOf("riêng nhầm lẫn giữa") || c.whole(i) || about.year(w, c.q.Over) {
			continue
		}
		if c.isolated(i) {
			continue
		}
		about.Topic = append(about.Topic, index.Term{Word: w.Word, Emphasis: w.use.emphasis()})
		if w.use == topic && c.unknown(w) {
			about.Unread = append(about.Unread, asTyped([]word{w}))
		}
	}
}

// isolated reports whether a word that is left of a question for a set with other
// conditions is a syllable by itself between understood words, which names no
// topic: "giữa A và B, sở nào …". What nobody knows is kept.
func (c *composer) isolated(i int) bool {
	w := c.words[i]
	if !c.q.OnlySet() || !c.conditioned() && c.q.By == ByNothing || !vi.IsSyllable(w.Folded) || hasDigits(w.Folded) || w.Capitals || c.unknown(w) && len(w.Folded) > 1 {
		return false
	}
	if i > 0 && (c.words[i-1].use != taken && c.words[i-1].use != filler || c.words[i-1].oneOf("về quan cho lĩnh mảng")) || i+1 < len(c.words) && c.words[i+1].use != taken && c.words[i+1].use != filler {
		return false
	}
	return !slices.ContainsFunc(c.q.Query.Concepts, func(m index.ConceptMention) bool { return m.From <= i && i < m.To })
}

// year tells the year of the plan that is asked about.
func (a About) year(w word, over Over) bool {
	return over.Year > 0 && w.Folded == strconv.Itoa(over.Year)
}

// whole tells the words of "tất cả".
func (c *composer) whole(i int) bool {
	return c.words[i].oneOf("tất") && i+1 < len(c.words) && c.words[i+1].oneOf("cả") || c.words[i].oneOf("cả") && i > 0 && c.words[i-1].oneOf("tất")
}

// bound reports whether a word that may be filling is half of a word of the plan
// with a neighbour that is none: "vụ" in "dịch vụ", "đầu" in "đầu tư".
func (c *composer) bound(i int) bool {
	w := c.words[i].Folded
	if i > 0 && c.words[i-1].use != taken && c.boundPair(c.words[i-1].Folded, w) {
		return true
	}
	return i+1 < len(c.words) && c.words[i+1].use != taken && c.boundPair(w, c.words[i+1].Folded)
}

// boundPair reports whether the plan has two words mostly together.
func (c *composer) boundPair(a, b string) bool {
	together, least := c.vocabulary.Pairs(a, b), min(c.vocabulary.Units(a), c.vocabulary.Units(b))
	return together > 1 && 10*together >= 4*least || together > 2 && 10*together >= least && !isFunctionWord(a) && !isFunctionWord(b)
}

// functionWords stand beside nearly every word without being half of one.
const functionWords = " cua va cac nhung cho ve trong voi duoc co la thi tai o den de nay khong phai se da dang hoac theo tu khi ma do thuc hien gi nao ai viec nhiem "

func isFunctionWord(folded string) bool { return strings.Contains(functionWords, " "+folded+" ") }

// unknown reports whether neither the plan nor speech has a word as it is spelt.
func (c *composer) unknown(w word) bool {
	if hasDigits(w.Folded) {
		return false
	}
	return !c.known[w.Folded] || w.Marked() && !c.vocabulary.KnowsToned(w.Toned) && !c.toned[w.Toned]
}

// topical reports whether a topic is left that tells units apart.
func (a About) topical() bool {
	return slices.ContainsFunc(a.Topic, func(t index.Term) bool { return t.Emphasis >= 1 })
}

// listsOnlyTasks reports whether a list is asked for by no more than a plural.
func (c *composer) listsOnlyTasks() bool {
	for i := range c.words {
		if p, n := c.askPhrases.longest(c.words, i); n > 0 && p.ask == AskList && !c.words[i].oneOf("các") {
			return false
		}
	}
	return true
}

// settleAsks puts what is asked in order with the conditions: what is only named
// is asked where nothing else is, and a question that asks for nothing wants a
// list of its conditions or the text of its topic.
func (c *composer) settleAsks() {
	q := c.q
	many := len(q.About.Places) > 1
	if q.Asked(AskDeadline) && q.Asked(AskFirst) && !q.About.topical() && len(q.About.Places) == 0 {
		q.Asks = slices.DeleteFunc(q.Asks, func(a Ask) bool { return a == AskDeadline }) // "hạn gần nhất là gì"
	}
	if q.Asked(AskDeadline) && !many {
		q.Asks = slices.DeleteFunc(q.Asks, func(a Ask) bool { return a == AskFirst || a == AskLast })
	}
	if (q.Asked(AskOwner) || q.Asked(AskSupport)) && q.About.topical() && c.listsOnlyTasks() {
		q.Asks = slices.DeleteFunc(q.Asks, func(a Ask) bool { return a == AskList }) // "… các nhiệm vụ … thì ai phối hợp"
	}
	if q.Asked(AskFirst) || q.Asked(AskLast) || q.Asked(AskMost) || q.Asked(AskLeast) {
		q.Asks = slices.DeleteFunc(q.Asks, func(a Ask) bool { return a == AskList })
	}
	if q.Asked(AskCountdown) {
		q.Asks = slices.DeleteFunc(q.Asks, func(a Ask) bool { return a == AskDeadline || a == AskTarget })
	}
	if q.Asked(AskCount) {
		q.Asks = slices.DeleteFunc(q.Asks, func(a Ask) bool { return a == AskTarget })
	}
	if !q.Asked(AskMost) && !q.Asked(AskLeast) && !q.Asked(AskCount) {
		q.By = ByNothing
	}
	if q.Asked(AskProduct) && !q.About.topical() && len(q.About.Places) == 0 && (len(q.About.Windows) > 0 || len(q.About.Parties) > 0) {
		// "quý này Quận 1 phải nộp gì" asks for duties
		q.Asks = slices.DeleteFunc(q.Asks, func(a Ask) bool { return a == AskProduct })
		c.add(AskList)
	}
	if len(q.Asks) == 0 && slices.ContainsFunc(q.About.Parties, func(p Party) bool { return p.Role != "" }) && asksForThing(c.words) {
		c.add(AskList) // "chủ trì đề án nào"
	}
	if q.YesNo {
		c.add(AskYesNo)
	}
	if len(q.Asks) > 0 {
		return
	}
	q.Bare = true
	about := q.About
	conditions := len(about.Parties) > 0 || len(about.Windows) > 0 || about.Recurs != "" || len(about.Lacks) > 0 || about.State != "" || about.Heading != nil || len(about.Documents) > 0
	if conditions && len(about.Places) == 0 && !about.topical() {
		c.add(AskList)
		return
	}
	c.add(AskText)
}
