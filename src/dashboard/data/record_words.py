"""What the sentences of tours ask of the records, from frames of texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pandas as pd

from dashboard.data.cells import is_number
from dashboard.model.period import parse_period
from dashboard.model.vocabulary import label

Frames = Mapping[str, pd.DataFrame]
NEEDED = frozenset({"events", "projects", "series", "quantities"})


class HeldRecords:
    """The records (see `model.record_words.Records`) of the frames events, projects, series, quantities."""

    def __init__(self, frames: Frames) -> None:
        self._events = frames["events"]
        self._projects = dict(
            zip(frames["projects"]["project_id"], frames["projects"]["status"], strict=True)
        )
        self._series = set(frames["series"]["series_id"])
        self._quantities = frames["quantities"]

    def date(self, event_id: str) -> str:
        """The date of an event in words."""
        dates = list(self._events.loc[self._events["event_id"] == event_id, "date"])
        if not dates:
            raise ValueError("no such event", "an id from events.csv")
        try:
            return parse_period(dates[0]).caption
        except ValueError as error:
            raise ValueError("the event has no date that can be read", str(error)) from error

    def status(self, project_id: str) -> str:
        """The status of a project in words."""
        if project_id not in self._projects:
            raise ValueError("no such project", "an id from projects.csv")
        return label("project status", self._projects[project_id])

    def events(self, series_id: str) -> int:
        """How many events of a series have happened."""
        if series_id not in self._series:
            raise ValueError("no such series of meetings", "an id from series.csv")
        held = (self._events["series"] == series_id) & (self._events["status"] == "happened")
        return int(held.sum())

    def stated(self, subject: str, indicator: str) -> Sequence[Decimal]:
        """What is stated of a subject, at least one number, all of one unit."""
        rows = self._quantities
        rows = rows[(rows["subject"] == subject) & (rows["indicator"] == indicator)]
        values = [Decimal(value) for value in rows["value"] if is_number(value)]
        if not values:
            raise ValueError("nobody states such a number", "a subject and an indicator of quantities.csv")
        if rows["unit"].nunique() > 1:
            raise ValueError("the numbers have several units", "an indicator stated in one unit")
        return values
