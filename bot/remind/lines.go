package remind

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// detail is how much of each thing a digest tells.
type detail struct {
	words    int  // letters of a unit's words
	facts    bool // period, product and place of a warning on lines of their own
	sendTo   bool
	warnings int // how many are told before the rest is only counted
	listed   int // how many lines of a list, before the rest is only named
}

// details are tried from the richest to the poorest until the text fits on a
// phone.
var details = []detail{
	{mostRunes, true, true, 6, 8},
	{mostRunes, true, true, 6, 3},
	{mostShortRunes, false, true, 8, 6},
	{mostShortRunes, false, true, 8, 2},
	{mostShortRunes, false, false, 8, 0},
	{leastRunes, false, false, 12, 0},
}

// screenful is how many letters a reader is given at once.
const screenful = 1400

// Lines is the text of a digest, line by line, without markup: what to
// deliver, to whom, by when, with the place in the document and the plan. It is
// told in the detail that has room while all is open, so that it keeps its shape
// when something is settled.
func (d Digest) Lines() []string {
	before := d.unsettled()
	var lines []string
	for _, how := range details {
		lines = d.linesIn(how)
		if fits(lines) && fits(before.linesIn(how)) {
			break
		}
	}
	return lines
}

func fits(lines []string) bool { return utf8.RuneCountInString(strings.Join(lines, "\n")) <= screenful }

// unsettled is the digest as it was before anything in it was settled.
func (d Digest) unsettled() Digest {
	d.Nudges = slices.Clone(d.Nudges)
	for i := range d.Nudges {
		d.Nudges[i].Record.State = record.Open
	}
	return d
}

func (d Digest) linesIn(how detail) []string {
	lines := []string{d.title()}
	if !d.Since.IsZero() {
		lines = append(lines, fmt.Sprintf(textSince, shortDay(d.Since)))
	}
	several := d.agency() == ""
	lines = append(lines, d.warningLines(how, several)...)
	lines = append(lines, d.yearLongLines(how, several)...)
	lines = append(lines, d.overviewLines(how, several)...)
	lines = append(lines, d.reviewLines(how, several)...)
	return append(lines, d.bases()...)
}

// warningLines tells what is to be done, under its due dates.
func (d Digest) warningLines(how detail, several bool) []string {
	var lines []string
	var due string
	number := 0
	for _, n := range d.Nudges {
		if !n.warning() || n.yearLong() {
			continue
		}
		number++
		if number > how.warnings {
			continue
		}
		if head := n.dueLine(d.Day); head != due {
			due = head
			lines = append(lines, "", due)
		}
		lines = append(lines, n.lines(number, how, several)...)
	}
	if rest := number - how.warnings; rest > 0 {
		lines = append(lines, "", fmt.Sprintf(textMoreWarnings, rest))
	}
	return lines
}

// yearLongLines lists what falls due with the year.
func (d Digest) yearLongLines(how detail, several bool) []string {
	all := d.of(func(n Nudge) bool { return n.warning() && n.yearLong() })
	if len(all) == 0 {
		return nil
	}
	due := all[0].Occurrence.Due
	head := fmt.Sprintf(textYearLong, shortDay(due), daysLeft(d.Day, due))
	return list(how, "", head, all, func(n Nudge) string { return n.shortLine(how, several) })
}

// of picks nudges.
func (d Digest) of(which func(Nudge) bool) []Nudge {
	var some []Nudge
	for _, n := range d.Nudges {
		if which(n) {
			some = append(some, n)
		}
	}
	return some
}

// list tells nudges in a line each, and names the rest by their places.
func list(how detail, before, head string, all []Nudge, line func(Nudge) string) []string {
	lines := []string{before, head}
	told := min(how.listed, len(all))
	for _, n := range all[:told] {
		lines = append(lines, line(n))
	}
	switch rest := all[told:]; {
	case len(rest) == 0:
	case told == 0:
		lines = append(lines, fmt.Sprintf(textOnlyPlaces, len(rest), places(rest)))
	default:
		lines = append(lines, fmt.Sprintf(textMorePlaces, len(rest), places(rest)))
	}
	return lines
}

// places names where nudges stand, the rows of the appendix together: "Phụ lục,
// STT 2.7, 2.8; mục V.14".
func places(all []Nudge) string {
	var rows, others []string
	for _, n := range all {
		if n.Unit.Kind == plan.KindTask {
			rows = append(rows, n.Unit.Number)
		} else {
			others = append(others, n.Unit.Place())
		}
	}
	if len(rows) > 0 {
		others = append([]string{fmt.Sprintf(textRows, strings.Join(rows, ", "))}, others...)
	}
	return strings.Join(others, "; ")
}

// title names the agency where the digest is about one. To a leader it reports
// what is overdue, while anything of that is open.
func (d Digest) title() string {
	if overdue := d.of(Nudge.escalated); len(overdue) > 0 {
		return fmt.Sprintf(textLeader, agencies(overdue), len(overdue))
	}
	if name := d.agency(); name != "" {
		return fmt.Sprintf(textHeadOf, name)
	}
	return textHead
}

// agency is the name of the one agency of a digest, "" where there are several.
func (d Digest) agency() string {
	first := d.Nudges[0].Agency
	if slices.ContainsFunc(d.Nudges, func(n Nudge) bool { return n.Agency.ID != first.ID }) {
		return ""
	}
	return first.Name
}

// agencies names the agencies of nudges, each once.
func agencies(all []Nudge) string {
	var names []string
	for _, n := range all {
		if !slices.Contains(names, n.Agency.Name) {
			names = append(names, n.Agency.Name)
		}
	}
	if len(names) > mostNames {
		return fmt.Sprintf(textAgencies, len(names))
	}
	return strings.Join(names, ", ")
}

// mostNames is how many agencies a title names before it counts them.
const mostNames = 3

// overviewLines lists what is only kept in mind, or counts it where the list is
// long.
func (d Digest) overviewLines(how detail, several bool) []string {
	all := d.Overviews()
	switch {
	case len(all) == 0:
		return nil
	case len(all) > how.listed:
		name := textItsName
		if !several {
			name = all[0].Agency.Name
		}
		return []string{"", fmt.Sprintf(textOverviews, len(all), name)}
	}
	return list(how, "", textOverview, all, func(n Nudge) string {
		return fmt.Sprintf(textOverviewItem, upperFirst(n.Unit.Place()), n.what(several, mostShortRunes), n.Occurrence.Period)
	})
}

// reviewLines tells a leader of the week: what is done, late and coming.
func (d Digest) reviewLines(how detail, several bool) []string {
	done, late, ahead := d.reviewed()
	var lines []string
	for _, part := range []struct {
		head string
		all  []Nudge
	}{{textReviewLate, late}, {textReviewAhead, ahead}, {textReviewDone, done}} {
		if len(part.all) == 0 {
			continue
		}
		lines = append(lines, list(how, "", fmt.Sprintf(part.head, len(part.all)), part.all, func(n Nudge) string {
			return fmt.Sprintf(textReviewItem, upperFirst(n.Unit.Place()), n.what(several, mostShortRunes), shortDay(n.Occurrence.Due))
		})...)
	}
	return lines
}

// reviewed parts what a review of the week tells.
func (d Digest) reviewed() (done, late, ahead []Nudge) {
	for _, n := range d.Nudges {
		switch {
		case n.Rung.Count != countWeek:
		case n.Record.State == record.Done:
			done = append(done, n)
		case n.Occurrence.Due.Compare(d.Day) < 0:
			late = append(late, n)
		default:
			ahead = append(ahead, n)
		}
	}
	return done, late, ahead
}

// bases tells each plan once.
func (d Digest) bases() []string {
	lines := []string{""}
	for _, n := range d.Nudges {
		if line := basisLine(n); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}
