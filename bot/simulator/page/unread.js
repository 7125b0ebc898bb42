// Counts what the bot said in chats that were not looked at since, also before
// this page was opened; what was seen is remembered as long as the tab.

const key = "seen";
const seen = JSON.parse(sessionStorage.getItem(key) ?? "{}"); // chat: its newest message that was seen
const counts = new Map();

export const unread = (chat) => counts.get(chat) ?? 0;
export const allUnread = () => [...counts.values()].reduce((sum, n) => sum + n, 0);

// arrived counts a message of the bot.
export const arrived = (chat) => counts.set(chat, unread(chat) + 1);

// isSeen takes note that a chat is looked at, with this newest message.
export function isSeen(chat, newest) {
  counts.delete(chat);
  if (!newest || seen[chat] === newest.id) return;
  seen[chat] = newest.id;
  sessionStorage.setItem(key, JSON.stringify(seen));
}

// findUnread counts a chat whose newest message is the bot's and was not seen.
export function findUnread(chats) {
  for (const c of chats) {
    if (c.last?.from_bot && seen[c.id] !== c.last.id && !counts.has(c.id)) counts.set(c.id, 1);
  }
}
