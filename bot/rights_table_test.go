package bot

import (
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// actor is one kind of person, where they speak or press.
type actor struct {
	name      string
	user      int64
	group     bool // in the group -8, which user 7 administers
	anonymous bool
	forwarded bool
}

// actors are all kinds of persons. Other bots and channels are not answered at all,
// which the room of Telegram sees to.
var actors = []actor{
	{name: "stranger", user: 17},
	{name: "follower", user: 14},
	{name: "focal", user: 8},
	{name: "other", user: 15}, // focal person of another agency
	{name: "waiting", user: 13},
	{name: "revoked", user: 16},
	{name: "leader", user: 12},
	{name: "admin", user: 9},
	{name: "member", user: 18, group: true},
	{name: "groupfocal", user: 8, group: true},
	{name: "groupleader", user: 12, group: true},
	{name: "groupadmin", user: 9, group: true}, // administers the bot, and not the group
	{name: "governor", user: 7, group: true},   // administers the group
	{name: "anonymous", group: true, anonymous: true},
	{name: "nobody", group: true},
	{name: "forwarded", user: 8, forwarded: true},
	{name: "forwardedadmin", user: 9, forwarded: true},
}

// lateDay is when what was told of is late.
const lateDay = "2024-04-05"

// Those who may change something by one thing, by the names of actors.
const (
	nobody   = ""
	private  = "stranger follower focal other waiting revoked leader admin" // in their own chat
	setters  = private + " governor anonymous"                              // of what a chat is told
	focals   = "focal groupfocal"
	admins   = "admin groupadmin" // where it is done at a press under a letter or a screen
	informed = "focal leader admin groupfocal groupleader groupadmin"
)

// right is who may change something by one thing, and who may be told by it who
// acknowledged a duty of Sở Tư pháp, and with which note.
type right struct {
	thing string // a view, a command, or the ending of a file that is sent to the bot
	does  string
	who   string
	tries []dialog.Action // of a view
	words []string        // of a command, what stands behind it
	on    string          // the day of it; "" for the day of the digest
}

var (
	quarter = plan.QuarterWindow(1, 2024)
	away    = plan.WindowOf(plan.Date{Year: 2024, Month: 4, Day: 8}, plan.Date{Year: 2024, Month: 4, Day: 12})
)

// views are what every button does, those that take something away last.
var views = []right{
	{thing: "B", does: "sends an announcement that was written", who: "admin", tries: []dialog.Action{{Topic: dialog.TopicYes + "." + dialog.Expectation{Kept: "tatca", Words: "Họp"}.Stamp()}}},
	{thing: "h", does: "the help", who: nobody},
	{thing: "m", does: "one's own duties", who: nobody},
	{thing: "o", does: "an agency's duties", who: nobody, tries: []dialog.Action{{Agency: "so-tu-phap"}}},
	{thing: "l", does: "a group of them", who: nobody, tries: []dialog.Action{{Agency: "so-tu-phap", Group: "ln"}}},
	{thing: "d", does: "what is due", who: nobody, tries: []dialog.Action{{Agency: "so-tu-phap", Window: quarter}}},
	{thing: "f", does: "a unit that was found", who: nobody, tries: []dialog.Action{{Units: []string{"PL.1.14"}}}},
	{thing: "n", does: "a heading", who: nobody, tries: []dialog.Action{{Heading: "PL.1", Open: "PL.1.14"}}},
	{thing: "k", does: "kinds of agencies", who: nobody},
	{thing: "g", does: "agencies of a kind", who: nobody, tries: []dialog.Action{{Agency: "so"}}},
	{thing: "s", does: "a unit as scanned", who: nobody, tries: []dialog.Action{{Heading: "PL.1.14"}}},
	{thing: "q", does: "the six points of a unit", who: nobody, tries: []dialog.Action{{Heading: "PL.1.14"}}},
	{thing: "e", does: "another plan's answer", who: nobody, tries: []dialog.Action{{Stamp: 1}}},
	{thing: "M", does: "the menu", who: nobody},
	{thing: "W", does: "an example", who: nobody, tries: []dialog.Action{{Number: 1}}},
	{thing: "L", does: "what the chat follows", who: nobody, tries: []dialog.Action{{}, {Topic: "huy"}}},
	{thing: "G", does: "a digest", who: nobody, tries: []dialog.Action{{Day: plan.Date{Year: 2024, Month: 3, Day: 22}}}},
	{thing: "T", does: "an occurrence", who: nobody, tries: each(dialog.Action{})},
	{thing: "K", does: "its unit", who: nobody, tries: each(dialog.Action{})},
	{thing: "V", does: "reminders to come", who: nobody, tries: []dialog.Action{{Agency: "so-tu-phap", Window: dialog.NoWindow}}},
	{thing: "P", does: "progress", who: nobody, tries: progressTries},
	{thing: "p", does: "a picture or report of progress", who: nobody, tries: append([]dialog.Action{{Topic: "bc", Window: quarter}, {Topic: "bcn", Window: quarter}}, progressTries...)},
	{thing: "I", does: "a file", who: nobody, tries: []dialog.Action{{Topic: duties.FileCalendar, Agency: "so-tu-phap"}, {Topic: duties.FileSheet, Agency: "so-tu-phap"}, {Topic: duties.FileCalendar, Agency: "so-tu-phap", Open: "PL.1.14"}}},
	{thing: "Y", does: "asks for the words of an explanation", who: nobody, tries: each(dialog.Action{})},
	{thing: "j", does: "asks for a note", who: nobody, tries: each(dialog.Action{})},
	{thing: "J", does: "drops a note", who: focals, tries: each(dialog.Action{})},
	{thing: "c", does: "the one that was meant", who: nobody, tries: each(dialog.Action{})},
	{thing: "X", does: "asks for an explanation", who: "leader groupleader " + admins, on: lateDay, tries: each(dialog.Action{})},
	{thing: "Z", does: "puts a reminder off", who: "follower focal other leader governor anonymous", tries: each(dialog.Action{Number: 1})},
	{thing: "N", does: "says that a duty is another's", who: focals, tries: each(dialog.Action{Topic: dialog.TopicYes})},
	{thing: "D", does: "acknowledges", who: focals, tries: each(dialog.Action{})},
	{thing: "U", does: "takes that back", who: focals, tries: each(dialog.Action{})},
	{thing: "u", does: "the same of what was not written down", who: focals, tries: []dialog.Action{{Topic: "D", Agency: "so-tu-phap", Open: "PL.3.17", Day: plan.Date{Year: 2024, Month: 3, Day: 31}}}},
	{thing: "S", does: "settles a report", who: admins, tries: each(dialog.Action{Topic: dialog.TopicYes})},
	{thing: "A", does: "settles a registration", who: admins, tries: []dialog.Action{{Chat: 13, Rank: record.FocalPerson, Agency: "so-tu-phap", Topic: dialog.TopicYes}}},
	{thing: "b", does: "changes a plan", who: "admin", tries: []dialog.Action{{}, {ID: 2}, {ID: 2, Topic: "rutdi"}, {ID: 2, Topic: "rut"}, {ID: 2, Topic: "trinh"}}},
	{thing: "Q", does: "screens of the administrators", who: "admin", tries: append([]dialog.Action{{}, {Topic: "lich"}, {Topic: "nguoi"}, {Topic: "dangky"}, {Topic: "nhatky"}},
		saved("lich.2024-04-30.bo", "lich", "2024-04-30 bo", "moc.hang.quy.3wd", "moc", "hang quy 3wd", "han.PL-1-14.20", "han", "PL-1-14 20", "quantri.14", "quantri", "14")...)},
	{thing: "w", does: "says that an answer is wrong", who: nobody, tries: []dialog.Action{{Asker: 1, Stamp: 1}}}, // of no answer that was given
	{thing: "t", does: "tells the chat's agency", who: setters, tries: []dialog.Action{{Agency: "so-tai-chinh"}}},
	{thing: "x", does: "forgets it", who: setters},
	{thing: "F", does: "follows", who: setters, tries: []dialog.Action{{Agency: "so-tai-chinh"}}},
	{thing: "C", does: "settings", who: setters, tries: []dialog.Action{{}, {Topic: follow.TopicHour, Number: 600}}},
	{thing: "a", does: "is away", who: "focal other", tries: []dialog.Action{{}, {Topic: dialog.TopicYes, Window: away}}},
	{thing: "R", does: "asks for a role", who: "stranger follower focal other revoked leader admin", tries: []dialog.Action{{Agency: "so-tai-chinh", Rank: record.FocalPerson}}},
	{thing: "O", does: "asks to take a role back", who: nobody, tries: []dialog.Action{{Chat: 8, Rank: record.FocalPerson, Agency: "so-tu-phap"}}},
	{thing: "r", does: "takes a role back", who: admins, tries: []dialog.Action{{Chat: 8, Rank: record.FocalPerson, Agency: "so-tu-phap"}}},
	{thing: "H", does: "leaves", who: setters, tries: []dialog.Action{{Agency: "so-tai-chinh"}, {}}},
	{thing: "v", does: "leaves, with consent", who: "focal other leader", tries: []dialog.Action{{}}},
	{thing: "z", does: "what is kept of a person; its name is corrected", who: nobody, tries: []dialog.Action{{}, {Topic: "tai"}, {Topic: "ten"}, {Topic: "tiep"}}},
	{thing: "E", does: "erases what is kept of a person", who: private, tries: []dialog.Action{{}, {Topic: dialog.TopicYes}}},
}

var progressTries = []dialog.Action{
	{Agency: "so-tu-phap", Window: quarter}, {Agency: "so-tu-phap", Window: dialog.NoWindow, Topic: "q"}, {Window: quarter, Topic: "g"}, {Window: quarter, Topic: "c"},
	{Window: quarter, Topic: "t"}, {Window: quarter, Open: "PL.1.14"}, {Agency: "so-tu-phap", Window: quarter, Open: "PL.1.14"},
}

// each presses a button of each occurrence that is kept.
func each(at dialog.Action) []dialog.Action {
	all := make([]dialog.Action, 3)
	for i := range all {
		all[i] = at
		all[i].ID, all[i].Day = int64(i+1), plan.Date{Year: 2024, Month: 3, Day: 22}
	}
	return all
}

// saved are the buttons of proposed changes, each with the one that saves it.
func saved(triples ...string) []dialog.Action {
	var all []dialog.Action
	for i := 0; i < len(triples); i += 3 {
		all = append(all, dialog.Action{Topic: triples[i]}, saving(triples[i+1], triples[i+2])[0])
	}
	return all
}

// commands are what every command does.
var commands = []right{
	{thing: "help", who: nobody, words: []string{""}},
	{thing: "start", who: nobody, words: []string{"", "t_1_14"}}, // meets a person, which the log does not tell
	{thing: "menu", who: nobody, words: []string{""}},
	{thing: "coquan", who: nobody, words: []string{"Sở Tư pháp"}},
	{thing: "nhiemvu", who: nobody, words: []string{"1.14"}},
	{thing: "timkiem", who: nobody, words: []string{"số hóa hồ sơ", "ai đã nộp 1.14"}},
	{thing: "denhan", who: nobody, words: []string{"quý I"}},
	{thing: "quahan", who: nobody, words: []string{"", "Sở Tư pháp"}},
	{thing: "lich", who: nobody, words: []string{"Sở Tư pháp"}},
	{thing: "xuat", who: nobody, words: []string{"Sở Tư pháp"}},
	{thing: "xemtruoc", who: nobody, words: []string{"", "Sở Tư pháp"}},
	{thing: "tiendo", who: nobody, words: []string{"", "Sở Tư pháp", "1.14", "quý 1"}},
	{thing: "chuanop", who: nobody, words: []string{"", "1.14"}},
	{thing: "kehoach", who: nobody, words: []string{""}},
	{thing: "denghi", does: "asks for an explanation", who: "leader groupleader " + admins, on: lateDay, words: []string{"giải trình 3.17 Sở Tư pháp"}},
	{thing: "giaitrinh", does: "explains", who: focals, on: lateDay, words: []string{"5.16 Sở Tư pháp: đang chờ ký"}},
	{thing: "nhaclai", does: "puts a reminder off", who: "follower focal leader governor anonymous", words: []string{"5.16 Sở Tư pháp ngày mai"}},
	{thing: "khongphai", does: "says that a duty is another's, here that it is of Sở Tư pháp", who: focals + " other", words: []string{"5.16 Sở Tư pháp"}},
	{thing: "danop", does: "acknowledges", who: focals, words: []string{"3.17 Sở Tư pháp"}},
	{thing: "ghichu", does: "keeps a note", who: focals, words: []string{"3.17 Sở Tư pháp: số 12"}},
	{thing: "hoantac", does: "takes that back", who: focals, words: []string{"3.17 Sở Tư pháp"}},
	{thing: "quantri", does: "administers", who: "admin", words: []string{"", "người", "nhật ký", "duyệt 13 Sở Tư pháp", "thêm 14"}},
	{thing: "donvi", does: "tells the chat's agency", who: setters, words: []string{"", "Sở Tài chính"}},
	{thing: "theodoi", does: "follows", who: setters, words: []string{"", "Ban Dân tộc"}},
	{thing: "caidat", does: "settings", who: setters, words: []string{"", "giờ 7:45"}},
	{thing: "vang", does: "is away", who: "focal other", words: []string{"từ 8/4 đến 12/4"}},
	{thing: "dangky", does: "asks for a role", who: "stranger follower focal other revoked leader admin", words: []string{"Sở Tài chính đầu mối"}},
	{thing: "huy", does: "leaves", who: setters, words: []string{"Ban Dân tộc"}},
	{thing: "dulieu", who: nobody, words: []string{""}},
	{thing: "xoadulieu", does: "asks to erase", who: nobody, words: []string{""}},
}

// files are what a person may send to the bot.
var files = []right{
	{thing: ".txt", does: "adds a draft of a plan, which is their deed whoever wrote it", who: "admin forwardedadmin"},
	{thing: ".docx", does: "is refused, as it holds nothing", who: nobody},
}

// sentFiles are the files that the bot sends, by how their names begin or end, and to
// whom.
var sentFiles = []struct{ begins, ends, who string }{
	{"so-tu-phap-2024", ".ics", "all"},
	{"so-tu-phap-2024", ".xlsx", "all"},
	{"so-tu-phap-", ".ics", "all"},
	{"", ".png", informed},
	{"bao-cao", ".xlsx", informed},
	{"du-lieu-cua-toi", ".json", private},
	{"nhat-ky", ".xlsx", "admin"},
	{"nhat-ky", ".jsonl", "admin"},
	{"gop-y", ".jsonl", "admin"},
	{"ke-hoach-so-9", ".xlsx", "admin forwardedadmin"}, // the rows of a plan that was sent
}

// may reports whether an actor is among some.
func (a actor) may(who string) bool {
	return who == "all" || strings.Contains(" "+who+" ", " "+a.name+" ")
}

// speaks makes a message one of an actor.
func (a actor) speaks(p *player, m chat.Message) chat.Message {
	m.Chat, m.User, m.Private, m.Anonymous, m.Forwarded, m.At = a.user, a.user, !a.group, a.anonymous, a.forwarded, p.now
	if a.group {
		m.Chat = -8
	}
	if a.user != 0 {
		m.Name = "Kẻ " + a.name
	}
	return m
}
