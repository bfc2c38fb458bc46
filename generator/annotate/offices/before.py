"""Offices that stand before their holder: 中共中央总书记、国家主席习近平."""

from __future__ import annotations

from msgspec.structs import replace

from generator.annotate.offices.bodies import Bodies
from generator.annotate.offices.titles import past, title_before
from generator.model.findings import Name, Office, Offsets

_JOINED = frozenset("、兼及和")
_GENERATIONS = frozenset("末历前后数朝一二三四五六七八九十0123456789")
_MOST = 8
_INHERITED = {
    "部长": ("党组", "党委"),
    "局长": ("党组", "党委"),
    "主任": ("党组", "党委"),
    "院长": ("党委", "党组"),
    "校长": ("党委",),
    "董事长": ("党委", "党组"),
    "总经理": ("党委", "党组"),
    "行长": ("党委",),
    "省长": ("委",),
    "市长": ("委",),
    "县长": ("委",),
    "区长": ("委",),
    "州长": ("委",),
    "主席": ("委", "党组"),
    "总裁": (),
    "理事长": (),
}
"""财政部党组书记、部长: the second office is held in what the first's body belongs to."""


_OF_STATE = frozenset(("国务委员", "国家主席", "国家副主席", "元首", "总统", "总理", "副总理"))
"""Held in no body that another office names, and neither is what follows: 国务委员兼国防部长."""
_DEPUTY = frozenset(("", "常务", "执行", "第一", "高级", "代理", "候任"))
_MEMBER = frozenset("委员 常委 成员 理事 候补委员".split())
"""Says nothing without the body whose member it is."""
_SEATS = tuple(
    "国务院 政府 内阁 政治局 军委 中央委员会 书记处 议会 国会 议院 参议院 众议院 人大 政协".split()
)
"""Bodies of state that no minister's ministry is part of in name: 国务院副总理兼外交部长."""


def offices_before(bodies: Bodies, person: Name) -> list[Office]:
    """Those before one person, in order of their place."""
    text = bodies.text
    end = person.start
    if end and text[end - 1] in " \u3000":
        end -= 1
    if end and text[end - 1] in "）)":
        # 副校长（副院长）周明远: the other name of the same office.
        end = (
            max(
                text.rfind("（", end - 12 if end > 12 else 0, end),
                text.rfind("(", max(0, end - 12), end),
                0,
            )
            or end
        )
    found: list[Office] = []
    for _ in range(_MOST):
        title = title_before(text, end)
        if title is None:
            break
        held = bodies.held(title)
        if text[held.start] == "代" and text[held.start - 1 : held.start] in _GENERATIONS:
            # 末代|皇帝, 第2代|皇帝
            held = replace(held, start=held.start + 1, org=None)
        first = held.org[0] if held.org else held.start
        if found and held.org is None and bodies.is_person_end(held.start):
            # 钱一总书记和总理孙二: the office of who stands before it.
            break
        # A title that begins in the middle of a word is none: 反对|主席.
        shown = person.shown and not past(text, first)
        shown = shown and (held.org is not None or text[held.start : end] not in _MEMBER)
        found.append(Office((person.start, person.end), (held.start, end), held.org, shown))
        if first == 0 or text[first - 1] not in _JOINED:
            break
        end = first - 1
        if text[first - 1] == "及" and text[first - 2 : first] == "以及":
            end -= 1
    found.reverse()
    return _inherit(text, found)


def _inherit(text: str, offices: list[Office]) -> list[Office]:
    org: Offsets | None = None
    for at, it in enumerate(offices):
        title = text[it.office[0] : it.office[1]]
        if it.org is not None or title in _OF_STATE:
            org = it.org
            continue
        if org is None:
            continue
        if title.startswith(("党委", "党组", "党总支")):
            offices[at] = Office(it.person, it.office, org, it.shown)
            continue
        if title.endswith("部长") and _is_minister(text, title, org):
            continue
        for word, ends in _INHERITED.items():
            if title.endswith(word) and not title.startswith("国家"):
                start, end = org
                for one in ends:
                    if text.endswith(one, start, end) and end - start > len(one) + 1:
                        end -= len(one)
                        break
                offices[at] = Office(it.person, it.office, (start, end), it.shown)
                break
    return offices


def _is_minister(text: str, title: str, org: Offsets) -> bool:
    """外交部长 is of the 外交部, not of what the office before it is held in: 国务院, 政治局."""
    field = title.lstrip("前原代")[:-2].removesuffix("副")
    return field not in _DEPUTY and text.endswith(_SEATS, *org)
