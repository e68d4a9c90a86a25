"""What can be when: nothing before the first year, nothing that happened after the release, milestones in
order, no overlaps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.audit import draw_of
from dashboard.model.fault import Fault
from dashboard.model.period import Period, period_or_none

Frames = Mapping[str, pd.DataFrame]

# Statuses of what lies in the past, and columns that say how something stood.
PAST = ("happened", "claimed")
STOOD = (
    ("projects", "status_as_of"),
    ("routes", "status_as_of"),
    ("observations", "period"),
    ("breaks", "period"),
    ("terms", "period"),
    ("eras", "period"),
)
# Sources are found and read between two releases.
READ = (("sources", "published"), ("sources", "seen"))


def outside_the_years(events: pd.DataFrame, first_year: int, released: date) -> Iterator[Fault]:
    """Events before the first year or after the year of release, which no page shows, and past events after
    the release.
    """
    for when, status, line in zip(events["date"], events["status"], events[ROW], strict=True):
        period = period_or_none(when)
        if period is None:
            continue
        if period.last.year < first_year:
            problem, expected = "before the first year that the Atlas shows", f"{first_year} or later"
        elif status in PAST and period.first > released:
            problem, expected = f"{status} after the release", f"{released} or earlier, or planned"
        elif period.first.year > released.year:
            problem, expected = "after the last year that the Atlas shows", f"{released.year} or earlier"
        else:
            continue
        yield Fault("events.csv", int(line), "date", problem, when, expected)


def after_release(frames: Frames, released: date) -> Iterator[Fault]:
    """Statuses, values, terms, eras and votes of a time after the release."""
    yield from _after(frames, STOOD, released, "after the release")
    if "votes" in frames:
        dates = frames["votes"]["date"]
        for row, day in dates[dates > released.isoformat()].items():
            expected = f"{released} or earlier"
            yield Fault("votes.parquet", int(str(row)) + 1, "date", "after the release", day, expected)


def to_come(frames: Frames, today: date) -> Iterator[Fault]:
    """Sources that were published or read, and audits that were made, on a day to come; tomorrow may have
    begun elsewhere.
    """
    latest = today + timedelta(days=1)
    yield from _after(frames, READ, latest, "a day to come")
    if "readings" not in frames:
        return
    fields = frames["readings"]["field"]
    for field, line in zip(fields, frames["readings"][ROW], strict=True):
        draw = draw_of(field)
        if draw and draw.day > latest.isoformat():
            expected = f"{latest} or earlier"
            yield Fault("readings.csv", int(line), "field", "a day to come", field, expected)


def before_signature(frames: Frames) -> Iterator[Fault]:
    """Agreements that were in force, to their last day, before they were signed."""
    dates = dict(zip(frames["events"]["event_id"], frames["events"]["date"], strict=True))
    for row in frames["agreements"].to_dict("records"):
        signed, in_force = period_or_none(dates.get(row["event_id"], "")), period_or_none(row["in_force"])
        if signed and in_force and in_force.last < signed.first:
            problem, expected = "in force before it was signed", f"{signed.text} or later"
            yield Fault("agreements.csv", int(row[ROW]), "in_force", problem, in_force.text, expected)


def breaks_outside(frames: Frames) -> Iterator[Fault]:
    """Breaks of a series at a time before its first value or after its last."""
    values = _by_indicator(frames["observations"])
    for row in frames["breaks"].to_dict("records"):
        period, counted = period_or_none(row["period"]), values.get(row["indicator_id"])
        if not period or not counted:
            continue
        first, last = min(value.first for value, _ in counted), max(value.last for value, _ in counted)
        if period.last < first or period.first > last:
            problem, expected = "a break where the series has no values", f"{first} to {last}"
            yield Fault("breaks.csv", int(row[ROW]), "period", problem, period.text, expected)


def milestones_in_order(frames: Frames) -> Iterator[Fault]:
    """Milestones of a project that stand after a later one."""
    dates = dict(zip(frames["events"]["event_id"], frames["events"]["date"], strict=True))
    for project_id, milestones in frames["milestones"].groupby("project_id", sort=False):
        rows = milestones.to_dict("records")
        for before, row in pairwise(rows):
            earlier, later = (period_or_none(dates.get(each["event_id"], "")) for each in (before, row))
            if earlier and later and later.first < earlier.first:
                problem, expected = f"a milestone of {project_id} out of order", f"{earlier.text} or later"
                yield Fault("milestones.csv", int(row[ROW]), "event_id", problem, later.text, expected)


def overlapping_values(frames: Frames) -> Iterator[Fault]:
    """Values of one series whose periods share a day."""
    for indicator_id, values in _by_indicator(frames["observations"]).items():
        yield from _overlaps("observations.csv", values, f"counted twice in {indicator_id}")


def eras_before(frames: Frames, first_year: int) -> Iterator[Fault]:
    """Eras that begin before the first year, or that nobody knows when began."""
    for cell, line in zip(frames["eras"]["period"], frames["eras"][ROW], strict=True):
        period = period_or_none(cell)
        if period and period.first.year < first_year:
            problem = "begins before the first year that the Atlas shows"
            yield Fault("eras.csv", int(line), "period", problem, cell, f"{first_year} or later")


def overlapping_eras(frames: Frames) -> Iterator[Fault]:
    """Eras that share a day."""
    eras = frames["eras"]
    yield from _overlaps("eras.csv", _dated(eras["period"], eras[ROW]), "overlaps another era")


def _after(
    frames: Frames, columns: tuple[tuple[str, str], ...], latest: date, problem: str
) -> Iterator[Fault]:
    for table, column in columns:
        if table not in frames:
            continue
        frame = frames[table]
        for cell, line in zip(frame[column], frame[ROW], strict=True):
            period = period_or_none(cell)
            if period and period.first > latest:
                yield Fault(f"{table}.csv", int(line), column, problem, cell, f"{latest} or earlier")


def _by_indicator(observations: pd.DataFrame) -> dict[str, list[tuple[Period, int]]]:
    values: dict[str, list[tuple[Period, int]]] = {}
    columns = (observations[name] for name in ("indicator_id", "period", ROW))
    for indicator_id, cell, line in zip(*columns, strict=True):
        period = period_or_none(cell)
        if period:
            values.setdefault(indicator_id, []).append((period, int(line)))
    return values


def _dated(cells: pd.Series, lines: pd.Series) -> list[tuple[Period, int]]:
    periods = ((period_or_none(cell), int(line)) for cell, line in zip(cells, lines, strict=True))
    return [(period, line) for period, line in periods if period]


def _overlaps(file: str, periods: list[tuple[Period, int]], problem: str) -> Iterator[Fault]:
    """Each period that begins before the one before it has ended; one that stands twice is named as such
    elsewhere.
    """
    for (before, _), (period, line) in pairwise(sorted(periods)):
        if period.first <= before.last and period.text != before.text:
            yield Fault(
                file, line, "period", problem, period.text, f"a period that does not meet {before.text}"
            )
