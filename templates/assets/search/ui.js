/** What site.js loads when somebody turns to search: makes the field, or the search page, work. */

let opened;

/** The index; a failure is tried again when it is next asked for. */
export const engine = () =>
  (opened ??= import("./client.js")
    .then((client) => client.open())
    .catch((error) => {
      opened = undefined;
      throw error;
    }));

/**
 * @param {HTMLFormElement} form on the search page the one in <main>, elsewhere the header's
 */
export async function start(form) {
  engine().catch(() => {});
  const page = form.closest("main");
  const [part] = await Promise.all([page ? import("./page.js") : import("./combobox.js"), page || styled()]);
  part.start(form, engine);
}

/** Wait for the style sheet; without it a list of results still is a list. */
function styled() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("search.css", import.meta.url).href;
  return new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}
