"""A theme's template as text -> what no page may hold: code and styles in the page, foreign files.

Looked at before anything is rendered, for the line; what slips through is found on the page.
"""

from __future__ import annotations

import re

from generator.model.problem import Place, Problem, problem

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->", re.S)
_TAG = re.compile(r"<([a-z][a-z0-9-]*)((?:\"[^\"]*\"|'[^']*'|[^\"'<>])*)>", re.I)
_HANDLER = re.compile(r"[\s\"'](on[a-z]+|style)\s*=", re.I)
_SOURCE = re.compile(r"\ssrc\s*=", re.I)
_DATA = re.compile(r"application/(?:ld\+)?json|speculationrules", re.I)
_FETCHED = re.compile(
    r"""\s(?:src|href|data|poster|srcset)\s*=\s*["']?\s*((?:https?:)?//[^\s"'>]*)""", re.I
)
_FETCHING = frozenset(
    "audio embed iframe image img input link object script source track use video".split()
)
_TELLING = re.compile(
    r"""\srel\s*=\s*["']?(?:alternate|author|canonical|help|license|me|next|prev|search)\b""", re.I
)
_RUN = re.compile(r"""=\s*["']?\s*javascript:""", re.I)
_UNSAFE = re.compile(r"'unsafe-[a-z-]+'")


def check_markup(source: str, path: str) -> list[Problem]:
    """Problems with their lines."""
    # Blanks where Jinja writes, so that lines stay and a value that is written is no address.
    bare = _JINJA.sub(lambda it: re.sub(r"[^\n]", "_", it[0]), source)
    found: list[tuple[int, str, dict[str, str]]] = []
    for tag in _TAG.finditer(bare):
        name, values = tag[1].lower(), tag[2]
        inline = ""
        if name == "style":
            inline = "<style>"
        elif name == "script" and not _SOURCE.search(values) and not _DATA.search(values):
            inline = "<script>"
        elif handler := _HANDLER.search(re.sub(r"=\s*(?:\"[^\"]*\"|'[^']*')", '=""', values)):
            inline = f"{handler[1]}="
        elif _RUN.search(values):
            inline = "javascript:"
        if inline:
            found.append((tag.start(), "theme-inline", {"found": inline}))
        if name in _FETCHING and not (name == "link" and _TELLING.search(values)):
            fetched = _FETCHED.search(values)
            if fetched:
                found.append((tag.start(), "theme-request-elsewhere", {"target": fetched[1][:80]}))
    for unsafe in _UNSAFE.finditer(bare):
        found.append((unsafe.start(), "theme-inline", {"found": unsafe[0]}))
    return [
        problem(code, Place(path, source.count("\n", 0, offset) + 1), **facts)
        for offset, code, facts in found
    ]
