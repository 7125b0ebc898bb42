package duties

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// previewDays is how far a preview looks ahead where no time is told.
const previewDays = 28

// mostPreviewed is the longest span of a preview, in days.
const mostPreviewed = 366

// PreviewCommand shows what will be sent: to this chat, or, with a name, to who
// follows that agency; in a time where one is told.
func (h *Handler) PreviewCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	at := h.desk.PreviewAhead("")
	if args != "" {
		q := t.Question()
		if q.Running != nil {
			at.Window = q.Running.Window
		}
		agency := q.Agency
		if same := plan.OfToday(h.agencies.Named(args), t.Now); len(same) == 1 {
			agency = &same[0]
		}
		switch {
		case agency != nil:
			return h.preview(ctx, t, at, []plan.Agency{*agency})
		case q.Window == nil && !q.Own:
			return h.agencies.Unknown(args, dialog.ViewOverview), nil
		}
	}
	return h.previewPressed(ctx, t, at)
}

func (h *Handler) previewPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	all, err := h.following.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	var agencies []plan.Agency
	if at.Agency != "" {
		agency, ok := h.following.AgencyCoded(t, all, at.Agency)
		if !ok {
			return chat.OldButton(), nil
		}
		agencies = append(agencies, agency)
	}
	for _, kept := range all.Agencies(record.Follower, record.FocalPerson) {
		if a, ok := h.agencies.AgencyByID(kept); ok && at.Agency == "" {
			agencies = append(agencies, a)
		}
	}
	if len(agencies) == 0 && t.Agency != nil {
		agencies = append(agencies, *t.Agency)
	}
	if len(agencies) == 0 {
		return h.following.FollowNothing(t), nil
	}
	return h.preview(ctx, t, at, agencies)
}

// preview shows one digest of those that will be sent, and leads to the others.
func (h *Handler) preview(ctx context.Context, t dialog.Turn, at dialog.Action, agencies []plan.Agency) (chat.Reply, error) {
	at.Window = h.previewWindow(t, at.Window)
	planner, err := h.Planning(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	preferences, err := h.records.Preferences(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("preferences: %w", err)
	}
	var subscriptions []remind.Subscription
	names := make([]string, len(agencies))
	for i, a := range agencies {
		subscriptions = append(subscriptions, remind.Subscription{Agency: a, Supports: preferences.Supports})
		names[i] = a.Name
		if len(agencies) == 1 {
			at.Agency = dialog.AgencyCode(plan.KeyOf(a))
		}
	}
	settled, err := h.records.ClosedOccurrences(ctx, at.Window.From)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("closed occurrences: %w", err)
	}
	snoozed, err := h.records.Snoozes(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("snoozes: %w", err)
	}
	digests := stillTold(planner.TimelineOf(subscriptions, snoozed, at.Window.From, at.Window.To), settled, preferences)
	span := fmt.Sprintf(chat.TextInDays, chat.Day(at.Window.From), chat.Day(at.Window.To))
	if len(digests) == 0 {
		return chat.Sentence(fmt.Sprintf(textNoPreview, chat.CutWords(strings.Join(names, ", "), chat.BriefRunes), span)), nil
	}
	at.Page = min(at.Page, len(digests)-1)
	d := digests[at.Page]
	heading := d.Heading()
	heading = heading[:strings.LastIndex(heading, ", ")] // the chat has its own hour
	reply := chat.Reply{Text: append(chat.Text{
		chat.Say(fmt.Sprintf(textPreview, at.Page+1, len(digests), span)),
		chat.BoldText(fmt.Sprintf(textPreviewAt, heading, chat.Clock(preferences.Minute))),
	}, chat.LinesText(d.Lines())...)}
	reply.Buttons = h.desk.Pager(at, len(digests))
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
func (h *Handler) previewWindow(t dialog.Turn, w plan.Window) plan.Window {
	if w == dialog.NoWindow {
		return plan.WindowOf(t.Today(), t.Today().AddDays(previewDays))
	}
	if w.From.DaysUntil(w.To) > mostPreviewed {
		w.To = w.From.AddDays(mostPreviewed)
	}
	return w
}
