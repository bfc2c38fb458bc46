"""Small newspaper pages for tests: text and review -> what the page gives by itself."""

from __future__ import annotations

import hashlib
import tomllib

import msgspec

from generator.forms.review import ReviewForm
from generator.restore.gather_pages import AlonePage
from generator.restore.page import PageText, Restored, restore


def restored(stem: str, text: str, review: str) -> Restored:
    """One page; every line has to have its place in the review."""
    form = msgspec.convert(tomllib.loads(review), ReviewForm)
    digest = hashlib.sha256(text.encode()).hexdigest()
    path = f"pages/{stem}"
    return restore(
        PageText(f"{path}.txt", stem, text, "utf-8", digest, f"{path}.review.toml"), form
    )


def alone(stem: str, text: str, review: str) -> AlonePage:
    """The same, as it is put together with other pages."""
    page = restored(stem, text, review)
    return AlonePage(page.articles, page.parts, page.ledger)


def simple(stem: str, name: str, jumps: str = "", text: str = "") -> AlonePage:
    """A page of one article: title, one paragraph; `jumps`: a line of its [[jumps]] table."""
    lines = f"{name}的题目\n{text or name + '的话。'}\n"
    table = f'[[jumps]]\nline = "2 {lines.splitlines()[1][:4]}"\n{jumps}\n' if jumps else ""
    return alone(
        stem,
        lines,
        f'[[articles]]\nslug = "{name}"\ntitle = ["1 {name}"]\n'
        f'body = ["2 {lines.splitlines()[1][:4]}"]\n{table}',
    )
