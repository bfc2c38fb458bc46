"""Article -> for each block the heading above it."""

from __future__ import annotations

from generator.model.article import Article


def heads(article: Article) -> list[int]:
    """For each block the index of the heading it stands under (a heading: itself), or -1."""
    found = []
    current = -1
    for number, block in enumerate(article.blocks):
        if block.kind == "heading":
            current = number
        found.append(current)
    return found
