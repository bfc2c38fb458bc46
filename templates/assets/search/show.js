/** What the search field and the search page have in common: words, marks, pieces of a page. */
import { words, written } from "./words.js";

/** Of an element that shows what texts say: their language, where the interface speaks another. */
export const theirs = { lang: written || (document.documentElement.dataset.twin ? "zh-Hans" : undefined) };

/**
 * A text of the interface, what stands in braces filled in; `count` chooses between one and many.
 * @param {string} name as in the site's catalogue of texts: "find.title"
 * @param {Record<string, string | number>} [values]
 */
export function say(name, values = {}) {
  const [group, key] = name.split(".");
  const found = words[group][key];
  const form = typeof found === "string" ? found : (values.count === 1 || values.count === "1" ? found.one : found.other);
  return form.replace(/\{(\w+)\}/g, (_, it) => (typeof values[it] === "number" ? number(values[it]) : values[it]));
}

/** Kinds of results in the order of their groups. */
export const KINDS = Object.fromEntries(
  ["topic", "person", "organisation", "document", "place", "programme", "term", "article"].map((kind) => [kind, words.kind[kind]]),
);
export const NAMES = Object.keys(KINDS).filter((kind) => kind !== "article");

const ASKING = /[?？吗呢]|什么|多少|哪|谁|怎|几|为何/;

/** Below the site, where a page of the twin is: results lead to the twin's pages. */
const TWIN = document.documentElement.dataset.twin ?? "";

/** Where the site begins, whatever path it stands under. */
export const ROOT = new URL("../", import.meta.url).href;

/** @typedef {[number, number][]} Marks stretches of a text, in code units */

/**
 * An element; text goes in as text, never as markup.
 * @param {string} tag
 * @param {Record<string, string | boolean | undefined>} [attributes] left out where undefined or false
 * @param {...(Node | string)} children
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * A text with <mark> where it was hit.
 * @param {string} text
 * @param {Marks} [marks]
 */
export function marked(text, marks = []) {
  const pieces = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start) continue;
    pieces.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...pieces, text.slice(at)].filter((it) => it !== "");
}

/** The other name by which something was found: what was typed stands in it, not in the title. */
export const alias = (it) => {
  if (!it.alias) return [];
  const [before, after] = words.mark.aside.split("{text}");
  return [before, ...marked(it.alias, it.aliasMarks), after];
};

/**
 * Why there are results in which not all words stand.
 * @param {string} text as typed
 * @param {...{missing: string[]}} lists
 */
export function onlySome(text, ...lists) {
  // Nobody expects an answer to hold the words of the question.
  if (ASKING.test(text)) return "";
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  const lacks = (word) => lists.every((list) => list.missing.some((term) => word.includes(term)));
  const lacking = typed.length > 1 ? typed.filter(lacks).slice(0, 5) : [];
  if (typed.length < 2) return say("find.near");
  if (!lacking.length) return say("find.not_together");
  const quoted = lacking.map((it) => say("mark.quote", { text: it.slice(0, 20) }));
  return say("find.lacking", { words: quoted.join(words.mark.list) });
}

/**
 * A sentence, its beginning left out if the first hit would be out of sight.
 * @param {{text: string, marks: Marks}} snippet
 * @param {number} room characters that are seen
 */
export function excerpt({ text, marks }, room) {
  const first = marks[0]?.[0] ?? 0;
  if (text.length <= room || first < room * 0.6) return marked(text, marks);
  // From a clause's beginning if there is one near.
  const near = text.slice(0, first).search(/[，。；：、！？“（\s][^，。；：、！？“（\s]{0,16}$/);
  let from = near < 0 ? first - 8 : near + 1;
  if (/[\udc00-\udfff]/.test(text[from])) from--;
  const moved = marks.map(([start, end]) => /** @type {[number, number]} */ ([start - from, end - from]));
  return [words.mark.dots, ...marked(text.slice(from), moved)];
}

/** 2022-10-10 → 2022年10月10日, 10 October 2022 */
export function day(iso) {
  const parts = iso.split("-");
  if (!parts.every((it) => /^\d+$/.test(it)) || parts.length > 3) return iso;
  const [year, month, on] = parts.map(Number);
  const said = yearWords(year);
  if (!month) return said;
  const name = words.date.months.split("|")[month - 1] ?? String(month);
  if (!on) return say("date.year_month", { year: said, date: name });
  const date = say("date.month_day", { month: name, day: say("date.day", { day: String(on) }) });
  return say("date.year_day", { year: said, date });
}

/** 2022 → 2022年 */
export const yearWords = (year) => say("date.year", { year: String(year) });

/** 12345 → 12,345 */
export const number = (value) => value.toLocaleString("en");

/** An address of the site as one goes there from this page. */
export function to(href) {
  const whole = new URL(href, ROOT).href;
  return TWIN && whole.startsWith(ROOT) ? ROOT + TWIN + whole.slice(ROOT.length) : href;
}

/** A link to the search page. */
export const searchPage = (text) => `${to(ROOT)}search/?${new URLSearchParams({ q: text })}`;

/** Things that went wrong with several lists, in words, each once. */
export function notices(...lists) {
  const codes = new Set(lists.flatMap((list) => list.notices ?? []));
  return [...new Set([...codes].map((code) => words.notice[code.replace("-", "_")] ?? words.notice.other))];
}

/** Why there are no results at all, in words. */
export const failure = () => (navigator.onLine === false ? words.notice.no_network : words.notice.no_index);
