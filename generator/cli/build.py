"""`jingwei build`: content/ -> build/site/."""

from __future__ import annotations

import argparse
import functools
import gc
import sys

from generator.app.build import build
from generator.app.request import BuildOutcome, BuildRequest, Strictness
from generator.cli.codes import Exit
from generator.cli.report import as_data, language, print_problems, summary, write_report
from generator.model.problem import Lang


def run(options: argparse.Namespace) -> int:
    """Build, say all problems and where the site is."""
    lang = language(options.lang)
    outcome = build(request(options))
    # Disabled (`main`) or not, garbage is looked for at the exit once more, among all that is not frozen.
    gc.freeze()
    print_problems(outcome.problems, lang, f"{options.content}/")
    print(_closing(outcome, lang), file=sys.stdout if outcome.published else sys.stderr)
    if options.report is not None and not write_report(options.report, report(outcome, lang), lang):
        return Exit.USAGE
    return Exit.OK if outcome.published else Exit.PROBLEMS


def request(options: argparse.Namespace) -> BuildRequest:
    """What the arguments ask for."""
    return BuildRequest(
        content=options.content,
        output=options.output,
        jobs=options.jobs,
        strictness=Strictness.STRICT if getattr(options, "strict", False) else Strictness.NORMAL,
        waiting=functools.partial(_say_waiting, language(options.lang)),
    )


def _say_waiting(lang: Lang) -> None:
    said = "another build is at work in this output folder; waiting for it"
    print(
        said if lang == "en" else "另一个 jingwei 正在编同一个输出文件夹，等它结束……",
        file=sys.stderr,
    )


def report(outcome: BuildOutcome, lang: Lang) -> dict[str, object]:
    """The outcome for programs."""
    return {
        "published": outcome.published,
        "articles": outcome.articles,
        "topics": outcome.topics,
        "source_pages": outcome.source_pages,
        "files": outcome.files,
        "written": outcome.written,
        "removed": outcome.removed,
        "problems": [as_data(item, lang) for item in outcome.problems],
    }


def _closing(outcome: BuildOutcome, lang: Lang) -> str:
    found = summary(outcome.problems, lang)
    if not outcome.published:
        if lang == "en":
            return f"{found}; nothing was published, the previous site is untouched"
        return f"{found}；没有发布，原有网站未动"
    if lang == "en":
        return (
            f"{outcome.site}: {outcome.articles} articles, {outcome.topics} topics, "
            f"{outcome.files} files, {outcome.written} written, {outcome.removed} removed; {found}"
        )
    return (
        f"{outcome.site}：{outcome.articles} 篇文章，{outcome.topics} 个专题，共 {outcome.files} 个文件，"
        f"写入 {outcome.written}，删除 {outcome.removed}；{found}"
    )
