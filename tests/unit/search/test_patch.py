"""An index that is patched is, byte for byte, the one that would be made anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

import pytest

from generator.search import index, patch, shards, unions
from generator.search.index import MANIFEST, index_files
from generator.search.patch import Change, Known, differing, path_of
from generator.search.records import Numbered, Tokens
from tests.unit.search.sample_index import Document, about, documents, made_up, numbered, packed

Space = dict[int, Mapping[str, int]]
_RUNS = ["2021", "2022", "20.5", "gps", "gdp", "=zhongguo", "#year:2022", "\U00020bb7", "万"]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unions, heavy terms and cuts as on a large site."""
    monkeypatch.setattr(unions, "_ENOUGH", 900)
    monkeypatch.setattr(shards, "_LEAST", 1_000)
    monkeypatch.setattr(shards, "_MOST", 2_500)
    monkeypatch.setattr(shards, "_HEAVY", 2_800)


class Site:
    """Documents, and the index that stands published."""

    def __init__(self, articles: Space, names: Space) -> None:
        self.spaces = [articles, names]
        self.files: dict[str, bytes] = {}
        self.shards: list[Known] = []
        self._before: list[dict[int, Tokens]] = [{}, {}]

    def publish(self) -> int:
        """Build with what is known of the index before; how many files were made."""
        articles, names = (list(it.items()) for it in self.spaces)
        now = [list(map(numbered, it)) for it in (articles, names)]
        change = Change(self.shards, self._touched(now)) if self.shards else None
        kept: list[Known] = []
        made = 0
        files = {}
        for file in index_files(now[0], now[1], about(articles, names), change, kept):
            made += file.path not in self.files
            known = file.path in self.files and file.path != MANIFEST
            files[file.path] = self.files[file.path] if known else file.make()
        self.files, self.shards = files, kept
        self._before = [{it.number: it.tokens for it in space} for space in now]
        return made

    def _touched(self, now: Sequence[Sequence[Numbered]]) -> frozenset[int]:
        touched: set[int] = set()
        for before, space in zip(self._before, now, strict=True):
            after = {it.number: it.tokens for it in space}
            for number in before.keys() | after.keys():
                was, is_now = before.get(number, Tokens()), after.get(number, Tokens())
                touched |= differing(was, is_now)
        return frozenset(touched)

    def anew(self) -> dict[str, bytes]:
        """The index without anything known."""
        articles, names = (list(it.items()) for it in self.spaces)
        return packed(articles, names)


def _documents(seed: int, count: int, length: int) -> list[Document]:
    random = Random(seed)
    return [
        (number, {**terms, **{it: random.randrange(256) for it in random.sample(_RUNS, 3)}})
        for number, terms in documents(made_up(count, seed, length))
    ]


def _edits(site: Site, random: Random) -> Iterator[None]:
    spare = [terms for _, terms in _documents(random.randrange(99), 12, 60)]
    while True:
        space = random.choice(site.spaces)
        number = random.choice(sorted(space))
        terms = dict(space[number])
        some = random.sample(sorted(terms), min(3, len(terms)))
        kind = random.randrange(6)
        if kind == 0:
            space[number] = {it: mark for it, mark in terms.items() if it not in some}
        elif kind == 1:
            space[number] = terms | {it: terms[it] ^ random.randrange(256) for it in some}
        elif kind == 2:
            space[number] = terms | dict(random.sample(sorted(random.choice(spare).items()), 4))
        elif kind == 3:
            space[number] = random.choice(spare)
        elif kind == 4:
            space[number] = {it: mark for it, mark in terms.items() if it[0] != some[0][0]}
        else:
            space[number] = terms | {"一一": 1, "\ufa0e\ufa0e": 2, "a" * 70: 3, "=" + "江" * 40: 4}
        yield


@pytest.mark.parametrize("seed", range(8))
def test_after_each_edit_it_is_the_index_made_anew(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patch, "_MOST", 1.0)
    patches: list[bool] = []

    def watched(*arguments: object) -> object:
        done = patch.patched(*arguments)  # type: ignore[arg-type]
        patches.append(done is not None)
        return done

    monkeypatch.setattr(index, "patched", watched)
    site = Site(dict(_documents(seed, 40, 120)), dict(_documents(seed + 50, 25, 12)))
    site.publish()
    for _, _edit in zip(range(25), _edits(site, Random(seed)), strict=False):
        site.publish()
        assert site.files == site.anew()
    assert sum(patches) > 15, "nearly every time all was made anew"


def test_an_edit_makes_no_other_shards() -> None:
    site = Site(dict(_documents(3, 60, 200)), {})
    site.publish()
    site.spaces[0][7] = {**site.spaces[0][7], "重庆": 3}
    assert site.publish() <= 4


def test_nothing_changed() -> None:
    site = Site(dict(_documents(3, 20, 100)), {})
    site.publish()
    before = dict(site.files)
    assert site.publish() == 0
    assert site.files == before


def test_every_shard_is_known_by_its_first_term() -> None:
    site = Site(dict(_documents(3, 20, 100)), {})
    site.publish()
    firsts = [it.first for it in site.shards]
    assert firsts == sorted(firsts)
    assert {path_of(it) for it in site.shards} <= site.files.keys()


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        pytest.param({"中国": 1}, {"中国": 1}, "", id="same"),
        pytest.param({"中国": 1}, {"中国": 2}, "中", id="mark"),
        pytest.param({"中国": 1, "江河": 1}, {"中国": 1, "河江": 1}, "江河", id="pairs"),
        pytest.param({"=zhong": 1, "2022": 1}, {"=zhong": 2, "2021": 1}, "=2", id="others"),
        pytest.param({"\U00020bb7": 1}, {}, "\ud842", id="surrogate"),
        pytest.param({}, {"万": 1}, "万", id="unit"),
    ],
)
def test_first_units_of_what_differs(
    before: dict[str, int], now: dict[str, int], expected: str
) -> None:
    found = differing(numbered((0, before)).tokens, numbered((0, now)).tokens)
    assert found == set(map(ord, expected))
