"""What a reader of the index finds is what was written, and an edit changes little of it."""

from __future__ import annotations

import contextlib
import zlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import directory, merge, shards, unions
from generator.search.index import MANIFEST, index_files
from generator.search.terms import units
from tests.search_reader import Index, Term
from tests.unit.search.sample_index import (
    Document,
    about,
    documents,
    expected,
    made_up,
    numbered,
    packed,
    read,
)

_FEW = 40

_unit = st.sampled_from("一七万中年两江\ud842\udfb7\u3042")
_letter = st.sampled_from("0123.ags\u0439")
_term = st.one_of(
    st.tuples(_unit, _unit).map("".join),
    st.tuples(_letter, _unit).map("".join),
    _unit.filter(lambda it: not "\ud800" <= it <= "\udfff"),
    st.text(_letter, min_size=1, max_size=40).filter(lambda it: it[0] != "."),
    st.builds("{}{}".format, st.sampled_from("=~"), st.text(_letter, min_size=1, max_size=40)),
    st.text("中江\U00020bb7a", min_size=1, max_size=40).map(
        lambda it: "=" + it.encode("utf-16-le").decode("utf-16-le")
    ),
    st.sampled_from(["#kind:article", "#topic:两江新区", "#source:" + "长" * 73, "#year:2022"]),
)


def _as_units(term: str) -> str:
    raw = term.encode("utf-16-be", "surrogatepass")
    return "".join(chr(raw[it] << 8 | raw[it + 1]) for it in range(0, len(raw), 2))


def _documents(most: int) -> st.SearchStrategy[list[Document]]:
    marks = st.dictionaries(_term.map(_as_units), st.integers(0, 255), max_size=60)
    return st.dictionaries(st.integers(0, most), marks, max_size=12).map(
        lambda it: list(it.items())
    )


@given(_documents(30), _documents(1 << 16), st.sampled_from([1, 7, 100_000]), st.randoms())
@settings(deadline=None, max_examples=60)
def test_the_index_holds_what_documents_hold(
    articles: list[Document], names: list[Document], at_once: int, random: Random
) -> None:
    # Everything that happens to a large site, on a small one.
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(unions, "_ENOUGH", 2 * _FEW)
        patched.setattr(shards, "_LEAST", 200)
        patched.setattr(shards, "_MOST", 600)
        patched.setattr(shards, "_HEAVY", 700)
        patched.setattr(shards, "_AT_ONCE", at_once)
        patched.setattr(merge, "_AT_ONCE", at_once)
        patched.setattr(directory, "MOST_IN_ROOT", 10)
        patched.setattr(directory, "_LEAST", 2)
        patched.setattr(directory, "_MOST", 5)
        files = packed(articles, names)
        random.shuffle(articles)
        random.shuffle(names)
        patched.setattr(merge, "_AT_ONCE", 100_000)
        again = packed(articles, names)
    found = read(files).terms()
    assert list(found.items()) == list(expected(articles, names, _FEW).items())
    assert again == files, "the order of documents, or how many are sorted together, matters"


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return made_up(300)


@pytest.fixture(scope="module")
def files(texts: list[str]) -> dict[str, bytes]:
    return packed(documents(texts))


def test_a_site_of_usual_size(texts: list[str], files: dict[str, bytes]) -> None:
    index = read(files)
    found = index.terms()
    assert found == expected(documents(texts), ())
    assert list(found) == sorted(found)
    assert any(it.endswith("*") for it in found)
    assert len(index.shards) > 50
    for term in list(found)[::997]:
        assert index.find(term) == found[term]
    assert index.find("没有") == index.find("") == Term([], [])


def test_shards_are_of_about_two_thousand_bytes(files: dict[str, bytes]) -> None:
    index = read(files)
    sizes = sorted(len(files[f"search/i/{it}.bin"]) for it in index.shards)
    assert 1_200 < sizes[len(sizes) // 2] < 2_500
    assert sizes[-1] < 4_500


def test_nothing_written(texts: list[str]) -> None:
    index = read(packed([]))
    assert index.terms() == {}
    assert index.find("中国") == Term([], [])


def test_names_alone() -> None:
    names: list[Document] = [(70_000, {"王大": 0b10111, "=王大": 0b10111})]
    assert read(packed([], names)).terms() == {
        "=王大": Term([], [(70_000, 0b10111)]),
        "王大": Term([], [(70_000, 0b10111)]),
    }


def test_a_key_that_a_document_has_twice() -> None:
    document = numbered((4, {"中国": 1}))
    twice = document.tokens.adding([("=中国", 2), ("=中", 1), ("=中国", 3), ("=中", 0)])
    some: list[Document] = [(4, {})]
    files = index_files([document._replace(tokens=twice)], (), about(some, ()))
    found = read({it.path: it.make() for it in files}).terms()
    assert found == {
        it: Term([(4, mark)], []) for it, mark in (("=中", 1), ("=中国", 3), ("中国", 1))
    }


def test_more_bits_than_a_stored_block_holds() -> None:
    stored = bytes(it * it % 251 for it in range(200_000))
    _, file = shards.written(b"columns", stored)
    assert zlib.decompress(file.make()) == b"columns" + stored


def test_a_document_without_terms() -> None:
    found = read(packed([(0, {}), (1, {"中国": 3})])).terms()
    assert found == {"中国": Term([(1, 3)], [])}


def test_a_word_changed_changes_a_handful_of_files(
    texts: list[str], files: dict[str, bytes]
) -> None:
    changed = [*texts]
    changed[150] = f"{texts[150][:90]}，重庆，{texts[150][92:]}"
    after = packed(documents(changed))
    new = set(read(after).shards) - set(read(files).shards)
    assert 1 <= len(new) <= 14
    assert len(after.keys() - files.keys()) <= len(new) + 2 + len(new)


def test_an_article_added_changes_only_what_it_says(
    texts: list[str], files: dict[str, bytes]
) -> None:
    before = documents(texts)
    extra = (300, {"重庆": 3, "庆市": 1, "#kind:article": 0})
    new = set(read(packed([*before, extra])).shards) - set(read(files).shards)
    assert len(new) <= 5


def test_the_version_tells_other_texts_from_the_same(texts: list[str]) -> None:
    def version(articles: list[Document], digest: bytes) -> str:
        given = list(map(numbered, articles))
        manifest = list(index_files(given, (), about(articles, (), digest)))[-1]
        assert manifest.path == MANIFEST
        index = Index(lambda path: manifest.make() if path == MANIFEST else _EMPTY_NODE)
        return str(index.manifest["version"])

    some = documents(texts[:3])
    assert version(some, b"1") == version(some, b"1")
    assert len({version(some, b"1"), version(some, b"2"), version(some[:2], b"1")}) == 3


_EMPTY_NODE = zlib.compress(b"\0")


def test_a_file_is_named_by_its_content(texts: list[str]) -> None:
    some = documents(texts[:5])
    made = list(index_files(list(map(numbered, some)), (), about(some, ())))
    assert len({it.path for it in made}) == len(made)
    for it in made[:-1]:
        assert it.path == f"search/i/{it.key.hex()[:12]}.bin"


def test_damage_does_not_go_unseen(files: dict[str, bytes]) -> None:
    content = files[f"search/i/{read(files).shards[20]}.bin"]
    whole = zlib.decompress(content)
    unseen = 0
    for place in range(len(content)):
        for bit in range(8):
            damaged = bytearray(content)
            damaged[place] ^= 1 << bit
            with contextlib.suppress(zlib.error):
                unseen += zlib.decompress(damaged) != whole
    # Adler-32 does not tell 1 2 2 1 from 2 1 1 2.
    assert unseen <= len(content) * 8 // 1000
    for end in range(len(content)):
        with pytest.raises(zlib.error):
            zlib.decompress(content[:end])


def test_terms_beyond_the_first_plane_stand_where_their_units_do() -> None:
    keys = ["=\uff21乙", "=😀乙", "=𠮷野", "=\ufa0e乙", "=乙甲丙"]
    some: list[Document] = [(it, {key: 3}) for it, key in enumerate(keys)]
    index = read(packed(some))
    assert list(index.terms()) == sorted(
        (units(it) for it in keys), key=lambda it: [ord(unit) for unit in it]
    )
    for number, key in enumerate(keys):
        assert [it for it, _ in index.find(units(key)).articles] == [number]
