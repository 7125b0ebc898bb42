package duties

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// acts change how due dates stand. A command, free words and a button make the same
// Act, and do carries it out: whole, or not at all.
type acts struct {
	*cards
	digests      *digests
	explanations *explanations
	last         *dialog.Memory[[]int64] // the occurrences that a person acknowledged last
	choosing     *dialog.Memory[Act]     // what a person is choosing an occurrence for
}

func newActs(c *cards, d *digests, e *explanations) *acts {
	return &acts{
		cards: c, digests: d, explanations: e,
		last: dialog.NewMemory[[]int64](c.now, follow.UndoTime, lastMost), choosing: dialog.NewMemory[Act](c.now, choosingTime, lastMost),
	}
}

const (
	lastMost     = 2_000
	choosingTime = 15 * time.Minute
)

// Act is something to be done about occurrences.
type Act struct {
	question.Act
	Button dialog.Action // that was pressed; the zero Action where words tell it
	Focus  bool          // words name no unit: the one in focus is meant
}

// pressed reports whether a button tells the act.
func (a Act) pressed() bool { return a.Button.View != 0 }

// one is an occurrence that an act is about, with what is said of it.
type one struct {
	Sighted
	said question.Item
}

// command carries out what stands behind the name of a command.
func (a *acts) command(kind question.ActKind) dialog.Command {
	return func(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
		return a.do(ctx, t, Act{Act: a.answers.Reader.ReadActOf(kind, args, t.Now)})
	}
}

// press carries out what a button is for.
func (a *acts) press(kind question.ActKind) dialog.Press {
	return func(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
		act := Act{Act: question.Act{Kind: kind, Items: make([]question.Item, 1)}, Button: at}
		if act.Days = int(at.Number); at.Number == LaterLast {
			act.Days, act.BeforeDue = 0, question.LastDay
		}
		return a.do(ctx, t, act)
	}
}

// Said carries out what free words do; false where they do nothing that the person
// may mean.
func (a *acts) Said(ctx context.Context, t dialog.Turn, said question.Act) (chat.Reply, bool, error) {
	act := Act{Act: said}
	if said.Items[0].Number == "" {
		if q := t.Question(); said.Kind == question.ActDone && q.NamesTopic() {
			return chat.Reply{}, false, nil // of something that is told in words, and not of what is in focus
		}
		all, err := a.following.TiesOf(ctx, t.User)
		if err != nil || len(all.Agencies(record.FocalPerson)) == 0 {
			return chat.Reply{}, false, err
		}
		if act.Items = a.inFocus(t, said); len(act.Items) == 0 {
			if said.Kind == question.ActDone && said.Words == "" {
				return chat.Sentence(textNameTask), true, nil
			}
			return chat.Reply{}, false, nil
		}
		act.Focus = true
	}
	reply, err := a.do(ctx, t, act)
	a.nowInFocus(t, act)
	return reply, true, err
}

// nowInFocus has the next words go on from the units that an act was about.
func (a *acts) nowInFocus(t dialog.Turn, act Act) {
	var ids []string
	for _, item := range act.Items {
		for _, id := range (TaskRef{Place: item.Place}).IDs() {
			if u, ok := a.answers.Index.Unit(id); ok && item.Number != "" && len(u.Deadline.Occurrences) > 0 {
				ids = append(ids, id)
				break
			}
		}
	}
	if len(ids) > 0 {
		a.desk.History.TurnTo(t.Message, dialog.Shown{Plan: a.answers.Plan().Key(), Shown: chat.Shown{Focus: ids}})
	}
}

// inFocus are the units that words without a number mean: what the person
// acknowledged last, where that is taken back or noted upon, else what stands on
// the screen.
func (a *acts) inFocus(t dialog.Turn, said question.Act) []question.Item {
	if last, known := a.last.Look(dialog.ParticipantOf(t.Message)); known && (said.Kind == question.ActUndo || said.Kind == question.ActNote) {
		return make([]question.Item, len(last))
	}
	if said.Kind == question.ActSnooze && said.Items[0].Day.IsZero() && said.Days == 0 && said.BeforeDue == 0 {
		return nil // "nhắc" alone says many things
	}
	shown := a.desk.History.Answered(t.Message)
	ids := shown.Shown.Focus
	if said.All {
		ids = shown.Shown.Units
	}
	if n, listed := t.Question().Ordinal, shown.Shown.Units; n > 0 && n <= len(listed) {
		ids = listed[n-1 : n] // "đã nộp cái đầu"
	}
	var items []question.Item
	for _, id := range ids {
		item := said.Items[0]
		item.Section, item.Number, _ = strings.Cut(id, ".")
		if item.Number == "" {
			return nil // an article
		}
		items = append(items, item)
	}
	return items
}

// do carries out an act.
func (a *acts) do(ctx context.Context, t dialog.Turn, act Act) (chat.Reply, error) {
	if words := act.refused(t.Today()); words != "" {
		return chat.Sentence(words), nil
	}
	all, miss, err := a.about(ctx, t, act)
	if err != nil || len(miss.Text) > 0 || miss.Notice != "" {
		return miss, err
	}
	switch act.Kind {
	case question.ActDone:
		return a.done(ctx, t, act, all)
	case question.ActUndo:
		return a.undo(ctx, t, act, all)
	case question.ActSnooze:
		return a.later(ctx, t, act, all)
	case question.ActNote:
		return a.note(ctx, t, act, all[0])
	case question.ActNotOurs:
		return a.notOurs(ctx, t, act, all[0])
	case question.ActExplain:
		return a.explanations.answer(ctx, t, all[0].Sighted, noteWords(act))
	case question.ActAskWhy:
		return a.explanations.ask(ctx, t, all[0].Sighted)
	}
	return chat.OldButton(), nil
}

// mostNamed is how many occurrences one message may do something about.
const mostNamed = 20

// refused says why nothing may be recorded, whoever says it; "" where it may.
func (a Act) refused(today plan.Date) string {
	switch {
	case a.Problem != nil:
		return answer.NoSuchTime(*a.Problem) + textNothingDone
	case a.Unclear:
		return textOneByOne + textNothingDone
	}
	named := 0
	for _, item := range a.Items {
		if named += max(1, len(item.Periods)); named > mostNamed {
			return fmt.Sprintf(textTooMany, mostNamed) + textNothingDone
		}
		if a.Kind == question.ActDone && item.Day.Compare(today) > 0 {
			return fmt.Sprintf(textNotYetDay, chat.Day(item.Day)) + textNothingDone
		}
	}
	return ""
}

// needs are the roles that an act takes.
func (a Act) needs() []record.Role {
	switch a.Kind {
	case question.ActSnooze:
		return []record.Role{record.Follower, record.FocalPerson, record.Leader}
	case question.ActAskWhy:
		return []record.Role{record.Leader}
	}
	return []record.Role{record.FocalPerson}
}

// about finds the occurrences that an act is about. The reply says why one of them
// is none, or lets the person choose.
func (a *acts) about(ctx context.Context, t dialog.Turn, act Act) ([]one, chat.Reply, error) {
	if act.pressed() {
		s, ok, err := a.meant(ctx, t, act.Button)
		if err != nil || !ok {
			return nil, chat.OldButton(), err
		}
		if words := a.mayNot(act, s); words != "" {
			return nil, chat.Reply{Notice: words}, nil
		}
		return []one{{s, act.Items[0]}}, chat.Reply{}, nil
	}
	if act.Items[0].Number == "" && !act.Focus {
		if !act.takesBack() {
			return nil, chat.Sentence(textNameTask), nil
		}
		act.Items = a.inFocus(t, act.Act)
	}
	if len(act.Items) == 0 {
		return nil, chat.Sentence(textNameTask), nil
	}
	if act.Items[0].Number == "" {
		return a.lastOnes(ctx, t, act)
	}
	where := t.User
	if act.Kind == question.ActSnooze {
		where = t.Chat
	}
	ties, err := a.following.TiesOf(ctx, where)
	if err != nil {
		return nil, chat.Reply{}, err
	}
	agencies := ties.Agencies(act.needs()...)
	var all []one
	for _, item := range act.Items {
		found, miss, err := a.aboutOne(ctx, t, act, item, agencies)
		if err != nil || len(miss.Text) > 0 {
			return nil, miss, err
		}
		all = append(all, found...)
	}
	return all, chat.Reply{}, nil
}

// mayNot says why a person may not do an act about an occurrence.
func (a *acts) mayNot(act Act, s Sighted) string {
	if slices.Equal(act.needs(), []record.Role{record.FocalPerson}) && act.Kind != question.ActUndo && !s.focal() {
		return s.notFocal()
	}
	return ""
}

// lastOnes are the occurrences that the person acknowledged last.
func (a *acts) lastOnes(ctx context.Context, t dialog.Turn, act Act) ([]one, chat.Reply, error) {
	last, _ := a.last.Look(dialog.ParticipantOf(t.Message))
	var all []one
	for _, id := range last {
		s, ok, err := a.sight(ctx, t, id)
		if err != nil {
			return nil, chat.Reply{}, err
		}
		if ok {
			all = append(all, one{s, act.Items[0]})
		}
	}
	if len(all) == 0 {
		return nil, chat.Sentence(textNameTask), nil
	}
	return all, chat.Reply{}, nil
}

// aboutOne finds the occurrences of one unit that an act is about: one for each
// period that is said.
func (a *acts) aboutOne(ctx context.Context, t dialog.Turn, act Act, item question.Item, agencies []string) ([]one, chat.Reply, error) {
	if item.Agency != nil {
		named := plan.KeyOf(*item.Agency)
		if !slices.Contains(agencies, named) && act.Kind != question.ActAskWhy {
			return nil, chat.Sentence(fmt.Sprintf(textNotYours, a.agencies.NameOf(named))), nil
		}
		agencies = []string{named}
	}
	if len(agencies) == 0 {
		return nil, chat.Sentence(textNoRole), nil
	}
	var all []one
	for i := range max(1, len(item.Periods)) {
		var w *question.Window
		if len(item.Periods) > 0 {
			w = &item.Periods[i]
		}
		found, miss, err := a.candidates(ctx, t, act, item, w, agencies)
		switch {
		case err != nil || len(miss.Text) > 0:
			return nil, miss, err
		case len(found) > 1:
			a.choosing.Put(dialog.ParticipantOf(t.Message), act)
			return nil, a.whichOf(item, found, len(act.Items) == 1 && len(item.Periods) < 2), nil
		}
		all = append(all, one{found[0], item})
	}
	return all, chat.Reply{}, nil
}

// candidates are the occurrences that a number may mean, in a period where one is
// said. What an agency only supports counts where there is nothing else.
func (a *acts) candidates(ctx context.Context, t dialog.Turn, act Act, item question.Item, w *question.Window, agencies []string) ([]Sighted, chat.Reply, error) {
	var found []Sighted
	task := TaskRef{Place: item.Place}
	for _, unit := range task.IDs() {
		for _, kept := range agencies {
			some, err := a.picked(ctx, t, act, item, w, unit, kept)
			if err != nil {
				return nil, chat.Reply{}, err
			}
			found = append(found, some...)
		}
	}
	if owed := slices.DeleteFunc(slices.Clone(found), Sighted.supports); len(owed) > 0 {
		found = owed
	}
	switch {
	case len(found) == 0 && w != nil:
		return nil, chat.Sentence(fmt.Sprintf(textNoPeriodOf, w.Label, item.Number)), nil
	case len(found) == 0 && act.takesBack():
		return nil, chat.Sentence(fmt.Sprintf(textNothingClosed, item.Number)), nil
	case len(found) == 0:
		return nil, chat.Sentence(fmt.Sprintf(textNothingOpen, item.Number)), nil
	case found[0].supports() && act.Kind != question.ActSnooze:
		return nil, chat.Sentence(found[0].onlySupports()), nil
	}
	return found, chat.Reply{}, nil
}

// takesBack reports whether an act is about what was acknowledged.
func (a Act) takesBack() bool { return a.Kind == question.ActUndo || a.Kind == question.ActNote }

// picked are the occurrences of a unit for an agency that are meant.
func (a *acts) picked(ctx context.Context, t dialog.Turn, act Act, item question.Item, w *question.Window, unit, kept string) ([]Sighted, error) {
	day := t.Today()
	if act.Kind == question.ActDone && !item.Day.IsZero() {
		day = item.Day
	}
	var all []Sighted
	var err error
	if w != nil {
		all, err = a.owedBy(ctx, unit, kept, w.From, w.To)
	} else {
		all, err = a.around(ctx, unit, kept, day)
	}
	if err != nil || len(all) == 0 {
		return nil, err
	}
	if slices.ContainsFunc(all, a.sameTask) { // else only a plan before asks for it
		all = slices.DeleteFunc(all, a.otherTask)
	}
	switch last, closed := lastClosed(all); {
	case act.takesBack() && closed:
		all = []Sighted{last}
	case act.takesBack() && w == nil:
		return nil, nil
	case w != nil:
		all = within(all, day)
	default:
		s, ok := nearest(all, day)
		if !ok {
			return nil, nil
		}
		all = []Sighted{s}
	}
	for i := range all {
		s, ok, err := a.SightKept(ctx, t, all[i].Kept)
		if err != nil || !ok {
			return nil, err
		}
		s.nth = all[i].nth
		all[i] = s
	}
	return all, nil
}

// whichOf lets a person choose among what a number may mean: tasks, agencies,
// periods. Where it is all that was said, choosing does the act.
func (a *acts) whichOf(item question.Item, found []Sighted, alone bool) chat.Reply {
	differ := func(key func(Sighted) string) bool {
		return slices.ContainsFunc(found, func(s Sighted) bool { return key(s) != key(found[0]) })
	}
	tasks, agencies := differ(func(s Sighted) string { return s.Unit.ID }), differ(func(s Sighted) string { return s.Kept.Agency })
	reply := chat.Sentence(textForWhichPeriod)
	switch {
	case tasks:
		reply = chat.Sentence(fmt.Sprintf(textForWhichTask, item.Number))
	case agencies:
		reply = chat.Sentence(TextForWhichAgency)
	}
	for _, s := range found[:min(len(found), follow.MostLeft)] {
		label := s.Kept.Period
		switch {
		case tasks && agencies:
			label = chat.ShortPlace(s.Unit) + " " + s.Agency.Name
		case tasks:
			label = chat.UnitLabel(s.Unit)
		case agencies:
			label = s.Agency.Name
		}
		view := dialog.ViewItem
		if alone {
			view = dialog.ViewChosen
		}
		reply.Buttons = append(reply.Buttons, []chat.Button{a.desk.Button(chat.CutWords(label, chat.LabelRunes), a.to(view, s, plan.Date{}))})
	}
	return reply
}

// chosenPressed does what the occurrence was chosen for, or shows it.
func (a *acts) chosenPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	act, waits := a.choosing.Take(dialog.ParticipantOf(t.Message))
	if !waits {
		return a.itemPressed(ctx, t, at)
	}
	act.Button = at
	return a.do(ctx, t, act)
}

// noteWords are the words that are given along with an act, cut to what is kept.
func noteWords(act Act) string {
	words := act.Words
	if act.Link != "" && !strings.Contains(words, act.Link) {
		words = strings.TrimSpace(act.Link + " " + words)
	}
	return chat.CutWords(words, dialog.NoteRunes)
}
