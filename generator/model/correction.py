"""What editors say of one place of a text: a finding put right, added or taken away."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model.findings import Number, Qualifier

CorrectionKind = Literal[
    "person",
    "organisation",
    "place",
    "document",
    "term",
    "office",
    "date",
    "figure",
    "quote",
    "event",
    "programme",
]


class Correction(msgspec.Struct, frozen=True, array_like=True):
    """One `[[correct]]` table, its value read. Fields of other kinds than its own are empty."""

    path: str
    key: tuple[str | int, ...]
    """Where it stands in its file."""
    sentence: str
    """Id of the sentence, as on the article's page."""
    span: str
    """The words as they stand there."""
    kind: CorrectionKind
    article: str = ""
    """Slug; empty: the one article that has the sentence."""
    text: str = ""
    """How the sentence begins: it is found by that when its id has changed."""
    occurrence: int = 0
    """Which of several in the sentence, from 1; 0: all of them."""
    drop: bool = False
    value: str = ""
    """Name: full name. Date: EDTF, empty where the text is vague. Figure: unit. Quote: speaker.
    Office: the words for it. Event: verb. Programme: nothing."""
    number: Number | tuple[Number, Number] | None = None
    """Figure: value in base units; event: sum; programme: count."""
    organisation: str = ""
    """Office: the body, as it stands in the sentence."""
    office: str = ""
    """Quote: the speaker's."""
    of: str = ""
    qualifiers: tuple[Qualifier, ...] = ()
    as_of: str = ""
    date: str = ""
    """Event: EDTF."""
    place: str = ""
    participants: tuple[str, ...] = ()
    """Event: as they stand in the sentence."""
    object: str = ""
    """Event: what was signed, founded …, as it stands in the sentence."""
