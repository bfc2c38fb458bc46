"""One name of two things: the editor is told, for a text doesn't say which it means."""

from __future__ import annotations

import pytest

from generator.model.knowledge import Authority
from generator.weave.entities import shared_names
from tests.unit.weave.corpora import topic


def entry(name: str, *aliases: str, of: tuple[str, ...] = ()) -> Authority:
    return Authority("person", name, "authority/a.toml", aliases, key=("people", 0), of=of)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([entry("李卫祥"), entry("王宏伟")], [], id="two names"),
        pytest.param([entry("李卫祥"), entry("李卫祥")], ["李卫祥"], id="two people of one name"),
        pytest.param(
            [entry("李伟", of=("青石县委",)), entry("李伟", of=("白石县委",))],
            [],
            id="two people told apart",
        ),
        pytest.param(
            [entry("李伟", of=("青石县委",)), entry("李伟", of=("青石县政府",))],
            ["李伟"],
            id="two people of one body",
        ),
        pytest.param(
            [entry("李伟", of=("青石县委",)), entry("李伟")], ["李伟"], id="one told apart, one not"
        ),
        pytest.param([entry("甲", "老李"), entry("乙", "老李")], ["老李"], id="one alias of two"),
        pytest.param([entry("甲", "甲")], [], id="an alias that is the name"),
        pytest.param([entry("党建")], ["党建"], id="a topic's name"),
    ],
)
def test_shared_names(entries: list[Authority], expected: list[str]) -> None:
    found = shared_names((topic("党建", "党组织"),), entries)
    assert [dict(it.facts)["name"] for it in found] == expected
    assert {it.code for it in found} <= {"name-shared"}
