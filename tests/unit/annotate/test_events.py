"""Events: who did what with whom, when, where, for how much, as a Chinese reader takes it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.events import find_events
from generator.annotate.papers import find_papers
from generator.annotate.prose import plain_prose
from generator.model.findings import Date, Event, Figure, Name, NameKind
from tests.unit.case_files import examples

KINDS: dict[str, NameKind] = {"机构": "ORG", "地名": "LOC", "人名": "PER"}

texts = st.text(
    st.sampled_from(
        "签约召开举行发布成立在与的了，。；；“”（）《》9月28日会议大两江新区甲乙将不议\n "
    ),
    max_size=60,
)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    return [it.span() for it in re.finditer(re.escape(words), text)]


def _given(text: str, lines: list[str]) -> tuple[Event, ...]:
    """The events of the text with the names, dates and figures that the lines give."""
    names: list[Name] = []
    dates: list[Date] = []
    figures: list[Figure] = []
    for line in lines:
        sort, _, rest = line.partition(" ")
        for item in rest.split("、"):
            words, _, value = item.partition("=")
            for start, end in _places(text, words):
                if sort == "时间":
                    dates.append(Date(start, end, value, ""))
                elif sort == "数额":
                    number = re.match("[0-9]+", value)
                    assert number
                    unit = value[number.end() :]
                    figures.append(Figure(start, end, int(number.group()), unit))
                elif sort in KINDS:
                    names.append(Name(start, end, KINDS[sort]))
    # Longest first, nested ones left out, as the finder of names gives them.
    names.sort(key=lambda it: (it.start, -it.end))
    longest: list[Name] = []
    for it in names:
        if not longest or it.start >= longest[-1].end:
            longest.append(it)
    prose = plain_prose(text)
    return find_events(
        prose,
        tuple(longest),
        tuple(sorted(dates, key=lambda it: it.start)),
        tuple(sorted(figures, key=lambda it: it.start)),
        find_papers(prose),
    )


@pytest.mark.parametrize(("text", "lines"), examples("events"))
def test_events_a_chinese_reader_finds(text: str, lines: list[str]) -> None:
    found = [
        " | ".join(
            (
                f"{'-' if it.shown else '?'} {it.verb}",
                it.date or "",
                it.place or "",
                str(it.sum or ""),
                "、".join(text[start:end] for start, end in it.participants),
                text[it.object[0] : it.object[1]] if it.object else "",
            )
        ).rstrip()
        for it in _given(text, [line for line in lines if line[0] not in "-?"])
    ]
    assert found == [line.rstrip() for line in lines if line[0] in "-?"]


@given(st.one_of(texts, st.text(max_size=80)))
def test_spans_lie_in_a_line_and_hold_what_they_name(text: str) -> None:
    lines = ["机构 两江新区", "地名 甲", "人名 乙", "时间 9月28日=2022-09-28"]
    for it in _given(text, lines):
        assert 0 <= it.start < it.end <= len(text)
        assert "\n" not in text[it.start : it.end]
        assert it.verb in text[it.start : it.end]
        assert it.place is None or it.place in text
        for start, end in (*it.participants, *([it.object] if it.object else [])):
            assert 0 <= start < end <= len(text)
