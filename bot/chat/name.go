package chat

import (
	"fmt"
	"strings"
	"unicode"

	"cchcbot/bot/record"
)

// CleanName is a name as people call themselves, in one line and free of what is
// not seen: control and format characters, which turn or hide what follows, blanks
// that pass for letters, and piles of marks. It is "" where nothing is seen.
func CleanName(name string) string {
	var b strings.Builder
	marks, seen := 0, false
	for _, r := range name {
		switch {
		case unicode.IsSpace(r) || r == '\u2800' || r == '\u3164' || r == '\u115F' || r == '\u1160' || r == '\uFFA0':
			r, marks = ' ', 0
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
			if marks++; marks > mostMarks {
				continue
			}
		case !unicode.IsGraphic(r) || unicode.Is(unicode.Cf, r):
			continue
		default:
			marks = 0
			seen = seen || unicode.IsLetter(r) || unicode.IsNumber(r)
		}
		b.WriteRune(r)
	}
	if !seen {
		return ""
	}
	return CutWords(strings.Join(strings.Fields(b.String()), " "), NameRunes)
}

// mostMarks is how many marks a Vietnamese letter carries at most.
const mostMarks = 2

// NameOrSomebody is how a person is called beside what they did.
func NameOrSomebody(p record.Person) string {
	switch name := CleanName(p.Name); {
	case name != "":
		return name
	case p.ID != 0:
		return fmt.Sprintf(textUserNumbered, p.ID)
	}
	return textSomebody
}

// CalledBy is how a person is spoken of to others, with what tells them from others
// of the same name.
func CalledBy(p record.Person) string {
	var marks []string
	if p.Username != "" {
		marks = append(marks, "@"+p.Username)
	}
	name := CleanName(p.Name)
	if name == "" {
		return strings.Join(append([]string{NameOrSomebody(p)}, marks...), " ")
	}
	if p.ID != 0 {
		marks = append(marks, fmt.Sprintf(textNumbered, p.ID))
	}
	if len(marks) == 0 {
		return name
	}
	return fmt.Sprintf("%s (%s)", name, strings.Join(marks, ", "))
}
