package bot

import (
	"fmt"
	"strings"

	"cchcbot/bot/question"
)

// silent says that the plan holds no answer, and offers the nearest units to
// look at, without claiming that they are meant.
func (a *Answerer) silent(q question.Question) Answer {
	answer := Answer{Intent: question.None, Agency: q.Agency}
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
