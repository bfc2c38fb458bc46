"""What the whole corpus shows: passages, shared concepts, links, backlinks, addresses, problems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.annotation import Term
from generator.model.knowledge import Authority, Knowledge, Mention
from generator.text.slug import slugify
from generator.weave.addresses import entity_url, tag_url
from generator.weave.concepts import shared_concepts
from tests.unit.weave.corpora import topic, woven

SHANXI = "# 山西\n\n黄芪丰收，助力乡村振兴。\n\n黄芪带动乡村振兴，黄芪好。\n\n黄芪研究院成立。\n"
PARTY = "# 党建\n\n党支部促进乡村振兴。\n\n党支部领办合作社，乡村振兴有望。\n\n党支部开会。\n"
BOTH = SHANXI + PARTY.split("\n", 1)[1]
TOPICS = (topic("黄芪产业", "黄芪"), topic("基层党建", "党支部"))


def said(knowledge: Knowledge, mention: Mention) -> str:
    block = knowledge.readings[mention.reading].article.blocks[mention.block]
    return block.text[mention.start : mention.end]


def concepts(knowledge: Knowledge) -> list[str]:
    return [it.name for it in knowledge.entities if it.found_by == "recurrence"]


def test_a_term_that_recurs_on_both_sides_joins_two_topics() -> None:
    knowledge, problems = woven({"a": SHANXI, "b": PARTY}, TOPICS)
    assert problems == ()
    assert concepts(knowledge) == ["乡村振兴"]
    (shared,) = knowledge.topics[0].shared
    assert shared.topic == 1
    assert (shared.here_count, shared.there_count) == (2, 2)
    assert {said(knowledge, it) for it in (shared.here, shared.there)} == {"乡村振兴"}
    sides = [knowledge.readings[it.reading].article.title for it in (shared.here, shared.there)]
    assert sides == ["山西", "党建"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(SHANXI, PARTY.replace("，乡村振兴有望", ""), id="once-on-one-side"),
        pytest.param(
            SHANXI.replace("乡村振兴", "产业发展"),
            PARTY.replace("乡村振兴", "产业发展"),
            id="stock-words",
        ),
        pytest.param(
            SHANXI.replace("乡村振兴", "高质量发展"),
            PARTY.replace("乡村振兴", "高质量发展"),
            id="stock-phrase",
        ),
        pytest.param(BOTH, "# 别的\n\n无关。\n", id="one-article-of-both"),
        pytest.param(BOTH, PARTY, id="one-article-of-both-and-one-of-one"),
    ],
)
def test_less_than_that_joins_nothing(one: str, other: str) -> None:
    knowledge, _ = woven({"a": one, "b": other}, TOPICS)
    assert concepts(knowledge) == []
    assert [it.shared for it in knowledge.topics] == [(), ()]


def test_a_phrase_that_most_topics_hold_joins_none_of_them() -> None:
    words = ("黄芪", "党支部", "水渠", "夜校", "果树")
    texts = {
        f"a{number}": f"# 文{number}\n\n{word}助力乡村振兴。\n\n{word}带动乡村振兴。\n\n{word}很好。\n"
        for number, word in enumerate(words)
    }
    topics = tuple(topic(f"专题{word}", word) for word in words)
    everywhere, _ = woven(texts, topics)
    assert [it.shared for it in everywhere.topics] == [()] * len(words)
    of_two = {
        name: text if name in ("a0", "a1") else text.replace("乡村振兴", "大家")
        for name, text in texts.items()
    }
    told, _ = woven(of_two, topics)
    assert [len(it.shared) for it in told.topics].count(1) == 2


def test_an_entry_that_stands_in_the_same_article_of_both_relates_nothing() -> None:
    entry = Authority("term", "乡村振兴", "authority/a.toml")
    for articles in ({"a": BOTH}, {"a": BOTH, "b": PARTY}):
        knowledge, _ = woven(articles, TOPICS, [entry])
        assert knowledge.entities[0].topics == (0, 1)
        assert [it.shared for it in knowledge.topics] == [(), ()]


@pytest.mark.parametrize(
    ("counts", "found"), [((2, 2), ["恒芪"]), ((1, 2), []), ((2, 1), []), ((3, 2), ["恒芪"])]
)
def test_a_word_of_the_lexicon_too_has_to_recur_on_both_sides(
    counts: tuple[int, int], found: list[str]
) -> None:
    terms = [(Term("恒芪", "lexicon", tuple(range(count))),) for count in counts]
    shared = shared_concepts([(0,), (1,)], frozenset(), lambda asked: [terms[it] for it in asked])
    assert [it.surface for it in shared] == found


def test_a_word_that_editors_call_no_name_joins_nothing() -> None:
    knowledge, _ = woven({"a": SHANXI, "b": PARTY}, TOPICS, not_names=["乡村振兴"])
    assert concepts(knowledge) == []


def test_an_entry_of_the_editors_takes_the_place_of_the_find() -> None:
    entry = Authority("term", "乡村振兴", "authority/a.toml", slug="xczx", note="编者说。")
    knowledge, _ = woven({"a": SHANXI, "b": PARTY}, TOPICS, [entry])
    assert [(it.name, it.url, it.found_by) for it in knowledge.entities] == [
        ("乡村振兴", "terms/xczx/", "editor")
    ]
    assert [it.entity for it in knowledge.topics[0].shared] == [0]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        pytest.param(
            "甲说水渠。\n\n乙说别的。\n\n丙又说水渠。", ["甲说水渠。", "丙又说水渠。"], id="by-term"
        ),
        pytest.param("## 水渠\n\n一段。\n\n二段。", ["一段。"], id="by-heading"),
        pytest.param("## 水渠\n\n水渠长。", ["水渠长。"], id="not-twice"),
        pytest.param("## 水渠\n\n### 小节\n\n一段。", [], id="heading-without-text"),
        pytest.param("- 修水渠\n- 种树", ["修水渠"], id="list-item"),
        pytest.param("```\n水渠\n```", [], id="code"),
        pytest.param("修水渠道。", [], id="inside-another-word"),
    ],
)
def test_a_paragraph_belongs_to_a_topic_by_a_word_in_it(text: str, passages: list[str]) -> None:
    knowledge, _ = woven({"a": f"# 题\n\n{text}\n"}, [topic("专题", "水渠")])
    found = [it.mention for it in knowledge.topics[0].passages]
    blocks = knowledge.readings[0].article.blocks
    assert [blocks[it.block].text for it in found] == passages


def test_a_long_article_with_one_passage_is_not_about_the_topic() -> None:
    long = "# 长\n\n说水渠。\n\n" + "别的。\n\n" * 6
    knowledge, _ = woven(
        {"a": long, "b": "# 水渠记\n\n说水渠。\n\n" + "别的。\n\n" * 6}, [topic("水渠")]
    )
    titles = [knowledge.readings[it].article.title for it in knowledge.topics[0].main]
    assert titles == ["水渠记"]
    assert len(knowledge.topics[0].readings) == 2


def test_the_first_mention_in_a_section_is_a_link_and_the_longest_name_wins() -> None:
    text = "# 题\n\n山西农业大学来了。山西农业大学又来。\n\n## 二\n\n山西农业大学走了。\n"
    entries = [
        Authority("organisation", "山西农业大学", "a.toml", slug="nong"),
        Authority("organisation", "农业大学", "a.toml", slug="da"),
    ]
    knowledge, _ = woven({"a": text}, authority=entries)
    links = [(it.block, it.start, it.end, it.url) for it in knowledge.links[0]]
    assert links == [(0, 0, 6, "organisations/nong/"), (2, 0, 6, "organisations/nong/")]
    counts = {it.url: len(it.mentions) for it in knowledge.entities}
    assert counts == {"organisations/nong/": 3, "organisations/da/": 0}


def test_no_link_is_laid_over_the_authors_own() -> None:
    entry = Authority("place", "浑源县", "a.toml", slug="hy")
    knowledge, _ = woven(
        {"a": "# 题\n\n[浑源县](https://a.example)和`浑源县`，浑源县。\n"}, authority=[entry]
    )
    assert [it.start for it in knowledge.links[0]] == [8]


def test_a_backlink_tells_the_sentence_once() -> None:
    articles = {
        "a": "# 甲\n\n先说。[乙](b.md)和[又](b.md)在此。\n\n[自己](a.md)。[外](https://a.example)\n",
        "b": "# 乙\n\n无。\n",
    }
    knowledge, _ = woven(articles)
    at = [it.article.title for it in knowledge.readings].index("乙")
    (back,) = knowledge.backlinks[at]
    linking = knowledge.readings[back.sentence.reading]
    sentence = linking.annotations.sentences[back.sentence.sentence]
    text = linking.article.blocks[sentence.block].text
    assert text[sentence.start : sentence.end] == "乙和又在此。"
    assert text[back.start : back.end] == "乙"


LINKS = {
    "file": ("b.md", "articles/b/"),
    "here": ("./b.md", "articles/b/"),
    "up": ("../articles/b.md", "articles/b/"),
    "below": ("子/丙.md", "articles/bing/"),
    "encoded": ("%E5%AD%90/%E4%B8%99.md", "articles/bing/"),
    "topic": ("../topics/shui-qu.md", "topics/shui-qu/"),
    "url": ("/articles/b/", "articles/b/"),
    "relative-url": ("../topics/shui-qu/", "topics/shui-qu/"),
    "query": ("b.md?x=1", "articles/b/"),
    "outside": ("https://a.example/b.md", "https://a.example/b.md"),
    "mail": ("mailto:a@b.cc", "mailto:a@b.cc"),
    "picture": ("tu.png", "files/1.png"),
}


@pytest.mark.parametrize(("address", "url"), LINKS.values(), ids=LINKS)
def test_an_address_leads_to_its_page(address: str, url: str) -> None:
    articles = {"a": f"# 甲\n\n[看]({address})\n", "b": "# 乙\n\n好。\n", "子/丙": "# 丙\n\n好。\n"}
    knowledge, problems = woven(articles, [topic("水渠")], files={"articles/tu.png": "files/1.png"})
    assert problems == ()
    at = [it.article.title for it in knowledge.readings].index("甲")
    assert knowledge.addresses[at] == ((address, url),)


@pytest.mark.parametrize("name", ["小节", "小节%20", "id"])
def test_an_anchor_is_the_text_of_a_heading_or_an_id(name: str) -> None:
    other = "# 乙\n\n## 小节\n\n<a id='id'></a>好。\n"
    knowledge, problems = woven({"a": f"# 甲\n\n[看](b.md#{name})\n", "b": other})
    if name == "小节%20":
        assert [it.code for it in problems] == ["anchor-missing"]
        return
    assert problems == ()
    at = [it.article.title for it in knowledge.readings].index("甲")
    ((_, url),) = knowledge.addresses[at]
    anchor = url.partition("#")[2]
    assert anchor in {it.id for it in knowledge.readings[1 - at].article.blocks} | {"id"}


def test_two_owners_of_one_url_are_told_with_both_files() -> None:
    _, problems = woven({"a": "# 甲\n", "b": "---\nslug: a\n---\n# 乙\n"})
    (clash,) = problems
    assert (clash.code, clash.place.file) == ("url-taken", "articles/b.md")
    assert dict(clash.facts) == {"url": "articles/a/", "other": "articles/a.md"}


def test_a_name_of_yesterday_gives_way_to_a_page_of_today() -> None:
    _, problems = woven({"z": "# 甲\n", "a": "---\naliases: [z]\n---\n# 乙\n"})
    (clash,) = problems
    assert (clash.place.file, clash.place.key) == ("articles/a.md", ("aliases", 0))


def test_an_alias_leads_to_the_article() -> None:
    knowledge, problems = woven({"new": "---\naliases: [old]\n---\n# 甲\n"})
    assert problems == ()
    assert knowledge.redirects == (("articles/old/", "articles/new/"),)


def test_readings_stand_latest_first_and_undated_last() -> None:
    dates = {"a": "2022-01-02", "b": "", "c": "2023-01-01", "d": "2022-01-02"}
    articles = {
        name: f"---\ndate: {date}\n---\n# 题\n" if date else "# 题\n"
        for name, date in dates.items()
    }
    knowledge, _ = woven(dict(reversed(articles.items())))
    assert [it.article.id for it in knowledge.readings] == ["c", "a", "d", "b"]


def test_the_order_of_the_files_leaves_no_trace() -> None:
    articles = {"a": SHANXI, "b": PARTY, "c": "# 丙\n\n黄芪。[甲](a.md)\n"}
    assert woven(articles, TOPICS)[0] == woven(dict(reversed(articles.items())), TOPICS)[0]


@pytest.mark.parametrize(("one", "other"), [("李伟", "李威"), ("史", "诗"), ("李 伟", "李伟")])
def test_names_spelled_alike_do_not_meet(one: str, other: str) -> None:
    assert entity_url("person", one, slugify) != entity_url("person", other, slugify)
    assert tag_url(one, slugify) != tag_url(other, slugify)


def test_one_name_of_two_kinds_has_two_pages() -> None:
    assert entity_url("person", "长江", slugify) != entity_url("place", "长江", slugify)


@given(st.text(max_size=30))
def test_every_url_is_ascii_lower_case_and_one_folder_deep(name: str) -> None:
    for url in (entity_url("term", name, slugify), tag_url(name, slugify)):
        assert url.isascii()
        assert url == url.lower()
        assert url.count("/") == 2
        assert url.endswith("/")
        assert not set(url) & set("%?#.\\ ")
