"""Who is who across texts: which names are one entity, which are several, and which get a page."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from generator.model.knowledge import Entity, EntityKind
from generator.text.slug import slugify
from generator.weave.addresses import entity_url
from generator.weave.resolve import Resolved
from tests.unit.weave.told_names import told


def entities(resolved: Resolved, kind: EntityKind | None = None) -> list[str]:
    """名称（单位）:articles, in order of name."""
    found = []
    for it in resolved.entities:
        if kind is None or it.kind == kind:
            apart = f"（{it.apart}）" if it.apart else ""
            found.append(f"{it.name}{apart}:{len({place.reading for place in it.mentions})}")
    return sorted(found)


def rules(resolved: Resolved, name: str) -> list[str]:
    return [ground.rule for it in resolved.entities if it.name == name for ground in it.grounds]


BODIES = {
    "one-name": (["机[青石县水利局]修渠。", "机[青石县水利局]通水。"], ["青石县水利局:2"]),
    "short-name-of-another-text": (
        [
            "机[重庆励颐拓软件有限公司]成立，机[励颐拓|重庆励颐拓软件有限公司]很快。",
            "机[励颐拓]又来了。",
        ],
        ["重庆励颐拓软件有限公司:2"],
    ),
    "short-for-two": (
        [
            "机[北原联创软件有限公司]，机[联创软|北原联创软件有限公司]。",
            "机[南原联创软件有限公司]，机[联创软|南原联创软件有限公司]。",
            "机[联创软]来了。",
        ],
        ["北原联创软件有限公司:1", "南原联创软件有限公司:1", "联创软:1"],
    ),
    "a-word-is-no-short-name": (
        ["机[青石技工学校]开学，机[学校|青石技工学校]很大。", "机[学校]放假。"],
        ["学校:1", "青石技工学校:1"],
    ),
    "whose-county-committee": (["机[县委]开会。", "机[县委]发文。"], ["县委:1", "县委:1"]),
    "whose-bureau": (["机[市教育局]开会。", "机[市教育局]发文。"], ["市教育局:1", "市教育局:1"]),
    "of-the-lists": (["机[中组部]发文。", "机[中央组织部]发文。"], ["中央组织部:2"]),
}


@pytest.mark.parametrize(("texts", "found"), BODIES.values(), ids=BODIES)
def test_bodies_are_one_by_name_or_by_a_short_name_that_says_whom_it_means(
    texts: Sequence[str], found: Sequence[str]
) -> None:
    resolved, _, _ = told(texts)
    assert entities(resolved, "organisation") == sorted(found)


def test_a_short_name_stays_by_itself_where_an_editor_says_so() -> None:
    texts, _ = BODIES["short-name-of-another-text"]
    resolved, _, _ = told(texts, not_same=[["励颐拓", "重庆励颐拓软件有限公司"]])
    assert entities(resolved) == ["励颐拓:1", "重庆励颐拓软件有限公司:1"]


def test_a_merge_tells_its_reason_and_the_sentences() -> None:
    texts, _ = BODIES["short-name-of-another-text"]
    resolved, readings, _ = told(texts)
    (entity,) = resolved.entities
    (short, same) = entity.grounds
    assert (short.rule, same.rule) == ("short-name", "same-name")
    said = [
        readings[it.reading].article.blocks[it.block].text[it.start : it.end] for it in short.cites
    ]
    assert said == ["重庆励颐拓软件有限公司", "励颐拓"]
    assert entity.aliases == ("励颐拓",)


PEOPLE = {
    "two-bodies-two-people": (
        ["人[李卫祥]。｜李卫祥/副校长/山西农业大学", "人[李卫祥]。｜李卫祥/局长/青石县水利局"],
        ["李卫祥（山西农业大学）:1", "李卫祥（青石县水利局）:1"],
    ),
    "one-body": (
        ["人[李卫祥]。｜李卫祥/副校长/山西农业大学", "人[李卫祥]。｜李卫祥/校长/山西农业大学"],
        ["李卫祥:2"],
    ),
    "one-text-names-both": (
        [
            "人[李卫祥]。｜李卫祥/副校长/山西农业大学",
            "人[李卫祥]。｜李卫祥/局长/青石县水利局",
            "人[李卫祥]。｜李卫祥/副校长/山西农业大学 李卫祥/原局长/青石县水利局",
        ],
        ["李卫祥:3"],
    ),
    "usual-pair-of-a-place": (
        ["人[赵新民]。｜赵新民/书记/青石县委", "人[赵新民]。｜赵新民/主任/青石县人大常委会"],
        ["赵新民:2"],
    ),
    "usual-pair-of-a-firm": (
        ["人[赵新民]。｜赵新民/书记/青石集团党委", "人[赵新民]。｜赵新民/董事长/青石集团"],
        ["赵新民:2"],
    ),
    "department-of-a-body": (
        [
            "人[赵新民]。｜赵新民/部长/山西农业大学宣传部",
            "人[赵新民]。｜赵新民/副校长/山西农业大学",
        ],
        ["赵新民:2"],
    ),
    "any-county-committee": (
        ["人[王军]。｜王军/书记/县委", "2020-01-01 人[王军]。｜王军/书记/县委"],
        ["王军:2"],
    ),
    "without-office-in-the-same-company": (
        ["人[王军]在地[青石镇]。｜王军/局长/青石县水利局", "2012-01-01 人[王军]到地[青石镇]。"],
        ["王军:2"],
    ),
    "without-office-elsewhere": (
        ["人[王军]在地[青石镇]。｜王军/局长/青石县水利局", "人[王军]到地[白石镇]。"],
        ["王军:1", "王军（青石县水利局）:1"],
    ),
    "long-name-without-office-the-same-year": (
        ["人[王建军]。｜王建军/局长/青石县水利局", "人[王建军]。"],
        ["王建军:2"],
    ),
    "long-name-without-office-years-after": (
        ["人[王建军]。｜王建军/局长/青石县水利局", "2012-01-01 人[王建军]。"],
        ["王建军:1", "王建军（青石县水利局）:1"],
    ),
    "well-known": (
        [
            "人[习近平]。｜习近平/总书记/中共中央",
            "2012-01-01 人[习近平]。",
            "人[习近平]。｜习近平/国家主席/",
        ],
        ["习近平:3"],
    ),
    "name-of-the-well-known": (
        [
            "人[李强]。｜李强/总理/国务院",
            "人[李强]。｜李强/副主席/全国政协",
            "人[李强]。｜李强/支书/渠首村党支部",
        ],
        ["李强（中央）:2", "李强（渠首村）:1"],
    ),
    "namesake-of-the-well-known-in-a-village": (
        ["人[李强]。｜李强/支书/渠首村党支部", "2012-01-01 人[李强]。"],
        ["李强:1", "李强（渠首村）:1"],
    ),
    "without-office-beside-the-same-third": (
        ["人[王军]和人[周明远]来了。", "2012-01-01 人[周明远]和人[王军]走了。"],
        ["周明远:2", "王军:2"],
    ),
    "what-stands-in-other-paragraphs-says-nothing": (
        [
            "开头。\n\n人[王建军]在地[青石镇]。｜王建军/局长/青石县水利局",
            "2012-01-01 开头。\n\n人[王建军]。\n\n地[青石镇]。",
        ],
        ["王建军:1", "王建军（青石县水利局）:1"],
    ),
    "last-part-of-a-foreign-name-in-other-company": (
        ["人[安娜·贝克]。｜安娜·贝克/教授/北原大学", "人[贝克]。｜贝克/司令/南原守备队"],
        ["安娜·贝克:1", "贝克:1"],
    ),
    "last-part-of-two-foreign-names": (
        ["人[安娜·贝克]去地[青石镇]。", "人[约翰·贝克]去地[青石镇]。", "人[贝克]去地[青石镇]。"],
        ["安娜·贝克:1", "约翰·贝克:1", "贝克:1"],
    ),
    "last-part-of-a-foreign-name": (
        ["人[安娜·贝克]。｜安娜·贝克/教授/北原大学", "人[贝克]。｜贝克/教授/北原大学"],
        ["安娜·贝克:2"],
    ),
}


@pytest.mark.parametrize(("texts", "found"), PEOPLE.values(), ids=PEOPLE)
def test_people_are_one_by_their_bodies_or_their_company(
    texts: Sequence[str], found: Sequence[str]
) -> None:
    resolved, _, _ = told(texts)
    assert entities(resolved, "person") == sorted(found)


def test_people_of_one_name_have_pages_of_their_own_and_the_bare_url_leads_to_one() -> None:
    resolved, _, _ = told(PEOPLE["two-bodies-two-people"][0])
    urls = [it.url for it in resolved.entities if it.kind == "person"]
    assert len(set(urls)) == 2
    assert all(url.startswith("people/li-wei-xiang-") for url in urls)
    bare = entity_url("person", "李卫祥", slugify)
    assert bare not in urls
    assert dict(resolved.redirects)[bare] in urls


def test_people_of_whom_nothing_is_known_but_the_name_have_no_page() -> None:
    resolved, _, _ = told(["人[王军]去了。", "2012-01-01 人[王军]来了。"])
    (entity,) = resolved.entities
    assert entity.url == ""
    assert rules(resolved, "王军") == ["name-only"]


def test_an_editor_parts_two_of_one_body_of_bodies() -> None:
    texts, _ = PEOPLE["department-of-a-body"]
    pair = ["赵新民（山西农业大学宣传部）", "赵新民（山西农业大学）"]
    resolved, _, _ = told(texts, not_same=[pair])
    assert entities(resolved, "person") == sorted(f"{it}:1" for it in pair)


def _entry(
    name: str, *of: str, kind: EntityKind = "person", aliases: tuple[str, ...] = ()
) -> Entity:
    apart = of[0] if of else ""
    url = entity_url(kind, name, slugify, apart)
    return Entity(kind, name, url, (), aliases, apart=apart, of=of)


def test_an_entry_has_all_of_its_name() -> None:
    resolved, _, _ = told(PEOPLE["two-bodies-two-people"][0], [_entry("李卫祥")])
    assert entities(resolved, "person") == ["李卫祥:2"]


def test_entries_with_bodies_part_people_and_join_others() -> None:
    texts = [
        "人[李卫祥]。｜李卫祥/副校长/山西农业大学",
        "人[李卫祥]。｜李卫祥/局长/青石县水利局",
        "人[李卫祥]。｜李卫祥/主任/白石镇人大",
        "机[山西农业大学]的人[李卫祥]。",
        "人[李卫祥]。｜李卫祥/厂长/黑石水泥厂",
    ]
    written = [_entry("李卫祥", "山西农业大学", "白石镇"), _entry("李卫祥", "青石县水利局")]
    resolved, _, facts = told(texts, written)
    assert entities(resolved, "person") == [
        "李卫祥（山西农业大学）:3",
        "李卫祥（青石县水利局）:1",
        "李卫祥（黑石水泥厂）:1",
    ]
    assert all(-1 not in row for row in resolved.named)
    assert [len(it) for it in resolved.named] == [len(it.names) for it in facts]


def test_bodies_go_by_the_names_that_their_entries_give_them() -> None:
    text = "机[青石县水务局]的人[李卫祥]。｜李卫祥/局长/青石县水务局"
    body = _entry("青石县水务局", kind="organisation", aliases=("青石县水利局",))
    resolved, _, _ = told([text], [_entry("李卫祥", "青石县水利局"), body])
    assert entities(resolved, "person") == ["李卫祥（青石县水利局）:1"]


def test_the_urls_that_names_of_an_entry_would_have_lead_to_it() -> None:
    entry = Entity("organisation", "青石县水务局", "organisations/shuiwu/", (), ("青石县水利局",))
    resolved, _, _ = told(["机[青石县水利局]。", "机[青石县水务局]。"], [entry])
    assert entities(resolved) == ["青石县水务局:2"]
    urls = [entity_url("organisation", it, slugify) for it in ("青石县水利局", "青石县水务局")]
    assert dict(resolved.redirects) == dict.fromkeys(urls, "organisations/shuiwu/")


def test_packaged_names_give_way_to_what_an_editor_says() -> None:
    texts, _ = BODIES["of-the-lists"]
    resolved, _, _ = told(texts, not_same=[["中组部", "中央组织部"]])
    assert entities(resolved) == ["中央组织部:1", "中组部:1"]
    resolved, _, _ = told(texts[:1], not_names=["中央组织部"])
    assert entities(resolved) == ["中组部:1"]


def test_a_body_that_texts_take_for_a_place_is_the_entry_and_its_page_leads_there() -> None:
    entry = Entity("organisation", "青石会堂", "organisations/huitang/", ())
    texts = ["地[青石会堂]。", "机[青石会堂]。"]
    resolved, _, _ = told(texts, [entry], other_kinds=[("LOC", "青石会堂")])
    assert entities(resolved) == ["青石会堂:2"]
    urls = [entity_url(kind, "青石会堂", slugify) for kind in ("place", "organisation")]
    assert dict(resolved.redirects) == dict.fromkeys(urls, "organisations/huitang/")


def test_the_page_of_a_bare_name_leads_to_the_most_mentioned() -> None:
    """Not to an entry of which no text speaks."""
    texts = ["人[李卫祥]。｜李卫祥/副校长/山西农业大学"]
    [before] = told(texts)[0].entities
    resolved, _, _ = told(texts, [_entry("李卫祥", "白石镇")])
    [now] = [it for it in resolved.entities if it.mentions]
    assert dict(resolved.redirects)[before.url] == now.url


def test_what_an_entry_has_already_is_not_counted_twice() -> None:
    text = ["机[青石县水利局]修渠，机[水利局|青石县水利局]通水。"]
    first, _, _ = told(text)
    entry = Entity(
        "organisation", "青石县水利局", "organisations/a/", first.entities[0].mentions[:1]
    )
    resolved, _, _ = told(text, [entry])
    assert resolved.entities[0].mentions == first.entities[0].mentions


PLACES = {
    "full-name-only-of-a-list": (
        ["湖北地[江陵|江陵县]有学校。", "地[江陵]是重镇。"],
        ["江陵:1", "江陵县:1"],
    ),
    "village-of-two-counties": (
        ["地[浑源县]地[东坡村]修渠。", "地[绥德县]地[东坡村]修路。"],
        ["东坡村（浑源县）:1", "东坡村（绥德县）:1"],
    ),
    "village-of-one-county": (
        ["地[浑源县]地[东坡村]修渠。", "地[浑源县]地[东坡村]修路。"],
        ["东坡村:2"],
    ),
    "district-of-two-cities": (
        ["地[天津市]地[和平区]开会。", "地[沈阳市]地[和平区]开会。"],
        ["和平区（天津市）:1", "和平区（沈阳市）:1"],
    ),
    "part-of-another-country": (
        ["地[河北省]在地[西北]。", "地[甘肃省]在地[西北]。", "地[索马里]的地[西北]干旱。"],
        ["西北:1", "西北:2"],
    ),
    "city-abroad": (["地[仙台市]开会。", "地[仙台]开会。"], ["仙台:2"]),
    "gorges-of-another-island": (
        ["地[湖北省]的地[三峡]。", "地[新北市]的地[三峡]染布。"],
        ["三峡:1", "三峡:1"],
    ),
    "county": (["地[浑源县]修渠。", "机[青石县水利局]到地[浑源县]。"], ["浑源县:2"]),
}


@pytest.mark.parametrize(("texts", "found"), PLACES.values(), ids=PLACES)
def test_villages_of_one_name_are_one_if_something_says_so(
    texts: Sequence[str], found: Sequence[str]
) -> None:
    resolved, _, _ = told(texts)
    named = {it.partition("（")[0].partition(":")[0] for it in found}
    places = entities(resolved, "place")
    assert [it for it in places if it.startswith(tuple(named))] == sorted(found)


PAGES = {
    "two-articles": (["机[青石县水利局]。", "机[青石县水利局]。"], True),
    "one-article": (["机[青石县水利局]。"], False),
    "the-same-sentence-printed-again": (
        ["去年冬天，机[青石县水利局]组织乡亲们重修了东渠和西渠。"] * 2,
        False,
    ),
    "the-same-sentence-and-another": (
        ["去年冬天，机[青石县水利局]组织乡亲们重修了东渠和西渠。"] * 2
        + ["机[青石县水利局]负责人说，渠水已经通到了山脚下的果园。"],
        True,
    ),
    "the-same-paragraph-going-on-otherwise": (
        [
            "去年冬天，乡亲们沿着山脚一边清石头一边量水位，先后重修了东渠和西渠，又在两条渠的中间开了一道口子，把水引到果园里去，"
            f"机[青石县水利局]派人看过。{end}"
            for end in ("今年还要修。", "机[青石县水利局]又来过一回，说明年还要修一条新渠。")
        ],
        False,
    ),
    "an-office": (["人[李卫祥]。｜李卫祥/局长/青石县水利局"], True),
    "a-figure": (["机[青石县水利局]。｜数:青石县水利局"], True),
    "the-country": (["地[中国]。｜数:中国", "地[中国]。"], False),
    "any-committee": (["机[县委]。｜数:县委"], False),
    "a-document-of-two": (["文[《青石县水渠条例》]", "文[《青石县水渠条例》]"], True),
    "reports-of-two": (["文[《政府工作报告》]", "文[《政府工作报告》]"], False),
}


@pytest.mark.parametrize(("texts", "has_page"), PAGES.values(), ids=PAGES)
def test_a_page_is_for_what_two_articles_name_or_one_says_something_of(
    texts: Sequence[str], *, has_page: bool
) -> None:
    resolved, _, _ = told(texts)
    assert any(it.url for it in resolved.entities) is has_page


def test_who_is_named_by_a_sentence_printed_again_is_one_for_that_reason() -> None:
    text = "那年冬天，人[周明远]沿着河走到山里，写下了他的第一本书。机[青石书局]出版。"
    resolved, _, _ = told([text, text])
    person = next(it for it in resolved.entities if it.kind == "person")
    assert [it.words for it in person.grounds] == ["各篇里是同一句话"]


RARE = {
    "of-two-bodies": (
        ["人[爱德华三世]。｜爱德华三世/国王/英格兰", "人[爱德华三世]。｜爱德华三世/国王/法兰西"],
        1,
    ),
    "a-common-name": (
        ["人[李卫祥]。｜李卫祥/局长/青石县水利局", "人[李卫祥]。｜李卫祥/校长/山城中学"],
        2,
    ),
}


@pytest.mark.parametrize(("texts", "count"), RARE.values(), ids=RARE)
def test_a_name_that_no_two_people_have_is_one_whatever_bodies_it_stands_with(
    texts: Sequence[str], count: int
) -> None:
    resolved, _, _ = told(texts)
    assert sum(it.kind == "person" for it in resolved.entities) == count


PAPERS = {
    "marks-and-dashes": (
        ["文[《青石县规划（2022—2025年）》]", "文[青石县规划(2022-2025年)]"],
        1,
    ),
    "law-in-full": (["文[《中华人民共和国种子法》]", "文[种子法]"], 1),
    "with-issuer": (
        [
            "文[《中共中央国务院关于做好青石水渠修缮工作的意见》]",
            "文[《关于做好青石水渠修缮工作的意见》]",
        ],
        1,
    ),
    "draft-is-another": (["文[《青石水渠条例（草案）》]", "文[《青石水渠条例》]"], 2),
    "reports-are-many": (["文[《政府工作报告》]", "文[《政府工作报告》]"], 2),
}


@pytest.mark.parametrize(("texts", "count"), PAPERS.values(), ids=PAPERS)
def test_documents_are_one_if_their_titles_are_surely_the_same(
    texts: Sequence[str], count: int
) -> None:
    resolved, _, _ = told(texts)
    assert len(resolved.entities) == count


def test_the_order_of_articles_decides_nothing() -> None:
    texts = PEOPLE["name-of-the-well-known"][0] + PEOPLE["one-text-names-both"][0]
    seen = set()
    for order in itertools.permutations(texts[:4]):
        resolved, _, _ = told([*order, *texts[4:]])
        seen.add(tuple((it.name, it.apart, it.url) for it in resolved.entities))
    assert len(seen) == 1
