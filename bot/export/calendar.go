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

// A day's event begins at midnight, so these alarms ring at 08:30 seven days
// and one day before it.
const (
	weekBefore = "-P6DT15H30M"
	dayBefore  = "-PT15H30M"
)

// mostSummary is how many characters of a duty a calendar shows in a line.
const mostSummary = 90

// Calendar is the iCalendar file of the due dates: an all-day event each, with
// two alarms where it is neither done nor waived. The same due date has the
// same UID in every file, so that importing a later one mends the earlier.
func Calendar(h Heading, duties []Duty) ([]byte, error) {
	calendar := ics.NewCalendar()
	calendar.SetProductId(producer)
	calendar.SetCalscale("GREGORIAN")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetXWRCalName(fmt.Sprintf(textCalendarName, oneLine(h.Agency)))
	calendar.SetXWRCalDesc(fmt.Sprintf(textCalendarAbout, oneLine(h.Agency), plan.NameWithNumber(oneLine(h.Decision))))
	calendar.SetXWRTimezone(zone)
	for _, duty := range duties {
		for _, due := range duty.Due {
			calendar.AddVEvent(event(h, duty, due))
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
		addAlarm(e, weekBefore, fmt.Sprintf(textAlarmWeek, summary))
		addAlarm(e, dayBefore, fmt.Sprintf(textAlarmDay, summary))
	}
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

func addAlarm(e *ics.VEvent, trigger, words string) {
	alarm := e.AddAlarm()
	alarm.SetAction(ics.ActionDisplay)
	alarm.SetTrigger(trigger)
	alarm.SetDescription(words)
}
