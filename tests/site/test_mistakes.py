"""What editors get wrong: told with file and line in both languages, all at once, nothing published."""

from __future__ import annotations

import errno
import json
import os
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.site.sites import SMALL, Files, built, jingwei, jingwei_apart, tree, write

GOOD = "---\ntitle: 好\n---\n好的一篇。\n"
ARTICLE = "articles/cuo.md"
BINARY = b"\x81\x20\xff\xfe\x80 abc \xc3\x28"
REVIEW = "pages/p1.review.toml"
BODY = '[[articles]]\nheading = "题"\nslug = "s"\n'


class Mistake(NamedTuple):
    """Files that replace those of a good site, and what must be said of them."""

    files: Files
    place: str
    code: str
    facts: tuple[str, ...] = ()


MISTAKES = {
    "undecodable": Mistake({ARTICLE: BINARY}, f"{ARTICLE}:1", "encoding-unknown"),
    "nul-byte": Mistake({ARTICLE: b"abc\n\0def"}, f"{ARTICLE}:2", "encoding-nul"),
    "control-character": Mistake({ARTICLE: "好\n\x07"}, f"{ARTICLE}:2", "encoding-character"),
    "broken-yaml": Mistake(
        {ARTICLE: "---\ntitle: [甲\n---\n文"}, f"{ARTICLE}:2", "yaml-bracket-open"
    ),
    "unclosed-front-matter": Mistake(
        {ARTICLE: "---\ntitle: 甲\n\n正文"}, f"{ARTICLE}:1", "front-matter-open"
    ),
    "unknown-key": Mistake(
        {ARTICLE: "---\ntitle: 甲\nfoo: 1\n---\n文"}, f"{ARTICLE}:3", "key-unknown", ("foo",)
    ),
    "misspelt-key": Mistake(
        {ARTICLE: "---\ntitel: 甲\n---\n文"}, f"{ARTICLE}:2", "key-misspelt", ("titel", "title")
    ),
    "impossible-date": Mistake(
        {ARTICLE: "---\ndate: 2022-02-30\n---\n"}, f"{ARTICLE}:2", "date-impossible", ("2022-02-30",)
    ),
    "bad-slug": Mistake({ARTICLE: "---\nslug: A/b\n---\n"}, f"{ARTICLE}:2", "slug-form", ("A/b",)),
    "missing-target": Mistake(
        {ARTICLE: "好。\n\n见[x](meiyou.md)。"}, f"{ARTICLE}:3", "link-missing", ("meiyou.md",)
    ),
    "nearly-missing-target": Mistake(
        {ARTICLE: "[x](jiaa.md)"}, f"{ARTICLE}:1", "link-misspelt", ("jiaa.md", " jia.md")
    ),
    "missing-target-by-reference": Mistake(
        {ARTICLE: "好[x][1]。\n\n[1]: meiyou.md\n"}, f"{ARTICLE}:3", "link-missing"
    ),
    "missing-target-in-html": Mistake(
        {ARTICLE: '好。\n\n<a href="meiyou.md">x</a>'}, f"{ARTICLE}:3", "link-missing"
    ),
    "missing-anchor": Mistake(
        {ARTICLE: "[x](yi.md#无此节)"}, f"{ARTICLE}:1", "anchor-missing", ("无此节",)
    ),
    "missing-anchor-on-the-page": Mistake({ARTICLE: "[x](#无)"}, f"{ARTICLE}:1", "anchor-missing"),
    "link-out-of-content": Mistake(
        {ARTICLE: "[x](../../../etc/passwd)"}, f"{ARTICLE}:1", "link-missing"
    ),
    "link-to-another-host": Mistake({ARTICLE: "[x](//a.example/)"}, f"{ARTICLE}:1", "link-scheme"),
    "topic-link": Mistake(
        {"topics/shuili.md": "---\ntitle: 水\n---\n\n[x](meiyou.md)"},
        "topics/shuili.md:5",
        "link-missing",
    ),
    "two-articles-one-url": Mistake(
        {ARTICLE: "---\ntitle: 甲\nslug: jia\n---\n"},
        "articles/jia.md",
        "url-taken",
        ("articles/jia/", ARTICLE),
    ),
    "alias-of-another-article": Mistake(
        {ARTICLE: "---\naliases:\n- lao\n- yi\n---\n文"},
        f"{ARTICLE}:4",
        "url-taken",
        ("articles/yi/",),
    ),
    "restored-and-authored": Mistake(
        {ARTICLE: "---\nslug: baoye\n---\n文"}, "pages/p1.txt", "url-taken", (ARTICLE,)
    ),
    "two-topics-one-url": Mistake(
        {"topics/z.md": "---\ntitle: 又\nslug: shuili\n---\n"}, "topics/z.md:3", "url-taken"
    ),
    "two-entries-one-url": Mistake(
        {"authority/places.toml": '[[terms]]\nname = "甲"\nslug = "x"\n[[terms]]\nname = "乙"\nslug = "x"\n'},
        "authority/places.toml:4",
        "url-taken",
    ),
    "authority-without-name": Mistake(
        {"authority/places.toml": '[[places]]\nslug = "x"\n'}, "authority/places.toml:1", "key-missing"
    ),
    "broken-toml": Mistake({"site.toml": 'title = "x\n'}, "site.toml:1", "toml-quote-open"),
    "wrong-base-url": Mistake(
        {"site.toml": 'title = "x"\nbase_url = "ftp://a.example/"\n'}, "site.toml:2", "url-form"
    ),
    "no-title": Mistake({"site.toml": ""}, "site.toml:1", "key-missing", ("title",)),
    "lexicon": Mistake({"lexicon.txt": "水渠\n一 二 三 四\n"}, "lexicon.txt:2", "lexicon-form"),
    "file-over-the-limit": Mistake({ARTICLE: "字" * 700_000}, ARTICLE, "file-large", ("2100000",)),
    "review-of-nothing": Mistake({"pages/q.review.toml": ""}, "pages/q.review.toml", "review-orphan"),
    "line-not-there": Mistake(
        {REVIEW: BODY + 'body = ["3 第一行", "5 别的话"]\n'}, f"{REVIEW}:4", "line-missing"
    ),
    "line-used-twice": Mistake(
        {REVIEW: BODY + 'body = ["3 第一行", "3 第一行"]\n'}, f"{REVIEW}:4", "line-twice"
    ),
    "repair-of-nothing": Mistake(
        {REVIEW: BODY + 'body = ["3 第一行"]\n[[repairs]]\nline = "3 第一行"\n'
         'original = "没有的"\nshown = "有"\nkind = "misprint"\n'},
        f"{REVIEW}:7",
        "text-missing",
    ),
    "nesting": Mistake({ARTICLE: "好\n\n" + "> " * 5000 + "x"}, f"{ARTICLE}:3", "markdown-too-deep"),
    "html-nesting": Mistake({ARTICLE: "<div>" * 20000}, f"{ARTICLE}:1", "markdown-too-deep"),
    "brackets": Mistake({ARTICLE: "[" * 300_000}, f"{ARTICLE}:1", "markdown-too-dense"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_place_in_both_languages(
    mistake: Mistake, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", {**SMALL, **mistake.files})
    said = []
    for lang in ("zh", "en"):
        arguments = (
            "--content",
            content,
            "--output",
            tmp_path / "out",
            "--jobs",
            1,
            "--lang",
            lang,
        )
        ran = jingwei(capsys, "build", *arguments)
        assert ran.code == 1
        # The whole place, up to the colon: a line that is known is always told.
        places = [it.partition(" ")[0] for it in ran.err.splitlines() if f"[{mistake.code}]" in it]
        assert f"{content}/{mistake.place}:" in places
        told = [it for it in ran.err.splitlines() if it.startswith(f"{content}/{mistake.place}:")]
        said.append(next(it for it in told if f"[{mistake.code}]" in it))
        for fact in mistake.facts:
            assert fact in said[-1]
        assert not (tmp_path / "out" / "site").exists()
    chinese, english = said
    assert "；办法：" in chinese
    assert "错误[" in chinese
    assert "; hint: " in english
    assert "error[" in english
    assert not re.search("办法|错误", english)


def test_all_mistakes_of_all_files_are_told_at_once_and_the_old_site_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", SMALL)
    site = built(content, tmp_path / "out").site
    before = tree(site)
    stamps = {path: path.lstat().st_mtime_ns for path in [site, *site.rglob("*")]}
    write(
        content,
        {
            "site.toml": "titel = 1\n",
            "lexicon.txt": BINARY,
            "articles/jia.md": "---\ntitle: [\ndate: x\n---\n",
            "articles/yi.md": "---\ndate: 2022-13-01\nfoo: 1\n---\n[x](meiyou.md)\n",
            "articles/bing.md": b"\0",
            "topics/shuili.md": "---\nkind: 水\n---\n[x](#无)\n",
            "authority/places.toml": "[[places]]\n",
            "pages/p1.txt": BINARY,
            "pages/p1.review.toml": "[[articles]]\n",
        },
    )
    ran = jingwei(
        capsys,
        "build",
        "--content",
        content,
        "--output",
        tmp_path / "out",
        "--lang",
        "en",
        "--jobs=1",
    )
    assert ran.code == 1
    files = {line[len(f"{content}/") :].split(":")[0] for line in ran.err.splitlines()[:-1]}
    assert files == {
        "site.toml", "lexicon.txt", "articles/jia.md", "articles/yi.md", "articles/bing.md",
        "topics/shuili.md", "authority/places.toml", "pages/p1.txt", "pages/p1.review.toml",
    }  # fmt: skip
    assert ran.err.count("articles/yi.md:") >= 2
    assert "nothing was published, the previous site is untouched" in ran.err
    assert tree(site) == before
    assert {path: path.lstat().st_mtime_ns for path in stamps} == stamps


def test_links_out_of_the_content_folder_are_not_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", SMALL)
    secret = write(tmp_path, {"secret.md": "# 秘密\n\n不给人看。\n"}) / "secret.md"
    (content / "articles/out.md").symlink_to(secret)
    (content / "articles/gone.md").symlink_to("nowhere.md")
    (content / "articles/loop").symlink_to(".")
    (content / "articles/inside.md").symlink_to("jia.md")
    ran = jingwei(capsys, "build", "--content", content, "--output", tmp_path / "out", "--jobs=1")
    assert ran.code == 1
    codes = dict(re.findall(r"articles/(\S+): \S+\[([a-z-]+)\]", ran.err))
    assert codes == {"out.md": "link-outside", "gone.md": "link-broken", "loop": "link-loop"}


HOSTILE = {
    "script": "甲<script>alert(1)</script>乙",
    "script-block": "<script>\nalert(1)\n</script>\n\n乙",
    "handler": "<p onclick=\"alert(1)\">甲</p><b onmouseover='alert(1)'>乙</b>",
    "image-handler": '<img src="x:y" onerror="alert(1)">乙',
    "javascript-link": "[甲](javascript:alert(1)) <a href='JaVaScRiPt:alert(1)'>乙</a>",
    "javascript-entity": "[甲](java&#115;cript:alert(1)) [乙](&#x6A;avascript:alert(1))",
    "javascript-tab": '<a href="java\tscript:alert(1)">甲</a>',
    "data-link": "[甲](data:text/html;base64,PHNjcmlwdD4=)",
    "iframe": '<iframe src="https://a.example/"></iframe><object data="x"></object>',
    "style": "<style>body{display:none}</style><p style='position:fixed'>甲</p>",
    "form": '<form action="https://a.example/"><input name=x><button>按</button></form>',
    "meta": '<meta http-equiv="refresh" content="0;url=https://a.example/"><base href="//b.example/">',
    "comment": "甲<!-- --><script>alert(1)</script> -->乙",
    "svg": '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    "break-out": "</p></div></article></main></body></html><h1>外</h1>",
    "title": '---\ntitle: "</title><script>alert(1)</script>"\ntags: ["<img src=x onerror=alert(1)>"]\n---\n甲',
    "code-info": '```"><script>alert(1)</script>\n甲\n```\n',
    "link-title": "[甲](jia.md '\"><script>alert(1)</script>')",
    "remote-image": "![甲](https://a.example/x.png) ![乙](HTTP://a.example/x.png)",
    "long-line": "好，" * 150_000,
}
RUNS = re.compile(
    rb"""<script(?![^>]*\bsrc=| type="application/ld\+json">)|<[^>]*\son[a-z]+\s*=|<iframe|<object"""
    rb"""|<form(?! class="find" role="search" action="[./]*search/")|<style|<base"""
    rb"""|(?:href|src|action)\s*=\s*["']?\s*(?:javascript|data(?!/)|//)""",
    re.IGNORECASE,
)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_told_or_harmless(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", {**SMALL, ARTICLE: text})
    output = tmp_path / "out"
    ran = jingwei(capsys, "build", "--content", content, "--output", output, "--jobs=1")
    assert ran.code == 0, ran.err
    for path, data in tree(output / "site").items():
        if path.endswith(".html"):
            page = data.replace(b'<meta http-equiv="Content-Security-Policy"', b"")
            assert not RUNS.search(page), path
            assert b"http-equiv" not in page
            assert b'a.example/x.png"' not in re.sub(rb'<a [^>]*>|alt="[^"]*"', b"", page)
    assert jingwei(capsys, "check", "--content", content, "--output", output).code == 0


@pytest.mark.parametrize(
    ("files", "plain", "strict"),
    [
        pytest.param({ARTICLE: "<script>1</script>甲"}, 0, 1, id="warning"),
        pytest.param({ARTICLE: "![甲](https://a.example/a.png)"}, 0, 1, id="remote-picture"),
        pytest.param({"foo.txt": "?"}, 0, 0, id="note"),
        pytest.param({"pages/p2.txt": "没有整理的一页\n"}, 0, 0, id="unreviewed-page"),
        pytest.param({}, 0, 0, id="nothing"),
    ],
)
def test_strict_makes_warnings_errors_and_lets_notes_be(
    files: Files, plain: int, strict: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", {**SMALL, **files})
    common = ("build", "--content", content, "--output", tmp_path / "out", "--jobs=1", "--lang=en")
    assert jingwei(capsys, *common).code == plain
    ran = jingwei(capsys, *common, "--strict")
    assert ran.code == strict
    assert ("nothing was published" in ran.err) == bool(strict)


def test_a_strict_refusal_leaves_what_a_lenient_build_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", {**SMALL, ARTICLE: "<script>1</script>甲"})
    before = tree(built(content, tmp_path / "out").site)
    common = ("build", "--content", content, "--output", tmp_path / "out", "--jobs=1")
    assert jingwei(capsys, *common, "--strict").code == 1
    assert tree(tmp_path / "out" / "site") == before


def test_the_report_says_the_same_to_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", {**SMALL, ARTICLE: "---\ndate: 2022-02-30\n---\n"})
    common = ("build", "--content", content, "--output", tmp_path / "out", "--jobs=1")
    report = tmp_path / "report.json"
    assert jingwei(capsys, *common, "--report", report, "--lang", "zh").code == 1
    said = json.loads(report.read_text(encoding="utf-8"))
    (told,) = said["problems"]
    assert said["published"] is False
    assert (told["code"], told["level"], told["file"], told["line"]) == (
        "date-impossible", "error", ARTICLE, 2,
    )  # fmt: skip
    assert "2022-02-30" in told["detail"]
    assert told["hint"]
    (content / ARTICLE).write_text(GOOD, encoding="utf-8")
    assert jingwei(capsys, *common, "--report", report).code == 0
    said = json.loads(report.read_text(encoding="utf-8"))
    assert said["published"] is True
    assert said["problems"] == []
    # Two authored, one restored.
    assert (said["articles"], said["topics"], said["source_pages"]) == (4, 1, 1)
    assert said["files"] == said["written"] == len(tree(tmp_path / "out" / "site")) - 1


def test_a_report_that_cannot_be_written_is_said_not_thrown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", SMALL)
    report = tmp_path / "no-such-folder" / "report.json"
    arguments = ("--content", content, "--output", tmp_path / "out", "--report", report, "--jobs=1")
    for command in (("build", *arguments), ("check", *arguments[:-1])):
        ran = jingwei(capsys, *command)
        assert ran.code == 2
        assert f"{report}: " in ran.err


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: None, id="missing"),
        pytest.param(lambda path: path.write_text("x"), id="a-file"),
        pytest.param(lambda path: path.mkdir(), id="empty"),
    ],
)
def test_no_content_is_told_by_its_path(
    make: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(make)
    make(tmp_path / "neirong")
    arguments = ("--content", tmp_path / "neirong", "--output", tmp_path / "out", "--jobs=1")
    for command in ("build", "check", "audit"):
        ran = jingwei(capsys, command, *arguments[: 2 if command == "audit" else 4])
        assert ran.code == 1, command
        assert str(tmp_path / "neirong") in ran.err
    assert not (tmp_path / "out" / "site").exists()


@pytest.mark.parametrize("what", ["output", "site"])
def test_an_output_that_is_a_file_is_told_by_its_path(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", SMALL)
    output = tmp_path / "out"
    taken = output if what == "output" else output / "site"
    write(taken.parent, {taken.name: "mine"})
    ran = jingwei(capsys, "build", "--content", content, "--output", output, "--jobs=1")
    assert ran.code == 1
    assert any(line.startswith(f"{taken}") for line in ran.err.splitlines()), ran.err
    assert taken.read_text() == "mine"


def test_an_output_that_may_not_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    content = write(tmp_path / "content", SMALL)
    # By permissions it could not be tried: whoever runs this may be root.
    monkeypatch.setattr("os.makedirs", refuse)
    ran = jingwei(capsys, "build", "--content", content, "--output", tmp_path / "out", "--jobs=1")
    assert ran.code == 1
    assert re.search(
        rf"^{re.escape(str(tmp_path))}/out\S*: \S*\[output-not-writable\]", ran.err, re.M
    )


def test_a_c_locale_prints_chinese_all_the_same(tmp_path: Path) -> None:
    content = write(tmp_path / "内容", {**SMALL, "articles/错.md": "[x](meiyou.md)"})
    ran = jingwei_apart(
        "build",
        "--content",
        content,
        "--output",
        tmp_path / "out",
        "--lang=zh",
        environment={"LC_ALL": "C"},
    )
    assert ran.code == 1
    assert "内容/articles/错.md:1: 错误[link-missing]" in ran.err
