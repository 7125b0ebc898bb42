package plan

import (
	"slices"
	"strings"
)

// ParseParties reads a cell "Cơ quan chủ trì" or "Cơ quan phối hợp" into the
// parties that it names, in the order of the text. Items are separated by line
// breaks, semicolons, commas or dashes, or by nothing but the sense. A head
// stands for its agency. A body outside the register is kept by its words;
// where not even the kind of a body can be told from them, it is kept all the
// same and the error, an *Unread, names it, as it names what has the form of an agency and
// is in no register. A remark ("Triển khai thực hiện tại đơn vị") is
// no party.
func (r *Register) ParseParties(cell string, role Role) ([]Party, error) {
	s := r.scanParties(cell)
	for i := range s.parties {
		s.parties[i].Role = role
	}
	return s.parties, s.err()
}

// err names the parties that somebody must look at.
func (s *partyScan) err() error {
	words := slices.Clone(s.unclear)
	for _, w := range s.unknown {
		if !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return nil
	}
	return &Unread{Words: words}
}

// partyScan is one walk over the words of a cell.
type partyScan struct {
	register *Register
	text     string
	words    []Word
	parties  []Party
	begin    int      // first word of the last party
	joined   bool     // the last party of the register ends right before the word in hand
	unclear  []string // outside bodies of which not even the kind is known
	unknown  []string // outside bodies that the register ought to know
}

// newScan prepares a walk over a text.
func (r *Register) newScan(text string) *partyScan {
	text = CleanText(text)
	return &partyScan{register: r, text: text, words: WordsOf(text)}
}

// scanParties walks over a whole cell.
func (r *Register) scanParties(cell string) *partyScan {
	s := r.newScan(cell)
	for i := 0; i < len(s.words); {
		if m, ok := s.partyAt(i, s.joined); ok {
			s.addMatch(i, m)
			i = m.end
			continue
		}
		end := s.looseEnd(i)
		s.addLoose(i, end)
		i = end
	}
	return s
}

// addMatch appends a party of the register.
func (s *partyScan) addMatch(i int, m partyMatch) {
	via := ViaNamed
	if m.target.group != "" {
		via = ViaGroup
	}
	s.parties = append(s.parties, Party{
		Via:       via,
		Words:     s.slice(i, m.end),
		Agency:    m.target.agency,
		Group:     m.target.group,
		Qualifier: m.qualifier,
	})
	s.begin, s.joined = i, true
}

// looseEnd returns the word after those from i on that belong together although
// the register does not know them.
func (s *partyScan) looseEnd(i int) int {
	for j := i + 1; j < len(s.words); j++ {
		w := s.words[j]
		if w.before == sepHard || (w.before != sepNone && w.capital && namesBody(s.words[j:])) {
			return j
		}
		if _, ok := s.partyAt(j, false); ok {
			return j
		}
	}
	return len(s.words)
}

// addLoose makes a qualifier, an outside body or, of a remark, nothing of the
// words from i to end.
func (s *partyScan) addLoose(i, end int) {
	words := s.words[i:end]
	at, conditional := conditionIn(words)
	if s.joined && s.qualifies(i) {
		s.checkAgency(i, end, true)
		s.qualify(i, end, conditional)
		return
	}
	s.joined = false
	if isRemark(words) {
		return
	}
	p := Party{Via: ViaOutside, Words: s.slice(i, end), Conditional: conditional}
	if conditional {
		p.Qualifier = s.slice(i+at, end)
	}
	s.parties = append(s.parties, p)
	if !namesBody(words) {
		s.unclear = append(s.unclear, p.Words)
	}
	s.checkAgency(i, end, conditional)
}

// qualifies reports whether loose words that begin at i belong to the party
// right before them: those in parentheses do, and those that run on.
func (s *partyScan) qualifies(i int) bool {
	w := s.words[i]
	return w.before == sepNone || w.before == sepParen || (w.before == sepSoft && !w.capital)
}

// qualify gives the last party the words from i to end as its qualifier.
func (s *partyScan) qualify(i, end int, conditional bool) {
	p := &s.parties[len(s.parties)-1]
	p.Words = s.slice(s.begin, end)
	p.Qualifier = strings.TrimSpace(p.Qualifier + " " + s.slice(i, end))
	p.Conditional = conditional
	s.joined = false
}

// slice returns the text from word i up to word end in one line, with the
// parenthesis closed that it opens.
func (s *partyScan) slice(i, end int) string {
	first, last := s.words[i].start, s.words[end-1].End
	text := s.text[first:last]
	if strings.Count(text, "(") > strings.Count(text, ")") && strings.HasPrefix(s.text[last:], ")") {
		text += ")"
	}
	return strings.Join(strings.Fields(text), " ")
}
