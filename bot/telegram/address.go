package telegram

import (
	"strings"
	"unicode/utf16"

	"github.com/go-telegram/bot/models"
)

// words are the text of a message as Telegram counts it: entities point at
// UTF-16 units, which the library's own command matching takes for bytes.
type words struct {
	units    []uint16
	entities []models.MessageEntity
}

// wordsOf returns a message's text, or the caption of what was sent.
func wordsOf(m *models.Message) words {
	text, entities := m.Text, m.Entities
	if text == "" {
		text, entities = m.Caption, m.CaptionEntities
	}
	return words{units: utf16.Encode([]rune(text)), entities: entities}
}

// part returns what an entity points at; "" for one that points outside.
func (w words) part(e models.MessageEntity) string {
	if e.Offset < 0 || e.Length < 0 || e.Offset > len(w.units)-e.Length {
		return ""
	}
	return string(utf16.Decode(w.units[e.Offset : e.Offset+e.Length]))
}

// naming is true where the words call somebody by name, so that the bot's own
// must be known.
func (w words) naming() bool {
	for _, e := range w.entities {
		if strings.Contains(w.part(e), "@") {
			return true
		}
	}
	return false
}

// reading is what addressing tells about words.
type reading struct {
	text      string // without the bot's name
	addressed bool   // the words call the bot: a command, or its name
	foreign   bool   // a command for another bot
}

// read finds the bot's name in the words and takes it out.
func (w words) read(me *models.User) reading {
	var r reading
	gone := make([]bool, len(w.units))
	for _, e := range w.entities {
		part := w.part(e)
		switch e.Type {
		case models.MessageEntityTypeBotCommand:
			_, bot, named := strings.Cut(part, "@")
			own := !named || isName(bot, me)
			r.addressed = r.addressed || own && (named || e.Offset == 0)
			r.foreign = r.foreign || !own && e.Offset == 0
			if named && own {
				suffix := len(bot) + len("@") // ASCII: as many units
				w.remove(gone, e.Offset+e.Length-suffix, suffix)
			}
		case models.MessageEntityTypeMention:
			if isName(strings.TrimPrefix(part, "@"), me) {
				r.addressed = true
				w.remove(gone, e.Offset, e.Length)
			}
		case models.MessageEntityTypeTextMention:
			if part != "" && e.User != nil && e.User.ID == me.ID {
				r.addressed = true
				w.remove(gone, e.Offset, e.Length)
			}
		}
	}
	r.text = w.without(gone)
	return r
}

func isName(name string, me *models.User) bool {
	return me.Username != "" && strings.EqualFold(name, me.Username)
}

// remove marks units as gone, with the space before them unless it begins the
// line.
func (w words) remove(gone []bool, from, length int) {
	for i := from; i < from+length; i++ {
		gone[i] = true
	}
	if from > 0 && w.units[from-1] == ' ' {
		gone[from-1] = true
	}
}

// without returns the words that are left. A comma or colon that followed the
// name at the beginning goes with it.
func (w words) without(gone []bool) string {
	left := make([]uint16, 0, len(w.units))
	for i, unit := range w.units {
		if !gone[i] {
			left = append(left, unit)
		}
	}
	text := string(utf16.Decode(left))
	if len(gone) > 0 && gone[0] {
		text = strings.TrimLeft(text, ",:")
	}
	return strings.TrimSpace(text)
}
