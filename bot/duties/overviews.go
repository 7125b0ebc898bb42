package duties

import (
	"fmt"

	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/remind"
)

// mostOverviewed is how many agencies of a digest have a button of their own to
// list their duties.
const mostOverviewed = 3

// overviewButtons lead from what a digest only keeps in mind, which it counts
// where it is much, to the lists of the agencies' duties.
func (h *Handler) overviewButtons(told remind.Digest) [][]chat.Button {
	var rows [][]chat.Button
	listed := map[string]bool{}
	for _, n := range told.Overviews() {
		if listed[n.Agency.Name] || len(rows) == mostOverviewed {
			continue
		}
		listed[n.Agency.Name] = true
		rows = append(rows, []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(browse.ButtonDutiesOf, n.Agency.Name), chat.LabelRunes),
			dialog.Action{View: dialog.ViewOverview, Agency: dialog.ButtonID(n.Agency)})})
	}
	return rows
}
