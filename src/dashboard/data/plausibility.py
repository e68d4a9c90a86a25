"""What rows cannot mean although every cell is well written: places off the globe, days to come, negative
trade.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pandas as pd

from dashboard.data import chronology, geography, stated_value
from dashboard.data.table import ROW
from dashboard.model.fault import Fault, at_most
from dashboard.model.schema import tables_with_ids

Frames = Mapping[str, pd.DataFrame]
Rule = Callable[[Frames], Iterator[Fault]]

WEIGHTS = ("1", "2", "3")
# What may fall below nought; anything else is counted or measured from it.
SIGNED_FLOWS = frozenset({"ideal point", "balance", "change", "obligations", "disbursements"})
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def plausibility_faults(frames: Frames, released: date, today: date, first_year: int) -> list[Fault]:
    """Every row that is written as it should be and cannot be true.

    `first_year` is the first that readers can choose, `released` the day of release, date.min if it is not
    known, `today` the last day on which a source can have been read.
    """
    faults = [fault for rule, needed in RULES if needed <= frames.keys() for fault in at_most(rule(frames))]
    faults += chronology.to_come(frames, today)
    if "eras" in frames:
        faults += chronology.eras_before(frames, first_year)
    if released == date.min:
        return faults
    faults += chronology.after_release(frames, released)
    if "events" in frames:
        faults += chronology.outside_the_years(frames["events"], first_year, released)
    return faults


def weights(frames: Frames) -> Iterator[Fault]:
    """Events of a weight that is none."""
    events = frames["events"]
    for weight, line in zip(events["weight"], events[ROW], strict=True):
        if weight not in WEIGHTS:
            yield Fault("events.csv", int(line), "weight", "no such weight", weight, "1, 2 or 3")


def below_nought(frames: Frames) -> Iterator[Fault]:
    """Negative values of what is counted from nought, unless they are marked as doubtful."""
    indicators = frames["indicators"]
    flows = dict(zip(indicators["indicator_id"], indicators["flow"], strict=True))
    columns = (frames["observations"][name] for name in ("indicator_id", "value", "status", ROW))
    for indicator_id, value, status, line in zip(*columns, strict=True):
        if value.startswith("-") and status != "doubtful" and flows.get(indicator_id) not in SIGNED_FLOWS:
            problem = f"a negative value of {flows.get(indicator_id, 'an unknown series')}"
            yield Fault(
                "observations.csv",
                int(line),
                "value",
                problem,
                value,
                "nought or more, or the status doubtful",
            )


def unexplained_doubts(frames: Frames) -> Iterator[Fault]:
    """Doubtful values that do not say what is doubtful."""
    columns = (frames["observations"][name] for name in ("status", "note", "value", ROW))
    for status, note, value, line in zip(*columns, strict=True):
        if status == "doubtful" and not note:
            yield Fault(
                "observations.csv",
                int(line),
                "note",
                "a doubtful value without a reason",
                value,
                "what is doubtful",
            )


def empty_series(frames: Frames) -> Iterator[Fault]:
    """Indicators without a single value."""
    counted = set(frames["observations"]["indicator_id"])
    indicators = frames["indicators"]
    for identifier, line in zip(indicators["indicator_id"], indicators[ROW], strict=True):
        if identifier not in counted:
            expected = "at least one row in observations.csv"
            yield Fault(
                "indicators.csv", int(line), "indicator_id", "a series without a value", identifier, expected
            )


def living_aliases(frames: Frames) -> Iterator[Fault]:
    """Former ids that a record bears today."""
    living = set[str]().union(*(frames[table.name][table.id_column] for table in tables_with_ids()))
    aliases = frames["aliases"]
    for former, line in zip(aliases["former_id"], aliases[ROW], strict=True):
        if former in living:
            yield Fault(
                "aliases.csv",
                int(line),
                "former_id",
                "a former id that a record bears",
                former,
                "an id given up",
            )


def unknown_subjects(frames: Frames) -> Iterator[Fault]:
    """Subjects of stated numbers that are written like an id and are no record's."""
    living = set[str]().union(*(frames[table.name][table.id_column] for table in tables_with_ids()))
    quantities = frames["quantities"]
    for subject, line in zip(quantities["subject"], quantities[ROW], strict=True):
        if _ID.fullmatch(subject) and subject not in living:
            yield Fault(
                "quantities.csv",
                int(line),
                "subject",
                "no such record",
                subject,
                "an id of a record, or words",
            )


_RECORDS = frozenset(table.name for table in tables_with_ids())

# Each rule with the tables that it reads: it is silent while one of them cannot be read.
RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (weights, frozenset({"events"})),
    (below_nought, frozenset({"observations", "indicators"})),
    (unexplained_doubts, frozenset({"observations"})),
    (empty_series, frozenset({"observations", "indicators"})),
    (living_aliases, _RECORDS | {"aliases"}),
    (unknown_subjects, _RECORDS),
    (geography.coordinates, frozenset({"places"})),
    (geography.line_sides, frozenset({"line_styles"})),
    (geography.stops, frozenset({"routes"})),
    (geography.unlocated_stops, frozenset({"routes", "places"})),
    (chronology.before_signature, frozenset({"agreements", "events"})),
    (chronology.breaks_outside, frozenset({"breaks", "observations"})),
    (chronology.milestones_in_order, frozenset({"milestones", "events"})),
    (chronology.overlapping_values, frozenset({"observations"})),
    (chronology.overlapping_eras, frozenset({"eras"})),
    (stated_value.stated_values, frozenset({"evidence"})),
)
