"""Where a title stands -> the body it is held in: the longest that ends there."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from generator.annotate.names.gazetteer import entries
from generator.annotate.offices.titles import Title, titles
from generator.model.findings import Name, Offsets
from generator.text.late import late

_REACH = 24
"""How far before a title its body may begin, where no name reaches it."""
_BODY = late(
    "[\u4e00-\u9fffA-Za-z0-9“”（）·]*(?:公司|集团|大学|学院|研究院|研究所|科学院|中心|委员会|协会|学会|联合会|联盟|商会|基金会"
    "|银行|党委|党组|支部|总支|纪委|工委|团委|省委|市委|县委|区委|州委|政府|人大|政协|法院|检察院|医院|学校|中学|小学"
    "|事务所|实验室|合作社|出版社|报社|杂志社|电视台|俱乐部|理事会|董事会|常委会|村委会|居委会|业委会|工会|妇联|残联|党校"
    "|社区|街道|园区|景区|基地|开发区|新区|[省市县区乡镇村州旗]|代表团|[一二三四五六七八九十]队|国家队|大队|支队|总队|工作队|工作室|教研室|办公室"
    "|[\u4e00-\u9fff]{2}(?:[部局厅署处科司院所委会团社站台馆校厂行队府室组系庭矿]))"
)
"""What a stretch before a title has to end in, to be a body."""
_NO_BODY = late(
    "[的了在由从对向是将被让把给到于为等说称使得着过也还就都又和与及同以][\u4e00-\u9fff]?$|^[和与及同以]|^[前原](?=党)"
    "|[的了在由从对向是将被让把给到于说称着因而]|会见|会晤|访问|考察|调研|抵达|举行|召开|出席|参加|陪同|任命|选举|宣布|签署|接受|采访|邀请|推荐"
    "|担任|当选|家[和与及]|期间|今天|昨天|[0-9年月]日|当地|听取|率领|走进|来到|现任|时任|[原前曾兼]任|以及|此前|随后"
)
"""What no body's name holds: the stretch is more than a name."""
_MODIFIER = late(
    "(?:首席|高级|资深|常务|执行|联合|名誉|荣誉|特聘|客座|代理|候任|临时|过渡|看守|轮值|第[一二三四五]|事务|副|国家"
    "|外交|国防|财政|能源|内政|司法|教育|商务|卫生|文化|交通|农业|环境|科技|经济|贸易|劳工|劳动|司法|安全|国土安全|战争|陆军|海军|空军|旅游|工业|体育|移民"
    "|武装力量|武装部队|军队|军方|党委|党组|纪委|党支部|党总支|村党支部|市委|县委|省委|区委|镇党委|乡党委|团委|参谋|宣传|组织|统战|营销|运营|技术|财务|人事|投资|市场|产品|研发|大区|驻村|行政){1,3}"
)
"""What may stand between a name and a word of office, and belongs to the office: 乌克兰|能源部长."""
_PARTY = late(
    "(?:[市县区省州旗镇乡村](?![市县区省州旗]委)|社区|街道|机关|学校|公司|企业)?(?:党委|党组|党支部|党总支|支部|纪委|工委|团委|村委会|居委会|[省市县区州旗]委|政法委|(?:组织|宣传|统战|社会工作|政工)部|办公厅)(?:常委会?|会)?$"
)
_FIELD = late("(?:(?![兼])[\u4e00-\u9fff]){2,12}")
_VILLAGE = late("(?![本该我全邻各某此每到在去回])[\u4e00-\u9fff]{2,4}[村镇乡屯]")
_IN_CHARGE = late("(?:分管|负责|主持)[\u4e00-\u9fff]{2,8}的")
"""中央组织部|分管日常工作的|副部长."""
_AT_POST = late("驻[\u4e00-\u9fff]{1,12}$")
_STARTS = frozenset("，。；：！？、“”‘’（）()《》〈〉【】\n\u3000 ,;:!?—…·|｜")
"""Marks that no stretch before a title reaches across."""


class Held(Struct, frozen=True, gc=False):
    """An office: where its words begin, and the body."""

    start: int
    org: Offsets | None
    sure: bool


class Bodies:
    """Bodies and places of a text by where they end."""

    def __init__(self, text: str, names: tuple[Name, ...]) -> None:
        self.text = text
        self._at: dict[int, int] = {}
        """End of a name -> where the longest name that ends there begins."""
        self._over: list[tuple[int, int]] = []
        self._people: list[int] = [0]
        for name in names:
            if name.kind == "PER":
                self._people.append(name.end)
            else:
                self._add(name)
        self._ends = sorted(self._at)

    def _add(self, name: Name) -> None:
        if name.kind in ("ORG", "LOC"):
            start = name.start + (self.text[name.start] == "据")
            known = self._at.get(name.end)
            if known is None or start < known:
                self._at[name.end] = start
            for inside in name.nested:
                self._add(inside)

    def is_person_end(self, at: int) -> bool:
        """Whether somebody's name ends there."""
        return self._people[bisect_right(self._people, at) - 1] == at > 0

    def held(self, title: Title) -> Held:
        """The body before a title; the office with what belongs to it."""
        text = self.text
        within = bisect_right(self._ends, title.start)
        if within < len(self._ends) and self._ends[within] < title.end - 1:
            # 全国政协|主席: a title that begins with the name of its body.
            cut = self._ends[within]
            if text[cut : title.end] in titles() and self._at[cut] <= title.start:
                title = Title(cut, cut, title.end)
        low = self._edge(title.start)
        near = self._name_before(title.start, low)
        if near is not None and text.endswith(("部长", "大臣"), title.word, title.end):
            field = text[near[1] : title.end - 2]
            if (
                _FIELD().fullmatch(field)
                and field[-1] not in "部副"
                and not _NO_BODY().search(field)
            ):
                # 乌克兰|能源部长, 乌克兰|气候变化和环境部长: called after their field.
                return Held(near[1], (self._chain(near[0], low), near[1]), True)
        if near is not None:
            start, end = near
            gap = text[end : title.start]
            if not gap:
                return self._at_post(self._chain(start, low), title.start)
            if _NO_BODY().search(gap) is None:
                if _MODIFIER().fullmatch(gap):
                    return self._party(self._chain(start, low), end, title.start)
                if len(gap) <= 16 and _BODY().fullmatch(gap):
                    return Held(title.start, (self._chain(start, low), title.start), True)
            elif _IN_CHARGE().fullmatch(gap):
                return Held(title.start, (self._chain(start, low), end), True)
            elif gap[0] == "驻":
                return Held(end, (self._chain(start, low), end), True)
        return self._nameless(title, low)

    def _party(self, start: int, end: int, title: int) -> Held:
        """恒山县|党委|书记: a body of the party is one, a ministry's field belongs to the office."""
        if _PARTY().search(self.text, end, title):
            return Held(title, (start, title), True)
        return Held(end, (start, end), True)

    def _at_post(self, start: int, end: int) -> Held:
        """中国|驻美国大使."""
        post = _AT_POST().search(self.text, max(0, start - 12), end)
        if post is None:
            return Held(end, (start, end), True)
        begin = post.start()
        owner = self._at.get(begin)
        return Held(begin, None if owner is None else (owner, begin), True)

    def _nameless(self, title: Title, low: int) -> Held:
        text = self.text
        if text[low : low + 1] == "据":
            low += 1
        stretch = text[low : title.start]
        party = _PARTY().search(stretch)
        if party is not None:
            return Held(low + party.start(), None, True)
        field = stretch[stretch.rfind("兼") + 1 :]
        if text.endswith("部长", title.word, title.end):
            for at in range(max(low, title.start - 8), title.start):
                entry = entries().get(text[at : title.end - 1])
                if entry is not None and entry.kind == "ORG":
                    # 公安部长: of a ministry that is listed.
                    return Held(at, None, True)
        if (
            field != stretch
            and text.endswith(("部长", "大臣"), title.word, title.end)
            and _FIELD().fullmatch(field)
            and not _NO_BODY().search(field)
        ):
            # 国务委员兼|公共经济部长: nothing but the field stands between.
            return Held(title.start - len(field), None, True)
        if _VILLAGE().fullmatch(stretch):
            return Held(title.start, (low, title.start), True)
        if (
            5 <= len(stretch) < _REACH
            and _BODY().fullmatch(stretch)
            and not _NO_BODY().search(stretch)
        ):
            return Held(title.start, (low, title.start), False)
        return Held(title.start, None, True)

    def _edge(self, end: int) -> int:
        """How far a stretch that ends at `end` may reach to the left."""
        text = self.text
        low = max(0, end - _REACH, self._people[bisect_right(self._people, end) - 1])
        for at in range(end - 1, low - 1, -1):
            # 党校（行政学院）: the name of a body may end in a bracket.
            if text[at] in _STARTS and at + 1 not in self._at:
                return at + 1
        return low

    def _name_before(self, end: int, low: int) -> Offsets | None:
        """The name that ends nearest before `end`."""
        if end in self._at:
            return self._at[end], end
        at = bisect_right(self._ends, end) - 1
        if at < 0 or self._ends[at] <= low:
            return None
        return self._at[self._ends[at]], self._ends[at]

    def _chain(self, start: int, low: int) -> int:
        """Where the row of names begins that stand side by side: 中国|山西省|浑源县."""
        for _ in range(4):
            before = self._at.get(start)
            if before is None or before < low:
                break
            start = before
        return start
