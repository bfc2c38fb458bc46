/** A result → a row of the search page. */
import { KINDS, alias, day, element, excerpt, marked, say, theirs, to } from "./show.js";

/** Characters of a sentence that are seen. */
const ROOM = 150;

/** An article, with its day and source. */
export function article(it) {
  const when = [it.date ? day(it.date) : say("article.undated"), it.source].filter(Boolean);
  return row("row", it, when);
}

/** A topic, person, body and so on, with its kind. */
export const name = (it) => row("row named", it, [KINDS[it.kind] ?? it.kind]);

function row(kind, it, beside) {
  const link = element("a", { href: to(it.href), ...theirs }, ...marked(it.title, it.titleMarks));
  const body = element("div", {}, element("h3", {}, link, ...alias(it)));
  if (it.snippet.text) body.append(element("p", { class: "summary", ...theirs }, ...excerpt(it.snippet, ROOM)));
  const when = beside.flatMap((words) => [element("span", {}, words), " "]);
  return element("li", { class: kind }, element("p", { class: "when" }, ...when), body);
}
