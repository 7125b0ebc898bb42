package record

import "time"

// Feedback is one person's word that an answer is not right.
type Feedback struct {
	Chat     int64
	Question string    // as asked, with the questions that it followed up
	Units    []string  // ids of what the bot showed; none where it found nothing
	Text     string    // what the person expected, "" where they did not say
	At       time.Time // with its chat and question it tells the feedback from others
}

// Unreached is a chat to which nothing can be sent.
type Unreached struct {
	Chat   int64
	Name   string // of the person whose private chat it is, "" where unknown
	Since  time.Time
	Reason string // of Telegram
}
