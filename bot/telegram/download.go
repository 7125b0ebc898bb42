package telegram

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

// maxDownload is the largest file that the Bot API hands out.
const maxDownload = 20 << 20

// documentOf is the file that a person sends to the bot in private; nil for none.
// Once it is fetched, the person is told that it is being read.
func (t *Transport) documentOf(m *models.Message) *chat.Document {
	if m.Document == nil || m.Chat.Type != models.ChatTypePrivate {
		return nil
	}
	told := false
	return &chat.Document{Name: clean(m.Document.FileName), Size: m.Document.FileSize, Fetch: func(ctx context.Context) ([]byte, error) {
		if m.Document.FileSize > maxDownload {
			return nil, chat.ErrTooLarge
		}
		if !told {
			told = true
			if err := t.deliver(ctx, answerTo(m, true), sentence(textReading)); err != nil {
				return nil, err
			}
		}
		return t.download(ctx, m.Document.FileID)
	}}
}

// download fetches a file that was sent to the bot.
func (o *outgoing) download(ctx context.Context, id string) ([]byte, error) {
	var file *models.File
	err := o.caller.call(ctx, turn{}, func(ctx context.Context) (err error) {
		file, err = o.client.GetFile(ctx, &tg.GetFileParams{FileID: id})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find a file: %w", err)
	}
	var content []byte
	err = o.caller.call(ctx, turn{}, func(ctx context.Context) (err error) {
		content, err = o.wire.file(ctx, o.client.FileDownloadLink(file))
		return err
	})
	return content, err
}

// file reads a file at an address of the server, which holds the token.
func (w *wire) file(ctx context.Context, address string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return nil, errors.New(w.token.hide(err.Error()))
	}
	response, err := w.client.Do(request)
	if err != nil {
		return nil, w.outage(err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		return nil, &refusal{code: response.StatusCode, description: "the file is not handed out"}
	}
	content, err := io.ReadAll(io.LimitReader(response.Body, maxDownload+1))
	if err != nil {
		return nil, w.outage(err)
	}
	if len(content) > maxDownload {
		return nil, chat.ErrTooLarge
	}
	return content, nil
}
