package noise

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Things that stand in a message beside its question.
var (
	// WebAddress is an address of the web.
	WebAddress = regexp.MustCompile(`(?i)(?:https?://|www\.)\S+|\b(?:[a-z0-9-]+\.)+(?:vn|com|net|org|me|io|gov)/\S*`)
	mailbox    = regexp.MustCompile(`(?i)\b[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+`)
	handle     = regexp.MustCompile(`(^|[^\p{L}\d.@])@[A-Za-z0-9_]{3,32}\b`)
	tag        = regexp.MustCompile(`(^|[^\p{L}\d&])#[\p{L}_][\p{L}\d_]*`)
	telephone  = regexp.MustCompile(`(?i)(^|[^\d.,/\p{L}-])(?:(?:sđt|sdt|đt|dt|tel|điện thoại|dien thoai|zalo|liên hệ|lien he|lh|hotline)\s*[:.]?\s*)?((?:\+84|0084|84|0|\(0\d{1,3}\))(?:[ .-]?\d){7,10})(?:$|[^\d/])`)
	clockTime  = regexp.MustCompile(`(?i)(?:(?:vào lúc|vao luc|lúc|luc|hồi|khoảng)\s+)?(?:\b\d{1,2}\s?(?:giờ|gio|h|g)(?:\d{2}(?:\s?(?:phút|phut|p))?)?|\b\d{1,2}:\d{2}(?::\d{2})?\b)(?:\s?(?:sáng|trưa|chiều|tối|am|pm))?`)
	maybeClock = regexp.MustCompile(`\d(?:[:hHgG]| [hHgG])`)
	timeSpan   = regexp.MustCompile(`(?i)(?:trong|trong vòng|quá|mỗi|mất|sau|dưới|hơn|mấy|được)\s*$`)
)

// aboutIt begins a question about what stands before it.
var aboutIt = regexp.MustCompile(`(?i)^\s*(?:là|la|của|cua|có phải|co phai|thuộc|thuoc|dùng|dung|để|de)(?:\s|$)`)

var (
	asksMail  = regexp.MustCompile(`(?i)\b(?:e-?mail|mail|hộp thư|hop thu|thư điện tử|thu dien tu|địa chỉ|dia chi)(?:$|[^\p{L}])`)
	asksPhone = regexp.MustCompile(`(?i)(?:số điện thoại|so dien thoai|số máy|số này|so nay|hotline|đường dây nóng)`)
	asksLink  = regexp.MustCompile(`(?i)(?:trang web|website|đường dẫn|duong dan|link|cổng)`)
)

// withoutAddresses takes addresses, numbers of telephones, handles, tags and
// clock times away, unless the question is about them or nothing else is said.
func withoutAddresses(text string) string {
	whole := text
	if strings.ContainsAny(text, ":/.") {
		text = drop(text, WebAddress, asksLink)
	}
	if strings.Contains(text, "@") {
		text = drop(text, mailbox, asksMail)
		text = handle.ReplaceAllString(text, "$1 ")
	}
	if strings.Contains(text, "#") {
		text = tag.ReplaceAllString(text, "$1 ")
	}
	if strings.ContainsAny(text, "0123456789") {
		text = withoutTelephones(text)
		text = withoutClocks(text)
	}
	if !HasLetters(text) && !strings.ContainsAny(text, "0123456789") {
		return strings.Map(func(r rune) rune {
			if r == '#' {
				return ' '
			}
			return r
		}, whole)
	}
	return text
}

// drop replaces each find by a space unless the words behind it, or the rest of
// the text, ask about a thing of its kind.
func drop(text string, find, asked *regexp.Regexp) string {
	found := find.FindAllStringIndex(text, -1)
	if len(found) == 0 {
		return text
	}
	rest := find.ReplaceAllString(text, " ")
	if asked.MatchString(rest) && !asksForIt.MatchString(rest) {
		return text
	}
	return replaceEach(text, found, func(_, to int) bool { return !aboutIt.MatchString(text[to:]) })
}

// asksForIt asks for an address rather than about one.
var asksForIt = regexp.MustCompile(`(?i)(?:mail|thư|thu|địa chỉ|dia chi|link|web|website|đâu|dau)\s*(?:nào|nao|gì|gi)(?:\W|$)|về đâu|ve dau`)

// replaceEach puts a space for each span that is to go.
func replaceEach(text string, spans [][]int, goes func(from, to int) bool) string {
	var out strings.Builder
	at := 0
	for _, s := range spans {
		if !goes(s[0], s[1]) {
			continue
		}
		out.WriteString(text[at:s[0]])
		out.WriteByte(' ')
		at = s[1]
	}
	out.WriteString(text[at:])
	return out.String()
}

// leastTelephone is how many digits a number of a telephone has at least.
const leastTelephone = 9

func digits(text string) int {
	n := 0
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			n++
		}
	}
	return n
}

func withoutTelephones(text string) string {
	if digits(text) < leastTelephone {
		return text
	}
	found := telephone.FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 || asksPhone.MatchString(telephone.ReplaceAllString(text, " ")) {
		return text
	}
	spans := make([][]int, len(found))
	for i, f := range found {
		spans[i] = []int{f[3], f[5]} // from behind what stands before it to its last digit
	}
	return replaceEach(text, spans, func(_, to int) bool { return !aboutIt.MatchString(text[to:]) })
}

// withoutClocks takes times of the day away; a stretch of hours stays: "trong
// 24h".
func withoutClocks(text string) string {
	if !maybeClock.MatchString(text) {
		return text
	}
	found := clockTime.FindAllStringIndex(text, -1)
	if len(found) == 0 {
		return text
	}
	return replaceEach(text, found, func(from, to int) bool {
		before := strings.TrimRightFunc(text[:from], unicode.IsSpace)
		return !timeSpan.MatchString(before) && !(from > 0 && strings.ContainsRune(".,/0123456789", rune(text[from-1]))) && !startsInWord(text[to:])
	})
}

// startsInWord reports whether a text goes on with a letter or a digit.
func startsInWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return inWord(r)
}

// HasLetters reports whether a text holds a letter.
func HasLetters(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }
