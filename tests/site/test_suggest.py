"""`jingwei suggest`: questions in files, answers applied only when asked, nothing asked twice."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.forms.authority import AuthorityForm
from generator.forms.toml_text import read_toml
from tests.site.sites import Files, built, jingwei, tree, write
from tests.site.test_findings import listed

SITE: Files = {
    "site.toml": 'title = "站"\n',
    "articles/a.md": (
        "---\ntitle: 甲\ndate: 2022-10-10\n---\n\n"
        "山西农业大学在青石县推行“渠长制”。山西农大校长李卫东说：“很好。”\n"
    ),
    "articles/b.md": (
        "---\ntitle: 乙\ndate: 2022-10-11\n---\n\n各村实行“渠长制”，山西农大派出专家。\n"
    ),
}


def asked(content: Path, name: str) -> list[dict[str, Any]]:
    """The questions of one file."""
    data = tomllib.loads((content / "suggestions" / name).read_text("utf-8"))
    found: list[dict[str, Any]] = data.get("suggest", [])
    return found


def answer(content: Path, name: str, word: str, said: str) -> None:
    """As an editor does: the line `accept` of the table that holds the word."""
    path = content / "suggestions" / name
    tables = path.read_text("utf-8").split("[[suggest]]\n")
    tables = [
        it.replace('accept = ""', f"accept = {said}") if f'"{word}"' in it else it for it in tables
    ]
    path.write_text("[[suggest]]\n".join(tables), "utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content", SITE)


def run(capsys: pytest.CaptureFixture[str], content: Path, *more: str) -> str:
    ran = jingwei(capsys, "suggest", "--content", content, "--jobs", "1", "--lang", "zh", *more)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_what_is_accepted_is_applied_and_never_asked_again(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "terms.toml：1 条" in run(capsys, content)
    [term] = asked(content, "terms.toml")
    assert (term["name"], term["accept"], term["articles"]) == ("渠长制", "", 2)
    assert any(it.startswith("b#s") and "渠长制" in it for it in term["examples"])
    answer(content, "terms.toml", "渠长制", "true")
    before = tree(content)
    assert tree(built(content, content.parent / "out").site)
    assert tree(content) == before, "a build applies nothing"
    run(capsys, content, "--apply")
    assert (content / "lexicon.txt").read_text("utf-8") == "渠长制\n"
    run(capsys, content)
    assert asked(content, "terms.toml") == []


def test_what_is_refused_is_remembered(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, content)
    answer(content, "terms.toml", "渠长制", '"否"')
    run(capsys, content, "--apply")
    assert not (content / "lexicon.txt").exists()
    run(capsys, content)
    assert asked(content, "terms.toml") == []


def test_an_alias_joins_the_entry_or_makes_one(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, content)
    [alias] = asked(content, "aliases.toml")
    assert (alias["name"], alias["alias"]) == ("山西农业大学", "山西农大")
    answer(content, "aliases.toml", "山西农大", "true  # 对")
    run(capsys, content, "--apply")
    path = content / "authority/accepted.toml"
    form, problems = read_toml(path.read_text("utf-8"), AuthorityForm, "accepted.toml")
    assert not problems
    assert form is not None
    assert [(it.name, it.aliases) for it in form.organisations] == [("山西农业大学", ("山西农大",))]
    assert built(content, content.parent / "out").problems == ()
    run(capsys, content)
    assert asked(content, "aliases.toml") == []


def test_an_alias_of_an_entry_elsewhere_becomes_a_group(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, content)
    answer(content, "aliases.toml", "山西农大", "是")
    write(content, {"authority/z.toml": '[[organisations]]\nname = "山西农业大学"\nslug = "nd"\n'})
    run(capsys, content, "--apply")
    accepted = (content / "authority/accepted.toml").read_text("utf-8")
    assert tomllib.loads(accepted) == {"same": [["山西农业大学", "山西农大"]]}
    assert built(content, content.parent / "out").problems == ()


def test_what_stands_in_the_accepted_file_stays(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = 'not-a-name = ["放心"]\n\n[[people]]\nname = "林大有"\nnote = "说“好”"\n'
    write(content, {"authority/accepted.toml": mine})
    run(capsys, content)
    answer(content, "aliases.toml", "山西农大", "true")
    run(capsys, content, "--apply")
    now = tomllib.loads((content / "authority/accepted.toml").read_text("utf-8"))
    assert now.pop("organisations") == [{"name": "山西农业大学", "aliases": ["山西农大"]}]
    assert now == tomllib.loads(mine)


def test_an_answer_not_yet_applied_stays(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, content)
    answer(content, "terms.toml", "渠长制", "true")
    before = tree(content / "suggestions")
    run(capsys, content)
    assert [it["accept"] for it in asked(content, "terms.toml")] == ["true"]
    run(capsys, content)
    assert set(tree(content / "suggestions")) == set(before)


def test_a_file_that_cannot_be_read_stops_it(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, content)
    path = content / "suggestions/terms.toml"
    path.write_text(path.read_text("utf-8").replace('accept = ""', 'accept = "maybe"'), "utf-8")
    before = tree(content)
    for more in ((), ("--apply",)):
        ran = jingwei(capsys, "suggest", "--content", content, "--jobs", "1", *more)
        assert ran.code == 1
        assert "terms.toml:7" in ran.err
    assert tree(content) == before


def test_the_same_texts_give_the_same_files(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, content, "--out", str(tmp_path / "one"))
    run(capsys, content, "--out", str(tmp_path / "two"), "--jobs", "2")
    assert tree(tmp_path / "one") == tree(tmp_path / "two") != {}
    assert not (content / "suggestions").exists()


def test_a_folder_of_articles_stays_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write(
        tmp_path / "notes", {it.removeprefix("articles/"): SITE[it] for it in SITE if "/" in it}
    )
    run(capsys, content)
    answer(content, "terms.toml", "渠长制", "true")
    before = tree(content)
    ran = jingwei(capsys, "suggest", "--content", content, "--apply")
    assert ran.code == 1
    assert "suggest-plain-folder" in ran.err
    assert tree(content) == before


def test_a_mistake_becomes_a_correction(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(content, {"articles/c.md": "---\ntitle: 丙\ndate: 2022-10-10\n---\n\n到2600年再看。\n"})
    run(capsys, content)
    [odd] = asked(content, "mistakes.toml")
    assert (odd["kind"], odd["name"], odd["article"]) == ("date", "2600年", "c")
    answer(content, "mistakes.toml", "2600年", "true")
    path = content / "suggestions/mistakes.toml"
    path.write_text(path.read_text("utf-8").replace('value = ""', 'value = "2060"'), "utf-8")
    run(capsys, content, "--apply")
    outcome = built(content, content.parent / "out")
    assert outcome.problems == ()
    assert listed(outcome.site, "articles/c/")["日期"] == ["2600年2060；编者改定"]
    run(capsys, content)
    assert asked(content, "mistakes.toml") == []


TOPICLESS: Files = {
    "site.toml": 'title = "站"\n',
    **{
        f"articles/{name}.md": f"---\ntitle: {title}\ndate: 2022-10-1{number}\n---\n\n{text}\n"
        for number, (name, title, text) in enumerate(
            (
                ("a", "小流域治理见效", "全县小流域治理二十处。\n\n小流域治理靠梯田建设。"),
                ("b", "小流域治理的经验", "小流域治理要修谷坊坝。\n\n梯田建设先行。"),
                ("c", "农村电商下乡", "农村电商带来订单。\n\n农村电商要有快递网点。妇女夜校开课。"),
                ("d", "学农村电商", "青年学做农村电商，快递网点到村。妇女夜校人多。"),
                ("e", "修路", "路修到了山里。"),
                ("f", "演戏", "戏台搭好了。"),
            )
        )
    },
    "lexicon.txt": "小流域治理\n梯田建设\n农村电商\n快递网点\n妇女夜校\n",
}


def test_topics_for_a_corpus_that_has_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", TOPICLESS)
    run(capsys, content, "topics")
    proposed = {it["name"]: it for it in asked(content, "topics.toml")}
    assert {"小流域治理", "农村电商"} <= proposed.keys()
    assert "2 篇写在标题里" in proposed["小流域治理"]["why"]
    # What stands in another sentence of the same paragraph is no term of it.
    assert proposed["农村电商"]["terms"] == ["快递网点"]
    answer(content, "topics.toml", "农村电商", "true")
    run(capsys, content, "--apply")
    made = content / "topics" / "nong-cun-dian-shang.md"
    assert made.read_text("utf-8") == '---\ntitle: "农村电商"\nterms: ["快递网点"]\n---\n'
    site = built(content, tmp_path / "out").site
    page = (site / "topics" / "nong-cun-dian-shang" / "index.html").read_text("utf-8")
    assert "快递网点到村" in page
    run(capsys, content, "topics")
    assert "农村电商" not in {it["name"] for it in asked(content, "topics.toml")}


def test_a_topic_that_exists_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", TOPICLESS)
    run(capsys, content, "topics")
    answer(content, "topics.toml", "农村电商", "true")
    path = content / "topics" / "nong-cun-dian-shang.md"
    write(content, {"topics/nong-cun-dian-shang.md": "---\ntitle: 我的\n---\n"})
    ran = jingwei(capsys, "suggest", "--apply", "--content", content, "--lang", "zh")
    assert "suggest-topic-exists" in ran.err
    assert path.read_text("utf-8") == "---\ntitle: 我的\n---\n"
