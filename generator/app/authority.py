"""`authority/*.toml` -> entries, words that are no names, corrections; all files count as one."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

import msgspec

from generator.forms.authority import AuthorityForm, PersonForm
from generator.forms.correct import read_correct
from generator.forms.toml_text import read_toml
from generator.model.correction import Correction
from generator.model.knowledge import Authority, EntityKind
from generator.model.problem import Place, Problem, problem
from generator.model.source import SourceFile
from generator.text.decode import Undecodable, decode
from generator.weave.bodies import body_root, person_and_body

KINDS: tuple[tuple[str, EntityKind], ...] = (
    ("people", "person"),
    ("organisations", "organisation"),
    ("places", "place"),
    ("terms", "term"),
)
"""Table of the form, kind of its entries."""


class Written(NamedTuple):
    """What editors decided about names and findings."""

    entries: tuple[Authority, ...]
    not_names: frozenset[str]
    not_same: tuple[frozenset[str], ...]
    """Groups of names none of which is another's short form."""
    corrections: tuple[Correction, ...]


def read_authority(files: Sequence[SourceFile], problems: list[Problem]) -> Written:
    """All files as one; `problems` gets what is wrong in them."""
    entries: list[Authority] = []
    same: list[tuple[tuple[str, ...], Place]] = []
    not_names: set[str] = set()
    not_same: list[frozenset[str]] = []
    corrections: list[Correction] = []
    for file in files:
        text = text_of(file, problems)
        if text is None:
            continue
        form, found = read_toml(text, AuthorityForm, file.path)
        problems += found
        if form is None:
            continue
        for table, kind in KINDS:
            entries += [
                Authority(
                    kind=kind,
                    name=it.name,
                    path=file.path,
                    aliases=it.aliases,
                    slug=it.slug or "",
                    note=it.note,
                    key=(table, number),
                    moved_from=it.moved_from,
                    of=it.of if isinstance(it, PersonForm) else (),
                )
                for number, it in enumerate(getattr(form, table))
            ]
        problems += _unclear(form, file.path)
        same += [(it, Place(file.path, key=("same", at))) for at, it in enumerate(form.same)]
        not_names.update(form.not_a_name)
        not_same += map(frozenset, form.not_same)
        read = (read_correct(it, file.path, at, problems) for at, it in enumerate(form.correct))
        corrections += [it for it in read if it is not None]
    for names, place in same:
        _join(entries, names, place, problems)
    problems += _contradictions(entries, not_names, not_same)
    return Written(tuple(entries), frozenset(not_names), tuple(not_same), tuple(corrections))


def _contradictions(
    entries: Sequence[Authority], not_names: Set[str], not_same: Sequence[frozenset[str]]
) -> list[Problem]:
    """Entries with a name that another list says is none, or is not of the same thing."""
    found = []
    groups: dict[str, list[frozenset[str]]] = {}
    for group in not_same:
        for name in group:
            groups.setdefault(name, []).append(group)
    for it in entries:
        names = dict.fromkeys((it.name, *it.aliases))
        parted = next(
            (
                both
                for name in names
                for group in groups.get(name, ())
                if len(both := group & names.keys()) > 1
            ),
            frozenset(),
        )
        for key, said in (("not-a-name", not_names & names.keys()), ("not-same", parted)):
            if said:
                facts = {"names": "、".join(sorted(said)), "list": key}
                found.append(problem("names-contradict", Place(it.path, key=it.key), **facts))
    return found


def _unclear(form: AuthorityForm, path: str) -> list[Problem]:
    """Bodies that tell nobody apart."""
    found = [
        problem("person-body", Place(path, key=("people", at, "of")), name=it.name, body=body)
        for at, it in enumerate(form.people)
        for body in it.of
        if not body_root(body)
    ]
    for at, group in enumerate(form.not_same):
        people = [it for it in map(person_and_body, group) if it is not None]
        names = {name for name, _ in people}
        roots = {body_root(body) for _, body in people}
        bare = names.intersection(group)
        # 中央党校（国家行政学院） is a body's name: only people of one name are told apart so.
        if bare or (len(names) == 1 < len(people) and len(roots - {""}) < len(people)):
            place = Place(path, key=("not-same", at))
            found.append(problem("people-not-apart", place, names="、".join(group)))
    return found


def _join(
    entries: list[Authority], names: tuple[str, ...], place: Place, problems: list[Problem]
) -> None:
    """Make the names of a group aliases of the one entry that bears one of them."""
    bearing = [at for at, it in enumerate(entries) if not {it.name, *it.aliases}.isdisjoint(names)]
    if len(bearing) != 1:
        code = "same-of-several" if bearing else "same-without-entry"
        problems.append(problem(code, place, names="、".join(names)))
        return
    entry = entries[bearing[0]]
    aliases = dict.fromkeys((*entry.aliases, *(it for it in names if it != entry.name)))
    entries[bearing[0]] = msgspec.structs.replace(entry, aliases=tuple(aliases))


def text_of(file: SourceFile, problems: list[Problem]) -> str | None:
    """The text of a file; None goes with a problem."""
    decoded = decode(file.data)
    if isinstance(decoded, Undecodable):
        problems.append(decoded.at(file.path))
        return None
    return decoded.text
