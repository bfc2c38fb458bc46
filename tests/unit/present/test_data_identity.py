"""Names and numbers of rows: the same for the same content, whatever else there is."""

from __future__ import annotations

import pytest

from generator.model.knowledge import Entity
from generator.present.data.identity import ROWS, entity_ids, numbers


def test_namesakes_are_told_apart() -> None:
    found = entity_ids(
        [
            Entity("person", "周大禾", "", ()),
            Entity("person", "周大禾", "", (), apart="江南大学"),
            Entity("organisation", "周大禾", "", ()),
            Entity("person", "周大禾", "", ()),
        ]
    )
    assert found == (
        "person:周大禾",
        "person:周大禾@江南大学",
        "organisation:周大禾",
        "person:周大禾~2",
    )


def test_a_number_does_not_know_the_other_names() -> None:
    few, more = numbers(["甲", "乙"]).of, numbers(["甲", "丙", "乙", "丁"]).of
    assert few == {name: more[name] for name in few}


@pytest.mark.parametrize("bits", [3, 4, 8])
def test_names_that_meet_get_numbers_of_their_own(bits: int) -> None:
    names = [str(it) for it in range((1 << bits) - 1)]
    found = numbers(names, bits)
    assert sorted(found.of.values()) == list(range(1, 1 << bits))
    assert found.moved
    assert numbers(reversed(names), bits) == found


def test_rows_have_numbers_that_javascript_can_hold() -> None:
    names = (str(it) for it in range(1000))
    largest = max(numbers(names).of.values())
    assert (largest + 1) << ROWS <= 1 << 53
