"""Port -> a threading HTTP server on the loopback address, which ends without leaving a thread."""

from __future__ import annotations

import errno
import os
import socket
import socketserver
import sys
import threading
import time
import traceback
from http.server import HTTPServer
from typing import Any, Final

from generator.model.problem import Lang
from generator.serve.bulletin import Bulletin
from generator.serve.files import SiteFiles
from generator.serve.handler import PreviewHandler

ADDRESS: Final = "127.0.0.1"
DEFAULT_PORT: Final = 8000
_TRIES: Final = 20
_FAREWELL: Final = 2.0
"""Seconds that answers under way get to end."""


class PreviewServer(HTTPServer):
    """One daemon thread a connection, all of them known, so that `close` can end them."""

    # On Windows the option means that another program may take the port over.
    allow_reuse_address = os.name != "nt"
    request_queue_size = 64

    def __init__(self, port: int, files: SiteFiles, bulletin: Bulletin, lang: Lang) -> None:
        self.files = files
        self.bulletin = bulletin
        self.lang = lang
        self._connections: dict[Any, threading.Thread] = {}
        self._guard = threading.Lock()
        self._acceptor: threading.Thread | None = None
        super().__init__((ADDRESS, port), PreviewHandler)

    @property
    def port(self) -> int:
        """The port it really has, also where 0 was asked for."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        return f"http://{ADDRESS}:{self.port}/"

    def server_bind(self) -> None:
        """Bind as TCP does: HTTPServer would ask the name service who 127.0.0.1 is."""
        socketserver.TCPServer.server_bind(self)
        self.server_name = ADDRESS
        self.server_port = self.port

    def start(self) -> None:
        """Answer requests from a thread of its own."""
        self._acceptor = threading.Thread(
            target=self.serve_forever, args=(0.1,), name="preview-accept", daemon=True
        )
        self._acceptor.start()

    def close(self) -> None:
        """End all connections and their threads; may be called twice."""
        self.bulletin.close()
        if self._acceptor is not None:
            self.shutdown()
            self._acceptor.join()
            self._acceptor = None
        self.server_close()
        with self._guard:
            connections = dict(self._connections)
        for connection in connections:
            try:
                # Readers see the end at once; what is being written may still go out.
                connection.shutdown(socket.SHUT_RD)
            except OSError:
                continue
        deadline = time.monotonic() + _FAREWELL
        for thread in connections.values():
            thread.join(max(0.0, deadline - time.monotonic()))

    def process_request(self, request: Any, client_address: Any) -> None:
        """Give the connection its thread."""
        thread = threading.Thread(
            target=self._converse,
            args=(request, client_address),
            name="preview-connection",
            daemon=True,
        )
        with self._guard:
            self._connections[request] = thread
        thread.start()

    def _converse(self, request: Any, client_address: Any) -> None:
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            self.shutdown_request(request)
            with self._guard:
                del self._connections[request]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over connections that break off; anything else is a defect to be seen."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            traceback.print_exc()


class PortRefusedError(Exception):
    """No port to be had; `message` and `facts` say why (see messages)."""

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts


def listen(port: int | None, files: SiteFiles, bulletin: Bulletin, lang: Lang) -> PreviewServer:
    """A bound server; None stands for the default port or the next free one.

    A port that was asked for by number is never silently replaced. Raises PortRefusedError.
    """
    first = DEFAULT_PORT if port is None else port
    last = first + _TRIES - 1 if port is None else first
    for candidate in range(first, last + 1):
        try:
            return PreviewServer(candidate, files, bulletin, lang)
        except PermissionError:
            raise PortRefusedError("port-denied", port=candidate) from None
        except (OSError, OverflowError) as error:
            if getattr(error, "errno", None) != errno.EADDRINUSE:
                raise PortRefusedError("port-failed", port=candidate, reason=error) from None
    if port is None:
        raise PortRefusedError("ports-taken", first=first, last=last)
    raise PortRefusedError("port-taken", port=first)
