package vi

import "unicode/utf8"

// A tone is one of the six tones of Vietnamese.
type tone uint8

const (
	level tone = iota // ngang: no mark
	grave             // huyền
	hook              // hỏi
	tilde             // ngã
	acute             // sắc
	dot               // nặng
)

// tonedVowels has a row for each vowel letter: the vowel in the order of the
// tones above.
var tonedVowels = [...]string{
	"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ",
	"eèẻẽéẹ", "êềểễếệ",
	"iìỉĩíị",
	"oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
	"uùủũúụ", "ưừửữứự",
	"yỳỷỹýỵ",
}

// foldedLetters has the plain letter for each letter with a shape of its own.
var foldedLetters = map[rune]byte{
	'ă': 'a', 'â': 'a', 'ê': 'e', 'ô': 'o', 'ơ': 'o', 'ư': 'u', 'đ': 'd',
}

// A letter tells what a lower-case letter of Vietnamese is made of.
type letter struct {
	shape rune // the letter without its tone: ế is ê
	plain byte // without any mark: ế is e
	tone  tone
}

// lastLetter is the highest code point of a Vietnamese letter, ỹ.
const lastLetter = 'ỹ'

// letters is indexed by code point; rune 0 as shape marks a stranger. The
// consonants that no Vietnamese word uses (f, j, w, z) are letters all the
// same: abbreviations and typing methods use them.
var letters = buildLetters()

func buildLetters() *[lastLetter + 1]letter {
	var table [lastLetter + 1]letter
	for c := 'a'; c <= 'z'; c++ {
		table[c] = letter{shape: c, plain: byte(c)}
	}
	for shape, plain := range foldedLetters {
		table[shape] = letter{shape: shape, plain: plain}
	}
	for _, row := range tonedVowels {
		shape, _ := utf8.DecodeRuneInString(row)
		t := level
		for _, r := range row {
			table[r] = letter{shape: shape, plain: table[shape].plain, tone: t}
			t++
		}
	}
	return &table
}

// letterOf finds a lower-case Vietnamese or ASCII letter.
func letterOf(r rune) (letter, bool) {
	if r < 0 || r > lastLetter {
		return letter{}, false
	}
	l := letters[r]
	return l, l.shape != 0
}

// withTone puts a tone on a vowel that has none. A letter that is no vowel
// comes back as it is.
func withTone(shape rune, t tone) rune {
	for _, row := range tonedVowels {
		first, _ := utf8.DecodeRuneInString(row)
		if first != shape {
			continue
		}
		for _, r := range row {
			if letters[r].tone == t {
				return r
			}
		}
	}
	return shape
}

// isVowel tells whether a letter, its tone taken off, is a vowel.
func isVowel(shape rune) bool {
	switch shape {
	case 'a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y':
		return true
	}
	return false
}
