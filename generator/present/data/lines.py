"""Records -> JSON Lines and CSV."""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Iterable, Sequence

import msgspec

_JSON = msgspec.json.Encoder()
BOM = "\ufeff"
"""At the head of CSV: without it Excel takes UTF-8 for the system's own encoding, and Chinese is
lost; pandas, R, DuckDB and LibreOffice pass over it."""
BETWEEN = "|"
"""Parts several values of one CSV field; no name has it."""


def json_lines(records: Iterable[msgspec.Struct]) -> bytes:
    """One JSON object a line; fields that say nothing are left out."""
    return _JSON.encode_lines(list(records))


def csv_head(record: type[msgspec.Struct]) -> bytes:
    """Names of the fields."""
    return (BOM + _row(record.__struct_fields__)).encode()


def csv_lines(records: Sequence[msgspec.Struct]) -> bytes:
    """RFC 4180: quoted where need be, lines end in CRLF."""
    if not records:
        return b""
    out = io.StringIO(newline="")
    lists = _lists(type(records[0]))
    rows = []
    for it in records:
        row = list(msgspec.structs.astuple(it))
        for at in lists:
            row[at] = _joined(row[at])
        rows.append(row)
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _row(values: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(values)
    return out.getvalue()


@functools.cache
def _lists(record: type[msgspec.Struct]) -> tuple[int, ...]:
    """Places of the fields that hold several values: all that are empty by default."""
    defaults = record.__struct_defaults__
    first = len(record.__struct_fields__) - len(defaults)
    return tuple(first + at for at, default in enumerate(defaults) if default == ())


def _joined(values: Sequence[str | Sequence[object]]) -> str:
    return BETWEEN.join(it if isinstance(it, str) else " ".join(map(str, it)) for it in values)
