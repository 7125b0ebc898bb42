package botapitest

import (
	"slices"
	"testing"
)

func TestRequest(t *testing.T) {
	t.Parallel()
	s := Read(t)
	tests := []struct {
		name, method string
		fields       map[string]string
		files        []string
		want         []string
	}{
		{"complete", "sendMessage", map[string]string{"chat_id": "@a", "text": "a", "entities": `[{"type":"bold","offset":0,"length":1}]`}, nil, nil},
		{"an entity without its length", "sendMessage", map[string]string{"chat_id": "1", "text": "a", "entities": `[{"type":"bold","offset":0}]`}, nil, []string{`"entities[0]" misses "length"`}},
		{"a fraction", "sendMessage", map[string]string{"chat_id": "1.5", "text": "a"}, nil, nil}, // the name of a chat may be any text
		{"no number", "getUpdates", map[string]string{"offset": "1.5"}, nil, []string{`parameter "offset" is no Integer`}},
		{"a file", "sendDocument", map[string]string{"chat_id": "1"}, []string{"document"}, nil},
		{"a file where none belongs", "sendMessage", map[string]string{"chat_id": "1"}, []string{"text"}, []string{`parameter "text" takes no file`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := s.Request(tt.method, tt.fields, tt.files); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Every type that a field or a type names is described.
func TestDescriptionIsWhole(t *testing.T) {
	t.Parallel()
	s := Read(t)
	if len(s.methods) != 180 || len(s.types) != 359 {
		t.Errorf("%d methods and %d types, want 180 and 359", len(s.methods), len(s.types))
	}
	for _, of := range []map[string]object{s.methods, s.types} {
		for name, o := range of {
			for _, f := range o.fields {
				for _, kind := range f.types {
					for _, problem := range s.Value("x", kind, map[string]any{}) {
						if problem == `"x" has the unknown type `+kind {
							t.Errorf("%s.%s: %s", name, f.name, problem)
						}
					}
				}
			}
		}
	}
}

func TestBrokenDescriptions(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"methods a()", "type", "method getMe"} {
		if _, err := parse(text); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}
