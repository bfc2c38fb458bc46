"""`jingwei suggest`: questions for the editor, as files; `--apply`: what was accepted."""

from __future__ import annotations

import argparse

from generator.app.suggest import FOLDER, apply_answers, suggest_files
from generator.cli.codes import Exit
from generator.cli.report import language, print_problems
from generator.model.problem import Level

_NOTHING = ("没有要问的。", "There is nothing to ask.")
_NO_ANSWERS = ("没有回答过的建议。", "No suggestion has been answered.")
_LEFT = ("另有 {} 条，答完这些再运行一次", "{} more; run this again when these are answered")


def run(options: argparse.Namespace) -> int:
    """A line for each file; problems go to standard error."""
    lang = language(options.lang)
    english = lang == "en"
    out = options.out or options.content / FOLDER
    done = (
        apply_answers(options.content, out)
        if options.apply
        else suggest_files(options.content, out, options.jobs, topics=options.what == "topics")
    )
    print_problems(done.problems, lang, f"{options.content}/")
    for name, count in done.written:
        print(f"{name}: {count}" if english else f"{name}：{count} 条")
    if done.left:
        print(_LEFT[english].format(done.left))
    wrong = any(it.level is Level.ERROR for it in done.problems)
    if not done.written and not wrong:
        print((_NO_ANSWERS if options.apply else _NOTHING)[english])
    return Exit.PROBLEMS if wrong else Exit.OK
