"""What an amount is said to be of -> the same, put right by its surroundings, or nothing.

A name that stands next to an amount is not always what is counted: 2235万城市居民得到最低生活保障
counts no inhabitants, 30万千瓦以下煤电机组 measures no power. Rather no name than such a one.
"""

from __future__ import annotations

import re

from generator.annotate.facts.around import Around
from generator.annotate.facts.measures import usual_name
from generator.annotate.facts.told_of import told_of
from generator.annotate.facts.wording import Measured
from generator.annotate.facts.words import words
from generator.model.findings import Figure

_POINTS_BACK = re.compile("为此|[此这该上]项|这方面|这些|这部分|上述|其他|其余|由此")
_EACH_STEP = re.compile("每(?:增长|提高|增加|下降|减少|上升)$")
_CLASS = re.compile("以下(?=[一-鿿])(?!的?(?:目标|水平|罚款))")
_OF_RATE = re.compile("(?:及?以上|左右|以内|以下)?的(?:[一-鿿]{0,4}?)(税率|利率)")
_OF_PACE = re.compile("(?:及?以上|左右|以内|以下)?的(?:[一-鿿]{0,4}?)(?:幅度|速度|增速|比例)")
_GROWTH_AIM = re.compile("(?:以上|左右)?的?[一-鿿]{0,10}?增长(?:预期)?目标")
_SHARE = re.compile("占(?:到|了)?(?:比)?(?:近|约|超过|超|逾)?$")
_SPENT = re.compile("支出|投入|资金")
_PACE = re.compile(
    "(?<!人)(?<!人均)(平均每[年月天日]|每[年月天日](?![级度轮龄])|年均|日均|月均)(?=[一-鿿]{2})"
)
_PACES = {"平均每年": "年均", "平均每月": "月均", "平均每天": "日均", "平均每日": "日均"}
_BOTH = re.compile("[、和与及]|城乡|双")
CENTRAL = frozenset(("中央财政支出", "中央财政投入", "中央财政资金", "财政支出"))
"""Names that stand for a part of it where something else has been told before them."""
_PART = 8
_WHOLE = re.compile("([一-鿿“”]{2,12}(?:支出|投入|经费|资金))[^，。；]{0,12}，其中")
_OF_ALL = re.compile("全国|国家|增加|加大|安排|对")
_AS = re.compile("(?:（[^）]*）)?(?:作为|列为|定为)")
_PEOPLE = frozenset(("人", "人次", "户", "名"))
OF_SOMETHING = frozenset(("产量", "总产量", "单产", "利润"))
_OWNERS = re.compile(
    "粮食|夏粮|秋粮|早稻|小麦|玉米|大豆|棉花|油料|糖料|肉类|水产品|原煤|煤炭|原油|天然气|粗钢|钢材|水泥|汽车|新能源汽车"
    "|国有及国有控股(?:工业)?企业|(?:国有|中央|民营|工业|规模以上工业|私营|外资)企业"
)
_NOBODYS = frozenset(words("actor"))


def sound(measured: Measured, it: Figure, around: Around) -> Measured:
    """`measured` without a name if a reader would take it for something else."""
    text, lead = around.text, around.lead
    nothing = measured._replace(measure="", words="", verb="")
    if (_POINTS_BACK.search(lead) and not around.named_to) or _EACH_STEP.search(lead):
        return nothing
    if around.kind in ("measure", "time", "money") and _CLASS.match(text, it.end):
        return nothing
    if measured.measure in _NOBODYS:
        return nothing
    if it.unit in _PEOPLE and text.startswith("的", it.end) and not measured.change:
        # 无电区445万人的用电问题
        return nothing
    if _AS.match(text, it.end):
        return nothing
    if around.change_of_each(measured):
        return nothing
    if not around.parted and around.severally and not _is_of_all(measured.measure):
        return nothing
    if around.kind == "share" or it.unit == "%":
        measured = _of_share(measured, it, around)
    elif around.named_to and around.kind in ("count", ""):
        measured = told_of(measured, around)
    if around.bounded and measured.measure and not around.named_to:
        measured = measured._replace(measure=around.bounded + measured.measure)
    part = around.new and (lead.startswith("其中") or around.listed)
    if part and measured.measure and not measured.change:
        measured = measured._replace(measure="新增" + measured.measure.removeprefix("新增"))
    if measured.measure in OF_SOMETHING:
        measured = _of_whom(measured, around)
    if measured.measure in CENTRAL and around.ahead and _SPENT.search(lead):
        measured = _part_of(measured, around)
    return _paced(measured, lead)


def _of_whom(measured: Measured, around: Around) -> Measured:
    """粮食连续四年增产，产量达到…: 粮食产量; 国有企业效益好转，利润增长…: 国有企业利润."""
    found = None
    for match in _OWNERS.finditer(around.ahead):
        found = match
    if found is None:
        return measured
    name = found[0] + measured.measure.removeprefix("总")
    return measured._replace(measure=usual_name(name, change=False) or name)


def _part_of(measured: Measured, around: Around) -> Measured:
    """增加全国教育支出，其中中央财政支出1981亿元 is 中央财政教育支出."""
    found = _WHOLE.search(around.ahead)
    if found is None or not around.lead.startswith("其中"):
        return measured._replace(measure="", words="")
    part = _OF_ALL.split(found[1])[-1]
    if len(part) > _PART or part in ("投入", "支出", "资金") or "财政" in part or "政府" in part:
        return measured._replace(measure="", words="")
    name = "中央财政" + part
    return measured._replace(measure=usual_name(name, change=False) or name)


def _is_of_all(measure: str) -> bool:
    """城乡低保标准分别提高: of both; of 中、高等职业学校在校生 only 高等 would be left."""
    return "分别" not in measure and _BOTH.search(measure) is not None


def _of_share(measured: Measured, it: Figure, around: Around) -> Measured:
    text = around.text
    if rate := _OF_RATE.match(text, it.end):
        name = measured.measure.removesuffix("现行")
        return measured._replace(measure=name + rate[1] if name else "")
    if _OF_PACE.match(text, it.end) and not _GROWTH_AIM.match(text, it.end):
        return measured._replace(measure="", words="")
    if not measured.change and measured.measure and _GROWTH_AIM.match(text, it.end):
        return measured._replace(change="增长", aimed=True)
    if around.named_to:
        return told_of(measured, around)
    if measured.measure and "占" not in measured.measure and _SHARE.search(around.lead):
        return measured._replace(measure=measured.measure + "占比")
    return measured


def _paced(measured: Measured, lead: str) -> Measured:
    """平均每年城镇新增就业1000多万人 is no number of one year."""
    pace = _PACE.search(lead)
    name = measured.measure
    if pace is None or not name or pace[1] in name or pace[1] in measured.change:
        return measured
    said = _PACES.get(pace[1], pace[1])
    if measured.change:
        return measured._replace(change=said + measured.change.removeprefix(said))
    return measured._replace(measure=said + name.removeprefix(said))
