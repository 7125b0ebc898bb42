package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// lookedBack is the year that a window begins in, with what of the window lies
// behind it and, around the turn of the year, the quarter before it.
func lookedBack(w plan.Window) plan.Window {
	year := yearAround(w)
	if before := quarterOf(quarterOf(w.From).From.AddDays(-1)); before.From.Compare(year.From) < 0 {
		year.From = before.From
	}
	return year
}

// lateBefore is what is late from before the time that runs: it does not get lost
// with the quarter in which it was due. Other times are shown as they stand.
func lateBefore(all []sighted, shown plan.Window, today plan.Date) []sighted {
	if !shown.Holds(today) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(all), func(s sighted) bool {
		return !s.late(today) || s.kept.Due.Compare(shown.From) >= 0
	})
}

// lateQuarters tell which quarters late duties come from: " (quý I)"; "" where it
// is the time that is shown.
func lateQuarters(late []sighted, shown plan.Window) string {
	var names []string
	for _, s := range late {
		if name := quarterWords(s.kept.Due, shown); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(late) == 0 || len(inWindow(late, shown)) == len(late) {
		return ""
	}
	return fmt.Sprintf(textOfQuarter, strings.Join(names, ", "))
}

// quarterWords name the quarter of a day, with its year where that is another than
// the one that is shown.
func quarterWords(day plan.Date, shown plan.Window) string {
	quarter := roman[(int(day.Month)-1)/3+1]
	if day.Year != shown.From.Year {
		return fmt.Sprintf(textQuarterOf, quarter, day.Year)
	}
	return fmt.Sprintf(textQuarter, quarter)
}

func lateHead(agency plan.Agency, late int) string {
	if late == 0 {
		return fmt.Sprintf(textNothingLate, agency.Name)
	}
	return fmt.Sprintf(textLateOf, agency.Name, late)
}

// lateCommand shows what an agency is late with, the chat's own where none is named.
func (b *progressHandler) lateCommand(ctx context.Context, t turn, name string) (Reply, error) {
	reply, ok, err := b.lateOf(ctx, t, name)
	if err == nil && !ok {
		return b.agencies.unknown(name, viewOverview), nil
	}
	return reply, err
}

// ownOrTied is the agency of the chat, or else the one that the person works for;
// nil where neither is known.
func (b *followHandler) ownOrTied(t turn, all ties) *plan.Agency {
	if t.own != nil {
		return t.own
	}
	if tied := all.agencies(record.FocalPerson, record.Leader); t.Private && len(tied) > 0 {
		if first, ok := b.agencies.agencyByID(tied[0]); ok {
			return &first
		}
	}
	return nil
}

// soonForWhom has a question for what falls due soon mean the agency that the
// person works for.
func (b *Bot) soonForWhom(ctx context.Context, t turn, q question.Question) (question.Question, error) {
	if b.records == nil || t.own != nil || q.Intent != question.Due || !asksSoon(q, t.now) || q.Agency != nil || q.Speaker != nil {
		return q, nil
	}
	all, err := b.following.tiesOf(ctx, t.User)
	q.Agency = b.following.ownOrTied(t, all)
	return q, err
}

// lateOf lists what an agency is late with, to those who may see it; to others,
// which of its due dates are past. False where the words name no agency.
func (b *progressHandler) lateOf(ctx context.Context, t turn, name string) (Reply, bool, error) {
	if b.records == nil {
		return Reply{}, false, nil
	}
	all, err := b.following.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, false, err
	}
	agency := b.following.ownOrTied(t, all)
	if name != "" && !ownWords[folded(name)] {
		same := ofToday(b.agencies.understood(name, t.now), t.now)
		if len(same) != 1 {
			return Reply{}, false, nil
		}
		agency = &same[0]
	}
	if agency == nil {
		return b.agencies.ask(t, textAskAgencyFirst, "/quahan"), true, nil
	}
	if may, err := b.following.maySee(ctx, t, all, memoryID(*agency)); err != nil || !may {
		return b.pastDue(t, *agency), true, err
	}
	reply, err := b.agencyProgress(ctx, t, action{view: viewProgress, window: noWindow, topic: topicLate}, *agency, all)
	return reply, true, err
}

// pastDue lists the due dates of an agency that the year has left behind.
func (b *progressHandler) pastDue(t turn, agency plan.Agency) Reply {
	past := plan.Window{From: yearOf(quarterNow(t.now)).From, To: t.today().AddDays(-1)}
	if past.To.Compare(past.From) < 0 {
		past = quarterOf(past.To)
	}
	l := b.screens.dueList(t, &agency, action{view: viewDue, agency: buttonID(agency), window: past})
	l.notes = append(Text{say(textPastByPlan)}, l.notes...)
	reply, _ := b.screens.show(l)
	return reply
}

// withLate tells those who may see it what their agency is late with, beside what
// falls due soon.
func (b *Bot) withLate(ctx context.Context, t turn, answer Answer, reply Reply) (Reply, error) {
	if b.records == nil || answer.Intent != question.Due || answer.Agency == nil || !asksSoon(answer.Question, t.now) {
		return reply, nil
	}
	agency := *answer.Agency
	all, err := b.following.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	if may, err := b.following.maySee(ctx, t, all, memoryID(agency)); err != nil || !may {
		return reply, err
	}
	year, err := b.progress.standings(ctx, []plan.Agency{agency}, lookedBack(quarterNow(t.now)))
	if err != nil {
		return Reply{}, err
	}
	late := countOf(year, t.today()).late
	if late == 0 {
		return reply, nil
	}
	if len(answer.Units) == 0 {
		reply.Text = Text{bold(fmt.Sprintf(textOnlyLate, agency.Name, late))}
	}
	shown := b.desk.button(fmt.Sprintf(buttonLate, late), action{view: viewProgress, agency: agencyCode(memoryID(agency)), window: noWindow, topic: topicLate})
	reply.Buttons = append([][]Button{{shown}}, reply.Buttons...)
	return reply, nil
}

// lateSaid reads the question what is late: "Quận 1 còn việc nào quá hạn", "việc
// gì trễ hạn", "đơn vị em còn nợ gì". The rest is whose; where more is said, it is
// a question about the plan, which speaks of late files too.
func lateSaid(text string) (rest string, ok bool) {
	words := strings.Fields(text)
	var others []string
	asked, late := false, false
	for i := 0; i < len(words); i++ {
		word := folded(words[i])
		switch {
		case i+1 < len(words) && pastWords[word+" "+folded(words[i+1])]:
			late = true
			i++
		case word == "no" && i+1 < len(words) && askedWords[folded(words[i+1])]:
			late = true
		case askedWords[word]:
			asked = true
		case besideLate[word]:
		default:
			others = append(others, words[i])
		}
	}
	return strings.Join(others, " "), late && asked
}

var (
	pastWords  = setOf("qua han", "tre han", "cham han", "no han")
	askedWords = setOf("viec", "gi", "nao", "nhung", "may")
	besideLate = setOf("con", "co", "dang", "da", "bi", "nhiem", "vu", "khong", "a", "vay", "the", "cac", "chua", "xong", "de")
)
