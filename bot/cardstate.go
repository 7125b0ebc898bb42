package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// mostStates is of how many of a person's agencies a card tells the state.
const mostStates = 2

// withState tells under the card of a unit how it stands for the agency that was
// asked about, else for the person's own, with what they may do about it.
func (b *Bot) withState(ctx context.Context, t turn, reply Reply) (Reply, error) {
	u, ok := b.answers.index.Unit(reply.unit)
	if !ok || b.records == nil {
		return reply, nil
	}
	all, err := b.following.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	agencies := concerned(t, all)
	if reply.about != nil && !slices.Contains(agencies, memoryID(*reply.about)) {
		line, err := b.duties.stateOfOther(ctx, t, u, *reply.about, all)
		if err != nil {
			return Reply{}, err
		}
		return b.besideCard(reply.with(line...), u), nil
	}
	if reply.about != nil {
		agencies = []string{memoryID(*reply.about)}
	}
	var rows [][]Button
	var calendar []string // agencies with due dates to note down
	for _, kept := range agencies[:min(len(agencies), mostStates)] {
		line, row, err := b.duties.stateOf(ctx, t, u, kept, all)
		if err != nil {
			return Reply{}, err
		}
		if line != "" {
			reply = reply.with(say(line))
			rows = append(rows, row...)
			calendar = append(calendar, kept)
		}
	}
	if len(calendar) > 0 {
		rows = append(rows, []Button{b.desk.button(buttonTaskCalendar, action{view: viewFile, topic: fileCalendar, agency: agencyCode(calendar[0]), open: u.ID})})
	}
	reply.Buttons = append(rows, reply.Buttons...)
	return b.besideCard(reply, u), nil
}

// concerned are the agencies of the person who asks: the one that was told last
// before those in which they have a role.
func concerned(t turn, all ties) []string {
	roles := all.agencies(record.FocalPerson, record.Leader)
	if t.own == nil {
		return roles
	}
	own := []string{memoryID(*t.own)}
	others := slices.DeleteFunc(slices.Clone(roles), func(kept string) bool { return kept == own[0] })
	if len(others) == len(roles) {
		return own
	}
	return append(own, others...)
}

// stateOfOther tells when a unit is due from an agency that is not the person's
// own; how it stands only to those who may see that.
func (b *dutiesHandler) stateOfOther(ctx context.Context, t turn, u plan.Unit, agency plan.Agency, all ties) (Text, error) {
	if b.agencies.isGroup(agency) {
		return nil, nil
	}
	o, known, err := b.pickOccurrence(ctx, t, wanted{number: u.ID}, memoryID(agency), nearest)
	if err != nil || !known || o.undated() {
		return nil, err
	}
	sees, err := b.following.maySee(ctx, t, all, memoryID(agency))
	switch {
	case err != nil:
		return nil, err
	case sees || o.supports():
		return Text{say(cardState(agency.Name, o, t.today()))}, nil
	}
	return Text{say(fmt.Sprintf(textCardDue, agency.Name, o.kept.Period, dueWords(o.Owed, t.today())))}, nil
}

func cardState(agency string, o sighted, today plan.Date) string {
	return fmt.Sprintf(textCardState, agency, o.kept.Period, o.dueWords(today), stateWords(o.Owed, o.kept, o.kept.Due))
}

// besideCard leads on from a card, whoever asked for it.
func (b *Bot) besideCard(reply Reply, u plan.Unit) Reply {
	if u.Scanned != "" {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonScanned, action{view: viewScanned, heading: u.ID})})
	}
	return b.screens.sharing(reply, u)
}

// scanned shows a unit's words as they stand in the scan, with what is corrected
// in them.
func (b *screens) scanned(id string) (Reply, bool) {
	u, ok := b.answers.index.Unit(id)
	if !ok || u.Scanned == "" {
		return Reply{}, false
	}
	reply := Reply{Text: Text{bold(textScanned), quote(cutWords(u.Scanned, screenRunes*2/3))}}
	for _, c := range u.Corrections {
		reply = reply.with(say(fmt.Sprintf(textCorrected, c.Scanned, c.Corrected)))
	}
	reply.Text = append(reply.Text, b.answers.cite(u))
	reply.Buttons = [][]Button{{b.desk.button(buttonBack, action{view: viewFound, asked: question.Search, units: []string{id}})}}
	return reply, true
}

// sharing offers to send a unit to somebody else, beside the way to one's own
// duties where that is offered.
func (b *screens) sharing(reply Reply, u plan.Unit) Reply {
	if b.username() == "" {
		return reply
	}
	share := Button{Label: buttonShare, Share: strings.TrimPrefix(u.ID, "PL.")}
	rows := slices.Clone(reply.Buttons)
	for i, row := range rows {
		if len(row) == 1 && row[0].Label == buttonMine {
			rows[i] = []Button{row[0], share}
			reply.Buttons = rows
			return reply
		}
	}
	reply.Buttons = append(rows, []Button{share})
	return reply
}

// stateOf tells how a unit stands for an agency: its nearest due date.
func (b *dutiesHandler) stateOf(ctx context.Context, t turn, u plan.Unit, kept string, all ties) (string, [][]Button, error) {
	o, known, err := b.pickOccurrence(ctx, t, wanted{number: u.ID}, kept, nearest)
	if err != nil || !known {
		return "", nil, err
	}
	line := cardState(b.agencies.nameOf(kept), o, t.today())
	if !all.is(record.FocalPerson, kept) || o.supports() {
		if all.is(record.Follower, kept) || all.is(record.Leader, kept) || all.is(record.FocalPerson, kept) || !isID(kept) {
			return line, nil, nil
		}
		return line, [][]Button{{b.desk.button(buttonRemindMe, action{view: viewFollow, agency: kept})}}, nil
	}
	if o.kept.ID == 0 {
		if o.kept, err = b.records.KeepOccurrence(ctx, o.kept); err != nil {
			return "", nil, fmt.Errorf("keep occurrence: %w", err)
		}
	}
	id := o.kept.ID
	switch {
	case o.kept.State == record.Open && t.today().Compare(o.kept.Due) < 0:
		return line, [][]Button{{
			b.desk.button(fmt.Sprintf(buttonDone, taskName(u)), action{view: viewDone, id: id}),
			b.desk.button(buttonLater, action{view: viewLater, id: id}),
		}}, nil
	case o.kept.State == record.Open:
		return line, [][]Button{{b.desk.button(fmt.Sprintf(buttonDone, taskName(u)), action{view: viewDone, id: id})}}, nil
	case all.mayUndo(o.kept, t.User, t.now):
		return line, [][]Button{{b.desk.button(fmt.Sprintf(buttonUndo, taskName(u)), action{view: viewUndo, id: id})}}, nil
	}
	return line, nil, nil
}

// shownAlone is the unit whose card stands alone on a screen, "" where several
// do.
func (b *screens) shownAlone(text Text, ids []string) string {
	plain := text.Plain()
	shown := slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		u, ok := b.answers.index.Unit(id)
		return !ok || u.Kind == plan.KindHeading || !strings.Contains(plain, b.answers.citation(u))
	})
	if len(shown) != 1 {
		return ""
	}
	return shown[0]
}
