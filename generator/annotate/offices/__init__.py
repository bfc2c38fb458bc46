"""Prose, names -> offices."""

from __future__ import annotations

from generator.annotate.offices.after import offices_after
from generator.annotate.offices.before import offices_before
from generator.annotate.offices.bodies import Bodies
from generator.annotate.prose import Prose
from generator.model.findings import Name, Office


def find_offices(prose: Prose, names: tuple[Name, ...]) -> tuple[Office, ...]:
    """People with their offices in order: one for each office and place where the text gives it."""
    people = [it for it in names if it.kind == "PER"]
    if not people:
        return ()
    bodies = Bodies(prose.text, names)
    found: list[Office] = []
    for at, person in enumerate(people):
        until = people[at + 1].start if at + 1 < len(people) else len(prose.text)
        found += offices_before(bodies, person)
        found += offices_after(bodies, person, until)
    return tuple(found)
