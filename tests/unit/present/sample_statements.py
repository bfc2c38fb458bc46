"""Statements of every kind, each with one entry; `word` stands wherever a text's words may stand."""

from __future__ import annotations

import msgspec

from generator.present import views as v
from generator.present.views.drawings import LoomView, ThreadView, WeftView

DAY = "2022-10-10"


def words(text: str, mark: tuple[int, int] = (0, 0)) -> v.WordsView:
    """Words of the sample page's first line."""
    proof = v.Proof("pages/p.txt", f"1:0-{len(text)}")
    return v.WordsView(text, proof, "articles/a/#s1", "甲文", DAY, mark)


def figure(word: str, value: str = "7780000000", **more: object) -> v.FigureView:
    """An amount in 元, reached, with nothing beside it unless `more` says so."""
    plain = v.FigureView(words(word), value, "元", words(word, (0, 1)), "actual", "2022")
    return msgspec.structs.replace(plain, **more)


def all_statements(word: str, link: v.TermLink, quote: v.QuoteView) -> v.StatementsView:
    """One of each kind; figures with an aim, a bar and a conflict."""
    time = v.TimeView("2021-06", words(word), word)
    cite = v.CiteView(words(word), time)
    aim = figure(
        word, "1/2", status="target", when_said=False, subject=link, notes=(word,),
        repeats=(words(word),), bar=400,
    )  # fmt: skip
    return v.StatementsView(
        timeline=(
            v.MomentView("2021-06", (cite, cite), (link,), word),
            v.MomentView("../2022-10", (v.CiteView(words(word)),)),
        ),
        figures=(v.FigureGroupView(word, (figure(word), aim), ((quote, quote),), "figures/x/"),),
        offices=(v.OfficeView(link, word, link, DAY, DAY, (words(word), words(word))),),
        quotes=(
            v.SpeechView(words(word), link, word, True),
            v.SpeechView(words(word), None, "", False),
        ),
        papers=(v.PaperView(link, word, word, "2022/2025", (words(word),)),),
        programmes=(v.ProgrammeView(link, 7, (words(word),), (words(word),)),),
        relations=(
            v.RelationView("founded", words(word), link, (link,), (link,), words(word), "120", DAY),
        ),
        wordings=(
            v.WordingView(
                word, 4, 2, words(word), words(word), (("2022", 4),), ((words(word), 2),)
            ),
        ),
        many=True,
        more={"timeline": v.More(2, 40, "topics/t/timeline/")},
    )


def drawing(word: str) -> LoomView:
    """Two names, one of them of another topic too."""
    wefts = (
        WeftView(v.TermLink(word, "terms/x/", 3), "term", 3, ((0, 2),)),
        WeftView(v.TermLink(word + "二", ""), "person", 1),
    )
    return LoomView(word, word, word, wefts, (ThreadView(v.TermLink(word, "topics/u/")),), word)
