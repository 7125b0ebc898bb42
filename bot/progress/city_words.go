package progress

import (
	"slices"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// cityAsked is what of the city words ask for.
type cityAsked struct {
	topic string // of the screen
	here  bool   // of one's own agency, for those who do not see the city
}

// ParseCity reads the question how the city or its agencies stand: "cả thành phố
// còn bao nhiêu việc quá hạn", "quận nào chậm nhất", "tiến độ các sở", "so với tuần
// trước". It is one where each word says whom, how late or how far; any other word
// makes it a question about the plan, which speaks of late files, too.
func ParseCity(text string) (cityAsked, bool) {
	said := map[cityWord]bool{}
	group := ""
	words := strings.Fields(question.Folded(text))
	for len(words) > 0 {
		i := slices.IndexFunc(cityPhrases, func(p cityPhrase) bool { return hasPrefix(words, strings.Fields(p.words)) })
		if i < 0 {
			return cityAsked{}, false
		}
		said[cityPhrases[i].says] = true
		if group == "" {
			group = cityPhrases[i].group
		}
		words = words[len(strings.Fields(cityPhrases[i].words)):]
	}
	some := said[saysAgencies] && (said[saysMany] || said[saysMost])
	switch late, far := said[saysLate], said[saysFar]; {
	case said[saysWeek] && !said[saysAgencies]:
		return cityAsked{here: !said[saysCity]}, true
	case some && (late || far), said[saysCity] && late:
		if group != "" {
			group = "." + group
		}
		return cityAsked{topic: topicByAgency + group}, true
	case said[saysCity] && far && !said[saysAgencies]:
		return cityAsked{}, true
	}
	return cityAsked{}, false
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

type cityPhrase struct {
	words string
	says  cityWord
	group string
}

// cityPhrases are all words of such questions; the longer before the shorter.
var cityPhrases = []cityPhrase{
	{"so voi tuan truoc", saysWeek, ""},
	{"toan thanh pho", saysCity, ""}, {"ca thanh pho", saysCity, ""}, {"thanh pho", saysCity, ""}, {"toan tp", saysCity, ""}, {"ca tp", saysCity, ""}, {"tp", saysCity, ""},
	{"so ban nganh", saysAgencies, "so-ban-nganh"}, {"so nganh", saysAgencies, "so-ban-nganh"}, {"quan huyen", saysAgencies, "quan-huyen"}, {"phuong xa", saysAgencies, plan.WardGroup},
	{"don vi", saysAgencies, ""}, {"co quan", saysAgencies, ""}, {"so lieu", saysFar, ""}, {"so", saysAgencies, "so-ban-nganh"},
	{"quan", saysAgencies, "quan-huyen"}, {"huyen", saysAgencies, "huyen"}, {"phuong", saysAgencies, plan.WardGroup}, {"xa", saysAgencies, plan.WardGroup}, {"ai", saysAgencies, ""},
	{"danh sach", saysMany, ""}, {"nhung", saysMany, ""}, {"cac", saysMany, ""}, {"top", saysMany, ""}, {"3", saysMany, ""}, {"5", saysMany, ""}, {"10", saysMany, ""}, {"liet ke", saysMany, ""},
	{"nhieu nhat", saysMost, ""}, {"nhat", saysMost, ""}, {"dang", saysNothing, ""},
	{"cham tien do", saysLate, ""}, {"tre tien do", saysLate, ""}, {"qua han", saysLate, ""}, {"tre han", saysLate, ""}, {"cham han", saysLate, ""}, {"no han", saysLate, ""},
	{"cham tre", saysLate, ""}, {"tre", saysLate, ""}, {"cham", saysLate, ""}, {"no", saysLate, ""}, {"kem", saysLate, ""}, {"yeu", saysLate, ""},
	{"tien do", saysFar, ""}, {"tinh hinh", saysFar, ""}, {"da nop", saysFar, ""}, {"chua nop", saysFar, ""}, {"hoan thanh", saysFar, ""}, {"ty le", saysFar, ""}, {"ti le", saysFar, ""},
	{"bao nhieu", saysNothing, ""}, {"phan tram", saysNothing, ""}, {"the nao", saysNothing, ""}, {"ra sao", saysNothing, ""}, {"hien nay", saysNothing, ""}, {"hien tai", saysNothing, ""}, {"xep hang", saysMany, ""},
	{"nhiem vu", saysNothing, ""}, {"viec", saysNothing, ""}, {"gi", saysNothing, ""}, {"nao", saysNothing, ""}, {"may", saysNothing, ""}, {"con", saysNothing, ""}, {"co", saysNothing, ""},
	{"da", saysNothing, ""}, {"bi", saysNothing, ""}, {"khong", saysNothing, ""}, {"a", saysNothing, ""}, {"vay", saysNothing, ""}, {"chua", saysNothing, ""}, {"cho", saysNothing, ""}, {"xem", saysNothing, ""}, {"cua", saysNothing, ""}, {"hien", saysNothing, ""},
}
