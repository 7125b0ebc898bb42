package bot

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/index/vi"
)

// silent says that the plan holds no answer, and offers the nearest units to
// look at, without claiming that they are meant.
func (a *Answerer) silent(q question.Question) Answer {
	answer := Answer{Intent: question.None, Agency: q.Agency}
	if year := a.otherYear(q); year != "" && !q.Topical() {
		answer.Text = Text{say(fmt.Sprintf(textOtherYear, year, a.Plan().Year, a.Plan().Number))}
		return answer
	}
	if !q.Worded() && thanks.MatchString(vi.Fold(vi.Normalize(q.Text))) {
		answer.Text = Text{say(textWelcome)}
		return answer
	}
	if !q.Topical() && q.Agency == nil {
		answer.Text = Text{say(textNotAQuestion), say(textAskLike)}
		return answer
	}
	if q.Unknown != "" {
		answer.Text = a.unknownName(q.Unknown)
		return answer
	}
	answer.Text = Text{say(fmt.Sprintf(textSilent, a.Plan().Number)), say(textAskLike)}
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
		if year != strconv.Itoa(a.Plan().Year) {
			return year
		}
	}
	return ""
}

// unknownName says that no agency is called so, and which are called nearly so.
func (a *Answerer) unknownName(name string) Text {
	text := Text{say(fmt.Sprintf(textUnknownName, name))}
	near := a.names.near(name)
	if len(near) == 0 {
		return append(text, say(textAskLike))
	}
	names := make([]string, len(near))
	for i, agency := range near {
		names[i] = agency.Name
	}
	return append(text, say(fmt.Sprintf(textNearNames, strings.Join(names, "; "))))
}

// whichAgency asks for the agency that the question leaves open.
func (a *Answerer) whichAgency() Answer {
	return Answer{Intent: question.None, Text: Text{say(textWhichAgency)}}
}

// help tells what can be asked.
func (a *Answerer) help() Answer {
	return Answer{Intent: question.Help, Text: helpText(a.Plan().Number, a.Plan().Year)}
}
