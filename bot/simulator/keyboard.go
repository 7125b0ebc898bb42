package simulator

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of an inline keyboard.
const (
	maxButtons      = 100
	maxCallbackData = 64 // bytes
)

// readKeyboard reads the inline keyboard of a request; nil for none. Other kinds
// of markup are taken and not shown.
func (c *call) readKeyboard() ([][]Button, error) {
	raw := c.fields["reply_markup"]
	if raw == "" {
		return nil, nil
	}
	var markup map[string]json.RawMessage
	if err := json.Unmarshal([]byte(raw), &markup); err != nil {
		if json.Valid([]byte(raw)) {
			return nil, badRequest("object expected as reply markup")
		}
		return nil, badRequest("can't parse reply keyboard markup JSON object")
	}
	if markup["inline_keyboard"] == nil {
		return nil, nil
	}
	var rows [][]Button
	if err := json.Unmarshal(markup["inline_keyboard"], &rows); err != nil {
		return nil, badRequest(`field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays`)
	}
	return checkKeyboard(rows)
}

// checkKeyboard refuses what Telegram refuses, and drops empty rows.
func checkKeyboard(rows [][]Button) ([][]Button, error) {
	var kept [][]Button
	count := 0
	for _, row := range rows {
		for _, b := range row {
			if err := b.check(); err != nil {
				return nil, err
			}
		}
		count += len(row)
		if len(row) > 0 {
			kept = append(kept, row)
		}
	}
	if count > maxButtons {
		return nil, badRequest("reply markup is too long")
	}
	return kept, nil
}

func (b Button) check() error {
	switch {
	case b.URL == "" && b.CallbackData == "" && b.SwitchInline == nil:
		return badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
	case b.Text == "":
		return badRequest("inline keyboard button text must be non-empty")
	case len(b.CallbackData) > maxCallbackData || !utf8.ValidString(b.CallbackData):
		return errButtonData
	case b.URL != "" && !opens(b.URL):
		return badRequest("inline keyboard button URL '%s' is invalid: Wrong HTTP URL", b.URL)
	}
	return nil
}

// opens reports whether a button may lead to an address.
func opens(address string) bool {
	if !strings.Contains(address, "://") && strings.Contains(address, ".") {
		address = "http://" + address
	}
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && slices.Contains([]string{"http", "https", "tg"}, u.Scheme)
}
