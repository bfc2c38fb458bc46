"""Indirect speech: 周明远介绍，项目明年投产。"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from generator.annotate.quotes.speakers import Speakers
from generator.annotate.quotes.speech import alone, clause_start, is_supposed, nouns, words
from generator.model.findings import Offsets, Quote

_REACH = 100
_BROKEN = re.compile("[！？](?=，)")
"""这真像我的叔叔！，在一份自传中: no longer what was said."""
_LONGEST = 6
_TO = re.compile(
    "(?:(?:告诉|告訴|告知)[^，,。；：！？“”\n]{1,14}|(?:提醒|要求|呼吁|警告)[^，,。；：！？“”\n]{1,5})\\Z"
)
"""告诉记者；要求该行总部撤出 is a deed, and what follows is not said."""


@cache
def _trigger() -> re.Pattern[str]:
    lasts = "".join(sorted({word[-1] for word in words("said")} | set("者们家人民众")))
    return re.compile(f"[，：,:](?<=[{lasts}][，：,:])")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("said"))


def find_indirect(
    text: str,
    sentences: tuple[Offsets, ...],
    speakers: Speakers,
    taken: list[Offsets],
) -> list[Quote]:
    """Of people and bodies that have a name; `taken`: direct speech, in order."""
    known = _verbs()
    found: list[Quote] = []
    starts = [it[0] for it in taken]
    ends_of = [it[0] for it in sentences]
    done = 0
    for mark in _trigger().finditer(text):
        at = mark.start()
        if at < done:
            continue
        verb = _verb(text, at, known)
        if verb is None:
            continue
        within = bisect_right(starts, at) - 1
        if within >= 0 and taken[within][1] > at:
            continue
        low = max(at - _REACH, taken[within][1] if within >= 0 else 0, 0)
        low = clause_start(text, low, verb)
        if is_supposed(text, low, at):
            continue
        if text.count("“", low, at) > text.count("”", low, at):
            continue
        speaker = speakers.subject(low, verb)
        if speaker is None or speaker.name is None or speaker.name.startswith("《"):
            continue
        if text[verb:at] in nouns() and not speakers.right_before(speaker, low, verb):
            continue
        start, end = at + 1, _end(text, at, sentences, ends_of)
        later = bisect_right(starts, at)
        if later < len(starts) and starts[later] < end:
            end = starts[later] - 1
            if text[end - 1] in "，：" and _verb(text, end - 1, known) is not None:
                # 他回忆说，周恩来登山时说，“……”: the sense is not whole without the words.
                continue
        while start < end and text[start] in " \u3000":
            start += 1
        if end - start < 4:
            continue
        found.append(
            Quote(start, end, speaker.name, speaker.office, False, text[verb:at], speaker.at)
        )
        speakers.remember(speaker, at)
        done = end
    return found


def _verb(text: str, end: int, known: frozenset[str]) -> int | None:
    for length in range(min(_LONGEST, end), 0, -1):
        if text[end - length : end] in known and alone(text, end - length, end):
            return end - length
    to = _TO.search(text, max(0, end - 18), end)
    return None if to is None else to.start()


def _end(text: str, at: int, sentences: tuple[Offsets, ...], starts: list[int]) -> int:
    """Where the sentence ends; the full stop belongs to it."""
    within = bisect_right(starts, at) - 1
    end = sentences[within][1] if within >= 0 and sentences[within][1] > at else at + 1
    line = text.find("\n", at, end)
    end = line if line >= 0 else end
    broken = _BROKEN.search(text, at + 1, end)
    return broken.start() + 1 if broken else end
