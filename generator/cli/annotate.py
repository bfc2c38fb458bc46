"""`jingwei annotate`: what texts say, as lists for people or JSON Lines for programs."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from generator.annotate.as_data import as_data
from generator.annotate.prose import Prose
from generator.app.annotate_texts import Annotated, annotate_texts
from generator.cli.codes import Exit
from generator.cli.report import language, print_problems
from generator.model.problem import Level
from generator.present.entries import Entry, lists
from generator.present.texts import text

_AROUND = 18
"""Characters of the sentence shown on either side."""
_NOTHING = "（没有读出什么）"


def run(options: argparse.Namespace) -> int:
    """One text after another to standard output; problems to standard error."""
    lang = language(options.lang)
    code = Exit.OK
    # What is made for a text are trees without cycles; looking for some in all that the rules
    # and tables hold costs a tenth of the time.
    gc.disable()
    for done in annotate_texts(options.files, _standard_input(), options.date or ""):
        print_problems(done.problems, lang, "")
        if any(it.level is Level.ERROR for it in done.problems):
            code = Exit.PROBLEMS
        if done.prose is not None:
            print(_row(done, done.prose) if options.json else "\n".join(_listing(done, done.prose)))
            # A reader of a stream sees each text when it is done.
            sys.stdout.flush()
    return code


def _standard_input() -> Iterable[bytes]:
    yield from sys.stdin.buffer


def _row(done: Annotated, prose: Prose) -> str:
    data = as_data(done.name, prose.text, done.findings)
    try:
        return msgspec.json.encode(data).decode()
    # Half characters, and ids that are numbers of any length: rare, and three times the time.
    except (UnicodeEncodeError, OverflowError):
        pass
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _listing(done: Annotated, prose: Prose) -> Iterator[str]:
    date = f"（{prose.date}）" if prose.date else ""
    yield f"# {done.name}{date}"
    made = lists(prose.text, done.findings)
    for kind, entries in made:
        yield f"\n{text(f'told.{kind}')} {len(entries)}"
        yield from (f"  {_entry(it, prose)}" for it in entries)
    yield "" if made else f"\n{_NOTHING}\n"


def _entry(it: Entry, prose: Prose) -> str:
    parts = [it.words, it.edtf, "；".join(it.notes)]
    if len(it.places) > 1:
        parts.append(f"{len(it.places)} 处")
    if it.quoted:
        parts.append(_line(prose.text[it.quoted[0] : it.quoted[1]]))
    else:
        parts.append(_snippet(prose, it.places[0]))
    return "　".join(part for part in parts if part)


def _snippet(prose: Prose, place: int) -> str:
    """The sentence around a place."""
    index = bisect_right(prose.sentences, (place, len(prose.text) + 1)) - 1
    if index < 0:
        return ""
    first, last = prose.sentences[index]
    start, end = max(first, place - _AROUND), min(last, place + 2 * _AROUND)
    before, after = "…" if start > first else "", "…" if end < last else ""
    return f"〔{before}{_line(prose.text[start:end])}{after}〕"


def _line(text: str) -> str:
    return " ".join(text.split())
