"""Article -> what its jump lines and its two ends say about where it comes from and goes on."""

from __future__ import annotations

import re
from collections import Counter
from math import sqrt

from msgspec import Struct

from generator.model.article import Article, Block
from generator.restore.jump_lines import JumpLine, Way, page_number, read_jump
from generator.text.common_words import rarity
from generator.text.segment import cut

_IN_BRACKETS = re.compile(r"[（(【\[〔]([^（()）]{3,40})[）)】\]〕]")
_ALONE = re.compile(r"\s*(?:[（(【\[〔][^（()）]{3,40}[）)】\]〕]|.{4,12})\s*").fullmatch
_HAN_WORD = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{2,}").fullmatch
_CLOSED = frozenset("。！？!?…”』」）)：:；;")
_READ = 6000
"""Characters of a text that are weighed; more would say the same."""
_HEAVIEST = 100
"""Words of an article that are compared: the others weigh next to nothing."""
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")


class Ends(Struct, frozen=True):
    """One article as seen from other pages."""

    source: str
    date: str
    page: str
    """Number of its page in the paper; empty if unknown."""
    title: str
    """As printed; empty if it has none."""
    arrives: JumpLine | None
    """上接 …"""
    leaves: JumpLine | None
    """下转 …"""
    head: str
    """Its first paragraph."""
    tail: str
    """Its last one."""
    weights: dict[str, float]
    """Its heaviest words -> their share in the article's vector, whose length is 1."""
    pairs: frozenset[str]
    """Any two characters that stand side by side."""

    @property
    def breaks_off(self) -> bool:
        """Whether the last paragraph has no end."""
        return bool(self.tail) and self.tail[-1] not in _CLOSED


def ends_of(article: Article) -> Ends:
    """What can be said without knowing any other article."""
    body = [block for block in article.blocks if block.text]
    every = [block for block in body if block.kind == "paragraph"]
    # A jump line that nobody has taken out of the running text yet.
    alone = tuple(block for block in every if _ALONE(block.text) and read_jump(block.text))
    paragraphs = [block.text.strip() for block in every if block not in alone]
    head, tail = (paragraphs[0], paragraphs[-1]) if paragraphs else ("", "")
    title = article.title_block.text if article.title_block else ""
    text = "\n".join((title, *(block.text for block in body)))[:_READ]
    return Ends(
        source=article.source,
        date=article.date,
        page=page_number(article.edition),
        title=title,
        arrives=_jump((*article.jumps, *alone), head[:44], "from"),
        leaves=_jump((*article.jumps, *alone), tail[-44:], "to"),
        head=_IN_BRACKETS.sub("", head) if _jump((), head[:44], "from") else head,
        tail=_IN_BRACKETS.sub("", tail) if _jump((), tail[-44:], "to") else tail,
        weights=_weights(text),
        pairs=_pairs(text),
    )


def likeness(one: Ends, other: Ends) -> float:
    """Cosine of the two vectors of words, weighed by how rare they are."""
    if len(other.weights) < len(one.weights):
        one, other = other, one
    return sum(it * other.weights.get(word, 0.0) for word, it in one.weights.items())


def shared_title(lead: Ends, rest: Ends) -> float:
    """How much of the continuation's title, often a short form, stands in the first part's."""
    named = [it.title for it in (lead.leaves, rest.arrives) if it is not None and it.title]
    wanted = {pair for title in named or [rest.title] for pair in _pairs(title)}
    if not wanted:
        return 0.0
    printed = len(wanted & _pairs(lead.title)) / len(wanted)
    return max(printed, len(wanted & lead.pairs) / len(wanted) / 2)


def word_across(lead: Ends, rest: Ends) -> str:
    """“送|走” where a word of the dictionary runs across the cut; else empty."""
    before, after = lead.tail[-6:], rest.head[:6]
    at = 0
    for word in cut(before + after):
        if at < len(before) < at + len(word) and _HAN_WORD(word):
            middle = len(before) - at
            return f"{word[:middle]}|{word[middle:]}"
        at += len(word)
    return ""


def _jump(lines: tuple[Block, ...], near: str, way: Way) -> JumpLine | None:
    """Printed on a line of its own, else in brackets at the text's end."""
    said = [block.text for block in lines] + _IN_BRACKETS.findall(near)
    found = (read_jump(text) for text in said)
    return next((it for it in found if it is not None and it.way == way), None)


def _weights(text: str) -> dict[str, float]:
    counts = Counter(word for word in cut(text) if _HAN_WORD(word))
    raw = {word: count * rarity(word) for word, count in counts.items()}
    length = sqrt(sum(it * it for it in raw.values()))
    heaviest = sorted(raw.items(), key=lambda it: (-it[1], it[0]))[:_HEAVIEST]
    return {word: it / length for word, it in heaviest}


def _pairs(text: str) -> frozenset[str]:
    runs = _HAN.findall(text)
    return frozenset(run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1)))
