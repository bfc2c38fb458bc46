"""What the system says of a file -> Problem: which file, what is wrong, the way out."""

from __future__ import annotations

import errno
import os

from generator.model.problem import Place, Problem, problem

_CODES = {
    "ENOSPC": "output-full",
    "EDQUOT": "output-full",
    "EFBIG": "output-full",
    "EACCES": "output-not-writable",
    "EPERM": "output-not-writable",
    "EROFS": "output-not-writable",
    "ENAMETOOLONG": "output-name-too-long",
    "EXDEV": "output-not-movable",
    "EBUSY": "output-not-movable",
    "ENOTDIR": "output-not-folder",
    "ELOOP": "output-not-folder",
}
"""By name, since no system has all the numbers."""


class RefusedError(Exception):
    """Nothing was published; `problems` say why. Never leaves this room."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def refusal(error: OSError, otherwise: str) -> Problem:
    """The problem an error of the system is; `otherwise` names the place if the error does not."""
    file = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else otherwise
    code = _CODES.get(errno.errorcode.get(error.errno or 0, ""))
    if code is None:
        reason = error.strerror or type(error).__name__
        return problem("output-failed", Place(file), file=file, reason=reason)
    return problem(code, Place(file), file=file)
