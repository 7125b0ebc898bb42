package office

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// AboutOffice holds for the name of a screen, where nothing is asked.
func AboutOffice(_ dialog.Turn, rest string) bool {
	for _, n := range officeNames {
		if behind, ok := question.CutPrefix(rest, n.words); ok {
			return n.topic == officeAnnounce || !question.Asks(behind)
		}
	}
	for _, d := range decisionsSaid {
		if _, ok := question.CutPrefix(rest, d.words); ok {
			return !question.Asks(rest)
		}
	}
	return rest == ""
}

// The decisions of administrators, as they say them: "quan tri duyet Trần Thị
// Bình", "quan tri mien 1.14 so tu phap". They name whom and what they mean, as
// a place in a list may be another one's by the time that it is said.
var decisionsSaid = []struct {
	words  string
	report bool // on a report rather than on a registration
	yes    bool
}{
	{"duyet", false, true},
	{"tu choi", false, false},
	{"mien", true, true},
	{"giu nguyen", true, false},
}

// decideByWords does what an administrator decides by words; false where the
// words decide nothing.
func (h *Handler) decideByWords(ctx context.Context, t dialog.Turn, args string) (chat.Reply, bool, error) {
	for _, d := range decisionsSaid {
		rest, ok := question.CutPrefix(args, d.words)
		if !ok {
			continue
		}
		decide := h.decideRegistration
		if d.report {
			decide = h.decideReport
		}
		reply, err := decide(ctx, t, rest, d.yes)
		return reply, true, err
	}
	return chat.Reply{}, false, nil
}

// decideRegistration settles the one registration that words mean.
func (h *Handler) decideRegistration(ctx context.Context, t dialog.Turn, words string, yes bool) (chat.Reply, error) {
	waiting, err := h.records.WaitingSubscriptions(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("waiting registrations: %w", err)
	}
	agency := h.agencyWithin(t, words)
	longest := 0
	for _, s := range waiting {
		longest = max(longest, saysPerson(words, s.Person, s.Chat))
	}
	meant := slices.DeleteFunc(waiting, func(s record.Subscription) bool {
		said := saysPerson(words, s.Person, s.Chat)
		return said == 0 || said < longest || agency != "" && s.Agency != agency // "Trần Thị Bình" is not "Bình"
	})
	switch len(meant) {
	case 0:
		return chat.Sentence(follow.TextNoRegistration), nil
	case 1:
	default:
		return chat.Sentence(fmt.Sprintf(follow.TextWhichRegistration, len(meant))), nil
	}
	s := meant[0]
	s.Standing = record.Refused
	if yes {
		s.Standing = record.Approved
	}
	return h.following.Settle(ctx, t, s)
}

// saysPerson tells how much of words names a person, by name or by number; 0 for
// nothing.
func saysPerson(words string, p record.Person, chat int64) int {
	said := " " + question.Folded(words) + " "
	longest := 0
	for _, name := range []string{question.Folded(p.Name), strings.ToLower(p.Username), strconv.FormatInt(chat, 10)} {
		if name != "" && strings.Contains(strings.ReplaceAll(said, "@", ""), " "+name+" ") {
			longest = max(longest, len(name))
		}
	}
	return longest
}

// agencyWithin is the agency that words name, as it is kept; "" for none.
func (h *Handler) agencyWithin(t dialog.Turn, _ string) string {
	if q := t.Question(); q.Agency != nil {
		return plan.KeyOf(*q.Agency)
	}
	return ""
}

// decideReport settles the one report that words mean.
func (h *Handler) decideReport(ctx context.Context, t dialog.Turn, words string, waive bool) (chat.Reply, error) {
	w, ok := h.duties.ParseTask(t, words)
	if !ok {
		return chat.Sentence(follow.TextNameReport), nil
	}
	open, err := h.records.OpenReports(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("reports: %w", err)
	}
	meant := slices.DeleteFunc(open, func(r record.Report) bool {
		u, known := h.answers.UnitOf(r.Occurrence.Plan, r.Occurrence.Unit)
		return !known || !w.Means(u) || w.Agency != "" && r.Occurrence.Agency != w.Agency
	})
	switch len(meant) {
	case 0:
		return chat.Sentence(follow.TextNoSuchReport), nil
	case 1:
	default:
		return chat.Sentence(fmt.Sprintf(follow.TextWhichReport, len(meant))), nil
	}
	return h.settleReport(ctx, t, meant[0], waive)
}
