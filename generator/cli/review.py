"""`jingwei review`: the program's proposals go into review files; what the editor wrote stays."""

from __future__ import annotations

import argparse

from generator.app.review import PageReport, list_pages, review_pages
from generator.cli.codes import Exit
from generator.cli.report import language, print_problems
from generator.model.problem import Lang, Level
from generator.restore.review import Scope

_STATES: dict[str, tuple[str, str]] = {
    "new": ("已写出", "written"),
    "changed": ("已更新", "updated"),
    "unchanged": ("没有变化", "unchanged"),
    "none": ("还没有整理文件", "no review file yet"),
    "failed": ("没有做成", "failed"),
}
_COUNTS: tuple[tuple[str, str, str], ...] = (
    ("questions", "疑问 {} 处", "{} questions"),
    ("unsure", "位置存疑 {} 行", "{} unsure lines"),
    ("missing", "缺文 {} 处", "{} gaps"),
    ("uncovered", "没有决定的 {} 行", "{} undecided lines"),
)
_NO_PAGES = (
    "没有报页（content/pages/*.txt）。",
    "There are no newspaper pages (content/pages/*.txt).",
)


def run(options: argparse.Namespace) -> int:
    """A line for each page; problems go to standard error."""
    lang = language(options.lang)
    if options.list:
        outcome = list_pages(options.content, options.pages, options.jobs)
    else:
        scope = Scope.AGAIN if options.again else Scope.REST
        outcome = review_pages(options.content, options.pages, scope, options.jobs)
    print_problems(outcome.problems, lang, f"{options.content}/")
    for report in outcome.pages:
        print(_line(report, lang, listing=options.list))
    wrong = any(it.level is Level.ERROR for it in outcome.problems)
    if not outcome.pages and not wrong:
        print(_NO_PAGES[lang == "en"])
    return Exit.PROBLEMS if wrong else Exit.OK


def _line(report: PageReport, lang: Lang, *, listing: bool) -> str:
    english = lang == "en"
    path = report.page if listing else report.path
    counts = [
        words[english].format(number)
        for name, *words in _COUNTS
        if report.open is not None
        and (number := getattr(report.open, name)) | (name == "questions")
        and not (listing and report.state == "none")
    ]
    told = [] if listing and report.state == "unchanged" else [_STATES[report.state][english]]
    told += [", ".join(counts) if english else "，".join(counts)] if counts else []
    return f"{path}: {'; '.join(told)}" if english else f"{path}：{'；'.join(told)}"
