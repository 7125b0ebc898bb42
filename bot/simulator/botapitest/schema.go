// Package botapitest tells tests what Telegram's Bot API knows: its methods,
// their parameters, and its types.
//
// In: a request of a bot, or a value that a server answered. Out: in words, what
// the Bot API does not know of it. The description stands in testdata/api.txt,
// which says where it is from. The package holds no other rule of Telegram, such
// as limits, and only tests import it.
package botapitest

import (
	_ "embed" // the description
	"fmt"
	"strings"
	"testing"
)

//go:embed testdata/api.txt
var description string

// Schema is what the Bot API knows.
type Schema struct {
	methods map[string]object
	types   map[string]object
}

// object is a method with its parameters, or a type with its fields.
type object struct {
	fields   []field
	subtypes []string // a value is of one of them
}

type field struct {
	name     string
	types    []string
	required bool
}

// Read reads the description.
func Read(t testing.TB) *Schema {
	t.Helper()
	s, err := parse(description)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// parse reads lines such as "method getFile(file_id: String)" and
// "type ChatMember = ChatMemberOwner|ChatMemberLeft".
func parse(text string) (*Schema, error) {
	s := &Schema{methods: map[string]object{}, types: map[string]object{}}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		kind, rest, _ := strings.Cut(line, " ")
		known := map[string]map[string]object{"method": s.methods, "type": s.types}[kind]
		if known == nil {
			return nil, fmt.Errorf("description of the Bot API: %q is neither a method nor a type", line)
		}
		if name, subtypes, ok := strings.Cut(rest, " = "); ok {
			known[name] = object{subtypes: strings.Split(subtypes, "|")}
			continue
		}
		name, list, ok := strings.Cut(strings.TrimSuffix(rest, ")"), "(")
		if !ok {
			return nil, fmt.Errorf("description of the Bot API: %q has no list of fields", line)
		}
		known[name] = object{fields: parseFields(list)}
	}
	return s, nil
}

// parseFields reads a list such as "text: String, entities?: Array of MessageEntity".
func parseFields(list string) []field {
	if list == "" {
		return nil
	}
	var fields []field
	for _, one := range strings.Split(list, ", ") {
		name, types, _ := strings.Cut(one, ": ")
		bare, optional := strings.CutSuffix(name, "?")
		fields = append(fields, field{name: bare, types: strings.Split(types, "|"), required: !optional})
	}
	return fields
}
