package talk

import (
	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/seeds/plan"
)

// Press shows the screen of the plan that a button asks for, and notes what stands
// on it. It reports false for a button that asks for none, or for what is no more.
func (h *Handler) Press(t dialog.Turn, at dialog.Action) (chat.Reply, bool) {
	reply, ok := h.look(t, at)
	if !ok {
		return chat.Reply{}, false
	}
	return h.turned(t, at, reply), true
}

// look shows a screen.
func (h *Handler) look(t dialog.Turn, at dialog.Action) (chat.Reply, bool) {
	switch at.View {
	case dialog.ViewHelp:
		return h.help(t), true
	case dialog.ViewMine:
		if t.Agency == nil {
			return h.agencies.Ask(t, agency.TextAskAgency, dialog.Expectation{}), true
		}
		return h.screens.Overview(t, *t.Agency, ""), true
	case dialog.ViewChoose:
		return h.agencies.AskAgain(t, agency.TextAskAgency), true
	case dialog.ViewKind:
		return h.agencies.Kind(t, at)
	case dialog.ViewFound:
		return h.screens.FoundAt(at)
	case dialog.ViewScanned:
		return h.screens.Scanned(at.Heading)
	case dialog.ViewSix:
		return h.screens.Six(at.Heading)
	case dialog.ViewHeading:
		if heading, ok := h.answers.Index.Unit(at.Heading); ok && heading.Kind == plan.KindHeading {
			return h.screens.Show(h.screens.HeadingList(at, heading))
		}
		return chat.Reply{}, false
	case dialog.ViewDue:
		return h.lookDue(t, at)
	case dialog.ViewOverview, dialog.ViewDutyGroup:
		return h.lookDuties(t, at)
	}
	return chat.Reply{}, false
}

func (h *Handler) lookDue(t dialog.Turn, at dialog.Action) (chat.Reply, bool) {
	agency, ok := h.agencies.AgencyByID(at.Agency)
	switch {
	case at.Agency == "":
		return h.screens.Show(h.screens.DueList(t, nil, at))
	case !ok:
		return chat.Reply{}, false
	}
	return h.screens.Show(h.screens.DueList(t, &agency, at))
}

func (h *Handler) lookDuties(t dialog.Turn, at dialog.Action) (chat.Reply, bool) {
	agency, ok := h.agencies.AgencyByID(at.Agency)
	if !ok {
		return chat.Reply{}, false
	}
	if at.View == dialog.ViewOverview {
		return h.screens.Overview(t, agency, at.Role), true
	}
	l, ok := h.screens.GroupList(agency, at)
	if !ok {
		return chat.Reply{}, false
	}
	return h.screens.Show(l)
}
