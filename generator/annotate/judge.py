"""Values the rules read, held against a judge from outside -> those it refuses are withheld.

What is refused stays where it stands, as a time of which the text does not say when it is or an
amount that is not shown, so that nothing else takes its place; nothing rests on it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from generator.annotate.prose import Prose
from generator.model.findings import Date, Figure, Number, Withheld


def _nothing(*_said: str) -> str:
    return ""


class Judge(NamedTuple):
    """Says what is wrong with a value, in a word; nothing if it holds."""

    amount: Callable[[str, str], str] = _nothing
    """(a number in base units, the words it was read from)."""
    date: Callable[[str, str, str], str] = _nothing
    """(EDTF, the words, the day of publication)."""

    def refuses_date(self, edtf: str, words: str, published: str) -> bool:
        """Whether it does not follow from the words."""
        return bool(self.date(edtf, words, published))

    def refuses_amount(self, value: Number | tuple[Number, Number], words: str) -> bool:
        """Whether one of its numbers is not in the words."""
        return any(self.amount(it, words) for it in number_text(value).split("/"))


TRUSTING = Judge()

REFUSED = "与核对程序的读法不符，未采用"
"""How a date was read that is withheld."""
_FROM = "承上文"


def number_text(value: Number | tuple[Number, Number]) -> str:
    """As `Withheld.value` has it."""
    return "/".join(map(repr, value)) if isinstance(value, tuple) else repr(value)


def judged_dates(
    prose: Prose, dates: tuple[Date, ...], judge: Judge
) -> tuple[tuple[Date, ...], tuple[Withheld, ...]]:
    """The dates, those refused without what was read; what leans on one in its paragraph too."""
    text = prose.text
    kept: list[Date] = []
    withheld: list[Withheld] = []
    leaning, until = "", -1
    for it in dates:
        if (
            it.shown
            and it.edtf
            and judge.refuses_date(it.edtf, text[it.start : it.end], prose.date)
        ):
            withheld.append(Withheld("dates", it.start, it.end, it.edtf))
            leaning, until = _FROM + it.edtf[:4], text.find("\n", it.end)
        elif not leaning or not it.basis.startswith(leaning) or 0 <= until < it.start:
            kept.append(it)
            continue
        kept.append(replace(it, edtf=None, basis=REFUSED))
    return (tuple(kept), tuple(withheld)) if withheld else (dates, ())


def judged_figures(
    prose: Prose, figures: tuple[Figure, ...], judge: Judge
) -> tuple[tuple[Figure, ...], tuple[Withheld, ...]]:
    """The amounts, those refused hidden."""
    refused = {
        it
        for it in figures
        if it.shown and judge.refuses_amount(it.value, prose.text[it.start : it.end])
    }
    if not refused:
        return figures, ()
    kept = tuple(replace(it, shown=False) if it in refused else it for it in figures)
    withheld = (
        Withheld("figures", it.start, it.end, number_text(it.value))
        for it in figures
        if it in refused
    )
    return kept, tuple(withheld)
