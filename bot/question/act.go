package question

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// ActKind is what a person does about duties.
type ActKind string

// The acts.
const (
	ActDone    ActKind = "done"    // tells that it is delivered
	ActUndo    ActKind = "undo"    // takes that back
	ActSnooze  ActKind = "snooze"  // wants to be reminded again
	ActNotOurs ActKind = "notours" // tells that it is no duty of the agency
	ActExplain ActKind = "explain" // tells why it is late
)

// Act is what was said to be done about duties. Nothing is done by reading it. What
// was not said is zero: no number means the unit in focus.
type Act struct {
	Kind      ActKind
	Places    []Place // units by number, in the order in which they stand
	All       bool    // of all that is in focus
	Agency    *plan.Agency
	Own       bool      // the asker's own agency, without its name
	Periods   []Window  // of which occurrences, for recurring duties
	Day       plan.Date // on which it was delivered, or on which to remind
	Days      int       // in so many days to remind
	BeforeDue int       // so many days before the due date to remind
	Problem   *Window   // a time that cannot be, or was not understood: nothing may be recorded
	Link      string    // an address that was given along
	Words     string    // the note or the reason, as typed
}

// actPhrases tell the acts, in the order in which they outweigh each other.
func actPhrases() *phrases[ActKind] {
	p := &phrases[ActKind]{}
	p.addLines(`không phải việc của, không phải là việc của, không phải việc, không phải nhiệm vụ của, không phải của, không phải trách nhiệm của, không thuộc trách nhiệm, không thuộc thẩm quyền, không thuộc, không liên quan, không phải phần của, không được giao, đâu phải việc của, chẳng phải việc của, giao nhầm, nhầm đơn vị, giao sai`, ActNotOurs)
	p.addLines(`giải trình, lý do chậm, lý do trễ, lý do chưa nộp, lý do quá hạn, chậm vì, trễ vì, chậm do, trễ do, chưa nộp vì, chưa nộp do, quá hạn vì, quá hạn do, chậm là do, trễ là do, chưa nộp được vì, chưa nộp được do, nộp chậm vì, nộp trễ vì, nộp chậm do, nộp trễ do, chậm là vì, chưa xong vì, chưa xong do`, ActExplain)
	p.addLines(`hoàn tác, chưa nộp, chưa xong, chưa gửi, chưa hoàn thành, chưa làm, bỏ đánh dấu, bấm nhầm, báo nhầm, ghi nhầm, nhấn nhầm, đánh dấu nhầm, rút lại, hủy báo nộp, hủy đã nộp, undo, thu hồi, xóa đã nộp, bỏ đã nộp, chưa có nộp, nói nhầm, gõ nhầm`, ActUndo)
	p.addLines(`nhắc lại, nhắc sau, nhắc tôi, nhắc em, nhắc mình, nhắc giùm, nhắc giúp, nhắc thêm, nhắc vào, nhắc trước, nhắc, để sau, hoãn nhắc, hoãn, lùi nhắc, báo lại, nhắc nhở, dời lời nhắc, dời nhắc, lát nhắc`, ActSnooze)
	p.addLines(`đã nộp, đã nộp xong, nộp rồi, nộp xong rồi, nộp xong, nộp luôn rồi, vừa nộp, mới nộp, cũng nộp, đã gửi, gửi rồi, vừa gửi, mới gửi, gửi xong, đã gởi, gởi rồi, đã xong, xong rồi, xong hết, xong luôn, đã hoàn thành, hoàn thành rồi, hoàn thành xong, vừa xong, mới xong, đã làm xong, làm xong rồi, làm xong, đã làm, làm rồi, đã báo cáo, báo cáo rồi, đã trình, trình rồi, đã ban hành, ban hành rồi, báo đã nộp, đánh dấu đã nộp, đánh dấu xong, ghi nhận đã nộp, báo nộp, done`, ActDone)
	return p
}

// weightOf orders the acts that one sentence may tell.
var weightOf = map[ActKind]int{ActDone: 1, ActSnooze: 2, ActUndo: 3, ActExplain: 4, ActNotOurs: 5}

// act reads what a person does about duties, in any order of words. It is nil where
// the words ask something or do nothing.
func (r *Reader) act(words []word, raw string, now time.Time) *Act {
	a := Act{}
	r.documents(words)
	a.Places = slices.DeleteFunc(r.places(words), func(p Place) bool { return p.Number == "" })
	kind, ok := r.actOf(words, raw)
	if !ok {
		return nil
	}
	a.Kind = kind
	before := reasonAt(words)
	named := r.mentions(words)
	for i := range named {
		if a.Agency == nil && (named[i].from < before || before < 0) {
			a.Agency = &named[i].agency
		}
	}
	_, a.Own = r.own(words)
	r.actTimes(&a, words, raw, now)
	a.All = slices.ContainsFunc(words, func(w word) bool { return w.oneOf("hết") }) || mentions(words, "tat", "ca") || mentions(words, "toan", "bo") || mentions(words, "ca", "hai")
	a.Words = r.noteOf(a.Kind, words, raw)
	return &a
}

// actOf finds the weightiest act that a sentence tells and takes the words of all.
func (r *Reader) actOf(words []word, raw string) (ActKind, bool) {
	var kind ActKind
	last := 0
	for i := 0; i < len(words); {
		k, n := r.acts.longest(words, i)
		if n == 0 {
			i++
			continue
		}
		if kind == "" || weightOf[k] > weightOf[kind] {
			kind = k
		}
		take(words[i : i+n])
		i += n
		last = i
	}
	if kind == "" {
		if at := r.partedDone(words); at >= 0 {
			kind, last = ActDone, at+1
		}
	}
	if kind == ActUndo && mentions(words, "da", "nop") && slices.ContainsFunc(words, func(w word) bool { return w.oneOf("nhầm") }) && !slices.ContainsFunc(words, func(w word) bool { return w.oneOf("chưa") }) && !mentions(words, "hoan", "tac") && mentionsAfter(words, "nhầm", "đã") {
		kind = ActDone // "à nhầm, đã nộp"
	}
	if kind == "" || r.actAsked(kind, words, last, raw) {
		return "", false
	}
	return kind, true
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
	before := max(0, verb-2)
	if mentions(words[before:verb], "hom", "qua") || mentions(words[before:verb], "hom", "nay") && len(words) > verb+1 && !asksForThing(words) && mentions(words, "roi", "nhe") {
		return verb
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

var signedTime = regexp.MustCompile(`(?i)(^|\s)[-–−]\s?(\d+)\s*(?:ngày|ngay|tuần|tuan|tháng|thang)`)

// actTimes reads the times of an act: of which period the duty is, when it was
// delivered, when to remind.
func (r *Reader) actTimes(a *Act, words []word, raw string, now time.Time) {
	if m := signedTime.FindString(raw); m != "" {
		a.Problem = &Window{Label: strings.TrimSpace(m), Impossible: true}
	}
	c := clock{Reader: r, words: words, year: now.Year(), today: plan.DateOf(now)}
	if a.Kind == ActSnooze {
		r.actSpan(a, c)
	}
	for i := 0; i < len(words); {
		if words[i].use == taken {
			i++
			continue
		}
		some, n := c.actTimeAt(i, a.Kind)
		if n == 0 {
			i++
			continue
		}
		take(words[i : i+n])
		i += n
		for _, w := range some {
			r.actTime(a, w)
		}
	}
	if a.Problem != nil {
		a.Periods = nil
	}
}

// actTimeAt reads a time; "từ 29/3" is the day since when it is done.
func (c clock) actTimeAt(i int, kind ActKind) ([]Window, int) {
	if kind == ActDone && c.words[i].oneOf("từ") && i+1 < len(c.words) {
		for _, read := range []func(int) (*Window, int){c.relativeAt, c.dayAt} {
			if w, n := read(i + 1); n > 0 {
				return []Window{*w}, n + 1
			}
		}
	}
	if c.words[i].oneOf("năm") && i+1 < len(c.words) && yearWord.MatchString(c.words[i+1].Folded) {
		year, n := c.yearBehind(i)
		return []Window{*wholeYear(year)}, n
	}
	return c.timeAt(i)
}

// actTime puts a time where it belongs: one that is none stops the act, a day is
// that of the delivery or the reminder, and what is longer is a period.
func (r *Reader) actTime(a *Act, w Window) {
	switch {
	case !w.known():
		if a.Problem == nil {
			a.Problem = &w
		}
	case w.From == w.To && a.Day.IsZero():
		a.Day = w.From
	case a.Kind == ActSnooze && a.Day.IsZero():
		a.Day = w.From
	default:
		a.Periods = append(a.Periods, w)
	}
}

// actSpan reads in how long to remind: "2 tuần", "sau 3 ngày", "trước hạn 5 ngày".
func (r *Reader) actSpan(a *Act, c clock) {
	for i := range c.words {
		if c.words[i].use == taken {
			continue
		}
		value, n := c.amount(i)
		if n == 0 || i > 0 && c.words[i-1].oneOf("thứ") || i+n >= len(c.words) {
			continue
		}
		unit := c.words[i+n]
		days := 0
		switch {
		case unit.oneOf("ngày bữa hôm"):
			days = value
		case unit.oneOf("tuần"):
			days = 7 * value
		case unit.oneOf("tháng") && c.words[i].use != taken && (i+n+1 >= len(c.words) || !hasDigits(c.words[i+n+1].Folded)):
			days = c.today.DaysUntil(addMonths(c.today, min(value, 120)))
		default:
			continue
		}
		if i+n+1 < len(c.words) && dayWord.MatchString(c.words[i+n+1].Folded) {
			continue
		}
		end := i + n + 1
		due := i > 1 && c.words[i-1].oneOf("hạn") && c.words[i-2].oneOf("trước") || end+1 < len(c.words) && c.words[end].oneOf("trước") && c.words[end+1].oneOf("hạn khi")
		if due {
			a.BeforeDue = days
			takePhrase(c.words, "truoc", "han")
		} else {
			a.Days = days
		}
		if days == 0 {
			a.Problem = &Window{Label: asTyped(c.words[i:end]), Impossible: true}
		}
		for end < len(c.words) && c.words[end].oneOf("nữa sau tới") {
			end++
		}
		take(c.words[i:end])
		return
	}
}

// amount reads a number of any size, or "nửa" of a month.
func (c clock) amount(i int) (value, length int) {
	if allDigits(c.words[i].Folded) {
		value, err := strconv.Atoi(c.words[i].Folded)
		if err != nil || value > 100000 {
			return 0, 0
		}
		return value, 1
	}
	return wholeNumber(c.words[i:])
}

// reason begins the reason of an act.
var reason = regexp.MustCompile(`(?i)(?:^|[\s,])(?:vì|vi|do|bởi vì|bởi|lý do(?: là)?|ly do(?: la)?|ghi chú|ghi chu|note)\s*:?\s+|:\s+`)

// reasonAt is where the word for a reason stands, -1 where there is none.
func reasonAt(words []word) int {
	return slices.IndexFunc(words, func(w word) bool { return w.oneOf("vì do chờ") || w.oneOf("trình") && w.use == taken })
}

// noteOf are the words that were given along: behind the word for a reason, or what
// nothing else took.
func (r *Reader) noteOf(kind ActKind, words []word, raw string) string {
	if kind == ActExplain || kind == ActNotOurs {
		if _, behind, ok := strings.Cut(raw, ": "); ok {
			return strings.TrimSpace(behind)
		}
		if at := reason.FindStringIndex(raw); at != nil {
			return strings.TrimSpace(raw[at[1]:])
		}
	}
	var left []word
	for i := 0; i < len(words); {
		_, n := r.fillers.longest(words, i)
		if _, m := r.generals.longest(words, i); m > n {
			n = m
		}
		if n == 0 && words[i].use != taken && !words[i].oneOf(lightWords) && !words[i].oneOf("chứ") {
			left = append(left, words[i])
		}
		i += max(n, 1)
	}
	return asTyped(left)
}
