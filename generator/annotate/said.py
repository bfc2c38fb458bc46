"""Findings of a text -> the same with its names in short, for what many texts say together."""

from __future__ import annotations

import msgspec

from generator.model.findings import Findings, Name, NameKind, Offsets, Said
from generator.text.segment import is_word

_SPREAD = frozenset(("PER", "ORG", "LOC"))
"""Kinds that texts tell one another."""
_BORROWED = frozenset(("short", "called"))
"""Grounds that hold in one text only: elsewhere 农大 may be another university."""
_SHORT = 2


def said(text: str, findings: Findings) -> Said:
    """`text`: that of the prose which the findings are of."""
    known = {it.person for it in findings.offices if it.shown}
    known.update(it.speaker_at for it in findings.quotes if it.shown and it.speaker_at)
    names: dict[tuple[str, NameKind], tuple[bool, bool]] = {}
    for it in findings.names:
        if it.kind == "DOC":
            continue
        key = (text[it.start : it.end], it.kind)
        was = names.get(key, (False, False))
        names[key] = (was[0] or _is_sure(it, known), was[1] or _is_open(it))
    asked: dict[NameKind, list[str]] = {}
    known_here: dict[NameKind, list[str]] = {}
    for (surface, kind), (sure, hidden) in names.items():
        if sure:
            known_here.setdefault(kind, []).append(surface)
        # A word that is also a name (高峰, 温馨) stays a word, whatever other texts are about.
        if hidden and _is_long(surface, kind):
            asked.setdefault(kind, []).append(surface)
    return Said(
        msgspec.msgpack.encode(findings),
        {kind: tuple(it) for kind, it in asked.items()},
        {kind: tuple(it) for kind, it in known_here.items()},
        tuple(surface for (surface, _), (sure, _) in names.items() if not sure),
    )


def _is_sure(it: Name, known: set[Offsets]) -> bool:
    """What looks like a person's name (都要, 黄标车) is none in most texts: only who holds an
    office or speaks is sure enough for others.
    """
    if not it.shown or it.full or it.ground in _BORROWED or it.kind not in _SPREAD:
        return False
    return it.kind != "PER" or (it.start, it.end) in known


def _is_open(it: Name) -> bool:
    return not it.shown and it.kind in _SPREAD


def _is_long(surface: str, kind: NameKind) -> bool:
    return len(surface) > _SHORT or (kind != "PER" and not is_word(surface))
