package question

import (
	"slices"
	"strings"

	"cchcbot/index"
)

// Thing is the kind of thing that answers a question. A unit that holds none of
// the kind does not answer it, however well its words fit.
type Thing string

// The kinds of things.
const (
	ThingAny     Thing = ""
	ThingPerson  Thing = "person" // the name of a person
	ThingNumber  Thing = "number" // a number of Of
	ThingShare   Thing = "share"  // a percentage
	ThingMoney   Thing = "money"
	ThingDate    Thing = "date"
	ThingDay     Thing = "day"      // a day, month or quarter of the calendar
	ThingTime    Thing = "duration" // how long something takes
	ThingPlace   Thing = "place"    // a country, a province, where something is held
	ThingPhone   Thing = "phone"
	ThingEmail   Thing = "email"
	ThingAddress Thing = "address" // of a building
	ThingForm    Thing = "form"    // a form, a template
	ThingRank    Thing = "rank"    // which is the best, or the place in a ranking
	ThingLaw     Thing = "law"     // what a cited document itself says
	ThingPenalty Thing = "penalty" // what follows for those who fail
	ThingHour    Thing = "hour"    // a time of day
	ThingLink    Thing = "link"    // where something is on the net
	ThingNamed   Thing = "named"   // one of Of by its name: a company, a country
	ThingOffice  Thing = "office"  // who holds the office Of
	ThingList    Thing = "list"    // those of a group, one by one
	ThingResult  Thing = "result"  // what was reached so far
	ThingKind    Thing = "kind"    // one of a kind Of
)

// Expected is the kind of thing that a question expects, with the words that tell.
type Expected struct {
	Thing Thing
	Words string       // of the question, as they were read: "bao nhiêu người"
	Of    []index.Word // what is counted, for ThingNumber; which is named, for ThingNamed and ThingOffice
}

// thingPhrases are the words that ask for things of a kind.
func thingPhrases() *phrases[Thing] {
	p := &phrases[Thing]{}
	for _, t := range []struct {
		thing Thing
		table string
	}{
		{ThingPerson, `tên gì, tên là gì, tên chi, tên ai, họ tên, họ và tên, đồng chí nào, cán bộ nào, chuyên viên nào, người tên gì, liên hệ ai, liên hệ với ai, gặp ai, tên người, đích danh ai, cụ thể là ai, là người nào, ai tên gì`},
		{ThingShare, `bao nhiêu phần trăm, mấy phần trăm, tỷ lệ bao nhiêu, tỉ lệ bao nhiêu, phần trăm nào, tỷ lệ nào, tỷ lệ mấy, mấy phần, bao nhiêu phần, tỷ lệ là bao nhiêu, tỷ lệ phần trăm, chiếm bao nhiêu`},
		{ThingMoney, `bao nhiêu tiền, mấy tiền, bao nhiêu đồng, mấy đồng, mấy triệu, bao nhiêu triệu, bao nhiêu tỷ, mấy tỷ, mấy tỷ đồng, kinh phí bao nhiêu, kinh phí là bao nhiêu, lệ phí bao nhiêu, lệ phí là bao nhiêu, mức phí, mức thu, giá bao nhiêu, lương bao nhiêu, phụ cấp bao nhiêu, tốn bao nhiêu, hết bao nhiêu, chi bao nhiêu, được cấp bao nhiêu, ngân sách bao nhiêu, dự toán bao nhiêu, tổng mức đầu tư, vốn bao nhiêu, trợ cấp bao nhiêu, thưởng bao nhiêu, mức thưởng, mức hỗ trợ, hỗ trợ bao nhiêu, tiền thưởng`},
		{ThingDate, `khi nào, bao giờ, lúc nào, chừng nào, năm nào, hạn chót, thời hạn, hạn nộp`},
		{ThingDay, `ngày nào, ngày mấy, ngày bao nhiêu, hôm nào, mùng mấy, tháng mấy, tháng nào, quý mấy, quý nào`},
		{ThingList, `danh sách các, danh sách những, xin danh sách, cho danh sách, gửi danh sách, kể tên các, kể tên những, tên từng`},
		{ThingTime, `mất bao lâu, mất mấy ngày, mất bao nhiêu ngày, kéo dài bao lâu, trong bao lâu, bao lâu thì xong, bao lâu thì có, mấy ngày thì có, mấy ngày có, xử lý mấy ngày, giải quyết mấy ngày, giải quyết bao nhiêu ngày, giải quyết trong bao lâu, trong bao nhiêu ngày, trong mấy ngày, bao lâu kể từ, bao lâu sau khi`},
		{ThingPlace, `nước nào, những nước nào, đi nước nào, tỉnh nào, những tỉnh nào, tỉnh thành nào, thành phố nào, địa phương nào, ở đâu, tổ chức ở đâu, địa điểm nào, địa điểm, tại đâu, chỗ nào tổ chức, đi đâu, đi những đâu, phòng mấy, tầng mấy, nơi nào tổ chức`},
		{ThingPhone, `số điện thoại, sđt, số phone, số máy, hotline, đường dây nóng, điện thoại bao nhiêu, điện thoại số mấy, số liên hệ, gọi số nào, số tổng đài, gọi số mấy, zalo`},
		{ThingEmail, `email, mail nào, địa chỉ mail, địa chỉ email, địa chỉ thư điện tử, email nào, hộp thư nào, thư điện tử nào, mail gì, email gì, mail nhận, mail của, email của, địa chỉ thư`},
		{ThingAddress, `trụ sở ở đâu, địa chỉ ở đâu, đóng ở đâu, nằm ở đường nào, địa chỉ trụ sở, số nhà, số mấy đường nào, đường nào, địa chỉ cơ quan, trụ sở đặt ở đâu, địa chỉ của sở, văn phòng ở đâu`},
		{ThingForm, `mẫu báo cáo, biểu mẫu, mẫu nào, theo mẫu, mẫu biểu, file mẫu, mẫu số mấy, đề cương báo cáo, mẫu kế hoạch, mẫu phiếu, phiếu khảo sát mẫu, mẫu đơn, tải mẫu, form nào, form mẫu, xin mẫu, mẫu ở đâu, bản mẫu, mẫu văn bản`},
		{ThingRank, `xếp hạng mấy, hạng mấy, đứng thứ mấy, xếp thứ mấy, thứ hạng, đứng hạng mấy, xếp nhất, đứng nhất, hạng nhất, xếp cuối, đứng cuối, đứng chót, đứng bét, dẫn đầu, quận nào nhất, sở nào nhất,  top mấy, đứng đầu bảng, vị trí thứ mấy, nhóm mấy`},
		{ThingLaw, `quy định gì, quy định những gì, quy định thế nào, quy định ra sao, nói gì, nói những gì, nói về cái gì, cho phép gì, cho phép làm gì, nội dung gì, nội dung là gì, viết gì, cho phép những gì`},
		{ThingPenalty, `bị phạt, phạt bao nhiêu, xử phạt, bị kỷ luật, kỷ luật gì, chế tài, bị gì, bị sao, có sao không, có bị gì không, bị xử lý sao, bị xử lý thế nào, xử lý kỷ luật, hậu quả, bị trừ điểm, trừ điểm, trừ mấy điểm, bị trừ, mức phạt, tiền phạt, bị phê bình, bị nhắc nhở, bị hạ bậc, bị cắt thi đua, có bị phạt không, bị xử phạt, chịu hình thức gì, hình thức kỷ luật`},
		{ThingHour, `mấy giờ, mở cửa, giờ mở cửa, giờ làm việc, sáng thứ bảy, chiều thứ bảy, ngày thứ bảy, việc thứ bảy, làm thứ bảy, chủ nhật`},
		{ThingLink, `địa chỉ web, địa chỉ trang web, địa chỉ website, đường link, link nào, link ở đâu, link gì, trang web nào, web nào, website nào`},
		{ThingResult, `đến nay đã, tới nay đã, đến nay được, tới nay được, đã đạt bao nhiêu, đã đạt được bao nhiêu, đã làm được bao nhiêu, hiện đã được, kết quả đã đạt`},
	} {
		p.addLines(t.table, t.thing)
	}
	return p
}

// namedPhrases are nouns for what has a name of its own: behind them "nào" and "gì"
// ask for it. Nouns for those whom a plan addresses are no part of them: they ask
// who does something.
func namedPhrases() *phrases[struct{}] {
	p := &phrases[struct{}]{}
	p.addLines(`hội trường, dự án, công trình, tuyến đường, khu công nghiệp, quốc gia, hãng, công ty, nhà thầu, nhà cung cấp, nhà mạng, nhà sản xuất, ngân hàng, khách sạn, nhà hàng, trường, trường đại học, trường nào, môn, môn thi, môn học, tiếng, tiếng nước, ngôn ngữ, thương hiệu, nhãn hiệu, phần mềm, phiên bản, nhà máy, tòa nhà, bệnh viện, tập đoàn, đối tác, giảng viên, diễn giả`, struct{}{})
	return p
}

// officePhrases are offices that somebody holds beside his own.
func officePhrases() *phrases[struct{}] {
	p := &phrases[struct{}]{}
	p.addLines(`trưởng đoàn, phó đoàn, trưởng ban, phó ban, phó trưởng ban, trưởng nhóm, tổ trưởng, tổ phó, chủ tịch hội đồng, trưởng ban giám khảo, trưởng ban tổ chức, giám khảo, thư ký, ủy viên, thành viên, quản trị viên, quản trị, nhà thầu, giảng viên, báo cáo viên, dẫn chương trình, chủ đầu tư, giám đốc dự án`, struct{}{})
	return p
}

// bodies are kinds of places that have names of their own; toDo follow them where
// not one of them is asked for but who has to do something.
const (
	bodies = "quận huyện phường xã"
	toDo   = "phải cũng chịu lo làm chủ phối phụ thực triển đứng gánh nhận"
)

// headOfOffice are titles of those who head an office.
const headOfOffice = "giám chủ bí chánh trưởng phó cục thủ"

// expects finds the kind of thing that a question expects. Of several kinds the
// rarer is told: sums, penalties and names before dates and numbers.
func (r *Reader) expects(words []word, named []mention, q Question) Expected {
	best := Expected{}
	rank := len(thingOrder)
	for i := range words {
		thing, n := r.things.longest(words, i)
		if n == 0 || r.astride(words, i, n) || thing == ThingLaw && len(q.Documents) == 0 && !q.Query.Decision {
			continue
		}
		if thing == ThingLaw && (q.Query.Decision || len(q.About.Places) > 0) {
			continue // the plan's own words
		}
		if at := slices.Index(thingOrder, thing); at < rank {
			best, rank = Expected{Thing: thing, Words: asTyped(words[i : i+n])}, at
		}
	}
	if thing, at, ok := partedThing(words); ok && slices.Index(thingOrder, thing) < rank && best.Thing != ThingShare {
		best, rank = Expected{Thing: thing, Words: asTyped(words[at : at+2])}, slices.Index(thingOrder, thing)
	}
	if best.Thing == ThingAny || rank > slices.Index(thingOrder, ThingPlace) {
		if e, ok := r.personAsked(words, named); ok {
			return e
		}
		if e, ok := r.numberAsked(words); ok && best.Thing != ThingShare && best.Thing != ThingDate && best.Thing != ThingDay {
			return e
		}
	}
	if best.Thing == ThingAny {
		if e, ok := most(words); ok {
			return e
		}
		if e, ok := r.namedAsked(words); ok {
			return e
		}
	}
	if best.Thing == ThingAny && len(q.Documents) > 0 && !q.Asked(AskList) && !q.Asked(AskOwner) && q.Asked(AskTarget) {
		return Expected{Thing: ThingLaw, Words: "bao nhiêu"}
	}
	return best
}

// astride reports whether n words at i are the end of one word and the beginning of
// another: the "chế tài" of "quy chế tài sản".
func (r *Reader) astride(words []word, i, n int) bool {
	return i > 0 && i+n < len(words) && r.vocabulary.SpellsBeside(words[i].Word, words[i-1].Word, index.Word{}) &&
		r.vocabulary.SpellsBeside(words[i+n-1].Word, index.Word{}, words[i+n].Word)
}

// partedThing reads a noun that tells the kind with what asks apart from it: "tỷ lệ
// … bao nhiêu", "lệ phí … bao nhiêu", "trụ sở … ở đâu".
func partedThing(words []word) (thing Thing, at int, ok bool) {
	asked := mentions(words, "bao", "nhieu") || mentions(words, "la", "may")
	where := mentions(words, "o", "dau") || mentions(words, "tai", "dau")
	for i := 0; i+1 < len(words); i++ {
		w, next := words[i], words[i+1]
		switch {
		case asked && w.oneOf("tỷ tỉ") && next.oneOf("lệ"):
			return ThingShare, i, true
		case asked && (w.oneOf("lệ học phụ kinh chi mức") && next.oneOf("phí") || w.oneOf("tiền mức") && next.oneOf("lương thưởng phạt công giá thu chi") || w.oneOf("phụ") && next.oneOf("cấp")):
			return ThingMoney, i, true
		case asked && w.Marked() && w.oneOf("lương phí") && (i == 0 || !words[i-1].oneOf("chi kinh lãng miễn")):
			return ThingMoney, i, true
		case where && w.oneOf("trụ") && next.oneOf("sở"):
			return ThingAddress, i, true
		}
	}
	return ThingAny, 0, false
}

// thingOrder are the kinds, the rarer first.
var thingOrder = []Thing{ThingHour, ThingLink, ThingPenalty, ThingResult, ThingMoney, ThingForm, ThingPhone, ThingAddress, ThingEmail, ThingPerson, ThingRank, ThingLaw, ThingTime, ThingShare, ThingList, ThingDay, ThingPlace, ThingDate}

// namedAsked finds a question for which of several things one is, or who holds an
// office: "họp bằng phần mềm nào", "ai làm trưởng đoàn".
func (r *Reader) namedAsked(words []word) (Expected, bool) {
	for i := range words {
		if _, n := r.nameds.longest(words, i); n > 0 && i+n < len(words) && words[i+n].oneOf("nào gì") && slices.ContainsFunc(words[i:i+n], func(w word) bool { return w.Marked() }) {
			return Expected{Thing: ThingNamed, Words: asTyped(words[i : i+n+1]), Of: plain(words[i : i+n])}, true
		}
		if words[i].Marked() && words[i].oneOf(bodies) && i+1 < len(words) && words[i+1].oneOf("nào") && (i+2 == len(words) || !words[i+2].oneOf(toDo)) && askedRole(words) == "" {
			return Expected{Thing: ThingNamed, Words: asTyped(words[i : i+2]), Of: plain(words[i : i+1])}, true
		}
		_, n := r.offices.longest(words, i)
		if n == 0 {
			continue
		}
		before := i > 1 && words[i-2].oneOf("ai nào") && words[i-1].oneOf("là làm giữ")
		if before || mentions(words[i+n:], "la", "ai") {
			return Expected{Thing: ThingOffice, Words: asTyped(words[i : i+n]), Of: plain(words[i : i+n])}, true
		}
	}
	for i := 1; i < len(words) && askedRole(words) == "" && !words[len(words)-1].oneOf("không hông hả"); i++ {
		if noun := words[i-1]; words[i].oneOf("nào gì") && noun.use == topic && noun.Marked() && !noun.oneOf(anyKind) && !noun.oneOf(bodies) {
			from := i - 1
			if i > 1 && words[i-2].use == topic {
				from--
			}
			return Expected{Thing: ThingKind, Words: asTyped(words[from : i+1]), Of: plain(words[from:i])}, true
		}
	}
	return Expected{}, false
}

// anyKind end words for whom and what a plan addresses in every unit: "cơ quan nào"
// asks who does it, "sản phẩm gì" what comes of it.
const anyKind = "quan vị sở ngành việc vụ phẩm quả cáo bản hoạch định chỉ tiêu phần nhóm người cấp bên nơi chức thế mục giấy tờ luật lệnh điều đạo lượng nhà khoản chương trang chỗ loại kiểu hướng cái chuyện"

// most finds a question for which of some has the most or least: "phường nào trễ
// nhiều nhất"; before a number it is a bound.
func most(words []word) (Expected, bool) {
	for i := 1; i < len(words); i++ {
		if !words[i].oneOf("nhất") || !words[i-1].oneOf("nhiều ít cao thấp nhanh chậm tốt kém sớm muộn giỏi dở") || i+1 < len(words) && hasDigits(words[i+1].Folded) {
			continue
		}
		if slices.ContainsFunc(words[:i], func(w word) bool { return w.oneOf("nào") }) {
			return Expected{Thing: ThingRank, Words: asTyped(words[i-1 : i+1])}, true
		}
	}
	return Expected{}, false
}

// personAsked finds a question for who holds an office: "giám đốc sở nội vụ là ai".
func (r *Reader) personAsked(words []word, named []mention) (Expected, bool) {
	for i := 0; i+1 < len(words); i++ {
		if !words[i].oneOf("là") || !words[i+1].oneOf("ai") || i+2 < len(words) && words[i+2].oneOf("chủ phối làm phụ") {
			continue
		}
		for _, m := range named {
			from := max(0, m.from-2)
			if m.to <= i && i-m.to <= 3 && slices.ContainsFunc(words[from:min(m.from+2, len(words))], func(w word) bool { return w.oneOf(headOfOffice) }) {
				return Expected{Thing: ThingPerson, Words: "là ai"}, true
			}
		}
	}
	return Expected{}, false
}

// numberAsked finds a question for a number of things: "bao nhiêu người", "mấy đoàn".
func (r *Reader) numberAsked(words []word) (Expected, bool) {
	for i, w := range words {
		how := w.oneOf("mấy") || i > 0 && w.oneOf("nhiêu") && words[i-1].oneOf("bao")
		if !how || w.oneOf("mấy") && r.plural(words, i) || i+1 >= len(words) || r.withBefore(words, i) || words[i+1].oneOf(notCounted) {
			continue
		}
		end := i + 2
		if _, n := r.cues.longest(words, end-1); n > 1 {
			end = min(len(words), end)
		}
		counted := make([]index.Word, 0, 2)
		for _, w := range words[i+1 : min(end, len(words))] {
			counted = append(counted, w.Word)
		}
		from := i
		if i > 0 {
			from-- // "bao", or what tells a number from "some": "có mấy"
		}
		return Expected{Thing: ThingNumber, Words: strings.TrimSpace(asTyped(words[from:min(end, len(words))])), Of: counted}, true
	}
	return Expected{}, false
}

// plural tells the "mấy" that means several from the one that asks: "của mấy sở".
func (r *Reader) plural(words []word, i int) bool {
	return i > 0 && words[i-1].oneOf("của cho với giữa ở tại nơi những dưới gom mà cùng và") || i+1 < len(words) && words[i+1].oneOf("anh em ông bà chị cô chú đứa")
}

// notCounted follow "mấy" and "bao nhiêu" without naming what is counted, or name
// units of the plan itself.
const notCounted = "là thì vậy ạ nữa việc nhiệm đầu công mục phần ngày tháng quý năm lần giờ tuần lâu chỉ tiền đồng triệu tỷ và"
