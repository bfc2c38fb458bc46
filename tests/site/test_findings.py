"""What texts say, from the rules to the page: whatever builds it, and as little as can be anew."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from generator.app import memory
from generator.weave.told import told
from tests.site.sites import SMALL, Files, built, page, texts, tree, write

NEWS = (
    "---\ntitle: 修渠\ndate: 2022-10-10\n---\n\n"
    "9月28日，青石县与山西农业大学签订合作协议，投资1200万元。\n\n"
    "青石县县委书记李卫东说：“水渠修好了，大家放心。”去年，青石县修渠103条。\n"
)
SITE: Files = {**SMALL, "articles/xiuqu.md": NEWS}
URL = "articles/xiuqu/"
LISTS = '//section[@aria-labelledby="told-h"]/details'


def listed(site: Path, url: str = URL) -> dict[str, list[str]]:
    """Title of each list -> the text of its entries."""
    found: dict[str, list[str]] = {}
    whole = page(site, url)
    for title in texts(whole, f"{LISTS}/summary/text()"):
        here = f'{LISTS}[summary/text()="{title}"]'
        count = int(texts(whole, f"{here}/summary/span/text()")[0])
        found[title] = [
            "".join(texts(whole, f"{here}/ul/li[{number}]//text()"))
            for number in range(1, count + 1)
        ]
        assert texts(whole, f"{here}/ul/li[{count + 1}]//text()") == []
    return found


def test_a_page_tells_what_the_text_says(tmp_path: Path) -> None:
    site = built(write(tmp_path / "content", SITE), tmp_path / "out").site
    lists = listed(site)
    assert lists["日期"][0].startswith("9月28日2022-09-28")
    assert "李卫东" in lists["人物"][0]
    assert any(it.startswith("1200万元") for it in lists["数字"])
    assert "“水渠修好了，大家放心。”" in lists["引语"][0]
    text = "".join(texts(page(site, URL), "//text()"))
    assert text.count("由程序从文中读出，未经编者核对") == 1
    anchors = set(texts(page(site, URL), "//@id"))
    for href in texts(page(site, URL), '//section[@aria-labelledby="told-h"]//@href'):
        assert href.startswith("../../") or href.removeprefix("#") in anchors


def test_a_text_that_says_nothing_has_no_section(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {"articles/a.md": "# 题\n\n好。\n"})
    site = built(content, tmp_path / "out").site
    assert texts(page(site, "articles/a/"), '//*[@id="told-h"]') == []


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_workers_changes_nothing(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write(tmp_path / "content", SITE)
    alone = built(content, tmp_path / "one", jobs=1).site
    monkeypatch.setattr(memory, "WORKERS_PAY", dict.fromkeys(memory.WORKERS_PAY, 1))
    assert tree(built(content, tmp_path / "many", jobs=jobs).site) == tree(alone)


def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many leaves of each kind are worked out from now on."""
    done: Counter[str] = Counter()
    run = memory.Memory.run

    def counting(self: memory.Memory, kind: str, leaf: Any, inputs: Any, *more: Any) -> Any:
        done[kind] += len(more[0])
        return run(self, kind, leaf, inputs, *more)

    monkeypatch.setattr(memory.Memory, "run", counting)
    return done


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(
            {"lexicon.txt": "海绵水渠 100 n\n"},
            {"findings": 4, "gather": 2},
            id="the-lexicon-undoes-nothing-else",
        ),
        pytest.param(
            {"articles/xiuqu.md": NEWS.replace("103条", "104条")},
            {"parse": 1, "findings": 1, "gather": 1, "search": 1},
            id="one-article",
        ),
        pytest.param({"topics/shuili.md": "---\ntitle: 水利专题\nterms: [水渠]\n---\n\n新。\n"},
                     {"topic": 1}, id="a-topic"),
        pytest.param({"site.toml": 'title = "新站"\n'}, {}, id="the-site"),
    ],
)  # fmt: skip
def test_only_what_an_edit_touches_is_read_anew(
    edit: Files, expected: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write(tmp_path / "content", SITE)
    built(content, tmp_path / "out")
    write(content, edit)
    done = counted(monkeypatch)
    warm = tree(built(content, tmp_path / "out").site)
    shown = {"render", "facts", "media", "build", "held"}
    assert {kind: number for kind, number in done.items() if kind not in shown} == expected
    assert warm == tree(built(content, tmp_path / "cold").site)


def test_an_article_of_several_pages_is_read_as_one(tmp_path: Path) -> None:
    files = {
        "pages/p1.txt": "李卫东的话\n\n青石县县委书记李卫东2022年9月\n",
        "pages/p1.review.toml": (
            '[page]\ndate = 2022-10-09\n\n[[articles]]\nslug = "a"\ntitle = ["1 李卫东"]\n'
            'body = ["3 青石县"]\n'
        ),
        "pages/p2.txt": "28日说：“水渠修好了，大家放心。”\n",
        "pages/p2.review.toml": (
            '[page]\ndate = 2022-10-09\n\n[[articles]]\nslug = "b"\nbody = ["1 28日"]\n\n'
            '[[jumps]]\nline = "1 28日"\ncontinues = "a"\ninside = true\n'
        ),
    }
    site = built(write(tmp_path / "content", files), tmp_path / "out").site
    assert listed(site, "articles/a/")["日期"][0].startswith("2022年9月28日2022-09-28")
    assert listed(site, "articles/a/")["引语"][0].startswith("李卫东")


def test_findings_of_another_number_of_articles_are_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="2 articles for 0"):
        told((), (b"", b""))
