package answer

import (
	"fmt"
	"slices"
	"strconv"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// identity tells the number, the date and the issuer of the plan's document, with
// its signature. It reports false where another document is meant: one that is
// called by words that the title does not hold.
func (a *Answerer) identity(q question.Question) (Answer, bool) {
	p := a.Plan()
	if q.Identity == nil || p.Issued == (plan.Date{}) {
		return Answer{}, false
	}
	title := map[string]bool{}
	for _, w := range index.Words(p.Title+" "+p.Issuer+" "+p.Number, nil) {
		title[w.Folded] = true
	}
	if slices.ContainsFunc(q.Identity.Named, func(w string) bool { return !title[w] }) || q.Agency != nil && !q.Query.City && q.Agency.Name != p.Issuer {
		return Answer{}, false
	}
	issuer := ""
	if p.Issuer != "" {
		issuer = fmt.Sprintf(textIssuer, p.Issuer)
	}
	answer := Answer{Intent: question.Clause, Composed: true, Text: chat.Text{chat.Say(fmt.Sprintf(textIdentity, p.Name(), p.Issued.Day, writtenMonth(int(p.Issued.Month)), p.Issued.Year, issuer, p.Title))}}
	for _, u := range p.Units {
		if u.Kind == plan.KindSignature {
			answer.Units = append(answer.Units, Found{Unit: u, Score: 1})
			answer.Text = append(answer.Text, chat.Quote(u.Text), a.Cite(u))
			answer.Shown = append(answer.Shown, u.ID)
		}
	}
	return answer, true
}

// writtenMonth is a month as Nghị định số 30/2020/NĐ-CP has it written: January and
// February with a zero, so that nothing can be put before them.
func writtenMonth(month int) string {
	if month < 3 {
		return fmt.Sprintf("%02d", month)
	}
	return strconv.Itoa(month)
}
