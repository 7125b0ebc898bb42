package vi

var (
	circumflex = map[rune]rune{'a': 'â', 'e': 'ê', 'o': 'ô'}
	hornBreve  = map[rune]rune{'a': 'ă', 'o': 'ơ', 'u': 'ư'}
)

// UndoTelex mends a word that was typed in Telex while the typing method was
// off: "kees" is kế, "hoachj" is hoạch, "ddaats" is đất. Keys count wherever
// the method takes them ("hoajch", "hieue", "duwowcj", "duocwj").
//
// It says true only when the outcome is a well-formed syllable, not in p-, and
// the word as typed is none: "los" becomes ló, "toan" stays, and so do iso,
// cchc, par and index. Short foreign words can slip through ("bus" is bú), so
// the caller checks the outcome against the words it knows.
func UndoTelex(word string) (string, bool) {
	if len(word) > 0 && (word[len(word)-1]|0x20) == 'w' && !hasVowelForW(word) {
		return "", false
	}
	return undo(word, telexKey)
}

// hasVowelForW: a w at the end needs a vowel that it shapes. Alone it
// could be ư, but TW is Trung ương.
func hasVowelForW(word string) bool {
	for _, r := range Normalize(word) {
		if l, ok := letterOf(r); ok && hornBreve[rune(l.plain)] != 0 {
			return true
		}
	}
	return false
}

func telexKey(t *typed, r rune) bool {
	switch r {
	case 's', 'f', 'r', 'x', 'j':
		return t.telexTone(r)
	case 'w':
		return t.horn(hornBreve) || t.loneW()
	case 'a', 'e', 'o':
		return t.replaceLast(map[rune]rune{r: circumflex[r]}) || t.letter(r)
	case 'd':
		return t.stroke() || t.letter(r)
	}
	return t.letter(r)
}

// telexTone takes s, r and x before the vowel as the consonants they are.
func (t *typed) telexTone(r rune) bool {
	for _, shape := range t.shapes {
		if isVowel(shape) {
			return t.toneKey(telexTones[r])
		}
	}
	return t.letter(r)
}

var telexTones = map[rune]tone{'s': acute, 'f': grave, 'r': hook, 'x': tilde, 'j': dot}

// loneW types ư.
func (t *typed) loneW() bool {
	t.shapes = append(t.shapes, 'ư')
	t.changed = true
	return true
}
