/**
 * The search field of every page: an editable combobox whose popup is a listbox with groups
 * (ARIA Authoring Practices 1.2). Focus stays in the field.
 */
import {
  KINDS,
  NAMES,
  ROOT,
  alias,
  day,
  element,
  excerpt,
  failure,
  marked,
  notices,
  onlySome,
  say as words,
  searchPage,
  theirs,
  to,
} from "./show.js";

const WAIT = 80;
const SLOW = 400;
const SHOWN = 6;
const SHOWN_NAMES = 4;
const ROOM = 60;
/** Keys of an input method that are still letters: pinyin is looked up as such. */
const LETTERS = /^[\p{Script=Latin}\p{Mn}' ]+$/u;

/**
 * @param {HTMLFormElement} form
 * @param {() => Promise<{search: Function}>} engine
 */
export function start(form, engine) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const list = element("div", { role: "listbox", id: "find-list", "aria-label": words("find.results") });
  const note = element("p", { class: "note", hidden: true });
  const panel = element("div", { class: "panel", hidden: true }, note, list);
  const status = element("p", { class: "unseen", role: "status" });
  const shut = element("button", { type: "button", class: "shut" }, words("site.close"));
  let asked = 0;
  let active = -1;
  /** @type {HTMLElement[]} */
  let options = [];
  let timer = 0;
  let saying = 0;

  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) {
    field.setAttribute(name, value);
  }
  form.append(shut, panel, status);

  const isOpen = () => !panel.hidden;

  function open() {
    panel.hidden = false;
    form.classList.add("open");
    field.setAttribute("aria-expanded", String(options.length > 0));
  }

  function close() {
    asked++;
    clearTimeout(timer);
    panel.hidden = true;
    form.classList.remove("open");
    field.setAttribute("aria-expanded", "false");
    activate(-1);
    say("");
  }

  /** What a screen reader hears, once typing has come to rest. */
  function say(words) {
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = words), words ? 600 : 0);
  }

  function activate(index) {
    options[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = options[active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", option.id);
    } else field.removeAttribute("aria-activedescendant");
  }

  /** Show groups of options, words above them, and say words aloud. */
  function show(groups, above, aloud) {
    activate(-1);
    options = groups.flatMap((group) => group.options);
    options.forEach((option, index) => (option.id = `find-option-${index}`));
    list.replaceChildren(...groups.map(grouped));
    list.hidden = !options.length;
    note.textContent = above;
    note.hidden = !above;
    panel.scrollTop = 0;
    open();
    say(aloud);
  }

  async function ask() {
    const text = field.value.trim();
    if (!text) return close();
    const turn = ++asked;
    const slow = setTimeout(() => {
      if (turn === asked && !isOpen()) show([], words("find.looking"), "");
    }, SLOW);
    try {
      const found = await lookUp(await engine(), text);
      if (turn === asked) show(found.groups, found.above, found.aloud);
    } catch {
      if (turn === asked) show([byLetters()], failure(), failure());
    } finally {
      clearTimeout(slow);
    }
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  }

  const keys = {
    ArrowDown: (event) => (!isOpen() || event.altKey ? ask() : activate(active + 1 < options.length ? active + 1 : -1)),
    ArrowUp: (event) => {
      if (event.altKey) close();
      else if (!isOpen()) ask();
      else activate(active < 0 ? options.length - 1 : active - 1);
    },
    Home: () => active >= 0 && activate(0),
    End: () => active >= 0 && activate(options.length - 1),
    Enter: (event) => {
      const option = /** @type {HTMLAnchorElement | undefined} */ (options[active]);
      if (!option) return false;
      if (event.ctrlKey || event.metaKey) window.open(option.href, "_blank", "noopener");
      else option.click();
    },
    Escape: () => {
      if (isOpen()) close();
      else if (field.value) field.value = "";
      else field.blur();
    },
  };

  field.addEventListener("keydown", (event) => {
    // While an input method composes, the keys are its own; Safari tells by the code only.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Tab") return close();
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") return activate(-1);
    if (event.shiftKey || !Object.hasOwn(keys, event.key)) return;
    if (keys[event.key](event) !== false) event.preventDefault();
  });
  field.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing) || LETTERS.test(field.value)) soon();
  });
  field.addEventListener("compositionend", soon);
  field.addEventListener("click", () => isOpen() || soon());
  shut.addEventListener("click", () => (close(), field.blur(), shut.blur()));
  // The field keeps the focus, so that the keys go on to work.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The sentence may stand on this very page.
    if (/** @type {Element} */ (event.target).closest("[role=option]")) close(), field.blur();
  });
  form.addEventListener("submit", close);
  form.addEventListener("focusout", (event) => {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget)) && document.hasFocus()) close();
  });
  addEventListener("pagehide", close);

  if (field.value && form.contains(document.activeElement)) ask();
}

/** Look a text up: groups of options, what is to be said above them, and aloud. */
async function lookUp(client, text) {
  const [found, names] = await Promise.all([
    client.search(text, { limit: SHOWN }),
    client.search(text, { limit: SHOWN_NAMES, filters: { kind: NAMES } }),
  ]);
  const said = notices(found, names);
  if (!found.length) {
    const short = text.slice(0, 20) + (text.length > 20 ? words("mark.dots") : "");
    const nothing = words("find.nothing", { words: words("mark.quote", { text: short }) }) + words("mark.stop");
    return { groups: [byLetters()], above: [nothing, ...said].join(""), aloud: nothing };
  }
  const known = new Set(found.map((it) => it.url));
  // Names of which only a word fits are no help beside articles in which all words stand.
  const more = names.partial && !found.partial ? [] : names.filter((it) => !known.has(it.url));
  const all = [...found, ...more];
  const kinds = [...new Set([found[0].kind, ...Object.keys(KINDS)])];
  const groups = kinds
    .map((kind) => ({
      title: KINDS[kind] ?? kind,
      options: all.filter((it) => it.kind === kind).map(option),
    }))
    .filter((group) => group.options.length);
  if (found.total > all.length) {
    const link = element("a", { role: "option", class: "all", href: searchPage(text) }, words("find.all", { count: found.total }));
    groups.push({ title: "", options: [link] });
  }
  if (found.partial) said.unshift(onlySome(text, found));
  return { groups, above: said.join(""), aloud: words("find.aloud", { count: found.total }) + said.join("") };
}

/** A result as an option; a link, so that it opens as readers are used to. */
function option(it) {
  const about = [it.source, it.date && day(it.date)].filter(Boolean).join(words("mark.gap"));
  const made = element(
    "a",
    { role: "option", href: to(it.href), tabindex: "-1", "aria-selected": "false" },
    element("b", theirs, ...marked(it.title, it.titleMarks), ...alias(it)),
  );
  if (about) made.append(" ", element("span", { class: "about" }, about));
  if (it.snippet.text) made.append(" ", element("span", { class: "said", ...theirs }, ...excerpt(it.snippet, ROOM)));
  return made;
}

function byLetters() {
  const link = element("a", { role: "option", class: "all", href: `${to(ROOT)}index/` }, words("search.letters"));
  return { title: "", options: [link] };
}

function grouped({ title, options }, index) {
  for (const option of options) {
    option.setAttribute("tabindex", "-1");
    option.setAttribute("aria-selected", "false");
  }
  if (!title) return element("div", { class: "lot", role: "presentation" }, ...options);
  const label = element("span", { class: "label", role: "presentation", id: `find-group-${index}` }, title);
  const room = element("div", { role: "presentation" }, ...options);
  return element("div", { class: "lot", role: "group", "aria-labelledby": label.id }, label, room);
}
