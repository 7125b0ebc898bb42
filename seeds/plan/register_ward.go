package plan

import "strings"

// wardForm is one form of commune-level name.
type wardForm struct {
	words []string // folded
	slug  string
	name  string // as it is printed
	note  string
	from  Date
	to    Date
}

// lastDistrictDay is the last day of townships: from 1 July 2025 there are
// phường, xã and đặc khu alone.
var lastDistrictDay = Date{2025, 6, 30}

var wardForms = []wardForm{
	{words: []string{"thi", "tran"}, slug: "thi-tran", name: "thị trấn", note: "thị trấn", to: lastDistrictDay},
	{words: []string{"dac", "khu"}, slug: "dac-khu", name: "đặc khu", note: "đặc khu", from: Date{2025, 7, 1}},
	{words: []string{"phuong"}, slug: "phuong", name: "phường", note: "phường"},
	{words: []string{"xa"}, slug: "xa", name: "xã", note: "xã"},
	{words: []string{"tt"}, slug: "thi-tran", name: "thị trấn", note: "thị trấn", to: lastDistrictDay},
	{words: []string{"p"}, slug: "phuong", name: "phường", note: "phường"},
	{words: []string{"x"}, slug: "xa", name: "xã", note: "xã"},
}

// notWardNames are words that follow "phường" or "xã" without naming one:
// "xã hội", "phường, xã", "phường em".
var notWardNames = KeySet("hoi phuong xa thi dac tran khu em toi minh anh chi ta nao nay kia do cac va co thi phai la gi o cua trong duoc nguyen")

// notInWardNames are words of a question that runs on behind a name: "phường 5
// phải làm gì". No ward is called by any of them.
var notInWardNames = KeySet("phai gi j nao")

// maxWardWords is the longest name of a ward in words: "Tân Thới Hiệp Mới"
// and the like.
const maxWardWords = 4

// Ward recognises a ward, commune, township or special zone by the form of its
// name ("phường Bến Nghé", "UBND xã Tân Thông Hội", "phuong 5"): no list of
// them is kept. The agency returned is made up for the name, with WardGroup as
// its group and the kind in its Note; the register does not hold it.
func (r *Register) Ward(name string) (Agency, bool) {
	name = CleanText(name)
	words := WordsOf(name)
	if len(words) > 1 && words[0].Key == "chu" && words[1].Key == "tich" {
		words = words[2:]
	}
	if len(words) > 0 && words[0].Key == "ubnd" {
		words = words[1:]
	}
	for _, f := range wardForms {
		if beginsWith(words, f.words) {
			return f.agency(name, words[len(f.words):])
		}
	}
	return Agency{}, false
}

// agency makes the agency of a ward from the words of its name.
func (f wardForm) agency(text string, words []Word) (Agency, bool) {
	if len(words) == 0 || len(words) > maxWardWords || notWardNames[words[0].Key] {
		return Agency{}, false
	}
	slug := make([]string, 0, len(words)+1)
	slug = append(slug, f.slug)
	shown := make([]string, 0, len(words))
	for i, w := range words {
		if w.before > sepSoft || i > 0 && (w.before != sepNone || notInWardNames[w.Key]) {
			return Agency{}, false
		}
		slug = append(slug, w.Key)
		shown = append(shown, capitalise(text[w.start:w.End]))
	}
	full := "UBND " + f.name + " " + strings.Join(shown, " ")
	return Agency{
		ID:        strings.Join(slug, "-"),
		Name:      full,
		Head:      "Chủ tịch " + full,
		Groups:    []string{WardGroup},
		ValidFrom: f.from,
		ValidTo:   f.to,
		Note:      f.note,
	}, true
}

// capitalise writes the first letter of each word large: "bến nghé" becomes
// "Bến Nghé".
func capitalise(s string) string {
	fields := strings.Fields(s)
	for i, w := range fields {
		r := []rune(w)
		fields[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return strings.Join(fields, " ")
}
