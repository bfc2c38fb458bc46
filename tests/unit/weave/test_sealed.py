"""Facts as they are kept: the same as decoded ones, and opened only when asked for."""

from __future__ import annotations

import msgspec
import pytest

from generator.model.facts import Facts, NameFact, WithheldFact
from generator.weave.sealed import Sealed, shown_of

FACTS = (
    Facts(names=(NameFact("LOC", "山西", ((0, 0, 2),)),), shown=b"one"),
    Facts(),
    Facts(shown=b"three", withheld=(WithheldFact((0, 0, 2), "dates", "0645"),)),
)


@pytest.fixture
def sealed() -> Sealed:
    return Sealed([msgspec.msgpack.encode(it) for it in FACTS])


def test_they_are_what_was_kept(sealed: Sealed) -> None:
    assert list(sealed) == list(FACTS)
    assert sealed[0] is sealed[0]
    assert sealed[-1] == FACTS[2]
    assert sealed[1:] == list(FACTS[1:])
    assert len(sealed) == 3
    with pytest.raises(IndexError):
        sealed[3]


def test_their_heads_are_known_without_opening_them(
    sealed: Sealed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sealed, "__getitem__", None)
    assert shown_of(sealed) == [b"one", b"", b"three"]
    assert sealed.withheld == [2]


def test_of_decoded_ones_the_same_is_told() -> None:
    assert shown_of(FACTS) == [b"one", b"", b"three"]


def test_where_a_leaf_gave_nothing_there_are_none() -> None:
    assert list(Sealed([None])) == [Facts()]
