package question

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cchcbot/index"
	"cchcbot/index/vi"
)

var (
	plainNumber  = regexp.MustCompile(`^\d{1,3}$`)
	dottedNumber = regexp.MustCompile(`^\d{1,2}(\.\d{1,2}){0,3}$`)
	romanNumber  = map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
	digitWords   = map[string]int{
		"khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5,
		"sau": 6, "bay": 7, "tam": 8, "chin": 9, "nhat": 1,
	}
)

// numberWords are the digits with their marks.
var numberWords = "không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín nhất mười mươi trăm nghìn ngàn lẻ linh chấm"

// plainly reports whether a word with marks is one of a list: "hài" is no
// "hai". A word without marks may be any.
func (w word) plainly(list string) bool {
	return !w.Marked() || w.oneOf(list)
}

// oneOf reports whether a word is one of a list written with marks; a word
// without marks may be any that folds to it.
func (w word) oneOf(list string) bool {
	marked := w.Marked()
	for len(list) > 0 {
		known, rest, _ := strings.Cut(list, " ")
		if w.Toned == known || !marked && known != "" && vi.FoldsTo(known, w.Folded) {
			return true
		}
		list = rest
	}
	return false
}

// wholeNumber reads a whole number below 100, in figures or in words, from the
// beginning of words: its value and its length in words, 0 where there is none.
func wholeNumber(words []word) (value, length int) {
	if len(words) == 0 {
		return 0, 0
	}
	first := words[0].Folded
	if plainNumber.MatchString(first) {
		for _, digit := range first {
			value = value*10 + int(digit-'0')
		}
		return value, 1
	}
	if first == "muoi" {
		if unit, ok := digitAt(words, 1); ok {
			return 10 + unit, 2
		}
		return 10, 1
	}
	tens, ok := digitWords[first]
	if !ok || !words[0].plainly(numberWords) {
		return 0, 0
	}
	if len(words) > 1 && words[1].oneOf("trăm") && tens > 0 {
		rest, n := hundredsRest(words[2:])
		return tens*100 + rest, 2 + n
	}
	if len(words) > 1 && words[1].Folded == "muoi" {
		if unit, ok := digitAt(words, 2); ok && !yearFollows(words[2:]) && !(len(words) > 3 && words[3].Folded == "muoi") {
			return tens*10 + unit, 3
		}
		return tens * 10, 2
	}
	return tens, 1
}

// hundredsRest reads what follows "trăm": "hai mươi", "lẻ tám".
func hundredsRest(words []word) (value, length int) {
	if len(words) > 1 && words[0].oneOf("lẻ linh") {
		if unit, ok := digitAt(words, 1); ok {
			return unit, 2
		}
		return 0, 0
	}
	value, length = wholeNumber(words)
	if value > 99 {
		return 0, 0
	}
	return value, length
}

// yearFollows tells "năm hai không hai không", where năm is the word rather
// than the digit.
func yearFollows(words []word) bool {
	if len(words) < 2 || words[0].Folded != "nam" {
		return false
	}
	run, _ := digitRun(words[1:])
	return strings.HasPrefix(run, "20") && len(run) == 4 || yearWord.MatchString(words[1].Folded)
}

func digitAt(words []word, i int) (int, bool) {
	if i >= len(words) {
		return 0, false
	}
	d, ok := digitWords[words[i].Folded]
	return d, ok && d > 0
}

// placeNumber reads the number of a place: "7.15", "7 chấm 15", "bảy chấm mười
// lăm", from the beginning of words.
func placeNumber(words []word) (number string, length int) {
	if len(words) == 0 {
		return "", 0
	}
	if trimmed := strings.TrimRight(words[0].Folded, "."); dottedNumber.MatchString(trimmed) && strings.Contains(trimmed, ".") {
		return trimmed, 1
	}
	value, length := wholeNumber(words)
	if length == 0 {
		return "", 0
	}
	number = strconv.Itoa(value)
	for length+1 < len(words) && (words[length].Folded == "cham" || words[length].Folded == "phay") {
		next, n := wholeNumber(words[length+1:])
		if n == 0 {
			break
		}
		number += "." + strconv.Itoa(next)
		length += 1 + n
	}
	return number, length
}

// period reads the number of a quarter or month: figures, words or Roman.
func period(words []word) (value, length int) {
	if len(words) == 0 {
		return 0, 0
	}
	if roman, ok := romanNumber[words[0].Folded]; ok {
		return int(roman[0] - '0'), 1
	}
	if further := slices.Index(furtherRoman, words[0].Folded); further >= 0 && words[0].Capitals {
		return len(sections) + 1 + further, 1 // no quarter, and to be told so
	}
	return wholeNumber(words)
}

// leastSpoken is the shortest run of digits spoken one by one that is a number
// for sure: "bốn ba hai bốn", but not "một hai".
const leastSpoken = 3

// spokenNumbers writes dictated numbers in figures: runs of digits ("bốn ba hai
// bốn"), years ("hai ngàn hai bốn") and numbers of documents in words ("nghị
// quyết chín mươi tám").
func spokenNumbers(words []word) []word {
	out := words[:0:0]
	for i := 0; i < len(words); {
		if number, n := spokenThousands(words[i:]); n > 0 {
			out = append(out, figure(number))
			i += n
			continue
		}
		if run, n := digitRun(words[i:]); n >= leastSpoken {
			out = appendRun(out, run)
			i += n
			continue
		}
		if number, n := districtNumber(out, words[i:]); n > 0 {
			out = append(out, figure(number))
			i += n
			continue
		}
		if kind := numberedType(out, words[i]); kind != "" {
			if run, n := digitRun(words[i:]); n == 2 {
				out = append(out, figure(run))
				i += n
				continue
			}
			if value, n := wholeNumber(words[i:]); value > 9 {
				out = append(out, figure(strconv.Itoa(value)))
				i += n
				continue
			}
		}
		out = append(out, words[i])
		i++
	}
	return out
}

// numberedType is the type of document that stands before a word that may be its
// number, "" where there is none.
func numberedType(before []word, w word) string {
	if _, ok := digitWords[w.Folded]; !ok && w.Folded != "muoi" {
		return ""
	}
	kind, _ := typeBefore(before, len(before))
	return kind
}

// districtNumber reads the number of a district or ward in words: "quận một". A
// word without marks that may be another is none.
func districtNumber(before, words []word) (number string, length int) {
	if len(before) == 0 || !before[len(before)-1].oneOf("quận phường") || hasDigits(words[0].Folded) || words[0].oneOf("không tư bảy") && !words[0].Marked() {
		return "", 0
	}
	if !words[0].Marked() && (words[0].Folded == "sau" || words[0].Folded == "nam" || words[0].Folded == "bay") || words[0].Folded == "nam" && len(words) > 1 && (yearFollows(words) || words[1].oneOf("nay sau tới ngoái trước")) {
		return "", 0
	}
	value, n := wholeNumber(words)
	if n == 0 || value < 1 || value > 30 || n < len(words) && words[n].oneOf("quận phường việc số") {
		return "", 0
	}
	return strconv.Itoa(value), n
}

func figure(s string) word { return word{Word: index.Word{Folded: s, Toned: s}} }

// appendRun adds a run of digits; "năm" before a year is the word, not the
// digit: "không tám năm hai không hai ba" is 08, year 2023.
func appendRun(out []word, run string) []word {
	number, year, ok := strings.Cut(run, "520")
	if !ok || len(year) != 2 {
		return append(out, figure(run))
	}
	if number != "" {
		out = append(out, figure(number))
	}
	return append(out, word{Word: index.Word{Folded: "nam", Toned: "năm"}}, figure("20"+year))
}

// digitRun reads digits spoken one by one.
func digitRun(words []word) (run string, length int) {
	for _, w := range words {
		d, ok := digitWords[w.Folded]
		if !ok || !w.plainly(numberWords) {
			break
		}
		run += strconv.Itoa(d)
		length++
	}
	return run, length
}

// spokenThousands reads a number from a thousand to 9999: "hai ngàn hai bốn",
// "sáu nghìn không trăm lẻ bốn".
func spokenThousands(words []word) (number string, length int) {
	if len(words) < 3 || !words[1].oneOf("ngàn nghìn") {
		return "", 0
	}
	thousands, ok := digitAt(words, 0)
	if !ok || !words[0].plainly(numberWords) {
		return "", 0
	}
	i, value := 2, thousands*1000
	if i+1 < len(words) && words[i+1].Folded == "tram" {
		if hundreds, ok := digitWords[words[i].Folded]; ok {
			value += hundreds * 100
			i += 2
		}
	}
	if i < len(words) && (words[i].Folded == "le" || words[i].Folded == "linh") {
		i++
	}
	rest, n := wholeNumber(words[i:])
	if n == 1 && rest > 0 && rest < 10 {
		if unit, ok := digitAt(words, i+1); ok {
			rest, n = rest*10+unit, 2
		}
	}
	if i+n == 2 {
		return "", 0 // "đầu tư ngân sách" counts nothing
	}
	return strconv.Itoa(value + rest), i + n
}
