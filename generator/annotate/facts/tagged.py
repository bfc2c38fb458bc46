"""A run of words, tagged -> the part of it that names something, or nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.annotate.facts.words import words
from generator.text.segment import tag

_NAMING = frozenset("n nz vn j l ng nt ns nr an i s eng nrt nrfg x k".split(" "))
_BAD = frozenset("r p y uv ul uz ug ud o e t tg uj".split(" "))
_ODD_START = frozenset("d c f u zg k ad".split(" "))
_NEVER_FIRST = frozenset("d c f u".split(" "))
_PLACES = frozenset("ns s f".split(" "))
_NO_THING = frozenset(words("no_thing"))
_STILL = frozenset(words("still"))
_VERB_NOUNS = words("verb_noun")
_ENDS = frozenset(words("ends"))
_MEASURING = "率额量数值度价费"
"""Characters that end a measure, whatever the tagger makes of it."""
_ATTRIBUTES = ("重点", "总量", "数量", "规模", "保有量", "总额", "销量", "产值")
"""Of what is counted, and not what is counted."""
_NO_ENDS = ("方面", "等", "地区", "全国", "全省", "全市", "时间里", "基础上")
_ADVERBS = frozenset(
    "共同 均 都 皆 全部 全都 或 或者 先后 分别 相继 已 已经 正 正在 将 共 也 还 仍 逐步 陆续 各自 一起 联合".split(
        " "
    )
)
_VERB_AFTER = ("了", "为", "过", "成")
_NO_VERB_AFTER = ("了解", "为了", "过去", "过程", "成功", "成立", "成果", "成员", "成本", "成为")
_NOUNS = frozenset(("元首", "假日", "假期", "节日"))
"""The tagger takes them for words of time."""
_TORN = frozenset(("t", "b", "zg"))
"""Kinds of a word that ends no name and that nothing is told by: what stands before it is half a name."""
_NOTE = re.compile("^（[^）]*）")
_DEEDS = (
    "顺利完成",
    "全面完成",
    "圆满完成",
    "基本完成",
    "全面实现",
    "顺利实现",
    "大力推进",
    "积极推进",
)
_MOST = 24
_READ = 40


@lru_cache(maxsize=4096)
def name_in(run: str, kept: int = 0) -> str:
    """The part, up to the end, that names something; `kept`: so much of it is a verb that belongs to it."""
    if run.endswith("占比") and len(run) > len("占比") + 1:
        # The tagger reads a verb and a preposition.
        found = name_in(run[:-2], kept)
        return found + "占比" if found else ""
    if run in _STILL:
        return run
    if not 2 <= len(run) <= _READ or len(run) == kept:
        return ""
    tokens = list(tag(run))
    if run.endswith(_NO_ENDS):
        return ""
    last, kind = tokens[-1]
    if kind not in _NAMING and not last.endswith(_VERB_NOUNS) and run[-1] not in _MEASURING:
        return ""
    start, first = _first(tokens, kept)
    if start and run[start - 1] == "最":
        start -= 1
    if len(tokens) == 1 and kind == "v":
        return ""
    run = _NOTE.sub("", run[start:]).rstrip("、")
    if (
        not 2 <= len(run) <= _MOST
        or run in _NO_THING
        or run[kept:] in _NO_THING
        or not _balanced(run)
    ):
        return ""
    if start >= kept and any(
        kind == "v" and len(word) == 1 and word not in "占设建" for word, kind in tokens[first:-1]
    ):
        return ""
    return "" if _is_place(tokens[first:], kept) else run


def _first(tokens: list[tuple[str, str]], kept: int) -> tuple[int, int]:
    """Offset and index of the token the name begins with."""
    start, at, first = 0, 0, 0
    for index, (word, kind) in enumerate(tokens):
        at += len(word)
        if at > kept and kind in _BAD and word != "的":
            start, first = at, index + 1
    while first < len(tokens) and start >= kept and tokens[first][1] in _ODD_START:
        start += len(tokens[first][0])
        first += 1
    return start, first


def _is_place(tokens: list[tuple[str, str]], kept: int) -> bool:
    at = 0
    for word, kind in tokens:
        at += len(word)
        if at > kept and kind not in _PLACES:
            return False
    return True


def _balanced(run: str) -> bool:
    return all(run.count(one) == run.count(other) for one, other in ("（）", "“”", "()", "《》"))


@lru_cache(maxsize=4096)
def counted(run: str, most: int = 0, *, deed: bool = False) -> str:
    """What is named behind an amount: 专项经费 of 专项经费实施项目.

    `most`: known to end there at the latest; `deed`: what is counted is done (七次集群打击).
    """
    tokens, length = _leading(run, most)
    whole = deed and most > 0 and length <= most
    after = sum(len(word) for word, _ in tokens)
    if tokens and run.startswith(_VERB_AFTER, after) and not run.startswith(_NO_VERB_AFTER, after):
        # 四名球员戏称为: what the tagger takes for a noun is a verb.
        tokens.pop()
    while tokens and not _may_end(*tokens[-1], whole=whole):
        if tokens.pop()[1] in _TORN:
            return ""
    if not tokens or (len(tokens) == 1 and tokens[0][1] in ("v", "vd") and not whole):
        return ""
    found = "".join(word for word, _ in tokens).rstrip("、")
    if found.endswith(_ATTRIBUTES) or tokens[0][1] in _NEVER_FIRST or len(found) < len("企业"):
        return ""
    return found if (found not in _NO_THING or found in _STILL) and _balanced(found) else ""


def _leading(run: str, most: int) -> tuple[list[tuple[str, str]], int]:
    """Tokens up to one that ends a name, and where that is."""
    tokens: list[tuple[str, str]] = []
    length = 0
    tagged = list(tag(run))
    for index, (word, kind) in enumerate(tagged):
        length += len(word)
        kind = "n" if word in _NOUNS else kind
        of = tagged[index + 1 : index + 2] == [("的", "uj")]
        if kind == "v" and len(word) == 1 and tokens and (of or tokens[0][1] == "v"):
            # 大宝令的编写者, 加盖阿森松字样的邮票: half a name would be left.
            return [], length
        if tokens and len(word) > 1 and (kind in ("ad", "d") or word.endswith(_DEEDS)):
            break
        if kind in _BAD or (most and length > most) or (kind == "f" and len(word) == 1):
            break
        if tokens and (word in _ADVERBS or word.endswith(("著", "着"))):
            # 高校共同启动
            break
        if (kind == "v" and tokens and _ends_name(word, known=most > 0)) or word in _ENDS:
            break
        tokens.append((word, kind))
    return tokens, length


def _may_end(word: str, kind: str, *, whole: bool) -> bool:
    done = whole and kind == "v" and len(word) > 1
    return kind in _NAMING or word.endswith(_VERB_NOUNS) or done


def _ends_name(word: str, *, known: bool) -> bool:
    if len(word) == 1:
        return word not in "占设输"
    return not known and not word.endswith(_VERB_NOUNS)
