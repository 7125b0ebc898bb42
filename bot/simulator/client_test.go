package simulator_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/simulator"
	"cchcbot/bot/simulator/botapitest"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// start runs a strict server and returns it with a client of the real library.
func start(t *testing.T, options simulator.Options) (*simulator.Server, *tg.Bot) {
	t.Helper()
	options.Check, options.Strict = botapitest.Read(t).Request, true
	server := simulator.New(options)
	url, err := server.Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	client, err := tg.New(server.Token(), tg.WithServerURL(url), tg.WithDefaultHandler(func(context.Context, *tg.Bot, *models.Update) {}))
	if err != nil {
		t.Fatal(err)
	}
	return server, client
}

// patience bounds what a test waits for; a healthy run needs a fraction of it.
func patience(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func TestRealClientSendsAndEdits(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	ctx := patience(t)
	sent, err := client.SendMessage(ctx, &tg.SendMessageParams{
		ChatID: simulator.Official, Text: "Xin chào & 👋 PL.1.14",
		Entities: []models.MessageEntity{{Type: models.MessageEntityTypeBold, Length: 8}, {Type: models.MessageEntityTypeCode, Offset: 14, Length: 7}},
		ReplyMarkup: &models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{
			{{Text: "Chủ trì", CallbackData: "lead"}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sent.Text, "Xin chào & 👋 PL.1.14"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if len(sent.Entities) != 2 || sent.Entities[1].Offset != 14 || sent.Entities[1].Length != 7 {
		t.Errorf("entities %+v: the code begins at the 14th UTF-16 unit", sent.Entities)
	}
	edited, err := client.EditMessageText(ctx, &tg.EditMessageTextParams{
		ChatID: simulator.Official, MessageID: sent.ID, Text: "Đã sửa",
	})
	if err != nil {
		t.Fatal(err)
	}
	if edited.Text != "Đã sửa" || edited.EditDate == 0 || edited.ReplyMarkup != nil {
		t.Errorf("edited message %+v: new words, an edit date and no keyboard are due", edited)
	}
	shown := server.Messages(simulator.Official)
	if len(shown) != 1 || shown[0].Text != "Đã sửa" || !shown[0].FromBot {
		t.Errorf("the chat shows %+v", shown)
	}
}

func TestRealClientPolls(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	ctx, stop := context.WithCancel(patience(t))
	client.RegisterHandlerMatchFunc(func(u *models.Update) bool { return u.Message != nil },
		func(ctx context.Context, b *tg.Bot, u *models.Update) {
			_, err := b.SendMessage(ctx, &tg.SendMessageParams{
				ChatID: u.Message.Chat.ID, Text: "Anh/chị hỏi: " + u.Message.Text,
				ReplyMarkup: &models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{
					{{Text: "Xem", CallbackData: "xem:1"}},
				}},
			})
			if err != nil {
				t.Error(err)
			}
		})
	answered := make(chan struct{})
	client.RegisterHandler(tg.HandlerTypeCallbackQueryData, "xem:", tg.MatchTypePrefix,
		func(ctx context.Context, b *tg.Bot, u *models.Update) {
			defer close(answered)
			if _, err := b.AnswerCallbackQuery(ctx, &tg.AnswerCallbackQueryParams{
				CallbackQueryID: u.CallbackQuery.ID, Text: "Đã mở",
			}); err != nil {
				t.Error(err)
			}
		})
	finished := make(chan struct{})
	go func() { defer close(finished); client.Start(ctx) }()

	if _, err := server.Say(simulator.Leader, "ai chủ trì số hóa"); err != nil {
		t.Fatal(err)
	}
	answer, err := server.AwaitMessage(ctx, simulator.Leader, func(m simulator.Message) bool { return m.FromBot })
	if err != nil {
		t.Fatal(err)
	}
	if answer.Text != "Anh/chị hỏi: ai chủ trì số hóa" {
		t.Errorf("answer %q", answer.Text)
	}
	query, err := server.Press(simulator.Leader, simulator.Leader, answer.ID, "Xem")
	if err != nil {
		t.Fatal(err)
	}
	<-answered
	if got := server.Answers(); len(got) != 1 {
		t.Fatalf("answers %+v", got)
	}
	if got := server.Answers()[0]; got.ID != query || got.Text != "Đã mở" || got.User != simulator.Leader {
		t.Errorf("answer to the button %+v", got)
	}
	if problems := server.Problems(); problems != nil {
		t.Errorf("the schema refuses what the library sends: %v", problems)
	}
	stop()
	<-finished
}

func TestRealClientRecognisesErrors(t *testing.T) {
	t.Parallel()
	send := func(ctx context.Context, client *tg.Bot, chat int64) error {
		_, err := client.SendMessage(ctx, &tg.SendMessageParams{ChatID: chat, Text: "a"})
		return err
	}
	tests := []struct {
		name    string
		prepare func(*simulator.Server)
		chat    int64
		is      error
		words   string
	}{
		{"blocked", func(s *simulator.Server) { _ = s.SetBlocked(simulator.Official, true) }, simulator.Official,
			tg.ErrorForbidden, "Forbidden: bot was blocked by the user"},
		{"removed from the group", func(s *simulator.Server) { _ = s.SetBlocked(simulator.TeamGroup, true) }, simulator.TeamGroup,
			tg.ErrorForbidden, "Forbidden: bot was kicked from the group chat"},
		{"no such chat", func(*simulator.Server) {}, 42, tg.ErrorBadRequest, "Bad Request: chat not found"},
		{"trouble inside", func(s *simulator.Server) { s.Fail("sendMessage", simulator.ServerError(), 1) }, simulator.Official,
			nil, "500 Internal Server Error"},
		{"a proxy's page", func(s *simulator.Server) { s.Fail("sendMessage", simulator.BadGateway(), 1) }, simulator.Official,
			nil, "502 Bad Gateway"},
		{"cut", func(s *simulator.Server) { s.Fail("sendMessage", simulator.CutConnection(), 1) }, simulator.Official,
			nil, "EOF"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			server, client := start(t, simulator.Options{})
			tt.prepare(server)
			err := send(patience(t), client, tt.chat)
			if err == nil || !strings.Contains(err.Error(), tt.words) {
				t.Fatalf("error %v, want the words %q", err, tt.words)
			}
			if tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("error %v is no %v", err, tt.is)
			}
		})
	}
}

func TestRealClientUnderstandsParameters(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	ctx := patience(t)
	server.Fail("sendMessage", simulator.TooManyRequests(7), 1)
	_, err := client.SendMessage(ctx, &tg.SendMessageParams{ChatID: simulator.Official, Text: "a"})
	var tooMany *tg.TooManyRequestsError
	if !errors.As(err, &tooMany) || tooMany.RetryAfter != 7 {
		t.Errorf("error %v, want a wait of 7 seconds", err)
	}
	moved, err := server.Migrate(simulator.TeamGroup)
	if err != nil {
		t.Fatal(err)
	}
	_, err = client.SendMessage(ctx, &tg.SendMessageParams{ChatID: simulator.TeamGroup, Text: "a"})
	var migrated *tg.MigrateError
	if !errors.As(err, &migrated) || int64(migrated.MigrateToChatID) != moved {
		t.Errorf("error %v, want the new chat %d", err, moved)
	}
	if _, err = client.SendMessage(ctx, &tg.SendMessageParams{ChatID: moved, Text: "a"}); err != nil {
		t.Errorf("the new chat refuses: %v", err)
	}
}

func TestRealClientUploads(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	ctx := patience(t)
	sent, err := client.SendDocument(ctx, &tg.SendDocumentParams{
		ChatID: simulator.Leader, Caption: "Báo cáo quý I",
		Document: &models.InputFileUpload{Filename: "bao-cao.csv", Data: strings.NewReader("a;b\n1;2\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if sent.Document == nil || sent.Document.FileName != "bao-cao.csv" || sent.Caption != "Báo cáo quý I" {
		t.Errorf("sent %+v", sent)
	}
	if got := server.Messages(simulator.Leader)[0].File; got == nil || got.Size != 8 {
		t.Errorf("the chat shows the file %+v", got)
	}
}

func TestRealClientSetsCommands(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	_, err := client.SetMyCommands(patience(t), &tg.SetMyCommandsParams{
		Commands: []models.BotCommand{{Command: "help", Description: "Hướng dẫn"}},
		Scope:    &models.BotCommandScopeAllPrivateChats{},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := server.Menu(simulator.Official); len(got) != 1 || got[0].Description != "Hướng dẫn" {
		t.Errorf("private menu %+v", got)
	}
	if got := server.Menu(simulator.TeamGroup); len(got) != 0 {
		t.Errorf("group menu %+v, want none", got)
	}
}
