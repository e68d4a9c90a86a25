"""Statuses that contradict other rows: an unconfirmed happening, a plan never closed, a line unlike its
project.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from dashboard.data.cells import split
from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.period import period_or_none

Frames = Mapping[str, pd.DataFrame]

UNCONFIRMED = ("unverifiable", "contradicted")
YEARS_OPEN = 2
NOT_HAPPENED = "did-not-happen"
# What a project comes to only by something that happened.
REACHED = ("agreed", "construction", "operating")


def unconfirmed(frames: Frames) -> Iterator[Fault]:
    """Events that `happened` by the word of one document alone, although a check could not confirm that
    word.
    """
    doubting = _doubting_checks(frames["checks"])
    sources = frames["sources"]
    documents = set(sources.loc[sources["kind"] == "document", "source_id"])
    behind = frames["evidence"].groupby("record_id")["source_id"].agg(set)
    events = frames["events"]
    for row in events[events["status"] == "happened"].to_dict("records"):
        named = behind.get(row["event_id"], set())
        if row["event_id"] in doubting and len(named) == 1 and named <= documents:
            problem = f"one document says so, and {doubting[row['event_id']]} could not confirm it"
            yield Fault(
                "events.csv", row[ROW], "status", problem, row["event_id"], "claimed, or a second source"
            )


def never_closed(events: pd.DataFrame, released: date) -> Iterator[Fault]:
    """Plans whose date had passed by two years on the day of release and whose outcome nobody says."""
    for row in events[(events["status"] == "planned") & (events["outcome"] == "")].to_dict("records"):
        period = period_or_none(row["date"])
        if period and _years_after(period.last) <= (released.year, released.month, released.day):
            expected = "happened, did-not-happen, or an outcome such as Outcome unknown: …"
            yield Fault("events.csv", row[ROW], "outcome", "a plan was never closed", row["date"], expected)


def routes_apart(frames: Frames) -> Iterator[Fault]:
    """Lines whose status is not that of their project, without a note that says why."""
    projects = frames["projects"].drop_duplicates("project_id").set_index("project_id")["status"]
    for route_id, stops in frames["routes"].groupby("route_id", sort=False):
        first = stops.iloc[0]
        status = projects.get(first["project_id"], first["status"])
        if first["status"] != status and not (stops["note"] != "").any():
            problem = f"{route_id} has another status than its project and no note says why"
            yield Fault(
                "routes.csv", int(first[ROW]), "status", problem, first["status"], f"{status}, or a note"
            )


def brought_by_nothing(frames: Frames) -> Iterator[Fault]:
    """Milestones by which a project came on, at an event that did not happen."""
    dropped = _dropped(frames["events"])
    for row in frames["milestones"].to_dict("records"):
        if row["event_id"] in dropped and row["status"] in REACHED:
            problem = f"{row['status']} by an event that did not happen"
            expected = "an event that happened, or the status that the project had"
            yield Fault("milestones.csv", int(row[ROW]), "event_id", problem, row["event_id"], expected)


def agreed_by_nothing(frames: Frames) -> Iterator[Fault]:
    """Texts that were signed at an event that did not happen."""
    dropped = _dropped(frames["events"])
    for row in frames["agreements"].to_dict("records"):
        if row["event_id"] in dropped:
            problem, expected = "signed at an event that did not happen", "the event at which it was signed"
            yield Fault("agreements.csv", int(row[ROW]), "event_id", problem, row["event_id"], expected)


def _dropped(events: pd.DataFrame) -> set[str]:
    return set(events.loc[events["status"] == NOT_HAPPENED, "event_id"])


def projects_apart(frames: Frames) -> Iterator[Fault]:
    """Projects whose status is not that of their last milestone, without a note that says why."""
    last = _last_milestones(frames["milestones"], frames["events"])
    for row in frames["projects"].to_dict("records"):
        status = last.get(row["project_id"], row["status"])
        if row["status"] != status and not row["note"]:
            problem = "another status than that of its last milestone, and no note says why"
            yield Fault("projects.csv", row[ROW], "status", problem, row["status"], f"{status}, or a note")


def _doubting_checks(checks: pd.DataFrame) -> dict[str, str]:
    """For each record the check that could not confirm what is said of it."""
    doubting = checks[checks["verdict"].isin(UNCONFIRMED)]
    rows = zip(doubting["check_id"], doubting["about"], strict=True)
    return {record_id: check_id for check_id, about in rows for record_id in split(about)}


def _last_milestones(milestones: pd.DataFrame, events: pd.DataFrame) -> dict[str, str]:
    """The status of each project's latest milestone, by the date of its event."""
    dates = dict(zip(events["event_id"], events["date"], strict=True))
    dated = []
    for row in milestones.to_dict("records"):
        period = period_or_none(dates.get(row["event_id"], ""))
        if period:
            dated.append((period.first, row["event_id"], row["project_id"], row["status"]))
    return {project_id: status for _, _, project_id, status in sorted(dated)}


def _years_after(day: date) -> tuple[int, int, int]:
    return day.year + YEARS_OPEN, day.month, day.day
