"""Article's form -> the last part of its URL: as written, else from its title."""

from __future__ import annotations

from collections.abc import Set
from hashlib import blake2b

from generator.forms.review import ArticleForm
from generator.restore.lines import LineFinder
from generator.text.slug import LIMIT, slugify

_LONGEST = LIMIT - 9
"""What tells it from others takes five characters, or nine."""


def slug_of(form: ArticleForm, finder: LineFinder, stem: str) -> str:
    """The slug of an article whose title stands in the form or in lines of the page.

    finder: one whose problems nobody reads; what fits no line is told when the lines are taken.
    """
    if form.slug:
        return form.slug
    found = [finder.find(reference, ()) for reference in form.title]
    title = " ".join(
        line.text.strip() if line else reference.partition(" ")[2]
        for line, reference in zip(found, form.title, strict=True)
    )
    return slugify(title or form.heading or stem)


def machine_slug(title: str, first: str, stem: str, taken: Set[str]) -> str:
    """A slug for an article that nobody has named: no two pages can claim the same one.

    title: empty where there is none; then the page's name stands for it. first: the article's
    first words, which tell it from others.
    """
    base = slugify(title or stem)
    if len(base) > _LONGEST:
        head, hyphen, _ = base[: _LONGEST + 1].rpartition("-")
        base = head if hyphen else base[:_LONGEST]
    told = f"{stem}\n{title}\n{first}".encode("utf-8", "surrogatepass")
    slug = f"{base}-{blake2b(told, digest_size=2).hexdigest()}"
    number = len(taken)
    while slug in taken:
        slug = f"{base}-{blake2b(told + b'%d' % number, digest_size=4).hexdigest()}"
        number += 1
    return slug
