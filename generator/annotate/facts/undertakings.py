"""Programmes that a text names without counting them: 实施…登峰计划, 推进“双带头人”培育工程."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.annotate.facts.places import Places
from generator.model.facts import At, ProgrammeFact
from generator.model.findings import Findings, Offsets

_HEAD = "(?:计划|工程|行动)"
_END = "(?=[，。；、！）\n]|$)"
_QUOTED = re.compile(
    "(?:实施|推进|启动|开展|推出|落实)(?:了|好)?(?P<name>(?:(?:[一-鿿]{0,16}“[^“”，。；、\n]{2,12}”"
    f"[一-鿿]{{0,12}}{_HEAD})|“[^“”，。；、\n]{{2,16}}{_HEAD}”)){_END}"
)
_BARE = re.compile(f"实施(?:了|好)?(?P<name>[一-鿿]{{4,26}}?{_HEAD}){_END}")
_NO_NAME = re.compile(
    "[一二两三四五六七八九十百千多几数]+[大项个批]|一批|一揽子|一系列|新一轮|重[大点要]|各[类项级]|有关|相关"
    "|[这该此其本]|保障性|积极|更|全面|系统|上述|并|应对|促进|推动|加快|加强"
)
"""What a description begins with."""
_JOINED = re.compile("[的和与及等了将]|改革发展")


def named_programmes(findings: Findings, places: Places) -> tuple[ProgrammeFact, ...]:
    """One a name, in order; none that is counted or a member of one, none inside a title or a quotation."""
    text = places.text
    known = sorted(
        [(it.start, it.end) for it in findings.programmes]
        + [member for it in findings.programmes for member in it.members]
        + [(it.start, it.end) for it in findings.papers]
    )
    found: dict[str, list[At]] = {}
    for match in sorted(
        (*_QUOTED.finditer(text), *_BARE.finditer(text)), key=lambda it: it.start("name")
    ):
        start, end = match.span("name")
        name = text[start:end]
        if _NO_NAME.match(name) or _JOINED.search(name) or _inside(start, end, known):
            continue
        if name[0] == "“" and name[-1] == "”":
            start, end, name = start + 1, end - 1, name[1:-1]
        at = places.place(start, end)
        if at is not None and at not in (places_of := found.setdefault(name, [])):
            places_of.append(at)
    return tuple(ProgrammeFact(name, 0, (), tuple(ats)) for name, ats in found.items())


def _inside(start: int, end: int, known: list[Offsets]) -> bool:
    index = bisect_right(known, (end, -1)) - 1
    return index >= 0 and known[index][1] > start
