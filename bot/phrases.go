package bot

import (
	"context"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
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

// prefixes read commands that have no slash by how they begin.
type prefixes struct {
	agencies *agency.Directory
	duties   *duties.Handler
	list     []prefixCommand
}

func newPrefixes(agencies *agency.Directory, duties *duties.Handler) *prefixes {
	p := &prefixes{agencies: agencies, duties: duties}
	p.list = p.commands()
	return p
}

// commands are ways to begin a message that mean a command, without a
// slash and without marks, the longer before the shorter.
func (p *prefixes) commands() []prefixCommand {
	absent := []prefixCommand{{"toi di cong tac", "vang", aboutAbsence}, {"toi di hoc", "vang", aboutAbsence}, {"bao vang", "vang", aboutAbsence}, {"nghi phep", "vang", aboutAbsence}}
	for _, who := range []string{"toi", "em", "minh"} {
		absent = append(absent, prefixCommand{who + " nghi", "vang", aboutAbsence}, prefixCommand{who + " vang", "vang", aboutAbsence}, prefixCommand{who + " da tro lai", "vang", nothingMore})
	}
	return append(absent, []prefixCommand{
		{"xoa du lieu cua toi", "xoadulieu", nothingMore},
		{"du lieu cua toi", "dulieu", nothingMore},
		{"huy dang ky", "huy", p.aboutAgency},
		{"huy theo doi", "huy", p.aboutAgency},
		{"thoi theo doi", "huy", p.aboutAgency},
		{"bo theo doi", "huy", p.aboutAgency},
		{"theo doi", "theodoi", p.aboutAgency},
		{"dang ky", "dangky", p.aboutRole},
		{"xem truoc", "xemtruoc", p.aboutSending},
		{"cai dat", "caidat", aboutSetting},
		{"xuat bang", "xuat", p.aboutAgency},
		{"xuat excel", "xuat", p.aboutAgency},
		{"xuat lich", "lich", p.aboutAgency},
		{"tai lich", "lich", p.aboutAgency},
		{"huy", "huy", p.aboutAgency},
		{"lich", "lich", p.aboutAgency},
		{"xuat", "xuat", p.aboutAgency},
		{"quan tri", "quantri", office.AboutOffice},
		{"tien do", "tiendo", p.aboutProgress},
		{"tinh hinh nop", "chuanop", somethingMore},
	}...)
}

// prefixedCommand does what a command says that has no slash.
func (b *Bot) prefixedCommand(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	if b.records == nil {
		return chat.Reply{}, false, nil
	}
	name, args, ok := b.prefixes.byPrefix(t)
	if !ok {
		return chat.Reply{}, false, nil
	}
	reply, err := b.commands[name](ctx, t, args)
	return reply, true, err
}

// byPrefix finds the command that words mean by how they begin, or, of one, wherever
// it is asked.
func (p *prefixes) byPrefix(t dialog.Turn) (name, args string, ok bool) {
	words := strings.Fields(t.Text)
	begin := question.Folded(strings.Join(words[:min(len(words), longestPrefix)], " ")) + " "
	for _, l := range p.list {
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
func (p *prefixes) aboutAgency(t dialog.Turn, rest string) bool {
	switch f := question.Folded(rest); {
	case f == "", f == "tat ca", agency.OwnWords[f]:
		return true
	}
	return !question.Asks(rest) && len(p.agencies.Understood(t, rest)) > 0
}

// aboutSending holds for an agency, a time, or both.
func (p *prefixes) aboutSending(t dialog.Turn, rest string) bool {
	return p.aboutAgency(t, rest) || agency.NothingElse(t.Question().Within(rest)) && !question.Asks(rest)
}

// aboutProgress holds for an agency, a time, the city, and the number of a task.
func (p *prefixes) aboutProgress(t dialog.Turn, rest string) bool {
	return progress.CityWords[question.Folded(rest)] || p.aboutSending(t, rest) || strings.Contains(rest, ".") && p.aboutTask(t, rest)
}

// aboutAbsence holds for a time.
func aboutAbsence(t dialog.Turn, rest string) bool {
	return !question.Asks(rest) && !strings.Contains(strings.ToLower(t.Text), "nghĩ") && (t.Question().Window != nil || rest == "")
}

// aboutSetting holds for what sets something.
func aboutSetting(_ dialog.Turn, rest string) bool {
	_, ok := follow.ParseSetting(rest)
	return ok || rest == ""
}

// aboutRole holds for an agency with a role, or either.
func (p *prefixes) aboutRole(t dialog.Turn, rest string) bool {
	name, role := follow.CutRole(rest)
	return name == "" && role != "" || p.aboutAgency(t, name)
}

// aboutTask holds for what begins with the number of a task.
func (p *prefixes) aboutTask(t dialog.Turn, rest string) bool {
	_, ok := p.duties.ParseTask(t, rest)
	return ok && !strings.HasSuffix(strings.TrimSpace(rest), "?")
}
