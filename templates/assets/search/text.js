/**
 * Text → the form in which it is compared, and its terms: the same as generator/search/fold.py and
 * terms.py (docs/search.md, “From text to terms”). Offsets count UTF-16 code units.
 */

/** Characters of a run or key that count. */
const LONGEST = 40;

const PAIRED =
  "\\u3005-\\u3007\\u3021-\\u3029\\u3040-\\u309f\\u30a0-\\u30ff\\u3105-\\u312f\\u31a0-\\u31bf" +
  "\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\ud800-\\udfff" +
  "\\uf900-\\ufaff\\u{10000}-\\u{10ffff}";
const RUN = `(?:(?![${PAIRED}])[\\p{L}\\p{N}])`;
const WORD = new RegExp(
  `(?:[${PAIRED}]|${RUN}|(?<=[0-9])\\.(?=[0-9])|(?<=[0-9]),(?=[0-9]{3}(?![0-9])))+`,
  "gu",
);
const TOKEN = new RegExp(`[${PAIRED}]+|(?:${RUN}|\\.)+`, "gu");
const IS_PAIRED = new RegExp(`^[${PAIRED}]`, "u");
const DROPPED = /[\p{Mn}\p{Cf}]/gu;
const COMMA = /(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g;

/** Comparing by character; what is found can be shown where it stands. */
export class Folding {
  #known = new Map();
  #simplified = new Map();

  /** Whether both scripts are one. */
  get learnt() {
    return this.#simplified.size > 0;
  }

  /**
   * Take in what fold.json says, after which both scripts are one.
   * @param {Iterable<[string, string]>} pairs traditional, simplified
   */
  learn(pairs) {
    this.#simplified = new Map(pairs);
    this.#known.clear();
  }

  /** @param {string} text */
  fold(text) {
    let folded = "";
    for (const character of text) folded += this.#character(character);
    return folded;
  }

  /**
   * Folded text without the commas of numbers, and where each unit of it comes from; one offset
   * more than units, the text's end.
   * @param {string} text
   */
  trace(text) {
    let folded = "";
    /** @type {number[]} */
    let offsets = [];
    let offset = 0;
    for (const character of text) {
      const plain = this.#character(character);
      for (let unit = 0; unit < plain.length; unit++) offsets.push(offset);
      folded += plain;
      offset += character.length;
    }
    if (folded.includes(",")) {
      const commas = new Set([...folded.matchAll(COMMA)].map((found) => found.index));
      offsets = offsets.filter((_, at) => !commas.has(at));
      folded = folded.replace(COMMA, "");
    }
    offsets.push(text.length);
    return { folded, offsets };
  }

  /** @param {string} character */
  #character(character) {
    if (character < "\x80") return character.toLowerCase();
    let folded = this.#known.get(character);
    if (folded === undefined) {
      const plain = character.normalize("NFKD").replace(DROPPED, "").normalize("NFC");
      const lower = plain.toLowerCase().replace(DROPPED, "");
      folded = Array.from(lower, (it) => this.#simplified.get(it) ?? it).join("");
      this.#known.set(character, folded);
    }
    return folded;
  }
}

/**
 * Stretch of folded text → the stretch of the text that it comes from.
 * @param {number[]} offsets
 * @returns {[number, number]}
 */
export function unfolded(offsets, start, end) {
  let after = end;
  while (after < offsets.length - 1 && offsets[after] === offsets[end - 1]) after++;
  return [offsets[start], offsets[after]];
}

/**
 * Words of a folded text, each as its tokens: stretches of paired units and runs in turn.
 * @param {string} folded
 * @returns {string[][]}
 */
export function words(folded) {
  return (folded.match(WORD) ?? []).map((word) => word.replaceAll(",", "").match(TOKEN) ?? []);
}

/**
 * Whether a text begins with a unit that is indexed in pairs.
 * @param {string} text
 */
export const isPaired = (text) => IS_PAIRED.test(text);

/**
 * Terms of a word: pairs and runs in order.
 * @param {string[]} tokens
 */
export function terms(tokens) {
  const found = [];
  let end = "";
  for (const token of tokens) {
    if (end) found.push(end + token[0]);
    end = token[token.length - 1];
    if (isPaired(token)) {
      for (let at = 1; at < token.length; at++) found.push(token.slice(at - 1, at + 1));
    } else found.push(cut(token));
  }
  return found;
}

/**
 * A title or name as one looks it up: its characters in a row; may be empty.
 * @param {string} folded
 */
export const key = (folded) => cut(words(folded).flat().join("").replaceAll(".", ""));

/** @param {string} text */
function cut(text) {
  // Characters, not units.
  return text.length > LONGEST ? Array.from(text).slice(0, LONGEST).join("") : text;
}
