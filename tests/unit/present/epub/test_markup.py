"""HTML of pages made fit for a book: where the signs of notes stand, what is left out or opened."""

from __future__ import annotations

import re

import pytest

from generator.present.epub.markup import adapt
from generator.present.epub.notes import Notes
from generator.present.views import Proof
from generator.present.views.books import NoteView

Q = '<span class="q" data-source="a.md">'
A = '<a href="articles/x/#s1">原文</a>'
OTHER = '<a href="articles/x/#s2">'


def note(url: str) -> NoteView | None:
    if not url.startswith("articles/x/#s"):
        return None
    return NoteView("题", "报", "2023-01-02", "第1版", f"句{url[-1]}。", Proof("a.md"), url)


def shown(html: str) -> str:
    """What a reader reads, [n] for a reference, without what is invisible."""
    written = adapt(html, Notes(note, ""))
    return re.sub(r"<[^>]*>|\u2060", "", written).strip()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(f'<p>{Q}甲</span></p><p class="at">{A}</p>', "甲[1]", id="behind-the-words"),
        pytest.param(
            f"<figure><p>“{Q}甲</span>”</p><figcaption>某人{A}</figcaption></figure>",
            "“甲”[1]某人",
            id="behind-the-quotation-mark",
        ),
        pytest.param(
            f'<ul><li>{Q}甲</span></li><li><span class="at">{A}</span>乙</li></ul>',
            "甲[1]乙",
            id="not-in-another-item",
        ),
        pytest.param(
            f'<p>{Q}甲</span> <span class="at">{OTHER}题</a></span></p>', "甲[1]", id="by-its-title"
        ),
        pytest.param(
            f'<p>{Q}甲</span> {A}<span class="aside">另见 {OTHER}2</a> 等，共 9 处</span></p>',
            "甲[1] 另见 [2] 等，共 9 处",
            id="other-places",
        ),
        pytest.param(
            f'<ul><li>{OTHER}{Q}甲</span></a><a class="n" href="articles/x/#s2">3</a></li></ul>',
            "甲3[1]",
            id="one-sign-for-words-and-number",
        ),
        pytest.param(
            f'<div class="group"><h3>名</h3><p class="at">{A}</p></div>',
            "名[1]",
            id="to-the-heading",
        ),
        pytest.param('见<a href="people/li/">李</a>。', "见李。", id="no-link-into-the-site"),
        pytest.param('<p>甲<img src="b.png" alt="一条渠"></p>', "甲〔图：一条渠〕", id="picture"),
        pytest.param('<svg aria-label="2020年 1 次"><rect/></svg>', "2020年 1 次", id="drawing"),
        pytest.param(
            '<a class="ref" href="#f" data-n="1"></a><p><span id="f"></span>注</p>', "1注", id="own"
        ),
        pytest.param(
            f"<details><summary>另有 1 处</summary><p>{Q}甲</span></p></details>",
            "另有 1 处甲",
            id="opened",
        ),
    ],
)
def test_what_a_reader_reads(html: str, expected: str) -> None:
    assert shown(html) == expected


def test_what_a_footnote_of_the_editor_leads_to_stays() -> None:
    written = adapt(
        '<p><a class="ref" href="#f" data-n="1"></a></p><p><span id="f"></span>注</p>',
        Notes(note, ""),
    )
    assert 'href="#f"' in written
    assert 'id="f"' in written
    assert "href" not in adapt('<p>见<a href="#none">此</a></p>', Notes(note, ""))


def test_one_note_for_a_sentence_that_leads_back_to_each_place() -> None:
    notes = Notes(note, "https://example.org/")
    adapt(f"<ul><li>{Q}甲</span>{A}</li><li>{Q}乙</span>{A}</li></ul>", notes)
    written = notes.html()
    assert notes.count == 1
    assert re.findall(r'href="#(r1[-0-9]*)"', written) == ["r1", "r1-2"]
    assert "句1。" in written
    assert '<a href="https://example.org/articles/x/#s1">《题》</a>，报' in written


def test_a_sentence_that_stands_whole_is_not_said_again() -> None:
    notes = Notes(note, "")
    adapt(f"<p>{Q}句1。</span>{A}</p>", notes)
    assert "句1。" not in notes.html()
    assert "《题》，报" in notes.html()


def test_a_wide_table_becomes_lists() -> None:
    html = (
        '<table class="plain even"><thead><tr><th>事</th><th>各方</th><th>地方</th></tr></thead>'
        "<tbody><tr><th>合作</th><td>甲、乙</td><td></td></tr>"
        f'<tr class="under"><td colspan="3">{Q}甲乙合作</span> {A}</td></tr></tbody></table>'
    )
    written = adapt(html, Notes(note, ""))
    assert "<table" not in written
    assert '<p class="name">合作</p><dl><div><dt>各方</dt><dd>甲、乙</dd></div></dl>' in written
    assert "地方" not in written


def test_amounts_stand_below_what_they_measure() -> None:
    html = (
        '<table class="amounts"><thead><tr><th>所计</th><th>时间</th></tr></thead><tbody>'
        '<tr><th scope="rowgroup" rowspan="2">产量</th><td>2022年</td></tr><tr><td>2023年</td></tr>'
        "</tbody></table>"
    )
    written = adapt(html, Notes(note, ""))
    assert '<tr><th scope="rowgroup" colspan="3">产量</th></tr><tr><td>2022年</td></tr>' in written
    assert "所计" not in written
