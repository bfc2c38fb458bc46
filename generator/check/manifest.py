"""A published folder's manifest + digests of its files -> problems: none missing, none altered.

It has the lines of `sha256sum` under a comment that ends in the SHA-256 of those lines.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from generator.model.problem import Place, Problem, problem

MANIFEST = "manifest-sha256.txt"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def read_manifest(data: bytes) -> dict[str, str] | None:
    """Site path -> SHA-256; None if it was cut short, edited or never was a manifest."""
    head, _, body = data.partition(b"\n")
    if not head.startswith(b"#") or not head.endswith(hashlib.sha256(body).hexdigest().encode()):
        return None
    listed: dict[str, str] = {}
    try:
        lines = body.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    for line in lines[:-1]:
        found = _LINE.fullmatch(line)
        if found is None or found[2] in listed:
            return None
        listed[found[2]] = found[1]
    return None if lines[-1] else listed


def check_manifest(data: bytes | None, digests: Mapping[str, str]) -> tuple[Problem, ...]:
    """The manifest (None: there is none) against the files that lie there, itself left out."""
    place = Place("site/" + MANIFEST)
    if data is None:
        return (problem("site-manifest-missing", place),)
    listed = read_manifest(data)
    if listed is None:
        return (problem("site-manifest-broken", place),)
    problems = []
    for path in sorted((listed.keys() | digests.keys()) - {MANIFEST}):
        code = _code(listed.get(path), digests.get(path))
        if code:
            problems.append(problem(code, Place("site/" + path)))
    return tuple(problems)


def _code(listed: str | None, found: str | None) -> str:
    if found is None:
        return "site-file-missing"
    if listed is None:
        return "site-file-unknown"
    return "" if found == listed else "site-file-altered"
