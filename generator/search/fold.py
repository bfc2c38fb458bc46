"""Text -> the form in which it is compared; the same as in templates/assets/search/text.js.

Character by character, so that what is found can be shown where it stands: NFKD without combining
marks and format characters, NFC, lower case, simplified. docs/search.md, “From text to terms”.
"""

from __future__ import annotations

import unicodedata

from generator.text.data import read_table

_DROPPED = ("Mn", "Cf")


class _Folding(dict[int, str]):
    """Code point -> its folded form, made when first asked for: what str.translate asks."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def fold(text: str) -> str:
    """As compared; may be longer or shorter than the text."""
    return text.translate(_FOLDING)


def simplified() -> dict[str, str]:
    """Traditional character -> simplified, as the client's table has it; no value is itself a key."""
    return dict(_SIMPLIFIED)


def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character)
    plain = "".join(it for it in plain if unicodedata.category(it) not in _DROPPED)
    lower = unicodedata.normalize("NFC", plain).lower()
    lower = "".join(it for it in lower if unicodedata.category(it) not in _DROPPED)
    return "".join(_SIMPLIFIED.get(it, it) for it in lower)


def _read_simplified() -> dict[str, str]:
    pairs = {traditional: first for traditional, first, *_ in read_table("simplified.tsv")}
    return {traditional: pairs.get(first, first) for traditional, first in pairs.items()}


_SIMPLIFIED = _read_simplified()
_FOLDING = _Folding()
