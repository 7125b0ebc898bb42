package noise

import (
	"regexp"
	"slices"
	"strings"
)

const (
	clockForm = `\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[AaPp][Mm]|SA|CH))?`
	dateForm  = `\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?`
	nameForm  = `\p{Lu}\p{L}*(?: \p{Lu}[\p{L}\d]*){0,5}`
)

// headers are what stands before words that are copied from a chat, as several
// programs write it.
var headers = []*regexp.Regexp{
	regexp.MustCompile(`^[^\n\[\]]{0,60}\[` + dateForm + `,? ` + clockForm + `\]:?\s*`),                                          // Lan, [12/03/2024 10:32]
	regexp.MustCompile(`^\[(?:` + clockForm + `,? )?` + dateForm + `(?:,? ` + clockForm + `)?\] ?(?:[^\n:?]{1,60}: ?)?`),         // [10:32, 12/03/2024] Lan:
	regexp.MustCompile(`^` + dateForm + `,? ` + clockForm + ` ?(?:- ?)?(?:[^\n:?]{1,60}: ?)?`),                                   // 12/03/2024, 10:32 - Lan:
	regexp.MustCompile(`^\[?` + clockForm + `\]?(?:,? ` + dateForm + `)?[ ,:-]*(?:` + nameForm + `: ?)?`),                        // 10:32 …
	regexp.MustCompile(`^(?:` + surnames + `) ` + nameForm + `(?: ?[\[(][^\[\]()\n]{1,40}[\])])?(?:,? ` + clockForm + `)? ?: ?`), // Nguyễn Thị Lan: …
	regexp.MustCompile(`^(?:Anh|Chị|Em|Cô|Chú|Bác|Ông|Bà|A|C|Mr|Ms)\.? ` + nameForm + `(?: ?[\[(][^\[\]()\n]{1,40}[\])])? ?: ?`),
	regexp.MustCompile(`(?i)^(?:forwarded from|chuyển tiếp từ|được chuyển tiếp từ|đã chuyển tiếp)[^\n]*\n`),
	regexp.MustCompile(`^(?:>+ ?)+`),
}

// surnames begin nearly every Vietnamese name.
const surnames = `Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương|Lâm|Mai|Cao|Tạ|Châu|Tô|Hà|Lương|Quách|Vương|Thái|Nguyen|Tran|Le|Pham|Huynh|Hoang|Vu|Vo|Dang|Bui|Do|Ngo|Duong`

// withoutHeaders takes the headers off each line. A line that is nothing else
// stays, so that "31/12/2024 10:00" is not made of nothing.
func withoutHeaders(text string) string {
	if !strings.ContainsAny(text, ":>[") && !forwarded(text) {
		return text
	}
	whole := text
	for {
		rest := headers[6].ReplaceAllString(text, "")
		if rest == text {
			break
		}
		text = rest
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = withoutHeader(strings.TrimLeft(line, " \t"))
	}
	if left := strings.Join(lines, "\n"); HasLetters(left) {
		return left
	}
	return whole
}

// forwarded reports whether a text says that it was passed on.
func forwarded(text string) bool {
	lower := strings.ToLower(text)
	return strings.Contains(lower, "forwarded from") || strings.Contains(lower, "chuyển tiếp")
}

func withoutHeader(line string) string {
	for _, h := range headers {
		if at := h.FindStringIndex(line); at != nil && at[1] > 0 {
			return withoutHeader(strings.TrimLeft(line[at[1]:], " \t"))
		}
	}
	return line
}

// listMark is what stands before a point of a list, with what shows that a point
// follows: "1. " before a letter or a dotted number, "1) ", "Câu 1:", "• ".
var (
	bullet    = regexp.MustCompile(`^\s*(?:[•·●○▪◦■□►‣✓✔👉*+–—~-]+|\d\x{20e3}|[➊-➓①-⑳])\s*`)
	pointDots = regexp.MustCompile(`^\s*(?:\d{1,2}|[a-hA-H])\.(?: ?(\p{L}{2})| +(\p{L}|\d{1,2}\.\d))`)
	pointEnds = regexp.MustCompile(`^\s*\(?(?:\d{1,2}|[a-hA-H])\)\s*`)
	pointDash = regexp.MustCompile(`^\s*\d{1,2}(?:/|\s?-) (\p{L})`)
	pointName = regexp.MustCompile(`(?i)^\s*(?:(?:câu|câu hỏi|cau|cau hoi|hỏi|question|q)\s*(?:số |so )?\d{1,2}\s*[:.)-]|(?:câu hỏi|cau hoi|hỏi|hoi|question|nội dung hỏi|h|q)\s*:)\s*`)
)

// withoutListMarks takes list marks off the beginning of each line.
func withoutListMarks(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		for {
			rest := withoutListMark(line)
			if rest == line || !HasLetters(rest) && !strings.ContainsAny(rest, "0123456789") {
				break
			}
			line = rest
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

func withoutListMark(line string) string {
	for _, mark := range []*regexp.Regexp{bullet, pointEnds, pointName} {
		if at := mark.FindStringIndex(line); at != nil && at[1] > 0 && !signedNumber.MatchString(line) {
			return line[at[1]:]
		}
	}
	for _, mark := range []*regexp.Regexp{pointDots, pointDash} {
		if at := mark.FindStringSubmatchIndex(line); at != nil {
			return line[slices.Max([]int{at[2], at[len(at)-2]}):] // the group that matched
		}
	}
	return line
}

// signedNumber is a number below zero, which no list mark begins.
var signedNumber = regexp.MustCompile(`^\s*[-–—]\d`)

var (
	raised   = regexp.MustCompile(`[⁰¹²³⁴-⁹]+`)
	bracketN = regexp.MustCompile(`\s?\[\d{1,3}\]`)
	closingN = regexp.MustCompile(`(\p{L}*)([\s?!.]*)\s?\(\d{1,2}\)\s*([?!.]*)\s*$`)
	stars    = regexp.MustCompile(`(\p{L})\*+`)
)

// withoutFootnotes takes the marks of footnotes away, those in round brackets only
// at the end of a line and not behind a word that numbers things.
func withoutFootnotes(text string) string {
	if strings.ContainsAny(text, "⁰¹²³⁴⁵⁶⁷⁸⁹*") {
		text = raised.ReplaceAllString(text, "")
		text = stars.ReplaceAllString(text, "$1")
	}
	if !strings.ContainsAny(text, "[(") {
		return text
	}
	text = bracketN.ReplaceAllString(text, "")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if m := closingN.FindStringSubmatch(line); m != nil && !numbering.MatchString(m[1]) {
			lines[i] = closingN.ReplaceAllString(line, "$1$2$3")
		}
	}
	return strings.Join(lines, "\n")
}

// numbering are words that a number belongs to.
var numbering = regexp.MustCompile(`(?i)^(?:mục|muc|điều|dieu|khoản|khoan|vụ|vu|quý|quy|tháng|thang|tiêu|tieu|phần|phan|điểm|diem|câu|cau|việc|viec|nhóm|nhom|lục|luc|quận|quan|phường|phuong)$`)
