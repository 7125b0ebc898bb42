package duties

import (
	"fmt"

	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// mostOverviewed is how many agencies of a digest have a button of their own to
// list their duties.
const mostOverviewed = 3

// overviewButtons lead from what a digest only keeps in mind, which it counts
// where it is much, to the lists of the agencies' duties.
func (h *digests) overviewButtons(told remind.Digest) [][]chat.Button {
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

// owingButtons lead to what the agencies of a digest owe besides.
func (h *digests) owingButtons(told remind.Digest) [][]chat.Button {
	var rows [][]chat.Button
	owing := map[string]int{}
	for _, o := range told.Owing {
		owing[plan.KeyOf(o.Agency)]++
	}
	for _, o := range told.Owing {
		key := plan.KeyOf(o.Agency)
		if owing[key] == 0 || len(rows) == mostOverviewed {
			continue
		}
		rows = append(rows, []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonOwing, owing[key], o.Agency.Name), chat.LabelRunes),
			dialog.Action{View: dialog.ViewProgress, Agency: dialog.AgencyCode(key), Topic: topicLate, Window: dialog.NoWindow})})
		owing[key] = 0
	}
	return rows
}

// topicLate asks the screens of progress for what is late.
const topicLate = "q"

// endButtons offer to follow the agencies that took over from those that ended.
func (h *digests) endButtons(told remind.Digest) [][]chat.Button {
	var rows [][]chat.Button
	for _, e := range told.Ended {
		if e.Successor.ID != "" {
			rows = append(rows, []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonSuccessor, e.Successor.Name), chat.LabelRunes),
				dialog.Action{View: dialog.ViewFollow, Agency: dialog.AgencyCode(plan.KeyOf(e.Successor))})})
		}
	}
	return rows
}

// reviewButtons lead from a review of the week to how the agency stands, what is
// late and the picture.
func (h *digests) reviewButtons(told remind.Digest) [][]chat.Button {
	for _, n := range told.Nudges {
		if !n.Review() {
			continue
		}
		at := dialog.Action{View: dialog.ViewProgress, Agency: dialog.AgencyCode(plan.KeyOf(n.Agency)), Window: plan.QuarterOf(told.Day)}
		late, chart := at, at
		late.Topic, late.Window = topicLate, dialog.NoWindow
		chart.View = dialog.ViewChart
		return [][]chat.Button{{h.desk.Button(buttonReview, at), h.desk.Button(buttonReviewLate, late), h.desk.Button(buttonReviewChart, chart)}}
	}
	return nil
}
