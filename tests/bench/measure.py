"""A command -> CPU seconds, wall seconds and peak memory of it and of all that it started.

The command runs below a small process of its own, this file, which the kernel makes the new
parent of whatever loses its own (Linux: prctl PR_SET_CHILD_SUBREAPER): workers that outlive
their parent are counted too. On other systems only processes that somebody waited for are.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

LINGER_SECONDS = 5.0
"""After the command itself has ended, what it left behind is waited for so long, then killed."""

_PR_SET_CHILD_SUBREAPER = 36
_BYTES = 1 if sys.platform == "darwin" else 1024
"""Unit of ru_maxrss; see getrusage(2) of each system."""


class Measurement(NamedTuple):
    """What one run came to."""

    exit_code: int
    """Negative: the number of the signal that ended it."""
    cpu_seconds: float
    """User and system time of all processes."""
    wall_seconds: float
    """Until the command itself ended, as its user waits for it."""
    peak_megabytes: float
    """Resident memory of the largest process, 10^6 bytes."""
    timed_out: bool


def measure(
    command: Sequence[str],
    folder: Path,
    log: Path,
    limit_seconds: float,
    environment: Mapping[str, str] | None = None,
) -> Measurement:
    """Run the command in a folder; its output is added to the log. After the limit it is killed."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", __file__, str(log.resolve()), str(limit_seconds), *command],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
    )
    return Measurement(*json.loads(done.stdout))


class _HangsError(Exception):
    """A process is neither ended nor killed: it has left the group."""


class _Alarm:
    """Kills the group when the time is over, and gives up if that did not help."""

    def __init__(self, group: int) -> None:
        self._group = group
        self.rung = False

    def ring(self, *_: object) -> None:
        if self.rung:
            raise _HangsError
        self.rung = True
        self.set(LINGER_SECONDS)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._group, signal.SIGKILL)

    def set(self, seconds: float) -> None:
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _watch(log: str, limit_seconds: float, command: Sequence[str]) -> Measurement:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    began = time.monotonic()
    with open(log, "ab") as stream:
        stream.write(f"$ {' '.join(command)}\n".encode())
        stream.flush()
        process = subprocess.Popen(command, stdout=stream, stderr=stream, start_new_session=True)
    alarm = _Alarm(process.pid)
    signal.signal(signal.SIGALRM, alarm.ring)
    alarm.set(limit_seconds)
    code, cpu, wall, peak, timed_out = 0, 0.0, 0.0, 0, False
    with contextlib.suppress(ChildProcessError, _HangsError):
        while True:
            ended, status, usage = os.wait4(-1, 0)
            cpu += usage.ru_utime + usage.ru_stime
            peak = max(peak, usage.ru_maxrss)
            if ended == process.pid:
                code = os.waitstatus_to_exitcode(status)
                wall = time.monotonic() - began
                timed_out = alarm.rung
                alarm.set(LINGER_SECONDS)
    # Popen must not wait for what has been waited for.
    process.returncode = code
    return Measurement(
        code, round(cpu, 3), round(wall, 3), round(peak * _BYTES / 1e6, 1), timed_out
    )


if __name__ == "__main__":
    print(json.dumps(_watch(sys.argv[1], float(sys.argv[2]), sys.argv[3:])))
