"""Under which keys a title or a name is looked up."""

from __future__ import annotations

import pytest

from generator.search.sounds import keys
from generator.text.slug import Reading

KEYS: dict[str, tuple[str, list[str]]] = {
    "plain": ("两江新区", ["=两江新区", "~liangjiangxinqu", "~ljxq"]),
    "signs": ("《史记》 第1卷", ["=史记第1卷", "~shijidi1juan", "~sjd1j"]),
    "latin-first": ("A4纸", ["=a4纸", "~a4zhi", "~a4z"]),
    "latin-inside": ("卡拉OK厅", ["=卡拉ok厅", "~kalaokting", "~klokt", "~qialaokting", "~qlokt"]),
    "full-width": ("ＩＴ业", ["=it业", "~itye", "~ity"]),
    "number": ("3.5万亩", ["=35万亩", "~35wanmu", "~35wm"]),
    "latin-only": ("GDP", ["=gdp"]),
    "accent": ("café馆", ["=cafe馆", "~cafeguan", "~cafeg"]),
    "umlaut": ("绿洲", ["=绿洲", "~lvzhou", "~luzhou", "~lz"]),
    "umlaut-both": ("女排", ["=女排", "~nvpai", "~nupai", "~np"]),
    "phrase": ("重庆", ["=重庆", "~chongqing", "~cq", "~zhongqing", "~zq"]),
    "place": ("六安", ["=六安", "~luan", "~la", "~liuan"]),
    "traditional": ("臺灣", ["=台湾", "~taiwan", "~tw"]),
    "two-in-one": ("乾隆", ["=干隆", "~qianlong", "~ql", "~ganlong", "~gl"]),
    "kana": ("のり酢", ["=のり酢", "~cu", "~c"]),
    "without-brackets": ("西山 (太原)", ["=西山太原", "=西山", "~xishan", "~xs"]),
    "brackets-only": ("（附）", ["=附", "~fu", "~f"]),
    "signs-only": ("……", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("name", "expected"), KEYS.values(), ids=KEYS)
def test_keys(name: str, expected: list[str]) -> None:
    assert set(expected) <= set(keys((name,)))
    assert keys((name,))[: 1 if expected else 0] == tuple(expected[:1])


def test_the_likeliest_reading_comes_first() -> None:
    assert keys(("重要",))[1] == "~zhongyao"
    assert keys(("重庆",))[1] == "~chongqing"
    assert keys(("曾国藩",), Reading.PERSON)[1] == "~zengguofan"
    assert "~cengguofan" in keys(("曾国藩",), Reading.PERSON)


def test_aliases_have_keys_too_and_none_comes_twice() -> None:
    found = keys(("山西农业大学", "山西农大", "山西农业大学"))
    assert {"~sxnydx", "~sxnd", "=山西农大"} <= set(found)
    assert len(set(found)) == len(found)


def test_a_long_title_is_cut_and_its_spellings_are_few() -> None:
    found = keys(("行长重" * 40,))
    assert max(map(len, found)) == 41
    assert len(found) < 25
