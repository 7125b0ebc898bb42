package simulator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// htmlTags are the tags of Telegram's HTML and the entities that they make.
var htmlTags = map[string]string{
	"b": "bold", "strong": "bold",
	"i": "italic", "em": "italic",
	"u": "underline", "ins": "underline",
	"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
	"span": "spoiler", "tg-spoiler": "spoiler",
	"a": "text_link", "code": "code", "pre": "pre",
	"blockquote": "blockquote", "tg-emoji": "custom_emoji",
}

// htmlParser walks over the text as Telegram's own parser does, so that its
// errors name the same byte offsets.
type htmlParser struct {
	in       string
	pos      int
	out      strings.Builder
	units    int // UTF-16 code units written
	open     []openTag
	entities []Entity
}

// openTag is a start tag whose end tag has not come yet.
type openTag struct {
	name, argument string
	unit, byte     int // where its text begins
}

// ParseHTML reads Telegram's HTML parse mode: the text without markup, and the
// entities in order, outer ones first. The error is worded as Telegram words
// what follows "can't parse entities: ".
func ParseHTML(in string) (string, []Entity, error) {
	p := &htmlParser{in: in}
	for p.pos < len(in) {
		if err := p.step(); err != nil {
			return "", nil, err
		}
	}
	if n := len(p.open); n > 0 {
		return "", nil, refusedHTML("Can't find end tag corresponding to start tag %q", p.open[n-1].name)
	}
	if !utf8.ValidString(p.out.String()) {
		return "", nil, refusedHTML("Text contains invalid Unicode characters after decoding HTML entities, " +
			"check for unmatched surrogate code units")
	}
	for i := range p.entities {
		if p.entities[i].Type == "code" {
			p.entities[i].Language = "" // told only for a whole <pre>
		}
	}
	sortEntities(p.entities)
	return p.out.String(), p.entities, nil
}

// sortEntities puts outer entities before the ones that they hold.
func sortEntities(entities []Entity) {
	slices.SortStableFunc(entities, func(a, b Entity) int {
		if a.Offset != b.Offset {
			return a.Offset - b.Offset
		}
		return b.Length - a.Length
	})
}

func (p *htmlParser) step() error {
	switch {
	case p.in[p.pos] == '<' && p.at(p.pos+1) == '/':
		return p.endTag()
	case p.in[p.pos] == '<':
		return p.startTag()
	case p.in[p.pos] == '&':
		if r, next := decodeReference(p.in, p.pos); r != 0 {
			p.write(r)
			p.pos = next
			return nil
		}
	}
	r, size := utf8.DecodeRuneInString(p.in[p.pos:])
	p.write(r)
	p.pos += size
	return nil
}

func (p *htmlParser) write(r rune) {
	if r >= 0xd800 && r <= 0xdfff {
		p.out.WriteByte(0xff) // half of a surrogate pair: refused at the end
		return
	}
	p.out.WriteRune(r)
	p.units += unitsOf(r)
}

// at reads a byte; past the end it is 0, which counts as white space and ends
// every scan.
func (p *htmlParser) at(i int) byte {
	if i < len(p.in) {
		return p.in[i]
	}
	return 0
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0 || c == '\v'
}

// skip moves on while the condition holds, and returns what it passed.
func (p *htmlParser) skip(while func(byte) bool) string {
	begin := p.pos
	for p.pos < len(p.in) && while(p.in[p.pos]) {
		p.pos++
	}
	return p.in[begin:p.pos]
}

func (p *htmlParser) endTag() error {
	begin := p.pos
	if len(p.open) == 0 {
		return refusedHTML("Unexpected end tag at byte offset %d", begin)
	}
	p.pos += 2
	name := strings.ToLower(p.skip(func(c byte) bool { return !isSpace(c) && c != '>' }))
	p.skip(isSpace)
	if p.at(p.pos) != '>' {
		return refusedHTML("Unclosed end tag at byte offset %d", begin)
	}
	p.pos++
	tag := p.open[len(p.open)-1]
	if name != "" && name != tag.name {
		return refusedHTML("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\"", begin, tag.name, name)
	}
	p.open = p.open[:len(p.open)-1]
	return p.close(tag)
}

// close turns a finished tag into its entity. Empty ones leave no trace.
func (p *htmlParser) close(tag openTag) error {
	e := Entity{Type: htmlTags[tag.name], Offset: tag.unit, Length: p.units - tag.unit}
	if e.Length == 0 {
		return nil
	}
	switch tag.name {
	case "a":
		e.URL = checkedLink(tag.argument, p.out.String()[tag.byte:])
		if e.URL == "" {
			return nil
		}
	case "tg-emoji":
		if n, err := strconv.ParseInt(tag.argument, 10, 64); err != nil || n == 0 {
			return refusedHTML("Invalid custom emoji identifier specified")
		}
		e.CustomEmojiID = tag.argument
	case "blockquote":
		if tag.argument != "" {
			e.Type = "expandable_blockquote"
		}
	case "pre", "code":
		if p.mergeCode(e, tag) {
			return nil
		}
		e.Language = tag.argument
	}
	p.entities = append(p.entities, e)
	return nil
}

// mergeCode makes one entity of <pre><code class="language-x">.
func (p *htmlParser) mergeCode(e Entity, tag openTag) bool {
	if len(p.entities) == 0 {
		return false
	}
	inner := &p.entities[len(p.entities)-1]
	if inner.Offset != e.Offset || inner.Length != e.Length {
		return false
	}
	switch {
	case tag.name == "pre" && inner.Type == "code" && inner.Language != "":
		inner.Type = "pre"
		return true
	case tag.name == "code" && inner.Type == "pre" && tag.argument != "":
		inner.Language = tag.argument
		return true
	}
	return false
}

// checkedLink is the address of a link: what href says, or else the words
// themselves; "" where it is no address that Telegram links to.
func checkedLink(href, words string) string {
	if href == "" {
		href = words
	}
	return cleanURL(href)
}

// htmlError is a finding in Telegram's words, which begin with a capital.
type htmlError string

func (e htmlError) Error() string { return string(e) }

func refusedHTML(format string, args ...any) error {
	return htmlError(fmt.Sprintf(format, args...))
}
