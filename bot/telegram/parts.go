package telegram

import (
	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

const (
	captionLimit = 1024     // UTF-16 units of the words under a file
	pictureLimit = 10 << 20 // bytes of what Telegram shows as a picture
)

// part is what becomes one message: words, or a file with words under it.
type part struct {
	marked
	buttons models.ReplyMarkup
	file    *chat.File
}

// parts are the messages of a reply: its words, and behind them its files. The
// buttons are under the last words, or under the last file where there are
// none.
func (o *outgoing) parts(reply chat.Reply) (words, files []part) {
	words = wordsIn(reply.Text)
	for _, f := range reply.Files {
		files = append(files, o.fileParts(f)...)
	}
	if buttons := o.keyboard(reply.Buttons); len(words) > 0 {
		words[len(words)-1].buttons = buttons
	} else if len(files) > 0 {
		files[len(files)-1].buttons = buttons
	}
	return words, files
}

func wordsIn(text chat.Text) []part {
	var parts []part
	for _, piece := range render(text, messageLimit) {
		parts = append(parts, part{marked: piece})
	}
	return parts
}

// fileParts is a file under a caption, or behind its words where they are too
// long for one. Telegram refuses a file without a name or without content, so
// such a one is left out and logged, and does not know so large a picture.
func (o *outgoing) fileParts(f chat.File) []part {
	f.Name = clean(f.Name)
	if blank(f.Name) || len(f.Bytes) == 0 {
		o.log.Error("file left out", "name", f.Name, "bytes", len(f.Bytes))
		return nil
	}
	f.Picture = f.Picture && len(f.Bytes) <= pictureLimit
	switch caption := render(f.Caption, captionLimit); len(caption) {
	case 0:
		return []part{{file: &f}}
	case 1:
		return []part{{file: &f, marked: caption[0]}}
	}
	return append(wordsIn(f.Caption), part{file: &f})
}
