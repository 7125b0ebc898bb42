package progress

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// LookedBack is all time up to the end of the year that a window lies in: what is
// late does not get lost with its quarter or year.
func LookedBack(w plan.Window) plan.Window {
	return plan.WindowOf(plan.Date{Year: firstYear, Month: time.January, Day: 1}, yearAround(w).To)
}

// firstYear is before every plan.
const firstYear = 2000

// lateBefore is what is late from before the time that runs: it does not get lost
// with the quarter in which it was due. Other times are shown as they stand.
func lateBefore(all []duties.Sighted, shown plan.Window, today plan.Date) []duties.Sighted {
	if !shown.Holds(today) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(all), func(s duties.Sighted) bool {
		return !s.Late(today) || s.Kept.Due.Compare(shown.From) >= 0
	})
}

// lateQuarters tell which quarters late duties come from: " (quý I)"; "" where it
// is the time that is shown.
func lateQuarters(late []duties.Sighted, shown plan.Window) string {
	var names []string
	for _, s := range late {
		if name := quarterWords(s.Kept.Due, shown); !slices.Contains(names, name) {
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
	quarter := chat.Roman[(int(day.Month)-1)/3+1]
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

// LateCommand shows what an agency is late with, the chat's own where none is named.
func (h *Handler) LateCommand(ctx context.Context, t dialog.Turn, name string) (chat.Reply, error) {
	reply, ok, err := h.LateOf(ctx, t, name)
	if err == nil && !ok {
		return h.agencies.Unknown(name, dialog.ViewOverview), nil
	}
	return reply, err
}

// LateOf lists what an agency is late with, to those who may see it; to others,
// which of its due dates are past. False where the words name no agency.
func (h *Handler) LateOf(ctx context.Context, t dialog.Turn, name string) (chat.Reply, bool, error) {
	if h.records == nil {
		return chat.Reply{}, false, nil
	}
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, false, err
	}
	asked, ok := ParseCity(name)
	if CityWords[question.Folded(name)] {
		asked, ok = CityQuestion{topic: topicByAgency}, true
	}
	if ok {
		at := dialog.Action{View: dialog.ViewProgress, Window: dialog.NoWindow, Topic: asked.topic}
		if asked.here {
			reply, err := h.progressHere(ctx, t, at, all)
			return reply, true, err
		}
		reply, err := h.wholeCity(ctx, t, at, all)
		return reply, true, err
	}
	body := h.following.OwnOrTied(t, all)
	if name != "" && !t.Question().Own && !agency.OwnWords[question.Folded(name)] {
		same := plan.OfToday(h.agencies.Understood(t, name), t.Now)
		if len(same) != 1 {
			return chat.Reply{}, false, nil
		}
		body = &same[0]
	}
	if body == nil {
		return h.agencies.Ask(t, agency.TextAskAgencyFirst, dialog.Expectation{Command: "quahan"}), true, nil
	}
	if may, err := h.following.MaySee(ctx, t, all, plan.KeyOf(*body)); err != nil || !may {
		return h.pastDue(t, *body), true, err
	}
	reply, err := h.agencyProgress(ctx, t, dialog.Action{View: dialog.ViewProgress, Window: dialog.NoWindow, Topic: TopicLate}, *body, all)
	return reply, true, err
}

// pastDue lists the due dates of an agency that the year has left behind.
func (h *Handler) pastDue(t dialog.Turn, agency plan.Agency) chat.Reply {
	past := plan.Window{From: plan.YearOf(plan.QuarterNow(t.Now)).From, To: t.Today().AddDays(-1)}
	if past.To.Compare(past.From) < 0 {
		past = plan.QuarterOf(past.To)
	}
	l := h.screens.DueList(t, &agency, dialog.Action{View: dialog.ViewDue, Agency: dialog.ButtonID(agency), Window: past})
	l.Notes = append(chat.Text{chat.Say(textPastByPlan)}, l.Notes...)
	reply, _ := h.screens.Show(l)
	return reply
}

// ParseLate reads the question what is late: "Quận 1 còn việc nào quá hạn", "việc
// gì trễ hạn", "đơn vị em còn nợ gì". The rest is whose; where more is said, it is
// a question about the plan, which speaks of late files too.
func ParseLate(text string) (rest string, ok bool) {
	if _, city := ParseCity(text); city {
		return text, true
	}
	words := strings.Fields(text)
	var others []string
	asked, late := false, false
	for i := 0; i < len(words); i++ {
		word := question.Folded(words[i])
		switch {
		case i+1 < len(words) && pastWords[word+" "+question.Folded(words[i+1])]:
			late = true
			i++
		case word == "no" && i+1 < len(words) && askedWords[question.Folded(words[i+1])]:
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
	pastWords  = question.SetOf("qua han", "tre han", "cham han", "no han")
	askedWords = question.SetOf("viec", "gi", "nao", "nhung", "may")
	besideLate = question.SetOf("con", "co", "dang", "da", "bi", "nhiem", "vu", "khong", "a", "vay", "the", "cac", "chua", "xong", "de")
)
