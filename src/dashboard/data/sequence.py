"""What comes before what: events after others, numbers within a series, terms within an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import combinations

import pandas as pd

from dashboard.data.cells import split
from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.period import EARLIEST, LATEST, period_or_none

Frames = Mapping[str, pd.DataFrame]
Row = Mapping[str, str]

_COUNT = re.compile(r"-?[0-9]+")

# Plans and what did not happen may bear the number that a later meeting took.
NUMBERED = ("happened", "claimed")
# Every number without an event is listed as missing, and nobody reads more.
MOST_NUMBERS = 999


def out_of_order(frames: Frames) -> Iterator[Fault]:
    """Events that are said to follow one that is later, or that in a circle follow themselves."""
    events = frames["events"].drop_duplicates("event_id")
    dates = dict(zip(events["event_id"], events["date"], strict=True))
    for row in events[events["after"] != ""].to_dict("records"):
        for earlier in split(row["after"]):
            if _surely_later(dates.get(earlier, ""), row["date"]):
                problem = f"said to follow {earlier}, which is of {dates[earlier]}"
                yield Fault(
                    "events.csv", row[ROW], "after", problem, row["date"], "an event that is not later"
                )
    yield from _circles(events)


def misnumbered(frames: Frames) -> Iterator[Fault]:
    """Events with a number and no series, with another's number, or above the highest number of their
    series.
    """
    series = frames["series"].drop_duplicates("series_id")
    highest = dict(zip(series["series_id"], series["last_number"], strict=True))
    events = frames["events"]
    bearers: dict[tuple[str, str], str] = {}
    for row in events[events["number"] != ""].to_dict("records"):
        yield from _misnumbered(row, highest.get(row["series"], ""))
        place = (row["series"], row["number"])
        if not row["series"] or row["status"] not in NUMBERED:
            continue
        if place in bearers:
            problem = f"{bearers[place]} has this number in the series {row['series']}"
            yield Fault("events.csv", row[ROW], "number", problem, row["number"], "a number of its own")
        bearers.setdefault(place, row["event_id"])


def beyond_counting(frames: Frames) -> Iterator[Fault]:
    """Series whose highest number is none that their events could be counted up to."""
    for number, line in zip(frames["series"]["last_number"], frames["series"][ROW], strict=True):
        if _COUNT.fullmatch(number) and not 1 <= float(number) <= MOST_NUMBERS:
            problem, expected = "not the number of a meeting", f"from 1 to {MOST_NUMBERS}"
            yield Fault("series.csv", int(line), "last_number", problem, number, expected)


def held_twice(frames: Frames) -> Iterator[Fault]:
    """Terms of one office of which the later surely began before the earlier ended, without a note that says
    why.
    """
    for _, terms in frames["terms"].groupby("office_id", sort=False):
        for term, other in combinations(terms.to_dict("records"), 2):
            if not term["note"] and not other["note"] and _overlap(term["period"], other["period"]):
                problem = f"the office was still held in the term {term['term_id']}"
                yield Fault(
                    "terms.csv", other[ROW], "period", problem, other["period"], "a later term, or a note"
                )


def _misnumbered(row: Row, highest: str) -> Iterator[Fault]:
    number, line = row["number"], int(row[ROW])
    if not row["series"]:
        yield Fault(
            "events.csv", line, "number", "a number without a series", number, "the series that is counted"
        )
    elif highest.isdigit() and number.isdigit() and int(number) > int(highest):
        expected = f"at most {highest}, the last number of {row['series']}"
        yield Fault("events.csv", line, "number", "above the highest number of its series", number, expected)


def _circles(events: pd.DataFrame) -> Iterator[Fault]:
    following = events[events["after"] != ""]
    before = {
        event_id: split(after)
        for event_id, after in zip(following["event_id"], following["after"], strict=True)
    }
    try:
        TopologicalSorter(before).prepare()
    except CycleError as error:
        circle = error.args[1]
        line = int(events.loc[events["event_id"] == circle[0], ROW].iloc[0])
        shown = " → ".join(circle)
        yield Fault("events.csv", line, "after", "events follow one another in a circle", shown, "an order")


def _surely_later(date: str, other: str) -> bool:
    """True if every day of the first period is later than every day of the second."""
    first, second = period_or_none(date), period_or_none(other)
    return bool(first and second and first.first > second.last)


def _overlap(period: str, other: str) -> bool:
    """True if, however the uncertain ends fell, both terms share more than the day of the change."""
    earlier, later = sorted((_ends(period), _ends(other)))
    return later[1] < earlier[2]


def _ends(term: str) -> tuple[str, str, str]:
    """First possible and last possible beginning, and first possible end, as ISO days; no date never
    overlaps.
    """
    begin, _, end = term.partition("/")
    started, ended = period_or_none(begin), period_or_none(end or begin)
    if not started or (not ended and end != ".."):
        return LATEST.isoformat(), LATEST.isoformat(), EARLIEST.isoformat()
    return started.first.isoformat(), started.last.isoformat(), (ended.first if ended else LATEST).isoformat()
