"""The data a site gives away: complete, sound, the same however it was built, opened by others."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.site.sites import built, text_of, tree, write
from tests.site.sites import page as read_page

SITE = 'title = "平遥资料"\n'
ADDRESS = 'base_url = "https://example.org/q/"\n'
TOLD = {
    "site.toml": SITE + ADDRESS,
    "articles/jia.md": (
        "---\ntitle: 平遥县修渠\ndate: 2023-04-28\nsource: 平遥日报\n---\n\n"
        "4月20日，平遥县与江南大学签署合作协议，总投资3.5亿元。"
        "2022年，平遥县粮食产量达到12.6万吨，同比增长4.5%。\n\n"
        "平遥县水利局局长周大禾说：“到2025年，水渠总长要达到300公里以上。”\n\n"
        "=1+1 也是一句话，里面有逗号,和“引号”。\n"
    ),
    "articles/yi.md": (
        "---\ntitle: 江南大学在平遥县\ndate: 2023-05-06\n---\n\n"
        "江南大学印发《平遥县水利人才培养方案》。2022年，平遥县粮食产量达到12.6万吨。\n"
    ),
    "topics/qingshi.md": "---\ntitle: 平遥县\n---\n\n编者的话。\n",
    "topics/daxue.md": "---\ntitle: 江南大学\nparent: qingshi\n---\n\n编者的话。\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two articles and two topics. Tests only read it."""
    folder = tmp_path_factory.mktemp("data")
    return built(write(folder / "content", TOLD), folder / "out").site


def lines(site: Path, name: str) -> list[dict[str, Any]]:
    text = (site / name).read_text("utf-8")
    return [json.loads(it) for it in text.splitlines()]


def opened(site: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"file:{site / 'data/jingwei.sqlite'}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    return database


# ---- what is in it -------------------------------------------------------------------------


@pytest.mark.parametrize("own", [True, False], ids=["own", "small"])
def test_the_database_is_sound(site: Path, own_site: Path, own: bool) -> None:
    database = opened(own_site if own else site)
    assert [tuple(it) for it in database.execute("PRAGMA integrity_check")] == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA application_id").fetchone()[0] == 0x4A574B42
    assert database.execute("PRAGMA user_version").fetchone()[0] == 1


def test_a_figure_is_told_with_measure_status_time_and_sentence(site: Path) -> None:
    found = [it for it in lines(site, "data/statements.jsonl") if it["kind"] == "figure"]
    told = {it["words"]: it for it in found}
    assert told["12.6万吨"]["value"] == 126_000
    assert (told["12.6万吨"]["unit"], told["12.6万吨"]["date"]) == ("吨", "2022")
    assert told["4.5%"]["status"] == "change"
    target = told["300公里以上"] if "300公里以上" in told else told["300公里"]
    assert (target["status"], target["date"]) == ("target", "2025")
    assert target["sentence"].startswith("平遥县水利局局长周大禾说")


def test_words_stand_in_their_sentence_and_sentences_on_their_page(own_site: Path) -> None:
    statements = lines(own_site, "data/statements.jsonl")
    assert statements
    assert [it for it in statements if it["words"] not in it["sentence"]] == []
    sentences = lines(own_site, "data/sentences.jsonl")
    assert sentences
    for url in sorted({it["url"].partition("#")[0] for it in sentences}):
        page = read_page(own_site, url)
        here = [it for it in sentences if it["url"].startswith(url)]
        shown = "".join(text_of(page).split())
        ids = {str(it) for it in page.xpath("//@id")}
        assert [it["url"] for it in here if it["url"].partition("#")[2] not in ids] == []
        missing = [it["text"] for it in here if "".join(it["text"].split()) not in shown]
        assert missing == []


def test_pieces_lead_to_the_source(own_site: Path) -> None:
    """Cut out of the source line by line, with the repairs: the sentence."""
    content = Path(__file__).resolve().parents[2] / "content"
    sentences = lines(own_site, "data/sentences.jsonl")
    assert sentences
    for it in sentences:
        source = (content / it["source"]).read_text("utf-8").split("\n")
        cut = ""
        for piece in it["pieces"].split():
            line, _, span = piece.partition(":")
            start, _, end = span.partition("-")
            cut += source[int(line) - 1][int(start) : int(end)]
        for start, end, shown in reversed(json.loads(it.get("repairs", "[]"))):
            cut = cut[:start] + shown + cut[end:]
        assert cut == it["text"]


def test_mentions_are_where_they_say(site: Path) -> None:
    names = {it["id"]: it for it in lines(site, "data/entities.jsonl")}
    told = [
        (it["text"][start:end], names[entity])
        for it in lines(site, "data/sentences.jsonl")
        for start, end, entity in it.get("mentions", [])
    ]
    assert ("平遥县", "平遥县") in [(words, it["name"]) for words, it in told]
    wrong = [
        words
        for words, it in told
        if words.strip("《》") not in (it["name"], *it.get("aliases", []))
    ]
    assert wrong == []


def test_all_formats_have_the_same_rows(site: Path) -> None:
    database = opened(site)
    for name in ("articles", "topics", "entities", "statements"):
        rows = lines(site, f"data/{name}.jsonl")
        data = (site / f"data/{name}.csv").read_bytes()
        table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        stored = {it["id"] for it in database.execute(f"SELECT id FROM {name}")}
        assert [it["id"] for it in rows] == [it["id"] for it in table]
        assert stored == {it["id"] for it in rows}
        assert len(stored) == len(rows)
    sentences = database.execute("SELECT id, text FROM sentences").fetchall()
    written = {it["id"]: it["text"] for it in lines(site, "data/sentences.jsonl")}
    assert {it["id"]: it["text"] for it in sentences} == written


def test_csv_opens_in_excel_and_keeps_the_text_as_it_is(site: Path) -> None:
    data = (site / "data/statements.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,kind,")
    assert b"\n" not in data.replace(b"\r\n", b"")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    by_id = {it["id"]: it for it in lines(site, "data/statements.jsonl")}
    for row in rows:
        assert row["sentence"] == by_id[row["id"]]["sentence"]
        assert row["value"] == str(by_id[row["id"]].get("value", ""))


def test_views_put_a_measure_in_one_place_and_days_in_order(site: Path) -> None:
    database = opened(site)
    rows = database.execute(
        "SELECT measure, value, article FROM figures_by_measure WHERE value = 126000"
    ).fetchall()
    assert len({it["measure"] for it in rows}) == 1
    assert {it["article"] for it in rows} == {"平遥县修渠", "江南大学在平遥县"}
    days = [it["date"] for it in database.execute("SELECT date FROM timeline")]
    assert "2023-04-20" in days
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("table", "words"),
    [("sentences", "粮食产量"), ("articles", "平遥县"), ("entities", "江南大学")],
)
def test_full_text_finds_chinese_of_three_characters_and_more(
    site: Path, table: str, words: str
) -> None:
    found = opened(site).execute(
        f"SELECT count(*) FROM {table}_fts WHERE {table}_fts MATCH ?", (f'"{words}"',)
    )
    assert found.fetchone()[0] > 0


def test_a_topic_has_its_own_statements_and_its_feed(site: Path) -> None:
    whole = {it["id"] for it in lines(site, "data/statements.jsonl")}
    topic = lines(site, "topics/daxue/data.jsonl")
    assert {it["id"] for it in topic} <= whole
    assert {"event", "document"} <= {it["kind"] for it in topic}
    feed = (site / "topics/daxue/feed.xml").read_text("utf-8")
    assert "<title>江南大学 · 平遥资料</title>" in feed
    assert "https://example.org/q/articles/yi/" in feed
    page = (site / "topics/daxue/index.html").read_text("utf-8")
    assert 'href="../../topics/daxue/data.jsonl"' in page
    assert 'href="../../topics/daxue/feed.xml"' in page


# ---- the same bytes ------------------------------------------------------------------------

EDITS: dict[str, dict[str, str | bytes]] = {
    "a-sentence-more": {"articles/yi.md": TOLD["articles/yi.md"] + "\n又修水渠12条。\n"},
    "an-article-more": {
        "articles/bing.md": "---\ntitle: 丙\ndate: 2024-01-01\n---\n\n平遥县有水库9座。\n"
    },
    "another-day": {"articles/yi.md": TOLD["articles/yi.md"].replace("2023-05", "2021-05")},
    "another-name": {"authority/a.toml": '[[places]]\nname = "平遥县"\naliases = ["全县"]\n'},
    "a-topic-more": {"topics/liang.md": "---\ntitle: 粮食产量\n---\n\n编者的话。\n"},
    "a-topic-renamed": {"topics/qingshi.md": "---\ntitle: 平遥\n---\n\n编者的话。\n"},
    "without-address": {"site.toml": SITE},
    "another-licence": {"site.toml": SITE + ADDRESS + '[data]\nlicence = "CC BY 4.0"\n'},
    "lightly-indexed": {"site.toml": SITE + ADDRESS + '[data]\nindex = "light"\n'},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_an_edit_the_files_are_those_of_a_build_from_nothing(
    tmp_path: Path, edit: dict[str, str | bytes]
) -> None:
    content = write(tmp_path / "content", {**TOLD, **many()})
    built(content, tmp_path / "out")
    write(content, edit)
    warm = tree(built(content, tmp_path / "out").site)
    cold = tree(built(content, tmp_path / "clean").site)
    assert [path for path in cold if warm.get(path) != cold[path]] == []
    assert warm.keys() == cold.keys()


def many() -> dict[str, str | bytes]:
    """Enough articles for every table to have more than one page."""
    return {
        f"articles/w{number}.md": (
            f"---\ntitle: 第{number}篇\ndate: 2020-01-01\n---\n\n"
            + f"{number + 2}月1日，平遥县与江南大学签署协议。平遥县水库达到{number}座。\n\n" * 4
        )
        for number in range(9)
    }


def test_an_edit_leaves_the_ids_of_all_else(tmp_path: Path) -> None:
    content = write(tmp_path / "content", TOLD)
    site = built(content, tmp_path / "out").site
    before = {it["id"]: it for it in lines(site, "data/statements.jsonl")}
    numbers = [tuple(it) for it in opened(site).execute("SELECT n, id FROM statements")]
    changed = str(TOLD["articles/yi.md"]).replace("2022年，平遥县", "2021年，平遥县")
    write(content, {"articles/yi.md": changed})
    built(content, tmp_path / "out")
    after = {it["id"]: it for it in lines(site, "data/statements.jsonl")}
    different = {it for it in before.keys() | after.keys() if before.get(it) != after.get(it)}
    assert different
    assert all(it.startswith("yi#") for it in different)
    kept = [tuple(it) for it in opened(site).execute("SELECT n, id FROM statements")]
    assert {it for it in numbers if it[1].startswith("jia#")} <= set(kept)


def test_a_file_that_somebody_changed_is_made_anew(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**TOLD, **many()})
    site = built(content, tmp_path / "out").site
    expected = tree(site)
    for name in ("statements.jsonl", "jingwei.sqlite"):
        path = site / "data" / name
        path.unlink()
        path.write_bytes(b"x" * len(expected[f"data/{name}"]))
    write(content, EDITS["a-sentence-more"])
    warm = tree(built(content, tmp_path / "out").site)
    assert warm == tree(built(content, tmp_path / "clean").site)


# ---- what the editor may choose ------------------------------------------------------------


@pytest.mark.parametrize(
    ("formats", "there", "gone"),
    [
        ('["jsonl"]', ["data/statements.jsonl"], ["data/statements.csv", "data/jingwei.sqlite"]),
        ('["csv"]', ["data/statements.csv"], ["data/metadata.json", "topics/daxue/data.jsonl"]),
        ("[]", ["data/index.html"], ["data/articles.jsonl", "topics/qingshi/data.jsonl"]),
    ],
)
def test_the_editor_chooses_the_formats(
    tmp_path: Path, formats: str, there: list[str], gone: list[str]
) -> None:
    settings = f"{SITE}[data]\nformats = {formats}\n"
    site = built(write(tmp_path / "content", {**TOLD, "site.toml": settings}), tmp_path / "o").site
    assert [it for it in there if not (site / it).is_file()] == []
    assert [it for it in gone if (site / it).exists()] == []


def test_the_page_tells_the_licence_and_every_field(tmp_path: Path) -> None:
    settings = f'{SITE}[data]\nlicence = "CC BY 4.0"\n'
    site = built(write(tmp_path / "content", {**TOLD, "site.toml": settings}), tmp_path / "o").site
    page = read_page(site, "data/")
    assert "CC BY 4.0" in text_of(page)
    names = {str(it) for it in page.xpath("//section[@id='statements']//code/text()")}
    for name in {key for it in lines(site, "data/statements.jsonl") for key in it}:
        assert name in names
    assert json.loads((site / "data/metadata.json").read_bytes())["license"] == "CC BY 4.0"


# ---- Datasette -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def datasette() -> str:
    """The program; part of the development environment."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("datasette", path=os.pathsep.join((beside, os.environ["PATH"])))
    if found is None:
        pytest.skip("datasette is not installed")
    return found


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "平遥资料"),
        ("/jingwei", "figures_by_measure"),
        ("/jingwei/statements?_facet=kind", "12.6万吨"),
        ("/jingwei/sentences?_search=粮食产量", "粮食产量达到12.6万吨"),
        ("/jingwei/entities?_search=江南大学", "江南大学"),
        ("/jingwei/figures_by_measure", "2022"),
        ("/jingwei/timeline", "2023-04-20"),
        ("/jingwei/contains?words=水渠", "水渠总长"),
        ("/jingwei/together?name=平遥县", "江南大学"),
        ("/jingwei/mentions.json?_labels=on&_shape=array", "平遥县"),
    ],
)
def test_datasette_serves_it(site: Path, datasette: str, path: str, words: str) -> None:
    data = site / "data"
    done = subprocess.run(
        [datasette, data / "jingwei.sqlite", "-m", data / "metadata.json", "--get", path],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    told = done.stdout.decode()
    assert words in (json.dumps(json.loads(told), ensure_ascii=False) if ".json" in path else told)
