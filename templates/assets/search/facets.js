/** How many results each value of each filter leaves; loaded when somebody asks. */

import { ARTICLE, FILTERS, KINDS, PASSED } from "./results.js";

/**
 * @typedef {[string, number][]} Counts
 * @param {import("./results.js").Search} search
 * @param {string} query
 * @param {import("./results.js").Filters} filters The others' hold; a filter's own does not for its counts.
 * @returns {Promise<{kind: Counts, topic: Counts, source: Counts, year: Counts}>}
 */
export async function count(search, query, filters) {
  const { reading } = search;
  const [{ ranks, passed, marked }, ...entries] = await Promise.all([
    search.find(query, filters),
    ...FILTERS.slice(1).map((name) => reading.beginning(`#${name}:`)),
  ]);
  const found = (filter) =>
    ranks.map((rank, doc) => +(rank > 0 && (passed[doc] | (1 << filter)) === PASSED));
  const kinds = new Map();
  found(0).forEach((is, doc) => {
    const kind = doc < reading.articles ? ARTICLE : KINDS[marked[doc] >> 5];
    if (is) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  });
  const [topic, source, year] = entries.map((values, at) => {
    const all = found(at + 1);
    const count = (docs) => docs.reduce((sum, doc) => sum + all[doc], 0);
    const counts = values.map(({ term, docs }) => [term.slice(FILTERS[at + 1].length + 2), count(docs)]);
    return counts.filter((it) => it[1]);
  });
  const commonest = (counts) => counts.sort((one, other) => other[1] - one[1]);
  return {
    kind: commonest([...kinds]),
    topic: commonest(topic),
    source: commonest(source),
    year: year.reverse(),
  };
}
