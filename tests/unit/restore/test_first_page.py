"""The real first page with its editor's decisions reads as the printed one did."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import msgspec
import pytest

from generator.annotate.article import annotate
from generator.forms.review import RepairForm, ReviewForm
from generator.model.article import Article
from generator.restore.page import PageText, Restored, restore

PAGES = Path(__file__).parents[3] / "content" / "pages"
STEM = "000_3863c88884404813"
DATA = (PAGES / f"{STEM}.txt").read_bytes()
FORM = msgspec.convert(
    tomllib.loads((PAGES / f"{STEM}.review.toml").read_text(encoding="utf-8")), ReviewForm
)


def restored(form: ReviewForm | None = FORM) -> Restored:
    digest = hashlib.sha256(DATA).hexdigest()
    review = f"pages/{STEM}.review.toml" if form else ""
    return restore(
        PageText(f"pages/{STEM}.txt", STEM, DATA.decode(), "utf-8", digest, review), form
    )


@pytest.fixture(scope="module")
def page() -> Restored:
    return restored()


def running_text(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)


def test_the_file_is_the_one_that_was_reviewed() -> None:
    assert hashlib.sha256(DATA).hexdigest() == FORM.page.digest


def test_three_articles_without_a_problem(page: Restored) -> None:
    assert page.problems == ()
    assert [article.title for article in page.articles] == [
        "重庆两江新区全面开启二次创业",
        "建强战斗堡垒 夯实执政之基",
        "山西大同县校合作 为乡村振兴注入科技动能",
    ]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param(0, "一批科技含量高、市场前景广的产业项目近面先后落户两江新区", id="11+31"),
        pytest.param(0, "努力在全市发展大局中作出新的更大贡献。", id="19+35"),
        pytest.param(0, "由于资本、需求、应用等方面的脱节，科研与产业存在鸿沟", id="29+41"),
        pytest.param(0, "科创中心核心承载区的目标，两江新区将全力打造", id="47+51"),
        pytest.param(0, "创新生态明显优化。力争到2025年", id="51+65"),
        pytest.param(1, "在打赢脱贫攻坚战中，全国累计选派", id="117+119"),
        pytest.param(1, "建功立业，建设让党中央放心、让人民满意的模范机关。", id="185+167"),
        pytest.param(1, "习近平总书记来到他们中间", id="79 doubled"),
        pytest.param(1, "直接联系重点企业和出资人制度", id="89 and"),
        pytest.param(1, "社会组织和律师、注册会计师", id="91 and"),
        pytest.param(2, "山西农业大学社会服务部部长王宏伟说", id="161 doubled"),
        pytest.param(2, "规范化（GAP）种植示范基地", id="165 brackets as a pair"),
        pytest.param(0, "行动计划（2022—2025年）》，并同期", id="69 brackets as a pair"),
        pytest.param(0, "投资额77.8亿元；9月17日", id="9 no change inside a number"),
    ],
)
def test_reads_as_printed(page: Restored, article: int, expected: str) -> None:
    assert expected in running_text(page.articles[article])


def test_every_line_stands_in_exactly_one_place(page: Restored) -> None:
    lines = [piece.line for piece in page.ledger.pieces if piece.fate != "layout"]
    assert len(lines) == len(set(lines)) == 93
    assert [piece.line for piece in page.ledger.pieces if piece.fate == "aside"] == [49]
    assert not [piece for piece in page.ledger.pieces if piece.fate == "unplaced"]


def test_order_of_the_second_article(page: Restored) -> None:
    blocks = page.articles[1].blocks
    assert [block.id for block in blocks][:3] == ["gap-before-99", "p99", "h101"]
    order = [block.id for block in blocks]
    assert order[order.index("p135") :] == [
        "p135", "gap-after-135", "h77", "p79", "p81", "p83", "p85", "p87", "p89", "p91", "p93",
        "p95", "gap-after-95", "p175", "h177", "p179", "p181", "p183", "p185", "p169", "p171", "p173",
    ]  # fmt: skip


def test_the_pull_quote_is_aside(page: Restored) -> None:
    article = page.articles[0]
    assert "鲜明地提出了全面开启二次创业" not in running_text(article)
    assert "鲜明地提出了全面开启二次创业" in article.asides[0].text


def test_furniture(page: Restored) -> None:
    first, second, third = page.articles
    assert first.kicker is not None
    assert first.kicker.text == "加快建设高质量发展引领区、高品质生活示范区"
    assert [block.text for block in first.bylines] == ["◎本报记者 雍黎 通讯员 赵鹏"]
    assert [block.text for block in second.jumps] == ["（上接第一版）"]
    assert [block.text for block in second.credits] == ["（新华社北京10月9日电）"]
    assert [block.text for block in third.labels] == ["地方动态"]
    assert {article.date for article in page.articles} == {"2022-10-10"}
    assert all(article.date_ground for article in page.articles)


def test_doubt_is_told(page: Restored) -> None:
    joins = {(join.tail, join.head): join.sure for join in page.ledger.joins}
    assert joins.pop((11, 31)) is False
    assert joins == dict.fromkeys(
        [(19, 35), (29, 41), (47, 51), (51, 65), (117, 119), (185, 167)], True
    )
    assert all(join.ground for join in page.ledger.joins)


def test_suspicions_lie_on_the_words_they_speak_of(page: Restored) -> None:
    told = {
        block.text[flag.start : flag.end]
        for article in page.articles
        for block in article.blocks
        for flag in block.flags
    }
    assert {"面先后落户", "6月12日", "优势力量", "炮台芪", "中小学校、事关", "党建建设"} <= told
    assert page.ledger.flags == len(FORM.suspicions)


def test_sentence_ids_outlast_a_new_repair(page: Restored) -> None:
    new = RepairForm(
        line="9 9月28日,长安",
        original="长安科技及长线",
        shown="长安科技和长线智能之",
        kind="misprint",
    )
    changed = msgspec.structs.replace(FORM, repairs=(*FORM.repairs, new))
    before = [it.id for it in annotate(page.articles[0]).sentences]
    after = [it.id for it in annotate(restored(changed).articles[0]).sentences]
    assert before == after


def test_sentence_ids_outlast_the_width_rule(page: Restored) -> None:
    bare = restored(msgspec.structs.replace(FORM, rules=()))
    for with_rule, without in zip(page.articles, bare.articles, strict=True):
        assert [it.id for it in annotate(with_rule).sentences] == [
            it.id for it in annotate(without).sentences
        ]


def test_without_a_review_every_line_has_a_place_and_nobody_has_looked() -> None:
    page = restored(None)
    assert [it.code for it in page.problems] == ["page-unreviewed"]
    assert not page.articles[0].reviewed
    placed = [piece.line for piece in page.ledger.pieces if piece.fate in ("placed", "aside")]
    assert len(placed) == len(set(placed)) == 93
