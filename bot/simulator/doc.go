// Package simulator is a small Telegram: a Bot API server with a chat web
// page, so that a bot can be tried and tested without a token.
//
// In: the HTTP requests of a bot, answered as api.telegram.org answers them, in
// its words and with its rules, and what people say on the chat page or through
// the helpers for tests. Out: updates for the bot, messages for the page, and a
// record of every request.
//
// The package never calls the bot and imports no other room: both sides meet
// over HTTP, which is what they do in earnest. It keeps everything in memory,
// bounded, and never calls out to the network. It serves loopback hosts only,
// unless told otherwise. Every persona is taken to have opened a chat with the
// bot before.
//
// A test looks like this:
//
//	tg := simulator.New(simulator.Options{})
//	url, err := tg.Start("127.0.0.1:0")
//	defer tg.Close()
//	// start the bot with server address url and token tg.Token()
//	tg.Say(simulator.Official, "/start")
//	answer, err := tg.AwaitMessage(ctx, simulator.Official, func(m simulator.Message) bool {
//		return m.FromBot
//	})
//
// SetNow, Press, Inline and Choose do what a person does on the page beside
// talking: move the clock, press a button, and share what the bot offers inline.
//
// It knows what this bot calls: getUpdates, getMe, setMyCommands, sendMessage,
// sendPhoto, sendDocument, editMessageText, answerCallbackQuery and
// answerInlineQuery with articles, their words marked up by entities. Every other
// method is answered as an unknown one, and a parse mode is refused.
package simulator
