"""verify: what passed before and stands on the same bytes is not held against them again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.app.memory import Memory
from generator.app.verify import verify
from generator.check import grounding
from generator.check.facts import Quotation
from generator.model.source import ContentFiles, SourceFile
from generator.store.memo import Memo

_PAGE = """<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>页</title></head>
<body>{}</body></html>
"""
_TEXTS = {"articles/a.md": "两江新区有七千家企业。\n", "articles/b.md": "山西有黄芪。\n"}


def _quote(source: str, words: str) -> str:
    return f'<blockquote data-source="articles/{source}.md">{words}</blockquote>'


_BOTH = _quote("a", "两江新区有七千家企业。") + _quote("b", "山西有黄芪。")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memo(tmp_path / "memo.sqlite") as memo:
        yield Memory(memo, b"code", jobs=1)


class _Site:
    """A site of one page, verified as often as one likes."""

    def __init__(self, root: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
        self._root = root
        self._memory = memory
        self.held: list[str] = []
        real = grounding._check_bare

        def check(place: object, quotation: Quotation, sources: object) -> object:
            self.held.append(quotation.source)
            return real(place, quotation, sources)  # type: ignore[arg-type]

        monkeypatch.setattr(grounding, "_check_bare", check)

    def codes(self, body: str, texts: dict[str, str]) -> list[str]:
        """Codes of what is wrong; `held` has the sources that were looked into."""
        self.held.clear()
        data = _PAGE.format(body).encode()
        self._root.joinpath("index.html").write_bytes(data)
        files = tuple(
            SourceFile(path, text.encode(), hashlib.sha256(text.encode()).hexdigest())
            for path, text in texts.items()
        )
        digests = {"index.html": hashlib.sha256(data).hexdigest()}
        content = ContentFiles(articles=files)
        return [it.code for it in verify(self._root, digests, content, "", self._memory)]


@pytest.fixture
def site(tmp_path: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch) -> _Site:
    root = tmp_path / "site"
    root.mkdir()
    return _Site(root, memory, monkeypatch)


def test_the_same_page_and_sources_are_not_looked_into(site: _Site) -> None:
    assert site.codes(_BOTH, _TEXTS) == []
    assert site.held == ["articles/a.md", "articles/b.md"]
    assert site.codes(_BOTH, _TEXTS) == []
    assert site.held == []


def test_of_a_changed_source_each_quotation_is_looked_into_and_no_other(site: _Site) -> None:
    assert site.codes(_BOTH, _TEXTS) == []
    longer = _TEXTS | {"articles/b.md": "山西有黄芪。又一句。\n"}
    assert site.codes(_BOTH, longer) == []
    assert site.held == ["articles/b.md"]
    assert site.codes(_BOTH, _TEXTS | {"articles/b.md": "山西有党参。\n"}) == [
        "proof-quote-missing"
    ]
    assert site.held == ["articles/b.md"]


def test_of_a_changed_page_what_it_quotes_anew_is_looked_into(site: _Site) -> None:
    assert site.codes(_BOTH, _TEXTS) == []
    assert site.codes(_BOTH + _quote("a", "七千家企业。"), _TEXTS) == []
    assert site.held == ["articles/a.md"]
    assert site.codes(_BOTH + _quote("a", "八千家企业。"), _TEXTS) == ["proof-quote-missing"]


def test_what_was_wrong_is_wrong_the_next_time(site: _Site) -> None:
    wrong = _quote("a", "八千家企业。")
    assert site.codes(wrong, _TEXTS) == ["proof-quote-missing"]
    assert site.codes(wrong, _TEXTS) == ["proof-quote-missing"]


def test_a_source_that_has_gone_breaks_what_quotes_it(site: _Site) -> None:
    assert site.codes(_BOTH, _TEXTS) == []
    assert site.codes(_BOTH, {"articles/a.md": _TEXTS["articles/a.md"]}) == ["proof-source-missing"]
