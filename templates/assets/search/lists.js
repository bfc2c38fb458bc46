/** A query → the lists of the search page. */
import { KINDS, NAMES } from "./show.js";

/** Names, articles and counts of filters; `shown`: how many of each list. */
export async function lookUp(client, text, filters, date, shown) {
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length));
  const kinds = chosen.kind ?? Object.keys(KINDS);
  const some = (kind, limit, more) =>
    kind.length
      ? client.search(text, { limit, snippets: limit, filters: { ...chosen, kind }, ...more })
      : Object.assign([], { total: 0, partial: false, notices: [] });
  const [names, articles, facets] = await Promise.all([
    some(NAMES.filter((it) => kinds.includes(it)), shown.names),
    some(["article"].filter((it) => kinds.includes(it)), shown.articles, date ? { order: "date" } : {}),
    client.facets(text, { filters: chosen }),
  ]);
  // Names of which only a word fits are no help beside articles in which all words stand.
  if (names.partial && articles.total && !articles.partial) {
    names.length = 0;
    names.total = 0;
  }
  return { names, articles, facets };
}

/** Names that begin or end as the text does. */
export async function similar(client, text) {
  const characters = Array.from(text).slice(0, 40);
  const shorter = [1, 2, 3].map((less) => characters.slice(0, -less)).filter((it) => it.length);
  const pairs = characters.length > 2 ? [characters.slice(-2)] : [];
  for (const part of [...shorter, ...pairs, ...characters.slice(0, 4).map((it) => [it])]) {
    const found = await client.search(part.join(""), { limit: 5, filters: { kind: NAMES } });
    if (found.length) return found;
  }
  return [];
}
