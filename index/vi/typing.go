package vi

import (
	"slices"
	"strings"
)

// maxTyped is more than any syllable takes in Telex or VNI ("nghieengx").
const maxTyped = 12

// typed is a syllable that is being typed, letter by letter.
type typed struct {
	shapes  []rune
	tone    tone
	marked  bool // a letter came with the tone
	changed bool // a key of the typing method did something
}

// letter adds a letter as it is; a letter may have its marks already.
func (t *typed) letter(r rune) bool {
	l, ok := letterOf(r)
	if !ok || l.tone != level && !t.setTone(l.tone) {
		return false
	}
	t.marked = t.marked || l.tone != level
	t.shapes = append(t.shapes, l.shape)
	return true
}

// setTone sets the tone. A second one is no leftover but an accident.
func (t *typed) setTone(tone tone) bool {
	if t.tone != level {
		return false
	}
	t.tone = tone
	return true
}

// toneKey sets the tone that a key stands for. A tone key needs a vowel
// before it; behind a letter that has its tone already it is one too many
// ("nàof").
func (t *typed) toneKey(tone tone) bool {
	t.changed = true
	if t.marked && t.tone == tone {
		return true
	}
	return slices.ContainsFunc(t.shapes, isVowel) && t.setTone(tone)
}

// replaceLast gives the last letter that has a new shape its new shape.
func (t *typed) replaceLast(shape map[rune]rune) bool {
	for i, r := range slices.Backward(t.shapes) {
		if to, ok := shape[r]; ok {
			t.shapes[i] = to
			t.changed = true
			return true
		}
	}
	return false
}

// horn shapes uo to ươ and ua to ưa, wherever the key was struck; else the
// last of the letters that the key shapes. The u of qu is no vowel.
func (t *typed) horn(shape map[rune]rune) bool {
	for i := 0; i+1 < len(t.shapes); i++ {
		if t.shapes[i] != 'u' || i > 0 && t.shapes[i-1] == 'q' {
			continue
		}
		switch t.shapes[i+1] {
		case 'o', 'ơ':
			t.shapes[i], t.shapes[i+1] = 'ư', 'ơ'
		case 'a':
			t.shapes[i] = 'ư'
		default:
			continue
		}
		t.changed = true
		return true
	}
	return t.replaceLast(shape)
}

// stroke makes the first letter đ.
func (t *typed) stroke() bool {
	if len(t.shapes) == 0 || t.shapes[0] != 'd' {
		return false
	}
	t.shapes[0] = 'đ'
	t.changed = true
	return true
}

// word gives the syllable that was typed, if it is one. Syllables in p- are
// loans, and nearly always something else: PAR is no "pả".
func (t *typed) word() (string, bool) {
	if !t.changed {
		return "", false
	}
	s, ok := parseSyllable(string(t.shapes))
	if !ok {
		s, ok = parseSyllable(string(openHorn(t.shapes)))
	}
	s.tone = t.tone
	if !ok || !s.toneFits() || s.rhymeAt == 1 && s.shapes[0] == 'p' {
		return "", false
	}
	return string(s.appendTo(nil)), true
}

// openHorn: at the end of a syllable uo with a horn is uơ (thuở), not ươ.
func openHorn(shapes []rune) []rune {
	i := len(shapes) - 2
	if i < 0 || shapes[i] != 'ư' || shapes[i+1] != 'ơ' {
		return shapes
	}
	open := slices.Clone(shapes)
	open[i] = 'u'
	return open
}

// undo types a word again by a method's keys. A word that is a syllable as it
// stands, without marks or with, was meant as it stands, unless it is one of the
// loans in oo: "coong" is sooner an unfinished "công" than a word.
func undo(word string, key func(t *typed, r rune) bool) (string, bool) {
	if len(word) < 2 || IsSyllable(word) && !strings.Contains(word, "oo") {
		return "", false
	}
	t := typed{shapes: make([]rune, 0, maxTyped)}
	n := 0
	for _, r := range Normalize(word) {
		if n++; n > maxTyped || !key(&t, r) {
			return "", false
		}
	}
	return t.word()
}
