// The clock of the made-up world: the line that shows it, and the box that
// moves it. Everything is told in the time of Vietnam, which knows no summer
// time, wherever the browser is.

import { setClock } from "./api.js";
import { element } from "./format.js";
import { toast } from "./notice.js";

const zone = "Asia/Ho_Chi_Minh";
const offset = "+07:00";
const $ = (selector) => document.querySelector(selector);
const style = (options) => new Intl.DateTimeFormat("vi-VN", { timeZone: zone, ...options });
const weekday = style({ weekday: "long" });
const numbers = style({ day: "2-digit", month: "2-digit", year: "numeric" });
const minutes = style({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const sortable = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }); // 2024-03-18

let ahead = 0; // how far the world is before this machine, in milliseconds

const now = () => new Date(Date.now() + ahead);

export const timeOf = (at) => minutes.format(at);

// dateOf is a day in words and numbers: "Thứ Hai, 18/03/2024".
export const dateOf = (at) => `${weekday.format(at)}, ${numbers.format(at)}`;

// dayOf names a day: today, yesterday, or its date.
export function dayOf(at) {
  const day = sortable.format(at);
  if (day === sortable.format(now())) return "Hôm nay";
  return day === sortable.format(now() - 24 * 3600 * 1000) ? "Hôm qua" : dateOf(at);
}

// clockIs takes over the time of the world.
export function clockIs(at, settable) {
  ahead = new Date(at) - Date.now();
  if (settable !== undefined) $("#clock").hidden = !settable;
  draw();
}

// offerMoments shows times worth a visit in the box.
export function offerMoments(moments) {
  $("#moments-title").hidden = !moments?.length;
  $("#moments").replaceChildren(...(moments ?? []).map((m) => {
    const at = new Date(m.at);
    const button = element("button", "", m.name);
    button.type = "button";
    button.append(element("small", "", `${numbers.format(at)} · ${timeOf(at)}`));
    button.onclick = () => { $("#clock-box").close(); move({ at }); };
    const item = element("li");
    item.append(button);
    return item;
  }));
}

function draw() {
  const at = now();
  const rehearsed = Math.abs(ahead) > 60 * 1000;
  $("#clock").classList.toggle("rehearsed", rehearsed);
  $("#clock .kind").textContent = rehearsed ? "Diễn tập, hôm nay là" : "Hôm nay là";
  const time = $("#clock time");
  time.textContent = `${dateOf(at)} · ${timeOf(at)}`;
  time.dateTime = at.toISOString();
}

async function move(change) {
  try {
    clockIs(await setClock(change));
    toast(`Hôm nay là ${dateOf(now())}, ${timeOf(now())}.`);
  } catch (e) {
    toast(e.message);
  }
}

// tellTime wires the line.
export function tellTime() {
  const box = $("#clock-box");
  const day = box.querySelector("[name=day]");
  const hour = box.querySelector("[name=hour]");
  const wanted = () => new Date(`${day.value}T${hour.value}:00${offset}`);
  const echo = () => {
    const at = wanted();
    box.querySelector("output").textContent = isNaN(at) ? "" : `${dateOf(at)}, ${timeOf(at)}`;
  };
  $("#open-clock").addEventListener("click", () => {
    day.value = sortable.format(now());
    hour.value = timeOf(now());
    echo();
    box.showModal();
  });
  box.addEventListener("input", echo);
  box.querySelector("form").addEventListener("submit", (e) => {
    if (e.submitter.value === "set") move({ at: wanted() });
    if (e.submitter.value === "true") move({});
  });
  $("#next-day").addEventListener("click", () => move({ days: 1 }));
  setInterval(draw, 1000);
}
