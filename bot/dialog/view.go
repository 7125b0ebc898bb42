package dialog

import (
	"strconv"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

// The buttons that do something about duties. Their data names no plan: an
// occurrence keeps its id when a newer plan is loaded, and a button under a
// digest of the week before goes on working.
const (
	ViewFollow       View = 'F'
	ViewRegister     View = 'R' // ask to be focal person or leader
	ViewFollowing    View = 'L' // what the chat follows
	ViewLeave        View = 'H'
	ViewErase        View = 'E'
	ViewSettle       View = 'A' // an administrator approves or refuses
	ViewDigest       View = 'G' // a digest as it was sent, or all that is in it
	ViewItem         View = 'T' // one occurrence, with all that can be done about it
	ViewRead         View = 'K' // its unit
	ViewDone         View = 'D'
	ViewUndo         View = 'U'
	ViewLater        View = 'Z'
	ViewNotOurs      View = 'N'
	ViewNoNote       View = 'J'
	ViewDecide       View = 'S' // an administrator settles a report
	ViewPreview      View = 'V'
	ViewProgress     View = 'P'
	ViewAskWhy       View = 'X' // a leader asks for an explanation
	ViewAnswerWhy    View = 'Y'
	ViewSetting      View = 'C'
	ViewOffice       View = 'Q' // a screen of the administrators
	ViewDismiss      View = 'O' // an administrator takes a role back
	ViewAnnouncement View = 'B'
	ViewMenu         View = 'M'
	ViewFile         View = 'I'
	ViewExample      View = 'W' // a question of the help
	ViewPlan         View = 'b' // a plan of the library, and what administrators do about it
	ViewChart        View = 'p' // the picture of a screen of progress
	ViewOwed         View = 'u' // an occurrence that was not written down when the button was made; the topic is what to do with it
	ViewLeaveSure    View = 'v' // ViewLeave, with consent
	ViewDismissSure  View = 'r' // ViewDismiss, with consent
	ViewAbsence      View = 'a' // when a person is away, and who is there in their place
	ViewChosen       View = 'c' // the occurrence that an act was said of
	ViewData         View = 'z' // what is kept of a person
	ViewNote         View = 'j' // words to be kept beside an acknowledgement
)

// ActHead begins the data of an act.
const ActHead = "d"

// ActFields are the fields of each act, in order.
var ActFields = map[View][]actionField{
	ViewFollow:       {fieldAgency},
	ViewRegister:     {fieldAgency, fieldRank},
	ViewFollowing:    {fieldTopic},
	ViewLeave:        {fieldAgency},
	ViewErase:        {fieldTopic},
	ViewSettle:       {fieldChat, fieldRank, fieldAgency, fieldTopic},
	ViewDigest:       {fieldDay, fieldPage},
	ViewItem:         {fieldID, fieldDay},
	ViewRead:         {fieldID, fieldDay},
	ViewDone:         {fieldID, fieldDay},
	ViewUndo:         {fieldID, fieldDay},
	ViewLater:        {fieldID, fieldDay, fieldNumber},
	ViewNotOurs:      {fieldID, fieldDay, fieldTopic},
	ViewNoNote:       {fieldID},
	ViewDecide:       {fieldID, fieldTopic},
	ViewPreview:      {fieldAgency, fieldFrom, fieldDays, fieldPage},
	ViewProgress:     {fieldAgency, fieldFrom, fieldDays, fieldTopic, fieldPage, fieldOpen},
	ViewAskWhy:       {fieldID},
	ViewAnswerWhy:    {fieldID},
	ViewSetting:      {fieldTopic, fieldNumber},
	ViewOffice:       {fieldTopic, fieldPage},
	ViewDismiss:      {fieldChat, fieldRank, fieldAgency},
	ViewAnnouncement: {fieldTopic},
	ViewMenu:         {},
	ViewExample:      {fieldNumber},
	ViewPlan:         {fieldID, fieldTopic, fieldNumber},
	ViewFile:         {fieldTopic, fieldAgency, fieldOpen},
	ViewOwed:         {fieldTopic, fieldAgency, fieldOpen, fieldDay, fieldNumber, fieldPage},
	ViewLeaveSure:    {fieldAgency},
	ViewDismissSure:  {fieldChat, fieldRank, fieldAgency},
	ViewAbsence:      {fieldTopic, fieldFrom, fieldDays, fieldChat},
	ViewChosen:       {fieldID, fieldDay},
	ViewData:         {fieldTopic},
	ViewNote:         {fieldID},
	ViewChart:        {fieldAgency, fieldFrom, fieldDays, fieldTopic, fieldPage, fieldOpen},
}

var (
	fieldID     = numberField(func(a *Action) *int64 { return &a.ID })
	fieldChat   = numberField(func(a *Action) *int64 { return &a.Chat })
	fieldNumber = numberField(func(a *Action) *int64 { return &a.Number })
	fieldTopic  = textField(func(a *Action) *string { return &a.Topic }, chat.IsID)
	fieldRank   = letterField(func(a *Action) *string { return (*string)(&a.Rank) }, map[string]string{
		"": "", string(record.Follower): "f", string(record.FocalPerson): "d", string(record.Leader): "l", string(record.Overseer): "o",
	})

	// A day is counted from 1970; none is "".
	fieldDay = actionField{
		write: func(a Action) string {
			if a.Day.IsZero() {
				return ""
			}
			return strconv.FormatInt(int64(epoch.DaysUntil(a.Day)), 36)
		},
		read: func(a *Action, s string) bool {
			if s == "" {
				return true
			}
			n, err := strconv.ParseInt(s, 36, 32)
			a.Day = epoch.AddDays(int(n))
			return err == nil && n >= 0 && n < 1<<16
		},
	}
)
