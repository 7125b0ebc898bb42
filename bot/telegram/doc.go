// Package telegram is the rim between Telegram and the bot: updates become
// chat.Message, a chat.Reply becomes calls of the Bot API.
//
// In: updates by long polling, one Responder that answers them, one Ledger
// that remembers what must outlive a restart. Out: messages as plain words with
// entities, files, edits, callback answers, choices of the inline mode,
// the command menus; and by Send and Edit what the bot says of its own accord.
//
// # What holds
//
//   - An update is confirmed to Telegram once it was handled, or written down in
//     the Ledger where that takes longer than a moment or several came together.
//     So a kill loses nothing, what was written down as handled is not answered
//     again, and a lone question costs no write.
//   - Updates of one chat are handled in their order, many chats at once. Who
//     waits for Telegram, or for the pace of a chat, holds nothing that others need.
//   - A person and a chat have a bounded number of updates open, of all kinds
//     together; who asks more is told once and then left alone.
//   - A fault of the database is no answer: the update is tried again, and nothing
//     new is taken while the database does not answer. Where it only takes no
//     writes, answers go on.
//   - Messages keep to Settings.Limits whatever the jitter on the way, and
//     answers go before what the bot says of its own accord.
//   - Telegram being away is waited out; only a refused token ends Run.
//   - The token stands in no error and in no log line.
//
// The package decides nothing about the plan, keeps no state on disk, and
// logs no words of a user.
package telegram
