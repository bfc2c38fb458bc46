"""Drawings of names: nothing covers anything, and the same names give the same drawing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.present.graph import Arc, Edge, Node, draw

TOWNS = [Node(f"第{number}镇", f"places/{number}/", "place", number + 1) for number in range(6)]
TOPIC = [Node("水利")]
OTHERS = [Node("移民", "topics/yimin/"), Node("农田", "topics/nongtian/")]


def test_names_of_a_column_stand_below_one_another() -> None:
    drawing = draw([TOPIC, TOWNS], [Edge(0, 0, it) for it in range(6)])
    rows = sorted(it.y for it in drawing.nodes if it.node.kind == "place")
    assert all(after - before >= 24 for before, after in pairwise(rows))


def test_lines_of_a_name_do_not_cross_where_another_order_avoids_it() -> None:
    edges = [Edge(0, 0, it) for it in range(2)] + [Edge(1, 0, 1), Edge(1, 1, 0)]
    drawing = draw([TOPIC, TOWNS[:2], OTHERS], edges)
    place = {it.node.label: it.y for it in drawing.nodes}
    assert (place["第0镇"] < place["第1镇"]) == (place["农田"] < place["移民"])


@given(st.lists(st.integers(1, 20), min_size=1, max_size=9), st.data())
def test_all_of_it_lies_inside_and_is_drawn_alike_again(
    lengths: list[int], data: st.DataObject
) -> None:
    names = [Node("镇" * size, "", "place", size) for size in lengths]
    last = len(names) - 1
    pairs = data.draw(st.lists(st.tuples(st.integers(0, last), st.integers(0, last)), max_size=5))
    arcs = [Arc(one, other) for one, other in pairs if one != other]
    drawing = draw([TOPIC, names], [Edge(0, 0, it) for it in range(len(names))], arcs)
    assert drawing == draw([TOPIC, names], [Edge(0, 0, it) for it in range(len(names))], arcs)
    for it in drawing.nodes:
        width = 15 * len(it.label)
        left, right = (it.text_x - width, it.x) if it.anchor == "end" else (it.x, it.text_x + width)
        assert left >= -1
        assert right <= drawing.width + 2
        assert 0 < it.y < drawing.height


def test_nothing_makes_an_empty_drawing() -> None:
    assert draw([], []).nodes == ()
