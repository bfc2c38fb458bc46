"""Article -> terms: words of the author's lexicon, and multi-word terms that recur.

A term of several words that an article uses again is what the article is about (乡村 + 振兴);
that two common words meet again (产业 + 发展) says nothing. How common a word is, jieba's inverse
document frequencies say; what they can't is left to the editor's authority files.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from generator.model.annotation import Sentence, Term
from generator.model.article import Article
from generator.text.common_words import rarity
from generator.text.segment import Lexicon, cut, tag

_LONGEST = 4
"""Words in a term."""
_RARE_ON_AVERAGE = 6.8
_RARE_AT_LEAST = 4.5
"""Thresholds on idf. 乡村 7.6 + 振兴 7.5 pass; 高质量 9.0 + 发展 3.6 and 产业 5.5 + 发展 do not."""
_HAN_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,}\Z")
_NOUN_LIKE = re.compile(r"n|vn|an|b|j|l|i|nz|eng")
_LAST = re.compile(r"n|v|an|j|l|i")
_JOINED = "\n"
_UNREAD = frozenset(("code", "furniture"))
"""What has no sentences."""

Gram = tuple[str, ...]


def find_terms(
    article: Article, sentences: tuple[Sentence, ...], lexicon: Lexicon
) -> tuple[Term, ...]:
    """Terms in order of their first place in the text, one entry a surface."""
    if not sentences:
        return ()
    blocks = [block.text if block.kind not in _UNREAD else "" for block in article.blocks]
    text = _JOINED.join(blocks)
    offsets = list(accumulate((len(it) + 1 for it in blocks), initial=0))
    starts = [offsets[it.block] + it.start for it in sentences]
    words = cut(text, lexicon)
    places = list(accumulate(map(len, words), initial=0))
    terms = [
        Term("".join(gram), "recurring", _sentences(starts, (places[at] for at in ats)))
        for gram, ats in _recurring(words)
    ]
    if lexicon:
        terms += _lexicon_terms(words, places, starts, lexicon)
    return tuple(sorted(terms, key=lambda term: (term.sentences, term.surface)))


def _sentences(starts: list[int], places: Iterator[int]) -> tuple[int, ...]:
    return tuple(max(0, bisect_right(starts, place) - 1) for place in places)


def _lexicon_terms(
    words: Sequence[str], places: list[int], starts: list[int], lexicon: Lexicon
) -> list[Term]:
    known = {word.text for word in lexicon}
    found: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        if word in known:
            found.setdefault(word, []).append(places[index])
    return [Term(word, "lexicon", _sentences(starts, iter(at))) for word, at in found.items()]


def _recurring(words: Sequence[str]) -> list[tuple[Gram, list[int]]]:
    """Maximal runs of words that occur twice or more, with the indices of their first words."""
    # Counting pairs in C first: all longer runs are made of pairs that recur.
    pairs = Counter(pairwise(words))
    again = {pair for pair, count in pairs.items() if count > 1 and all(map(_HAN_WORD.match, pair))}
    if not again:
        return []
    at = [index for index, pair in enumerate(pairwise(words)) if pair in again]
    found: dict[Gram, list[int]] = {}
    begins = set(at)
    for index in at:
        length = 2
        found.setdefault((words[index], words[index + 1]), []).append(index)
        while length < _LONGEST and index + length - 1 in begins:
            length += 1
            found.setdefault(tuple(words[index : index + length]), []).append(index)
    good = {gram: ats for gram, ats in found.items() if len(ats) > 1 and _is_term(gram)}
    swallowed = _swallowed(good)
    return [(gram, ats) for gram, ats in good.items() if gram not in swallowed]


def _swallowed(found: dict[Gram, list[int]]) -> set[Gram]:
    """Terms that never stand but inside one and the same longer term."""
    return {
        part
        for gram, ats in found.items()
        for width in range(2, len(gram))
        for start in range(len(gram) - width + 1)
        if len(found.get(part := gram[start : start + width], ())) == len(ats)
    }


def _is_term(gram: Gram) -> bool:
    rare = [rarity(word) for word in gram]
    if min(rare) < _RARE_AT_LEAST or sum(rare) / len(rare) < _RARE_ON_AVERAGE:
        return False
    if len(set(gram)) < len(gram):
        return False
    tags = [tagged for _, tagged in tag("".join(gram))]
    return bool(_NOUN_LIKE.match(tags[0]) and _LAST.match(tags[-1]))
