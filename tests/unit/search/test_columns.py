"""Numbers come back from the bytes as they went in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.columns import rice, starts_of, varints, width, within
from tests.search_reader import Bits, Bytes


def test_neighbours_of_these_sizes() -> None:
    assert starts_of(np.array([2, 0, 3])).tolist() == [0, 2, 2, 5]
    assert within(np.array([2, 0, 3])).tolist() == [0, 1, 0, 1, 2]


@given(st.lists(st.integers(0, 1 << 40)))
def test_varints(values: list[int]) -> None:
    column = varints(np.array(values, np.int64))
    data = Bytes(column.data)
    for start, value in zip(column.starts.tolist(), values, strict=False):
        assert data.at == start
        assert data.varint() == value
    assert data.at == len(column.data) == column.starts[-1]


def test_raw_bytes_among_varints() -> None:
    column = varints(np.array([200, 200, 3]), np.array([False, True, False]))
    assert column.data == bytes([0xC8, 1, 0xC8, 3])
    assert column.starts.tolist() == [0, 2, 3, 4]


_groups = st.lists(
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 22), st.integers(0)), min_size=1),
    min_size=1,
)


@given(_groups)
def test_codes_of_each_group_begin_with_a_byte(groups: list[list[tuple[int, int, int]]]) -> None:
    low = [bits for group in groups for _, bits, _ in group]
    values = [
        quotient << bits | rest & (1 << bits) - 1
        for group in groups
        for quotient, bits, rest in group
    ]
    column = rice(
        np.array(values, np.int32), np.array(low, np.int32), np.array(list(map(len, groups)))
    )
    coded = iter(zip(values, low, strict=True))
    for start, end, group in zip(column.starts, column.starts[1:], groups, strict=False):
        bits = Bits(column.data[start:end])
        for value, size in [next(coded) for _ in group]:
            assert bits.number(size) == value
        assert not bits.rest().strip("0")
        assert len(bits.rest()) < 8


@pytest.mark.parametrize(
    ("count", "bits", "low"),
    [(1, 12, 11), (2, 12, 10), (3, 12, 10), (4, 12, 9), (3104, 12, 0), (5000, 12, 0), (1, 0, 0)],
)
def test_low_bits_are_those_of_the_format(count: int, bits: int, low: int) -> None:
    assert width(np.array([count]), bits).tolist() == [low]
