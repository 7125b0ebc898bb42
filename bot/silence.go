package bot

import (
	"fmt"

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
	answer.Text = Text{say(fmt.Sprintf(textSilent, a.Plan().Number)), say(textAskLike)}
	return answer
}

// whichAgency asks for the agency that the question leaves open.
func (a *Answerer) whichAgency() Answer {
	return Answer{Intent: question.None, Text: Text{say(textWhichAgency)}}
}

// help tells what can be asked.
func (a *Answerer) help() Answer {
	return Answer{Intent: question.Help, Text: helpText(a.Plan().Number, a.Plan().Year)}
}
