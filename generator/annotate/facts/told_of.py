"""A name behind an amount -> with what its clause says of it: 贫困县全部摘帽."""

from __future__ import annotations

import re

from generator.annotate.facts.around import Around
from generator.annotate.facts.measures import usual_name
from generator.annotate.facts.wording import Measured

_HAN = re.compile("[一-鿿]")
_TAIL = re.compile("[^，。；：！？、\\n…—（“《]*")
_NOUN_GOES_ON = re.compile(
    "[和与及](?![0-9一二两三四五六七八九十百千])([一-鿿]{2,8}?)(?=[，。；]|$)"
)
_DONE_WITH = re.compile(
    "(?:签约|签署|签订|合作|共建|对接|会面|会谈|见面|交流|竞争|联合|相关|有关|相连|相接|结对|挂钩|并行|同行|比赛)$"
)
"""11个项目与市政府签约: what is done with somebody, not a second thing that is counted."""
_TIED = re.compile("[的等及和与或、，。；]")
_LONGEST = 16
_OPENS = ("“", "《", "（", "(")
_MOVED = re.compile("(?:使|让|为|对|把|将|向|组织|支持|推进|完成|确保|帮助|带动)$")
_NOMINAL = re.compile(
    "[一-鿿]{0,8}(?:事项|工作|项目|制度|计划|范围|问题|任务|措施|政策|试点|工程|行动|标准|机构|人员|产品|设施|设备|基地|"
    "中心|园区|平台|成果|岗位|课程)"
)
"""The name goes on to the end of the clause: 职业资格许可认定事项."""
_DEED = re.compile(
    "共同|联合|一起|均|都|纳入|实施|开展|进行|参加|建立|获得|享受|选择|免费|完成|启动|推进|列入|通过|取得|投入|承担|参与"
)
_TALE = re.compile("[被把皆与向从以于]|提到|发现|加盟|获得|先后|后$")
_DONE = re.compile(
    "(?:已|均|都)?(?:全部|基本|如期|实现|得到|脱贫|摘帽|退出|通过|完成|建成|投产|投用|开工|通车|获批|落地"
    "|参保|参加|参展|参会|参赛|入围|入选|入驻|落户|签约|注册|上市|受益|受灾|死亡|受伤|失踪|被困|遇难|获救)"
)
"""What becomes of things that are counted, and is what the count is of."""
_TOLD_TO = re.compile("要|应|都|均|需|须|能|可|不|加快|加强|继续|进一步|更")
_PLACE_NAME = 4
_BARE = 2
_OWN = 7
"""Characters of a name that says enough by itself."""


def told_of(measured: Measured, around: Around) -> Measured:
    """A name behind the amount with what its clause says of it: 贫困县全部摘帽."""
    text, end = around.text, around.named_to
    name = measured.measure
    further = _NOUN_GOES_ON.match(text, end)
    if further and _DONE_WITH.search(further[0]):
        return measured
    if further:
        return measured._replace(measure=name + further[0])
    if text[end : end + 1] in ("和", "与", "及") and _HAN.match(text, end + 1):
        tail = _TAIL.match(text, end)
        if tail and not any(it.isdigit() for it in tail[0][:4]):
            return measured._replace(measure="", words="")
    if text[end : end + 1] in _OPENS and len(name) < _OWN:
        # 企业“老工伤”人员
        return measured._replace(measure="", words="")
    found = _TAIL.match(text, end)
    tail_words = found[0] if found else ""
    if tail_words and _NOMINAL.fullmatch(tail_words) and not _DEED.match(tail_words):
        return measured._replace(measure=_usual(name + tail_words))
    if not tail_words or usual_name(measured.words, change=False):
        return measured
    if len(name) <= _BARE and _TOLD_TO.match(tail_words):
        # 1.5亿学生和…受益, 57个项目要加快建设
        whole = name + tail_words
        fit = _DONE.match(tail_words) and _fits(whole)
        return measured._replace(measure=whole if fit else "", words=measured.words if fit else "")
    if tail_words[0] == "的":
        if not measured.verb or not text.startswith(
            measured.words.removeprefix(measured.verb),
            end - len(measured.words.removeprefix(measured.verb)),
        ):
            return measured
        # 解决了6000万农村人口的饮水困难
        whole = name + tail_words
        return measured._replace(measure=_usual(whole) if _fits(whole) else "")
    if _TIED.match(tail_words):
        return measured
    if len(measured.words) >= _OWN and measured.words == name:
        return measured
    if around.lead.endswith(("在", "于")):
        return measured if len(name) >= _PLACE_NAME else measured._replace(measure="", words="")
    if _MOVED.search(around.lead) and not _TALE.search(tail_words):
        whole = name + tail_words
        return measured._replace(measure=whole if _fits(whole) else "")
    if _TALE.search(tail_words) or (around.kind == "count" and not _DONE.match(tail_words)):
        # 四颗卫星皆与木星形成潮汐锁定: the thing is counted, whatever is told of it.
        return measured
    whole = name + tail_words.removeprefix("进行了").removeprefix("进行")
    return measured._replace(measure=whole if _fits(whole) else "")


def _usual(words_: str) -> str:
    return usual_name(words_, change=False) or words_


def _fits(words_: str) -> bool:
    return len(words_) <= _LONGEST and not any(it.isdigit() for it in words_)
