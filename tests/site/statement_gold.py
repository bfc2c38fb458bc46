"""The gold table of statements against what topic pages show: what is met, missing, wrong, unlisted.

A statement is found by where its words stand in the source, and judged by what it says of them.
Names and measures fit if one holds the other; a time if the page's words are those of a time allowed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.site.statement_faults import Judge, Row, fits, holds, plain
from tests.site.topic_reader import Shown, Span

_HALF = 0.5


class Gold(NamedTuple):
    """The table of one topic."""

    statements: tuple[Row, ...]
    keys: tuple[Row, ...]
    never: tuple[Row, ...]
    also: tuple[Row, ...]
    """Judged right afterwards, by reading."""


class Held(NamedTuple):
    """What came of holding pages against the table."""

    right: tuple[Shown, ...]
    wrong: tuple[tuple[Shown, str], ...]
    """With the reason."""
    met: tuple[Row, ...]
    """Rows that must be there; doubtful ones count neither here nor there."""
    missing: tuple[Row, ...]


def read_gold(folder: Path) -> dict[str, Gold]:
    """By topic."""
    table = tomllib.loads((folder / "gold.toml").read_text("utf-8"))
    also = tomllib.loads((folder / "also_right.toml").read_text("utf-8"))
    topics = dict.fromkeys(str(it["topic"]) for it in table["statement"])

    def of(rows: Sequence[Row], topic: str) -> tuple[Row, ...]:
        return tuple(it for it in rows if it["topic"] == topic)

    return {
        topic: Gold(
            of(table["statement"], topic),
            of(table["key"], topic),
            of(table["never"], topic),
            of(also.get("statement", ()), topic),
        )
        for topic in topics
    }


class Holder:
    """Holds the statements of a topic's pages against its rows."""

    def __init__(self, topic: str, gold: Gold, source: Path, day: str) -> None:
        """`day`: of the article, EDTF."""
        self._gold = gold
        self._lines = source.read_text("utf-8").split("\n")
        self._judge = Judge(topic, day)

    def hold(self, shown: Sequence[Shown]) -> Held:
        """All but key sentences."""
        told = [it for it in shown if it.kind != "key"]
        right, wrong = [], []
        met: set[int] = set()
        for it in told:
            near = [row for row in self._gold.statements if self._is_of(it, row)]
            faults = {id(row): self._judge.fault(it, row) for row in near}
            good = {key for key, fault in faults.items() if not fault}
            met |= good
            met |= {id(row) for row in self._gold.statements if self._stands_for(it, row)}
            if (bad := self._denied(it)) is not None:
                wrong.append((it, f"never: {bad}"))
            elif good or self._also(it):
                right.append(it)
            else:
                wrong.append((it, "; ".join(filter(None, faults.values())) or "not in the table"))
        rows = [it for it in self._gold.statements if not it.get("doubtful")]
        return Held(
            tuple(right),
            tuple(wrong),
            tuple(it for it in rows if id(it) in met),
            tuple(it for it in rows if id(it) not in met),
        )

    def keys(self, shown: Sequence[Shown]) -> tuple[list[Shown], list[Shown], list[Shown]]:
        """Key sentences that are in the table, those that are not, those that must never be."""
        chosen = [it for it in shown if it.kind == "key"]
        known = [
            it
            for it in chosen
            if any(self._is_key(it, row) for row in self._gold.keys) or self._also(it)
        ]
        never = [it for it in chosen if self._denied(it) is not None]
        return known, [it for it in chosen if it not in known], never

    def _is_key(self, it: Shown, row: Row) -> bool:
        """The sentence itself, or one elsewhere that says the same."""
        sentence = self._sentence(row)
        if overlap(it.spans, sentence) > _HALF:
            return True
        if not {line for line, _, _ in it.spans} & set(row.get("same", ())):
            return False
        one, other = (_pairs("".join(map(self._cut, spans))) for spans in (it.spans, sentence))
        return len(one & other) > _HALF * min(len(one), len(other))

    def _cut(self, span: Span) -> str:
        return self._lines[span[0] - 1][span[1] : span[2]]

    def _sentence(self, row: Row) -> tuple[Span, ...]:
        """From where it begins to its full stop, or the end of the line."""
        number = _numbers(row["line"])[0]
        line = self._lines[number - 1]
        start = line.find(row["begins"])
        end = min((at for sign in "。？！" if (at := line.find(sign, start)) > 0), default=-1)
        if start < 0:
            # The first of two lines holds the beginning only.
            tail = next(n for n in range(len(line)) if row["begins"].startswith(line[n:]))
            return ((number, tail, len(line)),)
        return ((number, start, end + 1 if end > 0 else len(line)),)

    def _spans(self, row: Row) -> tuple[Span, ...]:
        """Where the words of a row stand, wherever they do in its line or over its lines."""
        words, numbers = str(row["words"]), _numbers(row["line"])
        found = [
            (number, at.start(), at.end())
            for number in (*numbers, *row.get("same", ()))
            for at in re.finditer(re.escape(words), self._lines[number - 1])
        ]
        if found or len(numbers) == 1:
            return tuple(found)
        first, last = (self._lines[number - 1] for number in numbers)
        size = max(n for n in range(1, len(words)) if first.endswith(words[:n]))
        assert last.startswith(words[size:]), words
        return (
            (numbers[0], len(first) - size, len(first)),
            (numbers[1], 0, len(words) - size),
        )

    def _is_of(self, it: Shown, row: Row) -> bool:
        """Whether a statement of a page and a row are of the same words."""
        kind = "event" if row["kind"] == "date" else row["kind"]
        if it.kind != kind:
            return False
        if kind == "programme":
            return fits(it.names, row["name"]) and it.spans[0][0] in _lines(row)
        if kind == "document":
            return bool({plain(name) for name in it.names} & set(map(plain, row["titles"])))
        if kind == "office":
            return row["person"] in it.names and row["office"] == it.office
        if kind == "relation":
            named = [*it.names, *it.who, *it.places]
            on_line = {line for line, _, _ in it.spans} & _lines(row)
            return bool(on_line) and fits(named, row["institute"])
        return overlap(it.spans, self._spans(row)) > _HALF

    def _stands_for(self, it: Shown, row: Row) -> bool:
        """Whether it says in another section what the row wants."""
        return it.kind in row.get("or_kind", ()) and overlap(it.spans, self._spans(row)) > _HALF

    def _denied(self, it: Shown) -> str | None:
        """What must never be said, if this says it."""
        for row in self._gold.never:
            if it.kind not in row["as"] or not {n for n, _, _ in it.spans} & _lines(row):
                continue
            words = plain(row["words"])
            if it.kind == "relation":
                hit = it.value is not None or any(holds(name, words) for name in it.names)
            elif it.kind in ("programme", "office"):
                hit = any(plain(name) == words for name in it.names)
            elif it.kind == "key":
                # What another line makes whole is no fragment any more.
                broken = len({line for line, _, _ in it.spans}) == 1
                hit = broken and overlap(it.spans, self._spans(row)) > _HALF
            else:
                own = it.words or it.spans if it.kind == "event" else it.spans
                hit = any(_covered(span, self._spans(row)) for span in own)
            if hit:
                return str(row["words"])
        return None

    def _also(self, it: Shown) -> bool:
        return any(
            row["kind"] == it.kind and overlap(it.spans, self._spans(row)) > _HALF
            for row in self._gold.also
        )


def overlap(ones: Sequence[Span], others: Sequence[Span]) -> float:
    """Share of the shorter that both have, at best."""
    shares = [
        (min(one[2], other[2]) - max(one[1], other[1])) / min(one[2] - one[1], other[2] - other[1])
        for one in ones
        for other in others
        if one[0] == other[0]
    ]
    return max(shares, default=0.0)


def _covered(one: Span, others: Sequence[Span]) -> bool:
    """Whether it is these words, and little else."""
    size = max(1, round(_HALF * (one[2] - one[1])))
    return any(one[0] == it[0] and min(one[2], it[2]) - max(one[1], it[1]) >= size for it in others)


def _numbers(line: int | list[int]) -> list[int]:
    return line if isinstance(line, list) else [line]


def _lines(row: Row) -> set[int]:
    return {*_numbers(row["line"]), *row.get("same", ())}


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
