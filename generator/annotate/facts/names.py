"""Names of a text -> one fact for each person, body, place, document and term, with all mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.annotate.facts.places import Places
from generator.model.facts import At, NameFact
from generator.model.findings import Name, NameKind, Offsets
from generator.text.titles import bare_title


class Named(NamedTuple):
    """The facts, and how to find them by place or by word."""

    facts: tuple[NameFact, ...]
    spans: dict[Offsets, int]
    """Mention in the text -> index of its fact."""
    forms: dict[str, int]
    """Form -> index of its fact; names before what is short for them."""

    def at(self, span: Offsets | None) -> int:
        """The name that stands there; -1 if none does."""
        return self.spans.get(span, -1) if span else -1


class _Gathered:
    __slots__ = ("at", "forms", "inside", "kind", "name")

    def __init__(self, kind: NameKind, name: str) -> None:
        self.kind: NameKind = kind
        self.name = name
        self.at: list[At] = []
        self.forms: dict[str, int] = {}
        self.inside = 0


def gather_names(names: Iterable[Name], places: Places) -> Named:
    """Names in order of their first mention; those of no sentence are left out."""
    text = places.text
    names = tuple(names)
    fulls: dict[tuple[NameKind, str], str] = {
        (it.kind, text[it.start : it.end]): it.full
        for it in names
        if it.full and it.shown and it.kind != "PER"
    }
    found: dict[tuple[str, str], int] = {}
    gathered: list[_Gathered] = []
    spans: dict[Offsets, int] = {}
    for it, inside in _all(names):
        place = places.place(it.start, it.end)
        if place is None or places.is_credit(place[0]):
            continue
        form = text[it.start : it.end]
        if it.kind == "DOC":
            form = bare_title(form)
        name = it.full or fulls.get((it.kind, form), form)
        key = it.kind, name
        index = found.get(key, -1)
        if index < 0:
            index = found[key] = len(gathered)
            gathered.append(_Gathered(it.kind, name))
        one = gathered[index]
        one.at.append(place)
        one.inside += inside
        if form != name:
            one.forms[form] = one.forms.get(form, 0) + 1
        spans.setdefault((it.start, it.end), index)
    facts = tuple(map(_fact, gathered))
    forms: dict[str, int] = {}
    for index, fact in enumerate(facts):
        forms.setdefault(fact.name, index)
    for index, fact in enumerate(facts):
        for alias in fact.aliases:
            forms.setdefault(alias, index)
    return Named(facts, spans, forms)


def _fact(one: _Gathered) -> NameFact:
    if not one.forms:
        return NameFact(one.kind, one.name, tuple(one.at), (), one.inside)
    aliases = sorted(one.forms, key=lambda it: (-one.forms[it], it))
    return NameFact(one.kind, one.name, tuple(one.at), tuple(aliases), one.inside)


def _all(names: Iterable[Name]) -> Iterator[tuple[Name, int]]:
    """Shown names; 1 for those inside others."""
    for it in names:
        if it.shown:
            yield it, 0
        if it.nested:
            for inner in _inner(it.nested):
                yield inner, 1


def _inner(names: Iterable[Name]) -> Iterator[Name]:
    for it in names:
        if it.shown:
            yield it
        if it.nested:
            yield from _inner(it.nested)
