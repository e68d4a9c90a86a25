"""The facts of an article that other tables hold: sizes, stances, offices, events, meetings, charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.model.figure import Cell
from dashboard.model.vocabulary import label
from dashboard.views.article import Fact
from dashboard.views.formatting import capitalised, count, quantity, spread

# Of the persons met the first few; the others stand in the events.
MOST_MET = 6


def life(milestones: pd.DataFrame) -> list[Fact]:
    """The statuses of a project in order of time, each with its first day; they lead to the events."""
    if milestones.empty:
        return []
    changed = milestones[milestones["status"] != milestones["status"].shift()]
    steps = [
        Cell(f"{label('project status', row['status'])} {row['date_caption']}", row["event_id"])
        for row in changed.to_dict("records")
    ]
    return [("Through time", tuple(steps))]


def sizes(stated: pd.DataFrame) -> list[Fact]:
    """What sources state of a project, most often first: each measure from its lowest to its highest
    number.
    """
    found: list[Fact] = []
    groups = [(*key, rows) for key, rows in stated.groupby(["indicator", "unit"], sort=False)]
    for measure, unit, rows in sorted(groups, key=lambda group: -len(group[2])):
        words = spread(rows["value"].min(), rows["value"].max(), str(unit))
        if len(rows) > 1:
            words += f" ({count(len(rows), 'statement')})"
        only = rows["quantity_id"].iloc[0] if len(rows) == 1 else ""
        found.append((capitalised(str(measure)), (Cell(words, only),)))
    return found


def stated(row: Mapping[str, Any]) -> list[Fact]:
    """A stated number with its unit."""
    return [("Number", (Cell(quantity(row["value"], row["unit"], row["qualifier"])),))]


class Place(NamedTuple):
    """Where a chart stands: its title, its page, its id there, and what has to be chosen."""

    title: str
    page: str
    figure_id: str
    params: tuple[tuple[str, str], ...] = ()


def charts(places: Sequence[Place]) -> list[Fact]:
    """The charts in which one sees what a record rests on."""
    cells = [Cell(title, params=params, to=figure_id, page=page) for title, page, figure_id, params in places]
    return [("Drawn in", tuple(cells))] if cells else []


def stances(stances_of: pd.DataFrame, names: Mapping[str, str]) -> list[Fact]:
    """Which documents support an argument, dispute it, or only report it; `names` are those of sources."""
    found: list[Fact] = []
    for heading, stance, quoted in (
        ("Supported by", "supports", False),
        ("Disputed by", "disputes", False),
        ("Reported as others’ words by", "", True),
    ):
        rows = stances_of[
            (stances_of["quoted"].astype(bool) == quoted) & stances_of["stance"].str.contains(stance)
        ]
        if len(rows):
            found.append((heading, tuple(Cell(names[source], source) for source in rows["source_id"])))
    return found


def person(offices: pd.DataFrame, taking_part: pd.DataFrame, met: pd.DataFrame) -> list[Fact]:
    """What an actor is known by: offices and terms, events, and whom a person met; `met` has `record_id`,
    `title` and `times`, most often first.
    """
    found: list[Fact] = []
    if len(offices):
        terms = [
            Cell(f"{row['title']}, {row['period_caption']}", row["term_id"])
            for row in offices.to_dict("records")
        ]
        found.append(("Offices", tuple(terms)))
    found += events(taking_part)
    if len(met):
        first = met.head(MOST_MET).to_dict("records")
        cells = [Cell(f"{row['title']} ({row['times']})", row["record_id"]) for row in first]
        if len(met) > MOST_MET:
            cells.append(Cell(f"{count(len(met) - MOST_MET, 'other')}"))
        found.append(("Met", tuple(cells)))
    return found


def events(belonging: pd.DataFrame) -> list[Fact]:
    """How many events belong to something, and from when to when; they are in order of time."""
    if belonging.empty:
        return []
    first, last = belonging.iloc[0]["date_caption"], belonging.iloc[-1]["date_caption"]
    words = first if len(belonging) == 1 else f"{len(belonging)}, from {first} to {last}"
    return [("Events", (Cell(words),))]
