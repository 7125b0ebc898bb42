package duties

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/export"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// files are calendars and tables of what is due.
type files struct{ *cards }

// The files that can be had.
const (
	FileCalendar = "lich"
	FileSheet    = "bang"
)

// fileCommands are the commands that send them.
var fileCommands = map[string]string{FileCalendar: "lich", FileSheet: "xuat"}

// calendarCommand sends an agency's due dates as a calendar file.
func (h *files) calendarCommand(ctx context.Context, t dialog.Turn, name string) (chat.Reply, error) {
	return h.fileCommand(ctx, t, FileCalendar, name)
}

// sheetCommand sends an agency's duties as a table.
func (h *files) sheetCommand(ctx context.Context, t dialog.Turn, name string) (chat.Reply, error) {
	return h.fileCommand(ctx, t, FileSheet, name)
}

func (h *files) fileCommand(ctx context.Context, t dialog.Turn, topic, name string) (chat.Reply, error) {
	if name == "" {
		return h.ownFile(ctx, t, dialog.Action{View: dialog.ViewFile, Topic: topic})
	}
	return h.agencies.WithAgencyNamed(t, name, dialog.ViewOverview, func(a plan.Agency) (chat.Reply, error) { return h.file(ctx, t, dialog.Action{Topic: topic}, a) })
}

// ownFile draws up a file of the chat's own agency, or of the one that it is tied
// to. Where none is known, the command waits until it is told.
func (h *files) ownFile(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if t.Agency != nil {
		return h.file(ctx, t, at, *t.Agency)
	}
	all, err := h.following.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	switch tied := all.Agencies(); len(tied) {
	case 0:
		return h.agencies.Ask(t, agency.TextAskAgencyFirst, dialog.Expectation{Command: fileCommands[at.Topic]}), nil
	case 1:
		if agency, ok := h.agencies.AgencyByID(tied[0]); ok {
			return h.file(ctx, t, at, agency)
		}
		return h.agencies.Ask(t, agency.TextAskAgencyFirst, dialog.Expectation{Command: fileCommands[at.Topic]}), nil
	default:
		reply := chat.Sentence(TextForWhichAgency)
		for _, kept := range tied[:min(len(tied), follow.MostLeft)] {
			at.Agency = dialog.AgencyCode(kept)
			reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(chat.CutWords(h.agencies.NameOf(kept), chat.LabelRunes), at)})
		}
		return reply, nil
	}
}

func (h *files) filePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	all, err := h.following.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	agency, ok := h.following.AgencyCoded(t, all, at.Agency)
	if !ok {
		if all, err = h.following.TiesOf(ctx, t.User); err != nil {
			return chat.Reply{}, err
		}
		if agency, ok, err = h.following.AgencyToSee(ctx, t, all, at.Agency); err != nil || !ok {
			return chat.OldButton(), err
		}
	}
	return h.file(ctx, t, at, agency)
}

// file draws up a file of an agency, or of the one unit that is opened. How its
// duties stand is told to those who may see it; to others, as the plan has them.
func (h *files) file(ctx context.Context, t dialog.Turn, at dialog.Action, agency plan.Agency) (chat.Reply, error) {
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	sees, err := h.following.MaySee(ctx, t, all, plan.KeyOf(agency))
	if err != nil {
		return chat.Reply{}, err
	}
	window := plan.YearOf(plan.WindowOf(t.Today(), t.Today()))
	if h.answers.Past() {
		window = plan.MonthsWindow(time.January, time.December, h.answers.Plan().Year)
	}
	if at.Open != "" {
		window.To = t.Today().AddDays(farLooked) // what recurs is shown on its card as far
	}
	supports, err := h.supported(ctx, t, at)
	if err != nil {
		return chat.Reply{}, err
	}
	duties, err := h.exported(ctx, t, agency, window, sees, supports)
	if err == nil && len(duties) == 0 && !supports {
		supports = true // an agency that only supports has a calendar too
		duties, err = h.exported(ctx, t, agency, window, sees, supports)
	}
	if err != nil {
		return chat.Reply{}, err
	}
	place, name := "", FileName(agency.Name)
	if u, ok := h.answers.Index.Unit(at.Open); ok {
		place, name = chat.TaskName(u), name+"-"+FileName(chat.TaskName(u))
		duties = slices.DeleteFunc(duties, func(d export.Duty) bool { return d.Place != chat.UpperFirst(u.Place()) })
	}
	if len(duties) == 0 {
		return chat.Sentence(fmt.Sprintf(answer.TextNoDuties, h.answers.Plan().Name(), agency.Name)), nil
	}
	p := h.answers.Plan()
	head := export.Heading{Agency: agency.Name, Decision: p.Number, Issued: p.Issued, Year: p.Year, Made: t.Now}
	draw, ending := export.Sheet, ".xlsx"
	if at.Topic == FileCalendar {
		draw, ending = export.Calendar, ".ics"
	}
	content, err := draw(head, duties)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("draw up file: %w", err)
	}
	words := fileWords(at.Topic, place, agency.Name, window.From.Year, duties, sees, supports)
	if line := h.screens.GoesOn(plan.YearOf(window)).Plain(); line != "" {
		words += "\n" + line
	}
	file := chat.File{Name: fmt.Sprintf("%s-%d%s", name, window.From.Year, ending), Bytes: content}
	if t.Action == "" {
		return chat.Reply{Text: chat.Text{chat.Say(words)}, Files: []chat.File{file}}, nil
	}
	file.Caption = chat.Text{chat.Say(words)} // the screen of the button stays
	return chat.Reply{Notice: chat.TextFileSent, Files: []chat.File{file}}, nil
}

// supported reports whether a file tells of what the agency only supports: a table
// always does, a calendar where the chat asked for it, or for that one task.
func (h *files) supported(ctx context.Context, t dialog.Turn, at dialog.Action) (bool, error) {
	if at.Topic != FileCalendar || at.Open != "" {
		return true, nil
	}
	p, err := h.records.Preferences(ctx, t.Chat)
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
	case topic != FileCalendar:
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
func (h *files) exported(ctx context.Context, t dialog.Turn, agency plan.Agency, w plan.Window, sees, supports bool) ([]export.Duty, error) {
	planner, err := h.Planning(ctx)
	if err != nil {
		return nil, err
	}
	settled := map[string]record.Occurrence{}
	if sees {
		if settled, err = h.records.ClosedOccurrences(ctx, w.From); err != nil {
			return nil, fmt.Errorf("closed occurrences: %w", err)
		}
	}
	beyond, err := h.LaterYearsOf(ctx, w)
	if err != nil {
		return nil, err
	}
	due := map[string][]export.Due{}
	for _, o := range planner.Occurrences(remind.Subscription{Agency: agency, Supports: supports}, w.From, w.To) {
		if k := o.Occurrence.Kind; k == plan.DeadlineContinuous || k == plan.DeadlineOnEvent || o.Plan.Key != h.answers.Plan().Key() {
			continue
		}
		kept := o.Kept()
		if done, closed := settled[kept.Key()]; closed {
			kept = done
		}
		d := export.Due{Key: kept.Key(), Period: kept.Period, Product: kept.Product, Day: kept.Due, Note: kept.Note, Alarms: alarms(planner, kept.Due)}
		d.Year = kept.Kind == plan.DeadlineWithinYear || kept.Kind == plan.DeadlineYearly
		if kept.State == record.Done {
			d.On, d.By = kept.Delivered, chat.NameOrSomebody(kept.By)
			if d.On.IsZero() {
				d.On = plan.DateOf(kept.At.In(chat.Vietnam))
			}
		}
		if sees && o.Role != plan.RoleSupport && !beyond.LeavesOut(kept) {
			d.State = ExportState(kept, t.Today())
		}
		due[o.Unit.ID] = append(due[o.Unit.ID], d)
	}
	var duties []export.Duty
	for _, d := range h.answers.Plan().Duties(agency) {
		if d.Role == plan.RoleSupport && !supports {
			continue
		}
		u := d.Unit
		duties = append(duties, export.Duty{
			Place: chat.UpperFirst(u.Place()), Number: strings.TrimPrefix(u.ID, "PL."), Text: u.Text, Role: d.Role, Via: d.Via, Product: u.Product,
			Lead: u.Lead, Support: u.Support, Deadline: u.Deadline.Words, Due: due[u.ID],
		})
		delete(due, u.ID) // told once where the agency has two roles
	}
	return duties, nil
}

// alarms are when a calendar reminds of a due date: on the working days up to a
// week and a day before it.
func alarms(planner *remind.Planner, due plan.Date) []plan.Date {
	week, eve := planner.WorkingDayUpTo(due.AddDays(-7)), planner.WorkingDayUpTo(due.AddDays(-1))
	if week == eve {
		return []plan.Date{eve}
	}
	return []plan.Date{week, eve}
}

// ExportState is a state as files write it.
func ExportState(o record.Occurrence, today plan.Date) export.State {
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

// FileName is a name as files bear it everywhere: "so-tu-phap".
func FileName(name string) string {
	return strings.Join(strings.FieldsFunc(vi.Fold(vi.Normalize(name)), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}), "-")
}
