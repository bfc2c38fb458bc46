"""Quoted sentences -> HTML with their proof and highlights."""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.body import proof_attributes
from generator.present.inline import MARK, Layer, escape, lay
from generator.present.views import Proof, QuoteView


def quoted(it: QuoteView) -> str:
    """The quoted sentence as <span class="q">, with its proof and highlights."""
    return sentence(it.text, it.proof, it.marks)


def sentence(text: str, proof: Proof, marks: Sequence[tuple[int, int]] = ()) -> str:
    """A text of a source with the attributes by which `check` finds it there."""
    inner = escape(text) if not marks else _one_mark(text, *marks[0]) if len(marks) == 1 else None
    if inner is None:
        layers = [Layer(start, end, MARK, "<mark>", "</mark>") for start, end in marks]
        inner = lay(text, layers, [])
    return f'<span class="q"{proof_attributes(proof)}>{inner}</span>'


def _one_mark(text: str, start: int, end: int) -> str | None:
    if not 0 <= start < end <= len(text):
        return None
    inside = f"<mark>{escape(text[start:end])}</mark>"
    return f"{escape(text[:start])}{inside}{escape(text[end:])}"
