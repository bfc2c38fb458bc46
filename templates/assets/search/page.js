/** The search page: query, filters and order stand in its URL; results come as one types. */
import { facetList } from "./filters.js";
import { lookUp, similar } from "./lists.js";
import { article, name } from "./rows.js";
import { element, failure, notices, number, onlySome, say } from "./show.js";

const WAIT = 120;
const SLOW = 400;
const STEP = 20;
const NAMES_FIRST = 6;
const FILTERS = ["kind", "topic", "source", "year"];
const TITLE = document.title;
const WIDE = matchMedia("(min-width: 60rem)");

/** What is looked for: all that the URL says. */
function wanted() {
  const said = new URLSearchParams(location.search);
  return {
    text: said.get("q") ?? "",
    date: said.get("order") === "date",
    filters: Object.fromEntries(FILTERS.map((name) => [name, said.getAll(name)])),
  };
}

function address({ text, date, filters }) {
  const said = new URLSearchParams();
  if (text) said.set("q", text);
  for (const name of FILTERS) for (const value of filters[name]) said.append(name, value);
  if (date) said.set("order", "date");
  return said.size ? `?${said}` : location.pathname;
}

/**
 * @param {HTMLFormElement} form
 * @param {() => Promise<{search: Function, facets: Function}>} engine
 */
export function start(form, engine) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const help = document.getElementById("how");
  const letters = document.getElementById("letters");
  const parts = frame(document.getElementById("found"));
  let state = wanted();
  let asked = 0;
  let timer = 0;
  /** Whether the address is one that the reader decided on, so that the way back leads there. */
  let decided = true;
  let shown = { articles: STEP, names: NAMES_FIRST, ...history.state?.shown };
  let top = history.state?.top;

  // Somebody may have typed before this was loaded.
  if (field.value) state.text = field.value.trim();
  else field.value = state.text;
  field.setAttribute("aria-controls", parts.results.id);

  function go(change, by) {
    state = { ...state, ...change };
    shown = { articles: STEP, names: NAMES_FIRST };
    const where = address(state);
    if (by === "typing" && !decided) history.replaceState(null, "", where);
    else if (where !== location.search) history.pushState(null, "", where);
    decided = by !== "typing";
    if ("text" in change) scrollTo({ top: 0, behavior: "instant" });
    return ask();
  }

  async function ask() {
    const turn = ++asked;
    const { text, date, filters } = state;
    document.title = text ? `${text} · ${TITLE}` : TITLE;
    help.hidden = Boolean(text);
    if (letters) letters.hidden = Boolean(text);
    parts.all.hidden = !text;
    if (!text) return;
    const slow = setTimeout(() => (parts.count.textContent = say("find.looking")), SLOW);
    parts.results.setAttribute("aria-busy", "true");
    try {
      const client = await engine();
      const found = await lookUp(client, text, filters, date, shown);
      if (turn !== asked) return;
      await render(client, found);
    } catch {
      if (turn !== asked) return;
      parts.count.textContent = failure();
      parts.results.replaceChildren();
      if (letters) letters.hidden = false;
    } finally {
      clearTimeout(slow);
      if (turn === asked) parts.results.removeAttribute("aria-busy");
    }
  }

  async function render(client, { names, articles, facets }) {
    const total = names.total + articles.total;
    const each = [
      names.total && say("find.names", { count: names.total }),
      articles.total && say("find.articles", { count: articles.total }),
    ];
    parts.count.textContent = total
      ? say("find.found", { count: total }) + (each.every(Boolean) ? say("mark.colon") + each.join(say("mark.clause")) : "")
      : say("find.nothing", { words: say("mark.quote", { text: state.text.slice(0, 40) }) });
    const said = notices(names, articles);
    if (total && partial(names, articles)) said.unshift(onlySome(state.text, ...[names, articles].filter((it) => it.total)));
    parts.notes.textContent = said.join("");
    parts.notes.hidden = !said.length;
    parts.order.hidden = articles.total < 2;
    for (const it of parts.order.querySelectorAll("input")) it.checked = (it.value === "date") === state.date;
    facetList(parts.filters, facets, state.filters, (filters) => go({ filters }));
    parts.folded.hidden = !parts.filters.childElementCount;
    const chosen = Object.values(state.filters).flat().length;
    parts.chosen.textContent = chosen ? String(chosen) : "";
    if (letters) letters.hidden = total > 0;
    if (!total) {
      parts.results.replaceChildren(await nothing(client));
      return;
    }
    const sections = [section(say("find.names_title"), names, "names", name), section(say("nav.articles"), articles, "articles", article)];
    // What the words mean best comes first: an article called just so, before names that hold them.
    if (whole(articles[0]) && !whole(names[0])) sections.reverse();
    parts.results.replaceChildren(...sections.filter((it) => it !== null));
    if (top !== undefined) scrollTo({ top, behavior: "instant" });
    top = undefined;
  }

  function section(title, list, what, row) {
    if (!list.length) return null;
    const heading = element("h2", { id: `${what}-h` }, title, " ", element("span", { class: "n" }, number(list.total)));
    const rows = element("ol", { class: "rows" }, ...list.map(row));
    const made = element("section", { class: "band", "aria-labelledby": heading.id }, heading, rows);
    if (list.total > list.length) made.append(more(what, list));
    return made;
  }

  function more(what, list) {
    const left = list.total - list.length;
    const words = left > STEP ? say("find.more", { step: STEP, count: left }) : say("find.rest", { count: left });
    const button = element("button", { type: "button", class: "more" }, words);
    button.addEventListener("click", async () => {
      shown = { ...shown, [what]: list.length + STEP };
      remember();
      await ask();
      const heading = document.getElementById(`${what}-h`);
      const next = heading?.parentElement.querySelectorAll("h3 a")[list.length];
      /** @type {HTMLElement | undefined} */ (next)?.focus();
    });
    return button;
  }

  async function nothing(client) {
    const made = element("section", { class: "band", "aria-labelledby": "nothing-h" });
    const tips = element("ul", { class: "hints" });
    made.append(element("h2", { id: "nothing-h" }, say("find.try")), tips);
    if (Object.values(state.filters).flat().length) {
      const button = element("button", { type: "button", class: "more" }, say("find.try_unfiltered"));
      button.addEventListener("click", () => go({ filters: Object.fromEntries(FILTERS.map((it) => [it, []])) }));
      tips.append(element("li", {}, button));
    }
    tips.append(
      element("li", {}, say("find.try_fewer")),
      element("li", {}, say("find.try_typing")),
      element("li", {}, say("find.try_letters")),
    );
    const near = await similar(client, state.text);
    if (near.length) {
      made.append(element("h2", {}, say("find.similar")), element("ol", { class: "rows" }, ...near.map(name)));
    }
    return made;
  }

  const remember = () => history.replaceState({ shown, top: scrollY }, "");

  field.addEventListener("input", (event) => {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => field.value.trim() !== state.text && go({ text: field.value.trim() }, "typing"), WAIT);
  });
  field.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(() => go({ text: field.value.trim() }, "typing"), WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (field.value.trim() !== state.text) go({ text: field.value.trim() });
    decided = true;
    // The keyboard of a phone makes room for what was found.
    if (matchMedia("(pointer: coarse)").matches) field.blur();
  });
  parts.order.addEventListener("change", (event) => {
    go({ date: /** @type {HTMLInputElement} */ (event.target).value === "date" });
  });
  // A reader who comes back finds as many results as before, at the same height.
  parts.results.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("a")) remember();
  });
  addEventListener("popstate", () => {
    state = wanted();
    field.value = state.text;
    decided = true;
    shown = { articles: STEP, names: NAMES_FIRST, ...history.state?.shown };
    top = history.state?.top;
    ask();
  });
  ask();
  if (!state.text) field.focus();
}

/** Whether what was typed is the whole title. */
const whole = (it) => it?.titleMarks?.length === 1 && it.titleMarks[0][1] - it.titleMarks[0][0] === it.title.length;

const partial = (names, articles) => (names.partial || !names.total) && (articles.partial || !articles.total);

/** The rooms of the page that stay while results change. */
function frame(all) {
  const choice = (value, words, checked) =>
    element("label", {}, element("input", { type: "radio", name: "order", value, checked }), words);
  const count = element("p", { role: "status", class: "count" });
  const order = element(
    "div",
    { class: "order", role: "radiogroup", "aria-label": say("find.order"), hidden: true },
    choice("", say("find.by_relevance"), true),
    choice("date", say("find.by_date"), false),
  );
  const notes = element("p", { class: "notice", hidden: true });
  const chosen = element("span", { class: "n" });
  const filters = element("div");
  const folded = /** @type {HTMLDetailsElement} */ (
    element("details", { class: "filters", hidden: true }, element("summary", {}, say("find.filter"), chosen), filters)
  );
  const results = element("div", { id: "results" });
  const fold = () => (folded.open = WIDE.matches);
  WIDE.addEventListener("change", fold);
  fold();
  all.hidden = true;
  all.replaceChildren(element("div", { class: "tally" }, count, order), notes, folded, results);
  return { all, count, order, notes, folded, chosen, filters, results };
}
