package answer

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// things are how a unit shows that it holds a thing of a kind. Its text is
// matched as printed, with small letters.
var things = map[question.Thing]*regexp.Regexp{
	question.ThingShare:   regexp.MustCompile(`\d\s*%|phần trăm`),
	question.ThingMoney:   regexp.MustCompile(`\d[\d.,]*\s*(đồng|triệu|tỷ|tỉ|nghìn)`),
	question.ThingTime:    regexp.MustCompile(`\d+\s*(giờ|phút|ngày|tuần|tháng)`),
	question.ThingPlace:   regexp.MustCompile(`(nước|tỉnh|tầng|đường) \p{Lu}|phòng (họp|số)`),
	question.ThingPhone:   regexp.MustCompile(`\d{8,}|đường dây nóng|\d{3,4}[. ]\d{3}[. ]\d{3}`),
	question.ThingEmail:   regexp.MustCompile(`@`),
	question.ThingAddress: regexp.MustCompile(`địa chỉ|số \d+[\w/]* đường|@`),
	question.ThingForm:    regexp.MustCompile(`biểu mẫu|mẫu số|theo mẫu|mẫu báo cáo|đề cương`),
	question.ThingRank:    regexp.MustCompile(`xếp hạng|thứ hạng|hạng|dẫn đầu|đứng đầu|top \d|trong nhóm|vị trí`),
	question.ThingHour:    regexp.MustCompile(`\d+\s*(giờ|g\d|h\d)|ngoài giờ|thứ bảy|chủ nhật`),
	question.ThingResult:  regexp.MustCompile(`đến nay|đã đạt|hiện có`),
	question.ThingList:    regexp.MustCompile(`danh sách`),
	question.ThingLink:    regexp.MustCompile(`https?:|www\.|\w\.vn\b`),
	question.ThingPenalty: regexp.MustCompile(`phê bình|kỷ luật|xử lý (trách|vi|nghiêm|kỷ)|xử phạt|chế tài|chịu trách nhiệm|không xét`),
}

// thingNames name the kinds in the sentence that says what is not stated.
var thingNames = map[question.Thing]string{
	question.ThingShare: "tỷ lệ", question.ThingMoney: "số tiền", question.ThingTime: "thời gian thực hiện",
	question.ThingPlace: "địa điểm cụ thể", question.ThingPhone: "số điện thoại", question.ThingEmail: "địa chỉ thư điện tử",
	question.ThingAddress: "địa chỉ", question.ThingForm: "biểu mẫu", question.ThingRank: "thứ hạng",
	question.ThingPenalty: "hình thức xử lý", question.ThingNumber: "số lượng", question.ThingPerson: "họ tên người phụ trách",
	question.ThingLaw: "nội dung của văn bản được dẫn chiếu", question.ThingHour: "giờ cụ thể", question.ThingDay: "ngày cụ thể", question.ThingList: "danh sách", question.ThingResult: "kết quả đã đạt được", question.ThingLink: "địa chỉ trên mạng",
}

// holdsThing reports whether a unit holds a thing of the kind that is expected.
func holdsThing(e question.Expected, u plan.Unit) bool {
	text := strings.Join([]string{u.Text, u.Product, u.Lead, u.Support, u.Deadline.Words}, "\n")
	switch e.Thing {
	case question.ThingAny, question.ThingDate:
		return true
	case question.ThingDay:
		return dated(u)
	case question.ThingPerson:
		return u.Kind == plan.KindSignature
	case question.ThingLaw:
		return u.Kind == plan.KindArticle
	case question.ThingNumber:
		return countsOf(e, text)
	case question.ThingRank:
		if compared.MatchString(e.Words) && strings.Count(text, "%") > 1 {
			return true // of several shares one is the greatest
		}
	case question.ThingNamed:
		return namesOf(e, text)
	case question.ThingKind:
		return speaksOf(e, text)
	case question.ThingOffice:
		return holdsOffice(e, text)
	case question.ThingPlace:
		return !placeNoun.MatchString(e.Words) || things[e.Thing].MatchString(text)
	}
	pattern, known := things[e.Thing]
	return !known || pattern.MatchString(strings.ToLower(text))
}

// dated reports whether a unit tells a time within the year: by the deadline of a
// task, or in the text of what has none.
func dated(u plan.Unit) bool {
	if u.Kind == plan.KindTask {
		return withinYear.MatchString(u.Deadline.Words)
	}
	return withinYear.MatchString(u.Deadline.Words + "\n" + u.Text)
}

var withinYear = regexp.MustCompile(`\d/\d|[Nn]gày|[Tt]háng|[Qq]uý`)

// compared are words for the greatest or smallest of some figures.
var compared = regexp.MustCompile(`cao nhất|thấp nhất`)

// placeNoun tells a place on the map from one in the document, or from where
// something is sent.
var placeNoun = regexp.MustCompile(`tổ chức ở|tổ chức tại|nước|tỉnh|địa điểm|địa phương|phòng|tầng|hội trường|đường`)

// number is a figure that stands by itself, followed by what is counted; the
// numbers of documents and of dates are none.
var number = regexp.MustCompile(`(?:^|[^\d/.])(\d+(?:[.,]\d+)?)\s*(%?)\s*([\p{L}]+(?: [\p{L}]+){0,5})`)

// countsOf reports whether a text holds a number of what is counted.
func countsOf(e question.Expected, text string) bool {
	for _, m := range number.FindAllStringSubmatch(text, -1) {
		words := strings.Fields(question.Folded(m[3]))
		if len(e.Of) == 0 || slices.ContainsFunc(e.Of, func(w index.Word) bool { return slices.Contains(words, w.Folded) }) {
			return true
		}
	}
	return false
}

// namesOf reports whether a text calls one of a kind by its name: a capital, a
// figure or a quotation mark follows the noun.
func namesOf(e question.Expected, text string) bool {
	noun := make([]string, len(e.Of))
	for i, w := range e.Of {
		noun[i] = regexp.QuoteMeta(w.Toned)
	}
	return regexp.MustCompile(`(?:^|\P{L})(?i:` + strings.Join(noun, `\s+`) + `)\s+[“"\p{Lu}\d]`).MatchString(text)
}

// speaksOf reports whether a text has the noun of a kind in it.
func speaksOf(e question.Expected, text string) bool {
	text = " " + question.Folded(text) + " "
	return strings.Contains(text, foldedWords(e.Of)) || len(e.Of) > 1 && strings.Contains(text, foldedWords(e.Of[1:]))
}

// holdsOffice reports whether a text names an office.
func holdsOffice(e question.Expected, text string) bool {
	return strings.Contains(question.Folded(text), foldedWords(e.Of))
}

// expected turns an answer whose units speak of the subject without holding the
// kind of thing that is asked for into one that says so, and offers them.
func expected(q question.Question, answer Answer) Answer {
	e := thingAsked(q)
	if q.Intent == question.Citation && !slices.Contains(beyondDocuments, e.Thing) || answer.Composed || len(answer.Units) == 0 || answer.Intent == question.Responsibility || answer.Intent == question.Due {
		return answer
	}
	for i, f := range answer.Units[:min(len(answer.Units), mostExpected)] {
		if f.Score >= twinShare*answer.Units[0].Score && holdsThing(e, f.Unit) {
			if i > 0 {
				answer.Units = slices.Insert(slices.Delete(slices.Clone(answer.Units), i, i+1), 0, f)
			}
			return answer
		}
	}
	return notStated(e, answer.Units)
}

// beyondDocuments are the kinds that no number of a document is an answer to:
// "biểu mẫu số mấy".
var beyondDocuments = []question.Thing{
	question.ThingForm, question.ThingAddress, question.ThingPlace, question.ThingMoney, question.ThingHour, question.ThingRank, question.ThingLaw,
}

// notStated says that units speak of the subject without holding what was asked.
func notStated(e question.Expected, found []Found) Answer {
	near := found[:min(len(found), mostNear)]
	u := near[0].Unit
	thing := cmp.Or(thingNames[e.Thing], wordFigure)
	if e.Thing == question.ThingNamed || e.Thing == question.ThingOffice || e.Thing == question.ThingKind {
		thing = namedThing(e)
	}
	words := fmt.Sprintf(textLacksThing, chat.Brief(u.Text), chat.ShortPlace(u), thing)
	return Answer{Intent: question.None, Near: near, Text: chat.Text{chat.Say(words)}}
}

// namedThing says which name is not stated.
func namedThing(e question.Expected) string {
	var words []string
	for _, w := range e.Of {
		words = append(words, w.Toned)
	}
	if e.Thing == question.ThingOffice {
		return fmt.Sprintf(wordWho, strings.Join(words, " "))
	}
	if e.Thing == question.ThingKind {
		return "“" + e.Words + "”"
	}
	return fmt.Sprintf(wordName, strings.Join(words, " "))
}

// thingAsked is the kind of thing that a question expects, where its words leave
// no doubt: a figure is a share where it is asked for in per cent, money where
// money is named, and "mấy" before a noun may mean no more than "some".
func thingAsked(q question.Question) question.Expected {
	e := q.Expects
	words := strings.ToLower(e.Words)
	doubtful := false
	switch e.Thing {
	case question.ThingMoney, question.ThingNumber:
		if strings.ContainsAny(q.Text, "%") || shareAsked.MatchString(question.Folded(q.Text)) {
			e.Thing = question.ThingShare
			return e
		}
		doubtful = e.Thing == question.ThingMoney && !moneyNoun.MatchString(words) ||
			e.Thing == question.ThingNumber && !strings.Contains(words, "bao nhiêu") && !countedOut.MatchString(words)
	case question.ThingLaw:
		doubtful = len(q.Documents) == 0
	case question.ThingEmail, question.ThingAddress:
		doubtful = !addressNoun.MatchString(words)
	case question.ThingPerson:
		doubtful = !personNoun.MatchString(words)
	}
	if doubtful {
		e.Thing = question.ThingAny
	}
	return e
}

var (
	shareAsked  = regexp.MustCompile(`phan tram|bao nhieu phan|may phan`)
	moneyNoun   = regexp.MustCompile(`tiền|đồng|triệu|tỷ|phí|lương|phụ cấp|giá|vốn|ngân sách|thưởng|dự toán|trợ cấp|hỗ trợ|mức (thu|chi)|chi bao nhiêu`)
	countedOut  = regexp.MustCompile(`^(có|được|gồm|đa|thiểu|nhất|chia|trừ|mở|thành|đủ) mấy`)
	addressNoun = regexp.MustCompile(`địa chỉ|hộp thư|mail nào|mail của|trụ sở|số nhà|đóng ở|đường nào`)
	personNoun  = regexp.MustCompile(`tên|họ|đồng chí|liên hệ|gặp|là ai|chuyên viên|cán bộ nào`)
)

const (
	mostExpected = 3    // best units that are looked through for the thing
	mostNear     = 3    // units that are offered where none holds it
	twinShare    = 0.95 // of the best score that another unit needs to answer in its place
)
