"""Series are drawn by year and listed by number; what is missing is said above each."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import Chart, EmptyFigure, Figure, Grid
from dashboard.views.series import listing, strip

MEETINGS = pd.DataFrame(
    [
        ("r1", "river", "River talks", 1.0, "2003", "2003", "happened", "First round"),
        ("r3", "river", "River talks", 3.0, "2005-02", "February 2005", "planned", "Third round"),
        ("s1", "sea", "Sea talks", float("nan"), "2001", "2001", "happened", "A meeting at sea"),
    ],
    columns=["event_id", "series", "name", "number", "date", "date_caption", "status", "title"],
).assign(date_first=pd.to_datetime(["2003-01-01", "2005-02-01", "2001-01-01"]))
MISSING = pd.DataFrame([("river", 2), ("river", 4), ("air", 9)], columns=["series_id", "number"])


def test_the_missing_numbers_of_the_series_shown_stand_above_them() -> None:
    figure = listing(MEETINGS, MISSING)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.title == "3 meetings by number and date; 2 numbers not found"
    assert figure.drawing.groups == {
        0: "River talks: 2 meetings; not found: 2 and 4",
        2: "Sea talks: 1 meeting",
    }


def test_a_meeting_without_a_number_has_a_dash_and_leads_to_its_record() -> None:
    figure = listing(MEETINGS, MISSING)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert [cell.text for cell in figure.drawing.rows[1]] == ["February 2005", "3", "Third round", "planned"]
    assert [cell.text for cell in figure.drawing.rows[2]] == ["2001", "–", "A meeting at sea", "happened"]
    assert figure.drawing.rows[2][2].record_id == "s1"


def test_each_meeting_is_a_dot_in_its_first_year() -> None:
    figure = strip(MEETINGS, "light")
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    assert figure.title == "3 meetings of 2 series, 2001–2005"
    assert list(figure.drawing.data["meetings"]["year"]) == [2003, 2005, 2001]
    assert figure.message == "Meetings by series: River talks 2, Sea talks 1."


def test_without_meetings_both_say_so() -> None:
    assert isinstance(strip(MEETINGS.iloc[:0], "light"), EmptyFigure)
    assert isinstance(listing(MEETINGS.iloc[:0], MISSING), EmptyFigure)


def test_of_many_meetings_the_series_with_most_is_named() -> None:
    many = pd.concat([MEETINGS] * 7, ignore_index=True)
    many = many.assign(event_id=[f"e{at}" for at in range(len(many))])
    assert strip(many, "light").title == "21 meetings of 2 series, 2001–2005, most often River talks: 14"
