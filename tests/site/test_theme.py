"""A site's own look: what a theme changes, what it costs, and what is told when it is wrong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.site.sites import SMALL, Files, built, jingwei, page, text_of, tree, write

PICTURE = (Path(__file__).resolve().parents[2] / "docs" / "picture.png").read_bytes()
THEME: dict[str, str | bytes] = {
    "theme/colours.toml": (
        '[light]\naccent = "#1f5f8b"\npaper = "#fdfaf3"\n\n[fonts]\ntext = ["LXGW WenKai"]\n'
    ),
    "theme/texts.toml": '[nav]\narticles = "文献"\n\n[article]\ncharacters = "凡 {count} 字"\n',
    "theme/site.css": "/* 馆徽 */\nfooter.site { background: url(assets/hui.png); }\n",
    "theme/assets/hui.png": PICTURE,
    "theme/templates/base.html": (
        '{% extends "jingwei/base.html" %}\n{% block footer %}\n{{ super() }}'
        '{% include "colophon.html" %}\n{% endblock %}\n'
    ),
    "theme/templates/colophon.html": (
        '<p class="colophon"><img src="{{ asset("hui.png")|at(c.root) }}" alt="馆徽">甲县档案馆</p>\n'
    ),
    "theme/templates/topic.html": (
        '{% extends "jingwei/topic.html" %}\n{% block facts %}{% endblock %}\n'
    ),
}
"""One file of each kind."""


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a small site with a theme. Tests only read it."""
    folder = tmp_path_factory.mktemp("themed")
    built(write(folder / "content", {**SMALL, **THEME}), folder / "build")
    return folder / "build"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site without."""
    folder = tmp_path_factory.mktemp("plain")
    built(write(folder / "content", SMALL), folder / "build")
    return folder / "build"


def _styles(output: Path) -> str:
    (sheet,) = (output / "site" / "assets").glob("site.*.css")
    return sheet.read_text(encoding="utf-8")


# ---- what it changes -----------------------------------------------------------------------


def test_colours_and_fonts_are_those_of_the_theme_and_all_others_follow(themed: Path) -> None:
    styles = _styles(themed)
    light, dark = styles.split("prefers-color-scheme:dark", 1)
    assert "--zhu:#1f5f8b;" in light
    assert "--paper:#fdfaf3;" in light
    assert '--song:"LXGW WenKai",' in light
    # The dark mode keeps its paper and gets an accent of the same hue that can be read on it.
    assert "--paper:#151719;" in dark
    assert "#f0957f" not in styles
    assert "#a5301d" not in styles


def test_single_texts_are_replaced_wherever_they_stand(themed: Path) -> None:
    for url in ("", "articles/jia/", "people/"):
        if (themed / "site" / url / "index.html").is_file():
            header = page(themed / "site", url).xpath("//header[@class='site']")[0]
            assert "文献" in text_of(header)
            assert "索引" in text_of(header)
    article = page(themed / "site", "articles/jia/")
    assert re.search(r"凡 \d+ 字", text_of(article.xpath("//div[@class='meta']")[0]))
    assert text_of(article.xpath("//nav[@class='crumbs']//a")[0]) == "文献"


def test_a_block_is_replaced_and_the_rest_of_the_page_stays(themed: Path, plain: Path) -> None:
    ours = page(plain / "site", "topics/shuili/")
    theirs = page(themed / "site", "topics/shuili/")
    assert ours.xpath("//section[@class='facts']")
    assert not theirs.xpath("//section[@class='facts']")
    assert [it.get("data-source") for it in theirs.xpath("//*[@data-source]")] == [
        it.get("data-source") for it in ours.xpath("//*[@data-source]")
    ]


def test_pictures_lead_to_one_file_named_by_its_content(themed: Path) -> None:
    (file,) = (themed / "site" / "files").iterdir()
    assert file.read_bytes() == PICTURE
    assert f'url("../files/{file.name}")' in _styles(themed)
    for url, root in (("", ""), ("articles/jia/", "../../")):
        shown = page(themed / "site", url).xpath("//footer/following-sibling::p//img/@src")
        assert shown == [f"{root}files/{file.name}"]


def test_what_was_built_holds_against_the_sources(
    themed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = jingwei(
        capsys, "check", "--content", themed.parent / "content", "--output", themed, "--lang", "zh"
    )
    assert (ran.code, ran.err) == (0, "")


# ---- what it costs -------------------------------------------------------------------------


def test_a_site_without_a_theme_has_the_bytes_it_had_before_one_was_tried(
    plain: Path, tmp_path: Path
) -> None:
    content = write(tmp_path / "content", {**SMALL, **THEME})
    built(content, tmp_path / "build")
    shutil.rmtree(content / "theme")
    built(content, tmp_path / "build")
    assert tree(tmp_path / "build" / "site") == tree(plain / "site")


@pytest.mark.parametrize("path", [it for it in THEME if it.endswith((".toml", ".css", ".html"))])
def test_an_edit_of_the_theme_comes_to_what_a_first_build_does(
    themed: Path, tmp_path: Path, path: str
) -> None:
    """Warm is cold, and a page that the edit does not reach is not written anew."""
    content = tmp_path / "content"
    shutil.copytree(themed.parent / "content", content)
    shutil.copytree(themed, tmp_path / "warm", symlinks=True)
    edits = {
        "theme/colours.toml": ("#1f5f8b", "#8b1f5f"),
        "theme/texts.toml": ("文献", "档案"),
        "theme/site.css": ("footer", "header"),
        "theme/templates/base.html": ("{{ super() }}", "<hr>{{ super() }}"),
        "theme/templates/colophon.html": ("甲县", "乙县"),
        "theme/templates/topic.html": ("facts", "backlinks"),
    }
    file = content / path
    old, new = edits[path]
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    built(content, tmp_path / "warm")
    built(content, tmp_path / "cold", jobs=2)
    assert tree(tmp_path / "warm" / "site") == tree(tmp_path / "cold" / "site")
    assert tree(tmp_path / "warm" / "site") != tree(themed / "site")
    assert built(content, tmp_path / "warm").written == 0


# ---- what is told --------------------------------------------------------------------------


class Mistake(NamedTuple):
    """Files of a theme, and what must be said of them."""

    files: Files
    place: str
    code: str
    facts: tuple[str, ...] = ()


def _article(block: str, inner: str) -> dict[str, str]:
    text = f'{{% extends "jingwei/article.html" %}}\n{{% block {block} %}}\n{inner}\n{{% endblock %}}\n'
    return {"theme/templates/article.html": text}


ARTICLE = "theme/templates/article.html"
BASE = "theme/templates/base.html"
TOPIC = "theme/templates/topic.html"
COLOURS = "theme/colours.toml"
OWN_BASE = (
    '<!DOCTYPE html>\n<html lang="{{ c.language }}">\n<head><title>{{ c.title }}</title>\n'
    "{% block styles %}{% endblock %}{% block data %}{% endblock %}{% block refresh %}{% endblock %}\n"
    '</head>\n<body><main class="{% block kind %}{% endblock %}">{% block main %}{% endblock %}</main>\n'
    "</body></html>\n"
)
MISTAKES = {
    "faint-accent": Mistake(
        {COLOURS: '[light]\naccent = "#c9a227"\n'},
        f"{COLOURS}:2",
        "theme-contrast",
        ("2.35", "4.5", "#8d711b"),
    ),
    "faint-by-the-paper": Mistake(
        {COLOURS: '[dark]\npaper = "#405060"\n'}, f"{COLOURS}:2", "theme-contrast", ("#f0957f",)
    ),
    "no-colour": Mistake({COLOURS: '[light]\nink = "red"\n'}, f"{COLOURS}:2", "colour-form"),
    "no-font": Mistake({COLOURS: '[fonts]\ntext = ["A; B"]\n'}, f"{COLOURS}:2", "font-form"),
    "misspelt-colour": Mistake(
        {COLOURS: '[light]\nacent = "#000000"\n'}, f"{COLOURS}:2", "key-misspelt", ("accent",)
    ),
    "misspelt-text": Mistake(
        {"theme/texts.toml": '[nav]\ntopic = "卷宗"\n'}, "theme/texts.toml:2", "key-misspelt"
    ),
    "foreign-holder": Mistake(
        {"theme/texts.toml": '[article]\ncharacters = "{n} 字"\n'},
        "theme/texts.toml:2",
        "theme-text-holder",
        ("{count}",),
    ),
    "holder-that-digs": Mistake(
        {"theme/texts.toml": '[article]\ncharacters = "{count.__class__}"\n'},
        "theme/texts.toml:2",
        "theme-text-holder",
    ),
    "import": Mistake(
        {"theme/site.css": "a {}\n@import 'b.css';\n"}, "theme/site.css:2", "theme-style-import"
    ),
    "foreign-picture": Mistake(
        {"theme/site.css": "\na { background: url(//a.example/b.png) }\n"},
        "theme/site.css:2",
        "theme-request-elsewhere",
        ("//a.example/b.png",),
    ),
    "missing-picture": Mistake(
        {"theme/site.css": "a { background: url('assets/hu.png') }\n"},
        "theme/site.css:1",
        "theme-asset-missing",
        ("hui.png",),
    ),
    "open-brace": Mistake(
        {"theme/site.css": 'a { content: "}" }\nb { color: red\n'},
        "theme/site.css:2",
        "theme-style-brace",
    ),
    "drawing": Mistake(
        {"theme/assets/a.svg": "<svg/>"}, "theme/assets/a.svg", "theme-asset-kind", ("svg",)
    ),
    "script-file": Mistake({"theme/assets/a.js": "1"}, "theme/assets/a.js", "theme-asset-kind"),
    "syntax": Mistake({TOPIC: "\n{% if %}\n"}, f"{TOPIC}:2", "theme-template-syntax"),
    "open-block": Mistake({TOPIC: "{% block a %}\n"}, f"{TOPIC}:1", "theme-template-syntax"),
    "misspelt-file": Mistake(
        {"theme/templates/topik.html": "x"},
        "theme/templates/topik.html",
        "theme-template-unknown",
        ("topic.html",),
    ),
    "extends-itself": Mistake(
        {TOPIC: '{% extends "topic.html" %}\n'}, f"{TOPIC}:1", "theme-extends-itself"
    ),
    "missing-template": Mistake(
        {TOPIC: '{% extends "jingwei/topik.html" %}\n'},
        f"{TOPIC}:1",
        "theme-template-missing",
        ("jingwei/topic.html",),
    ),
    "unknown-variable": Mistake(
        _article("tail", "{{ hedding }}"), f"{ARTICLE}:3", "theme-name-unknown", ("heading",)
    ),
    "unknown-field": Mistake(
        _article("tail", "\n{{ v.titel }}"), f"{ARTICLE}:4", "theme-name-unknown", ("v.title",)
    ),
    "unknown-text": Mistake(
        _article("tail", "{{ texts.nav.topik }}"),
        f"{ARTICLE}:3",
        "theme-name-unknown",
        ("texts.nav.topics",),
    ),
    "unknown-filter": Mistake(
        _article("tail", "{{ v.title|quotd }}"), f"{ARTICLE}:3", "theme-name-unknown", ("quoted",)
    ),
    "unknown-block": Mistake(
        _article("relatd", ""), f"{ARTICLE}:2", "theme-block-unknown", ("related",)
    ),
    "outside-blocks": Mistake(
        {ARTICLE: '{% extends "jingwei/article.html" %}\n<p>x</p>\n'},
        f"{ARTICLE}:2",
        "theme-outside-block",
    ),
    "frame-without-block": Mistake(
        {BASE: OWN_BASE.replace("{% block main %}{% endblock %}", "")},
        BASE,
        "theme-block-missing",
        ("main",),
    ),
    "frame-without-policy": Mistake({BASE: OWN_BASE}, BASE, "theme-policy-missing"),
    "script": Mistake(
        _article("tail", "<script>1</script>"), f"{ARTICLE}:3", "theme-inline", ("<script>",)
    ),
    "style": Mistake(
        _article("tail", '<p style="color:red">x</p>'), f"{ARTICLE}:3", "theme-inline", ("style=",)
    ),
    "handler": Mistake(
        _article("tail", '<p\nonclick="x()">x</p>'), f"{ARTICLE}:3", "theme-inline", ("onclick=",)
    ),
    "foreign-script": Mistake(
        _article("tail", '<script src="https://a.example/x.js"></script>'),
        f"{ARTICLE}:3",
        "theme-request-elsewhere",
    ),
    "hidden-script": Mistake(
        _article("tail", "{% set t = 'script'|safe %}<{{ t }}>1</{{ t }}>"), ARTICLE, "theme-inline"
    ),
    "not-there-on-a-page": Mistake(
        {TOPIC: '{% extends "jingwei/topic.html" %}\n{% block key %}\n'
         "{% for g in v.groups %}{{ g.txt }}{% endfor %}{% endblock %}\n"},
        f"{TOPIC}:3",
        "theme-render",
        ("txt", "topics/shuili/index.html"),
    ),
    "out-of-the-sandbox": Mistake(
        _article("tail", "{% set w = v %}{{ w.__class__.__mro__ }}"),
        f"{ARTICLE}:3",
        "theme-render",
        ("SecurityError",),
    ),
    "never-ending": Mistake(
        _article("tail", "{% for i in range(999999999) %}x{% endfor %}"), f"{ARTICLE}:3", "theme-render"
    ),
    "quotation-without-proof": Mistake(
        {TOPIC: '{% extends "jingwei/topic.html" %}\n{% block passages %}'
         "{% for g in v.groups %}{% for s in g.aspects %}{% for x in s.passages %}<p>{{ x.quote.text }}</p>"
         "{% endfor %}{% endfor %}{% endfor %}{% endblock %}\n"},
        TOPIC,
        "theme-proof-dropped",
        ("海绵水渠",),
    ),
    "article-without-proof": Mistake(
        {ARTICLE: '{% extends "base.html" %}\n{% block main %}<article><h1>{{ v.title }}</h1>'
         '<div class="prose">{{ body }}</div></article>{% endblock %}\n'},
        ARTICLE,
        "theme-proof-dropped",
        ("articles/jia/index.html",),
    ),
    "open-element": Mistake(
        _article("tail", "<div><p>x</p>"), ARTICLE, "theme-markup", ("</article>",)
    ),
    "id-twice": Mistake(
        _article("tail", '<p id="main">x</p>'), f"{ARTICLE}:3", "theme-markup", ('id="main"',)
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_and_the_site_of_before_stays(
    mistake: Mistake,
    themed: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = tmp_path / "content"
    shutil.copytree(themed.parent / "content", content)
    shutil.copytree(themed, tmp_path / "build", symlinks=True)
    write(content, mistake.files)
    ran = jingwei(
        capsys, "build", "--content", content, "--output", tmp_path / "build", "--lang", "zh"
    )
    said = ran.out + ran.err
    assert ran.code == 1, said
    lines = [it for it in said.splitlines() if f"{content}/{mistake.place}: " in it]
    (line,) = [it for it in lines if f"[{mistake.code}]" in it]
    assert [it for it in mistake.facts if it not in line] == []
    assert tree(tmp_path / "build" / "site") == tree(themed / "site")


def test_all_mistakes_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    together = ("faint-accent", "misspelt-text", "import", "syntax", "unknown-variable", "drawing")
    files = {name: text for it in together for name, text in MISTAKES[it].files.items()}
    content = write(tmp_path / "content", {**SMALL, **files, "articles/x.md": "[x](nicht.md)"})
    for command in ("build", "check"):
        ran = jingwei(capsys, command, "--content", content, "--output", tmp_path / "build")
        said = ran.out + ran.err
        codes = {MISTAKES[it].code for it in together}
        assert [it for it in sorted(codes) if f"[{it}]" not in said] == []
    assert not (tmp_path / "build" / "site" / "index.html").exists()


def test_the_same_mistake_on_many_pages_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = {f"articles/n{it}.md": f"# 第{it}篇\n\n第{it}篇的话。\n" for it in range(30)}
    files = {**SMALL, **articles, **MISTAKES["out-of-the-sandbox"].files}
    content = write(tmp_path / "content", files)
    ran = jingwei(capsys, "build", "--content", content, "--output", tmp_path / "build")
    assert (ran.out + ran.err).count("[theme-render]") == 1


def test_a_file_that_a_theme_has_no_use_for_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", {**SMALL, "theme/colors.toml": ""})
    arguments = ("build", "--content", content, "--output", tmp_path / "build")
    ran = jingwei(capsys, *arguments)
    assert ran.code == 0
    assert "[theme-file-unknown]" in ran.out + ran.err
    assert "theme/colours.toml" in ran.out + ran.err


def test_a_folder_of_articles_alone_may_have_a_theme_of_another_program(tmp_path: Path) -> None:
    files = {"a.md": "# 甲\n\n文。\n", "theme/templates/page.html": "{{ nothing_of_ours }}"}
    built(write(tmp_path / "content", files), tmp_path / "build")
