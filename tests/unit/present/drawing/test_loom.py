"""Names and what ties them: whole names, none over another, all on the narrowest screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.present.drawing.chart import text_width
from generator.present.drawing.loom import LETTER, NARROW, loom, wrap
from generator.present.views import TermLink
from generator.present.views.drawings import LoomView, ThreadView, WeftView

TOPICS = (ThreadView(TermLink("移民", "topics/yimin/")), ThreadView(TermLink("农田水利", "t/")))


def weft(name: str, *threads: int) -> WeftView:
    return WeftView(TermLink(name, "x/", 2), "term", 2, tuple((it, 1) for it in threads))


names = st.text("水利渠库《》（）2022年", min_size=1, max_size=40)


@st.composite
def looms(draw: st.DrawFn) -> LoomView:
    rows = draw(st.lists(names, min_size=1, max_size=14))
    titles = draw(st.lists(names, max_size=5))
    pairs = draw(st.integers(0, 8)) if not titles and len(rows) > 1 else 0
    count = len(titles) or pairs
    some = st.lists(st.integers(0, count - 1), unique=True) if count else st.just([])
    wefts = tuple(weft(it, *sorted(draw(some))) for it in rows)
    threads = [ThreadView(TermLink(it, "t/")) for it in titles] or [ThreadView(None)] * pairs
    return LoomView("图", "", draw(st.sampled_from(["", "水利建设"])), wefts, tuple(threads))


@given(looms())
def test_names_stand_whole_below_one_another_on_the_narrowest_screen(view: LoomView) -> None:
    made = loom(view)
    bottom = made.top
    for it, row in zip(view.wefts, made.rows, strict=True):
        assert "".join(row.lines).replace(" ", "") == it.name.title.replace(" ", "")
        assert row.y - LETTER / 2 >= bottom
        bottom = row.y - LETTER / 2 + len(row.lines) * 18
    assert bottom <= made.height
    assert made.width <= NARROW or len({it.x for it in made.threads}) > 5


@given(looms())
def test_threads_keep_to_their_lanes_right_of_the_names(view: LoomView) -> None:
    made = loom(view)
    for it in made.threads:
        assert 0 <= it.x <= 100
        assert it.top <= it.bottom <= made.height
    for one, other in pairwise(sorted({it.x for it in made.threads})):
        assert (other - one) * made.width / 100 >= 23.9
    for row in made.rows:
        longest = max(text_width(line, LETTER) for line in row.lines)
        if row.end and len(row.lines[0]) > 1 and all(len(line) < 12 for line in row.lines):
            assert row.x + longest <= min(it.x for it in made.threads) * made.width / 100 + LETTER


def test_a_knot_stands_where_a_name_meets_its_thread() -> None:
    made = loom(LoomView("图", "", "", (weft("渠", 0, 1), weft("库", 1)), TOPICS))
    assert [(it.x, it.y) for it in made.knots] == [
        (made.threads[0].x, made.rows[0].y),
        (made.threads[1].x, made.rows[0].y),
        (made.threads[1].x, made.rows[1].y),
    ]


def test_sentences_share_a_lane_if_they_tie_other_names() -> None:
    wefts = (weft("甲", 0), weft("乙", 0), weft("丙", 1), weft("丁", 1, 2), weft("戊", 2))
    made = loom(LoomView("图", "", "水利", wefts, (ThreadView(None),) * 3))
    first, second, third = (it.x for it in made.threads)
    assert first == second != third


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        pytest.param(
            "关于抓党建促乡村振兴的若干意见", 200, ("关于抓党建促乡村", "振兴的若干意见"), id="even"
        ),
        pytest.param("乡村振兴", 60, ("乡村振兴",), id="fits"),
        pytest.param("《水法》解释", 60, ("《水法》", "解释"), id="marks-stay"),
        pytest.param("World Bank Group", 70, ("World", "Bank", "Group"), id="latin-words"),
    ],
)
def test_long_names_are_set_in_lines(words: str, room: float, lines: tuple[str, ...]) -> None:
    assert wrap(words, room) == lines
