"""Who speaks: the subject of a verb of speech, as the text names it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from generator.annotate.offices.titles import past, title_after, title_before
from generator.annotate.quotes.cast import NOBODY, Cast, Speaker
from generator.annotate.quotes.speech import (
    between,
    crowd,
    meeting,
    only_between,
    spoken_to,
    words,
)
from generator.model.findings import Name, Office
from generator.text.data import read_table
from generator.text.late import late
from generator.text.segment import is_word

_COMMA = re.compile("[，,：:]")
_PRONOUN = late("(?<![\u4e00-\u9fff])[他她]|(?<=[时后此])[他她]")
_HEART = re.compile("(?:同志)?为(?:核心|总书记|代表|首)")
_OWN = re.compile(
    "的(?!一?[句番席]?话|回信|回答|声音|心声|感受|感慨)|等人的|领导的|率领的|家的|一方|团队|工作室|夫人|母亲|父亲|妻子|丈夫|儿子|女儿|家人|秘书|助理|律师"
)
_TO_WHOM = re.compile("(?:向(?!导)|(?<![反针相])对(?![于外党手象])|给|跟)[^，。：；、的]{0,12}\\Z")
_WITH = re.compile(
    "(?:[与同和跟]|会见|接见|会晤|会谈|拜会|接到|收到|致电|致函|通电话)[^，。：；]{0,16}\\Z"
)
_WHILE = re.compile("[^，。：；]{0,20}(?:时|后|中|期间)")
"""钱一在与孙二会谈时说: whom somebody is with while he speaks."""
_REPORTS = re.compile("(?:[、，][^，。：]{2,14})*(?:综合)?报道[：:，]")
_PAPER = re.compile("《[^《》\n]{2,60}》")
_FAMILIAR = late(
    "(?P<name>[老小](?P<family>[一-鿿])"
    "|(?P<elder>[一-鿿])(?:大爷|大妈|大娘|大婶|大叔|大伯|大姐|大哥|师傅|阿姨|女士|先生|奶奶|爷爷|老汉|婆婆|大嫂))"
)
_NO_SURNAME = frozenset(
    "老师 老农 老公 老年 老人 老总 老乡 老汉 老伴 老家 老成 老牛 小康 小时 小麦 小米 小童 "
    "小孩 小伙 小区 小路 小花".split()
)
_NO_NAMES = frozenset("地着了的也还都就又署府办厅局")
"""Last characters of what is no name: 总理公署宣布."""
_TELLS = re.compile("指出|提出|道出|点明|表达|阐明|阐述|回顾|要求|强调|打招呼|发出")


@cache
def _family_names() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("family_names.tsv"))


class Speakers(Cast):
    """People and bodies of one text as subjects of verbs."""

    def __init__(self, text: str, names: tuple[Name, ...], offices: tuple[Office, ...]) -> None:
        super().__init__(text, names, offices)
        self._bodies = [it for it in names if it.kind == "ORG"]
        self._body_ends = [it.end for it in self._bodies]
        self._unseen: set[str] = set()
        """Names that were not seen as such, but between an office and a verb."""

    def subject(self, low: int, verb: int) -> Speaker | None:
        """Of a verb at `verb`, the clause begins at or after `low`; None: there is no subject."""
        text = self.text
        commas = [it.end() for it in _COMMA.finditer(text, low, verb)]
        segments = [low, *commas][-5:]
        end = verb
        for at in range(len(segments) - 1, -1, -1):
            start = segments[at]
            found = self._in_segment(low, start, end, last=at == len(segments) - 1)
            if found is not None:
                return found
            end = max(start - 1, low)
        return None

    def tells(self, behind: int, end: int) -> bool:
        """Whether who stands before `behind` is said to tell something: 指出了努力的方向."""
        adverbs = between().match(self.text, behind, end)
        return _TELLS.match(self.text, adverbs.end() if adverbs else behind, end) is not None

    def right_before(self, speaker: Speaker, low: int, verb: int) -> bool:
        """Whether nothing but adverbs and times stand between a speaker and the verb."""
        if speaker.at is None or speaker.at[0] < low:
            return True
        behind = self.behind(speaker.at[1])
        return only_between(self.text, behind if behind <= verb else speaker.at[1], verb)

    def _in_segment(self, low: int, start: int, end: int, *, last: bool) -> Speaker | None:
        text = self.text
        person = self._person(start, end, last=last)
        if person is not None:
            return person
        segment = text[start:end]
        if not last:
            return NOBODY if len(segment) < 14 and crowd().search(segment) else None
        pronoun = _PRONOUN().search(segment)
        if pronoun is not None and only_between(text, start + pronoun.end(), end):
            return self.pronoun(low, start)
        paper = _PAPER.search(segment)
        if paper is not None and only_between(text, start + paper.end(), end):
            return Speaker(paper[0], None, (start + paper.start(), start + paper.end()))
        found = self._body(start, end) or self._title(start, end) or self._unlisted(start, end)
        if found is not None:
            return found
        met = meeting().search(segment)
        if met is not None:
            return Speaker(met["name"], None, (start + met.start("name"), start + met.end("name")))
        return NOBODY if crowd().search(segment) else None

    def _person(self, start: int, end: int, *, last: bool) -> Speaker | None:
        text = self.text
        high = bisect_left(self.starts, end)
        low = bisect_left(self.starts, start)
        for at in range(high - 1, low - 1, -1):
            it = self.people[at]
            if it.end > end or self.is_quoted(it, end):
                continue
            behind = min(self.behind(it.end), end)
            if _HEART.match(text, behind) or self._sent(it, end):
                continue
            if self._met(it, start, end) and not self.joins(at, low):
                continue
            if spoken_to().search(text, max(start, it.start - 5), it.start) and not (
                text[it.start - 1] in "据" or self.joins(at, low)
            ):
                continue
            to = _TO_WHOM.search(text, start, it.start)
            if to and not self.joins(at, low) and re.search("[一-鿿]{2}", text[start : to.start()]):
                # 李提摩太向变法派领袖康有为建议
                continue
            if _OWN.match(text, behind):
                # 许真的母亲: somebody else, without a name.
                return NOBODY if last else None
            if last and behind < end and self._others(behind, end):
                return NOBODY
            return self.named(at, low)
        return None

    def _sent(self, it: Name, end: int) -> bool:
        """Whether it is who sent the news: （记者李海）, 记者李海报道：."""
        text = self.text
        if _REPORTS.match(text, it.end):
            return True
        shut = text.find("）", it.end, end)
        return shut >= 0 and text.count("（", it.end, shut) == 0

    def _met(self, it: Name, start: int, end: int) -> bool:
        """Whether somebody else spoke while he was with this one."""
        met = _WITH.search(self.text, start, it.start)
        if met is None or not _WHILE.match(self.text, it.end, end):
            return False
        return any(start <= other.start and other.end <= met.start() for other in self.people)

    def _others(self, behind: int, end: int) -> bool:
        """Whether another subject, nameless, stands between the name and the verb."""
        found = crowd().search(self.text, behind, end)
        if found is None or found.start() == behind:
            return False
        return spoken_to().search(self.text, behind, found.start()) is None and (
            re.search(
                "(?:对|向|同|与|和|跟|给|在|为|接受|会见|看望|参加|出席|主持)[^，,]{0,16}\\Z",
                self.text[behind : found.start()],
            )
            is None
        )

    def _body(self, start: int, end: int) -> Speaker | None:
        at = bisect_right(self._body_ends, end) - 1
        if at < 0 or self._bodies[at].start < start:
            return None
        it = self._bodies[at]
        if not it.shown or not only_between(self.text, it.end, end):
            return None
        return Speaker(self.text[it.start : it.end], None, (it.start, it.end))

    def _unlisted(self, start: int, end: int) -> Speaker | None:
        """县长高翔说: a name that was not seen as one, between its office and the verb."""
        text = self.text
        for length in (3, 2):
            at = end - length
            name = text[at:end]
            if at < start or name[0] not in _family_names() or name[-1] in _NO_NAMES:
                continue
            if at == start:
                return Speaker(name, None, (at, end)) if name in self._unseen else None
            title = title_before(text, at)
            held = title is not None and title.start >= start
            office = text[title.start : at] if title and held else None
            if title and office and past(text, title.start):
                office = None
            if held or (text.endswith(words("role"), start, at) and not is_word(name)):
                self._unseen.add(name)
                return Speaker(name, office, (at, end))
        return self._familiar(start, end)

    def _familiar(self, start: int, end: int) -> Speaker | None:
        """丈夫老李埋怨, 村民刘大爷说: by surname only."""
        text = self.text
        for match in _FAMILIAR().finditer(text, start, end):
            at, behind = match.span("name")
            family = match["family"] or match["elder"]
            if family not in _family_names() or match["name"] in _NO_SURNAME:
                continue
            before = text[start:at]
            alone = not before or before.endswith((*words("role"), *words("crowd")))
            if alone and only_between(text, behind, end):
                return Speaker(match["name"], None, (at, behind))
        return None

    def _title(self, start: int, end: int) -> Speaker | None:
        """总书记强调: the one who holds the office in this text."""
        low = start
        for at in range(low, min(end, low + 24)):
            title = title_after(self.text, at)
            if title is None or title.end > end:
                continue
            if not only_between(self.text, title.end, end):
                continue
            return self.holder(at, title.end)
        return None
