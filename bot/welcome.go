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
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// opened shows the unit that a link to the bot opens.
func (b *Bot) opened(t dialog.Turn, args string) (chat.Reply, bool) {
	head, id, ok := strings.Cut(args, "_")
	ok = ok && strings.HasPrefix(head, browse.LinkBegin)
	if !ok {
		return chat.Reply{}, false
	}
	id = strings.ReplaceAll(id, "_", ".")
	if _, row := b.answers.Index.Unit("PL." + id); row {
		id = "PL." + id
	}
	at := dialog.Action{View: dialog.ViewFound, Asked: question.Search, Units: []string{id}}
	reply, ok := b.screens.FoundAt(at)
	if ok {
		b.turned(t, at, reply)
	}
	return reply, ok
}

// welcome shows, once an agency is told, what its official will use.
func (b *Bot) welcome(t dialog.Turn, agency plan.Agency) chat.Reply {
	reply := chat.Reply{Text: chat.Text{
		chat.Say(fmt.Sprintf(textNoted, t.Whose(), agency.Name)),
		{Spans: []chat.Span{{Words: follow.TextThreeThings, Style: chat.Bold}, {Words: follow.TextThree}}},
	}}
	code := dialog.AgencyCode(plan.KeyOf(agency))
	reply.Buttons = [][]chat.Button{
		{b.desk.Button(browse.ButtonMine, dialog.Action{View: dialog.ViewMine})},
		{b.desk.Button(browse.ButtonSoon, browse.DueSoon(agency, t.Now))},
		{b.desk.Button(follow.ButtonGetReminded, dialog.Action{View: dialog.ViewFollow, Agency: code})},
		{b.desk.Button(follow.ButtonBeFocal, dialog.Action{View: dialog.ViewRegister, Agency: code, Rank: record.FocalPerson})},
	}
	return reply
}

// helpWithDuties adds what the bot does besides answering, and lets the examples
// be tapped rather than typed.
func (b *Bot) helpWithDuties(help chat.Reply) chat.Reply {
	reply := chat.Reply{Text: chat.Text{help.Text[0], help.Text[2], chat.Say(follow.TextHelpDuties), chat.BoldText(follow.TextTryThese)}}
	for i, example := range answer.Examples {
		reply.Buttons = append(reply.Buttons, []chat.Button{b.desk.Button(strings.TrimPrefix(example, "- "), dialog.Action{View: dialog.ViewExample, Number: int64(i)})})
	}
	reply.Buttons = append(reply.Buttons, help.Buttons...)
	reply.Buttons = append(reply.Buttons, []chat.Button{b.desk.Button(follow.ButtonMenu, dialog.Action{View: dialog.ViewMenu})})
	return reply
}

// examplePressed asks one of the examples.
func (b *Bot) examplePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if at.Number < 0 || at.Number >= int64(len(answer.Examples)) {
		return chat.OldButton(), nil
	}
	t.Text = strings.TrimPrefix(answer.Examples[at.Number], "- ")
	if place, ok := question.PlaceOf(strings.TrimPrefix(t.Text, "Nhiệm vụ ")); ok {
		return b.place(t, place), nil
	}
	t.Said = b.answers.Reader.Hear(t.Text, t.Now)
	return b.answer(ctx, t)
}

func (b *Bot) menuCommand(ctx context.Context, t dialog.Turn, _ string) (chat.Reply, error) {
	return b.menu(ctx, t)
}

func (b *Bot) menuPressed(ctx context.Context, t dialog.Turn, _ dialog.Action) (chat.Reply, error) {
	return b.menu(ctx, t)
}

// menu shows what the person can do, by who they are.
func (b *Bot) menu(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	all, err := b.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	admin, err := b.following.Administers(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(follow.TextMenu)}}
	if t.Agency != nil {
		reply.Text = append(reply.Text, chat.Say(fmt.Sprintf(textOwnAgency, t.Whose(), t.Agency.Name)))
	}
	if lines := b.following.TieLines(all); t.Private && len(lines) > 0 {
		reply.Text = append(reply.Text, chat.Say(chat.CutWords(strings.Join(lines, "\n"), dialog.NoteRunes)))
	}
	reply.Buttons = [][]chat.Button{{b.desk.Button(browse.ButtonMine, dialog.Action{View: dialog.ViewMine})}}
	if t.Agency != nil {
		reply.Buttons = append(reply.Buttons, []chat.Button{b.desk.Button(browse.ButtonSoon, browse.DueSoon(*t.Agency, t.Now))})
	}
	if t.Private && len(all.Agencies(record.Leader, record.FocalPerson)) > 0 || admin {
		reply.Buttons = append(reply.Buttons, []chat.Button{b.desk.Button(follow.ButtonProgress, dialog.Action{View: dialog.ViewProgress, Window: dialog.NoWindow})})
	}
	reply.Buttons = append(reply.Buttons,
		[]chat.Button{b.desk.Button(follow.ButtonFollowing, dialog.Action{View: dialog.ViewFollowing}), b.desk.Button(follow.ButtonPreview, b.desk.PreviewAhead(""))},
		[]chat.Button{b.desk.Button(follow.ButtonSettings, dialog.Action{View: dialog.ViewSetting}), b.desk.Button(agency.ButtonHelp, dialog.Action{View: dialog.ViewHelp})})
	if admin && t.Private {
		reply.Buttons = append(reply.Buttons, []chat.Button{b.desk.Button(follow.ButtonOffice, dialog.Action{View: dialog.ViewOffice})})
	}
	return reply, nil
}
