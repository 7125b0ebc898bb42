package deadline

import (
	"regexp"
	"strings"

	"cchcbot/seeds/plan"
)

var (
	// timeStart opens a time that a sentence says something is due at.
	timeStart = regexp.MustCompile(`(?i)(?:^|[\s(])((?:chậm nhất|trước|đến hết|trong (?:tháng|quý|quí|năm|cả năm|6 tháng|vòng|thời hạn)|định kỳ|hằng|hàng|mỗi (?:tháng|quý|năm)|thường xuyên|cả năm|(?:vào )?(?:ngày|tháng|quý|quí|năm) \S)\s*)`)

	// dueBefore stands before a time by which something is to be done.
	dueBefore = regexp.MustCompile(`(?i)(?:hoàn thành|hoàn tất|xong|kết thúc|thời gian|thời hạn|thực hiện|báo cáo|gửi|trình|tổ chức|vào|\()\s*:?\s*(?:vào\s+)?$`)

	// dueItself says by itself that something is due.
	dueItself = regexp.MustCompile(`(?i)^(?:chậm nhất|trước|đến hết|trong|định kỳ|hằng|hàng|mỗi|thường xuyên|cả năm)|(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)$`)
)

// done is what ends a time before another.
var done = regexp.MustCompile(`(?i)\s(?:hoàn thành|hoàn tất|thực hiện|báo cáo|gửi|trình)$`)

// mostTime is the most words of a time within a sentence.
const mostTime = 16

// Find finds the words of a text that say when what it tells is due, "" where
// there are none: the times behind "hoàn thành", "gửi" or the like, or else the
// last that is one by its own words. Times before the year of the plan are
// part of what is told.
//
// Looks bounds how many times are looked for, and is counted down.
func Find(text string, in Context, looks *int) string {
	found, strong := "", false
	for from := 0; from < len(text) && *looks > 0; *looks-- {
		at := timeStart.FindStringSubmatchIndex(text[from:])
		if at == nil {
			break
		}
		begin := from + at[2]
		from += at[3]
		words := longestTime(text[begin:], in)
		if words == "" {
			continue
		}
		from = begin + len(words)
		if due := dueBefore.MatchString(text[:begin]); due || dueItself.MatchString(words) && !strong {
			if found != words && due && strong {
				words = found + "; " + words
			}
			found, strong = words, due
		}
	}
	return found
}

// longestTime is the longest beginning of a text that is nothing but time.
func longestTime(text string, in Context) string {
	found := ""
	for end, n := 0, 0; end < len(text) && n < mostTime; n++ {
		step := strings.IndexAny(text[end+1:]+" ", " ;\n)") + 1
		end = min(end+step, len(text))
		if strings.HasPrefix(text[end:], ")") && strings.Contains(text[:end], "(") {
			end++
		}
		words := strings.TrimRight(text[:end], " .,;:/")
		if done.MatchString(words) {
			break
		}
		times, ok := readTimes(words, in.Year)
		if ok && len(times) > 0 && onlyTime(times, in.Year) {
			found = words
		}
		if end < len(text) && strings.ContainsRune(";\n)", rune(text[end])) {
			break
		}
	}
	return found
}

// onlyTime reports whether times name no product, and are not of years before
// that of the plan.
func onlyTime(times []read, year int) bool {
	for _, t := range times {
		if t.milestone.Product != "" || t.milestone.Kind == plan.DeadlineOnEvent {
			return false
		}
		for _, o := range t.occurrences {
			if o.Due.Year < year {
				return false
			}
		}
	}
	return true
}
