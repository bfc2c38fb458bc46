/** What the search field and the search page have in common: words, marks, pieces of a page. */

/** Kinds of results in the order of their groups. */
export const KINDS = {
  topic: "专题",
  person: "人物",
  organisation: "机构",
  document: "文件",
  place: "地方",
  programme: "举措",
  term: "词语",
  article: "文章",
};
export const NAMES = Object.keys(KINDS).filter((kind) => kind !== "article");

const NOTICES = {
  "index-renewed": "索引有更新，已重新载入。",
  "missing-shard": "有一片索引没有读到，结果可能不全。",
  "damaged-shard": "有一片索引坏了，结果可能不全。",
  "missing-text": "有几条结果的文字没有读到。",
  "damaged-text": "有几条结果的文字坏了。",
  offline: "没有网络，只能用读过的索引，结果可能不全。",
};

const ASKING = /[?？吗呢]|什么|多少|哪|谁|怎|几|为何/;

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
export const alias = (it) => (it.alias ? ["（", ...marked(it.alias, it.aliasMarks), "）"] : []);

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
  const words = typed.length > 1 ? typed.filter(lacks).slice(0, 5).map((it) => `“${it.slice(0, 20)}”`) : [];
  if (typed.length < 2) return "没有一字不差的，下面按相近排列。";
  const why = words.length ? `没有写到${words.join("、")}的` : "没有同时含有这些字词的";
  return `${why}，下面只含一部分字词。`;
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
  return ["…", ...marked(text.slice(from), moved)];
}

/** 2022-10-10 → 2022年10月10日 */
export function day(iso) {
  const units = ["年", "月", "日"];
  const parts = iso.split("-");
  return parts.every((it) => /^\d+$/.test(it)) && parts.length <= 3
    ? parts.map((it, at) => Number(it) + units[at]).join("")
    : iso;
}

/** 12345 → 12,345 */
export const number = (value) => value.toLocaleString("en");

/** A link to the search page. */
export const searchPage = (text) => `${ROOT}search/?${new URLSearchParams({ q: text })}`;

/** Things that went wrong with several lists, in words, each once. */
export function notices(...lists) {
  const codes = new Set(lists.flatMap((list) => list.notices ?? []));
  return [...new Set([...codes].map((code) => NOTICES[code] ?? "有的内容没有读到，结果可能不全。"))];
}

/** Why there are no results at all, in words. */
export const failure = () =>
  navigator.onLine === false ? "没有网络，索引读不到。" : "索引没有读到，请检查网络再试。";
