// The list above the line: the bot's commands, or what it offers inline. The
// focus stays in the line; the chosen entry is named to screen readers.

import { element } from "./format.js";

const list = document.querySelector("#popup");
const words = document.querySelector("#words");

let entries = [];
let chosen = -1;
let onClose = () => {};

export const isOpen = () => !list.hidden;

// show opens the list: label names it; each entry has a title, a detail, and
// take(), for when it is picked; complete() is for the tab key. closed() is
// called when it closes. No entry is chosen at first unless choose says which.
export function show(label, wanted, { choose: first = -1, className = "", closed = () => {} } = {}) {
  close();
  if (!wanted.length) return;
  entries = wanted;
  onClose = closed;
  list.className = className;
  list.setAttribute("aria-label", label);
  list.replaceChildren(...entries.map((entry, i) => {
    const item = element("li");
    item.id = "entry-" + i;
    item.role = "option";
    item.append(element("b", "", entry.title));
    if (entry.detail) item.append(element("span", "", entry.detail));
    item.onclick = () => pick(i);
    return item;
  }));
  list.hidden = false;
  list.scrollTop = 0;
  choose(first);
}

export function close() {
  if (list.hidden) return;
  list.hidden = true;
  words.removeAttribute("aria-activedescendant");
  onClose();
}

function choose(index) {
  chosen = index;
  [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
  const item = list.children[chosen];
  if (!item) return words.removeAttribute("aria-activedescendant");
  item.scrollIntoView({ block: "nearest" });
  words.setAttribute("aria-activedescendant", item.id);
}

function pick(index) {
  const entry = entries[index];
  close();
  entry.take();
}

// navigate moves in the open list, and says whether the key was used up.
export function navigate(e) {
  const n = entries.length;
  switch (e.key) {
    case "ArrowDown": choose((chosen + 1) % n); return true;
    case "ArrowUp": choose(chosen < 0 ? n - 1 : (chosen - 1 + n) % n); return true;
    case "Escape": close(); return true;
    case "Enter":
      if (chosen < 0 || e.shiftKey) return false;
      pick(chosen);
      return true;
    case "Tab":
      if (chosen < 0 || e.shiftKey || !entries[chosen].complete) return false;
      entries[chosen].complete();
      close();
      return true;
  }
  return false;
}

list.addEventListener("mousedown", (e) => e.preventDefault()); // keeps the focus in the line
