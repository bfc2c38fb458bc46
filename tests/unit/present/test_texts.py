"""The catalogue of the interface: every text has a name, every name a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.present.templates import folder
from generator.present.texts import (
    Text,
    catalogue,
    holders,
    html,
    named,
    say,
    text,
    texts,
    written,
)
from generator.present.tongues import is_foreign

_USED = re.compile(r"\btexts\.(\w+)\.(\w+)")
_HAN = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
_BY_DATA = tuple(
    "nav. kind. role. by. note. section. section_count. relation. status. qualifier. entity.by_ "
    "relations_table. wordings_table. amounts_table. kinds. told. passage. pages. "
    "data_table. data_articles. data_topics. data_entities. data_sentences. data_statements. "
    "data_view. data_query. find. notice. ground.".split()
)
"""Texts that are asked for by a name which the data gives."""


def templates() -> list[Path]:
    """Pages, books, feeds."""
    return sorted(it for it in folder().rglob("*.*ml") if it.is_file())


def test_templates_name_texts_that_are_there() -> None:
    for path in templates():
        for group, key in _USED.findall(path.read_text(encoding="utf-8")):
            assert key in catalogue()[group], f"{path.name}: texts.{group}.{key}"


def test_every_text_is_shown_somewhere() -> None:
    root = folder().parent / "generator"
    sources = [it.read_text(encoding="utf-8") for it in templates()]
    sources += [it.read_text(encoding="utf-8") for it in sorted(root.rglob("present/**/*.py"))]
    written = "\n".join(sources)
    known = {f"{group}.{key}" for group, found in catalogue().items() for key in found}
    unused = [it for it in known if it not in written and not it.startswith(_BY_DATA)]
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


def test_templates_have_no_words_of_their_own() -> None:
    found = {it.name: _HAN.findall(it.read_text(encoding="utf-8")) for it in templates()}
    assert {name: signs for name, signs in found.items() if signs} == {}


def test_what_is_filled_in_is_escaped_unless_it_is_html() -> None:
    words = Text("{a}与<{b}>")
    assert words(a="<i>", b=Markup("<b>")) == "&lt;i&gt;与&lt;<b>&gt;"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 articles"),
        (1, "1 article"),
        ("1", "1 article"),
        (2, "2 articles"),
        (1234, "1,234 articles"),
    ],
)
def test_a_number_chooses_its_form(count: object, words: str) -> None:
    assert Text({"one": "{count} article", "other": "{count} articles"})(count=count) == words


def test_python_says_the_same() -> None:
    assert say("count.articles", count=1234) == "1,234 篇文章"
    assert html("mark.quote", text="<b>甲</b>") == "“<b>甲</b>”"


def test_what_has_no_name_is_called_as_it_is() -> None:
    assert named("kind", "person") == "人物"
    assert named("kind", "自定") == "自定"


LANGUAGES = ("zh-Hans", "zh-Hant", "en")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_each_language_has_the_same_texts(language: str) -> None:
    ours, theirs = catalogue(), written(language)
    assert {group: set(found) for group, found in theirs.items()} == {
        group: set(found) for group, found in ours.items()
    }
    for group, found in theirs.items():
        for key, words in found.items():
            # English counts centuries: 21st.
            more = {"ordinal"} if (group, key) == ("date", "century") else set()
            assert holders(words) <= holders(ours[group][key]) | more, f"{group}.{key}"


def test_traditional_has_no_simplified_character() -> None:
    words = [str(Text(it)) for found in catalogue("zh-Hant").values() for it in found.values()]
    simplified = [it for it in words if is_foreign(it, "zh-Hant") and it != "简体"]
    assert simplified == []


def test_english_has_no_chinese_character_but_seals_and_examples() -> None:
    known = {"note.repair", "note.flag", "note.seam", "note.place"}
    # Each script is named in itself.
    known |= {"site.traditional", "site.simplified"}
    known |= {"data_statements.value", "data_statements.change"}
    found = {
        f"{group}.{key}"
        for group, texts_of in catalogue("en").items()
        for key, words in texts_of.items()
        if is_foreign(str(Text(words)), "en")
    }
    assert found == known
