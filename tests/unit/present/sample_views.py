"""One small view of every kind; `word` stands wherever an author's text may stand."""

from __future__ import annotations

import msgspec

from generator.model.annotation import Annotations, Sentence
from generator.model.article import Article, ArticleId, Block, PageRef
from generator.model.findings import (
    Date,
    Event,
    Figure,
    Findings,
    Name,
    Office,
    Paper,
    Programme,
    Quote,
)
from generator.present import views as v
from generator.present.views.drawings import StripView, WeaveView, YearsView
from tests.unit.present.sample_indexes import all_indexes, telling
from tests.unit.present.sample_statements import all_statements, drawing

PATH = "pages/p.txt"
DAY = "2022-10-10"


def all_views(word: str) -> dict[str, v.View]:
    """Name of the kind -> a view in which every list has an entry."""
    link = v.TermLink(word, "terms/x-1a2b/", 3, word)
    quote = v.QuoteView(
        word, v.Proof(PATH, f"1:0-{len(word)}"), "articles/a/#s1", word, "articles/a/", DAY, word,
        ((0, 1),), word,
    )  # fmt: skip
    card = v.ArticleCard(
        word, "articles/a/", word, DAY, word, word, word, v.Proof(PATH, "1:0-1"), (link,), 1200,
        True,
    )  # fmt: skip
    topic = v.TopicCard(word, "topics/t/", word, 1, 12, DAY, "2022-12-01", (link,), telling(word))
    turn = v.Pager(1, 2, "", "x/2/", (v.NavItem("1", "x/", True), v.NavItem("2", "x/2/")))
    passage = v.PassageView(quote, word)
    told = all_statements(word, link, quote)
    return {
        "home": v.HomeView(
            chrome("", word), word, (topic,), (card,), (link,), 1, 1, 1, 9,
            WeaveView((link,), (link,), ((0, 0, 12),)),
            StripView((YearsView(2022, "2022年", "timeline/2020s/#y2022", 3),)), 2,
        ),
        "topics": v.TopicsView(chrome("topics/", word), (topic,)),
        "topic": v.TopicView(
            chrome("topics/t/", word), word, word, (word,), "<p>编者的话。</p>", (quote,), DAY, DAY,
            1, 12, (word,), (link,),
            (v.SourceGroup(card, (v.AspectView(word, "articles/a/#h1", (passage,)),)),),
            (v.RelatedView(word, "topics/u/", word, "terms/x/", 14, 5, quote, quote),),
            (link,), (v.BacklinkView(quote),), (link,), statements=told, beside=(link,),
            names=(("person", (link,)),), where=(link,), graph=drawing(word), files=(link,),
            articles=(link,), pager=turn,
        ),
        "part": v.PartView(chrome("topics/t/figures/", word), "figures", link, told, 2, turn),
        "article": article(word, link, quote),
        "list": v.ListView(chrome("articles/", word), "tag", word, (card,), 30, turn),
        "tags": v.TagsView(chrome("tags/", word), (link,)),
        "entity": v.EntityView(
            chrome("terms/x-1a2b/", word), "term", word, (word,), word, "recurrence",
            (v.EntityGroup(link, (link,), (quote,), 4),), (link,), 4, 1, turn, word, told,
            (v.CompanionView(link, "term", "articles/a/#s1"),),
            (v.GroundView(word, ("articles/a/#s1",)),),
        ),
        "index": v.IndexView(
            chrome("index/", word),
            (
                v.IndexLetter("A", (v.IndexEntry(word, "topics/t/", "topic", word, word),)),
                v.IndexLetter("#", (v.IndexEntry(word, "tags/t/", "tag", ""),)),
            ),
            (v.TermLink("A", "index/"), v.TermLink("#", "index/2/")), 2, turn, (link,),
        ),
        "data": v.DataView(
            chrome("data/", word),
            (
                v.TableView(
                    "statements", word, word, 12,
                    (v.DataFileView("data/statements.csv", "CSV"),),
                    (v.ColumnView("value", "number", word),),
                ),
            ),
            ((link, (link,)),), "data/jingwei.sqlite", "data/metadata.json", True, word,
        ),
        **all_indexes(word, link, quote, turn, chrome),
        "page": source_page(word, card),
        "pages": v.PagesView(chrome("pages/", word), (link,)),
        "redirect": v.RedirectView(chrome("articles/old/", word), "articles/x/"),
        "404": v.NotFoundView(msgspec.structs.replace(chrome("404.html", word), root="/base/")),
    }  # fmt: skip


def chrome(path: str, word: str) -> v.Chrome:
    """What surrounds a page at `path`."""
    return v.Chrome(
        "站名", word, "zh-Hans", "../" * path.count("/"), word, word, path,
        (v.NavItem("专题", "topics/", path == "topics/"), v.NavItem(word, "articles/")),
        (v.Crumb("首页", ""), v.Crumb(word, path)) if path else (),
        "https://example.org/" + path, "feed.xml", "assets/site.0.css", "assets/site.0.js",
        "assets/icon.0.svg",
    )  # fmt: skip


def article(word: str, link: v.TermLink, quote: v.QuoteView) -> v.ArticleView:
    """A restored article with every part it can have."""

    def block(name: str, kind: str = "paragraph", level: int = 0) -> Block:
        return msgspec.convert(
            [name, kind, word, level, [], [], [[0, len(word), 0, 1, 0, len(word), -1]]], Block
        )

    whole = Article(
        ArticleId("a"), word, PATH,
        (block("h1", "heading", 2), block("p1"), block("h2", "heading", 2), block("p2"),
         Block("g", "gap", note=word)),
        kicker=block("k"), title_block=block("t"), bylines=(block("b"),), credits=(block("c"),),
        jumps=(block("j"),), labels=(block("l"),), asides=(block("q"),), date=DAY,
        date_ground=word, source=word, edition=word, pages=(PageRef("p", PATH),), reviewed=False,
    )  # fmt: skip
    notes = Annotations(ArticleId("a"), (Sentence("s1", 1, 0, len(word)),))
    encode = msgspec.msgpack.encode
    return v.ArticleView(
        chrome("articles/a/", word), word, encode(whole), encode(notes),
        ((1, 0, 1, "topics/t/", word),), (), (link,), (link,), (link,), (v.BacklinkView(quote),),
        link, link, (link,), 1200, encode(findings(len(word))),
        (v.RelatedArticle(word, "articles/b/", word, DAY, quote, quote),),
    )  # fmt: skip


def findings(size: int) -> Findings:
    """One of each kind in a text that begins with two lines of `size` characters."""
    one, two = (0, size), (size + 1, 2 * size + 1)
    return Findings(
        names=tuple(Name(*at, kind) for at in (one, two) for kind in ("PER", "ORG", "LOC")),
        dates=(Date(*one, "2022-05/..", "从文中"), Date(*two, None, "不确定")),
        figures=(Figure(*one, 7_780_000_000, "元", ("more",), "产值", "2021"),),
        quotes=(Quote(*two, "甲", "乙", direct=True), Quote(*two, None, None, direct=False)),
        offices=(Office(one, two),),
        papers=(Paper(*one, "意见", "丙"),),
        programmes=(Programme(*one, 7, (two,)),),
        events=(Event(*two, "签约", "2022-09-28", "丁", 1_000_000, (one,), two),),
    )


def source_page(word: str, card: v.ArticleCard) -> v.SourcePageView:
    """A page of two lines, one of them in no article."""
    lines = (
        v.LineView(1, word, "placed", "paragraph", word, "articles/a/#p1", word, "editor",
                   ((0, 1, word, "misprint", word),), ((0, 1, word),)),
        v.LineView(2, word, "unplaced", "", "", "", "", ""),
    )  # fmt: skip
    piece = v.PieceView(1, 0, len(word), word, True)
    join = v.JoinView(piece, piece, "auto", False, 0.62, word, "articles/a/#p1")
    audit = v.AuditView(
        (join, msgspec.structs.replace(join, sure=True, probability=0.9996)),
        (v.DoubtView(piece, "place", "auto", 0.62, word, 30, word, "articles/a/#p1"),),
        (v.QuestionView(piece, ((piece, 0.5), (piece, 0.25)), 0.25),),
        (v.GapView(2, "after", word, "articles/a/#g"),),
        (v.AsideView(piece, "pullquote", word, "auto"),), (piece,),
        (v.RepairView(piece, piece, word, "misprint", word, "editor"),), ((1, 3),),
        (v.FlagView(piece, word, "editor"),), (1,),
    )  # fmt: skip
    return v.SourcePageView(
        chrome("pages/p/", word), word, PATH, "0" * 64, "utf-8", word, DAY, word, 40, 30, 4, 2,
        4, 2, 1, (card,), ((27, 30),), lines, audit,
    )  # fmt: skip
