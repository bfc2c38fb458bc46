"""Expressions that were compiled before find the same; a file that is not to be used is not used."""

import re
from pathlib import Path

import pytest

from generator.store.patterns import remembered

CASES = [
    ("[一-鿿]{2,4}(?:省|市)", 0, "浙江省杭州市"),
    ("(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月", 0, "2021年6月"),
    ("(?i)jing(?=WEI)", 0, "JingWei"),
    ("a b # c", re.VERBOSE, "ab"),
    ("^第.章$", re.MULTILINE, "序\n第一章\n完"),
    (r"(.)(?:x|(?<!y)z)\1", re.DOTALL, "\nz\n"),
    (r"\w+", re.ASCII, "字abc"),
]
IDS = ["charset", "names", "inline", "verbose", "multiline", "back", "ascii"]


def _compiled(path: Path) -> list[re.Pattern[str]]:
    re.purge()
    with remembered(path):
        return [re.compile(pattern, flags) for pattern, flags, _ in CASES]


@pytest.mark.parametrize("case", range(len(CASES)), ids=IDS)
def test_what_is_taken_from_the_file_finds_the_same(tmp_path: Path, case: int) -> None:
    pattern, flags, text = CASES[case]
    _compiled(tmp_path / "patterns")
    found = _compiled(tmp_path / "patterns")[case]
    re.purge()
    usual = re.compile(pattern, flags)
    assert (found.pattern, found.flags) == (usual.pattern, usual.flags)
    assert (found.groups, dict(found.groupindex)) == (usual.groups, dict(usual.groupindex))
    spans = [(it.span(), it.groups(), it.lastgroup) for it in usual.finditer(text)]
    assert spans
    assert [(it.span(), it.groups(), it.lastgroup) for it in found.finditer(text)] == spans


def test_nothing_is_compiled_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from re import _parser  # type: ignore[attr-defined]

    parsed: list[str] = []
    parse = _parser.parse
    _compiled(tmp_path / "patterns")

    def watched(pattern: str, flags: int) -> object:
        parsed.append(pattern)
        return parse(pattern, flags)

    monkeypatch.setattr(_parser, "parse", watched)
    _compiled(tmp_path / "patterns")
    assert not {it for it, _, _ in CASES} & set(parsed)


@pytest.mark.parametrize("damage", [0, 20, -1], ids=["version", "sum", "end"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: int) -> None:
    path = tmp_path / "patterns"
    _compiled(path)
    whole = path.read_bytes()
    data = bytearray(whole)
    data[damage] ^= 1
    path.write_bytes(data)
    assert _compiled(path)[0].findall("浙江省") == ["浙江省"]
    assert path.read_bytes() == whole


def test_afterwards_python_compiles_as_always(tmp_path: Path) -> None:
    from re import _compiler  # type: ignore[attr-defined]

    before = _compiler.compile
    with pytest.raises(re.error), remembered(tmp_path / "patterns"):
        re.compile("(")
    assert _compiler.compile is before


def test_no_folder_is_made_for_it(tmp_path: Path) -> None:
    _compiled(tmp_path / "build" / "cache" / "patterns")
    assert not (tmp_path / "build").exists()
