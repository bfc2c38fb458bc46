/** Link -> a card that shows where it leads: under a mouse, at the keyboard's focus, at a long touch.
 *
 * A page is asked for once, of this site only. The card is made of its text alone: nothing of that
 * page is run or fetched. A link works as ever; the card goes with Escape, by leaving, by a touch
 * elsewhere, and can be pointed at and read (WCAG 1.4.13).
 */

const FETCH = 100;
const WAIT = { mouse: 350, keys: 600, touch: 500 };
const LEAVE = 250;
const KEPT = 16;
const LONGEST = 140;
const EDGE = 8;

const pages = new Map();
const card = document.createElement("div");
card.id = card.className = "card-of-link";
card.hidden = true;
let words = {};
let link;
let hint;
let awaited;
let fetching;
let showing;
let leaving;
let pressed;
let skipClick;
let byTab = true;

/** Take over; `met` are the events since the first that concerned a link. */
export function start(met, given) {
  words = given;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("./card.css", import.meta.url);
  document.head.append(sheet);
  document.querySelector("main").append(card);
  const heard = {
    pointerover: over,
    pointerout: out,
    focusin: focused,
    focusout: blurred,
    pointerdown: down,
    pointerup: lifted,
    pointercancel: lifted,
    contextmenu: menu,
    // What comes after a long touch is no click, and takes the focus from nothing.
    mousedown: (event) => skipClick?.contains(event.target) && event.preventDefault(),
    scroll: scrolled,
    resize: hide,
    pagehide: hide,
  };
  for (const [name, hear] of Object.entries(heard)) addEventListener(name, hear);
  addEventListener("click", clicked, true);
  addEventListener("keydown", keyed, true);
  for (const event of met) heard[event.type](event);
}

/** The link at an event that leads to a page of this site and says less than it could. */
function linkAt(event) {
  const found = event.target.closest?.("main a[href]");
  if (!found || card.contains(found) || found.download || found.matches(".num, .was a, nav:not(.turn) a")) return null;
  const url = new URL(found.href, location);
  const here = url.pathname === location.pathname;
  const page = url.origin === location.origin && /(\/|\.html)$/.test(url.pathname);
  return page && !url.search && (!here || url.hash.length > 1) ? found : null;
}

const where = (event) => ({ x: event.clientX, y: event.clientY });

const over = (event) => {
  const found = event.pointerType !== "touch" && linkAt(event);
  if (found || card.contains(event.target)) clearTimeout(leaving);
  if (found && found !== link) soon(found, "mouse", where(event));
};

const out = (event) => {
  if (event.pointerType === "touch" || !(linkAt(event) || card.contains(event.target))) return;
  rest();
  if (link !== document.activeElement) leaving = setTimeout(hide, LEAVE);
};

// A focus that no key of the reader's has moved, as when one comes back, asks for nothing.
const focused = (event) => {
  const found = byTab && linkAt(event);
  if (found && found.matches(":focus-visible") && found !== link) soon(found, "keys");
};

const blurred = (event) => {
  if (!card.contains(event.relatedTarget) && !event.target.contains?.(event.relatedTarget)) {
    rest();
    if (link && !card.matches(":hover")) hide();
  }
};

const down = (event) => {
  if (!card.hidden && !card.contains(event.target)) hide();
  skipClick = null;
  const found = event.pointerType === "touch" && linkAt(event);
  if (!found) return;
  pressed = found;
  // The browser's own menu for a link stands in the card, at the link that opens it.
  found.style.webkitTouchCallout = "none";
  soon(found, "touch", where(event));
};

const lifted = () => {
  if (pressed && !skipClick) rest();
  pressed = null;
};

const menu = (event) => {
  if (!pressed || linkAt(event) !== pressed) return;
  event.preventDefault();
  skipClick = pressed;
};

const clicked = (event) => {
  if (skipClick?.contains(event.target)) event.preventDefault();
  else if (!card.contains(event.target)) rest();
  skipClick = null;
};

const keyed = (event) => {
  byTab = event.key === "Tab";
  if (event.key !== "Escape") return;
  rest();
  if (card.hidden) return;
  event.stopPropagation();
  const held = card.contains(document.activeElement);
  const back = link;
  hide();
  if (held) back.focus();
};

/** What passes under a mouse while the page moves says nothing before it stands still. */
const scrolled = () => {
  if (awaited?.how === "mouse") soon(awaited.found, "mouse", awaited.at);
  else if (awaited?.how === "touch") rest();
};

/** Nothing is to appear any more. */
function rest() {
  clearTimeout(fetching);
  clearTimeout(showing);
  awaited = null;
}

/** Show the card of a link if nothing else happens; `at`: where in the window it was met. */
function soon(found, how, at) {
  rest();
  if (how === "mouse" && navigator.connection?.saveData) return;
  const url = new URL(found.href, location);
  const mine = (awaited = { found, how, at });
  fetching = setTimeout(() => load(url).catch(() => {}), FETCH);
  showing = setTimeout(async () => {
    if (how === "touch") skipClick = found;
    const page = await load(url).catch(() => null);
    if (mine !== awaited || (how === "mouse" && !found.matches(":hover"))) return;
    const told = page && tell(page, url);
    rest();
    if (told) show(found, told, how, at);
    else skipClick = null;
  }, card.hidden ? WAIT[how] : LEAVE - FETCH);
}

/** The page as a document that does nothing; the one we are on is at hand. */
function load(url) {
  if (url.pathname === location.pathname) return Promise.resolve(document);
  const known = pages.get(url.pathname);
  if (known) return known;
  const asked = fetch(url.pathname, { headers: { accept: "text/html" } })
    .then((answer) => {
      if (!answer.ok || !/^text\/html/.test(answer.headers.get("content-type"))) throw answer;
      return answer.text();
    })
    .then((text) => new DOMParser().parseFromString(text, "text/html"));
  asked.catch(() => pages.delete(url.pathname));
  pages.set(url.pathname, asked);
  if (pages.size > KEPT) pages.delete(pages.keys().next().value);
  return asked;
}

const plain = (node) => node?.textContent.replace(/\s+/g, " ").trim() ?? "";

const short = (text) => `${[...text].slice(0, LONGEST).join("")}${text.length > LONGEST ? "…" : ""}`;

/** What the card says: kind, name, text, whether that is an editor's, and where it stands. */
function tell(page, url) {
  const main = page.querySelector("main");
  const name = plain(main?.querySelector("h1"));
  if (!name) return null;
  const room = plain([...page.querySelectorAll(".crumbs a")].pop());
  const kicker = [...(main.querySelector(".head .kicker")?.childNodes ?? [])].map(plain).filter(Boolean).join("·");
  const kind = main.matches(".reading") ? room : kicker || room;
  const about = [...main.querySelectorAll(".head .meta > *")].slice(0, 2).map((it) => plain(it.querySelector("time") ?? it));
  const at = url.hash.length > 1 && page.getElementById(decodeURIComponent(url.hash.slice(1)));
  if (at && !main.isSameNode(at)) return part(at, { kind, name, about });
  const editor = main.querySelector(".head .editor p:not(.label)");
  const first = editor ?? main.querySelector(".prose > p:not(.jump, .gap, .why, .side)") ?? main.querySelector(".q");
  const facts = [...main.querySelectorAll(".facts dd")].map(plain).filter((it) => /\d/.test(it)).slice(0, 1);
  return { kind, name, text: plain(first), editor: Boolean(editor), about: about.length ? about : facts };
}

/** The same of a place within a page: a sentence, a line, a note, a section. */
function part(at, page) {
  const from = [page.name, ...page.about];
  if (at.matches(".s")) return { kind: section(at), text: plain(at), about: from };
  const line = at.querySelector(".num");
  if (line) return { kind: line.getAttribute("aria-label"), text: plain(at.querySelector(".src")), about: from };
  if (at.matches(".notes li")) {
    const said = [...at.childNodes].filter((it) => it.nodeName !== "A").map(plain).join("");
    return { kind: plain(at.closest(".notes").querySelector("h2")), text: said, about: [] };
  }
  const heading = at.matches("h2, h3, h4, h5, h6") ? at : at.querySelector("h2, h3, h4");
  const text = heading ? heading.nextElementSibling ?? heading.parentElement : at;
  return { kind: page.kind, name: heading ? plain(heading) : "", text: plain(text.querySelector(".q") ?? text), about: from };
}

/** Heading of the section in which a sentence stands. */
function section(at) {
  let it = at.closest(".prose > *");
  while (it && !/^H[2-6]$/.test(it.tagName)) it = it.previousElementSibling;
  return plain(it);
}

function show(found, told, how, at) {
  hide();
  link = found;
  // The browser's own hint would lie over the card.
  hint = link.title;
  link.title = "";
  card.textContent = "";
  row("kind", told.kind);
  row("name", told.name);
  row(told.editor ? "text zhu" : "text", short(told.text ?? ""));
  row("about", told.about.filter(Boolean).join("\u2003"));
  card.setAttribute("role", "tooltip");
  if (how === "touch") touchable();
  else if (how === "keys") link.setAttribute("aria-describedby", card.id);
  card.hidden = false;
  place(at);
  if (how === "touch") card.querySelector("a").focus({ preventScroll: true });
}

/** Under a finger the card is a small dialog: it leads on, and can be closed. */
function touchable() {
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", plain(card.querySelector(".name") ?? card.firstChild));
  const acts = row("do", " ");
  const open = document.createElement("a");
  open.href = link.href;
  open.textContent = words.open;
  const close = document.createElement("button");
  close.textContent = words.close;
  close.onclick = hide;
  acts.append(open, close);
}

/** One line of the card, if it says anything. */
function row(name, text) {
  if (!text) return null;
  const made = document.createElement("p");
  made.className = name;
  made.textContent = text;
  card.append(made);
  return made;
}

/** Below the line of the link at which it was met, or above it; never beyond the window. */
function place(at) {
  const boxes = [...link.getClientRects()];
  const box = boxes.find((it) => at && it.left <= at.x && at.x <= it.right && it.top <= at.y && at.y <= it.bottom) ?? boxes[0];
  const wide = document.documentElement.clientWidth;
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = Math.max(EDGE, Math.min(at ? at.x - 40 : box.left, wide - width - EDGE));
  const below = box.bottom + EDGE + height <= innerHeight || box.top < height + EDGE;
  const top = below ? box.bottom + 4 : box.top - height - 4;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}

function hide() {
  clearTimeout(leaving);
  card.hidden = true;
  card.removeAttribute("aria-label");
  if (link) {
    link.removeAttribute("aria-describedby");
    if (hint) link.title = hint;
    else link.removeAttribute("title");
  }
  link = null;
}
