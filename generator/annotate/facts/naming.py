"""The clauses of a sentence, amount after amount -> what each is of."""

from __future__ import annotations

import re

from generator.annotate.facts.apart import apart
from generator.annotate.facts.around import Around
from generator.annotate.facts.before import ahead_of, from_clause_before, in_list
from generator.annotate.facts.behind import DEED_UNITS, PEOPLE, RUN, is_of_noun, thing_behind
from generator.annotate.facts.beside import Beside
from generator.annotate.facts.dated import undated
from generator.annotate.facts.fit import fit
from generator.annotate.facts.kinds import SHARES, is_of_any, kind_of
from generator.annotate.facts.measures import usual_name
from generator.annotate.facts.nouns import KEPT_END
from generator.annotate.facts.phrase import phrased
from generator.annotate.facts.sound import CENTRAL, OF_SOMETHING, sound
from generator.annotate.facts.sure import sure
from generator.annotate.facts.wording import NOTHING, RECKONING, Measured, is_bare, read_measure
from generator.annotate.figures.about import without_link
from generator.model.findings import Date, Figure

_MARK = re.compile("[，；：。！？,;:!?…—]")
_TIMES = tuple("期 时间 时限 年限 车程 寿命 年龄 时长 里程 周期 小时数 天数 时数 年数".split(" "))
_BOUND = re.compile("^(?:及?以上|左右|以内|以下|之上|多|余)")
_PUT_IN = tuple("投资 投入 支出 安排 筹集 募集 融资 奖励 补贴".split(" "))
_BEFELL = re.compile("(?:在[^，。]{0,8})?(死亡|受伤|遇难|失踪|被困|受灾|脱贫|受益|参保|确诊)")
_GOES_ON = re.compile("达|占|比|较|同比|环比|约|为|超|突破|增|降|最[高低]|控制在|保持在|稳定在")
_PAIRED = re.compile("[和、][0-9.]+[%％]")
_EXTENT = re.compile("^(?:总)?(?:规模|总额|总量|数量|金额)(?:达到?|约|近|为|超过|共)*$")
_PACE_TO = re.compile(
    "^(?:涨幅|增幅|降幅|增速|跌幅)(?:回落|提高|收窄|扩大|下降|上升|加快|放缓|降低)[到至为]"
)
"""增速从5%回落到3%: both tell how it grew."""
_RATES = ("率", "比重", "比例", "占比", "强度")
_WITHIN = re.compile("^[中内里间](?![国央部心外小学华东西共级地蒙容需])")
_ENDS = re.compile("[，。；：、！？,;和与及或以左的多\n）”]|$")
_REACHES = re.compile("(?:覆盖|惠及|涉及)(?:农村|城镇|城乡)?$")
_HOW_MANY = ("销量", "产量", "总量", "数量", "总数", "人数")
_PAIR, _REACH = 2, 40


class Naming:
    """Reads one sentence after the other, and in each its amounts in order."""

    def __init__(self, text: str, bodies: set[int]) -> None:
        """`bodies`: where names of bodies begin."""
        self._text = text
        self._bodies = bodies

    def open(self, begin: int, dates: tuple[Date, ...]) -> None:
        """Go on to a sentence."""
        self._begin = begin
        self._dates = dates
        self._before: Figure | None = None
        self._measured = NOTHING
        self._named_to = 0
        self._of_noun = False
        self._each = self._new = False
        self._named: list[Measured] = []
        self._parts: list[Measured] = []
        self._all_parts: tuple[Measured, ...] = ()

    def read(self, it: Figure, of_which: str) -> Measured:
        """`of_which`: the measure that this one is a part of (其中), or empty."""
        kind = kind_of(it.unit)
        self._gap, self._tied, self._seen, self._raw = "", True, False, ""
        self._behind, self._bounded, self._parted, self._listed = 0, "", False, False
        whole = self._whole(it, kind)
        beside = Beside(self._text, it, kind, self._gap, self._tied, self._measured)
        whole = sure(whole, beside) if self._seen else whole
        part = "进出口" in of_which and of_which != "进出口总额"
        if part and whole.words in ("出口", "进口"):
            whole = whole._replace(measure=of_which.replace("进出口", whole.words))
        around = Around(
            self._text,
            self._gap,
            kind,
            self._behind,
            self._bounded,
            self._parted,
            self._is_new(),
            self._new and self._listed,
            "分别" in self._raw,
            ahead_of(self._text, self._begin, it.start)
            if whole.measure in OF_SOMETHING or whole.measure in CENTRAL
            else "",
        )
        whole = sound(whole, it, around)
        whole = phrased(fit(whole, beside), beside, self._behind) if self._seen else whole
        self._new = whole.measure.startswith("新增") and "new" not in it.qualifiers
        self._before, self._measured = it, whole
        if whole.measure:
            self._named.append(whole)
        each = self._text[it.start - 1 : it.start] == "每"
        self._each = each
        if each or (kind == "time" and not whole.words.endswith(_TIMES)):
            return whole._replace(measure="", words="")
        return whole

    def _whole(self, it: Figure, kind: str) -> Measured:
        text = self._text
        low = self._begin
        for match in _MARK.finditer(text, self._begin, it.start):
            low = match.end()
        before = self._before
        inner = before is not None and before.end > low
        gap = text[max(before.end, self._named_to) if inner and before else low : it.start]
        listed = False
        if inner:
            gap = self._unbound(gap)
            if before and kind_of(before.unit) == "time":
                gap = _WITHIN.sub("", gap)  # 3年中纺织行业下岗120万人
            listed = self._listed = gap[:1] in ("、", "和", "及", "与")
            gap = gap.lstrip("、和与及或")
            if not gap and self._parts:
                self._parted = True
                return self._parts.pop(0)
            if not gap and before and before.unit == it.unit and not self._after(it, kind):
                return self._measured if _ENDS.match(text, it.end) else NOTHING
        self._parts = []
        self._raw = gap
        gap = undated(text, gap, it.start - len(gap), self._dates)
        gap = RECKONING.sub("", gap.replace(" ", ""))[-_REACH:]
        if "）" in gap and "（" not in gap:
            gap = gap.rpartition("）")[2]
        share = it.unit in SHARES or kind == "share"
        paired = not inner and share and _PAIRED.match(text, it.end) and is_bare(gap)
        if ("分别" in gap or paired) and (parts := self._apart(gap, low, inner=inner, share=share)):
            self._parts, self._all_parts, self._parted = list(parts[1:]), parts, True
            return parts[0]
        measured = read_measure(gap, share=share)
        if text.startswith("翻", it.start):
            measured = measured._replace(change=measured.change or "翻番")
        closed = gap.endswith("的") and kind in ("count", "")
        tied = not closed and len(without_link(gap)) < len(gap)
        self._gap, self._tied, self._seen = gap, tied, True
        after = self._after(it, kind, tied=tied)
        if closed and after:
            # 促进增长的十项措施
            self._behind = self._named_to
            return Measured(usual_name(after, change=False) or after, after)
        found = self._chosen(it, kind, gap, measured, after, listed=listed)
        if found is not None:
            self._behind = self._named_to if after and found.words.endswith(after) else 0
            return found
        if it.unit in DEED_UNITS and not tied:
            return measured._replace(measure="", words="")
        if measured.words:
            return in_list(measured, self._measured, listed=listed)
        if it.unit.endswith("人口"):
            reached = _REACHES.search(gap)
            name = reached[0] if reached else "人口"
            return measured._replace(measure=name + "人口" * bool(reached), words="人口")
        if after and not measured.change:
            self._behind = self._named_to
            return Measured(after, after, "", measured.aimed)
        goes_on = inner or measured.change or _GOES_ON.match(gap)
        if listed and kind == "count" and RUN.match(text, it.end):
            # 6000多家企业、300家社会组织: of something else, even if its name can't be read.
            return measured
        if self._each and "有" in gap:
            # 每5个柚子中就有1个
            return measured
        if kind == "time" or not ((goes_on and is_bare(gap)) or _EXTENT.search(gap)):
            return measured
        if before is not None:
            alike = share or it.unit == before.unit
            return self._gone_on(measured, inner=inner, alike=alike, share=share)
        return from_clause_before(text, self._begin, low, measured)

    def _apart(self, gap: str, low: int, *, inner: bool, share: bool) -> tuple[Measured, ...]:
        """Of what the amounts are, one after the other, that 分别 announces."""
        if "分别" in gap and not gap.startswith("分别"):
            return apart(gap, share=share)
        before = self._before
        comma = max(self._text.rfind(mark, self._begin, low - 1) for mark in "，；：")
        start = max(self._begin, comma + 1)
        ahead = (
            "分别" in gap and not inner and low > start and (before is None or before.end <= start)
        )
        if ahead and (parts := apart(self._text[start : low - 1] + gap, share=share)):
            return parts
        change = read_measure(gap, share=share).change
        last = list(dict.fromkeys((it.measure, it.words) for it in self._named))[-_PAIR:]
        if len(last) < _PAIR or not change:
            return ()
        return tuple(Measured(measure, words, change) for measure, words in last)

    def _chosen(
        self, it: Figure, kind: str, gap: str, measured: Measured, after: str, *, listed: bool
    ) -> Measured | None:
        """What stands behind the amount, where it says more than what stands before."""
        if after and (done := KEPT_END.search(gap)):
            verb = done[0].removesuffix("了")
            words = verb + after
            usual = usual_name(words, change=False) or usual_name(after, change=False)
            return Measured(usual or words, words, "", measured.aimed, verb)
        said = measured.words and (measured.change or measured.words.endswith(_HOW_MANY))
        if after and kind in ("count", "") and not said:
            verb = self._measured.verb if listed and not gap else ""
            usual = usual_name(after, change=False) or verb + after
            return measured._replace(measure=usual, words=verb + after, verb=verb)
        if self._of_noun and is_of_noun(after, kind, gap, measured):
            # 滨水城区将增加500公里的人工滨水区
            return measured._replace(measure=usual_name(after, change=False) or after, words=after)
        if it.unit in PEOPLE and (befell := _BEFELL.match(self._text, it.end)):
            return Measured(befell[1] + "人数", befell[1], "", measured.aimed)
        tied = self._text.startswith("的", it.end)
        if after and measured.words.endswith(_PUT_IN) and not tied:
            return Measured(after, after, "", measured.aimed)
        return None

    def _is_new(self) -> bool:
        return self._before is not None and (self._new or "new" in self._before.qualifiers)

    def _unbound(self, gap: str) -> str:
        """Without 以上 of the amount before it; that is told of what follows if it goes with it."""
        bound = _BOUND.match(gap)
        if bound is None:
            return gap
        rest = gap[bound.end() :]
        before = self._before
        if before and rest and rest[0] not in "、和与及或的" and before.unit not in SHARES:
            self._bounded = self._text[before.start : before.end] + bound[0]
        return rest

    def _gone_on(self, measured: Measured, *, inner: bool, alike: bool, share: bool) -> Measured:
        """同比增长5%: of what the amount before is of; 面积453平方公里，最深106米 is no area."""
        if not (alike or share or self._each or (self._before and is_of_any(self._before.unit))):
            return measured
        if self._all_parts and not inner:
            again = [it._replace(change=measured.change) for it in self._all_parts]
            self._parts, self._parted = again[1:], True
            return again[0]
        before = self._measured
        if before.measure.endswith(_RATES) and not alike:
            return measured
        if alike and not measured.change and _PACE_TO.search(before.change + self._gap):
            measured = measured._replace(change=before.change)
        return measured._replace(measure=before.measure, words=before.words)

    def _after(self, it: Figure, kind: str, *, tied: bool = False) -> str:
        """What is named behind the amount; `tied`: what it is of has been said."""
        found = thing_behind(self._text, it, kind, self._bodies, tied=tied)
        if found.reached:
            self._of_noun = found.of_noun
        if found.end:
            self._named_to = found.end
        return found.name
