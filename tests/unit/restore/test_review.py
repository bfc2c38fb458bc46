"""`jingwei review`: what it writes for an editor, and that the editor's words are never touched."""

from __future__ import annotations

import hashlib
import itertools
import re
import tomllib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.forms.marks import credited, mark_of, marked_tables
from generator.forms.review import JumpForm, ReviewForm
from generator.forms.toml_text import read_toml
from generator.model.source import PageFiles, SourceFile
from generator.restore import solve
from generator.restore.lines import LineFinder
from generator.restore.page_file import RestoredPage, restore_page
from generator.restore.review import Scope, review, survey
from generator.restore.table_text import TableText
from tests.unit.restore import stand_in

PAGE = """修渠的人

老支书林大有站在修好的渠边，

看着清水一股一股流进自

家的稻田，今年一定丰收。

全县清淤修渠一百零三条。

引修渠先修账本，笔笔有人签字。

无关的一行广告，电话三三三。

图书馆夜校

夜里七点，县图书馆二楼的灯亮着。

疑这一段从哪里来谁也说不清楚。

下一步还要怎样，农技站站长说，下文缺
"""
PATH = "pages/p.txt"
REVIEW = "pages/p.review.toml"


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solve, "solve", stand_in.solve)


def source(path: str, data: bytes) -> SourceFile:
    return SourceFile(path, data, hashlib.sha256(data).hexdigest())


def files(text: str | bytes | None, page: str = PAGE) -> PageFiles:
    data = text.encode() if isinstance(text, str) else text
    reviewed = source(REVIEW, data) if data is not None else None
    return PageFiles(source(PATH, page.encode()), reviewed)


def after(text: str | bytes | None, scope: Scope = Scope.REST, page: str = PAGE) -> str:
    """The file once it was reviewed."""
    done = review(files(text, page), scope)
    assert not [it for it in done.problems if it.code == "line-missing"], done.problems
    if done.data is None:
        assert text is not None
        return text.decode() if isinstance(text, bytes) else text
    return done.data.decode()


def form_of(text: str) -> ReviewForm:
    form, problems = read_toml(text, ReviewForm, REVIEW)
    assert form is not None, problems
    return credited(form, text)


def built(text: str | None, page: str = PAGE) -> RestoredPage:
    return restore_page(files(text, page))


def orders(done: RestoredPage) -> list[list[list[int]]]:
    """Articles -> paragraphs -> lines."""
    assert done.restored is not None, done.problems
    return [
        [
            sorted({it.line for it in block.segments}, key=[s.line for s in block.segments].index)
            for block in article.blocks
            if block.segments
        ]
        for article in done.restored.articles
    ]


NEW = """
[[questions]]
# …看着清水一股一股流进自 | 下面接哪一行？
#   7 | 家的稻田，今年一定丰收。…  0.60  句子未完
#   5 | 看着清水一股一股流进自…  0.05
#   … | 下文不在这一页  0.20
tail = "5 看着清水一股一股流进自"
heads = [
  "7 家的稻田，今年一定丰收。",
  "5 看着清水一股一股流进自",
]
p = [0.6, 0.05]
missing = 0.2
by = "auto"
answer = ""
mark = "d626117abd64"

[[articles]]
slug = "xiu-qu-de-ren-f22c"
title = ["1 修渠的人"]
body = [
  "3 老支书林大有站在修好的渠",
  "+ 5 看着清水一股一股流进自",
  "7 家的稻田，今年一定丰收。",
  "9 全县清淤修渠一百零三条。",
]
by = "auto"
mark = "161b699a7230"

[[articles]]
slug = "tu-shu-guan-ye-xiao-e2f0"
title = ["15 图书馆夜校"]
body = [
  "17 夜里七点，县图书馆二楼的",
  "19 疑这一段从哪里来谁也说不",
  "21 下一步还要怎样，农技站站",
  "…",
]
unsure = [
  { line = "19 疑这一段从哪里来谁也说不", p = 0.7 },
]
by = "auto"
mark = "296f981c89dc"

[[joins]]
# …老支书林大有站在修好的渠边， | 看着清水一股一股流进自…
tail = "3 老支书林大有站在修好的渠"
head = "5 看着清水一股一股流进自"
p = 0.995
ground = "句子未完"
by = "auto"
mark = "2885cb14c5b4"

[[gaps]]
after = "21 下一步还要怎样，农技站站"
ground = "止于“样，农技站站长说，下文缺”，下文不在这一页。"
by = "auto"
mark = "9ebbfbc2709d"

[[asides]]
line = "11 引修渠先修账本，笔笔有人"
kind = "pull-quote"
article = "xiu-qu-de-ren-f22c"
ground = "90%的字见于第1行，是排在栏间的提要。"
by = "auto"
mark = "244ed55af3f2"

[[asides]]
line = "13 无关的一行广告，电话三三"
kind = "other"
ground = "看不出属于哪一篇。"
by = "auto"
mark = "770788558040"

[[rules]]
repair = "punctuation-width"
ground = "中文里的半角标点改全角。"
by = "auto"
mark = "6a7c40a03fb6"
"""


# ---- a new file ----------------------------------------------------------------------------


def test_a_new_file_says_everything_and_asks_what_is_doubtful() -> None:
    assert after(None).partition("\ndigest = ")[2].partition("\n")[2] == NEW


def test_a_build_replays_a_recorded_page_without_the_solver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = after(None)
    solved = built(None)

    def never(*_: object) -> None:
        raise AssertionError("the solver was called")

    monkeypatch.setattr(solve, "solve", never)
    replayed = built(text)
    assert orders(replayed) == orders(solved)
    assert replayed.restored is not None
    assert replayed.restored.problems == ()
    assert {it.by for it in replayed.restored.ledger.pieces if it.fate != "layout"} == {"auto"}
    assert [(it.tail, it.head, it.by, it.probability) for it in replayed.restored.ledger.joins] == [
        (3, 5, "auto", 0.995)
    ]
    assert not any(it.reviewed for it in replayed.restored.articles)


def test_an_unreviewed_page_is_solved_and_said_to_be_unreviewed() -> None:
    done = built(None)
    assert done.restored is not None
    assert [it.code for it in done.restored.problems] == ["page-unreviewed"]
    assert orders(done) == [[[3, 5], [7], [9]], [[17], [19], [21]]]
    fates = {it.line: it.fate for it in done.restored.ledger.pieces if it.fate != "layout"}
    assert fates[11] == fates[13] == "aside"


def test_a_second_review_changes_nothing() -> None:
    text = after(None)
    assert review(files(text), Scope.REST).data is None
    assert review(files(text), Scope.AGAIN).data is None


# ---- whose a table is ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "by"),
    [
        pytest.param("", "", "auto", id="untouched"),
        pytest.param("\n", "\r\n", "auto", id="other line breaks"),
        pytest.param("句子未完", "句子没有完", "editor", id="a value changed"),
        pytest.param("[[joins]]\n", "[[joins]]\n# 看过\n", "editor", id="a comment inside"),
        pytest.param('by = "auto"\n', "", "editor", id="a key less"),
        pytest.param("[[joins]]\n", "# 看过\n[[joins]]\n", "auto", id="a comment above"),
        pytest.param("[[joins]]", "[[ joins ]]", "editor", id="another way to write it"),
    ],
)
def test_a_table_is_the_programs_only_while_its_mark_fits(old: str, new: str, by: str) -> None:
    text = after(None)
    at = text.index("[[joins]]")
    end = text.index("\n\n", at)
    table = text[at:end].replace(old, new) if old else text[at:end]
    changed = text[:at] + table + text[end:]
    if old == "\n":
        changed = text.replace("\n", "\r\n")
    assert form_of(changed).joins[0].by == by


@pytest.mark.parametrize("added", ["sure = false", "# 记一笔", 'ground = "x"'])
def test_what_stands_behind_the_mark_counts(added: str) -> None:
    lines = ["[[joins]]", 'tail = "1 甲"', 'head = "2 乙"', 'by = "auto"']
    text = "\n".join([*lines, f'mark = "{mark_of(lines)}"', added, ""])
    assert [it.kind for it in marked_tables(text)] == ([] if "=" in added else ["joins"])


def test_who_only_claims_to_be_the_program_is_the_editor() -> None:
    text = '[[joins]]\ntail = "3 老支书"\nhead = "5 看着"\nby = "auto"\np = 0.9\n'
    assert form_of(text).joins[0].by == "editor"


def test_a_mark_inside_a_quotation_is_no_table() -> None:
    lines = ["[[joins]]", 'tail = "1 甲"', 'head = "2 乙"']
    marked = "\n".join([*lines, f'mark = "{mark_of(lines)}"'])
    text = f"[page]\ntitle = '''\n{marked}\n'''\n"
    assert marked_tables(text) == ()


# ---- review --again --------------------------------------------------------------------------


def test_again_keeps_the_editors_article_and_makes_the_rest_anew() -> None:
    text = after(None)
    edited = text.replace('  "9 全县清淤修渠一百零三条。",\n', "").replace("# source", "source")
    done = after(edited, Scope.AGAIN)
    form = form_of(done)
    assert [it.by for it in form.articles] == ["editor", "auto", "auto"]
    assert form.articles[0].body == (
        "3 老支书林大有站在修好的渠",
        "+ 5 看着清水一股一股流进自",
        "7 家的稻田，今年一定丰收。",
    )
    assert 'source = "报名"' in done
    assert after(done, Scope.AGAIN) == done
    assert after(done) == done


def test_again_keeps_the_grounds_of_joins_in_an_article_the_editor_took_over() -> None:
    edited = (
        after(None)
        .replace('slug = "xiu-qu-de-ren', 'slug = "xiuqu')
        .replace('"9 全县', '"# 9 全县')
    )
    form = form_of(after(edited, Scope.AGAIN))
    assert [(it.tail[:1], it.head[:1], it.by) for it in form.joins] == [("3", "5", "auto")]


def test_again_takes_an_answer_and_does_not_ask_again() -> None:
    text = after(None)
    edited = text.replace('answer = ""', 'answer = "7"', 1)
    done = after(edited, Scope.AGAIN)
    assert [it.answer for it in form_of(done).questions] == ["7"]
    assert [it.head[:1] for it in form_of(done).joins] == ["5"], "what the editor said stands once"
    assert orders(built(done))[0][0] == [3, 5, 7]
    assert after(done, Scope.AGAIN) == done


def test_a_url_stays_when_the_file_is_called_otherwise() -> None:
    slugs = [it.slug for it in form_of(after(None)).articles]
    text = after(None).encode()
    renamed = PageFiles(source("pages/q.txt", PAGE.encode()), source("pages/q.review.toml", text))
    done = review(renamed, Scope.AGAIN)
    data = done.data if done.data is not None else text
    assert [it.slug for it in form_of(data.decode()).articles] == slugs


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_line_breaks_and_encoding_stay(ending: str, mark: str, encoding: str) -> None:
    if encoding != "utf-8" and mark:
        pytest.skip("a byte order mark of its own")
    mine = '# 编者的话：这一页整理得差不多了，还要再看一遍，尤其是接行的地方\n[page]\ntitle = "青石日报"\n'
    text = (mark + mine.replace("\n", ending)).encode(encoding)
    done = review(files(text), Scope.REST)
    assert done.data is not None, done.problems
    assert done.data.startswith(text)
    told = done.data.decode(encoding)
    assert ("\r\n" in told) == (ending == "\r\n")
    assert told.count("\n") == told.count(ending)
    again = review(files(done.data), Scope.AGAIN)
    assert again.data is None


OWN = st.sampled_from(
    [
        "# 编者：这里要再查\n",
        "\n",
        "\n\n# 空行前后\n\n",
        '[[notes]]\nline = "17 夜里"\nnote = "位置是编者定的"\n',
        "   # 缩进的话  \n",
        '[[suspicions]]\nline = "17 夜里"\ntext = "七点"\nnote = "疑是八点"\n',
        "# [[articles]]\n# body = []\n",
        "[[gaps]]\nafter = '17 夜里'\nground = '''\n两行\n依据'''\n".replace(
            "'''\n两行\n依据'''", '"下文缺"'
        ),
    ]
)


@given(st.lists(st.tuples(st.integers(0, 30), OWN), max_size=5), st.booleans())
def test_whatever_the_editor_puts_between_stays_byte_for_byte(
    inserts: list[tuple[int, str]], crlf: bool
) -> None:
    text = after(None)
    chunks = text.split("\n\n")
    for at, own in inserts:
        place = min(at, len(chunks))
        chunks.insert(place, own.removesuffix("\n"))
    edited = "\n\n".join(chunks) + "\n"
    edited = edited.replace("\n", "\r\n") if crlf else edited
    assume(read_toml(edited, ReviewForm, REVIEW)[0] is not None)
    done = after(edited, Scope.AGAIN)
    assert without_tables(done) == without_tables(edited)
    assert after(done, Scope.AGAIN) == done
    assert after(done) == done


def without_tables(text: str) -> list[str]:
    """What is not the program's, blank lines apart."""
    lines = text.split("\n")
    for table in reversed(marked_tables(text)):
        del lines[table.first : table.stop]
    return [it for it in lines if it.strip()]


def test_blank_lines_stay_where_every_table_is_renewed() -> None:
    text = after(None).replace("\n\n[[joins]]", "\n\n\n\n# 看\n\n[[joins]]")
    assert after(text, Scope.AGAIN) == text


# ---- what the editor takes out ------------------------------------------------------------------

DAMAGED = PAGE.replace("夜里七点", "总书记记来到这里，企业 and 农民").replace(
    "老支书", "社会服务部部部长和老支书"
)


@pytest.mark.parametrize("gone", [[0], [1], [2], [0, 1, 2]], ids=str)
def test_a_repair_that_the_editor_deleted_stays_away(gone: list[int]) -> None:
    text = after(None, page=DAMAGED)
    tables = [it for it in marked_tables(text) if it.kind == "repairs"]
    assert len(tables) == 3
    lines = text.split("\n")
    for at in reversed(gone):
        del lines[tables[at].first : tables[at].stop + 1]
    edited = "\n".join(lines)
    assert after(edited, Scope.AGAIN, DAMAGED) == edited


def test_lines_that_lose_their_table_are_looked_through_again() -> None:
    text = after(None, page=DAMAGED)
    kept = [it for it in marked_tables(text) if it.kind in ("joins", "gaps")]
    lines = text.split("\n")
    bare = "\n".join(line for it in kept for line in lines[it.first : it.stop]) + "\n"
    assert len(form_of(after(bare, Scope.AGAIN, DAMAGED)).repairs) == 3


def test_damage_is_looked_for_again_where_a_better_scan_has_other_words() -> None:
    better = DAMAGED.replace("部部部长和", "部部部长同").replace("and 农民", "and 村民")
    again = form_of(after(after(None, page=DAMAGED), Scope.AGAIN, better))
    assert sorted(it.shown[-4:] for it in again.repairs) == ["村民，县", "来到这里", "部长同老"]


@pytest.mark.parametrize("gap", ["…", "……", "...", "......"])
def test_a_gap_may_be_written_as_it_is_typed(gap: str) -> None:
    text = after(None).replace('answer = ""', f'answer = "{gap}"', 1)
    done = built(text)
    assert done.restored is not None
    assert done.restored.problems == ()
    assert [it.line for it in done.restored.ledger.gaps if it.by == "editor"] == [5]
    again = after(text, Scope.AGAIN)
    assert f'answer = "{gap}"' in again
    edited = text.replace('"…",', f'"{gap}",').replace('slug = "tu-shu', 'slug = "shu')
    assert orders(built(edited)) == orders(done)
    assert after(after(edited, Scope.AGAIN), Scope.AGAIN) == after(edited, Scope.AGAIN)


# ---- answers in a build ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "first", "gaps"),
    [
        pytest.param("", [[3, 5], [7], [9]], [], id="open"),
        pytest.param("7", [[3, 5, 7], [9]], [], id="the head offered"),
        pytest.param("9", [[3, 5, 9], [7]], [], id="another line"),
        pytest.param("9 全县清淤", [[3, 5, 9], [7]], [], id="named by its words"),
        pytest.param("…", [[3, 5], [7], [9]], [5], id="missing"),
        pytest.param("17", [[3, 5, 17], [7], [9]], [], id="out of another article"),
        pytest.param("15", [[3, 5, 15], [7], [9]], [], id="what the program took for a title"),
        pytest.param("13", [[3, 5, 13], [7], [9]], [], id="what the program had set aside"),
    ],
)
def test_an_answer_is_in_force_at_once(
    answer: str, first: list[list[int]], gaps: list[int]
) -> None:
    text = after(None).replace('answer = ""', f'answer = "{answer}"', 1)
    done = built(text)
    assert done.restored is not None
    assert done.restored.problems == ()
    assert orders(done)[0] == first
    assert [it.line for it in done.restored.ledger.gaps if it.by == "editor"] == gaps
    lines = sorted(it.line for it in done.restored.ledger.pieces if it.fate in ("placed", "aside"))
    assert lines == [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21]
    if answer not in ("", "…"):
        seam = done.restored.ledger.joins[-1]
        assert (seam.tail, seam.by) == (5, "editor")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param("8", "answer-unknown", id="a blank line"),
        pytest.param("99", "answer-unknown", id="no such line"),
        pytest.param("99999999999999999999", "answer-unknown", id="far beyond"),
        pytest.param("5", "answer-unknown", id="itself"),
        pytest.param("7 没有这些字", "line-missing", id="other words"),
    ],
)
def test_an_answer_that_means_no_line_is_told(answer: str, code: str) -> None:
    text = after(None).replace('answer = ""', f'answer = "{answer}"', 1)
    done = built(text)
    assert done.restored is not None
    assert [it.code for it in done.restored.problems] == [code]


def test_an_answer_against_the_editors_own_article_is_told() -> None:
    text = after(None).replace('answer = ""', 'answer = "9"', 1).replace('"# 9', '"9')
    text = text.replace('slug = "xiu-qu-de-ren', 'slug = "a', 1)
    done = built(text)
    assert done.restored is not None
    assert [it.code for it in done.restored.problems] == ["decision-unused"]
    assert orders(done)[0] == [[3, 5], [7], [9]]


@pytest.mark.parametrize("sure", [True, False])
def test_an_open_question_of_two_pages_says_how_to_answer_it(sure: bool) -> None:
    jump = JumpForm("1 （上接第二版）", continues="yexiao", sure=sure, by="auto", p=0.4)
    written = TableText(LineFinder((), ""), {}).write("jumps", jump)
    told = "改成 true" in written[1] and "mark" in written[1] and written[1].startswith("#")
    assert told is not sure
    table = "\n".join([*written, ""])
    assert [it.kind for it in marked_tables(table)] == ["jumps"]


# ---- lines no decision covers ------------------------------------------------------------------

HALF = """[page]
title = "编者的"

[[articles]]
slug = "xiuqu"
title = ["1 修渠"]
body = ["3 老支书", "+ 5 看着", "+ 7 家的稻田"]
"""


def test_review_adds_only_what_is_not_decided() -> None:
    done = after(HALF)
    assert done.startswith(HALF)
    form = form_of(done)
    assert form.articles[0].by == "editor"
    assert (form.articles[1].after, form.articles[1].body) == (
        "7 家的稻田，今年一定丰收。",
        ("9 全县清淤修渠一百零三条。",),
    )
    assert [it.line[:2] for it in form.asides] == ["11", "13"]
    assert after(done) == done
    assert orders(built(done)) == [[[3, 5, 7], [9]], [[17], [19], [21]]]


def test_a_build_places_them_and_says_how_many() -> None:
    done = built(HALF)
    assert done.restored is not None
    told = {it.code: dict(it.facts) for it in done.restored.problems}
    assert told == {"lines-solved": {"count": "7", "lines": "9, 11, 13, 15, 17, 19, 21"}}
    assert orders(done) == [[[3, 5, 7], [9]], [[17], [19], [21]]]
    assert [it.reviewed for it in done.restored.articles] == [True, False]


def test_what_the_editor_places_leaves_the_programs_tables() -> None:
    text = (
        after(None) + '\n[[articles]]\nheading = "编者另立一篇"\nbody = ["19 疑这一段", "9 全县"]\n'
    )
    done = built(text)
    assert done.restored is not None
    assert done.restored.problems == ()
    assert orders(done) == [[[3, 5], [7]], [[17], [21]], [[19], [9]]]


def test_a_table_that_goes_on_nowhere_is_told() -> None:
    text = HALF + '\n[[articles]]\nafter = "11 引"\nbody = ["9 全县"]\n'
    done = built(text)
    assert done.restored is not None
    assert "after-nowhere" in [it.code for it in done.restored.problems]


# ---- a source that was replaced -----------------------------------------------------------------


def test_decisions_follow_the_text_and_again_renews_the_programs_names() -> None:
    text = after(None).replace("# source", "source")
    better = "更好的扫描，多出一行，说的是别的事情。\n\n" + PAGE
    moved = review(files(text, better), Scope.REST)
    assert moved.problems == ()
    assert orders(restore_page(files(text, better)))[0] == [[5, 7], [9], [11]]
    renewed = form_of(after(text, Scope.AGAIN, better))
    assert "5 老支书林大有站在修好的渠" in renewed.articles[0].body


def test_what_the_program_recorded_and_fits_no_more_stops_nothing() -> None:
    worse = PAGE.replace("看着清水", "望着清水")
    done = built(after(None), worse)
    assert done.restored is not None
    told = {it.code: dict(it.facts) for it in done.restored.problems}
    assert told.keys() == {"page-replaced", "lines-solved", "program-outdated"}
    assert orders(done)[0] == [[3], [7], [9]]
    assert [5] in orders(done)[1]
    renewed = after(after(None), Scope.AGAIN, worse)
    again = built(renewed, worse)
    assert again.restored is not None
    assert {it.code for it in again.restored.problems} == {"page-replaced"}
    assert orders(again)[0] == [[3, 5], [7], [9]]


def test_what_no_longer_fits_is_told_and_the_editors_tables_stay() -> None:
    worse = PAGE.replace("家的稻田", "别的东西")
    done = review(files(HALF, worse), Scope.AGAIN)
    assert {it.code for it in done.problems} == {"line-missing"}
    assert done.data is not None
    assert done.data.decode().startswith(HALF)


def test_tables_keep_their_place_when_all_numbers_have_changed() -> None:
    number = itertools.count()
    text = re.sub(r"(?m)^\[\[", lambda _: f"# 第{next(number)}张\n[[", after(None))
    better = "又一行广告，电话三三三。\n\n" + PAGE.replace("图书馆", "县图书馆")

    def under_notes(text: str) -> dict[str, tuple[str, str]]:
        """Each note -> kind and first line named of the table below it."""
        found = re.findall(r"# 第(\d+)张\n\[\[(\w+)\]\](.*?)\nmark", text, re.DOTALL)
        named = {note: (kind, re.search(r'"[0-9]+ (.*)"', it)) for note, kind, it in found}
        return {note: (kind, it[1] if it else "") for note, (kind, it) in named.items()}

    before = under_notes(text)
    assert len(before) == 8
    behind = under_notes(after(text, Scope.AGAIN, "无" + better))
    # The renamed article takes the place of the one it was.
    assert {note for note in before if before[note] != behind[note]} == {"2"}
    assert behind["2"] == ("articles", "县图书馆夜校")


# ---- files that can't be read --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b'[[articles]]\nbody = ["1 x"', id="no toml"),
        pytest.param(b"[[articles]]\nbdoy = []\n", id="unknown key"),
        pytest.param(b"\x81\x20\xff\xc3\x28", id="no text"),
        pytest.param(b"a\0b", id="nul"),
        pytest.param(b"[" * 100_000, id="deep"),
    ],
)
@pytest.mark.parametrize("scope", list(Scope))
def test_a_file_that_cannot_be_read_is_reported_and_left_alone(text: bytes, scope: Scope) -> None:
    done = review(files(text), scope)
    assert done.data is None
    assert done.problems
    assert survey(files(text)).open is None


def test_an_encoding_that_cannot_hold_the_page_is_told() -> None:
    mine = "# 編者的話：這一頁整理得差不多了，還要再看一遍，尤其是接行的地方，請編者定奪。\n" * 3
    done = review(files(mine.encode("big5")), Scope.REST)
    assert (done.data, [it.code for it in done.problems]) == (None, ["review-unencodable"])


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("", id="empty"),
        pytest.param("\n \n\u3000\n", id="blank"),
        pytest.param("一" * 1_000_000, id="one long line"),
        pytest.param("的的，" * 100_000, id="much damage"),
        pytest.param("甲\n" * 3000, id="lines of one character"),
        pytest.param('"""\n\'\'\'\n# 井\n[[articles]]\nmark = "0"\n…\n+ 加\n', id="signs"),
        pytest.param("\ta\u2028b\x0cc\n\u200b隐\n", id="odd spaces"),
    ],
)
def test_any_page_gets_a_file_that_covers_it(page: str) -> None:
    text = after(None, page=page)
    done = built(text, page)
    assert done.restored is not None
    assert [it.code for it in done.restored.problems] == []
    assert review(files(text, page), Scope.AGAIN).data is None


def test_what_is_open_is_counted() -> None:
    told = survey(files(after(None))).open
    assert told is not None
    assert (told.questions, told.unsure, told.missing, told.uncovered) == (1, 1, 1, 0)
    assert survey(files(None)).open is not None


def test_the_new_file_is_toml_with_the_digest_of_its_page() -> None:
    data = tomllib.loads(after(None))
    assert data["page"] == {"digest": hashlib.sha256(PAGE.encode()).hexdigest()}
