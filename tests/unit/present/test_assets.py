"""What browsers fetch beside the pages: small, named by content, readable in both modes."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import pytest

from generator.present import templates
from generator.present.assets import assets, sheet
from generator.present.templates import folder

MADE = assets()
STYLES = dict(MADE.files)[MADE.styles].decode()


def test_a_name_holds_the_digest_of_the_content() -> None:
    hashed = [it for it in MADE.files if not it[0].startswith("search/")]
    for name, data in hashed:
        assert hashlib.sha256(data).hexdigest()[:10] in name
    assert {MADE.styles, MADE.script, MADE.icon} <= {name for name, _ in hashed}


_MADE_OF_PARTS = re.compile(r"[fklw]\d|[fr]-\w+")
"""Classes that templates put together: class="k{{ n }}"."""


@pytest.mark.parametrize(
    "sheet", sorted((folder() / "assets").rglob("*.css")), ids=lambda it: it.stem
)
def test_no_rule_is_for_something_that_no_page_has(sheet: Path) -> None:
    code = Path(templates.__file__).parents[1]
    places = [(folder(), "*.html"), (folder(), "*.js"), (code, "*.py")]
    files = [it for place, kind in places for it in place.rglob(kind)]
    used = {name for it in files for name in re.findall(r"[\w-]+", it.read_text(encoding="utf-8"))}
    rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", sheet.read_text(encoding="utf-8"), flags=re.S)
    names = set(re.findall(r"[.#]([A-Za-z][\w-]*)", rules))
    assert {it for it in names - used if not _MADE_OF_PARTS.fullmatch(it)} == set()


def test_what_belongs_to_search_keeps_its_name() -> None:
    names = {name for name, _ in MADE.files}
    assert {"search/client.js", "search/ui.js", "search/search.css"} <= names


def test_a_page_on_which_nobody_searches_loads_little_script() -> None:
    files = dict(MADE.files)
    assert len(files[MADE.script]) <= 3_500
    # And what reading loads later on, for links and for sentences.
    own = [data for name, data in files.items() if re.match(r"assets/.*js$", name)]
    assert len(files[MADE.script]) + max(map(len, own)) <= 12_000
    assert len(gzip.compress(b"".join(own))) <= 7_000


def test_a_script_names_what_it_loads_as_it_is_published() -> None:
    names = {name.removeprefix("assets/") for name, _ in MADE.files}
    loaded = {
        it
        for name, data in MADE.files
        if re.match(r"assets/.*js$", name)
        for it in re.findall(r'"\./([^"]+)"', data.decode())
    }
    assert {it.split(".")[0] for it in loaded} >= {"preview", "card", "sentences"}
    assert loaded <= names


_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`')
_SCRIPTS = [it for it, _ in MADE.files if it.endswith(".js") and it != "search/words.js"]


@pytest.mark.parametrize("name", [it for it in _SCRIPTS if it.startswith("search/")])
def test_scripts_lose_only_comments_that_fill_lines_and_indentation(name: str) -> None:
    given = _source(name).read_text(encoding="utf-8").splitlines()
    kept = dict(MADE.files)[name].decode().splitlines()
    assert kept
    assert all(it == it.strip() or it == it.rstrip() for it in kept)
    code = iter(line.strip() for line in given)
    assert all(line in code for line in kept)
    # A template that went on over lines would lose its indentation.
    assert not [line for line in given if line.count("`") % 2]


@pytest.mark.parametrize("name", [it for it in _SCRIPTS if it.startswith("assets/")])
def test_scripts_of_reading_lose_spaces_as_well(name: str) -> None:
    given = re.sub(
        r"^[ \t]*(?://.*|/\*\*[\s\S]*?\*/)\n",
        "",
        _source(name).read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    plain = re.sub(r"(\./\w+)\.[0-9a-f]{10}\.", r"\1.", dict(MADE.files)[name].decode())
    assert _STRING.findall(plain) == _STRING.findall(given)
    assert _bare(plain) == _bare(given)
    assert not re.search(r"//|/\*", _STRING.sub("", given))
    assert not [line for line in given.splitlines() if line.count("`") % 2]


def _bare(script: str) -> str:
    """Without spaces, and without semicolons that stand at the end of a block."""
    return re.sub(r";(?=\})", "", re.sub(r"\s", "", script))


def _source(name: str) -> Path:
    folder, _, file = name.partition("/")
    parts = file.split(".")
    plain = f"{parts[0]}.{parts[-1]}"
    return templates.folder() / "assets" / (f"search/{file}" if folder == "search" else plain)


def test_styles_are_small_and_fetch_nothing() -> None:
    sheets = {name: data for name, data in MADE.files if name.endswith(".css")}
    del sheets["search/search.css"]  # fetched when search is used
    # A page has the site's sheet and at most one more.
    others = [len(data) for name, data in sheets.items() if name != MADE.styles]
    assert len(sheets[MADE.styles]) + max(others) <= 20_000
    for css in (data.decode() for data in sheets.values()):
        assert "url(" not in css
        assert "@import" not in css
        assert css.count("{") == css.count("}")


def test_no_rule_stands_twice() -> None:
    for path in sorted((folder() / "assets").rglob("*.css")):
        lines = path.read_text(encoding="utf-8").splitlines()
        rules = [it.strip() for it in lines if "{" in it and "}" in it]
        assert len(rules) == len(set(rules)), path.name


def test_pages_name_the_sheets_that_are_published() -> None:
    published = {name for name, _ in MADE.files}
    asked = set()
    for path in sorted(folder().glob("*.html")):
        asked |= set(re.findall(r'sheet\("([^"]+)"\)', path.read_text(encoding="utf-8")))
    assert asked
    assert {sheet(it) for it in asked} <= published
    # Those of cards and of what is chosen are fetched by their scripts.
    assert asked | {"site", "card", "sentences"} == {
        name.split("/")[1].split(".")[0] for name in published if re.match(r"assets/.*css$", name)
    }


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+):(#[0-9a-f]{6})\b", block))


LIGHT = _colours(STYLES[: STYLES.index("prefers-color-scheme")])
DARK = LIGHT | _colours(
    STYLES[STYLES.index("prefers-color-scheme") : STYLES.index("prefers-contrast")]
)


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("colour", ["ink", "soft", "zhu"])
def test_text_has_the_contrast_of_wcag_aa(mode: dict[str, str], ground: str, colour: str) -> None:
    bright, dim = sorted((_luminance(mode[colour]), _luminance(mode[ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5
