"""Article -> Annotations; knows this one article and nothing else."""

from __future__ import annotations

from generator.annotate.sentences import find_sentences
from generator.model.annotation import Annotations
from generator.model.article import Article


def annotate(article: Article) -> Annotations:
    """Sentences and links of the article."""
    return Annotations(
        article=article.id,
        sentences=find_sentences(article),
        links=tuple(
            (index, mark.start, mark.end, mark.data)
            for index, block in enumerate(article.blocks)
            for mark in block.marks
            if mark.kind in ("link", "image")
        ),
    )
