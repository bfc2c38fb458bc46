"""Machine -> a Chromium that tests can start, with a Chinese font; installs both where it may.

Run as a script it prints the browser's path, or says what to do and ends with 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
MAC_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

# Package manager -> (refresh its lists, install the browser, install a font with Chinese glyphs).
_INSTALL: dict[str, tuple[Sequence[str], Sequence[str], Sequence[str]]] = {
    "apt-get": (
        ("apt-get", "update", "-qq"),
        ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"),
        ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "fonts-noto-cjk"),
    ),
    "dnf": (
        (),
        ("dnf", "install", "-y", "-q", "chromium"),
        ("dnf", "install", "-y", "-q", "google-noto-sans-cjk-fonts", "google-noto-serif-cjk-fonts"),
    ),
    "apk": ((), ("apk", "add", "--quiet", "chromium"), ("apk", "add", "--quiet", "font-noto-cjk")),
    "pacman": (
        ("pacman", "-Sy"),
        ("pacman", "-S", "--noconfirm", "--needed", "chromium"),
        ("pacman", "-S", "--noconfirm", "--needed", "noto-fonts-cjk"),
    ),
    "zypper": (
        (),
        ("zypper", "--non-interactive", "--quiet", "install", "chromium"),
        ("zypper", "--non-interactive", "--quiet", "install", "noto-sans-sc-fonts"),
    ),
    "brew": ((), ("brew", "install", "--cask", "chromium"), ()),
}

INSTRUCTION = """\
测试需要 Chromium（或 Chrome），这台机器上没有找到，也无法自动安装。
The tests need Chromium or Chrome; none was found and it could not be installed from here.
  Debian:   sudo apt-get install chromium fonts-noto-cjk
  Ubuntu:   Google's .deb of Chrome (chromium is a snap); sudo apt-get install fonts-noto-cjk
  Fedora:   sudo dnf install chromium google-noto-sans-cjk-fonts
  Alpine:   sudo apk add chromium font-noto-cjk
  Arch:     sudo pacman -S chromium noto-fonts-cjk
  macOS:    brew install --cask chromium
  or:       .venv/bin/python -m playwright install chromium
  Installed somewhere else? Name it: JINGWEI_CHROMIUM=/path/to/chromium make test"""


def find_chromium() -> str | None:
    """The executable to start: $JINGWEI_CHROMIUM, else the first known name that exists."""
    if named := os.environ.get("JINGWEI_CHROMIUM"):
        return shutil.which(named)
    for candidate in (*NAMES, *MAC_APPS):
        if path := shutil.which(candidate):
            return path
    return _downloaded_by_playwright()


def launch_flags() -> list[str]:
    """Flags that keep the browser quiet and offline; as root it refuses to start sandboxed."""
    flags = [
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--force-color-profile=srgb",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    return flags


def has_chinese_font() -> bool:
    """False only where fontconfig says so: macOS and Windows bring Chinese fonts along."""
    if not shutil.which("fc-list"):
        return True
    fonts = subprocess.run(
        ["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False
    )
    return bool(fonts.stdout.strip())


def main() -> int:
    """Find or install, print the path, and give the exit code."""
    if os.environ.get("JINGWEI_CHROMIUM") and not find_chromium():
        print("JINGWEI_CHROMIUM does not name an executable file.", file=sys.stderr)
        return 1
    if find_chromium() is None:
        _install("browser")
    if not has_chinese_font() and not (_install("font") and has_chinese_font()):
        print("注意：没有中文字体 / no Chinese font: pictures will show boxes.", file=sys.stderr)
    path = find_chromium()
    if path is None:
        print(INSTRUCTION, file=sys.stderr)
        return 1
    print(f"Chromium: {path}")
    return 0


def _downloaded_by_playwright() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as driver:
        path = driver.chromium.executable_path
    return path if Path(path).is_file() else None


def _install(what: str) -> bool:
    """Whether the package manager did it. Asks nobody for a password."""
    manager = next((name for name in _INSTALL if shutil.which(name)), None)
    if manager is None:
        return False
    refresh, browser, font = _INSTALL[manager]
    wanted = browser if what == "browser" else font
    prefix = _as_root(manager)
    if not wanted or prefix is None:
        return False
    print(f"安装 / installing: {' '.join(wanted)}", file=sys.stderr)
    commands = [command for command in (refresh, wanted) if command]
    return all(_run([*prefix, *command]) for command in commands)


def _as_root(manager: str) -> list[str] | None:
    """What to put before a command so that it may install; None: it may not."""
    if manager == "brew" or os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _run(command: Sequence[str]) -> bool:
    # Package managers talk; stdout is kept for the path.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment
    )
    return done.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
