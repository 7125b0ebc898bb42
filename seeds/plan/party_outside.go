package plan

import "strings"

// conditions are words that restrict a party to those concerned, so that no
// member of it can be told from the text.
var conditions = keyPhrases("có liên quan", "liên quan", "được giao", "được mời", "theo phân công", "nếu có")

// remarks are beginnings of cells that say how, not who.
var remarks = keyPhrases("triển khai thực hiện", "thực hiện")

// bodyNouns begin the name of a body of whatever kind, and tell that words
// outside the register mean a party.
var bodyNouns = keyPhrases(bodyNames...)

var bodyNames = []string{
	"cơ quan", "đơn vị", "tổ chức", "doanh nghiệp", "hiệp hội", "hội", "đoàn thể", "đoàn", "tổ",
	"sở", "ban", "ngành", "phòng", "văn phòng", "trung tâm", "chi nhánh", "chi cục", "cục", "tổng cục",
	"viện", "trường", "học viện", "bệnh viện", "công ty", "tổng công ty", "ngân hàng", "kho bạc",
	"báo", "đài", "bộ", "chính phủ", "tòa án", "thanh tra", "công an", "bộ tư lệnh", "ubnd", "hđnd",
	"ủy ban", "hội đồng", "ban chỉ đạo", "bcđ", "mttq", "đảng ủy", "thành ủy", "quận ủy", "huyện ủy",
	"thường trực", "liên đoàn", "công đoàn", "quận", "huyện", "phường", "xã", "thị trấn", "khu phố",
	"cấp", "các cấp", "địa phương", "chủ đầu tư", "bảo hiểm xã hội", "bhxh", "thành viên",
	"chi bộ", "đảng bộ", "trạm", "bưu điện", "khoa", "bộ phận", "thôn", "mặt trận", "xã đoàn", "thành đoàn", "tỉnh đoàn",
	"nhà trường", "liên minh", "liên hiệp", "nhóm",
}

// agencyNouns begin the names of agencies of the city and its districts, all
// of which the register must know.
var agencyNouns = keyPhrases(
	"sở", "ban quản lý", "cục", "chi cục",
	"ubnd quận", "ubnd huyện", "ubnd thị xã", "ubnd thành phố",
)

// conditionIn finds a condition in the words and where it begins.
func conditionIn(words []Word) (int, bool) {
	for i := range words {
		if phraseLen(words[i:], conditions) > 0 {
			return i, true
		}
	}
	return 0, false
}

// isRemark reports whether the words say how, not who.
func isRemark(words []Word) bool { return phraseLen(words, remarks) > 0 }

// namesBody reports whether the words begin as the name of a body does: with a
// lead-in, a title or "các" at most before the kind of body.
func namesBody(words []Word) bool {
	words = words[phraseLen(words, leadIns):]
	if phraseLen(words, headTitles) > 0 {
		return true
	}
	if len(words) > 0 && words[0].Key == "cac" {
		words = words[1:]
	}
	return phraseLen(words, bodyNouns) > 0
}

// Describes reports whether words mean several bodies by what they have in
// common, as "Thanh tra các sở" does: no register can hold them.
func (r *Register) Describes(words string) bool {
	s := r.newScan(words)
	for i, w := range s.words {
		if w.Key == "cac" || w.Key == "nhung" {
			return true
		}
		if target, _ := r.phrases.longest(s.words[i:]); target != nil && target.group != "" {
			return true
		}
	}
	_, conditional := conditionIn(s.words)
	return conditional
}

// checkAgency notes words from i to end that have the form of an agency, which
// the register ought to know then.
func (s *partyScan) checkAgency(i, end int, proper bool) {
	if s.isAgency(i, end, proper) {
		s.unknown = append(s.unknown, s.slice(i, end))
	}
}

// isAgency reports whether a head's title or the kind of an agency begins the
// words from i to end. Where they merely follow a party, or mean only those
// concerned, the agency must have a proper name.
func (s *partyScan) isAgency(i, end int, proper bool) bool {
	i += phraseLen(s.words[i:end], leadIns)
	body := i + phraseLen(s.words[i:end], headTitles)
	name := body + phraseLen(s.words[body:end], agencyNouns)
	if proper {
		return body < name && name < end && s.words[name].capital
	}
	if i == name {
		return false
	}
	_, isWard := s.register.Ward(s.slice(i, end))
	return !isWard
}

// deliverables begin as the name of a body does, and name none.
var deliverables = keyPhrases(
	"báo cáo", "hội nghị", "hội thảo", "hội thi", "ban hành", "bộ tài liệu", "bộ tiêu chí", "bộ chỉ số", "bộ hồ sơ", "bộ câu hỏi",
	"bộ thủ tục", "bộ máy", "phòng chống", "vụ việc", "nhóm nhiệm vụ",
)

// organise is what is done with a meeting, unless it names one of societies.
var (
	organise  = keyPhrases("tổ chức")
	societies = keyPhrases("tổ chức chính trị", "tổ chức xã hội", "tổ chức đoàn thể", "tổ chức đảng", "tổ chức tín dụng", "tổ chức kinh tế", "tổ chức cán bộ")
)

// bodyStarts are the first words of names of bodies with their marks: "Sở" begins
// one, "Số hóa" does not.
var bodyStarts = makeBodyStarts()

func makeBodyStarts() map[string]bool {
	starts := map[string]bool{}
	for _, name := range append(bodyNames, "vụ", "quỹ", "thuế", "ấp", "hạt", "các", "những", "vp", "tt", "bql", "bch", "p", "uỷ", "toà",
		"thủ trưởng", "phó", "giám đốc", "hiệu trưởng", "chủ tịch", "chủ nhiệm", "trưởng", "bí thư", "chánh") {
		first, _, _ := strings.Cut(name, " ")
		starts[first] = true
	}
	return starts
}

// NamesBody reports whether words begin as the name of a body does, whether any
// register knows it or not.
func NamesBody(text string) bool {
	text = CleanText(text)
	words := WordsOf(text)
	words = words[phraseLen(words, leadIns):]
	if len(words) == 0 || phraseLen(words, deliverables) > 0 || phraseLen(words, organise) > 0 && phraseLen(words, societies) == 0 {
		return false
	}
	first, _, _ := strings.Cut(text[words[0].start:words[0].End], " ")
	if !bodyStarts[strings.ToLower(first)] {
		return false
	}
	_, kind := kindOf(words)
	return namesBody(words) || kind > 0 || len(words) > 1 && bodyStarts[words[0].Key]
}
