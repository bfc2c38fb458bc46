"""Lines of a page nobody has reviewed -> a form that keeps them in the order of the file.

The order is the file's own, not a guess; the site and the report say that it is unreviewed.
"""

from __future__ import annotations

import re

from generator.forms.review import ArticleForm, PageForm, ReviewForm
from generator.restore.lines import Line

_SENTENCE = re.compile(r"[。！？；，,;!?]")
_LONGEST_TITLE = 40


def in_file_order(lines: tuple[Line, ...]) -> ReviewForm:
    """One article: the first line is its title if it can be one, the rest its paragraphs."""
    named = [f"{line.number} {line.text.strip()}" for line in lines if line.text.strip()]
    if not named:
        return ReviewForm()
    first = named[0].partition(" ")[2]
    is_title = len(first) <= _LONGEST_TITLE and not _SENTENCE.search(first)
    title = tuple(named[:1]) if is_title else ()
    article = ArticleForm(body=tuple(named[1:] if is_title else named), title=title)
    return ReviewForm(page=PageForm(), articles=(article,))
