package question

import (
	"slices"
	"strings"
)

// actPhrases tell the acts, in the order in which they outweigh each other.
func actPhrases() *phrases[ActKind] {
	p := &phrases[ActKind]{}
	p.addLines(`không phải việc của, không phải là việc của, không phải việc, không phải nhiệm vụ của, không phải của, không phải trách nhiệm của, không thuộc trách nhiệm, không thuộc thẩm quyền, không thuộc, không liên quan, không phải phần của, không được giao, đâu phải việc của, chẳng phải việc của, giao nhầm, nhầm đơn vị, giao sai`, ActNotOurs)
	p.addLines(`giải trình, lý do chậm, lý do trễ, lý do chưa nộp, lý do quá hạn, chậm vì, trễ vì, chậm do, trễ do, chưa nộp vì, chưa nộp do, quá hạn vì, quá hạn do, chậm là do, trễ là do, chưa nộp được vì, chưa nộp được do, nộp chậm vì, nộp trễ vì, nộp chậm do, nộp trễ do, chậm là vì, chưa xong vì, chưa xong do`, ActExplain)
	p.addLines(`hoàn tác, chưa nộp, chưa xong, chưa gửi, chưa hoàn thành, chưa làm, bỏ đánh dấu, bấm nhầm, báo nhầm, ghi nhầm, nhấn nhầm, đánh dấu nhầm, rút lại, hủy báo nộp, hủy đã nộp, undo, thu hồi, xóa đã nộp, bỏ đã nộp, chưa có nộp, nói nhầm, gõ nhầm, chưa ký, chưa trình, chưa ban hành, chưa báo cáo, thì chưa, thì chưa có, chưa đâu, chưa nộp đâu, à chưa, ý chưa, ủa chưa, khoan chưa, chưa mới`, ActUndo)
	for _, verb := range []string{"bỏ", "xóa", "hủy", "rút", "gỡ", "sửa"} {
		for _, noun := range []string{"cái", "việc", "phần", "dòng", "chỗ", ""} {
			p.addLines(verb+" "+noun+" vừa ghi, "+verb+" "+noun+" vừa báo, "+verb+" "+noun+" vừa nộp, "+verb+" "+noun+" vừa rồi, "+verb+" "+noun+" vừa nhập", ActUndo)
		}
	}
	p.addLines(`nhắc lại, nhắc sau, nhắc tôi, nhắc em, nhắc mình, nhắc giùm, nhắc giúp, nhắc thêm, nhắc vào, nhắc trước, nhắc, để sau, hoãn nhắc, hoãn, lùi nhắc, báo lại, nhắc nhở, dời lời nhắc, dời nhắc, lát nhắc`, ActSnooze)
	p.addLines(`đề nghị giải trình, yêu cầu giải trình, đề nghị giải thích, yêu cầu giải thích, đề nghị báo cáo lý do, yêu cầu báo cáo lý do`, ActAskWhy)
	p.addLines(`ghi chú, thêm ghi chú, sửa ghi chú, ghi thêm, ghi kèm, ghi vào là, bổ sung ghi chú`, ActNote)
	p.addLines(`đã nộp, đã nộp xong, nộp rồi, nộp xong rồi, nộp xong, nộp luôn rồi, vừa nộp, mới nộp, cũng nộp, đã gửi, gửi rồi, vừa gửi, mới gửi, gửi xong, đã gởi, gởi rồi, đã xong, xong rồi, xong hết, xong luôn, đã hoàn thành, hoàn thành rồi, hoàn thành xong, vừa xong, mới xong, đã làm xong, làm xong rồi, làm xong, đã làm, làm rồi, đã báo cáo, báo cáo rồi, đã trình, trình rồi, đã ban hành, ban hành rồi, báo đã nộp, đánh dấu đã nộp, đánh dấu xong, ghi nhận đã nộp, báo nộp, done`, ActDone)
	return p
}

// weightOf orders the acts that one sentence may tell.
var weightOf = map[ActKind]int{ActDone: 1, ActSnooze: 2, ActUndo: 3, ActNote: 4, ActExplain: 5, ActAskWhy: 6, ActNotOurs: 7}

// toldAct is an act as its words tell it.
type toldAct struct {
	kind   ActKind
	behind int  // where its words end
	mixed  bool // it is said of one unit that it is done, and of another that it is not
}

// actOf finds the weightiest act that a sentence tells and takes the words of all.
func (r *Reader) actOf(words []word, raw string) (toldAct, bool) {
	var told toldAct
	done, undone := false, false
	for i := 0; i < len(words); {
		k, n := r.acts.longest(words, i)
		if n == 0 {
			i++
			continue
		}
		if k == ActDone && i > 0 && notDone(words[:i]) {
			return toldAct{}, false
		}
		if told.kind == "" || weightOf[k] > weightOf[told.kind] {
			told.kind = k
		}
		done, undone = done || k == ActDone, undone || k == ActUndo
		take(words[i : i+n])
		i += n
		told.behind = i
	}
	if told.kind == "" {
		if at := r.partedDone(words); at >= 0 {
			told.kind, told.behind = ActDone, at+1
		}
	}
	slip := slices.ContainsFunc(words, func(w word) bool { return w.oneOf("nhầm") })
	if told.kind == ActUndo && slip && mentions(words, "da", "nop") && !slices.ContainsFunc(words, func(w word) bool { return w.oneOf("chưa") }) && !mentions(words, "hoan", "tac") && mentionsAfter(words, "nhầm", "đã") {
		told.kind, done, undone = ActDone, true, false // "à nhầm, đã nộp"
	}
	if told.kind == ActUndo && !slip && slices.ContainsFunc(words[told.behind:], func(w word) bool { return w.oneOf("vì do bởi") }) {
		told.kind = ActExplain // "chưa nộp được 2.3 vì …"
	}
	told.mixed = done && (undone || mentions(words, "khong", "phai") || mentions(words, "chu", "chua") || mentions(words, "con", "chua"))
	if told.kind == "" || r.actAsked(told.kind, words, told.behind, raw) {
		return toldAct{}, false
	}
	return told, true
}

// notDone reports whether words make of what follows them something that is not
// done yet: "sắp nộp xong", "sau khi đã nộp".
func notDone(before []word) bool {
	last := before[len(before)-1]
	if last.oneOf("sắp sẽ gần định nếu khi mai phải cần nên cố kịp không nhờ muốn hãy đừng") {
		return true
	}
	return len(before) > 1 && (last.oneOf("là bị") && before[len(before)-2].oneOf("coi xem nếu") || mentions(before[len(before)-2:], "chuan", "bi") || mentions(before[len(before)-2:], "du", "kien"))
}

// mentionsAfter reports whether one word stands behind another.
func mentionsAfter(words []word, first, second string) bool {
	at := slices.IndexFunc(words, func(w word) bool { return w.oneOf(first) })
	return at >= 0 && slices.ContainsFunc(words[at:], func(w word) bool { return w.oneOf(second) })
}

// partedDone reads "nộp … rồi", "nộp … hôm qua", the place of its verb, -1 where
// there is none.
func (r *Reader) partedDone(words []word) int {
	verb := slices.IndexFunc(words, func(w word) bool { return w.oneOf("nộp gửi gởi xong") })
	if verb > 0 && (mentions(words[:verb], "danh", "dau") || mentions(words[:verb], "ghi", "nhan")) {
		return verb // "đánh dấu 6.3 xong"
	}
	if verb < 0 || verb > 0 && words[verb-1].oneOf("phải cần hạn để được chưa") {
		return -1
	}
	for i := verb + 1; i < len(words); i++ {
		if words[i].oneOf("rồi") || i+1 < len(words) && words[i].oneOf("hôm") && words[i+1].oneOf("qua kia nay") {
			return verb
		}
	}
	if verb > 0 && slices.ContainsFunc(words[:verb], func(w word) bool { return w.oneOf("đã") }) {
		return verb // "đã … nộp"
	}
	return -1
}

// actAsked reports whether a sentence asks for something rather than does it:
// "đã nộp 1.14 chưa", "ai đã nộp", "việc nào chưa nộp".
func (r *Reader) actAsked(kind ActKind, words []word, last int, raw string) bool {
	if asksForThing(words) || mentions(words, "khi", "nao") {
		return true
	}
	tail := words[min(last, len(words)):]
	if mentions(tail, "duoc", "khong") || mentions(tail, "duoc", "chu") {
		return kind != ActSnooze
	}
	if body, found := cutTail(words); found && len(body) > 0 {
		return true
	}
	for i, w := range tail {
		if w.oneOf("chưa") && len(tail)-i <= 3 && kind == ActDone {
			return true
		}
	}
	return strings.HasSuffix(strings.TrimSpace(raw), "?") && kind != ActSnooze
}
