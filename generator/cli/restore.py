"""`jingwei restore`: pages put together, as text for people or JSON for programs, without a site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.app.restore_files import restore_files
from generator.cli.codes import Exit
from generator.cli.report import language, print_problems
from generator.model.problem import Lang, Level
from generator.restore.result import Result, as_json

_SEVERAL = (
    "写了几个文件：请用 --out 指明放结果的文件夹。",
    "Several files are given: name a folder for the results with --out.",
)
_SAME = (
    "这两个文件的结果会同名，请分两次做：{first}，{second}",
    "The results of these two files would have the same name; do them apart: {first}, {second}",
)
_UNWRITTEN = ("{path}：写不进去（{reason}）", "{path}: can't be written ({reason})")


def run(options: argparse.Namespace) -> int:
    """One page to standard output, or each to a file of the folder; problems to standard error."""
    lang = language(options.lang)
    refused = _refused(options.files, options.out, lang)
    if refused:
        print(refused, file=sys.stderr)
        return Exit.USAGE
    worst = Exit.OK
    for path, done in zip(options.files, restore_files(options.files, options.jobs), strict=True):
        print_problems(done.problems, lang, "")
        if any(it.level is Level.ERROR for it in done.problems):
            worst = Exit.PROBLEMS
        if done.data and not _put(path, done, options, lang):
            worst = Exit.PROBLEMS
    return worst


def _refused(files: Sequence[Path], out: Path | None, lang: Lang) -> str:
    """Why the command makes no sense, or nothing."""
    if out is None:
        return _SEVERAL[lang == "en"] if len(files) > 1 else ""
    seen: dict[str, Path] = {}
    for path in files:
        other = seen.setdefault(path.stem, path)
        if other is not path:
            return _SAME[lang == "en"].format(first=other, second=path)
    return ""


def _put(path: Path, done: Result, options: argparse.Namespace, lang: Lang) -> bool:
    data = as_json(done.data) if options.json else done.text.encode("utf-8", "surrogatepass")
    if options.out is None:
        sys.stdout.write(data.decode("utf-8", "surrogatepass"))
        return True
    target: Path = options.out / f"{path.stem}.{'json' if options.json else 'md'}"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        print(_UNWRITTEN[lang == "en"].format(path=target, reason=reason), file=sys.stderr)
        return False
    return True
