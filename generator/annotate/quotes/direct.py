"""Quotation marks -> direct speech with its speaker: before, after or around it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from generator.annotate.quotes.cast import NOBODY
from generator.annotate.quotes.frames import CLOSES, REACH, SOME, Frames, Spoken
from generator.annotate.quotes.marks import Marked, clause, ended, find_marked, goes_on, paused
from generator.annotate.quotes.speakers import Speakers
from generator.annotate.quotes.speech import is_supposed
from generator.model.findings import Quote

_FREE = frozenset("。！？!?…；;—：:”」）)】 \u3000\n")
"""What stands before a quotation that begins a sentence."""
_LAW = re.compile(
    "(?:第[一二三四五六七八九十百0-9]+[条款项]|[法例则])[^，。；：\n]{0,8}(?:规定|修改为)$"
)
"""经济合同法第三十八条规定：“……”: the words of a law."""
_ROW = re.compile("[、；;，,]?")


def find_direct(text: str, speakers: Speakers) -> list[Quote]:
    """Direct speech of a text in order."""
    found: list[Spoken] = []
    frames = Frames(text, speakers)
    for mark in find_marked(text):
        last = found[-1] if found else None
        it = _read(text, frames, mark, last)
        if it is None:
            continue
        if not it.named:
            it = _shared(text, frames, it, last)
        else:
            _backfill(text, found, it)
        found.append(it)
        speakers.remember(it.speaker, mark.end)
    return [
        Quote(
            it.mark.start,
            it.mark.end,
            it.speaker.name,
            it.speaker.office,
            True,
            it.verb,
            it.speaker.at,
        )
        for it in found
    ]


def _read(text: str, frames: Frames, mark: Marked, last: Spoken | None) -> Spoken | None:
    if not mark.closed and not goes_on(text, mark):
        return None
    if is_supposed(text, max(0, mark.open - REACH), mark.open):
        return None
    spoken = clause(text, mark)
    sign = text[mark.open - 1] if mark.open else "\n"
    held = frames.held(mark)
    if held is not None:
        return held
    if sign in "：:" and _LAW.search(text, max(0, mark.open - REACH), mark.open - 1):
        return Spoken(mark, NOBODY, "", mark.after, named=False)
    if spoken or sign in "：:" or (sign in "，," and mark.end - mark.start >= SOME):
        it = frames.before(mark, last)
        if it is not None:
            return it
    it = _in_row(text, mark, last)
    if it is not None or not spoken:
        return it
    if last is not None and _same_sentence(text, mark, last):
        return replace(last, mark=mark, until=mark.after)
    nobody = Spoken(mark, NOBODY, "", mark.after, named=False)
    if sign in "，,":
        # 过去的村子，“……”周明远说。 周明远很着急，“……”
        if not ended(text, mark) or not mark.closed:
            return None
        it = frames.after(mark)
        return it if it is not None and it.verb else frames.lead(mark)
    if sign not in _FREE:
        return None
    if not mark.closed:
        return nobody
    behind = text[mark.after : mark.after + 1]
    if not ended(text, mark) and not paused(text, mark) and behind not in ("，", ",", "。"):
        beside = last is not None and mark.open == last.mark.after == last.until
        return nobody if beside and behind in ("…", "") else None
    it = frames.after(mark)
    if it is not None:
        return it
    return nobody if ended(text, mark) else None


def _in_row(text: str, mark: Marked, last: Spoken | None) -> Spoken | None:
    """“……”“……”: the second is said by who says the first, if that was told before it."""
    if last is None or not last.named or last.until != last.mark.after:
        return None
    if not last.until <= mark.open <= last.until + 1 or mark.end - mark.start < 6:
        return None
    if not _ROW.fullmatch(text, last.until, mark.open):
        return None
    if mark.open == last.until and ended(text, last.mark):
        # A new sentence: it may have a speaker of its own.
        return None
    return replace(last, mark=mark, until=mark.after)


def _same_sentence(text: str, mark: Marked, last: Spoken) -> bool:
    """“……。”许真说他的家乡变了，“……。”"""
    if last.speaker.name is None or not ended(text, mark) or text[mark.open - 1] not in "，,":
        return False
    low = last.mark.after
    return mark.open - low < REACH and CLOSES.search(text, low, mark.open) is None


def _shared(text: str, frames: Frames, it: Spoken, last: Spoken | None) -> Spoken:
    """No clause names the speaker: whoever spoke right before, or whom the sentence before is about."""
    if last is not None and last.speaker.name is not None:
        gap = text[last.until : it.mark.open]
        beside = not gap.strip() and "\n" not in gap
        asked = text[last.mark.end - 1] in "？?"
        if (beside and not asked) or (not last.mark.closed and not gap.strip()):
            return replace(it, speaker=last.speaker)
    speaker = frames.sentence_before(it.mark)
    return it if speaker is None else replace(it, speaker=speaker)


def _backfill(text: str, found: list[Spoken], it: Spoken) -> None:
    """Paragraphs that open with a mark and do not close: the last one names who spoke."""
    mark = it.mark
    for at in range(len(found) - 1, -1, -1):
        last = found[at]
        if last.named or last.mark.closed or text[last.mark.after : mark.open].strip():
            break
        found[at] = replace(last, speaker=it.speaker, verb=it.verb, named=True)
        mark = last.mark
