"""Speech: who says what, direct and indirect; and what is in quotation marks but no speech."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.offices import find_offices
from generator.annotate.prose import plain_prose
from generator.annotate.quotes import find_quotes
from generator.model.findings import Name, NameKind, Quote
from tests.unit.annotate.told_cases import Example, examples

EXAMPLES = examples("quotes")


def told(text: str, names: tuple[Name, ...]) -> tuple[Quote, ...]:
    prose = plain_prose(text)
    return find_quotes(prose, names, find_offices(prose, names))


def line(text: str, it: Quote) -> str:
    who = (it.speaker or "无") + (f"（{it.office}）" if it.office else "")
    return f"- {'' if it.direct else '转述 '}{who}：{text[it.start : it.end]}"


@pytest.mark.parametrize("example", [it for _, it in EXAMPLES], ids=[it for it, _ in EXAMPLES])
def test_finds_what_a_reader_finds(example: Example) -> None:
    found = told(example.text, example.names)
    assert [line(example.text, it) for it in found if it.shown] == example.expected


def test_tells_the_verb_and_where_the_speaker_stands() -> None:
    text = "昨天，周明远局长表示：“路修好了，大家都高兴。”"
    (it,) = told(text, (Name(3, 6, "PER"),))
    assert (it.verb, it.speaker_at, it.office) == ("表示", (3, 6), "局长")


@pytest.mark.parametrize(
    "text",
    [
        "“" * 5000,
        "”" * 5000,
        "说，" * 5000,
        "说：“" * 5000,
        "在" * 20000 + "说：“好。”",
        "“好的好的，好。”" * 3000 + "他说。",
        ("“" + "好" * 30 + "。\n") * 800,
        "王伟在王伟在" * 3000 + "说，好。",
    ],
    ids=["open", "close", "verbs", "frames", "adverbs", "row", "paragraphs", "people"],
)
def test_takes_no_longer_for_hostile_text(text: str) -> None:
    names = tuple(Name(at, at + 2, "PER") for at in range(0, len(text) - 2, 3) if text[at] == "王")
    start = time.process_time()
    told(text, names)
    assert time.process_time() - start < 1.5


KNOWN: tuple[tuple[str, NameKind], ...] = (("周明远", "PER"), ("青河海关", "ORG"))

pieces = st.sampled_from(
    [
        "“",
        "”",
        "「",
        "」",
        "‘",
        "’",
        "。",
        "，",
        "：",
        "\n",
        "说",
        "表示",
        "告诉记者",
        "他",
        "周明远",
        "青河海关",
        "在会上",
        "要实干",
        "的",
        "书记",
        "A",
        "\ud800",
        "《",
        "》",
        " ",
        "！",
        "……",
        "对",
        "、",
        "\u3000",
    ]
)


@given(st.lists(pieces, max_size=40).map("".join))
def test_spans_lie_in_one_line_of_the_text_in_order(text: str) -> None:
    names = tuple(
        Name(at, at + len(word), kind)
        for at in range(len(text))
        for word, kind in KNOWN
        if text.startswith(word, at)
    )
    last = 0
    for it in told(text, names):
        assert last <= it.start < it.end <= len(text)
        assert "\n" not in text[it.start : it.end]
        assert it.speaker is None or it.speaker in text
        if it.speaker_at is not None:
            assert 0 <= it.speaker_at[0] < it.speaker_at[1] <= len(text)
        last = it.start
