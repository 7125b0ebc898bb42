// Draws what a message carries besides its words: a picture, or the card of a
// document.

import { element } from "./format.js";

const address = (file) => "/chat/files/" + encodeURIComponent(file.id);

// fileOf returns the node of a file. The words say what a picture shows.
export const fileOf = (file, words) => (file.photo ? picture(file, words) : card(file));

function picture(file, words) {
  const shows = words.split("\n")[0] || "không có chú thích";
  const button = element("button", "photo");
  button.type = "button";
  button.setAttribute("aria-label", "Mở ảnh: " + shows);
  const image = element("img");
  Object.assign(image, { src: address(file), alt: "Ảnh: " + shows, width: file.width, height: file.height });
  // The room is taken before the picture is there, so that nothing jumps.
  image.style.width = `min(${file.width}px, 60vh * ${file.width / file.height})`;
  image.style.aspectRatio = `${file.width} / ${file.height}`;
  button.append(image);
  button.onclick = () => enlarge(file, image.alt);
  return button;
}

// enlarge shows a picture over the whole page.
function enlarge(file, alt) {
  const box = document.querySelector("#picture");
  Object.assign(box.querySelector("img"), { src: address(file), alt, width: file.width, height: file.height });
  Object.assign(box.querySelector("a"), { href: address(file), download: file.name });
  box.onclick = (e) => { if (e.target === box) box.close(); };
  box.showModal();
}

function card(file) {
  const a = element("a", "file");
  a.href = address(file);
  a.download = file.name;
  const kind = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1] ?? "tệp";
  const sign = element("span", "sign", kind.toUpperCase());
  sign.setAttribute("aria-hidden", "true");
  const what = element("span", "what");
  what.append(element("b", "", file.name), element("small", "", `${sizeOf(file.size)} · Tải về`));
  a.append(sign, what);
  return a;
}

function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1 << 20 ? [bytes / 1024, "KB"] : [bytes / (1 << 20), "MB"];
  return size.toFixed(1).replace(".", ",") + " " + unit;
}
