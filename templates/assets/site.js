// What every page loads: the keys and touches that start a search, and nothing of search itself.
(() => {
  const form = document.querySelector("form.find");
  const field = form?.q;
  let started;

  // Load a module at the first event on a place; it gets all of them until it is there.
  const later = (kinds, place, load, start) => {
    const met = [];
    const meet = (event) => {
      const at = event.type === "selectionchange" ? getSelection().anchorNode?.parentElement : event.target;
      if (!met.length && !at?.closest?.(place)) return;
      if (met.push(event) > 1) return;
      load().then((module) => {
        for (const it of kinds) document.removeEventListener(it, meet);
        start(module, met);
      }).catch(() => {});
    };
    for (const it of kinds) document.addEventListener(it, meet);
  };

  // Relative to this file, not to the page.
  const start = () => (started ??= import("../search/ui.js").then((ui) => ui.start(form))
    .catch(() => {
      started = null;
      document.getElementById("unread")?.removeAttribute("hidden");
    }));

  // Browsers open what is folded around the target of a link, but not all of them yet.
  const unfold = (target) => {
    const shut = target?.closest("details:not([open])");
    for (let it = shut; it; it = it.parentElement.closest("details")) it.open = true;
    if (shut) target.scrollIntoView();
  };
  const arrive = () => unfold(document.querySelector(":target"));
  arrive();
  addEventListener("hashchange", arrive);

  // The section that is being read, marked in the contents.
  const marks = new Map();
  for (const link of document.querySelectorAll(".toc a, .facts nav a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) marks.set(heading, link);
  }
  const watch = new IntersectionObserver(() => {
    const read = [...marks.keys()].filter((it) => it.getBoundingClientRect().top < innerHeight * 0.3).pop();
    for (const [heading, link] of marks) {
      if (heading === read) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "9999999px 0px -70%" });
  for (const heading of marks.keys()) watch.observe(heading);

  // Who comes back finds the link that led away.
  const links = () => [...document.querySelectorAll("main a[href]")];
  addEventListener("click", (event) => {
    const left = links().indexOf(event.target.closest?.("main a[href]"));
    if (left >= 0) history.replaceState({ ...history.state, left }, "");
  });
  const back = () => {
    const link = links()[history.state?.left];
    unfold(link);
    link?.focus({ preventScroll: true });
  };
  back();
  addEventListener("popstate", back);

  // Modules come only from a host: where files are read from a disk, links are plain links.
  if (location.protocol !== "file:") {
    document.documentElement.classList.add("live");
    document.getElementById("by-sentence")?.removeAttribute("hidden");
    const { open, close } = document.currentScript.dataset;
    later(["pointerover", "focusin", "pointerdown", "pointerup", "pointercancel"], "main a[href]",
      () => import("./preview.js"), (preview, met) => preview.start(met, { open, close }));
    later(["click", "selectionchange"], ".prose, [data-copy], #by-sentence, #as-it-came",
      () => import("./sentences.js"), (sentences, met) => sentences.start(met));
  }

  if (!field) return;
  form.addEventListener("focusin", start);
  if (form.closest("main") || document.activeElement === field) start();
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    // Far down a page the field comes to the reader.
    form.classList.toggle("fly", form.getBoundingClientRect().bottom < 0);
    field.focus({ preventScroll: true });
    field.select();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("fly");
  });
})();
