package question

import (
	"fmt"
	"strings"

	"cchcbot/bot/chat"
)

// PlaceOf reads a number alone: "1.14", "PL.1.14", "III.3.9".
func PlaceOf(number string) (Place, bool) {
	number = strings.Trim(strings.ToUpper(number), " .")
	section, rest, _ := strings.Cut(number, ".")
	switch {
	case strings.Trim(number, "0123456789.") == "" && number != "":
		return Place{Number: number, Words: fmt.Sprintf(chat.TextTaskNumber, number)}, true
	case rest != "" && strings.Trim(rest, "0123456789.") == "" && SectionNames[section]:
		return Place{Section: section, Number: rest, Words: number}, true
	}
	return Place{}, false
}

// SectionNames are the names of sections that begin a place.
var SectionNames = map[string]bool{"I": true, "II": true, "III": true, "IV": true, "V": true, "PL": true, "CC": true}
