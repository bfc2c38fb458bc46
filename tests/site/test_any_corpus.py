"""Whatever people write: a site that is sound, or problems; never a traceback or a broken page."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.app.build import build, recheck
from generator.app.request import BuildRequest, Strictness
from generator.cli.report import line
from generator.model.problem import Level
from generator.store.manifest import MANIFEST
from tests.site.sites import markup_faults, tree, write

WORDS = (
    "水渠 海绵水渠 乡村振兴 甲县 的 了 2022年 3.5% A b 10 ， 。 ！ ： ； “ ” （ ） 《 》 、 … — "
    "? ! . , ; : ' \" ( ) 😀 𠮷 é ｅ \u3000 \u00a0"
).split(" ")
MARKUP = (
    "* ** _ __ ` ``` ~~ # ## ### - + 1. > | [ ] ( ) ]( ![ [^1] [^1]: < > </ <b> </b> <p> </p> <div> "
    "</div> <table> <td> <li> <br> <hr> <a> <img> <script> </script> <!-- --> & &amp; &lt; &#35; \\ "
    "--- === : {: #a } :::: $ @ a@b.cc http://a.bc/d <http://a.bc> [甲](a.md) [乙](b.md#x) [丙](#x) "
    "![丁](http://a.bc/d.png) ~ ^ = % \x0b \x1f \x7f \ufeff \u200b \u2028 \u202e \ud7ff"
).split(" ")
BREAKS = ["\n", "\n\n", "\n    ", "\n> ", "\n- ", "\n\n\n", "  \n", "\r\n", "\t", " ", ""]

# Sensible text is drawn most often: all noise is refused early and tries little.
piece = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(MARKUP), st.sampled_from(BREAKS)
)
body = st.lists(piece, max_size=60).map("".join)
line_of_text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join)
front = st.one_of(
    st.just(""),
    line_of_text.map(lambda it: f"---\ntitle: {it}\n---\n"),
    st.sampled_from(
        ["---\n", "---\ndate: 2022-10-10\ntags: [甲, b]\n---\n", "---\ntitle: 甲\n---\n", "+++\n"]
    ),
)
article = st.builds(str.__add__, front, body)
topic = st.builds(
    lambda title, text: f"---\ntitle: {title}\nterms: [海绵水渠, 水渠]\n---\n{text}",
    line_of_text,
    body,
)


@given(
    articles=st.lists(article, min_size=1, max_size=3),
    topics=st.lists(topic, max_size=2),
    page=st.one_of(st.none(), body),
    raw=st.one_of(st.none(), st.binary(max_size=40)),
)
def test_any_corpus_gives_a_sound_site_or_problems(
    articles: list[str], topics: list[str], page: str | None, raw: bytes | None
) -> None:
    files: dict[str, str | bytes] = {"site.toml": 'title = "站"'}
    files |= {f"articles/{name}.md": text for name, text in zip("abc", articles, strict=False)}
    files |= {f"topics/{name}.md": text for name, text in zip("xy", topics, strict=False)}
    if page is not None:
        files["pages/p.txt"] = page
    if raw is not None:
        files["articles/raw.md"] = raw
    with tempfile.TemporaryDirectory() as folder:
        content = write(Path(folder, "content"), files)
        outcome = build(BuildRequest(content, Path(folder, "out")))
        for told in outcome.problems:
            # Both languages can be made of it, and it names a file that a person wrote.
            assert line(told, "zh")
            assert line(told, "en")
            assert told.place.file in files, told
            assert told.code != "text-unread", told
        errors = [it for it in outcome.problems if it.level is Level.ERROR]
        assert outcome.published == (not errors)
        if outcome.published:
            again = recheck(content, Path(folder, "out"), Strictness.NORMAL)
            assert again.passed, again.problems
            for path, data in tree(outcome.site).items():
                if path != MANIFEST and path.endswith(".html"):
                    assert markup_faults(data) == [], path
