package browse

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// point is one of the six things that an assignment is to make clear: what the
// document says to it, and what it leaves open.
type point struct {
	label string
	says  string
	open  []string
}

// The signs of a point: said in full, in part, not at all.
const (
	signSaid = "✓"
	signPart = "!"
	signOpen = "○"
)

func (p point) sign() string {
	switch {
	case p.says == "":
		return signOpen
	case len(p.open) > 0:
		return signPart
	}
	return signSaid
}

func (p point) paragraph() chat.Paragraph {
	words := strings.TrimSpace(p.says + "\n" + strings.Join(p.open, " "))
	return chat.Paragraph{Spans: []chat.Span{{Words: p.sign() + " " + p.label + ":", Style: chat.Bold}, {Words: " " + words}}}
}

// HasSix reports whether a unit assigns something, so that the six points can be
// looked for in it.
func HasSix(u plan.Unit) bool { return u.Kind == plan.KindTask || u.Kind == plan.KindAssignment }

// Six tells what the document says to each of the six points of a task, and what
// it leaves open: who, what, until when, who answers for it, what is delivered,
// and who decides.
func (s *Screens) Six(id string) (chat.Reply, bool) {
	u, ok := s.answers.Index.Unit(id)
	if !ok || !HasSix(u) {
		return chat.Reply{}, false
	}
	points := []point{s.who(u), s.work(u), s.time(u), s.share(u), s.product(u), s.authority(u)}
	n := map[string]int{}
	text := chat.Text{{}}
	for _, p := range points {
		n[p.sign()]++
		text = append(text, p.paragraph())
	}
	text[0] = chat.BoldText(fmt.Sprintf(textSixHead, chat.TaskName(u), n[signSaid], n[signPart], n[signOpen]))
	reply := chat.Reply{Text: append(text, s.answers.Cite(u)), Shown: chat.Shown{Focus: []string{u.ID}}}
	card := dialog.Action{View: dialog.ViewFound, Asked: question.Search, Units: []string{id}}
	reply.Buttons = [][]chat.Button{{s.desk.Button(chat.ButtonBack, card)}}
	return reply, true
}

// unsaid says that the document holds no such thing, or that it was not read.
func (s *Screens) unsaid(what string) []string {
	if s.answers.Plan().Incomplete {
		return []string{fmt.Sprintf(textSixUnread, what)}
	}
	return []string{fmt.Sprintf(textSixUnsaid, what)}
}

// who names those whom the task is given to. An agency is not yet a person, and a
// group not yet an agency.
func (s *Screens) who(u plan.Unit) point {
	p := point{label: labelSixWho}
	var names []string
	var group, office, concerned bool
	for _, party := range leading(u) {
		names = append(names, party.Words)
		group = group || party.Via == plan.ViaGroup
		concerned = concerned || party.Conditional
		office = office || officeWords.MatchString(party.Words)
	}
	p.says = strings.Join(names, "; ")
	switch {
	case p.says == "":
		p.open = s.unsaid(textSixNobody)
		return p
	case group && office:
		p.open = append(p.open, textSixGroup)
	case group:
		p.open = append(p.open, textSixGroup, textSixNoPerson)
	case !office:
		p.open = append(p.open, textSixNoPerson)
	}
	if concerned {
		p.open = append(p.open, textSixConcerned)
	}
	return p
}

// officeWords begin the name of an office that one person holds.
var officeWords = regexp.MustCompile(`(?i)(^|[\s,;(])(giám đốc|tổng giám đốc|thủ trưởng|chủ tịch|chánh|trưởng|cục trưởng|chi cục trưởng|viện trưởng|hiệu trưởng|bộ trưởng|người đứng đầu|bí thư|đồng chí|ông|bà)\s`)

// leading are the parties that a task is given to.
func leading(u plan.Unit) []plan.Party {
	return slices.DeleteFunc(slices.Clone(u.Parties), func(p plan.Party) bool { return p.Role == plan.RoleSupport })
}

func (s *Screens) work(u plan.Unit) point {
	return point{label: labelSixWork, says: chat.CutWords(chat.FirstLine(u.Text), chat.LineRunes*2)}
}

// time tells the deadline. A year alone names no day, and "regularly" none at all.
func (s *Screens) time(u plan.Unit) point {
	p := point{label: labelSixTime, says: answer.DeadlineWords(u.Deadline)}
	switch kind := u.Deadline.Kind; {
	case p.says == "":
		p.open = s.unsaid(textSixNoTime)
	case kind == plan.DeadlineWithinYear || kind == plan.DeadlineYearly:
		p.open = []string{textSixYear}
	case len(u.Deadline.Occurrences) == 0:
		p.open = []string{textSixNoDay}
	}
	return p
}

// share tells how the responsibility is shared out, and where the decision says
// who carries it out.
func (s *Screens) share(u plan.Unit) point {
	p := point{label: labelSixShare}
	leads := leading(u)
	if len(leads) == 0 {
		p.open = s.unsaid(textSixNobody)
	} else {
		p.says = fmt.Sprintf(textSixAsAbove, answer.RoleWords[leads[0].Role])
	}
	if u.Kind == plan.KindTask && len(leads) > 1 {
		p.open = append(p.open, textSixManyLead)
	}
	var support []string
	for _, party := range u.Parties {
		if party.Role == plan.RoleSupport {
			support = append(support, party.Words)
		}
	}
	switch {
	case len(support) > 0:
		p.says = strings.TrimSpace(p.says + " " + fmt.Sprintf(textSixSupport, strings.Join(support, "; ")))
	case u.Kind == plan.KindTask:
		p.open = append(p.open, s.unsaid(textSixNoSupport)...)
	}
	for _, other := range s.answers.Plan().Units {
		if other.Kind == plan.KindArticle && strings.Contains(strings.ToLower(other.Text), wordsCarryOut) {
			p.says = strings.TrimSpace(p.says + " " + fmt.Sprintf(textSixCarryOut, other.Place()))
		}
	}
	return p
}

func (s *Screens) product(u plan.Unit) point {
	p := point{label: labelSixProduct, says: strings.Join(strings.Split(u.Product, "\n"), "; ")}
	if p.says == "" {
		p.open = s.unsaid(textSixNoProduct)
	}
	return p
}

// authority quotes where the document says who decides: whom something is
// submitted to, who issues or approves it, whose decision is delivered.
func (s *Screens) authority(u plan.Unit) point {
	p := point{label: labelSixAuthority}
	found := slices.Concat(decided(u.Text, decides), decided(u.Product, decides, delivers), decided(u.Remark, decides))
	for _, words := range slices.Compact(found) {
		p.says = strings.TrimPrefix(p.says+"; "+fmt.Sprintf(textSixQuote, words), "; ")
	}
	if p.says == "" {
		p.open = s.unsaid(textSixNoAuthority)
	}
	return p
}

// decided are the words of a text that tell who decides. A document that is cited
// by its number is decided already.
func decided(text string, ways ...*regexp.Regexp) []string {
	var found []string
	for _, clause := range clauses.Split(text, -1) {
		plain := course.ReplaceAllStringFunc(clause, func(w string) string { return strings.Repeat("_", len(w)) })
		for _, way := range ways {
			at := way.FindStringSubmatchIndex(plain)
			if cited := citedDocument.FindStringIndex(clause); at == nil || cited != nil && cited[0] < at[1] {
				continue
			}
			found = append(found, chat.CutWords(strings.TrimSpace(clause[at[2]:]), chat.LineRunes))
			break
		}
	}
	return found
}

// body is how those are called who may decide.
const body = `(thường trực )?(cấp có thẩm quyền|cơ quan có thẩm quyền|[uủ][ỷy] ban nhân dân|ubnd|hội đồng nhân dân|hđnd|chủ tịch|phó chủ tịch|chính phủ|thủ tướng|quốc hội|[uủ][ỷy] ban thường vụ|thành [uủ][ỷy]|tỉnh [uủ][ỷy]|huyện [uủ][ỷy]|đảng [uủ][ỷy]|ban thường vụ|ban chỉ đạo|bộ trưởng|bộ \p{Lu}|giám đốc|thủ trưởng|người đứng đầu|lãnh đạo)`

var (
	clauses       = regexp.MustCompile(`[.;\n]\s*`)
	course        = regexp.MustCompile(`(?i)(chương|quá|toàn|lộ|công|quy|tiến|giáo|giải) trình`) // in which nothing is submitted
	citedDocument = regexp.MustCompile(`(?i)\p{L}+ số \d+[\d/]*/\p{L}`)
	decides       = regexp.MustCompile(`(?i)(?:^|[\s,(-])((?:trình|tham mưu(?: cho)?|báo cáo|xin ý kiến(?: của)?|[uủ][ỷy] quyền cho|phân cấp cho) ` + body +
		`|(?:được|do) ` + body + `[^,]{0,60}(?:phê duyệt|ban hành|thông qua|quyết định|chấp thuận)` +
		`|(?:xây dựng|dự thảo|ban hành) ` + document + `)`)
	delivers = regexp.MustCompile(`(?i)^[\s-]*(` + document + `)`)
)

const document = `(?:các )?(?:dự thảo )?(?:quyết định|nghị quyết|kế hoạch|chỉ thị|văn bản|đề án|công văn|quy chế|quy định|tờ trình)(?: phê duyệt)? của ` + body
