package question

import (
	"strings"

	"cchcbot/index"
)

// LastOne is the ordinal of "cái cuối cùng".
const LastOne = -1

// ordinal reads "nhiệm vụ thứ hai" and the like: the place in the list that was
// shown, from 1 or LastOne, 0 for none. Its words are taken.
func ordinal(words []word) int {
	for i := range words {
		if place := ordinalFrom(words, i); place != 0 {
			return place
		}
	}
	return 0
}

// ordinalFrom is the same of words that begin at i.
func ordinalFrom(words []word, i int) int {
	start := i
	i = skip(words, i, ordinalLeads)
	noun := skip(words, i, ordinalNouns)
	place, n := ordinalAt(words, noun)
	if n == 0 && noun == i+2 && noun < len(words) && words[noun-1].oneOf("số") && words[i].oneOf("việc cái câu dòng ý") {
		place, n = wholeNumber(words[noun:]) // "việc số 2"
	}
	end := noun + n
	switch {
	case n == 0 || start > 0 && noun == i:
		return 0
	case end < len(words) && (noun == i || words[end].oneOf("tuần này sau tới")):
		return 0 // "thứ hai" is also a day of the week
	case n == 1 && (noun == i || end < len(words) && !words[end].oneOf("thì là hạn sản ai có nói")):
		return 0 // "mục đầu tư công"
	}
	take(words[start:end])
	return place
}

// nths reads which units of a heading are meant by their order: "nhiệm vụ đầu tiên
// và cuối cùng của nhóm 2", where nothing speaks of a time.
func (c *composer) nths() {
	var found []int
	heading := false
	for i, w := range c.words {
		if w.oneOf("hạn xong thành nộp sớm muộn gấp gần mốc") {
			return
		}
		heading = heading || i+1 < len(c.words) && (c.headingNoun(i) > 0 && !c.words[i+1].oneOf("đầu cuối thứ nào") || w.oneOf("phụ") && c.words[i+1].oneOf("lục"))
		place, n := ordinalAt(c.words, i)
		if n < 2 || i > 0 && !c.words[i-1].oneOf("việc vụ mục dòng hàng và cái") {
			continue
		}
		found = append(found, place)
	}
	if len(found) == 0 || !heading {
		return
	}
	for i := range c.words {
		if _, n := ordinalAt(c.words, i); n > 1 {
			take(c.words[i : i+n])
			takeWord(c.words, i-1, "vu")
			takeWord(c.words, i-2, "nhiem")
			takeWord(c.words, i-1, "viec")
		}
	}
	c.q.About.Nth, c.q.Ordinal = found, 0
	c.add(AskList)
}

// skip passes over the longest run of phrases that begins at words[i].
func skip(words []word, i int, phrases [][]string) int {
	for moved := true; moved; {
		moved = false
		for _, p := range phrases {
			if begins(words, i, p) {
				i += len(p)
				moved = true
				break
			}
		}
	}
	return i
}

// begins reports whether a phrase stands at words[i] as it is typed. A word with
// marks must carry those of the phrase.
func begins(words []word, i int, phrase []string) bool {
	if i+len(phrase) > len(words) {
		return false
	}
	for j, p := range phrase {
		w := words[i+j]
		if w.Folded != index.Words(p, nil)[0].Folded || w.Marked() && w.Toned != p || w.typed != "" {
			return false
		}
	}
	return true
}

// ordinalAt reads the number of an ordinal and its length in words.
func ordinalAt(words []word, i int) (place, length int) {
	for _, o := range ordinalWords {
		if begins(words, i, o.words) {
			return o.place, len(o.words)
		}
	}
	if i+1 < len(words) && begins(words, i, []string{"thứ"}) {
		if n, length := wholeNumber(words[i+1:]); length > 0 && n > 0 && n < 100 {
			return n, 1 + length
		}
	}
	return 0, 0
}

var (
	ordinalLeads = phraseList("còn, thế, vậy, dạ, xem, cho, em, mình, tôi, hỏi, biết, mở, là, nói, kỹ, rõ, kể, về, của")
	ordinalNouns = phraseList("nhiệm vụ, cái, việc, mục, câu, kết quả, nội dung, dòng, ý, mốc, cái việc, số, đầu việc")
	ordinalWords = []struct {
		words []string
		place int
	}{
		{[]string{"thứ", "nhất"}, 1},
		{[]string{"đầu", "tiên"}, 1},
		{[]string{"thứ", "hai"}, 2},
		{[]string{"thứ", "nhì"}, 2},
		{[]string{"thứ", "tư"}, 4},
		{[]string{"cuối", "cùng"}, LastOne},
		{[]string{"sau", "cùng"}, LastOne},
		{[]string{"đầu"}, 1},
		{[]string{"cuối"}, LastOne},
	}
)

// phraseList reads phrases that are separated by commas.
func phraseList(list string) [][]string {
	var phrases [][]string
	for _, p := range strings.Split(list, ",") {
		phrases = append(phrases, strings.Fields(p))
	}
	return phrases
}
