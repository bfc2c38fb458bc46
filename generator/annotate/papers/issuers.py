"""Text around a document's title -> who issued it, as the text names them.

A body ends in a suffix (部, 委员会, 新区 …), begins at a boundary and has no verb inside; several
stand joined by 、 or 和. What does not fit is no issuer: better none than a wrong one.
"""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.names.gazetteer import entries
from generator.text.late import late

_VERBS = (
    "印发|发布|出台|制定|公布|通过|签署|签订|颁布|下发|发出|发表|编制|推出|批准|作出|制订|审议|提出"
    "|起草|修订|出版"
)
_CARRIED_OUT = "实施|施行|并实施|印发|发布"
_ACT = (
    "(?:(?:关于|联合|共同|正式|研究|制定|编制|审议|表决|审查|讨论|修订|印制|组织|首次|对外|集中|统一|同期|一并|牵头|协商)"
    f"(?:并)?)*(?:{_VERBS})(?:{_CARRIED_OUT})?"
)
_NEW = "首批|新版|新修订的|修订后的|新的|最新版|最新|一份|第一份|首个|首部|名为|题为|新版本的"
_COUNTERS = "期份项个部"
_ACTED = late(
    f"(?P<verb>{_ACT})(?P<done>了|的)?(?:(?:最新)?(?:第?[0-9一二两三四五六七八九十]+|首)[{_COUNTERS}]|{_NEW})?\\Z"
)
_ACTED_ENDS = frozenset(
    (*(it[-1] for it in f"{_VERBS}|{_CARRIED_OUT}|{_NEW}".split("|")), *_COUNTERS, *"了的")
)
"""Last characters of what `_ACTED` finds: a search over the window is dear."""
_PASSING = late("通过|批准")
_NOT_YET = late(
    "(?:将|拟|要|应|应当|抓紧|尽快|加快|推动|推进|没有|尚未|未|即将|需|可|争取|计划|建议|准备|适时|及时|不|配合|依法|开始|能否|完善)\\Z"
)
_ADVERB = late(
    "(?:近日|日前|近期|最近|不久前|前不久|今天|今日|昨天|昨日|当天|当日|同日|日内|上午|下午|晚上|晚间|联合|共同|正式|已经?|又|还"
    "|也|再次|先后|陆续|相继|同时|首次|专门|随后|率先|对外|向社会|会上|现场|集中|统一|连续|再|便|就|并|均|分别|曾|于|刚刚|一致"
    "|当地时间|牵头|会同有关部门|会同相关部门|在[^，、。]{1,8}"
    "|（[^（）]{1,12}）|\\([^()]{1,12}\\)|(?:[0-9]{2,4}年|去年|今年|前年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?<=[年月日])[初底末]?)\\Z"
)
_LONGEST_ADVERB = 14
_LEAD = late(
    "(?:当地时间|[0-9]{2,4}年(?:初|底|末)?|[去今前]年|[0-9]{1,2}月(?:初|底|末|份|上旬|中旬|下旬)?|[0-9]{1,2}日|（[^（）]{1,12}）|近日|日前|近期|最近|今天|昨天|今日|昨日"
    "|此前|随后|其中|同时|为此|目前|会上|现场|上午|下午|从|到|自|由|经|据|按照?|根据|依据|贯彻落实|贯彻|落实|执行|遵守|结合|学习"
    "|而|但|并|以及|和|与|及|在|对|当|当年|同年|期间|当时|当天|当日|同日|去|了|是|有|让|使|把|被|因|因为|由于|如|像|比如|例如|围绕|针对|通过)"
)
_SUFFIX = (
    "(?:部委?|委|局|厅|办|院|会|署|行|政府|委员会|办公厅|办公室|新区|开发区|高新区|示范区|自贸区|试验区|片区|园区|总局|总台|总队|支队|公司|集团"
    "|大学|学院|学校|研究院|研究所|研究中心|中心|协会|学会|联合会|商会|组织|联盟|法院|检察院|领导小组|指挥部|秘书处|秘书长|党组|党委|支部"
    "|人大|政协|省|市|县|区|州|旗|镇|乡|街道|社区|村|国|组委会|交易所|银行|基金会|出版社|联合国|欧盟|央行|中央|峰会|全会|论坛|智库|机构|协调机制)"
)
_HEAD = (
    "国务院|中共中央|党中央|中央军委|中央|中办|国办|两办|全国人大|全国人大常委会|全国政协|最高法|最高检|国家林草局|证监会|全会"
    "|党的[一二三四五六七八九十]+(?:届[一二三四五六七八九十]中全会|大)|世卫组织|欧盟|东盟|北约|白宫|联合国|国会|议会|内阁"
)
_BODY = late(f"(?:{_HEAD})|[\u4e00-\u9fffA-Za-z·0-9“”]{{1,26}}{_SUFFIX}")
_GROUP = late("等?(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3}|多)?个?(?:部门|部委|单位|机构)\\Z")
_WHOLE_GROUP = late(
    "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3}|多)个?(?:部门|部委|单位)\\Z|有关部门\\Z|相关部门\\Z"
)
_VERBAL = late(
    "[了着将把被从到由向也都要并这那某各您你我他她它们]|召开|举行|举办|表示|指出|强调|部署|推进|加快|实施|了解|获悉|记者|要求|提出|认为|明确"
    "|落实|按照|根据|印发|发布|出台|公布|制定|发表|签署|是(?!否)|在[^职线]|加强|推动|开展|进行|显示|介绍|成立|为了|对于|关于|本届|本次|有关"
    "|的(?!十)|与会|双方|中方|各方|该|此次|为[^民]|纳入|完善|进入|发言|说|来自|去年|今年|明年|近日|日前|审议"
)
_NO_BODY = frozenset(
    (
        "大会 会议 全会 峰会 论坛 省 市 县 区 全国 各国 两国 各省 全省 全市 我国 国 中心"
        " 社会 机会 协会 学会 组织 集团 公司 部门 机构 法院 学校 银行 社区 街道 村 镇 乡"
        " 州 旗 委 部 局 厅 办 院 会 署 行 当地 多国 外国 本国 他国 家 市场 社区 智库"
        " 联盟 两会 研究院 研究所"
    ).split()
)
_MEETINGS = frozenset("大会 会议 全会 峰会 论坛".split())
_CUT = late("[，,。；;：:！!？?《》\n—…]|(?<![\u4e00-\u9fff])[“”]|”(?![\u4e00-\u9fff])")
_AFTER = late(
    "(?:[（(][^（()）\n]{1,20}[）)])?[，,]?(?:已经|已|日前|近日|今天|昨天|正式|并|是)*(?P<by>由|经|经由)(?P<who>[^，。；《》\n]{2,40}?)"
    "(?:于[^，。]{2,12}|近日|日前|正式|联合|共同|于近日)?(?P<verb>印发|发布|审议通过|表决通过|讨论通过|批准|颁布|公布|制定|签署|通过|出台|编制|下发|起草)"
)
_TITLE = late("(?P<who>[\u4e00-\u9fff]{2,24}?(?:[ \u3000][\u4e00-\u9fff]{2,24}?)?)关于")
_HEADS = late(f"(?:(?:{_HEAD})、)?(?:{_HEAD})\\Z")
_DIRECT_TITLES = late("关于|(?:建议|决定|意见|通知|纲要|规划|方案|决议|条例|办法|报告)")


_DATELINE = late(
    "(?:新华社|中新社|本报)[\u4e00-\u9fff]{1,6}?(?:[0-9一二三四五六七八九十]{1,3}[月日]){0,2}[电讯](?:（[^）]*）)?"
)


def issuer_before(text: str, start: int, kind: str) -> str | None:
    """Who, by what stands before the title: 国务院办公厅印发《, 财政部制定的《, 国务院《关于."""
    floor = max(0, start - 90)
    window = text[floor:start]
    acted = _ACTED().search(window) if window[-1:] in _ACTED_ENDS else None
    if acted is None:
        return _direct(window, text[start + 1 : start + 4], kind)
    left = _DATELINE().split(window[: acted.start()])[-1]
    if _NOT_YET().search(left):
        return None
    left = _without_adverbs(left)
    if _NOT_YET().search(left) and not left.endswith("委"):
        return None
    if left.endswith(("，", ",")):
        # 今天（3月2日），公布: the subject is not here; 水利部3月2日，公布 is not written.
        return None
    return _bodies(left, acted.group("verb"))


def issuer_after(text: str, end: int) -> str | None:
    """Who, by what follows: 《…》由国务院颁布, 《…》经市人大常委会审议通过."""
    match = _AFTER().match(text, end, end + 80)
    if match is None:
        return None
    act = match.group("verb")
    if match.group("by") != "由" and not _PASSING().search(act):
        return None
    return _bodies(match.group("who"), act, whole=match.group("who"))


def issuer_in_title(title: str, kind: str) -> str | None:
    """Who, if the title says it: 国务院关于加强…的决定."""
    match = _TITLE().match(title) if kind else None
    if match is None:
        return None
    who = match.group("who")
    # 中共中央 国务院关于…
    named = all(_bodies(it, "", whole=it) for it in re.split("[ \u3000]", who))
    return who if named else None


def _direct(window: str, title: str, kind: str) -> str | None:
    if not kind or not _DIRECT_TITLES().match(title):
        return None
    found = _HEADS().search(window.removesuffix("的"))
    return found.group() if found else None


def _without_adverbs(text: str) -> str:
    while True:
        found = _ADVERB().search(text, max(0, len(text) - _LONGEST_ADVERB))
        if not found or not found.group():
            return text
        text = text[: found.start()]


def _bodies(left: str, act: str, whole: str = "") -> str | None:
    """The list of bodies at the end of `left`; `whole`: nothing may stand before it.

    `act`: the verb; meetings too pass and approve.
    """
    cut = [it.end() for it in _CUT().finditer(left)]
    raw = left[cut[-1] :] if cut else left
    raw = raw.strip("”“ ")
    if _WHOLE_GROUP().fullmatch(raw):
        return raw if not raw.startswith(("有关", "相关")) else None
    group = _GROUP().search(raw)
    names = raw[: group.start()] if group else raw
    items = names.split("、")
    kept: list[str] = []
    for number, item in enumerate(reversed(items)):
        clean = _clean(item, "" if number else act)
        if clean is None:
            break
        kept.append(clean)
        if clean != item:
            break
    if not kept:
        return None
    found = "、".join(reversed(kept)) + (group.group() if group else "")
    if whole and found != whole:
        return None
    return found


def _clean(item: str, act: str) -> str | None:
    """The body that `item` ends with, or None."""
    passing = _PASSING().search(act)
    if item in _known():
        return item
    while lead := _LEAD().match(item):
        item = item[lead.end() :]
        if item in _known():
            return item
    if passing and (
        item in _MEETINGS or re.fullmatch("[\u4e00-\u9fff·0-9]{2,30}(?:会议|大会|全会|峰会)", item)
    ):
        return item if not _VERBAL().search(item.replace("党的", "")) else _joint(item)
    if passing and item.endswith("全会"):
        return "全会"
    if item in _NO_BODY or len(item) < 2:
        return None
    if _BODY().fullmatch(item) and not _VERBAL().search(item):
        inside = _ending(item)
        return inside if inside and _glued(item, inside) else item
    return _joint(item)


_GLUE = late(
    "(?:教育|工作|发展|建设|行动|计划|项目|服务|管理|保障|标准|措施|监管|发布|开幕|闭幕|举行|启动|揭晓|开通|增长|通过|办法|条例|政策|体系|通知)\\Z"
)


def _glued(item: str, inside: str) -> bool:
    """Whether `item` is a headline that lacks its full stop, run into the body: 科技教育|教育部."""
    return inside != item and bool(_GLUE().search(item[: -len(inside)]))


def _joint(item: str) -> str | None:
    """The body that ends `item`, with the one that 和 joins to it: 中国和俄罗斯; never half of them."""
    last = _ending(item)
    if last is None or len(last) == len(item):
        return last
    before = item[: -len(last)]
    if before[-1] not in "和与同及":
        return last
    first = _clean(before[:-1], "")
    return first and first + before[-1] + last


def _ending(item: str) -> str | None:
    """The longest packaged name of a body that ends `item`."""
    known = _known()
    for length in range(min(len(item), 20), 2, -1):
        if item[-length:] in known:
            return item[-length:]
    return None


@cache
def _known() -> frozenset[str]:
    listed = (it.name for it in entries().values() if it.mark in "LB" and len(it.name) > 1)
    return frozenset((*_HEAD.split("|"), *listed)) - _NO_BODY
