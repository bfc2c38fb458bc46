"""Article -> Annotations; knows this one article and the author's lexicon, nothing else."""

from __future__ import annotations

from generator.annotate.sentences import find_sentences
from generator.annotate.terms import find_terms
from generator.model.annotation import Annotations
from generator.model.article import Article
from generator.text.segment import Lexicon


def annotate(article: Article, lexicon: Lexicon = ()) -> Annotations:
    """Sentences and terms of the article."""
    sentences = find_sentences(article)
    return Annotations(
        article=article.id,
        sentences=sentences,
        terms=find_terms(article, sentences, lexicon),
        links=tuple(
            (index, mark.start, mark.end, mark.data)
            for index, block in enumerate(article.blocks)
            for mark in block.marks
            if mark.kind in ("link", "image")
        ),
    )
