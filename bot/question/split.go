package question

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"cchcbot/bot/question/noise"
	"cchcbot/index"
)

// Split parts a message into the questions that it holds, each cleaned, in order.
// It parts where both sides ask for something of their own; a question about two
// agencies, two numbers or two facts of one thing stays whole. A second one that
// only names another subject ("còn thư điện tử thì sao") is given the words that
// the first one asks with. A message that asks nothing comes back as one.
func Split(text string) []string {
	text = noise.Clean(text)
	var questions []string
	all := sentences(text)
	if len(all) > 4*mostQuestions {
		return []string{text}
	}
	for _, sentence := range all {
		for _, part := range partsOf(sentence) {
			last := len(questions) - 1
			if last >= 0 && (!asksAlone(part) || !asksAlone(questions[last])) {
				questions[last] += ". " + part
				continue
			}
			questions = append(questions, part)
		}
	}
	if len(questions) < 2 || len(questions) > mostQuestions {
		return []string{text}
	}
	for i := range questions {
		questions[i] = strings.Trim(questions[i], " .,;?!")
	}
	return questions
}

// sentenceEnd ends a sentence: a question mark, a line break, or a full stop
// before a space that is not that of a number or an abbreviation.
var sentenceEnd = regexp.MustCompile(`\?+\s*|\n+|;\s+|([\p{L}]{3,}|\d{4})[.!]\s+`)

func sentences(text string) []string {
	var found []string
	at := 0
	for _, m := range sentenceEnd.FindAllStringIndex(text, -1) {
		found = appendText(found, text[at:m[1]])
		at = m[1]
	}
	return appendText(found, text[at:])
}

func appendText(list []string, text string) []string {
	if text = strings.TrimSpace(text); strings.Trim(text, " .,;?!") != "" {
		list = append(list, text)
	}
	return list
}

// joint may part two questions within a sentence.
var joint = regexp.MustCompile(`(?i)\s*[,;]\s*(?:(?:và|va|còn|con|với lại|voi lai|thế còn|the con|rồi|roi|đồng thời|ngoài ra|tiện thể)\s+)?|\s+(?:và|va|còn|với lại|thế còn|rồi thì|đồng thời)\s+`)

// mostJoints is how many joints of a sentence are tried, and mostQuestions how many
// questions one message holds: more is no question but a text.
const (
	mostJoints    = 12
	mostQuestions = 6
)

// partsOf parts a sentence at the joints where both sides are questions.
func partsOf(sentence string) []string {
	for _, m := range joint.FindAllStringIndex(sentence, mostJoints) {
		left, right := strings.TrimSpace(sentence[:m[0]]), strings.TrimSpace(sentence[m[1]:])
		words := strings.ToLower(sentence[m[0]:m[1]])
		strong := strings.TrimSpace(words) != ","
		if !standsAlone(left) {
			continue
		}
		if subject, ok := otherSubject(right); ok && strong && asksOwnFact(left) {
			return append([]string{left}, partsOf(completed(left, subject))...)
		}
		if kindOf(left) == kindOf(right) && onlyNamed(left) {
			continue // "hạn của 3.17 và 6.3 là khi nào"
		}
		if standsAlone(right) && newSubject(left, right) >= leastSubject && (strong || kindOf(left) != kindOf(right)) && !parallel(left, right) {
			return append([]string{left}, partsOf(right)...)
		}
	}
	return []string{sentence}
}

// askWords are the phrases that ask, each with the kind of what it asks. Those that
// end in a star ask only with a subject of their own behind them: "hạn nộp …".
const askWords = `
	owner: ai chủ trì, ai phụ trách, ai làm, ai lo, ai chịu trách nhiệm, ai thực hiện, ai, đơn vị nào, cơ quan nào, sở nào, bên nào, ban nào, viện nào, trung tâm nào, của ai, do ai, đơn vị nào chủ trì, cơ quan nào chủ trì, sở nào chủ trì, cơ quan chủ trì*, đơn vị chủ trì*
	support: ai phối hợp, phối hợp với ai, đơn vị nào phối hợp, cơ quan nào phối hợp, sở nào phối hợp, cơ quan phối hợp*, đơn vị phối hợp*
	when: khi nào, bao giờ, lúc nào, chừng nào, ngày nào, tháng nào, tháng mấy, quý nào, quý mấy, hạn chót*, hạn nộp*, thời hạn*, hạn của*, hạn*, là khi nào, bao lâu
	number: bao nhiêu, mấy, bao nhiêu phần trăm, mấy phần trăm
	product: sản phẩm là gì, sản phẩm gì, nộp gì, kết quả là gì, sản phẩm của*, sản phẩm*
	contact: gửi về đâu, nộp ở đâu, gửi đâu, về đâu, email nào, mail nào, địa chỉ nào, email*, mail*, địa chỉ gửi*
	list: làm gì, phải làm gì, việc gì, việc nào, nhiệm vụ gì, nhiệm vụ nào, những gì, có gì
	document: văn bản nào, nghị định nào, quyết định nào, số mấy, căn cứ nào
	where: từ đâu, ở đâu, đi đâu, nước nào
	what: là gì, thế nào, ra sao, thì sao, gì, nào`

// asking are the phrases of askWords; the value begins with a star where a phrase
// asks only with a subject behind it.
var asking = sync.OnceValue(func() *phrases[string] {
	p := &phrases[string]{}
	for line := range strings.SplitSeq(strings.TrimSpace(askWords), "\n") {
		kind, list, _ := strings.Cut(strings.TrimSpace(line), ":")
		for phrase := range strings.SplitSeq(list, ",") {
			phrase = strings.TrimSpace(phrase)
			if bare, ok := strings.CutSuffix(phrase, "*"); ok {
				p.add(bare, "*"+kind)
				continue
			}
			p.add(phrase, kind)
		}
	}
	return p
})

// empty are words that make no subject of a question.
const emptyWords = `là thì mà và của cho với để vậy ạ à nhỉ nhé nha vào trong ở tại về đến tới từ do bởi được bị phải cần có không chưa đã đang sẽ cũng còn nữa luôn hết xong trước sau này đó kia ấy nào gì ai sao đâu bao mấy nhiêu ra lên hạn nộp gửi gởi làm lo chủ trì trách nhiệm chịu ban hành tổ chức thực hiện hoàn thành báo cáo kết quả sản phẩm việc nhiệm vụ cái con những các một theo kế hoạch quyết định văn bản năm quý tháng ngày em anh chị tôi mình dạ vâng xin hỏi cho biết giúp giùm với ơi bạn bot cảm ơn thế cụ thể gồm nó đơn vị cơ quan chỉ tiêu phần trăm địa email mail khi lúc giờ đầu ra i ii iii iv riêng tối thiểu ít nhất định kỳ đứng tên tất tổng cộng thảy phấn đấu đạt mức tỷ lệ từng mỗi kể hết ra liệt`

var empty = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, w := range index.Words(emptyWords, nil) {
		set[w.Toned], set[w.Folded] = true, true
	}
	return set
})

// asks finds the first phrase that asks and the kinds that a text asks for.
func asks(text string) (kinds []string, askedAt [][2]int, words []word) {
	for _, w := range index.Words(text, nil) {
		words = append(words, word{Word: w})
	}
	for i := 0; i < len(words); {
		kind, n := asking().longest(words, i)
		if n == 0 {
			i++
			continue
		}
		kinds, askedAt = append(kinds, kind), append(askedAt, [2]int{i, i + n})
		i += n
	}
	return kinds, askedAt, words
}

// subjectWords counts the words of a text that may name what it is about.
func subjectWords(words []word, asked [][2]int) int {
	n := 0
	for i, w := range words {
		if slices.ContainsFunc(asked, func(a [2]int) bool { return a[0] <= i && i < a[1] }) || empty()[w.Toned] || yearWord.MatchString(w.Folded) {
			continue
		}
		n++
		if strings.Contains(w.Folded, ".") && hasDigits(w.Folded) {
			n++ // a number of a place is a subject by itself
		}
	}
	return n
}

// leastSubject is how many words a subject has at least.
const leastSubject = 2

// standsAlone reports whether a text asks for something and names of what.
func standsAlone(text string) bool {
	kinds, asked, words := asks(text)
	if len(kinds) == 0 {
		return false
	}
	outright := slices.ContainsFunc(kinds, func(k string) bool { return k[0] != '*' })
	return subjectWords(words, asked) >= leastSubject && (outright || asked[0][0] <= 1)
}

// asksAlone reports whether a sentence stands alone; a time is a subject, too.
func asksAlone(text string) bool {
	if standsAlone(text) {
		return true
	}
	kinds, _, words := asks(text)
	for i := 0; i+1 < len(words); i++ {
		if words[i].oneOf("tháng quý ngày tuần") && (hasDigits(words[i+1].Folded) || romanNumber[words[i+1].Folded] != "" || words[i+1].oneOf("này sau tới trước mai")) {
			return slices.ContainsFunc(kinds, func(k string) bool { return k[0] != '*' })
		}
	}
	return false
}

// newSubject counts the subject words of a part that the one before it lacks.
func newSubject(left, right string) int {
	_, _, before := asks(left)
	_, asked, words := asks(right)
	n := 0
	for i, w := range words {
		if !slices.ContainsFunc(before, func(b word) bool { return b.Folded == w.Folded }) {
			n += subjectWords(words[i:i+1], shifted(asked, i))
		}
	}
	return n
}

// shifted are stretches as seen from the word at i.
func shifted(asked [][2]int, i int) [][2]int {
	moved := make([][2]int, len(asked))
	for k, a := range asked {
		moved[k] = [2]int{a[0] - i, a[1] - i}
	}
	return moved
}

// onlyNamed reports whether a text names what is asked without asking it outright.
func onlyNamed(text string) bool {
	kinds, _, _ := asks(text)
	return !slices.ContainsFunc(kinds, func(k string) bool { return k[0] != '*' })
}

// kindOf is what a text asks for first.
func kindOf(text string) string {
	kinds, _, _ := asks(text)
	for _, k := range kinds {
		if k[0] != '*' && k != "what" {
			return k
		}
	}
	if len(kinds) > 0 {
		return strings.TrimPrefix(kinds[0], "*")
	}
	return ""
}

// asksOwnFact reports whether a text asks for a fact that may be asked of another
// subject.
func asksOwnFact(text string) bool { return kindOf(text) != "" && kindOf(text) != "what" }

// parallel reports whether two parts ask the same with the same words in turn, as
// "mấy đoàn trong nước, mấy đoàn nước ngoài" does.
func parallel(left, right string) bool {
	if kindOf(left) != kindOf(right) {
		return false
	}
	_, at, words := asks(right)
	_, _, before := asks(left)
	if len(at) == 0 || at[0][0] > 1 || at[0][1] >= len(words) {
		return false
	}
	next := words[at[0][1]]
	return slices.ContainsFunc(before, func(w word) bool { return w.Folded == next.Folded })
}

// how asks about another subject as was asked before.
var how = regexp.MustCompile(`(?i)^(?:còn |con |thế còn )?(.+?)\s*(?:thì sao|thi sao|thì thế nào|thi the nao|thì như nào|sao|thì ai|thì sao ạ|thì sao nhỉ)[\s?.!ạ]*$`)

// otherSubject is the subject of a part that asks nothing of its own: "thư điện tử
// thì sao".
func otherSubject(text string) (string, bool) {
	m := how.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	kinds, _, _ := asks(m[1])
	return strings.TrimSpace(m[1]), len(kinds) == 0
}

// completed puts another subject to the phrase that a question asks with.
func completed(left, subject string) string {
	_, asked, words := asks(left)
	first, last := asked[0], asked[len(asked)-1]
	phrase := asTyped(words[first[0]:last[1]])
	if last[1]-first[0] > 6 || first != last {
		phrase = asTyped(words[first[0]:first[1]])
	}
	if first[0] == 0 {
		return phrase + " " + subject
	}
	return subject + " " + phrase
}
