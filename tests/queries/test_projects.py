"""The life of a project: its status in any year, and what is stated of its size."""

import pandas as pd

from dashboard.queries import projects

EVENTS = pd.DataFrame(
    {
        "event_id": ["talks", "signing", "stop", "vague"],
        "date": ["2010", "2015-10-16", "2021-05", "201X"],
        "date_first": pd.to_datetime(["2010-01-01", "2015-10-16", "2021-05-01", "2010-01-01"]),
        "date_last": pd.to_datetime(["2010-12-31", "2015-10-16", "2021-05-31", "2019-12-31"]),
        "date_caption": ["2010", "16 October 2015", "May 2021", "2010s"],
        "title": ["Talks", "Signing", "Stop", "Vague"],
    }
)
MILESTONES = pd.DataFrame(
    {
        "project_id": ["line", "line", "line", "other"],
        "event_id": ["stop", "talks", "signing", "signing"],
        "status": ["stalled", "proposed", "agreed", "construction"],
        "note": ["", "first", "", ""],
    }
)


def test_the_status_in_a_year_is_that_of_the_last_milestone_that_had_begun() -> None:
    assert [
        projects.status_in(MILESTONES, EVENTS, year)["line"] for year in (2010, 2014, 2015, 2020, 2021, 2026)
    ] == [
        "proposed",
        "proposed",
        "agreed",
        "agreed",
        "stalled",
        "stalled",
    ]


def test_a_project_without_a_milestone_by_then_has_no_status() -> None:
    assert list(projects.status_in(MILESTONES, EVENTS, 2014).index) == ["line"]
    assert projects.status_in(MILESTONES, EVENTS, 2009).empty


def test_a_life_is_told_in_the_order_of_time() -> None:
    own = projects.life(MILESTONES, EVENTS, "line")
    assert list(own["event_id"]) == ["talks", "signing", "stop"]
    assert list(own["date_caption"]) == ["2010", "16 October 2015", "May 2021"]


def test_numbers_about_a_project_stand_together_by_measure() -> None:
    sizes = projects.stated_sizes(_quantities(), "line")
    assert list(sizes["quantity_id"]) == ["cost-low", "cost-high", "length-a", "length-b"]


def _quantities() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "quantity_id": ["length-b", "cost-high", "length-a", "cost-low", "elsewhere"],
            "subject": ["line", "line", "line", "line", "other"],
            "indicator": ["length", "cost", "length", "cost", "cost"],
            "unit": ["km", "USD million", "km", "USD million", "USD million"],
            "value": [1122.0, 2500.0, 1100.0, 2000.0, 1.0],
        }
    )
