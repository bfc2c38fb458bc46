"""What stands around an amount -> what it counts or measures, as the text gives it."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.annotate.figures.reading import Amount
from generator.annotate.figures.words import group, inside, leading, stops, trailing

_RUN = re.compile("(?:[2-6]G)?[一-鿿A-Za-z·－-]{1,20}+")
_FOLLOWS = re.compile("级?(?:以上|左右|以内|以下|多|及以上)?的?")
_LANDS = ("国家和地区", "国家与地区", "国家及地区")
_SUBJECT = re.compile("[一-鿿A-Za-z0-9.·（）()]{2,18}")
_SHARE_OF = re.compile(
    "(?:占|相当于)(?!比|据|用)(?:到|了)?([^，。；]{2,18}?)(?:的?(?:比例|比重|份额|总量))?的?$"
)
_TIMES = (
    "工期",
    "时间",
    "时限",
    "期限",
    "车程",
    "寿命",
    "年龄",
    "周期",
    "有效期",
    "时长",
    "航程",
    "车龄",
)
_NOT_OF = frozenset("的了着在于比较从由和与及是为把被将这那其该等不各每后时他她它个0123456789")
_YET_OF = (
    "不良",
    "不动产",
    "不锈钢",
    "不合格",
    "个股",
    "个体",
    "个人所得税",
    "后备",
    "和谐",
    "比特",
)
_GOES_ON = re.compile("[同环]比|最[大高低]|[比较][上去]|[日月年]均|达|提高到|增加到|增长")
"""A clause that names nothing goes on with what the one before it is of."""
_COMPARED = re.compile(
    "[比较](?![重例例率赛])[^，的]{1,14}?(?:增长|增加|提高|提升|上升|上涨|扩大|下降|降低|减少|下跌|回落|缩短|多|少|高|低)(?:了|近|约|超过?|逾|到|至)*"
)
_NOTHING_NEW = frozenset(("", "同比增幅", "同比降幅", "最大", "最高", "最低"))
_NOTE = re.compile("\\[[0-9]{1,2}\\]$")
"""国内生产总值[2]1260582亿元: a footnote's number."""
_JOBS = re.compile("(?:全国)?(?:城镇|城乡)新增就业(?:人数|人口)?$|农村劳动力转移就业(?:人数)?$")
"""新增 is part of the name."""
_IS = re.compile("[是为](?![人民了])")
_OWN_ENDS = ("增收", "减收", "营收", "创收", "税收", "回收", "吸收", "应收", "实收")
"""The verb makes the measure: 农民增收."""
_SUMS = (
    "人数",
    "量",
    "额",
    "值",
    "数量",
    "率",
    "业",
    "者",
    "总",
    "强度",
    "占比",
    "比例",
    "面积",
    "规模",
    "能力",
    "单位",
)
"""参加人数, 服务业: the verb is part of the name."""
_SUM_ENDS = tuple("额量值长积率度资入模本距深宽高温速重耗产润价")
_LONGEST = 12


def read_about(text: str, amount: Amount, clause: str, before: str) -> str:
    """A string of the text, or empty. `before` is what the amount before it, in this sentence, is of."""
    if clause[-1:] == "]":
        clause = _NOTE.sub("", clause)
    goes_on = (_GOES_ON.match(clause) and without_link(clause) in _NOTHING_NEW) or (
        clause[:1] in ("比", "较") and _COMPARED.fullmatch(clause)
    )
    if amount.kind == "count" or not amount.kind:
        if amount.unit in _WHOLE:
            return ""
        named = _named_after(text, amount.end)
        return named or (before if goes_on else _counted_before(clause))
    if goes_on:
        return before
    if amount.kind == "time":
        subject = _named_before(clause, "lead")
        return subject if subject.endswith(_TIMES) else ""
    if amount.kind == "share":
        return _shared(text, amount, clause, before)
    subject = _named_before(clause, "lead", "do")
    if subject.endswith(_SUM_ENDS):
        return subject
    return _named_after(text, amount.end) or subject


_WHOLE = frozenset(("分", "金", "银", "铜", "省市", "省份", "省区", "省区市", "岁", "周岁"))


def _shared(text: str, amount: Amount, clause: str, before: str) -> str:
    stripped = without_link(clause)
    at = max(clause.rfind("占"), clause.rfind("相当于"))
    if 0 <= at < len(stripped) and (match := _SHARE_OF.match(stripped, at)):
        return match[1] if len(match[1]) > 1 else ""
    if text[amount.start - 1] == "的" and (link := _IS.search(stripped, 2)):
        # 灵敏度是第二名的2.5倍; 降水量为常年的60%.
        if amount.unit == "倍":
            return _named_before(stripped[: link.start()], "lead", "do")
        return stripped[link.end() :] if len(stripped) - link.end() > 1 else ""
    follows = _FOLLOWS.match(text, amount.end)
    if follows is not None and (follows[0] or len(stripped) < 2):
        named = _named_after(text, follows.end())
        if named and not named.startswith(group("own")):
            return named
    return _named_before(clause, "lead", "do") if stripped else before


def _named_after(text: str, at: int) -> str:
    """200余家核心零部件企业的: 核心零部件企业."""
    follows = _FOLLOWS.match(text, at)
    if follows is not None:
        at = follows.end()
    match = _RUN.match(text, at)
    if match is None:
        return ""
    run = match[0]
    for fixed in _LANDS:
        if run.startswith(fixed):
            return fixed
    stop = stops().search(run)
    if stop:
        run = run[: stop.start()]
    elif len(run) == 20:
        return ""
    if not run or (run[0] in _NOT_OF and not run.startswith(_YET_OF)) or run.isascii():
        return ""
    return run if len(run) <= _LONGEST and run not in _NO_THING else ""


def _counted_before(clause: str) -> str:
    """累计引进高新技术企业: 高新技术企业; 中欧班列开行: 中欧班列."""
    stripped = without_link(clause)
    end = trailing(stripped, "act")
    run = _named_before(stripped[: len(stripped) - end] if end else stripped, "lead", "act", "both")
    return run if _JOBS.search(run) else _after_last(run, "act")


def _named_before(clause: str, *lead: str) -> str:
    """力争研发经费投入强度达到: 研发经费投入强度."""
    stripped = without_link(clause)
    match = _SUBJECT.match(stripped[::-1])
    if match is None:
        return ""
    run = match[0][::-1]
    cut = 0
    for mark in _CUTS.finditer(run):
        cut = mark.end()
    run = run[cut:]
    if run.endswith("中"):
        run = run[:-1]
    if "就业" in run and (jobs := _JOBS.search(stripped)):
        return jobs[0]
    bare = run[leading(run, *lead) :]
    run = run[leading(run, "lead") :] if bare.startswith(_SUMS) else bare
    if lead[-1] == "do":
        run = _after_last(run, "do")
    return run if _nameable(run) and len(run) <= _LONGEST + 4 else ""


def _after_last(run: str, verbs: str) -> str:
    """养殖场存栏生猪: 生猪."""
    cut = 0
    for verb in inside(verbs).finditer(run, 1):
        if verb.end() + 2 <= len(run) and not run.startswith(_SUMS, verb.end()):
            cut = verb.end()
    return run[cut:]


@lru_cache(maxsize=64)
def without_link(clause: str) -> str:
    """The clause without the words that tie what is measured to the amount."""
    if clause.endswith(_OWN_ENDS):
        return clause
    end = trailing(clause, "link")
    return clause[: len(clause) - end] if end else clause


def _nameable(run: str) -> bool:
    return (
        len(run) > 1
        and (run[0] not in _NOT_OF or run.startswith(_YET_OF))
        and run not in _NO_THING
        and not run.isascii()
        and not run.endswith(_NO_ENDS)
        and ("（" in run) == ("）" in run)
        and ("(" in run) == (")" in run)
    )


_CUTS = re.compile(
    "[的与和了]|对(?![外华法美日欧俄英德韩非澳东我其])|在(?![校职岗建线册编途营华])|(?<=每[股人户亩吨月年])派发"
    "|(?<![保富所拥具国公私占稀特含现原自持享没只还])有(?![限色机效关轨期益利害])"
)
_NO_THING = frozenset(
    "紧急 计算 历时 又增产 又增 最大 最高 最低 最多 最长 最小 同比增幅 同比降幅 冲刺 先发行 先发 办结 完成 大关 关口 "
    "全国 全省 全市 全县 全区 全年 当地 其中 我国 本市 该市 目前 现在 中间 最后 造成 导致 共有 他们 我们".split(
        " "
    )
)
_NO_ENDS = ("等", "造成", "导致", "致", "使", "让", "每", "另", "来", "届", "第")
