package bot

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// linkBegin begins what a link to the bot carries that opens a task.
const linkBegin = "t_"

// link is the address that opens a task in the bot, "" where the bot has no
// name.
func (b *screens) link(u plan.Unit) string {
	if b.username() == "" {
		return ""
	}
	id := strings.ReplaceAll(strings.TrimPrefix(u.ID, "PL."), ".", "_")
	return "https://t.me/" + b.username() + "?start=" + linkBegin + id
}

// opened shows the unit that a link to the bot opens.
func (b *Bot) opened(t turn, args string) (Reply, bool) {
	id, ok := strings.CutPrefix(args, linkBegin)
	if !ok {
		return Reply{}, false
	}
	id = strings.ReplaceAll(id, "_", ".")
	if _, row := b.answers.index.Unit("PL." + id); row {
		id = "PL." + id
	}
	at := action{view: viewFound, asked: question.Search, units: []string{id}}
	reply, ok := b.screens.foundAt(at)
	if ok {
		b.turned(t, at, reply)
	}
	return reply, ok
}

// welcome shows, once an agency is told, what its official will use.
func (b *Bot) welcome(t turn, agency plan.Agency) Reply {
	reply := Reply{Text: Text{
		say(fmt.Sprintf(textNoted, t.whose(), agency.Name)),
		{Spans: []Span{{Words: textThreeThings, Style: Bold}, {Words: textThree}}},
	}}
	code := agencyCode(memoryID(agency))
	reply.Buttons = [][]Button{
		{b.desk.button(buttonMine, action{view: viewMine})},
		{b.desk.button(buttonSoon, dueSoon(agency, t.now))},
		{b.desk.button(buttonGetReminded, action{view: viewFollow, agency: code})},
		{b.desk.button(buttonBeFocal, action{view: viewRegister, agency: code, rank: record.FocalPerson})},
	}
	return reply
}

// helpWithDuties adds what the bot does besides answering, and lets the examples
// be tapped rather than typed.
func (b *Bot) helpWithDuties(help Reply) Reply {
	reply := Reply{Text: Text{help.Text[0], help.Text[2], say(textHelpDuties), bold(textTryThese)}}
	for i, example := range examples {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(strings.TrimPrefix(example, "- "), action{view: viewExample, number: int64(i)})})
	}
	reply.Buttons = append(reply.Buttons, help.Buttons...)
	reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonMenu, action{view: viewMenu})})
	return reply
}

// examplePressed asks one of the examples.
func (b *Bot) examplePressed(ctx context.Context, t turn, at action) (Reply, error) {
	if at.number < 0 || at.number >= int64(len(examples)) {
		return oldButton(), nil
	}
	t.Text = strings.TrimPrefix(examples[at.number], "- ")
	if place, ok := placeOf(strings.TrimPrefix(t.Text, "Nhiệm vụ ")); ok {
		return b.place(t, place), nil
	}
	return b.answer(ctx, t, t.Text)
}

func (b *Bot) menuCommand(ctx context.Context, t turn, _ string) (Reply, error) {
	return b.menu(ctx, t)
}

func (b *Bot) menuPressed(ctx context.Context, t turn, _ action) (Reply, error) {
	return b.menu(ctx, t)
}

// menu shows what the person can do, by who they are.
func (b *Bot) menu(ctx context.Context, t turn) (Reply, error) {
	all, err := b.following.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	admin, err := b.following.administers(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	reply := Reply{Text: Text{bold(textMenu)}}
	if t.own != nil {
		reply.Text = append(reply.Text, say(fmt.Sprintf(textOwnAgency, t.whose(), t.own.Name)))
	}
	if lines := b.following.tieLines(all); t.Private && len(lines) > 0 {
		reply.Text = append(reply.Text, say(cutWords(strings.Join(lines, "\n"), noteRunes)))
	}
	reply.Buttons = [][]Button{{b.desk.button(buttonMine, action{view: viewMine})}}
	if t.own != nil {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonSoon, dueSoon(*t.own, t.now))})
	}
	if t.Private && len(all.agencies(record.Leader, record.FocalPerson)) > 0 || admin {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonProgress, action{view: viewProgress, window: noWindow})})
	}
	reply.Buttons = append(reply.Buttons,
		[]Button{b.desk.button(buttonFollowing, action{view: viewFollowing}), b.desk.button(buttonPreview, b.desk.previewAhead(""))},
		[]Button{b.desk.button(buttonSettings, action{view: viewSetting}), b.desk.button(buttonHelp, action{view: viewHelp})})
	if admin && t.Private {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonOffice, action{view: viewOffice})})
	}
	return reply, nil
}
