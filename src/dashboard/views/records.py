"""One record, whole: its facts, its status and sizes, its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import Absence, Cell, Figure, Grid, Item, Listing
from dashboard.model.schema import BY_NAME, Holds
from dashboard.model.vocabulary import RECORD_NAMES, label
from dashboard.views.country_names import country, language
from dashboard.views.formatting import count, number, quantity, spread

_LABELS = {
    "status_as_of": "status as of",
    "coordinate_source": "source of the coordinate",
    "published_note": "how the date is known",
    "correct_value": "value that other evidence supports",
    "source_id": "source",
    "project_id": "project",
    "event_id": "event",
    "office_id": "office",
    "actor_id": "person",
    "title_en": "title in English",
    "name_ru": "name in Russian",
    "name_ur": "name in Urdu",
    "text_url": "address of the text",
    "last_number": "highest number known",
    "after": "follows",
    "origin": "first reported by",
}
_HIDDEN = {"seq", "place_id", "weight"}


def facts(
    record_id: str, table: str, row: Mapping[str, Any], title: str, titles: Mapping[str, str]
) -> Figure:
    """Every filled cell of a record's row, with words for vocabulary and titles for ids."""
    rows = []
    for column in BY_NAME[table].columns:
        text, target = _shown(column.name, row, table, titles)
        if text and column.name not in _HIDDEN and column.name != BY_NAME[table].id_column:
            rows.append((Cell(_LABELS.get(column.name, column.name.replace("_", " "))), Cell(text, target)))
    rows.append((Cell("permanent id"), Cell(record_id)))
    return Figure(
        figure_id="record-facts",
        title=f"What the Atlas holds of this {RECORD_NAMES[table]}",
        drawing=Grid(("Field", "Value"), tuple(rows)),
        rows=pd.DataFrame({"record_id": [record_id], "title": [title], "kind": [RECORD_NAMES[table]]}),
        message=f"A table of {count(len(rows), 'field')} of {title}.",
    )


def related(groups: Mapping[str, pd.DataFrame], counts: pd.Series) -> Figure | Absence:
    """Records that name this one, or that it names: `groups` by heading, each with `record_id`, `title`,
    `when`.
    """
    filled = {heading: own for heading, own in groups.items() if len(own)}
    if not filled:
        return Absence(
            "record-related",
            "What is connected with it",
            "No other record names this one.",
            "Search for its words on the left.",
        )
    listed = tuple(
        (
            f"{heading} ({len(own)})",
            tuple(
                Item(
                    row["record_id"], row["title"], row["when"], sources=int(counts.get(row["record_id"], 0))
                )
                for row in own.to_dict("records")
            ),
        )
        for heading, own in filled.items()
    )
    rows = pd.concat(list(filled.values()), ignore_index=True)
    return Figure(
        figure_id="record-related",
        title="What is connected with it",
        drawing=Listing(listed),
        rows=rows,
        message=f"A list of {count(len(rows), 'record')} connected with this one.",
    )


def series(record_id: str, observations: pd.DataFrame, unit: str) -> Figure | Absence:
    """The values of a statistical series as a table."""
    if observations.empty:
        return Absence("record-series", "Values", "This series has no value.", "Look at another series.")
    rows = tuple(
        (
            Cell(row["period_caption"]),
            Cell(number(row["value"])),
            Cell(label("observation status", row["status"])),
            Cell(row["note"] or "–"),
        )
        for row in observations.to_dict("records")
    )
    return Figure(
        figure_id="record-series",
        title=f"{count(len(rows), 'value')}, {unit}",
        drawing=Grid(("Period", "Value", "Status", "Note"), rows),
        rows=observations.assign(record_id=record_id)[["record_id", "period", "value", "status", "note"]],
        message=f"A table of {count(len(rows), 'value')} from {rows[0][0].text} to {rows[-1][0].text}.",
        note="A doubtful value stands here with its reason and is never drawn.",
    )


def sizes(stated: pd.DataFrame, names: Mapping[str, tuple[str, ...]]) -> Figure | Absence:
    """What each source says of a project's size, cost and shares, side by side; `names` are the sources by
    quantity_id.
    """
    if stated.empty:
        return Absence(
            "record-sizes",
            "Numbers that sources state",
            "No source states a number about it.",
            "Look at its events below.",
        )
    groups: dict[int, str] = {}
    rows: list[tuple[Cell, ...]] = []
    for (indicator, unit), own in stated.groupby(["indicator", "unit"], sort=False):
        named = (
            f"{str(indicator)[:1].upper()}{str(indicator)[1:]}: "
            f"{spread(own['value'].min(), own['value'].max(), str(unit))}"
        )
        groups[len(rows)] = named + (f", {len(own)} statements" if len(own) > 1 else "")
        rows += [_size(row, names) for row in own.to_dict("records")]
    return Figure(
        figure_id="record-sizes",
        title=f"{count(len(stated), 'number')} that sources state, side by side",
        drawing=Grid(("Stated", "Period", "What is stated", "Source"), tuple(rows), groups),
        rows=stated.rename(columns={"quantity_id": "record_id"})[
            ["record_id", "indicator", "value", "unit", "qualifier", "period", "summary"]
        ],
        message=f"A table of {count(len(stated), 'stated number')} in {count(len(groups), 'group')}, "
        "with the spread of each.",
    )


def life(milestones: pd.DataFrame) -> Figure | Absence:
    """The milestones of a project in order: when its status changed, to what, by which event."""
    if milestones.empty:
        return Absence(
            "record-life",
            "Its status through the years",
            "No dated event changed its status.",
            "Its status stands in the table above.",
        )
    rows = tuple(
        (
            Cell(row["date_caption"]),
            Cell(label("project status", row["status"])),
            Cell(row["title"], row["event_id"]),
            Cell(row["note"] or "–"),
        )
        for row in milestones.to_dict("records")
    )
    return Figure(
        figure_id="record-life",
        title=f"Its status through {count(len(rows), 'milestone')}",
        drawing=Grid(("When", "Status from then on", "Event", "Note"), rows),
        rows=milestones.rename(columns={"event_id": "record_id"})[
            ["record_id", "date", "status", "title", "note"]
        ],
        message="A table of the events that changed the project’s status.",
    )


def _size(row: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]) -> tuple[Cell, ...]:
    return (
        Cell(quantity(row["value"], row["unit"], row["qualifier"]), row["quantity_id"]),
        Cell(row["period_caption"] or "–"),
        Cell(row["summary"]),
        Cell("; ".join(names.get(row["quantity_id"], ()))),
    )


def _shown(name: str, row: Mapping[str, Any], table: str, titles: Mapping[str, str]) -> tuple[str, str]:
    """The text of a cell, and the record it leads to."""
    column, value = BY_NAME[table].column(name), row[name]
    if column.holds is Holds.EDTF:
        return row[f"{name}_caption"], ""
    if name in ("country", "countries"):
        return ", ".join(country(code) for code in (value if column.many else [value])), ""
    if name == "language":
        return language(value), ""
    if column.many:
        return ", ".join(titles.get(one, one) for one in value), ""
    if column.holds in (Holds.NUMBER, Holds.INTEGER):
        return ("" if value != value else number(float(value))), ""
    if column.points_to or name == "subject":
        return titles.get(value, value), value
    if column.holds is Holds.URL:
        return value, ""
    return (
        label(column.vocabulary, value)
        if column.vocabulary and value and column.holds is not Holds.ID
        else value
    ), ""
