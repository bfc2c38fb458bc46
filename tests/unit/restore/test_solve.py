"""The solver as its users meet it: the first page without its editor, pages made from it, any text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.restore.evidence import learn
from generator.restore.lines import split_lines
from generator.restore.solution import Fixed, Solution
from generator.restore.solve import solve
from generator.restore.solving.joins import Rules
from generator.restore.solving.units import normalise, read_units
from tests.bench.restoration.pages import Answer, Text, make_pages
from tests.bench.restoration.score import score

PAGE = Path("content/pages/000_3863c88884404813.txt").read_text(encoding="utf-8")
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def first() -> Solution:
    return solve(split_lines(PAGE))


def _lines(solution: Solution) -> list[int]:
    """All lines it places, in order."""
    placed = [line for article in solution.articles for line in article.order]
    return sorted([*placed, *(it.line for it in solution.pull_quotes), *solution.other])


def _written(text: str) -> list[int]:
    return [line.number for line in split_lines(text) if line.text.strip()]


def test_first_page_is_accounted_for(first: Solution) -> None:
    assert _lines(first) == _written(PAGE)
    assert len(_lines(first)) == 93


@pytest.mark.parametrize(
    ("tail", "head"),
    [(117, 119), (19, 35), (51, 65), (29, 41)],
    ids=["脱|贫", "发|展", "明|显", "方|面"],
)
def test_first_page_joins_are_made_or_offered_first(first: Solution, tail: int, head: int) -> None:
    offer = next(it for it in first.offers if it.tail == tail)
    assert offer.heads[0].head == head


def test_first_page_has_no_wrong_join(first: Solution) -> None:
    right = {(11, 31), (19, 35), (29, 41), (47, 51), (51, 65), (117, 119), (185, 167)}
    assert {(it.tail, it.head) for it in first.joins if it.made} <= right


def test_the_trap_is_left_to_the_editor(first: Solution) -> None:
    # 方|面 fits line 31 as well as line 41: whatever the chances say, nobody may be sure.
    assert all(it.tail != 29 for it in first.joins if it.made)


def test_first_page_is_split_into_its_articles(first: Solution) -> None:
    heads = [
        (it.label, it.kicker, it.title, it.byline, it.jump, it.credit) for it in first.articles
    ]
    assert heads == [
        ((), (3,), (5,), (7,), (), ()),
        ((), (), (75,), (), (97,), (187,)),
        ((137,), (), (139, 141), (143,), (), ()),
    ]
    shanxi = next(it for it in first.articles if 143 in it.byline)
    assert list(shanxi.order) == list(range(137, 166, 2))


def test_pull_quote_is_set_aside_and_says_what_it_repeats(first: Solution) -> None:
    assert [(it.line, 17 in it.of) for it in first.pull_quotes] == [(49, True)]


def test_text_that_comes_from_another_page_begins_with_a_gap(first: Solution) -> None:
    party = next(it for it in first.articles if 75 in it.title)
    assert 99 in party.gaps_before


def test_grounds_name_the_word_that_was_cut(first: Solution) -> None:
    grounds = {it.tail: it.ground for it in first.joins}
    assert "词被切断：发|展" in grounds[19]
    assert "词被切断：脱|贫" in grounds[117]


def test_heads_are_offered_likeliest_first_whatever_the_calibration_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    doubting = Rules(0.99, np.array([0.0, 1.0]), np.array([0.0, 0.1]))
    monkeypatch.setattr(Rules, "packaged", lambda _: doubting)
    for offer in solve(split_lines(PAGE)).offers:
        chances = [it.p for it in offer.heads]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) + offer.missing == pytest.approx(1.0, abs=1e-3)


def test_a_short_line_that_goes_on_on_another_page_is_no_title() -> None:
    text = (
        "农机下乡\n本报记者 周禾\n县里送来十二台农机，村民们围着看了又看，舍不得离开。\n"
        "一是围绕市场主体的急需制定和实\n（下转第三版）\n"
    )
    (article,) = solve(split_lines(text)).articles
    assert (sorted(article.order), article.title, article.jump) == ([1, 2, 3, 4, 5], (1,), (5,))


def test_traditional_characters_are_compared_as_simplified_ones() -> None:
    assert normalise("發展,經濟") == "发展，经济"
    assert [it.text for it in read_units(split_lines(" （上接第１版） \n"))] == ["（上接第１版）"]


# Pages made from three articles of one newspaper page: shared names, shared day.


def _texts() -> list[Text]:
    bodies = {
        "重庆两江新区全面开启二次创业": range(55, 74, 2),
        "建强战斗堡垒 夯实执政之基": range(103, 116, 2),
        "新兴领域党建工作": range(79, 94, 2),
        "山西大同县校合作为乡村振兴注入科技动能": range(145, 166, 2),
        "城市基层与学校医院的党建": [121, 123, 125, 129, 131, 133, 169, 171, 173, 179, 181, 183],
        "两江新区的七大行动": [15, 17, 23, 25, 27, 37, 39, 43, 45],
    }
    lines = {line.number: line.text.strip() for line in split_lines(PAGE)}
    return [Text(title, tuple(lines[it] for it in body)) for title, body in bodies.items()]


@pytest.fixture(scope="module")
def made() -> list[tuple[str, Answer]]:
    return [page for seed in range(40) for page in make_pages(_texts(), seed, 3)]


@pytest.fixture(scope="module")
def solved(made: list[tuple[str, Answer]]) -> list[Solution]:
    return [solve(split_lines(text)) for text, _ in made]


def test_made_pages_come_out_right(made: list[tuple[str, Answer]], solved: list[Solution]) -> None:
    figures = score(made, solved)
    assert figures["joins"] > 50
    assert figures["precision"] >= 0.98, figures
    assert figures["recall"] >= 0.45, figures
    assert figures["among three"] >= 0.93, figures
    assert figures["split (B-cubed F1)"] >= 0.85, figures
    assert figures["order"] >= 0.88, figures
    assert figures["accounted for"] == 1.0


def test_evidence_does_not_depend_on_the_order_of_texts(made: list[tuple[str, Answer]]) -> None:
    texts = [text for text, _ in made]
    one = solve(split_lines(texts[0]), None, learn(texts))
    other = solve(split_lines(texts[0]), None, learn(reversed(texts)))
    assert one == other


def test_what_was_joined_in_a_page_is_joined_again_the_same(made: list[tuple[str, Answer]]) -> None:
    text, _ = made[0]
    assert solve(split_lines(text)) == solve(split_lines(text))


# Decisions of the editor.


def test_a_join_of_the_editor_is_made(made: list[tuple[str, Answer]]) -> None:
    text, answer = next(it for it in made if len(it[1].joins) > 2)
    for tail, head in answer.joins:
        found = solve(split_lines(text), Fixed(joins=frozenset({(tail, head)})))
        assert [(it.tail, it.head, it.by) for it in found.joins if it.tail == tail] == [
            (tail, head, "editor")
        ]
        assert (tail, head) in [pair for it in found.articles for pair in pairwise(it.order)]


def test_a_missing_continuation_is_not_joined() -> None:
    found = solve(split_lines(PAGE), Fixed(ends=frozenset({19})))
    assert all(it.tail != 19 for it in found.joins)
    assert any(19 in it.gaps_after for it in found.articles)


def test_lines_kept_apart_are_not_joined() -> None:
    found = solve(split_lines(PAGE), Fixed(apart=frozenset({(19, 35)})))
    assert all((it.tail, it.head) != (19, 35) for it in found.joins if it.made)


def test_an_order_of_the_editor_stays_together() -> None:
    order = (5, 9, 145, 11, 79)
    found = solve(split_lines(PAGE), Fixed(kinds={5: "title"}, orders=(order,)))
    holding = next(it for it in found.articles if 145 in it.order)
    assert [it for it in holding.order if it in order] == list(order)
    assert _lines(found) == _written(PAGE)


def test_what_the_editor_joined_is_text_whatever_it_looks_like() -> None:
    # 7 looks like a byline, 13 like a heading, 49 like a pull quote.
    found = solve(split_lines(PAGE), Fixed(joins=frozenset({(7, 13)}), ends=frozenset({49})))
    order = next(it.order for it in found.articles if 7 in it.order)
    assert (7, 13) in pairwise(order)
    assert any(49 in it.gaps_after for it in found.articles)


@pytest.mark.parametrize(
    "orders",
    [((5, 9, 145, 11, 79),), ((75, 41), (139, 31)), ((41, 35, 31, 119),), ((19, 29, 51, 117),)],
    ids=["mixed", "from the middle", "without a title", "tails that go on elsewhere"],
)
def test_nothing_comes_between_the_lines_of_an_editors_order(
    orders: tuple[tuple[int, ...], ...],
) -> None:
    kinds = dict.fromkeys((5, 75, 139), "title")
    found = solve(split_lines(PAGE), Fixed(kinds=kinds, orders=orders))  # type: ignore[arg-type]
    assert _lines(found) == _written(PAGE)
    articles = [[line for line in it.order if line not in it.jump] for it in found.articles]
    for order in orders:
        assert list(order) in [it[: len(order)] for it in articles]
    standing = {pair for it in found.articles for pair in pairwise(it.order)}
    assert all((it.tail, it.head) in standing for it in found.joins if it.made)


@pytest.mark.parametrize("kind", ["body", "heading", "title", "other", "pullquote", "credit"])
def test_a_kind_of_the_editor_holds(kind: str) -> None:
    found = solve(split_lines(PAGE), Fixed(kinds={53: kind}))  # type: ignore[dict-item]
    seen = {
        "title": any(53 in it.title for it in found.articles),
        "heading": any(53 in it.headings for it in found.articles),
        "credit": any(53 in it.credit for it in found.articles),
        "other": 53 in found.other,
        "pullquote": any(it.line == 53 for it in found.pull_quotes),
    }
    assert [name for name, it in seen.items() if it] == ([kind] if kind != "body" else [])
    assert _lines(found) == _written(PAGE)


LONG = "改革开放以来我国经济社会发展取得了巨大成就，人民生活水平显著提高，综合国力大幅提升，国际地位空前提高，还在发"


@pytest.mark.parametrize(
    ("text", "apart"),
    [(LONG, ()), (f"{LONG}\n（上接第一版）", ()), (f"{LONG}\n展之中。", ((1, 2),))],
    ids=["alone", "only furniture", "kept apart"],
)
def test_a_line_does_not_continue_itself(text: str, apart: tuple[tuple[int, int], ...]) -> None:
    found = solve(split_lines(text), Fixed(apart=frozenset(apart)))
    assert found.joins == ()
    assert [(it.tail, it.heads, it.missing) for it in found.offers] == [(1, (), 1.0)]


def test_decisions_hold_across_the_stretches_of_a_very_long_page() -> None:
    text = "\n".join(f"第{it}户人家去年种了{it * 7 % 40}亩地。" for it in range(1, 1300))
    order, join = (5, 700, 1290), (1290, 650)
    kinds = dict.fromkeys((*order, *join), "body")
    fixed = Fixed(kinds=kinds, orders=(order,), joins=frozenset({join}))  # type: ignore[arg-type]
    found = solve(split_lines(text), fixed)
    assert _lines(found) == _written(text)
    assert (*order, 650) in [it.order[:4] for it in found.articles]
    assert [(it.tail, it.head) for it in found.joins if it.by == "editor"] == [join]
    assert [it.tail for it in found.offers] == sorted(it.tail for it in found.offers)


# Anything at all.


def _any_line() -> st.SearchStrategy[str]:
    words = st.sampled_from(
        [
            "两江新区",
            "建设",
            "，",
            "。",
            "“",
            "”",
            "（",
            "发",
            "展",
            "1",
            "2022年",
            "a ",
            "：",
            "面",
            "党建",
        ]
    )
    made = st.lists(words, max_size=25).map("".join)
    special = st.sampled_from(
        [
            "◎本报记者 雍黎",
            "（上接第一版）",
            "下转第四版",
            "（新华社北京1月1日电）",
            "要闻",
            "",
            " ",
            "\x00\x1f",
            "𠮷" * 3,
            "\ud800",
        ]
    )
    return st.one_of(made, special, st.text(max_size=30))


@QUICK
@given(st.lists(_any_line(), max_size=14).map("\n".join), st.randoms(use_true_random=False))
def test_every_line_has_one_place_whatever_is_decided(text: str, rng) -> None:  # type: ignore[no-untyped-def]
    lines = split_lines(text)
    written = [line.number for line in lines if line.text.strip()]
    kinds = {it: rng.choice(["body", "title", "heading", "other"]) for it in written[::3]}
    running = [it for it in written if kinds.get(it) == "body"]
    fixed = Fixed(
        kinds=kinds,
        ends=frozenset(running[:1]),
        orders=(tuple(running[1:3]),) if running[1:3] else (),
    )
    for decided in (None, fixed):
        assert _lines(solve(lines, decided)) == written


def _hostile() -> Iterator[object]:
    yield pytest.param("字" * 1_000_000, id="one line of a megabyte")
    yield pytest.param("今天，天气很好。" * 100_000 + "\n标题\n", id="one paragraph of a megabyte")
    yield pytest.param("\n".join("天地玄黄宇宙洪荒"[it % 8] for it in range(3000)), id="characters")
    yield pytest.param("\n".join(f"第{it}个小标题" for it in range(300)), id="only headings")
    yield pytest.param("（上接第一版）\n（下转第二版）\n◎本报记者 雍黎\n", id="only furniture")
    yield pytest.param("同样的一句话，反复地出现在这里。\n" * 50, id="one line fifty times")
    yield pytest.param("\x00\x01\x02\n\x7f\n", id="control characters")
    yield pytest.param("", id="empty")
    yield pytest.param("\n \n\t\n", id="blank")


@pytest.mark.parametrize("text", list(_hostile()))
def test_hostile_pages_lose_nothing(text: str) -> None:
    assert _lines(solve(split_lines(text))) == _written(text)
