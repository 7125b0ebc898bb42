// The inline mode: "@bot words" in any chat shows what the bot offers; the
// chosen result is posted there.

import { askInline, choose } from "./api.js";
import * as popup from "./popup.js";

const pause = 250; // milliseconds without a key before the bot is asked

let world = null; // who the bot is, where we are: see inlineMode
let asked = 0;
let timer;

// inlineMode wires the mode. The world tells bot(), the bot's @name; place(),
// the chat and who speaks; tell(sentence) and announce(sentence), the latter for screen readers only.
export function inlineMode(of) {
  world = of;
}

// inlineWords are the words for the bot in what is written; null for none.
export function inlineWords(text) {
  const called = /^@(\w+)\s([^]*)$/.exec(text);
  return called && called[1].toLowerCase() === world.bot().toLowerCase() ? called[2].trim() : null;
}

// typeInline asks the bot as soon as the keys rest; null stops it. chosen() is
// called when a result was posted.
export function typeInline(words, chosen) {
  clearTimeout(timer);
  const turn = ++asked;
  if (words === null) return;
  popup.close();
  timer = setTimeout(async () => {
    const { chat, user } = world.place();
    let answer;
    try {
      answer = await askInline(chat, user, words);
    } catch {
      return; // the words can still be sent as they are
    }
    if (turn === asked) offer(answer, chat, user, chosen);
  }, pause);
}

function offer(answer, chat, user, chosen) {
  const entries = answer.results.map((r) => ({
    title: r.title,
    detail: r.description,
    take: async () => {
      try {
        await choose(chat, user, answer.query, r.id);
        chosen();
      } catch (e) {
        world.tell(e.message);
      }
    },
  }));
  if (!entries.length) entries.push({ title: "Không có kết quả", take: () => {} });
  popup.show("Kết quả từ bot", entries, { className: "results" });
  world.announce(answer.results.length ? `Có ${answer.results.length} kết quả, dùng phím mũi tên để chọn.` : "Không có kết quả.");
}
