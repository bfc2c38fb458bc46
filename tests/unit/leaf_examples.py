"""Leaves for test_leaves.py, in a module of their own: a new interpreter has to find them."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time

LOADED: list[int] = []
"""Stands for templates and dictionaries: made by the first leaf that needs them."""


def loads_once(item: int) -> int:
    if not LOADED:
        LOADED.append(os.getpid())
    return LOADED[0]


def square(item: int) -> int:
    return item * item


def double_bytes(item: bytes) -> bytes:
    return item + item


def sleeps_at_30(item: int) -> int:
    if item == 30:
        time.sleep(60)
    return item


def matches_for_ever_at_30(item: int) -> int:
    if item == 30:
        re.fullmatch(r"(x+x+)+y", "x" * 60)
    return item


def swallows_everything_at_30(item: int) -> int:
    if item == 30:
        stop = time.monotonic() + 60
        while time.monotonic() < stop:
            try:
                while time.monotonic() < stop:
                    pass
            except BaseException:
                continue
    return item


def hangs_in_c_at_30(item: int) -> int:
    if item == 30:
        hashlib.pbkdf2_hmac("sha1", b"", b"", 10**9)
    return item


def crashes_at_30(item: int) -> int:
    if item == 30:
        os.kill(os.getpid(), signal.SIGSEGV)
    return item


def leaves_at_30(item: int) -> int:
    if item == 30:
        os._exit(3)
    return item


def dies_at_every_third(item: int) -> int:
    if item % 3 == 0:
        os._exit(3)
    return item


def raises_at_30(item: int) -> int:
    if item >= 30:
        raise ZeroDivisionError(f"item {item}")
    return item


def unpicklable_at_30(item: int) -> object:
    return (lambda: item) if item == 30 else item


def slow_in_reverse(item: int) -> int:
    time.sleep(0.002 * (40 - item))
    return item


def process_id(item: int) -> int:
    return os.getpid()


def sleeps(item: int) -> int:
    time.sleep(0.5)
    return item
