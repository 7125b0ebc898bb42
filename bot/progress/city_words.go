package progress

import (
	"cmp"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// CityQuestion is what of the city words ask for.
type CityQuestion struct {
	topic string // of the screen
	here  bool   // of one's own agency, for those who do not see the city
}

// ParseCity reads the question how the city or its agencies stand: "cả thành phố
// còn bao nhiêu việc quá hạn", "quận nào chậm nhất", "tiến độ các sở", "so với tuần
// trước". It is one where each word says whom, how late or how far; any other word
// makes it a question about the plan, which speaks of late files, too.
func ParseCity(text string) (CityQuestion, bool) {
	said := map[cityWord]bool{}
	group := ""
	words := strings.Fields(question.Folded(text))
	for len(words) > 0 {
		var says cityWord
		var of string
		taken := 0
		for _, p := range cityPhrases {
			for _, phrase := range p.words {
				if n := strings.Count(phrase, " ") + 1; n > taken && hasPrefix(words, strings.Fields(phrase)) {
					says, of, taken = p.says, p.group, n
				}
			}
		}
		if taken == 0 {
			return CityQuestion{}, false
		}
		said[says] = true
		group = cmp.Or(group, of)
		words = words[taken:]
	}
	some := said[saysAgencies] && (said[saysMany] || said[saysMost])
	switch late, far := said[saysLate], said[saysFar]; {
	case said[saysWeek] && !said[saysAgencies]:
		return CityQuestion{here: !said[saysCity]}, true
	case some && (late || far), said[saysCity] && late:
		if group != "" {
			group = "." + group
		}
		return CityQuestion{topic: topicByAgency + group}, true
	case said[saysCity] && far && !said[saysAgencies]:
		return CityQuestion{}, true
	}
	return CityQuestion{}, false
}

// cityWord is what a word of such a question says.
type cityWord int

const (
	saysNothing cityWord = iota
	saysCity
	saysAgencies // a kind of agencies
	saysMany     // of them, rather than which one
	saysMost
	saysLate
	saysFar // how far they are
	saysWeek
)

// cityPhrases are all words of such questions, by what they say; the longest that
// fits is meant.
var cityPhrases = []struct {
	says  cityWord
	group string // of a kind of agencies
	words []string
}{
	{saysCity, "", []string{"thanh pho", "toan thanh pho", "ca thanh pho", "tp", "toan tp", "ca tp"}},
	{saysAgencies, "", []string{"don vi", "co quan", "ai"}},
	{saysAgencies, "so-ban-nganh", []string{"so", "so nganh", "so ban nganh"}},
	{saysAgencies, "quan-huyen", []string{"quan", "quan huyen"}},
	{saysAgencies, "huyen", []string{"huyen"}},
	{saysAgencies, plan.WardGroup, []string{"phuong", "xa", "phuong xa"}},
	{saysMany, "", []string{"nhung", "cac", "danh sach", "liet ke", "xep hang", "top", "3", "5", "10"}},
	{saysMost, "", []string{"nhat", "nhieu nhat"}},
	{saysLate, "", []string{"qua han", "tre", "tre han", "tre tien do", "cham", "cham han", "cham tre", "cham tien do", "no", "no han", "kem", "yeu"}},
	{saysFar, "", []string{"tien do", "tinh hinh", "da nop", "chua nop", "hoan thanh", "ty le", "ti le", "so lieu"}},
	{saysWeek, "", []string{"so voi tuan truoc"}},
	{saysNothing, "", []string{
		"bao nhieu", "phan tram", "the nao", "ra sao", "hien nay", "hien tai", "nhiem vu", "viec", "gi", "nao", "may", "con", "co", "dang",
		"da", "bi", "khong", "a", "vay", "chua", "cho", "xem", "cua", "hien",
	}},
}
