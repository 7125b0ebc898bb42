package dialog

import (
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Turn is one message with what is known of its chat.
type Turn struct {
	chat.Message
	Typed  string         // the words as they were typed, lines and all
	Said   *question.Said // the words as they are read, without the name of a command; nil for a pressed button
	Agency *plan.Agency   // the chat's agency, nil when untold
	Now    time.Time
}

// Question is what was said, read once for all who go by it.
func (t Turn) Question() question.Question { return t.Said.Question() }

// Situation is what an answer to the turn depends on.
func (t Turn) Situation() Situation { return Situation{Now: t.Now, Agency: t.Agency} }

// Whose words the chat's agency is told in.
func (t Turn) Whose() string {
	if t.Private {
		return wordYou
	}
	return wordGroup
}

// ButtonID is the id under which buttons know an agency.
func ButtonID(a plan.Agency) string {
	if plan.IsWard(a) {
		return plan.WardGroup
	}
	return a.ID
}

// Button makes a button that shows a screen.
func (d *Desk) Button(label string, a Action) chat.Button {
	return chat.Button{Label: label, Action: a.Encode(d.code), Back: label == chat.ButtonBack}
}

// Situation is what an answer depends on besides the question.
type Situation struct {
	Now    time.Time    // in the zone of the reader's calendar
	Agency *plan.Agency // the asker's own, nil when untold
}

// Person is who speaks; the group itself, where an administrator speaks in its name.
func (t Turn) Person() record.Person {
	if t.Anonymous {
		return record.Person{ID: t.Chat, Name: nameAnonymous}
	}
	return record.Person{ID: t.User, Name: chat.CleanName(t.Name), Username: t.Handle}
}

// AgencyCode names the agency of a tie on a button: by its id, or, for a ward,
// which has none, by a sum of its name that is compared with what the chat is
// tied to.
func AgencyCode(kept string) string {
	if chat.IsID(kept) {
		return kept
	}
	return "." + sum(kept)
}

// Decoded finds which of some agencies a code means.
func Decoded(code string, kept ...string) (string, bool) {
	for _, k := range kept {
		if AgencyCode(k) == code {
			return k, true
		}
	}
	return "", false
}

// Today is the day of a turn.
func (t Turn) Today() plan.Date { return plan.DateOf(t.Now) }
