"""The name of what an amount is of -> the noun phrase in it, or nothing.

A name read off a clause may run into its predicate: 官兵参加了此次代号为, 全县共发电. What marks a predicate
is of a closed kind: an aspect (了), an adverb (共, 就), a verb with its complement (收到, 列为).
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.annotate.facts.beside import Beside, stands_behind, unnamed
from generator.annotate.facts.measures import usual_name
from generator.annotate.facts.wording import Measured
from generator.text.segment import tag

_ASPECTS = frozenset("ul ug uv uz".split(" "))
_ADVERBS = frozenset("共 已 已经 就 还 则 却 又 再 仍 曾 曾一度 正 可能 只能 无偿".split(" "))
_PREDICATES = _ADVERBS | frozenset(
    "均 都 也 将 未 不 没有 先后 相继 陆续 分别 因此 主动 积极 愉快 如期 无法 颇 全部 是 纷纷 通过".split(
        " "
    )
)
_WORDS = tuple(
    "再就业 再生 再保险 再贷款 再贴现 再融资 再投资 户均 人均 还林 还草 还款 还贷 还本 还建".split(
        " "
    )
)
"""The tagger takes them apart."""
_COMPLEMENT = re.compile(
    "[一-鿿](?:到|成|为|给|回|往|向)$|[建拿捐送搬开派披](?:起|上|出|进|在|赴)$"
)
_NOUNS = frozenset(
    "行为 作为 人为 构成 组成 合成 集成 养成 收成 现成 速成 提成 分成 导向 走向 动向 倾向 方向".split(
        " "
    )
)
_HALF = re.compile("[一二三四五六七八九十特][等级]")
_MEASURING = "率度额量值价数"
_OF = re.compile("的[一-鿿]{2}")
_EACH = ("每个", "每户", "每名", "每家", "每位")
"""平均每个村委会有3.2人"""
_FOR = ("为", "向", "给")
"""为国家|输送大学生100名"""
_RUNS_ON = re.compile(
    "(?<=企业)(?:效益|职工).*|(?<=干部)驻.*|(?<=职工|官兵|农民|群众|干部)(?:下乡|奔赴|进村).*|^方面.*|^问题的?[一-鿿].*"
)
"""Behind what is counted: 469户企业|效益突出, 1.8万名干部|驻村."""
_ACTS = re.compile(
    "(?<=[者员师生民众工士手家兵户商业校院厂司团队])(?:(?:参加|参与|接受|开展|从事|进行)[一-鿿]{2,}|倒闭|破产)$"
    "|(?<=[一-鿿]{2})(?:列为|作为|转变为|转为|变为|变成|评为|定为)[一-鿿]{2,}$"
)
"""教师|参加研究, told to the end of the clause."""
_LEADING = ("组织", "安排", "动员", "吸引", "带动", "帮助", "选派")
_TIED_TO = re.compile(
    "[一-鿿](?:(?<!参)与|(?<![共相不会如连随协合等])同|跟|(?<![温总饱缓亲共平祥中柔随暖])和)$"
)
"""我国与|美国直接贸易额: half of what it is between or of."""
_AS_FAR_AS = re.compile("[一-鿿]{2}[至到]$")
"""北京至|包头列车"""
_BOTH = re.compile("[和与、]")
_PAIRED = re.compile("[和、][0-9.]+[%％]")
_CLOSES = re.compile("[，。；！？：\n]|$")
_RECKONED = re.compile("(?:据?初步)?(?:测算|统计|估算|核算)$")
_NOMINAL = frozenset("n nz vn j l ng nt ns nr an b s eng nrt i".split(" "))
_PERSON = "人者户员"
_LEAST, _IDIOM = 2, 4


def phrased(found: Measured, at: Beside, named_to: int) -> Measured:
    """`found` as a noun phrase, where no table knows it."""
    name = found.measure
    if not name or usual_name(name, change=False):
        return found
    behind = stands_behind(name, at.text, at.it.end)
    if behind < 0 and not named_to:
        phrase = _before(name)
    elif behind < 0:
        phrase = name
    else:
        phrase = _behind(
            name,
            at.text,
            behind + len(name),
            share=at.kind == "share",
            led=at.gap.endswith(_LEADING),
        )
        if at.it.unit == "次" and _HALF.match(at.text, behind + len(name)):
            # 两次荣立个人|三等功
            phrase = ""
    owned = at.kind == "share" and behind < 0 and not (at.tied or found.change or "占" in name)
    owned = owned and at.gap.endswith(name) and name[-1] not in _MEASURING
    if owned and _OF.match(at.text, at.it.end):
        # 东南亚国家50%的旅游者: of these, and not of the countries.
        phrase = ""
    both = at.kind == "share" and _BOTH.search(name) and _PAIRED.match(at.text, at.it.end)
    # 销售收入和利税增长110%和58%: of the first alone.
    lead, _, rest = at.gap.partition(name) if behind < 0 and name in at.gap else ("", "", "")
    if lead.endswith(_FOR):
        phrase = _given(phrase)
    # 调整了近50%的商品
    half = _TIED_TO.search(lead) or (
        _AS_FAR_AS.search(lead) and (_is_place(name, 0) or _is_place(lead[:-1], -1))
    )
    done = at.kind == "share" and rest.startswith("了") and _OF.match(at.text, at.it.end)
    each = lead.endswith(_EACH) and rest == "有"
    phrase = "" if both or half or done or each or _is_talk(phrase) else phrase
    if phrase == name:
        return found
    return found._replace(measure=phrase, words=phrase) if phrase else unnamed(found)


def _is_place(words: str, index: int) -> bool:
    return list(tag(words))[index][1] == "ns"


def _is_talk(name: str) -> bool:
    """您家的电费多少钱, 警车列队行驶时: of somebody, or of a moment, and of nothing that goes by a name."""
    return _TALK.search(name) is not None


_TALK = re.compile(
    "(?<!符合)(?<!合理化)(?:建议|提议|要求|请求|申请(?![人书者表材])|拒绝|打算|原定)(?=[一-鿿]{2})(?![一-鿿]*(?:的|[率度额量值价数]$))"
    "|^(?:[环周漫遨]游|[走游跑]遍)(?:世界|全球|全国|各国)|(?<!其)[你您他她](?!们)|我们|多少|^像|(?<![小同临及工计])时$|(?<![以之])上$|以及[“《]|^平均?每[一-鿿]{1,3}$|^[一-鿿]{2}（|^约合$"
)
_SCRAPS = frozenset("计 事 类 铢 曾 前 据说".split(" "))
"""What is left of 共计, 从事, 这类 at its beginning."""
_EACH_ONE = re.compile("(?:村村|县县|户户|人人|家家|乡乡|处处|个个)+$")
_FROM = re.compile("(?<=[率额量数值价度])[从由](?=[一-鿿]{2})")


def _behind(name: str, text: str, end: int, *, share: bool, led: bool) -> str:
    """A name behind its amount, which ends at `end` of the text; `share`: of a percentage; `led`: they
    are made to do what is told (组织300家企业参加测试).

    A clause that is told to its end says what the amount is of, if at length: 贫困母亲得到救助.
    """
    name = _EACH_ONE.sub("", name)
    if _RUNS_ON.search(name):
        return _RUNS_ON.sub("", name)
    if _CLOSES.match(text, end):
        return "" if name.endswith("影响") else name if led else _ACTS.sub("", name)
    head = _subject(name)
    if head == name:
        # 企业职工的生产、生活问题
        return "" if text[end : end + 1] == "、" and "的" in name else name
    return "" if share or usual_name(head, change=False) else head


@lru_cache(maxsize=4096)
def _subject(name: str) -> str:
    tokens = list(tag(name))
    at = 0
    for index, (word, kind) in enumerate(tokens):
        last = index == len(tokens) - 1
        if index and _begins_predicate(name, at, word, kind, last=last):
            back = kind in _ASPECTS and tokens[index - 1][1][0] in "vl"
            return _nominal(tokens[: index - 1] if back else tokens[:index])
        at += len(word)
    return name


def _begins_predicate(name: str, at: int, word: str, kind: str, *, last: bool) -> bool:
    if kind in _ASPECTS or (
        last and kind == "i" and len(word) == _IDIOM and word[-1] not in _PERSON
    ):
        return True
    if name.startswith(_WORDS, at) or (at and name.startswith(_WORDS, at - 1)):
        return False
    if word in _PREDICATES:
        return True
    return kind[0] == "v" and word not in _NOUNS and _COMPLEMENT.search(word) is not None


def _nominal(tokens: list[tuple[str, str]]) -> str:
    """Without verbs and scraps at its end."""
    while tokens and tokens[-1][1] not in _NOMINAL:
        tokens = tokens[:-1]
    head = "".join(word for word, _ in tokens)
    return head if len(head) >= _LEAST else ""


def _given(name: str) -> str:
    """Without those for whom it is done: 国家输送大学生, of 为国家输送大学生."""
    tokens = list(tag(name)) if name else []
    for at, (_, kind) in enumerate(tokens):
        if at and kind == "v" and tokens[at - 1][1] in _NOMINAL:
            rest = tokens[at:]
            return "".join(word for word, _ in rest) if _nominal(rest[1:]) else ""
    return name


@lru_cache(maxsize=4096)
def _before(name: str) -> str:
    """A name that leads up to its amount, without the adverbs in it: 核电站共发电."""
    name = _FROM.split(_RECKONED.sub("", name))[0]
    tokens = list(tag(name)) if name else []
    if tokens and tokens[0][0] in _SCRAPS:
        name = name[len(tokens.pop(0)[0]) :]
    if tokens and tokens[0][0] == "期":
        # 到期外债
        return ""
    if name.endswith("价值") and any(kind == "v" for _, kind in tokens):
        # 捐出价值25万元的帐篷: the worth of what follows.
        return ""
    kept = ""
    at = 0
    for word, _ in tokens:
        whole = name.startswith(_WORDS, at) or not kept
        kept += word if whole or word not in _ADVERBS else ""
        at += len(word)
    return kept if tokens and (kept == name or _nominal(tokens[-1:])) else ""
