// Short sentences for the person: shown for a moment, shown until they are read,
// or told to screen readers alone.

import { element } from "./format.js";

const $ = (selector) => document.querySelector(selector);
let timer;

export function toast(text) {
  clearTimeout(timer);
  $("#toast").textContent = text;
  $("#toast").classList.add("shown");
  timer = setTimeout(() => $("#toast").classList.remove("shown"), 3500);
}

export function alertOf(text) {
  $("#alert-text").textContent = text;
  $("#alert").showModal();
}

export function speak(sentence) {
  const log = $("#spoken");
  log.append(element("p", "", sentence));
  while (log.children.length > 5) log.firstChild.remove();
}
