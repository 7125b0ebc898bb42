package answer

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
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
