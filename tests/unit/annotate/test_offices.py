"""People with their offices, as the text gives them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.offices import find_offices
from generator.annotate.prose import plain_prose
from generator.model.findings import Name, NameKind, Office
from tests.unit.annotate.told_cases import Example, examples

EXAMPLES = examples("offices")


def line(text: str, it: Office) -> str:
    org = text[slice(*it.org)] if it.org else "无"
    mark = "-" if it.shown else "?-"
    return f"{mark} {text[slice(*it.person)]}｜{text[slice(*it.office)]}｜{org}"


@pytest.mark.parametrize("example", [it for _, it in EXAMPLES], ids=[it for it, _ in EXAMPLES])
def test_finds_what_a_reader_finds(example: Example) -> None:
    found = find_offices(plain_prose(example.text), example.names)
    assert [line(example.text, it) for it in found] == example.expected


def test_an_unsure_name_has_an_unsure_office() -> None:
    text = "局长周明远来了。"
    (it,) = find_offices(plain_prose(text), (Name(2, 5, "PER", shown=False),))
    assert not it.shown


@pytest.mark.parametrize(
    "text", ["院长、" * 8000 + "王伟", "王伟（" * 5000, "王伟是" * 5000, "部" * 20000 + "部长王伟"]
)
def test_takes_no_longer_for_hostile_text(text: str) -> None:
    names = tuple(Name(at, at + 2, "PER") for at in range(len(text) - 1) if text[at] == "王")
    start = time.process_time()
    find_offices(plain_prose(text), names)
    assert time.process_time() - start < 1.0


KNOWN: tuple[tuple[str, NameKind], ...] = (("周明远", "PER"), ("青河海关", "ORG"))

pieces = st.sampled_from(
    [
        "周明远",
        "青河海关",
        "青河",
        "院长",
        "党委",
        "书记",
        "副",
        "原",
        "时任",
        "、",
        "兼",
        "（",
        "）",
        "，",
        "。",
        "\n",
        "是",
        "的",
        "驻",
        "大使",
        "总",
        " ",
        "\ud800",
        "以及",
        "部",
    ]
)


@given(st.lists(pieces, max_size=30).map("".join))
def test_spans_lie_in_one_line_of_the_text(text: str) -> None:
    names = tuple(
        Name(at, at + len(word), kind)
        for at in range(len(text))
        for word, kind in KNOWN
        if text.startswith(word, at)
    )
    for it in find_offices(plain_prose(text), names):
        for span in (it.person, it.office, it.org):
            if span is not None:
                assert 0 <= span[0] < span[1] <= len(text)
                assert "\n" not in text[slice(*span)]
        if it.org is not None:
            assert it.org[1] <= it.office[0] or it.org[0] >= it.office[1]
