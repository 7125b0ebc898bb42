package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/export"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// The files that can be had.
const (
	fileCalendar = "lich"
	fileSheet    = "bang"
)

// fileCommands are the commands that send them.
var fileCommands = map[string]string{fileCalendar: "lich", fileSheet: "xuat"}

// calendarCommand sends an agency's due dates as a calendar file.
func (b *dutiesHandler) calendarCommand(ctx context.Context, t turn, name string) (Reply, error) {
	return b.fileCommand(ctx, t, fileCalendar, name)
}

// sheetCommand sends an agency's duties as a table.
func (b *dutiesHandler) sheetCommand(ctx context.Context, t turn, name string) (Reply, error) {
	return b.fileCommand(ctx, t, fileSheet, name)
}

func (b *dutiesHandler) fileCommand(ctx context.Context, t turn, topic, name string) (Reply, error) {
	if name == "" {
		return b.ownFile(ctx, t, action{view: viewFile, topic: topic})
	}
	return b.agencies.withAgencyNamed(t, name, viewOverview, func(a plan.Agency) (Reply, error) { return b.file(ctx, t, action{topic: topic}, a) })
}

// ownFile draws up a file of the chat's own agency, or of the one that it is tied
// to. Where none is known, the command waits until it is told.
func (b *dutiesHandler) ownFile(ctx context.Context, t turn, at action) (Reply, error) {
	if t.own != nil {
		return b.file(ctx, t, at, *t.own)
	}
	all, err := b.following.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	switch tied := all.agencies(); len(tied) {
	case 0:
		return b.agencies.ask(t, textAskAgencyFirst, "/"+fileCommands[at.topic]), nil
	case 1:
		if agency, ok := b.agencies.agencyByID(tied[0]); ok {
			return b.file(ctx, t, at, agency)
		}
		return b.agencies.ask(t, textAskAgencyFirst, "/"+fileCommands[at.topic]), nil
	default:
		reply := sentence(textForWhichAgency)
		for _, kept := range tied[:min(len(tied), mostLeft)] {
			at.agency = agencyCode(kept)
			reply.Buttons = append(reply.Buttons, []Button{b.desk.button(cutWords(b.agencies.nameOf(kept), labelRunes), at)})
		}
		return reply, nil
	}
}

func (b *dutiesHandler) filePressed(ctx context.Context, t turn, at action) (Reply, error) {
	all, err := b.following.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	agency, ok := b.following.agencyCoded(t, all, at.agency)
	if !ok {
		if all, err = b.following.tiesOf(ctx, t.User); err != nil {
			return Reply{}, err
		}
		if agency, ok, err = b.following.agencyToSee(ctx, t, all, at.agency); err != nil || !ok {
			return oldButton(), err
		}
	}
	return b.file(ctx, t, at, agency)
}

// file draws up a file of an agency, or of the one unit that is opened. How its
// duties stand is told to those who may see it; to others, as the plan has them.
func (b *dutiesHandler) file(ctx context.Context, t turn, at action, agency plan.Agency) (Reply, error) {
	all, err := b.following.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	sees, err := b.following.maySee(ctx, t, all, memoryID(agency))
	if err != nil {
		return Reply{}, err
	}
	window := yearOf(windowOf(t.today(), t.today()))
	if at.open != "" {
		window.To = t.today().AddDays(farLooked) // what recurs is shown on its card as far
	}
	supports, err := b.supported(ctx, t, at)
	if err != nil {
		return Reply{}, err
	}
	duties, err := b.exported(ctx, t, agency, window, sees, supports)
	if err == nil && len(duties) == 0 && !supports {
		supports = true // an agency that only supports has a calendar too
		duties, err = b.exported(ctx, t, agency, window, sees, supports)
	}
	if err != nil {
		return Reply{}, err
	}
	place, name := "", fileName(agency.Name)
	if u, ok := b.answers.index.Unit(at.open); ok {
		place, name = taskName(u), name+"-"+fileName(taskName(u))
		duties = slices.DeleteFunc(duties, func(d export.Duty) bool { return d.Place != upperFirst(u.Place()) })
	}
	if len(duties) == 0 {
		return sentence(fmt.Sprintf(textNoDuties, b.answers.Plan().Number, agency.Name)), nil
	}
	p := b.answers.Plan()
	head := export.Heading{Agency: agency.Name, Decision: p.Number, Issued: p.Issued, Year: p.Year, Made: t.now}
	draw, ending := export.Sheet, ".xlsx"
	if at.topic == fileCalendar {
		draw, ending = export.Calendar, ".ics"
	}
	content, err := draw(head, duties)
	if err != nil {
		return Reply{}, fmt.Errorf("draw up file: %w", err)
	}
	words := fileWords(at.topic, place, agency.Name, window.From.Year, duties, sees, supports)
	if line := b.screens.goesOn(yearOf(window)).Plain(); line != "" {
		words += "\n" + line
	}
	file := File{Name: fmt.Sprintf("%s-%d%s", name, window.From.Year, ending), Bytes: content}
	if t.Action == "" {
		return Reply{Text: Text{say(words)}, Files: []File{file}}, nil
	}
	file.Caption = Text{say(words)} // the screen of the button stays
	return Reply{Notice: textFileSent, Files: []File{file}}, nil
}

// supported reports whether a file tells of what the agency only supports: a table
// always does, a calendar where the chat asked for it, or for that one task.
func (b *dutiesHandler) supported(ctx context.Context, t turn, at action) (bool, error) {
	if at.topic != fileCalendar || at.open != "" {
		return true, nil
	}
	p, err := b.records.Preferences(ctx, t.Chat)
	if err != nil {
		return false, fmt.Errorf("preferences: %w", err)
	}
	return p.Supports, nil
}

// fileWords tell what is in a file.
func fileWords(topic, place, agency string, year int, duties []export.Duty, sees, supports bool) string {
	due, places := 0, map[string]bool{} // a unit with two roles is two duties
	for _, d := range duties {
		due += len(d.Due)
		places[d.Place] = true
	}
	switch {
	case topic != fileCalendar:
		state := ""
		if sees {
			state = textWithState
		}
		return fmt.Sprintf(textSheet, agency, len(places), due, year, state)
	case place != "":
		return fmt.Sprintf(textTaskCalendar, place, agency, due)
	}
	with := textSupportsOut
	if supports {
		with = textSupportsIn
	}
	return fmt.Sprintf(textCalendarFile, agency, year, due, with)
}

// exported are an agency's duties, each with its due dates in a window.
func (b *dutiesHandler) exported(ctx context.Context, t turn, agency plan.Agency, w plan.Window, sees, supports bool) ([]export.Duty, error) {
	planner, err := b.planning(ctx)
	if err != nil {
		return nil, err
	}
	settled := map[string]record.Occurrence{}
	if sees {
		if settled, err = b.records.ClosedOccurrences(ctx, w.From); err != nil {
			return nil, fmt.Errorf("closed occurrences: %w", err)
		}
	}
	beyond, err := b.beyondPlan(ctx, w)
	if err != nil {
		return nil, err
	}
	due := map[string][]export.Due{}
	for _, o := range planner.Occurrences(remind.Subscription{Agency: agency, Supports: supports}, w.From, w.To) {
		if k := o.Occurrence.Kind; k == plan.DeadlineContinuous || k == plan.DeadlineOnEvent {
			continue
		}
		kept := o.Kept()
		if done, closed := settled[kept.Key()]; closed {
			kept = done
		}
		d := export.Due{Key: kept.Key(), Period: kept.Period, Product: kept.Product, Day: kept.Due, Note: kept.Note}
		if sees && o.Role != plan.RoleSupport && !beyond.leavesOut(kept) {
			d.State = exportState(kept, t.today())
		}
		due[o.Unit.ID] = append(due[o.Unit.ID], d)
	}
	var duties []export.Duty
	for _, d := range b.answers.Plan().Duties(agency) {
		if d.Role == plan.RoleSupport && !supports {
			continue
		}
		u := d.Unit
		duties = append(duties, export.Duty{
			Place: upperFirst(u.Place()), Number: strings.TrimPrefix(u.ID, "PL."), Text: u.Text, Role: d.Role, Via: d.Via, Product: u.Product,
			Lead: u.Lead, Support: u.Support, Deadline: u.Deadline.Words, Due: due[u.ID],
		})
		delete(due, u.ID) // told once where the agency has two roles
	}
	return duties, nil
}

func exportState(o record.Occurrence, today plan.Date) export.State {
	switch {
	case o.State == record.Done:
		return export.Done
	case o.State == record.Waived:
		return export.Waived
	case o.Due.Compare(today) < 0:
		return export.Late
	case today.Compare(o.From) < 0:
		return export.Ahead
	}
	return export.Open
}

// fileName is a name as files bear it everywhere: "so-tu-phap".
func fileName(name string) string {
	return strings.Join(strings.FieldsFunc(vi.Fold(vi.Normalize(name)), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}), "-")
}
