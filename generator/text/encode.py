"""Text -> bytes in the encoding of the file it came from."""

from __future__ import annotations

import codecs

_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


def encode_as(text: str, encoding: str, old: bytes) -> bytes | None:
    """The text as the file `old` is encoded, byte order mark included; None if that can't be.

    Nor can it be where the old bytes are not those that their text would give: some encodings have
    two ways to write a character, and what is not changed must stay byte for byte.
    """
    mark = _MARKS.get(encoding, b"")
    mark = mark if mark and old.startswith(mark) else b""
    try:
        if mark + old[len(mark) :].decode(encoding).encode(encoding) != old:
            return None
        return mark + text.encode(encoding)
    except UnicodeError:
        return None
