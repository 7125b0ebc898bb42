// The line to write in, and the command menu above it.

import { element } from "./format.js";

const form = document.querySelector("#composer");
const words = document.querySelector("#words");
const sendButton = document.querySelector("#send");
const menu = document.querySelector("#menu");
const menuButton = document.querySelector("#open-menu");
const replying = document.querySelector("#replying");

let commands = [];
let chosen = -1;
let replyTo = null;

// compose wires the line; send(text, replyTo) is called with what was written
// and returns whether it went out.
export function compose(send) {
  const submit = async (text) => {
    if (!text.trim()) return;
    const target = replyTo;
    words.value = ""; // at once: the next words may be written before the answer comes
    setReply(null);
    grow();
    if (await send(text, target?.id ?? 0) || words.value || replyTo) return;
    words.value = text; // it did not go out: nothing is lost
    replyTo = target;
    replying.hidden = !target;
    grow();
  };
  form.addEventListener("submit", (e) => { e.preventDefault(); closeMenu(); submit(words.value); });
  words.addEventListener("input", () => { grow(); suggest(); });
  words.addEventListener("keydown", (e) => {
    if (e.isComposing) return; // a Vietnamese input method is still at work
    if (!menu.hidden && navigate(e, submit)) return e.preventDefault();
    if (e.key === "Escape") setReply(null);
    if (e.key === "Enter" && !e.shiftKey) { e.preventDefault(); form.requestSubmit(); }
  });
  menuButton.addEventListener("click", () => {
    if (menu.hidden) { openMenu(commands); words.focus(); } else closeMenu();
  });
  menu.addEventListener("mousedown", (e) => e.preventDefault());
  menu.addEventListener("click", (e) => take(e.target.closest("li"), submit));
  document.addEventListener("click", (e) => { if (!form.contains(e.target)) closeMenu(); });
  replying.querySelector("button").addEventListener("click", () => setReply(null));
}

// setCommands tells what the menu offers.
export function setCommands(list) {
  commands = list;
  menuButton.hidden = list.length === 0;
  if (list.length === 0) closeMenu();
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

function grow() {
  sendButton.disabled = !words.value.trim();
  words.style.height = "auto";
  words.style.height = words.scrollHeight + 2 + "px";
}

// suggest opens the menu while a command is being typed.
function suggest() {
  const typed = /^\/([a-z0-9_]*)$/i.exec(words.value);
  const fitting = typed ? commands.filter((c) => c.command.startsWith(typed[1].toLowerCase())) : [];
  if (fitting.length) openMenu(fitting);
  else closeMenu();
}

function openMenu(list) {
  if (!list.length) return;
  menu.replaceChildren(...list.map((c, i) => {
    const item = element("li");
    item.id = "command-" + i;
    item.role = "option";
    item.dataset.command = "/" + c.command;
    item.append(element("b", "", "/" + c.command), element("span", "", c.description));
    return item;
  }));
  menu.hidden = false;
  menuButton.setAttribute("aria-expanded", "true");
  choose(0);
}

function closeMenu() {
  menu.hidden = true;
  menuButton.setAttribute("aria-expanded", "false");
  words.removeAttribute("aria-activedescendant");
}

function choose(index) {
  chosen = (index + menu.children.length) % menu.children.length;
  [...menu.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
  menu.children[chosen].scrollIntoView({ block: "nearest" });
  words.setAttribute("aria-activedescendant", menu.children[chosen].id);
}

// navigate moves in the open menu, and says whether the key was used up.
function navigate(e, submit) {
  switch (e.key) {
    case "ArrowDown": choose(chosen + 1); return true;
    case "ArrowUp": choose(chosen - 1); return true;
    case "Escape": closeMenu(); return true;
    case "Tab": words.value = menu.children[chosen].dataset.command + " "; closeMenu(); grow(); return true;
    case "Enter": take(menu.children[chosen], submit); return true;
  }
  return false;
}

function take(item, submit) {
  if (!item) return;
  closeMenu();
  submit(item.dataset.command);
}
