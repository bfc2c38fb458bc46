"""Files -> an OCF container; the same files give the same bytes (EPUB 3.3, 4.2 and 4.3)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

MIMETYPE = "application/epub+zip"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP file can tell: there is no clock in a build."""
_UNIX = 3
_MODE = 0o100644 << 16


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """(path, bytes) in their order, after `mimetype`, which stands first and uncompressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        _add(container, "mimetype", MIMETYPE.encode(), zipfile.ZIP_STORED)
        for path, data in files:
            _add(container, path, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _add(container: zipfile.ZipFile, path: str, data: bytes, method: int) -> None:
    entry = zipfile.ZipInfo(path, _DAY)
    # Otherwise it is told which system the file was made on.
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    entry.compress_type = method
    container.writestr(entry, data, compresslevel=9)
