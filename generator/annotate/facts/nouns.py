"""Words of a clause -> the name of what is counted or measured, clean, or nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from generator.annotate.facts.tagged import name_in


class Noun(NamedTuple):
    """A name, and the verb that belongs to it: 退出 of 退出钢铁产能."""

    words: str = ""
    verb: str = ""


_TIME = (
    "[0-9]{1,2}月份?|(?:19|20)[0-9]{2}年|[今去前明当]年|全年|年内|年底前?|上半年|下半年|前[一二三]季度|[一二三四]季度|本月|当前|"
    "[一二三四五十0-9]+年来|[一二三四五]年(?!级)(?:[内间](?!部|地|容|设|需))?|今后[一二三四五]年|近年来|近[一二三四五]年|未来[一二三四五]年|“?十[一二三四五]五”?(?:时期|期间)?|"
    "现(?!代|金|场|役|存|货)|目前|截至|截止"
)
_FORE = re.compile(
    f"(?:{_TIME}|以来|来(?!华|自|访|京|信|年)|(?:国务院)?各部门(?=共|取消|清理)|[内间](?=全国|参保|累计)|前[一二两三四五]年|(?:年初)?(?:确定|提出|规定)的|[一二三四五六七八九]是|（[一二三四五六七八九十]+）|仍(?!然)|则|个?月内|提前(?:[一二三两半]年|[0-9一二三四五六]+个月)?|其中|同时|此外|预计|力争|确保|争取|预期(?!寿命)|到|累计|共(?![同享建有产])|共计|总计|合计|已经|已|再(?!就业|生|贷款|保险)|又|也|还(?!草|林|款|田|贷)|均(?!衡)|都(?![会市江督护城匀柳灵])|仅|而(?!立)|"
    "要(?!素|求)|将|拟|应(?!届|急|用|收)|需(?!求)|继续|进一步|首次|开始|年均|同比|一次性|基本(?=完成|实现|建成|达到)|全面(?=完成|实现|推)|努力|全力|切实|坚决|认真|着力|积极|大力|推动|推进|促进|带动|拉动|加快|支持|"
    "实现|完成|安排|达到|保持|使|让|令|把|就(?!业)|则(?!是)|则是|尤其是|特别是|包括|比如|例如|现有|现已|"
    "全国(?!人大|政协|性)|我国|中国(?!共)|我省|我市|我县|我区|全省|全市|全县|全区|全自治区|各地|各级|该市|该省|该县|该区|本市|本省|全社会(?=固定|研)|全行业|"
    "新(?=签)|新增(?!长)|净增|由|从(?!业)|按照?|通过|以(?!上|下)|用于|共有|拥有|有(?![效色限机关偿轨])|的|了|，|、|“|是|与|和(?!谐)|及|以及|等(?![候待级额值温压效距比离次])|并(?!购|网)|且|主要(?=是)|每个|每人|人均(?=财政安排))"
)
_DEED = (
    "围绕|稳定|建成投用|建成投产|建成|建设了?|建立了?|组建了?|研发了?(?!经费|投入|费用|强度|机构|中心|人员|平台)|选育了?|集成了|开发了|挂牌成立了?|成立了?|设立了?|引进了?|培育了?|形成了?|"
    "提出|确定|选派|派出|发放|拨付|下达|筹集|落实|举办了?|开展|制定修订|制修订|制定|修订|颁布|签订|获得|取得|荣获|发现|推出|吸引|汇聚|聚集|集聚|打造了?|"
    "认定|创建|布局|发布|发出|培养|参与|参加|展出|上架|导致|造成|发起|解决(?=[一-鿿]{4})|发射|收购|超额完成|达成|签署|收治|接待|公布|查处|受理|审结|提请|部署|启动|投放|招收|增设|招聘|录用|征收|减收|选聘|输送|命名|表彰|"
    "提供|创造|组织|投入(?=[一-鿿]{3})|增(?=发)|开行|运送|救出|出动|调集|派驻|缴获|抓获|破获|收缴|播种|收获|裁减|安排|出席|列席|杀害|俘虏|歼灭|击毙|击沉"
)
_DEEDS = re.compile(f"(?:{_DEED})")
_INNER = re.compile(
    "制定修订|制修订|制定|修订|提请|招聘|完成|实现|裁减|建成|组建|派出|选派|发放|拨付|下拨|筹集|引进|获得|取得|荣获|查处|挂牌成立|成立|设立|新设|选育|培养|签订|签署|带动|吸引|出动|投放|发行|提供|拥有|达成|审议|推出|出台|审结|受理|发射"
)
_STRONG = re.compile(
    "宣布|展演|展出|征集|介绍|击退|击落|播种|导致|造成|评选出?|派出|推出|审议|制定修订|制修订|制定|修订|提请|设立|建成|成立|出动|签署|签订|吸引|选派|发现(?=[一-鿿]{3})|带动|获得|荣获|"
    "取得|受理|审结|查处|增设|招收(?=[一-鿿]{3,8}$)(?![一-鿿]*人数)|(?<!转移)支付(?=[一-鿿]{2})|(?<=[会届])设(?![计备施立置区想法])|安置(?=[一-鿿]{3})"
)
"""Verbs that end what stands before them."""
KEPT = re.compile(
    "(?:取消和(?:调整|下放|免征|停征)|招收|新设(?!立)|新建改建|新改建|改扩建|新建|改建|扩建|改造|淘汰关停|淘汰|关停|关闭|拆除|退出|化解|新开工|开工|搬迁|转移|取消|下放|整治|修复|治理|安置|资助|救助|减免|"
    "清理|退耕|除险加固|新解决|解决|惠及|覆盖|精简|消除|偿还|清偿|清付|盘活|放宽|免除|免征|核减|撤销|停征|清欠|修改|废止|发行|新发放|转化)"
)
"""What was done belongs to the measure: 新建铁路 is not all there is."""
_CUT = re.compile(
    "的(?![黎纳里士])|从而|进而|以便|(?:把|将(?!军)|给(?!水|排|予)|向(?!日)|使(?!用|命|馆)|让(?!利)|被(?!子)|[（(，“])(?![^（(]*[）)])|对(?![外口象策华]|[^，。；]{2,10}贡献率)|(?<![认成行])为(?!民)|(?<![现存])在(?![校职岗建线册编学])|(?<=[一-鿿])达到"
)


_EVERY = re.compile("各(?:类|种|项|级)")
_FOR_FIRMS = re.compile("^(?:企业|市场主体|个人|群众|居民|和)+(?=减税|减负|减免|退税|让利)")


def fore(run: str) -> str:
    """Without words of time, scope and manner at its beginning."""
    while run and (match := _FORE.match(run)):
        run = run[match.end() :]
    return run


def deeds(run: str) -> str:
    """Without verbs at its beginning either."""
    while run and (match := _DEEDS.match(run) or _FORE.match(run)):
        run = run[match.end() :]
    return run


@lru_cache(maxsize=2048)
def noun_at_end(run: str) -> Noun:
    """The noun phrase at the end of a clause; empty if it would be foolish."""
    cut = 0
    for match in _CUT.finditer(run):
        if len(run) - match.end() >= 2:
            cut = match.end()
    modifier = _modifier(run, cut)
    run = fore(run[cut:])
    kept = KEPT.match(run)
    if kept and (every := _EVERY.match(run, kept.end())):
        # 资助各类学校家庭困难学生
        run = kept[0] + run[every.end() :]
    if not kept or len(run) - kept.end() < 2:
        bare = deeds(run)
        run = bare if len(bare) >= 2 else run
        kept = KEPT.match(run)
    run = _FOR_FIRMS.sub("", run)
    found = name_in(run, kept.end() if kept else 0)
    if found and (inner := _last(_STRONG, found)) and len(found) - inner >= 2:
        return Noun(name_in(fore(found[inner:]), 0) or found)
    if found and modifier:
        return _modified(modifier, found)
    if found:
        return Noun(found, kept[0] if kept and found.startswith(kept[0]) else "")
    for match in _INNER.finditer(run):
        cut = match.end()
        if len(run) - cut >= 2 and (found := name_in(fore(run[cut:]), 0)):
            return Noun(found)
    return Noun()


def _modifier(run: str, cut: int) -> str:
    """参加合作医疗农民 of 参加合作医疗农民的补助标准; empty if there is none, or it says whose it is."""
    if not cut or run[cut - 1] != "的":
        return ""
    start = 0
    for match in _CUT.finditer(run, 0, cut - 1):
        start = match.end()
    words = fore(run[start : cut - 1])
    return "" if len(words) < _LEAST or _OWNER.search(words) else words


def _modified(modifier: str, found: str) -> Noun:
    """What is told of it belongs to its name; where that gets long, a name that says little is none."""
    kept = KEPT.match(modifier)
    whole = f"{modifier}的{found}"
    if len(whole) <= _MOST and _TIDY.fullmatch(modifier) and _is_whole(modifier):
        return Noun(whole, kept[0] if kept else "")
    return Noun(found if len(found) >= _TELLING else "")


def _is_whole(modifier: str) -> bool:
    return not _LOOSE.match(modifier) and modifier.count("“") == modifier.count("”")


_LEAST = 2
_MOST = 18
_TELLING = 6
"""Characters of a name that says enough without what is told of it."""
_TIDY = re.compile("[一-鿿A-Za-z·“”、]+")
_LOOSE = re.compile("[由因随从按经被以为在至使令让]|由于|对于|关于|其|这|那|此|我们|他们|大家|自己")
_OWNER = re.compile(
    "(?:公司|集团|工厂|医院|学校|大学|学院|[局委院部厅]|银行|企业|[省市县区州镇乡村国]|地区|时间|时候|基础|情况|条件|背景|[上下中内]|以[来后前]|[年月日])$"
)


def _last(pattern: re.Pattern[str], run: str) -> int:
    """End of its last match behind the beginning; 0 if there is none."""
    end = 0
    for match in pattern.finditer(run, 1):
        end = match.end()
    return end


KEPT_END = re.compile(f"(?:{KEPT.pattern}(?:和|、|及))?{KEPT.pattern}(?:了)?$")
"""The clause up to an amount ends with such a verb: 新建1亿亩高标准农田."""
