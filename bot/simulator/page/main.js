// The chat page: keeps what the simulator tells, and shows the chosen chat.

import * as api from "./api.js";
import { bubble, drawing, summary } from "./bubble.js";
import { clockIs, dayOf, offerMoments, tellTime } from "./clock.js";
import { attach } from "./attach.js";
import { compose, setCommands, setPlaceholder, setReply, write } from "./composer.js";
import { element } from "./format.js";
import { inlineMode } from "./inline.js";
import { speak, toast } from "./notice.js";
import { answered, press } from "./press.js";
import { startParameter } from "./start.js";
import { arrived, findUnread, isSeen } from "./unread.js";
import { drawSidebar, paintBot, paintFace } from "./sidebar.js";

const $ = (selector) => document.querySelector(selector);
const list = $("#messages");
const scroller = $("#scroller");

let state = null;
let current = Number(location.hash.slice(1)) || 0;
let messages = new Map(); // of the current chat, by id
let opening = 0; // chats whose messages are still being loaded

const chat = () => state.chats.find((c) => c.id === current);
const speaker = () => (chat().kind === "private" ? current : Number($("#speaker").value));
const dayName = (m) => dayOf(new Date(m.at));
const nameOf = (id) => (id === state.bot.id ? state.bot.name : state.personas.find((p) => p.id === id)?.name ?? "");

// load fetches all anew: at the start, and after a lost connection.
async function load() {
  try {
    state = await api.loadState();
    clockIs(state.now, state.settable);
    offerMoments(state.moments);
    state.chats.forEach((c, i) => { c.hue = (i % 5) + 1; });
    findUnread(state.chats);
    if (!chat() || chat().moved_to) current = chat()?.moved_to ?? state.chats[0].id;
    await open(current);
  } catch (e) {
    toast(e.message);
  }
}

async function open(id) {
  current = id;
  messages = new Map();
  opening++;
  history.replaceState(null, "", "#" + id);
  isSeen(id, chat().last);
  setReply(null);
  drawFrame();
  const loaded = await api.loadMessages(id).finally(() => opening--);
  if (id !== current) return; // another chat was chosen meanwhile
  // What came since the chat was opened is newer than what was loaded.
  messages = new Map([...(loaded ?? []).map((m) => [m.id, m]), ...messages]);
  drawMessages();
  showNewest();
}

// drawFrame draws all but the messages.
function drawFrame() {
  const c = chat();
  const group = c.kind !== "private";
  document.title = `${state.bot.name} · ${c.title}`;
  drawSidebar(state.chats, current, open);
  if (group) paintFace($("#face"), c.title, c.hue);
  else paintBot($("#face"));
  $("#name").textContent = group ? c.title : state.bot.name;
  $("#status").textContent = group ? `${c.members.length} người và ${state.bot.name}` : `Vai: ${c.title}`;
  drawBlock(c, group);
  $("#speaking").hidden = !group;
  if (group) drawSpeakers(c);
  setCommands(c.menu);
  const invitation = group ? "Gọi bot bằng / hoặc @" : "Nhập câu hỏi…";
  setPlaceholder(c.blocked ? "Bot đang bị chặn" : invitation, c.blocked);
}

function drawSpeakers(c) {
  const before = $("#speaker").value;
  $("#speaker").replaceChildren(...c.members.map((id) => new Option(nameOf(id), id)));
  if (c.members.includes(Number(before))) $("#speaker").value = before;
}

function drawBlock(c, group) {
  const button = $("#block");
  const words = group ? (c.blocked ? "Thêm bot vào nhóm" : "Đưa bot ra khỏi nhóm") : c.blocked ? "Bỏ chặn bot" : "Chặn bot";
  button.replaceChildren(drawing(c.blocked ? "M5 12l5 5L20 7" : "M5.6 5.6l12.8 12.8M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z"));
  button.setAttribute("aria-label", words);
  button.title = words;
}

function drawWelcome() {
  const c = chat();
  const group = c.kind !== "private";
  const box = $("#welcome");
  box.hidden = messages.size > 0;
  if (box.hidden) return;
  box.querySelector("h3").textContent = state.bot.name;
  box.querySelector("p").textContent = group
    ? `Trong nhóm, bot chỉ nghe khi được gọi: bằng lệnh, bằng @${state.bot.username}, hoặc khi trả lời tin nhắn của bot.`
    : "Chọn một câu hỏi gợi ý, hoặc tự nhập câu hỏi bên dưới.";
  const mention = group ? `@${state.bot.username} ` : "";
  const chips = (state.suggestions ?? []).map((text) => chip(text, mention + text));
  if (!group) chips.unshift(chip("Bắt đầu", "/start", "start"));
  $("#suggestions").replaceChildren(...chips);
}

function chip(label, text, className) {
  const button = element("button", className, label);
  button.type = "button";
  button.onclick = () => send(text, 0);
  const item = element("li");
  item.append(button);
  return item;
}

function drawMessages() {
  const items = [];
  let day = "";
  for (const m of messages.values()) {
    if (dayName(m) !== day) items.push(dayLabel(m));
    day = dayName(m);
    items.push(draw(m));
  }
  list.replaceChildren(...items);
  drawWelcome();
}

// dayLabel heads the messages of a day.
function dayLabel(m) {
  const label = element("li", "day", dayName(m));
  label.dataset.at = m.at;
  return label;
}

// nameDaysAnew follows a clock that was moved: today is another day.
function nameDaysAnew() {
  for (const label of list.querySelectorAll(".day")) label.textContent = dayName(label.dataset);
}

// draw makes the bubble of a message in the current chat.
function draw(m) {
  const group = chat().kind !== "private";
  const mine = !m.from_bot && (!group || m.from === speaker());
  return bubble(m, {
    mine,
    author: group && !mine ? nameOf(m.from) : "",
    via: m.via_bot ? state.bot.username : "",
    replied: messages.get(m.reply_to),
    run: (command) => send(command, 0),
    press: (button, data) => press(button, current, speaker(), m.id, data),
    switchInline,
    start: (address) => {
      const parameter = startParameter(address, state.bot.username);
      if (parameter !== null) start(parameter);
      return parameter !== null;
    },
    reply: group ? () => setReply(m, summary(m)) : null,
  });
}

function added(m) {
  const stick = nearEnd() || !m.from_bot;
  const last = [...messages.values()].at(-1);
  messages.set(m.id, m);
  if (!last || dayName(last) !== dayName(m)) list.append(dayLabel(m));
  list.append(draw(m));
  drawWelcome();
  if (m.from_bot || m.from !== speaker()) speak(`${nameOf(m.from)}: ${summary(m)}`);
  if (stick) showNewest();
  else $("#newest").hidden = false;
}

function edited(m) {
  const stick = nearEnd();
  messages.set(m.id, m);
  replaceItem(list.querySelector(`[data-id="${m.id}"]`), draw(m));
  speak(`${nameOf(m.from)} đã sửa: ${summary(m)}`);
  if (stick) scrollDown();
}

// replaceItem keeps the focus in a message that is drawn anew: on the button in
// the same place, or else on the message.
function replaceItem(old, item) {
  const at = [...old.querySelectorAll("button, a[href]")].indexOf(document.activeElement);
  old.replaceWith(item);
  if (at < 0) return;
  item.tabIndex = -1;
  ([...item.querySelectorAll("button, a[href]")][at] ?? item).focus({ preventScroll: true });
}

// changed takes what the simulator tells.
function changed(event) {
  if (!state) return;
  const here = event.chat === current;
  switch (event.type) {
    case "message": {
      const c = state.chats.find((c) => c.id === event.chat);
      if (c) c.last = event.message;
      if (here && opening) messages.set(event.message.id, event.message);
      else if (here && !messages.has(event.message.id)) added(event.message);
      if (here) isSeen(current, event.message);
      if (!here && event.message.from_bot) arrivedElsewhere(c);
      drawSidebar(state.chats, current, open);
      break;
    }
    case "edit":
      if (here && opening) messages.set(event.message.id, event.message); // drawn once the chat is loaded
      else if (here && messages.has(event.message.id)) edited(event.message);
      break;
    case "answer": answered(event.answer); break;
    case "clock": clockIs(event.now); nameDaysAnew(); break;
    case "commands": case "chat": refresh(); break;
  }
}

// arrivedElsewhere tells that another part has news: the list of chats may be
// folded away.
function arrivedElsewhere(c) {
  if (!c) return;
  arrived(c.id);
  toast(`Tin mới cho: ${c.title}`);
}

// refresh takes over a new menu or a blocked chat and leaves the messages alone.
async function refresh() {
  const before = current;
  state = { ...(await api.loadState()) };
  state.chats.forEach((c, i) => { c.hue = (i % 5) + 1; });
  const moved = state.chats.find((c) => c.id === before)?.moved_to;
  if (moved) return open(moved);
  drawFrame();
}

async function send(text, replyTo) {
  try {
    await api.say(current, speaker(), text, replyTo);
    return true;
  } catch (e) {
    toast(e.message);
    return false;
  }
}

// start opens the bot's own chat and begins it with what a link says.
async function start(parameter) {
  const user = speaker();
  if (current !== user) await open(user);
  send("/start " + parameter, 0);
}

// switchInline begins an inline query among colleagues.
async function switchInline(query) {
  const user = speaker();
  const there = state.chats.find((c) => c.kind !== "private" && !c.moved_to && !c.blocked && c.members.includes(user));
  if (there && there.id !== current) {
    await open(there.id);
    $("#speaker").value = user;
    drawMessages();
  }
  write(`@${state.bot.username} ${query}`);
}

const nearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;

function scrollDown() {
  scroller.scrollTop = scroller.scrollHeight;
  $("#newest").hidden = true;
}

// showNewest scrolls to the end, or to the beginning of a newest message that
// is longer than the screen: it is read from there.
function showNewest() {
  scrollDown();
  const item = list.lastElementChild;
  if (!item || item.classList.contains("mine") || item.offsetHeight < scroller.clientHeight) return;
  scroller.scrollTop -= scroller.getBoundingClientRect().top - item.getBoundingClientRect().top + 10;
  $("#newest").hidden = false;
}

// A keyboard that opens or a longer composer must not cover the newest message.
let atEnd = true;
scroller.addEventListener("scroll", () => {
  atEnd = nearEnd();
  if (atEnd) $("#newest").hidden = true;
});
new ResizeObserver(() => { if (atEnd) scrollDown(); }).observe(scroller);
$("#newest").addEventListener("click", scrollDown);
$("#speaker").addEventListener("change", () => { drawFrame(); drawMessages(); scrollDown(); });
$("#block").addEventListener("click", async () => {
  try {
    await api.block(current, !chat().blocked);
  } catch (e) {
    toast(e.message);
  }
});
tellTime();
inlineMode({
  bot: () => state?.bot.username ?? "",
  place: () => ({ chat: current, user: speaker() }),
  tell: toast,
  announce: speak,
});
compose(send);
attach(async (file, caption) => {
  try {
    await api.sendFile(current, speaker(), file, caption);
    return true;
  } catch (e) {
    toast(e.message);
    return false;
  }
});
api.follow(load, changed);
