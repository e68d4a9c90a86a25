"""A record as an article: what, when and where, the lead, whether its sources agree, and its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.model.figure import Article, Cell, Figure
from dashboard.model.schema import BY_NAME, Column, Holds
from dashboard.model.vocabulary import MEANINGS, RECORD_NAMES, label
from dashboard.views.country_names import country, language
from dashboard.views.formatting import count, joined, number

Fact = tuple[str, tuple[Cell, ...]]
"""What a fact is called, and what it says."""

_LABELS = {
    "actor_id": "Person",
    "actors": "Who",
    "after": "Follows",
    "aliases": "Also called",
    "archived": "Archived copy",
    "author": "By",
    "coordinate_source": "Source of the coordinate",
    "correct_value": "What other evidence supports",
    "event_id": "Signed at",
    "in_force": "In force",
    "last_number": "Highest number known",
    "locator": "Where it stands",
    "name_ru": f"In {language('ru')}",
    "name_ur": f"In {language('ur')}",
    "office_id": "Office",
    "origin": "First reported by",
    "places": "Where",
    "project_id": "Project",
    "published_note": "How the date is known",
    "seen": "Read on",
    "source_id": "Source",
    "text_url": "Text",
    "title_en": "Title in English",
    "url": "Address",
}
_IN_SCRIPT = {"name_ru": "ru", "name_ur": "ur"}


@dataclass(frozen=True)
class Shape:
    """Which columns of a table stand in the line above, which in the lead, and which nowhere."""

    above: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    nowhere: tuple[str, ...] = ()


SHAPES: Mapping[str, Shape] = {
    "events": Shape(("kind", "date", "status"), ("summary", "outcome"), ("title", "weight")),
    "projects": Shape(("kind", "status", "status_as_of"), ("summary",), ("name",)),
    "actors": Shape(("kind", "country"), ("role",), ("name",)),
    "places": Shape(("kind", "country"), (), ("name", "longitude", "latitude", "precision")),
    "claims": Shape(("topic",), (), ("statement",)),
    "checks": Shape(("verdict", "confidence"), ("finding",), ("claim", "kind")),
    "sources": Shape(
        ("kind", "publisher", "published"), ("title_en",), ("title", "reliability", "author_kind")
    ),
    "quantities": Shape(("period",), (), ("summary", "value", "unit", "qualifier")),
    "agreements": Shape(("kind", "in_force"), ("outcome",), ("title",)),
    "series": Shape(("kind",), ("summary",), ("name",)),
    "offices": Shape(("country",), (), ("title",)),
    "terms": Shape(("period",), (), ()),
    "routes": Shape(("status", "status_as_of"), (), ("name", "seq", "place_id")),
    "indicators": Shape(("reporter", "unit"), ("description",), ("label",)),
    "themes": Shape((), ("description",), ("label", "colour_light", "colour_dark")),
    "eras": Shape(("period",), ("summary",), ("label",)),
    "vote_topics": Shape((), (), ("label",)),
}
# What goes without saying.
_PLAIN = {("events", "status"): "happened"}


def article(
    record_id: str,
    table: str,
    row: Mapping[str, Any],
    titles: Mapping[str, str],
    agreement: str,
    facts: Sequence[Fact] = (),
) -> Figure:
    """The article of a record from its row; `facts` are those that other tables hold, and stand first."""
    shape = SHAPES[table]
    above = [Cell(RECORD_NAMES[table].capitalize())]
    above += [cell for name in shape.above for cell in _above(name, row, table, titles)]
    said_above = {cell.text.casefold() for cell in above}
    lead = [cell for name in shape.lead for cell in cells_of(name, row, table, titles)]
    lead = [cell for cell in lead if cell.text.casefold() not in said_above]
    drawing = Article(tuple(above), tuple(lead), agreement, (*facts, *_rest(row, table, titles)), record_id)
    said = "; ".join(cell.text for cell in above)
    return Figure(
        figure_id="record-facts",
        title=titles[record_id],
        drawing=drawing,
        rows=pd.DataFrame(
            {"record_id": [record_id], "title": [titles[record_id]], "kind": [RECORD_NAMES[table]]}
        ),
        message=f"{titles[record_id]} ({said}), with {count(len(drawing.facts), 'fact')}.",
    )


def agreement_in_words(sources: int, independent: int, fields: Sequence[str], disputed_by: int) -> str:
    """Whether the sources of a record agree: how many there are, how many independent ones, on which fields
    they differ, and how many dispute it.
    """
    counted = count(sources, "source")
    if sources > 1 and independent < sources:
        counted += f", {number(independent)} of them independent"
    said = [f"disputed by {number(disputed_by)}"] if disputed_by else []
    if fields:
        said.append(f"they differ on the {joined(fields)}")
    if not said and sources > 1:
        said.append("they agree")
    return "; ".join([counted, *said]) + "."


def named_in_words(events: int, sources: int) -> str:
    """How much is known of what is only named: by how many events, with how many sources."""
    sentence = f"Named by {count(events, 'event')}" if events else "Named by no event"
    return f"{sentence}; {count(sources, 'source')} in all." if sources else f"{sentence}."


def behind_in_words(records: int) -> str:
    """What rests on a source."""
    return f"{count(records, 'record')} of the Atlas {'rests' if records == 1 else 'rest'} on it."


def _above(name: str, row: Mapping[str, Any], table: str, titles: Mapping[str, str]) -> tuple[Cell, ...]:
    if row[name] == _PLAIN.get((table, name)):
        return ()
    cells = cells_of(name, row, table, titles)
    if name == "status_as_of":
        return tuple(Cell(f"as of {cell.text}") for cell in cells)
    if name == "confidence":
        return tuple(Cell(f"{cell.text} confidence") for cell in cells)
    return tuple(cell for cell in cells if cell.text != RECORD_NAMES[table])


def _rest(row: Mapping[str, Any], table: str, titles: Mapping[str, str]) -> list[Fact]:
    """A fact for every filled column that stands nowhere else."""
    shape, described = SHAPES[table], BY_NAME[table]
    placed = {*shape.above, *shape.lead, *shape.nowhere, described.id_column}
    written = {row[name] for name in _IN_SCRIPT if name in row}
    facts = []
    for column in described.columns:
        cells = () if column.name in placed else cells_of(column.name, row, table, titles)
        if column.name == "aliases":
            cells = tuple(cell for cell in cells if cell.text not in written)
        if cells:
            words = column.name.replace("_", " ").capitalize()
            facts.append((_LABELS.get(column.name, words), cells))
    if table == "sources" and row["reliability"]:
        word = str(row["reliability"])
        meaning = f"{label('reliability', word)}: {MEANINGS['reliability'][word]}"
        facts.append(("How far its word carries", (Cell(meaning),)))
    if table == "places" and row["longitude"] == row["longitude"]:
        facts.insert(0, ("Coordinate", (Cell(_coordinate(row)),)))
    return facts


def _coordinate(row: Mapping[str, Any]) -> str:
    east, north = float(row["longitude"]), float(row["latitude"])
    sides = ("N" if north >= 0 else "S"), ("E" if east >= 0 else "W")
    precision = label("precision", str(row["precision"]))
    return f"{abs(north):.2f}° {sides[0]}, {abs(east):.2f}° {sides[1]} (stands for the {precision})"


def cells_of(name: str, row: Mapping[str, Any], table: str, titles: Mapping[str, str]) -> tuple[Cell, ...]:
    """A column of a row in words, one cell a value; nothing if it is empty."""
    column, value = BY_NAME[table].column(name), row[name]
    if column.holds is Holds.EDTF:
        caption = str(row[f"{name}_caption"])
        return (Cell(caption),) if caption else ()
    if column.holds in (Holds.NUMBER, Holds.INTEGER):
        return () if value != value or value is None else (Cell(number(float(value))),)
    values = value if column.many else (value,)
    shown = [_cell(column, part, row, titles) for part in values if part]
    return tuple(cell for cell in shown if cell.text)


def _outward(name: str, url: str, row: Mapping[str, Any]) -> Cell:
    """An address with the day on which its source was seen and the archived copy of it."""
    seen = str(row.get("seen", ""))
    if name == "archived":
        return Cell(url, url=url, original=str(row["url"]), seen=seen, archived=url)
    return Cell(url, url=url, seen=seen, archived=str(row.get("archived", "")))


def _cell(column: Column, value: str, row: Mapping[str, Any], titles: Mapping[str, str]) -> Cell:
    if column.name in ("country", "countries"):
        return Cell(country(value))
    if column.name == "language":
        return Cell(language(value))
    if column.name == "title_en":
        return Cell(f"“{value}”")
    if column.name in _IN_SCRIPT:
        return Cell(value, language=_IN_SCRIPT[column.name])
    if column.holds is Holds.URL:
        return _outward(column.name, value, row)
    if value in titles and (column.points_to or column.name == "subject"):
        return Cell(titles[value], value)
    if column.name == "locator":
        return Cell(value.replace("para:", "paragraph "))
    if column.vocabulary and column.holds is not Holds.ID:
        return Cell(label(column.vocabulary, value))
    return Cell(value)
