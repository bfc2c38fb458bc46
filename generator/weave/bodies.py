"""A body as a text names it -> what tells whether two people of one name are of one place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from generator.annotate.names.gazetteer import entries
from generator.weave.naming import is_relative, official

CENTRE = "中央"
"""The root of all bodies at the head of party and state."""

_CENTRAL = re.compile(
    "中共中央|中国共产党(?:中央|$)|(?:中华人民共和国)?国务院$|(?:中华人民共和国)?全国(?:人民代表大会|人大|政协)|"
    "中国人民政治协商会议|中央(?:军委|军事委员会|政治局|书记处|委员会|纪委|纪律检查委员会)|"
    "中华人民共和国(?:主席|中央军事委员会|$)|国家(?:监察委员会|监委)|最高人民|中国$"
)
_LOCAL = re.compile(
    "(?:中共|中国共产党)?(?P<place>.+?(?:省|市|县|区|州|盟|旗|镇|乡|街道|村|社区))"
    "(?:党?委(?:员会)?|人民政府|政府|人大(?:常委会)?|人民代表大会(?:常务委员会)?|政协(?:委员会)?|"
    "纪委(?:监委)?|纪律检查委员会|监委|监察委员会|党?工委|管委会|管理委员会|党?[总支]*支部(?:委员会)?|[村居]委会|办事处)"
)
_WITHIN = re.compile(
    "(?<=..)(?:党委|党组|党总支|党支部|董事会|理事会|监事会|纪委|工会|团委|党工委)\\Z"
)
_OFFICE = re.compile("(?:中共中央|中央(?!电视|广播|音乐|美术|戏剧)|全国(?:人大|政协|人民)|国务院)")


@lru_cache(20_000)
def body_root(body: str) -> str:
    """浑源县委, 浑源县人大常委会 -> 浑源县; 山西农业大学党委 -> 山西农业大学; empty: tells nothing."""
    if not body or is_relative(body):
        return ""
    body = official("ORG", body)
    body = official("LOC", body)
    if _CENTRAL.match(body):
        return CENTRE
    local = _LOCAL.fullmatch(body)
    if local is not None:
        return _innermost(local["place"])
    body = _WITHIN.sub("", body)
    entry = entries().get(body)
    if entry is not None and entry.kind == "LOC":
        return official("LOC", body)
    return _innermost(body)


def office_root(office: str) -> str:
    """The root of an office that names its body itself: 全国政协副主席."""
    return CENTRE if _OFFICE.match(office) else ""


def _innermost(place: str) -> str:
    """山西省大同市浑源县 -> 浑源县."""
    known = entries()
    for size in range(2, min(10, len(place) - 1)):
        head, rest = known.get(place[:size]), known.get(place[size:])
        if head is not None and rest is not None and head.kind == rest.kind == "LOC":
            return _innermost(place[size:])
    return official("LOC", place)


def within(one: str, other: str) -> bool:
    """Whether one body is part of the other: 山西农业大学社会服务部 of 山西农业大学."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and _HOUSE.search(short) is not None


_HOUSE = re.compile(
    "(?:大学|学院|学校|中学|小学|医院|公司|集团|银行|厅|局|厂|报社|出版社|电视台|研究院|研究所)\\Z"
)

_HIGH = frozenset(
    ("country", "province", "party", "state", "ministry", "agency", "former", "army", "mass", "court",
     "organisation", "region")
)  # fmt: skip


def is_high(root: str) -> bool:
    """Whether it is of the state or a province, where people of one name are one."""
    entry = entries().get(root)
    return root == CENTRE or (entry is not None and entry.sort in _HIGH)


_NEAR_HOME = re.compile("[县旗镇乡村]|街道|社区|(?<![治特政])区")


def is_near_home(root: str) -> bool:
    """Whether it is of a county or below: who is known all over the country is known for more."""
    return _NEAR_HOME.search(root) is not None


_PERSON = re.compile("(?P<name>[^（()）]+)[（(](?P<body>.+)[）)]")


def person_and_body(text: str) -> tuple[str, str] | None:
    """李卫祥（山西农业大学） -> the two parts; None for what is no such thing."""
    found = _PERSON.fullmatch(text)
    return (found["name"], found["body"]) if found is not None else None


def people_apart(
    groups: Iterable[frozenset[str]], root: Callable[[str], str] = body_root
) -> dict[str, list[frozenset[str]]]:
    """Name -> groups of roots of bodies whose people of that name are not the same."""
    found: dict[str, list[frozenset[str]]] = {}
    for group in groups:
        by: dict[str, set[str]] = {}
        for name, body in filter(None, map(person_and_body, group)):
            by.setdefault(name, set()).add(root(body))
        for name, roots in by.items():
            if len(roots) > 1:
                found.setdefault(name, []).append(frozenset(roots))
    return found
