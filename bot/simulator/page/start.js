// Deep links: https://t.me/<bot>?start=<parameter> opens the bot's own chat.

const link = /^(?:https?:\/\/)?(?:t|telegram)\.me\/(\w+)\?(?:[^#]*&)?start=([\w-]{1,64})(?:[&#]|$)/i;

// startParameter is what a link says to the bot of that name; null where it
// leads elsewhere.
export function startParameter(address, bot) {
  const found = link.exec(address);
  return found && found[1].toLowerCase() === bot.toLowerCase() ? found[2] : null;
}
