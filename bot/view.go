package bot

import (
	"context"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
)

// press answers a pressed button.
type press func(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error)

// pressesByView are what the buttons do.
func (b *Bot) pressesByView() map[dialog.View]press {
	return map[dialog.View]press{
		dialog.ViewFile:         b.duties.FilePressed,
		dialog.ViewChart:        b.progress.ChartPressed,
		dialog.ViewFollow:       b.following.FollowPressed,
		dialog.ViewRegister:     b.following.RegisterPressed,
		dialog.ViewFollowing:    b.following.FollowingPressed,
		dialog.ViewLeave:        b.following.LeavePressed,
		dialog.ViewErase:        b.following.ErasePressed,
		dialog.ViewSettle:       b.following.SettlePressed,
		dialog.ViewDigest:       b.duties.DigestPressed,
		dialog.ViewItem:         b.duties.ItemPressed,
		dialog.ViewRead:         b.duties.ReadPressed,
		dialog.ViewDone:         b.duties.DonePressed,
		dialog.ViewUndo:         b.duties.UndoPressed,
		dialog.ViewLater:        b.duties.LaterPressed,
		dialog.ViewNotOurs:      b.duties.NotOursPressed,
		dialog.ViewNoNote:       b.duties.NoNotePressed,
		dialog.ViewDecide:       b.office.DecideReportPressed,
		dialog.ViewPreview:      b.duties.PreviewPressed,
		dialog.ViewMenu:         b.menuPressed,
		dialog.ViewExample:      b.examplePressed,
		dialog.ViewSetting:      b.following.SettingPressed,
		dialog.ViewProgress:     b.progress.ProgressPressed,
		dialog.ViewAskWhy:       b.duties.AskWhyPressed,
		dialog.ViewOffice:       b.office.OfficePressed,
		dialog.ViewDismiss:      b.office.DismissPressed,
		dialog.ViewAnnouncement: b.office.AnnouncementPressed,
		dialog.ViewAnswerWhy:    b.duties.AnswerWhyPressed,
	}
}

// act carries out what a button asks for.
func (b *Bot) act(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	do, known := b.presses[at.View]
	if !known || b.records == nil {
		return chat.OldButton(), nil
	}
	return do(ctx, t, at)
}
