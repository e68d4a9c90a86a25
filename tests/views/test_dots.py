"""Lines of dots as HTML: one dot a source, the words below it, and no text of the data becomes markup."""

from __future__ import annotations

from dashboard.model.figure import Dot, DotLine, Dots
from dashboard.views.dots import STEP, lines, rail

HOSTILE = "<img src=x onerror=alert(1)>"


def test_every_source_is_a_dot_and_those_that_meet_stand_one_over_the_other() -> None:
    html = rail((Dot((0.5, 0.5), "2016", ("Dawn", "TASS")), Dot((0.505, 0.505), "2017", ("The Bureau",))))
    assert html.count("<i ") == 3
    assert [f"bottom:{level * STEP}px" in html for level in range(4)] == [True, True, True, False]


def test_a_value_that_covers_time_is_a_bar_and_an_adopted_one_is_marked() -> None:
    html = rail((Dot((0.1, 0.9), "2016", ("Dawn",)), Dot((0.5, 0.5), "9 June 2016", ("TASS",), adopted=True)))
    assert html.count("<b ") == 1
    assert 'style="left:10.00%;width:80.00%"' in html
    assert html.count('class="atlas-adopted"') == 1


def test_what_the_eye_reads_from_places_is_said_in_words() -> None:
    line = DotLine("a", "A line: date", (Dot((0, 0), "2016", ("Dawn", "TASS"), adopted=True),), "The reason.")
    html = lines(Dots((line,)), {"a": "record?id=a"})
    assert '<a href="record?id=a" target="_self">A line: date</a>' in html
    assert "2016</b>" in html
    assert "(adopted)" in html
    assert "Dawn and TASS" in html
    assert "The reason." in html
    assert 'aria-hidden="true"' in rail(line.dots)


def test_the_whole_name_stands_behind_one_that_is_short() -> None:
    line = DotLine("a", "A line: date", (Dot((0, 0), "2016", ("Dawn", "APP")),))
    html = lines(Dots((line,), {"APP": "Associated Press of Pakistan"}), {})
    assert 'Dawn and <abbr title="Associated Press of Pakistan">APP</abbr></li>' in html


def test_no_text_of_the_data_becomes_markup() -> None:
    line = DotLine(HOSTILE, HOSTILE, (Dot((0, 0), HOSTILE, (HOSTILE,)),), HOSTILE)
    assert "<img" not in lines(Dots((line,), {HOSTILE: HOSTILE + "s"}), {})
