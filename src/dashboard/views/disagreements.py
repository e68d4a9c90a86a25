"""Where sources disagree: for each field a line with one dot a source, the adopted value marked, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import Dot, DotLine, Dots, EmptyFigure, Figure
from dashboard.model.period import EARLIEST, LATEST, parse_period, period_or_none
from dashboard.views.formatting import count, number, quantity

_MEASURED = re.compile(
    r"(\d[\d.]*) ((?:USD|EUR|PKR|RUB|bcm)\b.*|mmcfd|km|percent|people|troops|tonnes|count|year|inch)"
)
_NUMBER = re.compile(r"(\d[\d.]*)(?: (.*))?")

Span = tuple[float, float]
Field = tuple[str, str]


def dots(
    differences: pd.DataFrame,
    titles: Mapping[str, str],
    names: Mapping[str, str],
    adopted: Mapping[Field, str],
    in_full: Mapping[str, str],
    figure_id: str = "differences",
    of: int = 0,
) -> Figure | EmptyFigure:
    """Fields for which sources state different values. `titles` of records and `names` of sources by id,
    `adopted` the value of a record's field, `in_full` the whole names of sources by their short ones; `of` is
    how many there are where these are only some.
    """
    if differences.empty:
        return _agreement(figure_id)
    fields: dict[Field, list[dict[str, Any]]] = {}
    for row in differences.to_dict("records"):
        fields.setdefault((row["record_id"], row["field"]), []).append(row)
    lines = [_line(field, rows, titles, names, adopted.get(field, "")) for field, rows in fields.items()]
    some = f"{number(len(lines))} of {count(of, 'point')}" if of > len(lines) else count(len(lines), "point")
    return Figure(
        figure_id=figure_id,
        title=f"{some} on which sources disagree",
        drawing=Dots(tuple(lines), in_full),
        rows=differences.assign(source_ids=["; ".join(ids) for ids in differences["source_ids"]]),
        message=f"A list of {count(len(lines), 'disagreement')}: each value with the sources that state it.",
        note="One dot is one source, a bar a value that covers some time; the ring marks the value that the "
        "record adopts. Disagreement is shown, not settled.",
    )


def _agreement(figure_id: str) -> EmptyFigure:
    why = "No two sources state different values for the records of this choice."
    change = "Widen the years or clear a filter."
    if figure_id.startswith("record"):
        why = "No two sources state different values for this record."
        change = "What each of them says stands in the panel above."
    return EmptyFigure(figure_id, "Where sources disagree", why, change)


def _line(
    field: Field,
    rows: list[dict[str, Any]],
    titles: Mapping[str, str],
    names: Mapping[str, str],
    adopted: str,
) -> DotLine:
    record_id, name = field
    spans = placed([row["value"] for row in rows])
    ordered = sorted(zip(spans, rows, strict=True), key=lambda pair: pair[0])
    points = tuple(
        Dot(
            span,
            titles.get(row["value"]) or value_in_words(name, row["value"]),
            tuple(names[source_id] for source_id in row["source_ids"]),
            row["value"] == adopted,
        )
        for span, row in ordered
    )
    title = f"{titles.get(record_id, record_id).rstrip('.')}: {name.replace('_', ' ')}"
    return DotLine(record_id, title, points, _reason(rows, points))


def _reason(rows: list[dict[str, Any]], points: tuple[Dot, ...]) -> str:
    """Why one value is adopted: a note that says so, else how many of the sources state it."""
    notes = [row["note"] for row in rows if row["note"]]
    reason = next((note for note in notes if "adopted" in note.lower()), "")
    if reason:
        return reason
    sources = sum(len(point.by) for point in points)
    adopted = next((point for point in points if point.adopted), None)
    if adopted is None:
        return "No value is adopted."
    return f"Adopted is {adopted.words}, as {len(adopted.by)} of {count(sources, 'source')} state."


def placed(values: list[str]) -> list[Span]:
    """Where each value begins and ends on a line from 0 to 1: dates and numbers of one unit to scale, others
    in the order of their first statement.
    """
    spans = _dates(values) or _numbers(values)
    if not spans:
        steps = len(set(values)) + 1
        order = {value: (place + 1) / steps for place, value in enumerate(dict.fromkeys(values))}
        return [(order[value], order[value]) for value in values]
    low, high = min(first for first, _ in spans), max(last for _, last in spans)
    room = (high - low) * 1.1 or 1.0
    start = low - room / 22
    return [((first - start) / room, (last - start) / room) for first, last in spans]


def _dates(values: Iterable[str]) -> list[Span]:
    """Days as numbers, an open end at the nearest day that any value names; empty if one value is no date."""
    periods = [period_or_none(value) for value in values]
    found = [period for period in periods if period is not None]
    days = [day for period in found for day in (period.first, period.last) if EARLIEST < day < LATEST]
    if len(found) < len(periods) or not days:
        return []
    return [
        (
            float(max(period.first, min(days)).toordinal()),
            float(min(period.last, max(days)).toordinal()),
        )
        for period in found
    ]


def _numbers(values: Iterable[str]) -> list[Span]:
    matches = [_NUMBER.fullmatch(value) for value in values]
    found = [match for match in matches if match]
    if len(found) < len(matches) or len({match[2] for match in found}) > 1:
        return []
    return [(float(match[1]), float(match[1])) for match in found]


def value_in_words(field: str, value: str) -> str:
    """A stated value as a person writes it: dates in words, numbers with their unit in words, anything else
    as it stands.
    """
    if "date" in field or field in ("period", "year", "start", "end"):
        try:
            return parse_period(value).caption
        except ValueError:
            return value
    measured = _MEASURED.fullmatch(value)
    return quantity(float(measured[1]), measured[2]) if measured else value
