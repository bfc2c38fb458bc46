// Preview only: reloads the page after a build, or shows what kept the build from being published.
(() => {
  "use strict";
  const base = "/_jingwei/";
  const { version, sequence } = document.currentScript.dataset;
  const place = `jingwei-scroll:${location.pathname}${location.search}`;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("jingwei-preview") : null;
  let last = -1;
  let panel = null;
  let collapsed = false;
  let leaving = false;

  function reload() {
    if (leaving) return;
    leaving = true;
    try {
      sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    } catch {
      // Without storage the browser restores the position by itself, if less surely.
    }
    location.reload();
  }

  function restoreScroll() {
    let kept = null;
    try {
      kept = sessionStorage.getItem(place);
      sessionStorage.removeItem(place);
    } catch {
      return;
    }
    if (!kept) return;
    const [left, top] = JSON.parse(kept);
    const go = () => scrollTo({ left, top, behavior: "instant" });
    go();
    // Once more when pictures and fonts have given the page its height.
    addEventListener("load", go, { once: true });
  }

  function make(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  function row(problem, board) {
    const item = make("li", problem.level);
    if (problem.place) item.append(make("p", "place", problem.place));
    const detail = make("p", "detail");
    detail.append(make("b", "", problem.label), `${problem.detail} `, make("code", "", problem.code));
    item.append(detail, make("p", "hint", board.hint + problem.hint));
    return item;
  }

  function fill(section, board) {
    const header = make("header");
    const title = make("h2", "", board.title);
    title.id = "title";
    const body = make("div");
    const button = make("button");
    button.type = "button";
    const fold = () => {
      body.hidden = collapsed;
      button.textContent = collapsed ? board.expand : board.collapse;
      button.setAttribute("aria-expanded", String(!collapsed));
    };
    button.addEventListener("click", () => {
      collapsed = !collapsed;
      fold();
    });
    const list = make("ol");
    list.append(...board.problems.map((problem) => row(problem, board)));
    body.append(make("p", "lead", board.note), list, make("p", "", board.more));
    header.append(title, button);
    fold();
    section.replaceChildren(header, body);
  }

  function show(board) {
    if (!panel) {
      panel = document.createElement("div");
      panel.id = "jingwei-preview";
      const shadow = panel.attachShadow({ mode: "open" });
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = `${base}preview.css`;
      const section = make("section", "panel overlay");
      section.setAttribute("role", "alert");
      section.setAttribute("aria-labelledby", "title");
      section.hidden = true;
      style.addEventListener("load", () => (section.hidden = false));
      style.addEventListener("error", () => (section.hidden = false));
      shadow.append(style, section);
    }
    panel.lang = board.language;
    fill(panel.shadowRoot.querySelector("section"), board);
    if (!panel.isConnected) document.body.append(panel);
  }

  function hide() {
    panel?.remove();
    panel = null;
    collapsed = false;
  }

  async function refresh() {
    let board;
    try {
      const answer = await fetch(`${base}problems.json`, { cache: "no-store" });
      if (!answer.ok) return;
      board = await answer.json();
    } catch {
      return; // The server is gone; the event stream tells when it is back.
    }
    last = board.sequence;
    // Two notices may cross: what the server says now is what counts.
    if (sequence !== undefined ? String(board.sequence) !== sequence : board.version !== version) reload();
    else if (board.state === "failed" && sequence === undefined) show(board);
    else hide();
  }

  function hear(notice) {
    if (notice.sequence !== last || notice.version !== version) refresh();
  }

  function listen() {
    const events = new EventSource(`${base}events`);
    events.addEventListener("notice", (event) => {
      const notice = JSON.parse(event.data);
      channel?.postMessage(notice);
      hear(notice);
    });
    // Closed for good only when the server refused; it may be back after a restart.
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    });
  }

  restoreScroll();
  refresh();
  channel?.addEventListener("message", (event) => hear(event.data));
  // Browsers keep six connections to a server at most, so of all tabs one listens and tells the
  // others; when it is closed the next takes its place.
  if (channel && navigator.locks) navigator.locks.request("jingwei-preview", () => new Promise(listen));
  else listen();
  addEventListener("pageshow", (event) => {
    if (event.persisted) refresh();
  });
})();
