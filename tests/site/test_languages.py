"""An interface in another language than the texts: each text says which it is in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree, html

from tests.site.sites import SMALL, built, page, write

_HAN = re.compile("[\u3400-\u9fff]")


def unmarked(element: etree._Element, spoken: str) -> list[str]:
    """Chinese that is told to be in another language; a title can hold no element."""
    if not isinstance(element.tag, str) or element.tag in ("script", "title", "desc"):
        return []
    spoken = element.get("lang", spoken)
    own = [element.text or "", *(it.tail or "" for it in element)]
    found = [] if spoken.startswith("zh") else [it for it in own if _HAN.search(it)]
    return [*found, *(words for it in element for words in unmarked(it, spoken))]


@pytest.mark.parametrize(
    ("interface", "language", "topics"),
    [("en", "en", "Topics"), ("zh-Hant", "zh-Hant", "專題"), ("", "zh-Hans", "专题")],
)
def test_the_interface_speaks_as_the_site_says(
    interface: str, language: str, topics: str, tmp_path: Path
) -> None:
    settings = f'title = "小站"\ninterface = "{interface}"\n'
    content = write(tmp_path / "content", {**SMALL, "site.toml": settings})
    site = built(content, tmp_path / "build").site
    home = page(site, "")
    assert home.get("lang") == language
    assert home.xpath("//nav//a[contains(@href, 'topics/')]")[0].text == topics


def test_in_an_english_interface_every_chinese_text_says_so(tmp_path: Path) -> None:
    settings = 'title = "小站"\ninterface = "en"\n'
    content = write(tmp_path / "content", {**SMALL, "site.toml": settings})
    site = built(content, tmp_path / "build").site
    for path in sorted(site.rglob("*.html")):
        assert unmarked(html.fromstring(path.read_bytes()), "en") == [], path
