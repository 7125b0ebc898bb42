package duties

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// doneCommand is "da nop 1.14", with a link or a note behind it.
func (h *Handler) doneCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	s, w, miss, err := h.theOne(ctx, t, args, false, record.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	s, first, err := h.close(ctx, t, s, chat.CutWords(w.rest, dialog.NoteRunes))
	if err != nil {
		return chat.Reply{}, err
	}
	words := fmt.Sprintf(textNowDone, chat.TaskName(s.Unit))
	if !first {
		words = s.settledBefore()
	}
	reply := h.told(t, s, words)
	if first && w.rest == "" {
		reply = reply.With(chat.Say(fmt.Sprintf(textAskNote, chat.TaskName(s.Unit))))
	}
	return reply, nil
}

// told shows an occurrence under what was just done about it.
func (h *Handler) told(t dialog.Turn, s Sighted, words string) chat.Reply {
	reply := h.Item(t, s, plan.Date{})
	reply.Text = append(chat.Text{chat.BoldText(words)}, reply.Text...)
	return reply
}

// undoCommand is "hoan tac 1.14".
func (h *Handler) undoCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	s, _, miss, err := h.theOne(ctx, t, args, true, record.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	s, words, err := h.undo(ctx, t, s)
	return h.told(t, s, words), err
}

// laterCommand is "nhac lai 1.14 3 ngay": in some days, tomorrow, or on the last
// day.
func (h *Handler) laterCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	s, w, miss, err := h.theOne(ctx, t, args, false, record.Follower, record.FocalPerson, record.Leader)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	days, ok := laterDays(w.rest)
	if !ok {
		return h.laterChoices(t, s, dialog.Action{View: dialog.ViewLater, ID: s.Kept.ID}), nil
	}
	words, err := h.later(ctx, t, s, days)
	return h.told(t, s, words), err
}

// laterDays reads when to be reminded again, whatever is said before it.
func laterDays(words string) (int64, bool) {
	words = question.Folded(words)
	for _, l := range laterWordings {
		if strings.HasSuffix(" "+words, " "+l.words) {
			return l.days, true
		}
	}
	m := laterNumber.FindStringSubmatch(words)
	if m == nil {
		return 0, false
	}
	n, err := strconv.ParseInt(m[1]+m[2], 10, 32)
	if m[1] == "ba" {
		n, err = laterThree, nil
	}
	return n, err == nil && n > 0 && n < LaterLast
}

// laterNumber is "3 ngày", "sau 3 ngày nữa", or a number alone.
var laterNumber = regexp.MustCompile(`(?:^| )(\d{1,3}|ba) ngay(?: nua| toi)?$|^(\d{1,3})$`)

var laterWordings = []struct {
	words string
	days  int64
}{
	{"mai", laterTomorrow},
	{"ngay cuoi", LaterLast},
	{"ngay cuoi cung", LaterLast},
	{"ngay lam viec cuoi", LaterLast},
	{"cuoi han", LaterLast},
}

// notOursCommand is "khong phai viec cua don vi 1.14", with the reason behind it.
func (h *Handler) notOursCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	s, w, miss, err := h.theOne(ctx, t, args, false, record.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	return h.ReportSpoken(ctx, t, s.Kept.ID, chat.CutWords(cmp.Or(reasonIn(args), w.rest), dialog.NoteRunes))
}

// reasonIn is what stands behind the first "vì" or "do", also where it names an
// agency or a time; "" where nothing does.
func reasonIn(words string) string {
	fields := strings.Fields(words)
	i := slices.IndexFunc(fields, func(word string) bool { return reasonLeads[question.Folded(word)] })
	if i < 0 {
		return ""
	}
	return strings.Join(fields[i+1:], " ")
}

var reasonLeads = question.SetOf("vi", "do")
