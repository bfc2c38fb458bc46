"""Offices that stand after their holder: 习近平|总书记; 王伟（某公司总经理）; 王宏伟是山西农业大学校长."""

from __future__ import annotations

import re

from msgspec.structs import replace

from generator.annotate.offices.bodies import Bodies
from generator.annotate.offices.titles import past, title_after, title_before
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
_FOLLOWS = re.compile("[^，。；、：！？）)\n,;:!?]")
_LEADS_ON = re.compile(
    "(?:的|之)?(?:办公室|办公厅|秘书|助理|特使|夫人|令|团队|工作室|候选人|选举|职务|职位|一职|期间|任内|会议|府|任期)"
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
        return [Office((person.start, end), (title.start, title.end), None, person.shown)]
    mark = text[end]
    if mark in "（(":
        inside = _OPEN.match(text, end)
        return [] if inside is None else _held(bodies, person, *inside.span(1))
    if mark in "，,":
        apposed = _APPOSED.match(text, end)
        if apposed is None or apposed.end() >= until:
            return []
        return _held(bodies, person, *apposed.span(1))
    return _linked(bodies, person, until)


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


def _held(bodies: Bodies, person: Name, low: int, end: int) -> list[Office]:
    """The offices that a phrase ends in."""
    text = bodies.text
    found: list[Office] = []
    for _ in range(4):
        title = title_before(text, end)
        if title is None and not found:
            # 大学教授、博士生导师: what is no office is passed over.
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
