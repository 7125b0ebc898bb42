package simulator

import (
	"strings"
	"unicode/utf8"
)

// startTag reads a start tag with its attributes and keeps it open.
func (p *htmlParser) startTag() error {
	begin := p.pos
	p.pos++
	name := strings.ToLower(p.skip(func(c byte) bool { return !isSpace(c) && c != '>' }))
	if p.at(p.pos) == 0 {
		return refusedHTML("Unclosed start tag at byte offset %d", begin)
	}
	if htmlTags[name] == "" {
		return refusedHTML("Unsupported start tag \"%s\" at byte offset %d", name, begin)
	}
	tag := openTag{name: name, unit: p.units, byte: p.out.Len()}
	for {
		p.skip(isSpace)
		if p.at(p.pos) == '>' {
			p.pos++
			break
		}
		if err := p.attribute(&tag, begin); err != nil {
			return err
		}
	}
	if name == "span" && tag.argument != "spoiler" {
		return refusedHTML("Tag \"span\" must have class \"tg-spoiler\" at byte offset %d", begin)
	}
	p.open = append(p.open, tag)
	return nil
}

// attribute reads one attribute, and keeps its value where the tag needs it.
func (p *htmlParser) attribute(tag *openTag, begin int) error {
	name := p.skip(func(c byte) bool { return !isSpace(c) && !strings.ContainsRune("=>/\"'", rune(c)) })
	if name == "" {
		return refusedHTML("Empty attribute name in the tag \"%s\" at byte offset %d", tag.name, begin)
	}
	unclosed := refusedHTML("Unclosed start tag \"%s\" at byte offset %d", tag.name, begin)
	p.skip(isSpace)
	if p.at(p.pos) != '=' {
		if p.at(p.pos) == 0 {
			return unclosed
		}
		tag.take(name, "")
		return nil
	}
	p.pos++
	p.skip(isSpace)
	if p.at(p.pos) == 0 {
		return unclosed
	}
	value, err := p.attributeValue()
	if err != nil {
		return err
	}
	if p.at(p.pos) == 0 {
		return refusedHTML("Unclosed start tag at byte offset %d", begin)
	}
	tag.take(name, value)
	return nil
}

// take keeps an attribute that means something on this tag.
func (t *openTag) take(name, value string) {
	switch t.name + " " + name {
	case "a href", "tg-emoji emoji-id":
		t.argument = value
	case "code class":
		if language, ok := strings.CutPrefix(value, "language-"); ok {
			t.argument = language
		}
	case "span class":
		if class, ok := strings.CutPrefix(value, "tg-"); ok {
			t.argument = class
		}
	case "blockquote expandable":
		t.argument = "1"
	}
}

// attributeValue reads a quoted value, or a bare one of letters, digits, "."
// and "-".
func (p *htmlParser) attributeValue() (string, error) {
	quote := p.in[p.pos]
	if quote != '"' && quote != '\'' {
		begin := p.pos
		value := strings.ToLower(p.skip(isNameByte))
		if c := p.at(p.pos); !isSpace(c) && c != '>' {
			return "", refusedHTML("Unexpected end of name token at byte offset %d", begin)
		}
		return value, nil
	}
	p.pos++
	var value strings.Builder
	for p.pos < len(p.in) && p.in[p.pos] != quote {
		if p.in[p.pos] == '&' {
			if r, next := decodeReference(p.in, p.pos); r != 0 {
				value.WriteRune(r)
				p.pos = next
				continue
			}
		}
		value.WriteByte(p.in[p.pos])
		p.pos++
	}
	if p.pos < len(p.in) {
		p.pos++
	}
	return value.String(), nil
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-'
}

// decodeReference reads a character reference that begins at pos: one of the
// four names, or a number. It returns the rune, 0 where there is none, and
// where the text goes on. The semicolon may be missing, as with Telegram.
func decodeReference(in string, pos int) (rune, int) {
	rest := in[pos+1:]
	var r rune
	var length int
	if strings.HasPrefix(rest, "#") {
		r, length = decodeNumber(rest)
	} else {
		for length < len(rest) && isLetter(rest[length]) {
			length++
		}
		r = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"'}[rest[:length]]
	}
	if r == 0 {
		return 0, pos
	}
	if length < len(rest) && rest[length] == ';' {
		length++
	}
	return r, pos + 1 + length
}

// decodeNumber reads "#65" or "#x41".
func decodeNumber(in string) (rune, int) {
	length, base := 1, rune(10)
	if strings.HasPrefix(in, "#x") {
		length, base = 2, 16
	}
	var r rune
	for ; length < len(in); length++ {
		digit := strings.IndexByte("0123456789abcdefABCDEF", in[length])
		if digit > 15 {
			digit -= 6 // a capital
		}
		if digit < 0 || rune(digit) >= base || length >= 9 {
			break
		}
		r = r*base + rune(digit)
	}
	if r >= utf8.MaxRune || length+1 >= 10 {
		return 0, 0
	}
	return r, length
}

func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
