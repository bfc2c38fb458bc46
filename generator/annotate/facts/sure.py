"""What an amount was read to be of -> the same, or nothing where it would be odd.

A missing name is better than a foolish one. What is asked is asked of any text: whether the noun
is that of the amount, or only stands beside it.
"""

from __future__ import annotations

import re

from generator.annotate.facts.beside import MARK, Beside, stands_behind, unnamed
from generator.annotate.facts.tagged import counted
from generator.annotate.facts.wording import Measured
from generator.annotate.figures.about import without_link
from generator.text.segment import tag

_NUMBER = re.compile("(?<![A-Za-z0-9.-])[0-9０-９]+(?![0-9]*[A-Za-z-])|[∼°]")
BREAKS = re.compile(
    "(?:包括|包含|设置|夺得|分成|分为|划分为|位于|坐落于?|构成|组成(?!部门|单位|人员)|排名第?|属于|存有|现存|现有|共有|(?<!每百户)(?<!每户)(?<!每[千万]人)拥有(?!量)|出现|掌管|赠予|距离?(?=[一-鿿]{3}))"
)
_COMPARING = re.compile("[高低快慢多少大小优强好早晚]于(?!民)")
_START = re.compile("(?:[从由至]|(?<!达)到)[^，。；]{0,6}的$")
_CHANGES = re.compile(
    "(?:左右|以上|多)?(?:大幅|快速|逐步)*[增提下上扩减降升转缩跃变][一-鿿]{0,2}[到至为成]"
)
_TOTALS = ("总额", "生产总值", "总产值", "增加值", "财政收入", "可支配收入")
LENGTHS = frozenset(
    (
        "米 公尺 英呎 英哩 公里 千米 厘米 毫米 里 华里 海里 英里 英尺 码"
        " 公分 微米 纳米 分米 光年 m km cm mm 英寸 英吋 寸 尺 丈 呎 吋 浬 海浬 公厘"
    ).split()
)
_LONG = re.compile(
    "[长宽高深厚径距离程度线路轨桥渠堤隧洞廊网缆栏坝道拔积位量差幅围]$|铁路|公路|管道|长城|海岸|[水潮]位|[雨雪]量|续航力"
)
_NO_EXTENT = re.compile(
    "^(?:[内外处远深宽]|高(?![速铁等架压标新空])|长(?![江城途三]))|(?:处|位置|范围|深度|高度|距离|地方|地区|区域|海域|海拔|坡面|半径|以内)$"
)
_NOTE_BOUND = re.compile("及以[上下]|以[上下内外]的?(?=[一-鿿]{2})")
_GOES = re.compile(
    "[，；、](?P<head>占比|占比重|比重|比例|增幅|增速|涨幅|降幅|跌幅|增长率)[^，；。！？：]{0,24}$"
)
_CLAUSE = 28
"""Characters that are looked back at for what opens the clause."""
_RATIOS = frozenset(("占比", "占比重", "比重", "比例"))
_REACHED = re.compile(
    "(?P<what>[^，。；]{2,16}?)(?:已经|已|将)?(?:达到|达|约为|为|是)了?(?:近|约|超过)?(?P<of>[^，。；的]{2,14})的(?:近|约|超过)?$"
)
_TORN = re.compile(
    "^(?:[这那][是为]|年(?![均度幼轻迈产末初销轻龄薪收货会检报鉴平金限代入总级])|[东西南北]到[东西南北])"
)
MADE = re.compile("(?<=[一-鿿]{2})(?:共同)?(?:组成|构成)$")
_NOTHING_OF = re.compile("^(?:超过|只有|仅|不到|相当于|大约)|只有|仅为|仅有|提到|^(?:摄氏|华氏)$")
_POINTS = re.compile("分$|得分|成绩|评分")
_ROUGHLY = re.compile("(?:大约|约|近|将近|接近|超过?|逾|至少|不到|只有|仅|共|有)+$")
_ADJECTIVES = frozenset("a ad b z v vd".split(" "))
_LIKE = tuple("色 状 形 型 式 级 性 籍 般 样".split(" "))
_PERSONS = ("人口", "人", "者", "户", "居民", "农民", "职工", "学生", "群众")
_NOUN_AFTER = re.compile("的([一-鿿]{2,8}?(?:数量|数|量|额|率|规模|面积|人口|份额))(?=[，。；、])")
_PEOPLE = frozenset(("人", "人次", "人口"))
_FOLLOWED = re.compile("[一-鿿]")
_BOUND_AFTER = re.compile("(?:左右|以上|以内|以下|多|余|人民币)")
_PAID = ("以", "用", "花", "斥资", "耗资", "出资", "花费", "用了", "花了")
_TIMES_DONE = frozenset(("次", "回"))
_HANDED = ("的", "以", "用", "凭", "由", "把", "将", "向", "被", "给", "与", "和")
_WORD = 6


_MOVES = re.compile("[一-鿿](?:[升降增减]|提高|减少|扩大|缩小|上涨|下跌)[至到为]")
"""海平面上升至现今的海拔"""
_EACH = re.compile("分别[是为达有约]*")
_SEVERAL = re.compile("[一-鿿][和与、及][一-鿿]")
_AND_MORE = re.compile(
    "^(?:[一-鿿]{1,6}?、?){1,4}(?<![平同初高上中下])等(?![级待于候同效])(?=[一-鿿]{2})"
)
"""半夏等|中草药"""


def sure(found: Measured, at: Beside) -> Measured:
    """`found` as it is, put right, or without its name."""
    text, it = at.text, at.it
    found = _clean(found, at)
    if goes := _GOES.search(text, max(0, it.start - _CLAUSE), it.start):
        return _of_before(found, at, goes["head"])
    if found.words and text.startswith("的", it.end) and _NOUN_AFTER.match(text, it.end):
        return _share_of_noun(found, at)
    if at.kind == "share" and at.gap.endswith("的") and found.words and not _START.search(at.gap):
        return _share_reached(found, at)
    if not found.words:
        return found
    if found.verb and found.words.startswith(found.verb) and at.gap.endswith((found.verb, "了")):
        # 解决6000万农村人口的饮水问题
        return found
    behind = stands_behind(found.words, text, it.end)
    if behind >= 0:
        found = _after(found, at, behind)
    elif not found.change and not _leads(found, at):
        return unnamed(found)
    return found if found.words and not _is_odd(found, at) else _inner(found, at)


def _clean(found: Measured, at: Beside) -> Measured:
    """Without what a torn date or a direction leaves at its beginning, and 组成 at its end."""
    if not found.words:
        return found
    words = MADE.sub("", _TORN.sub("", found.words))
    if at.kind == "count":
        words = _AND_MORE.sub("", words)
    if words == found.words:
        return found
    if len(words) < len("议长"):
        return unnamed(found)
    measure = MADE.sub("", _TORN.sub("", found.measure))
    if at.kind == "count":
        measure = _AND_MORE.sub("", measure)
    return found._replace(measure=measure, words=words)


def _after(found: Measured, at: Beside, behind: int) -> Measured:
    """两台翼状的喷泉 are 喷泉; 50公里内所有… is of nothing."""
    text, it = at.text, at.it
    end = behind + len(found.words)
    if it.unit in LENGTHS and text[behind - 1] != "的" and not found.verb:
        return unnamed(found)
    if text.startswith("的", end) and _qualifies(found.words):
        run = text[end + 1 : end + 1 + _WORD * 2]
        thing = _thing(counted(MARK.split(run)[0]))
        return found._replace(measure=thing, words=thing)
    return found


def _thing(run: str) -> str:
    """车队 of 车队退赛."""
    tokens = list(tag(run)) if run else []
    while len(tokens) > 1 and tokens[-1][1] in ("v", "vn"):
        tokens.pop()
    return "".join(word for word, _ in tokens)


def _qualifies(words: str) -> bool:
    """Whether the words tell of what kind the thing is that follows them: 黄色, 使用轮胎."""
    if words.endswith(_PERSONS):
        return False
    return words.endswith(_LIKE) or next(iter(tag(words)))[1] in _ADJECTIVES


def _leads(found: Measured, at: Beside) -> bool:
    """Whether what stands before the amount is what it counts: 运动员18人, and not 库克船长三次."""
    if at.gap.endswith(("由", "从")) and _CHANGES.match(at.text, at.it.end):
        return True
    if at.kind == "money" and at.gap.endswith(_PAID):
        return False
    if at.kind not in ("count", "") or at.it.unit in _PEOPLE:
        return True
    end = at.it.end
    if at.it.unit in _TIMES_DONE and _FOLLOWED.match(at.text, end):
        # 队长先后三次到访: who does it, and not what.
        return False
    if match := _BOUND_AFTER.match(at.text, end):
        end = match.end()
    if not _FOLLOWED.match(at.text, end):
        return True
    kind = next(iter(tag(at.text[end : end + _WORD])))[1]
    if at.tied and not at.gap.endswith(("由", "以", "先后")):
        return kind[0] not in "nabzjlr"
    return kind in ("v", "d", "p", "c", "vd", "vn") and not at.gap.endswith(_HANDED)


def _is_odd(found: Measured, at: Beside) -> bool:
    words, unit = found.words, at.it.unit
    if _MOVES.search(words) or (_EACH.search(at.gap) and _SEVERAL.search(words)):
        return True
    if _NUMBER.search(words) or _COMPARING.search(words) or BREAKS.search(words):
        return True
    if _NOTHING_OF.search(words) or (unit == "分" and not _POINTS.search(words)):
        return True
    if at.kind == "count" and found.measure.endswith(_TOTALS):
        return True
    if unit in LENGTHS:
        named = stands_behind(words, at.text, at.it.end) >= 0
        if named:
            return _NO_EXTENT.search(words) is not None
        return not (found.change or _LONG.search(words))
    if at.kind in ("measure", "money") and _NOTE_BOUND.match(at.text, at.it.end):
        return not at.tied
    bare = _ROUGHLY.sub("", at.gap)
    tied = at.tied and len(without_link(bare)) < len(bare)
    return not tied and not found.change and _ends_in_place(words)


def _ends_in_place(words: str) -> bool:
    """费城76人, 下萨克森邦大约82%."""
    tokens = list(tag(words))
    last = tokens[-1]
    return last[1] == "ns" or (len(last[0]) == 1 and len(tokens) > 1 and tokens[-2][1] == "ns")


def _inner(found: Measured, at: Beside) -> Measured:
    """国会机构包括议长1人: 议长."""
    cut = 0
    for match in BREAKS.finditer(found.words):
        cut = match.end()
    rest = found.words[cut:]
    if not cut or len(rest) < len("议长"):
        return unnamed(found)
    kept = found._replace(measure=rest, words=rest)
    return unnamed(found) if _is_odd(kept, at) else kept


def _of_before(found: Measured, at: Beside, head: str) -> Measured:
    """…增长70%，占比接近60%: a share of its own, and no growth."""
    before = at.before
    if _COMPARING.search(at.gap):
        return unnamed(found)
    if not before.measure or found.measure not in ("", before.measure):
        return found
    if before.measure.endswith(head):
        return found
    change = "" if head in _RATIOS else found.change
    if head not in _RATIOS and not change:
        return found
    return found._replace(
        measure=before.measure + head, words=before.words + head, change=change, verb=""
    )


def _share_of_noun(found: Measured, at: Beside) -> Measured:
    """削减4%的航班数量: of 航班数量."""
    if at.kind != "share" or (at.tied and not found.change):
        return found
    match = _NOUN_AFTER.match(at.text, at.it.end)
    return found._replace(measure=match[1], words=match[1]) if match else found


def _share_reached(found: Measured, at: Beside) -> Measured:
    """新能源汽车销量达到汽车总销量的51.6%: its share, and not the total."""
    if "占" in found.words or "相当于" in found.words or found.change:
        return found
    if at.it.unit not in ("%", "％", ""):
        return found
    match = _REACHED.search(at.gap)
    if match is None or without_link(match["what"]) != match["what"]:
        return unnamed(found)
    words = match["what"]
    return found._replace(measure=f"{words}占{match['of']}比重", words=words)
