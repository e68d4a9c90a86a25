"""No mark covers another, no label covers a mark or a label, no flag crosses a pole, however many there
are.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.labels.timeline import LETTER, Mark, Ruler, as_flags, in_rows, with_labels

WIDTH = 400.0


def mark(number: int, left: float, size: float, letters: int, weight: int) -> Mark:
    return Mark(f"mark-{number:02}", left, min(left + size, WIDTH), "x" * letters, weight)


marks = st.lists(
    st.tuples(st.floats(0, WIDTH), st.floats(1, 120), st.integers(1, 30), st.integers(1, 3)),
    max_size=12,
).map(lambda parts: [mark(number, *part) for number, part in enumerate(parts)])


def apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def label_of(one: Mark) -> tuple[float, float]:
    return one.right, one.right + len(one.label) * LETTER


@given(marks)
def test_marks_of_a_row_do_not_touch(given_marks: list[Mark]) -> None:
    placed = in_rows(given_marks)
    assert {one.record_id for one in placed} == {one.record_id for one in given_marks}
    for one, other in combinations(placed, 2):
        assert one.row != other.row or apart((one.left, one.right), (other.left, other.right))


@given(marks)
def test_no_row_is_left_empty(given_marks: list[Mark]) -> None:
    rows = {one.row for one in in_rows(given_marks)}
    assert rows == set(range(len(rows)))


@given(marks)
def test_a_label_covers_no_mark_and_no_other_label_and_stays_inside(given_marks: list[Mark]) -> None:
    placed = with_labels(in_rows(given_marks), WIDTH)
    for one in placed:
        if one.labelled:
            begin, end = label_of(one)
            assert end <= WIDTH
            for other in placed:
                if other is not one and other.row == one.row:
                    assert apart((begin, end), (other.left, other.right))
                    assert not other.labelled or apart((begin, end), label_of(other))


def test_the_weightier_of_two_gets_the_label() -> None:
    light, heavy = Mark("light", 0, 10, "x" * 30, 3), Mark("heavy", 200, 210, "x" * 30, 1)
    labelled = {one.record_id for one in with_labels([light, heavy], WIDTH) if one.labelled}
    assert labelled == {"heavy", "light"}
    crowded = [Mark("light", 0, 10, "x" * 30, 3), Mark("heavy", 60, 70, "x" * 30, 1)]
    assert {one.record_id for one in with_labels(crowded, WIDTH) if one.labelled} == {"heavy"}


@settings(max_examples=40, deadline=None)
@given(marks.map(lambda given_marks: given_marks[:8]))
def test_no_flag_covers_another_or_crosses_a_pole(given_marks: list[Mark]) -> None:
    flags = [
        (flag, own.left)
        for own, flag in zip(given_marks, as_flags(given_marks, WIDTH), strict=True)
        if flag.labelled
    ]
    for flag, pole in flags:
        assert flag.left >= 0
        assert flag.right <= WIDTH
        for other, other_pole in flags:
            if other is flag:
                continue
            assert flag.row != other.row or apart((flag.left, flag.right), (other.left, other.right))
            if flag.row < other.row:
                assert not flag.left < other_pole < flag.right, (
                    "a lower flag stands in the way of a higher pole"
                )
        assert pole in (flag.left, flag.right) or abs(pole - flag.left) < 1 or abs(pole - flag.right) < 1


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
