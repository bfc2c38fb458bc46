"""What readers are shown of findings: one entry a thing, all its places, nothing that is not shown."""

from __future__ import annotations

import pytest

from generator.model.findings import (
    Date,
    Edited,
    Event,
    Figure,
    Findings,
    Name,
    Office,
    Paper,
    Programme,
    Quote,
)
from generator.present.entries import Entry, lists

TEXT = (
    "青石县水利局局长林大有9月28日说：“水渠修好了。”县水利局今年修渠103条，投资1.2亿元。\n"
    "林大有、何苗介绍，青石县印发《青石县水利条例》，实施三大行动：清淤、衬砌、护岸。"
)


def at(words: str, nth: int = 0) -> tuple[int, int]:
    """Where the text has the words for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


FULL = "青石县水利局"
CLAUSE = at("青石县印发《青石县水利条例》")


@pytest.mark.parametrize(
    ("findings", "kind", "expected"),
    [
        pytest.param(
            Findings(
                names=(Name(*at("林大有"), "PER"), Name(*at("林大有", 1), "PER")),
                offices=(Office(at("林大有"), at("局长"), at(FULL)),),
            ),
            "person",
            [Entry("林大有", (at("林大有")[0], at("林大有", 1)[0]), ("青石县水利局局长",))],
            id="a-person-once-with-office",
        ),
        pytest.param(
            Findings(
                names=(Name(*at("林大有"), "PER"),),
                offices=(Office(at("林大有"), at("局长"), None, shown=False),),
            ),
            "person",
            [Entry("林大有", (at("林大有")[0],))],
            id="an-office-that-is-not-shown",
        ),
        pytest.param(
            Findings(
                names=(
                    Name(*at(FULL), "ORG"),
                    Name(*at("县水利局", 1), "ORG", full=FULL),
                )
            ),
            "organisation",
            [Entry(FULL, (0, at("县水利局", 1)[0]), ("又作县水利局",))],
            id="a-short-name-goes-to-the-full-one",
        ),
        pytest.param(
            Findings(
                names=(
                    Name(*at("县水利局"), "ORG", full="青石县水务局"),
                    Name(*at("青石县水利局"), "ORG", full="青石县水务局"),
                    Name(*at("县水利局", 1), "ORG", full="青石县水务局"),
                )
            ),
            "organisation",
            [
                Entry(
                    "县水利局",
                    (0, at("县水利局")[0], at("县水利局", 1)[0]),
                    ("又作青石县水利局",),
                    full="青石县水务局",
                )
            ],
            id="a-full-name-that-the-text-has-not-is-not-shown",
        ),
        pytest.param(
            Findings(names=(Name(*at("青石县"), "LOC"), Name(*at("何苗"), "LOC", shown=False))),
            "place",
            [Entry("青石县", (0,))],
            id="a-place",
        ),
        pytest.param(
            Findings(papers=(Paper(*at("《青石县水利条例》"), "条例", "青石县"),)),
            "document",
            [Entry("《青石县水利条例》", (at("《")[0],), ("青石县", "条例"))],
            id="a-document",
        ),
        pytest.param(
            Findings(
                dates=(
                    Date(*at("9月28日"), "2022-09-28", "年份据发表日期"),
                    Date(*at("今年"), None, "不确定"),
                )
            ),
            "date",
            [
                Entry("9月28日", (at("9月")[0],), ("年份据发表日期",), "2022-09-28"),
                Entry("今年", (at("今年")[0],), ("不确定",)),
            ],
            id="dates",
        ),
        pytest.param(
            Findings(
                figures=(
                    Figure(*at("103条"), 103, "条", ("new",), "修渠", "2022"),
                    Figure(*at("1.2亿元"), 120_000_000, "元"),
                    Figure(*at("三"), 3, "项", shown=False),
                )
            ),
            "figure",
            [
                Entry("103条", (at("103")[0],), ("修渠", "新增", "2022年")),
                Entry("1.2亿元", (at("1.2")[0],)),
            ],
            id="figures",
        ),
        pytest.param(
            Findings(
                quotes=(
                    Quote(*at("水渠修好了。"), "林大有", "局长", direct=True),
                    Quote(*at("青石县印发"), None, None, direct=False),
                )
            ),
            "quote",
            [
                Entry("林大有（局长）", (at("水渠修好")[0],), quoted=at("“水渠修好了。”")),
                Entry("未读出谁说", (CLAUSE[0],), ("转述",), quoted=at("青石县印发")),
            ],
            id="quotes-with-their-marks",
        ),
        pytest.param(
            Findings(
                events=(
                    Event(*CLAUSE, "印发", "2022-09", "青石县", None, (at("何苗"),), at("《青石县水利条例》")),
                )
            ),
            "event",
            [
                Entry(
                    "印发",
                    (CLAUSE[0],),
                    ("2022年9月", "何苗"),
                    quoted=CLAUSE,
                )
            ],
            id="an-event-with-what-its-clause-leaves-out",
        ),
        pytest.param(
            Findings(
                figures=(Figure(*at("1.2亿元"), 120_000_000, "元"),),
                events=(Event(*at("县水利局今年修渠103条，投资1.2亿元"), "投资", sum=120_000_000),),
            ),
            "event",
            [
                Entry(
                    "投资",
                    (at("县水利局今年")[0],),
                    quoted=at("县水利局今年修渠103条，投资1.2亿元"),
                )
            ],
            id="a-sum-that-the-clause-says",
        ),
        pytest.param(
            Findings(events=(Event(*CLAUSE, "印发", sum=120_000_000),)),
            "event",
            [Entry("印发", (CLAUSE[0],), ("1.2亿元",), quoted=CLAUSE)],
            id="a-sum-from-elsewhere",
        ),
        pytest.param(
            Findings(programmes=(Programme(*at("三大行动"), 3, (at("清淤"), at("衬砌"), at("护岸"))),)),
            "programme",
            [Entry("三大行动", (at("三大")[0],), ("3 项", "清淤、衬砌、护岸"))],
            id="a-programme",
        ),
        pytest.param(
            Findings(
                names=(Name(*at("林大有"), "PER"), Name(*at("林大有", 1), "PER")),
                offices=(
                    Office(at("林大有"), at("局长"), at(FULL)),
                    Office(at("林大有", 1), at("局长"), None),
                ),
            ),
            "person",
            [Entry("林大有", (at("林大有")[0], at("林大有", 1)[0]), ("青石县水利局局长",))],
            id="an-office-that-a-longer-one-says",
        ),
        pytest.param(
            Findings(programmes=(Programme(at("“水渠")[0] + 1, at("了。”")[1], 1),)),
            "programme",
            [Entry("水渠修好了。", (at("水渠修好")[0],), ("1 项",))],
            id="a-mark-without-its-fellow",
        ),
        pytest.param(
            Findings(
                figures=(
                    Figure(*at("103条"), 103, "条"),
                    Figure(*at("1.2亿元"), 120_000_000, "元"),
                ),
                edited=(Edited("figures", at("1.2亿元")[0], added=False),),
            ),
            "figure",
            [
                Entry("103条", (at("103条")[0],)),
                Entry("1.2亿元", (at("1.2亿元")[0],), ("编者改定",)),
            ],
            id="a-figure-that-an-editor-put-right",
        ),
        pytest.param(
            Findings(
                names=(Name(*at("林大有"), "PER"), Name(*at("何苗"), "PER")),
                offices=(Office(at("林大有"), at("局长"), None),),
                edited=(
                    Edited("offices", at("林大有")[0], added=False),
                    Edited("names", at("何苗")[0], added=True),
                ),
            ),
            "person",
            [
                Entry("林大有", (at("林大有")[0],), ("局长", "职务编者改定")),
                Entry("何苗", (at("何苗")[0],), ("编者补充",)),
            ],
            id="people-as-an-editor-says",
        ),
        pytest.param(
            Findings(
                figures=(Figure(*at("1.2亿元"), 130_000_000, "元"),),
                edited=(Edited("figures", at("1.2亿元")[0], added=False),),
            ),
            "figure",
            [Entry("1.2亿元", (at("1.2亿元")[0],), ("编者改定为1.3亿元",))],
            id="another-amount-than-the-text-prints",
        ),
        pytest.param(
            Findings(
                figures=(Figure(*at("1.2亿元"), 130_000_000, "元"),),
                events=(Event(*at("县水利局今年修渠103条，投资1.2亿元"), "投资", sum=130_000_000),),
                edited=(Edited("figures", at("1.2亿元")[0], added=False),),
            ),
            "event",
            [
                Entry(
                    "投资",
                    (at("县水利局今年")[0],),
                    ("1.3亿元",),
                    quoted=at("县水利局今年修渠103条，投资1.2亿元"),
                )
            ],
            id="a-sum-that-an-editor-put-right",
        ),
    ],
)  # fmt: skip
def test_what_a_list_has(findings: Findings, kind: str, expected: list[Entry]) -> None:
    found = {it.kind: list(it.entries) for it in lists(TEXT, findings)}
    assert found[kind] == expected


def test_a_text_without_findings_has_no_lists() -> None:
    assert lists(TEXT, Findings()) == ()
    assert lists(TEXT, Findings(names=(Name(0, 3, "LOC", shown=False),))) == ()
