"""templates/assets -> files of the site; a file's name holds the digest of its content.

So a browser may keep an asset for ever, and a page names exactly the one it was made for. A script
that loads others ("./preview.js") has their names filled in. Only what stands in search/ keeps its
name: programs of others import it too.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from generator.present.look import look
from generator.present.templates import folder
from generator.present.texts import texts, texts_of

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BETWEEN = re.compile(r"\s*;?\s*(\})\s*|\s*([{;,>])\s*|(?<=:) +| *\n\s*")
_COMMENT_LINES = re.compile(
    r"^[ \t]*(?://.*|/\*(?:(?!\*/)(?s:.))*\*/[ \t]*)\n|^[ \t]+|^\n", re.MULTILINE
)
_STRING = re.compile(r"""("(?:[^"\\\n]|\\.)*"|`[^`]*`)""")
_SPACED = re.compile(r" *(=>|[-+*=<>?:;,{}()|&!]) *")
_OPEN = re.compile(r"([;,{([?:])\n|;\n?(?=\})")
_LOADED = re.compile(r'(?<=")\./(\w+\.(?:js|css))(?=")')
"""What a script loads when it is wanted, as it is written in it."""
_SEARCH = "search"
_SPOKEN = ("find", "notice", "kind")
_SHARED = {
    "article": "undated",
    "date": "day month_day months year year_day year_month",
    "mark": "aside clause colon dots gap list quote stop",
    "nav": "articles",
    "search": "letters",
    "site": "close",
}
"""Groups of texts that search has whole, and what else it says."""


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
    scripts: dict[str, bytes] = {}
    for path in sorted(place.iterdir()):
        if path.suffix not in (".css", ".js", ".svg"):
            continue
        data = _smaller(path)
        if path.suffix == ".js":
            scripts[path.name] = _close(data.decode()).encode()
            continue
        if path.name == "site.css":
            data = dress(data.decode()).encode()
        urls[path.name] = _named(path, data)
        files.append((urls[path.name], data))
    files += _linked(place, scripts, urls)
    for path in sorted((place / _SEARCH).iterdir()):
        if path.suffix in (".css", ".js"):
            files.append((f"{_SEARCH}/{path.name}", _smaller(path)))
    files.append((f"{_SEARCH}/words.js", _words()))
    return Assets(
        styles=urls["site.css"],
        script=urls.get("site.js", ""),
        icon=urls["icon.svg"],
        files=tuple(files),
    )


def _words() -> bytes:
    """The texts of search: what the scripts in search/ say, and what language texts are in if in another."""
    said = [f"const own={_said(texts())};"]
    chosen = "own"
    if look().twin and look().interface != "en":
        # A page of the twin says it in the twin's script.
        said.append(f"const twin={_said(texts_of(look().twin))};")
        chosen = "document.documentElement.dataset.twin?twin:own"
    said += (f"export const words={chosen};", f"export const written={json.dumps(look().content)};")
    return "\n".join((*said, "")).encode()


def _said(found: SimpleNamespace) -> str:
    told = {group: vars(getattr(found, group)) for group in _SPOKEN}
    for group, keys in _SHARED.items():
        told[group] = {key: getattr(getattr(found, group), key) for key in keys.split()}
    plain = {
        group: {
            key: str(it) if it.one == it else {"one": it.one, "other": str(it)}
            for key, it in words.items()
        }
        for group, words in told.items()
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _linked(
    place: Path, scripts: dict[str, bytes], urls: dict[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Scripts with the names of what they load, which are known first; `urls` gets theirs."""

    def name(found: re.Match[str]) -> str:
        return f"./{urls[found[1]].rpartition('/')[2]}"

    waiting = dict(scripts)
    while waiting:
        ready = [
            it
            for it, data in waiting.items()
            if waiting.keys().isdisjoint(_LOADED.findall(data.decode()))
        ]
        if not ready:
            raise ValueError(f"scripts that load one another: {', '.join(waiting)}")
        for it in ready:
            data = _LOADED.sub(name, waiting.pop(it).decode()).encode()
            urls[it] = _named(place / it, data)
            yield urls[it], data


def _smaller(path: Path) -> bytes:
    data = path.read_bytes()
    if path.suffix == ".css":
        return _tight(data.decode()).encode()
    return _bare(data.decode()).encode() if path.suffix == ".js" else data


def _bare(script: str) -> str:
    """Without indentation and comments that fill lines; no string or template of ours goes on over lines."""
    return _COMMENT_LINES.sub("", script)


def _close(script: str) -> str:
    """Without spaces and line breaks around signs.

    No regular expression of ours holds a space or a quotation mark, no line ends in a comment.
    """
    parts = _STRING.split(script)
    parts[::2] = [_OPEN.sub(r"\1", _SPACED.sub(r"\1", it)) for it in parts[::2]]
    return "".join(parts)


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
