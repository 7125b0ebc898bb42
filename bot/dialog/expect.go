package dialog

import (
	"fmt"
	"hash/fnv"
	"time"
)

// Expectation is what a person's next words are for, where a button or a
// command asked for them. A command or a question is never taken for them.
type Expectation struct {
	Use   Use
	ID    int64  // of the occurrence, explanation or report that the words belong to
	Kept  string // the screen or the audience that was chosen
	Words string // what is to be sent or saved
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
)

// How long words are waited for.
const (
	ExpectTime = 15 * time.Minute
	expectMost = 2_000
	NoteRunes  = 500 // of words that are kept
)

// Expect makes the next words of a person count for a use.
func (d *Desk) Expect(t Turn, e Expectation) { d.Expected.Put(ParticipantOf(t.Message), e) }

// Stamp tells a draft from others, so that a button under an earlier one sends
// or saves nothing else.
func (e Expectation) Stamp() string { return sum(e.Kept + "\n" + e.Words) }

// sum is a short sum of words.
func sum(words string) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(words)) // a hash takes everything
	return fmt.Sprintf("%08x", h.Sum32())
}

const (
	inviteTime = 5 * time.Minute // for the words that are expected after feedback
	inviteMost = 2_000
)
