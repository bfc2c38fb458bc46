"""A folder -> its address, served as a plain static host does."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Silent(http.server.SimpleHTTPRequestHandler):
    """A host that does not report what it is asked."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, host: type[Silent] = Silent) -> Iterator[str]:
    """The address, a slash at its end, while the context lasts."""
    handler = functools.partial(host, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
