package question

import (
	"slices"
	"strconv"
	"strings"

	"cchcbot/seeds/plan"
)

// placeWord introduces the number of a place.
type placeWord struct {
	phrase  string // as a citation writes it
	section string // that it implies, "" for none
}

// Words that introduce the number of a place, and the section that each
// implies.
var placeWords = []placeWord{
	{"Điều", "D"},
	{"Điều thứ", "D"},
	{"Điều số", "D"},
	{"chỉ tiêu", "II"},
	{"chỉ tiêu số", "II"},
	{"chỉ tiêu thứ", "II"},
	{"căn cứ thứ", "CC"},
	{"căn cứ số", "CC"},
	{"mục tiêu", "I"},
	{"mục tiêu số", "I"},
	{"mục tiêu thứ", "I"},
	{"mục", ""},
	{"mục số", ""},
	{"tiểu mục", ""},
	{"khoản", ""},
	{"điểm", ""},
	{"phần", ""},
	{"ý", ""},
	{"stt", "PL"},
	{"số thứ tự", "PL"},
	{"dòng", "PL"},
	{"dòng số", "PL"},
	{"hàng số", "PL"},
	{"nhiệm vụ", ""},
	{"nhiệm vụ số", ""},
	{"nhiệm vụ thứ", ""},
	{"nv", ""},
	{"đầu việc", ""},
	{"đầu việc số", ""},
	{"phụ lục", "PL"},
	{"phụ lục mục", "PL"},
	{"phụ lục stt", "PL"},
	{"phụ lục số", "PL"},
	{"phụ lục nhiệm vụ", "PL"},
}

var sections = []string{"i", "ii", "iii", "iv", "v"}

// furtherRoman are sections that people ask for and no such plan has.
var furtherRoman = []string{"vi", "vii", "viii", "ix", "x"}

// placeAtWord is a place with where it is named.
type placeAtWord struct {
	Place
	at, to int
}

// placeReader finds the numbered places of the document in a sentence.
type placeReader struct {
	plainNumbers bool
	placeWords   *phrases[placeWord]
	sectionNames *phrases[string]
}

// places finds the numbered places that a sentence names and marks their words
// as taken.
func (r *placeReader) places(words []word) []Place {
	var all []Place
	for _, p := range r.placesAt(words) {
		all = append(all, p.Place)
	}
	return all
}

// placesAt is places, with where they are named.
func (r *placeReader) placesAt(words []word) []placeAtWord {
	var found []placeAtWord
	appendix := mentions(words, "phu", "luc")
	named := r.sectionByName(words)
	if named == "" {
		named = sectionNamed(words)
	}
	for i := 0; i < len(words); i++ {
		p, length := r.placeAt(words, i, named != "")
		if length == 0 {
			continue
		}
		if p.Number == "" && p.Section != "" && i+length < len(words) && len(found) > 0 && found[len(found)-1].Section == "" {
			found[len(found)-1].Section = p.Section
			take(words[i : i+length])
			i += length - 1
			continue
		}
		if p.Section == "" && appendix {
			p.Section = "PL"
		}
		if p.Section == "" {
			p.Section = named
		}
		found = append(found, placeAtWord{p, i, i + length})
		take(words[i : i+length])
		i += length - 1
	}
	if len(found) > 0 && appendix {
		takePhrase(words, "phu", "luc")
	}
	found = slices.DeleteFunc(found, func(p placeAtWord) bool {
		return p.Number == "" && slices.ContainsFunc(found, func(o placeAtWord) bool { return o.Number != "" && o.Section == p.Section })
	})
	if named == "V" && len(found) == 0 {
		found = append(found, placeAtWord{Place{Section: named, Words: "mục V"}, 0, 0})
	}
	return found
}

// placeAt reads a place that begins at words[i]. In a section that the sentence
// names elsewhere, a number without a dot is a place too.
func (r *placeReader) placeAt(words []word, i int, inSection bool) (Place, int) {
	if p, ok := unitIDAt(words[i:]); ok {
		return p, 2
	}
	found, skip := r.placeWords.longest(words, i)
	section, label := found.section, found.phrase
	rest := words[i+skip:]
	if skip == 0 {
		// A bare dotted number is a place when nothing else can be meant.
		if number, n := placeNumber(rest); n == 1 && strings.Contains(number, ".") && strings.Contains(rest[0].Folded, ".") {
			return Place{Number: number, Words: "mục " + number}, 1
		}
		if number, n := placeNumber(rest); n > 2 && rest[1].Toned == "chấm" && strings.Contains(number, ".") {
			return Place{Number: number, Words: "mục " + number}, n // "bảy chấm mười lăm"
		}
		return Place{}, 0
	}
	if p, ok := unitIDAt(rest); ok {
		return p, skip + 2
	}
	if len(rest) > 0 && section == "" && (slices.Contains(sections, rest[0].Folded) || slices.Contains(furtherRoman, rest[0].Folded)) {
		roman := strings.ToUpper(rest[0].Folded)
		number, n := r.numberInSection(rest[1:])
		return Place{Section: roman, Number: number, Words: strings.TrimSuffix(label+" "+roman+"."+number, ".")}, skip + 1 + n
	}
	number, n := placeNumber(rest)
	if n == 0 {
		return Place{}, 0
	}
	if label == "phần" && n == 1 && !strings.Contains(number, ".") {
		// "phần ba mục bảy chấm tám": parts are counted like the Roman sections.
		if further, m := r.numberInSection(rest[n:]); m > 0 {
			if section := romanSection(number); section != "" {
				return Place{Section: section, Number: further, Words: "mục " + section + "." + further}, skip + n + m
			}
		}
	}
	inWords := !hasDigits(rest[0].Folded)
	if !strings.Contains(number, ".") && (section == "" && !inSection && !numbersPlaces(label) && !r.numbersTask(label, rest[n:]) || inWords && section != "D") {
		return Place{}, 0
	}
	return Place{Section: section, Number: number, Words: label + " " + number}, skip + n
}

// romanSection is the section of a part counted in figures.
func romanSection(number string) string {
	if n, err := strconv.Atoi(number); err == nil && n >= 1 && n <= len(sections) {
		return strings.ToUpper(sections[n-1])
	}
	return ""
}

// numberInSection reads the number that follows the name of a section, a part
// of it passed over: "mục III phần 2 số 2.3", "mục V số 10", "mục III.4.5".
func (r *placeReader) numberInSection(words []word) (number string, length int) {
	for skip := 0; skip < len(words) && skip <= 4; {
		number, n := placeNumber(words[skip:])
		if n == 0 {
			if _, n := r.placeWords.longest(words, skip); n > 0 {
				skip += n
				continue
			}
			if words[skip].Folded != "so" {
				break
			}
			skip++
			continue
		}
		if further, m := r.numberInSection(words[skip+n:]); m > 0 && strings.HasPrefix(further, number+".") {
			return further, skip + n + m
		}
		return number, skip + n
	}
	return "", 0
}

// sectionNames are the headings of the sections, as people call them.
func sectionNames() *phrases[string] {
	p := &phrases[string]{}
	p.addLines("phần mục tiêu, mục mục tiêu", "I")
	p.addLines("phần chỉ tiêu, mục chỉ tiêu", "II")
	p.addLines("phần nhiệm vụ trọng tâm, mục nhiệm vụ trọng tâm, nhiệm vụ trọng tâm", "III")
	p.addLines("phần kinh phí, mục kinh phí, phần kinh phí thực hiện, mục kinh phí thực hiện", "IV")
	p.addLines("phần tổ chức thực hiện, mục tổ chức thực hiện, tổ chức thực hiện", "V")
	return p
}

// numbersPlaces tells the words that make a place even of a number without a
// dot: "mục 5", but not "nhiệm vụ 5" or "phần 5".
func numbersPlaces(label string) bool {
	return label == "mục" || label == "mục số" || label == "tiểu mục"
}

// numbersTask tells "nhiệm vụ 3" of a plan whose tasks have such numbers from
// "nhiệm vụ 3 tháng đầu năm": the words behind the number decide.
func (r *placeReader) numbersTask(label string, behind []word) bool {
	switch {
	case !r.plainNumbers || !strings.HasPrefix(label, "nhiệm vụ") && !strings.HasPrefix(label, "việc"):
		return false
	case len(behind) == 0 || !countedUnits[behind[0].Folded]:
		return true
	}
	return behind[0].Folded == "nam" && len(behind) > 1 && (sideYears[behind[1].Folded] || hasDigits(behind[1].Folded))
}

var (
	countedUnits = plan.KeySet("ngay tuan thang quy nam lan so xa phuong nguoi trieu ty phan")
	sideYears    = plan.KeySet("nay ngoai truoc sau toi")
)

// unitIDAt reads an id of a unit as the bot itself prints it, of which the
// section and the number are words of their own: "PL.1.14", "III.3.9".
func unitIDAt(words []word) (Place, bool) {
	if len(words) < 2 || !strings.Contains(words[1].Folded, ".") || !dottedNumber.MatchString(words[1].Folded) {
		return Place{}, false
	}
	section := strings.ToUpper(words[0].Folded)
	if section != "PL" && section != "CC" && !slices.Contains(sections, words[0].Folded) {
		return Place{}, false
	}
	return Place{Section: section, Number: words[1].Folded, Words: section + "." + words[1].Folded}, true
}

// sectionByName finds a section called by its heading and marks its words.
func (r *placeReader) sectionByName(words []word) string {
	for i := range words {
		section, n := r.sectionNames.longest(words, i)
		if n > 1 && words[0].use == taken && !words[i].oneOf("phần mục") {
			continue // "việc thứ nhất tổ chức thực hiện lúc nào"
		}
		if n > 1 {
			take(words[i : i+n])
			return section
		}
	}
	return ""
}

// sectionNamed finds a section named apart from the number: "3.9 của phần III",
// "chỉ tiêu 3.2".
func sectionNamed(words []word) string {
	for i := 0; i+1 < len(words); i++ {
		lead := words[i].Folded
		if (lead == "phan" || lead == "muc") && slices.Contains(sections, words[i+1].Folded) {
			return strings.ToUpper(words[i+1].Folded)
		}
	}
	return ""
}

// mentions reports whether two words stand side by side.
func mentions(words []word, a, b string) bool {
	for i := 0; i+1 < len(words); i++ {
		if words[i].Folded == a && words[i+1].Folded == b {
			return true
		}
	}
	return false
}

func takePhrase(words []word, a, b string) {
	for i := 0; i+1 < len(words); i++ {
		if words[i].Folded == a && words[i+1].Folded == b {
			take(words[i : i+2])
		}
	}
}

func take(words []word) {
	for i := range words {
		words[i].use = taken
	}
}

// spoken joins words as they were written.
func spoken(words []word) string {
	toned := make([]string, len(words))
	for i, w := range words {
		toned[i] = w.Toned
	}
	return strings.Join(toned, " ")
}
