"""The catalogue of the interface: every text has a name, every name a text."""

from __future__ import annotations

import re

import pytest

from generator.present.templates import folder
from generator.present.texts import catalogue, holders, text, texts

_USED = re.compile(r"\btexts\.(\w+)\.(\w+)")


def test_templates_name_texts_that_are_there() -> None:
    for path in sorted(folder().glob("*.html")):
        for group, key in _USED.findall(path.read_text(encoding="utf-8")):
            assert key in catalogue()[group], f"{path.name}: texts.{group}.{key}"


def test_every_text_is_shown_somewhere() -> None:
    root = folder().parent / "generator"
    sources = [it.read_text(encoding="utf-8") for it in sorted(folder().glob("*.html"))]
    sources += [it.read_text(encoding="utf-8") for it in sorted(root.rglob("present/**/*.py"))]
    written = "\n".join(sources)
    named = {f"{group}.{key}" for group, found in catalogue().items() for key in found}
    # The navigation is asked for by the name of the room.
    unused = [it for it in named if it not in written and not it.startswith("nav.")]
    assert unused == []


def test_a_text_is_had_by_its_name() -> None:
    assert text("nav.topics") == texts().nav.topics == "专题"
    with pytest.raises(AttributeError):
        text("nav.nothing")


@pytest.mark.parametrize(
    ("words", "found"),
    [("全文", set()), ("{count} 字", {"count"}), ("{{x}}", set()), ("{a}和{b}", {"a", "b"})],
)
def test_holders_are_names_in_braces(words: str, found: set[str]) -> None:
    assert holders(words) == found


@pytest.mark.parametrize("words", ["{", "{}", "{0}", "{a.b}", "{a[0]}", "{a!r}", "{a:>9}", "a}"])
def test_nothing_but_a_name_can_be_filled_in(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        holders(words)


def test_our_own_texts_are_of_that_form() -> None:
    for found in catalogue().values():
        for words in found.values():
            holders(words)
