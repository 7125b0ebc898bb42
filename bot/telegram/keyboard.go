package telegram

import (
	"github.com/go-telegram/bot/models"

	"cchcbot/bot"
)

// actionLimit is how many bytes a button may carry.
const actionLimit = 64

// keyboard renders buttons; nil for none. Telegram refuses a whole message for
// one button without words or with too long an action, so such a button is left
// out and logged.
func (t *Transport) keyboard(rows [][]bot.Button) models.ReplyMarkup {
	var markup models.InlineKeyboardMarkup
	for _, row := range rows {
		var line []models.InlineKeyboardButton
		for _, b := range row {
			if blank(b.Label) || b.Action == "" || len(b.Action) > actionLimit {
				t.log.Error("button left out", "label", b.Label, "action", b.Action)
				continue
			}
			line = append(line, models.InlineKeyboardButton{Text: clean(b.Label), CallbackData: b.Action})
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
