"""Regular expressions -> what Python compiled them to in a build before, kept in one file.

Python keeps its modules compiled, but not their expressions: an edit needs some seven hundred, and to
compile them takes longer than to read the article. What they are compiled to depends on nothing but
the expression, its flags and the interpreter. An interpreter that does it otherwise than those we know
compiles as always.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys
import zlib
from array import array
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

_MOST = 4096
"""Expressions in a file; one with more is begun anew."""
_VERSION = sys.version.encode()
_CODES: Final = "I"
"""An array's type for the codes of an expression, 32 bits each."""

Compile = Callable[..., "re.Pattern[Any]"]
_Compiled = tuple[int, bytes, int, dict[str, int]]
"""Flags, codes, how many groups, their names."""


@contextlib.contextmanager
def remembered(path: Path) -> Iterator[None]:
    """While this lasts, what is compiled is taken from the file, or added to it in the end.

    The file is made only where its folder is. Damaged, or of another Python, it is made anew.
    """
    patterns = _patterns(path)
    if patterns is None:
        yield
        return
    compiler, usual = patterns.compiler, patterns.usual
    compiler.compile = patterns.compile
    try:
        yield
    finally:
        compiler.compile = usual
        if patterns.grown:
            with contextlib.suppress(OSError):
                _write(path, patterns.known)


def _patterns(path: Path) -> _Patterns | None:
    """None where Python compiles in a way we do not know."""
    try:
        patterns = _Patterns(import_module("re._compiler"), import_module("_sre"))
        probe = patterns.compile("(?i:(?P<name>[一-鿿]+))", re.ASCII)
        if array(_CODES).itemsize != patterns.engine.CODESIZE or not probe.fullmatch("二"):
            return None
    except Exception:
        return None
    patterns.known = _read(path)
    patterns.grown = False
    return patterns


class _Patterns:
    """Expressions by text and flags."""

    # `Any`: of these modules of the standard library there are no types.
    def __init__(self, compiler: Any, engine: Any) -> None:
        self.compiler = compiler
        self.engine = engine
        self.usual: Compile = compiler.compile
        self.known: dict[tuple[str, int], _Compiled] = {}
        self.grown = False

    def compile(self, pattern: object, flags: int = 0) -> re.Pattern[Any]:
        """What `re` calls for an expression that it has not in memory."""
        if not isinstance(pattern, str) or flags & re.DEBUG:
            return self.usual(pattern, flags)
        key = pattern, int(flags)
        compiled = self.known.get(key)
        if compiled is None:
            parsed = self.compiler._parser.parse(pattern, flags)
            compiled = (
                int(flags | parsed.state.flags),
                array(_CODES, self.compiler._code(parsed, flags)).tobytes(),
                parsed.state.groups - 1,
                dict(parsed.state.groupdict),
            )
            if len(self.known) >= _MOST:
                self.known.clear()
            self.known[key] = compiled
            self.grown = True
        found, codes, groups, names = compiled
        named: list[str | None] = [None] * (groups + 1)
        for name, group in names.items():
            named[group] = name
        code = memoryview(codes).cast(_CODES).tolist()
        made: re.Pattern[Any] = self.engine.compile(
            pattern, found, code, groups, names, tuple(named)
        )
        return made


def _read(path: Path) -> dict[tuple[str, int], _Compiled]:
    """What the file holds, if it is whole and of this Python."""
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    head, body = data[: len(_VERSION) + 4], data[len(_VERSION) + 4 :]
    if head != _VERSION + _sum(body):
        return {}
    known: dict[tuple[str, int], _Compiled] = marshal.loads(body)
    return known


def _write(path: Path, known: dict[tuple[str, int], _Compiled]) -> None:
    body = marshal.dumps(known)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(_VERSION + _sum(body) + body)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _sum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")
