"""The code's own tables -> docs/reference.md; what the program has, the reference has.

    python -m docs.make_reference        writes the file; `make docs` runs this

Chinese wording comes from the code, English for commands and fields from `reference_english.py`.
`tests/unit/test_docs.py` fails when the file, or an English line, has fallen behind.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2.nodes import Block

from docs import reference_english as english
from docs.reference_facts import Field, Option, commands, options, tables
from generator.cli.codes import MEANINGS
from generator.forms.lexicon import LONGEST_WORD
from generator.forms.schema import FORMS
from generator.model import problem_texts
from generator.model.problem_texts import TEXTS
from generator.present.templates import environment, folder
from generator.present.texts import catalogue

HERE = Path(__file__).resolve().parent
REFERENCE = HERE / "reference.md"

_HEAD = """\
# Reference

<!-- Made by docs/make_reference.py from the code. Don't edit: run `make docs`. -->

Commands and options, exit codes, the files people write with all their fields, and every problem
code with its wording in both languages. A guide with examples, in Chinese:
[editors.md](editors.md).

- [Commands](#commands)
- [Exit codes](#exit-codes)
- [Files](#files)
- [Output for programs](#output-for-programs)
- [Problem codes](#problem-codes)
"""


def reference() -> str:
    """The whole of docs/reference.md."""
    parts = [_HEAD, *_commands(), *_codes(), *_files(), *_outputs(), *_problems()]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _commands() -> Iterator[str]:
    yield "## Commands\n\n`jingwei --version` prints the version, `jingwei COMMAND --help` help."
    for name, built, chinese in commands():
        listed = options(name, built)
        # Unbreakable blanks, so that an option and its value stay on one line.
        usage = " ".join([f"jingwei {name}", *(_usage(it).replace(" ", "\0") for it in listed)])
        wrapped = textwrap.fill(usage, 88, subsequent_indent="    ", break_on_hyphens=False)
        wrapped = wrapped.replace("\0", " ")
        yield f"### `jingwei {name}`\n"
        yield f"{english.COMMANDS.get(name, '')}\n\n{_md(chinese)}\n"
        yield f"```text\n{wrapped}\n```\n"
        rows = [
            (
                f"`{it.spelling} {_md(it.value)}`" if it.value else f"`{it.spelling}`",
                it.default or "–",
                _both(english_option(it), it.chinese),
            )
            for it in listed
        ]
        yield _table(("option", "default", "meaning"), rows)


def english_option(option: Option) -> str:
    """The English line of an option: the command's own, else the one all commands share."""
    shared = english.OPTIONS.get(option.spelling, "")
    return english.OPTIONS.get(option.key, shared)


def _usage(option: Option) -> str:
    if not option.spelling.startswith("--"):
        return option.spelling
    return f"[{option.spelling} {option.value}]" if option.value else f"[{option.spelling}]"


def _codes() -> Iterator[str]:
    yield "## Exit codes\n"
    rows = [
        (f"`{code.value}`", code.name, _both(said, chinese))
        for code, (chinese, said) in MEANINGS.items()
    ]
    yield _table(("code", "name", "meaning"), rows)


def _files() -> Iterator[str]:
    yield "## Files\n"
    yield english.FILES
    for name, (_, chinese) in FORMS.items():
        where, _, what = chinese.partition("：")
        path = where.split(" ")[0]
        yield f"### `{path}`\n"
        yield f"{english.FORMS[name]} {what}. JSON Schema: `jingwei schema {name}`.\n"
        for table in tables(name):
            if table.title:
                yield f"#### {table.title} of `{path}`\n\n{_md(table.says)}\n"
            rows = [
                (f"`{it.name}`", it.type, it.default, _both(english_field(it), it.chinese))
                for it in table.fields
            ]
            yield _table(("key", "value", "default", "meaning"), rows)
    yield english.LEXICON.format(longest=LONGEST_WORD)
    yield from _theme()


def _theme() -> Iterator[str]:
    yield english.TEMPLATES
    rows = []
    for path in sorted(folder().glob("*.html")):
        tree = environment(sandboxed=False).parse(path.read_text(encoding="utf-8"))
        blocks = "、".join(f"`{it.name}`" for it in tree.find_all(Block))
        if blocks:
            rows.append((f"`{path.name}`", blocks))
    yield _table(("template", "blocks"), rows)
    yield english.TEXTS
    rows = [
        (f"`{group}.{key}`", *(_words(it, group, key) for it in ("zh-Hans", "zh-Hant", "en")))
        for group, packaged in catalogue().items()
        for key in packaged
    ]
    yield _table(("key", "zh-Hans", "zh-Hant", "en"), rows)


def _words(language: str, group: str, key: str) -> str:
    words = catalogue(language)[group][key]
    forms = [words] if isinstance(words, str) else list(words.values())
    return " \\| ".join(map(_md, forms))


def english_field(field: Field) -> str:
    """The English line of a field: of this table, else the one its name has everywhere."""
    return english.FIELDS.get(field.key) or english.FIELDS.get(field.name, "")


def _outputs() -> Iterator[str]:
    yield "## Output for programs\n"
    for title, says, keys in english.OUTPUTS:
        yield f"### {title}\n\n{says}\n"
        yield _table(("key", "meaning"), [(f"`{key}`", text) for key, text in keys.items()])


def stages() -> list[tuple[str, Sequence[Any]]]:
    """The modules of the problem table, in its order, each with its rows."""
    order = {code: number for number, code in enumerate(TEXTS)}
    found = [
        (name, module.TEXTS)
        for name, module in vars(problem_texts).items()
        if isinstance(module, ModuleType) and hasattr(module, "TEXTS")
    ]
    return sorted(found, key=lambda it: order[it[1][0].code])


def _problems() -> Iterator[str]:
    yield (
        "## Problem codes\n\n"
        "A problem is printed as `file:line: level[code]: what; hint: way out`. An `error` keeps "
        "the site from\nbeing published; so does a `warning` with `--strict`; a `note` never "
        "does. Words in braces are filled in.\n"
    )
    for name, rows in stages():
        yield f"### {english.STAGES.get(name, name)}\n"
        yield _table(
            ("code", "level", "what is wrong", "way out"),
            [
                (
                    f'<a id="{it.code}"></a>`{it.code}`',
                    it.level,
                    _both(it.details[1], it.details[0]),
                    _both(it.hints[1], it.hints[0]),
                )
                for it in rows
            ],
        )


def _both(one: str, other: str) -> str:
    return "<br>".join(_md(it) for it in (one, other) if it)


def _md(text: str) -> str:
    """Text -> Markdown that shows just this text, also inside a table."""
    kept = text.replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;")
    for sign in "*_|[]":
        kept = kept.replace(sign, f"\\{sign}")
    return kept.replace("\n", " ")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines) + "\n"


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
    print(REFERENCE.relative_to(HERE.parent))
