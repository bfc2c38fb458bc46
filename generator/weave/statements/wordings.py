"""Phrases of several articles -> their use over time: first, last, by year, and their variants."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from generator.model.facts import At
from generator.model.statements import Wording
from generator.weave.statements.sources import Selected, Sources

_SIGNS: Final = re.compile(r"[\s，。、；：！？“”‘’《》（）()·—]+")
_INSERTED: Final = 3
"""Characters that a variant has more."""
_LONG: Final = 6
"""Characters of a phrase of which one may be another."""
_PARTICLES: Final = frozenset("的和与及")
_STEAD: Final = (frozenset("设成"), frozenset("进动"))
"""建设, 建成; 推进, 推动."""
_LEAST: Final = 4
"""Characters of a phrase that may have variants."""
_COMMON: Final = 200
"""Phrases that begin and end alike; more of them have no drift that could be told."""


_BESIDE: Final = 60
"""Sentences about other things, from which a topic's own phrases can be told."""
_OFTEN: Final = 1.5


_Use = tuple[bool, str, int, At]
"""Undated, date, reading, place: as they follow one another."""


def wordings(known: Sources, selection: Sequence[Selected]) -> tuple[Wording, ...]:
    """Phrases that stand in two sentences at least, most used first.

    A phrase that the other sentences of the same articles use as often is none of the topic's.
    """
    elsewhere: Counter[str] = Counter()
    uses: dict[str, list[_Use]] = {}
    bare: dict[str, str] = {}
    spelt: dict[str, Counter[str]] = {}
    for asked in selection:
        date = known.date(asked.reading)
        wanted = asked.sentences
        for phrase in known.facts(asked.reading).phrases:
            words = bare.get(phrase.words)
            if words is None:
                words = bare[phrase.words] = _SIGNS.sub("", phrase.words)
            told = [
                (not date, date, asked.reading, at)
                for at in phrase.at
                if wanted is None or at[0] in wanted
            ]
            elsewhere[words] += len(phrase.at) - len(told)
            if told:
                uses.setdefault(words, []).extend(told)
            if words != phrase.words:
                spelt.setdefault(words, Counter())[phrase.words] += len(told)
    for used in uses.values():
        used.sort()
    variants = _variants(uses)
    share = _share(known, selection)
    found = [
        _wording(known, spelt, uses, words, variants.get(words, ()))
        for words, used in uses.items()
        if len(used) > 1
        and len(_sentences(used)) > 1
        and len(used) > share * (len(used) + elsewhere[words])
    ]
    found.sort(key=lambda it: (-it.articles, -it.count, it.phrase))
    return tuple(found)


def _share(known: Sources, selection: Sequence[Selected]) -> float:
    """Of the uses of a phrase in these articles, what their selected sentences have anyway; 0: not
    known, for too little else stands beside them.
    """
    inside, whole = 0, 0
    for it in selection:
        sentences = len(known.knowledge.readings[it.reading].annotations.sentences)
        inside += sentences if it.sentences is None else len(it.sentences)
        whole += sentences
    return _OFTEN * inside / whole if whole - inside >= _BESIDE else 0.0


def _sentences(used: Iterable[_Use]) -> set[tuple[int, int]]:
    return {(reading, at[0]) for _, _, reading, at in used}


def _wording(
    known: Sources,
    spelt: dict[str, Counter[str]],
    uses: dict[str, list[_Use]],
    bare: str,
    variants: Iterable[str],
) -> Wording:
    used = uses[bare]
    years = Counter([date[:4] for _, date, _, _ in used if date])
    return Wording(
        phrase=_usual(spelt, uses, bare),
        count=len(used),
        articles=len({reading for _, _, reading, _ in used}),
        first=known.mention(*used[0][2:]),
        last=known.mention(*used[-1][2:]),
        years=tuple(sorted(years.items())),
        variants=tuple(
            (_usual(spelt, uses, it), len(uses[it]), known.mention(*uses[it][0][2:]))
            for it in sorted(variants)
        ),
    )


def _usual(spelt: dict[str, Counter[str]], uses: dict[str, list[_Use]], bare: str) -> str:
    """The spelling used most; of equals the one without signs."""
    signed = spelt.get(bare)
    if not signed:
        return bare
    counts = {bare: len(uses[bare]) - signed.total(), **signed}
    return min(counts, key=lambda it: (-counts[it], len(it), it))


def _variants(uses: dict[str, list[_Use]]) -> dict[str, list[str]]:
    """Phrase -> phrases that say it with words put in or left out, each used elsewhere."""
    alike: dict[tuple[str, str], list[str]] = {}
    for bare in uses:
        if len(bare) >= _LEAST and len(uses[bare]) > 1:
            alike.setdefault((bare[0], bare[-1]), []).append(bare)
    found: dict[str, list[str]] = {}
    for phrases in alike.values():
        if not 1 < len(phrases) <= _COMMON:
            continue
        for at, one in enumerate(phrases):
            for other in phrases[at + 1 :]:
                if _is_variant(one, other) and _apart(uses[one], uses[other]):
                    found.setdefault(one, []).append(other)
                    found.setdefault(other, []).append(one)
    return found


def _is_variant(one: str, other: str) -> bool:
    """One character put in at a place, or 成 for 设: 中小微企业, 全面建成小康社会.

    Two more characters are mostly a word that makes it another thing (公共服务, 公共卫生服务), and
    so is another character (社会保障, 社会保险). Both begin and end alike.
    """
    if len(one) == len(other):
        apart = [{*pair} for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
        return len(one) >= _LONG and len(apart) == 1 and apart[0] in _STEAD
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > _INSERTED:
        return False
    at, run = 0, 0
    for character in long:
        if at < len(short) and character == short[at]:
            at, run = at + 1, 0
        else:
            run += character not in _PARTICLES
            if run > 1:
                return False
    return at == len(short) and not (long.startswith(short) or long.endswith(short))


def _apart(ones: list[_Use], others: list[_Use]) -> bool:
    """Whether they stand in different sentences: in one they are two things."""
    return _sentences(ones).isdisjoint(_sentences(others))
