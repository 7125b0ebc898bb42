package telegram

import (
	"net/url"
	"slices"

	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

// actionLimit is how many bytes a button may carry.
const actionLimit = 64

// keyboard renders buttons; nil for none. Telegram refuses a whole message for
// one button without words, with too long an action or with a strange address,
// so such a button is left out and logged.
func (o *outgoing) keyboard(rows [][]chat.Button) models.ReplyMarkup {
	var markup models.InlineKeyboardMarkup
	for _, row := range rows {
		var line []models.InlineKeyboardButton
		for _, b := range row {
			if !acceptable(b) {
				o.log.Error("button left out", "label", b.Label, "action", b.Action, "link", b.Link)
				continue
			}
			line = append(line, key(b))
		}
		if len(line) > 0 {
			markup.InlineKeyboard = append(markup.InlineKeyboard, line)
		}
	}
	if len(markup.InlineKeyboard) == 0 {
		return nil
	}
	return markup
}

// acceptable says whether Telegram takes the button.
func acceptable(b chat.Button) bool {
	switch {
	case blank(b.Label):
		return false
	case b.Link != "":
		return opens(b.Link)
	case b.Share != "":
		return true
	}
	return b.Action != "" && len(b.Action) <= actionLimit
}

// opens says whether Telegram opens the address from a button.
func opens(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && slices.Contains([]string{"http", "https", "tg"}, u.Scheme)
}

// key is one button of Telegram's.
func key(b chat.Button) models.InlineKeyboardButton {
	k := models.InlineKeyboardButton{Text: clean(b.Label)}
	switch {
	case b.Link != "":
		k.URL = b.Link
	case b.Share != "":
		words := clean(b.Share)
		k.SwitchInlineQuery = &words
	default:
		k.CallbackData = b.Action
	}
	return k
}
