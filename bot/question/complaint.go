package question

import (
	"strings"

	"cchcbot/bot/chat"
)

// Bounds of a complaint.
const (
	WordsRunes = 500 // of what a person expected
)

// Complaint reads "chưa đúng" and the like, with what is said behind a comma.
func Complaint(text string) (words string, ok bool) {
	head, words := text, ""
	if i := strings.IndexAny(text, ",.:;!?-–"); i >= 0 {
		head, words = text[:i], strings.TrimLeft(text[i:], " ,.:;!?-–")
	}
	if !complaints[BareWords(head)] {
		return "", false
	}
	return chat.CutWords(words, WordsRunes), true
}

// complaints are the ways to say that an answer is not right.
var complaints = SetOf("chua dung", "khong dung", "ko dung", "sai", "sai roi", "sai bet", "nham roi", "bi sai", "tra loi sai", "tra loi sai roi",
	"tra loi chua dung", "tra loi khong dung", "chua chinh xac", "khong chinh xac", "khong phai cai nay", "khong phai", "chua phai", "chua dung y", "khong dung y", "lac de", "lac de roi")
