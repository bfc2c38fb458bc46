"""templates/assets -> files of the site; a file's name holds the digest of its content.

So a browser may keep an asset for ever, and a page names exactly the one it was made for. Only
what stands in search/ keeps its name: programs of others import it too.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.present.templates import folder

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BETWEEN = re.compile(r"\s*;?\s*(\})\s*|\s*([{;,>])\s*|(?<=:) +| *\n\s*")
_COMMENT_LINES = re.compile(
    r"^[ \t]*(?://.*|/\*(?:(?!\*/)(?s:.))*\*/[ \t]*)\n|^[ \t]+|^\n", re.MULTILINE
)
_SEARCH = "search"


class Assets(NamedTuple):
    """Site-relative URLs for `Chrome`, and the files; `script` is "" if there is none."""

    styles: str
    script: str
    icon: str
    files: tuple[tuple[str, bytes], ...]

    def contents(self) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
        """(site path, digest, what gives the bytes) of each file."""
        for path, data in self.files:
            yield path, hashlib.sha256(data).hexdigest(), functools.partial(bytes, data)


def assets(dress: Callable[[str], str] = str) -> Assets:
    """Read every asset; the same templates give the same names.

    dress: what a theme makes of the site's style sheet; those of single kinds of page go by it.
    """
    place = folder() / "assets"
    urls: dict[str, str] = {}
    files: list[tuple[str, bytes]] = []
    for path in sorted(place.iterdir()):
        if path.suffix not in (".css", ".js", ".svg"):
            continue
        data = _smaller(path)
        if path.name == "site.css":
            data = dress(data.decode()).encode()
        url = _named(path, data)
        urls[path.name] = url
        files.append((url, data))
    for path in sorted((place / _SEARCH).iterdir()):
        if path.suffix in (".css", ".js"):
            files.append((f"{_SEARCH}/{path.name}", _smaller(path)))
    return Assets(
        styles=urls["site.css"],
        script=urls.get("site.js", ""),
        icon=urls["icon.svg"],
        files=tuple(files),
    )


def _smaller(path: Path) -> bytes:
    data = path.read_bytes()
    if path.suffix == ".css":
        return _tight(data.decode()).encode()
    return _bare(data.decode()).encode() if path.suffix == ".js" else data


def _bare(script: str) -> str:
    """Without indentation and comments that fill lines; no string or template of ours goes on over lines."""
    return _COMMENT_LINES.sub("", script)


def sheet(name: str) -> str:
    """Site-relative URL of the rules that pages of one kind need beside the site's."""
    return sheets()[name]


@functools.cache
def sheets() -> dict[str, str]:
    """All such URLs by name; forgotten by `templates.renew`."""
    found = (folder() / "assets").glob("*.css")
    return {it.stem: _named(it, _smaller(it)) for it in found}


def _named(path: Path, data: bytes) -> str:
    return f"assets/{path.stem}.{hashlib.sha256(data).hexdigest()[:10]}{path.suffix}"


def _tight(css: str) -> str:
    """Without comments and spacing; no string of ours holds a brace, semicolon, comma, colon or >."""
    return (
        _BETWEEN.sub(lambda found: found[1] or found[2] or "", _COMMENT.sub("", css)).strip() + "\n"
    )
