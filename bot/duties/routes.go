package duties

import (
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// Commands are the commands that this room answers, by name.
func (h *Handler) Commands() map[string]dialog.Command {
	return map[string]dialog.Command{
		"lich":      h.calendarCommand,
		"xuat":      h.sheetCommand,
		"denghi":    h.command(question.ActAskWhy),
		"giaitrinh": h.command(question.ActExplain),
		"danop":     h.command(question.ActDone),
		"ghichu":    h.command(question.ActNote),
		"hoantac":   h.command(question.ActUndo),
		"nhaclai":   h.command(question.ActSnooze),
		"khongphai": h.command(question.ActNotOurs),
		"xemtruoc":  h.PreviewCommand,
	}
}

// Buttons are the buttons that this room answers, by what they show or do.
func (h *Handler) Buttons() map[dialog.View]dialog.Press {
	return map[dialog.View]dialog.Press{
		dialog.ViewFile:      h.filePressed,
		dialog.ViewDigest:    h.digestPressed,
		dialog.ViewItem:      h.itemPressed,
		dialog.ViewRead:      h.readPressed,
		dialog.ViewOwed:      h.owedPressed,
		dialog.ViewChosen:    h.chosenPressed,
		dialog.ViewDone:      h.press(question.ActDone),
		dialog.ViewNote:      h.press(question.ActNote),
		dialog.ViewUndo:      h.press(question.ActUndo),
		dialog.ViewLater:     h.press(question.ActSnooze),
		dialog.ViewNotOurs:   h.press(question.ActNotOurs),
		dialog.ViewNoNote:    h.noNotePressed,
		dialog.ViewPreview:   h.previewPressed,
		dialog.ViewAskWhy:    h.press(question.ActAskWhy),
		dialog.ViewAnswerWhy: h.press(question.ActExplain),
	}
}
