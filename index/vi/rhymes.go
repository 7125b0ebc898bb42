package vi

import (
	"strings"
	"unicode/utf8"
)

// onsets are the consonants that a syllable can begin with, longest first so
// that the first one that fits is the right one. "qu" and "gi" hold a vowel
// letter that belongs to the consonant.
var onsets = [...]string{
	"ngh",
	"ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
	"b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
}

// rhymeList has all rhymes of standard Vietnamese without their tones.
const rhymeList = `
a ac ach ai am an ang anh ao ap at au ay
ăc ăm ăn ăng ăp ăt
âc âm ân âng âp ât âu ây
e ec em en eng eo ep et
ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu
iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay
oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt
ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut
uôc uôi uôm uôn uông uôt
uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ưt ưu
ươc ươi ươm ươn ương ươp ươt ươu
y ych yêm yên yêng yêt yêu ynh yt
`

// A rhyme is the part of a syllable after its onset.
type rhyme struct {
	word   string
	bearer int  // which of its letters bears the tone mark
	stop   bool // ends in c, ch, p or t, which only two tones go with
}

var (
	rhymes       = buildRhymes()
	foldedRhymes = buildFoldedRhymes()
)

func buildRhymes() map[string]rhyme {
	table := make(map[string]rhyme)
	for word := range strings.FieldsSeq(rhymeList) {
		table[word] = rhyme{word: word, bearer: toneBearer([]rune(word)), stop: endsInStop(word)}
	}
	return table
}

func buildFoldedRhymes() map[string]bool {
	table := make(map[string]bool)
	for word := range rhymes {
		table[Fold(word)] = true
	}
	return table
}

func endsInStop(word string) bool {
	switch word[len(word)-1] {
	case 'c', 'p', 't':
		return true
	}
	return strings.HasSuffix(word, "ch")
}

// toneBearer says which letter of a rhyme bears the tone: the last vowel with
// a shape of its own (ươ: ơ); else the only vowel; else the second of two
// before a final consonant (oàn) and the first of two at the end (òa, ùy);
// else the middle of three (oài).
func toneBearer(rhyme []rune) int {
	vowels, shaped := 0, -1
	for i, r := range rhyme {
		if !isVowel(r) {
			break
		}
		vowels++
		if r >= utf8.RuneSelf {
			shaped = i
		}
	}
	switch {
	case shaped >= 0:
		return shaped
	case vowels == 3, vowels == 2 && vowels < len(rhyme):
		return 1
	}
	return 0
}
