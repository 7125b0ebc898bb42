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
func (h *digests) PreviewCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
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

func (h *digests) previewPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
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

// preview shows one digest of those that will be sent, and leads to the others:
// to this chat, or, of an agency that it does not follow, to a focal person there.
func (h *digests) preview(ctx context.Context, t dialog.Turn, at dialog.Action, agencies []plan.Agency) (chat.Reply, error) {
	at.Window = h.previewWindow(t, at.Window)
	span := fmt.Sprintf(chat.TextInDays, chat.Day(at.Window.From), chat.Day(at.Window.To))
	if at.Window.To.Compare(t.Today()) < 0 {
		return chat.Sentence(fmt.Sprintf(textOver, chat.UpperFirst(span))), nil
	}
	planner, err := h.Planning(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	names := make([]string, len(agencies))
	for i, a := range agencies {
		names[i] = a.Name
		if len(agencies) == 1 {
			at.Agency = dialog.AgencyCode(plan.KeyOf(a))
		}
	}
	r, known, err := h.previewed(ctx, t, planner, agencies)
	if err != nil {
		return chat.Reply{}, err
	}
	digests := slices.DeleteFunc(planner.Forecast(r, t.Today(), at.Window.To, known), func(d remind.Digest) bool { return d.Day.Compare(at.Window.From) < 0 })
	if len(digests) == 0 {
		return chat.Sentence(fmt.Sprintf(textNoPreview, chat.CutWords(strings.Join(names, ", "), chat.BriefRunes), span)), nil
	}
	at.Page = min(at.Page, len(digests)-1)
	d := digests[at.Page]
	reply := chat.Reply{Text: append(chat.Text{
		chat.Say(fmt.Sprintf(textPreview, at.Page+1, len(digests), span)),
		chat.BoldText(fmt.Sprintf(textPreviewAt, d.Heading(), chat.Clock(r.Opens()))),
	}, d.Text()...)}
	city, _, err := h.cityOf(ctx, d)
	if err != nil {
		return chat.Reply{}, err
	}
	reply = reply.With(city...)
	reply.Buttons = h.desk.Pager(at, len(digests))
	return reply, nil
}

// previewed is who is previewed for: the chat with what it is to the agencies,
// where it is anything to all of them, else a focal person of each.
func (h *digests) previewed(ctx context.Context, t dialog.Turn, planner *remind.Planner, agencies []plan.Agency) (record.Recipient, record.Known, error) {
	r, known, err := h.knownTo(ctx, planner, t.Chat)
	if err != nil {
		return r, known, err
	}
	var other []record.Subscription
	for _, a := range agencies {
		if !slices.ContainsFunc(r.Subscriptions, func(s record.Subscription) bool { return s.Agency == plan.KeyOf(a) }) {
			other = append(other, remind.Follower(a, record.FocalPerson, false, t.Today()).Subscriptions...)
		}
	}
	if len(other) == 0 {
		return r, known, nil
	}
	keys := make([]string, len(other))
	for i, s := range other {
		keys[i] = s.Agency
	}
	r.Subscriptions, r.Through, r.Told = other, t.Today().AddDays(-1), nil
	known, err = h.records.Known(ctx, planner.Since(), keys...)
	if err != nil {
		return r, known, fmt.Errorf("what is known: %w", err)
	}
	return r, known, nil
}

// previewWindow is the span of a preview: the next weeks where none was told, and
// never more than a year.
func (h *digests) previewWindow(t dialog.Turn, w plan.Window) plan.Window {
	if w == dialog.NoWindow {
		return plan.WindowOf(t.Today(), t.Today().AddDays(previewDays))
	}
	if w.From.DaysUntil(w.To) > mostPreviewed {
		w.To = w.From.AddDays(mostPreviewed)
	}
	return w
}
