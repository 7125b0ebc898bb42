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

// The decisions of administrators, as they say them: "quan tri duyet 12345",
// "quan tri mien 1.14 so tu phap". They name whom and what they mean, as a place in a list may be another one's by the time that it is said.
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

// decideRegistration settles the one registration that words mean by the number
// of who asks. A name can be anybody's: it only shows the registration, with the
// number and the buttons.
func (h *Handler) decideRegistration(ctx context.Context, t dialog.Turn, words string, yes bool) (chat.Reply, error) {
	waiting, err := h.records.WaitingSubscriptions(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("waiting registrations: %w", err)
	}
	agency := h.agencyWithin(t, words)
	id, numbered := numberOf(words)
	meant := slices.DeleteFunc(waiting, func(s record.Subscription) bool {
		if numbered {
			return s.Chat != id || agency != "" && s.Agency != agency
		}
		return !names(words, s, agency)
	})
	switch {
	case len(meant) == 0:
		return chat.Sentence(follow.TextNoRegistration), nil
	case len(meant) > 1:
		return chat.Sentence(fmt.Sprintf(follow.TextWhichRegistration, len(meant))), nil
	case !numbered:
		return h.following.Request(meant[0]), nil
	}
	s := meant[0]
	s.Standing = record.Refused
	if yes {
		s.Standing = record.Approved
	}
	reason := ""
	if !yes {
		reason = h.reasonIn(t, words)
	}
	return h.following.Settle(ctx, t, s, reason)
}

// reasonIn is what stands behind the number, and behind the agency where that is
// named: why a registration is refused.
func (h *Handler) reasonIn(t dialog.Turn, words string) string {
	if rest, ok := question.CutPrefix(words, "ma"); ok {
		words = rest
	}
	_, rest := question.CutWord(words)
	_, rest, _ = h.addressed(t, rest)
	return strings.Trim(rest, " :,-")
}

// numberOf is the number of a person that words begin with: "8", "mã 8".
func numberOf(words string) (int64, bool) {
	first, rest := question.CutWord(question.Folded(words))
	if first == "ma" {
		first, _ = question.CutWord(rest)
	}
	id, err := strconv.ParseInt(first, 10, 64)
	return id, err == nil && id > 0
}

// names reports whether words are the whole name of who asks, or their @name, with
// nothing but the agency behind it.
func names(words string, s record.Subscription, agency string) bool {
	said := strings.TrimPrefix(question.Folded(words), "@")
	for _, name := range []string{question.Folded(s.Person.Name), strings.ToLower(s.Person.Username)} {
		behind, ok := strings.CutPrefix(said, name)
		if name != "" && ok && (behind == "" || behind[0] == ' ' && agency == s.Agency) {
			return true
		}
	}
	return false
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
