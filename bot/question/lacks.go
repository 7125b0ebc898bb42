package question

import (
	"slices"

	"cchcbot/index"
)

// columnPhrases are the names of what a row states.
func columnPhrases() *phrases[index.Fact] {
	p := &phrases[index.Fact]{}
	p.addLines(`thời hạn, hạn, hạn nộp, hạn chót, hạn cuối, hạn hoàn thành, thời gian, thời gian hoàn thành, thời gian thực hiện, ngày hoàn thành, mốc thời gian, mốc, deadline, ngày tháng, thời điểm`, index.FactDeadline)
	p.addLines(`phối hợp, cơ quan phối hợp, đơn vị phối hợp, bên phối hợp, ai phối hợp, đơn vị nào phối hợp, cơ quan nào phối hợp, sở nào phối hợp, người phối hợp, phối hợp với ai, đơn vị nào cùng làm`, index.FactSupport)
	p.addLines(`chủ trì, cơ quan chủ trì, đơn vị chủ trì, ai chủ trì, đơn vị nào chủ trì, người chủ trì, ai phụ trách`, index.FactLead)
	p.addLines(`sản phẩm, kết quả đầu ra, đầu ra`, index.FactProduct)
	p.addLines(`chỉ tiêu, con số, tỷ lệ`, index.FactTarget)
	return p
}

// Words around the name of a column.
const (
	columnNouns = "cột ô"
	emptyVerbs  = "có ghi nêu rõ quy định xác thấy ấn đặt cần đề in hề được cho điền"
	emptyEnds   = "gì ai chi nội cả đơn cơ"
)

// columns reads what is said of the columns of a row: that one is empty, or that
// a time is written in one. What units do not state is a condition.
func (c *composer) columns() {
	about := &c.q.About
	for i := 0; i < len(c.words); i++ {
		if fact, n := c.lackAt(i); n > 0 && c.free(i, n) {
			if !slices.Contains(about.Lacks, fact) {
				about.Lacks = append(about.Lacks, fact)
			}
			take(c.words[i : i+n])
			i += n - 1
			continue
		}
		fact, n := c.columnAt(i)
		if n == 0 || !c.words[i].oneOf(columnNouns) || !c.free(i, n) {
			continue
		}
		if at, m := c.blankBehind(i + n); m > 0 { // "cột phối hợp của việc nào để trống"
			about.Lacks = append(about.Lacks, fact)
			take(c.words[i : i+n])
			take(c.words[at : at+m])
			continue
		}
		which := i+n < len(c.words) && c.words[i+n].oneOf("nào")
		if which {
			c.add(AskList)
			n++
		}
		if fact == index.FactDeadline || which {
			about.Stated = about.Stated || fact == index.FactDeadline
			take(c.words[i : i+n])
		}
	}
}

// columnAt is the name of a column at i, with or without the word for a column.
func (c *composer) columnAt(i int) (fact index.Fact, n int) {
	at := i
	for at < len(c.words) && c.words[at].oneOf(columnNouns+" tên phần") && at < i+2 {
		at++
	}
	if fact, n = c.columnNames.longest(c.words, at); n > 0 {
		n += at - i
	}
	return fact, n
}

// lackAt reads that a column is empty: "không ghi thời hạn", "bỏ trống ô thời
// gian", "cột phối hợp để trống".
func (c *composer) lackAt(i int) (index.Fact, int) {
	if fact, n := c.emptyBefore(i); n > 0 {
		return fact, n
	}
	fact, n := c.columnAt(i)
	if n == 0 {
		return "", 0
	}
	if m := c.emptyAt(i + n); m > 0 {
		return fact, n + m
	}
	return "", 0
}

// emptyBefore reads words for emptiness at i with the column behind them.
func (c *composer) emptyBefore(i int) (index.Fact, int) {
	at := i + c.blank(i)
	denied := at == i && c.words[i].oneOf("không chưa")
	switch {
	case denied:
		at++
		for at < len(c.words) && c.words[at].oneOf(emptyVerbs) {
			at++
		}
	case at == i && c.words[i].oneOf("thiếu vắng khuyết"):
		at++
	case at == i:
		return "", 0
	}
	fact, n := c.columnAt(at)
	if _, often := c.recurrences.longest(c.words, i); n == 0 || often > at+n-i || denied && at == i+1 && (fact != index.FactDeadline || c.words[at].oneOf("thời") && c.words[at+1].oneOf("gian")) {
		return "", 0
	}
	return fact, at + n - i
}

// emptyAt is the length of words behind a column that say that it is empty.
func (c *composer) emptyAt(i int) int {
	at := i
	for at < len(c.words) && c.words[at].oneOf("bị thì đang lại được") {
		at++
	}
	if n := c.blank(at); n > 0 {
		return at + n - i
	}
	if at >= len(c.words) || !c.words[at].oneOf("không chưa") {
		return 0
	}
	verbs := at + 1
	for verbs < len(c.words) && c.words[verbs].oneOf(emptyVerbs) {
		verbs++
	}
	if verbs == at+1 || verbs < len(c.words) && !c.words[verbs].oneOf(emptyEnds) {
		return 0
	}
	return verbs - i
}

// blankBehind finds words for emptiness anywhere behind i.
func (c *composer) blankBehind(i int) (at, n int) {
	for ; i < len(c.words); i++ {
		if n := c.blank(i); n > 0 {
			return i, n
		}
	}
	return i, 0
}

// blank is the length of "để trống", "bỏ trống", "còn trống", "trống" at i.
func (c *composer) blank(i int) int {
	switch {
	case i >= len(c.words):
		return 0
	case c.words[i].oneOf("để bỏ còn") && i+1 < len(c.words) && c.words[i+1].oneOf("trống trắng"):
		return 2
	case c.words[i].Marked() && c.words[i].oneOf("trống"):
		return 1
	}
	return 0
}
