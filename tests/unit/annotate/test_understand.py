"""Everything together on any text: spans lie inside it, in order, and nothing takes long."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.prose import plain_prose
from generator.annotate.understand import understand
from generator.model.findings import Findings, Name, Offsets

FRAGMENTS = st.sampled_from(
    "王小明 习近平 欧阳 县长 记者 说 表示 ：“ ” “ 《 》 《关于 通知》 （以下简称 ） 。 ， 、 ； ！ … ·\n"
    "普京 弗拉基米尔·普京 北京 浙江省 省 市 县 局 部 公司 有限公司 大学 委员会 国务院 人大 常委会 村 镇 江 "
    "2022年 10月 9日 去年 今年以来 “十四五” 第 1 三 亿元 % 至 — 约 近 余 万 百 20余家 4.5% 七大 行动 六个 "
    "签署 成立 召开 印发 在 和 与 等 的 A JK — 《 (\u3000 ) \ud800 \U00020000 é 𠮷 \r \u2028 \x85".split(
        " "
    )
)
GLUED = st.lists(st.one_of(FRAGMENTS, st.just("\n"), st.text(max_size=3)), max_size=40).map("".join)
DATES = st.sampled_from(["", "2022-10-10", "2024-02-29"])


def spans(found: Findings) -> Iterator[Offsets]:
    for kind in (
        found.names,
        found.dates,
        found.figures,
        found.quotes,
        found.papers,
        found.programmes,
        found.events,
    ):
        yield from ((it.start, it.end) for it in kind)
    for office in found.offices:
        yield office.person
        yield office.office
        if office.org is not None:
            yield office.org
    for programme in found.programmes:
        yield from programme.members
    for event in found.events:
        yield from event.participants
        if event.object is not None:
            yield event.object
    for quote in found.quotes:
        if quote.speaker_at is not None:
            yield quote.speaker_at


def check_tree(names: Iterable[Name], low: int, high: int) -> None:
    """Names in order, none crosses another, nested ones lie inside."""
    last = low
    for it in names:
        assert last <= it.start < it.end <= high
        last = it.end
        for one in it.nested:
            assert (one.start, one.end) != (it.start, it.end)
        check_tree(it.nested, it.start, it.end)


def check(text: str, date: str) -> None:
    prose = plain_prose(text, date)
    found = understand(prose)
    for start, end in spans(found):
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]
    check_tree(found.names, 0, len(text))
    for kind in (found.dates, found.figures, found.quotes, found.papers, found.events):
        places = [(it.start, it.end) for it in kind]
        assert places == sorted(places)
    assert understand(prose) == found


@given(st.text(max_size=200), DATES)
def test_any_text(text: str, date: str) -> None:
    check(text, date)


@given(GLUED, DATES)
@settings(max_examples=200)
def test_any_text_of_chinese_pieces(text: str, date: str) -> None:
    check(text, date)


@pytest.mark.parametrize(
    "piece",
    "一a“第1《王省年，（· \n的说》",
)
def test_a_hundred_thousand_of_one_character(piece: str) -> None:
    understand(plain_prose("热身"))
    start = time.process_time()
    understand(plain_prose(piece * 100_000))
    assert time.process_time() - start < 2
