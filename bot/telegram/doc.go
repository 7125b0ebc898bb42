// Package telegram is the rim between Telegram and the bot: updates become
// bot.Message, a bot.Reply becomes calls of the Bot API.
//
// In: updates by long polling, one Responder that answers them, one Ledger
// that remembers what must outlive a restart. Out: messages as plain words with
// entities, files, edits, callback answers, choices of the inline mode,
// the command menus; and by Send and Edit what the bot says of its own accord.
//
// # What holds
//
//   - An update is confirmed to Telegram only after it and all before it were
//     handled, so a kill loses nothing; the Ledger's update ids keep what was
//     handled but not yet confirmed from being answered twice.
//   - Updates of one chat are handled in their order, many chats at once, and
//     at most one batch of updates waits in memory.
//   - Messages keep to Settings.Limits whatever the jitter on the way, and
//     answers go before what the bot says of its own accord.
//   - Telegram being away is waited out; only a refused token ends Run.
//   - The token stands in no error and in no log line.
//
// The package decides nothing about the plan, keeps no state on disk, and
// logs no words of a user.
package telegram
