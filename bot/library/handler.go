package library

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/seeds/document"
)

// Handler shows administrators the plans, and carries out what they decide.
type Handler struct {
	desk      *dialog.Desk
	following *follow.Handler
	records   Records
	shelf     *Shelf
	changed   func(context.Context) // takes up the library once it is another
}

// Records keep the plans and who is to be told of a change.
type Records interface {
	Plans
	Announce(ctx context.Context, what string, by record.Person, letters ...record.Letter) error
	Subscribers(ctx context.Context) ([]record.Subscription, error)
}

// New makes the screens of plans.
func New(desk *dialog.Desk, following *follow.Handler, records Records, shelf *Shelf, changed func(context.Context)) *Handler {
	return &Handler{desk: desk, following: following, records: records, shelf: shelf, changed: changed}
}

// Commands are the commands that this room answers, by name.
func (h *Handler) Commands() map[string]dialog.Command {
	return map[string]dialog.Command{"kehoach": h.listCommand}
}

// Buttons are the buttons that this room answers.
func (h *Handler) Buttons() map[dialog.View]dialog.Press {
	return map[dialog.View]dialog.Press{dialog.ViewPlan: h.pressed}
}

// authorize lets administrators in, in private.
func (h *Handler) authorize(ctx context.Context, t dialog.Turn) (bool, chat.Reply, error) {
	may, err := h.following.Administers(ctx, t.User)
	switch {
	case err != nil:
		return false, chat.Reply{}, err
	case !may:
		return false, chat.Sentence(follow.TextOnlyAdministrators), nil
	case !t.Private:
		return false, chat.Sentence(textPrivately), nil
	}
	return true, chat.Reply{}, nil
}

// What a button of this room does, as its topic begins.
const (
	topicOpen      = ""
	topicNext      = "tiep" // the next thing that is open
	topicRows      = "bang" // the table of every row
	topicChanges   = "khac"
	topicReplaces  = "thay"
	topicPropose   = "trinh"
	topicApprove   = "duyet"
	topicBack      = "rut"
	topicSureBack  = "rutdi"
	topicList      = "ds"
	topicYear      = "nam"
	topicNumber    = "so"
	topicColumn    = "cot"
	topicAgency    = "cq"
	topicNewAgency = "cqm"
	topicWave      = "giu"
	topicWaveAll   = "giuhet"
	topicDate      = "ngay"
)

// button leads to what can be done about a plan.
func (h *Handler) button(label string, id int64, topic string, number int64) []chat.Button {
	return []chat.Button{h.desk.Button(chat.CutWords(label, chat.LabelRunes), dialog.Action{View: dialog.ViewPlan, ID: id, Topic: topic, Number: number})}
}

// listCommand lists the plans.
func (h *Handler) listCommand(ctx context.Context, t dialog.Turn, _ string) (chat.Reply, error) {
	if may, reply, err := h.authorize(ctx, t); err != nil || !may {
		return reply, err
	}
	return h.list(ctx, 0)
}

// mostListed is how many plans stand on a page.
const mostListed = 8

func (h *Handler) list(ctx context.Context, page int) (chat.Reply, error) {
	kept, err := h.records.Plans(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("plans: %w", err)
	}
	kept = slices.DeleteFunc(kept, func(k record.Plan) bool { return k.State == record.PlanWithdrawn })
	slices.Reverse(kept)
	reply := chat.Reply{Text: chat.Text{chat.BoldText(textPlans)}}
	page = chat.UpToLast(page, len(kept), mostListed)
	var lines string
	for _, k := range chat.PageOf(kept, page, mostListed) {
		lines += fmt.Sprintf(textPlanLine, nameOf(k), periodOf(k), stateOf(k))
		reply.Buttons = append(reply.Buttons, h.button(nameOf(k), k.ID, topicOpen, 0))
	}
	reply.Text = append(reply.Text, chat.Say(lines), chat.Say(textSendFile))
	if (page+1)*mostListed < len(kept) {
		reply.Buttons = append(reply.Buttons, h.button(chat.ButtonAfter, 0, topicList, int64(page+1)))
	}
	return reply, nil
}

// kept finds a plan by its id.
func (h *Handler) kept(ctx context.Context, id int64) (record.Plan, bool, error) {
	all, err := h.records.Plans(ctx)
	if err != nil {
		return record.Plan{}, false, fmt.Errorf("plans: %w", err)
	}
	i := slices.IndexFunc(all, func(k record.Plan) bool { return k.ID == id })
	if i < 0 {
		return record.Plan{}, false, nil
	}
	return all[i], true, nil
}

// stampOf tells a blocker from others of the same plan.
func stampOf(b document.Blocker) string {
	sum := fnv.New32a()
	_, _ = fmt.Fprintf(sum, "%s\n%s\n%s", b.Kind, b.Unit, b.What) // a hash takes everything
	return fmt.Sprintf("%08x", sum.Sum32())
}
