"""Share pictures: drawn if asked for and if there is a Chinese font, named where the address is known."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import pytest
from lxml import html

from generator.app import fonts
from tests.site.sites import built, page, texts, tree, write

ADDRESS = 'base_url = "https://example.org/q/"\n'
WANTED = "[save]\npictures = true\n"
TOLD: dict[str, str | bytes] = {
    "site.toml": 'title = "平遥资料"\n' + ADDRESS + WANTED,
    "articles/jia.md": (
        "---\ntitle: 平遥县修渠\ndate: 2023-04-28\nsource: 平遥日报\n---\n\n"
        "2022年，平遥县粮食产量达到12.6万吨，同比增长4.5%。平遥县修渠103条。\n"
    ),
    "articles/yi.md": "---\ntitle: 夜校\n---\n\n夜里七点，图书馆的灯亮着。\n",
    "topics/qingshi.md": "---\ntitle: 平遥县\n---\n\n编者的话。\n",
}
PICTURES = ["articles/jia/share.png", "articles/yi/share.png", "topics/qingshi/share.png"]


def _font() -> bool:
    usual = (Path(it.regular) for it in fonts._USUAL)
    return importlib.util.find_spec("PIL") is not None and any(it.is_file() for it in usual)


drawn = pytest.mark.skipif(not _font(), reason="no Chinese font, or no Pillow, on this machine")


def properties(document: html.HtmlElement) -> dict[str, str]:
    names, values = (
        texts(document, "//meta/@property"),
        texts(document, "//meta[@property]/@content"),
    )
    return dict(zip(names, values, strict=True))


@drawn
def test_each_topic_and_article_has_one(tmp_path: Path) -> None:
    from PIL import Image

    site = built(write(tmp_path / "content", TOLD), tmp_path / "out").site
    files = {path: data for path, data in tree(site).items() if path.endswith("share.png")}
    assert sorted(files) == PICTURES
    for data in files.values():
        image = Image.open(io.BytesIO(data))
        assert image.size == (1200, 630)
        assert len(data) < 100_000
        assert len(image.convert("RGB").getcolors(100_000) or ()) > 10
    told = properties(page(site, "topics/qingshi/"))
    assert told["og:image"] == "https://example.org/q/topics/qingshi/share.png"
    assert told["og:title"] == "平遥县"
    assert properties(page(site, "articles/jia/"))["og:image"].endswith("/articles/jia/share.png")
    assert properties(page(site, "")) == {}


@drawn
def test_without_an_address_no_page_names_one(tmp_path: Path) -> None:
    content = write(tmp_path / "content", TOLD)
    write(content, {"site.toml": 'title = "平遥资料"\n' + WANTED})
    site = built(content, tmp_path / "out").site
    assert (site / PICTURES[0]).is_file()
    assert properties(page(site, "topics/qingshi/")) == {}


def test_none_unless_asked_for(tmp_path: Path) -> None:
    content = write(tmp_path / "content", TOLD)
    write(content, {"site.toml": 'title = "平遥资料"\n' + ADDRESS})
    outcome = built(content, tmp_path / "out")
    assert [path for path in tree(outcome.site) if path.endswith(".png")] == []
    assert properties(page(outcome.site, "topics/qingshi/")) == {}
    assert outcome.problems == ()


@pytest.mark.parametrize(
    ("settings", "usual", "code", "line"),
    [
        pytest.param("", (), "pictures-without-font", 4, id="no-font"),
        pytest.param('font = "a.ttf"\n', fonts._USUAL, "pictures-font-missing", 5, id="wrong-path"),
    ],
)
def test_without_a_font_a_note_says_so(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: str,
    usual: tuple[fonts._Usual, ...],
    code: str,
    line: int,
) -> None:
    monkeypatch.setattr(fonts, "_USUAL", usual)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: True)
    content = write(tmp_path / "content", TOLD)
    write(content, {"site.toml": str(TOLD["site.toml"]) + settings})
    outcome = built(content, tmp_path / "out")
    [told] = outcome.problems
    assert (told.code, str(told.level)) == (code, "note")
    assert told.place.line == line
    assert [path for path in tree(outcome.site) if path.endswith(".png")] == []
    assert properties(page(outcome.site, "topics/qingshi/")) == {}


def test_without_pillow_a_note_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    outcome = built(write(tmp_path / "content", TOLD), tmp_path / "out")
    assert [it.code for it in outcome.problems] == ["pictures-without-pillow"]


EDITS: dict[str, dict[str, str | bytes]] = {
    "a-sentence": {"articles/jia.md": str(TOLD["articles/jia.md"]).replace("12.6", "13.7")},
    "the-name-of-the-site": {"site.toml": str(TOLD["site.toml"]).replace("资料", "志")},
    "asked-for-no-more": {"site.toml": 'title = "平遥资料"\n' + ADDRESS},
    "the-title": {"topics/qingshi.md": "---\ntitle: 平遥\n---\n\n编者的话。\n"},
}


@drawn
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_an_edit_they_are_those_of_a_build_from_nothing(
    tmp_path: Path, edit: dict[str, str | bytes]
) -> None:
    content = write(tmp_path / "content", TOLD)
    built(content, tmp_path / "out")
    write(content, edit)
    warm = tree(built(content, tmp_path / "out").site)
    cold = tree(built(content, tmp_path / "clean").site)
    assert [path for path in warm.keys() | cold.keys() if warm.get(path) != cold.get(path)] == []
