/** What is asked → its words and terms, their postings, and how much of them each document has. */

import { first } from "./index.js";
import { isPaired, key, terms, words } from "./text.js";

/** Terms of a query that count. */
const MOST_TERMS = 60;
/** Terms of a word from which on it is a sentence rather than a keyword; with a question mark, a question. */
const SENTENCE = 9;
const QUESTION = 4;
/** Characters of asking, and the commonest: pairs with them say little of what is asked for. */
const ASKING = /[什么哪吗呢谁的是了]|多少|如何|为何|怎/;
const SOUND = /^(?=.*[a-z])[a-z0-9 '’]+$/;

/** What a term is worth by the impact of its posting (docs/search.md, “Ranking a question”). */
const IMPACT = [0.4, 0.55, 0.7, 1];
/** What pairs with a character of asking are worth. */
const ASKED = 0.2;
/** What a character's terms are worth in place of a pair that stands nowhere, and how common they may be. */
const INSTEAD = 0.6;
const RARE = 0.02;
/** What a term is worth at least: on a site of few articles most stand in all of them. */
const COMMON = 0.3;

/**
 * @typedef {import("./index.js").Index} Index
 * @typedef {{term: string, prefix: boolean}} Wanted
 * @typedef {{text: string, terms: Wanted[]}} Word
 * @typedef {{words: Word[], title: string, sound: string, sentence: boolean, question: boolean}} Query
 *   `title` and `sound` are looked up among keys, "" where there is nothing to look up.
 * @typedef {Wanted & {docs: Uint32Array, marks: Uint8Array, weight: number}} Group Documents of a term.
 */

/**
 * @param {string} folded
 * @returns {Query}
 */
export function understand(folded) {
  /** @type {Map<string, Word>} */
  const found = new Map();
  let left = MOST_TERMS;
  for (const tokens of words(folded)) {
    const word = asked(tokens);
    word.terms.length = Math.min(word.terms.length, left);
    left -= word.terms.length;
    if (word.terms.length) found.set(word.text, word);
  }
  const most = Math.max(0, ...[...found.values()].map((word) => word.terms.length));
  const question = folded.includes("?") && most >= QUESTION;
  return {
    words: [...found.values()],
    title: question ? "" : key(folded),
    sound: SOUND.test(folded.trim()) ? key(folded) : "",
    sentence: question || most >= SENTENCE,
    question,
  };
}

/**
 * @param {string[]} tokens
 * @returns {Word}
 */
function asked(tokens) {
  const text = tokens.join("");
  if (text.length === 1 && isPaired(text)) return { text, terms: [{ term: text, prefix: true }] };
  const found = terms(tokens).map((term) => ({ term, prefix: false }));
  if (!isPaired(tokens[tokens.length - 1])) found[found.length - 1].prefix = true;
  // One letter before a character may be the end of a run; the pair of both says what is asked.
  if (tokens.length > 1 && tokens[0].length === 1 && !isPaired(tokens[0])) found.shift();
  return { text, terms: found };
}

/**
 * Terms that are looked for, each once: of a sentence those that tell it from others.
 * @param {Word[]} words
 * @param {boolean} sentence
 */
export function wanted(words, sentence) {
  const all = words.flatMap((word) => word.terms);
  // 蓍的 is left where no other pair has 蓍.
  const tells = ({ term, prefix }, at) =>
    !(prefix && isPaired(term)) &&
    (!ASKING.test(term) || !(ASKING.test(term[0]) || (at && !ASKING.test(all[at - 1].term[0]))));
  const telling = sentence ? all.filter(tells) : [];
  const found = telling.length ? telling : all;
  return [...new Map(found.map((it) => [it.term, it])).values()];
}

/**
 * Postings of a term; of a prefix those of all terms that it begins.
 * @param {Index} reading
 * @param {Wanted} wanted
 * @returns {Promise<Group>}
 */
export async function gather(reading, wanted) {
  const { term, prefix } = wanted;
  const whole = await reading.term(prefix && term.length < 4 ? `${term}*` : term);
  if (!prefix || (whole && term.length < 4)) return group(reading, wanted, whole ? [whole] : []);
  const entries = await reading.beginning(term);
  // A digit or letter begins runs; a pair with it and a character is the end of one.
  return group(reading, wanted, entries.filter((it) => isPaired(term) || !isPaired(it.term.slice(-1))));
}

/**
 * What stands for a pair that no article has: the terms beside it that begin with its first unit.
 * @param {Index} reading
 * @param {Group} missing
 */
export async function instead(reading, missing) {
  const [unit, second] = missing.term;
  if (missing.prefix || !second || missing.term.length > 2 || ASKING.test(unit)) return missing;
  const made = group(reading, { term: unit, prefix: true }, await reading.beside(missing.term, unit));
  made.weight *= INSTEAD;
  return made.docs.length < RARE * reading.articles ? made : missing;
}

/**
 * @param {Index} reading
 * @param {Wanted} wanted
 * @param {import("./index.js").Entry[]} entries
 * @returns {Group}
 */
function group({ articles }, { term, prefix }, entries) {
  const { docs, marks } = entries.length === 1 ? entries[0] : merged(entries);
  const count = first(docs, (doc) => doc >= articles);
  const rarity = Math.max(COMMON, Math.log(1 + (articles - count + 0.5) / (count + 0.5)));
  return { term, prefix, docs, marks, weight: ASKING.test(term) ? rarity * ASKED : rarity };
}

/**
 * Each document once, with the mark of the greatest impact.
 * @param {import("./index.js").Entry[]} entries
 */
function merged(entries) {
  const all = entries.flatMap(({ docs, marks }) =>
    Array.from(docs, (doc, at) => doc * 1024 + (marks[at] & 3) * 256 + marks[at]),
  );
  const last = Float64Array.from(all)
    .sort()
    .filter((it, at, all) => Math.floor(it / 1024) !== Math.floor(all[at + 1] / 1024));
  return { docs: Uint32Array.from(last, (it) => it / 1024), marks: Uint8Array.from(last) };
}

/**
 * How many of the groups each document has, and what they are worth; of a name also its mark: kind,
 * weight and the least of its places (docs/search.md, “A posting”).
 * @param {Index} reading
 * @param {Group[]} groups
 */
export function tally({ articles, size }, groups) {
  const hits = new Uint8Array(size);
  const worth = new Float32Array(size);
  const marked = new Uint8Array(size);
  for (const { docs, marks, weight } of groups) {
    const begins = docs === groups[0].docs;
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at];
      const low = marks[at] & 3;
      if (doc < articles) worth[doc] += weight * IMPACT[low];
      else {
        // A name can begin with the first term only: inside is as good for those after it.
        const place = low === 2 && !begins ? 3 : low;
        worth[doc] += (weight * low) / 3;
        marked[doc] = (marks[at] & 252) | (hits[doc] ? Math.min(marked[doc] & 3, place) : place);
      }
      hits[doc]++;
    }
  }
  return { hits, worth, marked };
}

/**
 * The mark of a document; -1 where it has none.
 * @param {Group} group
 * @param {number} doc
 */
export function markOf({ docs, marks }, doc) {
  const at = first(docs, (it) => it >= doc);
  return docs[at] === doc ? marks[at] : -1;
}
