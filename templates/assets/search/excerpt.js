/** A text and what is looked for → the stretch of it to show, and what to mark there. */

import { isPaired, unfolded } from "./text.js";

/** Units that are shown, and those before the first mark where a sentence is longer. */
const SHOWN = 110;
const BEFORE = 30;
/** Marks looked at of one needle. */
const MOST = 200;
const IN_RUN = /[\p{L}\p{N}]/u;

/**
 * @typedef {{text: string, weight: number}} Needle Folded.
 * @typedef {{folded: string, offsets: number[]}} Traced
 * @typedef {{start: number, end: number, weight: number, text: string}} Span Units of the text itself.
 * @typedef {{text: string, marks: [number, number][], id: string}} Excerpt
 */

/**
 * Where a needle stands in a folded text. One that begins with a letter or digit begins a run.
 * @param {string} folded
 * @param {string} needle
 */
export function* places(folded, needle) {
  const whole = needle.length > 0 && !isPaired(needle);
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
    const before = folded[at - 1] ?? " ";
    if (!(whole && IN_RUN.test(before) && !isPaired(before))) yield at;
  }
}

/**
 * @param {Traced} traced
 * @param {Needle[]} needles
 * @returns {Span[]}
 */
function spans({ folded, offsets }, needles) {
  const found = [];
  for (const { text, weight } of needles) {
    let left = MOST;
    for (const at of places(folded, text)) {
      const [start, end] = unfolded(offsets, at, at + text.length);
      found.push({ start, end, weight, text });
      if (!--left) break;
    }
  }
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

/**
 * What to mark in a text.
 * @param {Traced} traced
 * @param {Needle[]} needles
 */
export const marks = (traced, needles) => joined(spans(traced, needles));

/**
 * @param {Span[]} spans
 * @returns {[number, number][]}
 */
function joined(spans) {
  /** @type {[number, number][]} */
  const found = [];
  for (const { start, end } of spans) {
    const last = found[found.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/**
 * The sentence that has most of what is looked for, and what follows it while there is room.
 * @param {string} text
 * @param {(string | number)[]} sentences id, offset, id, offset …
 * @param {Traced} traced
 * @param {Needle[]} needles
 * @returns {Excerpt}
 */
export function excerpt(text, sentences, traced, needles) {
  const found = spans(traced, needles);
  const { best } = densestOf(found, stretches(text, sentences));
  let { start, end } = best;
  const inside = found.filter((it) => it.start >= start && it.start < end);
  if (end - start > SHOWN) {
    // A long sentence is cut before what is looked for, not within a word of Latin letters.
    const first = inside[0]?.start ?? start;
    if (first > start + SHOWN - BEFORE) start = wordStart(text, first - BEFORE, first);
    end = Math.min(end, start + SHOWN);
  } else {
    const block = text.indexOf("\n", Math.max(end - 1, start));
    end = Math.min(block < 0 ? text.length : block, start + SHOWN);
  }
  if (isLow(text, start)) start--;
  if (isLow(text, end)) end--;
  const shown = text.slice(start, end);
  const lead = start > best.start ? "…" : "";
  const trimmed = shown.trimEnd();
  const tail = end < text.length && text[end] !== "\n" ? "…" : "";
  const shift = lead.length - start;
  const visible = found.filter((it) => it.start >= start && it.end <= start + trimmed.length);
  return {
    text: lead + trimmed.replaceAll("\n", " ") + tail,
    marks: joined(visible).map(([from, to]) => [from + shift, to + shift]),
    id: best.id,
  };
}

/**
 * Stretches of a text that sentences, or the ends of blocks, bound.
 * @param {string} text
 * @param {(string | number)[]} sentences
 */
function stretches(text, sentences) {
  const bounds = new Map([[0, ""]]);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) bounds.set(at + 1, "");
  for (let at = 0; at < sentences.length; at += 2) {
    bounds.set(Number(sentences[at + 1]), String(sentences[at]));
  }
  const starts = [...bounds.keys()].sort((one, other) => one - other);
  let id = "";
  return starts.map((start, at) => {
    id = bounds.get(start) || id;
    return { start, end: starts[at + 1] ?? text.length, id };
  });
}

/**
 * What the needles of one sentence are worth at most.
 * @param {string} text
 * @param {(string | number)[]} sentences id, offset, id, offset …
 * @param {Traced} traced
 * @param {Needle[]} needles
 */
export const densest = (text, sentences, traced, needles) =>
  densestOf(spans(traced, needles), stretches(text, sentences)).most;

/**
 * The first of the stretches in which the needles found are worth most, each counted once.
 * @param {Span[]} found
 * @param {{start: number, end: number, id: string}[]} stretches
 */
function densestOf(found, stretches) {
  let best = { ...stretches[0], id: "" };
  let most = 0;
  let at = 0;
  for (const stretch of stretches) {
    const seen = new Set();
    let worth = 0;
    for (; at < found.length && found[at].start < stretch.end; at++) {
      if (!seen.has(found[at].text)) worth += found[at].weight;
      seen.add(found[at].text);
    }
    if (worth > most) {
      most = worth;
      best = stretch;
    }
  }
  return { best, most };
}

/** Whether an offset stands between both halves of a character. */
const isLow = (text, at) => /^[\udc00-\udfff]/.test(text.slice(at, at + 1));

/** The first offset from `from` on, before `to`, that stands in no run of Latin letters or digits. */
function wordStart(text, from, to) {
  for (let at = from; at < to; at++) {
    if (!/[\w.]/.test(text[at - 1]) || !/[\w.]/.test(text[at])) return at;
  }
  return from;
}
