package document

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"cchcbot/seeds/deadline"
	"cchcbot/seeds/plan"
)

// A document may give its tasks in sentences: "Giao Sở Nội vụ chủ trì, phối hợp với
// Sở Tài chính xây dựng …, hoàn thành trước ngày 30/6". Who begins the sentence, in
// front of what is to be done, leads.

// act is what is to be done. Names of bodies have capitals where they hold such
// words, and collective ones stand behind what is no sentence yet.
var act = regexp.MustCompile(`(?:^|[\s,;])(chủ trì|chịu trách nhiệm|có trách nhiệm|lãnh đạo|chỉ đạo|chủ động|tiếp tục|phối hợp|tham mưu|xây dựng|ban hành|rà soát|duy trì|triển khai|thực hiện|hướng dẫn|kiểm tra|giám sát|báo cáo|tổng hợp|theo dõi|đôn đốc|cập nhật|công khai|niêm yết|tuyên truyền|đẩy mạnh|tăng cường|nâng cao|lập|hoàn thành|hoàn thiện|trình|gửi|bố trí|đánh giá|căn cứ|nghiên cứu|đề xuất|quán triệt|phổ biến|tập huấn|khảo sát|số hóa|thẩm định|sửa đổi|bổ sung|tổ chức|đăng ký|cung cấp|bảo đảm|đảm bảo|chuẩn bị|nắm|thống kê|xử lý|giải quyết|tiếp nhận|phân công|vận hành|nâng cấp|đăng tải|tiến hành|thành lập|kiện toàn|cân đối|phát động|lồng ghép|xác định|thường xuyên|khẩn trương|kịp thời|nghiêm túc|quản lý|sử dụng|cử|giao|là đầu mối|là cơ quan|làm|phân tích|khắc phục|phát hiện|ứng dụng|tham gia|cải thiện|rút ngắn|cắt giảm|đơn giản hóa|thu thập|chỉnh lý|kết nối|chia sẻ|tích hợp|đào tạo|bồi dưỡng|sắp xếp|đổi mới|phát triển|huy động|vận động|điều tra|kiểm soát|công bố|cấp|biên soạn|dự thảo|góp ý|lấy ý kiến|thông báo|hỗ trợ|chuyển|nộp|khai thác|đối chiếu|làm sạch|tạo lập|thiết lập|khen thưởng|xem xét|quyết định|phê duyệt|tổng kết|sơ kết|bàn giao|phải|cần|sẽ)(?:[\s,.;:]|$)`)

var (
	nounBefore = regexp.MustCompile(`(?i)(?:^|\s)(?:các|những|đoàn|tổ|bộ phận|hội đồng|ban|nhóm|và|văn thư|được|bị)\s*$`)
	charge     = regexp.MustCompile(`^(?:[-+•]\s*)?(?:(?:[Gg]iao|Đề nghị|Yêu cầu|Phân công|Mời)?\s+(?:cho\s+)?)?`)
	together   = regexp.MustCompile(`phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+`)
	supporting = regexp.MustCompile(`(?:^|;)\s*([^;]+?)\s+phối hợp\s*(?:;|$)`)
	bracketed  = regexp.MustCompile(`[\s(]\(?([^()]+)\)[.;]?$`)
	clause     = regexp.MustCompile(`:\s+|[.;]\s+(?:(?:đồng thời|và)\s+)?(?:\bGiao\b|\bgiao\b|Đề nghị|Yêu cầu|Phân công)`)
	toldOf     = regexp.MustCompile(`(?:^|\s)(?:đã|chưa|không|được|bị|còn|đang|vẫn|mới)$`) // what is, and not what is to be done
	byWhom     = regexp.MustCompile(`\bdo\s+(\S[^,;.:]*?)\s+chủ trì`)
)

// Bounds: mostBody is the longest name of those who lead, and mostProse the longest
// text that is searched, in bytes; mostLooks is how many times are looked for in a
// document, and mostClauses in how many clauses of a paragraph for who leads.
const (
	mostBody    = 240
	mostProse   = 8000
	mostLooks   = 1500
	mostClauses = 6
)

// ownership is who leads and who supports by a sentence, with the words that are
// left of it.
type ownership struct{ lead, support, when, rest string }

// untilAct cuts a text before what is to be done.
func untilAct(text string) (body, rest string) {
	for _, at := range act.FindAllStringSubmatchIndex(text[:min(len(text), 2*mostBody)], -1) {
		if !nounBefore.MatchString(text[:at[2]]) {
			return strings.TrimRight(text[:at[2]], " ,;"), text[at[2]:]
		}
	}
	return strings.TrimRight(text, " ,;.:"), ""
}

// ownershipOf reads who a sentence gives its task to.
func ownershipOf(line string) (ownership, bool) {
	if len(line) > mostProse {
		return ownership{}, false
	}
	if m := bracketed.FindStringSubmatch(line); m != nil {
		if o, ok := sentenceOwner(m[1]); ok && strings.HasPrefix(o.rest, "chủ trì") {
			return o, true
		}
		if o, ok := tailOwner(";" + m[1]); ok {
			return o, true
		}
	}
	for at, n := 0, 0; n < mostClauses; n++ { // "1. Về đất đai: Giao Sở …"
		if o, ok := sentenceOwner(line[at:]); ok {
			return o, true
		}
		next := clause.FindStringIndex(line[at:])
		if next == nil {
			break
		}
		at += next[1]
	}
	if m := byWhom.FindStringSubmatch(line); m != nil && onlyBody(m[1]) {
		return ownership{lead: m[1], support: supportIn(line), rest: "chủ trì"}, true
	}
	return tailOwner(strings.TrimRight(line, " ."))
}

var tailForm = regexp.MustCompile(`(?:^;|\s[-–]\s+|;\s*)([^;–]+?)(?:\s*[;,]\s*|\s+[-–]\s+)([^;–]+)$`)

// tailOwner reads who and when behind a task: "… – Sở Tư pháp – Quý I/2026".
func tailOwner(line string) (ownership, bool) {
	m := tailForm.FindStringSubmatch(line)
	if m == nil || !onlyBody(m[1]) || !isTime(m[2]) {
		return ownership{}, false
	}
	return ownership{lead: m[1], when: m[2], rest: "chủ trì"}, true
}

// sentenceOwner reads who begins a sentence, or stands before its colon.
func sentenceOwner(line string) (ownership, bool) {
	line = line[len(charge.FindString(line)):]
	if before, after, found := strings.Cut(line, ":"); found && after != "" && onlyBody(before) {
		return ownership{lead: strings.TrimSpace(before), support: supportIn(after), rest: strings.TrimSpace(after)}, true
	}
	body, rest := untilAct(line)
	if rest == "" || toldOf.MatchString(body) || len(body) > mostBody || !plan.NamesBody(body) || strings.ContainsAny(body, ":.") {
		return ownership{}, false
	}
	return ownership{lead: body, support: supportIn(rest), rest: rest}, true
}

// supportIn is whom a sentence has take part.
func supportIn(text string) string {
	if at := together.FindStringIndex(text); at != nil {
		body, _ := untilAct(strings.SplitN(text[at[1]:], ";", 2)[0])
		return body
	}
	if m := supporting.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// onlyBody reports whether words name bodies and say nothing of them.
func onlyBody(text string) bool {
	body, rest := untilAct(text)
	return rest == "" && len(body) < mostBody && plan.NamesBody(body) && !strings.ContainsAny(body, ":.")
}

// prose makes tasks of what a document without tables says in sentences: of its
// tasks and measures, or, where these name nobody, of what it assigns. Beside tasks
// with labels only those count that say who leads.
func (r *reader) prose() {
	if r.tables > 0 {
		return
	}
	strict := slices.ContainsFunc(r.plan.Units, isTask)
	in, looks := deadline.Context{Year: r.profile.From, Issued: r.profile.Issued, Calendar: r.calendar}, mostLooks
	for _, kind := range []plan.Kind{plan.KindNarrativeTask, plan.KindAssignment} {
		if kind == plan.KindAssignment && !r.assignsAll(in, &looks) {
			break
		}
		for i := 0; i < len(r.plan.Units); i++ {
			if u := &r.plan.Units[i]; u.Kind == kind && u.Lead == "" {
				i += r.takeOwned(i, strict)
			}
		}
		if slices.ContainsFunc(r.plan.Units, isTask) {
			break
		}
	}
	for i := range r.plan.Units {
		if u := &r.plan.Units[i]; isTask(*u) && u.Deadline.Words == "" && len(u.Text) < mostProse {
			u.Deadline.Words = deadline.Find(u.Text, in, &looks)
		}
	}
}

// leastDue is how many assignments are due at a time where they are the tasks.
const leastDue = 3

// assignsAll reports whether the section on assignments is what the plan is about,
// and not the words that close one whose tasks are elsewhere, or were cut off.
func (r *reader) assignsAll(in deadline.Context, looks *int) bool {
	due := 0
	for _, u := range r.plan.Units {
		switch {
		case u.Kind != plan.KindAssignment || len(u.Text) > mostProse:
		case u.Heading == "" && strings.HasPrefix(plan.Fold(u.Text), "phan cong"):
			return true
		case deadline.Find(u.Text, in, looks) != "":
			due++
		}
	}
	return due >= leastDue
}

func isTask(u plan.Unit) bool { return u.Kind == plan.KindTask }

// takeOwned makes a task of a unit whose words say who leads, or one of each of its
// paragraphs that do, and returns how many units were put behind it.
func (r *reader) takeOwned(i int, strict bool) int {
	u := &r.plan.Units[i]
	lines := strings.Split(u.Text, "\n")
	owner := headBody(lines[0])
	if owner == "" {
		if o, ok := ownershipOf(lines[0]); ok && (!strict || o.leads()) {
			own(u, o)
			return 0
		}
		if above := r.unitOf(u.Heading); above != nil && !strict {
			if owner := headBody(above.Text); owner != "" {
				own(u, ownership{lead: owner, support: supportIn(lines[0])})
				return 0
			}
		}
	}
	var owned []ownership
	for at, line := range lines[1:] {
		o, ok := ownershipOf(line)
		if owner != "" {
			o, ok = ownership{lead: owner, support: supportIn(line)}, !strict
		}
		if ok && (!strict || o.leads()) {
			o.rest = lines[at+1]
			owned = append(owned, o)
		}
	}
	switch {
	case len(owned) == 0:
		return 0
	case len(owned) == 1 && owner == "" && !bullet.MatchString(owned[0].rest):
		own(u, owned[0])
		return 0
	}
	var behind []plan.Unit
	letter := 0
	for _, o := range owned {
		for r.unitOf(u.ID+"."+letters(letter)) != nil {
			letter++
		}
		one := plan.Unit{ID: u.ID + "." + letters(letter), Kind: u.Kind, Number: u.Number + "." + letters(letter), Heading: u.ID, Text: strings.TrimPrefix(o.rest, "- "), Lines: u.Lines}
		one.Deadline.Kind = plan.DeadlineNone
		own(&one, o)
		letter++
		behind = append(behind, one)
	}
	u.Text = strings.Join(slices.DeleteFunc(lines, func(line string) bool {
		return slices.ContainsFunc(owned, func(o ownership) bool { return o.rest == line })
	}), "\n")
	r.plan.Units = slices.Insert(r.plan.Units, i+1, behind...)
	for at, u := range r.plan.Units {
		r.ids[u.ID] = at
	}
	return len(behind)
}

// leads reports whether a sentence says that its owner leads, rather than what it does.
func (o ownership) leads() bool { return leading.MatchString(o.rest) }

var (
	leading    = regexp.MustCompile(`^(?:chịu trách nhiệm |có trách nhiệm )?chủ trì`)
	onlyCharge = regexp.MustCompile(`\s*(?:(?:chủ trì|có trách nhiệm|chịu trách nhiệm)(?:\s+thực hiện)?)?\s*:?\s*$`)
)

// headBody is the bodies that a heading names and nothing else; "" for others.
func headBody(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	first = first[:len(first)-len(onlyCharge.FindString(first))]
	if first = first[len(charge.FindString(first)):]; !onlyBody(first) {
		return ""
	}
	return first
}

func own(u *plan.Unit, o ownership) {
	u.Kind, u.Lead, u.Support, u.Deadline.Words = plan.KindTask, o.lead, cmp.Or(u.Support, o.support), cmp.Or(u.Deadline.Words, o.when)
}
