"""A site in memory as a browser meets it, to look at and to break: no server, no network."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Route

HOST = "http://site.example"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}

_ASK = """async ([module, base, calls]) => {
  window.clients ??= {};
  const client = (window.clients[base] ??= await (await import(module)).open(base ?? undefined));
  const plain = (found) => Array.isArray(found) ? { results: [...found], ...found } : found;
  const found = [];
  for (const [name, ...given] of calls) found.push(plain(await client[name](...given)));
  return found;
}"""


class Host:
    """Files of a site below a path of the host; may be changed while a page is open."""

    def __init__(self, page: Page, files: Mapping[str, bytes], under: str = "/") -> None:
        """`under`: with a slash at both ends."""
        self.page = page
        self.files = dict(files)
        self.under = under
        self.asked: list[str] = []
        """Paths of the site asked for, in order."""
        self.offline = False
        page.route(f"{HOST}/**", self._answer)
        page.goto(f"{HOST}{under}empty.html")
        self.asked.clear()

    def _answer(self, route: Route) -> None:
        path = unquote(urlsplit(route.request.url).path)
        if path == f"{self.under}empty.html":
            route.fulfill(body="<!doctype html><title>.</title>", content_type="text/html")
            return
        name = path.removeprefix(self.under)
        self.asked.append(name)
        if self.offline:
            route.abort()
            return
        body = self.files.get(name) if path.startswith(self.under) else None
        if body is None:
            route.fulfill(status=404, body="not here")
            return
        suffix = name[name.rfind(".") :]
        kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        route.fulfill(body=body, content_type=kind)

    def ask(self, *calls: tuple[Any, ...], base: str | None = None) -> list[Any]:
        """Results of calls of the client, ("search", query, options) or ("facets", …).

        The page's client of this base is used, opened when it is first asked. Results are
        dictionaries: `results`, and what the list has beside (`total`, `partial` …).
        """
        module = f"{HOST}{self.under}search/client.js"
        arguments = [module, base, [list(it) for it in calls]]
        found: list[Any] = self.page.evaluate(_ASK, arguments)
        return found

    def search(self, query: str, **options: Any) -> Any:
        """One search. `limit=None` is all there is."""
        if options.get("limit", 0) is None:
            options["limit"] = 1 << 30
        return self.ask(("search", query, options))[0]
