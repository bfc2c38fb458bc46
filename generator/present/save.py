"""What the editor wants to be saved for reading and sharing: `[save]` of site.toml."""

from __future__ import annotations

import msgspec


class Font(msgspec.Struct, frozen=True):
    """The font of share pictures."""

    regular: str
    """Path of the file."""
    bold: str
    index: int
    """Of the face in a collection (.ttc)."""
    digest: bytes
    """Of both files: pictures are made anew with another font."""


class SaveSettings(msgspec.Struct, frozen=True):
    """All of it is off unless asked for."""

    epub: bool = False
    """Each topic as a book."""
    pictures: Font | None = None
    """Share pictures of topics and articles, in this font."""


def book_url(topic: str) -> str:
    """URL of the book of the topic at this URL; a file that is taken away has a name of its own."""
    return f"{topic}{topic.rstrip('/').rpartition('/')[2]}.epub"


def picture_url(page: str) -> str:
    """URL of the share picture of the page at this URL."""
    return f"{page}share.png"


def size_words(size: int) -> str:
    """123456 -> 123 kB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB"
