// The list of chats: one for each persona, and the groups.

import { element } from "./format.js";
import { summary } from "./bubble.js";
import { allUnread, unread } from "./unread.js";

const list = document.querySelector("#chats");
const opener = document.querySelector("#open-sidebar");
const sidebar = document.querySelector("#sidebar");

// initials are the letters in a face: of the last two words of a name.
export const initials = (name) => name.split(/[\s-]+/).filter((w) => /^\p{L}/u.test(w)).slice(0, 2).map((w) => w[0].toUpperCase()).join("");

// paintFace puts a chat's letters and colour into a face.
export function paintFace(node, title, hue) {
  node.textContent = initials(title);
  node.className = `face hue${hue}`;
}

// paintBot puts the bot's sign into a face.
export function paintBot(node) {
  node.textContent = "";
  node.className = "face bot";
}

// drawSidebar shows the chats; open(id) is called when one is chosen.
export function drawSidebar(chats, current, open) {
  const shown = chats.filter((c) => !c.moved_to);
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
  list.replaceChildren(
    ...entries("Nhắn riêng với bot", shown.filter((c) => c.kind === "private"), current, open),
    ...entries("Trong nhóm", shown.filter((c) => c.kind !== "private"), current, open),
  );
  const news = allUnread();
  opener.querySelector(".unread")?.remove();
  if (news) opener.append(badge(news));
  opener.setAttribute("aria-label", "Chọn người đóng vai" + (news ? `, ${news} tin mới` : ""));
  if (focused) list.querySelector(`[data-chat="${focused}"]`)?.focus();
}

// entries draws one part of the list under its heading.
function entries(heading, chats, current, open) {
  if (!chats.length) return [];
  return [element("li", "heading", heading), ...chats.map((c) => {
    const button = element("button");
    button.type = "button";
    button.dataset.chat = c.id;
    button.setAttribute("aria-current", String(c.id === current));
    button.onclick = () => { setSidebar(false); open(c.id); };
    const face = element("span", "face");
    face.setAttribute("aria-hidden", "true");
    paintFace(face, c.title, c.hue);
    const what = element("span", "what");
    what.append(element("span", "who", c.title), element("span", "last", c.last ? summary(c.last) : lastOf(c)));
    button.append(face, what);
    if (unread(c.id)) button.append(badge(unread(c.id)));
    const item = element("li");
    item.append(button);
    return item;
  })];
}

// badge is a number of new messages.
function badge(n) {
  const node = element("span", "unread", String(n));
  node.setAttribute("aria-label", `${n} tin mới`);
  node.role = "img";
  return node;
}

const lastOf = (c) => (c.kind === "private" ? "Chưa có tin nhắn" : `Nhóm · ${c.members.length} người và bot`);

// setSidebar opens or closes the list where it covers the chat.
export function setSidebar(open) {
  const wasOpen = document.body.classList.contains("sidebar-open");
  document.body.classList.toggle("sidebar-open", open);
  document.querySelector("main").inert = open;
  opener.setAttribute("aria-expanded", String(open));
  if (open) list.querySelector('[aria-current="true"]')?.focus();
  else if (wasOpen) opener.focus();
}

opener.addEventListener("click", () => setSidebar(true));
document.querySelector("#scrim").addEventListener("click", () => setSidebar(false));
sidebar.addEventListener("keydown", (e) => { if (e.key === "Escape") setSidebar(false); });
