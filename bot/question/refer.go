package question

import (
	"regexp"
	"slices"
	"strings"

	"cchcbot/index/vi"
)

// Words point at what was shown: "việc đó", "hai việc này", "phần còn lại", "nó".
const (
	pointed = `(?:(hai|ba|bốn|năm|cả|mấy|các|những|2|3|4|5) )?(?:việc|cái|nhiệm vụ|mục|nội dung|vụ|phần|mốc|đầu việc|sản phẩm) (?:này|đó|ấy|kia|trên|vừa rồi|vừa nêu|vừa nói|còn lại)`
	itself  = `nó`
)

var (
	points      = regexp.MustCompile(`(?:^| )(?:` + pointed + `|` + itself + `)(?: |$)`)
	plainPoints = regexp.MustCompile(`(?:^| )` + vi.Fold(pointed) + `(?: |$)`) // typed without marks
	counted     = map[string]int{"hai": 2, "2": 2, "ba": 3, "3": 3, "bon": 4, "4": 4, "nam": 5, "5": 5, "ca": several, "may": several, "cac": several, "nhung": several}
	theOther    = SetOf("cai kia", "viec kia", "cai con lai", "viec con lai", "nhiem vu kia", "nhiem vu con lai", "cai khac", "viec khac")
)

// several is how many units are pointed at where no number is told.
const several = -1

// mostBeside is how many syllables of another topic may stand beside words that
// point at what was shown: more are a question of their own.
const mostBeside = 3

// pointsAt is how many of the units that were shown words point at, 0 for none.
func pointsAt(text string) int {
	typed := vi.Normalize(text)
	plain := vi.Fold(typed)
	pattern := points
	if typed == plain {
		pattern = plainPoints
	}
	typed = strings.NewReplacer(",", " ", "?", " ", ".", " ").Replace(typed)
	m := pattern.FindStringSubmatch(strings.Join(strings.Fields(typed), " "))
	switch {
	case m == nil:
		return 0
	case m[1] == "":
		return 1
	}
	return counted[vi.Fold(m[1])]
}

// Other reports whether words mean the one of two that was not spoken of: "còn cái
// kia thì sao".
func (q Question) Other() bool {
	bare := strings.TrimSuffix(BareWords(q.Text), " thi sao")
	return theOther[strings.TrimPrefix(strings.TrimPrefix(bare, "con "), "the ")]
}

// pointing completes a question that points at what was shown, whatever else it says
// of it.
func pointing(before Scene, next Question) (Question, Completion) {
	n := pointsAt(next.Text)
	if n == 0 || len(next.Places)+len(next.Documents) > 0 || next.Agency != nil || next.Unknown != "" || next.NamesTopic() {
		return next, Alone
	}
	if n == 2 && len(before.Listed) != n && len(before.Focus) == 1 && len(before.Earlier) == 1 {
		before.Focus = append(slices.Clone(before.Earlier), before.Focus...) // one was spoken of behind the other
	}
	if all := len(before.Listed); n == all || n == several && all <= mostEach || len(before.Focus) == 0 && all == 1 {
		before.Focus = before.Listed
	}
	if len(before.Focus) == 0 {
		return next, Alone
	}
	next = next.untopical()
	intent := next.Intent
	switch bare := " " + BareWords(next.Text) + " "; {
	case AsksFact(intent):
	case strings.Contains(bare, " moc ") || strings.Contains(bare, " han "):
		intent = Deadline
	case next.Bare:
		intent = Clause
	default:
		return next, Alone
	}
	return WithFocus(before, next, intent)
}

// NamesTopic reports whether a sentence tells in words what it is about, rather than
// something of what was spoken of.
func (q Question) NamesTopic() bool { return q.topicSyllables() > mostBeside }

// topicSyllables counts what a question has of a topic of its own.
func (q Question) topicSyllables() int {
	n := 0
	for _, t := range q.Query.Terms {
		if t.Emphasis >= 1 {
			n++
		}
	}
	return n
}

// untopical is a question without a topic of its own.
func (q Question) untopical() Question {
	q.Query.Terms = slices.Clone(q.Query.Terms)
	for i := range q.Query.Terms {
		q.Query.Terms[i].Emphasis = 0
	}
	q.Query.Concepts, q.Query.Alternatives, q.About.Topic, q.Corrections, q.Expects = nil, nil, nil, nil, Expected{}
	return q
}

// Lean asks a question to which the plan has no answer of what was spoken of: it asks
// for something, and of a topic of its own it has no more than a syllable. It reports
// false for any other.
func Lean(before Scene, q Question) (Question, bool) {
	a := q.About
	named := len(a.Parties)+len(a.Windows)+len(q.Places)+len(q.Documents) > 0 || a.Heading != nil || q.Unknown != "" || q.Outside != "" || q.Idle != NotIdle
	if named || q.topicSyllables() > 1 {
		return q, false
	}
	how := Alone
	switch {
	case slices.Contains([]Intent{Owner, Support, Deadline, Product}, q.Intent):
		q, how = Complete(before, q.untopical())
	case q.Intent == Search && Asks(q.Text) && len(before.Focus) > 0:
		q, how = WithFocus(before, q.untopical(), Clause) // "cuối cùng phải ra cái gì"
	}
	return q, how == Follows
}
