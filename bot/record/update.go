package record

// Update is what Telegram told the bot, as it came.
type Update struct {
	ID   int64
	Body []byte // JSON
}
