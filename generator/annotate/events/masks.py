"""Text -> the same text with names, dates, documents and quoted words hidden, offsets unchanged.

Each hidden span begins with a letter of its own and goes on with fillers, so that patterns see one
sign where a name stands, and a verb inside a name or a title is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.findings import Date, Name, Paper

FILL = "\ue000"
PERSON, BODY, PLACE, DATE, PAPER, QUOTED = "\ue001\ue002\ue003\ue004\ue005\ue006"
_SIGNS = (FILL, PERSON, BODY, PLACE, DATE, PAPER, QUOTED)
_OWN = re.compile(f"[{''.join(_SIGNS)}]")
_KIND = {"PER": PERSON, "ORG": BODY, "LOC": PLACE}
_QUOTED = re.compile("“[^“”。！？!?；;\n]{1,36}”")


def mask(text: str, names: Sequence[Name], dates: Sequence[Date], papers: Sequence[Paper]) -> str:
    """Where spans overlap the document wins, then the date, then what begins first."""
    spans = [(it.start, 0, it.end, PAPER) for it in papers]
    spans += [(it.start, 1, it.end, DATE) for it in dates]
    spans += [
        (it.start, 2, it.end, _KIND[it.kind]) for it in names if it.shown and it.kind in _KIND
    ]
    spans += [(it.start(), 3, it.end(), QUOTED) for it in _QUOTED.finditer(text)]
    spans.sort()
    if any(sign in text for sign in _SIGNS):
        text = _OWN.sub("\ufffd", text)
    pieces: list[str] = []
    at = 0
    for start, _, end, sign in spans:
        if start >= at and end <= len(text):
            pieces.append(text[at:start])
            pieces.append(sign)
            pieces.append(FILL * (end - start - 1))
            at = end
    pieces.append(text[at:])
    return "".join(pieces)
