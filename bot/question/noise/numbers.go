package noise

import (
	"regexp"
	"strconv"
	"strings"
)

// Numbers and dates as people type them, each form with how it is written
// where it is read.
var (
	gluedNumber = regexp.MustCompile(`(?i)(^|[^\p{L}\d])(nv|nhiệm ?vụ|nhiem ?vu|mục|muc|stt|việc|viec|số|so|dòng|dong|pl)((?:\d{1,2}|[lI])(?:[.,]\d{1,2})+)`)
	gluedPeriod = regexp.MustCompile(`(?i)(^|[^\p{L}\d])(năm|nam|quý|quy|tháng|thang)(20\d\d|\d{1,2})($|[^\d\p{L}.])`)
	smallL      = regexp.MustCompile(`(^|[^\p{L}\d.])l\.(\d{1,2})`)
	innerL      = regexp.MustCompile(`(\d\.)l(\d?)(\s|[?,;.!]|$)`)
	apartDot    = regexp.MustCompile(`(^|[^\d.,/\p{L}])((?:\p{L}+ )?)(\d{1,2})(?: \. ?|\. )(\d{1,2})($|[^\d.,/%])`)
	commaNumber = regexp.MustCompile(`(^|[^\d.,/\p{L}])((?:\p{L}+ )?)(\d{1,2}),(\d{1,2})($|[^\d.,/%])`)
	zeroNumber  = regexp.MustCompile(`(^|[^\d.,/-])0(\d)((?:\.\d{1,2}){1,3})($|[^\d.,/-])`)
	isoDate     = regexp.MustCompile(`(^|[^\d./-])(20\d\d)[-./](\d{1,2})[-./](\d{1,2})($|[^\d./-])`)
	longDate    = regexp.MustCompile(`(^|[^\d./-])(\d{1,2})[-.](\d{1,2})[-./](20\d\d|\d\d)($|[^\d./-])`)
	slashYear   = regexp.MustCompile(`(^|[^\d./-])(\d{1,2})/(\d{1,2})/(\d\d)($|[^\d./-])`)
	shortDate   = regexp.MustCompile(`(^|[^\d./-])((?:\p{L}+ )?)(\d{1,2})[-.](\d{1,2})($|[^\d./\p{L}-])`)
	dateSpan    = regexp.MustCompile(`(\d{1,2}/\d{1,2}(?:/\d{4})?)\s*[-–—]\s*(\d{1,2}/\d{1,2})`)
	periodSpan  = regexp.MustCompile(`(?i)((?:^|[^\p{L}])(?:quý|quy|tháng|thang)\s+(?:\d{1,2}|i{1,3}|iv))\s*[-–—]\s*((?:(?:quý|quy|tháng|thang)\s*)?(?:\d{1,2}|iv|v|i{1,3})(?:$|[^\p{L}\d.]))`)
	scannedRoma = regexp.MustCompile(`(?i)((?:^|[^\p{L}])(?:quý|quy)\s+)([il|1]{0,2}[l|][il|1]{0,2}v?|1v)($|[^\p{L}\d])`)
)

// Words before a number that tell what it is: those of periods and places take no
// decimal comma, those of dates make a date of a pair.
const (
	periodNouns = " quý quy tháng thang t q ngày ngay tuần tuan năm nam điều dieu khoản khoan quận quan phường phuong p phần phan lần lan "
	dateNouns   = " ngày ngay mùng mung hôm hom lễ le "
)

// WriteNumbers writes numbers and dates in the form in which they are read:
// "1,14", "1. 14", "l.14", "nv1.14" and "01.14" as 1.14, "31-12-2024" and
// "2024-12-31" as 31/12/2024, "quý I-III" with the word for the stroke.
func WriteNumbers(text string) string {
	if !strings.ContainsAny(text, "0123456789") {
		return writeScanned(writeSpans(text))
	}
	text = writeScanned(text)
	text = gluedPeriod.ReplaceAllString(text, "$1$2 $3$4")
	if !strings.ContainsAny(text, ".,-/–—") {
		return text
	}
	text = isoDate.ReplaceAllString(text, "$1$4/$3/$2$5")
	text = longDate.ReplaceAllString(text, "$1$2/$3/$4$5")
	text = slashYear.ReplaceAllString(text, "$1$2/$3/20$4$5")
	text = shortDate.ReplaceAllStringFunc(text, writeShortDate)
	text = gluedNumber.ReplaceAllString(text, "$1$2 $3")
	text = smallL.ReplaceAllString(text, "${1}1.$2")
	text = innerL.ReplaceAllString(text, "${1}1$2$3")
	for _, form := range []*regexp.Regexp{apartDot, commaNumber} {
		text = form.ReplaceAllStringFunc(text, func(found string) string { return joinPair(form, found) })
	}
	text = zeroNumber.ReplaceAllStringFunc(text, withoutZeros)
	return writeSpans(text)
}

// writeSpans writes the word for the stroke between two ends.
func writeSpans(text string) string {
	if !strings.ContainsAny(text, "-–—") {
		return text
	}
	text = dateSpan.ReplaceAllString(text, "$1 đến $2")
	return periodSpan.ReplaceAllString(text, "$1 đến $2")
}

// writeScanned writes Roman numbers of quarters that were scanned with an l or typed
// with a stroke.
func writeScanned(text string) string {
	if !strings.Contains(text, "uý") && !strings.Contains(text, "uy") && !strings.Contains(text, "UÝ") && !strings.Contains(text, "UY") {
		return text
	}
	return scannedRoma.ReplaceAllStringFunc(text, writeRoman)
}

func writeRoman(found string) string {
	m := scannedRoma.FindStringSubmatch(found)
	roman := strings.NewReplacer("l", "i", "|", "i", "1", "i", "L", "I").Replace(m[2])
	return m[1] + roman + m[3]
}

// writeShortDate makes a day of "31-12" and "31.12" where they can be no number
// of a place, or where a word says so.
func writeShortDate(found string) string {
	m := shortDate.FindStringSubmatch(found)
	day, _ := strconv.Atoi(m[3])
	month, _ := strconv.Atoi(m[4])
	said := strings.Contains(dateNouns, " "+strings.ToLower(strings.TrimSpace(m[2]))+" ") && m[2] != ""
	stroke := strings.Contains(found, m[3]+"-")
	if !said && strings.Contains(periodNouns, " "+strings.ToLower(strings.TrimSpace(m[2]))+" ") && m[2] != "" {
		return found // "tháng 3-5"
	}
	if said || day > mostSections && day <= 31 && month >= 1 && month <= 12 || stroke && len(m[4]) == 2 && month <= 12 && month > 0 {
		return m[1] + m[2] + m[3] + "/" + m[4] + m[5]
	}
	return found
}

// mostSections is how many parts of an appendix are numbered; a greater first
// figure is that of a day.
const mostSections = 12

// joinPair joins two figures that a comma or a space parts, unless the word before
// them names periods or places, of which there may be two.
func joinPair(form *regexp.Regexp, found string) string {
	m := form.FindStringSubmatch(found)
	if m[2] != "" && strings.Contains(periodNouns, " "+strings.ToLower(strings.TrimSpace(m[2]))+" ") {
		return found
	}
	return m[1] + m[2] + m[3] + "." + m[4] + m[5]
}

// withoutZeros takes the zeros before figures away: "01.14". "05.04" may be a day,
// and stays a number of the same place.
func withoutZeros(found string) string {
	m := zeroNumber.FindStringSubmatch(found)
	groups := strings.Split(m[3][1:], ".")
	for i, g := range groups {
		if g = strings.TrimLeft(g, "0"); g != "" {
			groups[i] = g
		}
	}
	return m[1] + m[2] + "." + strings.Join(groups, ".") + m[4]
}
