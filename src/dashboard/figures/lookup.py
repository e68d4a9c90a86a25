"""Rows of the tables by what a column of theirs names: each column is read once for the data set, because a
record's page asks a dozen times and looking through a whole table takes most of its time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.model.schema import BY_NAME
from dashboard.queries import sources as ask

Places = Mapping[str, Sequence[int]]
"""Where the rows stand, counted from 0, by what they name."""


def places_of(dataset: Dataset, table: str, column: str) -> Places:
    """Where the rows of a table stand by what a column names; a list names each of its entries."""
    places: Places = dataset.lookups.answer((table, column), lambda: _places(dataset.atlas[table][column]))
    return places


def _places(cells: pd.Series) -> Places:
    places: dict[str, list[int]] = {}
    for place, cell in enumerate(cells.tolist()):
        for name in cell if isinstance(cell, tuple) else (cell,):
            if name:
                places.setdefault(name, []).append(place)
    return places


def rows_of(dataset: Dataset, table: str, column: str, names: Iterable[str]) -> pd.DataFrame:
    """The rows of a table whose column names any of these, in the order of the table."""
    places = places_of(dataset, table, column)
    chosen = {place for name in names for place in places.get(name, ())}
    return dataset.atlas.frames[table].iloc[sorted(chosen)]


def row_of(dataset: Dataset, record_id: str) -> tuple[str, Mapping[str, Any]]:
    """The table of a record and its row, the first of several; KeyError if there is none."""
    table = dataset.atlas.table_of[record_id]
    rows: list[dict[str, Any]] = dataset.lookups.answer(
        (table,), lambda: dataset.atlas[table].to_dict("records")
    )
    return table, rows[places_of(dataset, table, str(BY_NAME[table].id_column))[record_id][0]]


def events_at(dataset: Dataset, places: Iterable[int]) -> pd.DataFrame:
    """Some events by where they stand in their table, in order of time."""
    ranks: Sequence[int] = dataset.lookups.answer(("ranks",), lambda: _ranks(dataset.atlas["events"]))
    return dataset.atlas.frames["events"].iloc[sorted(set(places), key=ranks.__getitem__)]


def _ranks(events: pd.DataFrame) -> Sequence[int]:
    """The place of each event in order of time."""
    order = events.reset_index(drop=True).sort_values(["date_first", "event_id"]).index
    ranks: Sequence[int] = pd.Series(range(len(order)), index=order).sort_index().tolist()
    return ranks


def events_naming(dataset: Dataset, record_id: str) -> pd.DataFrame:
    """The events that name an actor, a place or a project, in order of time."""
    columns = ("actors", "places", "projects")
    named = [places_of(dataset, "events", column).get(record_id, ()) for column in columns]
    return events_at(dataset, (place for places in named for place in places))


def evidence_behind(dataset: Dataset, record_ids: Iterable[str]) -> pd.DataFrame:
    """The evidence of some records, in the order of the table."""
    return rows_of(dataset, "evidence", "record_id", record_ids)


def sources_behind(dataset: Dataset, record_ids: Collection[str]) -> pd.DataFrame:
    """The sources behind some records, with the number of those records (see `queries.sources`)."""
    return behind(dataset, record_ids)[1]


def behind(dataset: Dataset, record_ids: Collection[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The evidence of some records and its sources, with the number of those records."""
    evidence = evidence_behind(dataset, record_ids)
    named = rows_of(dataset, "sources", "source_id", {*evidence["source_id"].tolist(), *record_ids})
    return evidence, ask.counted(named, evidence)


def counts_of(dataset: Dataset) -> Mapping[str, int]:
    """The number of independent sources of each record that has evidence."""
    counts: Mapping[str, int] = dataset.lookups.answer(("counts",), dataset.counts.to_dict)
    return counts
