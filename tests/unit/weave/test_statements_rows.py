"""Offices, quotes, documents, programmes, relations, wordings: one row a thing, with its places."""

from __future__ import annotations

from generator.model.knowledge import Knowledge
from generator.model.statements import Statements, Wording
from generator.weave.statements import Selected, statements
from tests.unit.weave.stated import stated, text


def _told(told: str) -> tuple[Knowledge, Statements]:
    knowledge = stated(told)
    whole = [Selected(it) for it in range(len(knowledge.readings))]
    return knowledge, statements(knowledge, whole)


OFFICES = """文 2021-05-01
海州大学校长高明说。
人 高明
机构 海州大学
职 高明 | 校长 | 海州大学
文 2023-05-01
校长高明、海州大学农学院院长李雷在场，院长李雷讲话。
人 高明、李雷
机构 海州大学农学院
职 高明 | 校长 |
职 李雷 | 院长 | 海州大学农学院
文 2024-05-01
省教育厅副厅长高明到会。
人 高明
机构 省教育厅
职 高明 | 副厅长 | 省教育厅
"""


def test_a_person_in_an_office_from_the_first_article_to_the_last() -> None:
    _, found = _told(OFFICES)
    shown = [(it.name, it.org_words, it.office, it.first, it.last) for it in found.offices]
    assert shown == [
        ("高明", "海州大学", "校长", "2021-05-01", "2023-05-01"),
        ("高明", "省教育厅", "副厅长", "2024-05-01", "2024-05-01"),
        ("李雷", "海州大学农学院", "院长", "2023-05-01", "2023-05-01"),
    ]
    assert len(found.offices[0].cites) == 2


def test_a_deputy_is_not_the_short_form_of_the_head() -> None:
    _, found = _told(
        "文 2021-05-01\n海州大学副校长高明、海州大学校长高明。\n人 高明\n机构 海州大学\n"
        "职 高明 | 副校长 | 海州大学\n职 高明 | 校长 | 海州大学"
    )
    assert sorted(it.office for it in found.offices) == ["副校长", "校长"]


def test_an_office_that_is_over_is_of_no_day_and_apart_from_that_held_now() -> None:
    _, found = _told(
        "文 2021-05-01\n海州大学前校长高明。\n人 高明\n机构 海州大学\n职 高明 | 前校长 | 海州大学\n"
        "文 2022-05-01\n校长高明。\n人 高明\n职 高明 | 校长 |"
    )
    assert [(it.office, it.first) for it in found.offices] == [
        ("校长", "2022-05-01"),
        ("前校长", ""),
    ]


def test_the_same_words_of_one_speaker_stand_once() -> None:
    knowledge, found = _told(
        "文 2022-05-01\n高明说：“办好学校，靠的是人。”\n人 高明\n语 办好学校，靠的是人。 | 高明 | 校长\n"
        "文 2022-06-01\n高明说过“办好学校，靠的是人。”\n人 高明\n语 办好学校，靠的是人。 | 高明 |"
    )
    (row,) = found.quotes
    assert (text(knowledge, row.cite), row.speaker_words, row.office, row.date) == (
        "办好学校，靠的是人。",
        "高明",
        "校长",
        "2022-05-01",
    )


def test_a_document_of_two_articles_is_one_with_who_issued_it() -> None:
    _, found = _told(
        "文 2022-05-01\n省教育厅印发《学校规划（2022—2025年）》。\n文件 学校规划（2022—2025年） | 省教育厅\n"
        "文 2022-06-01\n按照《学校规划(2022—2025年)》办学。\n文件 学校规划(2022—2025年)"
    )
    (row,) = found.papers
    assert (row.title, row.issuer, len(row.cites)) == ("学校规划（2022—2025年）", "省教育厅", 2)


def test_members_of_a_programme_come_from_the_text_that_lists_them() -> None:
    knowledge, found = _told(
        "文 2022-05-01\n实施三大行动。\n举措 三大行动 | 3 |\n"
        "文 2022-06-01\n三大行动是治水、护林、改厕。\n举措 三大行动 | 3 | 治水、护林、改厕"
    )
    (row,) = found.programmes
    assert [it for it, _ in row.members] == ["治水", "护林", "改厕"]
    assert [text(knowledge, it) for _, it in row.members] == ["治水", "护林", "改厕"]
    assert len(row.cites) == 2


RELATIONS = """文 2022-05-01
海州大学与青山县共建青山茶叶研究院。
机构 海州大学
地 青山县
关系 founded | 青山茶叶研究院 | 海州大学 | 青山县
文 2022-06-01
5月，海州大学投资120万元，建立青山茶叶研究院。
机构 海州大学
关系 founded | 青山茶叶研究院 | 海州大学 |  | 120万元 | 2022-05
海州大学与江州县共建江州花卉研究院。
机构 海州大学
地 江州县
关系 founded | 江州花卉研究院 | 海州大学 | 江州县
"""


def test_what_two_sentences_tell_of_one_institute_is_one_row() -> None:
    _, found = _told(RELATIONS)
    shown = [
        (it.institute, [words for _, words in it.places], it.sum_words, it.date, len(it.repeats))
        for it in found.relations
    ]
    assert shown == [
        ("青山茶叶研究院", ["青山县"], "120万元", "2022-05", 1),
        ("江州花卉研究院", ["江州县"], "", "", 0),
    ]


PLANNED = """文 2022-06-01
5月，东海新能源汽车升级项目入驻青山县。
地 青山县
关系 settled | 东海新能源汽车升级项目 |  | 青山县 |  | 2022-05
东海新能源汽车升级项目将入驻青山县龙湖产业园。
地 青山县、龙湖产业园
关系 将 settled | 东海新能源汽车升级项目 |  | 青山县、龙湖产业园
"""


def test_what_a_text_says_will_be_is_not_told_as_done() -> None:
    _, found = _told(PLANNED)
    (row,) = found.relations
    assert (row.planned, row.date) == (True, "2022-05")
    assert [words for _, words in row.places] == ["青山县", "龙湖产业园"]
    assert [it.sentence for it in (row.cite, *row.repeats)] == [1, 0]


WORDINGS = """文 2019-05-01
支持中小企业，全面建设小康社会。提高公共服务水平，守住绿水青山。
用语 中小企业、全面建设小康社会、公共服务、绿水青山
文 2021-05-01
支持中小微企业，全面建成小康社会。提高公共卫生服务水平。
用语 中小微企业、全面建成小康社会、公共卫生服务
文 2022-05-01
中小企业要活，中小微企业要强，公共服务要好，公共卫生服务要稳，全面建设小康社会。
用语 中小企业、中小微企业、公共服务、公共卫生服务、全面建设小康社会
文 2020-05-01
帮助中小微企业，办好公共卫生服务。
用语 中小微企业、公共卫生服务
文 2020-06-01
确保全面建成小康社会，完善社会保险制度、社会保障制度。
用语 全面建成小康社会、社会保险制度、社会保障制度
文 2020-07-01
改革社会保险制度。
用语 社会保险制度
文 2020-08-01
改革社会保障制度。
用语 社会保障制度
"""


def _wording(phrase: str) -> Wording:
    _, found = _told(WORDINGS)
    return next(it for it in found.wordings if it.phrase == phrase)


def test_a_phrase_from_its_first_use_to_its_last() -> None:
    it = _wording("公共服务")
    assert (it.count, it.articles, it.first.reading, it.last.reading) == (2, 2, 0, 2)
    assert it.years == (("2019", 1), ("2022", 1))


def test_a_character_more_or_other_is_drift_a_word_more_is_another_thing() -> None:
    variants = _wording("全面建设小康社会").variants
    assert [(words, count) for words, count, _ in variants] == [("全面建成小康社会", 2)]
    assert _wording("公共服务").variants == ()


def test_two_phrases_of_one_sentence_are_two_things() -> None:
    assert _wording("中小企业").variants == ()


def test_a_phrase_that_stands_once_is_not_followed() -> None:
    _, found = _told(WORDINGS)
    assert "绿水青山" not in [it.phrase for it in found.wordings]
