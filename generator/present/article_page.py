"""ArticleView -> what its template is given: the text as HTML and all that stands beside it."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from generator.annotate.prose import Prose, article_prose
from generator.model.annotation import Annotations, Sentence
from generator.model.article import Article, Block
from generator.model.findings import Findings
from generator.present import views
from generator.present.apparatus import DOUBTFUL, Apparatus
from generator.present.body import Setting, body, line, proof_attributes
from generator.present.citation import citation, online_citation
from generator.present.filters import title
from generator.present.margin import Margin
from generator.present.percent import percent
from generator.present.source_lines import SourceLines, has_lines
from generator.present.texts import label
from generator.present.told import told


@functools.cache
def _article_decoder() -> msgspec.msgpack.Decoder[Article]:
    return msgspec.msgpack.Decoder(Article)


@functools.cache
def _findings_decoder() -> msgspec.msgpack.Decoder[Findings]:
    return msgspec.msgpack.Decoder(Findings)


@functools.cache
def _annotations_decoder() -> msgspec.msgpack.Decoder[Annotations]:
    return msgspec.msgpack.Decoder(Annotations)


def article_parts(view: views.ArticleView) -> dict[str, object]:
    """All that `article.html` shows beside the view and its chrome."""
    article = _article_decoder().decode(view.article)
    annotations = _annotations_decoder().decode(view.annotations)
    apparatus = Apparatus(article)
    setting = Setting(article, view.chrome.root, dict(view.addresses), apparatus)
    parts = {
        "labels": [Markup(line(setting, block, "span", "")) for block in article.labels],
        "kicker": Markup(line(setting, article.kicker, "p", "kicker") if article.kicker else ""),
        "heading": Markup(
            line(setting, article.title_block, "h1", "")
            if article.title_block
            else f"<h1>{title(article.title)}</h1>"
        ),
        "bylines": [Markup(line(setting, block, "span", "")) for block in article.bylines],
        "jumps": [Markup(line(setting, block, "p", "jump")) for block in article.jumps],
    }
    pulls = tuple(
        f'<figure class="pull">{line(setting, block, "blockquote", "")}'
        f"<figcaption>{label('article.pull')}</figcaption></figure>\n"
        for block in article.asides
    )
    findings = _findings_decoder().decode(view.findings) if view.findings else Findings()
    lines = SourceLines(article, view.chrome.root) if has_lines(article) else None
    prose = article_prose(article, annotations.sentences)
    margin = Margin(article, prose, annotations.sentences, findings)

    def beside(number: int, block: Block, own: Sequence[Sentence]) -> tuple[str, str]:
        return margin.of(number), lines.of((block,), own) if lines else ""

    text = body(setting, annotations.sentences, view.links, pulls, beside)
    credit = [Markup(line(setting, block, "p", "credit")) for block in article.credits]
    authored = Markup("" if article.pages else proof_attributes(views.Proof(article.path)))
    return {
        **parts,
        "a": article,
        "body": Markup(text.html),
        "credits": credit,
        "outline": text.outline,
        "notes": apparatus.notes,
        "share": percent(article.sure, article.total) if article.total else "",
        "doubtful": [note for note in apparatus.notes if note.kind in DOUBTFUL],
        "widths": apparatus.widths,
        "authored": authored,
        "printed": citation(article),
        "online": online_citation(article),
        "head_lines": Markup(lines.of(_head(article)) if lines else ""),
        **_told(view, article, annotations, findings, prose),
    }


def _head(article: Article) -> tuple[Block, ...]:
    """What is printed above the text."""
    title_ = (article.kicker, article.title_block)
    return (*article.labels, *(it for it in title_ if it is not None), *article.bylines)


def _told(
    view: views.ArticleView,
    article: Article,
    annotations: Annotations,
    findings: Findings,
    prose: Prose,
) -> dict[str, object]:
    if not view.findings:
        return {"told": [], "edited": False}
    pages = {it.title: view.chrome.root + it.url for it in view.concepts}
    found = told(article, annotations.sentences, findings, pages, prose)
    return {"told": found, "edited": bool(findings.edited)}
