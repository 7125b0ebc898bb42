package bot

import (
	"context"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/office"
	"cchcbot/bot/progress"
	"cchcbot/bot/question"
)

// prefixCommand is a beginning and what may follow it. Officials also begin
// questions about the plan with such words, so what follows must be fit.
type prefixCommand struct {
	lead string
	name string
	fits func(t dialog.Turn, rest string) bool
}

// prefixCommands are ways to begin a message that mean a command, without a
// slash and without marks, the longer before the shorter.
func (b *Bot) prefixCommands() []prefixCommand {
	return []prefixCommand{
		{"xoa du lieu cua toi", "xoadulieu", nothingMore},
		{"huy dang ky", "huy", b.aboutAgency},
		{"huy theo doi", "huy", b.aboutAgency},
		{"thoi theo doi", "huy", b.aboutAgency},
		{"bo theo doi", "huy", b.aboutAgency},
		{"theo doi", "theodoi", b.aboutAgency},
		{"dang ky", "dangky", b.aboutRole},
		{"xem truoc", "xemtruoc", b.aboutSending},
		{"cai dat", "caidat", aboutSetting},
		{"xuat bang", "xuat", b.aboutAgency},
		{"xuat excel", "xuat", b.aboutAgency},
		{"xuat lich", "lich", b.aboutAgency},
		{"tai lich", "lich", b.aboutAgency},
		{"huy", "huy", b.aboutAgency},
		{"lich", "lich", b.aboutAgency},
		{"xuat", "xuat", b.aboutAgency},
		{"quan tri", "quantri", office.AboutOffice},
		{"tien do", "tiendo", b.aboutProgress},
		{"tinh hinh nop", "chuanop", somethingMore},
	}
}

// prefixedCommand does what a command says that has no slash.
func (b *Bot) prefixedCommand(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	if b.records == nil {
		return chat.Reply{}, false, nil
	}
	name, args, ok := b.byPrefix(t)
	if !ok {
		return chat.Reply{}, false, nil
	}
	reply, err := b.commands[name](ctx, t, args)
	return reply, true, err
}

// byPrefix finds the command that words mean by how they begin, or, of one, wherever
// it is asked.
func (b *Bot) byPrefix(t dialog.Turn) (name, args string, ok bool) {
	words := strings.Fields(t.Text)
	begin := question.Folded(strings.Join(words[:min(len(words), longestPrefix)], " ")) + " "
	for _, l := range b.prefixes {
		if !strings.HasPrefix(begin, l.lead) { // what most messages stop at
			continue
		}
		if rest, begins := question.CutPrefix(t.Text, l.lead); begins && l.fits(t, rest) {
			return l.name, rest, true
		}
	}
	if _, _, asked := progress.ParseWho(t.Text); asked {
		return "chuanop", t.Text, true
	}
	return "", "", false
}

// longestPrefix is the length of the longest lead in words.
const longestPrefix = 6

// plainWords are the names of commands that are also words of the language:
// without their slash they begin commands only where the rest is fit.
var plainWords = question.SetOf("huy", "lich", "xuat")

func somethingMore(_ dialog.Turn, rest string) bool { return rest != "" }

func nothingMore(_ dialog.Turn, rest string) bool { return rest == "" }

// aboutAgency holds for nothing, everything, and the name of an agency.
func (b *Bot) aboutAgency(t dialog.Turn, rest string) bool {
	switch f := question.Folded(rest); {
	case f == "", f == "tat ca", agency.OwnWords[f]:
		return true
	}
	return !question.Asks(rest) && len(b.agencies.Understood(t, rest)) > 0
}

// aboutSending holds for an agency, a time, or both.
func (b *Bot) aboutSending(t dialog.Turn, rest string) bool {
	return b.aboutAgency(t, rest) || agency.NothingElse(t.Question().Within(rest)) && !question.Asks(rest)
}

// aboutProgress holds for an agency, a time, the city, and the number of a task.
func (b *Bot) aboutProgress(t dialog.Turn, rest string) bool {
	return progress.CityWords[question.Folded(rest)] || b.aboutSending(t, rest) || strings.Contains(rest, ".") && b.aboutTask(t, rest)
}

// aboutSetting holds for what sets something.
func aboutSetting(_ dialog.Turn, rest string) bool {
	_, ok := follow.ParseSetting(rest)
	return ok || rest == ""
}

// aboutRole holds for an agency with a role, or either.
func (b *Bot) aboutRole(t dialog.Turn, rest string) bool {
	name, role := follow.CutRole(rest)
	return name == "" && role != "" || b.aboutAgency(t, name)
}

// aboutTask holds for what begins with the number of a task.
func (b *Bot) aboutTask(t dialog.Turn, rest string) bool {
	_, ok := b.duties.ParseTask(t, rest)
	return ok && !strings.HasSuffix(strings.TrimSpace(rest), "?")
}
