"""Source bytes -> lines and bare text, each file read once; decoded without the reader's help.

What UTF-8 or a byte order mark says has one answer, found here. Which legacy encoding a file is
in is a judgement: there the reader's is taken, since a second opinion would prove nothing.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from generator.check.plain import keep_markdown, shows_nothing, undo_markdown, undo_stray_tags

ReadSource = Callable[[str], bytes | None]
"""Path relative to the content folder -> its bytes; None: there is no such file."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class SourceUnreadableError(Exception):
    """There is no such file, or no text in it."""


def text_of(data: bytes) -> str:
    """The file's text without a byte order mark. Raises SourceUnreadableError."""
    try:
        for mark, encoding in _MARKED:
            if data.startswith(mark):
                return data[len(mark) :].decode(encoding)
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def lines_of(text: str) -> list[str]:
    r"""Lines without their breaks; only \n, \r\n and \r end a line."""
    return _LINE_BREAK.split(text)


class SourceTexts:
    """The sources as far as they were asked for."""

    def __init__(self, read: ReadSource, form: Callable[[str], str] = str) -> None:
        """form: what texts are compared in; it keeps their length."""
        self._read = read
        self._form = form
        self._lines: dict[str, list[str]] = {}
        self._undone: dict[str, str] = {}
        self._kept: dict[str, str] = {}

    def lines(self, path: str) -> list[str]:
        """Lines of a source. Raises SourceUnreadableError, as the others do."""
        if path not in self._lines:
            self._lines[path] = lines_of(self._text(path))
        return self._lines[path]

    def undone(self, path: str) -> str:
        """Bare characters of a Markdown source, its syntax undone."""
        if path not in self._undone:
            self._undone[path] = undo_markdown(self._text(path))
        return self._undone[path]

    def kept(self, path: str) -> str:
        """Bare characters of a Markdown source, its syntax still in it."""
        if path not in self._kept:
            self._kept[path] = keep_markdown(self._text(path))
        return self._kept[path]

    def shows_nothing(self, path: str) -> bool:
        """Whether a page may show none of a Markdown source."""
        return shows_nothing(self._text(path))

    def parted(self, path: str, text: str) -> bool:
        """Whether tags in a Markdown source are all that keeps it from holding the bare text."""
        source = self._text(path)
        return "</" in source and text in undo_stray_tags(source)

    def _text(self, path: str) -> str:
        # Not kept: lines or bare text are, and nothing asks for both often.
        data = self._read(path)
        if data is None:
            raise SourceUnreadableError(path)
        return self._form(text_of(data))


def _legacy(data: bytes) -> str:
    # Needed for few sites, so loaded late: its table of characters takes its time.
    from generator.text.decode import Decoded, decode

    reading = decode(data)
    if not isinstance(reading, Decoded):
        raise SourceUnreadableError(reading.code)
    return reading.text
