package bot

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

const (
	mostCards    = 20
	titleRunes   = 70
	summaryRunes = 110
	inquiryRunes = 256
)

// Inquire answers what a person types behind the bot's name in any chat: the
// units that they may want to send there, best first.
func (b *screens) Inquire(ctx context.Context, i Inquiry) ([]Card, error) {
	text := cutWords(cleaned(i.Text), inquiryRunes)
	if !hasLetters(text) {
		return nil, nil
	}
	units, err := b.inquired(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("inquire: %w", err)
	}
	cards := make([]Card, len(units))
	for n, u := range units {
		cards[n] = b.shareable(u)
	}
	return cards, nil
}

// inquired finds units by a number, else by words.
func (b *screens) inquired(ctx context.Context, text string) ([]plan.Unit, error) {
	var units []plan.Unit
	seen := map[string]bool{}
	add := func(u plan.Unit) {
		if !seen[u.ID] && u.Kind != plan.KindHeading && len(units) < mostCards {
			seen[u.ID] = true
			units = append(units, u)
		}
	}
	if place, ok := placeOf(text); ok {
		for _, u := range b.answers.resolve(place) {
			add(u)
			for _, under := range b.answers.index.Under(u.ID) {
				add(under)
			}
		}
		return units, nil
	}
	now := b.now()
	q := b.answers.reader.Read(text, now)
	answer, err := b.answers.reply(ctx, q, Situation{Now: now})
	if err != nil {
		return nil, err
	}
	for _, f := range answer.Units {
		add(f.Unit)
	}
	if len(answer.Units) > 0 {
		hits, err := b.answers.index.Search(ctx, q.Query)
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
func (b *screens) shareable(u plan.Unit) Card {
	card := Card{
		ID:      u.ID,
		Title:   cutWords(shortPlace(u)+". "+firstLine(u.Text), titleRunes),
		Summary: cutWords(summary(u), summaryRunes),
		Text:    b.answers.card(u, question.Search),
	}
	if screenLength(card.Text) > screenRunes {
		card.Text = Text{quote(cutWords(firstLine(u.Text), screenRunes/2)), b.answers.cite(u)}
	}
	if address := b.link(u); address != "" {
		card.Buttons = [][]Button{{{Label: buttonOpen, Link: address}}}
	}
	return card
}

// summary says who leads a unit and until when.
func summary(u plan.Unit) string {
	var parts []string
	if u.Lead != "" {
		parts = append(parts, oneLine(u.Lead))
	}
	if u.Deadline.Words != "" {
		parts = append(parts, oneLine(u.Deadline.Words))
	}
	return strings.Join(parts, " · ")
}
