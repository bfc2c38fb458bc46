"""A preview with a builder made up for the test, running in this process."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.model.problem import Lang, Level, Place, Problem
from generator.model.problem_texts import TEXTS
from generator.serve.bulletin import Bulletin
from generator.serve.files import SiteFiles
from generator.serve.listen import PreviewServer, listen
from generator.serve.server import Preview, ServeRequest

PAGE = """<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>{title}</title>
</head>
<body><h1>{title}</h1>{body}</body>
</html>
"""

# Any row will do: these tests are about how problems travel, not about what they say.
CODE = next(code for code, row in sorted(TEXTS.items()) if row.level == "error")


def a_problem(file: str = "topics/x.md", line: int = 12, fact: str = "事实") -> Problem:
    """An error of the author's, with every placeholder of its row filled with `fact`."""
    facts = tuple((name, fact) for name in sorted(TEXTS[CODE].facts))
    return Problem(CODE, Level.ERROR, Place(file, line), facts)


def write_site(root: Path, title: str = "首页", body: str = "") -> None:
    """A site of a home page, one article and a page for what is missing."""
    for name in ("index.html", "404.html", "articles/a/index.html"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(title=f"{title} {name}", body=body), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Result:
    """What a build came to."""

    published: bool
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Running:
    """A preview that answers at `server.port`; `lines` and `reported` are its terminal."""

    server: PreviewServer
    site: Path
    content: Path
    lines: list[str] = field(default_factory=list)
    reported: list[tuple[Problem, ...]] = field(default_factory=list)

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def raw(self, request: bytes) -> bytes:
        """Everything that is answered to these bytes until the server closes."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as wire:
            wire.sendall(request)
            wire.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: wire.recv(65536), b""))

    @contextmanager
    def events(self) -> Iterator[Iterator[dict[str, Any]]]:
        """The notices a browser tab hears."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        try:
            connection.request("GET", "/_jingwei/events")
            with connection.getresponse() as answer:
                yield _notices(answer)
        finally:
            connection.close()


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def _notices(answer: http.client.HTTPResponse) -> Iterator[dict[str, Any]]:
    for line in answer:
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


@contextmanager
def running(
    folder: Path,
    builder: Callable[[], Result] | None = None,
    lang: Lang = "zh",
    port: int = 0,
    token: str = "test",
) -> Iterator[Running]:
    """The preview of folder/build/site with folder/content watched; ends without a thread left."""
    site, content = folder / "build" / "site", folder / "content"
    content.mkdir(exist_ok=True)
    before = _threads()
    server = listen(port, SiteFiles(site), Bulletin(token), lang)
    made = Running(server, site, content)
    preview = Preview(
        ServeRequest(site=site, content=content, output=folder / "build", port=0, lang=lang),
        builder or (lambda: Result(published=True)),
        made.reported.append,
        made.lines.append,
        server,
    )
    loop = threading.Thread(target=preview.run, name="test-build-loop")
    loop.start()
    try:
        # The first build has ended when its notice is there.
        assert server.bulletin.wait_beyond(0, 10)
        yield made
    finally:
        preview.close()
        server.close()
        loop.join(10)
    # One that ended by itself just now is not joined and may take a moment to vanish.
    deadline = time.monotonic() + 1
    while (left := _threads() - before) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not left, f"threads were left behind: {left}"


def _threads() -> set[threading.Thread]:
    return {item for item in threading.enumerate() if item.name.startswith(("preview-", "test-"))}
