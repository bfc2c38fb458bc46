"""A page that says what its source does not is found, whichever of both was changed."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.check.facts import page_facts
from generator.check.grounding import check_grounding, lost_words
from generator.check.sources import SourceTexts
from generator.model.problem import Level

_HEAD = '<!DOCTYPE html><html lang="zh-Hans"><head><title>页</title></head><body>'

PAGE = """加快建设高质量发展引领区\r
\r
场前景广的产业项目近
\r面先后落户两江新区,这是最新成果。
尾行"""


def codes(body: str, sources: dict[str, bytes | str]) -> list[str]:
    data = {
        path: text.encode() if isinstance(text, str) else text for path, text in sources.items()
    }
    facts = page_facts(f"{_HEAD}{body}</body></html>".encode())
    assert facts.faults == ()
    return [item.code for item in check_grounding("x/index.html", facts, SourceTexts(data.get))]


def quote(text: str, pieces: str, repairs: object = None) -> str:
    edits = f' data-repairs="{html.escape(json.dumps(repairs))}"' if repairs is not None else ""
    return (
        f'<p data-source="pages/a.txt" data-pieces="{html.escape(pieces)}"{edits}>'
        f"{html.escape(text, quote=False)}</p>"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(quote("产业项目近面先后", "3:5-10 5:0-3"), [], id="joined"),
        pytest.param(
            quote("产业项目近面先后", "3:5-10 5:0-4"), ["proof-text-differs"], id="one-more"
        ),
        pytest.param(
            quote("产业项目近面先後", "3:5-10 5:0-3"), ["proof-text-differs"], id="one-other"
        ),
        pytest.param(
            quote("产业项目近 面先后", "3:5-10 5:0-3"), ["proof-text-differs"], id="a-blank"
        ),
        pytest.param(
            quote("产业项目近面先后", "3:5-10 6:0-2"), ["proof-text-differs"], id="other-line"
        ),
        pytest.param(
            quote("产业项目近面先后", "3:5-10 9:0-3"), ["proof-pieces-outside"], id="no-line"
        ),
        pytest.param(quote("产业项目近", "3:5-11"), ["proof-pieces-outside"], id="beyond-line-end"),
        pytest.param(quote("产业", "3:5-7,"), ["proof-pieces-malformed"], id="malformed"),
        pytest.param(quote("产业", "0:5-7"), ["proof-pieces-malformed"], id="line-zero"),
        pytest.param(quote("产业", "3:7-5"), ["proof-pieces-malformed"], id="backwards"),
        pytest.param(quote("项目近项目近", "3:7-10 3:7-10"), ["proof-pieces-overlap"], id="twice"),
        pytest.param(quote("场前先后", "3:0-2 5:1-3"), ["proof-seam"], id="joined-inside-lines"),
        pytest.param(
            quote("新区，这", "5:8-11", [[2, 3, "，"]]), ["proof-text-differs"], id="shifted"
        ),
        pytest.param(quote("新区，这", "5:7-11", [[2, 3, "，"]]), [], id="repaired"),
        pytest.param(
            quote("新区,这", "5:7-11", [[2, 3, "，"]]),
            ["proof-text-differs"],
            id="repair-declared-not-shown",
        ),
        pytest.param(quote("新区，这", "5:7-11"), ["proof-text-differs"], id="repair-not-declared"),
        pytest.param(quote("新区这", "5:7-11", [[2, 3, ""]]), [], id="taken-out"),
        pytest.param(
            quote("新区，这", "5:7-11", [[2, 3, "，"], [1, 2, "区"]]),
            ["proof-repairs-malformed"],
            id="repairs-out-of-order",
        ),
        pytest.param(
            quote("新区，这", "5:7-11", [[2, 3, "，"], [4, 5, ""]]),
            ["proof-repairs-malformed"],
            id="repair-beyond-the-text",
        ),
        pytest.param(
            quote("新区，这", "5:7-11", [[2, 3]]), ["proof-repairs-malformed"], id="no-text"
        ),
        pytest.param(
            quote("新区，这", "5:7-11", {"2": "，"}), ["proof-repairs-malformed"], id="no-list"
        ),
        pytest.param(
            quote("新区还没有最后建成,这", "5:7-11", [[2, 2, "还没有最后建成"]]),
            ["proof-repair-large"],
            id="more-than-a-misprint",
        ),
        pytest.param(
            '<p data-source="pages/a.txt">尾行</p>', ["proof-pieces-missing"], id="no-pieces"
        ),
        pytest.param(
            '<p data-source="pages/b.txt" data-pieces="1:0-1">尾</p>',
            ["proof-source-missing"],
            id="no-such-source",
        ),
        pytest.param(
            '<p data-source="pages/a.txt" data-pieces="6:0-2 pages/c d.txt#1:0-2">尾行续行</p>',
            [],
            id="over-two-pages",
        ),
    ],
)
def test_pieces_of_a_newspaper_page(body: str, expected: list[str]) -> None:
    assert codes(body, {"pages/a.txt": PAGE, "pages/c d.txt": "续行"}) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_of_the_source_does_not_matter(encoding: str) -> None:
    text = "两江新区着力打造产业发展、科技创新、改革开放的新的国家平台。\n" * 5
    body = quote("两江新区着力", "2:0-6")
    assert codes(body, {"pages/a.txt": text.encode(encoding)}) == []
    assert codes(body, {"pages/a.txt": text.replace("着力", "努力").encode(encoding)}) != []


def test_large_repairs_warn_and_do_not_stop_the_build() -> None:
    facts = page_facts(
        (_HEAD + quote("新区还没有最后建成,这", "5:7-11", [[2, 2, "还没有最后建成"]])).encode()
    )
    (found,) = check_grounding("x.html", facts, SourceTexts({"pages/a.txt": PAGE.encode()}.get))
    assert found.level is Level.WARNING


_chars = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp"))
_lines = st.lists(st.text(_chars, min_size=1, max_size=12), min_size=1, max_size=8)


@st.composite
def _proofs(draw: st.DrawFn) -> tuple[list[str], list[int], list[tuple[int, int, str]], str]:
    """Lines; which of them are joined, in what order; edits; the text to show."""
    lines = draw(_lines)
    order = draw(st.permutations(range(len(lines))))[: draw(st.integers(1, len(lines)))]
    original = "".join(lines[number] for number in order)
    cuts = sorted(draw(st.sets(st.integers(0, len(original)), max_size=6)))
    edits = [
        (start, end, draw(st.text(_chars, max_size=3)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    shown, position = "", 0
    for start, end, text in edits:
        shown += original[position:start] + text
        position = end
    return lines, order, edits, shown + original[position:]


def _page(lines: list[str], order: list[int], edits: list[tuple[int, int, str]], shown: str) -> str:
    pieces = " ".join(f"{number + 1}:0-{len(lines[number])}" for number in order)
    return quote(shown, pieces, edits)


def _errors(body: str, lines: list[str]) -> list[str]:
    return [
        code
        for code in codes(body, {"pages/a.txt": "\n".join(lines)})
        if code != "proof-repair-large"
    ]


@given(_proofs())
def test_what_was_put_together_rightly_passes(
    proof: tuple[list[str], list[int], list[tuple[int, int, str]], str],
) -> None:
    assume(proof[3])
    assert _errors(_page(*proof), proof[0]) == []


@given(_proofs(), st.data())
def test_one_changed_character_of_the_page_is_found(
    proof: tuple[list[str], list[int], list[tuple[int, int, str]], str], data: st.DataObject
) -> None:
    lines, order, edits, shown = proof
    assume(shown)
    at = data.draw(st.integers(0, len(shown) - 1))
    other = data.draw(_chars | st.just(""))
    assume(other != shown[at])
    page = _page(lines, order, edits, shown[:at] + other + shown[at + 1 :])
    assert "proof-text-differs" in _errors(page, lines)


@given(_proofs(), st.data())
def test_one_changed_character_of_the_source_is_found(
    proof: tuple[list[str], list[int], list[tuple[int, int, str]], str], data: st.DataObject
) -> None:
    lines, order, edits, shown = proof
    assume(shown)
    places = [(number, at) for number in order for at in range(len(lines[number]))]
    index = data.draw(st.integers(0, len(places) - 1))
    # What a repair takes out is not shown, so it cannot be held against the source.
    assume(not any(start <= index < end for start, end, _ in edits))
    number, at = places[index]
    other = data.draw(_chars)
    assume(other != lines[number][at])
    changed = list(lines)
    changed[number] = lines[number][:at] + other + lines[number][at + 1 :]
    assert "proof-text-differs" in _errors(_page(lines, order, edits, shown), changed)


MARKDOWN = """---
title: 前言
---
# 第一章 总论 #

两江新区**全面**开启[二次创业](../b.md "注")，投资额 *77.8*
亿元，增长 10%、约 10~20 户；`a*b` 与 3*4、a_b。
&ldquo;升级版&rdquo;\\*见注\\*，<b>产业</b>。![图](x.png)

> 引文一行。

- 条目一
- 条目二 <https://example.org/a_b>
1. 第一

| 年份 | 数值 |
|------|-----:|
| 2021 | 12 |
| 2022 | 34 |

```
# 代码 **不变**
```
"""

GOOD = [
    "两江新区全面开启二次创业，投资额 77.8亿元，增长 10%、约 10~20 户；",
    "a*b 与 3*4、a_b。",
    "“升级版”*见注*，产业。",
    "第一章 总论",
    "引文一行。",
    "条目二 https://example.org/a_b",
    "第一",
    "# 代码 **不变**",
]


def bare(text: str) -> str:
    return f'<p data-source="articles/a.md">{html.escape(text, quote=False)}</p>'


@pytest.mark.parametrize("text", GOOD)
def test_a_quotation_of_markdown_passes(text: str) -> None:
    assert codes(bare(text), {"articles/a.md": MARKDOWN}) == []
    assert codes(bare(text), {"articles/a.md": MARKDOWN.replace("\n", "\r\n")}) == []


@pytest.mark.parametrize("text", GOOD)
def test_any_other_character_of_it_is_found(text: str) -> None:
    inner = text.strip("*")
    for at, char in enumerate(text):
        if char in "*_ []`":
            continue
        for other in ("", "〇", "。" if char != "。" else "，"):
            changed = text[:at] + other + text[at + 1 :]
            if other == "" and char in (inner[0], inner[-1]):
                continue  # a shorter quotation is a quotation still
            assert codes(bare(changed), {"articles/a.md": MARKDOWN}) == ["proof-quote-missing"], (
                changed
            )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("约 1020 户", id="range-sign-lost"),
        pytest.param("34、a_b", id="times-sign-lost"),
        pytest.param("202112", id="two-cells-run-together"),
        pytest.param("前言", id="front-matter-is-no-text"),
        pytest.param("全面开启两江新区", id="turned-round"),
    ],
)
def test_what_the_file_does_not_say_is_found(text: str) -> None:
    assert codes(bare(text), {"articles/a.md": MARKDOWN}) == ["proof-quote-missing"]


def test_a_whole_article_is_held_against_its_file_block_by_block() -> None:
    good = (
        "<h2>第一章 总论</h2><p>引文一行。</p><ul><li>条目一</li></ul>"
        "<table><tr><td>12</td></tr></table>"
    )
    body = f'<article data-source="articles/a.md"><div class="prose">{good}</div></article>'
    assert codes(body, {"articles/a.md": MARKDOWN}) == []
    wrong = body.replace("引文一行", "引文二行")
    assert codes(wrong, {"articles/a.md": MARKDOWN}) == ["proof-quote-missing"]


def test_an_empty_quotation_proves_nothing() -> None:
    assert codes(bare(""), {"articles/a.md": MARKDOWN}) == ["proof-empty"]
    assert codes(bare(""), {"articles/a.md": "---\ntitle: 空\n---\n"}) == []


@pytest.mark.parametrize(
    ("source", "shown", "expected"),
    [
        pytest.param("脚注[^1]。\n\n[^1]: 注文。\n", "脚注。", [], id="a sign with its note"),
        pytest.param("脚注[^1]。\n\n[^1]: 注文。\n", "注文。", [], id="the note itself"),
        pytest.param("脚注[^无]。\n", "脚注[^无]。", [], id="a sign without a note is text"),
        pytest.param(
            "脚注[^1]。\n\n[^1]: 注文。\n", "注语。", ["proof-quote-missing"], id="another note"
        ),
    ],
)
def test_footnotes_are_undone(source: str, shown: str, expected: list[str]) -> None:
    body = f'<p><q data-source="articles/a.md">{shown}</q></p>'
    assert codes(body, {"articles/a.md": source}) == expected


@pytest.mark.parametrize(
    ("written", "texts", "lost"),
    [
        pytest.param("甲**乙**丙", ["甲乙丙"], "", id="syntax-undone"),
        pytest.param("甲**乙**丙", ["甲**乙**丙"], "", id="as-written"),
        pytest.param("- 甲\n- 乙", ["甲", "", "乙"], "", id="several"),
        pytest.param("甲乙丙", ["甲乙丁"], "甲乙丁", id="another-sign"),
        pytest.param("甲\n\n乙", ["乙", "10"], "10", id="not-there"),
        pytest.param("ab\x0ccd", ["abcd"], "", id="what-no-page-may-hold"),
        pytest.param("甲", [], "…", id="all-of-it"),
        pytest.param("# 题\n", [], "", id="nothing-but-a-title"),
    ],
)
def test_what_an_article_lost_of_its_file_is_told(
    written: str, texts: list[str], lost: str
) -> None:
    assert lost_words(f"---\ntitle: 题\n---\n{written}".encode(), texts) == lost
