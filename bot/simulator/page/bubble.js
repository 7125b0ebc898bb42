// Draws one message: words, file, time, and the keyboard under it.

import { timeOf } from "./clock.js";
import { fileOf } from "./file.js";
import { element, format } from "./format.js";

// summary is a message in one line, for lists and replies.
export const summary = (m) => (m.file ? (m.file.photo ? "Ảnh " : "Tệp " + m.file.name + " ") : "") + m.text.replace(/\s+/g, " ");

// bubble returns the list item of a message. The view says what surrounds it:
// mine, author (in groups), via (the bot that a result came from), replied (the
// message it answers), and what to do: run(command), press(button, data),
// switchInline(query), start(address), which says whether the address
// leads to the bot itself, and reply(message) in groups.
export function bubble(m, view) {
  const item = element("li", "message");
  item.classList.toggle("mine", view.mine);
  item.classList.toggle("short", isShort(m, view));
  item.dataset.id = m.id;
  const box = element("div", "bubble");
  if (view.author) box.append(element("span", "author", view.author));
  if (view.via) box.append(element("span", "via", "qua @" + view.via));
  if (view.replied) box.append(quoted(view.replied));
  if (m.file) box.append(fileOf(m.file, m.text));
  const body = element("div", "body");
  format(body, m.text, m.entities, view.run);
  if (m.text) box.append(body);
  box.append(meta(m, view));
  item.append(box);
  if (m.buttons?.length) item.append(keyboard(m.buttons, view));
  item.addEventListener("click", (e) => {
    const to = e.target.closest("a[href]");
    if (to && view.start(to.href)) e.preventDefault();
  });
  return item;
}

// isShort says whether the time fits beside the words.
const isShort = (m, view) => m.text.length <= 60 && !m.text.includes("\n") && !m.file && !view.author && !view.via && !view.replied && !view.reply;

function quoted(replied) {
  const button = element("button", "quoted", summary(replied));
  button.type = "button";
  button.onclick = () => document.querySelector(`[data-id="${replied.id}"]`)?.scrollIntoView({ block: "center" });
  return button;
}

function meta(m, view) {
  const line = element("div", "meta");
  if (view.reply) {
    const button = element("button", "", "Trả lời");
    button.type = "button";
    button.onclick = () => view.reply(m);
    line.append(button);
  }
  const time = element("time", "", (m.edited_at ? "đã sửa · " : "") + timeOf(new Date(m.at)));
  time.dateTime = m.at;
  line.append(time);
  return line;
}

function keyboard(rows, view) {
  const keys = element("div", "keys");
  for (const row of rows) {
    const line = element("div", "row");
    line.append(...row.map((b) => key(b, view)));
    keys.append(line);
  }
  return keys;
}

function key(b, view) {
  if (b.url) {
    const a = element("a", "", b.text + " ↗");
    a.href = /^(https?|tg):/i.test(b.url) ? b.url : "http://" + b.url;
    a.target = "_blank";
    a.rel = "noopener noreferrer";
    return a;
  }
  const button = element("button", "", b.text);
  button.type = "button";
  button.onclick = () => act(b, button, view);
  return button;
}

// act does what a button is for.
function act(b, button, view) {
  if (b.switch_inline_query !== undefined) return view.switchInline(b.switch_inline_query);
  view.press(button, b.callback_data);
}

// drawing makes an icon of one path.
export function drawing(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
