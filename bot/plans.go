package bot

import (
	"context"
	"regexp"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// A Bot speaks of one plan, the one in force, and of the others of its library by
// the same conversation over another plan: its screens, buttons and files are
// then all of that plan.

// With is the same conversation over another library, as it goes on when a plan
// comes into force.
func (b *Bot) With(answerer *answer.Answerer) *Bot {
	s := b.settings
	s.Answerer = answerer
	return assemble(s, b.desk.Over(answerer.Plan().ButtonCode()))
}

// over is the same conversation over another plan of the library.
func (b *Bot) over(answerer *answer.Answerer) *Bot {
	p := answerer.Plan()
	if p.ButtonCode() == b.answers.Plan().ButtonCode() {
		return b
	}
	s := b.settings
	s.Answerer = answerer
	if s.Rulebook != nil {
		s.Rulebook = s.Rulebook.Under(p)
	}
	return assemble(s, b.desk.Over(p.ButtonCode()))
}

// meant is the conversation over the plan that a message means by itself: the one
// whose units a pressed button or a link names, that of the year of a screen of
// progress, or the one that is named behind a command; and the message, without
// the name of the plan where a command has no use for it.
func (b *Bot) meant(m chat.Message, said *question.Said) (*Bot, chat.Message, error) {
	that, known := b.answers, true
	var err error
	if m.Action != "" {
		that, known, err = b.pressedOn(m.Action)
	} else if name, args, ok := slashed(question.Cleaned(m.Text)); ok {
		switch {
		case name == "start" && strings.HasPrefix(args, browse.LinkBegin):
			that, known, err = b.answers.Coded(browse.LinkCode(args, b.answers.Plan().ButtonCode()))
		case filed[name]:
			rest := namedPlan.ReplaceAllString(args, " ")
			if that, err = b.answers.Named(said.Question()); rest != args {
				m.Text = "/" + name + " " + strings.Join(strings.Fields(rest), " ")
			}
		case ofAPlan[name]:
			that, err = b.answers.Named(said.Question())
		}
	}
	if err != nil || !known {
		return b, m, err
	}
	return b.over(that), m, nil
}

// pressedOn is the answers from the plan that the data of a button is of; false
// where the library does not hold it.
func (b *Bot) pressedOn(data string) (*answer.Answerer, bool, error) {
	if code, named := dialog.CodeOf(data); named {
		if at, ok := dialog.DecodeAction(data, code); ok && ofNoPlan[at.View] {
			return b.answers, true, nil
		}
		return b.answers.Coded(code)
	}
	at, ok := dialog.DecodeAction(data, b.answers.Plan().ButtonCode())
	if !ok || !lookedBack[at.View] || at.Window == dialog.NoWindow {
		return b.answers, true, nil
	}
	that, err := b.answers.OfYear(min(at.Window.From.Year, b.answers.Plan().Year))
	return that, err == nil, err
}

// ofNoPlan are the screens that do not show a plan, although their buttons name
// one.
var ofNoPlan = map[dialog.View]bool{
	dialog.ViewHelp: true, dialog.ViewMine: true, dialog.ViewChoose: true, dialog.ViewKind: true,
	dialog.ViewTell: true, dialog.ViewForget: true, dialog.ViewWrong: true,
}

// decoded reads the data of a pressed button.
func (b *Bot) decoded(data string) (dialog.Action, bool) {
	if at, ok := dialog.DecodeAction(data, b.answers.Plan().ButtonCode()); ok {
		return at, true
	}
	code, _ := dialog.CodeOf(data)
	at, ok := dialog.DecodeAction(data, code)
	return at, ok && ofNoPlan[at.View]
}

// ofAPlan are the commands whose words may name another plan.
var ofAPlan = question.SetOf("coquan", "nhiemvu", "denhan", "tiendo", "chuanop")

// filed are the commands that make files of a plan; behind them stands an agency
// or nothing, beside the name of a plan.
var filed = question.SetOf("xuat", "lich")

// namedPlan is the name of a plan: "năm 2024", "theo kế hoạch năm 2024", "QĐ 6004".
var namedPlan = regexp.MustCompile(`(?i)(?:^|\s)(?:theo\s+)?(?:(?:(?:kế hoạch|ke hoach|quyết định|quyet dinh|qđ|qd|kh)\s+)?(?:của\s+|cua\s+)?(?:năm|nam)\s+20\d\d|(?:kế hoạch|ke hoach|quyết định|quyet dinh|qđ|qd|kh)\s+(?:số\s+|so\s+)?\d\S*)(?:\s|$)`)

// lookedBack are the acts that show how the duties of a time stood.
var lookedBack = map[dialog.View]bool{dialog.ViewProgress: true, dialog.ViewChart: true}

// Plan is the plan that the Bot answers from without a hint.
func (b *Bot) Plan() *plan.Plan { return b.answers.Plan() }

// received reads a file that was sent, or answers the words beside it where files
// are of no use.
func (b *Bot) received(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	admin, err := false, error(nil)
	if b.library != nil {
		admin, err = b.following.Administers(ctx, t.User)
	}
	switch {
	case err != nil:
		return chat.Reply{}, err
	case admin:
		return b.library.Receive(ctx, t)
	case t.Text != "":
		return b.hear(ctx, t)
	}
	return chat.Sentence(textWordsOnly), nil
}
