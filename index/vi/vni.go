package vi

// UndoVNI mends a word that was typed in VNI while the typing method was off:
// "bao1" is báo, "ca1o" is cáo, "d9at61" is đất, "u73" is ử.
//
// It says true only when the outcome is a well-formed syllable. One digit at
// the end is ambiguous by nature, "quan1" being quán or quận 1: the caller,
// who knows what goes with a number, looks at that first.
func UndoVNI(word string) (string, bool) {
	return undo(word, vniKey)
}

var (
	vniHorn  = map[rune]rune{'o': 'ơ', 'u': 'ư'}
	vniBreve = map[rune]rune{'a': 'ă'}
)

func vniKey(t *typed, r rune) bool {
	switch r {
	case '1':
		return t.toneKey(acute)
	case '2':
		return t.toneKey(grave)
	case '3':
		return t.toneKey(hook)
	case '4':
		return t.toneKey(tilde)
	case '5':
		return t.toneKey(dot)
	case '6':
		return t.replaceLast(circumflex)
	case '7':
		return t.horn(vniHorn)
	case '8':
		return t.replaceLast(vniBreve)
	case '9':
		return t.stroke()
	}
	return t.letter(r)
}
