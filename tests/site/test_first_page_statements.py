"""The gold table of the first page's topics: what their pages say is right, and little is missing.

`tests/cases/first_page_statements/gold.toml` was written by reading the page alone. A failure tells
the rows and the statements that it is about.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.site.sites import CONTENT, ROOT
from tests.site.statement_faults import Row
from tests.site.statement_gold import Held, Holder, overlap, read_gold
from tests.site.topic_reader import Shown, shown

SOURCE = CONTENT / "pages" / "000_3863c88884404813.txt"
DAY = "2022-10-10"
GOLD = read_gold(ROOT / "tests" / "cases" / "first_page_statements")
TOPICS = {
    "两江新区": "topics/liangjiang-xinqu/",
    "党建": "topics/dangjian/",
    "山西县校合作": "topics/shanxi-xianxiao-hezuo/",
}
PRECISION, RECALL = 0.98, 0.95
KEYS = 0.7
"""Share of key sentences that an editor would have chosen too."""

Pages = dict[str, list[Shown]]


@pytest.fixture(scope="module")
def pages(own_site: Path) -> Pages:
    return {topic: shown(own_site, url) for topic, url in TOPICS.items()}


@pytest.fixture(scope="module")
def held(pages: Pages) -> dict[str, Held]:
    return {topic: _holder(topic).hold(pages[topic]) for topic in TOPICS}


def _holder(topic: str) -> Holder:
    return Holder(topic, GOLD[topic], SOURCE, DAY)


def _named(row: Row) -> str:
    return f"{row['topic']} {row['kind']} {row['line']} {row['words']}"


def test_what_is_shown_is_right(held: dict[str, Held]) -> None:
    right = sum(len(it.right) for it in held.values())
    wrong = [
        f"{topic} {it.kind} {it.spans[:1]} {it.text[:60]}: {why}"
        for topic, one in held.items()
        for it, why in one.wrong
    ]
    assert right >= PRECISION * (right + len(wrong)), wrong


def test_what_should_be_there_is_there(held: dict[str, Held]) -> None:
    met = sum(len(it.met) for it in held.values())
    missing = [_named(row) for it in held.values() for row in it.missing]
    assert met >= RECALL * (met + len(missing)), missing


def test_all_that_was_asked_for_by_name_is_there(held: dict[str, Held]) -> None:
    missing = [row for it in held.values() for row in it.missing]
    assert [_named(row) for row in missing if row.get("essential")] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_no_kind_of_statement_is_left_out(held: dict[str, Held], topic: str) -> None:
    met = Counter(row["kind"] for row in held[topic].met)
    missing = Counter(row["kind"] for row in held[topic].missing)
    assert {kind for kind in missing if missing[kind] > met[kind]} == set()


@pytest.mark.parametrize(
    ("topic", "lines"), [("两江新区", {9, 55}), ("两江新区", {17, 33})], ids=["signing", "meeting"]
)
def test_an_event_told_twice_is_one_with_both_places(
    pages: Pages, topic: str, lines: set[int]
) -> None:
    told = [{line for line, _, _ in it.spans} for it in pages[topic] if it.kind == "event"]
    assert lines in told


@pytest.mark.parametrize("topic", TOPICS)
def test_key_sentences_are_those_of_a_good_editor(pages: Pages, topic: str) -> None:
    known, others, never = _holder(topic).keys(pages[topic])
    assert never == []
    assert len(known) >= KEYS * (len(known) + len(others)), [it.text for it in others]


def test_the_table_is_held_against_the_words_themselves() -> None:
    """Another value, another time, another speaker is found to be wrong."""
    rows = {(it["kind"], it["words"]): it for it in GOLD["两江新区"].statements}
    holder = _holder("两江新区")
    line = SOURCE.read_text("utf-8").split("\n")[64]
    start = line.index("7000家")
    good = Shown(
        "figure", ((65, start, start + 5),), "科技型企业达到7000家以上", value=7000.0, unit="家",
        status="target", when=("2025年",), names=("科技型企业",),
    )  # fmt: skip
    assert overlap(good.spans, ((65, 0, len(line)),)) == 1.0
    assert rows["figure", "7000家以上"] in holder.hold([good]).met
    for bad in (
        good._replace(value=70_000.0),
        good._replace(status="actual"),
        good._replace(when=("2035年",)),
        good._replace(names=("研究机构",)),
        good._replace(text="科技型企业达到7000家"),
    ):
        assert [len(holder.hold([bad]).wrong), len(holder.hold([bad]).met)] == [1, 0]
