// The line to write in, with the command menu and the inline mode above it.

import { inlineWords, typeInline } from "./inline.js";
import * as popup from "./popup.js";

const form = document.querySelector("#composer");
const words = document.querySelector("#words");
const sendButton = document.querySelector("#send");
const menuButton = document.querySelector("#open-menu");
const replying = document.querySelector("#replying");

let commands = [];
let replyTo = null;
let submit = () => {};

// compose wires the line; send(text, replyTo) is called with what was written
// and returns whether it went out.
export function compose(send) {
  submit = async (text) => {
    if (!text.trim()) return;
    const target = replyTo;
    write("", false); // at once: the next words may be written before the answer comes
    setReply(null);
    if (await send(text, target?.id ?? 0) || words.value || replyTo) return;
    write(text, false); // it did not go out: nothing is lost
    replyTo = target;
    replying.hidden = !target;
  };
  form.addEventListener("submit", (e) => { e.preventDefault(); popup.close(); submit(words.value); });
  words.addEventListener("input", () => { grow(); suggest(); });
  words.addEventListener("keydown", (e) => {
    if (e.isComposing) return; // a Vietnamese input method is still at work
    if (popup.isOpen() && popup.navigate(e)) return e.preventDefault();
    if (e.key === "Escape") setReply(null);
    if (e.key === "Enter" && !e.shiftKey) { e.preventDefault(); form.requestSubmit(); }
  });
  menuButton.addEventListener("click", () => {
    if (menuButton.getAttribute("aria-expanded") === "true") return popup.close();
    showCommands(commands);
    words.focus();
  });
  document.querySelector("#skip").addEventListener("click", (e) => {
    e.preventDefault(); // the address names the chat
    words.focus();
  });
  document.addEventListener("click", (e) => { if (!form.contains(e.target)) popup.close(); });
  replying.querySelector("button").addEventListener("click", () => { setReply(null); words.focus(); });
}

// setCommands tells what the menu offers.
export function setCommands(list) {
  commands = list;
  menuButton.hidden = list.length === 0;
}

// setReply shows which message the next words answer; null for none.
export function setReply(m, summary) {
  replyTo = m;
  replying.hidden = !m;
  if (m) {
    replying.querySelector("p").textContent = "Trả lời: " + summary;
    words.focus();
  }
}

export function setPlaceholder(text, disabled) {
  words.placeholder = text;
  words.disabled = disabled;
}

// write puts words into the line, as if they were typed there.
export function write(text, typed = true) {
  words.value = text;
  grow();
  if (!typed) return popup.close();
  words.focus();
  suggest();
}

function grow() {
  sendButton.disabled = !words.value.trim();
  words.style.height = "auto";
  words.style.height = words.scrollHeight + 2 + "px";
}

// suggest opens the menu while a command is being typed, and asks the bot while
// its name is.
function suggest() {
  typeInline(inlineWords(words.value), () => write("", false));
  if (inlineWords(words.value) !== null) return;
  const typed = /^\/([a-z0-9_]*)$/i.exec(words.value);
  showCommands(typed ? commands.filter((c) => c.command.startsWith(typed[1].toLowerCase())) : []);
}

function showCommands(list) {
  popup.show("Lệnh của bot", list.map((c) => ({
    title: "/" + c.command,
    detail: c.description,
    take: () => submit("/" + c.command),
    complete: () => write(`/${c.command} `, false),
  })), { choose: 0, closed: () => menuButton.setAttribute("aria-expanded", "false") });
  menuButton.setAttribute("aria-expanded", String(list.length > 0));
}
