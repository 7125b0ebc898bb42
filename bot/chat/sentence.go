package chat

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"cchcbot/seeds/plan"
)

// Vietnam is the zone in which days are told; it has known no other time since
// 1975.
var Vietnam = time.FixedZone("+07", 7*60*60)

// IsID is true for what ids are made of, and for none.
func IsID(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") == ""
}

// LowerFirst lets a label stand within a sentence.
func LowerFirst(s string) string {
	for _, r := range s {
		return strings.ToLower(string(r)) + s[len(string(r)):]
	}
	return s
}

// Bounds of what is shown, in characters.
const (
	ScreenRunes = 1500 // more is not read on a phone
	LabelRunes  = 38   // of a button
)

// UnitLabel names a unit on a button.
func UnitLabel(u plan.Unit) string {
	return CutWords(ShortPlace(u)+" "+FirstLine(u.Text), LabelRunes)
}

// With adds paragraphs to a reply, as many as its screen has room for.
func (r Reply) With(more ...Paragraph) Reply {
	for _, p := range more {
		if ScreenLength(r.Text)+ScreenLength(Text{p}) <= ScreenRunes {
			r.Text = append(r.Text[:len(r.Text):len(r.Text)], p)
		}
	}
	return r
}

// ScreenLength counts the characters that a text takes on a screen.
func ScreenLength(t Text) int { return utf8.RuneCountInString(t.Plain()) }

// Say is a paragraph of plain words.
func Say(words string) Paragraph { return Paragraph{Spans: []Span{{Words: words}}} }

// Quote is a paragraph of words from the document.
func Quote(words string) Paragraph { return Paragraph{Quote: true, Spans: []Span{{Words: words}}} }

// BriefRunes is how much of a unit stands in a list.
const BriefRunes = 110

// Brief is the beginning of a text, cut between words.
func Brief(text string) string { return CutWords(FirstLine(text), BriefRunes) }

// FirstLine is a text up to its first line break.
func FirstLine(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	return text
}

// CutWords is the beginning of a text of at most so many letters, cut between
// words.
func CutWords(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	cut := strings.TrimRight(string(runes[:most-1]), " ,;")
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = strings.TrimRight(cut[:i], " ,;:-")
	}
	return cut + "…"
}

// UpperFirst makes the first letter of words a capital.
func UpperFirst(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}

// Day writes a date as 31/03/2024.
func Day(d plan.Date) string { return fmt.Sprintf("%02d/%02d/%d", d.Day, int(d.Month), d.Year) }

// UnitName names a unit within a sentence.
func UnitName(u plan.Unit) string {
	if u.Kind == plan.KindTask {
		return fmt.Sprintf(TextTaskNumber, u.Number)
	}
	return u.Place()
}

// Bounds of names, in characters.
const (
	NameRunes = 60 // of a name that is said back
)

// LinesText makes paragraphs of lines; an empty line parts them, and the first
// is a heading.
func LinesText(lines []string) Text {
	var text Text
	for part := range strings.SplitSeq(strings.Join(lines, "\n"), "\n\n") {
		head, rest, more := strings.Cut(part, "\n")
		switch {
		case len(text) == 0 && more:
			text = append(text, Paragraph{Spans: []Span{{Words: head, Style: Bold}, {Words: "\n" + rest}}})
		case len(text) == 0:
			text = append(text, BoldText(head))
		default:
			text = append(text, Say(part))
		}
	}
	return text
}

// InRows adds a small button to the last row while that has room.
func InRows(rows [][]Button, small Button) [][]Button {
	if n := len(rows); n > 0 && len(rows[n-1]) < RowNumbers {
		rows[n-1] = append(rows[n-1], small)
		return rows
	}
	return append(rows, []Button{small})
}

// Roman are the numbers of the quarters as they are written.
var Roman = [...]string{1: "I", 2: "II", 3: "III", 4: "IV"}

// WindowWords names a window by its days, since a button outlives the words
// that it was asked for with.
func WindowWords(w plan.Window) string {
	year := w.From.Year
	if w == plan.MonthsWindow(time.January, time.December, year) {
		return fmt.Sprintf(textInYear, year)
	}
	for quarter := 1; quarter <= 4; quarter++ {
		if w == plan.QuarterWindow(quarter, year) {
			return fmt.Sprintf(textInQuarter, Roman[quarter], year)
		}
	}
	if m := w.From.Month; w == plan.MonthsWindow(m, m, year) {
		return fmt.Sprintf(textInMonth, int(m), year)
	}
	if w.From == w.To {
		return fmt.Sprintf(textOnDay, Day(w.From))
	}
	return fmt.Sprintf(TextInDays, Day(w.From), Day(w.To))
}

// Clock is a minute of the day as it is read: "08:30".
func Clock(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }

// Bounds of a list.
const (
	PageItems  = 6
	RowNumbers = 3 // buttons with numbers in a row
)

// LineRunes is how much of a text stands in a line of a list.
const LineRunes = 90

// TaskName is the number by which people call a duty: that of the appendix alone,
// any other with its section, as "3.1" is also a row of the appendix.
func TaskName(u plan.Unit) string {
	if u.Kind == plan.KindTask {
		return u.Number
	}
	return ShortPlace(u)
}

// ShortPlace is where a unit stands, short enough for a button.
func ShortPlace(u plan.Unit) string {
	if u.Kind == plan.KindTask {
		return "PL " + u.Number
	}
	if u.Number == "" {
		return UpperFirst(u.Place())
	}
	switch u.Kind {
	case plan.KindArticle, plan.KindLegalBasis, plan.KindRecipients, plan.KindSignature:
		return UpperFirst(u.Place())
	}
	return u.ID
}

// BoldText is a paragraph of bold words.
func BoldText(words string) Paragraph { return Paragraph{Spans: []Span{{Words: words, Style: Bold}}} }

// Sentence is a reply of a few words.
func Sentence(words string) Reply { return Reply{Text: Text{Say(words)}} }

// UpToLast is a page of so many lines, the last one where there are not as many
// pages any more.
func UpToLast(page, lines, size int) int { return min(page, max(0, lines-1)/size) }

// PageOf is a page of a list.
func PageOf[T any](list []T, page, size int) []T {
	first := UpToLast(page, len(list), size) * size
	return list[first:min(first+size, len(list))]
}

// OldButton answers a button that means nothing any more.
func OldButton() Reply { return Reply{Notice: TextOldButton} }
