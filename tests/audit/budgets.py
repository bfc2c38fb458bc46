"""A built site -> what a browser fetches for each page, held against what we allow ourselves.

    python tests/audit/budgets.py PAGE …

Sizes of a page are without pictures and of what is fetched before a reader does anything: style
sheets and scripts that the page names, and modules that those import at once. Prints the dearest
page of each kind; 1 if any page costs more than it may, asks another site, or lets code in.
"""

from __future__ import annotations

import functools
import gzip
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml import html

WHOLE = 60_000
"""Bytes of a page with its styles and scripts, each compressed as servers do (gzip)."""
STYLES = 20_000
SCRIPTS = 15_000
"""Bytes as they are delivered, not compressed."""
POLICY = {
    "default-src": {"'none'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "script-src": {"'self'"},
    "connect-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'self'"},
}
"""At most this may be allowed: nothing unsafe, nobody else."""

_IMPORT = re.compile(r"""^\s*(?:import|export)\b[^"'()]*["']([^"']+)["']""", re.MULTILINE)
_DATA = {"application/ld+json", "application/json", "speculationrules"}
_TELLING = {
    "alternate",
    "author",
    "canonical",
    "help",
    "icon",
    "license",
    "me",
    "next",
    "prev",
    "search",
}


class Cost(NamedTuple):
    """Of one page."""

    kind: str
    path: str
    whole: int
    styles: int
    scripts: int
    requests: int
    faults: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Print the table and the faults; 1 if there is one."""
    pages = [Path(it).resolve() for it in arguments]
    site = next(it for it in pages[0].parents if (it / "manifest-sha256.txt").is_file())
    costs = [it for it in (cost(site, page) for page in pages) if it is not None]
    dearest: dict[str, Cost] = {}
    for it in costs:
        known = dearest.setdefault(it.kind, it)
        if it.whole > known.whole:
            dearest[it.kind] = it
    print(
        f"{'kind':<24}{'gzip ≤ 60,000':>14}{'CSS ≤ 20,000':>14}{'JS ≤ 15,000':>13}{'files':>7}  dearest page"
    )
    for kind, it in sorted(dearest.items()):
        print(
            f"{kind:<24}{it.whole:>14,}{it.styles:>14,}{it.scripts:>13,}{it.requests:>7}  {it.path}"
        )
    faults = [f"{it.path}: {fault}" for it in costs for fault in it.faults]
    print("\n".join([*faults, f"{len(costs)} pages: {len(faults)} faults"]))
    return 1 if faults else 0


def cost(site: Path, page: Path) -> Cost | None:
    """Of one HTML file; None of one that only leads elsewhere."""
    data = page.read_bytes()
    tree = html.fromstring(data.decode())
    if tree.xpath("//meta[@http-equiv='refresh']"):
        return None
    path = page.relative_to(site).as_posix()
    faults = list(_inline(tree))
    faults += _policy(tree)
    styles, scripts, others = _fetched(tree)
    local: list[str] = []
    asked: list[str] = []
    for address in [*styles, *scripts, *others]:
        target = urljoin(f"https://site.invalid/{path}", address)
        if not address.startswith("data:"):
            (local if urlsplit(target).netloc == "site.invalid" else asked).append(address)
    faults += [f"asks another site: {it}" for it in asked]
    sheets = {_file(site, path, it) for it in styles if it in local}
    code = _modules({_file(site, path, it) for it in scripts if it in local})
    css, js = sum(map(_size, sheets)), sum(map(_size, code))
    whole = len(gzip.compress(data, 6)) + sum(map(_packed, sheets | code))
    for what, found, most in (("page", whole, WHOLE), ("CSS", css, STYLES), ("JS", js, SCRIPTS)):
        if found > most:
            faults.append(f"{what}: {found:,} bytes, {most:,} allowed")
    main_class = next(iter(_strings(tree, "//main/@class")), "")
    kind = f"{path.partition('/')[0] if '/' in path else '/'} {main_class}"
    return Cost(kind, path, whole, css, js, 1 + len(local), tuple(faults))


def _fetched(tree: html.HtmlElement) -> tuple[list[str], list[str], list[str]]:
    """Addresses of style sheets, scripts, and of everything else a browser fetches by itself."""
    styles, others = [], []
    for link in tree.iterfind(".//link[@href]"):
        relations = set(link.get("rel", "").lower().split())
        if "stylesheet" in relations:
            styles.append(link.get("href", ""))
        elif "icon" in relations or not relations <= _TELLING:
            others.append(link.get("href", ""))
    scripts = _strings(tree, "//script[@src]/@src")
    others += _strings(tree, "//*[not(self::script)]/@src | //object/@data")
    return styles, scripts, others


def _strings(tree: html.HtmlElement, path: str) -> list[str]:
    found = tree.xpath(path)
    return [str(it) for it in found] if isinstance(found, list) else []


def _inline(tree: html.HtmlElement) -> Iterator[str]:
    types = {
        script.get("type", "")
        for script in tree.iterfind(".//script")
        if "src" not in script.attrib
    }
    if types - _DATA:
        yield "a script stands in the page"
    if tree.xpath("//style | //@style"):
        yield "styles stand in the page"
    if tree.xpath("//@*[starts-with(name(), 'on')]"):
        yield "a handler stands in the page"


def _policy(tree: html.HtmlElement) -> Iterator[str]:
    found = _strings(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")
    if len(found) != 1:
        yield f"{len(found)} policies, not one"
        return
    told = {first: set(rest) for first, *rest in map(str.split, found[0].split(";"))}
    for name in sorted(POLICY.keys() - told.keys()):
        yield f"the policy says nothing of {name}"
    for name, allowed in sorted(told.items()):
        if more := allowed - POLICY.get(name, set()):
            yield f"the policy allows {name} {' '.join(sorted(more))}"


def _file(site: Path, path: str, address: str) -> Path:
    """A page that stands for any missing one says where the site is on its server, too."""
    target = urlsplit(urljoin(f"https://site.invalid/{path}", address)).path.lstrip("/")
    while not (site / target).is_file() and "/" in target:
        target = target.split("/", 1)[1]
    return site / target


def _modules(files: set[Path]) -> set[Path]:
    """With what they import at once; `import()` waits until it is asked for."""
    found: set[Path] = set()
    waiting = list(files)
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            named = _IMPORT.findall(file.read_text(encoding="utf-8"))
            waiting += [(file.parent / it).resolve() for it in named]
    return found


@functools.cache
def _size(file: Path) -> int:
    return file.stat().st_size


@functools.cache
def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
