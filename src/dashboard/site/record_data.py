"""One record as data: its row, the evidence and the sources behind it, edition, terms and citation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from json import dumps
from typing import Any

import pandas as pd

from dashboard.exports.packet import PASSAGE, UNKNOWN_TERMS
from dashboard.figures.lookup import places_of, rows_of
from dashboard.model.schema import BY_NAME
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.model.vote import is_state
from dashboard.site.publication import Publication
from dashboard.site.record import cited, row_of

_SOURCE = (
    "source_id",
    "kind",
    "title",
    "author",
    "publisher",
    "published",
    "url",
    "archived",
    "seen",
    "language",
)


def data_of(publication: Publication, record_id: str) -> dict[str, Any]:
    """Everything that the Atlas holds of a record; KeyError if there is none of that id."""
    table, row = row_of(publication, record_id)
    values = {name: _value(row[name]) for name in published(table, row)}
    evidence, sources = _behind(publication, record_id, row)
    others = [other for other in publication.dataset.backed([record_id]) if other != record_id]
    return {
        "id": record_id,
        "kind": RECORD_NAMES[table],
        "table": table,
        "title": publication.dataset.titles[record_id],
        "address": publication.address(publication.path_of(record_id)),
        "record": {name: value for name, value in values.items() if value not in ("", None, [])},
        "evidence": [_filled(passage) for passage in cells_of(evidence, PASSAGE)],
        "rests_on": others,
        "sources": [source_data(source) for source in cells_of(sources, (*_SOURCE, "licence"))],
        **terms_of(publication),
        "cite": cited(publication, record_id),
    }


def published(table: str, names: Iterable[str]) -> list[str]:
    """The published columns of a table that has these; of the votes also what each state voted."""
    states = [name for name in names if is_state(name)] if table == "votes" else []
    return [*(column.name for column in BY_NAME[table].columns), *states]


def _behind(
    publication: Publication, record_id: str, row: Mapping[str, Any]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The evidence of the record itself, or for a source what it says, and the sources of that evidence."""
    dataset = publication.dataset
    columns = ("record_id", "source_id")
    chosen = {at for name in columns for at in places_of(dataset, "evidence", name).get(record_id, ())}
    behind = dataset.atlas.frames["evidence"].iloc[sorted(chosen)]
    named = {*behind["source_id"], str(row.get("source_id", ""))}
    return behind, rows_of(dataset, "sources", "source_id", named)


def terms_of(publication: Publication) -> dict[str, Any]:
    """What has to go with every answer: the edition and the terms."""
    edition = publication.edition
    return {
        "edition": {
            "title": edition.title,
            "version": edition.version,
            "released": edition.released.isoformat(),
        },
        "terms": f"Facts: {edition.licence}. The values of a data set keep the terms of its source.",
    }


def source_data(source: Mapping[Any, Any]) -> dict[str, Any]:
    """A source as a reader needs it to find and cite it."""
    return {
        **_filled({name: source[name] for name in _SOURCE}),
        "licence": source["licence"] or UNKNOWN_TERMS,
    }


def cells_of(frame: pd.DataFrame, names: Sequence[str]) -> list[dict[str, Any]]:
    """Some columns of a frame as dictionaries; `to_dict` takes ten times as long for a few rows."""
    cells = zip(*(frame[name].tolist() for name in names), strict=True)
    return [dict(zip(names, row, strict=True)) for row in cells]


def as_json(content: Mapping[str, Any]) -> bytes:
    """Data as a file."""
    return (dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if pd.isna(value):
        return None
    if isinstance(value, float) and value.is_integer():
        # A column of whole numbers with an empty cell holds fractions in pandas.
        return int(value)
    return value.item() if hasattr(value, "item") else value


def _filled(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items() if value}
