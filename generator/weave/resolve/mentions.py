"""Places of names -> mentions and other forms of each group; one pass through the articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.facts import Facts
from generator.model.knowledge import Mention, Reading
from generator.weave.resolve.group import Group, Place
from generator.weave.resolve.inside import Inside


class Mentions:
    """What the articles say of groups; each is known by its number among them.

    Articles are gone through in order, not group by group: memory that is read in order is fast.
    """

    def __init__(
        self,
        readings: Sequence[Reading],
        facts: Sequence[Facts],
        groups: Sequence[Group],
        inside: Inside,
    ) -> None:
        self._facts = facts
        self._readings = readings
        self.named = [[-1] * len(it.names) for it in facts]
        """For each reading, for each of its names, the number of the group."""
        for number, group in enumerate(groups):
            for reading, index in group.places:
                self.named[reading][index] = number
        self._found: list[list[Mention]] = [[] for _ in groups]
        self._tangled = {number for number, it in enumerate(groups) if it.extra}
        self.forms: dict[int, dict[str, int]] = {}
        """Number -> other forms of the name, with how often they stand there."""
        self._read(groups, self._bulk(groups), inside)

    def of(self, number: int) -> tuple[Mention, ...]:
        """All of a group, in reading order; without those inside longer names if these are the bulk."""
        found = self._found[number]
        return _once(found) if number in self._tangled else tuple(found)

    def joined(self, number: int, written: Sequence[Mention]) -> tuple[Mention, ...]:
        """The same with those that a search for its names found."""
        return _once((*written, *self._found[number]))

    def first(self, place: Place) -> Mention | None:
        """The first mention of a name."""
        reading, index = place
        at = self._facts[reading].names[index].at
        if not at:
            return None
        sentence, start, end = at[0]
        block = self._readings[reading].annotations.sentences[sentence].block
        return Mention(reading, block, start, end, sentence)

    def _bulk(self, groups: Sequence[Group]) -> set[int]:
        """Of whose mentions most, but not all, stand inside longer names."""
        inside = [0] * (len(groups) + 1)
        total = [0] * (len(groups) + 1)
        for told, row in zip(self._facts, self.named, strict=True):
            for it, number in zip(told.names, row, strict=True):
                total[number] += len(it.at)
                if it.inside:
                    inside[number] += it.inside
        return {
            number
            for number, (part, whole) in enumerate(zip(inside, total, strict=True))
            if whole > part > whole - part
        }

    def _read(self, groups: Sequence[Group], bulk: set[int], inside: Inside) -> None:
        found = self._found
        names = [it.name for it in groups]
        last = [-1] * len(groups)
        for reading, told in enumerate(self._facts):
            blocks = [it.block for it in self._readings[reading].annotations.sentences]
            for it, number in zip(told.names, self.named[reading], strict=True):
                if number < 0:
                    continue
                if last[number] == reading:
                    self._tangled.add(number)
                last[number] = reading
                ats = it.at
                if it.inside:
                    if number in bulk:
                        ats = inside.free(reading, it)
                    elif it.kind == "LOC":
                        ats = inside.sound(reading, it)
                found[number] += [
                    Mention(reading, blocks[at], start, end, at) for at, start, end in ats
                ]
                if it.aliases or it.name != names[number]:
                    forms = self.forms.setdefault(number, {})
                    forms[it.name] = forms.get(it.name, 0) + len(it.at)
                    for alias in it.aliases:
                        forms[alias] = forms.get(alias, 0) + 1
        for number, group in enumerate(groups):
            for reading, (at, start, end) in group.extra:
                block = self._readings[reading].annotations.sentences[at].block
                found[number].append(Mention(reading, block, start, end, at))


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """In order; of those that overlap the longest."""
    kept: list[Mention] = []
    for it in sorted(mentions, key=lambda it: (it.reading, it.block, it.start, -it.end)):
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.reading == it.reading
            and last.block == it.block
            and it.start < last.end
        ):
            continue
        kept.append(it)
    return tuple(kept)
