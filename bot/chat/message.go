// Package chat holds what comes in from a conversation and what goes out: a
// message, a reply with its text, buttons and files, a card, and the small forms
// that every sentence needs. It knows no transport, no search and no store.
package chat

import (
	"time"
)

// Message is one thing that a person did in a chat: words sent, or a button
// pressed.
type Message struct {
	Chat    int64     // the chat, which is the person in a private one
	User    int64     // the person; 0 where the sender is not a person
	Private bool      // the chat is between the person and the bot alone
	Name    string    // how the person calls themselves; "" where unknown
	Handle  string    // the person's @name without the @; "" for none
	Text    string    // the words, "/command words" included; "" for a pressed button
	Action  string    // what a pressed button carries; stranger's input
	At      time.Time // when the message was sent

	Document  *Document // a file that was sent with the words, nil for none
	Forwarded bool      // the words are somebody else's, passed on
	Edited    bool      // the words were answered before, and are others now
	Anonymous bool      // an administrator of the group speaks in its name; User is 0
}

// Reply is what the bot says back. The zero Reply says nothing.
type Reply struct {
	Text    Text       // what is shown
	Buttons [][]Button // rows under the text
	Files   []File     // sent behind the text, each in a message of its own
	Notice  string     // one short sentence over the chat after a pressed button, "" for none

	Shown Shown `json:"-"` // what stands on it, for who goes on from it; it is not sent
}

// File is a document or a picture under a Reply.
type File struct {
	Name    string // with its ending: "so-tu-phap.ics"
	Picture bool   // shown as a picture rather than offered as a document
	Bytes   []byte
	Caption Text // at most 1,024 characters
}

// Button is a choice under a Reply. It does one of its three things.
type Button struct {
	Label  string
	Action string // comes back as Message.Action; at most 64 bytes
	Share  string // opens the choice of a chat, and there the inline mode with these words
	Link   string // opens an address
	Back   bool   `json:"-"` // leads back to where the screen was opened from
}

// Inquiry is what a person types behind the bot's name in any chat.
type Inquiry struct {
	User int64
	Text string
	At   time.Time
}

// Card is one choice of the inline mode: what the list shows, and what is sent
// to the chat when it is chosen.
type Card struct {
	ID      string // at most 64 bytes, unique among the cards
	Title   string
	Summary string
	Text    Text
	Buttons [][]Button // Link and Share only: their chat is not the bot's
}

// Command is an entry of the command menu.
type Command struct {
	Name        string // without the slash
	Description string // Vietnamese
	Groups      bool   // in the menu of groups, too
	Admins      bool   // in the menu of administrators alone
}
