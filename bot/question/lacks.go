package question

import (
	"slices"
	"strings"

	"cchcbot/index"
)

// columns are the names of what a row states.
var columns = map[index.Fact]string{
	index.FactDeadline: "thời hạn, hạn, hạn nộp, hạn chót, hạn cuối, hạn hoàn thành, thời gian, thời gian hoàn thành, thời gian thực hiện, ngày hoàn thành, mốc thời gian, mốc, deadline, ngày tháng, thời điểm",
	index.FactSupport:  "phối hợp, cơ quan phối hợp, đơn vị phối hợp, bên phối hợp, ai phối hợp, đơn vị nào phối hợp, cơ quan nào phối hợp, sở nào phối hợp, người phối hợp, phối hợp với ai, đơn vị nào cùng làm",
	index.FactLead:     "chủ trì, cơ quan chủ trì, đơn vị chủ trì, ai chủ trì, đơn vị nào chủ trì, người chủ trì, ai phụ trách",
	index.FactProduct:  "sản phẩm, kết quả đầu ra, đầu ra",
	index.FactTarget:   "chỉ tiêu, con số, tỷ lệ",
}

// Words that say that a column is empty, before its name and behind it.
const (
	emptyVerbs  = "có, ghi, nêu, ghi rõ, nêu rõ, quy định, quy định rõ, xác định, thấy, thấy ghi, thấy nêu, ấn định, đặt, cần, đề, in, rõ, điền, có ghi, hề có, hề ghi, có tên"
	emptyBefore = "thiếu, vắng, khuyết, bỏ trống, để trống"
	emptyBehind = "bỏ trống, để trống, còn trống, bị bỏ trống, không ghi gì, không có gì, không ghi ai, không có ai, chưa có ai, không điền gì, không điền"
)

// lackPhrases say that a unit does not state something: "không ghi thời hạn", "bỏ
// trống ô thời gian", "cột phối hợp để trống".
func lackPhrases() *phrases[index.Fact] {
	p := &phrases[index.Fact]{}
	for fact, nouns := range columns {
		for noun := range strings.SplitSeq(nouns, ", ") {
			for _, name := range []string{noun, "cột " + noun, "ô " + noun} {
				for verb := range strings.SplitSeq(emptyVerbs, ", ") {
					p.add("không "+verb+" "+name, fact)
					p.add("chưa "+verb+" "+name, fact)
				}
				for empty := range strings.SplitSeq(emptyBefore, ", ") {
					p.add(empty+" "+name, fact)
				}
				for empty := range strings.SplitSeq(emptyBehind, ", ") {
					p.add(name+" "+empty, fact)
				}
			}
		}
	}
	p.addLines("không hạn, không thời hạn, chưa hạn, không deadline, không mốc thời gian", index.FactDeadline)
	return p
}

// columnPhrases name the columns as such: "cột thời gian".
func columnPhrases() *phrases[index.Fact] {
	p := &phrases[index.Fact]{}
	for fact, nouns := range columns {
		for noun := range strings.SplitSeq(nouns, ", ") {
			p.add("cột "+noun, fact)
			p.add("ô "+noun, fact)
		}
	}
	return p
}

// columns reads what is said of the columns of a row: that one is empty, or that
// a time is written in one. What units do not state is a condition.
func (c *composer) columns() {
	about := &c.q.About
	for i := 0; i < len(c.words); i++ {
		if fact, n := c.lackPhrases.longest(c.words, i); n > 0 && c.free(i, n) {
			if _, often := c.recurrences.longest(c.words, i); often <= n {
				about.Lacks = append(about.Lacks, fact)
				take(c.words[i : i+n])
			}
			i += n - 1
			continue
		}
		fact, n := c.columnNames.longest(c.words, i)
		if n == 0 || !c.free(i, n) {
			continue
		}
		if at := c.blankBehind(i + n); at > 0 { // "cột phối hợp của việc nào để trống"
			about.Lacks = append(about.Lacks, fact)
			take(c.words[i : i+n])
			take(c.words[at : at+2])
			continue
		}
		which := i+n < len(c.words) && c.words[i+n].oneOf("nào")
		if which {
			c.add(AskList)
			n++
		}
		if about.Stated = about.Stated || fact == index.FactDeadline; which || about.Stated {
			take(c.words[i : i+n])
		}
	}
	slices.Sort(about.Lacks)
	about.Lacks = slices.Compact(about.Lacks)
}

// blankBehind finds "để trống" anywhere behind i, 0 for nowhere.
func (c *composer) blankBehind(i int) int {
	for ; i+1 < len(c.words); i++ {
		if c.words[i].oneOf("để bỏ còn") && c.words[i+1].oneOf("trống trắng") {
			return i
		}
	}
	return 0
}
