"""A name in the making: where, what, how sure, by which rule."""

from __future__ import annotations

import re

import msgspec

from generator.model.findings import NameKind


class Found(msgspec.Struct, frozen=True, gc=False):
    """text[start:end] may be a name. At least SHOWN: put before readers; below: kept for editors."""

    start: int
    end: int
    kind: NameKind
    score: float
    ground: str
    full: str = ""


OF_THOUGHT = ("主义", "列宁主义", "理论", "思想")
"""Behind a person's name: 马克思主义, 邓小平理论 are none."""
PLAN = re.compile("(?:计划|方案|决议)(?:的|是|提议|规定|被|终告|失败|，|。|」|”)|法案|和平计划")
"""Behind a person's name: 马歇尔|计划的内容; but 安南计划下周访问."""
SHOWN = 2.0
KEPT = 1.0
STATE = re.compile("国(?![家内际有民企道营税土安防庆资外贸美泰])")
"""Behind a city: 大理国 is a state of old."""
SHIP = re.compile("[」”』]?号(?![召称码线文楼院店])")
"""What makes a ship of a place: 军舰「东京」号."""
