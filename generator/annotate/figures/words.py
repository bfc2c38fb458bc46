"""Groups of words around amounts, as patterns."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.either import either
from generator.text.data import read_table


@cache
def group(name: str) -> tuple[str, ...]:
    """Words of a group of figure_words.tsv, longest first."""
    return next(
        tuple(sorted(set(words.split(" ")), key=lambda it: (-len(it), it)))
        for key, words in read_table("figure_words.tsv")
        if key == name
    )


def leading(run: str, *names: str) -> int:
    """How many characters the words of these groups take at its beginning, one after the other."""
    match = _starting(*names).match(run)
    return match.end() if match else 0


def trailing(run: str, name: str) -> int:
    """The same at its end."""
    match = _ending(name).match(run[::-1])
    return match.end() if match else 0


@cache
def _starting(*names: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_any(*names)})*+")


@cache
def _ending(name: str) -> re.Pattern[str]:
    # Of a text that is turned round.
    return re.compile(f"(?:{either(word[::-1] for word in group(name))})*+")


@cache
def inside(name: str) -> re.Pattern[str]:
    """Any of the words, wherever it stands."""
    return re.compile(_any(name))


@cache
def stops() -> re.Pattern[str]:
    """What ends the name of a thing that is counted."""
    firsts = "".join(sorted({word[0] for word in group("stop")}))
    return re.compile(f"(?=[{firsts}中内有为对以比能])(?:{_any('stop')}|{_SINGLE})")


# Characters that end a name unless they belong to a word.
_SINGLE = (
    "(?<!展)中(?![央国小医型心学药东部欧介外试级青高等华科巴专职成铁石非方转队班草枢储继间])|内(?![地容部外在蒙陆河科涵资贸销窥饰阁])"
    "|(?<![保富所拥具国公私占])有(?![限色机效关轨])|(?<![行作人认成])为(?![人民])|(?<![针面相核应])对(?![象接策口外华])"
    "|(?<![可])以(?![上下内外色])|(?<![产效性智动热电核职功才节储潜赋技])能(?![力源量耗级效])|(?<![对占同环])比(?![例亚赛重特])"
)


def _any(*names: str) -> str:
    return either(word for name in names for word in group(name))
