"""What a proof calls things by, worked out from a few rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.exports.proof.taken import Query
from dashboard.exports.proof.views import VIEWS, defined
from dashboard.exports.proof.ways import tables_of

Answer = Callable[..., list[tuple[object, ...]]]
ROWS = {
    "evidence": [
        {"record_id": "number", "source_id": "gazette", "stance": "supports"},
        {"record_id": "number", "source_id": "paper", "stance": "supports", "speaker": "ada"},
        {"record_id": "number", "source_id": "doubt", "stance": "disputes"},
        {"record_id": "other", "source_id": "gazette", "stance": "supports", "speaker": "A stranger"},
    ],
    "sources": [
        {"source_id": "gazette", "kind": "news", "publisher": "The Long Gazette", "title": "News"},
        {"source_id": "paper", "kind": "document", "author": "Ben Paper", "published": "2021-05"},
        {"source_id": "doubt", "kind": "news", "publisher": "The Doubt"},
    ],
    "publishers": [{"publisher": "The Long Gazette", "short": "Gazette"}],
    "actors": [{"actor_id": "ada", "name": "Ada Minister"}],
    "quantities": [{"quantity_id": "number"}, {"quantity_id": "other"}],
}


@pytest.mark.parametrize(
    ("view", "columns", "rows"),
    [
        # A document comes first, whatever stands first in the table, and who disputes does not say it.
        (
            "tellers",
            "record_id, said_by",
            [("number", "Ada Minister, in Paper 2021; Gazette"), ("other", "A stranger, in Gazette")],
        ),
        (
            "first_teller",
            "record_id, who",
            [("number", "Ada Minister, in Paper 2021"), ("other", "A stranger, in Gazette")],
        ),
        ("spoken", "record_id, by", [("number", "document"), ("other", "official")]),
    ],
)
def test_who_says_it_is_named_as_in_the_atlas(
    answer: Answer, view: str, columns: str, rows: list[tuple[str, str]]
) -> None:
    reads: dict[str, set[str]] = {table: set() for table in tables_of(view)}
    for name in (view, "telling", "called"):
        for table, names in VIEWS[name].reads.items():
            reads.setdefault(table, set()).update(names)
    sql = f"WITH {defined([view])} SELECT {columns} FROM {view} ORDER BY record_id"
    query = Query(sql, reads={table: frozenset(names) for table, names in reads.items()})
    assert answer(query, ROWS) == rows
