"""Every problem code with its level and its words in Chinese and English, one file a stage.

The reference in docs/ is generated from this table; a test keeps both the same.
"""

from __future__ import annotations

from generator.model.problem_texts import (
    annotate,
    build,
    check,
    forms,
    markdown,
    read,
    restore,
    theme,
    weave,
)
from generator.model.problem_texts.text import Lang, ProblemText

TEXTS: dict[str, ProblemText] = {
    text.code: text
    for stage in (read, forms, markdown, restore, annotate, weave, theme, build, check)
    for text in stage.TEXTS
}

__all__ = ["TEXTS", "Lang", "ProblemText"]
