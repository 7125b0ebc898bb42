package browse

import (
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// Scanned shows a unit's words as they stand in the scan, with what is corrected
// in them.
func (s *Screens) Scanned(id string) (chat.Reply, bool) {
	u, ok := s.answers.Index.Unit(id)
	if !ok || u.Scanned == "" {
		return chat.Reply{}, false
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(textScanned), chat.Quote(chat.CutWords(u.Scanned, chat.ScreenRunes*2/3))}}
	for _, c := range u.Corrections {
		reply = reply.With(chat.Say(fmt.Sprintf(TextCorrected, c.Scanned, c.Corrected)))
	}
	reply.Text = append(reply.Text, s.answers.Cite(u))
	reply.Buttons = [][]chat.Button{{s.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewFound, Asked: question.Search, Units: []string{id}})}}
	return reply, true
}

// Sharing offers to send a unit to somebody else, beside the way to one's own
// duties where that is offered.
func (s *Screens) Sharing(reply chat.Reply, u plan.Unit) chat.Reply {
	if s.username() == "" {
		return reply
	}
	share := chat.Button{Label: buttonShare, Share: strings.TrimPrefix(u.ID, "PL.")}
	rows := slices.Clone(reply.Buttons)
	for i, row := range rows {
		if len(row) == 1 && row[0].Label == ButtonMine {
			rows[i] = []chat.Button{row[0], share}
			reply.Buttons = rows
			return reply
		}
	}
	reply.Buttons = append(rows, []chat.Button{share})
	return reply
}
