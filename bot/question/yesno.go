package question

import "slices"

// asksYesNo tells a sentence that asks whether something is so: "… phải
// không", "có phải …", "có … không". One that also asks for a thing ("ai chủ
// trì được không ạ") or that denies something is none: what a yes would mean
// there is not sure.
func asksYesNo(words []word) bool {
	if asksForThing(words) {
		return false
	}
	body, tail := cutTail(words)
	if denies(body) {
		return false
	}
	switch {
	case mentions(body, "co", "phai") || mentions(body, "phai", "chang"):
		return true
	case !tail || len(body) == 0:
		return false
	}
	return body[len(body)-1].oneOf("phải đúng được") || has(body)
}

// has finds the "có" of "có … không"; without marks it must not be half of
// "cơ quan".
func has(words []word) bool {
	for i, w := range words {
		if w.oneOf("có") && (i+1 == len(words) || words[i+1].Folded != "quan") {
			return true
		}
	}
	return false
}

// cutTail takes the closing "không" and the politeness behind it off a
// sentence.
func cutTail(words []word) (body []word, found bool) {
	end := len(words)
	for end > 0 && words[end-1].oneOf(closing) {
		end--
	}
	if end == 0 || !words[end-1].oneOf("không") {
		return words, false
	}
	end--
	if end > 0 && words[end-1].oneOf("hay") {
		end--
	}
	return words[:end], true
}

// closing are the words of politeness behind a question; "ad" is written out.
const closing = "ạ à vậy nhỉ nhé nha ha hả hở ta em anh chị quản trị viên admin bot bạn thế ơi"

// asksForThing finds the words that ask for more than yes or no.
func asksForThing(words []word) bool {
	for i, w := range words {
		if w.oneOf("ai gì nào mấy") || w.oneOf("bao") && i+1 < len(words) && words[i+1].oneOf("nhiêu giờ lâu") {
			return true
		}
	}
	return false
}

// denies finds a denial, or a choice between two things.
func denies(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.oneOf("không chưa chẳng hay") })
}
