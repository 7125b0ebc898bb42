package bot

import (
	"strconv"
	"strings"
	"time"

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
// letter for the view, and the view's fields: "1ol:so-noi-vu::ln:0:PL.1.14".

// view is a kind of screen.
type view byte

const (
	viewHelp     view = 'h'
	viewMine     view = 'm' // the duties of the chat's own agency
	viewOverview view = 'o' // an agency's duties, counted
	viewHeap     view = 'l' // one heap of them
	viewDue      view = 'd' // what is due in a time window
	viewFound    view = 'f' // one of the units that were found
	viewHeading  view = 'n' // what stands under a heading
	viewChoose   view = 'k' // the kinds of agencies to choose one's own from
	viewKind     view = 'g' // the agencies of a kind
	viewTell     view = 't' // make an agency the chat's own
	viewForget   view = 'x'
	viewWrong    view = 'w' // the answer is not right
	viewScanned  view = 's' // a unit's words as they were scanned
)

// action tells one screen. The fields that its view has no use for are zero.
type action struct {
	view    view
	agency  string // id of an agency, or of a group that stands for one
	heap    string // code of a heap
	role    plan.Role
	window  plan.Window
	heading string // id of a unit
	asked   question.Intent
	units   []string // ids, best first
	page    int      // from 0; which of the units, for viewFound
	open    string   // id of the unit that is opened from a list, "" for the list
	asker   int64    // who asked what is not answered right
	stamp   int64    // of that exchange

	// What acts on duties carry: see acts.go.
	id     int64       // of an occurrence, explanation or report
	chat   int64       // whose tie to an agency is meant, or which person
	rank   record.Role // of that tie
	day    plan.Date   // of the digest that the button stands under; zero for none
	number int64       // a choice
	topic  string      // what is chosen or set
}

const (
	actionVersion = "1"
	actionBytes   = 64 // as much as a button may carry
	mostPages     = 36 * 36
)

// actionField writes one field of an action and reads it back.
type actionField struct {
	write func(action) string
	read  func(*action, string) bool
}

// actionFields are the fields of each view, in order.
var actionFields = map[view][]actionField{
	viewHelp:     {},
	viewMine:     {},
	viewOverview: {fieldAgency, fieldRole},
	viewHeap:     {fieldAgency, fieldHeap, fieldPage, fieldOpen},
	viewDue:      {fieldAgency, fieldRole, fieldFrom, fieldDays, fieldPage, fieldOpen},
	viewFound:    {fieldAsked, fieldPage, fieldUnits},
	viewHeading:  {fieldHeading, fieldPage, fieldOpen},
	viewChoose:   {},
	viewKind:     {fieldAgency, fieldPage},
	viewTell:     {fieldAgency},
	viewForget:   {},
	viewWrong:    {fieldAsker, fieldStamp},
	viewScanned:  {fieldHeading},
}

// encode writes an action for the plan of a year.
func (a action) encode(year int) string {
	var b strings.Builder
	fields, lasting := actFields[a.view]
	if !lasting {
		b.WriteString(actionHead(year))
		fields = actionFields[a.view]
	} else {
		b.WriteString(actHead)
	}
	b.WriteByte(byte(a.view))
	for i, f := range fields {
		if i > 0 {
			b.WriteByte(':')
		}
		b.WriteString(f.write(a))
	}
	return b.String()
}

func actionHead(year int) string { return actionVersion + strconv.FormatInt(int64(year-2000), 36) }

// decodeAction reads what encode wrote for the plan of the same year.
func decodeAction(data string, year int) (action, bool) {
	known := actionFields
	rest, ok := strings.CutPrefix(data, actionHead(year))
	if !ok {
		known = actFields
		rest, ok = strings.CutPrefix(data, actHead)
	}
	if !ok || rest == "" || len(data) > actionBytes {
		return action{}, false
	}
	a := action{view: view(rest[0])}
	fields, there := known[a.view]
	if !there {
		return action{}, false
	}
	var parts []string
	if len(fields) > 0 {
		parts = strings.Split(rest[1:], ":")
	} else if rest[1:] != "" {
		return action{}, false
	}
	if len(parts) != len(fields) {
		return action{}, false
	}
	for i, f := range fields {
		if !f.read(&a, parts[i]) {
			return action{}, false
		}
	}
	return a, a.encode(year) == data
}

// fitting keeps as many units, the best first, as a button can carry.
func (a action) fitting(year int) action {
	for len(a.units) > 1 && len(a.encode(year)) > actionBytes {
		a.units = a.units[:len(a.units)-1]
	}
	return a
}

// textField is a field that is written as it is.
func textField(of func(*action) *string, valid func(string) bool) actionField {
	return actionField{
		write: func(a action) string { return *of(&a) },
		read: func(a *action, s string) bool {
			*of(a) = s
			return valid(s)
		},
	}
}

var (
	fieldAgency  = textField(func(a *action) *string { return &a.agency }, isID)
	fieldHeap    = textField(func(a *action) *string { return &a.heap }, isID)
	fieldHeading = textField(func(a *action) *string { return &a.heading }, isID)
	fieldOpen    = textField(func(a *action) *string { return &a.open }, isID)

	fieldPage = actionField{
		write: func(a action) string { return strconv.FormatInt(int64(a.page), 36) },
		read: func(a *action, s string) bool {
			n, err := strconv.ParseInt(s, 36, 32)
			a.page = int(n)
			return err == nil && n >= 0 && n < mostPages
		},
	}
	fieldUnits = actionField{
		write: func(a action) string { return strings.Join(a.units, ",") },
		read: func(a *action, s string) bool {
			a.units = strings.Split(s, ",")
			for _, id := range a.units {
				if id == "" || !isID(id) {
					return false
				}
			}
			return true
		},
	}
	fieldAsker = numberField(func(a *action) *int64 { return &a.asker })
	fieldStamp = numberField(func(a *action) *int64 { return &a.stamp })
	fieldRole  = letterField(func(a *action) *string { return (*string)(&a.role) }, roleLetters)
	fieldAsked = letterField(func(a *action) *string { return (*string)(&a.asked) }, intentLetters)

	// A window is its first day, counted from 1970, and how many days follow.
	fieldFrom = actionField{
		write: func(a action) string { return strconv.FormatInt(int64(epoch.DaysUntil(a.window.From)), 36) },
		read: func(a *action, s string) bool {
			n, err := strconv.ParseInt(s, 36, 32)
			a.window.From = epoch.AddDays(int(n))
			return err == nil && n >= 0 && n < 1<<16
		},
	}
	fieldDays = actionField{
		write: func(a action) string { return strconv.FormatInt(int64(a.window.From.DaysUntil(a.window.To)), 36) },
		read: func(a *action, s string) bool {
			n, err := strconv.ParseInt(s, 36, 32)
			a.window.To = a.window.From.AddDays(int(n))
			return err == nil && n >= 0 && n <= 366
		},
	}

	epoch = plan.Date{Year: 1970, Month: time.January, Day: 1}
)

// isID is true for what ids are made of, and for none.
func isID(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") == ""
}

// numberField is a field that is written with the digits and letters of base 36.
func numberField(of func(*action) *int64) actionField {
	return actionField{
		write: func(a action) string { return strconv.FormatInt(*of(&a), 36) },
		read: func(a *action, s string) bool {
			n, err := strconv.ParseInt(s, 36, 64)
			*of(a) = n
			return err == nil
		},
	}
}

// letterField is a field with few values, written as one letter.
func letterField(of func(*action) *string, letters map[string]string) actionField {
	return actionField{
		write: func(a action) string { return letters[*of(&a)] },
		read: func(a *action, s string) bool {
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

// intentLetters hold the intents that a card is shown differently for.
var intentLetters = map[string]string{
	string(question.Search):   "",
	string(question.Owner):    "o",
	string(question.Support):  "s",
	string(question.Product):  "p",
	string(question.Deadline): "d",
}
