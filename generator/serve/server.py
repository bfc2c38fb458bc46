"""A way to build -> a preview in the browser that follows the files, until Ctrl-C or SIGTERM.

The promise: while anything is wrong with the files, the last good site stays on show.
"""

from __future__ import annotations

import enum
import secrets
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final, Protocol

from generator.model.problem import Lang, Problem
from generator.serve.bulletin import Bulletin, State, blocking, fault_row, problem_rows
from generator.serve.files import SiteFiles
from generator.serve.listen import DEFAULT_PORT, PortRefusedError, PreviewServer, listen
from generator.serve.messages import text
from generator.serve.watch import Watcher

EXIT_OK: Final = 0
EXIT_NO_PORT: Final = 1


class Outcome(Protocol):
    """What a build came to."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, located, in the order in which they are to be read."""

    @property
    def published(self) -> bool:
        """Whether the site folder now shows the content, also if nothing had to be written."""


class Browser(enum.Enum):
    """Whether to open one at the start."""

    LEAVE = "leave"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ServeRequest:
    """What to show, what to watch, and where."""

    site: Path
    """The folder the builder publishes to: <output>/site."""
    content: Path
    templates: Path | None = None
    """Watched too, where it is a folder of a checkout."""
    output: Path | None = None
    """Never watched, even inside the content folder."""
    port: int | None = None
    """None: 8000, or the next free one."""
    lang: Lang = "zh"
    browser: Browser = Browser.LEAVE


def serve(
    request: ServeRequest,
    builder: Callable[[], Outcome],
    report: Callable[[tuple[Problem, ...]], None],
    say: Callable[[str], None] = lambda line: print(line, flush=True),
) -> int:
    """Serve until a signal ends it; the exit code.

    `builder` runs in the calling thread, one call at a time: there it may set timers and start
    processes, and Ctrl-C interrupts it. `report` prints problems; `say` prints a line.
    """
    bulletin = Bulletin(secrets.token_hex(4))
    try:
        with (
            _signals_stop(),
            closing(
                listen(request.port, SiteFiles(request.site), bulletin, request.lang)
            ) as server,
            closing(Preview(request, builder, report, say, server)) as preview,
        ):
            preview.run()
    except PortRefusedError as refusal:
        print(text(refusal.message, request.lang, **refusal.facts), file=sys.stderr)
        return EXIT_NO_PORT
    except KeyboardInterrupt:
        say(text("stopped", request.lang))
    return EXIT_OK


class Preview:
    """A server, a watcher and the loop that builds between them."""

    def __init__(
        self,
        request: ServeRequest,
        builder: Callable[[], Outcome],
        report: Callable[[tuple[Problem, ...]], None],
        say: Callable[[str], None],
        server: PreviewServer,
    ) -> None:
        self._request = request
        self._builder = builder
        self._report = report
        self._say = say
        self._server = server
        self._changed = threading.Event()
        self._closing = threading.Event()
        self._watcher = Watcher(
            folders=[path for path in (request.content, request.templates) if path is not None],
            ignored=[path for path in (request.output, request.site) if path is not None],
            on_change=self._changed.set,
            complain=lambda message, reason: self._tell(message, reason=reason),
        )

    def run(self) -> None:
        """Build, then again after every change, until closed or interrupted."""
        self._server.start()
        # Watching first: a change during the first build must not be missed.
        self._watcher.start()
        if self._request.port is None and self._server.port != DEFAULT_PORT:
            self._tell("moved-port", wanted=DEFAULT_PORT, port=self._server.port)
        self._tell("serving", url=self._server.url)
        if self._request.browser is Browser.OPEN:
            import webbrowser

            webbrowser.open(self._server.url)
        self._tell("building")
        self._build()
        while not self._closing.is_set():
            # With a limit, because on Windows a wait without one does not hear Ctrl-C.
            if self._changed.wait(1.0) and not self._closing.is_set():
                # Cleared before building: a change from now on asks for another build.
                self._changed.clear()
                self._tell("changed")
                self._build()

    def close(self) -> None:
        """Let `run` return (from another thread) and stop watching."""
        self._closing.set()
        self._changed.set()
        self._watcher.close()

    def _build(self) -> None:
        bulletin, lang = self._server.bulletin, self._request.lang
        begin = time.monotonic()
        try:
            outcome = self._builder()
        except Exception as error:
            # Ours, not the author's; the preview outlives it, for the next edit may avoid it.
            traceback.print_exc()
            self._tell("crashed")
            bulletin.post(State.FAILED, (fault_row(error, lang),))
            return
        if outcome.problems:
            self._report(outcome.problems)
        if outcome.published:
            bulletin.post(State.READY)
            self._tell("built", seconds=f"{time.monotonic() - begin:.1f}")
        else:
            rows = problem_rows(blocking(outcome.problems), self._request.content.name, lang)
            bulletin.post(State.FAILED, rows)
            self._tell("kept", count=len(rows))

    def _tell(self, message: str, **facts: object) -> None:
        self._say(text(message, self._request.lang, **facts))


@contextmanager
def _signals_stop() -> Iterator[None]:
    """SIGINT, SIGTERM and SIGHUP raise KeyboardInterrupt, once: the end may take its time.

    A third one kills, should the end hang. Without effect outside the main thread.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = 0

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal heard
        heard += 1
        if heard == 1:
            raise KeyboardInterrupt
        if heard > 2:
            signal.signal(number, signal.SIG_DFL)

    numbers = [signal.SIGINT, signal.SIGTERM]
    # Ignored by nohup on purpose.
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    former = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
