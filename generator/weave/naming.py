"""A name as an article has it -> the name under which it belongs with those of other articles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from generator.annotate.names.gazetteer import entries
from generator.model.findings import NameKind
from generator.text.data import read_table

_UNITS = (
    "公司|总公司|分公司|子公司|集团|集团公司|企业|工厂|[总分]厂|厂|合作社|商会|协会|学会|联合会|工会|妇联|团委|"
    "中心|研究院|研究所|研究中心|实验室|大学|学院|学校|中学|小学|高中|幼儿园|医院|卫生院|银行|支行|分行|"
    "[省市县区州镇乡]委|[省市县区州镇乡村]?(?:党委|政府|人民政府|人大|人大常委会|政协|纪委|监委|纪委监委|法院|检察院)|"
    "党工委|工委|管委会|委员会|常委会|村委会|居委会|村支部|[总党]支部|支部|党支部|党组织|党组|董事会|理事会|监事会|组委会|"
    "指挥部|领导小组|工作组|工作队|代表团|代表队|办公室|办公厅|组织部|宣传部|统战部|政法委|法院|检察院|公安局|"
    "派出所|税务所|部队|支队|大队|中队|总队|校队|国家队|会议|大会|机关|部门|单位|机构|基地|园区|项目部|编辑部|总部|门诊部"
)
_RELATIVE = re.compile(
    f"(?:[该本我全贵两各此]|省|市|县|区|州|镇|乡|村|校|院|团|学生|职工|教职工|地方|当地|中央|国家|上级|基层)?(?:{_UNITS})"
)
_LEVEL = re.compile(
    "[省市县区州镇乡村校院厂](?:委|政府|人民|人大|政协|纪委|监委|直|属|级|财政|教育|公安|农业|文[旅化广体]|卫[健生]|住建|交通|"
    "水[利务]|自然资源|生态|林|市场|发改|发展|经信|工信|工商|科技|科协|商务|民政|司法|人社|审计|统计|税务|应急|信访|"
    "扶贫|乡村振兴|行政|政务|招商|残联|妇联|总工会|供销|气象|医保|金融|大数据|城管|城市管理|国资|档案|党校)"
)
_FROM = re.compile("关于")
_MARKS = str.maketrans("", "", "《》 \u3000")
_DASHES = re.compile("[—－–―\u2212~～-]+")
_GENERIC_TITLE = re.compile(
    "(?:政府|法院|检察院|财政|预算|国务院|中央|纲要|规划|计划|条例|办法|方案|工作|年度|实施|行动|总体|指导|管理|暂行|试行|联合|共同|若干|专项|战略|框架|"
    "合作|谅解|备忘|责任|承诺|目标|考核|发展|建设|改革|服务|安全|产业|规范|技术|操作|项目|补充|双边|伙伴|友好|最终|部长|主席|"
    "领导人|新闻|媒体|调研|审计|研究|评估|投资|采购|劳动|买卖|租赁|保密|三方|五年|十年|中长期|长期|年)*"
    "(?:意见|方案|计划|办法|细则|规定|通知|通告|公告|通报|报告|公报|声明|决定|决议|合同|协议|协议书|协定|条约|倡议|倡议书|"
    "白皮书|蓝皮书|绿皮书|章程|条例|规划|纲要|宣言|建议|建议书|备忘录|指南|手册|目录|清单|标准|准则|规则|公约|责任书|"
    "草案|承诺书|意向书|说明|批复|讲话|决策|措施|制度|法规|路线图|指引|指导意见)"
    "(?:\\((?:修订|修正)?(?:草案|征求意见稿|试行|送审稿|稿)\\))?"
)
_DEEP = 3
_COUNTY = 3
"""Characters from which on the name of a county without 县 is that of no other place."""
_SAME_LAWS = {
    "香港基本法": "香港特别行政区基本法",
    "澳门基本法": "澳门特别行政区基本法",
}
_LAW = re.compile("中华人民共和国(?P<law>.{2,}(?:法|条例|法典))")


def official(kind: NameKind, name: str) -> str:
    """山西 -> 山西省, 中组部 -> 中央组织部: as the packaged lists have it; else the name itself."""
    if kind == "TERM":
        return _same_terms().get(name, name)
    known = entries()
    entry = known.get(name)
    if kind == "ORG" and name.endswith("公司") and (entry is None or not entry.full):
        # 微软公司
        brand = known.get(name.removesuffix("公司"))
        if brand is not None and brand.sort == "company":
            name, entry = brand.name, brand
    if kind == "LOC" and entry is None and name.endswith("市"):
        # 仙台市, 巴黎市
        city = known.get(name[:-1])
        if city is not None and city.sort == "world_city":
            return city.name
    # A full name may be short for a fuller one.
    for _ in range(_DEEP):
        if entry is None or not entry.full or entry.kind != kind:
            break
        if entry.sort == "county" and len(name) < _COUNTY:
            # 新罗, 汉阳: only its text tells whether a district of today is meant.
            break
        name = entry.full
        entry = known.get(name)
    return name


@cache
def _same_terms() -> dict[str, str]:
    return {
        other: usual
        for usual, others in read_table("same_terms.tsv")
        for other in others.split(" ")
    }


def bars(not_same: Iterable[frozenset[str]]) -> dict[str, frozenset[str]]:
    """Name -> the names that it is not short for, as editors say."""
    found: dict[str, frozenset[str]] = {}
    for group in not_same:
        for name in group:
            found[name] = found.get(name, frozenset()) | (group - {name})
    return found


def usual_forms(names: frozenset[str]) -> frozenset[str]:
    """What the packaged lists have as another form of one of the names: 海南自贸港."""
    if not names:
        return names
    return frozenset(short for short, entry in entries().items() if entry.full in names)


def is_relative(name: str) -> bool:
    """Whether only its text tells which body it is: 公司, 县委, 市教育局, 该中心."""
    if name in entries():
        return False
    return _RELATIVE.fullmatch(name) is not None or _LEVEL.match(name) is not None


def title_key(title: str) -> str:
    """A document's name without what is written now so, now otherwise: 《》, widths, dashes."""
    key = unicodedata.normalize("NFKC", title.translate(_MARKS))
    key = _DASHES.sub("-", key)
    law = _LAW.fullmatch(key)
    if key in _SAME_LAWS:
        return _SAME_LAWS[key]
    # 宪法 and 刑法 other countries have as well.
    return law["law"] if law is not None and len(law["law"]) > 2 else key


def is_generic_title(title: str) -> bool:
    """政府工作报告, 实施方案: of which there are many, and only the text tells whose."""
    return _GENERIC_TITLE.fullmatch(title) is not None


def without_issuer(key: str) -> str:
    """中共中央国务院关于…的意见 -> 关于…的意见; empty if there is nothing to take away."""
    found = _FROM.search(key)
    return key[found.start() :] if found is not None and 0 < found.start() <= 40 else ""
