"""Arguments -> one command; the exit code is what the command gives back."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module

from generator import __version__
from generator.cli.arguments import parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `jingwei …` and give its exit code; see `generator.cli.codes`."""
    from generator.cli.codes import Exit

    # Paths and messages are Chinese whatever the locale says; a C locale must not break printing.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parser(__version__).parse_args(arguments)
    try:
        with _patterns(options):
            command = import_module(f"generator.cli.{options.command}")
            code: int = command.run(options)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has left (`jingwei schema | head`): no reason to complain.
        sys.stderr.close()
        return Exit.OK
    return code


def _patterns(options: argparse.Namespace) -> AbstractContextManager[None]:
    """What a build compiles at import, and while it runs, the next need not compile.

    Nor does it look for garbage from here on.
    """
    if options.command != "build":
        return nullcontext()
    # One build and the process ends: its values are trees without cycles, and looking for
    # cycles among a hundred thousand of them costs a tenth of the time.
    gc.disable()
    from generator.store.patterns import remembered

    return remembered(options.output / "cache" / "patterns")


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """The parsed arguments, for tests and documentation."""
    return parser(__version__).parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
