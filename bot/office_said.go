package bot

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cchcbot/bot/record"
)

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

// decisionSaid does what an administrator decides by words; false where the
// words decide nothing.
func (b *officeHandler) decisionSaid(ctx context.Context, t turn, args string) (Reply, bool, error) {
	for _, d := range decisionsSaid {
		rest, ok := cutLead(args, d.words)
		if !ok {
			continue
		}
		decide := b.registrationSaid
		if d.report {
			decide = b.reportSaid
		}
		reply, err := decide(ctx, t, rest, d.yes)
		return reply, true, err
	}
	return Reply{}, false, nil
}

// registrationSaid settles the one registration that words mean.
func (b *officeHandler) registrationSaid(ctx context.Context, t turn, words string, yes bool) (Reply, error) {
	waiting, err := b.records.WaitingSubscriptions(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("waiting registrations: %w", err)
	}
	agency := b.agencyWithin(t, words)
	meant := slices.DeleteFunc(waiting, func(s record.Subscription) bool {
		return !saysPerson(words, s.Person, s.Chat) || agency != "" && s.Agency != agency
	})
	switch len(meant) {
	case 0:
		return sentence(textNoRegistration), nil
	case 1:
	default:
		return sentence(fmt.Sprintf(textWhichRegistration, len(meant))), nil
	}
	s := meant[0]
	s.Standing = record.Refused
	if yes {
		s.Standing = record.Approved
	}
	return b.following.settle(ctx, t, s)
}

// saysPerson reports whether words name a person, by name or by number.
func saysPerson(words string, p record.Person, chat int64) bool {
	said := " " + folded(words) + " "
	for _, name := range []string{folded(p.Name), strings.ToLower(p.Username), strconv.FormatInt(chat, 10)} {
		if name != "" && strings.Contains(strings.ReplaceAll(said, "@", ""), " "+name+" ") {
			return true
		}
	}
	return false
}

// agencyWithin is the agency that words name, as it is kept; "" for none.
func (b *officeHandler) agencyWithin(t turn, words string) string {
	if q := b.answers.reader.Read(words, t.now); q.Agency != nil {
		return memoryID(*q.Agency)
	}
	return ""
}

// reportSaid settles the one report that words mean.
func (b *officeHandler) reportSaid(ctx context.Context, t turn, words string, waive bool) (Reply, error) {
	w, ok := b.duties.wantedIn(t, words)
	if !ok {
		return sentence(textNameReport), nil
	}
	open, err := b.records.OpenReports(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("reports: %w", err)
	}
	meant := slices.DeleteFunc(open, func(r record.Report) bool {
		u, known := b.answers.index.Unit(r.Occurrence.Unit)
		return !known || !w.means(u) || w.agency != "" && r.Occurrence.Agency != w.agency
	})
	switch len(meant) {
	case 0:
		return sentence(textNoSuchReport), nil
	case 1:
	default:
		return sentence(fmt.Sprintf(textWhichReport, len(meant))), nil
	}
	return b.judgeReport(ctx, t, meant[0], waive)
}
