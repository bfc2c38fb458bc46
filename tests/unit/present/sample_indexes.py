"""One small view of every index page; `word` stands wherever an author's text may stand."""

from __future__ import annotations

from collections.abc import Callable

from generator.present import views as v
from generator.present.views import accounts as ac
from generator.present.views import indexes as ix
from tests.unit.present.sample_statements import all_statements, drawing, figure, words


def telling(word: str) -> v.TellingFigure:
    """The amount of a topic's card."""
    proof = v.Proof("pages/p.txt", f"1:0-{len(word)}")
    return v.TellingFigure(word, word, proof, "articles/a/#s1", "120", "元", "2022", aim=True)


def all_indexes(
    word: str,
    link: v.TermLink,
    quote: v.QuoteView,
    turn: v.Pager,
    chrome: Callable[[str, str], v.Chrome],
) -> dict[str, v.View]:
    """Name of the kind -> a view in which every list has an entry."""
    told = all_statements(word, link, quote)
    letters = (v.TermLink("A", "people/"), v.TermLink("#", "people/page/2/"))
    measure = ix.MeasureLink(word, "figures/x-1a2b/", word, 4, 2, word, targets=True)
    aim = ix.SeriesCell((figure(word, status="change-target", bar=400),), conflict=True)
    reached = ix.SeriesCell((figure(word, when_said=False, repeats=(words(word),)),))
    row = ac.CountRow(word, 12, word, "figures/")
    people = (link, v.TermLink(word, ""))
    return {
        "kind": ix.KindView(
            chrome("people/", word), word,
            (ix.NameLetter("A", (
                ix.NameEntry(word, "people/a-1a2b/", word, True, word, 3),
                ix.NameEntry(word, "articles/a/#s1", word, own=False),
                ix.NameEntry(word, "people/a-1a2b/", word, see=word),
            )),),
            letters, 2, 1, (v.NavItem(word, "people/", True), v.NavItem(word, "places/")), turn,
        ),
        "timeline": ix.TimelineView(
            chrome("timeline/", word), word,
            (ix.YearRow(word, "timeline/2020s/#y2022", 3, 1000),), 3,
        ),
        "year": ix.YearView(
            chrome("timeline/2020s/", word), word,
            (ix.YearGroup(word, "y2022", told.timeline),), link, link, turn,
        ),
        "measures": ix.MeasuresView(
            chrome("figures/", word), (ix.MeasureLetter("A", (measure,)),), letters, (measure,), 1,
            40, 2, told.figures, "", turn,
        ),
        "measure": ix.MeasureView(
            chrome("figures/x-1a2b/", word), word, (word,),
            (ix.SeriesView(
                link, word, True, (ix.SeriesRow("2022", aim, reached),), aims=True, reached=True
            ),),
            told.figures, 4, 2, word, turn,
        ),
        "once": ix.OnceView(chrome("figures/once/", word), told.figures, 2, turn),
        "quotes": ix.QuotesView(
            chrome("quotes/", word),
            (("A", (ix.SpeakerGroup(link, word, 2, told.quotes),)),), letters, 2, 1, 3, turn,
        ),
        "wordings": ix.WordingsView(
            chrome("wording/", word), (("A", told.wordings),), letters, (2003, 2022), 1, turn
        ),
        "search": ix.SearchView(chrome("search/", word), letters),
        "graph": ix.GraphView(chrome("graph/", word), drawing(word), ((link, people[:1]),), 1),
        "quality": ac.QualityView(
            chrome("quality/", word), "99.5%", 3, 1, 4,
            (ac.PageRow(word, "pages/p/", "99.5%", reviewed=False),), (row,), (row,), (row,),
            ((word, people[:1]),), 2, "quality/merges/", 41, 3, "quality/withheld/",
        ),
        "merges": ac.MergesView(
            chrome("quality/merges/", word),
            (ac.MergeRow(link, "person", ((word, (words(word),)),)),), 1, turn,
        ),
        "withheld": ac.WithheldView(
            chrome("quality/withheld/", word), (ac.WithheldRow(words(word), word),), 1, turn
        ),
    }  # fmt: skip
