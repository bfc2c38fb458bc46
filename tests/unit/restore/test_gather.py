"""One article of several pages: nothing is lost, nothing of the home changes its name."""

from __future__ import annotations

from collections import Counter

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.article import annotate
from generator.annotate.gather import gather_readings
from generator.model.article import Article, ArticleId, all_blocks
from generator.model.knowledge import Reading
from generator.restore.gather_pages import AlonePage, gather_pages
from tests.unit.restore.pages import alone, simple


def whole(*pages: AlonePage) -> Article:
    (found,) = gather_pages(pages).wholes
    return found[1].article


def sentences(*pages: AlonePage) -> dict[str, str]:
    """Id -> text of the sentences of the one article of all pages."""
    readings = [[_reading(it) for it in page.articles] for page in pages]
    found = gather_readings(readings, [(it.parts, it.ledger) for it in pages], ())
    (reading,) = found.readings
    blocks = reading.article.blocks
    return {it.id: blocks[it.block].text[it.start : it.end] for it in reading.annotations.sentences}


def _reading(article: Article) -> Reading:
    annotations = annotate(article)
    encode = msgspec.msgpack.encode
    return Reading(article, annotations, encode(article), encode(annotations))


HOME = simple("p4", "home", text="着孩子。他不走。")
LEAD = 'leads = "home"\ninside = true'


def test_a_sentence_cut_by_the_page_is_whole_under_the_homes_id() -> None:
    alone_ids = sentences(HOME)
    assert alone_ids == {"s2-0": "着孩子。", "s2-4": "他不走。"}
    found = sentences(simple("p1", "lead", LEAD, "天亮了。他守望"), HOME)
    assert found == {"p1.s2-0": "天亮了。", "s2-0": "他守望着孩子。", "s2-4": "他不走。"}
    article = whole(simple("p1", "lead", LEAD, "天亮了。他守望"), HOME)
    assert [it.id for it in article.blocks if it.kind == "paragraph"] == ["p2"]
    assert [it.page for it in article.blocks[-1].segments] == [1, 0]


def test_a_sentence_may_go_on_over_three_pages() -> None:
    pages = (
        simple("p1", "a", text="天亮了。他守"),
        simple("p2", "b", 'continues = "a"\ninside = true', "望着这些"),
        simple("p3", "c", 'continues = "b"\ninside = true', "孩子。他不走。"),
    )
    assert sentences(*pages) == {
        "s2-0": "天亮了。",
        "s2-4": "他守望着这些孩子。",
        "p3.s2-3": "他不走。",
    }
    (block,) = (it for it in whole(*pages).blocks if it.kind == "paragraph")
    assert block.id == "p2"
    assert [(it.page, it.line) for it in block.segments] == [(0, 2), (1, 2), (2, 2)]
    assert [it.at for it in block.joins] == [6, 10]


def test_a_quotation_that_closes_on_the_next_page_keeps_every_id_apart() -> None:
    pages = (
        simple("p1", "a", text="他说“我来。我看"),
        simple("p2", "b", 'continues = "a"\ninside = true', "见。我做。”人们笑了。"),
    )
    found = sentences(*pages)
    assert "".join(found.values()) == "他说“我来。我看见。我做。”人们笑了。"
    assert "s2-0" in found


def test_repairs_of_both_pages_keep_their_grounds() -> None:
    repair = (
        '[[repairs]]\nline = "2 {0}"\noriginal = "{1}"\nshown = "{2}"\nkind = "misprint"\n'
        'ground = "{3}"\n'
    )
    home = alone(
        "p4",
        "题\n着孩孑。\n",
        '[[articles]]\nslug = "home"\ntitle = ["1 题"]\nbody = ["2 着孩"]\n'
        + repair.format("着孩", "孩孑", "孩子", "形近"),
    )
    lead = alone(
        "p1",
        "首\n他守忘\n",
        '[[articles]]\nslug = "lead"\ntitle = ["1 首"]\nbody = ["2 他守"]\n'
        '[[jumps]]\nline = "2 他守"\nleads = "home"\ninside = true\n'
        + repair.format("他守", "守忘", "守望", "同音"),
    )
    (block,) = (it for it in whole(lead, home).blocks if it.kind == "paragraph")
    assert block.text == "他守望着孩子。"
    shown = {
        block.text[it.start : it.end]: block.repairs[it.repair].ground
        for it in block.segments
        if it.repair >= 0
    }
    assert shown == {"望": "同音", "子": "形近"}


def test_the_home_lends_its_title_the_first_page_its_byline() -> None:
    lead = alone(
        "p1",
        "眉题\n长长的题目\n本报记者 周禾\n话头。\n（下转第四版）\n",
        '[page]\nedition = "第一版"\ndate = 2023-05-06\n[[articles]]\nslug = "lead"\n'
        'kicker = ["1 眉题"]\ntitle = ["2 长长"]\nbyline = ["3 本报"]\nbody = ["4 话头"]\n'
        'jump = ["5 （下转"]\ntags = ["教育"]\n[[jumps]]\nline = "5 （下转"\nleads = "home"\n',
    )
    article = whole(lead, HOME)
    assert (article.id, article.title) == ("home", "home的题目")
    assert [it.text for it in article.bylines] == ["本报记者 周禾"]
    assert [it.text for it in article.blocks] == [
        "眉题",
        "长长的题目",
        "话头。",
        "（下转第四版）",
        "着孩子。他不走。",
    ]
    assert (article.date, article.edition, article.tags) == ("2023-05-06", "第一版", ("教育",))
    assert [it.page for it in article.pages] == ["p4", "p1"]


def test_a_home_without_a_printed_title_takes_the_first_one() -> None:
    home = alone(
        "p4", "话尾。\n", '[[articles]]\nslug = "home"\nheading = "编者拟题"\nbody = ["1 话"]\n'
    )
    article = whole(simple("p1", "lead", 'leads = "home"'), home)
    assert (article.id, article.title) == ("home", "lead的题目")


def test_a_former_url_leads_to_the_whole_unless_it_is_somebody_elses() -> None:
    home, part = simple("p1", "home"), simple("p4", "part", 'continues = "home"')
    assert whole(home, part).aliases == ("part",)
    (found,) = gather_pages([home, part, simple("p5", "part")]).wholes
    assert found[1].article.aliases == ()
    (found,) = gather_pages([home, part], others=["part"]).wholes
    assert found[1].article.aliases == ()


def test_what_is_no_paragraph_is_not_made_one() -> None:
    home = alone(
        "p4",
        "题\n小标题\n话。\n",
        '[[articles]]\nslug = "home"\ntitle = ["1 题"]\nbody = ["# 2 小标题", "3 话"]\n',
    )
    found = gather_pages([simple("p1", "lead", LEAD), home])
    assert [(it.code, it.place.file) for it in found.problems] == [
        ("jump-not-inside", "pages/p1.review.toml")
    ]
    ((_, gathered),) = found.wholes
    assert [it.text for it in gathered.article.blocks if it.kind != "furniture"] == [
        "lead的话。",
        "小标题",
        "话。",
    ]


@st.composite
def corpora(draw: st.DrawFn) -> list[AlonePage]:
    """One to four pages of a few articles, tied to one another in any way, foolish ones included."""
    slugs = [f"a{at}" for at in range(draw(st.integers(2, 6)))]
    homes = [*slugs, "nobody"]
    pages: list[AlonePage] = []
    left = list(slugs)
    while left:
        count = draw(st.integers(1, len(left)))
        here, left = left[:count], left[count:]
        lines: list[str] = []
        review = ""
        for slug in here:
            roles: dict[str, list[str]] = {}
            for role in draw(
                st.lists(
                    st.sampled_from(
                        (
                            "body",
                            "body",
                            "gap",
                            "title",
                            "byline",
                            "jump",
                            "label",
                            "credit",
                            "heading",
                        )
                    ),
                    min_size=1,
                    max_size=7,
                )
            ):
                if role == "gap":
                    body = roles.setdefault("body", [])
                    body += ["…"] if body[-1:] != ["…"] else []
                    continue
                text = (
                    draw(
                        st.sampled_from(("（上接一版）", "（下转二版）", "一句。又一句", "“他说。"))
                    )
                    + slug
                )
                lines.append(text)
                marker = "# " if role == "heading" else ""
                name = "body" if role == "heading" else role
                roles.setdefault(name, []).append(f"{marker}{len(lines)} {text[:4]}")
            if not any(it != "…" for found in roles.values() for it in found):
                lines.append(slug)
                roles.setdefault("body", []).append(f"{len(lines)} {slug}")
            roles.setdefault("body", [])
            review += f'[[articles]]\nslug = "{slug}"\n' + "".join(
                f"{name} = {msgspec.json.encode(found).decode()}\n" for name, found in roles.items()
            )
            if draw(st.booleans()):
                line = next(it for found in roles.values() for it in found if it != "…")
                way = draw(st.sampled_from(("continues", "leads")))
                inside = draw(st.sampled_from(("true", "false")))
                review += (
                    f'[[jumps]]\nline = "{line.removeprefix("# ")}"\ninside = {inside}\n'
                    f'{way} = "{draw(st.sampled_from(homes))}"\n'
                )
        pages.append(alone(f"p{len(pages)}", "\n".join(lines), review))
    return pages


@given(corpora())
def test_however_pages_are_tied_nothing_is_lost(pages: list[AlonePage]) -> None:
    together = gather_pages(pages)
    gone = {node for whole, _ in together.wholes for node in whole.members}
    articles = [gathered.article for _, gathered in together.wholes] + [
        article
        for number, page in enumerate(pages)
        for index, article in enumerate(page.articles)
        if (number, index) not in gone
    ]
    before = Counter(line for page in pages for it in page.articles for line in _source(it))
    assert Counter(line for it in articles for line in _source(it)) == before
    anchors = {it.id: [block.id for block in all_blocks(it)] for it in articles}
    for names in anchors.values():
        assert len(names) == len(set(names))
    for page, ledger in zip(pages, together.ledgers, strict=True):
        assert [it[:4] for it in map(_fields, ledger.pieces)] == [
            it[:4] for it in map(_fields, page.ledger.pieces)
        ]
        for piece in ledger.pieces:
            assert not piece.block or piece.block in anchors[ArticleId(piece.article)]
        for gap in ledger.gaps:
            assert (gap.block or f"gap-{gap.where}-{gap.line}") in anchors[ArticleId(gap.article)]
    for whole, gathered in together.wholes:
        home = pages[whole.home.page].articles[whole.home.article]
        kept = {it.id for it in home.blocks if it.kind != "gap"}
        assert kept <= {it.id for it in gathered.article.blocks}
    readings = [[_reading(it) for it in page.articles] for page in pages]
    found = gather_readings(readings, [(it.parts, it.ledger) for it in pages], ())
    for reading in found.readings:
        names = [it.id for it in reading.annotations.sentences]
        assert len(names) == len(set(names))
        for it in reading.annotations.sentences:
            assert reading.article.blocks[it.block].text[it.start : it.end].strip()


def _fields(piece: object) -> tuple[object, ...]:
    return tuple(msgspec.to_builtins(piece))


def _source(article: Article) -> list[tuple[str, int, int, int]]:
    return [
        (article.pages[it.page].path, it.line, it.source_start, it.source_end)
        for block in all_blocks(article)
        for it in block.segments
        if it.source_end > it.source_start
    ]
