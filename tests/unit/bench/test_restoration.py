"""Pages made to fit and measure the solver: their answers are true, and the figures say what they mean."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from generator.restore.solution import (
    Candidate,
    Offer,
    PullQuote,
    Solution,
    SolvedArticle,
    SolvedJoin,
)
from tests.bench import corpus
from tests.bench.restoration import measure
from tests.bench.restoration.pages import Answer, Text, make_pages, usable
from tests.bench.restoration.score import honesty, score
from tests.bench.restoration.texts import read_texts

Page = tuple[str, Answer]
FULL = str.maketrans(",:;?!()", "，：；？！（）")
FURNITURE = ("title", "kicker", "label", "byline", "jump", "credit")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[Text]:
    folder = tmp_path_factory.mktemp("texts")
    corpus.write(folder, 150)
    found = []
    for path in sorted(folder.rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        paragraphs = [it for it in body.split("\n\n") if it.strip()[:1] not in ("", "#", "-", "!")]
        flat = ["".join(it.split()) for it in paragraphs]
        found.append(Text(f"{path.stem}：{flat[0][:12]}", tuple(flat)))
    return [it for it in found if usable(it)]


@pytest.fixture(scope="module")
def pages(texts: list[Text]) -> list[Page]:
    return make_pages(texts, 5, 20)


# ---- the pages -----------------------------------------------------------------------------


def test_pages_are_made_again_alike(texts: list[Text], pages: list[Page]) -> None:
    assert len(pages) == 20
    assert make_pages(texts, 5, 20) == pages
    assert make_pages(texts, 6, 20) != pages


def test_every_line_of_a_page_is_in_its_answer_once(pages: list[Page]) -> None:
    for text, answer in pages:
        placed = [line for article in answer.articles for line in article["order"]]
        written = [at for at, line in enumerate(text.split("\n"), 1) if line.strip()]
        assert sorted([*placed, *answer.pull_quotes]) == written


def test_in_order_the_lines_of_an_article_are_its_text(
    texts: list[Text], pages: list[Page]
) -> None:
    """But for pieces that were lost and characters that were doubled."""
    wholes = ["".join(it.paragraphs).translate(FULL) for it in texts]
    for text, answer in pages:
        lost = 0
        for article in answer.articles:
            body = _body(text, article)
            left_out = [it for whole in wholes if (it := _left_out(body, whole)) is not None]
            assert left_out, body
            lost += min(left_out)
        assert lost <= (0 if answer.level == 1 else 3)


def test_joined_lines_are_the_paragraphs(texts: list[Text], pages: list[Page]) -> None:
    known = {tuple(paragraph.translate(FULL) for paragraph in it.paragraphs) for it in texts}
    for text, answer in pages:
        if answer.level > 1:
            continue
        for article in answer.articles:
            assert tuple(_paragraphs(text, article, answer.joins)) in known


def test_levels_are_as_hard_as_they_say(pages: list[Page]) -> None:
    articles = {
        level: {len(it.articles) for _, it in pages if it.level == level} for level in (1, 2, 3)
    }
    assert articles[1] == {2}
    assert articles[2] == {3}
    assert articles[3] <= {3, 4}
    assert any(it.missing for _, it in pages)
    assert all(it.joins for _, it in pages if it.level == 3)


def _body(text: str, article: dict[str, list[int]]) -> list[str]:
    """Running text in order; headings are the generator's own."""
    lines = text.split("\n")
    apart = {it for kind in (*FURNITURE, "headings") for it in article[kind]}
    return [lines[it - 1].translate(FULL) for it in article["order"] if it not in apart]


def _left_out(body: list[str], whole: str) -> int | None:
    """How many stretches of the text the lines leave out; None if they are not of this text."""
    at = gaps = 0
    for line in body:
        found = [(whole.find(it, at), it) for it in (line, *_undoubled(line)) if it in whole]
        places = [(place, it) for place, it in found if place >= at]
        if not places:
            return None
        place, shown = min(places, key=lambda it: it[0])
        gaps += place > at
        at = place + len(shown)
    return gaps + (at < len(whole))


def _undoubled(line: str) -> list[str]:
    return [line[:at] + line[at + 1 :] for at in range(1, len(line)) if line[at] == line[at - 1]]


def _paragraphs(
    text: str, article: dict[str, list[int]], joins: list[tuple[int, int]]
) -> list[str]:
    lines = text.split("\n")
    apart = {it for kind in (*FURNITURE, "headings") for it in article[kind]}
    order = [it for it in article["order"] if it not in apart]
    found = [lines[order[0] - 1]]
    for before, line in pairwise(order):
        if (before, line) in joins:
            found[-1] += lines[line - 1]
        else:
            found.append(lines[line - 1])
    return [it.translate(FULL) for it in found]


# ---- the texts -----------------------------------------------------------------------------

LONG = "全县清淤修渠一百零三条，可以灌溉农田一万二千亩。"


def test_texts_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text(
        f"---\ntitle: 无关\n---\n# 修渠的人和事\n\n{LONG}\n\n短。\n\n# 灯\n\n{LONG}\n", "utf-8"
    )
    (tmp_path / "a.json").write_text("{}", "utf-8")
    assert read_texts(tmp_path) == [Text("修渠的人和事", (LONG,)), Text("灯的情况", (LONG,))]


def test_texts_of_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    rows = [
        {"title": "修渠的人和事", "paragraphs": [LONG, "短。"]},
        {"title": "图书馆里的夜校", "text": LONG * 4},
        {"title": "图书馆里的夜校", "text": LONG},
    ]
    path.write_text("\n".join(json.dumps(it, ensure_ascii=False) for it in rows), "utf-8")
    assert read_texts(path) == [
        Text("修渠的人和事", (LONG,)),
        Text("图书馆里的夜校", (LONG * 4, LONG)),
    ]


def test_texts_of_a_tagged_corpus(tmp_path: Path) -> None:
    path = tmp_path / "tagged.txt"
    path.write_text(
        "修渠/v 的/u 人/n\n"
        "[青石县/ns 水利局/n]nt 说/v ，/w 全县/n 修渠/v １０３/m 条/q ，/w 今年/t 还/d 要/v 修/v 。/w\n"
        "\n"
        "夜校/n 开课/v\n"
        "来/v 听/v 农技课/n 的/u 有/v 六十多/m 人/n ，/w 最/d 大/a 的/u 七十一/m 岁/q 。/w\n",
        "utf-8",
    )
    assert {it.title: it.paragraphs for it in read_texts(path) if it.title} == {
        "修渠的人": ("青石县水利局说，全县修渠103条，今年还要修。",),
        "夜校开课": ("来听农技课的有六十多人，最大的七十一岁。",),
    }


# ---- the figures ---------------------------------------------------------------------------


def _solution(answer: Answer, *, right: bool = True) -> Solution:
    """What a solver would say that knows the answer; or takes each cut for another's."""
    heads = [head for _, head in answer.joins]
    shown = heads if right else heads[1:] + heads[:1]
    pairs = [(tail, head) for (tail, _), head in zip(answer.joins, shown, strict=True)]
    return Solution(
        tuple(
            SolvedArticle(tuple(it for it in article["order"] if it not in answer.pull_quotes))
            for article in answer.articles
        ),
        joins=tuple(SolvedJoin(tail, head, 0.99, True, "") for tail, head in pairs),
        offers=tuple(Offer(tail, (Candidate(head, 0.99),), 0.01, True) for tail, head in pairs),
        pull_quotes=tuple(PullQuote(it, (), 1.0) for it in answer.pull_quotes),
    )


def test_the_answer_itself_is_all_right(pages: list[Page]) -> None:
    figures = score(pages, [_solution(it) for _, it in pages])
    shares = {name: it for name, it in figures.items() if name not in ("pages", "joins")}
    assert shares == dict.fromkeys(shares, 1.0)
    assert figures["pages"] == 20
    assert honesty(pages, [_solution(it) for _, it in pages])[0][2] == 1.0


def test_wrong_joins_are_counted(pages: list[Page]) -> None:
    wrong = [_solution(it, right=len(it.joins) < 2) for _, it in pages]
    figures = score(pages, wrong)
    assert figures["precision"] < 0.5
    assert figures["recall"] < 0.5
    assert figures["order"] == 1.0


@pytest.mark.parametrize(
    ("orders", "likeness"),
    [(((1, 3), (5, 7)), 1.0), (((1, 3, 5, 7),), 2 / 3), (((1,), (3,), (5,), (7,)), 2 / 3)],
    ids=["as it was", "all in one", "each alone"],
)
def test_a_wrong_split_is_counted(orders: tuple[tuple[int, ...], ...], likeness: float) -> None:
    gold = Answer(1, [{"order": [1, 3]}, {"order": [5, 7]}])
    page = ("甲。\n\n乙。\n\n丙。\n\n丁。\n", gold)
    figures = score([page], [Solution(tuple(SolvedArticle(it) for it in orders))])
    assert figures["split (B-cubed F1)"] == pytest.approx(likeness)
    assert figures["accounted for"] == 1.0


def test_a_lost_line_is_counted() -> None:
    gold = Answer(1, [{"order": [1, 3]}])
    page = ("甲。\n\n乙。\n", gold)
    assert score([page], [Solution((SolvedArticle((1,)),))])["accounted for"] == 0.0


def test_measuring_tells_both_ways(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {
            "title": f"第{number}个村的修渠账本",
            "paragraphs": [f"第{number}个村{it}年{LONG}{LONG}" for it in range(8)],
        }
        for number in range(12)
    ]
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(json.dumps(it, ensure_ascii=False) for it in rows), "utf-8")
    assert measure.main([str(path), "--pages", "2"]) == 0
    told = capsys.readouterr().out
    assert [it for it in told.splitlines() if not it.startswith(" ")] == ["together", "one by one"]
    assert told.count("CPU seconds") == 2
    assert measure.main([str(tmp_path), "--pages", "2"]) == 1
