package question

import (
	"fmt"
	"strconv"
	"time"

	"cchcbot/seeds/plan"
)

// dayAt reads a day of the calendar: "ngày 30/6", "30/6/2024", "mùng 5/4", "ngày 5
// tháng 4 năm 2024", "lễ 30/4", and "ngày 15" of the month that is running.
func (c clock) dayAt(i int) (*Window, int) {
	at := i
	for at < len(c.words) && at < i+3 && c.words[at].oneOf("ngày mùng mồng hôm lễ") {
		at++
	}
	if at >= len(c.words) {
		return nil, 0
	}
	if m := dayWord.FindStringSubmatch(c.words[at].Folded); m != nil {
		if at == i && c.noDay(i, m) {
			return nil, 0
		}
		return c.day(m[1], m[2], m[3], at+1, i)
	}
	if at == i || c.words[i].oneOf("lễ") || !plainNumber.MatchString(c.words[at].Folded) || c.lotAround(at) {
		return nil, 0
	}
	if at+2 < len(c.words) && c.words[at+1].oneOf("tháng") {
		if month, n := period(c.words[at+2:]); n > 0 {
			return c.day(c.words[at].Folded, strconv.Itoa(month), "", at+2+n, i)
		}
		if m := monthWord.FindStringSubmatch(c.words[at+2].Folded); m != nil && m[3] != "" {
			return c.day(c.words[at].Folded, m[2], m[3], at+3, i)
		}
		if w, n := c.relativeAt(at + 1); n > 0 {
			return c.day(c.words[at].Folded, strconv.Itoa(int(w.From.Month)), strconv.Itoa(w.From.Year), at+1+n, i)
		}
	}
	if c.words[at-1].oneOf("ngày mùng mồng") {
		return c.day(c.words[at].Folded, strconv.Itoa(int(c.today.Month)), strconv.Itoa(c.today.Year), at+1, i)
	}
	return nil, 0
}

// lotAround tells that a number behind "ngày" counts or recurs: "15 hàng tháng".
func (c clock) lotAround(at int) bool {
	next := c.next(at)
	return next.oneOf("hàng hằng mỗi công lần ngày làm đầu cuối")
}

// noDay tells fractions and "24/7" from a day that is typed alone.
func (c clock) noDay(i int, m []string) bool {
	if m[3] != "" {
		return false
	}
	return m[0] == "24/7" || c.next(i).oneOf("số tổng thành cán đơn phần") || c.words[i].use == taken ||
		i > 0 && c.words[i-1].oneOf("nhiệm mục số thị định quyết hoạch án việc vụ")
}

// day makes a window of a day, which runs from i to end; the year may follow.
func (c clock) day(day, month, year string, end, i int) (*Window, int) {
	d := plan.Date{Year: c.year}
	d.Day, _ = strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	d.Month = time.Month(m)
	if year != "" {
		d.Year, _ = strconv.Atoi(year)
	} else if y, n := c.yearBehind(end); n > 0 {
		d.Year, end = y, end+n
	}
	if end+1 < len(c.words) && c.words[end].oneOf("âm") && c.words[end+1].oneOf("lịch") {
		return unread(c.words[i : end+2]), end + 2 - i
	}
	if m < 1 || m > 12 || d.Day < 1 || d != d.AddDays(0) {
		return &Window{Label: fmt.Sprintf("ngày %d/%d", d.Day, m), Impossible: true}, end - i
	}
	return &Window{Window: plan.Window{From: d, To: d}, Label: dayLabel(d)}, end - i
}

// weekdayAt reads the day of a week: "thứ sáu", "thứ 2 tuần sau", "chủ nhật này".
// Behind a noun it numbers things: "nhiệm vụ thứ hai".
func (c clock) weekdayAt(i int) (*Window, int) {
	weekday, n := c.weekday(i)
	if n == 0 {
		return nil, 0
	}
	end := i + n
	from := c.today
	shown := asTyped(c.words[i:end])
	monday := c.today.AddDays(-mondayBased(c.today))
	said := end < len(c.words) && c.words[end].oneOf("này tới tuần sau")
	if !said && i > 0 && !hasDigits(c.words[i-1].Folded) && !c.words[i-1].oneOf("ngày vào đến tới trước sau từ sáng chiều hôm lại hạn") {
		return nil, 0
	}
	switch {
	case end+1 < len(c.words) && c.words[end].oneOf("tuần") && c.words[end+1].oneOf("này"):
		return days(monday.AddDays(weekday), 0, shown+" tuần này"), n + 2
	case end+1 < len(c.words) && c.words[end].oneOf("tuần") && c.words[end+1].oneOf("sau tới"):
		return days(monday.AddDays(7+weekday), 0, shown+" tuần sau"), n + 2
	case said && !c.words[end].oneOf("tuần"):
		n++
	case said:
		return nil, 0
	}
	next := from.AddDays((weekday - mondayBased(from) + 7) % 7)
	return days(next, 0, shown+", "+dayLabel(next)), n
}

// weekday reads the name of a day, counted from Monday.
func (c clock) weekday(i int) (day, length int) {
	w, next := c.words[i], c.next(i)
	switch {
	case w.oneOf("chủ") && next.oneOf("nhật"):
		return 6, 2
	case !w.oneOf("thứ"):
		return 0, 0
	case next.oneOf("hai 2"):
		return 0, 2
	case next.oneOf("ba 3"):
		return 1, 2
	case next.oneOf("tư 4"):
		return 2, 2
	case next.oneOf("năm 5"):
		return 3, 2
	case next.oneOf("sáu 6"):
		return 4, 2
	case next.oneOf("bảy 7"):
		return 5, 2
	}
	return 0, 0
}

// unreadAt finds a time that is said in words without a place in this calendar:
// feasts, lunar days, seasons.
func (c clock) unreadAt(i int) (*Window, int) {
	if _, n := c.unreadTimes.longest(c.words, i); n > 0 {
		return unread(c.words[i : i+n]), n
	}
	if w := c.words[i]; w.oneOf("quý tuần") && w.Marked() && i+1 < len(c.words) && c.words[i+1].oneOf("thứ kế liền gần") {
		if c.words[i+1].oneOf("thứ") && i+2 < len(c.words) && c.words[i+2].oneOf("mấy nào") {
			return nil, 0
		}
		n := min(3, len(c.words)-i)
		return unread(c.words[i : i+n]), n
	}
	return nil, 0
}

// unreadTimes are such words.
func unreadTimes() *phrases[struct{}] {
	p := &phrases[struct{}]{}
	p.addLines(`
		trước tết, sau tết, dịp tết, trong tết, ra tết, qua tết, giáp tết, cận tết, tết này, tết âm lịch, tết nguyên đán, tết dương lịch,
		dịp lễ, ngày lễ, sau lễ, trước lễ, qua lễ, các ngày lễ, kỳ nghỉ lễ, dịp hè, mùa hè, trong hè, trước hè, sau hè, nghỉ hè, trung thu, dịp trung thu, trước trung thu, sau trung thu, giáng sinh, noel, ngày rằm, rằm tháng bảy, rằm tháng giêng,
		tháng giêng, tháng chạp, mùa mưa, mùa khô, mùa xuân, mùa thu, mùa đông, đầu nhiệm kỳ, cuối nhiệm kỳ, nhiệm kỳ sau, quý gần nhất, tháng gần nhất, tuần gần nhất, kỳ trước, kỳ sau, kỳ này, kỳ tới, đầu mùa mưa`, struct{}{})
	return p
}
