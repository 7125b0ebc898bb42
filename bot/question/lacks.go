package question

import (
	"strings"

	"cchcbot/index"
)

// lackPhrases say that a unit does not state something: "không ghi thời hạn",
// "chưa có cơ quan phối hợp".
func lackPhrases() *phrases[index.Fact] {
	p := &phrases[index.Fact]{}
	for fact, nouns := range map[index.Fact]string{
		index.FactDeadline: "thời hạn, hạn, hạn nộp, hạn chót, hạn cuối, hạn hoàn thành, thời gian, thời gian hoàn thành, thời gian thực hiện, ngày hoàn thành, mốc thời gian, mốc, deadline, ngày tháng, thời điểm",
		index.FactSupport:  "cơ quan phối hợp, đơn vị phối hợp, bên phối hợp, ai phối hợp, đơn vị nào phối hợp, cơ quan nào phối hợp, sở nào phối hợp, người phối hợp, phối hợp với ai, đơn vị nào cùng làm",
		index.FactLead:     "cơ quan chủ trì, đơn vị chủ trì, ai chủ trì, đơn vị nào chủ trì, người chủ trì, ai phụ trách",
		index.FactProduct:  "sản phẩm, kết quả đầu ra, đầu ra",
		index.FactTarget:   "chỉ tiêu, con số, tỷ lệ",
	} {
		for noun := range strings.SplitSeq(nouns, ", ") {
			for _, no := range []string{"không", "chưa"} {
				for _, verb := range []string{"có", "ghi", "nêu", "ghi rõ", "nêu rõ", "quy định", "quy định rõ", "xác định", "thấy", "thấy ghi", "thấy nêu", "ấn định", "đặt", "cần", "đề", "in", "rõ"} {
					p.add(no+" "+verb+" "+noun, fact)
				}
			}
			for _, no := range []string{"thiếu", "bỏ trống", "để trống", "trống", "vắng", "không có ghi", "không hề có", "không hề ghi"} {
				p.add(no+" "+noun, fact)
			}
		}
	}
	for _, said := range []string{"không hạn", "không thời hạn", "chưa hạn", "không deadline", "không mốc thời gian"} {
		p.add(said, index.FactDeadline)
	}
	return p
}
