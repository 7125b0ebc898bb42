package question

import (
	"regexp"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/seeds/plan"
)

// narrow completes a set that was asked for by the conditions of what is said next:
// "trong đó việc nào có mốc quý I", "chỉ lấy mảng chính quyền số", "riêng Sở Nội
// vụ", "còn nhóm 5", "kể ra". A condition takes the place of one of its kind, the
// others hold on.
func narrow(last, next Question) (Question, bool) {
	last = last.conditioned()
	if !last.Lists() || !next.narrows(last) {
		return next, false
	}
	if ofAll.MatchString(Folded(next.Text)) {
		last.About.Heading, last.About.Parties, last.Query.Agencies = nil, nil, nil
	}
	q := last
	q.Text, q.Corrections = next.Text, next.Corrections
	if !next.inRole(last) && !next.Bare && !slices.Equal(next.Asks, []Ask{AskList}) || q.Asked(AskCount) && next.Asked(AskList) && !Prefixes(next.Text) {
		q.Asks, q.By = next.Asks, next.By
	}
	if !q.Set() {
		q.Asks = append(slices.Clone(q.Asks), AskList)
	}
	if Prefixes(next.Text) && len(next.About.Parties) == 1 && len(last.About.Parties) == 1 && next.Role != "" {
		last.About.Parties = []Party{{Role: next.Role}} // "nhầm sở rồi, Sở Y tế chủ trì cơ": no second one
	}
	q.About = last.About.with(next.About)
	if next.inRole(last) {
		q = q.as(next.Role)
	}
	if len(next.About.Parties) > 0 {
		q.Query.Agencies, q.Speaker = next.Query.Agencies, next.Speaker
	}
	q.settle()
	return q, true
}

// ofAll says that no group of tasks and no agency is meant any longer.
var ofAll = regexp.MustCompile(`\b(?:toan|ca|toan bo) (?:ke hoach|thanh pho)\b`)

// conditioned tells what a pressed button asked for in terms of conditions.
func (q Question) conditioned() Question {
	if q.Agency != nil && len(q.About.Parties) == 0 {
		q.About.Parties = []Party{{Agency: q.Agency, Role: q.Role}}
	}
	if q.Window != nil && len(q.About.Windows) == 0 {
		q.About.Windows = []Window{*q.Window}
	}
	return q
}

// Lists reports whether a question was answered by a set of units.
func (q Question) Lists() bool {
	return q.Set() && len(q.Places) == 0 || q.Intent == Responsibility || q.Intent == Due
}

// as asks for the same agency in another role.
func (q Question) as(role plan.Role) Question {
	q.Role, q.About.Parties = role, slices.Clone(q.About.Parties)
	if len(q.About.Parties) == 1 {
		q.About.Parties[0].Role = role
	}
	return q
}

// inRole reports whether a question only tells the role of the agency that was
// asked about before: "cái nào chủ trì".
func (q Question) inRole(last Question) bool {
	return q.Role != "" && len(q.About.Parties) == 0 && len(last.About.Parties) == 1 && (q.Asked(AskList) || Prefixes(q.Text) && !asksWho(q.Text) && !q.Asked(AskDeadline) && !q.Asked(AskProduct))
}

// narrows reports whether a question only sets conditions for the set before it.
func (q Question) narrows(last Question) bool {
	a := q.About
	conditions := 0
	for _, is := range []bool{len(a.Parties) > 0, len(a.Windows) > 0, a.Heading != nil, a.Recurs != "", len(a.Lacks) > 0, len(a.Product) > 0, q.inRole(last)} {
		if is {
			conditions++
		}
	}
	if a.State != "" || q.Asked(AskState) || q.YesNo || slices.ContainsFunc(a.Windows, func(w Window) bool { return !w.known() }) {
		return false
	}
	asksElse := !q.inRole(last) && slices.ContainsFunc(q.Asks, func(x Ask) bool { return x != AskList && x != AskCount && x != AskFirst && x != AskLast })
	bare := BareWords(withoutAmends(q.Text))
	switch {
	case asksElse:
		return false
	case q.inRole(last):
		return true
	case conditions == 0:
		return q.Set() && len(strings.Fields(bare)) <= mostBare && (listWords[bare] || q.Asked(AskFirst) || q.Asked(AskLast) || q.Asked(AskCount) && (last.Composed() || len(last.About.Parties)+len(last.About.Windows) > 0))
	case strings.HasSuffix(bare, " trong do"), slices.ContainsFunc(narrowing, func(lead string) bool { return strings.HasPrefix(bare, lead) }):
		return true
	case Prefixes(q.Text) || strings.HasSuffix(bare, " nua") || ofAll.MatchString(bare):
		return len(a.Parties) < 2
	}
	return conditions == 1 && q.Bare && q.replaces(last) && len(strings.Fields(bare)) <= mostBare+len(a.Parties)*mostName
}

// replaces reports whether the conditions of a question take the place of some of the
// set before it, beside which others hold on: "nhóm 2", "Sở Y tế".
func (q Question) replaces(last Question) bool {
	a, before := q.About, last.About
	switch {
	case len(a.Windows) > 0:
		return len(before.Windows)+len(before.Parties) > 0
	case a.Heading != nil:
		return before.Heading != nil && last.Composed()
	}
	return len(a.Parties) == 1 && len(before.Parties) == 1 && len(before.Windows) > 0
}

// mostName is how many words the name of an agency may have besides.
const mostName = 6

// mostBare is how many words follow up without a word that says so.
const mostBare = 6

// narrowing begin what narrows a set.
var narrowing = []string{"trong do", "trong so do", "trong cac viec do", "trong nhung viec do", "chi lay", "chi ", "rieng ", "loc ", "cai nao", "nhung cai nao", "viec nao", "nhung viec nao", "may cai", "may viec", "bao nhieu cai", "bao nhieu viec", "the con ", "vay cai nao", "vay viec nao"}

// listWords ask for the units of a set that was counted.
var listWords = SetOf("ke ra", "ke het ra", "ke ten", "liet ke", "liet ke ra", "la nhung viec nao", "la viec nao", "gom nhung viec nao", "nhung viec nao", "viec nao", "danh sach", "cho danh sach", "ke ra xem", "cu the la nhung viec nao", "ke cu the")

// Composed reports whether a question holds more than one condition, or counts or
// compares.
func (q Question) Composed() bool {
	a := q.About
	n := len(a.Parties) + len(a.Lacks)
	for _, is := range []bool{len(a.Windows) > 0, a.Heading != nil, a.Recurs != "", len(a.Product) > 0, a.Cites, a.topical()} {
		if is {
			n++
		}
	}
	return n > 1 || a.Heading != nil || q.Asked(AskCount) || q.Asked(AskFirst) || q.Asked(AskLast) || q.Asked(AskMost) || q.Asked(AskLeast) || len(a.Windows) > 1
}

// with are conditions of which those that another question sets take the place.
func (a About) with(next About) About {
	a.Ahead = a.Ahead || next.Ahead
	if next.Heading != nil {
		a.Heading = next.Heading
	}
	if len(next.Windows) > 0 {
		a.Windows, a.Stated = next.Windows, a.Stated || next.Stated
	}
	if next.Recurs != "" {
		a.Recurs, a.Only = next.Recurs, next.Only
	}
	if len(next.Lacks) > 0 {
		a.Lacks = next.Lacks
	}
	if len(next.Product) > 0 {
		a.Product, a.Only = next.Product, next.Only
	}
	if len(next.Parties) == 0 {
		return a
	}
	parties := slices.Clone(next.Parties)
	switch {
	case len(parties) == 1 && len(a.Parties) == 1 && parties[0].Role == "":
		parties[0].Role, parties[0].Via = a.Parties[0].Role, a.Parties[0].Via
	case len(parties) == 1 && len(a.Parties) == 1 && parties[0].Role != a.Parties[0].Role && a.Parties[0].Role != "":
		parties = append(slices.Clone(a.Parties), parties...)
	}
	a.Parties, a.Any = parties, next.Any
	return a
}

// settle tells a completed set in the terms of single questions.
func (q *Question) settle() {
	q.Agency, q.Own, q.Role, q.Implied = nil, false, "", false
	for _, p := range q.About.Parties {
		q.Own = q.Own || p.Own
		if !p.Own && q.Agency == nil {
			q.Agency = p.Agency
		}
	}
	if len(q.About.Parties) > 0 {
		q.Role = q.About.Parties[0].Role
	}
	q.Window = joined(q.About.Windows)
	q.Running = q.Window
	switch {
	case q.Window != nil:
		q.Intent = Due
	case len(q.About.Parties) > 0:
		q.Intent = Responsibility
	default:
		q.Intent = Search
	}
}

// withoutAmends takes off what begins an amended question, and what ends it: "nhầm,
// …", "à không, ý tôi là …", "không phải A, tôi hỏi …", "…, không phải A".
func withoutAmends(text string) string {
	for _, tail := range []*regexp.Regexp{denied, besides} {
		if at := tail.FindStringIndex(text); at != nil {
			return withoutAmends(text[:at[0]])
		}
	}
	words := strings.Fields(text)
	for n := min(len(words)-1, mostAmends); n > 0; n-- {
		head := spokenNo.ReplaceAllString(strings.Trim(Folded(strings.Join(words[:n], " ")), " ,"), "khong")
		rest := strings.Join(words[n:], " ")
		if amends[head] || amending(head, words[n-1]) || strings.HasPrefix(head, "khong phai ") && strings.HasSuffix(words[n-1], ",") && !strings.ContainsAny(strings.Join(words[:n-1], " "), ",?") {
			return withoutAmends(rest)
		}
	}
	return text
}

// denied is the end of a sentence that tells what is not meant.
var denied = regexp.MustCompile(`(?i)[,;]? (?:chứ|chu|mà|ma) (?:không|khong|ko) phải .+$|[,;] (?:chứ |chu )?(?:không|khong|ko) (?:phải|phai) [^,?]+$`)

// besides is the end of a sentence that tells of what else nothing is said.
var besides = regexp.MustCompile(`(?i)[,;] (?:còn|con) [^,?]+ (?:thì|thi) (?:chưa|chua|không|khong|khỏi|thôi|thoi)[^,?]*$`)

// mostAmends is the longest such beginning in words.
const mostAmends = 10

// spokenNo is "không" as people type it.
var spokenNo = regexp.MustCompile(`\b(?:ko|kg|khg|hong|hok|k)\b`)

// amending reports whether words say that something else is meant, however they are
// put together: "ủa lộn rồi", "xin lỗi anh,".
func amending(head, last string) bool {
	sorry := strings.HasSuffix(last, ",")
	slip := false
	for _, w := range strings.Fields(strings.ReplaceAll(head, ",", " ")) {
		switch {
		case slipWords[w]:
			slip = true
		case slip && sorry && mistaken[w]: // "nhầm sở rồi, …"
		case sorry && sorryWords[w], besideSlip[w], sorryWords[w] && slip:
		default:
			return false
		}
	}
	return slip || sorry && (strings.Contains(head, "xin loi") || strings.Contains(head, "sorry"))
}

var (
	slipWords  = SetOf("nham", "lon")
	sorryWords = SetOf("xin", "loi", "sorry", "sr")
	mistaken   = SetOf("so", "quan", "phuong", "don", "vi", "quy", "thang", "ngay", "nam", "ten", "viec", "cai", "muc", "nhom", "cot", "y")
	besideSlip = SetOf("a", "o", "u", "ua", "uy", "oi", "chet", "y", "toi", "em", "minh", "anh", "chi", "go", "hoi", "noi", "bam", "chut", "roi", "mat", "bi")
)

var amends = SetOf("sai roi", "nham", "a", "go nham", "nham roi", "hoi nham", "nham chut", "a nham", "u nham", "ua nham", "xin loi nham", "sr nham", "khong", "a khong", "o khong", "khong khong", "khong phai", "a khong phai", "y toi la", "y em la", "y minh la", "y toi hoi", "y em hoi", "y minh hoi", "y la", "toi hoi", "em hoi", "toi muon hoi", "em muon hoi", "minh muon hoi", "toi dang hoi", "toi can", "muon hoi la", "la", "phai la", "dung ra la", "khong y toi la", "khong, y toi la", "a khong, y toi la", "a khong y toi la", "sua lai", "hoi lai", "toi muon noi la", "a ma", "ma nay")

// Corrects reports whether a question amends the one before it: "không phải, ý tôi
// là Sở Tư pháp". One that amends without saying what is meant corrects nothing.
func (q Question) Corrects() bool {
	a := q.About
	says := len(a.Parties)+len(a.Windows)+len(q.Places) > 0 || a.Heading != nil || q.Own || AsksFact(q.Intent)
	return amended(q.Text) && (says || meaning.MatchString(Folded(q.Text)))
}

// meaning says that what is meant follows.
var meaning = regexp.MustCompile(`\by (toi|em|minh|la)\b|\b(toi|em|minh) (dang |muon )?hoi\b|\bmuon hoi\b`)

// slips reports whether a text tells what should have been typed instead.
func slips(text string) bool {
	rest := withoutAmends(text)
	head, cut := strings.CutSuffix(text, rest)
	return cut && rest != text && (strings.ContainsAny(head, ",.:;") || strings.HasSuffix(Folded(head), " la"))
}

// amended reports whether a text begins so.
func amended(text string) bool { return chat.OneLine(withoutAmends(text)) != chat.OneLine(text) }
