"""One request -> one answer: a file of the site, a notice, or a refusal; GET and HEAD only."""

from __future__ import annotations

import select
import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, BinaryIO, Final

from generator.serve import media, pages
from generator.serve.bulletin import State
from generator.serve.files import Nothing
from generator.serve.inject import POLICY, PREFIX, inject_reload, root_relative
from generator.serve.messages import text
from generator.serve.target import INDEX, Target, is_own_host, parse_target

if TYPE_CHECKING:
    from generator.serve.listen import PreviewServer

_CHUNK: Final = 1 << 16
_HEARTBEATS: Final = 15
"""Seconds without a notice after which a comment keeps proxies and browsers from giving up."""


class PreviewHandler(BaseHTTPRequestHandler):
    """HTTP/1.1 with keep-alive; every answer carries the same protective headers."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    # The base class would answer what it cannot parse as HTTP/0.9: without any headers.
    default_request_version = "HTTP/1.1"
    timeout = 30
    # Headers and body are two writes; the second must not wait for the first's receipt.
    disable_nagle_algorithm = True
    error_content_type = media.PLAIN
    error_message_format = "%(code)d %(message)s\n"

    def parse_request(self) -> bool:
        """Refuse foreign hosts before anything else is looked at, then what is not reading."""
        if not super().parse_request():
            return False
        if not is_own_host(self.headers.get_all("Host", []), self.server.port):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "bad-host")
        elif self.command not in {"GET", "HEAD"}:
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "bad-method", ("Allow", "GET, HEAD"))
        elif self._has_body():
            self._refuse(HTTPStatus.BAD_REQUEST, "bad-target")
        else:
            return True
        return False

    def _has_body(self) -> bool:
        # Nobody would read it, and it would be taken for the next request.
        lengths = self.headers.get_all("Content-Length", [])
        return "Transfer-Encoding" in self.headers or not set(lengths) <= {"0"}

    def do_GET(self) -> None:
        """Answer with headers and body."""
        try:
            self._answer()
        except ConnectionError:
            self.close_connection = True

    def do_HEAD(self) -> None:
        """Answer with the headers that GET would get."""
        self.do_GET()

    def _answer(self) -> None:
        target = parse_target(self.path)
        if target is None:
            self._refuse(HTTPStatus.BAD_REQUEST, "bad-target")
        elif target.path.startswith(PREFIX):
            self._send_own(target.path.removeprefix(PREFIX))
        else:
            self._send_site(target)

    def _send_own(self, name: str) -> None:
        bulletin = self.server.bulletin
        if name == "events":
            self._send_events()
        elif name == "problems.json":
            body = pages.problems_json(bulletin.current, self.server.lang)
            self._send(HTTPStatus.OK, media.JSON, body)
        elif (found := pages.asset(name)) is not None:
            self._send(HTTPStatus.OK, *found)
        else:
            self._send_text(HTTPStatus.NOT_FOUND, "missing")

    def _send_site(self, target: Target) -> None:
        # Before the file is opened: a page must never claim to be newer than it is.
        version = self.server.bulletin.current.version
        names = (*target.names, INDEX) if target.is_folder else target.names
        found = self.server.files.find(names)
        if found is Nothing.FOLDER and not target.is_folder:
            found = self.server.files.find((*names, INDEX))
            if not isinstance(found, Nothing):
                found.close()
                location = f"{target.path}/{target.query}"
                self._send(HTTPStatus.FOUND, media.PLAIN, b"", ("Location", location))
                return
        if isinstance(found, Nothing):
            self._send_missing(version)
            return
        with found:
            kind = media.content_type(names[-1])
            if kind == media.HTML:
                self._send(HTTPStatus.OK, kind, inject_reload(found.read(), version))
            else:
                self._send_file(kind, found)

    def _send_missing(self, version: str) -> None:
        files = self.server.files
        index = files.find((INDEX,))
        if isinstance(index, Nothing):
            notice = self.server.bulletin.current
            if notice.state is State.READY:
                self._send_text(HTTPStatus.NOT_FOUND, "missing")
            else:
                page = pages.no_site_page(notice, self.server.lang)
                self._send(HTTPStatus.SERVICE_UNAVAILABLE, media.HTML, page)
            return
        index.close()
        page_file = files.find(("404.html",))
        if isinstance(page_file, Nothing):
            self._send_text(HTTPStatus.NOT_FOUND, "missing")
            return
        with page_file:
            page = inject_reload(root_relative(page_file.read()), version)
        self._send(HTTPStatus.NOT_FOUND, media.HTML, page)

    def _send_events(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", media.EVENTS)
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        bulletin = self.server.bulletin
        notice = bulletin.current
        self.wfile.write(b"retry: 1000\n\n" + pages.event(notice))
        quiet = 0
        while not bulletin.is_closed and not self._has_gone():
            fresh = bulletin.wait_beyond(notice.sequence, seconds=1)
            quiet = 0 if fresh else quiet + 1
            if fresh:
                notice = fresh
                self.wfile.write(pages.event(notice))
            elif quiet % _HEARTBEATS == 0:
                self.wfile.write(b": heartbeat\n\n")

    def _has_gone(self) -> bool:
        # A closed tab is seen at once; a write would notice only the second time.
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""

    def _send_file(self, kind: str, file: BinaryIO) -> None:
        size = file.seek(0, 2)
        file.seek(0)
        self._send_headers(HTTPStatus.OK, kind, size)
        if self.command == "HEAD":
            return
        left = size
        while left and (chunk := file.read(min(_CHUNK, left))):
            self.wfile.write(chunk)
            left -= len(chunk)
        if left:
            self.close_connection = True

    def _send(self, status: HTTPStatus, kind: str, body: bytes, *extra: tuple[str, str]) -> None:
        self._send_headers(status, kind, len(body), *extra)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_headers(
        self, status: HTTPStatus, kind: str, size: int, *extra: tuple[str, str]
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(size))
        for name, value in extra:
            self.send_header(name, value)
        self.end_headers()

    def _send_text(self, status: HTTPStatus, message: str, *extra: tuple[str, str]) -> None:
        words = text(message, self.server.lang, url=self.server.url)
        self._send(status, media.PLAIN, f"{words}\n".encode(), *extra)

    def _refuse(self, status: HTTPStatus, message: str, *extra: tuple[str, str]) -> None:
        self._send_text(status, message, ("Connection", "close"), *extra)

    def end_headers(self) -> None:
        """Add what every answer carries, those of the base class included."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def version_string(self) -> str:
        """The Server header, without Python's version."""
        return "jingwei"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the author's problems."""
