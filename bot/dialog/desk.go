// Package dialog holds one conversation as every room sees it: the turn, what
// buttons carry, what was shown last, and what the next words are for. It keeps
// them in memory and bounded; nothing of it outlives a restart.
package dialog

import (
	"time"

	"cchcbot/bot/chat"
)

// Desk is what every room keeps of the conversations: what was shown and what the
// next words are for. It is in memory and bounded.
type Desk struct {
	code     int // of the plan whose units buttons name
	History  history
	Expected *Memory[Expectation]
	Told     *Memory[chat.Message] // who was shown what is kept of people, with the message that waits for that
	back     *Memory[string]       // what a press on the way back from the last screen carries
}

// NewDesk makes an empty desk. The code is that of the plan whose units buttons
// name.
func NewDesk(code int, now func() time.Time) *Desk {
	return &Desk{
		code:     code,
		History:  newHistory(now),
		Expected: NewMemory[Expectation](now, ExpectTime, expectMost),
		Told:     NewMemory[chat.Message](now, ExpectTime, expectMost),
		back:     NewMemory[string](now, historyTime, historyMost),
	}
}

// Over is the same desk with buttons that name the units of another plan.
func (d *Desk) Over(code int) *Desk {
	with := *d
	with.code = code
	return &with
}

// Showed notes what a person has before their eyes, for who wants to go back from
// there. A reply that shows nothing leaves what was there.
func (d *Desk) Showed(m chat.Message, reply chat.Reply) {
	if len(reply.Text) == 0 {
		return
	}
	back := ""
	for _, row := range reply.Buttons {
		for _, b := range row {
			if b.Back {
				back = b.Action
			}
		}
	}
	d.back.Put(ParticipantOf(m), back)
}

// Back is what a press on the way back from the last screen carries, "" for none.
func (d *Desk) Back(m chat.Message) string {
	back, _ := d.back.Look(ParticipantOf(m))
	return back
}

// Pager are the buttons to the pages before and after.
func (d *Desk) Pager(at Action, pages int) [][]chat.Button {
	var row []chat.Button
	if at.Page > 0 {
		before := at
		before.Page--
		row = append(row, d.Button(chat.ButtonBefore, before))
	}
	if at.Page+1 < pages {
		after := at
		after.Page++
		row = append(row, d.Button(chat.ButtonAfter, after))
	}
	if row == nil {
		return nil
	}
	return [][]chat.Button{row}
}

// PreviewAhead is the preview of the next weeks: of an agency, or of all that
// the chat follows where none is given.
func (d *Desk) PreviewAhead(code string) Action {
	return Action{View: ViewPreview, Agency: code, Window: NoWindow}
}
