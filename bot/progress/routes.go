package progress

import (
	"cchcbot/bot/dialog"
)

// Commands are the commands that this room answers, by name.
func (h *Handler) Commands() map[string]dialog.Command {
	return map[string]dialog.Command{
		"tiendo":  h.progressCommand,
		"chuanop": h.whoCommand,
	}
}

// Buttons are the buttons that this room answers, by what they show or do.
func (h *Handler) Buttons() map[dialog.View]dialog.Press {
	return map[dialog.View]dialog.Press{
		dialog.ViewChart:    h.chartPressed,
		dialog.ViewProgress: h.progressPressed,
	}
}
