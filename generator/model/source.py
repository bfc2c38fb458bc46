"""The files people write, as bytes, before anyone has understood them."""

from __future__ import annotations

import msgspec


class SourceFile(msgspec.Struct, frozen=True, array_like=True):
    """One file of the content folder, exactly as it lies there."""

    path: str
    """Relative to the content folder, forward slashes, NFC."""
    data: bytes
    digest: str
    """SHA-256 of `data`, 64 hex digits, as `sha256sum` prints it."""


class PageFiles(msgspec.Struct, frozen=True, array_like=True):
    """A newspaper page and, if an editor has looked at it, its review file."""

    page: SourceFile
    review: SourceFile | None = None


class MediaFile(msgspec.Struct, frozen=True, array_like=True):
    """A picture or document that texts may link to; it is read only if one does."""

    path: str
    """Relative to the content folder, forward slashes, NFC."""
    real: bytes
    """Where it lies."""
    size: int
    modified: int
    """Nanoseconds, of content or inode; with path and size it tells whether to read it again."""


class ContentFiles(msgspec.Struct, frozen=True):
    """The whole content folder; every tuple is sorted by path."""

    site: SourceFile | None = None
    pages: tuple[PageFiles, ...] = ()
    articles: tuple[SourceFile, ...] = ()
    topics: tuple[SourceFile, ...] = ()
    authority: tuple[SourceFile, ...] = ()
    lexicon: SourceFile | None = None
    media: tuple[MediaFile, ...] = ()
    theme: tuple[SourceFile, ...] = ()
    """Templates, styles, colours and texts of theme/."""
    theme_assets: tuple[MediaFile, ...] = ()
    """Pictures and fonts of theme/assets/."""
