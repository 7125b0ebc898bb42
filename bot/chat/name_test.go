package chat

import (
	"testing"

	"cchcbot/bot/record"
)

// Nobody's name turns, hides or passes for what follows it.
func TestCleanName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Trần Thị Bình":         "Trần Thị Bình",
		"  Trần \n Bình ":       "Trần Bình",
		"\u202eBình":            "Bình",
		"Bì\u200bnh\u2066":      "Bình",
		"\u3164\u2800":          "",
		"...":                   "",
		"a\u0301\u0302\u0303b":  "a\u0301\u0302b",
		"\u200f":                "",
		"Lan \u3164 Anh":        "Lan Anh",
		"<b>nimda</b> &amp; An": "<b>nimda</b> &amp; An",
	} {
		if got := CleanName(name); got != want {
			t.Errorf("CleanName(%q) = %q, want %q", name, got, want)
		}
	}
}

// Two of the same name are told apart.
func TestCalledBy(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		person            record.Person
		called, shortForm string
	}{
		{record.Person{ID: 8, Name: "Lan"}, "Lan (mã 8)", "Lan"},
		{record.Person{ID: 12, Name: "Lan", Username: "lan"}, "Lan (@lan, mã 12)", "Lan"},
		{record.Person{ID: 8, Name: "\u3164"}, "người dùng mã 8", "người dùng mã 8"},
		{record.Person{ID: 8, Username: "lan"}, "người dùng mã 8 @lan", "người dùng mã 8"},
		{record.Person{}, "một người dùng", "một người dùng"},
	} {
		if got := CalledBy(test.person); got != test.called {
			t.Errorf("CalledBy(%+v) = %q, want %q", test.person, got, test.called)
		}
		if got := NameOrSomebody(test.person); got != test.shortForm {
			t.Errorf("NameOrSomebody(%+v) = %q, want %q", test.person, got, test.shortForm)
		}
	}
}
