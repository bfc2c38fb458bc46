"""`jingwei check`: the published site held against the content, everything read anew."""

from __future__ import annotations

import argparse

from generator.app.build import recheck
from generator.app.request import Strictness
from generator.cli.codes import Exit
from generator.cli.report import as_data, language, print_problems, summary, write_report


def run(options: argparse.Namespace) -> int:
    """Links, anchors, quotations, decisions without use; 1 if anything is wrong."""
    lang = language(options.lang)
    strictness = Strictness.STRICT if options.strict else Strictness.NORMAL
    outcome = recheck(options.content, options.output, strictness)
    print_problems(outcome.problems, lang, "", command="check")
    if options.report is not None:
        problems = [as_data(item, lang) for item in outcome.problems]
        if not write_report(options.report, {**outcome.counts, "problems": problems}, lang):
            return Exit.USAGE
    counts = outcome.counts
    if lang == "en":
        print(
            f"{counts['pages']} pages, {counts['links']} links, {counts['anchors']} anchors, "
            f"{counts['quotations']} quotations and {counts['values']} values checked; "
            f"{summary(outcome.problems, lang)}"
        )
    else:
        print(
            f"核对 {counts['pages']} 页，{counts['links']} 个链接，{counts['anchors']} 个锚，"
            f"{counts['quotations']} 段引文、{counts['values']} 个数值和日期；{summary(outcome.problems, lang)}"
        )
    return Exit.OK if outcome.passed else Exit.PROBLEMS
