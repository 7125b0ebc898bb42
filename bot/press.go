package bot

import (
	"context"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/seeds/plan"
)

// press answers a pressed button. One that cannot be read, or that points to
// what is no more, gets a short notice and changes nothing.
func (b *Bot) press(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	at, ok := b.decoded(t.Action)
	if !ok {
		return chat.OldButton(), nil
	}
	b.withdrawConsent(t, at)
	switch at.View {
	case dialog.ViewTell:
		if agency, ok := b.agencies.AgencyByID(at.Agency); ok {
			return b.tell(ctx, t, agency)
		}
		return chat.OldButton(), nil
	case dialog.ViewForget:
		return b.forget(ctx, t)
	case dialog.ViewElsewhere:
		return b.answerElsewhere(ctx, t, at)
	case dialog.ViewWrong:
		return b.ratePressed(ctx, t, at)
	}
	if _, isAct := dialog.ActFields[at.View]; isAct {
		return b.act(ctx, t, at)
	}
	if reply, ok := b.look(t, at); ok {
		return b.turned(t, at, reply), nil
	}
	return chat.OldButton(), nil
}

// withdrawConsent ends the wait for a person's consent: whoever presses a button
// went on to something else, or agreed by it. The screens that save or send a draft
// take it themselves.
func (b *Bot) withdrawConsent(t dialog.Turn, at dialog.Action) {
	if at.View == dialog.ViewOffice || at.View == dialog.ViewAnnouncement {
		return
	}
	who := dialog.ParticipantOf(t.Message)
	if awaited, waits := b.desk.Expected.Look(who); waits && consents[awaited.Use] != nil {
		b.desk.Expected.Take(who)
	}
}

// look shows a screen.
func (b *Bot) look(t dialog.Turn, at dialog.Action) (chat.Reply, bool) {
	switch at.View {
	case dialog.ViewHelp:
		return b.help(t), true
	case dialog.ViewMine:
		if t.Agency == nil {
			return b.agencies.Ask(t, agency.TextAskAgency, dialog.Expectation{}), true
		}
		return b.screens.Overview(t, *t.Agency, ""), true
	case dialog.ViewChoose:
		return b.agencies.AskAgain(t, agency.TextAskAgency), true
	case dialog.ViewKind:
		return b.agencies.Kind(t, at)
	case dialog.ViewFound:
		return b.screens.FoundAt(at)
	case dialog.ViewScanned:
		return b.screens.Scanned(at.Heading)
	case dialog.ViewHeading:
		if heading, ok := b.answers.Index.Unit(at.Heading); ok && heading.Kind == plan.KindHeading {
			return b.screens.Show(b.screens.HeadingList(at, heading))
		}
		return chat.Reply{}, false
	case dialog.ViewDue:
		return b.lookDue(t, at)
	case dialog.ViewOverview, dialog.ViewDutyGroup:
		return b.lookDuties(t, at)
	}
	return chat.Reply{}, false
}

func (b *Bot) lookDue(t dialog.Turn, at dialog.Action) (chat.Reply, bool) {
	if at.Agency == "" {
		return b.screens.Show(b.screens.DueList(t, nil, at))
	}
	agency, ok := b.agencies.AgencyByID(at.Agency)
	if !ok {
		return chat.Reply{}, false
	}
	return b.screens.Show(b.screens.DueList(t, &agency, at))
}

func (b *Bot) lookDuties(t dialog.Turn, at dialog.Action) (chat.Reply, bool) {
	agency, ok := b.agencies.AgencyByID(at.Agency)
	if !ok {
		return chat.Reply{}, false
	}
	if at.View == dialog.ViewOverview {
		return b.screens.Overview(t, agency, at.Role), true
	}
	l, ok := b.screens.GroupList(agency, at)
	if !ok {
		return chat.Reply{}, false
	}
	return b.screens.Show(l)
}
