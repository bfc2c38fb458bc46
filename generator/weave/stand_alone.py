"""A sentence -> whether readers understand it without those before it, and where it may begin."""

from __future__ import annotations

import re
from typing import Final

_LEAST, _MOST = 15, 120
_OPENING: Final = re.compile(
    """(?:
    [—■●◆▲★]+|\\d{1,2}、|据?(?:[^，。：“”（）]{1,4}社|本报)[^，。：“”（）]{2,14}(?:日电|[电讯](?=[（(][^（）()]{0,12}(?:记者|通讯员)))
    |(?:[^，。：]{1,4}社|本报)?记者[^，。：“]{2,20}报道：
    |[（(][^（）()]{0,12}(?:记者|通讯员|特约)[^（）()]{0,30}[）)]
    |[（(][\\u3400-\\u9fff]{2,4}(?:、[\\u3400-\\u9fff]{2,4})+[）)](?=[^，。])
    )\\s*""",
    re.VERBOSE,
)
"""Whose sentence it is, where and when it was sent, its number in a list."""
_LINKING: Final = re.compile(
    """(?:
    同时|与此同时|此外|另外|除此之外|因此|为此|对此|总之|首先|其次|再次|最后|例如|比如|事实上|据悉
    |会上(?=，[^，。；]{2,16}(?:发布|印发|公布|出台)[^。]{0,20}《)
    |(?:据|另据|记者)[^，。；“]{0,6}(?:了解|介绍|统计|获悉)(?:到)?|以(?:此|该[^，]{1,8})为[^，]{1,4}
    )，""",
    re.VERBOSE,
)
"""What ties a sentence to the one before it, and may be left out."""
_LEANING: Final = re.compile(
    """[“‘（(《]?(?:
    这|该|此|其|那|它|他|她|上述|以上|以下|前者|后者|前述|有关方面|双方|两者|本次|同期|同样|类似
    |同时|再者|随后|之后|随即|接着|接下来|会上|会议|会后|会前|期间|仪式上|当时|当日|当天
    |因而|所以|于是|由此|从而|可见|换言之|也就是说|实际上|当然|至此|针对这|面对这|围绕这|通过这
    |然而|但|而(?!立)|不过|可是|尽管如此|否则|相反|反之|即便|不仅|更重要的是|正因|正是|以及|或者
    |还(?![款贷林田草湿])|也(?!门)|并(?![购网轨])|且(?!末)|又|再(?!就|生|造|融|贷)|则|都(?![市江匀昌安])
    |譬如|诸如|尤其|特别是|第[一二三四五六七八九十]，|[一二三四五六七八九十]是|一方面|另一方面
    |[受因]此|包括[：:，]|(?:清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚间|深夜|凌晨|当晚)，
    |(?:[会部局县市校院]长|主[席任]|书记|总?经理|董事长|秘书长|发言人)(?=[一-鿿]{2,4}[在说指表强介宣今昨日近，])
    |根据(?:协议|规划|计划)|按照(?:协议|规划|计划)|记者
    )""",
    re.VERBOSE,
)
_POINTING: Final = re.compile(
    "该(?!当)|[亦也]是|[为对受因]此|这[一些个项种次里家方两]|那[些个]|上述|此次|本次|本[报刊]|他们|她们|它们|[他她]说|他表示"
)
_LISTING: Final = re.compile("[：，；]一[是要]|首先，")
_SECOND: Final = re.compile("二[是要]|其次，")
"""A list of which the rest stands in other sentences."""
_QUOTED: Final = re.compile("“[^”]*”")
_PICTURED: Final = re.compile(
    "（[^（）]{0,6}照片）|(?:摄影|[拍]摄)(?:的[^，。]{0,12})?。?$|^(?:这|图)[为是]"
)
"""What stands below a picture."""
_SENT: Final = re.compile("日电(?:[（(][^（）()]*[）)])?$")
"""A dateline, and nothing else."""
_ASKING: Final = re.compile("[？?]|吗|怎么|如何.{0,12}$")
_SPEAKING: Final = re.compile(
    "(?<![自忘无])我(?![国省市县区军方驻党院校厂村镇乡队所局部台海边])|咱|您|你"
)


def freed(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence text[start:end] without blanks at its ends, and without what comes before what it
    says: a dateline, （记者…）, its number, 此外，.
    """
    while start < end and text[start].isspace():
        start += 1
    while opening := _OPENING.match(text, start, end):
        start = opening.end()
    while start < end and text[end - 1].isspace():
        end -= 1
    link = _LINKING.match(text, start, end)
    return (link.end(), end) if link else (start, end)


def stands_alone(text: str) -> bool:
    """Whether it is a whole sentence, of a length that is read at a glance, and leans on no other."""
    if not _LEAST <= len(text) <= _MOST or text[-1] not in "。！”’）" or "……" in text:
        return False
    if (
        _PICTURED.search(text)
        or _SENT.search(text)
        or _LEANING.match(text)
        or _ASKING.search(text)
        or is_spoken(text)
    ):
        return False
    if _LISTING.search(text) and not _SECOND.search(text):
        return False
    if text.count("“") != text.count("”") or text.count("（") != text.count("）"):
        return False
    return sum(map(len, _QUOTED.findall(text))) * 2 < len(text)


def starts_alone(text: str) -> bool:
    """Whether it begins with nothing that goes on from a sentence before it."""
    return not _LEANING.match(text)


def is_spoken(text: str) -> bool:
    """Whether it is somebody's own words to others: 我十分高兴, 你们."""
    return _SPEAKING.search(text) is not None


def leans(text: str) -> float:
    """1 if it points at what stands before it, less if that may stand in its own first clause."""
    found = _POINTING.search(text)
    if found is None:
        return 0.0
    comma = text.find("，")
    return 0.2 if 0 <= comma < found.start() else 1.0
