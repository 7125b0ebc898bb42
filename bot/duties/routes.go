package duties

import (
	"cchcbot/bot/dialog"
)

// Commands are the commands that this room answers, by name.
func (h *Handler) Commands() map[string]dialog.Command {
	return map[string]dialog.Command{
		"lich":      h.calendarCommand,
		"xuat":      h.sheetCommand,
		"denghi":    h.askWhyCommand,
		"giaitrinh": h.answerWhyCommand,
		"danop":     h.doneCommand,
		"hoantac":   h.undoCommand,
		"nhaclai":   h.laterCommand,
		"khongphai": h.notOursCommand,
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
		dialog.ViewDone:      h.donePressed,
		dialog.ViewUndo:      h.undoPressed,
		dialog.ViewLater:     h.laterPressed,
		dialog.ViewNotOurs:   h.notOursPressed,
		dialog.ViewNoNote:    h.noNotePressed,
		dialog.ViewPreview:   h.previewPressed,
		dialog.ViewAskWhy:    h.askWhyPressed,
		dialog.ViewAnswerWhy: h.answerWhyPressed,
	}
}
