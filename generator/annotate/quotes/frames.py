"""The clauses that name who speaks: before a quotation, after it, or the sentence before."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.annotate.quotes.cast import NOBODY, Speaker
from generator.annotate.quotes.marks import Marked, clause, cut_off, ended, paused
from generator.annotate.quotes.speakers import Speakers
from generator.annotate.quotes.speech import (
    after_quote,
    before_quote,
    clause_start,
    mood,
    runs_on,
    the_way,
    their_words,
    topic,
    way_begins,
    words,
)
from generator.text.late import late

REACH = 120
"""How far before or after a quotation its speaker may stand."""
CLOSES = re.compile("[。！？!?；;\n“「『]")
_LONGEST = 32
"""Characters that verb, listener and mark take before a quotation."""
SOME = 8
"""Characters from which on what a verb or a noun calls speech is speech, not a term."""
_NEAR = 14
"""How far from the mark the one may stand who is only said to tell something."""
_ONE_OF = re.compile("(?:其中(?:一条|一点|之一|一句)?|(?:第[一二三四]|一)[条点句])?就?[是即]\\Z")
_TOLD = re.compile("指出|强调|提出|说过|讲过|要求|总结")
_NO_ACT = late("的(?!话)|[\u4e00-\u9fff]{0,6}思想|[、·]|等")
"""After a name: it is not the one who acts."""


class Spoken(Struct, frozen=True):
    """One quotation: who, by which verb, how far its attribution reaches."""

    mark: Marked
    speaker: Speaker
    verb: str
    until: int
    """Behind the quotation, or behind the clause that names the speaker."""
    named: bool = True
    """Whether a clause of speech was found for it."""


class Frames:
    """Attributions in one text."""

    def __init__(self, text: str, speakers: Speakers) -> None:
        self._text = text
        self._speakers = speakers

    def before(self, mark: Marked, last: Spoken | None) -> Spoken | None:
        """周明远说：“……”"""
        text = self._text
        low = max(mark.open - REACH, last.mark.after if last else 0, 0)
        low = clause_start(text, low, mark.open)
        if mark.open == low:
            return None
        said = before_quote().search(text, max(low, mark.open - _LONGEST), mark.open)
        if said is None:
            return self._loose(mark, low)
        kind = "verb" if said["to"] is None else "to"
        colon = (said["mark"] or said["tomark"] or "") in ("：", ":")
        begin = said.start(kind)
        alone = colon and (text[mark.after : mark.after + 1] or "。") in "。！？；\n"
        after_sign = bool(said["mark"]) and mark.end - mark.start >= SOME
        if not alone and not _fits(text, mark) and not (after_sign and cut_off(text, mark)):
            return None
        if not colon and text[begin - 1] == "的":
            return None
        speaker = self._speakers.subject(low, begin)
        if speaker is None and last is not None and last.until == last.mark.after:
            # 勉励青年“……”；嘱托志愿者“……”: the subject is told once.
            gap = text[last.until : mark.open]
            if gap and len(gap) < 40 and gap[0] in "，,；;" and "。" not in gap:
                speaker = last.speaker
        if speaker and speaker.at and way_begins().search(text, low, speaker.at[0]):
            # 牢记他的嘱托，“……”: the words are not his.
            return None
        return Spoken(mark, speaker or NOBODY, said[kind], mark.after)

    def held(self, mark: Marked) -> Spoken | None:
        """牢记周明远“……”的嘱托: whose words they are stands right before them, what they are behind."""
        if mark.end - mark.start < SOME:
            return None
        noun = their_words().match(self._text, mark.after, mark.after + _LONGEST)
        if noun is None:
            return None
        people = self._speakers.within(max(0, mark.open - _LONGEST), mark.open)
        person, behind = people[-1] if people else (NOBODY, -1)
        if behind != mark.open:
            return None
        return Spoken(mark, person, noun["noun"], mark.after)

    def _loose(self, mark: Marked, low: int) -> Spoken | None:
        """Frames without a listed verb right before the mark."""
        text = self._text
        if not clause(text, mark):
            return None
        if text[mark.open - 1] in "：:" and ended(text, mark):
            speaker = self._speakers.subject(low, mark.open - 1)
            if speaker is not None and speaker.name is not None:
                return Spoken(mark, speaker, "", mark.after)
            return Spoken(mark, NOBODY, "", mark.after, named=False)
        one = _ONE_OF.search(text, max(low, mark.open - 12), mark.open)
        told = _TOLD.search(text, low, one.start()) if one and cut_off(text, mark) else None
        if told is None:
            return None
        speaker = self._speakers.subject(low, told.start())
        return Spoken(mark, speaker or NOBODY, told[0], mark.after)

    def after(self, mark: Marked) -> Spoken | None:
        """“……”周明远说。"""
        text = self._text
        start = mark.after
        if text[start : start + 1] in ("，", ",") or (
            text[start : start + 1] == "。" and not ended(text, mark) and not paused(text, mark)
        ):
            start += 1
        close = CLOSES.search(text, start, start + REACH)
        end = close.start() if close else min(len(text), start + REACH)
        if end <= start:
            return None
        for said in after_quote().finditer(text, start, end):
            begin = said.start()
            speaker = self._speakers.subject(start, begin)
            if speaker is None and text[start:begin].count("，") > 1:
                break
            until = said.end()
            if until < len(text) and text[until] in "，,。：:；;":
                until += 1
            return Spoken(mark, speaker or NOBODY, said["verb"] or said["to"], until)
        plain = runs_on().search(text, start, end)
        if plain is not None:
            speaker = self._speakers.subject(start, plain.start())
            if (
                speaker
                and speaker.at
                and self._speakers.right_before(speaker, start, plain.start())
            ):
                return Spoken(mark, speaker, plain[0], plain.end())
        return self._theirs(mark, start, end)

    def _theirs(self, mark: Marked, start: int, end: int) -> Spoken | None:
        """“……”周明远的话温暖人心。 “……”循着周明远指明的方向，……"""
        text = self._text
        people = self._speakers.within(start, end)
        for person, behind in people[:1]:
            at = person.at[0] if person.at else start
            noun = their_words().match(text, behind, end)
            if noun is not None:
                return Spoken(mark, person, noun["noun"], end)
            if way_begins().search(text, start, at):
                follows = the_way().match(text, behind, end) is not None
                return Spoken(mark, person, "", end) if follows else None
            if not ended(text, mark):
                near = at - start <= _NEAR and self._speakers.tells(behind, end)
                return Spoken(mark, person, "", end) if near else None
            if self._acts(start, at, behind, end) or (
                # “……”这些年，周明远很忙，“……”
                text[end : end + 1] in ("“", "「")
                and text[end - 1] in "，,"
                and len({it.name for it, _ in people}) == 1
            ):
                return Spoken(mark, person, "", end)
        return None

    def _acts(self, start: int, at: int, behind: int, end: int) -> bool:
        """Whether the clause tells what the one does who has just spoken."""
        text = self._text
        if at == start:
            return _NO_ACT().match(text, behind, end) is None
        if topic().match(text, start, at) or text[at - 1] == "的":
            return mood().match(text, behind, end) is not None or text[at - 1] != "的"
        if at - start > _NEAR:
            return False
        if text.endswith(words("role"), start, at) and mood().match(text, behind, end):
            # “……。”种粮大户周明远一边擦汗一边算账。
            return True
        return self._speakers.tells(behind, end)

    def lead(self, mark: Marked) -> Spoken | None:
        """周明远很着急，“……。”: no verb, but the only one whom the sentence names."""
        low = clause_start(self._text, max(0, mark.open - REACH), mark.open)
        person = self._only(low, mark.open)
        return None if person is None else Spoken(mark, person, "", mark.after)

    def sentence_before(self, mark: Marked) -> Speaker | None:
        """周明远正给树苗浇水。“……”: the one whom the sentence before is about."""
        text = self._text
        if not mark.open or text[mark.open - 1] not in "。！!":
            return None
        low = clause_start(text, max(0, mark.open - REACH), mark.open - 1)
        return self._only(low, mark.open)

    def _only(self, low: int, end: int) -> Speaker | None:
        """The one person a sentence names, if it is about them."""
        text = self._text
        people = self._speakers.within(low, end)
        if not people or len({it.name for it, _ in people}) != 1:
            return None
        person, behind = people[0]
        if person.at is None or person.at[0] - low > 2 * _NEAR:
            return None
        start = person.at[0]
        if text[max(low, start - 3) : start].endswith(("记者", "通讯员")):
            return None
        if start > low and text[start - 1] not in "，,人民者员户 \u3000" and not person.office:
            return None
        return None if _NO_ACT().match(text, behind, end) else person


def _fits(text: str, mark: Marked) -> bool:
    """Whether these are words that somebody said, and the sentence does not go on with them."""
    if not clause(text, mark):
        return mark.end > mark.start + 1 and ended(text, mark)
    return ended(text, mark) or cut_off(text, mark)
