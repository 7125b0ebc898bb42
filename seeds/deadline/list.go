package deadline

import (
	"regexp"
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
	pieces := listBreak.Split(words, -1)
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
		allPeriods = allPeriods && periodic.MatchString(strings.TrimSpace(piece))
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
	if m := aside.FindStringSubmatch(piece); m != nil && !timeWords.MatchString(strings.TrimLeft(m[1], "đợtlầnĐL 0123456789")) {
		product, piece = m[1], strings.TrimSuffix(piece, m[0])
	}
	candidates := []string{piece, piece + tail, head + piece, head + piece + tail}
	if period {
		candidates = []string{"hằng " + strings.TrimSpace(periodWord.FindString(piece))}
	} else if tail != "" {
		candidates = []string{piece + tail, head + piece + tail, piece, head + piece}
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
	return read{}, false
}

var (
	periodWord = regexp.MustCompile(`(?i)(?:tuần|0?6 tháng|tháng|quý|năm)$`)
	bareNumber = regexp.MustCompile(`^\d{1,2}$`)
)
