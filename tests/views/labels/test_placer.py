"""A label takes the first free place, the cheapest where places cost, and words are as wide as they look."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.labels.placer import Box, Ground, Strokes, crosses, place, width_of


def box(left: float) -> list[Box]:
    return [(left, 0.0, left + 10, 10.0)]


def test_the_first_free_place_is_taken_and_is_not_free_again() -> None:
    ground = Ground(box(0))
    assert place([5.0, 9.0, 12.0, 30.0], ground, box) == 12.0
    assert place([12.0], ground, box) is None
    assert place([22.0], ground, box) == 22.0, "boxes that only touch do not meet"


def test_a_gap_is_kept_around_what_is_taken() -> None:
    assert place([12.0, 13.0], Ground(box(0), gap=3.0), box) == 13.0


def test_a_place_has_to_be_free_at_every_width() -> None:
    taken = np.array([[[0.0, 0.0, 10.0, 10.0]], [[50.0, 0.0, 60.0, 10.0]]])
    ground = Ground(taken)
    at_both = [[box(left)[0], box(left)[0]] for left in (0, 50, 20)]
    assert ground.free([np.array(boxes)[:, None] for boxes in at_both]).tolist() == [False, False, True]


def test_the_cheapest_place_wins_the_earlier_of_two_and_none_forbids() -> None:
    costs = {0.0: None, 20.0: 2.0, 40.0: 1.0, 60.0: 1.0}
    assert place(list(costs), Ground(), box, costs.get) == 40.0
    assert place([0.0], Ground(), box, costs.get) is None


def test_no_place_is_looked_at_after_one_that_costs_nothing() -> None:
    asked = []

    def cost(left: float) -> float:
        asked.append(left)
        return 0.0

    assert place([0.0, 20.0], Ground(), box, cost) == 0.0
    assert asked == [0.0]


@given(st.lists(st.floats(0, 300), max_size=40))
def test_whatever_was_placed_no_two_boxes_meet(lefts: list[float]) -> None:
    ground = Ground()
    placed = sorted(left for left in lefts if place([left], ground, box) is not None)
    assert all(second - first >= 10 for first, second in pairwise(placed))


@pytest.mark.parametrize(
    ("stroke", "met"),
    [
        (((-20, 5), (30, 5)), True),
        (((-20, 20), (30, 20)), False),
        (((5, -100), (5, -1)), False),
        (((-20, -25), (40, 35)), True),
    ],
)
def test_a_stroke_crosses_a_box_only_where_it_comes_into_it(
    stroke: tuple[tuple[float, float], tuple[float, float]], met: bool
) -> None:
    assert crosses((0, 0, 10, 10), stroke) is met


SPOT = st.tuples(st.floats(-50, 50), st.floats(-50, 50))


@given(st.lists(st.tuples(SPOT, SPOT), max_size=12), SPOT, st.floats(0, 40), st.floats(0, 40))
def test_strokes_count_those_that_come_into_a_box_and_miss_none(
    strokes: list[tuple[tuple[float, float], tuple[float, float]]],
    corner: tuple[float, float],
    width: float,
    height: float,
) -> None:
    inside = (corner[0], corner[1], corner[0] + width, corner[1] + height)
    assert Strokes(strokes).crossing(inside) == sum(crosses(inside, stroke) for stroke in strokes)


def test_wide_letters_are_wider_than_narrow_ones_and_the_widest_line_counts() -> None:
    assert width_of("ill", 12) < width_of("ann", 12) < width_of("MWM", 12)
    assert width_of("ill\nMWM", 12) == width_of("MWM", 12)
    assert width_of("ann", 24) == pytest.approx(2 * width_of("ann", 12))
    assert width_of("ann", 10, spacing=0.1) == pytest.approx(width_of("ann", 10) + 3)
