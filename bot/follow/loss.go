package follow

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
)

// loss is a role that ends, and whether its agency has nobody left in it.
type loss struct {
	record.Subscription
	last bool
}

// allLosses is what a person loses who gives up everything.
func (h *rights) allLosses(ctx context.Context, person int64) ([]loss, error) {
	all, err := h.TiesOf(ctx, person)
	if err != nil {
		return nil, err
	}
	return h.losses(ctx, all, "")
}

// losses are the roles of a chat, in an agency or in all where none is given, that
// only an administrator can give anew.
func (h *rights) losses(ctx context.Context, all Ties, kept string) ([]loss, error) {
	var lost []loss
	for _, s := range all {
		if s.Role == record.Follower || s.Standing != record.Approved || s.For != 0 || kept != "" && s.Agency != kept {
			continue
		}
		last, err := h.Last(ctx, s)
		if err != nil {
			return nil, err
		}
		lost = append(lost, loss{s, last})
	}
	return lost, nil
}

// Last reports whether an agency has no other focal person than the one of a tie.
func (h *rights) Last(ctx context.Context, tie record.Subscription) (bool, error) {
	if tie.Role != record.FocalPerson {
		return false, nil
	}
	people, err := h.records.SubscribersOf(ctx, tie.Agency)
	if err != nil {
		return false, fmt.Errorf("subscribers: %w", err)
	}
	for _, s := range people {
		if s.Role == record.FocalPerson && s.Chat != tie.Chat {
			return false, nil
		}
	}
	return true, nil
}

// lossText tells what ends.
func (h *rights) lossText(lost []loss) chat.Text {
	var lines []string
	for _, l := range lost {
		line := fmt.Sprintf(textLoses, RoleNames[l.Role], h.agencies.NameOf(l.Agency))
		if l.last {
			line += textLosesLast
		}
		lines = append(lines, line)
	}
	if lines == nil {
		return nil
	}
	return chat.Text{chat.Say(strings.Join(lines, "\n"))}
}

// askLeave wants the consent before a role ends, and offers to be represented
// instead.
func (h *followings) askLeave(t dialog.Turn, kept string, lost []loss) chat.Reply {
	h.desk.Expect(t, dialog.Expectation{Use: dialog.UseLeave, Kept: kept})
	reply := chat.Reply{Text: append(chat.Text{chat.BoldText(textAskLeave)}, h.lossText(lost)...)}
	reply.Text = append(reply.Text, chat.Say(textOrAway))
	code := ""
	if kept != "" {
		code = dialog.AgencyCode(kept)
	}
	reply.Buttons = [][]chat.Button{
		{h.desk.Button(buttonLeaveSure, dialog.Action{View: dialog.ViewLeaveSure, Agency: code})},
		{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewFollowing})},
	}
	return reply
}

// LeaveSure ends what the person agreed to end.
func (h *followings) LeaveSure(ctx context.Context, t dialog.Turn, kept string) (chat.Reply, error) {
	return h.leave(ctx, t, kept, true)
}

// lossLetters tell the administrators, and the leaders of the agency, which role of
// whom ended. Who is called so is for the caller: nobody by name who is forgotten.
func (h *rights) lossLetters(ctx context.Context, t dialog.Turn, called string, lost []loss) ([]record.Letter, error) {
	var letters []record.Letter
	for _, l := range lost {
		words := fmt.Sprintf(textLeftRole, called, RoleNames[l.Role], h.agencies.NameOf(l.Agency))
		if l.last {
			words += fmt.Sprintf(textNobodyLeft, h.agencies.NameOf(l.Agency))
		}
		some, err := h.Tell(ctx, l.Agency, t.User, chat.Sentence(words))
		if err != nil {
			return nil, err
		}
		letters = append(letters, some...)
	}
	return letters, nil
}

// Tell writes to those who can change who is there for an agency: the
// administrators and its leaders, but not to the one who caused it.
func (h *rights) Tell(ctx context.Context, kept string, except int64, reply chat.Reply) ([]record.Letter, error) {
	to, err := h.Administrators(ctx)
	if err != nil {
		return nil, err
	}
	people, err := h.records.SubscribersOf(ctx, kept)
	if err != nil {
		return nil, fmt.Errorf("subscribers: %w", err)
	}
	told := map[int64]bool{}
	for _, id := range to {
		told[id] = true
	}
	for _, s := range people {
		if s.Role == record.Leader && !told[s.Chat] {
			told[s.Chat] = true
			to = append(to, s.Chat)
		}
	}
	return Letters(to, except, reply)
}
