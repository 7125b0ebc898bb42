package office

import (
	"cchcbot/bot/dialog"
)

// Commands are the commands that this room answers, by name.
func (h *Handler) Commands() map[string]dialog.Command {
	return map[string]dialog.Command{
		"quantri": h.officeCommand,
	}
}

// Buttons are the buttons that this room answers, by what they show or do.
func (h *Handler) Buttons() map[dialog.View]dialog.Press {
	return map[dialog.View]dialog.Press{
		dialog.ViewDecide:       h.decideReportPressed,
		dialog.ViewOffice:       h.officePressed,
		dialog.ViewDismiss:      h.dismissPressed,
		dialog.ViewDismissSure:  h.dismissPressed,
		dialog.ViewAnnouncement: h.announcementPressed,
	}
}
