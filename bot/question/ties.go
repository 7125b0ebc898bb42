package question

import "slices"

// tiePhrases stand around the conditions of a set and say nothing besides: "có mốc
// quý II", "được ghi ở cột chủ trì". They are no topic where a set is asked for.
func tiePhrases() *phrases[tie] {
	p := &phrases[tie]{}
	p.addLines(`có mốc, mốc, mốc thời gian, cột mốc, có mốc thời gian, ghi mốc, mốc hạn`, tieStated)
	p.addLines(`hạn, có hạn, thời hạn, đến hạn, tới hạn, hết hạn, có thời hạn, thời hạn trong, phải xong, cần xong, xong, phải hoàn thành, hoàn thành, hoàn tất, phải nộp, cần nộp, rơi vào, kết thúc, thời gian hoàn thành, thời gian, kéo dài, kéo sang, kéo dài sang, kéo dài tới, kéo dài đến, chứ không chỉ, không chỉ, đáo hạn, chốt, phải chốt`, tieTime)
	p.addLines(`nhịp, theo nhịp, chu kỳ, theo chu kỳ, tần suất, lặp lại, phải làm, làm`, tieRecurs)
	p.addLines(`cột, ở cột, trong cột, cột chủ trì, cột phối hợp, cột thời gian, cột thời hạn, cột sản phẩm, vai trò, tổng cộng, tổng số, số việc, số nhiệm vụ, số lượng, kể hết, kể ra, trong số, trong đó, trong các việc, trong những việc, trong các nhiệm vụ, trong những nhiệm vụ, trong phụ lục, thuộc phụ lục, của phụ lục, trong kế hoạch, của kế hoạch, theo kế hoạch, trong kế hoạch này, là những nhiệm vụ nào, là nhiệm vụ nào, đồng thời, cùng lúc, cùng, cùng có tên, thuộc về, giao, được giao, được phân công, tham gia, có tham gia, dính dáng, liên quan, có liên quan, ghi, có ghi, được ghi, người khác, đơn vị khác, cơ quan khác, ai khác, bên khác, sở khác, từng việc, mỗi việc, từng nhiệm vụ, mỗi nhiệm vụ`, tieAny)
	p.addLines(`dẫn, có dẫn, viện dẫn, dẫn chiếu, nhắc, nhắc tới, nhắc đến, có nhắc, có nhắc tới, có nhắc đến, nêu, nêu tên, có nêu, đề cập, đề cập đến, đề cập tới, dựa vào, dựa trên, căn cứ, căn cứ vào, theo`, tieCites)
	return p
}

// tie is to what a phrase belongs.
type tie int

const (
	tieAny    tie = iota
	tieTime       // to a time or a recurrence
	tieRecurs     // to a recurrence
	tieStated     // to a time that is written
	tieCites      // to a document
)

// ties takes the words around the conditions of a set.
func (c *composer) ties() {
	if !c.q.Set() {
		return
	}
	covered := c.covered()
	about := &c.q.About
	timed := len(about.Windows) > 0 || slices.Contains(about.Lacks, "deadline")
	for i := 0; i < len(c.words); {
		t, n := c.tieWords.longest(c.words, i)
		meant := t == tieAny && c.conditioned() || t == tieCites && (len(about.Documents) > 0 || about.Stated) || t == tieRecurs && about.Recurs != "" || (t == tieTime || t == tieStated) && (timed || about.Recurs != "" || c.q.Asked(AskFirst) || c.q.Asked(AskLast))
		if n == 0 || !meant || covered[i] || c.bound(i) && n == 1 || n > 1 && c.bound(i+n-1) && !c.pairWithin(i, n) {
			i++
			continue
		}
		if t == tieStated {
			about.Stated = true
		}
		take(c.words[i : i+n])
		i += n
	}
	for i := range c.words {
		if n := c.lotCounted(i); n > 0 {
			take(c.words[i : i+n])
		}
	}
}

// namesTasks reports whether a sentence begins with tasks as such: "các việc của A
// có hạn quý I".
func (c *composer) namesTasks() bool {
	for i, w := range c.words {
		if w.oneOf("việc") || w.oneOf("nhiệm") && i+1 < len(c.words) && c.words[i+1].oneOf("vụ") {
			return true
		}
		if _, n := c.fillers.longest(c.words, i); n == 0 {
			return false
		}
	}
	return false
}

// pairWithin reports whether the last word of a stretch is bound to the one before
// it rather than to what follows.
func (c *composer) pairWithin(i, n int) bool {
	last := i + n - 1
	return last+1 >= len(c.words) || c.words[last+1].use == taken || !c.boundPair(c.words[last].Folded, c.words[last+1].Folded)
}

// conditioned reports whether units are asked for by more than a topic.
func (c *composer) conditioned() bool {
	a := c.q.About
	return len(a.Parties) > 0 || len(a.Windows) > 0 || a.Recurs != "" || len(a.Lacks) > 0 || a.Heading != nil || len(a.Product) > 0 || len(a.Documents) > 0 || a.Cites
}

// lotCounted is the length of a number of tasks that a set is taken from: "hai
// việc" in "trong hai việc của A, việc nào …".
func (c *composer) lotCounted(i int) int {
	value, n := wholeNumber(c.words[i:])
	if n == 0 || value < 2 || !c.free(i, n) || i+n >= len(c.words) || i > 0 && c.words[i-1].oneOf("số vụ việc thứ") {
		return 0
	}
	switch {
	case c.words[i+n].oneOf("việc mục đầu"):
		return n + 1
	case c.words[i+n].oneOf("nhiệm") && i+n+1 < len(c.words):
		return n + 2
	}
	return 0
}
