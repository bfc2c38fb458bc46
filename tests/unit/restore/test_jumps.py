"""Jump lines of several pages: what goes on where, how sure that is, and who writes it down."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from generator.restore.gather_pages import AlonePage, gather_pages
from generator.restore.jump_chances import chances
from generator.restore.jump_forms import Fresh, propose_jumps
from generator.restore.jumps import SURE, match_jumps
from generator.restore.line_names import LineNames
from generator.restore.lines import split_lines
from tests.unit.restore.pages import alone

TEACHER = "王老师在石门村小学教书三十年。石门村小学只有他一位老师,学生从十二个变成三个。"
TEACHER_GOES_ON = "着石门村小学最后三个学生。王老师说,只要还有一个学生,石门村小学就要开门。"
CANAL = "青石县去冬清淤修渠103条。修渠的钱从水利局来,修渠的账贴在村委会墙上。"
CANAL_GOES_ON = "今年青石县还要修渠八十条。水利局说,修渠以后灌溉农田会多一万亩。"


class Sheet(NamedTuple):
    """What is printed of one article on one page of a paper."""

    title: str
    text: str
    jump: str = ""
    edition: str = ""
    date: str = "2023-05-06"
    told: str = ""
    """Its [[jumps]] table."""


def page(stem: str, *sheets: Sheet) -> AlonePage:
    lines: list[str] = []
    review = f'[page]\nedition = "{sheets[0].edition}"\n' + (
        f"date = {sheets[0].date}\n" if sheets[0].date else ""
    )
    for number, it in enumerate(sheets, 1):
        review += f'[[articles]]\nslug = "{stem}-{number}"\n'
        for role, text in (("title", it.title), ("body", it.text), ("jump", it.jump)):
            if text:
                lines.append(text)
                review += f'{role} = ["{len(lines)} {text[:5]}"]\n'
        review += (
            f'[[jumps]]\nline = "{len(lines)} {lines[-1][:5]}"\n{it.told}\n' if it.told else ""
        )
    return alone(stem, "\n".join(lines), review)


def matches(*pages: AlonePage) -> dict[tuple[str, str], float]:
    articles = [it for found in pages for it in found.articles]
    return {(articles[it.lead].id, articles[it.rest].id): it.p for it in match_jumps(articles)}


LEAD = Sheet("石门村里的守望者", TEACHER + "他守望", "（下转第四版）", "第一版")
REST = Sheet("石门村的守望", TEACHER_GOES_ON, "（上接第一版）", "第四版")
OTHER_LEAD = Sheet("修好百条渠", CANAL, "（下转第四版）", "第一版")
OTHER_REST = Sheet("百条渠", CANAL_GOES_ON, "（上接第一版）", "第四版")


def changed(sheet: Sheet, **values: str) -> Sheet:
    return sheet._replace(**values)


SURE_ONES = {
    "both-jump-lines": (LEAD, REST),
    "arabic-numerals": (changed(LEAD, jump="(下转4版)"), changed(REST, jump="(上接1版)")),
    "lettered-pages": (
        changed(LEAD, jump="下转A4版", edition="A1"),
        changed(REST, jump="上接A1版", edition="A04"),
    ),
    "numbers-of-the-pages-unknown": (changed(LEAD, edition=""), changed(REST, edition="")),
    "no-title-there": (LEAD, changed(REST, title="")),
    "jump-lines-in-the-text": (
        changed(LEAD, jump="", text=LEAD.text + "（下转第四版）"),
        changed(REST, jump="", text="（上接第一版）" + REST.text),
    ),
    "traditional": (changed(LEAD, jump="（下轉第四版）"), changed(REST, jump="（上接第一版）")),
}


@pytest.mark.parametrize(("lead", "rest"), SURE_ONES.values(), ids=SURE_ONES)
def test_what_belongs_together_is_found(lead: Sheet, rest: Sheet) -> None:
    found = matches(page("one", lead, OTHER_LEAD), page("four", OTHER_REST, rest))
    assert found.keys() == {("one-1", "four-2"), ("one-2", "four-1")}
    assert found["one-1", "four-2"] >= SURE


NEVER = {
    "another-day": (LEAD, changed(REST, date="2023-05-07")),
    "another-page-is-meant": (changed(LEAD, jump="（下转第三版）"), REST),
    "it-comes-from-elsewhere": (LEAD, changed(REST, jump="（上接第二版）")),
    "no-jump-line-at-all": (changed(LEAD, jump=""), changed(REST, jump="")),
}


@pytest.mark.parametrize(("lead", "rest"), NEVER.values(), ids=NEVER)
def test_what_the_print_speaks_against_is_not_offered(lead: Sheet, rest: Sheet) -> None:
    assert matches(page("one", lead), page("four", rest)) == {}


def test_jump_lines_alone_are_no_proof() -> None:
    found = matches(page("one", OTHER_LEAD), page("four", changed(REST, title="守望")))
    assert all(it < SURE for it in found.values())


def test_one_jump_line_is_never_enough() -> None:
    pages = [page("one", changed(LEAD, jump="")), page("four", REST)]
    (match,) = match_jumps([it for found in pages for it in found.articles])
    assert not match.sure


def test_two_texts_do_not_go_on_in_a_circle() -> None:
    assert len(matches(page("one", LEAD), page("four", changed(REST, jump="（下转第一版）")))) == 1


def test_of_two_twins_neither_is_sure() -> None:
    twin = changed(REST, date="")
    found = matches(page("one", changed(LEAD, date="")), page("four", twin), page("fore", twin))
    assert len(found) <= 1
    assert all(it < 0.6 for it in found.values())


def test_a_rival_with_a_better_match_is_hardly_one() -> None:
    alone_ = chances({(0, 0): 100.0, (0, 1): 50.0})
    settled = chances({(0, 0): 100.0, (0, 1): 50.0, (1, 1): 1e6})
    assert alone_[0, 0] < 0.7
    assert settled[0, 0] > 0.95


def test_order_of_pages_changes_nothing() -> None:
    pages = [page("one", LEAD, OTHER_LEAD), page("four", OTHER_REST, REST)]
    assert matches(*pages) == matches(*reversed(pages))


def proposed(pages: list[AlonePage], *fresh: str) -> dict[str, list[tuple[str, str, str, bool]]]:
    """Stem -> (line, continues, leads, sure) of the tables that the fresh pages get."""
    names = {
        it.ledger.path: Fresh(LineNames(split_lines("\n".join(it.ledger.lines))))
        for it in pages
        if it.ledger.page in fresh
    }
    return {
        path.removeprefix("pages/").removesuffix(".txt"): [
            (it.line, it.continues, it.leads, it.sure) for it in forms
        ]
        for path, forms in propose_jumps(pages, names).items()
    }


def test_the_page_that_comes_later_says_it() -> None:
    pages = [page("four", REST), page("one", LEAD)]
    assert proposed(pages, "one") == {"one": [("3 （下转第四版）", "", "four-1", True)]}
    assert proposed(pages, "four") == {"four": [("3 （上接第一版）", "one-1", "", True)]}
    assert proposed(pages, "one", "four") == {"four": [("3 （上接第一版）", "one-1", "", True)]}
    assert proposed(pages) == {}


def test_what_is_proposed_puts_the_article_together() -> None:
    pages = [page("four", REST), page("one", LEAD)]
    names = {"pages/one.txt": Fresh(LineNames(split_lines("\n".join(pages[1].ledger.lines))))}
    ((form,),) = propose_jumps(pages, names).values()
    assert form.by == "auto"
    assert "守望|着石门村小学" in form.ground
    told = f'leads = "{form.leads}"\ninside = {str(form.inside).lower()}'
    ((_, found),) = gather_pages([pages[0], page("one", changed(LEAD, told=told))]).wholes
    assert any("他守望着石门村小学" in it.text for it in found.article.blocks)


@pytest.mark.parametrize(
    "told",
    ['leads = "four-1"', 'leads = "elsewhere"', 'leads = "four-1"\nsure = false'],
    ids=["so", "otherwise", "declined"],
)
def test_what_somebody_has_said_is_not_asked_again(told: str) -> None:
    pages = [page("four", REST), page("one", changed(LEAD, told=told))]
    assert proposed(pages, "one", "four") == {} or told.endswith("false")
    assert proposed(pages, "one") == {}


def test_in_the_middle_of_three_pages_one_table_counts() -> None:
    middle = changed(REST, text=TEACHER_GOES_ON[:-1], edition="第二版")
    lead = changed(LEAD, jump="（下转第二版）")
    last = Sheet("守望", "王老师和石门村小学的学生都笑了。", "（上接第二版）", "第四版")
    two = alone(
        "two",
        f"石门村的守望\n{middle.text}\n（上接第一版）\n（下转第四版）\n",
        '[page]\nedition = "第二版"\ndate = 2023-05-06\n[[articles]]\nslug = "two-1"\n'
        'title = ["1 石门"]\nbody = ["2 着石"]\njump = ["3 （上", "4 （下"]\n',
    )
    pages = [page("four", last), page("one", lead), two]
    (forms,) = proposed(pages, "two").values()
    assert [it[1:] for it in forms] == [("one-1", "", True), ("", "four-1", False)]
