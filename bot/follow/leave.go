package follow

import (
	"context"
	"fmt"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// leaveCommand ends following an agency, all of them, or everything that is
// kept of a person.
func (h *followings) leaveCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	words := question.Folded(args)
	for _, lead := range []string{"dang ky", "theo doi", "nhac viec", "lam dau moi"} {
		if rest, ok := question.CutPrefix(args, lead); ok {
			args, words = rest, question.Folded(rest)
			break
		}
	}
	switch words {
	case "":
		return h.leaving(ctx, t)
	case "tat ca", "het", "toan bo":
		return h.leave(ctx, t, "", false)
	case "du lieu", "du lieu cua toi", "xoa du lieu cua toi":
		return h.personal.askErase(ctx, t)
	}
	return h.agencies.WithAgencyNamed(t, args, dialog.ViewLeave, func(a plan.Agency) (chat.Reply, error) { return h.leave(ctx, t, plan.KeyOf(a), false) })
}

// leaving lets the person choose what to leave.
func (h *followings) leaving(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	all, err := h.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	reply := chat.Sentence(textFollowsNothing)
	current := all.current()
	if len(current) > 0 {
		reply = chat.Sentence(textLeaveWhich)
	}
	for _, agency := range current[:min(len(current), MostLeft)] {
		reply.Buttons = append(reply.Buttons, []chat.Button{h.leaveButton(agency)})
	}
	if len(current) > 1 {
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(buttonLeaveAll, dialog.Action{View: dialog.ViewLeave})})
	}
	if t.Private {
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(buttonErase, dialog.Action{View: dialog.ViewErase})})
	}
	return reply, nil
}

// MostLeft is how many agencies stand on the screen to leave from; more are
// named by words.
const MostLeft = 12

// current are the agencies of ties that stand or wait.
func (all Ties) current() []string {
	var found []string
	seen := map[string]bool{}
	for _, s := range all {
		if (s.Standing == record.Approved || s.Standing == record.Waiting) && s.For == 0 && !seen[s.Agency] {
			seen[s.Agency] = true
			found = append(found, s.Agency)
		}
	}
	return found
}

func (h *rights) leaveButton(kept string) chat.Button {
	return h.desk.Button(chat.CutWords(fmt.Sprintf(buttonLeaveOne, h.agencies.NameOf(kept)), chat.LabelRunes), dialog.Action{View: dialog.ViewLeave, Agency: dialog.AgencyCode(kept)})
}

func (h *followings) leavePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	sure := at.View == dialog.ViewLeaveSure
	if at.Agency == "" {
		return h.leave(ctx, t, "", sure)
	}
	all, err := h.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	kept, ok := dialog.Decoded(at.Agency, all.keptAgencies(t.Agency)...)
	if !ok {
		return chat.Reply{Notice: textNotFollowed}, nil
	}
	return h.leave(ctx, t, kept, sure)
}

// leave ends all that the chat is to an agency, or to every one where none is
// given. A role that an administrator would have to give anew ends only when the
// person is sure.
func (h *followings) leave(ctx context.Context, t dialog.Turn, kept string, sure bool) (chat.Reply, error) {
	if !h.MaySet(ctx, t) {
		return dialog.Refusal(t, TextGroupAdministrators), nil
	}
	all, err := h.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	current := all.current()
	there := len(current) > 0
	for i := 0; kept != "" && i <= len(current); i++ {
		if there = i < len(current) && current[i] == kept; there {
			break
		}
	}
	switch {
	case len(current) == 0:
		return chat.Sentence(textFollowsNothing), nil
	case !there:
		return chat.Sentence(textNotFollowed), nil
	}
	lost, err := h.losses(ctx, all, kept)
	if err != nil {
		return chat.Reply{}, err
	}
	if len(lost) > 0 && !sure {
		return h.askLeave(t, kept, lost), nil
	}
	letters, err := h.lossLetters(ctx, t, chat.CalledBy(t.Person()), lost)
	if err != nil {
		return chat.Reply{}, err
	}
	if err := h.records.Unsubscribe(ctx, t.Chat, kept, t.Person(), letters...); err != nil {
		return chat.Reply{}, fmt.Errorf("leave: %w", err)
	}
	if kept == "" {
		return chat.Sentence(textLeftAll), nil
	}
	reply := chat.Sentence(fmt.Sprintf(textLeft, h.agencies.NameOf(kept)))
	if a, ok := h.agencies.AgencyByID(kept); ok && chat.IsID(kept) {
		reply.Buttons = [][]chat.Button{h.followButton(a)}
	}
	return reply, nil
}
