package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// previewDays is how far a preview looks ahead where no time is told.
const previewDays = 28

// mostPreviewed is the longest span of a preview, in days.
const mostPreviewed = 366

// previewCommand shows what will be sent: to this chat, or, with a name, to who
// follows that agency; in a time where one is told.
func (b *dutiesHandler) previewCommand(ctx context.Context, t turn, args string) (Reply, error) {
	at := b.desk.previewAhead("")
	if args != "" {
		q := b.answers.reader.Read(args, t.now)
		if w := b.timeSaid(args, t.now); w != nil {
			at.window = w.Window
		}
		agency := q.Agency
		if same := ofToday(b.agencies.named(args), t.now); len(same) == 1 {
			agency = &same[0]
		}
		switch {
		case agency != nil:
			return b.preview(ctx, t, at, []plan.Agency{*agency})
		case q.Window == nil && !q.Own:
			return b.agencies.unknown(args, viewOverview), nil
		}
	}
	return b.previewPressed(ctx, t, at)
}

// previewAhead is the preview of the next weeks: of an agency, or of all that
// the chat follows where none is given.
func (b *desk) previewAhead(code string) action {
	return action{view: viewPreview, agency: code, window: noWindow}
}

func (b *dutiesHandler) previewPressed(ctx context.Context, t turn, at action) (Reply, error) {
	all, err := b.following.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	var agencies []plan.Agency
	if at.agency != "" {
		agency, ok := b.following.agencyCoded(t, all, at.agency)
		if !ok {
			return oldButton(), nil
		}
		agencies = append(agencies, agency)
	}
	for _, kept := range all.agencies(record.Follower, record.FocalPerson) {
		if a, ok := b.agencies.agencyByID(kept); ok && at.agency == "" {
			agencies = append(agencies, a)
		}
	}
	if len(agencies) == 0 && t.own != nil {
		agencies = append(agencies, *t.own)
	}
	if len(agencies) == 0 {
		return b.following.followNothing(t), nil
	}
	return b.preview(ctx, t, at, agencies)
}

// preview shows one digest of those that will be sent, and leads to the others.
func (b *dutiesHandler) preview(ctx context.Context, t turn, at action, agencies []plan.Agency) (Reply, error) {
	at.window = b.previewWindow(t, at.window)
	planner, err := b.planning(ctx)
	if err != nil {
		return Reply{}, err
	}
	preferences, err := b.records.Preferences(ctx, t.Chat)
	if err != nil {
		return Reply{}, fmt.Errorf("preferences: %w", err)
	}
	var subscriptions []remind.Subscription
	names := make([]string, len(agencies))
	for i, a := range agencies {
		subscriptions = append(subscriptions, remind.Subscription{Agency: a, Supports: preferences.Supports})
		names[i] = a.Name
		if len(agencies) == 1 {
			at.agency = agencyCode(memoryID(a))
		}
	}
	settled, err := b.records.ClosedOccurrences(ctx, at.window.From)
	if err != nil {
		return Reply{}, fmt.Errorf("closed occurrences: %w", err)
	}
	snoozed, err := b.records.Snoozes(ctx, t.Chat)
	if err != nil {
		return Reply{}, fmt.Errorf("snoozes: %w", err)
	}
	digests := stillTold(planner.TimelineOf(subscriptions, snoozed, at.window.From, at.window.To), settled, preferences)
	span := fmt.Sprintf(textInDays, day(at.window.From), day(at.window.To))
	if len(digests) == 0 {
		return sentence(fmt.Sprintf(textNoPreview, cutWords(strings.Join(names, ", "), briefRunes), span)), nil
	}
	at.page = min(at.page, len(digests)-1)
	d := digests[at.page]
	heading := d.Heading()
	heading = heading[:strings.LastIndex(heading, ", ")] // the chat has its own hour
	reply := Reply{Text: append(Text{
		say(fmt.Sprintf(textPreview, at.page+1, len(digests), span)),
		bold(fmt.Sprintf(textPreviewAt, heading, clock(preferences.Minute))),
	}, linesText(d.Lines())...)}
	reply.Buttons = b.desk.pager(at, len(digests))
	return reply, nil
}

// stillTold leaves out what is settled already, and the overviews of a chat that
// wants none.
func stillTold(digests []remind.Digest, settled map[string]record.Occurrence, p record.Preferences) []remind.Digest {
	var told []remind.Digest
	for _, d := range digests {
		d.Nudges = slices.DeleteFunc(d.Nudges, func(n remind.Nudge) bool {
			_, done := settled[n.Kept().Key()]
			return done || n.Rung.Count == remind.CountQuarter && !p.Digest
		})
		if len(d.Nudges) > 0 {
			told = append(told, d)
		}
	}
	return told
}

// previewWindow is the span of a preview: the next weeks where none was told, and
// never more than a year.
func (b *dutiesHandler) previewWindow(t turn, w plan.Window) plan.Window {
	if w == noWindow {
		return windowOf(t.today(), t.today().AddDays(previewDays))
	}
	if w.From.DaysUntil(w.To) > mostPreviewed {
		w.To = w.From.AddDays(mostPreviewed)
	}
	return w
}
