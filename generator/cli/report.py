"""Problems -> lines for people, and a file for programs."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from generator.model.problem import Lang, Level, Problem, detail, hint

_LEVELS: dict[Level, tuple[str, str]] = {
    Level.ERROR: ("错误", "error"),
    Level.WARNING: ("警告", "warning"),
    Level.NOTE: ("提示", "note"),
}
_HINT = ("办法：", "hint: ")


def language(asked: str | None, environment: Mapping[str, str] = os.environ) -> Lang:
    """The language of messages: as asked, else English for an English locale, else Chinese."""
    if asked == "en" or asked == "zh":
        return "en" if asked == "en" else "zh"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "en" if value.startswith("en") else "zh"
    return "zh"


def line(item: Problem, lang: Lang, prefix: str = "") -> str:
    """`content/topics/x.md:12: error[link-missing]: … hint: …`"""
    # What is wrong with the output stands under its full path.
    place = item.place.file if os.path.isabs(item.place.file) else prefix + item.place.file
    place = place if item.place.file else prefix.rstrip("/")
    if item.place.line:
        place += f":{item.place.line}"
    english = lang == "en"
    return (
        f"{place}: {_LEVELS[item.level][english]}[{item.code}]: {detail(item, lang)}"
        f"{'; ' if english else '；'}{_HINT[english]}{hint(item, lang)}"
    )


_FIRST = 5
_FEW = 20
"""A mistake that stands in no more places is told of each."""
_MORE = (
    "{level}[{code}]：同样的还有 {count} 处；用 jingwei {command} --report 文件.json 可以列全",
    "{level}[{code}]: {count} more like these; jingwei {command} --report FILE.json lists them all",
)


def print_problems(
    problems: Sequence[Problem],
    lang: Lang,
    prefix: str,
    out: TextIO | None = None,
    command: str = "build",
) -> None:
    """Errors last: that is where the eye rests. Of one that recurs in file after file, the first few.

    command: which one writes them all into a file.
    """
    order = (Level.NOTE, Level.WARNING, Level.ERROR)
    english = lang == "en"
    total = Counter(map(_said, problems))
    told: Counter[tuple[object, ...]] = Counter()
    for item in sorted(problems, key=lambda it: order.index(it.level)):
        said = _said(item)
        told[said] += 1
        if total[said] <= _FEW or told[said] <= _FIRST:
            print(line(item, lang, prefix), file=out or sys.stderr)
        if total[said] > _FEW and told[said] == _FIRST:
            more = _MORE[english].format(
                level=_LEVELS[item.level][english],
                code=item.code,
                count=total[said] - _FIRST,
                command=command,
            )
            print(more, file=out or sys.stderr)


def _said(item: Problem) -> tuple[object, ...]:
    """What is equal of problems that tell the same of different places."""
    return item.level, item.code, item.facts


def summary(problems: Sequence[Problem], lang: Lang) -> str:
    """`2 个错误，1 个警告，3 个提示`"""
    counts = {level: sum(1 for it in problems if it.level is level) for level in Level}
    if lang == "en":
        parts = [f"{n} {level.value}{'s' if n != 1 else ''}" for level, n in counts.items() if n]
        return ", ".join(parts) or "no problems"
    parts = [f"{n} 个{_LEVELS[level][0]}" for level, n in counts.items() if n]
    return "，".join(parts) or "没有问题"


def as_data(item: Problem, lang: Lang) -> dict[str, object]:
    """One problem for programs."""
    return {
        "code": item.code,
        "level": item.level.value,
        "file": item.place.file,
        "line": item.place.line,
        "detail": detail(item, lang),
        "hint": hint(item, lang),
        "facts": dict(item.facts),
    }


_UNWRITTEN = ("报告写不进这个文件", "the report can't be written to this file")


def write_report(path: Path, data: Mapping[str, object], lang: Lang) -> bool:
    """JSON with sorted keys and a line break at its end; False, and a word why, if it can't be."""
    text = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        print(f"{path}: {_UNWRITTEN[lang == 'en']} ({error.strerror})", file=sys.stderr)
        return False
    return True
