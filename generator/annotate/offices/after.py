"""Offices that stand after their holder: 习近平|总书记; 王伟（某公司总经理）; 王宏伟是山西农业大学校长."""

from __future__ import annotations

import re

from msgspec.structs import replace

from generator.annotate.names.word_lists import surnames
from generator.annotate.offices.bodies import Bodies
from generator.annotate.offices.titles import Title, past, title_after, title_before
from generator.model.findings import Name, Office

_LINK = re.compile(
    "(?:今天|日前|近日|当天|已|也|将|还|又|曾|此前|后来|现|当时)?"
    "(?P<link>是|系|为|现任|担任|出任|兼任|转任|调任|升任|就任|接任|继任|连任|任|当选为?|被任命为|获任|受聘为?|被聘为|被选为|被推选为)"
)
_FORMER = re.compile("曾|原|此前|时任|当时|不|免去")
_NAMED_TO = re.compile("(?:任命|选举|推选|聘任|聘请|提名|推荐|决定|选)$")
_PHRASE = re.compile("[^，。；：！？“”（）()\n,;:!?]{2,40}")
_OPEN = re.compile("[（(]([^（）()\n]{2,40})[）)]")
_APPOSED = re.compile(
    "[，,]\\s?([^，。；：！？“”（）()\n,;:!?]{4,40})(?=[，。；,;]|$)", re.MULTILINE
)
_DONE = re.compile(
    "辞|免去|卸|自立|接替|取代|反对|推翻|击败|打败|拒绝|会见|拜访|任命|推举|加冕|废|杀|登基|即位|成为|击退|迎娶|嫁"
)
"""王伟，青河大学校长 tells an office; 王伟，提出辞去校长 and 王伟，自立为国王 do something."""
_FOLLOWS = re.compile("[^，。；、：！？）)\n,;:!?]")
_LEADS_ON = re.compile(
    "(?:[（(][^（）()]{1,6}[）)])?事务所|[（(]?[0-9一二三四五六七八九十]{1,3}(?:人|名|位)|军务|漕运|河道|(?:的|之)?(?:办公室|办公厅|秘书|助理|特使|夫人|令|团队|工作室|候选人|选举|职务|职位|一职|期间|任内|会议|府|任期)"
)


def offices_after(bodies: Bodies, person: Name, until: int) -> list[Office]:
    """Those after one person; `until`: where the next person begins."""
    text = bodies.text
    end = person.end
    if end >= len(text):
        return []
    title = title_after(text, end)
    if title is not None:
        if _LEADS_ON.match(text, title.end) and not text.startswith("的", title.end):
            return []
        if _is_of_another(text, person, title, until):
            return []
        return [Office((person.start, end), (title.start, title.end), None, person.shown)]
    mark = text[end]
    if mark in "（(":
        inside = _OPEN.match(text, end)
        return [] if inside is None else _held(bodies, person, *inside.span(1))
    if mark in "，,":
        apposed = _APPOSED.match(text, end)
        if apposed is None or apposed.end() >= until or _DONE.search(apposed[1]):
            return []
        return _held(bodies, person, *apposed.span(1))
    return _linked(bodies, person, until)


def _is_of_another(text: str, person: Name, title: Title, until: int) -> bool:
    """安条克|大公|博希蒙德, 阿尔扎赫|国王, 司马曜|皇后: a realm before its ruler, a ruler before his wife."""
    if title.end == until:
        return True
    word, name = text[title.start : title.end], text[person.start : person.end]
    if word in _OF_REALMS:
        return not _DOT.search(name) and not name.endswith("世")
    if word in _WIVES:
        return not _DOT.search(name)
    # 副领队：宋广礼教练员：…
    return text[title.end : title.end + 1] in ("：", ":") and text[person.start - 1] in "：:"


_DOT = re.compile("[·・•‧∙]")
_OF_REALMS = frozenset("国王 女王 大公 公爵 侯爵 伯爵 子爵 男爵 总督 酋长 可汗 首相".split())
_WIVES = frozenset("皇后 王后 太后 皇太后 王妃 贵妃".split())


def _linked(bodies: Bodies, person: Name, until: int) -> list[Office]:
    text = bodies.text
    link = _LINK.match(text, person.end)
    if link is None:
        return []
    if link["link"] == "为" and not _NAMED_TO.search(text, max(0, person.start - 3), person.start):
        return []
    phrase = _PHRASE.match(text, link.end())
    if phrase is None or phrase.end() > until:
        return []
    found = _held(bodies, person, link.end(), phrase.end())
    if _FORMER.search(link[0]):
        found = [Office(it.person, it.office, it.org, False) for it in found]
    return found


def _is_held_by_another(text: str, low: int, end: int) -> bool:
    return any(
        text[at] in surnames() and title_before(text, at) is not None
        for at in range(low + 2, end - 1)
    )


def _held(bodies: Bodies, person: Name, low: int, end: int) -> list[Office]:
    """The offices that a phrase ends in."""
    text = bodies.text
    found: list[Office] = []
    for _ in range(4):
        title = title_before(text, end)
        if title is None and not found:
            # 大学教授、博士生导师: what is no office is passed over; 市委常委、书记强卫 is somebody else.
            if _is_held_by_another(text, max(low, text.rfind("、", low, end)), end):
                break
            end = text.rfind("、", low, end)
            if end <= low:
                break
            continue
        if title is None or title.start < low:
            break
        if text[title.start - 1] == "的":
            # 研究院的院长: the body ends before the particle.
            held = bodies.held(replace(title, start=title.start - 1))
            start, org = title.start, held.org
        else:
            held = bodies.held(title)
            start, org = held.start, held.org
        first = min(start, org[0] if org else start)
        if start < low or (org and org[0] < low):
            break
        shown = person.shown and not past(text, first)
        found.append(Office((person.start, person.end), (start, end), org, shown))
        if first <= low or text[first - 1] not in "、兼":
            break
        end = first - 1
    found.reverse()
    return found
