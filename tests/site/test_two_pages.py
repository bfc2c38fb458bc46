"""An article that goes on over two newspaper pages: one text, whichever page came first."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.app.build import audit, build, recheck
from generator.app.request import BuildRequest, Strictness
from tests.site.sites import Files, built, jingwei, page, text_of, texts, tree, write

FOUR = "青石日报-04"
FOUR_TEXT = (
    "（上接第一版）\n乡村教师的坚守\n着一届又一届的学生。他说,这里需要老师。\n"
    "山里的路修通了。孩子们上学不用再翻山。\n农机下乡\n县里送来二十台农机。\n"
)
FOUR_REVIEW = """
[page]
title = "青石日报 第4版"
edition = "第4版"

[[rules]]
repair = "punctuation-width"

[[articles]]
slug = "jiaoshi"
jump = ["1 （上接"]
title = ["2 乡村教师"]
body = ["…", "3 着一届", "4 山里的路"]

[[gaps]]
before = "3 着一届"
ground = "开头在第一版，还没有收入。"

[[articles]]
slug = "nongji"
title = ["5 农机下乡"]
body = ["6 县里送来"]
"""
ONE = "青石日报-01"
ONE_TEXT = (
    "人物\n在大山深处守护希望\n本报记者 周禾\n天刚亮,王老师就到了学校。\n"
    "三十年来,他就这样送走\n（下转第四版）\n"
)
ONE_REVIEW = """
[page]
title = "青石日报 第1版"
edition = "第1版"

[[rules]]
repair = "punctuation-width"

[[articles]]
label = ["1 人物"]
title = ["2 在大山"]
byline = ["3 本报记者"]
body = ["4 天刚亮", "5 三十年来"]
jump = ["6 （下转"]

[[jumps]]
line = "6 （下转"
leads = "jiaoshi"
inside = true
ground = "两处转版说明相应，“送走|着”接得上。"
"""


def files(stem: str, text: str, review: str) -> dict[str, str | bytes]:
    return {f"pages/{stem}.txt": text, f"pages/{stem}.review.toml": review}


FIRST_COME = files(FOUR, FOUR_TEXT, FOUR_REVIEW)
BOTH = {**FIRST_COME, **files(ONE, ONE_TEXT, ONE_REVIEW)}
HOME = "articles/jiaoshi/"
PAGE_FOUR = "pages/qing-shi-ri-bao-04/"
PAGE_ONE = "pages/qing-shi-ri-bao-01/"


def site(folder: Path, name: str, contents: Files) -> Path:
    """The built site of some files."""
    content = write(folder / name / "content", contents)
    built(content, folder / name / "out", strictness=Strictness.STRICT)
    return folder / name / "out" / "site"


@pytest.fixture
def four(tmp_path: Path) -> Path:
    return site(tmp_path, "four", FIRST_COME)


@pytest.fixture
def both(tmp_path: Path) -> Path:
    return site(tmp_path, "both", BOTH)


def prose(folder: Path) -> list[str]:
    (body,) = page(folder, HOME).find_class("prose")
    return [text_of(it) for it in body if it.get("class") not in ("why", "was")]


def sentences(folder: Path) -> dict[str, str]:
    """Id -> text of every sentence of the article."""
    found = page(folder, HOME).find_class("s")
    return {str(it.get("id")): text_of(it) for it in found}


def test_alone_the_continuation_opens_with_a_gap(four: Path) -> None:
    assert prose(four) == [
        "（上接第一版）",
        "此处有缺 开头在第一版，还没有收入。",
        "着一届又一届的学生。他说，这里需要老师。",
        "山里的路修通了。孩子们上学不用再翻山。",
    ]


def test_with_the_first_page_the_text_runs_through(both: Path) -> None:
    assert prose(both) == [
        "在大山深处守护希望",
        "天刚亮，王老师就到了学校。",
        "三十年来，他就这样送走着一届又一届的学生。他说，这里需要老师。",
        "（下转第四版）",
        "（上接第一版）",
        "山里的路修通了。孩子们上学不用再翻山。",
    ]


def test_the_first_page_leaves_url_and_ids_as_they_were(four: Path, both: Path) -> None:
    before, after = sentences(four), sentences(both)
    assert set(before) <= set(after)
    same = {name for name, text in before.items() if after[name] == text}
    assert before.keys() - same == {"s3-0"}, "only the sentence that was cut is longer now"
    assert after["s3-0"] == "三十年来，他就这样送走着一届又一届的学生。"
    blocks = texts(page(four, HOME), "//div[@class='prose']/p[not(contains(@class,'gap'))]/@id")
    assert set(blocks) <= set(texts(page(both, HOME), "//@id"))
    assert [it for it in tree(both) if it.startswith("articles/") and "jiaoshi" in it] == [
        "articles/jiaoshi/index.html"
    ]


def test_no_page_of_its_own_for_the_part(both: Path) -> None:
    part = page(both, "articles/zai-da-shan-shen-chu-shou-hu-xi-wang/")
    assert texts(part, "//meta[@http-equiv='refresh']/@content")[0].endswith("jiaoshi/")
    listed = texts(page(both, "articles/"), "//main//h2//a/@href | //main//h3//a/@href")
    assert len(listed) == 2


def test_what_the_head_prints_is_shown_once(both: Path) -> None:
    article = page(both, HOME)
    (title,) = article.xpath("//h1")
    assert text_of(title) == "乡村教师的坚守"
    assert texts(article, "//p[@class='byline']//text()") == ["本报记者 周禾"]
    assert texts(article, "//p[@class='column']//text()") == ["人物"]


def test_both_source_pages_lead_to_the_article_and_back(both: Path) -> None:
    for url in (PAGE_ONE, PAGE_FOUR):
        leads = texts(page(both, url), "//ol[@class='sheet']//a/@href")
        assert any(it.startswith("../../articles/jiaoshi/#") for it in leads), url
    origin = texts(page(both, HOME), "//div[@class='origin']//a/@href")
    assert origin == [f"../../{PAGE_FOUR}#L1", f"../../{PAGE_ONE}#L1"]
    told = text_of(page(both, HOME).find_class("origin")[0])
    assert "青石日报 第4版（4 行）、青石日报 第1版（6 行）" in told


def test_the_seam_is_told_where_the_page_says_so(both: Path) -> None:
    (line,) = page(both, PAGE_ONE).xpath("//li[@id='L6']")
    assert "两处转版说明相应" in text_of(line)


def test_a_gap_that_is_filled_is_no_gap(four: Path, both: Path) -> None:
    assert "此处有缺" in text_of(page(four, PAGE_FOUR))
    assert "此处有缺" not in text_of(page(both, PAGE_FOUR))


def test_every_quoted_word_is_proved(tmp_path: Path, both: Path) -> None:
    content, out = tmp_path / "both" / "content", tmp_path / "both" / "out"
    assert recheck(content, out, Strictness.STRICT).problems == ()
    one = content / "pages" / f"{ONE}.txt"
    one.write_text(ONE_TEXT.replace("送走", "送别"), encoding="utf-8")
    assert "proof-text-differs" in {
        it.code for it in recheck(content, out, Strictness.NORMAL).problems
    }


def test_the_same_bytes_whichever_page_came_first(tmp_path: Path, both: Path) -> None:
    for name, first in (("a", files(ONE, ONE_TEXT, ONE_REVIEW)), ("b", FIRST_COME)):
        content = write(tmp_path / name / "content", first)
        build(BuildRequest(content, tmp_path / name / "out", 1, Strictness.NORMAL))
        assert tree(site(tmp_path, name, BOTH)) == tree(both)


def test_the_account_names_the_article_on_both_pages(tmp_path: Path, both: Path) -> None:
    ledgers, problems = audit(tmp_path / "both" / "content")
    assert problems == ()
    assert [it.articles for it in ledgers] == [("jiaoshi",), ("jiaoshi", "nongji")]
    for ledger in ledgers:
        assert {it.fate for it in ledger.pieces} <= {"placed", "layout"}
        assert ledger.gaps == ()


UNTIED = ONE_REVIEW.partition("[[jumps]]")[0].replace("[page]\n", "[page]\ndate = 2023-05-06\n")
FOUR_DATED = FOUR_REVIEW.replace("[page]\n", "[page]\ndate = 2023-05-06\n")
ALIKE = {
    **files(
        FOUR,
        FOUR_TEXT.replace("乡村教师的坚守", "大山深处的守护"),
        FOUR_DATED.replace("2 乡村教师", "2 大山深处"),
    ),
    **files(ONE, ONE_TEXT, UNTIED),
}
"""The first page's editor has not said where its article goes on."""


def review_of(content: Path, stem: str) -> str:
    return (content / "pages" / f"{stem}.review.toml").read_text(encoding="utf-8")


def test_review_ties_the_page_that_came_later(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", ALIKE)
    alone_ = sentences(
        site(tmp_path, "before", {it: text for it, text in ALIKE.items() if FOUR in it})
    )
    assert jingwei(capsys, "review", "--again", ONE, "--content", content).code == 0
    told = review_of(content, ONE)
    assert told.startswith(UNTIED.rstrip("\n"))
    assert 'leads = "jiaoshi"' in told
    assert review_of(content, FOUR) == ALIKE[f"pages/{FOUR}.review.toml"]
    built(content, tmp_path / "out", strictness=Strictness.STRICT)
    after = sentences(tmp_path / "out" / "site")
    assert set(alone_) <= set(after)
    assert "三十年来，他就这样送走着一届又一届的学生。" in after.values()
    for again in ((), ("--again",), ("--again", ONE)):
        assert jingwei(capsys, "review", *again, "--content", content).code == 0
        assert review_of(content, ONE) == told, again
        assert "[[jumps]]" not in review_of(content, FOUR)


def test_a_tie_that_the_editor_changed_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", ALIKE)
    jingwei(capsys, "review", "--again", ONE, "--content", content)
    path = content / "pages" / f"{ONE}.review.toml"
    theirs = review_of(content, ONE).replace("inside = true\n", "").replace('"jiaoshi"', '"nongji"')
    path.write_text(theirs, encoding="utf-8")
    assert jingwei(capsys, "review", "--again", "--content", content).code == 0
    assert review_of(content, ONE) == theirs
    built(content, tmp_path / "out")
    assert "天刚亮" in text_of(page(tmp_path / "out" / "site", "articles/nongji/"))


def test_a_home_that_is_not_there_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", files(ONE, ONE_TEXT, ONE_REVIEW))
    told = jingwei(
        capsys, "build", "--content", content, "--output", tmp_path / "out", "--lang", "zh"
    )
    line = ONE_REVIEW.splitlines().index("[[jumps]]") + 1
    assert f"{ONE}.review.toml:{line}: 警告[jump-unknown]" in told.err
    assert told.code == 0
    assert jingwei(capsys, "check", "--content", content, "--output", tmp_path / "out").code == 0


def test_a_build_never_guesses(tmp_path: Path) -> None:
    site_ = site(tmp_path, "untied", ALIKE)
    assert sum(it.startswith("articles/") and it.count("/") == 2 for it in tree(site_)) == 3


def test_a_page_taken_in_later_is_tied_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", {it: text for it, text in ALIKE.items() if FOUR in it})
    text = write(tmp_path, {f"{ONE}.txt": ONE_TEXT.removeprefix("人物\n")}) / f"{ONE}.txt"
    assert jingwei(capsys, "new", "page", text, "--content", content).code == 0
    assert 'leads = "jiaoshi"' in review_of(content, ONE)
