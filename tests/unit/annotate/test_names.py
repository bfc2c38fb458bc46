"""Names: people, organisations and places; short names, names inside names, and what is none."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.annotate.names import find_names
from generator.annotate.names.units import read_units
from generator.annotate.papers import find_papers
from generator.annotate.prose import plain_prose
from generator.model.findings import Name
from generator.text.segment import Lexicon, Word

CASES = Path(__file__).parents[2] / "cases" / "names"
KINDS = {"人": "PER", "机构": "ORG", "地点": "LOC"}


class Case(NamedTuple):
    """A text, its names by kind, the names inside some, the full names of others."""

    text: str
    names: dict[str, list[str]]
    inside: dict[str, list[str]]
    full: dict[str, str]


def cases() -> list[tuple[str, Case]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n\n"):
            lines = [it for it in block.split("\n") if it and not it.startswith("#")]
            if lines:
                it = case(lines)
                found.append((f"{path.stem}-{it.text[:14]}", it))
    return found


def case(lines: list[str]) -> Case:
    text: list[str] = []
    it = Case("", {kind: [] for kind in KINDS.values()}, {}, {})
    for line in lines:
        mark, _, rest = line.partition(" ")
        if mark == ">":
            text.append(rest)
        elif mark in KINDS:
            it.names[KINDS[mark]] += rest.split()
        elif mark == "内":
            name, _, inner = rest.partition("：")
            it.inside[name] = inner.split()
        elif mark == "即":
            name, _, it.full[name] = rest.partition("：")
        else:
            assert line == "无", line
    assert (lines[-1] == "无") == (not any(it.names.values())), lines
    whole = "\n".join(text)
    assert all(name in whole for names in it.names.values() for name in names), lines
    return it._replace(text=whole)


CASES_READ = cases()


def named(text: str, lexicon: Lexicon = ()) -> tuple[Name, ...]:
    prose = plain_prose(text)
    return find_names(prose, read_units(text, lexicon), find_papers(prose))


def flat(names: tuple[Name, ...]) -> Iterator[Name]:
    for it in names:
        yield it
        yield from flat(it.nested)


@pytest.mark.parametrize("it", [it for _, it in CASES_READ], ids=[it for it, _ in CASES_READ])
def test_shows_what_a_reader_would_mark(it: Case) -> None:
    found = named(it.text)
    shown: dict[str, list[str]] = {kind: [] for kind in KINDS.values()}
    for name in found:
        if name.shown and name.kind in shown:
            shown[name.kind].append(it.text[name.start : name.end])
    assert shown == it.names
    by_surface = {it.text[name.start : name.end]: name for name in found}
    for surface, inner in it.inside.items():
        within = [it.text[one.start : one.end] for one in flat(by_surface[surface].nested)]
        assert set(inner) <= set(within), (surface, within)
    assert {surface: by_surface[surface].full for surface in it.full} == it.full


@pytest.mark.parametrize(
    ("tag", "kind"), [("nr", "PER"), ("ns", "LOC"), ("nt", "ORG")], ids=["person", "place", "body"]
)
def test_a_tagged_word_of_the_lexicon_is_a_name(tag: str, kind: str) -> None:
    text = "去年，励青拓投入三千万。"
    (name,) = named(text, (Word("励青拓", None, tag),))
    assert (text[name.start : name.end], name.kind, name.shown) == ("励青拓", kind, True)


def test_a_word_of_the_lexicon_without_a_tag_only_changes_the_cutting() -> None:
    text = "去年，励青拓投入三千万。"
    assert "励青拓" in cut_up(text, (Word("励青拓"),))
    assert not [it for it in named(text, (Word("励青拓"),)) if it.shown]


def test_a_tagged_word_takes_part_in_longer_names() -> None:
    text = "蓝屿青年创业中心揭牌。"
    (name,) = named(text, (Word("蓝屿", None, "ns"),))
    assert text[name.start : name.end] == "蓝屿青年创业中心"
    assert [text[it.start : it.end] for it in name.nested] == ["蓝屿"]


def cut_up(text: str, lexicon: Lexicon) -> list[str]:
    units = read_units(text, lexicon)
    return [units.surface(at, at + 1) for at in range(len(units.classes))]


@pytest.mark.parametrize("text", [it.text for _, it in CASES_READ[::7]])
def test_units_joined_are_the_text(text: str) -> None:
    units = read_units(text)
    assert "".join(cut_up(text, ())) == text
    assert len(units.starts) == len(units.classes) + 1


def test_a_document_keeps_the_names_of_its_title_to_itself() -> None:
    text = "《浙江省数字经济促进条例》今天公布。"
    (name,) = named(text)
    assert name.kind == "DOC"
    assert [text[it.start : it.end] for it in name.nested] == ["浙江省"]


@pytest.mark.parametrize(
    "text",
    [
        "王" * 20000,
        "省" * 20000,
        "北京" * 10000,
        "北京局" * 7000,
        "·" * 20000,
        "阿·" * 10000,
        "县长王小明说" * 4000,
        "县县局局部" * 4000,
        "（以下简称" * 4000,
        "王甲乙局（以下简称“王局”）" * 1500,
        "北京" + "市" * 20000 + "局",
        "记者" * 10000,
    ],
    ids="surname suffix place body dot dotted people suffixes called called-each tail role".split(),
)
def test_takes_no_longer_for_hostile_text(text: str) -> None:
    named("热身")
    start = time.process_time()
    named(text)
    assert time.process_time() - start < 2
