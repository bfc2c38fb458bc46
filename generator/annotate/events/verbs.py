"""Words of events, and patterns made of them. The lists are in `event_words.tsv`."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from generator.annotate.either import either
from generator.text.data import read_table

Sort = Literal["sign", "hold", "issue", "found", "move", "visit", "approve", "appoint", "reveal"]
SORTS: tuple[Sort, ...] = get_args(Sort)


def _words(kind: str) -> tuple[str, ...]:
    """The longest first: a pattern takes the first that fits."""
    rows = (words.split() for name, words in read_table("event_words.tsv") if name == kind)
    return tuple(sorted((word for words in rows for word in words), key=len, reverse=True))


SORT_OF: dict[str, Sort] = {word: sort for sort in SORTS for word in _words(f"verb:{sort}")}
HEADS: dict[Sort, tuple[str, ...]] = {sort: _words(f"head:{sort}") for sort in SORTS}


@cache
def head(sort: Sort) -> re.Pattern[str]:
    """The last word of what is signed, held, issued …"""
    return re.compile(either(HEADS[sort]))


NO_HEAD = _words("no_head")
GENERIC = frozenset(_words("generic"))

_NOUN_AFTER = (
    "仪式|式|(?<=[布约牌动署立])会(?!见|员|计|议|长)|暨|方(?!案|便|面|式)"
    "|书(?!记)|日(?!本)|权|稿|词|团队|前|后(?!备)|以来|之|周年"
    "|[0-9一二三四五六七八九十]+(?:多|余)?周?年"
    "|中(?!国|心|央|小|医|药|东|华|俄|美|欧|法|德|日|非|英|新)"
    "|人(?!工|才|民|力|形|口)|者|站|期|率|量|数量|总额|金额|次数|条件|地点|平台上"
    "|过程|背景|中心|基地|场"
)
VERB = re.compile(f"(?:{either(SORT_OF)})(?!{_NOUN_AFTER})")
"""On the masked text: a verb, not the first half of a noun (签约仪式, 发布会, 成立50周年, 召开后)."""
LONGER = {
    word: tuple(it for it in SORT_OF if it.startswith(word) and it != word) for word in SORT_OF
}
"""启动 begins 启动建设: where the longer verb was none, its beginning is none either. (An atomic
group would say the same, but without it the pattern is found three times as fast.)"""
_BREAK = (
    "\\Z|并(?!购|网)|时(?!代|间|尚|节|刻|期|装|效|空)|期间|后(?!备|勤|续)"
    "|以(?!及|色|外)|开展|进行|研究(?!院|所|中|生|员)|介绍|推动|宣布|强调|指出|提出"
    "|助力|旨在|推进|明确|上(?!海|市|合|线|限|下)|部署|回顾|总结|听取|审议|讨论|分析"
    "|纪念|庆祝|欢迎|支持|促进|保障|助推|鼓励|规范|加强|破解|帮助|予以|随后|共同|共商|吸引|聚焦|[（(\ue004]"
)
BREAK = re.compile(_BREAK)
"""What may follow the noun phrase after a verb."""
_ADVERB = (
    "应邀|又一次|再一次|联合|共同|正式|近日|日前|近期|最近|不久前|日内|今晚|昨晚|今早|上午|下午"
    "|晚间|晚上|当晚|凌晨|中午|同期|先后|陆续|相继|隆重|胜利|成功|首次|全面|又|也|还"
    "|已经?|再次|主持|一同|同步|同时|顺利|圆满|如期|分别|一起|现场|专程|全线|全部|率先"
    "|盛大|热烈|开始|亲切|亲自|并|随后|制定|起草|集中|统一|对外|向社会|全国|新|刚刚|曾"
    "|当场|正|就地|组织|当地时间|全票|专门|研究|编制|于当日|当日|当天|同日|今日|昨日|完成"
    "|建成|时间|连续[0-9一二三四五六七八九十]+[年次届]|审议通过|合作|实地|一并|牵头|创新"
    "|重新|依法|紧急|双双|双方|依次|首批|首先|宣布|宣告"
)
_MODAL = (
    "确保|力求|保障(?=\ue002|\ue003)|没有|没能|尚未|从未|并未|未能|未曾|未"
    "|不(?!久|断|仅|同|少|锈)|无法|拒绝|避免|反对|计划|拟|力争|争取|预计|有望|推动"
    "|支持|鼓励|希望|期待|愿(?!景)|建议|关于|必须|应当|应(?!急|用|邀|对|国|勒)"
    "|要(?!闻|素|地)|可(?!可)|能(?!源|力|量)|加快|推进|促进|努力|即将|准备|筹备"
    "|提议|倡议|呼吁|欢迎|授权|决定|同意|如果|若|一旦|每年|每月|每周|定期|经常|多次|常态化"
    "|注意到|提请|继续|迎接|祝贺|抓紧|尽快|各类|只要|待|敦促|要求|参加|出席|陪同|列席|谴责"
    "|抗议|为了|因|由于|从(?!严|事|业|容)|自从|自(?=\ue004)|通过|围绕|着眼|从而|进而"
    "|得以|参观|推迟|取消|暂停|申办|考虑|讨论|商讨|协商|承诺|威胁|试图|企图|被|据|谈及"
    "|关注|看好"
)
"""Between subject and verb: a wish, a plan, a condition, a negation."""
_WHOLE = (
    "重要|主要|需要|要素|要求|纪要|能源|能力|功能|智能|性能|动能|节能|新能|储能|核能|赋能"
    "|职能|可再生|可持续|应急|应用|响应|供应|效应|反应|适应|存在|现在|正在|内在|所在|在线"
    "|在建|在校|在职|潜在|实在|共同体|合同|同意|同比|同志|和平|和谐|共和|温和|和田|同济"
    "|大同|同仁|于洪|于田|由于|关于|对于|终于|善于|属于|基于|处于|至于|低于|高于|等于|位于"
    "|与会|参与|与时|新区|新材料|新闻|创新|高新|更新|新型|新质|新疆|新华|新增|新建"
    "|国新|新时代|新兴|新一代|开始|研究院|研究所|研究中心|研究会|研究生|科研究|合作社|合作区"
    "|合作组织|自贸|自治|自然|自动|自主|自由|自行|自身|来自|自驾|各自|计划单列|促进会|促进法"
    "|促进中心|和国|全国人大|全国政协|全国总工会|全国妇联|全国性|全国人民|全国各地|全国统一"
    "|通过率|建议书|不锈钢|因地|基因|原因|因素|据点|数据|证据|大数据|被子|推进会|倡议书"
    "|支持率|应对|时间表|组织部|组织法|组织奖|组织者|正定|改正|真正|公正|还款|归还|并购|合并"
    "|曾经|因为|作为|成为|认为|行为|人为|华为|以为|为主题|为期|方向|意向|面向|走向|就业"
    "|成就|相对|绝对|针对|对话|对外|对口"
)
"""Words that hold one of the others and are not to be cut."""
_GOING = "到访|来到|前往|深入|走进|抵达|先后到|先后赴|赴|到(?!会|场|位|期)"
_JOINING = "以及|会同|与|同|和|跟|及|、"
_FIRSTS = {it[0] for it in f"{_WHOLE}|{_MODAL}|{_ADVERB}|{_GOING}|{_JOINING}".split("|") if it}


@cache
def tokens() -> re.Pattern[str]:
    """Words of the clause before a verb; what begins like none of them is taken in one piece.

    y, z other; x whole words; E what is masked; F 将; M modal; A adverb; G going; T 在; V 为, 向;
    W joining; B brackets.
    """
    return re.compile(
        f"(?P<y>[^{re.escape(''.join(sorted(_FIRSTS)))}将在于为向就对（(\ue000-\ue006]++)|(?P<x>{either(_WHOLE.split('|'))})"
        f"|(?P<E>[\ue001-\ue006]\ue000*+)|(?P<F>将)|(?P<M>{_MODAL})|(?P<A>{_ADVERB})|(?P<G>{_GOING})"
        f"|(?P<T>在|于)|(?P<V>为|向|就|对)|(?P<W>{_JOINING})"
        r"|(?P<B>[（(][^（()）\n]{0,40}[）)])|(?P<z>.)",
        re.DOTALL,
    )


_NO_PLACE = (
    "这里|这儿|此间|当地|会上|现场|全国|各地|全球|国内|境内|线上|基层|一起|线下|内|上|中"
    "|下|时|后|期间|之际|方面|前|之前|过程|框架|时代|同时|其中|邀请|见证|带领|支持|指导"
    "|帮助|基础|背景|多地|海内外|国内外|以外"
)
NO_PLACE = re.compile(f"(?:{_NO_PLACE})\\Z")
"""After 在: no place, or none that says where."""
