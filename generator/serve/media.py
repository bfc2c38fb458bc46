"""File name -> Content-Type. A table of our own: the system's differs from machine to machine."""

from __future__ import annotations

from typing import Final

HTML: Final = "text/html; charset=utf-8"
JSON: Final = "application/json; charset=utf-8"
PLAIN: Final = "text/plain; charset=utf-8"
SCRIPT: Final = "text/javascript; charset=utf-8"
STYLE: Final = "text/css; charset=utf-8"
EVENTS: Final = "text/event-stream; charset=utf-8"
BINARY: Final = "application/octet-stream"

_TYPES: Final[dict[str, str]] = {
    "html": HTML,
    "htm": HTML,
    "css": STYLE,
    "js": SCRIPT,
    "mjs": SCRIPT,
    "json": JSON,
    "map": JSON,
    "jsonld": "application/ld+json; charset=utf-8",
    "jsonl": "application/x-ndjson; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "txt": PLAIN,
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "toml": "application/toml; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "wasm": "application/wasm",
    "gz": "application/gzip",
    "zip": "application/zip",
    "sqlite": "application/vnd.sqlite3",
    "db": "application/vnd.sqlite3",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
}


def content_type(name: str) -> str:
    """The type by the last suffix, whatever its case; bytes of an unknown one are just bytes."""
    _, dot, suffix = name.rpartition(".")
    return _TYPES.get(suffix.lower(), BINARY) if dot else BINARY
