package deadline

import (
	"fmt"
	"regexp"
	"strings"

	"cchcbot/seeds/plan"
)

// FindDaysAfter finds a period counted from an event in a paragraph: "trong
// vòng 30 ngày kể từ ngày …". Where the event is the issue of the plan itself
// ("ngày Thành phố ban hành kế hoạch này") the due date follows from the day of
// issue; any other event is not known here and has no occurrence.
func FindDaysAfter(text string, in Context) (plan.Deadline, bool) {
	text = strings.Join(strings.Fields(plan.CleanText(text)), " ")
	groups := someDaysAfter.FindStringSubmatch(text)
	if groups == nil {
		return plan.Deadline{}, false
	}
	m, _, _ := exactDaysAfter(groups, in.Issued.Year)
	m.Words = strings.TrimSpace(groups[0])
	d := plan.Deadline{Words: m.Words, Kind: m.Kind, Milestones: []plan.Milestone{m}}
	if ownIssue(m.After) {
		d.Occurrences = in.daysAfterIssue(m)
	}
	return d, true
}

// daysAfter is a period counted from an event.
const daysAfter = `(?:(?:trong\s+(?:vòng|thời\s+hạn)|sau|chậm\s+nhất|không\s+quá)\s+)*(\d{1,4})\s+ngày(?:\s+làm\s+việc)?\s*,?\s+(?:kể\s+)?(?:từ|sau)\s+((?:ngày|khi)\s+[^.;:,]+)`

var someDaysAfter = form(daysAfter)

func exactDaysAfter(g []string, _ int) (plan.Milestone, []plan.Occurrence, bool) {
	return plan.Milestone{Kind: plan.DeadlineDaysAfter, Days: firstOf(0, g[1]), After: strings.TrimSpace(g[2])}, nil, true
}

// ownIssue reports whether an event is the issue of the document that tells it.
func ownIssue(event string) bool {
	key := plan.NameKey(event)
	return strings.HasSuffix(key, " nay") &&
		(strings.Contains(key, "ban hanh") || strings.Contains(key, "ky"))
}

// issueEvent is the issue of the document as a cell of it names it.
var issueEvent = regexp.MustCompile(`(?i)^ngày\s+(?:ký\s+)?(?:ký|ban hành)(?:\s+(?:kế hoạch|quyết định|chương trình))?(?:\s+này|\s+văn bản này)?$`)

// count gives a period from the issue of the document its due date; false where
// it is one of working days that cannot be counted.
func (in Context) count(one *read) bool {
	m := one.milestone
	if m.Kind != plan.DeadlineDaysAfter || in.Issued.IsZero() || !issueEvent.MatchString(m.After) && !ownIssue(m.After) {
		return true
	}
	one.occurrences = in.daysAfterIssue(m)
	return len(one.occurrences) > 0
}

// daysAfterIssue is the due date of a period counted from the day of issue; none
// where that is not known, or a day between is not known to be worked.
func (in Context) daysAfterIssue(m plan.Milestone) []plan.Occurrence {
	if in.Issued.IsZero() {
		return nil
	}
	due, unit := in.Issued.AddDays(m.Days), "ngày"
	if strings.Contains(strings.ToLower(m.Words), "làm việc") {
		if in.Calendar == nil {
			return nil
		}
		due, unit = in.Calendar.WorkingDaysAfter(in.Issued, m.Days), "ngày làm việc"
		if len(in.Calendar.Unknown(in.Issued, due)) > 0 {
			return nil
		}
	}
	return []plan.Occurrence{{
		Kind: m.Kind, Period: fmt.Sprintf("%d %s kể từ %s", m.Days, unit, m.After), Product: m.Product,
		From: in.Issued, Due: due,
	}}
}
