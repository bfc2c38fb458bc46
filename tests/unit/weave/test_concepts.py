"""Terms that topics share are concepts: no people in office, no places, whole or torn."""

from __future__ import annotations

import pytest

from generator.weave.concepts import is_concept


@pytest.mark.parametrize(
    ("surface", "concept"),
    [
        ("乡村振兴", True),
        ("新质生产力", True),
        ("习近平总书记", False),
        ("粤港澳大湾", False),
        ("雄安新区建设", False),
    ],
)
def test_what_is_a_concept(surface: str, concept: bool) -> None:
    assert is_concept(surface) is concept
