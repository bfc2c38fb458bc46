"""Where an amount stands: what tells a name that fits from one that does not."""

from __future__ import annotations

from typing import NamedTuple

from generator.annotate.facts.wording import Measured

_BORNE = ("税负", "负担", "收入", "待遇", "标准", "水平", "成本", "能力")


class Around(NamedTuple):
    """Where an amount stands."""

    text: str
    lead: str
    """What stands before it: from the mark or the amount before."""
    kind: str
    """Of its unit."""
    named_to: int
    """Where the name ends, if it stands behind the amount; else 0."""
    bounded: str = ""
    """60岁以上, of 60岁以上人口已达2.5亿."""
    parted: bool = False
    """It is one of several parts that 分别 announces."""
    new: bool = False
    """The amount before is of what is new (新增)."""
    listed: bool = False
    """It follows one that is so by 、."""
    severally: bool = False
    """分别 stands before it in its clause."""
    ahead: str = ""
    """The sentence before its clause, from the last semicolon on."""

    def change_of_each(self, measured: Measured) -> bool:
        """降低900多万个体工商户税负: so many of them, and not so much."""
        return bool(
            self.named_to
            and measured.change
            and self.kind in ("count", "")
            and measured.words.endswith(_BORNE)
        )
