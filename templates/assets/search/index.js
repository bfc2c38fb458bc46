/** The index of a published site: manifest, directory, shards, texts (docs/search.md). */

/** Shards read for one prefix or range at most. */
const WIDEST = 64;
/** Requests under way at once when many files are needed. */
const ABREAST = 24;
/** What stands in a manifest between what it says and the sum of that. */
const SUM = ', "sum": ';

/**
 * @typedef {object} Entry What the index has of a term.
 * @property {string} term
 * @property {Uint32Array} docs Ascending; articles by number, then names: *articles* and their number.
 * @property {Uint8Array} marks One of each.
 * @typedef {any[]} Texts [number, url, title, date, source, parts, text, sentences] of an article,
 *   [number, url, kind, name, aliases, text] of a name; of heads the first five or four.
 */

/**
 * The manifest that stands in a search folder now.
 * @param {URL} folder
 */
export async function readManifest(folder) {
  const answer = await fetch(new URL("manifest.json", folder), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const text = await answer.text();
  const manifest = JSON.parse(text);
  if (manifest.format !== 1) {
    throw new Error(`the search index has format ${manifest.format}, this client reads format 1`);
  }
  const [said] = text.split(SUM);
  if (manifest.sum === adler32(new TextEncoder().encode(said))) return manifest;
  throw new Error(`${answer.url} is damaged`);
}

/**
 * The checksum of zlib (RFC 1950).
 * @param {Uint8Array} bytes
 */
function adler32(bytes) {
  let [one, two] = [1, 0];
  for (const byte of bytes) {
    one = (one + byte) % 65521;
    two = (two + one) % 65521;
  }
  return two * 65536 + one;
}

/** One version of an index; files are fetched once each and kept in memory. */
export class Index {
  /** @type {Set<string>} What could not be read: missing-shard and so on. */
  troubles = new Set();

  /**
   * @param {URL} folder
   * @param {any} manifest
   */
  constructor(folder, manifest, files = new Map()) {
    this.folder = folder;
    this.root = new URL("..", folder);
    this.manifest = manifest;
    this.files = files;
    /** Documents from this one on are names. */
    this.articles = manifest.articles;
    this.size = manifest.articles + 2 ** manifest.nameBits;
  }

  /** The same, with troubles of its own. */
  reading() {
    return new Index(this.folder, this.manifest, this.files);
  }

  /**
   * What stands of a term; nothing where it stands nowhere, or its shard cannot be read.
   * @param {string} term
   * @returns {Promise<Entry | undefined>}
   */
  async term(term) {
    const [entry] = await this.beside(term, term);
    return entry?.term === term ? entry : undefined;
  }

  /**
   * Terms that begin with a prefix and stand in the shard in which a term does or would.
   * @param {string} term
   * @param {string} prefix
   */
  async beside(term, prefix) {
    return within(await this.#shards(term, term, 1), prefix);
  }

  /**
   * Terms that begin with a prefix, in order, of at most so many shards.
   * @param {string} prefix
   */
  async beginning(prefix, most = WIDEST) {
    const last = prefix.length - 1;
    const end = prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
    return within(await this.#shards(prefix, end, most), prefix);
  }

  /**
   * A part of an article, or a name.
   * @param {number} doc
   * @returns {Promise<Texts | undefined>}
   */
  async text(doc, part = 0) {
    const { number, file } = this.#place(doc, "Shift");
    const tail = doc < this.articles ? `-${part.toString(36)}` : "";
    return (await this.#texts(file + tail))?.get(number);
  }

  /**
   * What long lists show of documents.
   * @param {number[]} docs
   * @returns {Promise<(doc: number) => Texts | undefined>}
   */
  async heads(docs) {
    const files = new Map(docs.map((doc) => [`heads/${this.#place(doc, "Heads").file}`, undefined]));
    const left = [...files.keys()];
    const work = async () => {
      for (let file = left.pop(); file; file = left.pop()) files.set(file, await this.#texts(file));
    };
    await Promise.all(Array.from({ length: ABREAST }, work));
    return (doc) => {
      const { number, file } = this.#place(doc, "Heads");
      return files.get(`heads/${file}`)?.get(number);
    };
  }

  /**
   * Each traditional character and its simplified form; none where they cannot be had.
   * @returns {Promise<[string, string][]>}
   */
  async simplified() {
    const pairs = await this.#file("search/fold.json", "text", async (answer) => {
      const { from, to } = await answer.json();
      if (from.length !== to.length) throw new RangeError("cut off");
      return Array.from(from, (it, at) => [it, to[at]]);
    });
    return pairs ?? [];
  }

  /**
   * Number of a document in its space, and its file, where numbers are shifted.
   * @param {number} doc
   * @param {"Shift" | "Heads"} shift
   */
  #place(doc, shift) {
    const { articles, manifest } = this;
    const [space, kind, number] = doc < articles ? ["a", "article", doc] : ["n", "name", doc - articles];
    return { number, file: `${space}/${(number >>> manifest[kind + shift]).toString(36)}` };
  }

  /**
   * @param {string} file
   * @returns {Promise<Map<number, Texts> | null>}
   */
  #texts(file) {
    return this.#file(`texts/${file}.bin?${this.manifest.version}`, "text", async (answer) => {
      const bytes = await inflated(answer);
      const coding = bytes[0] === 0x67 ? "gb18030" : "utf-8";
      const texts = JSON.parse(new TextDecoder(coding).decode(bytes.subarray(1)));
      return new Map(texts.map((/** @type {Texts} */ it) => [it[0], it]));
    });
  }

  /**
   * The shards in which terms from `term` to before `end` may stand.
   * @param {string} term
   * @param {string} end
   * @param {number} most
   * @returns {Promise<Shard[]>}
   */
  async #shards(term, end, most) {
    const { root, depth } = this.manifest;
    let names = [root];
    for (let level = 0; level < depth; level++) {
      const nodes = await this.#blocks(names, node);
      names = nodes.flatMap((it) => {
        const from = Math.max(first(it.terms, (start) => start > term) - 1, 0);
        const to = first(it.terms, (start) => start >= end);
        return it.names.slice(from, Math.max(to, from + 1));
      });
      names.length = Math.min(names.length, most);
    }
    return this.#blocks(names, (bytes) => shard(bytes, this.manifest));
  }

  /**
   * Files named by their content.
   * @template T
   * @param {string[]} names
   * @param {(bytes: Uint8Array) => T} read
   * @returns {Promise<T[]>}
   */
  async #blocks(names, read) {
    const blocks = names.map((name) =>
      this.#file(`search/i/${name}.bin`, "shard", async (answer) => read(await inflated(answer))),
    );
    return (await Promise.all(blocks)).filter(Boolean);
  }

  /**
   * A file as `read` makes it; null, and a trouble, where it cannot be had.
   * @template T
   * @param {string} path
   * @param {"shard" | "text"} what
   * @param {(answer: Response) => Promise<T>} read
   * @returns {Promise<T | null>}
   */
  async #file(path, what, read) {
    let file = this.files.get(path);
    if (!file) this.files.set(path, (file = this.#fetched(path, what, read)));
    const { made, trouble } = await file;
    if (!trouble) return made;
    this.files.delete(path);
    this.troubles.add(trouble);
    return null;
  }

  async #fetched(path, what, read) {
    let trouble = "offline";
    try {
      const answer = await fetch(new URL(path, this.root));
      trouble = `missing-${what}`;
      if (answer.ok) {
        trouble = `damaged-${what}`;
        return { made: await read(answer) };
      }
    } catch {
      // The trouble says at which step.
    }
    return { trouble };
  }
}

/**
 * The first index of an item for which `test` holds, as it does for all after it.
 * @template T
 * @param {ArrayLike<T>} items
 * @param {(it: T) => boolean} test
 */
export function first(items, test) {
  let from = 0;
  let to = items.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (test(items[middle])) to = middle;
    else from = middle + 1;
  }
  return from;
}

async function inflated(answer) {
  const stream = answer.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Bytes one after the other, and bits after them, the most significant first. */
class Reader {
  at = 0;

  /**
   * @param {Uint8Array} bytes
   */
  constructor(bytes) {
    this.bytes = bytes;
  }

  /** @param {number} count */
  take(count) {
    const taken = this.bytes.subarray(this.at, (this.at += count));
    if (taken.length < count) throw new RangeError("cut off");
    return taken;
  }

  /** LEB128. */
  number() {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError("cut off");
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }

  terms() {
    /** @type {string[]} */
    const found = [];
    const { fromCharCode } = String;
    let term = "";
    for (let left = this.number(); left; left--) {
      const code = this.number();
      if (code === 0) {
        const [a, b, c, d] = this.take(4);
        term = fromCharCode(a * 256 + b, c * 256 + d);
      } else if (code === 1) {
        term = term.slice(0, this.number());
        for (let more = this.number(); more; more--) term += fromCharCode(this.number());
      } else term = term[0] + fromCharCode(term.charCodeAt(1) + code - 1);
      found.push(term);
    }
    return found;
  }

  /**
   * Golomb–Rice codes of ascending numbers below 2^size, with `base` added.
   * @param {Uint32Array} docs To fill; from here on `at` counts bits.
   * @param {number} size
   * @param {number} base
   */
  documents(docs, size, base) {
    const { bytes } = this;
    let { at } = this;
    const low = Math.max(0, size - 32 + Math.clz32(docs.length));
    for (let doc = 0, last = base - 1; doc < docs.length; doc++) {
      let code = 0;
      for (; (bytes[at >> 3] >> (7 - (at & 7))) & 1; at++) code++;
      at++;
      for (let bit = 0; bit < low; bit++, at++) {
        code = (code << 1) | ((bytes[at >> 3] >> (7 - (at & 7))) & 1);
      }
      docs[doc] = last += code + 1;
    }
    this.at = at;
  }
}

/**
 * A node of the directory: first terms and the files that begin with them.
 * @param {Uint8Array} bytes
 */
function node(bytes) {
  const reader = new Reader(bytes);
  const terms = reader.terms();
  const hex = (/** @type {number} */ byte) => byte.toString(16).padStart(2, "0");
  return { terms, names: terms.map(() => Array.from(reader.take(6), hex).join("")) };
}

/**
 * @typedef {{terms: string[], bounds: Uint32Array, docs: Uint32Array, marks: Uint8Array}} Shard
 *   All postings in a row, and where those of each term begin and end.
 * @param {Uint8Array} bytes
 * @param {{articles: number, articleBits: number, nameBits: number}} manifest
 * @returns {Shard}
 */
function shard(bytes, { articles, articleBits, nameBits }) {
  const reader = new Reader(bytes);
  const terms = reader.terms();
  const counts = [terms, terms].map((column) => column.map(() => reader.number()));
  const sums = counts.map((column) => column.reduce((sum, it) => sum + it, 0));
  const [marksOfArticles, marksOfNames] = sums.map((sum) => new Reader(reader.take(sum)));
  const bounds = new Uint32Array(terms.length + 1);
  const docs = new Uint32Array(sums[0] + sums[1]);
  const marks = new Uint8Array(docs.length);
  reader.at *= 8;
  terms.forEach((_, term) => {
    const start = bounds[term];
    const middle = start + counts[0][term];
    const end = (bounds[term + 1] = middle + counts[1][term]);
    marks.set(marksOfArticles.take(middle - start), start);
    marks.set(marksOfNames.take(end - middle), middle);
    reader.documents(docs.subarray(start, middle), articleBits, 0);
    reader.documents(docs.subarray(middle, end), nameBits, articles);
  });
  return { terms, bounds, docs, marks };
}

/**
 * Entries of terms that begin with a prefix.
 * @param {Shard[]} shards
 * @param {string} prefix
 */
function within(shards, prefix) {
  /** @type {Entry[]} */
  const found = [];
  for (const { terms, bounds, docs, marks } of shards) {
    let at = first(terms, (term) => term >= prefix);
    for (; terms[at]?.startsWith(prefix); at++) {
      const [start, end] = [bounds[at], bounds[at + 1]];
      found.push({ term: terms[at], docs: docs.subarray(start, end), marks: marks.subarray(start, end) });
    }
  }
  return found;
}
