"""Exit codes of every command; the reference in docs/ is generated from this table."""

from __future__ import annotations

import enum


class Exit(enum.IntEnum):
    """What a command says to the program that called it."""

    OK = 0
    PROBLEMS = 1
    USAGE = 2
    INTERRUPTED = 130


MEANINGS: dict[Exit, tuple[str, str]] = {
    Exit.OK: (
        "成功；可能有警告或提示",
        "success; there may be warnings or notes",
    ),
    Exit.PROBLEMS: (
        "内容有错误（--strict 时警告也算）：逐条列出，原有网站未动",
        "errors in the content (with --strict warnings too): all are listed, the previous site is untouched",
    ),
    Exit.USAGE: (
        "命令或参数写错",
        "the command or its arguments are wrong",
    ),
    Exit.INTERRUPTED: (
        "被 Ctrl-C 中断；原有网站未动",
        "interrupted by Ctrl-C; the previous site is untouched",
    ),
}
