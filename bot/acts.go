package bot

import (
	"context"
	"strconv"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// The buttons that do something about duties. Their data names no plan: an
// occurrence keeps its id when a newer plan is loaded, and a button under a
// digest of the week before goes on working.
const (
	viewFollow       view = 'F'
	viewRegister     view = 'R' // ask to be focal person or leader
	viewFollowing    view = 'L' // what the chat follows
	viewLeave        view = 'H'
	viewErase        view = 'E'
	viewSettle       view = 'A' // an administrator approves or refuses
	viewDigest       view = 'G' // a digest as it was sent, or all that is in it
	viewItem         view = 'T' // one occurrence, with all that can be done about it
	viewRead         view = 'K' // its unit
	viewDone         view = 'D'
	viewUndo         view = 'U'
	viewLater        view = 'Z'
	viewNotOurs      view = 'N'
	viewNoNote       view = 'J'
	viewJudge        view = 'S' // an administrator settles a report
	viewPreview      view = 'V'
	viewProgress     view = 'P'
	viewAskWhy       view = 'X' // a leader asks for an explanation
	viewAnswerWhy    view = 'Y'
	viewSetting      view = 'C'
	viewOffice       view = 'Q' // a screen of the administrators
	viewDismiss      view = 'O' // an administrator takes a role back
	viewAnnouncement view = 'B'
	viewMenu         view = 'M'
	viewFile         view = 'I'
	viewExample      view = 'W' // a question of the help
	viewChart        view = 'p' // the picture of a screen of progress
)

// actHead begins the data of an act.
const actHead = "d"

// actFields are the fields of each act, in order.
var actFields = map[view][]actionField{
	viewFollow:       {fieldAgency},
	viewRegister:     {fieldAgency, fieldRank},
	viewFollowing:    {fieldTopic},
	viewLeave:        {fieldAgency},
	viewErase:        {fieldTopic},
	viewSettle:       {fieldChat, fieldRank, fieldAgency, fieldTopic},
	viewDigest:       {fieldDay, fieldPage},
	viewItem:         {fieldID, fieldDay},
	viewRead:         {fieldID, fieldDay},
	viewDone:         {fieldID, fieldDay},
	viewUndo:         {fieldID, fieldDay},
	viewLater:        {fieldID, fieldDay, fieldNumber},
	viewNotOurs:      {fieldID, fieldDay, fieldTopic},
	viewNoNote:       {fieldID},
	viewJudge:        {fieldID, fieldTopic},
	viewPreview:      {fieldAgency, fieldFrom, fieldDays, fieldPage},
	viewProgress:     {fieldAgency, fieldFrom, fieldDays, fieldTopic, fieldPage, fieldOpen},
	viewAskWhy:       {fieldID},
	viewAnswerWhy:    {fieldID},
	viewSetting:      {fieldTopic, fieldNumber},
	viewOffice:       {fieldTopic, fieldPage},
	viewDismiss:      {fieldChat, fieldRank, fieldAgency},
	viewAnnouncement: {fieldTopic},
	viewMenu:         {},
	viewExample:      {fieldNumber},
	viewFile:         {fieldTopic, fieldAgency, fieldOpen},
	viewChart:        {fieldAgency, fieldFrom, fieldDays, fieldTopic, fieldPage, fieldOpen},
}

// press answers a pressed button.
type press func(ctx context.Context, t turn, at action) (Reply, error)

// pressesByView are what the buttons do.
func (b *Bot) pressesByView() map[view]press {
	return map[view]press{
		viewFile:         b.duties.filePressed,
		viewChart:        b.progress.chartPressed,
		viewFollow:       b.following.followPressed,
		viewRegister:     b.following.registerPressed,
		viewFollowing:    b.following.followingPressed,
		viewLeave:        b.following.leavePressed,
		viewErase:        b.following.erasePressed,
		viewSettle:       b.following.settlePressed,
		viewDigest:       b.duties.digestPressed,
		viewItem:         b.duties.itemPressed,
		viewRead:         b.duties.readPressed,
		viewDone:         b.duties.donePressed,
		viewUndo:         b.duties.undoPressed,
		viewLater:        b.duties.laterPressed,
		viewNotOurs:      b.duties.notOursPressed,
		viewNoNote:       b.duties.noNotePressed,
		viewJudge:        b.office.judgeReportPressed,
		viewPreview:      b.duties.previewPressed,
		viewMenu:         b.menuPressed,
		viewExample:      b.examplePressed,
		viewSetting:      b.following.settingPressed,
		viewProgress:     b.progress.progressPressed,
		viewAskWhy:       b.duties.askWhyPressed,
		viewOffice:       b.office.officePressed,
		viewDismiss:      b.office.dismissPressed,
		viewAnnouncement: b.office.announcementPressed,
		viewAnswerWhy:    b.duties.answerWhyPressed,
	}
}

// act carries out what a button asks for.
func (b *Bot) act(ctx context.Context, t turn, at action) (Reply, error) {
	do, known := b.presses[at.view]
	if !known || b.records == nil {
		return oldButton(), nil
	}
	return do(ctx, t, at)
}

var (
	fieldID     = numberField(func(a *action) *int64 { return &a.id })
	fieldChat   = numberField(func(a *action) *int64 { return &a.chat })
	fieldNumber = numberField(func(a *action) *int64 { return &a.number })
	fieldTopic  = textField(func(a *action) *string { return &a.topic }, isID)
	fieldRank   = letterField(func(a *action) *string { return (*string)(&a.rank) }, map[string]string{
		"": "", string(record.Follower): "f", string(record.FocalPerson): "d", string(record.Leader): "l",
	})

	// A day is counted from 1970; none is "".
	fieldDay = actionField{
		write: func(a action) string {
			if a.day.IsZero() {
				return ""
			}
			return strconv.FormatInt(int64(epoch.DaysUntil(a.day)), 36)
		},
		read: func(a *action, s string) bool {
			if s == "" {
				return true
			}
			n, err := strconv.ParseInt(s, 36, 32)
			a.day = epoch.AddDays(int(n))
			return err == nil && n >= 0 && n < 1<<16
		},
	}
)

// windowOf is a window of whole days.
func windowOf(from, to plan.Date) plan.Window { return plan.Window{From: from, To: to} }
