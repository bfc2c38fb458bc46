"""What is asked of names that several texts use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import pytest

from generator.annotate.prose import article_prose
from generator.model.findings import Findings, Name, NameKind, Office
from generator.weave.suggest import suggest
from tests.unit.weave.corpora import reading

KINDS: dict[str, NameKind] = {"人": "PER", "机": "ORG", "地": "LOC"}


def asked(
    texts: Sequence[str], names: Mapping[str, str], offices: Sequence[tuple[str, str]] = ()
) -> list[str]:
    """Ids of the suggestions. `names`: surface -> 人 机 地 for each text that has it, ? not shown."""
    readings = [reading(text, f"articles/a{number}.md") for number, text in enumerate(texts)]
    findings = []
    for number, it in enumerate(readings):
        text = article_prose(it.article, it.annotations.sentences).text
        found = []
        for surface, kinds in names.items():
            mark = kinds.split()[number % len(kinds.split())]
            at = text.find(surface)
            if at >= 0:
                found.append(Name(at, at + len(surface), KINDS[mark[0]], "?" not in mark))
        held = tuple(
            Office(
                (text.find(who), text.find(who) + len(who)),
                (text.find(it), text.find(it) + len(it)),
            )
            for who, it in offices
            if who in text and it in text
        )
        ordered = tuple(sorted(found, key=lambda it: it.start))
        findings.append(msgspec.msgpack.encode(Findings(names=ordered, offices=held)))
    made = suggest(readings, findings, lambda every: [()] * len(every), (), (), ())
    return [it.id for it in made]


@pytest.mark.parametrize(
    ("full", "short", "bound"),
    [
        ("世界贸易组织", "世贸组织", True),
        ("最高人民法院", "最高法", True),
        ("山西农业大学", "山西农大", True),
        ("亚洲基础设施投资银行", "亚投行", True),
        ("中国农业发展银行", "中国银行业", False),
        ("青石县水利局", "青石", False),
        ("青石县人民医院", "青石县人", False),
    ],
)
def test_what_may_be_short_for_what(full: str, short: str, bound: bool) -> None:
    ids = asked([f"{full}说好。", f"{short}也说好。"], {full: "机", short: "机"})
    assert (f"alias|{full}|{short}" in ids) is bound


def test_what_may_be_short_for_two_is_not_asked() -> None:
    names = dict.fromkeys(("世界贸易组织", "世界外贸组织", "世贸组织"), "机")
    assert asked(["世界贸易组织好。", "世界外贸组织好。", "世贸组织好。"], names) == []


def test_what_a_text_binds_is_not_asked_of_another_name() -> None:
    """农大 of the text that names 山西农业大学; 青州农业大学 is only named elsewhere."""
    texts = ("山西农业大学好，农大也好。", "青州农业大学好。")
    readings = [reading(text, f"articles/a{number}.md") for number, text in enumerate(texts)]
    findings = [
        Findings(
            names=(
                Name(0, 6, "ORG"),
                Name(8, 10, "ORG", ground="short", full="山西农业大学"),
            )
        ),
        Findings(names=(Name(0, 6, "ORG"),)),
    ]
    encoded = [msgspec.msgpack.encode(it) for it in findings]
    made = suggest(readings, encoded, lambda every: [()] * len(every), (), (), ())
    assert [it.id for it in made] == ["alias|山西农业大学|农大"]


def test_a_name_of_two_kinds() -> None:
    assert asked(["去大青山。", "大青山说好。"], {"大青山": "地 机"}) == ["kinds|大青山"]


def test_a_doubtful_name_that_recurs() -> None:
    assert asked(["见钱多金。", "有钱多金。"], {"钱多金": "人?"}) == ["name|钱多金"]
    assert asked(["见钱多金。"], {"钱多金": "人?"}) == []
    assert asked(["见钱多金。", "有钱多金。"], {"钱多金": "人? 人"}) == []


def test_people_of_one_name_and_two_offices() -> None:
    offices = [("李伟", "县长"), ("李伟", "院士")]
    assert asked(["县长李伟到会。", "院士李伟到会。"], {"李伟": "人"}, offices) == ["offices|李伟"]
    assert asked(["县长、院士李伟到会。"], {"李伟": "人"}, offices) == []
    near = [("李伟", "县长"), ("李伟", "青石县县长")]
    assert asked(["青石县县长李伟到会。", "县长李伟。"], {"李伟": "人"}, near[:1]) == []


def test_terms_in_quotation_marks() -> None:
    texts = ["推行“渠长制”。", "都有“渠长制”。", "说“好”，讲“水利”。", "再讲“水利”。"]
    assert asked(texts, {}) == ["term|渠长制"]
