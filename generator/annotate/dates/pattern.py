"""Text -> where time expressions stand, the longest at each place.

A head (2022年, 去年, 9月, 今天) is searched for; what may follow one of its kind is matched after
it: the rest of a point (6月, 底, 四季度), a second end (至22日), a tail (以来, 前后). Every search
begins with a plain character or a set, so that it runs in C. Guards name what would be read wrongly.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from generator.annotate.dates import guards, words

_N: Final = "[0-9０-９]"
_HAN: Final = "一二三四五六七八九十"
JOINS: Final = "—－–~～∼至到-"
_JOIN: Final = f"(?:——|--|[{JOINS}])"
_MONTHLY: Final = "(?![龄嫂薪饼亮球票])"
_MONTH: Final = f"{_N}{{1,2}} ?月份?{_MONTHLY}"
_HAN_MONTH: Final = f"(?:十[一二]?|[{_HAN[:-1]}])月份?{guards.AFTER_HAN_MONTH}"
_DAY: Final = f"{_N}{{1,2}} ?(?:日|号(?![线楼机台车院店馆厅门令]))"
_HAN_DAY: Final = f"(?:三十一?|二?十[{_HAN[:-1]}]?|[{_HAN[:-1]}])[日号]"
_NUMBER: Final = f"(?:{_N}{{1,3}}|[{_HAN}两百]{{1,4}})"

_YEAR_PART: Final = (
    f"年?初{guards.AFTER_START}|年?[底末]{guards.AFTER_END}|年中(?=[，。、；前]|$)|[上下]半年"
    "|第?[一二三四1-4]季度(?:末|初)?|首季度?|前[一二两三123]个?季度"
    f"|[前头]{_NUMBER}个?月|[春夏秋冬]季{guards.AFTER_SEASON}|[春夏秋冬]天"
    f"|(?:春{guards.AFTER_SPRING}|夏{guards.AFTER_SUMMER}|秋{guards.AFTER_AUTUMN}"
    f"|冬{guards.AFTER_WINTER})(?:末|初)?"
)
_GLOSS: Final = (
    f"[（(](?:(?:{_N}{{4}}年)?{_N}{{1,2}}月)?{_N}{{1,2}}[日号]"
    "(?:[，、]?(?:星期|周)[一二三四五六日天])?[）)]"
)
_CLOCK: Final = (
    f"{_N}{{1,2}}(?:时(?![代期段间空限隔])(?:{_N}{{1,2}}分(?:{_N}{{1,2}}秒)?|许|整)?"
    f"|点(?:{_N}{{1,2}}分?|半|钟|整|许)?|[:：]{_N}{{2}}(?:[:：]{_N}{{2}})?)"
    f"|(?:零|[{_HAN}]{{1,2}})[时点](?:{_N}{{1,2}}分|[半许整钟])?"
)
_HOURS: Final = (
    "凌晨|清晨|早晨|早上|早间|上午|中午|正午|午间|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜"
    f"|当天|当日|当晚|早{guards.AFTER_EARLY}|晚{guards.AFTER_LATE}|夜{guards.AFTER_NIGHT}"
)
_OF_DAY: Final = f"(?:{_GLOSS})?(?:{_HOURS}){{0,2}}(?:(?:{_CLOCK})(?:{_JOIN}(?:{_CLOCK}))?)?"
_OF_MONTH: Final = (
    f"(?:[上中下]{{1,2}}旬|初{guards.AFTER_START}|[底末]{guards.AFTER_END}|当月"
    f"|(?: ?{_DAY}|{_HAN_DAY}|{_N}{{1,2}}(?:{_JOIN}|、){_N}{{1,2}}日){_OF_DAY})?"
)
_HAN_MONTHS: Final = f"(?:十[一二]?|[{_HAN[:-1]}])[至到—](?:十[一二]?|[{_HAN[:-1]}])月份?"
"""一至十一月: 一 alone is no month."""
_OF_YEAR: Final = (
    f"(?:度|{_HAN_MONTHS}|(?: ?{_MONTH}|{_HAN_MONTH}){_OF_MONTH}|{_N}{{1,2}}{_JOIN}{_N}{{1,2}}月份?"
    f"|{_YEAR_PART})?"
)
_DECADE_END: Final = "(?:初期?|末期?|中期|后期)?(?:以来)?"
_CENTURY: Final = (
    f"世纪(?:(?:(?:[1-9]0|[{_HAN[1:-1]}]十?){_JOIN}?)?(?:[1-9]0|[{_HAN[1:-1]}]十)年代{_DECADE_END}"
    "|(?:初叶?|末叶?)(?![期步])|中叶|中期|以来)?"
)
_LAST: Final = "[多余]?(?:个?年|个月|天|周)多?(?:以来|来(?![自到临往源说看讲]))"
_AGO: Final = "(?:年|个月|天)前(?![后景往沿三夕])"
_PLAN_END: Final = "(?:期[末初]|期间|时期|以来|前期|中期|后期|[末初]期?(?!步)|开局之?年|收官之?年)"

# Groups are named by the kind of head: y, m, d take what follows a year, month or day; p is
# a point, s a stretch that needs nothing more; z is a time zone before a point, r a reign and
# c a century, stretches with what must follow them.
_DIGITS: Final = (
    f"{_N}(?<!{_N}{_N})(?<!{_N}[.．]{_N})(?<![-/_=.]{_N})(?:(?<=[12１２])(?:"
    f"(?P<s>{_N}{{3}} ?年代{_DECADE_END})"
    f"|(?P<y>{_N}{{3}} ?年{guards.AFTER_YEAR})"
    f"|(?P<p>{_N}{{3}}{_JOIN}(?:[12１２]{_N}{{3}}|{_N}{{2}})(?:年度?(?!版)|学年|赛季)"
    f"|{_N}{{3}}([-/.]){_N}{{1,2}}\\4{_N}{{1,2}}(?![-/_.0-9A-Za-z])))"
    f"|(?P<m>(?<!每年{_N})(?<![期逢]{_N}){_N}? ?月份?{_MONTHLY})"
    f"|(?P<p2>(?<!每年{_N}){_N}?{_JOIN}{_N}{{1,2}}月份?{_MONTHLY})"
    f"|(?P<p3>(?<=[1-4])季度(?:末|初)?)"
    f"|(?P<d>(?<![{guards.BEFORE_DAY}{_HAN}A-Za-z]{_N})(?<!每月{_N}){_N}?"
    f"(?: ?日{guards.AFTER_DAY}|{_JOIN}{_N}{{1,2}}日{guards.AFTER_DAY}))"
    f"|(?P<s2>(?<=[1-9])0年代{_DECADE_END}|(?<=[12]){_N}?{_CENTURY}"
    f"|(?<![第近,，]{_N}){_N}{{0,2}}(?:{_LAST}|{_AGO})))"
)
_NUMERALS: Final = (
    f"[{_HAN}两](?<![{_HAN}两百千万第每几0-9][{_HAN}两])(?:"
    f"(?P<y>(?<=[一二])[〇零○Ｏ{_HAN[:-1]}]{{3}}年)"
    "|(?P<p>(?<=[一二三四])季度(?:末|初)?)"
    f"|(?P<m>(?:(?<=十)[一二]|(?<!两)(?<!个.))月份?{guards.AFTER_HAN_MONTH})"
    f"|(?P<s>五{_PLAN_END}|(?<=十)[一二三四五]五{_PLAN_END}"
    f"|(?<![一十两])十年代{_DECADE_END}|(?<=[十二])[{_HAN}]{{0,2}}{_CENTURY}"
    f"|(?<!近.)[{_HAN}百]{{0,3}}(?:{_LAST}|{_AGO})))"
)
_OF_REIGN: Final = (
    f"(?:元|[{_HAN}]{{1,3}}|[0-9]{{1,3}})年(?![代级间])"
    f"(?:(?:{_MONTH}|{_HAN_MONTH})(?:{_DAY}|{_HAN_DAY})?)?"
)
_OF_CENTURY: Final = (
    f"(?:(?:[{_HAN[:-1]}]{{2}}|[{_HAN[1:-1]}])十年代|[1-9]0年代)?"
    "(?:初叶?|末叶?|中叶|中期|后期)?(?:以来)?(?![头最前])"
)
_SECOND: Final = (
    f"(?P<y>(?:[12１２]{_N}{{3}} ?|[一二][〇零○Ｏ{_HAN[:-1]}]{{3}}|[今明次翌同当])年)"
    f"|(?P<m>{_MONTH}|{_HAN_MONTH}|[下次]月)|(?P<d>{_DAY})|(?P<p>本世纪中叶)"
)
_TAIL: Final = (
    "以来|[至迄]今|前后(?![方端卫呼])|[之以]前(?!往)|左右|起(?![草来点源步飞诉义码伏落初用重降跌涨火因于航跑底])"
    f"|(?<=[底末初])前(?![后往景夕])|前(?![{guards.AFTER_BEFORE}{_HAN}0-9０-９])"
)


def _named() -> tuple[tuple[str, str], ...]:
    """(kind, pattern); every pattern begins with a plain character."""
    span = "(?!级|代|龄|历史|的历史|时间|左右|多|计划|行动|磨)"
    unit = f"(?:年{span}|(?:天|周|个月)(?!时间|左右|多))"
    some = f"(?:的?{_NUMBER}{unit}(?:以来|来|间)?|{_NUMBER}多年来)"
    ahead = f"的?{_NUMBER}{unit}[内间]?"
    week = f"(?:[{_HAN[:6]}日天](?![年游届批轮])|末(?!班))?"
    far = guards.BEFORE_EDGE
    return (
        *(("z", f"{it}(?=[0-9０-９今昨当])") for it in words.ZONES),
        *(("y", it + guard) for it, guard in guards.YEARS.items()),
        *(("m", it + guard) for it, guard in guards.MONTHS.items()),
        *(("d", f"{it}(?<!《{it}){guard}") for it, guard in guards.DAYS.items()),
        *(("d", f"{it}[（(]{_N}{{1,2}}[）)]日") for it in "今昨明"),
        *(("d", it + week) for it in words.WEEKS),
        ("p", f"年[初末底](?<![{far}末]年.){guards.AFTER_EDGE}"),
        ("p", f"月[初末底](?<![{far}个岁]月.){guards.AFTER_EDGE}"),
        *(("p", f"{it}[{''.join(words.SEASONS)}]{guards.NEARBY}") for it in "今去明"),
        *(("p", it) for it in ("上半年", "下半年", "前三季度", "前两季度", "首季度")),
        ("p", f"前(?<![此目之以日年生提]前){_NUMBER}个?月(?!前)"),
        ("p", f"头{_NUMBER}个月"),
        ("p", "第[一二三四]季度"),
        *(("s", it) for it in ("去冬今春", "今冬明春", "今明两年")),
        *(("s", it + some) for it in ("过去", "最近", "近")),
        ("s", f"这(?!一){some}"),
        *(("s", it + ahead) for it in ("未来", "今后", "此后")),
        ("p", f"时隔{_NUMBER}年(?:之?后)?"),
        *(("c", it) for it in ("上世纪", "上个世纪", "本世纪", "这个世纪")),
        ("s", f"公元前?{_N}{{1,4}}年"),
        *(("r", it) for it in words.REIGNS),
        *(("s", it + guards.VAGUE.get(it, "")) for it in words.VAGUE),
    )


_NO_PLAIN: Final = f"0-9０-９{_HAN}两百的（(初末底春夏秋冬"
"""Second characters of the heads that go on with a set or a group."""


def _by_first_character() -> str:
    """今(?:年|天|…)|去(?:年|…), after a look at the first two characters, which most fail."""
    tree: dict[str, list[tuple[str, str]]] = {}
    # The longer head first; kinds are numbered, for a group must have a name of its own.
    for kind, it in sorted(_named(), key=lambda row: -len(re.split(r"[(\[]", row[1])[0])):
        tree.setdefault(it[0], []).append((kind, it[1:]))
    seconds = sorted({it[0] for rows in tree.values() for _, it in rows} - set("[("))
    branches = []
    number = 0
    for first, rows in tree.items():
        kinds: dict[str, list[str]] = {}
        for kind, it in rows:
            kinds.setdefault(kind, []).append(it)
        inner = []
        for kind, rests in kinds.items():
            number += 1
            inner.append(f"(?P<{kind}{number}>{'|'.join(rests)})")
        branches.append(f"{first}(?:{'|'.join(inner)})")
    pairs = f"[{''.join(tree)}][{''.join(seconds)}{_NO_PLAIN}]"
    return f"(?={pairs})(?:{'|'.join(branches)})"


class Patterns(NamedTuple):
    """Compiled once, on first use."""

    heads: tuple[re.Pattern[str], ...]
    second: re.Pattern[str]
    """Where a range ends."""
    join: re.Pattern[str]
    tail: re.Pattern[str]
    after: dict[str, re.Pattern[str]]
    """What follows a head, by its kind."""
    must: dict[str, re.Pattern[str]]
    """What must follow a head, by its kind."""
    since: re.Pattern[str]
    """Before 以来: an event everybody counts from."""
    plan: re.Pattern[str]
    """五”时期; what stands before is `plan_head`."""
    plan_head: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """All of them."""
    since = "|".join(sorted(words.SINCE, key=lambda it: (-len(it), it)))
    return Patterns(
        heads=tuple(map(re.compile, (_DIGITS, _NUMERALS, _by_first_character()))),
        second=re.compile(_SECOND),
        join=re.compile(_JOIN),
        tail=re.compile(_TAIL),
        after={"y": re.compile(_OF_YEAR), "m": re.compile(_OF_MONTH), "d": re.compile(_OF_DAY)},
        must={"r": re.compile(_OF_REIGN), "c": re.compile(_OF_CENTURY)},
        since=re.compile(f"(?:党的|中共)?(?:{since})(?:胜利)?(?:召开)?$"),
        plan=re.compile(
            f"五[”’](?:{_PLAN_END}|(?![\u4e00-\u9fff]{{0,14}}(?:规划|计划|纲要|建议|方案|专项)))"
        ),
        plan_head=re.compile(f"[“‘](?:十[一二三四五]?|[{_HAN[:-1]}])$"),
    )
