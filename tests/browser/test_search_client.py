"""The search client on a built site: what is found, in which order, what is shown; what breaks."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser

from generator.search.fold import fold
from generator.search.terms import is_h, units, words
from tests.browser.conftest import PageAt
from tests.browser.search_host import Host
from tests.site.sites import Files, built, tree, write

_LONG = "".join(
    f"第{it}章说的是陶器与青铜器，铜面打磨得很光，旁边另有面具的残片，年代都不详。"
    for it in range(60)
)
_REST = "".join(
    f"第{it}批文物入库，编号完整，保管妥当，并无缺损，也没有别的可说。" for it in range(60)
)
# Enough terms for some dozen shards.
_CHARACTERS = "".join(chr(0x4E00 + it * it * 7 % 20_000) for it in range(12_000))
ARTICLES: dict[str, str] = {
    "shuiku": "---\ntitle: 龙门水库\ndate: 2021-03-01\nsource: 甲报\n---\n\n龙门水库于1958年动工，两年建成。"
    "库容1,200万立方米，灌溉三个县。\n\n## 移民\n\n为修水库，移民三千人，都安置在下游。\n",
    "guangai": "---\ntitle: 灌溉记\ndate: 2020-05-01\nsource: 乙报\n---\n\n各村的灌溉都靠龙门水库，水费每亩五元。\n",
    "jianwen": "---\ntitle: 见闻\ndate: 2022-07-01\nsource: 甲报\n---\n\n听说水库要加高，灌溉面积还会扩大。\n",
    "tielu": "---\ntitle: 臺灣鐵路史\ndate: 2019-01-01\n---\n\n這條鐵路的歷史很長，對產業發展影響很大。"
    "縱貫線於1908年全線通車，從基隆到高雄。\n",
    "jiangxin": "---\ntitle: 江新村与新区\n---\n\n两江在此汇合，江新村在岸边，新区在对岸。"
    "两江的水，江新的人，新区的楼。\n",
    "erci": "---\ntitle: 一次会议\n---\n\n会上有人说起别处的事，"
    + "说了很久，谁也没有记下来。" * 12
    + "最后才提到两江新区一次。\n",
    "kaogu": f"---\ntitle: 发掘报告\n---\n\n{_LONG}\n\n考古队在七号坑发现青铜面具一件，保存完好。\n\n{_REST}\n",
    "shuju": "---\ntitle: 数据\n---\n\n人均GDP增长3.5%，OpenStreetMap是地图，标准号是GB18030。\n",
    "zifu": "---\ntitle: <b>粗</b>与.*\n---\n\n好😀事，𠮷野家。\n",
    "zeng": "---\ntitle: 湘军\n---\n\n曾国藩办团练，后成湘军。曾国藩是湘乡人。\n",
    "zeng2": "---\ntitle: 家书\n---\n\n曾国藩的家书很多，都寄回湘乡。\n",
    "zibiao": f"---\ntitle: 字表\n---\n\n{_CHARACTERS}\n",
    **{
        f"cun{it}": f"---\ntitle: 第{it}号村志\n---\n\n村里有{it}户人家，种麦子和棉花，靠雨水灌溉。\n"
        for it in range(30)
    },
}
FILES: dict[str, str | bytes] = {
    "site.toml": 'title = "试"\n',
    "topics/shuili.md": "---\ntitle: 水利工程\naliases: [治水]\nterms: [水库]\n---\n\n水库与渠道都在这里。\n",
    "authority/people.toml": '[[people]]\nname = "曾国藩"\naliases = ["曾文正"]\nnote = "湘军统帅"\n',
    **{f"articles/{name}.md": text for name, text in ARTICLES.items()},
}
UNDER = "/some/where/"

Site = dict[str, bytes]
Open = Callable[..., Host]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """All files of the site."""
    return _built(tmp_path_factory.mktemp("search"), FILES)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same with another article before all others, and a changed one."""
    new = "---\ntitle: 旧闻\ndate: 1950-01-01\n---\n\n没有什么可说。\n"
    changed = str(FILES["articles/shuiku.md"]).replace("两年建成", "两年建成，石坝很高")
    files = {**FILES, "articles/jiuwen.md": new, "articles/shuiku.md": changed}
    return _built(tmp_path_factory.mktemp("edited"), files)


@pytest.fixture
def opened(page_at: PageAt, site: Site) -> Open:
    """A page on the site, or on other files of it."""

    def open_host(files: Site = site, under: str = UNDER) -> Host:
        return Host(page_at(800), files, under)

    return open_host


@pytest.fixture(scope="module")
def host(browser: Browser, site: Site) -> Iterator[Host]:
    """One page on the site for all tests that leave it as it is."""
    page = browser.new_page()
    yield Host(page, site, UNDER)
    page.close()


def _built(folder: Path, files: Files) -> Site:
    return tree(built(write(folder / "content", files), folder / "out").site)


def _names(found: Any) -> list[str]:
    """Kinds of results, and of articles their folder, of others what they are called."""
    results = [
        (it["kind"], it["title"], it["url"].strip("/").split("/")[-1]) for it in found["results"]
    ]
    return [f"{kind} {name if kind == 'article' else title}" for kind, title, name in results]


def _articles(found: Any) -> list[str]:
    return [it.removeprefix("article ") for it in _names(found) if it.startswith("article ")]


def _marked(text: str, marks: list[list[int]]) -> list[str]:
    """What is marked; offsets count code units."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return [encoded[2 * start : 2 * end].decode("utf-16-le") for start, end in marks]


# What is found


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("水库 移民", "article shuiku", id="two keywords"),
        pytest.param("龙门水库", "article shuiku", id="title"),
        pytest.param("《龙门水库》", "article shuiku", id="title in brackets"),
        pytest.param("龙 门 水 库", "article shuiku", id="title, spaced"),
        pytest.param("治水", "topic 水利工程", id="alias of a topic"),
        pytest.param("水利工程", "topic 水利工程", id="topic"),
        pytest.param("曾文正", "person 曾国藩", id="alias of a person"),
        pytest.param("shuiligongcheng", "topic 水利工程", id="pinyin of a topic"),
        pytest.param("slgc", "topic 水利工程", id="initials of a topic"),
        pytest.param("zengguofan", "person 曾国藩", id="pinyin of a person"),
        pytest.param("zgf", "person 曾国藩", id="initials of a person"),
        pytest.param("longmenshuiku", "article shuiku", id="pinyin of an article"),
        pytest.param("Long Men shui'ku", "article shuiku", id="pinyin with spaces"),
        pytest.param("lmsk", "article shuiku", id="initials of an article"),
        pytest.param("longmensh", "article shuiku", id="pinyin begun"),
        pytest.param("龍門水庫", "article shuiku", id="traditional"),
        pytest.param("台湾铁路", "article tielu", id="simplified, text traditional"),
        pytest.param("水庫 水库 龍門", "article shuiku", id="both scripts"),
        pytest.param("縱貫線", "article tielu", id="traditional, text traditional"),
        pytest.param("ＧＤＰ", "article shuju", id="full width"),
        pytest.param("gdp增长", "article shuju", id="letters and characters"),
        pytest.param("openstreet", "article shuju", id="beginning of a word"),
        pytest.param("gb18", "article shuju", id="beginning with digits"),
        pytest.param("3.5", "article shuju", id="decimal"),
        pytest.param("1200万", "article shuiku", id="number without its comma"),
        pytest.param("1,200", "article shuiku", id="number with its comma"),
        pytest.param("195", "article shuiku", id="beginning of a number"),
        pytest.param("1958年", "article shuiku", id="year"),
        pytest.param("坝", "", id="a character that stands nowhere"),
        pytest.param("煤", "", id="another"),
        pytest.param("雄", "article tielu", id="a character at the end of a word"),
        pytest.param("棉", "article cun9", id="a character"),
        pytest.param("😀", "article zifu", id="emoji"),
        pytest.param("𠮷野", "article zifu", id="beyond the first plane"),
        pytest.param("<b>粗</b>", "article zifu", id="markup in a title"),
        pytest.param("两江新区", "article erci", id="as it is before in pieces"),
    ],
)
def test_the_first_result_is(host: Host, query: str, first: str) -> None:
    assert [*_names(host.search(query)), ""][0] == first


@pytest.mark.parametrize(
    ("question", "article"),
    [
        pytest.param("龙门水库是哪一年动工的？", "shuiku", id="when"),
        pytest.param("考古队在几号坑发现了青铜面具？", "kaogu", id="where"),
        pytest.param("縱貫線從哪裡到哪裡？", "tielu", id="traditional"),
    ],
)
def test_a_question_leads_to_the_article_that_answers(
    host: Host, question: str, article: str
) -> None:
    assert _articles(host.search(question))[0] == article


def test_any_two_neighbouring_characters_of_an_article_find_it(host: Host) -> None:
    texts = {name: fold(text.split("---\n", 2)[2]) for name, text in ARTICLES.items()}
    pairs: dict[str, set[str]] = {}
    for name, text in texts.items():
        for token in (it for word in words(units(text)) for it in word if is_h(it[0])):
            for at in range(len(token) - 1):
                pairs.setdefault(token[at : at + 2], set()).add(name)
    whole = sorted(it for it in pairs if it.isprintable())
    chosen = random.Random(6).sample(whole, 250)
    found = host.ask(*[("search", it, {"limit": 1000, "snippets": 0}) for it in chosen])
    missed = {
        pair: missing
        for pair, results in zip(chosen, found, strict=True)
        if (missing := pairs[pair] - set(_articles(results)))
    }
    assert not missed


def test_all_results_have_title_and_url_and_the_first_a_snippet(host: Host) -> None:
    found = host.search("灌溉", limit=None)
    assert found["total"] == len(found["results"]) == 33
    assert set(_articles(found)) == {
        "shuiku",
        "guangai",
        "jianwen",
        *(f"cun{it}" for it in range(30)),
    }
    assert all(it["title"] and it["url"] == it["href"].split("#")[0] for it in found["results"])
    assert [bool(it["snippet"]["text"]) for it in found["results"]] == [True] * 10 + [False] * 23


@pytest.mark.parametrize(
    ("options", "count", "snippets"),
    [
        pytest.param({}, 10, 10, id="ten"),
        pytest.param({"limit": 3}, 3, 3, id="three"),
        pytest.param({"limit": 0}, 0, 0, id="none"),
        pytest.param({"limit": 20, "snippets": 20}, 20, 20, id="twenty"),
        pytest.param({"snippets": False}, 10, 0, id="without snippets"),
        pytest.param({"snippets": True}, 10, 10, id="with snippets"),
        pytest.param(None, 10, 10, id="no options"),
        pytest.param({"limit": None, "filters": None, "snippets": None}, 10, 10, id="nothing said"),
        pytest.param({"limit": -1}, 0, 0, id="less than none"),
    ],
)
def test_as_many_as_asked_for(
    host: Host, options: dict[str, Any] | None, count: int, snippets: int
) -> None:
    found = host.ask(("search", "灌溉", options))[0]
    assert found["total"] == 33
    assert len(found["results"]) == count
    assert sum(bool(it["snippet"]["text"]) for it in found["results"]) == snippets


# Order


def test_a_title_that_has_the_words_comes_before_a_text(host: Host) -> None:
    assert _articles(host.search("灌溉"))[0] == "guangai"


def test_topics_come_before_articles_other_names_after_them(host: Host) -> None:
    assert _names(host.search("水利"))[0] == "topic 水利工程"
    found = _names(host.search("国藩", limit=None))
    assert found.index("person 曾国藩") > found.index("article zeng")


def test_by_date_the_latest_first_those_without_date_last(host: Host) -> None:
    found = _articles(host.search("水库", order="date"))
    assert found == ["jianwen", "shuiku", "guangai"]
    found = _articles(host.search("灌溉", order="date", limit=None))
    assert found[:3] == ["jianwen", "shuiku", "guangai"]


def test_words_that_never_stand_together_are_told(host: Host) -> None:
    found = host.search("龙门水库 高雄")
    assert found["partial"]
    assert {"shuiku", "tielu"} <= set(_articles(found))
    assert not host.search("龙门水库 移民")["partial"]


def test_words_that_stand_nowhere_are_named(host: Host) -> None:
    found = host.search("水库 煤炭")
    assert found["partial"]
    assert found["missing"] == ["煤炭"]
    assert "shuiku" in _articles(found)


# What is shown


@pytest.mark.parametrize(
    ("query", "article", "marked"),
    [
        pytest.param("水库 移民", "shuiku", ["水库", "移民"], id="two words"),
        pytest.param("鐵路", "tielu", ["鐵路"], id="traditional by itself"),
        pytest.param("铁路的历史", "tielu", ["鐵路的歷史"], id="traditional by simplified"),
        pytest.param("1200万", "shuiku", ["1,200万"], id="a comma within"),
        pytest.param("ｇｄｐ", "shuju", ["GDP"], id="width and case"),
        pytest.param("𠮷", "zifu", ["𠮷"], id="two units"),
        pytest.param("street", "", [], id="not within a word"),
    ],
)
def test_the_words_are_marked(host: Host, query: str, article: str, marked: list[str]) -> None:
    results = [it for it in host.search(query)["results"] if it["url"].endswith(f"/{article}/")]
    assert [_marked(**it["snippet"]) for it in results[:1]] == ([marked] if article else [])


def test_title_and_alias_are_marked(host: Host) -> None:
    (first, *_) = host.search("龙门")["results"]
    assert _marked(first["title"], first["titleMarks"]) == ["龙门"]
    (first, *_) = host.search("文正")["results"]
    assert (first["title"], first["alias"]) == ("曾国藩", "曾文正")
    assert _marked(first["alias"], first["aliasMarks"]) == ["文正"]


def test_a_hit_leads_to_the_sentence(host: Host, site: Site) -> None:
    (first,) = host.search("青铜面具")["results"]
    assert _marked(**first["snippet"]) == ["青铜面具"]
    assert first["snippet"]["text"].startswith("考古队在七号坑")
    path, _, anchor = first["href"].partition("#")
    page = html.fromstring(site[f"{path.removeprefix(UNDER)}index.html"].decode())
    sentence = page.find(f".//*[@id='{anchor}']")
    assert sentence is not None
    text = html.tostring(sentence, encoding="unicode", method="text")
    assert "七号坑发现青铜面具" in text


def test_results_say_when_and_where(host: Host) -> None:
    (first,) = host.search("水费")["results"]
    assert first["kind"] == "article"
    assert first["date"] == "2020-05-01"
    assert first["source"] == "乙报"
    assert first["url"] == f"{UNDER}articles/guangai/"


# Filters


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        pytest.param({"source": ["甲报"]}, {"shuiku", "jianwen"}, id="source"),
        pytest.param({"year": ["2020", "2022"]}, {"guangai", "jianwen"}, id="either year"),
        pytest.param({"year": ["2020"], "source": ["甲报"]}, set(), id="both"),
        pytest.param({"kind": ["topic"]}, set(), id="no articles"),
        pytest.param({"topic": ["水利工程"]}, {"shuiku", "guangai", "jianwen"}, id="topic"),
        pytest.param({"topic": ["没有"]}, set(), id="unknown"),
        pytest.param({"year": []}, {"shuiku", "guangai", "jianwen"}, id="none chosen"),
    ],
)
def test_filters(host: Host, filters: dict[str, list[str]], articles: set[str]) -> None:
    assert set(_articles(host.search("水库", filters=filters))) == articles


def test_a_kind_alone(host: Host) -> None:
    assert _names(host.search("水库", filters={"kind": ["topic"]})) == ["topic 水利工程"]
    kinds = {it["kind"] for it in host.search("水库", filters={"kind": ["article"]})["results"]}
    assert kinds == {"article"}


def test_counts_leave_out_their_own_filter(host: Host) -> None:
    free, chosen = host.ask(
        ("facets", "水库"), ("facets", "水库", {"filters": {"source": ["甲报"]}})
    )
    assert dict(free["source"]) == {"甲报": 2, "乙报": 1}
    assert free["year"] == [["2022", 1], ["2021", 1], ["2020", 1]]
    assert dict(free["kind"]) == {"article": 3, "topic": 1}
    assert dict(chosen["source"]) == {"甲报": 2, "乙报": 1}
    assert dict(chosen["year"]) == {"2022": 1, "2021": 1}
    assert dict(chosen["kind"]) == {"article": 2}
    for name, counts in free.items():
        for value, count in counts:
            assert host.search("水库", limit=None, filters={name: [value]})["total"] == count


# Any query


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("", id="empty"),
        pytest.param(" \t\n", id="blank"),
        pytest.param("？！。", id="punctuation"),
        pytest.param("<script>alert(1)</script><img src=x onerror=alert(1)>", id="markup"),
        pytest.param(".*+?^${}()|[]\\", id="regular expression"),
        pytest.param("(水库", id="open bracket"),
        pytest.param("水[库", id="open class"),
        pytest.param("水" * 10_000, id="long"),
        pytest.param("水库 " * 3_000, id="many words"),
        pytest.param("".join(chr(0x4E00 + it) for it in range(10_000)), id="all different"),
        pytest.param("a" * 10_000, id="long run"),
        pytest.param("1," * 5_000, id="commas"),
        pytest.param("👨‍👩‍👧‍👦🏳️‍🌈", id="joined emoji"),
        pytest.param("\u202e水库\u200f\u2066", id="directions"),
        pytest.param("水\u0000库", id="null"),
        pytest.param("e\u0301" * 200, id="combining"),
        pytest.param("=龙门水库", id="sign of a key"),
        pytest.param("~lmsk", id="sign of a sound"),
        pytest.param("#kind:article", id="sign of a facet"),
        pytest.param("水*", id="sign of a union"),
        pytest.param("__proto__ constructor", id="names of objects"),
        pytest.param("../../etc/passwd %2e%2e", id="paths"),
    ],
)
def test_any_query_is_text(host: Host, query: str) -> None:
    host.asked.clear()
    found = host.search(query)
    assert isinstance(found["results"], list)
    assert found["notices"] == []
    assert len(host.asked) < 150


@pytest.mark.parametrize(
    "query",
    ["'\\ud83d'", "'\\ude00水'", "'水\\ud83d库'", "undefined", "null", "42", "['水库']", "{}"],
)
def test_half_characters_and_no_strings_are_no_error(host: Host, query: str) -> None:
    host.search("水")
    module = f"{UNDER}search/client.js"
    found = host.page.evaluate(
        f"(async () => (await (await import('{module}')).open()).search({query}))()"
    )
    assert isinstance(found, list)


def test_marks_of_directions_are_not_there(host: Host) -> None:
    assert _names(host.search("\u202e龙门\u200f水库")) == _names(host.search("龙门水库"))


# Where it is


@pytest.mark.parametrize(
    ("under", "base"),
    [
        pytest.param(UNDER, None, id="none: that of client.js"),
        pytest.param(UNDER, UNDER, id="path of the site"),
        pytest.param(UNDER, "/some/where", id="without slash"),
        pytest.param(UNDER, f"{UNDER}search/", id="search folder"),
        pytest.param(UNDER, f"http://site.example{UNDER}", id="address"),
        pytest.param(UNDER, "./", id="relative to the page"),
        pytest.param("/", "/", id="root"),
        pytest.param("/a/search/", "/a/search/", id="a site in a folder of this name"),
    ],
)
def test_a_site_is_found_by(opened: Open, under: str, base: str | None) -> None:
    host = opened(under=under)
    found = host.ask(("search", "龙门水库", {}), base=base)[0]
    assert found["results"][0]["url"] == f"{under}articles/shuiku/"


def test_no_index_is_an_error_that_says_where(opened: Open, site: Site) -> None:
    host = opened({name: data for name, data in site.items() if name != "search/manifest.json"})
    with pytest.raises(Exception, match=r"manifest\.json: 404"):
        host.search("水库")


def test_an_unknown_format_is_an_error_that_says_so(opened: Open, site: Site) -> None:
    manifest = json.loads(site["search/manifest.json"]) | {"format": 2}
    host = opened(site | {"search/manifest.json": json.dumps(manifest).encode()})
    with pytest.raises(Exception, match="format 2"):
        host.search("水库")


@pytest.mark.parametrize("key", ["articles", "articleBits", "names", "depth", "root"])
def test_a_damaged_manifest_is_an_error_that_says_so(opened: Open, site: Site, key: str) -> None:
    manifest = site["search/manifest.json"].decode().replace(f'"{key}"', f'"{key}x"')
    host = opened(site | {"search/manifest.json": manifest.encode()})
    with pytest.raises(Exception, match=r"manifest\.json is damaged"):
        host.search("水库")


# What is fetched


def test_a_file_is_fetched_once(opened: Open) -> None:
    host = opened()
    host.search("水库 移民")
    host.asked.clear()
    host.search("水库 移民")
    host.search("水库")
    assert [it for it in host.asked if it.startswith("search/i/")] == []
    assert len(set(host.asked)) == len(host.asked)


def test_tables_of_scripts_are_left_unless_needed(opened: Open) -> None:
    host = opened()
    for query in ("水库 移民", "龙门水库是哪一年动工的？", "lmsk", "1958", "水"):
        host.search(query)
    assert "search/fold.json" not in host.asked
    host.search("水庫")
    assert "search/fold.json" in host.asked


# What breaks


def _shards(host: Host, query: str) -> list[str]:
    """Files of the index that a search of one term reads, the root left out."""
    host.search(query)
    root = json.loads(host.files["search/manifest.json"])["root"]
    return sorted({it for it in host.asked if it.startswith("search/i/") and root not in it})


@pytest.mark.parametrize(
    ("damage", "notice"),
    [
        pytest.param(lambda data: None, "missing-shard", id="gone"),
        pytest.param(lambda data: data[: len(data) // 2], "damaged-shard", id="cut off"),
        pytest.param(lambda data: b"<!doctype html>", "damaged-shard", id="something else"),
        pytest.param(
            lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
            "damaged-shard",
            id="one bit",
        ),
    ],
)
def test_a_shard_that_cannot_be_read_leaves_the_others(
    opened: Open, site: Site, damage: Callable[[bytes], bytes | None], notice: str
) -> None:
    files = dict(site)
    for name in set(_shards(opened(), "移民")) - set(_shards(opened(), "水库")):
        damaged = damage(files.pop(name))
        if damaged is not None:
            files[name] = damaged
    assert files != site
    host = opened(files)
    found = host.search("水库 移民")
    assert found["notices"] == [notice]
    assert "shuiku" in _articles(found)
    # Mended, it is read.
    host.files |= site
    found = host.search("水库 移民")
    assert found["notices"] == []
    assert _articles(found) == ["shuiku"]


def test_a_text_that_cannot_be_read_leaves_the_others(opened: Open, site: Site) -> None:
    host = opened()
    host.search("曾国藩", limit=1)
    gone = {it for it in host.asked if it.startswith("texts/")}
    host = opened({name: data for name, data in site.items() if name not in gone})
    found = host.search("曾国藩")
    assert found["notices"] == ["missing-text"]
    assert found["total"] >= len(found["results"])


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: None, id="missing"),
        pytest.param(lambda data: data[:-1], id="cut off"),
    ],
)
def test_where_texts_cannot_be_read_titles_are_there(
    opened: Open, site: Site, damage: Callable[[bytes], bytes | None]
) -> None:
    texts = [it for it in site if it.startswith("texts/a/")]
    made = {it: damage(site[it]) for it in texts}
    host = opened(
        {it: data for it, data in site.items() if it not in made}
        | {it: data for it, data in made.items() if data is not None}
    )
    for limit in (10, 1000):
        found = host.search("灌溉", limit=limit)
        assert len(found["results"]) == min(limit, found["total"])
        assert found["total"] == 33
        assert all(it["title"] and it["url"] for it in found["results"])
        assert len(found["notices"]) == 1


def test_offline_what_is_known_is_found(opened: Open) -> None:
    host = opened()
    host.search("水库 移民")
    host.offline = True
    assert _articles(host.search("水库 移民")) == ["shuiku"]
    found = host.search("高雄")
    assert found["results"] == []
    assert found["notices"] == ["offline"]
    host.offline = False
    found = host.search("高雄")
    assert _articles(found) == ["tielu"]
    assert found["notices"] == []


def test_a_new_index_is_noticed_and_taken(opened: Open, edited: Site) -> None:
    host = opened()
    host.search("移民")
    host.files = dict(edited)
    found = host.search("石坝")
    assert _articles(found) == ["shuiku"]
    assert found["notices"] == ["index-renewed"]
    assert host.search("石坝")["notices"] == []


def test_a_page_long_open_takes_a_new_index_by_itself(
    opened: Open, site: Site, edited: Site
) -> None:
    host = opened(edited)
    assert "jiuwen" in _articles(host.search("旧闻"))
    # All that is asked for is in memory already.
    host.files = dict(site)
    assert "jiuwen" in _articles(host.search("旧闻"))
    host.page.evaluate("() => { const now = Date.now; Date.now = () => now() + 60_000 }")
    host.search("旧闻")
    host.page.wait_for_timeout(300)
    found = host.search("旧闻")
    assert "jiuwen" not in _articles(found)
    assert found["notices"] == ["index-renewed"]
    assert host.search("旧闻")["notices"] == []


def test_new_texts_are_not_taken_for_old_ones(opened: Open, edited: Site) -> None:
    host = opened()
    host.search("水费", limit=0)
    # Numbers moved by one: the old index now leads to the text of another article.
    host.files = dict(edited)
    found = host.search("水费")
    assert _articles(found) == ["guangai"]
    assert found["notices"] == ["index-renewed"]
