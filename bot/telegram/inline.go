package telegram

import (
	"context"
	"errors"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

const (
	cardLimit   = 50               // choices in one answer
	cardIDLimit = 64               // bytes
	cardsFresh  = 10 * time.Second // how long Telegram may repeat an answer to the same person
)

// Inquirer answers the inline mode: what a person types behind the bot's name in
// any chat. It is called from many goroutines at once, for one person from one
// at a time.
type Inquirer interface {
	Inquire(ctx context.Context, q chat.Inquiry) ([]chat.Card, error)
}

// onInquiry answers with choices; with none where the Inquirer failed, so that
// nobody waits for them.
func (t *Transport) onInquiry(ctx context.Context, q *models.InlineQuery) error {
	if q.From == nil || t.settings.Inquirer == nil {
		return nil
	}
	cards, err := t.inquire(ctx, chat.Inquiry{User: q.From.ID, Text: q.Query, At: t.now()})
	return errors.Join(err, t.offer(ctx, q.ID, cards))
}

// inquire asks the Inquirer.
func (t *Transport) inquire(ctx context.Context, q chat.Inquiry) (cards []chat.Card, err error) {
	err = t.inTime(ctx, "inquire", func(ctx context.Context) error {
		cards, err = t.settings.Inquirer.Inquire(ctx, q)
		return err
	})
	if err != nil {
		return nil, err
	}
	return cards, nil
}

// offer sends the choices. Telegram would keep them for five minutes and show
// them to others unless told otherwise. An inquiry that is too old to be
// answered needs no answer: the person has typed on.
func (o *outgoing) offer(ctx context.Context, inquiry string, cards []chat.Card) error {
	params := &tg.AnswerInlineQueryParams{
		InlineQueryID: inquiry,
		Results:       o.results(cards),
		CacheTime:     int(cardsFresh / time.Second),
		IsPersonal:    true,
	}
	err := o.caller.call(ctx, turn{}, func(ctx context.Context) error {
		_, err := o.client.AnswerInlineQuery(ctx, params)
		return err
	})
	if refused, ok := errors.AsType[*refusal](err); ok && refused.expired() {
		return nil
	}
	return err
}

// results renders the choices. Telegram refuses all for one that is broken, so
// such a one is left out and logged.
func (o *outgoing) results(cards []chat.Card) []models.InlineQueryResult {
	results := []models.InlineQueryResult{}
	known := make(map[string]bool)
	for _, c := range cards[:min(len(cards), cardLimit)] {
		pieces := render(c.Text, messageLimit)
		if c.ID == "" || len(c.ID) > cardIDLimit || known[c.ID] || blank(c.Title) || len(pieces) == 0 {
			o.log.Error("choice of the inline mode left out", "id", c.ID, "title", c.Title)
			continue
		}
		known[c.ID] = true
		results = append(results, &models.InlineQueryResultArticle{
			ID:          c.ID,
			Title:       clean(c.Title),
			Description: clean(c.Summary),
			ReplyMarkup: o.keyboard(c.Buttons),
			InputMessageContent: models.InputTextMessageContent{
				MessageText:        pieces[0].text,
				Entities:           pieces[0].entities,
				LinkPreviewOptions: &models.LinkPreviewOptions{IsDisabled: tg.True()},
			},
		})
	}
	return results
}
