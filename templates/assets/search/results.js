/** A query → what is found in one version of an index, ranked and with what to show. */

import { densest, excerpt, marks, places } from "./excerpt.js";
import { gather, instead, markOf, tally, understand, wanted } from "./query.js";

/** Results shown where nothing else is said: so many are proved to hold the words. */
export const SHOWN = 10;
/** Articles read to find so many. */
const EXAMINED = 24;
/** Further parts of an article in which a phrase is looked for. */
const FURTHER = 2;
/** Results up to which texts are read rather than the larger files of heads. */
const FEW = 24;
/** Units of a query that count. */
const LONGEST = 400;
/** Shards of keys read of those that begin with the query. */
const KEY_SHARDS = 2;
/** What a partial result must be worth beside the best: an article, a name. */
const SHARES = [0.2, 0.6];
/** Units of a value of a filter that are in the index. */
const VALUE = 80;

export const FILTERS = ["kind", "topic", "source", "year"];
/** A bit for each filter passed. */
export const PASSED = 15;
/** Of names, as their marks number them. */
export const KINDS = ["topic", "person", "organisation", "place", "document", "programme", "term"];
export const ARTICLE = "article";

const HAN = /[\u3400-\u9fff]/;
/** The commonest characters of traditional script; a text with many of them needs fold.json. */
const TRADITIONAL = /[們這說來時會國學過發後經個種現開關問間業與為於對動機電進員]/g;

/** Why a result stands where it does; a fraction orders those with the same reason. */
const TITLE = 9;
const SOUND = 8;
const TOPIC = 7;
const TITLED = 6;
const PROVED = 5;
const LIKELY = 4;
const SCATTERED = 3;
const SOUNDS = 2;
const SOME = 1;
const NAME = 0;
/** Nothing found is 0. */
const LEAST = 1e-3;
/** Ranks are compared to this; documents are fewer. */
const STEPS = 1e6;
const DOCUMENTS = 2 ** 25;

/**
 * @typedef {{kind?: string[], topic?: string[], source?: string[], year?: string[]}} Filters
 * @typedef {object} Options
 * @property {number} [limit]
 * @property {Filters} [filters]
 * @property {number | boolean} [snippets] How many of the results have one.
 * @property {"relevance" | "date"} [order]
 * @typedef {[number, number][]} Marks Code units: from, to before.
 * @typedef {object} Result
 * @property {string} url Path of the page.
 * @property {string} href The same and, of an article, the sentence.
 * @property {string} kind article, topic, person, organisation, place, document, programme, term
 * @property {string} title
 * @property {Marks} titleMarks
 * @property {string} alias Another name, where that is what was asked for; else "".
 * @property {Marks} aliasMarks
 * @property {string} date
 * @property {string} source
 * @property {{text: string, marks: Marks}} snippet
 * @typedef {Result[] & {total: number, partial: boolean, missing: string[], notices: string[]}} Results
 *   `partial`: nothing holds all words; `missing`: words that stand nowhere; `notices`: missing-shard,
 *   damaged-shard, missing-text, damaged-text, offline, index-renewed.
 */

/**
 * @typedef {{text: string, groups: import("./query.js").Group[], sure: boolean, weight: number}} Weighed
 *   A word; `sure`: a document with its term holds it.
 * @typedef {Awaited<ReturnType<Search["find"]>>} Found
 */

/** One search. */
export class Search {
  /** Whether nothing is found, or a text does not hold what the index says of it. */
  doubted = false;
  /** Texts read, by document. */
  #read = new Map();
  #traced = new WeakMap();

  /**
   * @param {import("./index.js").Index} reading
   * @param {import("./text.js").Folding} folding
   */
  constructor(reading, folding) {
    this.reading = reading;
    this.folding = folding;
  }

  /**
   * @param {string} query
   * @param {{limit: number, filters: Filters, snippets: number, order: string}} options
   */
  async results(query, { limit, filters, snippets, order }) {
    const found = await this.find(query, filters);
    const ordered = await this.#proved(found, Math.min(limit, SHOWN), order === "date");
    const docs = Array.from(ordered.subarray(0, limit));
    const many = docs.length - snippets > FEW;
    await Promise.all(docs.slice(0, many ? snippets : docs.length).map((doc) => this.#examined(found, doc)));
    // Also of those whose text cannot be had.
    const head = await this.reading.heads(docs.filter((doc) => !this.#read.get(doc)?.record));
    const made = [];
    for (const [at, doc] of docs.entries()) {
      const text = this.#read.get(doc)?.record;
      const record = text ?? head(doc);
      if (record) made.push(this.#result(found, doc, record, Boolean(text) && at < snippets));
    }
    const { partial, missing } = found;
    this.doubted ||= !ordered.length;
    return Object.assign(made, { total: ordered.length, partial: partial && made.length > 0, missing });
  }

  /**
   * Of each document why and how well it is found, and which filters it passes.
   * @param {string} query
   * @param {Filters} filters
   */
  async find(query, filters) {
    const text = query.slice(0, LONGEST);
    const filtering = this.#filtered(filters);
    const folded = this.folding.fold(text);
    let asked = understand(folded);
    let [keys, ...groups] = await this.#gathered(asked);
    if ((await this.#isForeign(text, asked.sentence, groups)) && (await this.#simplify())) {
      const simplified = this.folding.fold(text);
      if (simplified !== folded) [keys, ...groups] = await this.#gathered((asked = understand(simplified)));
    }
    return this.#ranked(asked, keys, groups, await filtering, valuesOf(filters, "kind"));
  }

  /**
   * Titles that the keys of a query begin, and the postings of its terms.
   * @param {import("./query.js").Query} asked
   */
  #gathered({ title, sound, sentence, words }) {
    const keys = [title && `=${title}`, sound && `~${sound}`].filter(Boolean);
    const entries = Promise.all(keys.map((key) => this.reading.beginning(key, KEY_SHARDS)));
    const groups = wanted(words, sentence).map((it) => gather(this.reading, it));
    return Promise.all([entries.then((it) => it.flat()), ...groups]);
  }

  /**
   * The filters each document passes; that of kind for articles only, since names have it in marks.
   * @param {Filters} filters
   */
  async #filtered(filters) {
    const { reading } = this;
    const given = FILTERS.map((name) => valuesOf(filters, name));
    const free = given.reduce((bits, values, at) => bits | (+!values.length << at), 0);
    const passed = new Uint8Array(reading.size).fill(free);
    if (given[0].includes(ARTICLE)) passed.fill(free | 1, 0, reading.articles);
    const wanted = FILTERS.flatMap((name, at) =>
      at ? given[at].map((value) => ({ bit: 1 << at, term: `#${name}:${cut(value)}` })) : [],
    );
    const entries = await Promise.all(wanted.map((it) => reading.term(it.term)));
    entries.forEach((entry, at) => entry?.docs.forEach((doc) => (passed[doc] |= wanted[at].bit)));
    return passed;
  }

  /**
   * Whether a query may be in traditional script, no character of which is in the index.
   * @param {string} text
   * @param {boolean} sentence Of which pairs stand nowhere anyway.
   * @param {import("./query.js").Group[]} groups
   */
  async #isForeign(text, sentence, groups) {
    const nowhere = HAN.test(text) ? groups.filter(isNowhere) : [];
    if (!nowhere.length || !sentence || isTraditional(text)) return nowhere.length > 0;
    const beside = nowhere.map(({ term }) => this.reading.beside(term, term[0]));
    return (await Promise.all(beside)).some((entries) => !entries.length);
  }

  /** Reads fold.json; whether that may make a difference. */
  async #simplify() {
    if (this.folding.learnt) return false;
    this.folding.learn(await this.reading.simplified());
    this.#traced = new WeakMap();
    return this.folding.learnt;
  }

  /**
   * @param {import("./query.js").Query} asked
   * @param {import("./index.js").Entry[]} keys
   * @param {import("./query.js").Group[]} groups
   * @param {Uint8Array} passed
   * @param {string[]} kinds
   */
  async #ranked({ words, title, sentence, question }, keys, groups, passed, kinds) {
    const { reading } = this;
    const { articles, size } = reading;
    let { hits, worth, marked } = tally(reading, groups);
    for (const { docs, marks } of keys) {
      docs.forEach((doc, at) => hits[doc] || (marked[doc] = marks[at] & 252));
    }
    if (kinds.length) {
      for (let doc = articles; doc < size; doc++) passed[doc] |= +kinds.includes(KINDS[marked[doc] >> 5]);
    }
    const nowhere = new Set(groups.filter(isNowhere).map((it) => it.term));
    const all = groups.length || NaN;
    const partial =
      !hits.some((it, doc) => it === all && passed[doc] === PASSED) &&
      !keys.some(({ docs }) => docs.some((doc) => passed[doc] === PASSED));
    if (partial) {
      groups = await Promise.all(groups.map((it) => (it.docs[0] < articles ? it : instead(reading, it))));
      ({ hits, worth } = tally(reading, groups));
    }
    const sum = groups.reduce((sum, it) => sum + it.weight, LEAST);
    const least = [worth.subarray(0, articles), worth.subarray(articles)].map((side, at) =>
      partial || question ? SHARES[at] * side.reduce((most, it) => Math.max(most, it), 0) : Infinity,
    );
    const ranks = new Float64Array(size);
    for (let doc = 0; doc < size; doc++) {
      if (!hits[doc]) continue;
      const share = LEAST + (worth[doc] / sum) * 0.98;
      if (hits[doc] === all && !partial && !(question && doc < articles)) {
        ranks[doc] = doc < articles ? LIKELY + share : nameRank(marked[doc], share);
      } else if (worth[doc] >= least[+(doc >= articles)]) {
        ranks[doc] = doc < articles ? SOME + share : NAME + share * 0.4;
      }
    }
    for (const { term, docs } of keys) {
      const close = title.length / (term.length - 1);
      for (const doc of docs) {
        const rank = keyRank(term[0], close, doc < articles ? undefined : marked[doc]);
        ranks[doc] = Math.max(ranks[doc], rank);
      }
    }
    const by = new Map(groups.map((it) => [it.term, it]));
    const weighed = words.map(({ text, terms }) => {
      const own = terms.flatMap((it) => by.get(it.term) ?? []);
      const sure = terms.length === 1 || !own.length;
      return { text, groups: own, sure, weight: own.reduce((sum, it) => sum + it.weight, 0) };
    });
    const missing = words
      .filter((it) => partial && !sentence && it.terms.some(({ term }) => nowhere.has(term)))
      .map((it) => it.text);
    return { words: weighed, groups, ranks, passed, marked, partial, missing, sum, loose: partial || question };
  }

  /**
   * Documents in order, the best first; the leading articles are read to see whether they hold the
   * words as they are, until so many do.
   * @param {Found} found
   * @param {number} most
   * @param {boolean} dated Articles by number, then names.
   */
  async #proved(found, most, dated) {
    const { ranks } = found;
    const { articles } = this.reading;
    if (dated) {
      ranks.forEach((rank, doc) => {
        const tier = doc >= articles ? NAME : rank < LIKELY ? SOME : LIKELY;
        if (rank) ranks[doc] = tier + LEAST + (doc < articles ? (doc / articles) * 0.99 : rank / 20);
      });
    }
    if (found.loose && !dated) await this.#weighed(found, most);
    for (let left = EXAMINED; ; ) {
      const ordered = inOrder(found);
      const next = [];
      let proved = 0;
      for (const doc of ordered) {
        if (proved + next.length >= most || ranks[doc] < LIKELY) break;
        if (doc >= articles) continue;
        if (ranks[doc] >= PROVED || this.#read.has(doc)) proved++;
        else next.push(doc);
      }
      next.length = Math.min(next.length, left);
      left -= next.length;
      if (!next.length) return ordered;
      await Promise.all(next.map((doc) => this.#examined(found, doc)));
      for (const doc of next) {
        const { record, proved, titled } = this.#read.get(doc);
        const tier = !proved ? SCATTERED : titled && !dated ? TITLED : PROVED;
        if (record) ranks[doc] = tier + (ranks[doc] % 1);
      }
    }
  }

  /**
   * An article of several parts has much somewhere: what counts is also what one sentence has of it.
   * @param {Found} found
   * @param {number} most
   */
  async #weighed(found, most) {
    const { ranks, words, sum } = found;
    const leading = inOrder(found).filter((doc) => doc < this.reading.articles && ranks[doc] < LIKELY);
    const read = async (/** @type {Uint32Array} */ docs) => {
      await Promise.all(Array.from(docs, (doc) => this.#examined(found, doc)));
      return Array.from(docs, (doc) => ({ doc, record: this.#read.get(doc).record })).filter((it) => it.record);
    };
    const some = await read(leading.subarray(0, most));
    if (!some.some((it) => it.record[5] > 1)) return;
    for (const { doc, record } of [...some, ...(await read(leading.subarray(most, EXAMINED)))]) {
      const { text } = this.#trace(record);
      const worth = densest(record[6], record[7], text, needles(text.folded, words));
      ranks[doc] = SOME + ((ranks[doc] % 1) + Math.min((worth / sum) * 0.98, 0.98)) / 2;
    }
  }

  /**
   * Reads a name, or of an article the part that has most of what is asked, and looks whether every
   * word stands in the article as it is.
   * @param {Found} found
   * @param {number} doc
   */
  async #examined({ words, groups, loose }, doc) {
    if (this.#read.has(doc)) return;
    const { reading } = this;
    if (doc >= reading.articles) {
      this.#read.set(doc, { record: await reading.text(doc) });
      return;
    }
    const parts = new Map(groups.map((it) => [it, markOf(it, doc) >> 2]));
    const votes = new Map([[0, 0]]);
    const vote = (part, weight) => part >= 0 && votes.set(part, (votes.get(part) ?? 0) + weight);
    // A phrase does not stand before the part in which the last of its terms first does.
    const earliest = words.map((word) => {
      const own = word.groups.map((it) => parts.get(it));
      if (loose || own.includes(-1)) word.groups.forEach((it, at) => vote(own[at], it.weight));
      else vote(Math.max(...own), word.weight);
      return Math.max(...own);
    });
    const [part] = [...votes].reduce((most, it) => (it[1] > most[1] ? it : most));
    let best = await reading.text(doc, part);
    const read = { record: best, proved: true, titled: false };
    this.#read.set(doc, read);
    if (!best) return;

    const holds = (folded, { text }) => !places(folded, text).next().done;
    let { all, title, text } = this.#trace(best);
    if (!words.every((it) => holds(all, it)) && isTraditional(best[6]) && (await this.#simplify())) {
      ({ all, title, text } = this.#trace(best));
    }
    const promised = groups.filter((it) => parts.get(it) === part);
    this.doubted ||= promised.length > 0 && !promised.some((it) => all.includes(it.term));

    let most = words.reduce((sum, it) => sum + (holds(text.folded, it) ? it.weight : 0), 0);
    for (const [at, word] of words.entries()) {
      let stands = word.sure || holds(all, word);
      const last = Math.min(earliest[at] + FURTHER, best[5] - 1);
      for (let other = Math.max(earliest[at], 0); other <= last && !stands; other++) {
        const further = other === part ? undefined : await reading.text(doc, other);
        if (!further || !(stands = holds(this.#trace(further).all, word))) continue;
        if (word.weight > most) read.record = further;
        most = Math.max(most, word.weight);
      }
      read.proved &&= stands;
    }
    read.titled = words.every((it) => holds(title.folded, it));
  }

  /**
   * Title and text of an article, folded.
   * @param {import("./index.js").Texts} record
   */
  #trace(record) {
    let traced = this.#traced.get(record);
    if (!traced) {
      const [title, text] = [record[2], record[6]].map((it) => this.folding.trace(it));
      traced = { title, text, all: `${title.folded}\n${text.folded}` };
      this.#traced.set(record, traced);
    }
    return traced;
  }

  /**
   * @param {Found} found
   * @param {number} doc
   * @param {import("./index.js").Texts} record
   * @param {boolean} shown Whether with what is marked.
   * @returns {Result}
   */
  #result({ words }, doc, record, shown) {
    const { articles, root } = this.reading;
    const named = doc >= articles;
    const [, address, ...fields] = record;
    const kind = named ? fields.shift() : ARTICLE;
    const [title, date, source] = named ? [fields[0], "", ""] : fields;
    const url = /^[!-~]*$/.test(address) ? root.pathname + address : new URL(address, root).pathname;
    const snippet = { text: "", marks: [] };
    const names = { title, titleMarks: [], alias: "", aliasMarks: [] };
    const made = { url, href: url, kind, ...names, date, source, snippet };
    if (!shown) return made;

    const [aliases, text, sentences] = named ? [...fields.slice(1), []] : [[], ...fields.slice(4)];
    const traced = (/** @type {string} */ it) => {
      const trace = this.folding.trace(it);
      return [trace, needles(trace.folded, words)];
    };
    made.titleMarks = marks(...traced(title));
    for (const alias of made.titleMarks.length ? [] : aliases) {
      made.aliasMarks = marks(...traced(alias));
      if (!made.aliasMarks.length) continue;
      made.alias = alias;
      break;
    }
    const { id, ...stretch } = excerpt(text, sentences, ...traced(text));
    made.snippet = stretch;
    if (id) made.href += `#${id}`;
    return made;
  }
}

const isNowhere = (group) => !group.docs.length;

/** @returns {string[]} */
const valuesOf = (filters, name) => [filters[name] ?? []].flat().map(String);

/** The value of a filter as the index has it. */
const cut = (value) => value.slice(0, VALUE).replace(/[\ud800-\udbff]$/, "");

/** Why and how well a name is found that has all terms, by its mark. */
function nameRank(mark, share) {
  const place = mark & 3;
  const weight = (mark >> 2) & 7;
  const within = (place === 3 ? 0.5 : 0) + weight * 0.06 + share * 0.05;
  if (place < 2) return NAME + (weight + share) * 0.05;
  return mark >> 5 ? NAME + 0.5 + within * 0.49 : TOPIC + within;
}

/**
 * The same where a title or name begins with the query, or is it.
 * @param {string} sign "=" or "~"
 * @param {number} close 1 if it is.
 * @param {number} [mark] Of a name.
 */
function keyRank(sign, close, mark) {
  const article = mark === undefined;
  const first = article ? 0.6 : mark >> 5 ? ((mark >> 2) & 7) * 0.07 : 0.9;
  if (close === 1) return (sign === "=" ? TITLE : SOUND) + first;
  if (first === 0.9) return TOPIC + close * 0.9;
  if (sign === "~") return SOUNDS + close * 0.5 + first * 0.4;
  return article ? TITLED + close * 0.9 : NAME + 0.75 + close * 0.2;
}

/**
 * Documents that are found and pass all filters, the best first; of two that are as good the later.
 * @param {Found} found
 */
function inOrder({ ranks, passed }) {
  const packed = new Float64Array(ranks.length);
  let count = 0;
  ranks.forEach((rank, doc) => {
    if (rank && passed[doc] === PASSED) packed[count++] = Math.floor(rank * STEPS) * DOCUMENTS + doc;
  });
  return Uint32Array.from(packed.subarray(0, count).sort().reverse(), (it) => it % DOCUMENTS);
}

/**
 * What to mark in a folded text: of each word itself or, where it does not stand, its terms.
 * @param {string} folded
 * @param {Weighed[]} words
 * @returns {import("./excerpt.js").Needle[]}
 */
function needles(folded, words) {
  return words.flatMap((word) => {
    const whole = !places(folded, word.text).next().done;
    return whole ? word : word.groups.map(({ term, weight }) => ({ text: term, weight }));
  });
}

const isTraditional = (text) => (text.match(TRADITIONAL)?.length ?? 0) * 200 > text.length;
