package plan

// conditions are words that restrict a party to those concerned, so that no
// member of it can be told from the text.
var conditions = keyPhrases("có liên quan", "liên quan", "được giao", "được mời", "theo phân công", "nếu có")

// remarks are beginnings of cells that say how, not who.
var remarks = keyPhrases("triển khai thực hiện", "thực hiện")

// bodyNouns begin the name of a body of whatever kind, and tell that words
// outside the register mean a party.
var bodyNouns = keyPhrases(
	"cơ quan", "đơn vị", "tổ chức", "doanh nghiệp", "hiệp hội", "hội", "đoàn thể", "đoàn", "tổ",
	"sở", "ban", "ngành", "phòng", "văn phòng", "trung tâm", "chi nhánh", "chi cục", "cục", "tổng cục",
	"viện", "trường", "học viện", "bệnh viện", "công ty", "tổng công ty", "ngân hàng", "kho bạc",
	"báo", "đài", "bộ", "chính phủ", "tòa án", "thanh tra", "công an", "bộ tư lệnh", "ubnd", "hđnd",
	"ủy ban", "hội đồng", "ban chỉ đạo", "bcđ", "mttq", "đảng ủy", "thành ủy", "quận ủy", "huyện ủy",
	"thường trực", "liên đoàn", "công đoàn", "quận", "huyện", "phường", "xã", "thị trấn", "khu phố",
	"cấp", "các cấp", "địa phương", "chủ đầu tư", "bảo hiểm xã hội", "bhxh", "thành viên",
)

// conditionIn finds a condition in the words and where it begins.
func conditionIn(words []word) (int, bool) {
	for i := range words {
		if phraseLen(words[i:], conditions) > 0 {
			return i, true
		}
	}
	return 0, false
}

// isRemark reports whether the words say how, not who.
func isRemark(words []word) bool { return phraseLen(words, remarks) > 0 }

// namesBody reports whether the words begin as the name of a body does: with a
// lead-in, a title or "các" at most before the kind of body.
func namesBody(words []word) bool {
	words = words[phraseLen(words, leadIns):]
	if phraseLen(words, headTitles) > 0 {
		return true
	}
	if len(words) > 0 && words[0].key == "cac" {
		words = words[1:]
	}
	return phraseLen(words, bodyNouns) > 0
}
