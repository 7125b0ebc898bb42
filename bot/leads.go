package bot

import (
	"maps"
	"strings"
)

// commandsByName are the commands of this bot.
func (b *Bot) commandsByName() map[string]command {
	all := b.plainCommands()
	if b.records != nil {
		maps.Copy(all, b.dutyCommands())
	}
	return all
}

// dutyCommands are the commands of a bot that keeps records.
func (b *Bot) dutyCommands() map[string]command {
	return map[string]command{
		"lich":      b.duties.calendarCommand,
		"xuat":      b.duties.sheetCommand,
		"quantri":   b.office.officeCommand,
		"tiendo":    b.progress.progressCommand,
		"chuanop":   b.progress.whoCommand,
		"denghi":    b.duties.askWhyCommand,
		"giaitrinh": b.duties.answerWhyCommand,
		"caidat":    b.following.settingsCommand,
		"menu":      b.menuCommand,
		"theodoi":   b.following.followCommand,
		"dangky":    b.following.registerCommand,
		"huy":       b.following.leaveCommand,
		"xoadulieu": b.following.eraseCommand,
		"danop":     b.duties.doneCommand,
		"hoantac":   b.duties.undoCommand,
		"nhaclai":   b.duties.laterCommand,
		"khongphai": b.duties.notOursCommand,
		"xemtruoc":  b.duties.previewCommand,
	}
}

// leadCommand is a beginning and what may follow it. Officials also begin
// questions about the plan with such words, so what follows must be fit.
type leadCommand struct {
	lead string
	name string
	fits func(t turn, rest string) bool
}

// leadCommands are ways to begin a message that mean a command, without a
// slash and without marks, the longer before the shorter.
func (b *Bot) leadCommands() []leadCommand {
	return []leadCommand{
		{"xoa du lieu cua toi", "xoadulieu", nothingMore},
		{"khong phai viec cua don vi", "khongphai", b.aboutTask},
		{"khong phai viec cua toi", "khongphai", b.aboutTask},
		{"huy dang ky", "huy", b.aboutAgency},
		{"huy theo doi", "huy", b.aboutAgency},
		{"thoi theo doi", "huy", b.aboutAgency},
		{"bo theo doi", "huy", b.aboutAgency},
		{"theo doi", "theodoi", b.aboutAgency},
		{"dang ky", "dangky", b.aboutRole},
		{"da nop", "danop", b.aboutTask},
		{"nop roi", "danop", b.aboutTask},
		{"da xong", "danop", b.aboutTask},
		{"hoan tac", "hoantac", b.aboutTask},
		{"nhac lai", "nhaclai", b.aboutTask},
		{"xem truoc", "xemtruoc", b.aboutSending},
		{"cai dat", "caidat", aboutSetting},
		{"xuat bang", "xuat", b.aboutAgency},
		{"xuat excel", "xuat", b.aboutAgency},
		{"xuat lich", "lich", b.aboutAgency},
		{"tai lich", "lich", b.aboutAgency},
		{"huy", "huy", b.aboutAgency},
		{"lich", "lich", b.aboutAgency},
		{"xuat", "xuat", b.aboutAgency},
		{"quan tri", "quantri", aboutOffice},
		{"tien do", "tiendo", b.aboutProgress},
		{"tinh hinh nop", "chuanop", somethingMore},
		{"de nghi giai trinh", "denghi", b.aboutTask},
		{"giai trinh", "giaitrinh", b.aboutTask},
	}
}

// commandNamed finds a command by its name.
func (b *Bot) commandNamed(name string) (command, bool) {
	c, ok := b.commands[name]
	return c, ok
}

// ledCommand reads a command that has no slash.
func (b *Bot) ledCommand(t turn) (c command, args string, ok bool) {
	if b.records == nil {
		return nil, "", false
	}
	name, args, ok := b.led(t)
	return b.commands[name], args, ok
}

// led finds the command that words mean by how they begin, or, of one, wherever
// it is asked.
func (b *Bot) led(t turn) (name, args string, ok bool) {
	words := strings.Fields(t.Text)
	begin := folded(strings.Join(words[:min(len(words), longestLead)], " ")) + " "
	for _, l := range b.leads {
		if !strings.HasPrefix(begin, l.lead) { // what most messages stop at
			continue
		}
		if rest, begins := cutLead(t.Text, l.lead); begins && l.fits(t, rest) {
			return l.name, rest, true
		}
	}
	if _, _, asked := whoSaid(t.Text); asked {
		return "chuanop", t.Text, true
	}
	return "", "", false
}

// longestLead is the length of the longest lead in words.
const longestLead = 6

// plainWords are the names of commands that are also words of the language:
// without their slash they begin commands only where the rest is fit.
var plainWords = setOf("huy", "lich", "xuat")

// cutLead cuts words off the beginning of a text, however they are typed.
func cutLead(text, lead string) (rest string, ok bool) {
	words, wanted := strings.Fields(text), strings.Fields(lead)
	if len(words) < len(wanted) || folded(strings.Join(words[:len(wanted)], " ")) != lead {
		return "", false
	}
	return strings.Join(words[len(wanted):], " "), true
}

func somethingMore(_ turn, rest string) bool { return rest != "" }
func nothingMore(_ turn, rest string) bool   { return rest == "" }

// aboutAgency holds for nothing, everything, and the name of an agency.
func (b *Bot) aboutAgency(t turn, rest string) bool {
	switch f := folded(rest); {
	case f == "", f == "tat ca", ownWords[f]:
		return true
	}
	return !asks(rest) && len(b.agencies.understood(rest, t.now)) > 0
}

// aboutSending holds for an agency, a time, or both.
func (b *Bot) aboutSending(t turn, rest string) bool {
	return b.aboutAgency(t, rest) || nothingElse(b.answers.reader.Read(rest, t.now)) && !asks(rest)
}

// aboutProgress holds for an agency, a time, the city, and the number of a task.
func (b *Bot) aboutProgress(t turn, rest string) bool {
	return cityWords[folded(rest)] || b.aboutSending(t, rest) || strings.Contains(rest, ".") && b.aboutTask(t, rest)
}

// aboutOffice holds for the name of a screen, where nothing is asked.
func aboutOffice(_ turn, rest string) bool {
	for _, n := range officeNames {
		if behind, ok := cutLead(rest, n.words); ok {
			return n.topic == officeAnnounce || !asks(behind)
		}
	}
	for _, d := range decisionsSaid {
		if _, ok := cutLead(rest, d.words); ok {
			return !asks(rest)
		}
	}
	return rest == ""
}

// aboutSetting holds for what sets something.
func aboutSetting(_ turn, rest string) bool {
	_, ok := settingSaid(rest)
	return ok || rest == ""
}

// aboutRole holds for an agency with a role, or either.
func (b *Bot) aboutRole(t turn, rest string) bool {
	name, role := cutRole(rest)
	return name == "" && role != "" || b.aboutAgency(t, name)
}

// aboutTask holds for what begins with the number of a task.
func (b *Bot) aboutTask(t turn, rest string) bool {
	_, ok := b.duties.wantedIn(t, rest)
	return ok && !strings.HasSuffix(strings.TrimSpace(rest), "?")
}
