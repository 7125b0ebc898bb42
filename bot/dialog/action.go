package dialog

import (
	"strconv"
	"strings"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// A pressed button carries an action: which screen to show. It is all that is
// known of the screen that the button stood under, so that a button works
// after a restart, and on another replica. It comes back through strangers'
// hands; what cannot be read or points to nothing is an old button.
//
// An action is written as the version of this form, the year of the plan, a
// letter for the view, and the view's fields: "1ol:so-noi-vu::ln:0:PL.1.14". A
// plan of the store stands with its id: "20al:so-noi-vu::ln:0:PL.1.14".

// View is a kind of screen.
type View byte

// The screens that show the plan.
const (
	ViewHelp      View = 'h'
	ViewMine      View = 'm' // the duties of the chat's own agency
	ViewOverview  View = 'o' // an agency's duties, counted
	ViewDutyGroup View = 'l' // one heap of them
	ViewDue       View = 'd' // what is due in a time window
	ViewFound     View = 'f' // one of the units that were found
	ViewHeading   View = 'n' // what stands under a heading
	ViewChoose    View = 'k' // the kinds of agencies to choose one's own from
	ViewKind      View = 'g' // the agencies of a kind
	ViewTell      View = 't' // make an agency the chat's own
	ViewForget    View = 'x'
	ViewWrong     View = 'w' // the answer is not right
	ViewScanned   View = 's' // a unit's words as they were scanned
	ViewSix       View = 'q' // what the document says to the six points of a unit
	ViewElsewhere View = 'e' // what another plan in force says to the same question
)

// Action tells one screen. The fields that its view has no use for are zero.
type Action struct {
	View    View
	Agency  string // id of an agency, or of a group that stands for one
	Group   string // code of a heap
	Role    plan.Role
	Window  plan.Window
	Heading string // id of a unit
	Asked   question.Intent
	Units   []string // ids, best first
	Page    int      // from 0; which of the units, for viewFound
	Open    string   // id of the unit that is opened from a list, "" for the list
	Asker   int64    // who asked what is not answered right
	Stamp   int64    // of that exchange

	// What acts on duties carry: see acts.go.
	ID     int64       // of an occurrence, explanation or report
	Chat   int64       // whose tie to an agency is meant, or which person
	Rank   record.Role // of that tie
	Day    plan.Date   // of the digest that the button stands under; zero for none
	Number int64       // a choice
	Topic  string      // what is chosen or set
}

// Bounds of the data of a button.
const (
	actionVersion = "1"
	ActionBytes   = 64 // as much as a button may carry
	MostPages     = 36 * 36
)

// actionField writes one field of an action and reads it back.
type actionField struct {
	write func(Action) string
	read  func(*Action, string) bool
}

// actionFields are the fields of each view, in order.
var actionFields = map[View][]actionField{
	ViewHelp:      {},
	ViewMine:      {},
	ViewOverview:  {fieldAgency, fieldRole},
	ViewDutyGroup: {fieldAgency, fieldHeap, fieldPage, fieldOpen},
	ViewDue:       {fieldAgency, fieldRole, fieldFrom, fieldDays, fieldPage, fieldOpen},
	ViewFound:     {fieldAsked, fieldPage, fieldUnits},
	ViewHeading:   {fieldHeading, fieldPage, fieldOpen},
	ViewChoose:    {},
	ViewKind:      {fieldAgency, fieldPage},
	ViewTell:      {fieldAgency},
	ViewForget:    {},
	ViewWrong:     {fieldAsker, fieldStamp},
	ViewScanned:   {fieldHeading},
	ViewSix:       {fieldHeading},
	ViewElsewhere: {fieldStamp},
}

// Encode writes an action for the plan of a code.
func (a Action) Encode(code int) string {
	var b strings.Builder
	fields, lasting := ActFields[a.View]
	if !lasting {
		fields = actionFields[a.View]
	}
	if lasting && (a.Open == "" || code == firstCode) {
		b.WriteString(ActHead)
	} else {
		b.WriteString(actionHead(code))
	}
	b.WriteByte(byte(a.View))
	for i, f := range fields {
		if i > 0 {
			b.WriteByte(':')
		}
		b.WriteString(f.write(a))
	}
	return b.String()
}

// firstCode is that of the plan whose units acts name without telling the plan,
// as they did when there was no other.
const firstCode = 2024

// yearCodes are below it; the others are given by the store.
const yearCodes = 10_000

// CodeOfYear is a code where it is that of a year, else that of the plan that was
// loaded first.
func CodeOfYear(code int) int {
	if code < yearCodes {
		return code
	}
	return firstCode
}

// StoreCode is the code of a plan by its id in the store.
func StoreCode(id int64) int { return yearCodes + int(id) }

// actionHead begins the data of a button for the plan of a code: the version and
// the year, or a digit for the length of the id and the id.
func actionHead(code int) string {
	if code < yearCodes {
		return actionVersion + strconv.FormatInt(int64(code-2000), 36)
	}
	id := strconv.FormatInt(int64(code-yearCodes), 36)
	for len(id) < 2 {
		id = "0" + id
	}
	return strconv.Itoa(len(id)) + id
}

// CodeOf is the code of the plan whose units the data of a button names; false
// for data that names none, or cannot be read.
func CodeOf(data string) (int, bool) {
	if at, ok := DecodeAction(data, firstCode); ok && at.Open != "" {
		return firstCode, true
	}
	if len(data) < 2 || strings.HasPrefix(data, ActHead) {
		return 0, false
	}
	rest := data[1:]
	if data[0] == actionVersion[0] {
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789abcdefghijklmnopqrstuvwxyz"))
		for n := range min(digits, 2) { // the letter of the view may follow the year
			if year, err := strconv.ParseInt(rest[:n+1], 36, 32); err == nil && len(rest) > n+1 && known(View(rest[n+1])) {
				return 2000 + int(year), true
			}
		}
		return 0, false
	}
	length := int(data[0] - '0')
	if length < 2 || length > 6 || len(rest) <= length {
		return 0, false
	}
	id, err := strconv.ParseInt(rest[:length], 36, 32)
	return StoreCode(id), err == nil
}

func known(v View) bool {
	_, screen := actionFields[v]
	_, act := ActFields[v]
	return screen || act
}

// DecodeAction reads what Encode wrote for the plan of the same code.
func DecodeAction(data string, code int) (Action, bool) {
	known := ActFields
	rest, ok := strings.CutPrefix(data, ActHead)
	if !ok {
		rest, ok = strings.CutPrefix(data, actionHead(code))
		if ok && rest != "" {
			if _, act := ActFields[View(rest[0])]; !act {
				known = actionFields
			}
		}
	}
	if !ok || rest == "" || len(data) > ActionBytes {
		return Action{}, false
	}
	a := Action{View: View(rest[0])}
	fields, there := known[a.View]
	if !there {
		return Action{}, false
	}
	var parts []string
	if len(fields) > 0 {
		parts = strings.Split(rest[1:], ":")
	} else if rest[1:] != "" {
		return Action{}, false
	}
	if len(parts) != len(fields) {
		return Action{}, false
	}
	for i, f := range fields {
		if !f.read(&a, parts[i]) {
			return Action{}, false
		}
	}
	return a, a.Encode(code) == data
}

// Fitting keeps as many units, the best first, as a button can carry.
func (a Action) Fitting(code int) Action {
	for len(a.Units) > 1 && len(a.Encode(code)) > ActionBytes {
		a.Units = a.Units[:len(a.Units)-1]
	}
	return a
}

// textField is a field that is written as it is.
func textField(of func(*Action) *string, valid func(string) bool) actionField {
	return actionField{
		write: func(a Action) string { return *of(&a) },
		read: func(a *Action, s string) bool {
			*of(a) = s
			return valid(s)
		},
	}
}

var (
	fieldAgency  = textField(func(a *Action) *string { return &a.Agency }, chat.IsID)
	fieldHeap    = textField(func(a *Action) *string { return &a.Group }, chat.IsID)
	fieldHeading = textField(func(a *Action) *string { return &a.Heading }, chat.IsID)
	fieldOpen    = textField(func(a *Action) *string { return &a.Open }, chat.IsID)

	fieldPage  = boundedField(MostPages-1, func(a Action) int { return a.Page }, func(a *Action, n int) { a.Page = n })
	fieldUnits = actionField{
		write: func(a Action) string { return strings.Join(a.Units, ",") },
		read: func(a *Action, s string) bool {
			a.Units = strings.Split(s, ",")
			for _, id := range a.Units {
				if id == "" || !chat.IsID(id) {
					return false
				}
			}
			return true
		},
	}
	fieldAsker = numberField(func(a *Action) *int64 { return &a.Asker })
	fieldStamp = numberField(func(a *Action) *int64 { return &a.Stamp })
	fieldRole  = letterField(func(a *Action) *string { return (*string)(&a.Role) }, roleLetters)
	fieldAsked = letterField(func(a *Action) *string { return (*string)(&a.Asked) }, IntentLetters)

	// A window is its first day, counted from 1970, and how many days follow.
	fieldFrom = boundedField(1<<16-1, func(a Action) int { return epoch.DaysUntil(a.Window.From) }, func(a *Action, n int) { a.Window.From = epoch.AddDays(n) })
	fieldDays = boundedField(366, func(a Action) int { return a.Window.From.DaysUntil(a.Window.To) }, func(a *Action, n int) { a.Window.To = a.Window.From.AddDays(n) })

	epoch = plan.Date{Year: 1970, Month: time.January, Day: 1}
)

// numberField is a field that is written with the digits and letters of base 36.
func numberField(of func(*Action) *int64) actionField {
	return actionField{
		write: func(a Action) string { return strconv.FormatInt(*of(&a), 36) },
		read: func(a *Action, s string) bool {
			n, err := strconv.ParseInt(s, 36, 64)
			*of(a) = n
			return err == nil
		},
	}
}

// boundedField is a field with a number of base 36 from 0 to most.
func boundedField(most int, get func(Action) int, set func(*Action, int)) actionField {
	return actionField{
		write: func(a Action) string { return strconv.FormatInt(int64(get(a)), 36) },
		read: func(a *Action, s string) bool {
			n, err := strconv.ParseInt(s, 36, 32)
			set(a, int(n))
			return err == nil && n >= 0 && int(n) <= most
		},
	}
}

// letterField is a field with few values, written as one letter.
func letterField(of func(*Action) *string, letters map[string]string) actionField {
	return actionField{
		write: func(a Action) string { return letters[*of(&a)] },
		read: func(a *Action, s string) bool {
			for value, letter := range letters {
				if letter == s {
					*of(a) = value
					return true
				}
			}
			return false
		},
	}
}

var roleLetters = map[string]string{
	"":                        "",
	string(plan.RoleLead):     "l",
	string(plan.RoleSupport):  "s",
	string(plan.RoleAssigned): "a",
}

// IntentLetters hold the intents that a card is shown differently for.
var IntentLetters = map[string]string{
	string(question.Search):   "",
	string(question.Owner):    "o",
	string(question.Support):  "s",
	string(question.Product):  "p",
	string(question.Deadline): "d",
}

// Topics of buttons that answer yes or no.
const (
	TopicYes = "co"
	TopicNo  = "khong"
)

// NoWindow stands on buttons that mean the time in which they are pressed.
var NoWindow = plan.WindowOf(epoch, epoch)

// Refusal says no: over the chat where a button was pressed, so that what is read
// there by others stays.
func Refusal(t Turn, words string) chat.Reply {
	if t.Action != "" {
		return chat.Reply{Notice: words}
	}
	return chat.Sentence(words)
}
