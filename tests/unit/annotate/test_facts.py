"""Facts of an article: what a reader may take from its figures, dates, relations and names."""

from __future__ import annotations

import pytest

from generator.model.facts import FigureFact
from tests.unit.annotate.facts_of import Told
from tests.unit.case_files import examples

_STATUS = {"actual": "实", "target": "标", "change": "变", "change-target": "变标"}


def _told(text: str, lines: list[str]) -> tuple[Told, list[str]]:
    report = next((line for line in lines if line.startswith("报告 ")), "")
    expected = [line[2:] for line in lines if line.startswith("- ")]
    if not report:
        return Told(text), expected
    _, date, title = report.split(" ")
    return Told(text, date, title), expected


def _written(told: Told, it: FigureFact, expected: str) -> str:
    when = (it.as_of or "") + ("" if it.as_of_said or not it.as_of else "?")
    columns = [f"{told.words(it.at)} = {it.measure}", _STATUS[it.status], when, it.change]
    return " | ".join(columns[: expected.count("|") + 1])


def _plain(line: str) -> str:
    return " | ".join(part.strip() for part in line.split("|"))


@pytest.mark.parametrize(("text", "lines"), examples("facts/figures"))
def test_figure(text: str, lines: list[str]) -> None:
    told, expected = _told(text, lines)
    found = [
        _plain(_written(told, it, line))
        for it, line in zip(told.facts.figures, expected, strict=False)
    ]
    assert found == [_plain(line) for line in expected]
    assert len(told.facts.figures) == len(expected)


@pytest.mark.parametrize(("text", "lines"), examples("facts/subjects"))
def test_subject(text: str, lines: list[str]) -> None:
    told = Told(text)
    found = [
        f"{told.words(it.at)} = {told.names((it.subject,))[0] if it.subject >= 0 else ''}".strip()
        for it in told.facts.figures
    ]
    assert found == [line[2:].strip() for line in lines]


@pytest.mark.parametrize(("text", "lines"), examples("facts/relations"))
def test_relation(text: str, lines: list[str]) -> None:
    told = Told(text)
    found = [
        f"{'将 ' if it.planned else ''}{it.kind} | {it.institute} | {'、'.join(told.names(it.partners))}"
        f" | {'、'.join(told.names(it.places))} | {it.sum_words} | {it.date or ''}"
        for it in told.facts.relations
    ]
    assert [_plain(it) for it in found] == [_plain(line[2:]) for line in lines]


@pytest.mark.parametrize(("text", "lines"), examples("facts/dates"))
def test_date(text: str, lines: list[str]) -> None:
    told, expected = _told(text, lines)
    assert [f"{it.edtf} = {told.words(it.clause)}" for it in told.facts.dates] == expected


def test_names_of_one_thing_are_one_fact() -> None:
    told = Told("山西农业大学位于大同市。记者在大同了解到，山西农业大学今年招生。")
    by_name = {it.name: it for it in told.facts.names}
    assert [told.words(at) for at in by_name["大同市"].at] == ["大同市", "大同"]
    assert by_name["大同市"].aliases == ("大同",)
    assert len(by_name["山西农业大学"].at) == 2


def test_mentions_inside_longer_names_are_counted() -> None:
    told = Told("山西农业大学成立于山西。")
    names = {it.name: it for it in told.facts.names}
    shanxi = names.get("山西省") or names["山西"]
    assert (len(shanxi.at), shanxi.inside) == (2, 1)


def test_what_was_spent_on_a_project_is_not_what_was_signed() -> None:
    told = Told(
        "今年5月，山西农业大学与浑源县人民政府签订了合作共建茶叶研究院协议，"
        "投资120万元专项经费实施有机茶示范项目。"
    )
    assert [it.sum for it in told.facts.events] == [None]
    sums = {it.institute: it.sum for it in told.facts.relations}
    assert sums == {"茶叶研究院": None, "有机茶示范项目": 1_200_000}


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("《青山市软件业行动计划（2022—2025年）》", "2022/2025"),
        ("《青山市“十四五”水利规划》", "2021/2025"),
        ("《青山市茶叶条例》", ""),
    ],
)
def test_a_documents_years(title: str, period: str) -> None:
    papers = Told(f"市政府印发{title}。").facts.papers
    assert [(it.title, it.period) for it in papers] == [(title.strip("《》"), period)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("要实施茶产业强链登峰计划，持续推进“双百人才”培育工程。",
         ["茶产业强链登峰计划", "“双百人才”培育工程"]),
        ("启动“千村示范工程”，组织实施社区医院“双提升”三年行动计划。",
         ["千村示范工程", "社区医院“双提升”三年行动计划"]),
        ("实施重大工程，实施一批水利工程，实施新一轮改造计划，实施茶园和果园改造工程。", []),
        ("推进道路工程，实施的改造计划，他计划实施。", []),
        ("实施三大行动：实施安居行动，实施净水行动，实施畅路行动。", ["三大行动"]),
        ("印发《关于实施青山县净水提升行动的意见》。", []),
    ],
    ids=["bare-and-quoted", "quotes-around", "described", "no-name", "counted", "in-a-title"],
)  # fmt: skip
def test_programmes_without_a_count(text: str, names: list[str]) -> None:
    assert [it.name for it in Told(text).facts.programmes] == names


def test_a_programme_is_told_once_with_its_members() -> None:
    told = Told(
        "§五大行动／全市实施五大攻坚行动，包括强链攻坚行动、育才攻坚行动、净水攻坚行动、通路攻坚行动、惠民攻坚行动。"
    )
    names = [(it.name, it.count) for it in told.facts.programmes]
    assert ("五大攻坚行动", 5) in names


def test_wordings_of_policy_and_coinages() -> None:
    told = Told("践行“两山”理论，推进乡村振兴，乡村振兴要靠产业，城市建设要靠规划。")
    assert {it.words: len(it.at) for it in told.facts.phrases} == {
        "“两山”理论": 1,
        "乡村振兴": 2,
    }


def test_every_place_is_where_it_says() -> None:
    told = Told("9月28日，东海集团与重庆市签约。／会长说：“销量增长5%。”重庆市印发《办法》。")
    assert (len(told.facts.names), len(told.facts.figures)) == (4, 1)
    for name in told.facts.names:
        for at in name.at:
            assert told.words(at).strip("《》") in (name.name, *name.aliases)
    for figure in told.facts.figures:
        assert told.words(figure.at) == "5%"


def test_a_base_of_no_known_year_is_none() -> None:
    told = Told("1997年全国发电量比上年增长10%。", "0001-01-01", "第一年的报纸")
    assert [(it.value, it.as_of) for it in told.facts.figures] == [(10, "1997")]


@pytest.mark.parametrize(("text", "lines"), examples("facts/as_of"))
def test_an_office_or_quotation_is_of_the_day_that_its_text_tells(
    text: str, lines: list[str]
) -> None:
    told = Told(text)
    day = "2022-10-10"
    found = [f"职务 {'无' if it.past else day}" for it in told.facts.offices]
    found += [f"引语 {'无' if it.past else it.date or day}" for it in told.facts.quotes]
    assert found == [line[2:] for line in lines]
