"""Site paths and digests <-> `manifest-sha256.txt`; what it lists is what we may delete.

The lines are those of `sha256sum`, so `sha256sum -c manifest-sha256.txt` inside the site proves
a copy of it. The first line is a comment to that program and the manifest's digest of itself:
a manifest that was cut short or edited lists nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

MANIFEST = "manifest-sha256.txt"

_HEADER = b"# jingwei site manifest, sha256 of the lines below: "
_PART = r"(?!\.{1,2}(?:/|\Z))[^/\\\x00-\x1f\x7f]+"
_PATH = re.compile(f"{_PART}(?:/{_PART})*")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def encode_manifest(digests: Mapping[str, str]) -> bytes:
    """The manifest's bytes; the same for the same files whatever order they came in."""
    lines = "".join([f"{digests[path]}  {path}\n" for path in sorted(digests)]).encode()
    return _HEADER + hashlib.sha256(lines).hexdigest().encode() + b"\n" + lines


def decode_manifest(data: bytes) -> dict[str, str] | None:
    """Path -> digest, or None for anything that `encode_manifest` did not write."""
    first, _, lines = data.partition(b"\n")
    if first != _HEADER + hashlib.sha256(lines).hexdigest().encode():
        return None
    try:
        digests = {line[66:]: line[:64] for line in lines.decode().split("\n")[:-1]}
        check_paths(digests)
    except ValueError:
        return None
    if not all(map(_DIGEST.fullmatch, digests.values())) or encode_manifest(digests) != data:
        return None
    return digests


def check_paths(paths: Iterable[str]) -> None:
    """Raise ValueError for a path that could leave the site folder or that no URL may have."""
    for path in paths:
        if _PATH.fullmatch(path) is None or path == MANIFEST or not _is_unicode(path):
            raise ValueError(f"not a path of a site file: {path!r}")


def check_together(paths: Iterable[str]) -> None:
    """Raise ValueError where two paths meet: by case alone, or as a file and a folder."""
    folded: dict[str, str] = {MANIFEST: MANIFEST}
    folders: dict[str, str] = {}
    for path in paths:
        other = folded.setdefault(path.casefold(), path)
        if other != path:
            raise ValueError(f"two site paths differ by case only: {other!r}, {path!r}")
        _claim_folders(path, folders)
    for fold, path in folders.items():
        if fold in folded:
            raise ValueError(f"a site path is a file and a folder: {folded[fold]!r}, {path!r}")


def _claim_folders(path: str, folders: dict[str, str]) -> None:
    parent = path.rpartition("/")[0]
    while parent and folders.get(parent.casefold()) != parent:
        other = folders.setdefault(parent.casefold(), parent)
        if other != parent:
            raise ValueError(f"two site folders differ by case only: {other!r}, {parent!r}")
        parent = parent.rpartition("/")[0]


def _is_unicode(path: str) -> bool:
    # A lone surrogate would make the manifest unwritable.
    return path.isascii() or not any("\ud800" <= character <= "\udfff" for character in path)
