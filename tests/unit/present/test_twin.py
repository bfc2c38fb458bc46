"""Simplified words -> traditional: by phrases, names in their own way."""

from __future__ import annotations

import pytest

pytest.importorskip("opencc")

from generator.check.scripts import one_script
from generator.present.twin.page import converted
from generator.present.twin.script import Script, traditional_name

PHRASES = [
    ("头发和发展", "頭髮和發展"),
    ("干部干净", "幹部乾淨"),
    ("皇后以后", "皇后以後"),
    ("里程、公里和里面", "里程、公里和裡面"),
    ("系统联系", "系統聯繫"),
    ("GDP 5%", "GDP 5%"),
    ("仿佛坐标", "彷彿座標"),
    ("想象家具", "想像傢俱"),
    ("一位车夫", "一位車伕"),
]


@pytest.mark.parametrize(("written", "expected"), PHRASES)
def test_phrases_decide_between_characters(written: str, expected: str) -> None:
    assert Script((), {})(written) == expected
    assert one_script(expected) == one_script(written)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("于谦", "于謙"),
        ("范仲淹", "范仲淹"),
        ("岳云", "岳云"),
        ("姜后里", "姜后里"),
        ("叶发", "葉發"),
        ("张干", "張干"),
    ],
)
def test_a_persons_name_goes_character_by_character(name: str, expected: str) -> None:
    assert traditional_name(name) == expected
    assert Script([name], {})(f"{name}说") == f"{expected}說"


def test_a_site_says_how_a_name_is_written() -> None:
    assert Script((), {"后里": "后里", "丰子": "豐子"})("去后里见丰子") == "去后里見豐子"


def test_a_page_keeps_all_but_its_words() -> None:
    page = (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<a class="里" id="发" href="../people/fa/" '
        'title="头发">张干</a><img src="../media/发.png" alt="头发"><p data-source="发.md">干部张干</p>'
        '<script type="application/ld+json">{"name":"头发"}</script>'
    )
    assert converted(page, "zh-Hant/a/b/index.html") == (
        '<!DOCTYPE html>\n<html lang="zh-Hant" data-converted="zh-Hans" data-twin="zh-Hant/">\n'
        '<a class="里" id="发" href="../people/fa/" title="頭髮">張干</a>'
        '<img src="../../media/发.png" alt="頭髮">'
        '<p data-converted="zh-Hans" data-source="发.md">幹部張干</p>'
        '<script type="application/ld+json">{"name":"頭髮"}</script>'
    )
