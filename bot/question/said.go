package question

import (
	"slices"
	"strings"
	"time"

	"cchcbot/index"
	"cchcbot/index/vi"
)

// Said is what a person said, read once: whoever routes it, carries it out or
// answers it goes by the same questions. They are read when they are first asked
// for. A Said serves one goroutine.
type Said struct {
	Text string // as it is to be read

	reader    *Reader
	now       time.Time
	questions []Question
}

// Hear takes words that somebody said. Now decides what "tháng này" is.
func (r *Reader) Hear(text string, now time.Time) *Said {
	return &Said{Text: text, reader: r, now: now}
}

// Heard is what was said as this reader reads it: what another has read already it
// reads anew, by the words of its own plan.
func (r *Reader) Heard(s *Said) *Said {
	if s.reader == r {
		return s
	}
	return r.Hear(s.Text, s.now)
}

// Alone is a question as all that was said.
func (q Question) Alone() *Said { return &Said{Text: q.Text, questions: []Question{q}} }

// Questions are the questions that were said, one behind the other; there is at
// least one.
func (s *Said) Questions() []Question {
	if s.questions == nil {
		for _, one := range Split(s.Text) {
			s.questions = append(s.questions, s.reader.Read(one, s.now))
		}
	}
	return s.questions
}

// Question is what was said as one question: the first, where it holds several.
// That of nothing is the zero Question.
func (s *Said) Question() Question {
	if s == nil {
		return Question{}
	}
	return s.Questions()[0]
}

// Act is what was said to be done about duties, however many sentences tell it; nil
// for nothing.
func (s *Said) Act() *Act {
	if s == nil {
		return nil
	}
	if all := s.Questions(); len(all) == 1 {
		return all[0].Act
	}
	return s.reader.Read(s.Text, s.now).Act
}

// Readings is how many sentences were read so far.
func (r *Reader) Readings() int64 { return r.readings.Load() }

// Within is a question with only the words of a part of it as its topic: those of
// the command that stands before it do not count.
func (q Question) Within(part string) Question {
	inside := map[string]bool{}
	for _, w := range index.Words(part, nil) {
		inside[w.Folded] = true
	}
	for _, c := range q.Corrections {
		if inside[vi.Fold(vi.Normalize(c.Typed))] {
			for _, w := range index.Words(c.Read, nil) {
				inside[w.Folded] = true
			}
		}
	}
	outside := func(from, to int) bool {
		return slices.ContainsFunc(q.Query.Terms[from:to], func(t index.Term) bool { return !inside[t.Folded] })
	}
	query := &q.Query
	query.Concepts = slices.DeleteFunc(slices.Clone(query.Concepts), func(m index.ConceptMention) bool { return outside(m.From, m.To) })
	query.Alternatives = slices.DeleteFunc(slices.Clone(query.Alternatives), func(a index.Alternative) bool { return outside(a.From, a.To) })
	terms := slices.Clone(query.Terms)
	for i := range terms {
		if !inside[terms[i].Folded] {
			terms[i].Emphasis = 0
		}
	}
	query.Terms = terms
	q.Text = strings.TrimSpace(part)
	return q
}

// ImpossibleTime is a time that was said and cannot be, or was not understood, nil
// for none.
func (q Question) ImpossibleTime() *Window {
	if q.Act != nil && q.Act.Problem != nil {
		return q.Act.Problem
	}
	if m := strings.TrimSpace(signedTime.FindString(q.Text)); m != "" {
		return &Window{Label: m, Impossible: true}
	}
	for _, w := range q.About.Windows {
		if !w.known() {
			return &w
		}
	}
	return nil
}

// running is the time of a sentence as it is meant of duties that come back: a
// period without a year is of the year that runs, and a year alone is a time. The
// words are those before any time was taken.
func (r *Reader) running(said *Window, words []word, now time.Time) *Window {
	if said == nil || now.Year() != r.planYear {
		of := *r
		of.planYear = now.Year()
		times := of.windows(words, now)
		if len(times) == 0 {
			times = of.wholeYears(words, now)
		}
		said = joined(times)
	}
	if said != nil && said.known() {
		return said
	}
	return nil
}
