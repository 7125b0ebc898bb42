package office

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
)

// waitingScreen lets an administrator settle the oldest registration.
func (h *Handler) waitingScreen(ctx context.Context, _ dialog.Turn, page int) (chat.Reply, error) {
	waiting, err := h.records.WaitingSubscriptions(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("waiting registrations: %w", err)
	}
	if len(waiting) == 0 {
		reply := chat.Sentence(textNobodyWaits)
		reply.Buttons = [][]chat.Button{h.officeBack()}
		return reply, nil
	}
	page = min(page, len(waiting)-1)
	reply := h.following.Request(waiting[page])
	reply.Buttons = append(reply.Buttons, h.desk.Pager(dialog.Action{View: dialog.ViewOffice, Topic: officeWaiting, Page: page}, len(waiting))...)
	reply.Buttons = append(reply.Buttons, h.officeBack())
	return reply, nil
}

// reportsScreen lets an administrator settle the oldest report.
func (h *Handler) reportsScreen(ctx context.Context, t dialog.Turn, page int) (chat.Reply, error) {
	open, err := h.records.OpenReports(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("reports: %w", err)
	}
	if len(open) == 0 {
		reply := chat.Sentence(textNoReports)
		reply.Buttons = [][]chat.Button{h.officeBack()}
		return reply, nil
	}
	page = min(page, len(open)-1)
	s, ok, err := h.duties.SightKept(ctx, t, open[page].Occurrence)
	if err != nil {
		return chat.Reply{}, err
	}
	reply := chat.Sentence(textReportOfOldPlan)
	if ok {
		reply = h.duties.ReportScreen(open[page], s)
	}
	reply.Buttons = append(reply.Buttons, h.desk.Pager(dialog.Action{View: dialog.ViewOffice, Topic: officeReports, Page: page}, len(open))...)
	reply.Buttons = append(reply.Buttons, h.officeBack())
	return reply, nil
}

func (h *Handler) lostScreen(ctx context.Context, _ dialog.Turn, page int) (chat.Reply, error) {
	if h.rounds == nil {
		return chat.OldButton(), nil
	}
	lost, err := h.rounds.Unreachable(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("unreachable people: %w", err)
	}
	var lines []string
	for _, u := range lost {
		name := u.Name
		if name == "" {
			name = fmt.Sprintf(textChat, u.Chat)
		}
		lines = append(lines, fmt.Sprintf(textLost, chat.CutWords(name, chat.LabelRunes), u.Since.In(chat.Vietnam).Format("02/01/2006"), reasonWords(u.Reason)))
	}
	reply := h.officePage(officeLost, fmt.Sprintf(textLostHead, len(lost)), textNobodyLost, lines, page, officeRows)
	reply.Buttons = append(reply.Buttons, h.officeBack())
	return reply, nil
}

func (h *Handler) feedbackScreen(ctx context.Context, _ dialog.Turn, page int) (chat.Reply, error) {
	if h.rounds == nil {
		return chat.OldButton(), nil
	}
	list, err := h.rounds.ListFeedback(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("feedback: %w", err)
	}
	var lines []string
	for i := len(list) - 1; i >= 0; i-- {
		f := list[i]
		line := fmt.Sprintf(textFeedbackLine, f.At.In(chat.Vietnam).Format("02/01"), chat.CutWords(f.Question, chat.LineRunes))
		if f.Text != "" {
			line += fmt.Sprintf(textFeedbackMeant, chat.CutWords(f.Text, chat.LineRunes))
		}
		lines = append(lines, line)
	}
	reply := h.officePage(officeFeedback, fmt.Sprintf(textFeedbackHead, len(list)), textNoFeedback, lines, page, chat.PageItems)
	var rows [][]chat.Button
	for i, n := chat.UpToLast(page, len(list), chat.PageItems)*chat.PageItems, 0; i+n < len(list) && n < chat.PageItems; n++ {
		f := list[len(list)-1-i-n]
		rows = append(rows, []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonCloseFeedback, f.Question), chat.LabelRunes),
			dialog.Action{View: dialog.ViewOffice, Topic: fmt.Sprintf("%s.%s.%d", officeFeedback, topicClose, f.At.UnixMilli())})})
	}
	reply.Buttons = append(rows, reply.Buttons...)
	if len(list) > 0 {
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(buttonFeedbackFile, dialog.Action{View: dialog.ViewOffice, Topic: officeFeedback + "." + topicFiles})})
	}
	reply.Buttons = append(reply.Buttons, h.officeBack())
	return reply, nil
}

// topicClose takes feedback off the list; when it was given stands behind it.
const topicClose = "xong"

// feedbackTold sends the list as relevance cases, or takes one off it.
func (h *Handler) feedbackTold(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	first, which := question.CutWord(question.Folded(words))
	if h.rounds == nil || first != topicFiles && first != topicClose {
		return h.feedbackScreen(ctx, t, 0)
	}
	list, err := h.rounds.ListFeedback(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("feedback: %w", err)
	}
	if first == topicClose {
		for _, f := range list {
			if strconv.FormatInt(f.At.UnixMilli(), 10) != which {
				continue
			}
			if err := h.rounds.CloseFeedback(ctx, f, t.Person()); err != nil {
				return chat.Reply{}, fmt.Errorf("close feedback: %w", err)
			}
		}
		return h.feedbackScreen(ctx, t, 0)
	}
	var lines strings.Builder
	if err := WriteFeedback(&lines, list); err != nil {
		return chat.Reply{}, err
	}
	reply := chat.Sentence(fmt.Sprintf(textFeedbackFile, len(list)))
	reply.Files = []chat.File{{Name: "gop-y-" + t.Now.Format(time.DateOnly) + ".jsonl", Bytes: []byte(lines.String())}}
	reply.Buttons = [][]chat.Button{{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: officeFeedback})}}
	return reply, nil
}

// previewScreen asks whose reminders are to be seen.
func (h *Handler) previewScreen(_ context.Context, t dialog.Turn, _ int) (chat.Reply, error) {
	h.desk.Expect(t, dialog.Expectation{Use: dialog.UseOffice, Kept: officePreview})
	reply := chat.Sentence(textPreviewWhose)
	reply.Buttons = [][]chat.Button{h.officeBack()}
	return reply, nil
}

// dismissPressed takes a role back from a person.
func (h *Handler) dismissPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if may, err := h.following.Administers(ctx, t.User); err != nil || !may {
		return chat.Reply{Notice: follow.TextOnlyAdministrators}, err
	}
	if at.Agency == "" {
		if may, reply, err := h.Authorize(ctx, t); err != nil || !may {
			return chat.Reply{Notice: reply.Text.Plain()}, err
		}
		return h.propose(ctx, t, officeAdmins, fmt.Sprintf("bo %d", at.Chat))
	}
	s, found, err := h.following.TieAt(ctx, at)
	if err != nil || !found || s.Standing != record.Approved {
		return chat.OldButton(), err
	}
	last, err := h.following.Last(ctx, s)
	if err != nil {
		return chat.Reply{}, err
	}
	if at.View != dialog.ViewDismissSure {
		return h.askDismiss(at, s, last), nil
	}
	s.Standing = record.Revoked
	note, err := follow.Letter(s.Chat, h.following.Decision(s))
	if err != nil {
		return chat.Reply{}, err
	}
	letters := []record.Letter{note}
	if last {
		told, err := h.following.Tell(ctx, s.Agency, t.User, chat.Sentence(fmt.Sprintf(textNobodyThere, h.agencies.NameOf(s.Agency))))
		if err != nil {
			return chat.Reply{}, err
		}
		letters = append(letters, told...)
	}
	if _, err := h.records.PutSubscription(ctx, s, t.Person(), letters...); err != nil {
		return chat.Reply{}, fmt.Errorf("revoke: %w", err)
	}
	return h.following.Settled(s, t.Person()), nil
}

// askDismiss wants the consent before a role is taken back.
func (h *Handler) askDismiss(at dialog.Action, s record.Subscription, last bool) chat.Reply {
	words := fmt.Sprintf(textAskDismiss, follow.RoleNames[s.Role], h.agencies.NameOf(s.Agency), chat.CalledBy(s.Person))
	if last {
		words += textDismissLast
	}
	at.View = dialog.ViewDismissSure
	reply := chat.Sentence(words)
	reply.Buttons = [][]chat.Button{{h.desk.Button(buttonDismissSure, at)}, h.officeBack()}
	return reply
}
