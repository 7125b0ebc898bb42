package remind

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// detail is how much of each thing a digest tells.
type detail struct {
	words    int  // letters of a unit's words
	facts    bool // product, recipient and place of a warning on lines of their own
	warnings int  // how many are told before the rest is only counted
	listed   int  // how many lines of another list
}

// details are tried from the richest to the poorest until the text fits on a
// phone.
var details = []detail{
	{160, true, 2, 4},
	{70, false, 8, 4},
	{70, false, 6, 2},
	{50, false, 6, 0},
}

// screenful is how many letters a reader is given at once, so that the buttons
// are in sight.
const screenful = 1000

// Text is a digest as it is read: under what is overdue and under each due date
// what to deliver, with the place in the document, then what is owing besides.
// It is told in the detail that has room while all is open, so that it keeps its
// shape when something is settled.
func (d Digest) Text() chat.Text {
	before := d.unsettled()
	var text chat.Text
	for _, how := range details {
		text = d.text(how)
		if fits(text) && fits(before.text(how)) && (!how.facts || len(d.Warnings()) <= how.warnings) {
			break
		}
	}
	return text
}

func fits(text chat.Text) bool { return chat.ScreenLength(text) <= screenful }

// unsettled is the digest as it was before anything in it was settled.
func (d Digest) unsettled() Digest {
	d.Nudges = slices.Clone(d.Nudges)
	for i := range d.Nudges {
		d.Nudges[i].Record.State = record.Open
	}
	return d
}

func (d Digest) text(how detail) chat.Text {
	text := chat.Text{d.title()}
	text = append(text, d.farewells()...)
	text = append(text, d.warnings(how)...)
	text = append(text, d.yearEnd(how)...)
	text = append(text, d.ahead(how)...)
	text = append(text, d.review(how)...)
	text = append(text, d.overviews(how)...)
	if line := d.owingLine(); line != "" {
		text = append(text, chat.Say(line))
	}
	return append(text, d.bases()...)
}

// group is a paragraph with a bold head.
func group(head string, lines []string) chat.Paragraph {
	return chat.Paragraph{Spans: []chat.Span{{Words: head, Style: chat.Bold}, {Words: "\n" + strings.Join(lines, "\n")}}}
}

// title names the agency where the digest is about one. To a leader it reports
// all that is overdue, while anything of that is open.
func (d Digest) title() chat.Paragraph {
	title := textHead
	if overdue := d.of(Nudge.escalated); len(overdue) > 0 {
		owing := d.Owing
		for _, n := range overdue {
			owing = append(owing[:len(owing):len(owing)], n.Owed)
		}
		title = fmt.Sprintf(textLeader, agencies(owing), len(owing))
	} else if name := d.agency(); name != "" {
		title = fmt.Sprintf(textHeadOf, name)
	}
	if d.Since.IsZero() {
		return chat.BoldText(title)
	}
	return group(title, []string{fmt.Sprintf(textSince, chat.Day(d.Since))})
}

// agency is the name of the one agency of a digest, "" where there are several.
func (d Digest) agency() string {
	var owed []Owed
	for _, n := range d.Nudges {
		owed = append(owed, n.Owed)
	}
	for _, e := range d.Ended {
		owed = append(owed, Owed{Agency: e.Agency})
	}
	if names := agencyNames(owed); len(names) == 1 {
		return names[0]
	}
	return ""
}

// mostNames is how many agencies a title names before it counts them.
const mostNames = 3

// agencies names the agencies of some occurrences, each once.
func agencies(all []Owed) string {
	names := agencyNames(all)
	if len(names) > mostNames {
		return fmt.Sprintf(textAgencies, len(names))
	}
	return strings.Join(names, ", ")
}

func agencyNames(all []Owed) []string {
	var names []string
	for _, o := range all {
		if !slices.Contains(names, o.Agency.Name) {
			names = append(names, o.Agency.Name)
		}
	}
	return names
}

// farewells tell which agencies are no more, and who has their tasks.
func (d Digest) farewells() chat.Text {
	var text chat.Text
	for _, e := range d.Ended {
		words := fmt.Sprintf(textEnded, e.Agency.Name, chat.Day(e.Agency.ValidTo))
		if e.Successor.Name != "" {
			words += fmt.Sprintf(textSucceeded, e.Successor.Name)
		}
		text = append(text, chat.Say(words+textLastWord))
	}
	return text
}

// warnings tell what is to be done, under what is overdue and under each due
// date.
func (d Digest) warnings(how detail) chat.Text {
	var text chat.Text
	var head string
	var lines []string
	all := d.of(func(n Nudge) bool { return n.Warning() && (!n.yearLong() || n.overdue(d.Day)) })
	late := len(d.of(func(n Nudge) bool { return n.overdue(d.Day) }))
	for _, n := range all[:min(how.warnings, len(all))] {
		if its := n.head(d.Day, late); its != head {
			if head != "" {
				text = append(text, group(head, lines))
			}
			head, lines = its, nil
		}
		lines = append(lines, d.lines(n, how)...)
	}
	if head != "" {
		text = append(text, group(head, lines))
	}
	if rest := len(all) - how.warnings; rest > 0 {
		text = append(text, chat.Say(fmt.Sprintf(textMoreWarnings, rest)))
	}
	return text
}

// head is under which words a warning stands.
func (n Nudge) head(day plan.Date, late int) string {
	due := n.Occurrence.Due
	switch {
	case n.overdue(day):
		return fmt.Sprintf(textOverdue, late)
	case !n.Internal.IsZero() && day.Compare(n.Internal) <= 0:
		return n.orSupport(fmt.Sprintf(textWanted, chat.Day(n.Internal), daysLeft(day, n.Internal), chat.Day(due)))
	}
	left := daysLeft(day, due)
	switch {
	case n.LastDay == due:
	case n.LastDay.Compare(day) <= 0:
		left += textIsLast
	default:
		left += fmt.Sprintf(textLastDay, LongDay(n.LastDay))
	}
	return n.orSupport(fmt.Sprintf(textDueOn, LongDay(due), left))
}

func (n Nudge) orSupport(head string) string {
	if n.supports() {
		return textSupporting + chat.LowerFirst(head)
	}
	return head
}

// lines tell a warning, and how it stands where it is settled.
func (d Digest) lines(n Nudge, how detail) []string {
	when := ShortPeriod(n.Occurrence, d.Day)
	if n.overdue(d.Day) {
		when = strings.TrimPrefix(when+fmt.Sprintf(textPast, chat.Day(n.Occurrence.Due)), ", ")
	}
	line := fmt.Sprintf(textShortItem, chat.TaskName(n.Unit), n.what(d.agency() == "", how.words))
	if when != "" {
		line += fmt.Sprintf(textNote, when)
	}
	lines := []string{line}
	if state := n.stateLine(); state != "" {
		return append(lines, state)
	}
	if how.facts {
		if n.Unit.Product != "" {
			lines = append(lines, fmt.Sprintf(textDeliver, chat.CutWords(chat.OneLine(n.Unit.Product), how.words)))
		}
		if to := recipient(n.Unit); to != "" {
			lines = append(lines, fmt.Sprintf(textSendTo, to))
		}
		lines = append(lines, fmt.Sprintf(textPlace, n.Unit.Place(), plan.Label(n.Plan.Number)))
	}
	if !n.Asked.IsZero() {
		lines = append(lines, fmt.Sprintf(textAsked, chat.Day(n.Asked)))
	}
	if !n.Again.IsZero() {
		lines = append(lines, fmt.Sprintf(textAgain, chat.Day(n.Again)))
	}
	return lines
}

// what is the beginning of the unit's words and what of it is due, and whose
// duty it is where that is not plain.
func (o Owed) what(several bool, most int) string {
	words := chat.CutWords(chat.FirstLine(o.Unit.Text), most)
	if o.Occurrence.Product != "" {
		words += fmt.Sprintf(textProduct, chat.CutWords(chat.OneLine(o.Occurrence.Product), most))
	}
	if several {
		words = o.Agency.Name + ": " + words
	}
	return chat.UpperFirst(words)
}

// mostPeriod is how many letters a period has that stands beside a duty; a longer
// one is a sentence of the document.
const mostPeriod = 24

// ShortPeriod is the period of an occurrence, without the year where that runs:
// "Quý I", "tháng 10"; "" where the document has a whole sentence.
func ShortPeriod(o plan.Occurrence, day plan.Date) string {
	period := o.Period
	if utf8.RuneCountInString(period) > mostPeriod {
		return ""
	}
	if short, ok := strings.CutSuffix(period, fmt.Sprintf(textOfYear, day.Year)); ok && len(strings.Fields(short)) == 2 {
		return short
	}
	return period
}

// yearEnd lists what falls due with the year.
func (d Digest) yearEnd(how detail) chat.Text {
	all := d.of(func(n Nudge) bool { return n.Warning() && n.yearLong() && !n.overdue(d.Day) })
	if len(all) == 0 {
		return nil
	}
	due := all[0].Occurrence.Due
	head := fmt.Sprintf(textYearLong, chat.Day(due), daysLeft(d.Day, due))
	several := d.agency() == ""
	return chat.Text{list(head, all, how.listed, func(n Nudge) string {
		line := fmt.Sprintf(textShortItem, chat.TaskName(n.Unit), n.what(several, how.words))
		if state := n.stateLine(); state != "" {
			line += "\n" + state
		}
		return line
	})}
}

// list tells nudges in a line each, and names the rest by their places.
func list(head string, all []Nudge, most int, line func(Nudge) string) chat.Paragraph {
	var lines []string
	told := min(most, len(all))
	for _, n := range all[:told] {
		lines = append(lines, line(n))
	}
	if rest := all[told:]; len(rest) > 0 {
		words := textMorePlaces
		if told == 0 {
			words = textOnlyPlaces
		}
		lines = append(lines, fmt.Sprintf(words, len(rest), places(rest)))
	}
	return group(head, lines)
}

// places names where nudges stand, the rows of the appendix together: "STT 2.7,
// 2.8; mục V.14".
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

// ahead lists what falls due in the quarter that begins.
func (d Digest) ahead(how detail) chat.Text {
	if len(d.Ahead) == 0 {
		return nil
	}
	var lines []string
	for _, o := range d.Ahead[:min(max(how.listed, 1), len(d.Ahead))] {
		lines = append(lines, fmt.Sprintf(textDueItem, chat.TaskName(o.Unit), o.what(d.agency() == "", how.words), chat.Day(o.Occurrence.Due)))
	}
	if rest := len(d.Ahead) - len(lines); rest > 0 {
		lines = append(lines, fmt.Sprintf(textMoreAhead, rest))
	}
	quarter := chat.LowerFirst(chat.WindowWords(plan.QuarterOf(d.Day)))
	return chat.Text{group(fmt.Sprintf(textAhead, quarter, len(d.Ahead)), lines)}
}

// overviews list what is only kept in mind, or count it where the list is long.
func (d Digest) overviews(how detail) chat.Text {
	all := d.Overviews()
	several := d.agency() == ""
	switch {
	case len(all) == 0:
		return nil
	case len(all) > how.listed:
		return chat.Text{chat.Say(fmt.Sprintf(textOverviews, len(all)))}
	}
	return chat.Text{list(textOverview, all, how.listed, func(n Nudge) string {
		return fmt.Sprintf(textItem, chat.TaskName(n.Unit), n.what(several, how.words), n.Occurrence.Period)
	})}
}

// review tells a leader of the week: what is late, coming and done.
func (d Digest) review(how detail) chat.Text {
	var done, late, ahead []Nudge
	for _, n := range d.of(Nudge.Review) {
		switch {
		case n.Record.State == record.Done:
			done = append(done, n)
		case n.Occurrence.Due.Compare(d.Day) < 0:
			late = append(late, n)
		default:
			ahead = append(ahead, n)
		}
	}
	if len(done)+len(late)+len(ahead) == 0 {
		return nil
	}
	several := d.agency() == ""
	text := chat.Text{group(textReview, []string{
		fmt.Sprintf(textReviewCounts, len(done), len(late), len(ahead)), fmt.Sprintf(textReviewChange, d.Before, len(late)),
	})}
	for _, part := range []struct {
		head string
		all  []Nudge
	}{{textReviewLate, late}, {textReviewAhead, ahead}, {textReviewDone, done}} {
		if len(part.all) > 0 {
			text = append(text, list(fmt.Sprintf(part.head, len(part.all)), part.all, max(how.listed, 1), func(n Nudge) string {
				return fmt.Sprintf(textDueItem, chat.TaskName(n.Unit), n.what(several, how.words), chat.Day(n.Occurrence.Due))
			}))
		}
	}
	return text
}

// mostOwing is how many duties the line of what is owing names.
const mostOwing = 4

// owingLine tells what is overdue and open besides what the digest asks for.
func (d Digest) owingLine() string {
	if len(d.Owing) == 0 {
		return ""
	}
	var names []string
	for _, o := range d.Owing[:min(mostOwing, len(d.Owing))] {
		names = append(names, fmt.Sprintf(textOwingItem, chat.TaskName(o.Unit), chat.Day(o.Occurrence.Due)))
	}
	if len(d.Owing) > mostOwing {
		names = append(names, "…")
	}
	return fmt.Sprintf(textOwing, len(d.Owing), strings.Join(names, ", "))
}

// bases tell each plan once.
func (d Digest) bases() chat.Text {
	var lines []string
	for _, n := range d.Nudges {
		if line := basisLine(n); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return chat.Text{chat.Say(strings.Join(lines, "\n"))}
}
