"""The type of one row of the problem table."""

from __future__ import annotations

import string
from typing import Literal

import msgspec

Lang = Literal["zh", "en"]


class ProblemText(msgspec.Struct, frozen=True):
    """One code: its level, what is wrong and the way out, each as (Chinese, English)."""

    code: str
    level: Literal["error", "warning", "note"]
    details: tuple[str, str]
    hints: tuple[str, str]

    def detail(self, lang: Lang) -> str:
        """The wording of the fact, with `{placeholders}`."""
        return self.details[lang == "en"]

    def hint(self, lang: Lang) -> str:
        """The wording of the way out, with `{placeholders}`."""
        return self.hints[lang == "en"]

    @property
    def facts(self) -> frozenset[str]:
        """Names of all placeholders; both languages must use facts from this one set."""
        fields = (
            name
            for template in (*self.details, *self.hints)
            for _, name, _, _ in string.Formatter().parse(template)
        )
        return frozenset(name for name in fields if name)
