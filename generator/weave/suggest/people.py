"""Entities -> people of one name who may be one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.knowledge import Entity, Mention, Reading
from generator.model.suggestion import Suggestion
from generator.weave.bodies import person_and_body

_AROUND = 14
_MOST = 6
"""People of a name that are asked of: of more, an editor will write entries."""


def people(
    entities: Sequence[Entity], readings: Sequence[Reading], not_same: Sequence[frozenset[str]]
) -> Iterator[Suggestion]:
    """Each two of a name with bodies of their own; and those of whom no text says who they are."""
    named: dict[str, list[Entity]] = {}
    for it in entities:
        if it.kind == "person" and it.found_by == "text" and it.mentions:
            named.setdefault(it.name, []).append(it)
    barred = [frozenset(filter(None, map(person_and_body, group))) for group in not_same]
    for name, found in named.items():
        placed = [it for it in found if it.apart][:_MOST]
        for at, one in enumerate(placed):
            for other in placed[at + 1 :]:
                pair = {(name, one.apart), (name, other.apart)}
                if not any(pair <= group for group in barred):
                    why = f"同名，一处在{one.apart}，一处在{other.apart}"
                    alias = f"{one.apart}、{other.apart}"
                    yield _question(name, alias, why, (one, other), readings)
        loose = [it for it in found if not it.apart]
        unsure = any(ground.rule == "name-only" for it in loose for ground in it.grounds)
        # With several to choose from, an entry with the bodies has to be written by hand.
        if loose and len(placed) < 2 and (placed or unsure):
            why = "同名，有的文章没有写职务" if placed else "只有姓名相同，没有一处写职务"
            yield _question(name, "", why, (*placed, *loose), readings)


def _question(
    name: str, alias: str, why: str, of: Sequence[Entity], readings: Sequence[Reading]
) -> Suggestion:
    first = [it.mentions[0] for it in of]
    if len(first) == 1:
        mentions = of[0].mentions
        first += [it for it in mentions if it.reading != mentions[0].reading][:1]
    return Suggestion(
        "person", name, alias, "people", why=why,
        articles=len({mention.reading for it in of for mention in it.mentions}),
        places=sum(len(it.mentions) for it in of),
        examples=tuple(_example(readings, it) for it in first[:2]),
    )  # fmt: skip


def _example(readings: Sequence[Reading], it: Mention) -> str:
    reading = readings[it.reading]
    sentence = reading.annotations.sentences[it.sentence]
    text = reading.article.blocks[it.block].text
    words = text[max(sentence.start, it.start - _AROUND) : min(sentence.end, it.end + _AROUND)]
    return f"{reading.article.id}#{sentence.id} {' '.join(words.split())}"
