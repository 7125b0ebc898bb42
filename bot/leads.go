package bot

import (
	"strings"
)

// dutyCommands are the commands of a bot that keeps records.
var dutyCommands map[string]command

// leadCommands are ways to begin a message that mean a command, without a
// slash and without marks, the longer before the shorter.
var leadCommands []leadCommand

// leadCommand is a beginning and what may follow it. Officials also begin
// questions about the plan with such words, so what follows must be fit.
type leadCommand struct {
	lead string
	name string
	fits func(b *Bot, t turn, rest string) bool
}

func init() { // tables that lead to themselves cannot be told where they are declared
	dutyCommands = map[string]command{
		"lich":      (*Bot).calendarCommand,
		"xuat":      (*Bot).sheetCommand,
		"quantri":   (*Bot).officeCommand,
		"tiendo":    (*Bot).progressCommand,
		"chuanop":   (*Bot).whoCommand,
		"denghi":    (*Bot).askWhyCommand,
		"giaitrinh": (*Bot).answerWhyCommand,
		"caidat":    (*Bot).settingsCommand,
		"menu":      (*Bot).menuCommand,
		"theodoi":   (*Bot).followCommand,
		"dangky":    (*Bot).registerCommand,
		"huy":       (*Bot).leaveCommand,
		"xoadulieu": (*Bot).eraseCommand,
		"danop":     (*Bot).doneCommand,
		"hoantac":   (*Bot).undoCommand,
		"nhaclai":   (*Bot).laterCommand,
		"khongphai": (*Bot).notOursCommand,
		"xemtruoc":  (*Bot).previewCommand,
	}
	leadCommands = []leadCommand{
		{"xoa du lieu cua toi", "xoadulieu", nothingMore},
		{"khong phai viec cua don vi", "khongphai", aboutTask},
		{"khong phai viec cua toi", "khongphai", aboutTask},
		{"huy dang ky", "huy", aboutAgency},
		{"huy theo doi", "huy", aboutAgency},
		{"thoi theo doi", "huy", aboutAgency},
		{"bo theo doi", "huy", aboutAgency},
		{"theo doi", "theodoi", aboutAgency},
		{"dang ky", "dangky", aboutRole},
		{"da nop", "danop", aboutTask},
		{"nop roi", "danop", aboutTask},
		{"da xong", "danop", aboutTask},
		{"hoan tac", "hoantac", aboutTask},
		{"nhac lai", "nhaclai", aboutTask},
		{"xem truoc", "xemtruoc", aboutSending},
		{"cai dat", "caidat", aboutSetting},
		{"xuat bang", "xuat", aboutAgency},
		{"xuat excel", "xuat", aboutAgency},
		{"xuat lich", "lich", aboutAgency},
		{"tai lich", "lich", aboutAgency},
		{"huy", "huy", aboutAgency},
		{"lich", "lich", aboutAgency},
		{"xuat", "xuat", aboutAgency},
		{"quan tri", "quantri", aboutOffice},
		{"tien do", "tiendo", aboutProgress},
		{"tinh hinh nop", "chuanop", somethingMore},
		{"de nghi giai trinh", "denghi", aboutTask},
		{"giai trinh", "giaitrinh", aboutTask},
	}
}

// commandNamed finds a command by its name.
func (b *Bot) commandNamed(name string) (command, bool) {
	if c, ok := dutyCommands[name]; ok && b.records != nil {
		return c, true
	}
	c, ok := commands[name]
	return c, ok
}

// ledCommand reads a command that has no slash.
func (b *Bot) ledCommand(t turn) (c command, args string, ok bool) {
	if b.records == nil {
		return nil, "", false
	}
	name, args, ok := b.led(t)
	return dutyCommands[name], args, ok
}

// led finds the command that words mean by how they begin, or, of one, wherever
// it is asked.
func (b *Bot) led(t turn) (name, args string, ok bool) {
	words := strings.Fields(t.Text)
	begin := folded(strings.Join(words[:min(len(words), longestLead)], " ")) + " "
	for _, l := range leadCommands {
		if !strings.HasPrefix(begin, l.lead) { // what most messages stop at
			continue
		}
		if rest, begins := cutLead(t.Text, l.lead); begins && l.fits(b, t, rest) {
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

func somethingMore(_ *Bot, _ turn, rest string) bool { return rest != "" }
func nothingMore(_ *Bot, _ turn, rest string) bool   { return rest == "" }

// aboutAgency holds for nothing, everything, and the name of an agency.
func aboutAgency(b *Bot, t turn, rest string) bool {
	switch f := folded(rest); {
	case f == "", f == "tat ca", ownWords[f]:
		return true
	}
	return !asks(rest) && len(b.understood(rest, t.now)) > 0
}

// aboutSending holds for an agency, a time, or both.
func aboutSending(b *Bot, t turn, rest string) bool {
	return aboutAgency(b, t, rest) || nothingElse(b.answerer.reader.Read(rest, t.now)) && !asks(rest)
}

// aboutProgress holds for an agency, a time, the city, and the number of a task.
func aboutProgress(b *Bot, t turn, rest string) bool {
	return cityWords[folded(rest)] || aboutSending(b, t, rest) || strings.Contains(rest, ".") && aboutTask(b, t, rest)
}

// aboutOffice holds for the name of a screen, where nothing is asked.
func aboutOffice(_ *Bot, _ turn, rest string) bool {
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
func aboutSetting(_ *Bot, _ turn, rest string) bool {
	_, ok := settingSaid(rest)
	return ok || rest == ""
}

// aboutRole holds for an agency with a role, or either.
func aboutRole(b *Bot, t turn, rest string) bool {
	name, role := cutRole(rest)
	return name == "" && role != "" || aboutAgency(b, t, name)
}

// aboutTask holds for what begins with the number of a task.
func aboutTask(b *Bot, t turn, rest string) bool {
	_, ok := b.wantedIn(t, rest)
	return ok && !strings.HasSuffix(strings.TrimSpace(rest), "?")
}
