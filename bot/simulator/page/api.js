// Talks to the simulator. Every refusal comes back as a sentence to show.

async function get(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error("Mất kết nối với trình mô phỏng.");
  return answer.json();
}

async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw new Error("Mất kết nối với trình mô phỏng.");
  }
  if (!answer.ok) throw new Error((await answer.text()).trim());
  return answer.json();
}

export const loadState = () => get("/chat/state");
export const loadMessages = (chat) => get(`/chat/messages?chat=${chat}`);
export const say = (chat, user, text, replyTo) => post("/chat/say", { chat, user, text, replyTo });
export async function sendFile(chat, user, file, caption) {
  const about = new URLSearchParams({ chat, user, name: file.name, caption });
  const answer = await fetch("/chat/file?" + about, { method: "POST", body: file });
  if (!answer.ok) throw new Error((await answer.text()).trim());
}
export const press = (chat, user, message, data) => post("/chat/press", { chat, user, message, data });
export const block = (chat, blocked) => post("/chat/block", { chat, blocked });

// askInline waits for what the bot offers for the words.
export const askInline = (chat, user, words) => post("/chat/inline", { chat, user, words });
export const choose = (chat, user, query, result) => post("/chat/choose", { chat, user, query, result });

// setClock moves the world to a time { at }, on by { days }, or back to the true
// time {}; it returns the time that it is then.
export const setClock = (change) => post("/chat/clock", change);

// follow calls back with every change, and with ready() each time the
// connection stands, since changes may have been missed before.
export function follow(ready, changed) {
  const source = new EventSource("/chat/events");
  source.onopen = ready;
  source.onmessage = (e) => changed(JSON.parse(e.data));
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(ready, changed), 1000);
  };
}
