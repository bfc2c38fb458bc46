"""The wheel alone, in an empty environment, makes a site and builds it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from email.parser import BytesParser
from importlib.metadata import distribution as metadata_of
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
BIN = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be handed out."""
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def jingwei(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in a new environment that holds the wheel, what it requires, nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    python = folder / BIN / "python"
    build_lock, run_lock = folder / "build.lock", folder / "run.lock"
    build_lock.write_text(_locked({"setuptools"}), encoding="utf-8")
    run_lock.write_text(_locked(_required_by(wheel)), encoding="utf-8")
    inside = [sys.executable, "-m", "pip", f"--python={python}"]
    pip = [*inside, "install", "--quiet", "--no-input"]
    hashed = [*pip, "--require-hashes", "--no-deps"]
    # jieba has no wheel; an isolated build of it would fetch an unchecked setuptools.
    if not _fetch([*hashed, "-r", str(build_lock)]) or not _fetch(
        [*hashed, "--use-pep517", "--no-build-isolation", "-r", str(run_lock)]
    ):
        pytest.skip("the package index can't be reached, so no new environment can be filled")
    _run([*inside, "uninstall", "--quiet", "--yes", "setuptools"])
    _run([*pip, "--no-deps", str(wheel)])
    _run([*inside, "check"])
    return folder / BIN / "jingwei"


def test_wheel_holds_code_templates_and_licence_but_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"generator"}
    for licence in ("LICENSE", "NOTICE", "LICENSES/Apache-2.0.txt"):
        assert [name for name in names if name.endswith(f"licenses/{licence}")]
    here = {
        f"generator/_templates/{path.relative_to(ROOT / 'templates').as_posix()}"
        for path in (ROOT / "templates").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert here
    assert here - set(names) == set()
    assert [name for name in names if "__pycache__" in name] == []


def test_wheel_holds_every_packaged_table(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    here = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert here - names == set()


def test_new_site_is_built_away_from_the_checkout(jingwei: Path, tmp_path: Path) -> None:
    _run([str(jingwei), "new", "site", "x"], cwd=tmp_path)
    _run([str(jingwei), "build", "--content", "x/content", "--output", "x/build"], cwd=tmp_path)
    home = tmp_path / "x" / "build" / "site" / "index.html"
    assert home.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")


def _required_by(wheel: Path) -> set[str]:
    """The names of what the wheel requires here, and of what that requires in turn."""
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        declared = BytesParser().parsebytes(archive.read(metadata)).get_all("Requires-Dist", [])
    waiting, names = [*declared], set[str]()
    while waiting:
        requirement = Requirement(waiting.pop())
        here = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if here and requirement.name not in names:
            names.add(requirement.name)
            waiting += metadata_of(requirement.name).requires or []
    return {canonicalize_name(name) for name in names}


def _locked(names: set[str]) -> str:
    """The entries of the lock for these distributions, with their hashes and markers."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", lock)
    return (
        "\n".join(
            entry for entry in entries if canonicalize_name(entry.split("==")[0].strip()) in names
        )
        + "\n"
    )


def _environment() -> dict[str, str]:
    """Ours without what would lead a new environment back to this checkout."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def _run(command: Sequence[str], cwd: Path | None = None) -> None:
    done = _ended(command, cwd)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def _fetch(command: Sequence[str]) -> bool:
    """False where the network is at fault; anything else that fails is a failure."""
    done = _ended(command, None)
    told = done.stdout + done.stderr
    if done.returncode and re.search(
        r"NewConnection|ConnectTimeout|NameResolution|ProxyError", told
    ):
        return False
    assert done.returncode == 0, f"{command}\n{told}"
    return True


def _ended(command: Sequence[str], cwd: Path | None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=_environment(), capture_output=True, text=True, check=False
    )
