"""`lexicon.txt` -> words for segmentation, with every mistake by line.

The format is that of jieba's user dictionaries: a word, then if wanted a frequency, then if
wanted a part of speech, with spaces between; `#` begins a comment line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.forms.values import shown
from generator.model.problem import Place, Problem, problem

LONGEST_WORD = 40


class LexiconEntry(NamedTuple):
    """One word of the editor's."""

    word: str
    frequency: int | None
    """None: as high as makes it a word."""
    tag: str
    """jieba's part of speech, such as nr, ns, nt; empty if not given."""
    line: int


def parse_lexicon(text: str, path: str) -> tuple[tuple[LexiconEntry, ...], tuple[Problem, ...]]:
    """Read all lines; those with a problem are left out."""
    entries: dict[str, LexiconEntry] = {}
    problems: list[Problem] = []
    for number, written in enumerate(text.split("\n"), 1):
        line = written.strip("\ufeff \t\r\u3000")
        if not line or line.startswith("#"):
            continue
        entry = _parse_line(line, number, path)
        if isinstance(entry, Problem):
            problems.append(entry)
        elif entry.word in entries:
            first = entries[entry.word].line
            facts = {"word": shown(entry.word), "first": first}
            problems.append(problem("lexicon-repeated", Place(path, number), **facts))
        else:
            entries[entry.word] = entry
    return tuple(entries.values()), tuple(problems)


_LINE = re.compile(r"(?P<word>\S+)(?:\s+(?P<frequency>[0-9]{1,9}))?(?:\s+(?P<tag>[A-Za-z]{1,5}))?")
_TAG_FIRST = re.compile(r"(?P<word>\S+)\s+(?P<tag>[A-Za-z]{1,5})\s+(?P<frequency>[0-9]{1,9})")


def _parse_line(line: str, number: int, path: str) -> LexiconEntry | Problem:
    place = Place(path, number)
    match = _LINE.fullmatch(line)
    if match is None:
        swapped = _TAG_FIRST.fullmatch(line)
        if swapped:
            better = f"{swapped['word']} {swapped['frequency']} {swapped['tag']}"
            return problem("lexicon-order", place, written=shown(line), better=shown(better))
        return problem("lexicon-form", place, written=shown(line))
    word = match["word"]
    if not word.isprintable() or not any(char.isalnum() for char in word):
        return problem("lexicon-word", place, word=shown(word))
    if len(word) > LONGEST_WORD:
        return problem("lexicon-long", place, word=shown(word), count=len(word), limit=LONGEST_WORD)
    frequency = int(match["frequency"]) if match["frequency"] else None
    return LexiconEntry(word, frequency, match["tag"] or "", number)
