"""theme/site.css -> the rules as they are published, and what in them can't be.

Nothing is fetched from elsewhere: every url() is a file of theme/assets/, and leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model.problem import Place, Problem, problem
from generator.present.theme.nearest import nearest

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_STRING = re.compile(r"""\"(?:\\.|[^"\\\n])*\"|'(?:\\.|[^'\\\n])*'""")
_URL = re.compile(r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"')]*))\s*\)""", re.I)
_IMPORT = re.compile(r"@import\b", re.I)
_OWN = re.compile(r"(?:\./)?assets/(.+)\Z")
_INLINE = re.compile(r"data:(?:image|font)/", re.I)


def read_styles(css: str, path: str, assets: Mapping[str, str]) -> tuple[str, tuple[Problem, ...]]:
    """The rules with the addresses of what is published; assets by name below theme/assets/."""
    problems: list[Problem] = []
    bare = _COMMENT.sub(lambda it: re.sub(r"[^\n]", " ", it[0]), css)

    def place(offset: int) -> Place:
        return Place(path, bare.count("\n", 0, offset) + 1)

    problems += [problem("theme-style-import", place(it.start())) for it in _IMPORT.finditer(bare)]

    def published(found: re.Match[str]) -> str:
        address = next(filter(None, found.groups()), "")
        own = _OWN.match(address.partition("?")[0].partition("#")[0])
        if own and own[1] in assets:
            # The sheet stands in assets/, which is one level down.
            return f'url("../{assets[own[1]]}")'
        if address and not address.startswith("#") and not _INLINE.match(address):
            problems.append(_wrong(address, own[1] if own else "", place(found.start()), assets))
        return found[0]

    made = _URL.sub(published, bare)
    if (offset := _unbalanced(bare)) >= 0:
        problems.append(problem("theme-style-brace", place(offset)))
    return made.strip() + "\n" if made.strip() else "", tuple(problems)


def _wrong(address: str, name: str, place: Place, assets: Mapping[str, str]) -> Problem:
    if re.match(r"(?:[a-z][a-z0-9+.-]*:|//)", address, re.I):
        return problem("theme-request-elsewhere", place, target=address[:80])
    wanted = name or address
    return problem("theme-asset-missing", place, name=wanted, nearest=nearest(wanted, assets))


def _unbalanced(css: str) -> int:
    """Where a brace is that has no partner; -1 if each has one."""
    css = _STRING.sub(lambda it: " " * len(it[0]), css)
    opened: list[int] = []
    for found in re.finditer(r"[{}]", css):
        if found[0] == "{":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            return found.start()
    return opened[-1] if opened else -1
