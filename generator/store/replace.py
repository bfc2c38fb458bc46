"""One file in a content folder -> new bytes, all at once or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import unicodedata
from pathlib import Path

from generator.model.problem import Place, Problem, problem


def replace_file(folder: Path, path: str, old: bytes | None, new: bytes) -> Problem | None:
    """Write `folder/path` if it still holds `old` (None: if it isn't there).

    Whoever reads it meanwhile sees the old bytes or the new ones; a symbolic link stays one.
    """
    real = Path(os.path.realpath(_on_disk(folder, path)))
    draft = real.with_name(f".{real.name}.{os.getpid()}.tmp")
    try:
        mode = stat.S_IMODE(real.stat().st_mode) if old is not None else None
        if old is not None and real.read_bytes() != old:
            return problem("review-changed", Place(path))
        try:
            _write(draft, new, mode)
            if old is None:
                _put_where_nothing_is(draft, real)
            else:
                os.replace(draft, real)
        finally:
            with contextlib.suppress(FileNotFoundError):
                draft.unlink()
    except (FileExistsError, FileNotFoundError):
        return problem("review-changed", Place(path))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return problem("review-not-written", Place(path), reason=reason)
    return None


def _write(draft: Path, data: bytes, mode: int | None) -> None:
    with draft.open("wb") as stream:
        if mode is not None:
            os.chmod(draft, mode)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _put_where_nothing_is(draft: Path, real: Path) -> None:
    """Raises FileExistsError if something is there by now."""
    try:
        os.link(draft, real)
    except FileExistsError:
        raise
    except OSError:
        # No hard links on this file system: the moment between looking and writing is short.
        if os.path.lexists(real):
            raise FileExistsError(str(real)) from None
        os.replace(draft, real)


def _on_disk(folder: Path, path: str) -> Path:
    """The path as the disk has it: names are read in NFC, and some disks hold them decomposed."""
    at = folder
    for part in path.split("/"):
        below = at / part
        if not os.path.lexists(below) and at.is_dir():
            same = (
                it for it in sorted(at.iterdir()) if unicodedata.normalize("NFC", it.name) == part
            )
            below = next(same, below)
        at = below
    return at
