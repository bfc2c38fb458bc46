"""The repository as it is handed out: a complete lock, and nothing of the place it was made in."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]

# Written in pieces, so that this file does not hold what it looks for.
FORBIDDEN = tuple(
    "".join(pieces)
    for pieces in (
        ("/wo", "rk/"),
        ("../sha", "red"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("/Us", "ers/"),
        ("C:\\Us", "ers\\"),
        ("pypi", ".org"),
        ("pythonhosted", ".org"),
        ("registry.npm", "js.org"),
        ("npm", "mirror.com"),
        ("yarnpkg", ".com"),
        ("mirrors", ".aliyun"),
        ("tuna", ".tsinghua"),
        ("Clau", "de"),
        ("Anth", "ropic"),
        ("Co-Auth", "ored-By"),
    )
)
# Sources are kept as they came, whatever they mention.
KEPT_AS_THEY_CAME = "content/pages/"


# A folder of ours may have the name of one of theirs, as tests/bench/… has: only the beginning
# of a path counts.
_SEARCHED = re.compile(
    "|".join(
        (r"(?<![\w.})-])" * string.startswith("/")) + re.escape(string) for string in FORBIDDEN
    ),
    re.IGNORECASE,
)


def mentions(text: str) -> list[str]:
    """The forbidden strings that a text holds, letter case aside."""
    return sorted({found.lower() for found in _SEARCHED.findall(text)})


def _handed_out() -> list[str]:
    """Files under version control, and new ones that are not ignored."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    return sorted(set(listing.stdout.decode().split("\0")) - {""})


def _name(requirement: str) -> str:
    """The one spelling of a distribution's name, from a requirement or an entry of the lock."""
    return canonicalize_name(re.split(r"[\s<>=!~;\[]", requirement, maxsplit=1)[0])


def _lock() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_no_file_tells_where_it_was_made() -> None:
    found = {}
    for name in _handed_out():
        path = ROOT / name
        if name.startswith(KEPT_AS_THEY_CAME) or not path.is_file():
            continue
        if strings := mentions(path.read_bytes().decode("utf-8", errors="replace")):
            found[name] = strings
    assert found == {}


@pytest.mark.parametrize("string", FORBIDDEN)
def test_a_forbidden_string_is_seen(string: str) -> None:
    assert mentions(f"see {string.upper()}x for more") == [string.lower()]


def test_a_folder_of_ours_is_not_mistaken() -> None:
    assert mentions("tests/bench/wo" + "rk/ and $(VENV)/ho" + "me/") == []


def test_every_packaged_table_says_where_it_comes_from() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    silent = []
    for path in sorted((ROOT / "generator/text/data").iterdir()):
        if path.name not in notice:
            first = (
                path.read_text(encoding="utf-8").splitlines()[:3] if path.suffix == ".tsv" else []
            )
            own = any(line.startswith("#") and "own " in line.lower() for line in first)
            silent += [] if own else [path.name]
    assert silent == []


def test_lock_holds_every_declared_dependency() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {
        _name(entry)
        for entry in (
            *pyproject["project"]["dependencies"],
            *pyproject["dependency-groups"]["dev"],
            *pyproject["build-system"]["requires"],
        )
    }
    locked = {_name(line) for line in _lock().splitlines() if re.match(r"[A-Za-z0-9]", line)}
    assert declared - locked == set()


def test_lock_pins_and_hashes_every_entry() -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", "\n" + _lock())[1:]
    assert entries
    loose = [entry.splitlines()[0] for entry in entries if not _is_pinned(entry)]
    assert loose == []


def _is_pinned(entry: str) -> bool:
    return bool(re.match(r"[^\s=]+==[^\s*]+", entry)) and "--hash=sha256:" in entry


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("jinja2>=3 \\\n    --hash=sha256:00", id="no exact version"),
        pytest.param("jinja2==3.1.6", id="no hash"),
    ],
)
def test_a_loose_entry_is_seen(entry: str) -> None:
    assert not _is_pinned(entry)


def test_lock_names_no_address() -> None:
    assert "://" not in _lock()


def test_lock_of_the_validators_pins_content_and_names_no_registry() -> None:
    lock = json.loads((ROOT / "tests/audit/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
