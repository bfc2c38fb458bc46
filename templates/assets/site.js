// What every page loads: the keys and touches that start a search, and nothing of search itself.
(() => {
  const form = document.querySelector("form.find");
  const field = form?.q;
  let started;

  // Relative to this file, not to the page.
  const start = () => (started ??= import("../search/ui.js").then((ui) => ui.start(form))
    .catch(() => {
      started = null;
      document.getElementById("unread")?.removeAttribute("hidden");
    }));

  // Browsers open what is folded around the target of a link, but not all of them yet.
  const unfold = () => {
    const target = document.querySelector(":target");
    const shut = target?.closest("details:not([open])");
    for (let it = shut; it; it = it.parentElement.closest("details")) it.open = true;
    if (shut) target.scrollIntoView();
  };
  unfold();
  addEventListener("hashchange", unfold);

  // Modules come only from a host: where files are read from a disk, links are plain links.
  const { open, close } = document.currentScript.dataset;
  const kinds = ["pointerover", "focusin", "pointerdown", "pointerup", "pointercancel"];
  const met = [];
  const meet = (event) => {
    if (!met.length && !event.target.closest?.("main a[href]")) return;
    if (met.push(event) > 1) return;
    import("./preview.js").then((preview) => {
      for (const it of kinds) removeEventListener(it, meet);
      preview.start(met, { open, close });
    }).catch(() => {});
  };
  if (location.protocol !== "file:") for (const it of kinds) addEventListener(it, meet);

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
