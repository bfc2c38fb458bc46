"""`jingwei serve`: preview on this machine; a changed file rebuilds and reloads."""

from __future__ import annotations

import argparse
import functools

from generator.app.build import build, templates_to_watch
from generator.app.request import site_folder
from generator.cli.build import request
from generator.cli.report import language, print_problems
from generator.serve.server import ServeRequest, serve


def run(options: argparse.Namespace) -> int:
    """Until Ctrl-C."""
    lang = language(options.lang)
    asked = request(options)
    return serve(
        ServeRequest(
            site=site_folder(options.output),
            content=options.content,
            templates=templates_to_watch(),
            output=options.output,
            port=options.port,
            lang=lang,
        ),
        functools.partial(build, asked),
        lambda problems: print_problems(problems, lang, f"{options.content}/"),
    )
