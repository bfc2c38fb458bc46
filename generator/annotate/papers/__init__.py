"""Prose -> documents."""

from __future__ import annotations

import re

from generator.annotate.papers.issuers import issuer_after, issuer_before, issuer_in_title
from generator.annotate.papers.laws import find_laws
from generator.annotate.papers.types import paper_type
from generator.annotate.prose import Prose
from generator.model.findings import Paper

_MARKED = re.compile(r"《(?=[^\S\n]{0,9}[^\s》])(?:[^《》\n]|《[^《》\n]{0,100}》){1,150}+》")
_JOINT = re.compile(r"(?:（[^（）\n]{0,30}）)?(?:[、和与及]|以及|并?联合)?\Z")


def find_papers(prose: Prose) -> tuple[Paper, ...]:
    """Documents in order."""
    text = prose.text
    found: list[Paper] = []
    before: str | None = None
    for match in _MARKED.finditer(text):
        start, end = match.span()
        kind = paper_type(text, start, end)
        joint = found and start - found[-1].end <= 33 and _JOINT.match(text, found[-1].end, start)
        if not joint:
            before = issuer_before(text, start, kind)
        issuer = before
        if issuer is None:
            issuer = issuer_after(text, end) or issuer_in_title(text[start + 1 : end - 1], kind)
        found.append(Paper(start, end, kind, issuer))
    found += find_laws(text, [(it.start, it.end) for it in found])
    found.sort(key=lambda it: it.start)
    return tuple(found)
