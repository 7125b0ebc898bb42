package bot

import (
	"context"

	"cchcbot/seeds/plan"
)

// press answers a pressed button. One that cannot be read, or that points to
// what is no more, gets a short notice and changes nothing.
func (b *Bot) press(ctx context.Context, t turn) (Reply, error) {
	at, ok := decodeAction(t.Action, b.answers.Plan().Year)
	if !ok {
		return oldButton(), nil
	}
	switch at.view {
	case viewTell:
		if agency, ok := b.agencies.agencyByID(at.agency); ok {
			return b.tell(ctx, t, agency)
		}
		return oldButton(), nil
	case viewForget:
		return b.forget(ctx, t)
	case viewWrong:
		return b.judgePressed(ctx, t, at)
	}
	if _, isAct := actFields[at.view]; isAct {
		return b.act(ctx, t, at)
	}
	if reply, ok := b.look(t, at); ok {
		b.turned(t, at, reply)
		reply.about = b.questionOf(t, at).Agency
		if t.own != nil && at.agency == buttonID(*t.own) {
			reply.about = t.own // a button names all wards alike
		}
		return reply, nil
	}
	return oldButton(), nil
}

// look shows a screen.
func (b *Bot) look(t turn, at action) (Reply, bool) {
	switch at.view {
	case viewHelp:
		return b.help(t), true
	case viewMine:
		if t.own == nil {
			return b.agencies.ask(t, textAskAgency, ""), true
		}
		return b.screens.overview(t, *t.own, ""), true
	case viewChoose:
		return b.agencies.ask(t, textAskAgency, b.desk.waiting.question(t.Message)), true
	case viewKind:
		return b.agencies.kind(t, at)
	case viewFound:
		return b.screens.foundAt(at)
	case viewScanned:
		return b.screens.scanned(at.heading)
	case viewHeading:
		if heading, ok := b.answers.index.Unit(at.heading); ok && heading.Kind == plan.KindHeading {
			return b.screens.show(b.screens.headingList(at, heading))
		}
		return Reply{}, false
	case viewDue:
		return b.lookDue(t, at)
	case viewOverview, viewHeap:
		return b.lookDuties(t, at)
	}
	return Reply{}, false
}

func (b *Bot) lookDue(t turn, at action) (Reply, bool) {
	if at.agency == "" {
		return b.screens.show(b.screens.dueList(t, nil, at))
	}
	agency, ok := b.agencies.agencyByID(at.agency)
	if !ok {
		return Reply{}, false
	}
	return b.screens.show(b.screens.dueList(t, &agency, at))
}

func (b *Bot) lookDuties(t turn, at action) (Reply, bool) {
	agency, ok := b.agencies.agencyByID(at.agency)
	if !ok {
		return Reply{}, false
	}
	if at.view == viewOverview {
		return b.screens.overview(t, agency, at.role), true
	}
	l, ok := b.screens.heapList(agency, at)
	if !ok {
		return Reply{}, false
	}
	return b.screens.show(l)
}

func oldButton() Reply { return Reply{Notice: textOldButton} }
