"""Files of data made of parts: whatever order or share of them is asked for, the same bytes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.present.data.files import data_files
from generator.present.data.settings import DataSettings, Format
from generator.present.data.site_records import SiteRecords
from generator.present.views import DataFile
from tests.unit.weave.stated import stated

TOLD = """文 2022-10-10
海风集团在北河县新建水渠49条。
机构 海风集团
地 北河县
数 49条=49条 | 水渠 | fact | 2022-10-10 stated | 海风集团
文 2022-10-12
北河县印发《水渠办法》。
地 北河县
文件 水渠办法 | 北河县
文 2022-10-13
海风集团与北河县签约。
机构 海风集团
地 北河县
事件 签约 | 海风集团、北河县 | 协议 | 2022-10-13
"""
EVERY: tuple[Format, ...] = ("jsonl", "csv", "sqlite")


def files(formats: tuple[Format, ...] = EVERY) -> dict[str, DataFile]:
    knowledge = stated(TOLD)
    urls = tuple(f"articles/{it.article.id}/" for it in knowledge.readings)
    whole = replace(knowledge, article_urls=urls, article_topics=((),) * len(urls))
    made = data_files(whole, "网站", "", DataSettings(formats), lambda it: bytes([it]))
    return {it.path: it for it in made if it.parts}


def parts(file: DataFile) -> list[tuple[bytes, bytes]]:
    return [(bytes(it.data), it.note) for it in map(file.make, range(len(file.parts)))]


def test_the_rows_of_an_article_are_made_once_for_all_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    rows = SiteRecords.rows

    def counted(records: SiteRecords, index: int) -> object:
        asked.append(index)
        return rows(records, index)

    monkeypatch.setattr(SiteRecords, "rows", counted)
    made = {path: parts(it) for path, it in files().items()}
    assert len(made) == 4
    assert sorted(asked) == [0, 1, 2]


@pytest.mark.parametrize("path", files())
def test_a_file_of_which_alone_parts_are_missing_is_made_the_same(path: str) -> None:
    together = {path: parts(it) for path, it in files().items()}
    assert parts(files()[path]) == together[path]


@pytest.mark.parametrize(
    "formats", [("jsonl",), ("csv",), ("sqlite",), ("csv", "sqlite")], ids=" ".join
)
def test_formats_that_are_not_wanted_change_nothing_in_the_others(
    formats: tuple[Format, ...],
) -> None:
    together = {path: parts(it) for path, it in files().items()}
    wanted = files(formats)
    assert {path: parts(it) for path, it in wanted.items()} == {it: together[it] for it in wanted}
