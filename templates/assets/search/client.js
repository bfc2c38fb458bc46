/**
 * Search of a published site: `open(base)` → `search(query, options)` → what is found, ranked.
 * docs/search.md says what stands in the index. Nothing here needs the page it runs in.
 */

import { Index, readManifest } from "./index.js";
import { Search, SHOWN } from "./results.js";
import { Folding } from "./text.js";

/** Milliseconds between two looks at the manifest: for no better reason than a doubt, for none. */
const PATIENCE = 10_000;
const HABIT = 30_000;

/**
 * The index of a site, by the address of the site or of its search folder; without one, that of
 * the site that this file is of.
 * @param {string | URL} [base]
 */
export async function open(base) {
  const [folder, below] = folders(base);
  const opened = async (/** @type {URL} */ it) => new Client(new Index(it, await readManifest(it)));
  return opened(folder).catch((error) => {
    if (below) return opened(below);
    throw error;
  });
}

/** Where a search folder may be. */
function folders(base) {
  if (base === undefined) return [new URL("./", import.meta.url)];
  const here = new URL(base, globalThis.document?.baseURI ?? import.meta.url);
  here.search = here.hash = "";
  if (!here.pathname.endsWith("/")) here.pathname += "/";
  const below = new URL("search/", here);
  return here.pathname.endsWith("/search/") ? [here, below] : [below];
}

class Client {
  #index;
  #folding = new Folding();
  /** When the manifest was read, and when for a doubt. */
  #read = Date.now();
  #doubted = -PATIENCE;
  /** The version that was searched last. */
  #searched;

  /**
   * @param {Index} index
   */
  constructor(index) {
    this.#index = index;
    this.#searched = index.manifest.version;
  }

  /**
   * What is found, the best first; with `limit: Infinity` all of it.
   * @param {string} query
   * @param {import("./results.js").Options} [options]
   * @returns {Promise<import("./results.js").Results>}
   */
  async search(query, options = {}) {
    const { limit, filters, snippets, order } = options ?? {};
    const asked = {
      limit: Math.max(0, Number(limit ?? SHOWN) || 0),
      filters: filters ?? {},
      snippets: snippets === true ? SHOWN : Number(snippets ?? SHOWN),
      order,
    };
    const [found, notices] = await this.#steady((search) => search.results(String(query), asked));
    return Object.assign(found, { notices });
  }

  /**
   * How many results each value of each filter would leave, the other filters as they are.
   * @param {string} query
   * @param {{filters?: import("./results.js").Filters}} [options]
   * @returns {Promise<Record<"kind" | "topic" | "source" | "year", [string, number][]>>}
   */
  async facets(query, options = {}) {
    const { count } = await import("./facets.js");
    const [found] = await this.#steady((search) => count(search, String(query), options?.filters ?? {}));
    return found;
  }

  /**
   * What a search gives, and notices. Where something is wrong with the files, the index may have
   * been published anew since it was opened: then the search is made again, in the new one.
   * @template T
   * @param {(search: Search) => Promise<T>} task
   * @returns {Promise<[T, string[]]>}
   */
  async #steady(task) {
    // A page may be open for hours; nobody waits for this.
    if (Date.now() - this.#read > HABIT) this.#look();
    const before = this.#searched;
    for (let renewed = false; ; renewed = true) {
      const search = new Search(this.#index.reading(), this.#folding);
      const found = await task(search);
      if (renewed || !(await this.#renew(search))) {
        this.#searched = search.reading.manifest.version;
        const news = this.#searched === before ? [] : ["index-renewed"];
        return [found, [...search.reading.troubles, ...news]];
      }
    }
  }

  /**
   * Whether a search looked odd because the index is another now, which is then taken.
   * @param {Search} search
   */
  async #renew({ reading, doubted }) {
    if (!reading.troubles.size && !(doubted && Date.now() - this.#doubted > PATIENCE)) return false;
    const { version } = reading.manifest;
    if (version === this.#index.manifest.version) {
      this.#doubted = Date.now();
      await this.#look();
    }
    return version !== this.#index.manifest.version;
  }

  /** Takes the index that is there now, if it is another. */
  async #look() {
    this.#read = Date.now();
    const { folder, manifest } = this.#index;
    const now = await readManifest(folder).catch(() => manifest);
    if (now.version !== this.#index.manifest.version) this.#index = new Index(folder, now);
  }
}
