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
func FindDaysAfter(text string, issued plan.Date) (plan.Deadline, bool) {
	text = strings.Join(strings.Fields(plan.CleanText(text)), " ")
	days := timeForms[0]
	at := days.pattern.FindStringSubmatchIndex(text)
	if at == nil {
		return plan.Deadline{}, false
	}
	t, ok := days.read(groupsOf(text, at), issued.Year)
	if !ok {
		return plan.Deadline{}, false
	}
	words := strings.TrimSpace(text[at[0]:at[1]])
	m := plan.Milestone{Kind: t.kind, Words: words, Days: t.days, After: t.after}
	d := plan.Deadline{Words: words, Kind: t.kind, Milestones: []plan.Milestone{m}}
	if ownIssue(t.after) && !issued.IsZero() {
		d.Occurrences = []plan.Occurrence{{
			Kind:   t.kind,
			Period: fmt.Sprintf("%d ngày kể từ %s", t.days, t.after),
			From:   issued,
			Due:    issued.AddDays(t.days),
		}}
	}
	return d, true
}

// ownIssue reports whether an event is the issue of the document that tells it.
func ownIssue(event string) bool {
	key := plan.NameKey(event)
	return strings.HasSuffix(key, " nay") &&
		(strings.Contains(key, "ban hanh") || strings.Contains(key, "ky"))
}

// issueEvent is the issue of the document as a cell of it names it.
var issueEvent = regexp.MustCompile(`(?i)^ngày\s+(?:ký\s+)?(?:ký|ban hành)(?:\s+(?:kế hoạch|quyết định|văn bản|chương trình))?(?:\s+này)?$`)

// daysAfterIssue is the due date of a period counted from the day of issue.
func daysAfterIssue(m plan.Milestone, issued plan.Date) plan.Occurrence {
	return plan.Occurrence{
		Kind: m.Kind, Period: fmt.Sprintf("%d ngày kể từ %s", m.Days, m.After), Product: m.Product,
		From: issued, Due: issued.AddDays(m.Days),
	}
}
