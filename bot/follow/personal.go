package follow

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
)

// personal is what is kept of a person.
type personal struct {
	*rights
	memory     agency.Memory
	controller string // who answers for it, and how they are reached
}

// What the buttons of a person's data do.
const (
	topicGoOn   = "tiep"
	topicExport = "tai"
	topicName   = "ten"
)

// GoOn is what the button under a notice carries.
var GoOn = dialog.Action{View: dialog.ViewData, Topic: topicGoOn}.Encode(0)

// NoticeText tells a person what is kept, what for, and who answers for it.
func (h *personal) NoticeText() chat.Text {
	return chat.Text{chat.BoldText(textNotice), chat.Say(textKept + " " + fmt.Sprintf(textController, h.controller) + " " + textDataHow)}
}

// Notice is NoticeText before something is kept, with a button to go on.
func (h *personal) Notice() chat.Reply {
	return chat.Reply{Text: h.NoticeText(), Buttons: [][]chat.Button{{{Label: buttonGoOn, Action: GoOn}}}}
}

// dataCommand shows a person what is kept of them, or does with it what a button says.
func (h *personal) dataCommand(ctx context.Context, t dialog.Turn, _ string) (chat.Reply, error) {
	return h.data(ctx, t, dialog.Action{})
}

func (h *personal) data(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if !t.Private {
		return dialog.Refusal(t, textErasePrivately), nil
	}
	if at.Topic == topicName {
		if err := h.records.Notice(ctx, t.Person()); err != nil {
			return chat.Reply{}, fmt.Errorf("correct a name: %w", err)
		}
	}
	kept, err := h.records.PersonalData(ctx, t.User)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("personal data: %w", err)
	}
	if at.Topic == topicExport {
		content, err := json.MarshalIndent(kept, "", "  ")
		if err != nil {
			return chat.Reply{}, fmt.Errorf("write personal data: %w", err)
		}
		return chat.Reply{Notice: chat.TextFileSent, Files: []chat.File{{Name: "du-lieu-cua-toi.json", Bytes: content, Caption: chat.Text{chat.Say(textDataFile)}}}}, nil
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(textData)}}
	if len(kept) == 0 {
		reply.Text = append(reply.Text, chat.Say(textNoData))
		return reply.With(chat.Say(fmt.Sprintf(textController, h.controller))), nil
	}
	lines, err := h.dataLines(ctx, t, kept)
	if err != nil {
		return chat.Reply{}, err
	}
	reply.Text = append(reply.Text, chat.Say(strings.Join(lines, "\n")), chat.Say(textNameFrom+" "+fmt.Sprintf(textController, h.controller)))
	reply.Buttons = [][]chat.Button{
		{h.desk.Button(buttonExport, dialog.Action{View: dialog.ViewData, Topic: topicExport}), h.desk.Button(buttonName, dialog.Action{View: dialog.ViewData, Topic: topicName})},
		{h.desk.Button(buttonErase, dialog.Action{View: dialog.ViewErase})},
	}
	return reply, nil
}

// dataLines tell what is kept of a person: what it is, or how much of a kind.
func (h *personal) dataLines(ctx context.Context, t dialog.Turn, kept map[string][]map[string]any) ([]string, error) {
	var lines []string
	for _, row := range kept["people"] {
		p := record.Person{ID: t.User, Name: fmt.Sprint(row["name"]), Username: fmt.Sprint(row["username"])}
		lines = append(lines, fmt.Sprintf(textDataName, chat.CalledBy(p)))
	}
	own, err := h.memory.AgencyOf(ctx, t.Chat)
	if err != nil {
		return nil, fmt.Errorf("agency: %w", err)
	}
	if own != "" {
		lines = append(lines, fmt.Sprintf(textDataAgency, h.agencies.NameOf(own)))
	}
	all, err := h.TiesOf(ctx, t.User)
	if err != nil {
		return nil, err
	}
	lines = append(lines, h.TieLines(all)...)
	for _, of := range dataKinds {
		if n := len(kept[of.table]); n > 0 {
			lines = append(lines, fmt.Sprintf("%s: %d", of.words, n))
		}
	}
	return lines, nil
}

// askErase wants the consent before anything is erased.
func (h *personal) askErase(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	if !t.Private {
		return chat.Sentence(textErasePrivately), nil
	}
	lost, err := h.allLosses(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	h.desk.Expect(t, dialog.Expectation{Use: dialog.UseErase})
	reply := chat.Sentence(textAskErase)
	reply.Text = append(reply.Text, h.lossText(lost)...)
	reply.Buttons = [][]chat.Button{
		{h.desk.Button(buttonEraseNow, dialog.Action{View: dialog.ViewErase, Topic: dialog.TopicYes})},
		{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewFollowing})},
	}
	return reply, nil
}

func (h *personal) erasePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if at.Topic != dialog.TopicYes || !t.Private {
		return h.askErase(ctx, t)
	}
	return h.Erase(ctx, t)
}

// Erase forgets a person, of whom nothing is kept then without a new notice. What they
// acknowledged stays, without their name.
func (h *personal) Erase(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	ctx = record.WithPermit(ctx, nil)
	h.desk.Told.Take(dialog.ParticipantOf(t.Message))
	lost, err := h.allLosses(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	letters, err := h.lossLetters(ctx, t, textSomeoneErased, lost)
	if err != nil {
		return chat.Reply{}, err
	}
	if err := h.records.ForgetPerson(ctx, t.User, letters...); err != nil {
		return chat.Reply{}, fmt.Errorf("forget person: %w", err)
	}
	if err := h.memory.SetAgency(ctx, t.Chat, ""); err != nil {
		return chat.Reply{}, fmt.Errorf("forget agency: %w", err)
	}
	return chat.Sentence(textErased), nil
}
