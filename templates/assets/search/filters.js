/** The filters of the search page: groups of boxes with counts. */
import { KINDS, element, number, say, yearWords } from "./show.js";

const GROUPS = Object.fromEntries(["kind", "topic", "source", "year"].map((it) => [it, say(`find.filter_${it}`)]));
const FEW = 8;
/** Groups that the reader unfolded. */
const unfolded = new Set();

/** @typedef {Record<string, [string, number][]>} Facets */

/**
 * Fill `room`; the box that had the focus keeps it.
 * @param {HTMLElement} room
 * @param {Facets} facets
 * @param {Record<string, string[]>} chosen
 * @param {(chosen: Record<string, string[]>) => void} change
 */
export function facetList(room, facets, chosen, change) {
  const at = /** @type {HTMLInputElement | null} */ (document.activeElement);
  const had = room.contains(at) ? [at.name, at.value] : null;
  const groups = Object.entries(GROUPS).flatMap(([name, title]) => {
    const values = ordered(name, facets[name] ?? [], chosen[name]);
    return values.length > 1 || chosen[name].length ? [group(name, title, values)] : [];
  });
  if (Object.values(chosen).flat().length) {
    const clear = element("button", { type: "button", class: "more" }, say("find.clear"));
    clear.addEventListener("click", () => change(Object.fromEntries(Object.keys(GROUPS).map((it) => [it, []]))));
    groups.push(clear);
  }
  room.replaceChildren(...groups);
  if (had) focus(had);

  function group(name, title, values) {
    const all = unfolded.has(name) || values.length <= FEW + 2;
    const seen = values.filter(([value], index) => all || index < FEW || chosen[name].includes(value));
    const made = element(
      "fieldset",
      {},
      element("legend", {}, title),
      ...seen.map(([value, count]) => box(name, value, count)),
    );
    if (seen.length < values.length) {
      const rest = element("button", { type: "button", class: "more" }, say("find.others", { count: values.length - seen.length }));
      rest.addEventListener("click", () => {
        unfolded.add(name);
        facetList(room, facets, chosen, change);
        focus([name, values.find((it) => !seen.includes(it))[0]]);
      });
      made.append(rest);
    }
    return made;
  }

  function box(name, value, count) {
    const checked = chosen[name].includes(value);
    const input = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", name, value, checked }));
    input.addEventListener("change", () => {
      const others = chosen[name].filter((it) => it !== value);
      change({ ...chosen, [name]: input.checked ? [...others, value] : others });
    });
    const words = name === "kind" ? (KINDS[value] ?? value) : name === "year" ? yearWords(value) : value;
    return element("label", {}, input, element("span", {}, words), " ", element("span", { class: "n" }, number(count)));
  }

  function focus([name, value]) {
    const box = [...room.querySelectorAll("input")].find((it) => it.name === name && it.value === value);
    (box ?? room.closest("details")?.querySelector("summary"))?.focus();
  }
}

/** Values with results and those chosen; kinds as everywhere, years from the latest, others by count. */
function ordered(name, found, chosen) {
  const known = new Set(found.map(([value]) => value));
  const all = [...found, ...chosen.filter((it) => !known.has(it)).map((it) => /** @type {[string, number]} */ ([it, 0]))];
  const place = Object.keys(KINDS);
  if (name === "kind") return all.sort((a, b) => place.indexOf(a[0]) - place.indexOf(b[0]));
  if (name === "year") return all.sort((a, b) => (a[0] < b[0] ? 1 : -1));
  return all.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
