package dialog

import (
	"fmt"
	"hash/fnv"
	"time"

	"cchcbot/bot/question"
	"cchcbot/bot/record"
)

// Expectation is what a person's next words are for: what the bot asked for last.
// There is one for a person in a chat, and a new one takes the place of the one
// before.
type Expectation struct {
	Use   Use
	ID    int64  // of the occurrence, explanation or report that the words belong to
	Kept  string // the screen or the audience that was chosen
	Words string // what is to be sent or saved, or what stands behind Command

	Command  string          // of UseAgency: the command that waits, "" for a question
	Said     *question.Said  // of UseAgency: what waits, nil for nothing
	Feedback record.Feedback // of UseExpected: what was not right
}

// Use is what words are asked for.
type Use int

// What words are asked for.
const (
	UseNote     Use = iota + 1 // a link or note beside "đã nộp"
	UseReport                  // why a duty is not the agency's
	UseAnswer                  // an explanation to a leader
	UseOffice                  // what a screen of the administrators takes
	UseAnnounce                // the words of an announcement
	UseSend                    // the consent to send it
	UseErase                   // the consent to erase a person's data
	UsePlan                    // what a screen of a plan takes: a number or a day
	UseAlter                   // the consent to change something of the reminders
	UseAgency                  // which agency is theirs; other words are answered meanwhile
	UseExpected                // what they expected of an answer that was not right
	UseLeave                   // the consent to end a role
)

// How long words are waited for.
const (
	ExpectTime = 15 * time.Minute
	expectMost = 10_000
	NoteRunes  = 500 // of words that are kept
)

// Expect makes the next words of a person count for a use.
func (d *Desk) Expect(t Turn, e Expectation) { d.Expected.Put(ParticipantOf(t.Message), e) }

// Prompted reports whether words were asked for outright, and not only an agency or
// what was expected of an answer, which may be told or not.
func (e Expectation) Prompted() bool {
	return e.Use != 0 && e.Use != UseAgency && e.Use != UseExpected
}

// Await lets a person tell their agency. What waits for that goes on waiting.
func (d *Desk) Await(t Turn) {
	e, _ := d.Expected.Look(ParticipantOf(t.Message))
	if e.Use != UseAgency {
		e = Expectation{Use: UseAgency}
	}
	d.Expect(t, e)
}

// Expects is what the words of a message are for, where the bot asked for them.
// They are not expected any longer, but for an agency: until it is told.
func (d *Desk) Expects(t Turn) Expectation {
	who := ParticipantOf(t.Message)
	e, _ := d.Expected.Look(who)
	if e.Use != UseAgency {
		d.Expected.Take(who)
	}
	return e
}

// Stamp tells a draft from others, so that a button under an earlier one sends
// or saves nothing else.
func (e Expectation) Stamp() string { return sum(e.Kept + "\n" + e.Words) }

// sum is a short sum of words.
func sum(words string) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(words)) // a hash takes everything
	return fmt.Sprintf("%08x", h.Sum32())
}
