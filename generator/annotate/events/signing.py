"""签约, 签署, 落户, 入驻: who with whom, what, where to."""

from __future__ import annotations

import re

from generator.annotate.events.clause import Left, actors
from generator.annotate.events.masks import BODY, FILL, PLACE
from generator.annotate.events.objects import is_generic, object_after
from generator.annotate.events.told import Before, Span, Told, Verb, doers, is_half

_MOVER = re.compile(
    "(?:项目|公司|总部|企业|中心|研究院|基地|集团|实验室|平台|产业园|园区|科技|股份|汽车)\\Z"
)
_COUNTED = re.compile(
    "[0-9一二两三四五六七八九十百千多几数]|这|该|本|其|此|我|他|她|它|各|一批|一些|更多|众多|全球|国内"
)
_SPLIT = re.compile("[、，,]|和|与|同|及|以及")
_BUILD = re.compile("(?:合作|携手|联合)?(?:共建|建设)")
_TARGET = re.compile(f"(?:在|于|了)?(?P<name>[{BODY}{PLACE}]{FILL}*+)")
_ENDS = re.compile("[^的，]{0,14}\\Z")


def signed(text: str, masked: str, verb: Verb, left: Left, before: Before) -> Told | None:
    """A与B签署协议; A与B签约; 项目签约落户新区."""
    who = tuple(sorted({*doers(masked, left, before), *_movers(text, masked, left)}))
    if verb.word == "签约" and not text[verb.end : verb.right].strip():
        return Told(who, None, left.place, shown=True) if who else None
    if verb.word == "签约落户":
        place = _target(masked, verb)
        return Told((*who, place), None, place, shown=True) if who and place else None
    build = _BUILD.match(text, verb.end, verb.right) if verb.word == "签约" else None
    if build:
        what = object_after(text, masked, (build.end(), verb.right), "found")
        return Told(who, what, left.place, shown=True) if len(who) > 1 else None
    what = object_after(text, masked, (verb.end, verb.right), "sign")
    if what is None:
        return None
    placed = before.dated or left.place is not None
    sure = bool(who) or (placed and not is_generic(text[what[0] : what[1]]))
    return Told(who, what, left.place, sure and not is_half(masked, left, before))


def moved(text: str, masked: str, verb: Verb, left: Left) -> Told | None:
    """项目入驻新区, 总部落户上海."""
    place = _target(masked, verb)
    if place is None or not _ENDS.match(masked, place[1], verb.right):
        return None
    movers = tuple(sorted({*actors(masked, left.start, left.end), *_movers(text, masked, left)}))
    return Told((*movers, place), None, place, bool(movers))


def _target(masked: str, verb: Verb) -> Span | None:
    match = _TARGET.match(masked, verb.end, verb.right)
    return match.span("name") if match else None


def _movers(text: str, masked: str, left: Left) -> list[Span]:
    """Projects and companies that are no known names, each alone between what joins: 海川新能源汽车升级项目."""
    found: list[Span] = []
    start = left.start
    cuts = [it.span() for it in _SPLIT.finditer(masked, left.start, left.end)]
    for end, after in (*cuts, (left.end, left.end)):
        words = text[start:end]
        if (
            4 <= end - start <= 24
            and masked[end - 1] != FILL
            and _MOVER.search(words)
            and not _COUNTED.match(words)
            and "的" not in words
        ):
            found.append((start, end))
        start = after
    return found
