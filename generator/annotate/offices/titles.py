"""Words of office: where one ends, where one begins."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from generator.text.data import read_table

_KINDS = frozenset(("office", "rank"))
_MORE = (
    "国家主席 国家副主席 国务委员 外长 防长 财长 院长助理 常务副院长 首席执行官 首席技术官 支部书记 村支书 "
    "一级巡视员 二级巡视员 首席经济学家 关长 台长 庭长 首席分析师 国会主席 国会副主席"
).split()
_NONE = frozenset(
    (
        "主持人 主管 主播 同学 学生 代表 领导 领导人 干部 经理人 书记员 球员 队员 成员 翻译 摄影 评委 "
        "党员 员工 室主任 党主席 机构负责人 国家领导人 自治区主席"
    ).split()
)
"""What the table of offices has and no reader would call one, or is as often something else."""
_BODY_ENDS = tuple(
    "委 党组 支部 总支 部 中心 工会 局 处 会 厅 中国 院 政治局 军委 办公室 妇联".split()
)
"""党委书记 is the 书记 of a 党委: the body is not part of the title."""
_WHOLE = frozenset(
    (
        "国家主席",
        "国家副主席",
        "国会主席",
        "国会副主席",
        "国务委员",
        "部长助理",
        "局长助理",
        "院士委员",
        "会长",
        "部长",
    )
)
_PAST = ("前任", "原", "前", "时任", "曾任")
_OF_A_WORD = {
    "前": frozenset("目之以此日会战年天午眼当先提生赛史"),
    "原": frozenset("中草高太平还"),
    "代": frozenset("时现近当古年历世替取"),
}
"""Characters before a prefix that make it part of another word: 目前."""
_PAST_BODY = re.compile("原[省市县区]")
_PAST_PLACE = re.compile("(?:[以由、，及和与]|^)(?:原|时任)[一-鿿]{1,3}[省市区县旗州镇乡村]$")
"""以原城区|区委副书记靳长喜为首"""
_PAST_UNREAD = re.compile(
    "(?:[，。；：、（(\n \u3000]|\\A)(?:原(?![定本来先因料有始告被子油野文著作籍平阳州生种])"
    "|前(?![往来去面天年日期后者景进线沿哨门夜言方郭海卫几])|时任|曾任|已故)"
    "[^，。；：、（）()\n“”《》的了是0-9]{1,12}\\Z"
)
"""原海军|政委: a body that was not read as one. Not 原平市|市长."""
_BODY = 16
"""Characters of it, with what stands before it."""
_NOT_BEFORE = frozenset(
    ("老", "正", "总", "现任", "时任", "前任", "助理", "特约", "挂职", "专职", "兼职")
)
_ASSISTANT = "助理"
_NOT_AFTER = frozenset(
    "代表 指挥 助理 顾问 总指挥 主编 导演 编辑 翻译 领航 裁判 秘书 委员 常委 理事".split()
)
"""李强代表中国政府: after a name these are as often verbs, or begin another's office."""
_LONGEST = 9


class Title(Struct, frozen=True, gc=False):
    """A word of office at text[start:end]; `word` where its prefixes (副, 常务副) end."""

    start: int
    word: int
    end: int


@cache
def titles() -> frozenset[str]:
    """Words of office and rank without the body they are held in."""
    listed = {row[0] for row in read_table("offices.tsv") if row[1] in _KINDS}
    listed.update(_MORE)
    short = {it for it in listed if len(it) <= 4}
    kept = {
        word
        for word in listed
        if word in _WHOLE
        or not any(
            word[cut:] in short and word[:cut].endswith(_BODY_ENDS)
            for cut in range(1, len(word) - 1)
        )
    }
    return frozenset(
        it
        for it in kept - _NONE
        if not it.endswith("领导人") and not (it[0] in "前原代" and it[1:] in kept)
    )


@cache
def _lasts() -> frozenset[str]:
    return frozenset(word[-1] for word in titles())


@cache
def _firsts() -> frozenset[str]:
    return frozenset(word[:2] for word in titles())


@cache
def _prefixes() -> tuple[str, ...]:
    listed = {row[0] for row in read_table("offices.tsv") if row[1] == "prefix"} - _NOT_BEFORE
    return tuple(sorted(listed, key=lambda it: (-len(it), it)))


def title_before(text: str, end: int) -> Title | None:
    """The word of office that ends at `end`, with its prefixes."""
    if end < 2 or text[end - 1] not in _lasts():
        return None
    known = titles()
    for length in range(min(_LONGEST, end), 1, -1):
        if text[end - length : end] in known:
            word = end - length
            return Title(_with_prefixes(text, word), word, end)
    if text.endswith(_ASSISTANT, 0, end):
        of = title_before(text, end - len(_ASSISTANT))
        return of and Title(of.start, of.word, end)
    return None


def title_after(text: str, start: int) -> Title | None:
    """The word of office that begins at `start`: 习近平|总书记."""
    if text[start : start + 2] not in _firsts():
        return None
    known = titles()
    for length in range(_LONGEST, 1, -1):
        word = text[start : start + length]
        if word in known:
            return None if word in _NOT_AFTER else Title(start, start, start + len(word))
    return None


def _with_prefixes(text: str, start: int) -> int:
    for _ in range(3):
        before = text[max(0, start - 3) : start]
        if not before.endswith(_prefixes()):
            break
        prefix = next(it for it in _prefixes() if before.endswith(it))
        if text[start - len(prefix) - 1 : start - len(prefix)] in _OF_A_WORD.get(prefix, ()):
            break
        start -= len(prefix)
    if text.endswith(_ASSISTANT, 0, start) and title_before(text, start - len(_ASSISTANT)) is None:
        # 助理秘书长; but 省长助理 is an office of its own.
        start -= len(_ASSISTANT)
    return start


def past(text: str, start: int) -> bool:
    """Whether what begins at `start` is said to be over: 原, 时任 …"""
    for word in _PAST:
        if text.endswith(word, max(0, start - 2), start):
            return text[start - len(word) - 1 : start - len(word)] not in _OF_A_WORD.get(word, ())
    if text.endswith("当时的", max(0, start - 3), start) or _PAST_BODY.match(text, start):
        return True
    if _PAST_PLACE.search(text, max(0, start - 8), start):
        return True
    return _PAST_UNREAD.search(text, max(0, start - _BODY), start) is not None
