package question

import (
	"regexp"
	"slices"
	"strings"

	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// mention is a place in the sentence where an agency, or a group of them, is
// named.
type mention struct {
	from, to int
	agency   plan.Agency
	others   []plan.Agency // further agencies of the same name
	speaker  bool          // it is the asker's own
}

// agencyNames enters every name, alias and head of the register, and the names
// of groups: a group stands as an agency of its own name.
func agencyNames(register *plan.Register, abbreviations index.Abbreviations) *phrases[[]plan.Agency] {
	byName := map[string][]plan.Agency{}
	var order []string
	enter := func(name string, a plan.Agency) {
		if _, ok := byName[name]; !ok {
			order = append(order, name)
		}
		if !slices.ContainsFunc(byName[name], func(b plan.Agency) bool { return b.ID == a.ID }) {
			byName[name] = append(byName[name], a)
		}
	}
	for _, a := range register.Agencies() {
		for _, name := range append([]string{a.Name, a.Head}, a.Aliases...) {
			enter(name, a)
			if strings.HasPrefix(a.ID, "ubnd-") && !strings.HasPrefix(name, "UBND") && strings.Contains(name, " ") {
				enter("UBND "+name, a)
			}
			if trade, ok := strings.CutPrefix(name, "Sở "); ok {
				enter("bên "+trade, a) // "bên Nội vụ"
			}
			if short := strings.TrimSuffix(name, " Thành phố"); strings.Count(short, " ") > 0 && !topicNames[short] {
				enter(short, a)
			}
		}
	}
	for _, g := range register.Groups() {
		a := register.Stand(g)
		for _, name := range append([]string{g.Name, g.Head}, g.Aliases...) {
			enter(name, a)
			if bare := strings.TrimPrefix(name, "các "); strings.Contains(g.Head, "UBND") && strings.Contains(bare, " ") && !strings.Contains(name, "UBND") && !strings.HasPrefix(name, "Chủ tịch") {
				for _, head := range []string{"UBND ", "UBND các ", "Chủ tịch UBND ", "Chủ tịch UBND các ", "Chủ tịch "} {
					enter(head+bare, a)
				}
			}
		}
	}
	p := &phrases[[]plan.Agency]{}
	for _, name := range order {
		p.add(name, byName[name])
		p.addWords(index.Words(name, abbreviations), byName[name])
	}
	return p
}

// spokenGroups are names of groups that people use and documents do not. They
// name somebody only in a question for duties: "đi kiểm tra các sở" does not.
var spokenGroups = map[string][]string{
	"quan-thu-duc": {"các quận", "16 quận", "mười sáu quận"},
	"phuong-xa":    {"các phường", "các xã", "UBND phường", "UBND xã", "UBND thị trấn", "UBND phường xã", "chủ tịch phường", "chủ tịch xã", "Chủ tịch UBND phường", "Chủ tịch UBND xã"},
	"so-ban-nganh": {"các sở", "các sở ngành"},
}

func spokenGroupNames(abbreviations index.Abbreviations) *phrases[string] {
	p := &phrases[string]{}
	for id, names := range spokenGroups {
		for _, name := range names {
			p.addWords(index.Words(name, abbreviations), id)
		}
	}
	return p
}

// topicNames are names that without "Thành phố" are rather something to do than
// somebody who does it; see nameLeft.
var topicNames = map[string]bool{"Thanh tra": true}

// nameLeft reads what is left of a question for an agency's duties as its name,
// where the name alone would rather be a topic: "thanh tra phải làm gì".
func (r *Reader) nameLeft(words []word, marked bool) (plan.Agency, bool) {
	for i := 0; i < len(words); {
		_, n := r.cues.longest(words, i)
		take(words[i : i+n])
		i += max(n, 1)
	}
	r.sift(words, marked)
	var left []word
	for _, w := range words {
		if w.use == topic || w.use == general {
			left = append(left, w)
		}
	}
	if len(left) == 0 || len(left) > 8 {
		return plan.Agency{}, false
	}
	for i := range words {
		if id, n := r.spokenGroups.longest(words, i); n > 0 {
			if g, ok := r.register.Group(id); ok {
				return r.register.Stand(g), true
			}
		}
	}
	if kind, n := r.ownKinds.longest(left, 0); n == len(left) {
		if g, ok := r.register.Group(kind); ok {
			return r.register.Stand(g), true // "phường phải làm gì"
		}
	}
	found := r.register.Find(spoken(left))
	if len(found) == 0 {
		return plan.Agency{}, false
	}
	take(left)
	return found[0], true
}

// unknownName is what is left of a question for an agency's duties where it has
// the form of an agency's name: "sở vũ trụ phải làm gì".
func unknownName(words []word) string {
	for i, w := range words {
		if w.use == taken || !w.oneOf("sở ban cục viện hội ủy quận huyện trung trường công chi") {
			continue
		}
		end := i + 1
		for end < len(words) && words[end].use != taken && !words[end].oneOf(afterName) {
			end++
		}
		if end > i+1 {
			return asTyped(words[i:end])
		}
	}
	return ""
}

// mentions finds the agencies that a sentence names and marks their words as
// taken.
func (r *Reader) mentions(words []word) []mention {
	var found []mention
	for i := 0; i < len(words); i++ {
		if words[i].use == taken {
			continue
		}
		m, ok := r.mentionAt(words, i)
		if !ok || m.isGroup() && r.saidWith(words, m) {
			continue
		}
		if m.isGroup() && m.to < len(words) && words[m.to].Folded == "nao" {
			take(words[m.from : m.to+1]) // "đoàn thể nào" asks for one
			i = m.to
			continue
		}
		m.from = r.withHead(words, m.from)
		m.speaker = speaks(words, m)
		take(words[m.from:m.to])
		found = append(found, m)
		i = m.to - 1
	}
	return found
}

// isGroup reports whether a whole group is named.
func (m mention) isGroup() bool { return slices.Contains(m.agency.Groups, m.agency.ID) }

// saidWith reports whether the words of a mention begin a phrase that goes on
// behind it: in "các huyện lên quận" nobody is addressed.
func (r *Reader) saidWith(words []word, m mention) bool {
	for i := m.from; i < m.to; i++ {
		if _, n := r.synonyms.longest(words, i); i+n > m.to {
			return true
		}
	}
	return false
}

// withHead moves the beginning of a mention before the title of a head:
// "thủ trưởng các sở ngành" is said of the departments.
func (r *Reader) withHead(words []word, from int) int {
	at := from
	if at > 0 && words[at-1].Folded == "cac" {
		at--
	}
	for _, head := range headTitles {
		if n := len(head); at >= n && joinFolded(words[at-n:at]) == strings.Join(head, " ") {
			return at - n
		}
	}
	return from
}

var headTitles = [][]string{{"thu", "truong"}, {"giam", "doc"}, {"chu", "tich"}, {"lanh", "dao"}, {"nguoi", "dung", "dau"}, {"cuc", "truong"}, {"chanh"}}

func (r *Reader) mentionAt(words []word, i int) (mention, bool) {
	agencies, length := r.agencies.longest(words, i)
	if ward, n := r.ward(words, i); n > length {
		if in, more := r.agencies.longest(words, i+n); more > 0 && slices.Contains(in[0].Groups, "quan-huyen") {
			n += more // "phường 5 quận 3" is one address
		}
		return mention{from: i, to: i + n, agency: ward}, true
	}
	if length == 0 || !r.names(words, i, length) {
		return mention{}, false
	}
	return mention{from: i, to: i + length, agency: agencies[0], others: agencies[1:]}, true
}

// names tells a name from words that only look like one: a bare "xã" or
// "quận", or a short form written with marks.
func (r *Reader) names(words []word, i, length int) bool {
	if length > 1 {
		return true
	}
	w := words[i]
	return len(w.Folded) > 2 || w.Folded[0] == 'q' && !r.quarterMeant(words, i)
}

// ward reads the name of a ward, commune or township by its form, as long as
// it goes.
func (r *Reader) ward(words []word, i int) (plan.Agency, int) {
	start := i
	for _, before := range []string{"chu tich", "uy ban nhan dan"} {
		if n := strings.Count(before, " ") + 1; start+n < len(words) && joinFolded(words[start:start+n]) == before {
			start += n
		}
	}
	if m := shortWard.FindStringSubmatch(words[start].Folded); m != nil {
		a, ok := r.register.Ward("phường " + m[1])
		if ok {
			return a, start + 1 - i
		}
	}
	kind := wardKinds[words[start].Folded]
	if kind == 0 || start+kind >= len(words) {
		return plan.Agency{}, 0
	}
	end := start + kind
	for end < len(words) && end < start+kind+wardWords && !r.endsName(words, end, end == start+kind) {
		end++
	}
	for ; end > start+kind; end-- {
		if a, ok := r.register.Ward(asTyped(words[start:end])); ok {
			return a, end - i
		}
	}
	return plan.Agency{}, 0
}

// wardKinds are the first words of kinds of wards, with the length of the kind
// in words; wardWords is the longest name.
var wardKinds = map[string]int{"phuong": 1, "xa": 1, "p": 1, "thi": 2, "dac": 2}

const wardWords = 4

// shortWard is a numbered ward as it is typed on a phone: "p5".
var shortWard = regexp.MustCompile(`^p\.?(\d{1,2})$`)

// Words that follow a name rather than belong to it, and those that cannot even
// begin one.
var (
	afterName = "phải làm có thì là được ở và của em trong năm bao gì nào ai khi nộp gửi gởi chủ phối theo để cho tại với thuộc quận huyện tp nhiệm trách chịu hạn khi chừng khác giống lại ngồi nằm nhau nhiều ít mà đều cũng nữa riêng"
	notName   = "phải làm thì là được ở và của em e tôi mình nào này gì ai nộp gửi gởi có cho đi cử đang bị để không chưa đã sẽ cũng còn thấy muốn hạn trong tháng quý đến tới do nếu khi xong bao mấy chừng lúc đâu sao thế vậy với và hay hoặc thuộc các những từ theo khác giống lại ngồi nằm nhau nhiều ít mà đều cũng nữa riêng"
)

// endsName reports whether a name that runs before place i is over. What first
// follows the kind is part of the name unless it cannot be: "thị trấn Cần
// Thạnh".
func (r *Reader) endsName(words []word, i int, first bool) bool {
	w := words[i]
	if _, n := r.synonyms.longest(words, i); n > 1 {
		return true
	}
	if _, n := r.cues.longest(words, i); n > 1 {
		return true // "ở phường, đơn vị nào phối hợp"
	}
	next := word{}
	if i+1 < len(words) {
		next = words[i+1]
	}
	switch {
	case first:
		return w.oneOf(notName)
	case w.Folded == "can":
		return next.oneOf(afterName)
	case w.Folded == "thanh" && next.Folded == "pho":
		return true
	}
	return w.oneOf(afterName)
}

// asTyped joins words with the marks that they were typed with.
func asTyped(words []word) string {
	typed := make([]string, len(words))
	for i, w := range words {
		typed[i] = w.Toned
		if w.typed != "" {
			typed[i] = w.typed
		}
	}
	return strings.Join(typed, " ")
}

// Words that tie a person to an office: "em đang làm ở …", "bên em là …".
var (
	pronouns = []string{"em", "e", "toi", "tui", "minh", "chi", "anh", "ben", "chung", "chau"}
	ties     = []string{
		"o", "ben", "la", "lam", "viec", "cong", "tac", "tai", "thuoc", "chuyen", "vien", "can", "bo", "cua", "dang", "phong", "van", "tu",
		"em", "e", "toi", "tui", "minh", "noi", "vu", "don", "vi", "co", "quan", "chuc", "lanh", "dao", "duoc", "phan", "vua", "moi", "cai", "cach", "hanh", "chinh", "uy", "ban", "nhan", "dan", "ve", "ct", "pho", "truong", "thu", "dau", "moi", "cchc", "ubnd",
	}
)

// speaks reports whether a mention is the asker's own agency: a pronoun stands
// just before it with nothing but ties between, or right behind it.
func speaks(words []word, m mention) bool {
	if m.to < len(words) && slices.Contains([]string{"em", "e", "toi", "tui", "minh"}, words[m.to].Folded) {
		return true
	}
	for i, tied := m.from-1, false; i >= 0 && m.from-i <= 8; i-- {
		w := words[i].Folded
		if slices.Contains(pronouns, w) && tied {
			return true
		}
		if !slices.Contains(ties, w) {
			return false
		}
		tied = tied || w == "o" || w == "la" || w == "thuoc" || w == "tai" || w == "ben" || w == "cua"
	}
	return false
}

// own finds "đơn vị em", "sở mình", "phường em": the asker's agency without
// its name. The group is told where the word tells it.
func (r *Reader) own(words []word) (group string, found bool) {
	for i := 2; i+1 < len(words); i++ {
		duty := words[i-1].oneOf("vụ việc phần")
		if duty && words[i].oneOf("của") && words[i+1].oneOf("em e tôi mình tui") {
			take(words[i : i+2]) // "nhiệm vụ của tôi"
			return "", true
		}
	}
	for i := 0; i+1 < len(words); i++ {
		kind, ok := r.ownKinds.longest(words[:len(words)-1], i)
		if ok == 0 {
			continue
		}
		next := words[i+ok].Folded
		if i+ok < len(words) && (slices.Contains([]string{"em", "e", "toi", "tui", "minh"}, next) || words[i+ok].Toned == "ta" || mentions(words[i+ok:min(i+ok+2, len(words))], "chung", "toi")) {
			take(words[i : i+ok+1])
			return kind, true
		}
	}
	return "", false
}

// ownKinds are the words for an office that a person calls their own, with the
// group that each tells.
func ownKinds() *phrases[string] {
	p := &phrases[string]{}
	p.addLines("đơn vị, cơ quan, bên, phòng", "")
	p.addLines("sở, ngành, sở ngành", "so-ban-nganh")
	p.addLines("quận, huyện, ubnd quận, ubnd huyện, ủy ban nhân dân quận", "quan-huyen")
	p.addLines("phường, xã, thị trấn, ubnd phường, ubnd xã, ủy ban nhân dân phường, ủy ban nhân dân xã", "phuong-xa")
	return p
}

// agencyQuery tells the search which agencies the topic names, with the words
// for them.
func (r *Reader) agencyQuery(mentions []mention, words []word) []index.Mention {
	asked := make([]index.Mention, 0, len(mentions))
	for _, m := range mentions {
		for _, a := range append([]plan.Agency{m.agency}, m.others...) {
			asked = append(asked, index.Mention{Agency: a, Words: r.nameInFull(a, words[m.from:m.to]), Speaker: m.speaker})
		}
	}
	return asked
}

// nameInFull is how documents write what a person calls an agency: short forms
// written out, a name of one short form replaced by the agency's own.
func (r *Reader) nameInFull(a plan.Agency, called []word) []index.Word {
	if len(called) < 2 {
		return index.Words(a.Name, r.abbreviations)
	}
	return index.Words(spoken(called), r.abbreviations)
}

// cityActs reports whether a sentence says that the city itself does something:
// it begins with "Thành phố", or says "của Thành phố", "do Thành phố".
func (r *Reader) cityActs(words []word) bool {
	begin := 0
	for n := 1; n > 0; begin += n {
		_, n = r.fillers.longest(words, begin)
		if begin < len(words) && words[begin].oneOf("thành") {
			break // filling as it is, "thành phố" acts
		}
	}
	for i := 0; i+1 < len(words); i++ {
		if words[i].Folded != "thanh" || words[i+1].Folded != "pho" || words[i].use == taken {
			continue
		}
		if i+2 < len(words) && words[i+2].oneOf("thủ hồ trực") {
			continue // Thủ Đức, Hồ Chí Minh, trực thuộc
		}
		if i == begin || words[i-1].oneOf("của do đợt khi việc mấy") {
			return true
		}
	}
	return false
}
