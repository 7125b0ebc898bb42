package simulator

import (
	"encoding/json"
	"net/url"
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

// readText reads the text of a request with its markup: parse_mode or a list of
// entities. The result is trimmed, and links, commands and the like in it are
// found as Telegram finds them.
func (c *call) readText(field, entitiesField string) (string, []Entity, error) {
	raw := cleanInput(c.fields[field])
	if len(raw) > maxRaw {
		return "", nil, badRequest("text is too long")
	}
	var text string
	var entities []Entity
	var err error
	switch strings.ToLower(c.fields["parse_mode"]) {
	case "", "none":
		text = raw
		entities, err = c.readEntities(entitiesField)
	case "html":
		if text, entities, err = ParseHTML(raw); err != nil {
			err = badRequest("can't parse entities: %v", err)
		}
	default:
		err = badRequest("unsupported parse_mode")
	}
	if err != nil {
		return "", nil, err
	}
	text, entities = trim(text, entities)
	return text, withFound(text, entities), nil
}

// readEntities reads the marks that a bot lists instead of a parse mode.
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

// cleanURL returns an address that Telegram would make a link of, or "".
func cleanURL(address string) string {
	address = strings.TrimSpace(address)
	if !strings.Contains(address, "://") && !strings.HasPrefix(address, "mailto:") && !strings.HasPrefix(address, "tel:") {
		if !strings.Contains(address, ".") {
			return ""
		}
		address = "http://" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https", "tg", "ton":
		if u.Host == "" {
			return ""
		}
		if u.Path == "" && u.Scheme != "tg" {
			u.Path = "/"
		}
		return u.String()
	case "mailto", "tel":
		return address
	}
	return ""
}
