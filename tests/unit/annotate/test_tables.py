"""The packaged lists of names: clean, sorted, and what they point to exists."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

import generator.text.data
from generator.text.data import read_table

NAMES = {
    "places_china.tsv": frozenset(
        "province city county new_area region nature site airport launch".split()
    ),
    "places_world.tsv": frozenset("country region world_city waters land world_site".split()),
    "bodies_china.tsv": frozenset(
        "party state ministry agency former army mass academy media enterprise finance company"
        " court".split()
    ),
    "bodies_world.tsv": frozenset("organisation state media company university".split()),
    "universities.tsv": frozenset("university college".split()),
}
WORDS = {
    "offices.tsv": frozenset("prefix office rank role title".split()),
    "not_names.tsv": frozenset("person place body other".split()),
}
TABLES = {**NAMES, **WORDS}


@pytest.fixture(params=TABLES)
def table(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_columns_and_kinds(table: str) -> None:
    for row in read_table(table):
        assert len(row) == 3, row
        assert row[1].removesuffix("?") in TABLES[table], row


def test_no_name_stands_twice(table: str) -> None:
    names = [row[0] for row in read_table(table)]
    assert len(names) == len(set(names))


def test_sorted_by_kind_and_name(table: str) -> None:
    keys = [(row[1], row[0]) for row in read_table(table)]
    assert keys == sorted(keys)


def test_first_line_says_what_it_is(table: str) -> None:
    path = Path(generator.text.data.__file__).with_name("data") / table
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_clean_characters(table: str) -> None:
    for name, _, full in read_table(table):
        for it in (name, full):
            assert it == unicodedata.normalize("NFC", it).strip(), it
            assert not set(it) & set(" \t\u3000?？=#"), it


def test_simplified_only(table: str) -> None:
    # Simplified as well in some words: 乾县, 哪吒.
    traditional = {row[0] for row in read_table("simplified.tsv")} - set("乾吒")
    for name, _, full in read_table(table):
        assert not (set(name) | set(full)) & traditional, name


@pytest.mark.parametrize("table", NAMES)
def test_full_names_are_listed_and_differ(table: str) -> None:
    rows = read_table(table)
    names = {row[0] for row in rows}
    for name, _, full in rows:
        if full:
            assert full in names, (name, full)
            assert full != name


@pytest.mark.parametrize("table", NAMES)
def test_names_have_two_characters_at_least(table: str) -> None:
    assert [row[0] for row in read_table(table) if len(row[0]) < 2] == []


def test_no_doubtful_row_hides_a_sure_one() -> None:
    """Of two tables with one name the first has it; 平昌 is a county here, a city there."""
    sure: set[str] = set()
    hidden: list[str] = []
    for table in reversed(NAMES):
        rows = read_table(table)
        hidden += [name for name, kind, _ in rows if kind.endswith("?") and name in sure]
        sure |= {name for name, kind, _ in rows if not kind.endswith("?")}
    assert hidden == ["平昌"]


def test_a_word_that_is_no_name_is_nowhere_a_sure_name() -> None:
    sure = {row[0] for table in NAMES for row in read_table(table) if not row[1].endswith("?")}
    words = {row[0] for row in read_table("not_names.tsv") if not row[1].endswith("?")}
    assert sorted(sure & words) == []


@pytest.mark.parametrize(
    ("table", "name", "kind", "full"),
    [
        ("places_china.tsv", "山西", "province", "山西省"),
        ("places_china.tsv", "内蒙古", "province", "内蒙古自治区"),
        ("places_china.tsv", "太谷区", "county", ""),
        ("places_china.tsv", "石柱县", "county", "石柱土家族自治县"),
        ("places_china.tsv", "雄安新区", "new_area", ""),
        ("places_china.tsv", "人民大会堂", "site", ""),
        ("places_china.tsv", "明光", "county?", "明光市"),
        ("places_world.tsv", "刚果（金）", "country", ""),
        ("places_world.tsv", "沙特", "country", "沙特阿拉伯"),
        ("places_world.tsv", "加沙地带", "region", ""),
        ("bodies_china.tsv", "国家林草局", "agency", "国家林业和草原局"),
        ("bodies_china.tsv", "国家发改委", "ministry", "国家发展和改革委员会"),
        ("bodies_china.tsv", "中组部", "party", "中央组织部"),
        ("bodies_china.tsv", "赛力斯", "company", ""),
        ("bodies_world.tsv", "二十国集团", "organisation", ""),
        ("bodies_world.tsv", "世卫组织", "organisation", "世界卫生组织"),
        ("universities.tsv", "山西农大", "university", "山西农业大学"),
        ("universities.tsv", "西安交大", "university", "西安交通大学"),
        ("offices.tsv", "驻村第一书记", "office", ""),
        ("offices.tsv", "研究员", "rank", ""),
        ("offices.tsv", "常务副", "prefix", ""),
        ("not_names.tsv", "海洋", "person", ""),
        ("not_names.tsv", "城市", "place", ""),
        ("not_names.tsv", "汉族", "other", ""),
    ],
    ids=lambda it: it or "-",
)
def test_known(table: str, name: str, kind: str, full: str) -> None:
    assert (name, kind, full) in read_table(table)


@pytest.mark.parametrize(
    "name", ["苹果", "和政", "新和", "天等", "资源", "通道", "黑山县城", "尼日"]
)
def test_left_out(name: str) -> None:
    assert all(name != row[0] for table in NAMES for row in read_table(table))
