package question

import (
	"slices"
	"strings"

	"cchcbot/index"
	"cchcbot/index/vi"
)

// mend reads words as they were meant: leftovers of Telex and VNI, syllables
// written together, swapped and dropped letters. It tells from which typed word
// each comes, and what it changed.
func (r *speller) mend(typed []index.Word) (words []index.Word, origin []int, corrections []Correction) {
	right := r.wellTyped(typed)
	for i, w := range typed {
		if right[i] {
			words, origin = append(words, w), append(origin, i)
			continue
		}
		var previous, next index.Word
		if i+1 < len(typed) {
			next = typed[i+1]
		}
		if len(words) > 0 {
			previous = words[len(words)-1]
		}
		read, changed := r.mendWord(w, previous, next)
		if changed {
			corrections = append(corrections, Correction{Typed: w.Toned, Read: r.spell(read)})
		}
		for _, w := range read {
			words, origin = append(words, w), append(origin, i)
		}
	}
	return words, origin, corrections
}

// mendWord reads one word between its neighbours.
func (r *speller) mendWord(w, previous, next index.Word) ([]index.Word, bool) {
	if r.asTyped {
		return []index.Word{w}, false
	}
	if short, ok := r.shortForm(w); ok {
		return []index.Word{short}, true
	}
	if w.Capitals && !vi.IsSyllable(w.Folded) {
		return []index.Word{w}, false
	}
	if same, ok := r.sameSound(w); ok {
		return []index.Word{same}, false
	}
	if hasDigits(w.Folded) {
		if undone, ok := r.undoVNI(w); ok {
			return []index.Word{undone}, true
		}
		return []index.Word{w}, false
	}
	if r.known[w.Folded] {
		return r.mendKnown(w, previous, next)
	}
	if single, ok := r.undouble(w); ok {
		return []index.Word{single}, true
	}
	if undone, ok := r.undoTyping(w); ok {
		return []index.Word{undone}, true
	}
	if parts, ok := r.contracted(w.Folded); ok {
		return parts, true
	}
	if parts := r.unglue(w.Folded); len(parts) > 1 {
		return parts, true
	}
	if wellTyped(w) {
		return r.mendRight(w, previous, next)
	}
	if meant, ok := r.swappedSpeech(w); ok {
		return []index.Word{meant}, true
	}
	if meant, ok := r.slip(w.Folded, previous, next); ok && w.Marked() {
		return []index.Word{{Folded: meant, Toned: meant}}, true
	}
	if near, ok := r.nearest(w.Folded, previous, next); ok {
		return []index.Word{{Folded: near, Toned: near}}, true
	}
	return []index.Word{w}, false
}

// mendKnown reads a word that the plan or speech knows but for its marks. One
// that fits neither neighbour may be a slip for one that does.
func (r *speller) mendKnown(w, previous, next index.Word) ([]index.Word, bool) {
	read := r.trustMarks(w, previous, next)
	strange := read.Marked() && !r.vocabulary.KnowsToned(read.Toned) && !r.toned[read.Toned]
	if strange && wellTyped(w) {
		return r.mendRight(read, previous, next)
	}
	if strange {
		if meant, ok := r.swappedSpeech(w); ok {
			return []index.Word{meant}, true
		}
	}
	fits := r.fits(w.Folded, previous.Folded, next.Folded) || r.spoken.fits(w, previous, next)
	_, digit := digitWords[w.Folded]
	rare := !r.common[w.Folded] && !digit && r.vocabulary.Units(w.Folded) < oftenUsed
	if strange || !w.Marked() && rare && !fits {
		if meant, ok := r.slip(w.Folded, previous, next); ok {
			return []index.Word{{Folded: meant, Toned: meant}}, true
		}
	}
	return []index.Word{read}, false
}

// mendRight reads a syllable with its marks that nobody here knows. It may be a name
// or a word that the plan does without, so it is read as another only where that
// one hardly ever stands without the neighbour that it has here: "tối thểu".
func (r *speller) mendRight(w, previous, next index.Word) ([]index.Word, bool) {
	if r.right[w.Toned] {
		return []index.Word{w}, false
	}
	if meant, ok := r.swappedSpeech(w); ok && r.spoken.fits(index.Word{Toned: meant.Toned}, previous, next) {
		return []index.Word{meant}, true
	}
	meant, ok := r.slip(w.Folded, previous, next)
	if !ok || len(meant) <= len(w.Folded) {
		return []index.Word{w}, false
	}
	beside := max(r.vocabulary.Pairs(previous.Folded, meant), r.vocabulary.Pairs(meant, next.Folded))
	if beside < leastBeside || 10*beside < mostlyBeside*r.vocabulary.Units(meant) {
		return []index.Word{w}, false
	}
	return []index.Word{{Folded: meant, Toned: meant}}, true
}

// A word is known by its neighbour where it stands beside it in at least so many
// units, and in so many tenths of all.
const (
	leastBeside  = 2
	mostlyBeside = 5
)

// wellTyped reports whether a word is a syllable with its marks.
func wellTyped(w index.Word) bool {
	return w.Marked() && vi.IsSyllable(w.Toned) && !loan(w.Folded)
}

// oftenUsed is in how many units of the plan a word is no slip any more.
const oftenUsed = 8

// trustMarks drops marks that the word can hardly have been meant with, so that
// it is looked up without: "xữ lý" as "xu ly". Those are marks that make no word
// of the plan, and such as make one that stands nowhere beside its neighbours
// while the bare word does: "trực tuyên". Without such a neighbour it is another
// word: "phạt" is not "phát".
func (r *speller) trustMarks(w, previous, next index.Word) index.Word {
	if !w.Marked() {
		return w
	}
	bare := index.Word{Folded: w.Folded, Toned: w.Folded}
	planned, spoken := r.fits(w.Folded, previous.Folded, next.Folded), r.spoken.fits(bare, previous, next)
	if !r.vocabulary.KnowsToned(w.Toned) && !r.toned[w.Toned] {
		if planned || spoken || !vi.IsSyllable(w.Toned) {
			return bare
		}
		return w
	}
	doubtful := (spoken || planned && !r.common[w.Folded]) && !r.speech[w.Toned]
	// The word before is settled; the next may yet lose its own marks.
	if doubtful && !r.vocabulary.SpellsBeside(w, previous, next) && !r.spoken.fits(w, previous, index.Word{Toned: next.Folded}) {
		return bare
	}
	return w
}

func (r *speller) undoTyping(w index.Word) (index.Word, bool) {
	if toned, ok := vi.UndoTelex(w.Toned); ok && r.known[vi.Fold(toned)] {
		folded := vi.Fold(toned)
		if !r.vocabulary.KnowsToned(toned) && !r.toned[toned] {
			toned = folded // typed in part: "nopj" lacks the circumflex of "nộp"
		}
		return index.Word{Folded: folded, Toned: toned}, true
	}
	return index.Word{}, false
}

// undoVNI undoes the figures of VNI where a word of the plan or of speech comes
// out. Behind a word that numbers things a figure is a number: "muc5", "quan1".
func (r *speller) undoVNI(w index.Word) (index.Word, bool) {
	letters := strings.TrimRight(w.Folded, "0123456789")
	if slices.Contains([]string{"muc", "dieu", "quy", "quan", "q", "phuong", "p", "thang", "t", "nv", "stt", "so", "khoan", "diem", "iso"}, letters) && len(w.Folded) == len(letters)+1 {
		return index.Word{}, false
	}
	toned, ok := vi.UndoVNI(w.Toned)
	if !ok || !r.vocabulary.KnowsToned(toned) && !r.toned[toned] {
		return index.Word{}, false
	}
	return index.Word{Folded: vi.Fold(toned), Toned: toned}, true
}

// sameSound reads the other spelling of a final i or y where the plan uses that
// one: "quản lí" for "quản lý".
func (r *speller) sameSound(w index.Word) (index.Word, bool) {
	if r.vocabulary.KnowsToned(w.Toned) || r.toned[w.Toned] || !w.Marked() && r.known[w.Folded] {
		return index.Word{}, false
	}
	for i, y := range finalI {
		for _, pair := range [][2]string{{i, y}, {y, i}} {
			if stem, ok := strings.CutSuffix(w.Toned, pair[0]); ok && stem != "" && r.vocabulary.KnowsToned(stem+pair[1]) {
				toned := stem + pair[1]
				return index.Word{Folded: vi.Fold(toned), Toned: toned}, true
			}
		}
	}
	return index.Word{}, false
}

// finalI are the ways to write the same final vowel.
var finalI = map[string]string{"i": "y", "í": "ý", "ì": "ỳ", "ỉ": "ỷ", "ĩ": "ỹ", "ị": "ỵ"}

// contracted writes out a pair of syllables of which the first is cut to its
// first letter: "đvị" for "đơn vị", "đtử" for "điện tử".
func (r *speller) contracted(folded string) ([]index.Word, bool) {
	if len(folded) < 3 || vi.IsSyllable(folded) {
		return nil, false
	}
	second := folded[1:]
	first, most := "", 0
	for _, before := range r.vocabulary.Before(second) {
		if n := r.vocabulary.Pairs(before, second); before[0] == folded[0] && n > most {
			first, most = before, n
		}
	}
	if first == "" {
		return nil, false
	}
	return []index.Word{{Folded: first, Toned: first}, {Folded: second, Toned: second}}, true
}

// unglue splits syllables written together when every part is known.
func (r *speller) unglue(folded string) []index.Word {
	if len(folded) < 5 || len(folded) > 24 {
		return nil
	}
	parts := vi.Syllabify(folded, func(syllable string) float64 {
		return float64(r.vocabulary.Units(syllable))
	})
	words := make([]index.Word, 0, len(parts))
	for i, part := range parts {
		if !r.known[part] || i > 0 && !r.vocabulary.KnowsPair(parts[i-1], part) {
			return nil
		}
		words = append(words, index.Word{Folded: part, Toned: part})
	}
	return words
}

// swappedSpeech reads a word of speech of which two letters are swapped: "nòa"
// for "nào". That such a word is a syllable, too, does not save it: the plan
// does not know it.
func (r *speller) swappedSpeech(w index.Word) (index.Word, bool) {
	if len(w.Folded) < 3 || !w.Marked() {
		return index.Word{}, false
	}
	letters := []byte(w.Folded)
	for i := 1; i < len(letters); i++ {
		swapped := slices.Clone(letters)
		swapped[i-1], swapped[i] = swapped[i], swapped[i-1]
		if s := string(swapped); s != w.Folded && r.common[s] {
			return index.Word{Folded: s, Toned: s}, true
		}
	}
	return index.Word{}, false
}

// nearest finds the known word that an unknown one was meant to be: one letter
// dropped, doubled, changed or swapped. A neighbour of the sentence that stands
// beside it in the plan decides; without one, only a word that is no syllable
// and long enough is changed.
func (r *speller) nearest(folded string, previous, next index.Word) (string, bool) {
	if len(folded) < 3 || len(folded) > 10 {
		return "", false
	}
	best, bestScore := "", 0
	for _, candidate := range r.byLength[len(folded)-1 : min(len(folded)+2, len(r.byLength))] {
		for _, known := range candidate {
			if !oneSlip(folded, known) {
				continue
			}
			score := 1 + r.vocabulary.Units(known)
			for _, n := range []int{r.vocabulary.Pairs(previous.Folded, known), r.vocabulary.Pairs(known, next.Folded)} {
				if n > 0 {
					score += besideBonus * (1 + n)
				}
			}
			if broken := len(known) > len(folded) || !vi.IsSyllable(folded); broken && r.spoken.fits(index.Word{Toned: known}, previous, next) {
				score += besideBonus
			}
			if len(known) > len(folded) || swapped(folded, known) {
				score *= 2 // letters are dropped and swapped more often than mistaken
			}
			if score > bestScore {
				best, bestScore = known, score
			}
		}
	}
	if bestScore > besideBonus && (len(folded) > 3 || len(best) > 3 || !vi.IsSyllable(folded) || soundsLike(folded, best) || swapped(folded, best)) || best != "" && (len(folded) >= 4 || len(best) > len(folded)) && !vi.IsSyllable(folded) && (vi.IsSyllable(best) || r.common[best]) {
		return best, true
	}
	return "", false
}

// loan reports whether a syllable begins as only loans do: "pải" is sooner a
// "phải" that lacks a letter.
func loan(folded string) bool { return folded[0] == 'p' && !strings.HasPrefix(folded, "ph") }

// swapped reports whether two words hold the same letters.
func swapped(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return string(x) == string(y)
}

// sounds are beginnings and endings that people mix up because they sound
// alike.
var sounds = [][2]string{{"s", "x"}, {"ch", "tr"}, {"d", "gi"}, {"r", "d"}, {"l", "n"}, {"c", "k"}, {"ng", "ngh"}, {"g", "gh"}}

// soundsLike reports whether two folded syllables differ only by such a
// beginning, or by i and y at the end.
func soundsLike(a, b string) bool {
	for _, s := range sounds {
		for _, pair := range [][2]string{s, {s[1], s[0]}} {
			if rest, ok := strings.CutPrefix(a, pair[0]); ok && b == pair[1]+rest {
				return true
			}
		}
	}
	n := len(a)
	return n == len(b) && n > 1 && a[:n-1] == b[:n-1] && strings.Trim(a[n-1:]+b[n-1:], "iy") == ""
}

// besideBonus makes a neighbour of the sentence weigh more than how common a
// word is.
const besideBonus = 1000

// slip finds the word that fits a neighbour of the sentence and of which a typed
// one has a letter dropped or two swapped: "so hao" for "so hoa".
func (r *speller) slip(folded string, previous, next index.Word) (string, bool) {
	if len(folded) < 3 || len(folded) > 10 {
		return "", false
	}
	best, most := "", 0
	for _, words := range r.byLength[len(folded):min(len(folded)+2, len(r.byLength))] {
		for _, known := range words {
			if !oneSlip(folded, known) || len(known) == len(folded) && !swapped(folded, known) {
				continue
			}
			score := r.vocabulary.Pairs(previous.Folded, known) + r.vocabulary.Pairs(known, next.Folded)
			if r.spoken.fits(index.Word{Toned: known}, previous, next) {
				score++
			}
			if score > most {
				best, most = known, score
			}
		}
	}
	return best, most > 0
}

// undouble takes away a letter struck twice: "trrăm", "hiệệu".
func (r *speller) undouble(w index.Word) (index.Word, bool) {
	letters := []rune(w.Toned)
	for i := 1; i < len(letters); i++ {
		if letters[i] != letters[i-1] {
			continue
		}
		single := string(slices.Delete(slices.Clone(letters), i, i+1))
		if r.vocabulary.KnowsToned(single) || r.toned[single] || !w.Marked() && r.known[single] {
			return index.Word{Folded: vi.Fold(single), Toned: single}, true
		}
	}
	return index.Word{}, false
}

// shortForm reads a short form of letters that make no syllable, with a letter
// dropped or doubled or two swapped: "CHCC" for "CCHC".
func (r *speller) shortForm(w index.Word) (index.Word, bool) {
	if len(w.Folded) < 3 || r.known[w.Folded] || vi.IsSyllable(w.Folded) {
		return index.Word{}, false
	}
	for _, short := range r.shortForms {
		if oneSlip(w.Folded, short) && (len(short) != len(w.Folded) || swapped(w.Folded, short)) {
			return index.Word{Folded: short, Toned: short, Capitals: w.Capitals}, true
		}
	}
	return index.Word{}, false
}

func (r *speller) fits(folded, previous, next string) bool {
	return r.vocabulary.KnowsPair(previous, folded) || r.vocabulary.KnowsPair(folded, next)
}

// oneSlip reports whether two different words are one slip apart: a letter
// more, less, another, or two neighbours swapped. Both are folded, so letters
// are bytes.
func oneSlip(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) > len(b) {
		return a[i+1:] == b[i:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

func hasDigits(word string) bool {
	for i := range len(word) {
		if word[i] >= '0' && word[i] <= '9' {
			return true
		}
	}
	return false
}

// spell writes words for a reader, with the marks that the plan writes them with
// most.
func (r *speller) spell(words []index.Word) string {
	spelt := make([]string, len(words))
	for i, w := range words {
		spelt[i] = w.Toned
		if !w.Marked() {
			spelt[i] = r.vocabulary.Spelling(w.Folded)
		}
	}
	return strings.Join(spelt, " ")
}
