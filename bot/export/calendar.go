package export

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"cchcbot/seeds/plan"
)

const (
	zone     = "Asia/Ho_Chi_Minh"
	producer = "-//cchcbot//CCHC//VI"
)

// A day's event begins at midnight, so an alarm of so many days and this before it
// rings at 08:30.
const morning = "T15H30M"

// fewYearLong is up to how many duties of a section that have the whole year are
// events of their own.
const fewYearLong = 2

// mostSummary is how many characters of a duty a calendar shows in a line.
const mostSummary = 90

// Calendar is the iCalendar file of the due dates: an all-day event each, with
// alarms where it is neither done nor waived. Duties that have the whole year are
// an event a section. The same due date has the same UID in every file, so that
// importing a later one mends the earlier.
func Calendar(h Heading, duties []Duty) ([]byte, error) {
	calendar := ics.NewCalendar()
	calendar.SetProductId(producer)
	calendar.SetCalscale("GREGORIAN")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetXWRCalName(fmt.Sprintf(textCalendarName, oneLine(h.Agency)))
	calendar.SetXWRCalDesc(fmt.Sprintf(textCalendarAbout, oneLine(h.Agency), plan.NameWithNumber(oneLine(h.Decision))))
	calendar.SetXWRTimezone(zone)
	groups := yearEnds(duties)
	for _, duty := range duties {
		for _, due := range duty.Due {
			group := groups[sectionOf(duty, due)]
			if !due.Year || len(group) <= fewYearLong {
				calendar.AddVEvent(event(h, duty, due))
			} else if group[0].due.Key == due.Key {
				calendar.AddVEvent(groupEvent(h, sectionOf(duty, due), group))
			}
		}
	}
	var file bytes.Buffer
	if err := calendar.SerializeTo(&file, ics.WithNewLineWindows); err != nil {
		return nil, fmt.Errorf("write calendar: %w", err)
	}
	return file.Bytes(), nil
}

// event is a due date as a day in the calendar that blocks no time.
func event(h Heading, duty Duty, due Due) *ics.VEvent {
	e := ics.NewEvent(uid(due.Key))
	e.SetDtStampTime(h.Made)
	e.SetLastModifiedAt(h.Made)
	e.SetAllDayStartAt(due.Day.In(time.UTC))
	e.SetAllDayEndAt(due.Day.AddDays(1).In(time.UTC))
	e.SetTimeTransparency(ics.TransparencyTransparent)
	summary := eventTitle(duty, due)
	e.SetSummary(summary)
	e.SetDescription(strings.Join(details(h, duty, due), "\n"))
	if !due.final() {
		addAlarms(e, due, summary)
	}
	return e
}

// section is what is told together at the end of a year.
type section struct {
	day      plan.Date
	head     string // "2" of "2.7"
	supports bool
}

// yearEnd is one duty of a section with its due date.
type yearEnd struct {
	duty Duty
	due  Due
}

func sectionOf(duty Duty, due Due) section {
	head, _, _ := strings.Cut(duty.Number, ".")
	return section{due.Day, head, duty.Role == plan.RoleSupport}
}

// yearEnds gathers what has the whole year by sections.
func yearEnds(duties []Duty) map[section][]yearEnd {
	groups := map[section][]yearEnd{}
	for _, duty := range duties {
		for _, due := range duty.Due {
			if due.Year {
				s := sectionOf(duty, due)
				groups[s] = append(groups[s], yearEnd{duty, due})
			}
		}
	}
	return groups
}

// groupEvent is the due date of all duties of a section that have the whole year.
func groupEvent(h Heading, s section, group []yearEnd) *ics.VEvent {
	due := Due{Key: fmt.Sprintf("%s|%s|%s|%v", h.Decision, h.Agency, s.head, s.supports) + "|" + s.day.String(), Day: s.day, Alarms: group[0].due.Alarms, State: Done}
	var lines []string
	for _, each := range group {
		line := oneLine(each.duty.Number) + ". " + shorten(oneLine(each.duty.Text), mostSummary)
		if each.due.State == Done {
			line = fmt.Sprintf(textEventDone, line)
		}
		if !each.due.final() {
			due.State = each.due.State
		}
		lines = append(lines, line)
	}
	head := textEvent
	if s.supports {
		head = textEventSupport
	}
	e := event(h, Duty{Role: group[0].duty.Role, Number: s.head}, due)
	summary := fmt.Sprintf(textEventGroup, head, len(group), s.head)
	if due.State == Done {
		summary = fmt.Sprintf(textEventDone, summary)
	}
	e.SetSummary(summary)
	e.SetDescription(strings.Join(append(lines, fmt.Sprintf(textSource, oneLine(h.Agency), h.decision())), "\n"))
	return e
}

// final reports whether nothing is left to be done.
func (d Due) final() bool { return d.State == Done || d.State == Waived }

// uid makes a key, which may hold any character, into an identifier.
func uid(key string) string {
	sum := sha256.Sum256([]byte(key))
	return fmt.Sprintf("%x@cchcbot", sum[:16])
}

func eventTitle(duty Duty, due Due) string {
	head := textEvent
	if duty.Role == plan.RoleSupport {
		head = textEventSupport
	}
	if duty.Number != "" {
		head += " " + oneLine(duty.Number)
	}
	words := head + ": " + shorten(oneLine(duty.Text), mostSummary)
	if due.State == Done {
		words = fmt.Sprintf(textEventDone, words)
	}
	return words
}

// details are the lines below an event. What the document does not say is left
// out, and of the states those that will not hold: a calendar is kept for long.
func details(h Heading, duty Duty, due Due) []string {
	state := ""
	if due.final() {
		state = stateWords[due.State]
	}
	lines := []string{strings.TrimSpace(clean(duty.Text))}
	for _, fact := range []struct{ form, words string }{
		{textPeriod, periodOf(due)},
		{textRole, roleOf(duty)},
		{textProduct, duty.Product},
		{textRecipient, duty.Recipient},
		{textLead, duty.Lead},
		{textSupport, duty.Support},
		{textDeadline, duty.Deadline},
		{textState, state},
		{textNote, due.Note},
	} {
		if words := oneLine(fact.words); words != "" {
			lines = append(lines, fmt.Sprintf(fact.form, words))
		}
	}
	return append(lines, fmt.Sprintf(textSource, oneLine(duty.Place), h.decision()))
}

// addAlarms rings at 08:30 on the days of a due date that come before it.
func addAlarms(e *ics.VEvent, due Due, summary string) {
	for _, day := range due.Alarms {
		before := day.DaysUntil(due.Day)
		if before < 1 {
			continue
		}
		trigger, words := fmt.Sprintf("-P%dD%s", before-1, morning), fmt.Sprintf(textAlarm, before, summary)
		if before == 1 {
			trigger, words = "-P"+morning, fmt.Sprintf(textAlarmDay, summary)
		}
		alarm := e.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger(trigger)
		alarm.SetDescription(words)
	}
}
