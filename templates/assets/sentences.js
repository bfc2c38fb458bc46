/** A sentence that is clicked, touched, selected or walked to -> its link and its words to copy.
 *
 * One row of buttons serves all sentences: beside the text where there is room, else at the foot of
 * the window. With the keyboard there is one stop, from which arrows lead from sentence to sentence.
 */

const prose = document.querySelector(".prose");
const tools = document.querySelector(".tools");
const told = document.querySelector("[data-done]");
const entry = document.querySelector("#by-sentence");
const citation = document.querySelector("#citation");
const WAIT = 300;
let chosen;
let words = "";
let settling;

/** Take over; `met` are the events since the first that asked for something. */
export function start(met) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("./sentences.css", import.meta.url);
  sheet.onload = () => chosen && (tools.hidden = false);
  document.head.append(sheet);
  addEventListener("pointerover", (event) => pair(event.target.closest?.(".s, [data-of]")));
  document.addEventListener("click", clicked);
  document.addEventListener("selectionchange", selected);
  document.addEventListener("keydown", keyed);
  addEventListener("resize", () => chosen && place());
  for (const event of met) ({ click: clicked, selectionchange: selected })[event.type](event);
}

const clicked = (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (button) return act(button);
  if (entry.contains(event.target)) return walk(first());
  if (tools.contains(event.target)) return null;
  const sentence = event.target.closest?.(".prose .s");
  const busy = event.target.closest?.("a, button, summary, label, input") || String(getSelection());
  return sentence && !busy && sentence !== chosen ? choose(sentence) : busy || leave();
};

const selected = () => {
  clearTimeout(settling);
  settling = setTimeout(() => {
    const selection = getSelection();
    const text = String(selection).trim();
    if (!text || !prose.contains(selection.anchorNode) || !prose.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const sentence = [...prose.querySelectorAll(".s")].find((it) => range.intersectsNode(it) && it.textContent);
    if (sentence) choose(sentence, text);
  }, WAIT);
};

const keyed = (event) => {
  const at = document.activeElement;
  const inTools = tools.contains(at);
  if (event.metaKey || event.altKey) return;
  if (event.key === "Escape" && chosen) {
    if (inTools && chosen.hasAttribute("tabindex")) return chosen.focus();
    if (at === chosen) entry.focus();
    return leave();
  }
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!inTools && !at.matches(".prose .s")) return;
  const all = [...(inTools ? tools : prose).querySelectorAll(inTools ? "button" : ".s")];
  const next = { Home: all[0], End: all.at(-1) }[event.key] ?? (step && all[all.indexOf(at) + step]);
  if (next) event.preventDefault();
  if (next && inTools) next.focus();
  else if (next) walk(next);
  else if (event.key === "Enter" && !inTools) {
    event.preventDefault();
    tools.firstChild.focus();
  }
};

/** Where walking begins: at the sentence that was linked to, else at the first in the window. */
function first() {
  const all = [...prose.querySelectorAll(".s")];
  return prose.querySelector(".s:target") ?? all.find((it) => it.getBoundingClientRect().top >= 0) ?? all[0];
}

function walk(sentence) {
  if (!sentence) return;
  sentence.tabIndex = -1;
  sentence.focus();
  choose(sentence);
}

function choose(sentence, text = "") {
  leave();
  chosen = sentence;
  words = text;
  chosen.classList.add("chosen");
  tools.hidden = !document.querySelector("link[href*='/sentences.']").sheet;
  place();
  pair(sentence);
}

/** A sentence and its stretches of the source's lines show that they are one. */
function pair(it) {
  const id = it?.dataset.of ?? it?.id;
  for (const other of prose.querySelectorAll(".paired")) other.classList.remove("paired");
  if (!id || !document.querySelector("#as-it-came:checked")) return;
  for (const other of [document.getElementById(id), ...prose.querySelectorAll(`[data-of="${id}"]`)]) other.classList.add("paired");
}

/** Beside the first line of the sentence, on the side where there is room; style sheets decide whether that is heeded. */
function place() {
  const column = prose.getBoundingClientRect();
  const width = tools.offsetWidth + 12;
  const room = document.documentElement.clientWidth - column.right > width;
  const left = room ? column.right + 12 : column.left - width;
  tools.style.setProperty("--top", `${chosen.getClientRects()[0].top + scrollY}px`);
  tools.style.setProperty("--left", `${left + scrollX}px`);
}

function leave() {
  chosen?.classList.remove("chosen");
  chosen = null;
  tools.hidden = true;
  told.textContent = "";
}

async function act(button) {
  const what = button.dataset.copy;
  if (what === "close") {
    const back = chosen;
    leave();
    return back.hasAttribute("tabindex") ? back.focus() : null;
  }
  const text = {
    printed: () => citation.textContent,
    online: () => online(page()),
    link: () => `${page()}#${chosen.id}`,
    quote: () => `${words || chosen.textContent}\n——${online(`${page()}#${chosen.id}`)}`,
  }[what]();
  const done = await copy(text);
  told.textContent = "";
  told.textContent = done ? told.dataset.done : told.dataset.failed;
  button.classList.toggle("done", done);
  setTimeout(() => button.classList.remove("done"), 2000);
  return done;
}

/** The page's address: the one it gives itself, if it is read there. */
function page() {
  const own = document.querySelector("link[rel=canonical]")?.href;
  return own && new URL(own).origin === location.origin ? own : location.origin + location.pathname;
}

/** The entry for a list of sources, with the day on which it was read (GB/T 7714—2015, 4.6.3). */
function online(address) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((it) => String(it).padStart(2, "0")).join("-");
  return `${citation.dataset.online}[${day}]. ${address}.`;
}

/** Whether it was copied; the old way where the clipboard is closed to pages. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    const held = document.activeElement;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    held?.focus({ preventScroll: true });
    return done;
  }
}
