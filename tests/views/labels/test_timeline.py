"""No mark covers another, no label covers a mark or a label, no flag crosses a pole, however many there
are.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.labels.placer import width_of
from dashboard.views.labels.timeline import SIZE, Mark, Ruler, as_flags, in_rows

WIDTH = 400.0


def mark(number: int, left: float, size: float, letters: int, weight: int) -> Mark:
    return Mark(f"mark-{number:02}", left, min(left + size, WIDTH), "x" * letters, weight)


marks = st.lists(
    st.tuples(st.floats(0, WIDTH), st.floats(1, 120), st.integers(1, 30), st.integers(1, 3)),
    max_size=12,
).map(lambda parts: [mark(number, *part) for number, part in enumerate(parts)])


def apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def label_of(one: Mark) -> tuple[int, float, float]:
    """The row of a label, and its ends."""
    wide = width_of(one.label, SIZE)
    if one.side == "left":
        return one.row, one.left - wide, one.left
    if one.side == "over":
        return one.row - 1, one.left, one.left + wide
    return one.row, one.right, one.right + wide


@given(marks)
def test_marks_of_a_row_do_not_touch(given_marks: list[Mark]) -> None:
    placed = in_rows(given_marks, WIDTH)
    assert [one.record_id for one in placed] == [one.record_id for one in given_marks]
    for one, other in combinations(placed, 2):
        assert one.row != other.row or apart((one.left, one.right), (other.left, other.right))


@given(marks)
def test_a_label_covers_no_mark_and_no_other_label_and_stays_inside(given_marks: list[Mark]) -> None:
    placed = in_rows(given_marks, WIDTH)
    for one in (one for one in placed if one.labelled):
        row, begin, end = label_of(one)
        assert row >= 0
        assert begin >= 0
        assert end <= WIDTH
        for other in placed:
            if other is not one:
                assert other.row != row or apart((begin, end), (other.left, other.right))
                assert (
                    not other.labelled
                    or label_of(other)[0] != row
                    or apart((begin, end), label_of(other)[1:])
                )


@given(marks)
def test_every_name_that_is_narrower_than_the_drawing_is_shown(given_marks: list[Mark]) -> None:
    assert all(one.labelled for one in in_rows(given_marks, WIDTH) if one.left + one.length <= WIDTH)


def test_the_weightier_of_two_stands_higher() -> None:
    crowded = [Mark("light", 0, 10, "x" * 30, 3), Mark("heavy", 60, 70, "x" * 30, 1)]
    light, heavy = in_rows(crowded, WIDTH)
    assert (heavy.row, light.row) == (0, 1)


def test_the_name_of_a_bar_as_wide_as_the_drawing_stands_over_it() -> None:
    (bar,) = in_rows([Mark("bar", 0, WIDTH, "Engines delivered", 2)], WIDTH)
    assert (bar.side, bar.row, bar.labelled) == ("over", 1, True)


def test_a_name_of_three_lines_keeps_its_rows_free_beside_and_over_its_mark() -> None:
    words = "x" * 20 + "\n" + "x" * 18 + "\n" + "x" * 5
    first, second = in_rows([Mark("a", 0, 8, words, 1), Mark("b", 20, 28, "x" * 20, 2)], WIDTH)
    assert (first.row, first.foot, second.row) == (0, 2, 3)
    (bar,) = in_rows([Mark("bar", 0, WIDTH, words, 2)], WIDTH)
    assert (bar.side, bar.row, bar.foot) == ("over", 3, 3)


def test_a_name_at_the_right_edge_stands_before_its_mark() -> None:
    (late,) = in_rows([Mark("late", 390, 398, "x" * 30, 2)], WIDTH)
    assert late.side == "left"


@settings(max_examples=40, deadline=None)
@given(marks.map(lambda given_marks: given_marks[:8]))
def test_no_flag_covers_another_or_crosses_a_pole(given_marks: list[Mark]) -> None:
    flags = [
        (flag, flag.left - flag.length if flag.side == "left" else flag.left)
        for flag in as_flags(given_marks, WIDTH)
        if flag.labelled
    ]
    for flag, left in flags:
        assert left >= 0
        assert left + flag.length <= WIDTH
        for other, begin in flags:
            if other is flag:
                continue
            assert flag.row != other.row or apart((left, left + flag.length), (begin, begin + other.length))
            if flag.row < other.row:
                assert not left + 0.02 < other.left < left + flag.length - 0.02, (
                    "a lower flag stands in the way of a higher pole"
                )


def test_a_flag_flies_above_what_is_taken_and_its_pole_may_cross_it() -> None:
    bars = [(90.0, 0.0, 140.0, 2.4)]
    (flag,) = as_flags([Mark("a", 100, 100, "Druzhba", 1)], WIDTH, bars)
    assert (flag.labelled, flag.row) == (True, 3)
    (beside,) = as_flags([Mark("a", 200, 200, "Druzhba", 1)], WIDTH, bars)
    assert beside.row == 0


@given(marks, st.integers(0, 4))
def test_no_flag_flies_above_the_ceiling_and_what_finds_no_room_below_it_stays_on_the_ground(
    given_marks: list[Mark], ceiling: int
) -> None:
    for flag in as_flags(given_marks, WIDTH, ceiling=ceiling):
        assert flag.row + flag.lines <= ceiling if flag.labelled else flag.row == 0


def test_few_marks_far_apart_all_get_their_flag() -> None:
    far = [Mark(f"mark-{number}", number * 120.0, number * 120.0, "2016 Druzhba", 1) for number in range(3)]
    assert all(flag.labelled for flag in as_flags(far, WIDTH))


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2000, 1, 1), 0),
        (date(1990, 5, 5), 0),
        (date(2010, 1, 1), 400),
        (date(2030, 1, 1), 400),
        (date(2005, 1, 1), 200.05),
    ],
)
def test_a_day_outside_the_years_stands_at_the_nearer_edge(day: date, at: float) -> None:
    assert Ruler(2000, 2009, WIDTH).at(day) == pytest.approx(at, abs=0.1)
