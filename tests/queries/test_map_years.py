"""The map is played from change to change, not from year to year."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.queries.map_years import change_years, year_after, year_before

EVENTS = pd.DataFrame(
    {
        "event_id": ["first", "again", "stop", "other", "late"],
        "date_first": pd.to_datetime(["1991-03-01", "1995-01-01", "2001-05-05", "2003-01-01", "2030-01-01"]),
    }
)
MILESTONES = pd.DataFrame(
    {
        "project_id": ["pipe", "pipe", "pipe", "cable", "pipe"],
        "event_id": ["stop", "again", "first", "other", "late"],
        "status": ["stalled", "agreed", "agreed", "proposed", "cancelled"],
    }
)


def test_a_year_counts_in_which_a_drawn_project_reaches_another_status() -> None:
    # In 1995 the pipe is agreed on once more, the cable of 2003 has no route, 2030 is not reached.
    assert change_years(MILESTONES, EVENTS, ["pipe"], (1947, 2026)) == (1991, 2001)
    assert change_years(MILESTONES, EVENTS, ["pipe", "cable"], (1947, 2030)) == (1991, 2001, 2003, 2030)
    assert change_years(MILESTONES, EVENTS, ["pipe"], (1992, 2026)) == (2001,)
    assert change_years(MILESTONES, EVENTS, [], (1947, 2026)) == ()


def test_the_first_status_of_a_project_counts_though_the_project_before_it_had_the_same() -> None:
    both = MILESTONES.assign(status="agreed")
    assert change_years(both, EVENTS, ["pipe", "cable"], (1947, 2026)) == (1991, 2003)
    renamed = both.assign(project_id=both["project_id"].replace("cable", "wire"))
    assert change_years(renamed, EVENTS, ["pipe", "wire"], (1947, 2026)) == (1991, 2003)


@pytest.mark.parametrize(
    ("year", "before", "after"),
    [(1980, None, 1991), (1991, None, 2001), (1995, 1991, 2001), (2001, 1991, None), (2026, 2001, None)],
)
def test_a_step_leads_to_the_nearest_change_on_either_side(
    year: int, before: int | None, after: int | None
) -> None:
    assert year_before((1991, 2001), year) == before
    assert year_after((1991, 2001), year) == after
