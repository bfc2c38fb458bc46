"""A built site over HTTP, as a static host gives it: text compressed, bytes counted."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

EMPTY = "/empty.html"
"""A page with nothing on it, from which the client is imported."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".bin": "application/octet-stream",
    ".svg": "image/svg+xml",
}
_COMPRESSED = {".html", ".js", ".css", ".json", ".svg"}


class Site:
    """What was sent since `clear`, and where the site is."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.sent: list[tuple[str, int]] = []
        """(path, bytes of the body as sent)."""

    def clear(self) -> None:
        """Begin to count anew."""
        self.sent = []

    @property
    def bytes(self) -> int:
        """Bytes of all bodies."""
        return sum(size for _, size in self.sent)


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[Site]:
    """The folder at http://127.0.0.1:<port>, port 0: a free one, until the context is left."""

    @cache
    def body(path: str) -> tuple[bytes, str, bool] | None:
        if path == EMPTY:
            return b"<!doctype html><title>.</title>", _TYPES[".html"], False
        file = folder / path.lstrip("/")
        if path.endswith("/"):
            file /= "index.html"
        if not file.is_file():
            return None
        content, kind = file.read_bytes(), _TYPES.get(file.suffix, "application/octet-stream")
        if file.suffix in _COMPRESSED:
            return gzip.compress(content, 6, mtime=0), kind, True
        return content, kind, False

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            found = body(path)
            content, kind, compressed = found or (b"", "text/plain", False)
            if path not in (EMPTY, "/favicon.ico"):
                site.sent.append((path, len(content)))
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "max-age=600")
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

    server = Server(("127.0.0.1", port), Handler)
    site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
