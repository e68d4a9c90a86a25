"""A name beside a line covers no line, no mark and no other name at any width, is never cut, and never goes
missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.labels.beside import BESIDE_BREAK, WIDTHS, Line, Name, around_breaks, beside, in_lines
from dashboard.views.labels.placer import Box, width_of

HEIGHT = 300.0


def line(
    key: str, *values: float, words: str = "Russia counts (IMF)", first: float = 0.0, last: float = 1.0
) -> Line:
    share = (last - first) / max(len(values) - 1, 1)
    return Line(
        key, words, [[(first + place * share, value) for place, value in enumerate(values)]], 0.0, HEIGHT
    )


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def along(lines: Sequence[Line], width: float) -> list[Box]:
    """Every line as a chain of single pixels."""
    pixels = []
    for run in (run for one in lines for run in one.runs):
        ends = list(pairwise(run)) or [(run[0], run[0])]
        for (x, y), (to_x, to_y) in ends:
            for step in range(61):
                at = ((x + (to_x - x) * step / 60) * width, y + (to_y - y) * step / 60)
                pixels.append((at[0], at[1], at[0] + 0.01, at[1] + 0.01))
    return pixels


def check(names: Sequence[Name], lines: Sequence[Line], marks: Sequence[Box] = ()) -> None:
    assert [name.key for name in names] == [one.key for one in lines]
    for width in (one for one in WIDTHS if one >= names[0].least):
        for name, own in zip(names, lines, strict=True):
            left, top, right, bottom = box = name.box(width)
            assert left >= 0
            assert right <= width
            assert own.top <= top
            assert bottom <= own.bottom
            assert not any(meet(box, pixel) for pixel in along(lines, width))
            assert not any(
                meet(box, (first * width, high, last * width, low)) for first, last, high, low in marks
            )
        assert not any(meet(one.box(width), other.box(width)) for one, other in combinations(names, 2))


steady = st.lists(st.floats(0, HEIGHT), min_size=2, max_size=9)


@settings(max_examples=40, deadline=None)
@given(st.lists(steady, min_size=1, max_size=4), st.integers(4, 40))
def test_a_name_covers_no_line_and_no_other_name_and_is_never_cut(
    values: list[list[float]], letters: int
) -> None:
    lines = [line(str(number), *own, words="x" * letters) for number, own in enumerate(values)]
    names = beside(lines)
    if names:
        check(names, lines)


def test_a_name_keeps_clear_of_other_marks() -> None:
    lines, marks = [line("a", 100, 100)], [(0.4, 1.0, 60.0, 140.0)]
    check(beside(lines, marks), lines, marks)


def test_the_name_of_a_line_with_room_stands_at_its_end_without_a_leader() -> None:
    (name,) = beside([line("a", 200, 150, 150, last=0.5)])
    assert (name.at, name.leader) == ((0.5, 150), (0.0, 0.0))
    assert name.dx > 0


def test_two_lines_that_end_at_one_point_have_two_names() -> None:
    lines = [line("a", 50, 100), line("b", 150, 100)]
    check(beside(lines), lines)


def test_a_name_that_had_to_move_away_has_a_leader_to_its_point() -> None:
    lines, marks = (
        [Line("a", "Russia counts (IMF)", [[(0.5, 150)]], 0.0, HEIGHT)],
        [(0.48, 0.52, 132.0, 144.0), (0.48, 0.52, 156.0, 168.0)],
    )
    names = beside(lines, marks)
    check(names, lines, marks)
    assert names[0].leader != (0.0, 0.0)


def test_where_one_name_has_no_place_none_is_placed() -> None:
    full = [line(str(number), *[number * 12.0] * 5) for number in range(25)]
    assert beside(full) == []


def test_a_long_name_asks_for_a_wider_drawing() -> None:
    (name,) = beside([line("a", 150, 150, words="x" * 124)])
    assert name.least > WIDTHS[0]


def test_names_stand_on_no_break_and_on_no_words_of_one() -> None:
    ruled = pd.DataFrame(
        {"x": ["1950-01-01", "1975-07-02"], "words": ["break: here", "break: there"], "after": [False, True]}
    )
    words, rule, later, _ = around_breaks(ruled, (1950, 2000), lambda _: 10.0, lambda _: 100.0)
    assert words == pytest.approx((-BESIDE_BREAK, 0.0, 10.0, 14.0 + width_of("break: here", 11)))
    assert rule == (0.0, 0.0, 10.0, 100.0)
    assert later[:2] == pytest.approx((0.5, 0.5 + BESIDE_BREAK), abs=0.001)
    named = Line("a", "A name", [[(0.2, 50.0), (0.8, 50.0)]], 0.0, 100.0)
    wall = [(place / 40, place / 40, 0.0, 100.0) for place in range(41)]
    assert beside([named], wall) == [], "a name that would cross a break stands in the key"


def test_a_name_that_finds_no_room_in_one_line_stands_in_two() -> None:
    words = "Pakistan counts (UN Comtrade, to the Soviet Union)"
    between = [(0.3, 0.3, 0.0, HEIGHT), (0.55, 0.55, 0.0, HEIGHT)]
    point = [[(0.42, 150.0)]]
    assert beside([Line("a", words, point, 0.0, HEIGHT)], between) == []
    lines = [Line("a", words, point, 0.0, HEIGHT, in_lines(words))]
    (name,) = beside(lines, between)
    assert name.words == "Pakistan counts (UN\nComtrade, to the Soviet Union)"
    check([name], lines, between)


def test_words_are_broken_where_the_longest_line_is_shortest() -> None:
    assert in_lines("aaaa bb cc dddd", 3) == ("aaaa bb\ncc dddd", "aaaa\nbb cc\ndddd")
    assert in_lines("word") == ()


def test_notes_stand_where_room_is_left_and_are_left_out_elsewhere() -> None:
    lines = [line("a", 150, 150, last=0.5)]
    fits = Line("note", "1979: it happened", [[(0.25, 150.0)]], 0.0, HEIGHT)
    too_long = Line("long", "x" * 300, [[(0.25, 150.0)]], 0.0, HEIGHT)
    named = beside(lines, notes=[too_long, fits])
    assert [name.key for name in named] == ["a", "note"]
    check(named, [*lines, fits])
