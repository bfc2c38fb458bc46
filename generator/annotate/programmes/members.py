"""A programme in its text -> its members, where the text lists just as many as it counts."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.annotate.prose import Prose
from generator.model.findings import Offsets, Programme
from generator.text.late import late

_LEAD = late(
    ".*(?:着力打造|打造|实施|推进|推动|建设|增强|做到|坚定|坚持|统筹|促进|围绕|聚焦|包括|形成|构建|开展|抓好|打好"
    "|落实|完成|组建|突出|加强|完善|覆盖|涵盖|实现|建立|进行|瞄准|紧扣|对|在|将|了|从|由|按照|重点)(?=..)"
)
_OPENING = late("[”’]?(?:[:：，,]?(?:即|就是|包括|分别是|分别为|具体为)[:：，,]?|[:：]|——|[（(])")
_JOINED = late("[、和及，；]([^、，。；：“”\n]{2,16})")
_ITEM_HEAD = late("[^、，。；：“”\n]{2,16}$")
_COUNTED = late("([一二三四五六七八九十])是")
_DIGITS = "零一二三四五六七八九十"
_AND = late("(?<=[一-鿿”]{2})(?:和|以及|及|与)(?=[一-鿿“]{2})")
_LONG, _PAIR = 3, 2
"""Items before the last two from which on 和 between these is no part of a name."""
_FAR = 300
"""Characters in which a list is looked for."""


def read_members(prose: Prose, programme: Programme) -> tuple[Offsets, ...]:
    """Those named beside it; empty unless they are exactly as many as it counts."""
    return (
        _listed_before(prose, programme)
        or _listed_after(prose, programme)
        or _numbered(prose, programme)
    )


def _sentence(prose: Prose, at: int) -> Offsets:
    index = bisect_right(prose.sentences, (at, len(prose.text) + 1)) - 1
    return prose.sentences[index] if index >= 0 else (at, at)


def _listed_before(prose: Prose, programme: Programme) -> tuple[Offsets, ...]:
    """打造产业发展、科技创新、社会治理“三个升级版”."""
    text, count = prose.text, programme.count
    begin = max(_sentence(prose, programme.start)[0], programme.start - _FAR)
    end = programme.start
    if text[end - 1 : end] in ("“", "‘"):
        end -= 1
    if text[end - 1 : end] in ("等", "这"):
        end -= 1
    piece = re.split("[，；：。！？,;:（）()]", text[begin:end])[-1]
    joined = re.split("、|以及|(?<=[一-鿿”])(?:和|及|与)(?=[一-鿿“])", piece) if count < 4 else None
    items = piece.split("、")
    if len(items) == count - 1 >= _LONG and len(two := _AND().split(items[-1])) == _PAIR:
        items[-1:] = two
    if len(items) != count:
        items = joined if joined and len(joined) == count and "、" in piece else []
    if len(items) != count or count < 2 or not all(1 < len(item) < 20 for item in items[1:]):
        return ()
    first = _first_item(items)
    if not first or not all(map(_is_thing, (first, *items[1:]))):
        return ()
    word = text[programme.end - 1]
    if programme.end - programme.start < 4 and not all(word in item for item in items):
        return ()
    found, at = [], end - len(piece) + len(items[0]) - len(first)
    for item in [first, *items[1:]]:
        at = text.index(item, at)
        found.append(_unquoted(text, at, at + len(item)))
        at += len(item)
    return tuple(found) if at == end else ()


_VERB = late(
    "(?:深入|大力|着力|统筹|坚决)?(?:促进|推进|推动|坚持|做到|增强|坚定|实施|打造|落实|加强|建设|发展|形成)"
)


def _is_thing(item: str) -> bool:
    """No verb that is left over, no half of a quotation, not 以…为内容的."""
    whole = item.count("“") == item.count("”") and item[-1] != "的"
    return whole and _VERB().fullmatch(item) is None


def _first_item(items: list[str]) -> str:
    """Without the verb before the list: as long as all others, if they are of one length."""
    first, lengths = items[0], {len(item) for item in items[1:]}
    if len(lengths) == 1:
        length = min(lengths)
        if len(first) >= length > 1 and first[-length:].count("“") == first[-length:].count("”"):
            return first[-length:]
    lead = _LEAD().match(first)
    rest = first[lead.end() :] if lead else first
    return rest if 1 < len(rest) <= 2 * max(map(len, items[1:])) else ""


def _listed_after(prose: Prose, programme: Programme) -> tuple[Offsets, ...]:
    """三大基地（水稻、蔬菜、水果）; “三个坚持”：坚持……；坚持……；坚持……。"""
    text, count = prose.text, programme.count
    opening = _OPENING().match(text, programme.end)
    if opening is None or count < 2:
        return ()
    begin = opening.end()
    end = min(_sentence(prose, programme.start)[1], begin + 2 * _FAR)
    if opening[0][-1] in "（(":
        close = re.compile("[）)]").search(text, begin, end)
        end = close.start() if close else begin
    piece = text[begin:end].rstrip("。！？”’")
    for mark in "；;、":
        items = piece.split(mark)
        if len(items) == 1:
            continue
        if len(items) != count or _COUNTED().match(items[0]):
            return ()
        if mark == "、" and (re.search("[，,]", piece) or "等" in items[-1][-3:]):
            return ()
        found, at = [], begin
        if not any("，" in item for item in items[:-1]):
            # …；美洲的巴西，以吸引更多游客: what follows the list is no part of its last item.
            items[-1] = items[-1].partition("，")[0]
        for item in items:
            found.append(_unquoted(text, at, at + len(item)))
            at += len(item) + 1
        return tuple(found) if all(1 < high - low < 120 for low, high in found) else ()
    return ()


def _numbered(prose: Prose, programme: Programme) -> tuple[Offsets, ...]:
    """一是……；二是……；三是……, right behind the name, up to its count and no further."""
    text = prose.text
    line = text.find("\n", programme.end)
    end = min(programme.end + 4 * _FAR, line if line >= 0 else len(text))
    found: list[Offsets] = []
    expected = 1
    for match in _COUNTED().finditer(text, programme.end, end):
        if (
            expected > 10
            or match[1] != _DIGITS[expected]
            or text[match.start() - 1] not in "，：；。:;,"
        ):
            continue
        if expected == 1 and match.start() - programme.end > 60:
            return ()
        close = re.compile("[；。;\n]").search(text, match.end())
        stop = close.start() if close else len(text)
        found.append((match.end(), stop))
        expected += 1
    fits = len(found) == programme.count and all(low < high for low, high in found)
    return tuple(found) if fits else ()


def read_same_head(prose: Prose, programme: Programme) -> tuple[Offsets, ...]:
    """七大攻坚提升行动, and anywhere seven names side by side that end with 攻坚提升行动."""
    text, count = prose.text, programme.count
    name = text[programme.start + 2 : programme.end].lstrip("”")
    if len(name) < 2 or count < 3 or text[programme.start + 1] not in "大个":
        return ()
    chain: list[Offsets] = []
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        joined = _JOINED().fullmatch(text, chain[-1][1], at) if chain else None
        if joined is None:
            if len(chain) == count:
                break
            begin = _ITEM_HEAD().search(text, max(0, at - 18), at)
            chain = [(begin.start(), end)] if begin else []
        else:
            chain.append((joined.start(1), end))
        at = text.find(name, end)
    if len(chain) != count:
        return ()
    items = [text[low:high] for low, high in chain]
    lengths = {len(item) for item in items[1:]}
    first = items[0][-lengths.pop() :] if len(lengths) == 1 else ""
    first = first or _first_of_chain(items, len(name))
    return ((chain[0][1] - len(first), chain[0][1]), *chain[1:])


def _first_of_chain(items: list[str], tail: int) -> str:
    """聚力实施产业转型升级攻坚提升行动: without 聚力实施."""
    first = items[0]
    lead = _LEAD_VERB().match(first[: len(first) - tail])
    return first[lead.end() :] if lead and len(first) - lead.end() > tail else first


_LEAD_VERB = late(
    ".*?(?:将聚力实施|聚力实施|深入实施|实施|开展|推进|打好|抓好|启动|打造|建设(?!攻坚)|落实|包括)"
)


def _unquoted(text: str, low: int, high: int) -> Offsets:
    if text[low] in "“‘" and text[high - 1] in "”’":
        return low + 1, high - 1
    return low, high
