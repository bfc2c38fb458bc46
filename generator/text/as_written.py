"""A text whose markup nobody can vouch for -> blocks that show it sign by sign, as it is written."""

from __future__ import annotations

from generator.model.article import Block
from generator.text.authored import Authored
from generator.text.blocks import finish
from generator.text.plain_blocks import Draft, read_plain


def as_written(body: str, path: str, title: str = "") -> tuple[Block, ...]:
    """Headings and paragraphs that hold no markup as ever; of all else each line is a paragraph."""
    source = Authored(body, path, 1)
    source.clean()
    drafts: list[Draft] = []
    for chunk in source.text.split("\n\n"):
        if not (bare := chunk.strip("\n")).strip():
            continue
        plain = read_plain(bare)
        if plain is not None and not plain.marks:
            drafts.append(plain)
        else:
            lines = map(str.strip, bare.split("\n"))
            drafts += [Draft("paragraph", line) for line in lines if line]
    return finish(drafts, title)
