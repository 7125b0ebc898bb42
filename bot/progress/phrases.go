package progress

import (
	"slices"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// ParseWho reads the question who has delivered something: "ai chưa nộp bài viết
// quý I", "1.14 quận nào nộp chậm". The words stand anywhere in it; the rest tells
// what, and when.
func ParseWho(text string) (rest string, w Whose, ok bool) {
	words := strings.Fields(text)
	bare := make([]string, len(words))
	for i, word := range words {
		bare[i] = question.Folded(word)
	}
	for i := range bare {
		for _, asked := range whoWords {
			who := strings.Fields(asked.words)
			if !hasPrefix(bare[i:], who) {
				continue
			}
			to := i + len(who)
			for to < len(bare) && whileWords[bare[to]] {
				to++
			}
			for _, said := range deliveryWords {
				if does := strings.Fields(said.words); hasPrefix(bare[to:], does) {
					rest = strings.Join(slices.Concat(words[:i], words[to+len(does):]), " ")
					return rest, Whose{Done: said.done, Group: asked.group}, true
				}
			}
		}
	}
	return "", Whose{}, false
}

func hasPrefix(words, prefix []string) bool {
	return len(words) >= len(prefix) && slices.Equal(words[:len(prefix)], prefix)
}

// whoWords ask for names, of a group where they tell one; the longer before the
// shorter.
var whoWords = []struct{ words, group string }{
	{"danh sach cac don vi", ""},
	{"danh sach cac co quan", ""},
	{"danh sach don vi", ""},
	{"danh sach co quan", ""},
	{"don vi nao", ""},
	{"co quan nao", ""},
	{"bao nhieu don vi", ""},
	{"bao nhieu co quan", ""},
	{"may don vi", ""},
	{"nhung ai", ""},
	{"ai", ""},
	{"so ban nganh nao", "so-ban-nganh"},
	{"so nganh nao", "so-ban-nganh"},
	{"so nao", "so-ban-nganh"},
	{"quan huyen nao", "quan-huyen"},
	{"quan nao", "quan-huyen"},
	{"huyen nao", "huyen"},
	{"phuong xa nao", plan.WardGroup},
	{"phuong nao", plan.WardGroup},
	{"xa nao", plan.WardGroup},
}

// whileWords may stand between who and what they did.
var whileWords = question.SetOf("con", "van", "hien", "dang", "la", "ma")

// deliveryWords say what was done, or not.
var deliveryWords = []struct {
	words string
	done  bool
}{
	{"chua nop", false},
	{"chua gui", false},
	{"chua hoan thanh", false},
	{"nop cham", false},
	{"cham nop", false},
	{"nop tre", false},
	{"tre nop", false},
	{"da nop", true},
	{"nop roi", true},
}
