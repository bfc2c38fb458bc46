"""A date before a verb -> whether it is of something else that is told between them."""

from __future__ import annotations

import re
from typing import Final

from generator.annotate.events.masks import DATE
from generator.annotate.events.verbs import SORT_OF, VERB

_DAY: Final = len("2022-10-10")
_LATER: Final = re.compile(
    f"[，,](?:(?:毕业|退休|退伍|复员|转业|回国|留学归来|学成)(?:之|以)?后|后来|此后|其后|之后|多年后)(?![^，,]{{0,8}}{DATE})"
)


def is_of_another(masked: str, edtf: str, span: tuple[int, int], *, within: bool) -> bool:
    """1987年求学，毕业后成立…; 1999年成立的公司签署….

    `span`: from the date to the verb; `within`: the date stands in the verb's own clause. A day
    is that of both: 8日召开的会议通过….
    """
    start, end = span
    if len(edtf) >= _DAY:
        return False
    if _LATER.search(masked, start, end):
        return True
    of = masked.rfind("的", start, end) if within else -1
    if of < 0:
        return False
    inner = VERB.search(masked, start, of)
    return inner is not None and SORT_OF[inner.group()] != "hold"
