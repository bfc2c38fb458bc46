"""What an amount was at last said to be of -> the same, or nothing where only a scrap is left."""

from __future__ import annotations

import re

from generator.annotate.facts.beside import Beside, stands_behind, unnamed
from generator.annotate.facts.sure import BREAKS, LENGTHS
from generator.annotate.facts.wording import Measured

_BARE = frozenset(f"{how}{much}" for how in ("", "平均") for much in "高低多少")
_THAN = re.compile("[比较]|同期|同样|最[高低多少]$")
_MONEY_NAMES = re.compile("(?:新台币|港币|人民币|美金|新币|台币)$")
_ADDS = re.compile("^(?:加上|另有|还有|加上|其余|至少有|总共有)")
_INSIDE = re.compile("(?<!国)(?<!境)[内中里间]$|」|「|『|』|（图|[(]图")
_MORE_OR_LESS = re.compile("(?:[较很更最极]|非常|十分|特别|相当|极其)[一-鿿]{1,2}的")
_SUDDEN = re.compile("[暴激骤猛锐剧陡](?:[增减升降跌涨][至到为]?)(?:每[年月日天])?$")
_THAN_WHOM = re.compile("都?(?<![占评对环同])[比较](?![例重率较价值赛基特利亚为尔])")
_AWAY = re.compile("(?:[东西南北方侧外远在于高深宽]|海拔|超过?|逾|达|不到|不足)$")
"""东南35公里的瓦隆布罗萨."""
_LIMIT = re.compile("[低高多少大小]于[约近]?$")


_RATE = re.compile("(?:^|[是的为])([^是的为，。；]{2,10}率)(?:已|近|约|超过?|达到?|为|高达)*$")
_SHOCKS = ("地震", "台风", "大风")
_NO_FIT = re.compile(
    "^(?:据?估计)|虽然|都不到|总和$|原本|^(?:一场|一次|[和与及或、]|速度|步伐|频率)"
    "|(?<![平人户亩日月年])均(?![衡价线温值量分])"
)
_OWNING = re.compile("的?(?:股权|股份)")
_ONE_OF = re.compile(
    "^.*(?<![第同统万唯])一[个座块条片只种名位家所间栋幅件批](?!月)(?=[一-鿿]{2})"
    "|(?<=[一-鿿]{2})(?:则|一度|团团|(?<![平高草雪荒中])原|(?:(?:普遍|大多|多|一般)?介[乎于])?(?:摄氏|华氏)|(?:普遍|大多|多|一般)?介[乎于])$"
)
_NUMBERED = re.compile(
    "(?<!第)[一二两三四五六七八九十](?:[多余几][个座位块名家元]|[座位块间]|[个名家](?![^一-鿿]))|[两二三四五六七八九十][万千百]"
    "|[上近数][万千百十]+次|(?<!每)(?<!每十)[百千万][人名]|[二三四五六七八九]十[一二三四五六七八九]|[0-9](?:cc|mm|cm|km|kg|ml)"
)
_TORN = re.compile(
    "(?:也成|之一|而成|(?<!士)后|之前|同时)$|被(?!子|保|告)|^非[一-鿿]{2}$|^中[排位有的]|^[（(式型]"
    '|["{}=<>]|[（(][^）)]*$|^[^（(]*[）)]'
)
_JOINED = re.compile(
    "(?:[、和或]|(?<![惠涉普波危遍])及|(?<!参)与|以及)(?:另有|还有|另外|近|约|大约|超过?|逾|共|有|各)*$"
)
_TELLS = re.compile("(?:的人)?[是在有来属说讲信住]")
_BODY = re.compile(
    "(?:公司|集团|银行|大学|学院|医院|学校|中学|小学|校区|基金会|政府|议会|委员会|协会|球队|俱乐部|社|党|寺|[^首后]局|法院|检察院|剧院)$"
)
_WHOSE = frozenset(("money", "share", "measure"))
_PEOPLE = frozenset(("人", "人次", "名", "位"))
_SUMS = ("总额", "生产总值", "财政收入")
_LED = re.compile("(?:以|率领?|带领|领兵|派|遣)$")
_HIGH = LENGTHS | {"层"}


def _of_rate(found: Measured, rate: str) -> Measured:
    return found._replace(measure=rate, words=rate)


def fit(found: Measured, at: Beside) -> Measured:
    """The same once more, whatever it was put right by: no verbs alone, no scraps, no currencies."""
    if found.change in _BARE and at.it.unit in _HIGH and not _THAN.search(at.gap):
        # 株高20厘米, 城墙高10米: how high it is, and not by how much.
        found = found._replace(change="")
    if not found.measure:
        return found
    end = stands_behind(found.words, at.text, at.it.end)
    if rate := _RATE.search(at.gap):
        # 国产化率100%的硬核科技
        return found if at.it.unit not in ("%", "％") or end < 0 else _of_rate(found, rate[1])
    if at.kind == "measure" and found.measure.endswith(_SUMS):
        # 每年进口2500吨 is no sum of money.
        found = found._replace(measure=found.words)
    if at.it.unit == "倍" and at.gap == "的":
        # 约为1000亿的一万亿倍
        return unnamed(found)
    if end >= 0 and (broken := BREAKS.search(found.measure, 2)):
        found = found._replace(measure=found.measure[: broken.start()])
    ratio = found.measure.endswith(("比重", "占比")) and not found.change
    if ratio and at.kind in ("count", "money", "measure"):
        return unnamed(found)
    than = _THAN_WHOM.search(at.gap) if found.change in _BARE else None
    if than and not at.gap[: than.start()].endswith(found.words):
        # 男比女多7121人, 在结构上较旧楼高57米: of what stands right before, or of nothing.
        return unnamed(found)
    if end < 0 and (than := _THAN_WHOM.search(found.measure)):
        found = found._replace(measure=found.measure[: than.start()])
    if end < 0 and at.it.unit in _PEOPLE and at.text.startswith("中", at.it.end):
        return unnamed(found)
    if end < 0 and (sudden := _SUDDEN.search(at.gap)):
        found = found._replace(measure=found.measure.removesuffix(sudden[0][0]))
    words = _ONE_OF.sub("", _ADDS.sub("", _MONEY_NAMES.sub("", found.measure)))
    if at.it.unit == "级" and words.startswith(_SHOCKS):
        return found._replace(measure=words[:2], words=words[:2])
    if _is_scrap(words, at) or (end >= 0 and _is_told_of(found, at, end)):
        return unnamed(found)
    if end < 0 and _is_of_another(found, at):
        return unnamed(found)
    return found if words == found.measure else found._replace(measure=words)


def _is_scrap(words: str, at: Beside) -> bool:
    if len(words) < len("议长") or _NO_FIT.search(words):
        return True
    if _TORN.search(words) or _NUMBERED.search(words):
        return True
    if _OWNING.match(at.text, at.it.end):
        return True
    return bool(_INSIDE.search(words))


def _is_told_of(found: Measured, at: Beside, end: int) -> bool:
    """Whether what stands behind the amount is told something of, and not counted by it."""
    after = end + len(found.words)
    return bool(
        at.it.unit == "倍"
        or _OWNING.match(at.text, at.it.end)
        or _MORE_OR_LESS.match(at.text, after)
        or (at.kind == "measure" and _LIMIT.search(at.gap))
        or (at.it.unit in _HIGH and _AWAY.search(at.gap))
        or at.gap.endswith(("附近", "周围"))
        or at.text[after : after + 1] in ("著", "着")
    )


def _is_of_another(found: Measured, at: Beside) -> bool:
    """Whether the name before the amount is that of something else.

    92%是白人、5%是…: of the amount before; 头长为眼径的五倍: what it is compared with; 某公司每股63美元:
    whose it is.
    """
    if _JOINED.search(at.gap) and not found.change:
        return True
    part = at.it.unit == "倍" or "分之" in at.text[at.it.start : at.it.end]
    if part and at.gap.endswith(found.words + "的") and not found.measure.endswith("比重"):
        return True
    if at.it.unit in _PEOPLE and "·" in found.words:
        return True
    if found.change:
        return False
    if at.it.unit in _PEOPLE and _LED.search(at.gap):
        # 岳飞以二千人驻守
        return True
    if at.kind != "share" and at.gap.endswith(found.words + "的"):
        # 因湖东岸的三台得名
        return True
    if at.kind == "share" and not at.tied and _TELLS.match(at.text, at.it.end):
        return True
    return (at.kind in _WHOSE or at.it.unit in _PEOPLE) and _BODY.search(found.words) is not None
