"""Reading -> the sentence that stands below its title in lists; a piece of composing."""

from __future__ import annotations

from generator.model.knowledge import Reading
from generator.present import views
from generator.present.proof import proof
from generator.weave.stand_alone import freed

_GREETING = 20
"""Characters of a paragraph that may be nothing but 各位代表："""


def first_words(reading: Reading) -> tuple[str, views.Proof | None]:
    """Its first sentence that says something, with its proof; "" of an article without text."""
    article = reading.article
    found: tuple[str, views.Proof | None] = "", None
    for sentence in reading.annotations.sentences:
        block = article.blocks[sentence.block]
        start, end = freed(block.text, sentence.start, sentence.end)
        text = block.text[start:end]
        # A line of signs (***, ……) says nothing of the article, nor who sent it from where.
        if block.kind != "paragraph" or not any(map(str.isalnum, text)):
            continue
        # Nor does the way in which it greets, if more is said.
        greets = len(block.text) <= _GREETING and block.text.rstrip().endswith((":", "："))
        if not greets or not found[0]:
            found = text, proof(article, sentence.block, start, end)
        if not greets:
            break
    return found
