package question

import (
	"regexp"
	"slices"
	"strings"

	"cchcbot/index"
	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// votes counts how strongly a sentence speaks for each intent.
type votes map[Intent]int

// order settles ties: the more particular intent first.
var order = []Intent{Help, Contact, Due, Deadline, Support, Target, Product, Citation, Owner, Responsibility, Search}

// vote finds the cues of a sentence.
func (r *Reader) vote(words []word) votes {
	v := votes{}
	if mentions(words, "cung", "cap") && asksWhereTo(words) {
		v[Search] = 5 // who is handed something is in the text, not in a cell
	} else if asksWhereTo(words) || slices.ContainsFunc(words, word.mailbox) {
		v[Contact] = 4
	}
	for i := 0; i < len(words); {
		if words[i].use == taken {
			i++
			continue
		}
		c, n := r.cues.longest(words, i)
		if m := r.topicLength(words, i); m > 0 && m >= n {
			i += m
			continue
		}
		v[c.intent] = max(v[c.intent], c.strength)
		i += max(n, 1)
	}
	return v
}

// mailbox reports whether a word looks like an address or a piece of one.
func (w word) mailbox() bool {
	before, after, ok := strings.Cut(w.Folded, ".")
	return ok && len(before) > 1 && len(after) > 1 && !hasDigits(w.Folded)
}

// asksWhereTo finds a verb of sending with a question for the receiver behind
// it: "chuyển cho nơi nào", "gởi kế hoạch về đâu".
func asksWhereTo(words []word) bool {
	for i, w := range words {
		if !slices.Contains([]string{"gui", "goi", "nop", "chuyen", "trinh", "cap"}, w.Folded) || !w.plainly("gửi gởi nộp chuyển trình cấp") {
			continue
		}
		if w.Folded == "cap" && (i == 0 || words[i-1].Folded != "cung") {
			continue
		}
		if i+1 < len(words) && words[i+1].Folded == "doi" {
			continue
		}
		for j := i + 1; j < len(words) && j <= i+8; j++ {
			if words[j].Folded == "dau" && words[j].plainly("đâu") && (j+1 == len(words) || words[j+1].Folded != "moi" && words[j+1].Folded != "ra") {
				return true
			}
			if words[j].Folded == "ai" && slices.Contains([]string{"cho", "toi", "den", "ve"}, words[j-1].Folded) && !leads(words, j+1) {
				return true
			}
			if words[j].Folded == "hay" && j+1 < len(words) && (words[j-1].use == taken || words[j+1].use == taken) {
				return true
			}
			office := words[j-1].Folded
			if words[j].Folded == "nao" && slices.Contains([]string{"quan", "vi", "so", "noi", "cho", "ban", "mail", "email", "chi", "thu", "moi"}, office) && !leads(words, j+1) {
				return true
			}
		}
	}
	return false
}

// leads reports whether the words at i say that somebody leads or supports, so
// that "đơn vị nào" before them asks who does rather than who receives.
func leads(words []word, i int) bool {
	return i < len(words) && slices.Contains([]string{"chu", "phoi", "phu", "lam", "lo", "dung", "dong", "thuc", "chiu", "tham"}, words[i].Folded)
}

// strongest is the intent with the most votes.
func (v votes) strongest() (Intent, int) {
	best, strength := Search, 0
	for _, intent := range order {
		if v[intent] > strength {
			best, strength = intent, v[intent]
		}
	}
	return best, strength
}

// decide settles the intent from the votes and from what else was understood.
func (r *Reader) decide(q *Question, v votes, words []word) {
	q.Role = askedRole(words)
	if v[Owner] >= 3 && q.Role == plan.RoleSupport {
		v[Support] = max(v[Support], v[Owner])
	}
	q.Duties = v[Responsibility] > 0
	intent, strength := v.strongest()
	topical := q.Topical()
	asked := q.Agency != nil || q.Speaker != nil || q.Own
	switch {
	case v[None] > 0 || q.Agency != nil && asksName(words):
		// Sums of money, how long an office takes and who its head is are in no
		// such plan.
		q.Intent = None
		return
	case q.Part():
		q.Intent = Clause
	case sectionV(q.Places) && q.Agency != nil:
		// "phần tổ chức thực hiện giao sở Y tế việc gì"
		q.Intent, q.Role, q.Places = Responsibility, plan.RoleAssigned, nil
	case sectionV(q.Places) && q.Worded():
		q.Intent, q.Places = intent, nil
		q.Query.Kinds = []plan.Kind{plan.KindAssignment}
	case intent == Help && !topical:
		q.Intent = Help
	case len(q.Places) > 0 && (strength < 2 || intent == Responsibility):
		q.Intent = Clause
	case len(q.Documents) > 0 && (strength < 3 || intent == Citation || intent == Responsibility || intent == Owner && !topical):
		q.Intent = Citation
	case !topical && q.Window != nil && v[Deadline] >= 4 && mentions(words, "bao", "cao"):
		// "hạn nộp báo cáo quý I" asks about the report.
		q.Intent, q.Window = Deadline, nil
		leanOn(q.Query.Terms, "bao", "cao")
	case len(q.Places) == 0 && len(q.Documents) == 0 && !topical && q.Window != nil:
		q.Intent = Due
	case len(q.Places) == 0 && !topical && asked && (intent == Responsibility || intent == Owner || strength < 2 || intent == Support):
		q.Intent, q.Implied = Responsibility, intent != Responsibility
	case intent == Due:
		q.Intent = Due
	case intent == Responsibility || strength == 0:
		q.Intent = Search
	default:
		q.Intent = intent
	}
	if (strength > 2 || q.Intent == Contact) && !beyondCells(q, words) {
		q.Query.Fact = facts[q.Intent]
	}
}

// beyondCells reports whether what is asked stands in no cell of its own, so that
// a unit without the cell may answer: who heads a board, and whether a task has
// supporters at all.
func beyondCells(q *Question, words []word) bool {
	return q.Intent == Owner && mentions(words, "truong", "ban") || q.Intent == Support && q.YesNo && q.Agency == nil
}

// asksName finds a question for the name of a person: "giám đốc tên gì".
func asksName(words []word) bool {
	for i := 0; i+1 < len(words); i++ {
		if words[i].oneOf("tên") && (words[i+1].oneOf("gì chi") || words[i+1].oneOf("là")) {
			return true
		}
	}
	return false
}

// leanOn makes words the topic that else fit nearly every unit.
func leanOn(terms []index.Term, folded ...string) {
	for i := range terms {
		if slices.Contains(folded, terms[i].Folded) {
			terms[i].Emphasis = 1
		}
	}
}

// sectionV reports whether a question names section V as a whole, which assigns
// duties.
func sectionV(places []Place) bool {
	return len(places) == 1 && places[0].Section == "V" && places[0].Number == ""
}

// facts are what a unit must state to answer an intent.
var facts = map[Intent]index.Fact{
	Owner:    index.FactLead,
	Support:  index.FactSupport,
	Deadline: index.FactDeadline,
	Product:  index.FactProduct,
	Target:   index.FactTarget,
	Contact:  index.FactContact,
	Citation: index.FactCitation,
}

// askedRole tells "chủ trì gì" and "phối hợp gì" from a question about all.
func askedRole(words []word) plan.Role {
	lead := mentions(words, "chu", "tri")
	support := mentions(words, "phoi", "hop")
	switch {
	case lead && !support:
		return plan.RoleLead
	case support && !lead:
		return plan.RoleSupport
	}
	return ""
}

// counted is of what a sentence asks how many: "bao nhiêu điểm", "mấy đoàn",
// "hạng mấy". Measured tells that it must be a number, while of files or people
// a share may be told.
func (r *Reader) counted(words []word) (noun string, measured bool) {
	for i, w := range words {
		how := w.oneOf("mấy") || i > 0 && w.oneOf("nhiêu") && words[i-1].oneOf("bao")
		switch {
		case !how || r.withBefore(words, i): // "bo may" is no "mấy"
		case w.oneOf("mấy") && i > 0 && words[i-1].oneOf("hạng thứ top"):
			return "hang", true
		case i+1 < len(words):
			return words[i+1].Folded, words[i+1].oneOf(measures)
		}
	}
	return "", false
}

const measures = "điểm chỉ biên suất khối chiếc tấn mét km lượt giường vé lít"

var documentType = regexp.MustCompile(`^(?:nghi (?:quyet|dinh)|quyet dinh|cong (?:van|dien)|thong bao|huong dan|chi thi|ke hoach|thong tu|to trinh|chuong trinh hanh dong|de an)$`)

// documents finds the documents that a sentence names by number and marks their
// words as taken. Self tells that it names the plan's own decision.
func (r *Reader) documents(words []word) (found []index.Citation, self bool) {
	for i, w := range words {
		c, ok := r.documentAt(words, i)
		if !ok {
			continue
		}
		words[i].use = taken
		if c.Number == r.planNumber && !strings.Contains(w.Folded, ".") {
			self = true
			continue
		}
		if !slices.ContainsFunc(found, func(f index.Citation) bool { return f.Number == c.Number && f.Type == c.Type }) {
			found = append(found, c)
		}
	}
	return found, self
}

// documentAt reads word i as the number of a document: by its form
// ("107/2020/nđ-cp") or by the type before it ("nghị định 107", "đề án 2709").
func (r *Reader) documentAt(words []word, i int) (index.Citation, bool) {
	number := words[i].Folded
	if !hasDigits(number) {
		return index.Citation{}, false
	}
	kind, from := typeBefore(words, i)
	if full := index.Citations(words[i].Toned); len(full) > 0 && full[0].Full == number {
		c := full[0]
		c.Type = citedType(kind)
		take(words[from:i])
		return c, true
	}
	if yearWord.MatchString(number) {
		return index.Citation{}, false // "kế hoạch 2024" is that of the year
	}
	head, year, dated := strings.Cut(number, "/")
	if !allDigits(head) || dated && !allDigits(year) || (kind == "" && head != r.planNumber) || len(head) > 5 {
		return index.Citation{}, false
	}
	take(words[from:i])
	return index.Citation{Type: citedType(kind), Number: head, Year: year}, true
}

// citedType is the type as units cite it: a "đề án" is what a decision approves
// and bears its number.
func citedType(kind string) string {
	if kind == "de an" {
		return "quyet dinh"
	}
	return kind
}

// typeBefore finds the type of document named before word i and where it
// begins, "số" between them allowed.
func typeBefore(words []word, i int) (kind string, from int) {
	j := i
	if j > 0 && words[j-1].Folded == "so" {
		j--
	}
	for _, n := range []int{2, 4, 3} {
		if j >= n {
			if kind := joinFolded(words[j-n : j]); documentType.MatchString(kind) {
				return kind, j - n
			}
		}
	}
	return "", i
}

func joinFolded(words []word) string {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = vi.Fold(w.Folded)
	}
	return strings.Join(folded, " ")
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// topicPhrases hold words that would else be read as cues or filling: in
// "đúng hạn" nobody asks for a time.
func topicPhrases() *phrases[struct{}] {
	p := &phrases[struct{}]{}
	p.addLines(`
		đúng hạn, hạn chế, trễ hạn, trễ hẹn, quá hạn, chậm hạn, thời gian thực, sản phẩm tuyên truyền, chữ ký số, ký số, số hóa, chuyển đổi số, chính quyền số, kinh tế số, xã hội số, xã hội hóa, xã hội, nền tảng số, chỉ số,
		một cửa, cán bộ đầu mối, đầu mối kiểm soát, đầu mối trung gian, đầu mối tổ chức, phân cấp, ủy quyền, báo cáo quốc gia, hệ thống báo cáo, chế độ báo cáo, hệ thống thông tin báo cáo, thư điện tử, email công vụ, mail công vụ, thư công vụ,
		quy chế phối hợp, tổ chức phối hợp, kết quả phải trả, kiến nghị, làm việc, vị trí việc làm, nơi làm việc, trụ sở làm việc, phương tiện làm việc, môi trường làm việc, tổ chức bộ máy, bộ máy, tiến độ giải ngân, theo dõi tiến độ, đôn đốc tiến độ, khu phố, ấp, mức độ hài lòng,
		đơn vị sự nghiệp, không giấy, không phát sinh, bằng khen, văn bản điện tử, văn bản giấy, văn bản trái, văn bản quy phạm, cơ quan ngành dọc, con dấu, nội bộ, thủ tục nội bộ, bí mật, con người, việc làm, kết quả, làm đúng, tổ kiểm tra, xin lỗi, hội thi, học hỏi, đối thoại, hỏi đáp`, struct{}{})
	return p
}
