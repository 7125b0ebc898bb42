package bot

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// front shows what a person can do here: the help, the menu, the welcome.
type front struct {
	desk      *dialog.Desk
	answers   *answer.Answerer
	following *follow.Handler
	records   bool // there are people and duties, and not the plan alone
}

// help tells what can be asked.
func (f *front) help(t dialog.Turn) chat.Reply {
	reply := chat.Reply{Text: answer.HelpText(f.answers.Plan())}
	reply.Buttons = [][]chat.Button{{f.desk.Button(browse.ButtonMine, dialog.Action{View: dialog.ViewMine})}, {f.desk.Button(browse.ButtonTell, dialog.Action{View: dialog.ViewChoose})}}
	if t.Agency != nil {
		reply.Buttons[1] = []chat.Button{f.desk.Button(browse.ButtonSoon, browse.DueSoon(*t.Agency, t.Now))}
	}
	if f.records {
		return f.helpWithDuties(reply)
	}
	return reply
}

func (f *front) helpCommand(_ context.Context, t dialog.Turn, _ string) (chat.Reply, error) {
	return f.help(t), nil
}

// welcome shows, once an agency is told, what its official will use.
func (f *front) welcome(t dialog.Turn, agency plan.Agency) chat.Reply {
	reply := chat.Reply{Text: chat.Text{
		chat.Say(fmt.Sprintf(textNoted, t.Whose(), agency.Name)),
		{Spans: []chat.Span{{Words: follow.TextThreeThings, Style: chat.Bold}, {Words: follow.TextThree}}},
	}}
	code := dialog.AgencyCode(plan.KeyOf(agency))
	reply.Buttons = [][]chat.Button{
		{f.desk.Button(browse.ButtonMine, dialog.Action{View: dialog.ViewMine})},
		{f.desk.Button(browse.ButtonSoon, browse.DueSoon(agency, t.Now))},
		{f.desk.Button(follow.ButtonGetReminded, dialog.Action{View: dialog.ViewFollow, Agency: code})},
		{f.desk.Button(follow.ButtonBeFocal, dialog.Action{View: dialog.ViewRegister, Agency: code, Rank: record.FocalPerson})},
	}
	return reply
}

// helpWithDuties adds what the bot does besides answering, and lets the examples
// be tapped rather than typed.
func (f *front) helpWithDuties(help chat.Reply) chat.Reply {
	reply := chat.Reply{Text: chat.Text{help.Text[0], help.Text[2], chat.Say(follow.TextHelpDuties), chat.BoldText(follow.TextTryThese)}}
	for i, example := range answer.Examples {
		reply.Buttons = append(reply.Buttons, []chat.Button{f.desk.Button(strings.TrimPrefix(example, "- "), dialog.Action{View: dialog.ViewExample, Number: int64(i)})})
	}
	reply.Buttons = append(reply.Buttons, help.Buttons...)
	reply.Buttons = append(reply.Buttons, []chat.Button{f.desk.Button(follow.ButtonMenu, dialog.Action{View: dialog.ViewMenu})})
	return reply
}

func (f *front) menuCommand(ctx context.Context, t dialog.Turn, _ string) (chat.Reply, error) {
	return f.menu(ctx, t)
}

func (f *front) menuPressed(ctx context.Context, t dialog.Turn, _ dialog.Action) (chat.Reply, error) {
	return f.menu(ctx, t)
}

// menu shows what the person can do, by who they are.
func (f *front) menu(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	all, err := f.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	admin, err := f.following.Administers(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(follow.TextMenu)}}
	if t.Agency != nil {
		reply.Text = append(reply.Text, chat.Say(fmt.Sprintf(textOwnAgency, t.Whose(), t.Agency.Name)))
	}
	if lines := f.following.TieLines(all); t.Private && len(lines) > 0 {
		reply.Text = append(reply.Text, chat.Say(chat.CutWords(strings.Join(lines, "\n"), dialog.NoteRunes)))
	}
	reply.Buttons = [][]chat.Button{{f.desk.Button(browse.ButtonMine, dialog.Action{View: dialog.ViewMine})}}
	if t.Agency != nil {
		reply.Buttons = append(reply.Buttons, []chat.Button{f.desk.Button(browse.ButtonSoon, browse.DueSoon(*t.Agency, t.Now))})
	}
	if t.Private && len(all.Agencies(record.Leader, record.FocalPerson, record.Overseer)) > 0 || admin {
		reply.Buttons = append(reply.Buttons, []chat.Button{f.desk.Button(follow.ButtonProgress, dialog.Action{View: dialog.ViewProgress, Window: dialog.NoWindow})})
	}
	reply.Buttons = append(reply.Buttons,
		[]chat.Button{f.desk.Button(follow.ButtonFollowing, dialog.Action{View: dialog.ViewFollowing}), f.desk.Button(follow.ButtonPreview, f.desk.PreviewAhead(""))},
		[]chat.Button{f.desk.Button(follow.ButtonSettings, dialog.Action{View: dialog.ViewSetting}), f.desk.Button(agency.ButtonHelp, dialog.Action{View: dialog.ViewHelp})})
	if admin && t.Private {
		reply.Buttons = append(reply.Buttons, []chat.Button{f.desk.Button(follow.ButtonOffice, dialog.Action{View: dialog.ViewOffice})})
	}
	return reply, nil
}
