// Turns a text and its entities into DOM nodes. Words of the bot become text
// nodes and nothing else, so that no markup of theirs is ever interpreted.
// Offsets count UTF-16 units, as JavaScript strings do.

const plain = { bold: "strong", italic: "em", code: "code", blockquote: "blockquote" };

// element makes a node with a class and words.
export function element(tag, className, words) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (words !== undefined) node.textContent = words;
  return node;
}

// format fills the parent; run(command) is called when a command is pressed.
export function format(parent, text, entities, run) {
  fill(parent, text, entities ?? [], 0, text.length, run);
}

// fill writes text[from:to]; the entities lie within, outer ones first.
function fill(parent, text, entities, from, to, run) {
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const e = entities[i];
    const begin = Math.max(e.offset, at);
    const end = Math.min(e.offset + e.length, to);
    let next = i + 1;
    while (next < entities.length && entities[next].offset < end) next++;
    if (end > begin) {
      write(parent, text.slice(at, begin));
      const node = nodeOf(e, text.slice(begin, end), run);
      fill(node, text, entities.slice(i + 1, next), begin, end, run);
      parent.append(node);
      at = end;
    }
    i = next;
  }
  write(parent, text.slice(at, to));
}

// write adds words. A line break right after a quote would show as an empty
// line, since the quote ends its line already.
function write(parent, words) {
  const last = parent.lastElementChild;
  if (last && last === parent.lastChild && last.tagName === "BLOCKQUOTE") words = words.replace(/^\n/, "");
  if (words) parent.append(words);
}

function nodeOf(e, words, run) {
  switch (e.type) {
    case "url": return link(words);
    case "email": return link("mailto:" + words);
    case "bot_command": return command(words, run);
    case "mention": case "hashtag": return element("span", "tag");
    default: return element(plain[e.type] ?? "span");
  }
}

function link(address) {
  const a = element("a");
  if (/^(https?|mailto|tel):/i.test(address)) {
    a.href = address;
    a.target = "_blank";
    a.rel = "noopener noreferrer";
  }
  return a;
}

function command(words, run) {
  const button = element("button", "command");
  button.type = "button";
  button.onclick = () => run(words);
  return button;
}
