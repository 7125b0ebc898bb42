package browse

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// Bounds of the inline mode.
const (
	MostCards    = 20
	TitleRunes   = 70
	summaryRunes = 110
	inquiryRunes = 256
)

// Inquire answers what a person types behind the bot's name in any chat: the
// units that they may want to send there, best first.
func (s *Screens) Inquire(ctx context.Context, i chat.Inquiry) ([]chat.Card, error) {
	text := chat.CutWords(question.Cleaned(i.Text), inquiryRunes)
	if !question.HasLetters(text) {
		return nil, nil
	}
	units, err := s.inquired(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("inquire: %w", err)
	}
	cards := make([]chat.Card, len(units))
	for n, u := range units {
		cards[n] = s.shareable(u)
	}
	return cards, nil
}

// inquired finds units by a number, else by words.
func (s *Screens) inquired(ctx context.Context, text string) ([]plan.Unit, error) {
	var units []plan.Unit
	seen := map[string]bool{}
	add := func(u plan.Unit) {
		if !seen[u.ID] && u.Kind != plan.KindHeading && len(units) < MostCards {
			seen[u.ID] = true
			units = append(units, u)
		}
	}
	if place, ok := question.PlaceOf(text); ok {
		for _, u := range s.answers.Resolve(place) {
			add(u)
			for _, under := range s.answers.Index.Under(u.ID) {
				add(under)
			}
		}
		return units, nil
	}
	now := s.now()
	q := s.answers.Reader.Hear(text, now).Question()
	answer, err := s.answers.Reply(ctx, q, dialog.Situation{Now: now})
	if err != nil {
		return nil, err
	}
	if answer.Plan != s.answers.Plan() {
		return units, nil // a card cites the plan in force
	}
	for _, f := range answer.Units {
		add(f.Unit)
	}
	if len(answer.Units) > 0 {
		hits, err := s.answers.Index.Search(ctx, q.Query)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		for _, h := range hits {
			add(h.Unit)
		}
	}
	return units, nil
}

// shareable is a unit as it is sent to another chat.
func (s *Screens) shareable(u plan.Unit) chat.Card {
	card := chat.Card{
		ID:      u.ID,
		Title:   chat.CutWords(chat.ShortPlace(u)+". "+chat.FirstLine(u.Text), TitleRunes),
		Summary: chat.CutWords(summary(u), summaryRunes),
		Text:    s.answers.Card(u, question.Search),
	}
	if chat.ScreenLength(card.Text) > chat.ScreenRunes {
		card.Text = chat.Text{chat.Quote(chat.CutWords(chat.FirstLine(u.Text), chat.ScreenRunes/2)), s.answers.Cite(u)}
	}
	if address := s.Link(u); address != "" {
		card.Buttons = [][]chat.Button{{{Label: buttonOpen, Link: address}}}
	}
	return card
}

// summary says who leads a unit and until when.
func summary(u plan.Unit) string {
	var parts []string
	if u.Lead != "" {
		parts = append(parts, chat.OneLine(u.Lead))
	}
	if u.Deadline.Words != "" {
		parts = append(parts, chat.OneLine(u.Deadline.Words))
	}
	return strings.Join(parts, " · ")
}

// LinkBegin begins what a link to the bot carries that opens a task: "t_1_14" of
// the plan that was loaded first, "tb_1_14" of the one with the code b.
const LinkBegin = "t"

// LinkCode is the code of the plan that a link opens a task of, by what the link
// carries; own is that of the plan in force, which an older link means where it is
// told by its year.
func LinkCode(carried string, own int) int {
	head, _, _ := strings.Cut(strings.TrimPrefix(carried, LinkBegin), "_")
	if code, err := strconv.ParseInt(head, 36, 32); err == nil {
		return int(code)
	}
	return dialog.CodeOfYear(own)
}

// Link is the address that opens a task in the bot, "" where the bot has no
// name.
func (s *Screens) Link(u plan.Unit) string {
	return s.StartLink(linkHead(s.answers.Plan().ButtonCode()) + strings.ReplaceAll(strings.TrimPrefix(u.ID, "PL."), ".", "_"))
}

// StartLink is the address that opens the bot with what it carries, "" where the bot
// has no name.
func (s *Screens) StartLink(carried string) string {
	if s.username() == "" {
		return ""
	}
	return "https://t.me/" + s.username() + "?start=" + carried
}

// linkHead begins a link to a task of a plan.
func linkHead(code int) string {
	if dialog.CodeOfYear(code) == code {
		return LinkBegin + "_"
	}
	return LinkBegin + strconv.FormatInt(int64(code), 36) + "_"
}
