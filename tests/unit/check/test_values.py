"""What a page states of quoted words is read once more from them."""

from __future__ import annotations

import pytest

from generator.check.facts import page_facts

PAGE = '<!DOCTYPE html><html lang="zh-Hans"><head><title>页</title></head><body>{}</body></html>'
QUOTED = '<span class="q" data-source="pages/a.txt" data-pieces="1:0-4">{}</span>'


def faults(html: str) -> list[str]:
    facts = page_facts(PAGE.format(html).encode())
    assert facts.values == 1
    return [code for code, _ in facts.faults]


def amount(words: str, value: str) -> str:
    return f'<data value="{value}" data-unit="元">{QUOTED.format(words)}</data>'


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("77.8亿元", "7780000000"),
        ("7000家以上", "7000"),
        ("4.5%", "4.5"),
        ("240万辆", "2400000"),
        ("200余家", "200"),
        ("３．５万人", "35000"),
        ("1,200万人", "12000000"),
        ("29 800平方公里", "29800"),
        ("两千三百多万", "23000000"),
        ("十五个", "15"),
        ("二十余项", "20"),
        ("一百二十万元", "1200000"),
        ("3—5万", "30000/50000"),
        ("三五百人", "300/500"),
        ("两成", "20"),
        ("三分之一", "0.333333333"),
        ("百分之六点五", "6.5"),
        ("半数", "0.5"),
        ("三年半", "3.5"),
        ("1.2万亿斤", "1200000000000"),
        ("-2.3%", "-2.3"),
        ("零下5摄氏度", "-5"),
        ("几十万人", "100000"),
        ("55.12万千瓦", "551200"),
        ("42.07亿千瓦时", "4207000000"),
        ("3百分点", "3"),
        ("翻了两番", "4"),
        ("翻一番", "2"),
        ("1万6千多户", "16000"),
        ("2万5千公里", "25000"),
        ("1亿4千多万人次", "140000000"),
        ("3万2千多亿元", "3200000000000"),
        ("一亿二千万元", "120000000"),
        ("3/4", "0.75"),
        ("十几亿人口", "1100000000/1900000000"),
        ("几百人", "200/900"),
        ("三五家", "3/5"),
        ("百万千瓦", "1000000"),
        ("二十几位", "21/29"),
        ("一百几十人", "110/190"),
        ("十三四岁", "13/14"),
        ("二十五六个", "25/26"),
        ("2小时47分", "2.7833"),
        ("1个小时半", "1.5"),
        ("二万千瓦", "20000"),
        ("四千瓦时", "4"),
        ("９９分之９", "0.090909091"),
        ("７成", "70"),
    ],
    ids=lambda it: it,
)
def test_an_amount_that_the_words_hold_is_right(words: str, value: str) -> None:
    assert faults(amount(words, value)) == []


@pytest.mark.parametrize(
    ("words", "value", "code"),
    [
        ("77.8亿元", "778000000", "value-differs"),
        ("7000家以上", "700", "value-differs"),
        ("1,234台", "1", "value-differs"),
        ("1点5倍", "1", "value-differs"),
        ("4.5%", "45", "value-differs"),
        ("3—5万", "30000/60000", "value-differs"),
        ("多家", "1", "value-differs"),
        ("二十几位", "31", "value-differs"),
        ("77.8亿元", "很多", "value-malformed"),
    ],
    ids=lambda it: it,
)
def test_an_amount_that_the_words_do_not_hold_is_wrong(words: str, value: str, code: str) -> None:
    assert faults(amount(words, value)) == [code]


def date(words: str, edtf: str, published: str = "2022-10-10") -> str:
    return f'<span data-edtf="{edtf}" data-published="{published}">{QUOTED.format(words)}</span>'


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2022年9月17日", "2022-09-17"),
        ("9月17日", "2022-09-17"),
        ("去年6月", "2021-06"),
        ("2018年底", "2018-12~"),
        ("2023年3月２4日", "2023-03-24"),
        ("２０２３年１1月", "2023-11"),
        ("二〇二三年四季度", "2023-36"),
        ("二十二日", "2022-09-22"),
        ("2022—2025年", "2022/2025"),
        ("今年以来", "2022/.."),
        ("近三年", "2019/2022"),
        ("1943年春", "1943-21"),
        ("9月28日", "XXXX-09-28"),
        ("1至8月", "2022-01/2022-08"),
        ("9月17日至22日", "2022-09-17/2022-09-22"),
        ("6—8日", "2022-10-06/2022-10-08"),
        ("2020—25年", "2020/2025"),
        ("1970年代", "197X"),
        ("公元前2000年", "-1999"),
        ("4月20日（公历6月8日）", "1651-06-08"),
        ("前三季度", "2022-01/2022-09"),
        ("2022年前八月", "2022-01/2022-08"),
        ("2022年9月17－22日", "2022-09-17/2022-09-22"),
        ("3月28日至1985年", "1984-03-28/1985"),
        ("2003年以后的十年", "2003/2013"),
        ("农历2022年腊月", "2023-01"),
        ("2022年3月至次年2月", "2022-03/2023-02"),
    ],
    ids=lambda it: it,
)
def test_a_date_that_follows_from_the_words_is_right(words: str, edtf: str) -> None:
    assert faults(date(words, edtf)) == []


@pytest.mark.parametrize(
    ("words", "edtf", "code"),
    [
        ("2022年9月17日", "2021-09-17", "date-differs"),
        ("9月17日", "2022-08-17", "date-differs"),
        ("9月17日", "2022-09-18", "date-differs"),
        ("去年6月", "2022-06", "date-differs"),
        ("1至8月", "2022-02/2022-08", "date-differs"),
        ("2021年", "2012", "date-differs"),
        ("1970年代", "198X", "date-differs"),
        ("去年6月", "某年", "date-malformed"),
    ],
    ids=lambda it: it,
)
def test_a_date_that_does_not_is_wrong(words: str, edtf: str, code: str) -> None:
    assert faults(date(words, edtf)) == [code]


@pytest.mark.parametrize(
    ("words", "edtf", "published", "wrong"),
    [
        pytest.param("大前年", "1995", "1998-03-01", [], id="three-years-before"),
        pytest.param("大前年", "1996", "1998-03-01", ["date-differs"], id="not-two"),
        pytest.param("上一年", "1997", "1998-03-01", [], id="the-year-before"),
        pytest.param("今年", "1997", "1998-01-01", [], id="a-report-of-december"),
        pytest.param("明年6月", "1998-06", "1998-01-01", [], id="its-next-year-has-come"),
        pytest.param("今年", "1998", "1998-01-01", [], id="of-january-itself"),
        pytest.param(
            "今年9月到来年7月", "1998-09/1999-07", "1998-01-01", [], id="an-end-not-named"
        ),
        pytest.param("今年", "1996", "1998-01-01", ["date-differs"], id="no-report-is-so-old"),
        pytest.param("今年", "1997", "1998-03-01", ["date-differs"], id="not-in-march"),
        pytest.param("今年", "1997", "1998", ["date-differs"], id="no-month-known"),
    ],
)
def test_a_year_counts_from_the_day_of_the_report(
    words: str, edtf: str, published: str, wrong: list[str]
) -> None:
    assert faults(date(words, edtf, published)) == wrong


def test_what_an_editor_put_right_is_the_editors() -> None:
    html = f'<data value="5" data-by="editor">{QUOTED.format("四家")}</data>'
    assert faults(html) == []


def test_a_datetime_is_held_against_the_words_too() -> None:
    html = f'<time datetime="2022-09-18">{QUOTED.format("9月17日")}</time>'
    assert faults(html) == ["date-differs"]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param('<time datetime="{}">{}</time>', id="time"),
        pytest.param('<time datetime="{}" data-published="2022-10-10">{}</time>', id="published"),
        pytest.param('<span data-edtf="{}" data-published="2022-10-10">{}</span>', id="span"),
        pytest.param('<time class="d" datetime="{}">{}</time>', id="another-attribute"),
        pytest.param("<time datetime='{}'>{}</time>", id="single-quotes"),
        pytest.param('<b data-edtf="{}"><i>{}</i></b>', id="other-elements"),
        pytest.param('<span id="a" data-edtf="{}">{}</span>', id="id-first"),
    ],
)
def test_a_date_is_judged_however_it_is_written(written: str) -> None:
    assert faults(written.format("2022-10-10", "2022年10月10日")) == []
    assert faults(written.format("2022-10-11", "2022年10月10日")) == ["date-differs"]
    assert faults(written.format("22", "2022年10月10日")) == ["date-malformed"]
