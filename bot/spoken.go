package bot

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// doneCommand is "da nop 1.14", with a link or a note behind it.
func (b *dutiesHandler) doneCommand(ctx context.Context, t turn, args string) (Reply, error) {
	s, w, miss, err := b.theOne(ctx, t, args, false, record.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	s, first, err := b.close(ctx, t, s, cutWords(w.rest, noteRunes))
	if err != nil {
		return Reply{}, err
	}
	words := fmt.Sprintf(textNowDone, taskName(s.Unit))
	if !first {
		words = s.settledBefore()
	}
	reply := b.told(t, s, words)
	if first && w.rest == "" {
		reply = reply.with(say(fmt.Sprintf(textAskNote, taskName(s.Unit))))
	}
	return reply, nil
}

// told shows an occurrence under what was just done about it.
func (b *dutiesHandler) told(t turn, s sighted, words string) Reply {
	reply := b.item(t, s, plan.Date{})
	reply.Text = append(Text{bold(words)}, reply.Text...)
	return reply
}

// undoCommand is "hoan tac 1.14".
func (b *dutiesHandler) undoCommand(ctx context.Context, t turn, args string) (Reply, error) {
	s, _, miss, err := b.theOne(ctx, t, args, true, record.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	s, words, err := b.undo(ctx, t, s)
	return b.told(t, s, words), err
}

// laterCommand is "nhac lai 1.14 3 ngay": in some days, tomorrow, or on the last
// day.
func (b *dutiesHandler) laterCommand(ctx context.Context, t turn, args string) (Reply, error) {
	s, w, miss, err := b.theOne(ctx, t, args, false, record.Follower, record.FocalPerson, record.Leader)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	days, ok := laterDays(w.rest)
	if !ok {
		return b.laterChoices(t, s, action{view: viewLater, id: s.kept.ID}), nil
	}
	words, err := b.later(ctx, t, s, days)
	return b.told(t, s, words), err
}

// laterDays reads when to be reminded again, whatever is said before it.
func laterDays(words string) (int64, bool) {
	words = folded(words)
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
	return n, err == nil && n > 0 && n < laterLast
}

// laterNumber is "3 ngày", "sau 3 ngày nữa", or a number alone.
var laterNumber = regexp.MustCompile(`(?:^| )(\d{1,3}|ba) ngay(?: nua| toi)?$|^(\d{1,3})$`)

var laterWordings = []struct {
	words string
	days  int64
}{
	{"mai", laterTomorrow},
	{"ngay cuoi", laterLast},
	{"ngay cuoi cung", laterLast},
	{"ngay lam viec cuoi", laterLast},
	{"cuoi han", laterLast},
}

// notOursCommand is "khong phai viec cua don vi 1.14", with the reason behind it.
func (b *dutiesHandler) notOursCommand(ctx context.Context, t turn, args string) (Reply, error) {
	s, w, miss, err := b.theOne(ctx, t, args, false, record.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	return b.reportSpoken(ctx, t, s.kept.ID, cutWords(cmp.Or(reasonIn(args), w.rest), noteRunes))
}

// reasonIn is what stands behind the first "vì" or "do", also where it names an
// agency or a time; "" where nothing does.
func reasonIn(words string) string {
	fields := strings.Fields(words)
	i := slices.IndexFunc(fields, func(word string) bool { return reasonLeads[folded(word)] })
	if i < 0 {
		return ""
	}
	return strings.Join(fields[i+1:], " ")
}

var reasonLeads = setOf("vi", "do")
