package follow

import (
	"context"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
)

// Commands are the commands that this room answers, by name.
func (h *Handler) Commands() map[string]dialog.Command {
	return map[string]dialog.Command{
		"caidat":    h.settingsCommand,
		"theodoi":   h.followCommand,
		"dangky":    h.registerCommand,
		"huy":       h.leaveCommand,
		"vang":      h.absenceCommand,
		"dulieu":    h.dataCommand,
		"xoadulieu": func(ctx context.Context, t dialog.Turn, _ string) (chat.Reply, error) { return h.askErase(ctx, t) },
	}
}

// Buttons are the buttons that this room answers, by what they show or do.
func (h *Handler) Buttons() map[dialog.View]dialog.Press {
	return map[dialog.View]dialog.Press{
		dialog.ViewFollow:    h.followPressed,
		dialog.ViewRegister:  h.registerPressed,
		dialog.ViewFollowing: h.followingPressed,
		dialog.ViewLeave:     h.leavePressed,
		dialog.ViewLeaveSure: h.leavePressed,
		dialog.ViewAbsence:   h.absencePressed,
		dialog.ViewData:      h.data,
		dialog.ViewErase:     h.erasePressed,
		dialog.ViewSettle:    h.settlePressed,
		dialog.ViewSetting:   h.settingPressed,
	}
}
