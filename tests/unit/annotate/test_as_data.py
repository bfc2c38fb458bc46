"""Findings for programs: the form of each kind, and what is left out."""

from __future__ import annotations

import json

from generator.annotate.as_data import as_data
from generator.model.findings import (
    Date,
    Event,
    Figure,
    Findings,
    Name,
    Office,
    Paper,
    Programme,
    Quote,
)

BODY = Name(0, 8, "ORG", nested=(Name(4, 8, "ORG", nested=(Name(4, 6, "LOC"),)), Name(0, 2, "LOC")))


def form(findings: Findings) -> dict[str, object]:
    data: dict[str, object] = json.loads(json.dumps(as_data("a", "文", findings), allow_nan=False))
    return data


def test_a_text_without_findings_has_every_key() -> None:
    assert form(Findings()) == {
        "id": "a", "text": "文", "ents": [], "nested": [], "dates": [], "figures": [], "quotes": [],
        "offices": [], "documents": [], "programmes": [], "events": [],
    }  # fmt: skip


def test_names_say_whether_they_are_shown_and_those_inside_stand_apart() -> None:
    data = form(Findings(names=(BODY, Name(9, 11, "PER", shown=False))))
    assert data["ents"] == [[0, 8, "ORG", True], [9, 11, "PER", False]]
    assert data["nested"] == [[0, 2, "LOC", True], [4, 8, "ORG", True], [4, 6, "LOC", True]]


def test_each_kind_has_the_keys_that_were_promised() -> None:
    data = form(
        Findings(
            dates=(Date(0, 2, None, "不确定"),),
            figures=(Figure(0, 2, (3, 5), "家", ("approx", "new"), "企业", "2022"),),
            quotes=(Quote(0, 2, "甲", None, direct=False),),
            offices=(Office((0, 2), (2, 4), (4, 6)), Office((0, 2), (2, 4))),
            papers=(Paper(0, 2, "意见", None),),
            programmes=(Programme(0, 2, 7, ((3, 4), (5, 6))),),
            events=(Event(0, 2, "签约", "2022", "乙", 1.5, ((0, 1),), (1, 2)),),
        )
    )
    del data["id"], data["text"], data["ents"], data["nested"]
    assert data == {
        "dates": [{"start": 0, "end": 2, "edtf": None, "basis": "不确定"}],
        "figures": [
            {
                "start": 0, "end": 2, "value": [3, 5], "unit": "家", "qualifier": ["approx", "new"],
                "of": "企业", "as_of": "2022",
            }
        ],
        "quotes": [{"start": 0, "end": 2, "speaker": "甲", "office": None, "direct": False}],
        "offices": [
            {"person": [0, 2], "office": [2, 4], "org": [4, 6]},
            {"person": [0, 2], "office": [2, 4], "org": None},
        ],
        "documents": [{"start": 0, "end": 2, "type": "意见", "issuer": None}],
        "programmes": [{"start": 0, "end": 2, "count": 7, "members": [[3, 4], [5, 6]]}],
        "events": [
            {
                "start": 0, "end": 2, "verb": "签约", "date": "2022", "place": "乙", "sum": 1.5,
                "participants": [[0, 1]],
            }
        ],
    }  # fmt: skip


def test_what_is_not_shown_is_told_of_names_alone() -> None:
    data = form(
        Findings(
            dates=(Date(0, 2, "2022", "", shown=False),),
            figures=(Figure(0, 2, 3, "家", shown=False),),
            quotes=(Quote(0, 2, "甲", None, direct=True, shown=False),),
            offices=(Office((0, 2), (2, 4), shown=False),),
            papers=(Paper(0, 2, "意见", None, shown=False),),
            programmes=(Programme(0, 2, 7, shown=False),),
            events=(Event(0, 2, "签约", shown=False),),
        )
    )
    assert data == form(Findings())
