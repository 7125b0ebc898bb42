package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FromLegacy converts a text in TCVN3 (ABC) or VNI-Windows, as it looks where
// its bytes were taken for Latin-1: "Së T­ ph¸p" and "Sôû Tö phaùp". It says
// true only where the words with foreign letters are no syllables as they stand
// and are syllables when converted; any other text comes back as it is.
func FromLegacy(text string) (string, bool) {
	if strings.IndexFunc(text, isLatin1) < 0 || strings.IndexFunc(text, isOwnLetter) >= 0 {
		return text, false
	}
	foreign := foreignWords(text)
	if broken := len(foreign) - countSyllables(foreign, keepWord); broken == 0 || 3*broken < len(foreign) {
		return text, false
	}
	best, most := keepWord, 0
	for _, convert := range []func(string) string{fromTCVN3, fromVNIWindows} {
		if n := countSyllables(foreign, convert); n > most {
			best, most = convert, n
		}
	}
	if 10*most < 9*len(foreign) {
		return text, false
	}
	return best(text), true
}

func keepWord(s string) string { return s }

// isLatin1 tells the signs and letters of the upper half of Latin-1.
func isLatin1(r rune) bool { return r >= 0xa1 && r <= 0xff }

// isOwnLetter tells the letters that Vietnamese does not share with Latin-1: a
// text that has any is in Unicode.
func isOwnLetter(r rune) bool { return r > 0xff && unicode.Is(unicode.Latin, r) }

// foreignWords are the words of a text that hold ASCII letters and anything of the
// upper half of Latin-1. In TCVN3 letters look like signs, so only spaces and ASCII part them.
func foreignWords(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || r < utf8.RuneSelf && !unicode.IsLetter(r)
	})
	foreign := words[:0]
	for _, w := range words {
		if strings.IndexFunc(w, isLatin1) >= 0 && strings.IndexFunc(w, isASCIILetter) >= 0 {
			foreign = append(foreign, w)
		}
	}
	return foreign
}

func isASCIILetter(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }

func countSyllables(words []string, convert func(string) string) int {
	n := 0
	for _, w := range words {
		if w = convert(w); !isPlain(w) && IsSyllable(w) {
			n++
		}
	}
	return n
}

// tcvn3 lists the letters of TCVN3, and below each what it stands for.
const (
	tcvn3Letters = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®§ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢£¤¥¦"
	tcvn3Meant   = "áàảãạăắằẳẵặâấầẩẫậđĐéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂÊÔƠƯ"
)

// fromTCVN3 replaces each letter of TCVN3.
func fromTCVN3(text string) string {
	letters, meant := []rune(tcvn3Letters), []rune(tcvn3Meant)
	return strings.Map(func(r rune) rune {
		if isLatin1(r) {
			for i, l := range letters {
				if l == r {
					return meant[i]
				}
			}
		}
		return r
	}, text)
}

// The letters of VNI-Windows: a vowel and the mark behind it, and the letters of
// one sign. Each group of marks is followed by what it makes of its vowels.
const (
	vniMarks     = "ùøûõï" // sắc, huyền, hỏi, ngã, nặng
	vniRoofs     = "áàåãä" // the same with a circumflex
	vniBows      = "éèúüë" // the same with a breve
	vniSingle    = "ñôöìíæóòîÑÔÖÌÍÆÓÒÎ"
	vniSingleFor = "đơưìíỉĩịỵĐƠƯÌÍỈĨỊỴ"
)

// vniTones are the tones in the order of the marks above, as combining marks.
const vniTones = "\u0301\u0300\u0309\u0303\u0323"

// fromVNIWindows replaces vowels with the marks behind them and letters of one
// sign.
func fromVNIWindows(text string) string {
	var out strings.Builder
	tones := []rune(vniTones)
	vowel := false
	for _, r := range text {
		mark := unicode.ToLower(r)
		switch {
		case vowel && mark == 'â':
			out.WriteRune('\u0302')
			continue
		case vowel && mark == 'ê':
			out.WriteRune('\u0306')
			continue
		case vowel && indexRune(vniMarks, mark) >= 0:
			out.WriteRune(tones[indexRune(vniMarks, mark)])
		case vowel && indexRune(vniRoofs, mark) >= 0:
			out.WriteString("\u0302" + string(tones[indexRune(vniRoofs, mark)]))
		case vowel && indexRune(vniBows, mark) >= 0:
			out.WriteString("\u0306" + string(tones[indexRune(vniBows, mark)]))
		case indexRune(vniSingle, r) >= 0:
			out.WriteRune([]rune(vniSingleFor)[indexRune(vniSingle, r)])
			vowel = mark == 'ô' || mark == 'ö'
			continue
		default:
			out.WriteRune(r)
			vowel = strings.ContainsRune("aeouyAEOUY", r)
			continue
		}
		vowel = false
	}
	return composed(out.String())
}

// indexRune is the place of a rune counted in runes, -1 where it is none of them.
func indexRune(list string, r rune) int {
	at := 0
	for _, l := range list {
		if l == r {
			return at
		}
		at++
	}
	return -1
}
