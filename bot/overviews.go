package bot

import (
	"fmt"

	"cchcbot/bot/remind"
)

// mostOverviewed is how many agencies of a digest have a button of their own to
// list their duties.
const mostOverviewed = 3

// overviewButtons lead from what a digest only keeps in mind, which it counts
// where it is much, to the lists of the agencies' duties.
func (b *dutiesHandler) overviewButtons(told remind.Digest) [][]Button {
	var rows [][]Button
	listed := map[string]bool{}
	for _, n := range told.Overviews() {
		if listed[n.Agency.Name] || len(rows) == mostOverviewed {
			continue
		}
		listed[n.Agency.Name] = true
		rows = append(rows, []Button{b.desk.button(cutWords(fmt.Sprintf(buttonDutiesOf, n.Agency.Name), labelRunes),
			action{view: viewOverview, agency: buttonID(n.Agency)})})
	}
	return rows
}
