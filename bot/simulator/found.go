package simulator

import (
	"regexp"
	"slices"
	"strings"
)

// finding is one kind of thing that Telegram marks up by itself.
type finding struct {
	kind    string
	sign    string         // stands in each
	pattern *regexp.Regexp // the first group is the entity
}

var findings = []finding{
	{"url", "://", regexp.MustCompile(`(?i)(?:^|[\s(\["'<>«“:;,])(https?://[^\s<>"“”«»]*[^\s<>"“”«».,:;!?)\]])`)},
	{"email", "@", regexp.MustCompile(`(?:^|[^\pL\pN._%+@/-])([A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24})`)},
	{"bot_command", "/", regexp.MustCompile(`(?:^|[^\pL\pN_/<>])(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?:$|[^\pL\pN_/])`)},
	{"mention", "@", regexp.MustCompile(`(?:^|[^\pL\pN_/@])(@[A-Za-z][A-Za-z0-9_]{3,31})(?:$|[^\pL\pN_@])`)},
	{"hashtag", "#", regexp.MustCompile(`(?:^|[^\pL\pN_&/#])(#[\pL\pN_]*\pL[\pL\pN_]*)`)},
}

// in finds all entities of the kind. A match may take one rune behind the
// entity, so that the search goes on right behind the entity itself.
func (f finding) in(text string) []Entity {
	var entities []Entity
	for from := 0; strings.Contains(text[from:], f.sign); {
		at := f.pattern.FindStringSubmatchIndex(text[from:])
		if at == nil {
			break
		}
		begin, end := from+at[2], from+at[3]
		entities = append(entities, Entity{
			Type:   f.kind,
			Offset: utf16Len(text[:begin]),
			Length: utf16Len(text[begin:end]),
		})
		from = end
	}
	return entities
}

// withFound adds what Telegram finds by itself to the entities that the sender
// gave. Inside code and what was found already nothing is looked for.
func withFound(text string, given []Entity) []Entity {
	all := given
	for _, f := range findings {
		for _, e := range f.in(text) {
			if !slices.ContainsFunc(all, func(o Entity) bool { return shuts(o, e) }) {
				all = append(all, e)
			}
		}
	}
	sortEntities(all)
	return all
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

// shuts reports whether the entity o leaves no room for the found one e.
func shuts(o, e Entity) bool {
	if o.Offset+o.Length <= e.Offset || e.Offset+e.Length <= o.Offset {
		return false
	}
	switch o.Type {
	case "code", "url", "email", "bot_command", "mention", "hashtag":
		return true
	}
	return false
}
