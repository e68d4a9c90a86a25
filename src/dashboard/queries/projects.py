"""The life of a project: its status in any year, its events in order, and what each source says of its
size.
"""

from __future__ import annotations

import pandas as pd


def life(milestones: pd.DataFrame, events: pd.DataFrame, project_id: str) -> pd.DataFrame:
    """The milestones of a project in order of time, with the date and title of the event behind each."""
    steps = milestones[milestones["project_id"] == project_id]
    dated = events[["event_id", "date", "date_first", "date_last", "date_caption", "title"]]
    return steps.merge(dated, on="event_id").sort_values(["date_first", "event_id"])


def status_in(milestones: pd.DataFrame, events: pd.DataFrame, year: int) -> pd.Series:
    """The status of each project at the end of a year, indexed by project_id.

    It is the status of the last milestone that had begun by then; projects without one so far are left out.
    """
    dated = milestones.merge(events[["event_id", "date_first"]], on="event_id")
    begun = dated[dated["date_first"].dt.year <= year].sort_values(["date_first", "event_id"])
    return begun.groupby("project_id")["status"].last()


def stated_sizes(quantities: pd.DataFrame, project_id: str) -> pd.DataFrame:
    """Every number stated about a project, the same measures together: `indicator`, `value`, `unit`,
    `qualifier`, `period_caption`, …
    """
    stated = quantities[quantities["subject"] == project_id]
    return stated.sort_values(["indicator", "unit", "value", "quantity_id"])
