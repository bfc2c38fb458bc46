"""Lines -> units: what is compared instead of the line, and what a line is by its form alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from generator.restore.lines import Line
from generator.restore.solution import LineKind
from generator.text.data import read_table

_WIDE = str.maketrans(",:;?!()", "，：；？！（）")
_OPENING = "“‘（《【「『〔"
_CLOSING = "”’）》】」』〕"
_TERMINAL = frozenset("。！？…")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which no segmenter takes."""
_TRAILING = "”’）》】」』〕\"' \t\u3000"
LONGEST = 4000
"""Characters of a line the solver looks at, half at each end: a line of a megabyte is compared by these."""

_NAME = re.compile(
    r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,6}·[\u3400-\u9fff·]{1,12}|[\u3400-\u9fff] [\u3400-\u9fff]"
)
_ROLE = re.compile(
    r"(本报|本刊|本社|本网|新华社|人民网|新华网|中新社|央视|光明网)?(特约|特派|驻[\u4e00-\u9fff]{1,8}?|实习|见习|全媒体|首席|报道组|融媒体|摄影)*"
    r"(记者|通讯员|评论员|特派员|撰稿人|撰稿|编辑|编译|作者|摄影|文图|图文|撰文|供稿|报道)"
)
_BYLINE_MARK = re.compile(r"^[◎●■□◆▲△★☆※○⊙▶►\-—|｜/\s]+")
_BYLINE_PLAIN = re.compile(
    r"^[（(]?(本报|本刊|新华社|作者|记者|通讯员|实习记者|见习记者|特约|文[/／]|图[/／]|撰文|□|◎)"
)
_JUMP = re.compile(
    r"^[（(【\[▶►>》→\s]*(紧接|上接|续接|下转|转|接|详见|相关报道见|更多报道见|报道见)\s*第?\s*[A-Za-zＡ-Ｚ]?\s*"
    r"[0-9０-９一二三四五六七八九十百零〇]+\s*[版页]?.{0,16}$"
)
_CREDIT = re.compile(
    r"^[（(\[【]\s*(据|综合|本报|本刊|新华|中新|人民|央视|光明|经济日报|原载|来源|转自|摘自|稿件来源|[\u4e00-\u9fff]{2,8}(社|报|网))[^。]{0,36}[）)\]】]$"
    r"|^(新华社|中新社|人民网|本报)[\u4e00-\u9fff]{0,8}[0-9]{1,2}月[0-9]{1,2}日[电讯]$"
)
_LABELS = frozenset(
    "要闻 评论 国际 体育 综合 理论 时评 社论 短评 简讯 今日谈 图片新闻 地方动态 人民论坛 经济 "
    "文化 教育 科技 法治 生态 视点 聚焦 深度 调查 特稿 专题 观察 热点 导读 副刊 广告 公告 读者来信 "
    "一线 人物 新闻 国内 社会 民生 时政 本报讯 编者按".split()
)


class Unit(Struct, frozen=True):
    """One line that is not blank."""

    number: int
    text: str
    """Normalised for comparing: full-width punctuation, simplified characters, outer blanks gone."""
    closed: bool
    """It ends where a sentence ends."""
    form: LineKind | None
    """byline, jump, credit or label where the form alone says so."""
    unopened: int
    """Closing quotes and brackets without a partner in the line."""
    unclosed: int


def read_units(lines: Sequence[Line]) -> tuple[Unit, ...]:
    """Units of all lines that hold text."""
    return tuple(_unit(line) for line in lines if line.text.strip())


def normalise(text: str) -> str:
    """For comparing only: same length as the stripped text, up to `LONGEST` characters."""
    text = text.strip()
    if len(text) > LONGEST:
        text = text[: LONGEST // 2] + text[-LONGEST // 2 :]
    return _SURROGATE.sub("\ufffd", text.translate(_WIDE).translate(_simplified()))


def is_closed(text: str) -> bool:
    """Whether a sentence ends at the end of the text."""
    bare = text.rstrip(_TRAILING)
    return bool(bare) and bare[-1] in _TERMINAL


def balance(text: str) -> tuple[int, int]:
    """(closing marks without an opening one, opening marks without a closing one)."""
    open_marks: list[int] = []
    unopened = 0
    for character in text:
        if character in _OPENING:
            open_marks.append(_OPENING.index(character))
        elif character in _CLOSING:
            mark = _CLOSING.index(character)
            if mark in open_marks:
                while open_marks.pop() != mark:
                    pass
            else:
                unopened += 1
    return unopened, len(open_marks)


def _unit(line: Line) -> Unit:
    text = normalise(line.text)
    unopened, unclosed = balance(text)
    return Unit(
        line.number, text, is_closed(text), _form(line.text.strip(), text), unopened, unclosed
    )


def _form(printed: str, text: str) -> LineKind | None:
    if len(text) > 60:
        return None
    if _JUMP.match(printed):
        return "jump"
    if _is_byline(text):
        return "byline"
    if _CREDIT.match(text):
        return "credit"
    if text in _LABELS:
        return "label"
    return None


def _is_byline(text: str) -> bool:
    """Roles and personal names, nothing else: ◎本报记者 雍黎 通讯员; 记者王五 通讯员 赵六."""
    marked = _BYLINE_MARK.match(text)
    if not marked and not _BYLINE_PLAIN.match(text):
        return False
    rest = _BYLINE_MARK.sub("", text).strip("（）() ")
    without = _ROLE.sub(" ", rest)
    if without == rest and not marked:
        return False
    if re.search(r"[，。：；！？“”《》0-9]", without.replace("：", " ", 1)):
        return False
    tokens = (
        without.replace("：", " ").replace("、", " ").replace("/", " ").replace("／", " ").split()
    )
    if without == rest and not tokens:
        return False
    names = sum(_NAME.fullmatch(it) is not None or len(it) == 1 for it in tokens)
    if names < len(tokens):
        return False
    if without == rest or not _apart(rest):
        # Without a role, or run together with it, only known surnames make a name of the rest.
        return bool(tokens) and all(it[0] in _family_names() for it in tokens)
    return True


def _apart(text: str) -> bool:
    """Whether names stand apart from the roles by a blank, or there are none."""
    return " " in text or "\u3000" in text or not _ROLE.sub("", text)


@cache
def _family_names() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("family_names.tsv"))


@cache
def _simplified() -> dict[int, str]:
    return {ord(row[0]): row[1] for row in read_table("simplified.tsv")}
