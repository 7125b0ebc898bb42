package plan

import "strings"

// dutyVerbs follow a party that a sentence gives a duty to without a colon.
var dutyVerbs = keyPhrases(
	"có văn bản", "có trách nhiệm", "chịu trách nhiệm", "căn cứ chức năng", "tiếp tục", "chủ trì",
)

// AssignedParties returns those to whom a paragraph assigns a duty: the parties
// before the colon ("4. Sở Nội vụ: chủ trì …"), those right before a verb of
// duty ("… sở, ban - ngành, UBND quận - huyện có văn bản gửi về …"), or all of a
// heading that holds nothing but parties ("Thủ trưởng các sở, ban - ngành và
// Chủ tịch UBND các quận - huyện"). A paragraph that assigns nobody by name,
// as those below such a heading, has none.
func (r *Register) AssignedParties(text string) []Party {
	text = CleanText(text)
	if head, _, found := strings.Cut(text, ":"); found {
		if parties := r.onlyParties(head); parties != nil {
			return parties
		}
	}
	if parties := r.dutyBound(text); parties != nil {
		return onCondition(parties, text)
	}
	return r.onlyParties(text)
}

// onCondition marks the parties of a sentence that binds only those who meet a
// condition: "… nếu thấy cần sửa đổi, bổ sung, sở, ban - ngành … có văn bản".
func onCondition(parties []Party, text string) []Party {
	if !strings.Contains(strings.ToLower(text), "nếu thấy cần") {
		return parties
	}
	for i := range parties {
		parties[i].Conditional = true
	}
	return parties
}

// onlyParties reads a text that must hold parties and nothing else; nil where
// it does not.
func (r *Register) onlyParties(text string) []Party {
	s := r.scanParties(text)
	if len(s.parties) == 0 || len(s.unclear) > 0 || s.parties[0].Via == ViaOutside {
		return nil
	}
	return asAssigned(s.parties)
}

// dutyBound finds the first run of parties that a verb of duty follows.
func (r *Register) dutyBound(text string) []Party {
	s := r.newScan(text)
	for i := 0; i < len(s.words); {
		end := s.runEnd(i)
		if end == i {
			i++
			continue
		}
		if verb := s.dutyVerb(end); verb >= 0 {
			if verb > end {
				s.joined = false
				s.addLoose(end, verb)
			}
			return asAssigned(s.parties)
		}
		s.parties = nil
		i = end
	}
	return nil
}

// runEnd collects the parties that follow one another from word i on and
// returns the word after them.
func (s *partyScan) runEnd(i int) int {
	return s.runFrom(i, i == 0 || s.words[i].before > sepNone)
}

// runFrom is runEnd where it is known whether a party may begin.
func (s *partyScan) runFrom(i int, joined bool) int {
	for i < len(s.words) {
		m, ok := s.partyAt(i, joined)
		if !ok {
			break
		}
		s.addMatch(i, m)
		i, joined = m.end, true
	}
	return i
}

// maxOutsideWords bounds the body outside the register that may stand between
// the parties and the verb of duty.
const maxOutsideWords = 20

// dutyVerb returns the verb of duty that follows the parties that end before
// word i, with one body outside the register between them at most; -1 where
// there is none.
func (s *partyScan) dutyVerb(i int) int {
	if i == len(s.words) {
		return -1
	}
	outside := s.words[i].before == sepSoft && namesBody(s.words[i:])
	last := i
	if outside {
		last = min(i+maxOutsideWords, len(s.words)-1)
	}
	for verb := i; verb <= last; verb++ {
		if phraseLen(s.words[verb:], dutyVerbs) > 0 {
			return verb
		}
	}
	return -1
}

// asAssigned gives parties the role of section V.
func asAssigned(parties []Party) []Party {
	for i := range parties {
		parties[i].Role = RoleAssigned
	}
	return parties
}
