"""Two ranges of years face to face: rates a year that lead to their records, and the records of a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.model.comparison import Counted, Measured, Periods, Span, years_of
from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid, Item, Listing, Ways
from dashboard.views.formatting import count, number, unit_words

PERIODS, NUMBER = "compare", "number"
TABLE, RECORDS = "compare-table", "compare-records"
# Persons who are counted by name.
MOST_PERSONS = 8

_NOTE = (
    "A record counts in the period in which it begins. Counts are given a year, because the periods may "
    "differ in length, with the number of records in brackets. The record is not equally full for all years: "
    "compare the numbers of sources before the rates."
)


def in_words(period: Span) -> str:
    """A range of years as on screen."""
    return f"{period[0]}–{period[1]}" if period[0] < period[1] else str(period[0])


def in_link(periods: Periods) -> str:
    """Two ranges of years as in a link."""
    return ",".join(f"{first}-{last}" for first, last in periods)


def misread(written: str) -> EmptyFigure:
    """What is said of a choice that is not two ranges of years."""
    return EmptyFigure(
        TABLE, f"“{written}” is not two ranges of years", "It cannot be read.", "Write 1965-1971,2014-2021."
    )


def table(
    counted: Sequence[Counted],
    measured: Sequence[Measured],
    periods: Periods,
    rows: pd.DataFrame,
    eras: Mapping[str, Span],
) -> Figure | EmptyFigure:
    """Every count and mean side by side; `rows` are the records behind them, with `record_id`, `eras` the
    years of ready-made periods by their labels.
    """
    title = f"{in_words(periods[0])} and {in_words(periods[1])} face to face"
    if rows.empty:
        return EmptyFigure(
            TABLE, title, "The record has nothing that begins in either.", "Choose other years."
        )
    lines: list[tuple[Cell, ...]] = []
    groups: dict[int, str] = {}
    headings = [line.heading for line in counted] + [line.heading for line in measured]
    for heading in dict.fromkeys(headings):
        groups[len(lines)] = heading
        lines += [_counted(line, periods) for line in counted if line.heading == heading]
        lines += [_measured(line) for line in measured if line.heading == heading]
    years = [f"{in_words(period)} ({count(years_of(period), 'year')})" for period in periods]
    return Figure(
        figure_id=TABLE,
        title=_finding(counted, periods) or title,
        subtitle=f"{title}: counts a year, and means of series",
        drawing=Grid(("Counted", *years), tuple(lines), groups, ways=_presets(periods, eras)),
        rows=rows,
        message=f"A table of {count(len(lines), 'row')} with {in_words(periods[0])} and "
        f"{in_words(periods[1])} side by side.",
        note=_NOTE,
    )


def _finding(counted: Sequence[Counted], periods: Periods) -> str:
    """The first count of the table as a title: how many a year in either period."""
    if not counted:
        return ""
    first = counted[0]
    rates = [
        f"{number(round(len(ids) / years_of(period), 2))} a year in {in_words(period)}"
        for ids, period in zip(first.records, periods, strict=True)
    ]
    return f"{first.label} on record: {', '.join(rates)}"


def _presets(periods: Periods, eras: Mapping[str, Span]) -> tuple[Ways, ...]:
    """The eras as links, once for each period."""
    first, second = [], []
    for label, years in eras.items():
        words = f"{label} {in_words(years)}"
        first.append(Cell(words, params=_chosen((years, periods[1])) if years != periods[0] else ()))
        second.append(Cell(words, params=_chosen((periods[0], years)) if years != periods[1] else ()))
    return Ways("First", tuple(first)), Ways("Second", tuple(second))


def _chosen(periods: Periods) -> tuple[tuple[str, str], ...]:
    return ((PERIODS, in_link(periods)),)


def _counted(count_of: Counted, periods: Periods) -> tuple[Cell, ...]:
    cells = [_rate(count_of.key, place, len(ids), periods) for place, ids in enumerate(count_of.records)]
    return Cell(count_of.label), *cells


def _rate(key: str, place: int, records: int, periods: Periods) -> Cell:
    if not records:
        return Cell("0")
    rate = round(records / years_of(periods[place]), 2)
    params = (*_chosen(periods), (NUMBER, f"{key}-{place + 1}"))
    return Cell(f"{number(rate)} a year ({number(records)})", params=params)


def _measured(series: Measured) -> tuple[Cell, ...]:
    cells = [_mean(*mean, series.record_id) for mean in series.means]
    return Cell(_with_unit(series.label, unit_words(series.unit))), *cells


def _with_unit(label: str, unit: str) -> str:
    """A label and its unit, without the words of the unit that the label says already."""
    return ", ".join([label, *(words for words in unit.split(", ") if words not in label)])


def _mean(mean: float, years: int, record_id: str) -> Cell:
    if not years:
        return Cell("–")
    return Cell(f"{number(round(mean, 2))} (mean of {count(years, 'year')})", record_id)


def records(
    chosen: Counted | None,
    place: int,
    periods: Periods | None,
    titles: Mapping[str, str],
    dates: Mapping[str, str],
) -> Figure | EmptyFigure:
    """The records behind one number of the table; `place` is 0 or 1, `dates` are captions by id."""
    if chosen is None or periods is None or not chosen.records[place]:
        return EmptyFigure(
            RECORDS,
            "Choose a number to see its records",
            "No number is chosen.",
            "Choose a number of the table above.",
        )
    ids = chosen.records[place]
    title = f"{chosen.label}, {in_words(periods[place])}: {count(len(ids), 'record')}"
    items = tuple(Item(record_id, titles[record_id], dates.get(record_id, "")) for record_id in ids)
    return Figure(
        figure_id=RECORDS,
        title=title,
        drawing=Listing((("", items),)),
        rows=pd.DataFrame(
            {"record_id": ids, "title": [item.title for item in items], "date": [item.when for item in items]}
        ),
        message=f"A list of {count(len(ids), 'record')}.",
    )
