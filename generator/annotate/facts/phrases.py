"""Wordings of policy in a text, whose use can be followed over time."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.either import either
from generator.annotate.facts.names import Named
from generator.annotate.facts.places import Places
from generator.model.facts import At, PhraseFact
from generator.model.findings import Findings
from generator.text.data import read_table

_COINED = re.compile(
    "“[^“”，。、《》]{2,8}”(?:理论|战略|战法|行动|工程|模式|精神|经验|布局|倡议|机制|改革|理念|思想|计划|道路|关系|方针)"
)


@cache
def _policy() -> frozenset[str]:
    rows = (row for row in read_table("terms.tsv") if row[0] == "term:policy")
    return frozenset(word for row in rows for word in row[1].split(" "))


@cache
def _wordings() -> re.Pattern[str]:
    return re.compile(
        either(word for row in read_table("phrases.tsv") for word in row[1].split(" "))
    )


def gather_phrases(findings: Findings, places: Places, named: Named) -> tuple[PhraseFact, ...]:
    """Terms of policy, known wordings and coinages in quotation marks, each with its places."""
    text = places.text
    policy = _policy()
    found = {it.name: it.at for it in named.facts if it.kind == "TERM" and it.name in policy}
    spans = {match.span() for match in _wordings().finditer(text)}
    if "”" in text:
        spans.update(match.span() for match in _COINED.finditer(text))
        spans.update(
            (it.start, it.end)
            for it in findings.names
            if it.kind == "TERM" and it.shown and it.ground == "quoted"
        )
    others: dict[str, list[At]] = {}
    reach = -1
    for start, end in sorted(spans, key=lambda it: (it[0], -it[1])):
        words = text[start:end]
        at = places.place(start, end) if start >= reach and words not in found else None
        if at is not None:
            others.setdefault(words, []).append(at)
            reach = end
    phrases = [PhraseFact(words, at) for words, at in found.items()]
    phrases += [PhraseFact(words, tuple(ats)) for words, ats in others.items()]
    return tuple(sorted(phrases, key=lambda it: it.at))
