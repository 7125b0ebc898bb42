package deadline

import (
	"regexp"
	"slices"
	"strings"

	"cchcbot/seeds/plan"
)

// A statement may list times that share a word at its start or a year at its
// end: "Tháng 3 và tháng 9 hằng năm", "ngày 15/6, 15/12", "quý, 6 tháng, năm".

// read is one time of a list.
type read struct {
	milestone   plan.Milestone
	occurrences []plan.Occurrence
}

var (
	listBreak = regexp.MustCompile(`(?i)\s*(?:,|;|\+|\s+và\s+|\s+và$)\s*`)

	// listHead is a word that stands for all times of a list, with what may lead
	// to it.
	listHead = regexp.MustCompile(`(?i)^((?:định kỳ\s+|báo cáo\s+)*(?:(?:trước|chậm nhất|vào|trong|đến)\s+)*(?:(?:các\s+)?(?:ngày|tháng|quý|quí|năm)|hàng|hằng|mỗi)\s+)\S`)

	// listTail is a year that the last time of a list has for all.
	listTail = regexp.MustCompile(`(?i)\s*(?:[/-]\s*20\d\d|(?:của\s+)?năm\s+20\d\d|(?:hàng|hằng|mỗi)\s+(?:năm|quý|tháng))$`)

	periodic = regexp.MustCompile(`(?i)^(?:định kỳ\s*:?\s*|báo cáo\s+)*(?:hàng |hằng |mỗi )?(?:tuần|tháng|quý|0?6 tháng|năm)$`)
	aside    = regexp.MustCompile(`\s*\(([^()]*)\)\s*$`)
)

// readList reads a list of times; false where any of them is not understood.
func readList(words string, year int) ([]read, bool) {
	pieces := splitOutside(words, listBreak)
	if len(pieces) < 2 {
		return nil, false
	}
	head := ""
	if m := listHead.FindStringSubmatch(words); m != nil {
		head = m[1]
	}
	tail := listTail.FindString(pieces[len(pieces)-1])
	allPeriods := true
	for _, piece := range pieces {
		allPeriods = allPeriods && periodic.MatchString(strings.TrimSpace(aside.ReplaceAllString(piece, "")))
	}
	var all []read
	for _, piece := range pieces {
		one, ok := readPiece(strings.TrimSpace(piece), head, tail, allPeriods, year)
		if !ok {
			return nil, false
		}
		one.milestone.Words = words
		all = append(all, one)
	}
	return all, true
}

// readPiece reads one time of a list, with the head and the tail that it lacks.
func readPiece(piece, head, tail string, period bool, year int) (read, bool) {
	product := ""
	by := ""
	if m := aside.FindStringSubmatch(piece); m != nil {
		if product, piece = m[1], strings.TrimSuffix(piece, m[0]); speaksOfTime(product) {
			product, by = "", ", "+m[1]
		}
	}
	candidates := []string{piece + by, piece + tail + by, head + piece + by, head + piece + tail + by}
	if period {
		candidates = []string{"hằng " + strings.TrimSpace(periodWord.FindString(piece)) + by}
	} else if tail != "" {
		candidates = []string{piece + tail + by, head + piece + tail + by, piece + by, head + piece + by}
	}
	for _, words := range candidates {
		if words == "" || bareNumber.MatchString(words) {
			continue
		}
		if m, occurrences, ok := exactly(words, year); ok {
			m.Product = product
			for i := range occurrences {
				occurrences[i].Product = product
			}
			return read{m, occurrences}, true
		}
	}
	if m, occurrences, ok := readBehind(piece, year); ok && !period {
		return read{m, occurrences}, true
	}
	return read{}, false
}

var (
	periodWord = regexp.MustCompile(`(?i)(?:tuần|0?6 tháng|tháng|quý|năm)$`)
	bareNumber = regexp.MustCompile(`^\d{1,2}$`)
)

// roundOf numbers the rounds of what is done several times: "đợt 1", "lần II".
var roundOf = regexp.MustCompile(`(?i)^(?:đợt|lần|kỳ)\s*(?:\d+|[IVX]+)$`)

// dated tells words that say when from those that only name a period: "báo cáo
// năm", "Ngày Pháp luật".
var dated = regexp.MustCompile(`(?i)\d|(?:^|[^\p{L}])(?:hằng|hàng|mỗi|trước|sau|từ|đến|đầu|cuối|giữa|nửa|hết|định kỳ|(?:quý|quí)\s+[IV]+)(?:$|[^\p{L}])`)

// speaksOfTime reports whether words in brackets say when.
func speaksOfTime(words string) bool {
	return dated.MatchString(words) && !roundOf.MatchString(strings.TrimSpace(words))
}

// splitOutside cuts a text at the matches that stand outside brackets.
func splitOutside(text string, pattern *regexp.Regexp) []string {
	var pieces []string
	start := 0
	for _, at := range pattern.FindAllStringIndex(text, -1) {
		if before := text[:at[0]]; strings.Count(before, "(") > strings.Count(before, ")") {
			continue
		}
		pieces = append(pieces, text[start:at[0]])
		start = at[1]
	}
	return append(pieces, text[start:])
}

// readAside reads a time with words in brackets behind it: another time, which
// both are due at, or what is due then.
func readAside(words string, year int) ([]read, bool) {
	m := aside.FindStringSubmatch(words)
	if m == nil {
		return nil, false
	}
	all, ok := readTimes(strings.TrimSuffix(words, m[0]), year)
	if !ok {
		return nil, false
	}
	if speaksOfTime(m[1]) {
		further, ok := readTimes(m[1], year)
		if recurs(all) && slices.ContainsFunc(further, func(t read) bool { return t.milestone.Kind == plan.DeadlineDay }) {
			return further, ok // the days of what comes again
		}
		return append(all, further...), ok
	}
	for i := range all {
		all[i].milestone.Product = strings.TrimSpace(all[i].milestone.Product + " " + m[1])
		for j := range all[i].occurrences {
			all[i].occurrences[j].Product = all[i].milestone.Product
		}
	}
	return all, true
}

// recurs reports whether all times come again in periods.
func recurs(times []read) bool {
	return !slices.ContainsFunc(times, func(t read) bool {
		switch t.milestone.Kind {
		case plan.DeadlineQuarterly, plan.DeadlineHalfYearly, plan.DeadlineYearly:
			return false
		}
		return true
	})
}

// readTimes reads a statement of one time, of a list, or of one and an aside.
func readTimes(words string, year int) ([]read, bool) {
	if m, occurrences, ok := readStatement(words, year); ok {
		return []read{{m, occurrences}}, true
	}
	if all, ok := readList(plainly(words), year); ok {
		return all, true
	}
	return readAside(words, year)
}
