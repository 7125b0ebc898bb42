package answer

import (
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/compare"
	"cchcbot/seeds/plan"
)

// compared answers what became of an older plan in a newer one; false for any
// other question.
func (a *Answerer) compared(q question.Question, s dialog.Situation) (Answer, bool, error) {
	kind := question.Compares(q.Text)
	if kind == question.ComparesNothing {
		return Answer{}, false, nil
	}
	older, newer, err := a.sides(question.YearsIn(q.Text))
	if err != nil {
		return Answer{}, false, err
	}
	answer := Answer{Intent: question.Search, Question: q, Plan: a.Plan(), Agency: q.Agency}
	if q.Own && q.Agency == nil {
		answer.Agency = s.Agency
	}
	if older == nil || newer == nil {
		answer.Intent = question.None
		answer.Text = chat.Text{chat.Say(fmt.Sprintf(textNothingBefore, a.Plan().Name(), a.Plan().Period()))}
		return answer, true, nil
	}
	d := compare.Plans(older.Plan(), newer.Plan())
	answer.Plan = newer.Plan()
	if kind == question.ComparesNow || kind == question.ComparesBefore {
		return renumbered(answer, kind, d, older, newer), true, nil
	}
	concerns := func(plan.Unit) bool { return true }
	if answer.Agency != nil {
		concerns = func(u plan.Unit) bool { return len(u.DutiesOf(*answer.Agency)) > 0 }
	}
	return listed(answer, kind, d, older, concerns), true, nil
}

// listed shows what a difference says of one kind.
func listed(answer Answer, kind question.Comparison, d compare.Difference, older *Answerer, concerns func(plan.Unit) bool) Answer {
	told := Told
	switch kind {
	case question.ComparesNew:
		d = compare.Difference{New: d.New}
	case question.ComparesDropped:
		d = compare.Difference{Dropped: d.Dropped}
	case question.ComparesLead:
		d, told = compare.Difference{Pairs: d.Changed(compare.ChangeLead)}, []compare.Change{compare.ChangeLead}
	case question.ComparesDeadline:
		d, told = compare.Difference{Pairs: d.Changed(compare.ChangeDeadline)}, []compare.Change{compare.ChangeDeadline}
	}
	head := fmt.Sprintf(textSideBySide, answer.Plan.Name(), answer.Plan.Period(), older.Plan().Name(), older.Plan().Period())
	if answer.Agency != nil {
		head += " " + fmt.Sprintf(textSideOf, answer.Agency.Name)
	}
	lines, units := ChangeLines(d, told, concerns, mostChanges)
	if kind == question.ComparesAll && answer.Agency == nil {
		lines = append([]string{chat.UpperFirst(Counted(d))}, lines...)
	}
	if len(lines) == 0 {
		lines = []string{textNoChange}
	}
	if kind == question.ComparesDropped { // the older plan holds them
		answer.Plan, units = older.Plan(), slices.DeleteFunc(d.Dropped, func(u plan.Unit) bool { return u.Kind != plan.KindTask || !concerns(u) })
	}
	for _, u := range units[:min(len(units), MostFound)] {
		answer.Units = append(answer.Units, Found{Unit: u, Score: 1})
	}
	answer.Text = chat.Text{chat.BoldText(head), chat.Say(strings.Join(lines, "\n"))}
	return answer
}

// renumbered says which number a unit of the one plan has in the other.
func renumbered(answer Answer, kind question.Comparison, d compare.Difference, older, newer *Answerer) Answer {
	from, to, find := older, newer, d.After
	if kind == question.ComparesBefore {
		from, to, find = newer, older, d.Before
	}
	answer.Plan = to.Plan()
	for _, place := range answer.Question.Places {
		for _, u := range from.Resolve(place) {
			pair, found := find(u.ID)
			if !found {
				answer.Text = append(answer.Text, chat.Say(fmt.Sprintf(textNoneAfter, chat.UpperFirst(u.Place()), from.Plan().Name(), to.Plan().Name())))
				continue
			}
			other := pair.New
			if kind == question.ComparesBefore {
				other = pair.Old
			}
			words := textIsNow
			if pair.Doubtful() {
				words = textMayBeNow
			}
			answer.Units = append(answer.Units, Found{Unit: other, Score: 1})
			answer.Text = append(answer.Text, chat.Say(fmt.Sprintf(words, chat.UpperFirst(u.Place()), from.Plan().Name(), other.Place(), to.Plan().Name(), chat.Brief(other.Text))))
		}
	}
	if len(answer.Text) == 0 {
		answer.Intent = question.None
		answer.Text = chat.Text{chat.Say(fmt.Sprintf(textNoSuchNumber, from.Plan().Name()))}
	}
	return answer
}

// sides are the answers from the older and the newer plan of a comparison: those of
// the two years that are named, or the one in force and the one before it; nil
// where the library does not hold them.
func (a *Answerer) sides(years []int) (older, newer *Answerer, err error) {
	slices.Sort(years)
	years = slices.Compact(years)
	newer = a
	if len(years) > 1 {
		if newer, err = a.coveringYear(years[len(years)-1]); err != nil || newer == nil {
			return nil, nil, err
		}
	}
	if len(years) > 0 && years[0] < newer.Plan().Year {
		older, err = a.coveringYear(years[0])
		return older, newer, err
	}
	var before *otherPlan
	for i, other := range a.others {
		if p := other.about; p.Line == newer.Plan().Line && p.Year < newer.Plan().Year && !p.Withdrawn && (before == nil || p.Year > before.about.Year) {
			before = &a.others[i]
		}
	}
	if before == nil {
		return nil, newer, nil
	}
	older, err = a.open(*before)
	return older, newer, err
}

// coveringYear is the answers from the plan of a year, nil where there is none.
func (a *Answerer) coveringYear(year int) (*Answerer, error) {
	that, err := a.OfYear(year)
	if err != nil || !that.Plan().CoversYear(year) {
		return nil, err
	}
	return that, nil
}

// Counted says how many units a difference is about.
func Counted(d compare.Difference) string {
	return fmt.Sprintf(textCounted, len(d.New), len(d.Dropped), len(d.Pairs),
		len(d.Changed(compare.ChangePlace)), len(d.Changed(compare.ChangeLead)), len(d.Changed(compare.ChangeDeadline)))
}

// Told are the ways in which a unit differs that are told; a place alone is not.
var Told = []compare.Change{compare.ChangeLead, compare.ChangeDeadline, compare.ChangeProduct}

// mostChanges is how many lines of a difference an answer shows.
const mostChanges = 12

// ChangeLines tell what became of the tasks that concern somebody, up to a number
// of lines, and the units of the newer plan among
// them.
func ChangeLines(d compare.Difference, told []compare.Change, concerns func(plan.Unit) bool, most int) ([]string, []plan.Unit) {
	var lines []string
	var units []plan.Unit
	brief := func(u plan.Unit) string { return chat.ShortPlace(u) + ". " + chat.Brief(u.Text) }
	for _, u := range d.New {
		if u.Kind == plan.KindTask && concerns(u) {
			units, lines = append(units, u), append(lines, "- "+textNewWork+brief(u))
		}
	}
	for _, p := range d.Pairs {
		if p.New.Kind != plan.KindTask || !concerns(p.Old) && !concerns(p.New) {
			continue
		}
		for _, c := range told {
			if !p.Has(c) {
				continue
			}
			was, is := p.Values(c)
			doubt := ""
			if p.Doubtful() {
				doubt = textDoubtful
			}
			units, lines = append(units, p.New), append(lines, "- "+brief(p.New)+": "+c.Name()+": "+chat.CutWords(was, chat.LineRunes/2)+" → "+chat.CutWords(is, chat.LineRunes/2)+doubt)
		}
	}
	for _, u := range d.Dropped {
		if u.Kind == plan.KindTask && concerns(u) {
			lines = append(lines, "- "+textDropped+brief(u))
		}
	}
	if more := len(lines) - most; more > 0 {
		lines = append(lines[:most:most], fmt.Sprintf(textMoreChanges, more))
	}
	return lines, units
}
