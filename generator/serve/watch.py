"""Folders -> a call whenever a file in them changes; a burst of changes makes one call."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from watchfiles import Change

_BURST_MS: Final = 1000
_QUIET_MS: Final = 60
"""An editor's save is several events; a change is told when this long nothing more came."""
_LOOK_MS: Final = 1000
"""How often to look whether a watched folder has itself been replaced."""
_ABSENCE: Final = 0.3
_LEFTOVERS: Final = ("~", ".tmp", ".swp", ".swx")
_PROBES: Final = frozenset({"4913"})
"""Vim writes and removes a file of this name to see whether it may write."""


class Watcher:
    """Watches in a thread of its own until closed.

    `complain` is told ("polling" or "unwatched", reason) when the system's notifications fail.
    """

    def __init__(
        self,
        folders: Iterable[Path],
        ignored: Iterable[Path],
        on_change: Callable[[], None],
        complain: Callable[[str, str], None],
    ) -> None:
        self._folders = tuple(Path(os.path.abspath(folder)) for folder in folders)
        self._ignored = tuple(os.path.abspath(folder) for folder in ignored)
        self._on_change = on_change
        self._complain = complain
        self._closing = threading.Event()
        self._watching = threading.Event()
        self._polling: bool | None = None
        self._thread = threading.Thread(target=self._run, name="preview-watch", daemon=True)

    def start(self, seconds: float = 5.0) -> None:
        """Begin, and return once changes are seen (or after so many seconds)."""
        self._thread.start()
        self._watching.wait(seconds)

    def close(self) -> None:
        """End the thread; may be called twice."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(2.0)

    def _run(self) -> None:
        known = self._identities()
        while not self._closing.is_set():
            try:
                for changes in self._changes():
                    if changes:
                        self._on_change()
                    if self._identities() != known:
                        break
            except Exception as error:
                # watchfiles has errors of its own: too many files, no inotify, a folder gone.
                if self._identities() == known and not self._fall_back(error):
                    return
            if self._identities() == known:
                continue
            # The system's notifications follow a folder that was moved away: look by name again.
            known = self._identities()
            self._on_change()

    def _changes(self) -> Iterator[set[tuple[Change, str]]]:
        present = [folder for folder in self._folders if folder.is_dir()]
        if not present:
            self._watching.set()
            self._closing.wait(_ABSENCE)
            return iter(())
        from watchfiles import watch

        return watch(
            *present,
            watch_filter=lambda _, path: self._concerns(path),
            debounce=_BURST_MS,
            step=_QUIET_MS,
            stop_event=_Stop(self._closing, self._watching),
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            force_polling=self._polling,
        )

    def _fall_back(self, error: Exception) -> bool:
        message = "unwatched" if self._polling else "polling"
        self._complain(message, str(error))
        if self._polling:
            self._watching.set()
            return False
        # Not yet watching: a change before the first look by polling would never be seen.
        self._polling = True
        return True

    def _identities(self) -> tuple[tuple[int, int] | None, ...]:
        return tuple(_identity(folder) for folder in self._folders)

    def _concerns(self, path: str) -> bool:
        if any(path == folder or path.startswith(folder + os.sep) for folder in self._ignored):
            return False
        for folder in self._folders:
            if path.startswith(str(folder) + os.sep):
                parts = path[len(str(folder)) + 1 :].split(os.sep)
                return not any(part.startswith((".", "#")) for part in parts) and not (
                    parts[-1].endswith(_LEFTOVERS) or parts[-1] in _PROBES
                )
        return True


class _Stop:
    """A stop event for watchfiles, which first asks for it once the watch stands."""

    def __init__(self, closing: threading.Event, watching: threading.Event) -> None:
        self._closing = closing
        self._watching = watching

    def is_set(self) -> bool:
        self._watching.set()
        return self._closing.is_set()


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_dev, status.st_ino
