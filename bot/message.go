// Package bot answers what an official asks about the plan.
//
// In: a Message, free of any transport. Out: a Reply, in words that the
// transport renders. The package knows no Telegram and no SQL, and states
// nothing that the document does not hold.
package bot

import "time"

// Message is one thing that a person did in a chat: words sent, or a button
// pressed.
type Message struct {
	Chat    int64     // the chat, which is the person in a private one
	User    int64     // the person; 0 where the sender is not a person
	Private bool      // the chat is between the person and the bot alone
	Text    string    // the words, "/command words" included; "" for a pressed button
	Action  string    // what a pressed button carries; stranger's input
	At      time.Time // when the message was sent
}

// Reply is what the bot says back. The zero Reply says nothing.
type Reply struct {
	Text    Text       // what is shown
	Buttons [][]Button // rows under the text
	Notice  string     // one short sentence over the chat after a pressed button, "" for none
}

// Button is a choice under a Reply.
type Button struct {
	Label  string
	Action string // comes back as Message.Action; at most 64 bytes
}

// Command is an entry of the command menu.
type Command struct {
	Name        string // without the slash
	Description string // Vietnamese
}
