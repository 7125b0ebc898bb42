package plan

import (
	"strings"
	"testing"
)

func TestLoadPhrasings(t *testing.T) {
	t.Parallel()
	good := "- document: 1/QĐ\n  phrasings:\n    - units: [PL.1.1, III.1.1]\n      said: [thay người, đổi người]\n"
	documents, err := LoadPhrasings([]byte(good))
	if err != nil || len(documents) != 1 || documents[0].Document != "1/QĐ" || len(documents[0].Phrasings[0].Said) != 2 {
		t.Errorf("%+v, %v", documents, err)
	}
	for name, c := range map[string]struct{ text, want string }{
		"no document":   {"- phrasings: []\n", "number of its document"},
		"no units":      {"- document: 1/QĐ\n  phrasings:\n    - said: [a]\n", "entry 1"},
		"nothing said":  {"- document: 1/QĐ\n  phrasings:\n    - units: [PL.1.1]\n", "entry 1"},
		"unknown field": {"- document: 1/QĐ\n  phrase: []\n", "phrase"},
	} {
		if _, err := LoadPhrasings([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one about %q", name, err, c.want)
		}
	}
}

// What people say goes to every unit of the entry, and to no other.
func TestPhrase(t *testing.T) {
	t.Parallel()
	p := Plan{Units: []Unit{{ID: "PL.1.1"}, {ID: "III.1.1"}, {ID: "PL.1.2"}}}
	p.Phrase([]Phrasing{{Units: []string{"PL.1.1", "III.1.1", "PL.9.9"}, Said: []string{"thay người"}}, {Units: []string{"PL.1.1"}, Said: []string{"đổi người"}}})
	for i, want := range []string{"thay người, đổi người", "thay người", ""} {
		if got := strings.Join(p.Units[i].Said, ", "); got != want {
			t.Errorf("%s is called %q, want %q", p.Units[i].ID, got, want)
		}
	}
}
