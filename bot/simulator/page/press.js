// Presses buttons under messages and shows what the bot says to that.

import * as api from "./api.js";
import { alertOf, toast } from "./notice.js";

const patience = 10000; // milliseconds

const waiting = new Map(); // pressed buttons, by id of the callback query
const early = new Map(); // answers that came before their id was known

// press tells the bot, and lets the button wait for the answer.
export async function press(button, chat, user, message, data) {
  button.classList.add("waiting");
  setTimeout(() => button.classList.remove("waiting"), patience);
  try {
    const id = await api.press(chat, user, message, data);
    waiting.set(id, button);
    if (early.has(id)) answered(early.get(id));
  } catch (e) {
    button.classList.remove("waiting");
    toast(e.message);
  }
}

// answered ends the wait of a pressed button. The answer may be faster than the
// reply to our own request.
export function answered(answer) {
  const button = waiting.get(answer.id);
  if (!button) {
    early.set(answer.id, answer);
    setTimeout(() => early.delete(answer.id), patience);
    return;
  }
  waiting.delete(answer.id);
  early.delete(answer.id);
  button.classList.remove("waiting");
  if (!answer.text) return;
  if (answer.alert) alertOf(answer.text);
  else toast(answer.text);
}
