package simulator

import (
	"encoding/json"
	"strings"
	"unicode"
)

// Limits of a message, in UTF-16 code units after parsing.
const (
	maxText    = 4096
	maxCaption = 1024
	maxRaw     = 1 << 15 // bytes, before parsing
)

// unitsOf counts the UTF-16 code units of a rune.
func unitsOf(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

// utf16Len counts the UTF-16 code units of a text, as Telegram counts lengths
// and offsets.
func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n += unitsOf(r)
	}
	return n
}

// readText reads the text of a request with the entities that mark it up; a
// parse mode is refused. The result is trimmed, and links, commands and the like
// in it are found as Telegram finds them.
func (c *call) readText(field, entitiesField string) (string, []Entity, error) {
	text := cleanInput(c.fields[field])
	switch {
	case len(text) > maxRaw:
		return "", nil, badRequest("text is too long")
	case c.has("parse_mode"):
		return "", nil, badRequest("unsupported parse_mode")
	}
	entities, err := c.readEntities(entitiesField)
	if err != nil {
		return "", nil, err
	}
	text, entities = trim(text, entities)
	return text, withFound(text, entities), nil
}

// readEntities reads the entities that a bot lists, outer ones first.
func (c *call) readEntities(field string) ([]Entity, error) {
	if c.fields[field] == "" {
		return nil, nil
	}
	var entities []Entity
	if err := json.Unmarshal([]byte(c.fields[field]), &entities); err != nil {
		return nil, badRequest("can't parse MessageEntity: expected an Object")
	}
	sortEntities(entities)
	return entities, nil
}

// cleanInput drops carriage returns and blanks other control characters.
func cleanInput(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return -1
		case r < ' ' && r != '\n', r == 0x7f:
			return ' '
		}
		return r
	}, s)
}

// trim cuts white space off both ends and moves the entities along.
func trim(text string, entities []Entity) (string, []Entity) {
	left := strings.TrimLeftFunc(text, unicode.IsSpace)
	shift := utf16Len(text) - utf16Len(left)
	text = strings.TrimRightFunc(left, unicode.IsSpace)
	end := utf16Len(text)
	var kept []Entity
	for _, e := range entities {
		from := max(e.Offset-shift, 0)
		to := min(e.Offset+e.Length-shift, end)
		if to > from {
			e.Offset, e.Length = from, to-from
			kept = append(kept, e)
		}
	}
	return text, kept
}
