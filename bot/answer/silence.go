package answer

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/index/vi"
)

// noAnswer says that the plan holds no answer, and offers the nearest units to
// look at, without claiming that they are meant.
func (a *Answerer) noAnswer(q question.Question) Answer {
	answer := Answer{Intent: question.None, Agency: q.Agency}
	if year := a.otherYear(q); year != "" && !q.Topical() {
		answer.Text = chat.Text{chat.Say(fmt.Sprintf(textOtherYear, year, a.Plan().Period(), a.Plan().Name()))}
		return answer
	}
	if !q.Worded() && thanks.MatchString(vi.Fold(vi.Normalize(q.Text))) {
		answer.Text = chat.Text{chat.Say(textWelcome)}
		return answer
	}
	if !q.Topical() && q.Agency == nil {
		answer.Text = chat.Text{chat.Say(textNotAQuestion), chat.Say(textAskLike)}
		return answer
	}
	if q.Unknown != "" {
		answer.Text = a.unknownName(q.Unknown)
		return answer
	}
	words := fmt.Sprintf(textSilent, a.Plan().Name())
	if a.Plan().Incomplete {
		words = fmt.Sprintf(textNotFullyRead, a.Plan().Name())
	}
	answer.Text = chat.Text{chat.Say(words), chat.Say(textAskLike)}
	return answer
}

// idleWords are what is said to talk that asks nothing.
var idleWords = map[question.Idle][]string{
	question.Chatter:  {textChatter},
	question.Nod:      {textNod},
	question.Consent:  {textConsent},
	question.Greeting: {textNotAQuestion, textAskLike},
}

// leastNear is how much of a question a unit must hold to be offered all the same.
const leastNear = 0.2

// unsure tells that no unit was found to answer a question, and offers the nearest.
// That the plan has no answer is said only of a thing that it does not speak of at
// all; words that were not understood are told.
func (a *Answerer) unsure(q question.Question, found []index.Hit) Answer {
	strange, foreign := a.notUnderstood(q), a.foreign(q)
	least := leastNear
	if len(foreign) > 0 {
		least = enough // of the rest, as the thing itself is not there
	}
	found = slices.DeleteFunc(slices.Clone(found), func(h index.Hit) bool { return (h.Coverage+h.Pairs)/2 < least })
	if len(found)+len(strange)+len(foreign) == 0 || q.Unknown != "" || a.Plan().Incomplete {
		return a.noAnswer(q)
	}
	words := fmt.Sprintf(textNotFound, a.Plan().Name())
	switch {
	case len(foreign) > 0:
		words = fmt.Sprintf(textNotSpokenOf, a.Plan().Name(), strings.Join(foreign, "”, “"))
	case len(strange) > 0:
		words = fmt.Sprintf(textNotUnderstood, strings.Join(strange, "”, “"))
	}
	return offering(q, words, foundIn(found))
}

// offering says why there is no answer and offers the nearest units.
func offering(q question.Question, words string, found []Found) Answer {
	answer := Answer{Intent: question.None, Agency: q.Agency, Near: found[:min(len(found), mostNear)]}
	if len(found) == 0 {
		answer.Text = chat.Text{chat.Say(words), chat.Say(textAskLike)}
		return answer
	}
	nearest := make([]string, len(answer.Near))
	for i, f := range answer.Near {
		nearest[i] = fmt.Sprintf("- %s (%s)", chat.Brief(f.Unit.Text), chat.ShortPlace(f.Unit))
	}
	answer.Text = chat.Text{chat.Say(words), chat.Say(textNearest + "\n" + strings.Join(nearest, "\n"))}
	return answer
}

// foreign are the words of a question for things that the plan does not speak of.
func (a *Answerer) foreign(q question.Question) []string {
	var foreign []string
	for _, m := range a.Index.Foreign(q.Query) {
		foreign = append(foreign, spelt(q.Query.Terms[m.From:m.To]))
	}
	return foreign
}

// notUnderstood are the words of the topic that neither the plan nor the register
// knows: neighbours together, a lone one with the word behind it, for most words
// are of two syllables.
func (a *Answerer) notUnderstood(q question.Question) []string {
	v := a.Index.Vocabulary()
	strange := map[string]bool{}
	for _, t := range q.Strange() {
		strange[t.Toned] = !v.Knows(t.Folded) || t.Marked() && !v.KnowsToned(t.Toned)
	}
	var runs []string
	terms := q.Query.Terms
	for i := 0; i < len(terms); i++ {
		from := i
		for i < len(terms) && strange[terms[i].Toned] {
			i++
		}
		if i-from == 1 && i < len(terms) && terms[i].Emphasis == 1 {
			i++
		}
		if i > from {
			runs = append(runs, spelt(terms[from:i]))
		}
	}
	return runs
}

// spelt are terms as they were read.
func spelt(terms []index.Term) string {
	words := make([]string, len(terms))
	for i, t := range terms {
		words[i] = t.Toned
	}
	return strings.Join(words, " ")
}

var (
	thanks   = regexp.MustCompile(`\bcam on\b|\bthank`)
	yearWord = regexp.MustCompile(`\b20\d\d\b`)
)

// otherYear is a year that a question names, in figures or in words, and the
// plan is not for.
func (a *Answerer) otherYear(q question.Question) string {
	years := yearWord.FindAllString(q.Text, -1)
	for _, t := range q.Query.Terms {
		if yearWord.MatchString(t.Folded) {
			years = append(years, t.Folded)
		}
	}
	for _, year := range years {
		if n, err := strconv.Atoi(year); err == nil && !a.Plan().CoversYear(n) {
			return year
		}
	}
	return ""
}

// unknownName says that no agency is called so, and which are called nearly so.
func (a *Answerer) unknownName(name string) chat.Text {
	text := chat.Text{chat.Say(fmt.Sprintf(textUnknownName, name))}
	near := a.Names.Similar(name)
	if len(near) == 0 {
		return append(text, chat.Say(textAskLike))
	}
	names := make([]string, len(near))
	for i, agency := range near {
		names[i] = agency.Name
	}
	return append(text, chat.Say(fmt.Sprintf(textNearNames, strings.Join(names, "; "))))
}

// whichAgency asks for the agency that the question leaves open.
func (a *Answerer) whichAgency() Answer {
	return Answer{Intent: question.None, Text: chat.Text{chat.Say(textWhichAgency)}}
}

// help tells what can be asked.
func (a *Answerer) help() Answer {
	return Answer{Intent: question.Help, Text: HelpText(a.Plan())}
}
